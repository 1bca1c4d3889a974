"""Cells in the ring numbering, at any nside (1 to 2**29)."""

from ._core import ring as _ring

__all__ = [
    "center",
    "center_vec",
    "from_face_ij",
    "hash",
    "hash_vec",
    "hash_with_offsets",
    "interpolate_bilinear",
    "interpolate_rings",
    "neighbor",
    "neighbors",
    "position",
    "to_face_ij",
    "vertices",
]

center = _ring.center
center_vec = _ring.center_vec
from_face_ij = _ring.from_face_ij
hash = _ring.hash
hash_vec = _ring.hash_vec
hash_with_offsets = _ring.hash_with_offsets
interpolate_bilinear = _ring.interpolate_bilinear
interpolate_rings = _ring.interpolate_rings
neighbor = _ring.neighbor
neighbors = _ring.neighbors
position = _ring.position
to_face_ij = _ring.to_face_ij
vertices = _ring.vertices
