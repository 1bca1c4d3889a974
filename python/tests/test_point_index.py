"""Point indexes: against brute force and astropy; their lists, views, pickles and errors."""

from __future__ import annotations

import concurrent.futures
import copy
import gc
import multiprocessing
import pickle
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import healpixel as hp
from healpixel import HealpixError, PointIndex, Region

RNG = np.random.default_rng(666)


def places(n):
    return RNG.uniform(-360.0, 720.0, n), np.degrees(np.arcsin(RNG.uniform(-1.0, 1.0, n)))


LON, LAT = places(3000)
INDEX = PointIndex(LON, LAT)


def vectors(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def distances(lon, lat, lon0, lat0):
    """In degrees, each with each."""
    a, b = np.broadcast_arrays(vectors(lon, lat), vectors(np.asarray(lon0), np.asarray(lat0))[..., None, :])
    return np.degrees(np.arctan2(np.linalg.norm(np.cross(a, b), axis=-1), np.sum(a * b, axis=-1)))


@pytest.mark.parametrize("k", [1, 2, 10, 3000])
def test_nearest_rows_are_those_of_brute_force(k):
    for lon, lat in zip(*places(20), strict=True):
        d = distances(LON, LAT, lon, lat)
        rows, found = INDEX.nearest(lon, lat, k)
        assert rows.dtype == np.int64 and found.dtype == np.float64
        assert np.array_equal(rows, np.argsort(d, kind="stable")[:k])
        assert np.allclose(found, d[rows], rtol=0, atol=1e-12)


@pytest.mark.parametrize("radius", [0.0, 0.3, 5.0, 60.0, 179.5, 180.0])
def test_rows_within_are_those_of_brute_force(radius):
    for lon, lat in zip(*places(20), strict=True):
        d = distances(LON, LAT, lon, lat)
        rows, found = INDEX.within(lon, lat, radius)
        assert set(rows.tolist()) == set(np.flatnonzero(d <= radius).tolist())
        assert np.all(np.diff(found) >= 0) and np.allclose(found, d[rows], rtol=0, atol=1e-12)


def test_border_and_ties():
    index = PointIndex([10, -10, 0, 0, 0], [0, 0, 10, -10, 10])
    assert index.within(0, 0, 10)[0].tolist() == [0, 1, 2, 3, 4]
    assert index.nearest(0, 0, 3)[0].tolist() == [0, 1, 2]
    assert index.nearest(0, 10, 2)[0].tolist() == [2, 4]
    assert index.nearest(0, 10, 2)[1].tolist() == [0.0, 0.0]


def test_lists_of_many_positions_are_those_of_single_ones():
    lon, lat = places(500)
    radius = RNG.uniform(0, 10, 500)
    for threads in (None, 1, 3, 0):
        offsets, rows, found = INDEX.nearest(lon, lat, k=3, threads=threads)
        assert offsets.dtype == rows.dtype == np.int64 and np.array_equal(offsets, np.arange(501) * 3)
        for j in range(500):
            single = INDEX.nearest(lon[j], lat[j], 3)
            assert np.array_equal(rows[3 * j : 3 * j + 3], single[0]) and np.array_equal(
                found[3 * j : 3 * j + 3], single[1]
            )
        offsets, rows, found = INDEX.within(lon, lat, radius, threads=threads)
        assert len(offsets) == 501 and offsets[0] == 0 and offsets[-1] == len(rows) == len(found)
        for j in range(500):
            part = slice(offsets[j], offsets[j + 1])
            single = INDEX.within(lon[j], lat[j], radius[j])
            assert np.array_equal(rows[part], single[0]) and np.array_equal(found[part], single[1])


def test_shapes_units_and_what_is_missing():
    offsets, rows, _ = INDEX.nearest([[10.0], [20.0]], [0.0, 5.0, 6.0])
    assert np.array_equal(offsets, np.arange(7)) and rows[4] == INDEX.nearest(20, 5)[0][0]
    assert [len(part) for part in INDEX.nearest([], [])] == [1, 0, 0]
    rad = PointIndex(np.radians(LON), np.radians(LAT), unit="rad")
    row, distance = rad.nearest(1.0, 0.5, unit="rad")
    degrees = INDEX.nearest(np.degrees(1.0), np.degrees(0.5))
    assert row == degrees[0] and np.isclose(np.radians(degrees[1]), distance, rtol=1e-12)
    assert np.array_equal(rad.within(1.0, 0.5, 0.1, unit="rad")[0], INDEX.within(*np.degrees([1.0, 0.5, 0.1]))[0])
    # Of masked positions nothing is asked; the numbers of the others stay.
    lon = np.ma.array([10.0, np.nan, 20.0, 0.0], mask=[False, True, False, True])
    offsets, rows, _ = INDEX.nearest(lon, 5.0, k=2)
    assert offsets.tolist() == [0, 2, 2, 4, 4]
    assert rows[2:].tolist() == INDEX.nearest(20, 5, 2)[0].tolist()
    with pytest.raises(HealpixError, match="1 of 4 elements are invalid; the first, at index 2: latitude 95") as raised:
        INDEX.nearest(lon, [1.0, 2.0, 95.0, 95.0])
    assert raised.value.index == 2


def test_masked_rows_have_numbers_and_are_not_found():
    lon = np.ma.array([10.0, np.nan, 20.0, 500.0], mask=[False, True, False, True])
    index = PointIndex(lon, [0.0, 0.0, 0.0, 99.0])
    assert len(index) == 2 and repr(index) == "<PointIndex of 2 rows, numbered up to 3>"
    assert index.nearest(19, 0, 5)[0].tolist() == [2, 0]
    with pytest.raises(HealpixError, match="1 of 4 elements are invalid; the first, at index 2: latitude 95") as raised:
        PointIndex(lon, [0.0, 0.0, 95.0, 0.0])
    assert (raised.value.index, raised.value.value) == (2, 95.0)
    ignored = PointIndex([10.0, np.nan, 20.0], [0.0, 0.0, 95.0], errors="ignore")
    assert len(ignored) == 1 and ignored.nearest(0, 0, 3)[0].tolist() == [0]


def test_empty_indexes_answer():
    index = PointIndex([], [])
    assert len(index) == 0 and repr(index) == "<PointIndex of 0 rows>"
    assert [len(part) for part in index.nearest(1, 2, 3)] == [0, 0]
    assert [part.tolist() for part in index.within([1, 2], 2, 3)] == [[0, 0, 0], [], []]
    assert index.region(Region.all_sky()).tolist() == [] and index.rows_in_cell(0, 3).tolist() == []
    assert [len(part) for part in index.cross_match(INDEX, 10)] == [0, 0, 0]
    assert [len(part) for part in index.occupied(3)] == [0, 0] and index.cell_keys.shape == (0,)
    assert len(pickle.loads(pickle.dumps(index))) == 0


@pytest.mark.parametrize(
    "region",
    [
        Region.cone(83.8, -5.4, 30),
        Region.polygon([10, 80, 60, 20], [-30, -20, 40, 50]),
        ~Region.zone(0, -30, 200, 80) & Region.cone(0, 90, 100) | Region.box(100, 0, 20, 20, 45),
        Region.all_sky(),
        Region.empty(),
    ],
)
def test_rows_of_regions_are_those_it_contains(region):
    rows = INDEX.region(region)
    assert rows.dtype == np.int64
    assert np.array_equal(rows, np.flatnonzero(region.contains(LON, LAT)))


def test_cross_matches_are_those_of_brute_force():
    lon, lat = places(400)
    other = PointIndex(lon, lat)
    d = distances(LON, LAT, lon, lat).T
    left, right, found = INDEX.cross_match(other, 3.0, "all")
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == set(
        zip(*map(np.ndarray.tolist, np.nonzero(d <= 3.0)), strict=True)
    )
    assert np.allclose(found, d[left, right], rtol=0, atol=1e-12)
    assert np.array_equal(np.lexsort((found, left)), np.arange(len(left)))
    left, right, found = INDEX.cross_match(other, 3.0)
    assert np.array_equal(left, np.flatnonzero(d.min(axis=1) <= 3.0))
    assert np.array_equal(right, d.argmin(axis=1)[left])
    radians = INDEX.cross_match(other, np.radians(3.0), unit="rad")
    assert np.array_equal(radians[0], left) and np.allclose(np.degrees(radians[2]), found)
    both = INDEX.cross_match(INDEX, 0.0)
    assert np.array_equal(both[0], both[1]) and len(both[0]) == len(INDEX)


def test_astropy_matches_the_same():
    coordinates = pytest.importorskip("astropy.coordinates")
    u = pytest.importorskip("astropy.units")
    pytest.importorskip("scipy")
    ours = coordinates.SkyCoord(LON, LAT, unit="deg")
    theirs = coordinates.SkyCoord(*places(400), unit="deg")
    index, other = PointIndex(ours), PointIndex(theirs)
    rows, separation, _ = theirs.match_to_catalog_sky(ours)
    left, right, found = other.cross_match(index, 180.0)
    assert np.array_equal(left, np.arange(400)) and np.array_equal(right, rows)
    # astropy's nearest are nearest by chords of vectors; angles of 1e-13 degrees are lost in them.
    assert np.allclose(found, separation.deg, rtol=0, atol=1e-10)
    one, two, _, _ = coordinates.search_around_sky(theirs, ours, 2 * u.deg)
    left, right, _ = other.cross_match(index, 2 * u.deg, mode="all")
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == set(zip(one.tolist(), two.tolist(), strict=True))
    assert np.array_equal(index.nearest(theirs)[1], rows)
    assert np.array_equal(index.within(theirs[0], radius=2 * u.deg)[0], index.within(theirs.ra[0], theirs.dec[0], 2)[0])


def test_cells_hold_their_rows():
    for depth in (0, 3, 7):
        cells = hp.nested.hash(depth, LON, LAT)
        occupied, counts = INDEX.occupied(depth)
        expected = np.unique(cells, return_counts=True)
        assert np.array_equal(occupied, expected[0]) and np.array_equal(counts, expected[1])
        for cell in [*occupied[:20].tolist(), 0, 12 * 4**depth - 1]:
            assert sorted(INDEX.rows_in_cell(depth, cell).tolist()) == np.flatnonzero(cells == cell).tolist()


def test_views_are_read_only_sorted_and_outlive_the_index():
    index = PointIndex(LON, LAT)
    keys, rows, lons, lats = index.cell_keys, index.row_numbers, index.lons, index.lats
    assert [view.dtype for view in (keys, rows, lons, lats)] == [np.int64, np.uint32, np.float64, np.float64]
    assert not any(view.flags.writeable or view.flags.owndata for view in (keys, rows, lons, lats))
    assert rows.__array_interface__["data"][0] == index.row_numbers.__array_interface__["data"][0]
    piece = index.rows_in_cell(0, 4)
    assert np.shares_memory(piece, rows)
    expected = piece.tolist()
    del index
    gc.collect()
    others = [PointIndex(LON[:k], LAT[:k]) for k in range(2900, 3000)]
    assert np.array_equal(keys, np.sort(hp.nested.hash(29, LON, LAT)))
    assert np.array_equal(hp.nested.hash(29, LON, LAT)[rows], keys)
    assert np.array_equal(lons, np.radians(LON)[rows]) or np.allclose(lons, np.radians(LON)[rows], rtol=1e-15)
    assert np.allclose(lats, np.radians(LAT)[rows], rtol=1e-15)
    del keys, rows, lons, lats
    gc.collect()
    assert piece.tolist() == expected and len(others) == 100


def same(a, b):
    return all(
        np.array_equal(getattr(a, name), getattr(b, name)) for name in ("cell_keys", "row_numbers", "lons", "lats")
    ) and repr(a) == repr(b)


def test_pickles_are_equal_to_the_last_bit():
    assert same(pickle.loads(pickle.dumps(INDEX)), INDEX)
    # Degrees on borders of cells: their radians are, by a rounding, in the next cell.
    lon, lat = (
        column.ravel() for column in np.meshgrid(np.arange(-720, 720, 2.8125), [0.0, 41.8103148957786, 60.0, -90.0])
    )
    borders = PointIndex(lon, lat)
    radians = hp.nested.hash(29, borders.lons, borders.lats, unit="rad")
    assert (radians != borders.cell_keys).sum() > 100
    again = pickle.loads(pickle.dumps(borders))
    assert same(again, borders)
    far = PointIndex(np.ma.array([1e9, -1e12, 5.0, 3.0], mask=[0, 0, 1, 0]), [10.0, 41.8, 2.0, 1.0])
    assert same(pickle.loads(pickle.dumps(far)), far)
    assert copy.copy(far) is far is copy.deepcopy(far)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(-1e15, 1e15), st.floats(-90, 90)), max_size=30), st.sampled_from(["deg", "rad"]))
