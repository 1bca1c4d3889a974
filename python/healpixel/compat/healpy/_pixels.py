"""Pixels from positions, positions from pixels, and pixels from pixels."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ... import _core, nested
from ... import ring as rings
from ..._errors import HealpixError
from ._arguments import HALF_PI, as_healpy, at_position, bad_theta, depth_of, latitude, numbers, refused, rows_first, wrapped

#: Where healpixel's S, SE, E, SW, NE, W, NW, N stand in healpy's SW, W, NW, N, NE, E, SE, S.
NEIGHBOUR_ORDER = (3, 5, 6, 7, 4, 2, 1, 0)

#: Points on a side at most.
MAX_STEP = 4096


def _room(nside: Any, nest: bool) -> tuple[Any, Any]:
    """The functions of a numbering, and the resolution as they want it."""
    return (nested, depth_of(nside)) if nest else (rings, nside)


def ang2pix(
    nside: Any, theta: Any, phi: Any, nest: bool = False, lonlat: bool = False, latauto: bool = False, latbounce: bool = True
) -> Any:
    """Pixels that contain positions: colatitude and longitude in radians, or longitude and latitude in degrees with `lonlat`.

    In degrees the pixel is exact; in radians it is the one of the latitude pi/2 - theta. With `latauto` latitudes beyond a pole are
    folded back, on the same meridian or (`latbounce=False`) on the opposite one.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.ang2pix(16, 0.5, [1.0, 2.0]))
    [186 192]
    """
    room, at = _room(nside, nest)
    if lonlat:
        return as_healpy(room.hash(at, *(wrapped(theta, phi, latbounce) if latauto else (theta, phi))))
    try:
        return as_healpy(_core._ang2pix(bool(nest), at, theta, phi))
    except HealpixError as error:
        if isinstance(error.value, float):
            raise bad_theta(theta, phi) from None
        raise


def pix2ang(nside: Any, ipix: Any, nest: bool = False, lonlat: bool = False) -> tuple[Any, Any]:
    """Centres of pixels: colatitude and longitude in radians, or longitude and latitude in degrees with `lonlat`.

    >>> import healpixel.compat.healpy as hp
    >>> theta, phi = hp.pix2ang(16, [1440, 427])
    >>> print(phi)
    [0.         0.78539816]
    """
    room, at = _room(nside, nest)
    if lonlat:
        lon, lat = as_healpy(room.center(at, ipix))
        return lon, lat
    theta, phi = as_healpy(_core._pix2ang(bool(nest), at, ipix))
    return theta, phi


def vec2pix(nside: Any, x: Any, y: Any, z: Any, nest: bool = False) -> Any:
    """Pixels that vectors of any length point to.

    >>> import healpixel.compat.healpy as hp
    >>> int(hp.vec2pix(16, 0, 0, -1))
    3068
    """
    room, at = _room(nside, nest)
    return as_healpy(room.hash_vec(at, x, y, z))


def pix2vec(nside: Any, ipix: Any, nest: bool = False) -> tuple[Any, Any, Any]:
    """Unit vectors to the centres of pixels.

    >>> import healpixel.compat.healpy as hp
    >>> hp.pix2vec(1, 4)
    (np.float64(1.0), np.float64(0.0), np.float64(0.0))
    """
    room, at = _room(nside, nest)
    x, y, z = as_healpy(room.center_vec(at, ipix))
    return x, y, z


def ang2vec(theta: Any, phi: Any, lonlat: bool = False) -> NDArray[Any]:
    """Unit vectors of positions, on a last axis of 3.

    >>> import healpixel.compat.healpy as hp
    >>> hp.ang2vec(90, 0, lonlat=True).round(15)
    array([0., 1., 0.])
    """
    if lonlat:
        lon, lat = np.radians(np.asarray(theta, dtype=np.float64)), np.radians(np.asarray(phi, dtype=np.float64))
        if not np.all(np.abs(lat) <= HALF_PI):
            raise refused("a latitude is outside [-90, 90] degrees")
        across, z = np.cos(lat), np.sin(lat)
    else:
        latitude(theta)
        theta, lon = numbers(theta), numbers(phi)
        if not np.all(theta <= math.pi):
            raise refused("a theta is outside [0, pi]")
        across, z = np.sin(theta), np.cos(theta)
    if not np.all(np.isfinite(lon)):
        raise refused("a longitude is not finite")
    return np.array(np.broadcast_arrays(across * np.cos(lon), across * np.sin(lon), z)).T


def vec2ang(vectors: Any, lonlat: bool = False) -> tuple[NDArray[Any], NDArray[Any]]:
    """Positions that vectors of any length point to, always as arrays of one dimension.

    >>> import healpixel.compat.healpy as hp
    >>> hp.vec2ang([0, 1, 0], lonlat=True)
    (array([90.]), array([0.]))
    """
    vectors = np.asarray(vectors, dtype=np.float64)
    if vectors.size % 3:
        raise refused(f"{vectors.size} numbers are no vectors of three")
    x, y, z = vectors.reshape(-1, 3).T
    across = np.hypot(x, y)
    if not np.all(np.isfinite(across + np.abs(z))) or not np.all(across + np.abs(z) > 0.0):
        raise refused("a vector has no direction: it must be finite and not zero")
    phi = np.arctan2(y, x)
    phi = np.where(phi < 0.0, phi + 2 * math.pi, phi)
    phi = np.where(phi < 2 * math.pi, phi, 0.0)
    if lonlat:
        return np.degrees(phi), np.degrees(np.arctan2(z, across))
    return np.arctan2(across, z), phi


def dir2vec(theta: Any, phi: Any = None, lonlat: bool = False) -> NDArray[Any]:
    """Unit vectors of positions, on a first axis of 3; both angles may be given as one sequence.

    >>> import healpixel.compat.healpy as hp
    >>> hp.dir2vec((90, 0), lonlat=True).round(15)
    array([0., 1., 0.])
    """
    if phi is None:
        theta, phi = theta
    return np.squeeze(np.moveaxis(np.atleast_2d(ang2vec(np.ravel(theta), np.ravel(phi), lonlat)), -1, 0))


def vec2dir(vec: Any, vy: Any = None, vz: Any = None, lonlat: bool = False) -> NDArray[Any]:
    """Positions that vectors point to, on a first axis of 2; x, y, z may be given as one sequence. Longitudes from -pi to pi, as healpy's.

    >>> import healpixel.compat.healpy as hp
    >>> hp.vec2dir(0, 0, 1)
    array([0., 0.])
    """
    x, y, z = np.asarray(vec if vy is None else np.broadcast_arrays(vec, vy, vz), dtype=np.float64)
    theta, phi = np.arctan2(np.hypot(x, y), z), np.arctan2(y, x)
    if not np.all(np.isfinite(x + y + z)) or not np.all((theta != 0.0) | (z > 0.0)):
        raise refused("a vector has no direction: it must be finite and not zero")
    return np.degrees([phi, HALF_PI - theta]) if lonlat else np.array([theta, phi])


def ring2nest(nside: Any, ipix: Any) -> Any:
    """Nested numbers of ring pixels.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.ring2nest(16, [1504, 1520]))
    [1130 1386]
    """
    depth_of(nside)
    return as_healpy(rings.to_nested(nside, ipix))


def nest2ring(nside: Any, ipix: Any) -> Any:
    """Ring numbers of nested pixels.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.nest2ring(16, [1130, 1386]))
    [1504 1520]
    """
    return as_healpy(nested.to_ring(depth_of(nside), ipix))


def pix2xyf(nside: Any, ipix: Any, nest: bool = False) -> tuple[Any, Any, Any]:
    """Coordinates in base pixels, and base pixels.

    >>> import healpixel.compat.healpy as hp
    >>> hp.pix2xyf(16, 1440)
    (np.int64(8), np.int64(8), np.int64(4))
    """
    room, at = _room(nside, nest)
    face, x, y = as_healpy(room.to_face_ij(at, ipix))
    return x, y, face


def xyf2pix(nside: Any, x: Any, y: Any, face: Any, nest: bool = False) -> Any:
    """Pixels at coordinates in base pixels.

    >>> import healpixel.compat.healpy as hp
    >>> int(hp.xyf2pix(16, 8, 8, 4))
    1440
    """
    room, at = _room(nside, nest)
    return as_healpy(room.from_face_ij(at, face, x, y))


def get_all_neighbours(nside: Any, theta: Any, phi: Any = None, nest: bool = False, lonlat: bool = False) -> NDArray[Any]:
    """The eight neighbours SW, W, NW, N, NE, E, SE, S, on a first axis of 8, of pixels, or (with `phi`) of those at positions. -1 where there is none.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.get_all_neighbours(1, 4))
    [11  7  3 -1  0  5  8 -1]
    """
    room, at = _room(nside, nest)
    cell = theta if phi is None else ang2pix(nside, theta, phi, nest, lonlat)
    return rows_first(room.neighbors(at, cell), NEIGHBOUR_ORDER)


def get_interp_weights(
    nside: Any, theta: Any, phi: Any = None, nest: bool = False, lonlat: bool = False
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The four pixels around positions and their weights, each on a first axis of 4; without `phi` around the centres of pixels.

    Weights are never negative or NaN, and their sum is 1.

    >>> import healpixel.compat.healpy as hp
    >>> pixels, weights = hp.get_interp_weights(1, 0, 0)
    >>> print(pixels, weights)
    [1 2 3 0] [0.25 0.25 0.25 0.25]
    """
    room, at = _room(nside, nest)
    if phi is None:
        lon, lat = room.center(at, theta)
        pixels, weights = room.interpolate_rings(at, lon, lat)
    else:
        pixels, weights = at_position(room.interpolate_rings, at, theta, phi, lonlat)
    return rows_first(pixels, range(4)), rows_first(weights, range(4))


