"""Regions: what they hold, how they are combined, written, kept and refused."""

from __future__ import annotations

import concurrent.futures
import copy
import multiprocessing
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import healpixel as hp
from healpixel import HealpixError, Region

RNG = np.random.default_rng(6)
# Uniform on the sphere, and so far from any border of this file's shapes that rounding does not decide.
LON = RNG.uniform(-360.0, 720.0, 20_000)
LAT = np.degrees(np.arcsin(RNG.uniform(-1.0, 1.0, 20_000)))


def vectors(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def distances(lon, lat, lon0, lat0):
    """In degrees; of any size, without loss."""
    a, b = vectors(lon, lat), vectors(lon0, lat0)
    return np.degrees(np.arctan2(np.linalg.norm(np.cross(a, b), axis=-1), a @ b))


def offset(lon, lat, distance, position_angle):
    """The position so far from another in a direction."""
    lat, d, pa = np.radians(lat), np.radians(distance), np.radians(position_angle)
    north = np.arcsin(np.sin(lat) * np.cos(d) + np.cos(lat) * np.sin(d) * np.cos(pa))
    east = np.arctan2(np.sin(pa) * np.sin(d) * np.cos(lat), np.cos(d) - np.sin(lat) * np.sin(north))
    return lon + np.degrees(east), np.degrees(north)


def tangent_plane(lon, lat, lon0, lat0):
    """Gnomonic coordinates, east and north, and whether the position is on the near side."""
    east, north = vectors(lon0 + 90.0, 0.0), vectors(lon0, lat0 + 90.0)
    v = vectors(lon, lat)
    depth = v @ vectors(lon0, lat0)
    with np.errstate(divide="ignore", over="ignore"):
        return v @ east / depth, v @ north / depth, depth > 0


def brute_ellipse(lon0, lat0, a, b, pa):
    focus = np.degrees(np.arccos(np.cos(np.radians(a)) / np.cos(np.radians(b))))
    one, two = offset(lon0, lat0, focus, pa), offset(lon0, lat0, -focus, pa)
    return distances(LON, LAT, *one) + distances(LON, LAT, *two) <= 2 * a


def brute_box(lon0, lat0, width, height, pa):
    x, y, near = tangent_plane(LON, LAT, lon0, lat0)
    turn = np.radians(pa)
    # The width turns with the box, from east towards south: through east the height goes from north.
    across, along = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
    limits = np.tan(np.radians(width / 2)), np.tan(np.radians(height / 2))
    return near & (np.abs(across) <= limits[0]) & (np.abs(along) <= limits[1])


def brute_hull(lon, lat):
    """Inside a convex ring that runs counterclockwise."""
    corners, v = vectors(np.asarray(lon), np.asarray(lat)), vectors(LON, LAT)
    inside = np.ones(len(LON), bool)
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        inside &= v @ np.cross(a, b) >= 0
    return inside


@pytest.mark.parametrize("radius", [0.5, 30.0, 90.0, 140.0, 179.0])
@pytest.mark.parametrize("center", [(0.0, 0.0), (200.0, -89.9), (-77.0, 41.8)])
def test_cones_hold_what_is_near(center, radius):
    expected = distances(LON, LAT, *center) <= radius
    assert np.array_equal(Region.cone(*center, radius).contains(LON, LAT), expected)


def test_annuli_hold_what_is_neither_near_nor_far():
    d = distances(LON, LAT, 130.0, -40.0)
    assert np.array_equal(Region.annulus(130.0, -40.0, 20.0, 60.0).contains(LON, LAT), (20.0 <= d) & (d <= 60.0))


@pytest.mark.parametrize("pa", [0.0, 35.0, 90.0, 170.0, 300.0])
@pytest.mark.parametrize("center", [(10.0, 0.0), (250.0, 75.0)])
def test_ellipses_hold_what_is_near_their_foci(center, pa):
    region = Region.elliptical_cone(*center, 50.0, 20.0, pa)
    assert np.array_equal(region.contains(LON, LAT), brute_ellipse(*center, 50.0, 20.0, pa))


@pytest.mark.parametrize("pa", [0.0, 35.0, 90.0, 200.0])
@pytest.mark.parametrize("center", [(10.0, 0.0), (250.0, 75.0)])
def test_boxes_have_great_circles_as_sides(center, pa):
    assert np.array_equal(Region.box(*center, 80.0, 30.0, pa).contains(LON, LAT), brute_box(*center, 80.0, 30.0, pa))


@pytest.mark.parametrize(
    "lon_min, lon_max", [(0.0, 180.0), (350.0, 370.0), (350.0, 10.0), (-20.0, 20.0), (180.0, 360.0), (180.0, 0.0)]
)
def test_zones_run_eastwards(lon_min, lon_max):
    width = (lon_max - lon_min) % 360.0
    expected = ((LON - lon_min) % 360.0 <= width) & (LAT >= -20.0) & (LAT <= 55.0)
    assert np.array_equal(Region.zone(lon_min, -20.0, lon_max, 55.0).contains(LON, LAT), expected)


def test_polygons_hold_what_is_at_the_left_of_all_sides():
    lon, lat = [10.0, 80.0, 60.0, 20.0], [-30.0, -20.0, 40.0, 50.0]
    expected = brute_hull(lon, lat)
    assert 0 < expected.sum() < len(expected)
    for reverse in (slice(None), slice(None, None, -1)):
        assert np.array_equal(Region.polygon(lon[reverse], lat[reverse]).contains(LON, LAT), expected)
    assert np.array_equal(Region.polygon(lon[::-1], lat[::-1], interior="left").contains(LON, LAT), ~expected)
    assert np.array_equal(Region.polygon(lon, lat, interior=(200.0, 0.0)).contains(LON, LAT), ~expected)


def test_rings_of_polygons_come_in_several_ways():
    outer, inner = ([0, 40, 40, 0], [0, 0, 40, 40]), ([10, 10, 20], [10, 20, 10])
    lists = Region.polygon([outer[0], inner[0]], [outer[1], inner[1]])
    arrays = Region.polygon([np.array(outer[0]), np.array(inner[0])], [np.array(outer[1]), np.array(inner[1])])
    assert lists == arrays
    expected = brute_hull(*outer) & ~brute_hull([10, 20, 10], [10, 10, 20])
    assert np.array_equal(lists.contains(LON, LAT), expected)
    # Two rings of one length are an array of two dimensions.
    square = ([10, 20, 20, 10], [10, 10, 20, 20])
    plane = Region.polygon(np.array([outer[0], square[0]]), np.array([outer[1], square[1]]))
    assert plane == Region.polygon([outer[0], square[0]], [outer[1], square[1]])


def test_set_operations_are_those_of_the_points():
    shapes = [
        Region.cone(20.0, 10.0, 40.0),
        Region.zone(0.0, -30.0, 90.0, 30.0),
        Region.polygon([0, 90, 180, 270], [60, 60, 60, 60]),
    ]
    a, b, c = (shape.contains(LON, LAT) for shape in shapes)
    A, B, C = shapes
    for region, expected in [
        (A | B, a | b),
        (A & B, a & b),
        (A - B, a & ~b),
        (~A, ~a),
        ((A | B) & ~C, (a | b) & ~c),
        (~(A & B | C), ~(a & b | c)),
        (Region.union_all(shapes), a | b | c),
        (Region.intersection_all(shapes), a & b & c),
        (Region.union_all([]), np.zeros_like(a)),
        (Region.intersection_all([]), np.ones_like(a)),
        (A - A & Region.empty(), np.zeros_like(a)),
        (~Region.empty() & A, a),
        (Region.all_sky() & A, a),
        (~~A, a),
    ]:
        assert np.array_equal(region.contains(LON, LAT), expected), region
    # Operators make new regions.
    assert np.array_equal(A.contains(LON, LAT), a)


angles = st.floats(-720.0, 720.0)
latitudes = st.floats(-90.0, 90.0)


@st.composite
def regions(draw):
    shape = st.one_of(
        st.builds(Region.cone, angles, latitudes, st.floats(0.0, 180.0)),
        st.builds(
            lambda lon, lat, r: Region.annulus(lon, lat, min(r), max(r)),
            angles,
            latitudes,
            st.tuples(st.floats(0, 180), st.floats(0, 180)),
        ),
        st.builds(
            lambda lon, lat, s: Region.elliptical_cone(lon, lat, max(s), min(s), 30.0),
            angles,
            latitudes,
            st.tuples(st.floats(0.1, 80), st.floats(0.1, 80)),
        ),
        st.builds(
            lambda lon, lat: Region.zone(lon[0], min(lat), lon[1], max(lat)),
            st.tuples(angles, angles),
            st.tuples(latitudes, latitudes),
        ),
        st.builds(Region.box, angles, latitudes, st.floats(0.1, 170), st.floats(0.1, 170), st.floats(0, 360)),
        st.just(Region.polygon([0, 60, 30], [0, 0, 50], unit="deg")),
        st.just(Region.cone(0.1, 0.2, 0.3, unit="rad")),
        st.just(Region.from_stcs("Union ICRS (Circle 10 20 3 Not (Circle 9 20 1))")),
        st.sampled_from([Region.all_sky(), Region.empty()]),
    )
    return draw(
        st.recursive(
            shape,
            lambda inner: st.one_of(
                st.builds(lambda a, b: a | b, inner, inner),
                st.builds(lambda a, b: a & b, inner, inner),
                st.builds(lambda a, b: a - b, inner, inner),
                st.builds(lambda a: ~a, inner),
            ),
            max_leaves=4,
        )
    )


@settings(max_examples=60, deadline=None)
@given(regions())
def test_written_and_kept_regions_come_back_as_they_were(region):
    assert eval(repr(region), {"Region": Region}) == region
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(region, protocol)) == region
    assert copy.copy(region) is region
    assert copy.deepcopy([region])[0] is region


