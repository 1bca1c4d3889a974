"""Functions of the sphere, and threads."""

from ._core import distance, from_vec, project, set_threads, threads, to_vec, unproject

__all__ = [
    "distance",
    "from_vec",
    "project",
    "set_threads",
    "threads",
    "to_vec",
    "unproject",
]
