"""Cells in the ring numbering, at any nside (1 to 2**29)."""

from ._core import ring as _ring

__all__ = [
    "center",
    "center_vec",
    "from_face_ij",
    "grid",
    "hash",
    "hash_vec",
    "hash_with_offsets",
    "info",
    "interpolate_bilinear",
    "interpolate_rings",
    "neighbor",
    "neighbor_disc",
    "neighbor_ring",
    "neighbors",
    "path_along_edge",
    "position",
    "ring_of",
    "to_face_ij",
    "to_nested",
    "vertices",
]

center = _ring.center
center_vec = _ring.center_vec
from_face_ij = _ring.from_face_ij
grid = _ring.grid
hash = _ring.hash
hash_vec = _ring.hash_vec
hash_with_offsets = _ring.hash_with_offsets
info = _ring.info
interpolate_bilinear = _ring.interpolate_bilinear
interpolate_rings = _ring.interpolate_rings
neighbor = _ring.neighbor
neighbor_disc = _ring.neighbor_disc
neighbor_ring = _ring.neighbor_ring
neighbors = _ring.neighbors
path_along_edge = _ring.path_along_edge
position = _ring.position
ring_of = _ring.ring_of
to_face_ij = _ring.to_face_ij
to_nested = _ring.to_nested
vertices = _ring.vertices