@settings(max_examples=60, deadline=None)
@given(regions(), regions(), angles, latitudes)
def test_de_morgan(a, b, lon, lat):
    at = (lon, lat)
    assert (at in ~(a | b)) == (at in ~a & ~b)
    assert (at in ~(a & b)) == (at in ~a | ~b)
    assert (at in a - b) == (at in a and at not in b)
    assert bool(a.contains(lon, lat)) == (at in a)


@settings(max_examples=25, deadline=None)
@given(regions(), st.integers(0, 3), st.data())
def test_relation_agrees_with_the_coverage(region, depth, data):
    cells = data.draw(st.lists(st.integers(0, 12 * 4**depth - 1), max_size=8, unique=True))
    flat, full = hp.Coverage.of(depth, region).flat()
    state = dict(zip(flat.tolist(), (1 + full.astype(int)).tolist(), strict=True))
    assert region.relation(depth, np.array(cells, int)).tolist() == [state.get(cell, 0) for cell in cells]


def test_large_regions_are_kept_and_counted():
    lon = np.linspace(0.0, 359.0, 1000)
    many = Region.union_all([Region.polygon(lon, 60.0 + np.sin(np.radians(lon))), Region.cone(1, 2, 3)])
    assert repr(many) == "<Region.polygon of 1 ring, 1000 vertices> | Region.cone(1.0, 2.0, 3.0)"
    assert pickle.loads(pickle.dumps(many)) == many
    assert repr(Region.union_all(Region.cone(lon, 0, 1) for lon in range(40))) == "<Region of 40 shapes>"
    text = '{"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]]}'
    geo = Region.from_geojson(text)
    assert eval(repr(geo)) == geo == pickle.loads(pickle.dumps(geo)) == Region.polygon([0, 9, 9, 0], [0, 0, 9, 9])


