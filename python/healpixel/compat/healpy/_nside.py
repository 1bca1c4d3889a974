"""Resolutions: nside, order, numbers of pixels, sizes."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ... import grid
from ._arguments import depth_of, refused

MAX_NSIDE = 1 << 29
MAX_ORDER = 29


def isnsideok(nside: Any, nest: bool = False) -> Any:
    """Whether these are nsides: whole numbers from 1 to 2**29, powers of two for nested pixels.

    >>> import healpixel.compat.healpy as hp
    >>> hp.isnsideok(3), hp.isnsideok(3, nest=True)
    (True, False)
    """
    if not isinstance(nside, (int, float)):
        nside = np.asarray(nside)[()]
        if nside.dtype.kind not in "iuf":
            raise refused(f"nside must be a number, not {nside.dtype}", nside)
    with np.errstate(invalid="ignore"):
        whole = (nside > 0) & (nside <= MAX_NSIDE) & (nside % 1 == 0)
    if nest:
        if isinstance(whole, bool):
            return whole and int(nside) & (int(nside) - 1) == 0
        bits = np.where(whole, nside, 3).astype(np.int64)
        return (whole & (bits & (bits - 1) == 0))[()]
    return whole


def _checked(nside: Any) -> Any:
    """nsides to calculate with: Python's whole numbers, or numpy's that are wide enough."""
    if not np.all(isnsideok(nside)):
        raise refused(f"nside {nside} is not a whole number from 1 to 2**29", nside)
    if isinstance(nside, (int, float)):
        return nside
    nside = np.asarray(nside)[()]
    return nside if nside.dtype.kind == "f" else nside.astype(np.int64)


def nside2npix(nside: Any) -> Any:
    """Numbers of pixels.

    >>> import healpixel.compat.healpy as hp
    >>> hp.nside2npix(8)
    768
    """
    nside = _checked(nside)
    return 12 * nside * nside


def _roots(npix: Any) -> Any:
    """For each number of pixels its nside, or 0 where it is no number of pixels. Exact to the largest."""
    npix = np.asarray(npix)
    if npix.dtype.kind not in "iuf":
        raise refused(f"numbers of pixels must be numbers, not {npix.dtype}", npix)
    with np.errstate(invalid="ignore"):
        possible = (npix >= 12) & (npix <= 12 * MAX_NSIDE**2) & (npix % 12 == 0)
    squares = np.where(possible, npix, 0).astype(np.int64) // 12
    roots = np.sqrt(squares.astype(np.float64)).round().astype(np.int64)
    return np.where(roots * roots == squares, roots, 0)


def isnpixok(npix: Any) -> Any:
    """Whether these are numbers of pixels of some nside, 12 nside².

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.isnpixok([48, 50]))
    [ True False]
    """
    return (_roots(npix) > 0)[()]


def npix2nside(npix: Any) -> Any:
    """nsides of numbers of pixels.

    >>> import healpixel.compat.healpy as hp
    >>> hp.npix2nside(768)
    8
    """
    roots = _roots(npix)
    if not np.all(roots > 0):
        raise refused(f"{npix} is not 12 nside**2 with an nside from 1 to 2**29", npix)
    return roots if roots.ndim else int(roots)


def nside2order(nside: Any) -> Any:
    """Orders (depths) of nsides, which must be powers of two.

    >>> import healpixel.compat.healpy as hp
    >>> hp.nside2order(128)
    7
    """
    depth = depth_of(nside)
    return depth if isinstance(depth, np.ndarray) else int(depth)


def order2nside(order: Any) -> Any:
    """nsides of orders, 0 to 29.

    >>> import healpixel.compat.healpy as hp
    >>> hp.order2nside(7)
    128
    """
    nside = grid.nside(order)
    return nside if isinstance(nside, np.ndarray) else int(nside)


def order2npix(order: Any) -> Any:
    """Numbers of pixels of orders.

    >>> import healpixel.compat.healpy as hp
    >>> hp.order2npix(7)
    196608
    """
    return nside2npix(order2nside(order))


def npix2order(npix: Any) -> Any:
    """Orders of numbers of pixels, whose nside must be a power of two.

    >>> import healpixel.compat.healpy as hp
    >>> hp.npix2order(768)
    3
    """
    return nside2order(npix2nside(npix))


def nside2pixarea(nside: Any, degrees: bool = False) -> Any:
    """Areas of pixels, in steradians or in square degrees.

    >>> import healpixel.compat.healpy as hp
    >>> round(hp.nside2pixarea(128, degrees=True), 6)
    np.float64(0.209823)
    """
    area = 4 * math.pi / nside2npix(nside)
    return np.degrees(np.degrees(area)) if degrees else area


def nside2resol(nside: Any, arcmin: bool = False) -> Any:
    """Square roots of the areas of pixels, in radians or in minutes of arc.

    >>> import healpixel.compat.healpy as hp
    >>> round(hp.nside2resol(128, arcmin=True), 6)
    np.float64(27.483891)
    """
    side = np.sqrt(nside2pixarea(nside))
    return np.degrees(side) * 60 if arcmin else side


def max_pixrad(nside: Any, degrees: bool = False) -> Any:
    """The largest distances from the centre of a pixel to a corner of it, in radians or in degrees.

    >>> import healpixel.compat.healpy as hp
    >>> hp.max_pixrad(1).round(6)
    np.float64(0.841069)
    """
    radius = grid.largest_center_to_vertex_distance(nside, unit="deg" if degrees else "rad")
    return radius if isinstance(radius, np.ndarray) else np.float64(radius)


def check_max_nside(nside: Any) -> int:
    """0, if this is an nside; there is no lower limit than 2**29 here.

    >>> import healpixel.compat.healpy as hp
    >>> hp.check_max_nside(8192)
    0
    """
    _checked(nside)
    return 0