def boundaries(nside: Any, pix: Any, step: int = 1, nest: bool = False) -> NDArray[Any]:
    """Unit vectors along the edges of pixels, `step` on each side, from the northern corner by west, south and east: on two last axes, of 3 and of 4 `step`.

    >>> import healpixel.compat.healpy as hp
    >>> hp.boundaries(1, [0, 1], step=2).shape
    (2, 3, 8)
    """
    room, at = _room(nside, nest)
    if not 1 <= step <= MAX_STEP:
        raise refused(f"step {step} is outside 1..={MAX_STEP}", step)
    lon, lat = room.path_along_edge(at, pix, step, unit="rad")
    # There from the southern corner by east: the north is half of the way.
    lon, lat = (np.roll(angle, -2 * step, axis=-1) for angle in (lon, lat))
    across = np.cos(lat)
    return np.stack([across * np.cos(lon), across * np.sin(lon), np.sin(lat)], axis=-2)


def ringinfo(nside: Any, ring: Any) -> tuple[Any, Any, Any, Any, Any]:
    """Rings as a whole: first ring pixels, numbers of pixels, cosine and sine of the colatitude, and whether the first centre is not at phi 0.

    >>> import healpixel.compat.healpy as hp
    >>> start, count, z, s, shifted = hp.ringinfo(2, [1, 2])
    >>> print(start, count, shifted)
    [0 4] [4 8] [ True  True]
    """
    start, count, lat, shifted = as_healpy(rings.info(nside, ring, unit="rad"))
    return start, count, np.sin(lat), np.cos(lat), shifted


def pix2ring(nside: Any, pix: Any, nest: bool = False) -> Any:
    """Numbers of the rings that pixels lie on, from 1.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.pix2ring(2, [0, 4, 47]))
    [1 2 7]
    """
    if nest:
        pix = nested.to_ring(depth_of(nside), pix)
    return as_healpy(rings.ring_of(nside, pix))
