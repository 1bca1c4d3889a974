"""Quantities, angles and sky coordinates of astropy, where it is there."""

import subprocess
import sys

import numpy as np
import pytest

from healpixel import nested, ring

u = pytest.importorskip("astropy.units")
coordinates = pytest.importorskip("astropy.coordinates")
Angle, Latitude, Longitude, SkyCoord = (getattr(coordinates, name) for name in ("Angle", "Latitude", "Longitude", "SkyCoord"))

LON, LAT = np.array([10.0, 20.0]), np.array([-5.0, 65.0])
CELLS = nested.hash(10, LON, LAT).tolist()


@pytest.mark.parametrize(
    "position",
    [
        (LON * u.deg, LAT * u.deg),
        (LON * 60 * u.arcmin, LAT * 60 * u.arcmin),
        (Longitude(LON, u.deg), Latitude(LAT, u.deg)),
        (Angle(LON, u.deg), LAT),
        (LON / 15 * u.hourangle, Angle(LAT, u.deg)),
        (SkyCoord(LON, LAT, unit="deg"),),
        (SkyCoord(LON, LAT, unit="deg", frame="galactic"),),
        (SkyCoord(LON * u.deg, LAT * u.deg, distance=[1, 2] * u.pc),),
    ],
)
def test_units_come_along(position):
    assert nested.hash(10, *position).tolist() == CELLS
    # The keyword says what plain numbers are, not what has a unit.
    if all(hasattr(part, "unit") or isinstance(part, SkyCoord) for part in position):
        assert nested.hash(10, *position, unit="rad").tolist() == CELLS


def test_single_positions():
    assert nested.hash(10, 10 * u.deg, -5 * u.deg) == CELLS[0]
    assert nested.hash(10, SkyCoord("00h40m00s -05d00m00s")) == CELLS[0]
    assert ring.hash(1024, SkyCoord(10, -5, unit="deg")) == nested.to_ring(10, CELLS[0])


def test_shapes_of_coordinates():
    many = SkyCoord(LON[:, None] * u.deg, LAT * u.deg)
    assert nested.hash(10, many).shape == (2, 2)


def test_what_is_no_angle():
    with pytest.raises(u.UnitConversionError):
        nested.hash(10, 3 * u.m, 2 * u.deg)
    with pytest.raises(TypeError, match="x has a unit"):
        nested.hash_vec(10, 3 * u.deg, 2, 1)


def test_astropy_is_not_needed():
    program = "import sys; sys.modules['astropy'] = None; import healpixel as hp; print(hp.nested.hash(10, 10.0, -5.0))"
    assert int(subprocess.check_output([sys.executable, "-c", program])) == CELLS[0]
