"""Borders of sets of cells, as lines on the sky."""

from __future__ import annotations

import numpy as np

from .. import nested
from ._sources import kind_of

# The sides of a cell: the place of the neighbour behind it in `neighbors`, and its ends as offsets (dx, dy), counter-clockwise.
SIDES = [(1, (0, 0), (1, 0)), (4, (1, 0), (1, 1)), (6, (1, 1), (0, 1)), (3, (0, 1), (0, 0))]


def depth_of(size):
    """The first depth at which cells are not larger than that many degrees."""
    return int(np.clip(np.ceil(np.log2(58.6 / size)), 0, 29))


def border(what, pixel, field):
    """The lines that bound a Moc, Coverage or Region, as longitudes and latitudes in degrees of shape (lines, points).

    `pixel` is the size of one in degrees: smaller cells cannot be seen. `field` is (lon, lat, radius) of what is seen, or None for the
    whole sky.
    """
    from .. import Moc, Region, centers_in

    finest = depth_of(pixel)
    kind = kind_of(what)
    if kind == "region":
        if field is not None:
            what = what & Region.cone(field[0], field[1], min(field[2], 180.0))
        moc = seen = centers_in(finest, what)
    else:
        moc = what.moc() if kind == "coverage" else what
        if moc.depth > finest:
            moc = moc.degraded(finest)
        seen = moc
        if field is not None:
            seen = moc & Moc.from_region(moc.depth, Region.cone(field[0], field[1], min(field[2], 180.0)))
    return perimeter(moc.depth, np.asarray(seen.inner_border().flat()), lambda cells: moc.contains_cells(moc.depth, cells))


def perimeter(depth, cells, contains):
    """The sides of cells behind which there is no cell of the set, of which `contains` knows all."""
    around = np.asarray(nested.neighbors(depth, cells)).reshape(-1, 8)
    lines = [_side(depth, cells[_outside(around[:, place], contains)], start, end) for place, start, end in SIDES]
    return tuple(np.concatenate(column) for column in zip(*lines, strict=True))


def _outside(cells, contains):
    """Whether there is no such cell in the set; every side of a cell has a neighbour."""
    return ~np.asarray(contains(cells), dtype=bool)


def all_sides(depths, cells):
    """The outlines of all cells one by one."""
    lines = []
    for depth in np.unique(depths):
        of_depth = cells[depths == depth]
        lon, lat = (np.concatenate(column, axis=1) for column in zip(*(_side(depth, of_depth, a, b) for _, a, b in SIDES), strict=True))
        lines.append((lon, lat))
    return lines


def _side(depth, cells, start, end):
    """Points along one side of each cell: the more the larger the cells are, for no side is straight."""
    size = 58.6 / 2.0 ** float(depth)
    part = np.linspace(0.0, 1.0, 2 + int(min(62, size / 0.7)))
    dx = start[0] + part * (end[0] - start[0])
    dy = start[1] + part * (end[1] - start[1])
    if len(cells) == 0:
        return np.zeros((0, len(part))), np.zeros((0, len(part)))
    return nested.position(int(depth), cells[:, None], dx, dy)
