"""Resolutions and the sizes of cells."""

from ._core import grid as _grid

__all__ = [
    "best_starting_depth",
    "cell_area",
    "depth",
    "largest_center_to_vertex_distance",
    "n_cells",
    "nside",
]

best_starting_depth = _grid.best_starting_depth
cell_area = _grid.cell_area
depth = _grid.depth
largest_center_to_vertex_distance = _grid.largest_center_to_vertex_distance
n_cells = _grid.n_cells
nside = _grid.nside