def test_any_index_can_be_pickled(rows, unit):
    lon, lat = np.array(rows, float).reshape(-1, 2).T
    index = PointIndex(lon, lat if unit == "deg" else np.clip(np.radians(lat), -np.pi / 2, np.pi / 2), unit=unit)
    assert same(pickle.loads(pickle.dumps(index)), index)


def test_damaged_pickles_are_refused():
    make, (lon, lat, odd) = PointIndex([1.0, 2.0], [3.0, 4.0]).__reduce__()
    assert len(make(lon, lat, odd)) == 2
    for bad in [
        (lon, lat[:1], odd),
        (lon, lat, [(7, 1.0, 2.0)]),
        (lon, lat, [(1, 1.0, 2.0), (0, 1.0, 2.0)]),
        (lon, lat, [(0, 1.0, 99.0)]),
    ]:
        with pytest.raises(HealpixError):
            make(*bad)


def test_indexes_go_to_other_processes():
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        rows, found = pool.submit(INDEX.nearest, 10, 20, 5).result()
    assert np.array_equal(rows, INDEX.nearest(10, 20, 5)[0]) and np.array_equal(found, INDEX.nearest(10, 20, 5)[1])


def test_threads_share_an_index():
    expected = INDEX.within(LON[:200], LAT[:200], 5.0)
    wrong = []

    def hammer(number):
        try:
            for _ in range(10):
                found = INDEX.within(LON[:200], LAT[:200], 5.0, threads=1 + number % 3)
                assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))
                assert INDEX.nearest(LON[number], LAT[number])[0][0] == number
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=hammer, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_long_queries_tell_how_far_they_are_and_stop():
    lon, lat = places(50_000)
    for threads in (1, 2):
        heard = []
        with hp.progress(lambda done, total: heard.append((done, total))):
            INDEX.nearest(lon, lat, threads=threads)
        assert len(heard) > 2 and heard[-1][0] == heard[-1][1] and heard == sorted(heard)
        with pytest.raises(hp.Stopped), hp.progress(lambda done, total: False):
            INDEX.within(lon, lat, 1.0, threads=threads)
        with pytest.raises(ZeroDivisionError), hp.progress(lambda done, total: 1 / 0):
            INDEX.nearest(lon, lat, threads=threads)


