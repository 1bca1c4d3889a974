"""cdshealpix's angles with units, and what comes back with them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..._errors import HealpixError
from ..._typing import Unit


def refused(text: str, value: Any = None) -> HealpixError:
    """The error to raise about that value."""
    error = HealpixError(text)
    error.value = value
    return error


def _unit_of(angles: dict[str, Any]) -> Unit:
    """Radians if all angles are in radians, and degrees otherwise: what is given in degrees is not rounded on the way."""
    for name, angle in angles.items():
        if not hasattr(angle, "to_value"):
            raise TypeError(f"{name} must be an angle with a unit, like astropy's Longitude, not {type(angle).__name__}")
    return "rad" if all(str(angle.unit) == "rad" for angle in angles.values()) else "deg"


def positions(lon: Any, lat: Any) -> tuple[NDArray[Any], NDArray[Any], Unit]:
    """Longitudes and latitudes of the same shape, as arrays of one dimension at least, and their unit."""
    unit = _unit_of({"lon": lon, "lat": lat})
    if lon.shape != lat.shape:
        raise refused(f"lon and lat must have the same shape, not {lon.shape} and {lat.shape}")
    return np.atleast_1d(lon.to_value(unit)), np.atleast_1d(lat.to_value(unit)), unit


def single(**angles: Any) -> tuple[list[float], Unit]:
    """Single angles and their unit."""
    unit = _unit_of(angles)
    for name, angle in angles.items():
        if angle.shape != ():
            raise refused(f"{name} must be a single angle, not of shape {angle.shape}")
    return [float(angle.to_value(unit)) for angle in angles.values()], unit


def whole_circle(unit: Unit) -> float:
    """360 degrees."""
    return 2 * math.pi if unit == "rad" else 360.0


def many(cells: Any) -> Any:
    """Cells as an array of one dimension at least."""
    cells = np.atleast_1d(cells)
    # numpy takes an empty list for one of floats.
    return cells if cells.size else cells.astype(np.int64)


def unsigned(cells: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Cells as cdshealpix's numbers, without a copy."""
    return cells.view(np.uint64)


def with_units(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> tuple[Any, Any]:
    """Angles in radians as astropy's."""
    from astropy import units  # type: ignore[import-untyped, unused-ignore]
    from astropy.coordinates import Latitude, Longitude  # type: ignore[import-untyped, unused-ignore]

    return Longitude(lon, units.rad, copy=False), Latitude(lat, units.rad, copy=False)


def as_skycoord(lon: Any, lat: Any) -> Any:
    """Positions as one of astropy's, in ICRS."""
    from astropy.coordinates import SkyCoord  # type: ignore[import-untyped, unused-ignore]

    return SkyCoord(lon, lat, frame="icrs")


def icrs(skycoord: Any) -> tuple[Any, Any]:
    """Longitude and latitude in ICRS."""
    if not hasattr(skycoord, "icrs"):
        raise TypeError(f"a SkyCoord is needed, not {type(skycoord).__name__}")
    return skycoord.icrs.ra, skycoord.icrs.dec