def test_regions_go_to_other_processes():
    region = Region.cone(10, 20, 5) - Region.polygon([8, 12, 12], [19, 19, 22])
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(hp.Coverage.with_budget, 6, region, 1).result() == hp.Coverage.with_budget(6, region, 1)
        assert pool.submit(region.relation, 3, 0).result() == region.relation(3, 0)


def test_damaged_pickles_are_refused():
    make, (steps,) = (Region.cone(1, 2, 3) | Region.cone(2, 2, 3)).__reduce__()
    assert make(steps) == Region.cone(1, 2, 3) | Region.cone(2, 2, 3)
    for bad in [
        [],
        steps[:2],
        steps[2:],
        [*steps, ("~", 2)],
        [*steps, ("?", 1)],
        [*steps, ("|", 5)],
        [("cone", (1.0,), "deg")],
    ]:
        with pytest.raises(HealpixError):
            make(bad)


def test_nesting_has_an_end():
    a, b = Region.cone(0, 0, 10), Region.cone(5, 0, 10)
    region = a
    for _ in range(127):
        region = (region | b) & a
    assert pickle.loads(pickle.dumps(region)) == region
    assert (4.0, 0.0) in region
    with pytest.raises(HealpixError, match="nested more than 256 deep"):
        for _ in range(3):
            region = (region | b) & a
    # Many members beside each other are no nesting.
    flat = region
    for _ in range(300):
        flat = flat & a
    assert (4.0, 0.0) in flat


