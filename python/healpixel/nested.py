"""Cells in the nested numbering, by depth (0 to 29)."""

from ._core import nested as _nested

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

center = _nested.center
center_vec = _nested.center_vec
from_face_ij = _nested.from_face_ij
hash = _nested.hash
hash_vec = _nested.hash_vec
hash_with_offsets = _nested.hash_with_offsets
interpolate_bilinear = _nested.interpolate_bilinear
interpolate_rings = _nested.interpolate_rings
neighbor = _nested.neighbor
neighbors = _nested.neighbors
position = _nested.position
to_face_ij = _nested.to_face_ij
vertices = _nested.vertices