@pytest.mark.parametrize(
    "call, error, text",
    [
        (lambda: PointIndex([1, 2], [3, 4, 5]), HealpixError, "do not go together"),
        (lambda: PointIndex([1, 2]), TypeError, "lat is missing"),
        (lambda: PointIndex([1], [2], unit="arcsec"), HealpixError, "is none of"),
        (lambda: PointIndex([1], [2], errors="mask"), HealpixError, 'errors "mask" is none of'),
        (lambda: INDEX.nearest(0, 95), HealpixError, "latitude 95 is outside"),
        (lambda: INDEX.nearest(0, 0, -1), HealpixError, "k -1 is outside"),
        (lambda: INDEX.nearest(0, 0, 1.5), TypeError, "k must be a whole number"),
        (lambda: INDEX.nearest(0, 0, threads=5000), HealpixError, "5000 threads"),
        (lambda: INDEX.within(0, 0), TypeError, "radius is missing"),
        (lambda: INDEX.within(0, 0, -1), HealpixError, "radius -1 is outside [0, 180] degrees"),
        (lambda: INDEX.within(0, 0, 4, unit="rad"), HealpixError, "radius 4 is outside [0, 3.14"),
        (lambda: INDEX.within([0, 0], 0, [1, np.nan]), HealpixError, "at index 1: radius NaN is outside"),
        (lambda: INDEX.region("all"), TypeError, "Region"),
        (lambda: INDEX.cross_match(INDEX, 181), HealpixError, "radius 181 is outside [0, 180] degrees"),
        (lambda: INDEX.cross_match(INDEX, np.nan), HealpixError, "radius NaN is outside"),
        (lambda: INDEX.cross_match(INDEX, 1, "nearest"), HealpixError, 'mode "nearest" is none of'),
        (lambda: INDEX.cross_match([1, 2], 1), TypeError, "PointIndex"),
        (lambda: INDEX.rows_in_cell(0, 12), HealpixError, "cell 12 does not exist"),
        (lambda: INDEX.rows_in_cell(0, -1), HealpixError, "cell -1 does not exist"),
        (lambda: INDEX.rows_in_cell(0, [1, 2]), TypeError, "cell must be a single number"),
        (lambda: INDEX.occupied(30), HealpixError, "depth 30 is outside"),
    ],
)
def test_bad_calls_are_refused(call, error, text):
    with pytest.raises(error) as raised:
        call()
    assert text in str(raised.value)


def test_all_rows_for_a_large_k():
    assert len(INDEX.nearest(0, 0, 10**12)[0]) == len(INDEX)
    assert len(INDEX.nearest([0, 1], 0, 2**64 - 1)[1]) == 2 * len(INDEX)
    assert [len(part) for part in INDEX.nearest(0, 0, 0)] == [0, 0]