def test_units_and_astropy():
    u = pytest.importorskip("astropy.units")
    coordinates = pytest.importorskip("astropy.coordinates")
    degrees = Region.cone(83.8, -5.4, 0.5)
    assert Region.cone(83.8 * u.deg, -5.4 * u.deg, 30 * u.arcmin) == degrees
    sky = coordinates.SkyCoord(83.8, -5.4, unit="deg")
    assert Region.cone(sky, radius=0.5) == degrees
    assert sky in degrees and coordinates.SkyCoord(83.8, 5.4, unit="deg") not in degrees
    ring = coordinates.SkyCoord([0, 40, 40], [0, 0, 40], unit="deg")
    assert Region.polygon(ring) == Region.polygon([0, 40, 40], [0, 0, 40]) == Region.polygon([ring])
    assert Region.polygon(ring, interior=sky) == Region.polygon([0, 40, 40], [0, 0, 40], interior=(83.8, -5.4))
    rad = Region.cone(1.0, 0.5, 0.1, unit="rad")
    assert rad.contains(1.0, 0.59, unit="rad") and not rad.contains(1.0, 0.61, unit="rad")
    near, far = np.degrees([0.59, 0.61])
    assert rad.contains(np.degrees(1.0), [near, far]).tolist() == [True, False]
    assert Region.zone(*(np.array([1.0, 0.1, 2.0, 0.4]) * u.rad), unit="rad") == Region.zone(
        1.0, 0.1, 2.0, 0.4, unit="rad"
    )
    with pytest.raises(TypeError, match="lon must be a single number"):
        Region.cone(coordinates.SkyCoord([1, 2], [1, 2], unit="deg"), radius=1)


def test_contains_takes_what_other_functions_take():
    region = Region.zone(0, 0, 90, 90)
    grid = region.contains(np.array([[10.0], [100.0]]), np.array([5.0, -5.0, 50.0]))
    assert grid.tolist() == [[True, False, True], [False, False, False]]
    out = np.zeros(2, bool)
    assert region.contains([10.0, 100.0], 5.0, out=out) is out and out.tolist() == [True, False]
    masked = region.contains([10.0, np.nan], 5.0, errors="mask")
    assert masked.tolist() == [True, None]
    assert region.contains([10.0, np.nan], 5.0, errors="ignore").tolist() == [True, False]
    assert region.contains(10, 5) is True
    n = 200_000
    lon, lat = RNG.uniform(0, 360, n), RNG.uniform(-90, 90, n)
    assert np.array_equal(region.contains(lon, lat, threads=2), region.contains(lon, lat))


