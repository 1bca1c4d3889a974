"""Cells in the nested numbering, by depth (0 to 29)."""

from ._core import nested as _nested

__all__ = [
    "ancestor",
    "base_cell",
    "center",
    "center_vec",
    "children",
    "external_corners",
    "external_edge",
    "from_face_ij",
    "from_uniq",
    "from_zuniq",
    "grid",
    "hash",
    "hash_vec",
    "hash_with_offsets",
    "internal_corners",
    "internal_edge",
    "interpolate_bilinear",
    "interpolate_rings",
    "neighbor",
    "neighbor_disc",
    "neighbor_ring",
    "neighbors",
    "parent",
    "path_along_edge",
    "position",
    "range",
    "siblings",
    "to_face_ij",
    "to_ring",
    "to_uniq",
    "to_zuniq",
    "vertices",
]

ancestor = _nested.ancestor
base_cell = _nested.base_cell
center = _nested.center
center_vec = _nested.center_vec
children = _nested.children
external_corners = _nested.external_corners
external_edge = _nested.external_edge
from_face_ij = _nested.from_face_ij
from_uniq = _nested.from_uniq
from_zuniq = _nested.from_zuniq
grid = _nested.grid
hash = _nested.hash
hash_vec = _nested.hash_vec
hash_with_offsets = _nested.hash_with_offsets
internal_corners = _nested.internal_corners
internal_edge = _nested.internal_edge
interpolate_bilinear = _nested.interpolate_bilinear
interpolate_rings = _nested.interpolate_rings
neighbor = _nested.neighbor
neighbor_disc = _nested.neighbor_disc
neighbor_ring = _nested.neighbor_ring
neighbors = _nested.neighbors
parent = _nested.parent
path_along_edge = _nested.path_along_edge
position = _nested.position
range = _nested.range
siblings = _nested.siblings
to_face_ij = _nested.to_face_ij
to_ring = _nested.to_ring
to_uniq = _nested.to_uniq
to_zuniq = _nested.to_zuniq
vertices = _nested.vertices
