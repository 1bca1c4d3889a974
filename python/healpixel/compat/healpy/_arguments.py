"""healpy's ways to give a resolution and a position, as healpixel's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ... import grid
from ..._errors import HealpixError

HALF_PI = math.pi / 2

#: numpy's classes of single results.
SCALARS: dict[type, Callable[[Any], Any]] = {float: np.float64, int: np.int64, bool: np.bool_}


def refused(text: str, value: Any = None) -> HealpixError:
    """The error to raise about that value."""
    error = HealpixError(text)
    error.value = value
    return error


def depth_of(nside: Any) -> Any:
    """The depths of nsides, for nested cells."""
    return grid.depth(nside)


def as_healpy(result: Any) -> Any:
    """Scalars as numpy's, which healpy returns; arrays as they are."""
    if isinstance(result, np.ndarray):
        return result
    if isinstance(result, tuple):
        return tuple([part if isinstance(part, np.ndarray) else as_healpy(part) for part in result])
    scalar = SCALARS.get(type(result))
    return np.asarray(result)[()] if scalar is None else scalar(result)


def numbers(angles: Any) -> Any:
    """Angles in radians as something to calculate with."""
    if isinstance(angles, float):
        return angles
    if hasattr(angles, "to_value"):
        return angles.to_value("rad")
    return np.asarray(angles, dtype=np.float64)


def latitude(theta: Any) -> Any:
    """Latitudes of colatitudes, both in radians.

    The difference is rounded, so a negative colatitude next to 0 would become the pole: it is refused here, all else by the core.
    """
    theta = numbers(theta)
    if np.count_nonzero(theta < 0.0):
        raise bad_theta(theta)
    return HALF_PI - theta


def bad_theta(theta: Any, phi: Any = 0.0) -> HealpixError:
    """The error about the first bad position."""
    theta, phi = np.broadcast_arrays(numbers(theta), numbers(phi))
    bad = ~((theta >= 0.0) & (theta <= math.pi) & np.isfinite(phi))
    first = np.unravel_index(int(np.argmax(bad)), bad.shape)
    if (theta[first] >= 0.0) and (theta[first] <= math.pi):
        error = refused(f"phi {phi[first]} is not finite", float(phi[first]))
    else:
        error = refused(f"theta {theta[first]} is outside [0, pi]; is it a latitude? then say lonlat=True, in degrees", float(theta[first]))
    error.count = int(np.count_nonzero(bad))
    if bad.ndim:
        index = tuple(int(k) for k in first)
        error.index = index[0] if len(index) == 1 else index
        error.args = (f"{error.count} of {bad.size} positions are invalid; the first, at index {error.index}: {error}",)
    return error


def at_position(function: Callable[..., Any], at: Any, theta: Any, phi: Any, lonlat: bool) -> Any:
    """Calls a function of positions."""
    if lonlat:
        return function(at, theta, phi)
    lat, lon = latitude(theta), numbers(phi)
    try:
        return function(at, lon, lat, unit="rad")
    except HealpixError as error:
        if isinstance(error.value, float):
            raise bad_theta(theta, phi) from None
        raise


def wrapped(lon: Any, lat: Any, bounce: bool) -> tuple[Any, Any]:
    """Latitudes beyond the poles as if one had gone on there, in degrees: back where one came from, or over the pole."""
    lat = np.asarray(lat, dtype=np.float64)
    beyond = np.abs(lat) > 90.0
    if not beyond.any():
        return lon, lat
    around = np.mod(lat + 90.0, 360.0)
    back = around > 180.0
    folded = np.where(back, 270.0 - around, around - 90.0)
    if not bounce:
        lon = np.where(beyond & back, np.asarray(lon, dtype=np.float64) + 180.0, lon)
    return lon, np.where(beyond, folded, lat)


def rows_first(array: NDArray[Any], order: Sequence[int]) -> NDArray[Any]:
    """The last axis as the first, in that order: healpy's neighbours and weights."""
    rows = np.empty((len(order), *array.shape[:-1]), dtype=array.dtype)
    for row, place in enumerate(order):
        rows[row] = array[..., place]
    return rows
