"""Pixels in discs, polygons and strips."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

import healpixel

from ._arguments import HALF_PI, depth_of, refused
from ._pixels import ring2nest, vec2ang


def _cells(ranges: NDArray[Any]) -> NDArray[Any]:
    """All numbers in ranges."""
    starts, lengths = ranges[:, 0], ranges[:, 1] - ranges[:, 0]
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum(), dtype=np.int64)


def _ranges_in(nside: Any, region: healpixel.Region, inclusive: bool, nest: bool) -> NDArray[Any]:
    """Pixels that a region touches, or whose centres are in it."""
    if not nest:
        ranges: NDArray[np.int64] = (healpixel.ring_touched if inclusive else healpixel.ring_centers_in)(nside, region)
        return ranges
    depth = depth_of(nside)
    moc = healpixel.Coverage.of(depth, region).moc() if inclusive else healpixel.centers_in(depth, region)
    # Those of a MOC are of cells of depth 29.
    ranges = moc.ranges >> (2 * (29 - depth))
    return ranges


def _answer(ranges: NDArray[Any], buff: NDArray[Any] | None, return_ranges: bool) -> NDArray[Any]:
    """The pixels as they are asked for."""
    if return_ranges:
        if buff is not None:
            raise refused("buff has no room for ranges: leave one of buff and return_ranges out")
        return np.array(ranges, dtype=np.int64)
    return _into(_cells(ranges), buff)


def _into(cells: NDArray[Any], buff: NDArray[Any] | None) -> NDArray[Any]:
    """Pixels at the begin of the caller's array."""
    if buff is None:
        return cells
    if not isinstance(buff, np.ndarray) or buff.dtype != np.int64 or buff.ndim != 1:
        raise refused("buff must be an array of int64 of one dimension")
    if len(buff) < len(cells):
        raise refused(f"buff has room for {len(buff)} pixels, there are {len(cells)}", len(buff))
    buff[: len(cells)] = cells
    return buff[: len(cells)]


def _positions(vectors: Any, what: str, ndim: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Longitudes and latitudes of vectors."""
    vectors = np.asarray(vectors, dtype=np.float64)
    if vectors.ndim != ndim or vectors.shape[-1] != 3:
        raise refused(f"{what} must have shape {'(n, 3)' if ndim == 2 else '(3,)'}, not {vectors.shape}")
    vec2ang(vectors)
    x, y, z = vectors.T
    return np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))


def query_disc(
    nside: int,
    vec: Any,
    radius: float,
    inclusive: bool = False,
    fact: int = 4,
    nest: bool = False,
    buff: NDArray[Any] | None = None,
    return_ranges: bool = False,
) -> NDArray[Any]:
    """Pixels whose centres are in a disc, border included, or (`inclusive`) that touch it: exactly those, so `fact` has no meaning.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.query_disc(4, [1, 0, 0], 0.3))
    [ 72  88 103 104]
    """
    _checked_fact(fact, inclusive, nest)
    lon, lat = _positions(vec, "vec", 1)
    radius = float(radius)
    if math.isnan(radius):
        raise refused("radius is NaN", radius)
    region = healpixel.Region.empty() if radius < 0.0 else healpixel.Region.cone(float(lon), float(lat), min(radius, math.pi), unit="rad")
    return _answer(_ranges_in(nside, region, inclusive, nest), buff, return_ranges)


def _checked_fact(fact: int, inclusive: bool, nest: bool) -> None:
    """Refuses what healpy refuses, or what ends its process."""
    if inclusive and (fact < 1 or (nest and fact & (fact - 1))):
        raise refused(f"fact {fact} is not a whole number from 1, a power of two for nested pixels", fact)


def query_polygon(
    nside: int,
    vertices: Any,
    inclusive: bool = False,
    fact: int = 4,
    nest: bool = False,
    buff: NDArray[Any] | None = None,
    return_ranges: bool = False,
) -> NDArray[Any]:
    """Pixels whose centres are in a polygon, border included, or (`inclusive`) that touch it: exactly those, so `fact` has no meaning.

    The polygon need not be convex. Its inside is the smaller side.

    >>> import healpixel.compat.healpy as hp
    >>> len(hp.query_polygon(4, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    28
    """
    _checked_fact(fact, inclusive, nest)
    lon, lat = _positions(vertices, "vertices", 2)
    region = healpixel.Region.polygon(lon, lat, unit="rad")
    return _answer(_ranges_in(nside, region, inclusive, nest), buff, return_ranges)


def query_strip(
    nside: int,
    theta1: float,
    theta2: float,
    inclusive: bool = False,
    nest: bool = False,
    buff: NDArray[Any] | None = None,
    return_ranges: bool = False,
) -> NDArray[Any]:
    """Pixels whose centres have colatitudes from theta1 to theta2, or (`inclusive`) that touch that strip.

    Unless theta1 < theta2, the two polar caps above theta2 and below theta1. Pixels come in the order of rings, as healpy's do, with
    `nest` too.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.query_strip(4, 0.3, 0.6))
    [ 4  5  6  7  8  9 10 11]
    """
    north, south = (_latitude(theta) for theta in (theta1, theta2))
    if theta1 < theta2:
        region = _band(south, north)
    else:
        region = _band(-HALF_PI, north) | _band(south, HALF_PI)
    if not nest:
        return _answer(_ranges_in(nside, region, inclusive, nest=False), buff, return_ranges)
    depth_of(nside)
    if return_ranges:
        return _answer(_ranges_in(nside, region, inclusive, nest=True), buff, return_ranges)
    return _into(ring2nest(nside, _cells(_ranges_in(nside, region, inclusive, nest=False))), buff)


def _latitude(theta: float) -> float:
    """The latitude of one colatitude."""
    if not 0.0 <= theta <= math.pi:
        raise refused(f"theta {theta} is outside [0, pi]", theta)
    return HALF_PI - float(theta)


def _band(south: float, north: float) -> healpixel.Region:
    """All longitudes between two latitudes in radians."""
    return healpixel.Region.zone(0.0, south, 2 * math.pi, north, unit="rad")
