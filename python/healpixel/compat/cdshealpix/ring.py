"""cdshealpix.ring over healpixel: cells of the ring numbering, at any nside."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ... import ring as _ring
from . import _points
from ._arguments import as_skycoord, icrs

__all__ = [
    "healpix_to_lonlat",
    "healpix_to_skycoord",
    "healpix_to_xy",
    "lonlat_to_healpix",
    "skycoord_to_healpix",
    "vertices",
    "vertices_skycoord",
]


def lonlat_to_healpix(lon: Any, lat: Any, nside: Any, return_offsets: bool = False, num_threads: int = 0) -> Any:
    """Cells that contain positions, as `uint64`, and with `return_offsets` the offsets dx, dy in them.

    >>> from astropy.coordinates import Latitude, Longitude
    >>> from healpixel.compat.cdshealpix.ring import lonlat_to_healpix
    >>> print(lonlat_to_healpix(Longitude([10], "deg"), Latitude([20], "deg"), [5, 6]))
    [ 80 133]
    """
    return _points.lonlat_to_healpix(_ring, lon, lat, nside, return_offsets, num_threads)


def skycoord_to_healpix(skycoord: Any, nside: Any, return_offsets: bool = False, num_threads: int = 0) -> Any:
    """Cells that contain positions; frames other than ICRS are changed to it.

    >>> from astropy.coordinates import SkyCoord
    >>> from healpixel.compat.cdshealpix.ring import skycoord_to_healpix
    >>> print(skycoord_to_healpix(SkyCoord(10, 20, unit="deg"), 5))
    [80]
    """
    return lonlat_to_healpix(*icrs(skycoord), nside, return_offsets, num_threads)


def healpix_to_lonlat(ipix: Any, nside: Any, dx: Any = 0.5, dy: Any = 0.5, num_threads: int = 0) -> tuple[Any, Any]:
    """Positions at offsets in cells, the centres unless said otherwise. Offsets may be arrays, and 1 at most.

    >>> from healpixel.compat.cdshealpix.ring import healpix_to_lonlat
    >>> healpix_to_lonlat(88, 4)[1]
    <Latitude [0.] rad>
    """
    return _points.healpix_to_lonlat(_ring, ipix, nside, dx, dy, num_threads)


def healpix_to_skycoord(ipix: Any, nside: Any, dx: Any = 0.5, dy: Any = 0.5, num_threads: int = 0) -> Any:
    """Positions at offsets in cells as a SkyCoord in ICRS.

    >>> from healpixel.compat.cdshealpix.ring import healpix_to_skycoord
    >>> healpix_to_skycoord([88, 89], 4).shape
    (2,)
    """
    return as_skycoord(*healpix_to_lonlat(ipix, nside, dx, dy, num_threads))


def vertices(ipix: Any, nside: Any, step: int = 1, num_threads: int = 0) -> tuple[Any, Any]:
    """Positions along the edges of cells, `step` on each side, from the southern vertex by east, north and west: on a last axis of 4 `step`.

    Any nside will do for any `step`.

    >>> from healpixel.compat.cdshealpix.ring import vertices
    >>> vertices([42, 6], 12, step=3)[0].shape
    (2, 12)
    """
    return _points.vertices(_ring, ipix, nside, step, num_threads)


def vertices_skycoord(ipix: Any, nside: Any, step: int = 1) -> Any:
    """The same as a SkyCoord.

    >>> from healpixel.compat.cdshealpix.ring import vertices_skycoord
    >>> vertices_skycoord([42, 6], 12).shape
    (2, 4)
    """
    return as_skycoord(*vertices(ipix, nside, step))


def healpix_to_xy(ipix: Any, nside: Any, num_threads: int = 0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centres of cells in the HEALPix plane, x from 0 to 8 and y from -2 to 2; exact up to one rounding.

    >>> from healpixel.compat.cdshealpix.ring import healpix_to_xy
    >>> healpix_to_xy([0, 4], 1)
    (array([1., 0.]), array([1., 0.]))
    """
    return _points.healpix_to_xy(_ring, ipix, nside, np.asarray(nside), num_threads)
