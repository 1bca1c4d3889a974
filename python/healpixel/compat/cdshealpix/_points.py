"""What the nested and the ring numbering have in common: `room` is `healpixel.nested` or `healpixel.ring`, `at` a depth or an nside."""

from __future__ import annotations

import operator
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._arguments import many, positions, refused, unsigned, with_units


def lonlat_to_healpix(room: ModuleType, lon: Any, lat: Any, at: Any, return_offsets: bool, num_threads: int) -> Any:
    """Cells, and offsets in them, of positions."""
    lon, lat, unit = positions(lon, lat)
    if not return_offsets:
        return unsigned(room.hash(at, lon, lat, unit=unit, threads=num_threads))
    cells, dx, dy = room.hash_with_offsets(at, lon, lat, unit=unit, threads=num_threads)
    return unsigned(cells), dx, dy


def healpix_to_lonlat(room: ModuleType, ipix: Any, at: Any, dx: Any, dy: Any, num_threads: int) -> tuple[Any, Any]:
    """Positions in cells."""
    if np.ndim(dx) == 0 and np.ndim(dy) == 0 and dx == 0.5 and dy == 0.5:
        return with_units(*room.center(at, many(ipix), unit="rad", threads=num_threads))
    return with_units(*room.position(at, many(ipix), dx, dy, unit="rad", threads=num_threads))


def vertices(room: ModuleType, ipix: Any, at: Any, step: int, num_threads: int) -> tuple[Any, Any]:
    """Positions along the edges of cells, from the southern vertex by east, north and west."""
    step = operator.index(step)
    if step < 1:
        raise refused(f"step {step} is below 1", step)
    if step == 1:
        return with_units(*room.vertices(at, many(ipix), unit="rad", threads=num_threads))
    return with_units(*room.path_along_edge(at, many(ipix), step, unit="rad", threads=num_threads))


def healpix_to_xy(room: ModuleType, ipix: Any, at: Any, nside: Any, num_threads: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centres of cells in the plane, where base cells have sides of length 2**0.5 and x goes from 0 to 8."""
    face, i, j = room.to_face_ij(at, many(ipix), threads=num_threads)
    # Base cells of the equator lie half a base cell further west.
    column = 2 * (face % 4) + (face // 4 != 1)
    x = column + (i - j) / nside
    y = (i + j + 1) / nside - face // 4
    return np.where(x < 0, x + 8, x), y
