"""The projections by numbers: forward and back, where known places lie, which way is east."""

import numpy as np
import pytest

import healpixel as hp
from healpixel._plot._projections import NAMES, Gnomonic, named
from healpixel._plot._view import View, great_circle
from pictures import clean  # noqa: F401

ALL = sorted(NAMES)


def a_view(name, center=(0.0, 0.0), rotation=0.0, astro=True, size=None):
    return View(named(name, size), center, rotation, astro)


def sky(n=20_000):
    rng = np.random.default_rng(6)
    return rng.uniform(0.0, 360.0, n), np.degrees(np.arcsin(rng.uniform(-1.0, 1.0, n)))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("astro", [True, False])
@pytest.mark.parametrize("center, rotation", [((0.0, 0.0), 0.0), ((123.4, -56.7), 30.0), ((10.0, 90.0), 0.0), ((350.0, 0.0), -170.0)])
def test_there_and_back(name, astro, center, rotation):
    view = a_view(name, center, rotation, astro, size=140.0 if name == "gnomonic" else None)
    lon, lat = sky()
    x, y = view.project(lon, lat)
    seen = np.isfinite(x)
    share = {"orthographic": 0.5, "gnomonic": (1.0 - 0.087) / 2.0}.get(name, 1.0)
    assert abs(seen.mean() - share) < 0.02
    back = view.unproject(x[seen], y[seen])
    # Near the limb of a globe a step on the plane is a large one on the sky.
    assert np.max(hp_distance(lon[seen], lat[seen], *back)) < (1e-5 if name == "orthographic" else 3e-7)


def hp_distance(lon1, lat1, lon2, lat2):
    """Degrees."""
    lon1, lat1, lon2, lat2 = (np.radians(angle) for angle in (lon1, lat1, lon2, lat2))
    chord = np.sin((lat1 - lat2) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon1 - lon2) / 2) ** 2
    return np.degrees(2 * np.arcsin(np.sqrt(chord)))


@pytest.mark.parametrize("name", ALL)
def test_east_is_left_on_the_sky_and_right_on_the_ground(name):
    for astro, sign in [(True, -1.0), (False, 1.0)]:
        x, y = a_view(name, astro=astro).project([1.0, 359.0, 0.0, 0.0], [0.0, 0.0, 1.0, -1.0])
        assert np.all(np.sign(x[:2]) == [sign, -sign])
        assert np.all(np.sign(y[2:]) == [1.0, -1.0])


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("center", [(0.0, 0.0), (279.2347, 38.7837), (37.95, 89.26)])
def test_the_middle_is_in_the_middle_and_a_turn_is_counter_clockwise(name, center):
    assert np.allclose(a_view(name, center).project(*center), 0.0, atol=1e-12)
    north = min(center[1] + 0.1, 90.0)
    x, y = a_view(name, center).project(center[0], north)
    assert abs(x) < 1e-12 and y > 0.0
    x, y = a_view(name, center, rotation=90.0).project(center[0], north)
    assert x < 0.0 and abs(y) < 1e-12


def test_known_places():
    root = np.sqrt(2.0)
    # Mollweide by hand: the equator has its full length; at latitude 41.8103 theta is 30 degrees (2 theta + sin 2 theta = pi sin lat).
    lat = np.degrees(np.arcsin((np.pi / 3 + np.sin(np.pi / 3)) / np.pi))
    x, y = a_view("mollweide").project([90.0, 179.99999999, 0.0, 0.0, 180.0 - 1e-9], [0.0, 0.0, 90.0, lat, lat])
    assert np.allclose(x, [-1.0, -2.0, 0.0, 0.0, -2.0 * np.cos(np.pi / 6)], atol=1e-9)
    assert np.allclose(y, [0.0, 0.0, 1.0, 0.5, 0.5], atol=1e-12)
    # Aitoff: 90 degrees of longitude and the pole.
    x, y = a_view("aitoff").project([90.0, 0.0], [0.0, 90.0])
    assert np.allclose([x, y], [[-1.0, 0.0], [0.0, 1.0]], atol=1e-12)
    # Aitoff at lon 90, lat 45: alpha = acos(cos 45 cos 45) = 60 degrees.
    x, y = a_view("aitoff", astro=False).project(90.0, 45.0)
    alpha = np.pi / 3
    assert np.allclose([x, y], np.array([2 * 0.5, root / 2]) * alpha / np.sin(alpha) / (np.pi / 2))
    x, y = a_view("orthographic").project([30.0, 0.0, 120.0], [0.0, 45.0, 0.0])
    assert np.allclose([x[:2], y[:2]], [[-0.5, 0.0], [0.0, root / 2]])
    assert np.isnan(x[2]) and np.isnan(y[2])
    x, y = a_view("gnomonic").project([45.0, 0.0], [0.0, -45.0])
    assert np.allclose([x, y], [[-np.degrees(1.0), 0.0], [0.0, -np.degrees(1.0)]])
    x, y = a_view("cartesian", center=(100.0, 0.0)).project([90.0, 300.0], [10.0, -20.0])
    assert np.allclose([x, y], [[10.0, 160.0], [10.0, -20.0]])