@pytest.mark.parametrize(
    "call, text, value",
    [
        (lambda: Region.cone(0, 95, 1), "latitude 95 is outside [-90, 90] degrees", 95.0),
        (lambda: Region.cone(0, 2, 1, unit="rad"), "latitude 2 is outside", 2.0),
        (lambda: Region.cone(np.inf, 0, 1), "longitude inf is not a finite number", np.inf),
        (lambda: Region.cone(0, 0, -1), "radius -1 is outside [0, 180] degrees", -1.0),
        (lambda: Region.cone(0, 0, 3.2, unit="rad"), "radius 3.2 is outside [0, 3.14", 3.2),
        (lambda: Region.annulus(0, 0, 3, 1), "the inner radius 3 is larger than the outer radius 1", None),
        (lambda: Region.elliptical_cone(0, 0, 1, 2, 0), "must satisfy 0 < b <= a <= 90 degrees", None),
        (lambda: Region.elliptical_cone(0, 0, 2, 1, 361), "position angle 361 is outside [0, 360] degrees", 361.0),
        (lambda: Region.zone(0, 10, 10, 0), "southern latitude 10", None),
        (lambda: Region.box(0, 0, 180, 1), "width 180 is outside (0, 180) degrees", 180.0),
        (lambda: Region.box(0, 0, 1, 0), "height 0 is outside (0, 180) degrees", 0.0),
        (lambda: Region.polygon([], []), "ring 0 of the polygon has 0 distinct vertices", None),
        (lambda: Region.polygon([0, 1], [0, 1]), "ring 0 of the polygon has 2 distinct vertices", None),
        (lambda: Region.polygon([0, 10, 0, 10], [0, 0, 10, 10]), "crosses edge", None),
        (
            lambda: Region.polygon([0, 10, np.nan], [0, 0, 10]),
            "vertex 2 of ring 0: longitude NaN is not a finite",
            np.nan,
        ),
        (
            lambda: Region.polygon([[0, 9, 9], [0, 9, 9]], [[0, 0, 9], [50, 99, 60]]),
            "vertex 1 of ring 1: latitude 99",
            99.0,
        ),
        (lambda: Region.polygon([0, 180, 90], [10, -10, 80]), "joins two opposite points", None),
        (lambda: Region.polygon([0, 9, 9], [0, 0, 9], interior=(0, 0)), "control point lies on the border", None),
        (lambda: Region.polygon([0, 9, 9], [0, 0, 9], interior="right"), "is none of", None),
        (lambda: Region.polygon([[0, 9, 9]], [[0, 0, 9], [1, 2, 3]]), "there are 1 rings of lon, but 2 of lat", None),
        (lambda: Region.polygon(np.zeros((2, 2, 3)), np.zeros((2, 2, 3))), "has no vertices", None),
        (lambda: Region.polygon([0, 9, 9], [0, 0]), "of one length", None),
        (lambda: Region.polygon(np.ma.array([0, 9, 9], mask=[0, 0, 1]), [0, 0, 9]), "element 2 is masked", None),
        (lambda: Region.from_stcs("Circle ICRS 1 2"), "line 1, column 16: expected one more number", None),
        (lambda: Region.from_geojson("{"), "line 1, column", None),
        (lambda: Region.cone(0, 0, 1, unit="hour"), 'unit "hour" is none of', None),
        (lambda: Region.cone(0, 0, 1).relation(1, 48), "cell 48 does not exist", 48),
        (lambda: Region.cone(0, 0, 1).relation(30, 4), "depth 30 is outside", 30),
        (lambda: Region.cone(0, 0, 1).relation(1, -1), "cell -1 does not exist", -1),
        (lambda: Region.cone(0, 0, 1).contains(0, 95), "latitude 95", 95.0),
        (lambda: (0, 95) in Region.cone(0, 0, 1), "latitude 95", 95.0),
    ],
)
def test_bad_values_are_told(call, text, value):
    with pytest.raises(HealpixError) as raised:
        call()
    assert text in str(raised.value)
    found = raised.value.value
    assert found == value or (isinstance(value, float) and np.isnan(value) and np.isnan(found))


@pytest.mark.parametrize(
    "call, text",
    [
        (lambda: Region(), "cannot create"),
        (lambda: Region.cone(0, 0), "radius is missing"),
        (lambda: Region.cone(0, radius=1), "lat is missing"),
        (lambda: Region.cone("0", 0, 1), "lon must be numbers, not str"),
        (lambda: Region.cone(0, 0, [1, 2]), "radius must be a single number"),
        (lambda: Region.polygon([0, 1, 1]), "lat is missing"),
        (lambda: Region.cone(0, 0, 1) | 5, "unsupported operand"),
        (lambda: 5 in Region.cone(0, 0, 1), "a region holds positions"),
        (lambda: ([1, 2], [3, 4]) in Region.cone(0, 0, 1), "single number"),
        (lambda: Region.union_all([5]), "Region"),
        (lambda: hash(Region.cone(0, 0, 1)), "unhashable"),
    ],
)
def test_wrong_types_are_type_errors(call, text):
    with pytest.raises(TypeError, match=text):
        call()
