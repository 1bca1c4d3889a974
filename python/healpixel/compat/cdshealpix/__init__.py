"""cdshealpix's functions by their names, arguments and results, over healpixel.

One line changes: ``from healpixel.compat import cdshealpix`` instead of ``import cdshealpix``, or ``from healpixel.compat.cdshealpix
import cone_search``. Angles have units, as there: astropy's ``Longitude``, ``Latitude``, ``Quantity``; astropy is imported when a result
needs it. Cells are ``uint64``.

What is different, always to the better:

* a cell is *the* one that contains the position, next to borders and at poles too;
* the searches are exact: no cell is missing, none is there that the region does not touch, none is said to be inside that is not. So
  ``depth_delta`` and ``delta_depth`` have no meaning in them;
* depths, nsides and offsets may be arrays, and cells have any shape, in all functions of cells;
* a bad argument is a :class:`healpixel.HealpixError`, a ``ValueError`` with ``.index`` and ``.value``: where cdshealpix panics, too. Cells
  and depths that are no whole numbers are a ``TypeError`` instead of being cut, angles without a unit one instead of an ``AttributeError``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ... import __version__, grid
from ... import nested as _nested
from ... import ring as _ring
from . import nested, ring
from ._arguments import many, unsigned
from .nested import (
    bilinear_interpolation,
    box_search,
    cone_search,
    elliptical_cone_search,
    external_neighbours,
    healpix_to_lonlat,
    healpix_to_skycoord,
    healpix_to_xy,
    lonlat_to_healpix,
    lonlat_to_xy,
    neighbours,
    polygon_search,
    skycoord_to_healpix,
    vertices,
    vertices_skycoord,
    xy_to_lonlat,
    zone_search,
)

__all__ = [
    "__version__",
    "bilinear_interpolation",
    "box_search",
    "cone_search",
    "elliptical_cone_search",
    "external_neighbours",
    "from_ring",
    "healpix_to_lonlat",
    "healpix_to_skycoord",
    "healpix_to_xy",
    "lonlat_to_healpix",
    "lonlat_to_xy",
    "neighbours",
    "nested",
    "polygon_search",
    "ring",
    "skycoord_to_healpix",
    "to_ring",
    "vertices",
    "vertices_skycoord",
    "xy_to_lonlat",
    "zone_search",
]


def to_ring(ipix: Any, depth: Any, num_threads: int = 0) -> NDArray[np.uint64]:
    """Ring numbers of nested cells.

    >>> from healpixel.compat.cdshealpix import to_ring
    >>> print(to_ring([42, 6, 10], 12))
    [100526076 100591616 100591614]
    """
    return unsigned(_nested.to_ring(depth, many(ipix), threads=num_threads))


def from_ring(ipix: Any, depth: Any, num_threads: int = 0) -> NDArray[np.uint64]:
    """Nested numbers of ring cells.

    >>> from healpixel.compat.cdshealpix import from_ring
    >>> print(from_ring([42, 6, 10], 12))
    [16777203 33554430 67108862]
    """
    return unsigned(_ring.to_nested(grid.nside(depth), many(ipix), threads=num_threads))