def test_stars_of_orion_lie_as_on_the_sky():
    """Betelgeuse upper left, Bellatrix upper right, Rigel lower right, Saiph lower left, seen from the northern hemisphere."""
    lon, lat = [88.7929, 81.2828, 78.6345, 86.9391], [7.4071, 6.3497, -8.2016, -9.6696]
    x, y = a_view("gnomonic", center=(84.0, 0.0), size=30.0).project(lon, lat)
    assert np.all(np.sign(x) == [-1, 1, 1, -1]) and np.all(np.sign(y) == [1, 1, -1, -1])
    # Betelgeuse and Rigel are 18.6 degrees apart; near the middle the plane keeps distances.
    assert abs(np.hypot(x[0] - x[2], y[0] - y[2]) - 18.6) < 0.4


def test_areas_are_equal_on_a_mollweide_map():
    lon, lat = sky(200_000)
    x, y = a_view("mollweide", (80.0, 30.0)).project(lon, lat)
    count, *_ = np.histogram2d(x, y, bins=[np.linspace(-1, 1, 6), np.linspace(-0.5, 0.5, 4)])
    expected = len(lon) * (2.0 / 5.0) * (1.0 / 3.0) / (2.0 * np.pi)
    assert np.all(np.abs(count - expected) < 5.0 * np.sqrt(expected))


@pytest.mark.parametrize("name", ["mollweide", "aitoff", "orthographic"])
def test_no_sky_beyond_the_limb(name):
    view = a_view(name, (33.0, 44.0))
    right, top = view.projection.limits[1], view.projection.limits[3]
    turn = np.linspace(0.0, 2.0 * np.pi, 360)
    for radius, inside in [(0.999999, True), (1.000001, False)]:
        lon, lat = view.unproject(radius * right * np.cos(turn), radius * top * np.sin(turn))
        assert np.all(np.isfinite(lon) == inside) and np.all(np.isfinite(lat) == inside)


def test_bad_latitudes_are_nowhere():
    assert np.isnan(a_view("mollweide").project(0.0, [91.0, np.nan])).all()


def test_positions_of_all_kinds():
    units, coordinates = pytest.importorskip("astropy.units"), pytest.importorskip("astropy.coordinates")
    healpixel = hp.plot(None).healpixel
    expected = np.array(healpixel.project([279.2347, 10.0], [38.7837, -20.0]))
    same = [
        healpixel.project(np.radians([279.2347, 10.0]) * units.rad, [38.7837, -20.0] * units.deg),
        healpixel.project(coordinates.SkyCoord([279.2347, 10.0], [38.7837, -20.0], unit="deg")),
        healpixel.project(np.array([279.2347, 10.0]) - 720.0, [38.7837, -20.0]),
    ]
    assert all(np.allclose(places, expected) for places in same)
    none = healpixel.project(np.ma.masked_greater([1.0, 999.0], 360.0), [0.0, 0.0])
    assert np.isnan(none).tolist() == [[False, True], [False, True]]
    assert np.isnan(healpixel.project([np.inf, np.nan], 0.0)).all()
    with pytest.raises(TypeError, match="lat is missing"):
        healpixel.project(3.0)


def test_a_field_is_as_wide_as_asked():
    plane = Gnomonic(4.0, 2.0)
    lon, lat = View(plane, (50.0, 0.0), 0.0, True).unproject([plane.limits[0], 0.0], [0.0, plane.limits[3]])
    assert np.allclose([lon[0], lat[1]], [52.0, 1.0])


def test_lines_over_the_seam_are_drawn_at_both_ends():
    lines = a_view("mollweide").curves(np.array([[170.0, 190.0], [10.0, 20.0]]), np.zeros((2, 2)))
    ends = sorted(tuple(sorted(line[:, 0].round(3))) for line in lines)
    assert ends == [(-2.111, -1.889), (-0.222, -0.111), (1.889, 2.111)]


def test_great_circles():
    lon, lat = great_circle(np.array([0.0, 90.0]), np.array([60.0, 60.0]), 1.0)
    # Its northernmost point: tan(lat) = tan(60) / cos(45).
    assert abs(lat.max() - np.degrees(np.arctan(np.sqrt(3.0) * np.sqrt(2.0)))) < 0.01
    steps = hp_distance(lon[:-1], lat[:-1], lon[1:], lat[1:])
    assert steps.max() < 1.0 and np.ptp(steps) < 1e-6


@pytest.mark.parametrize("keywords, error, words", [
    ({"projection": "mercator"}, hp.HealpixError, "no projection 'mercator'.*mollweide"),
    ({"projection": 3}, TypeError, "must be a name"),
    ({"size": 5.0}, hp.HealpixError, "mollweide has none"),
    ({"projection": "gnomonic", "size": 170.0}, hp.HealpixError, "up to 160"),
    ({"projection": "gnomonic", "size": float("nan")}, hp.HealpixError, "up to 160"),
    ({"projection": "gnomonic", "size": [1, 2, 3]}, hp.HealpixError, "width, height"),
    ({"center": 5.0}, TypeError, "center must be"),
    ({"center": (0.0, 91.0)}, hp.HealpixError, "-90 to 90"),
    ({"center": (float("inf"), 0.0)}, hp.HealpixError, "center must be"),
    ({"rotation": float("nan")}, hp.HealpixError, "rotation must be"),
    ({"resolution": 0}, hp.HealpixError, "1 to 8"),
    ({"resolution": 2.5}, TypeError, "integer"),
    ({"graticule": "dots"}, hp.HealpixError, "graticule must be"),
])
def test_refused(keywords, error, words):
    with pytest.raises(error, match=words):
        hp.plot(None, **keywords)
