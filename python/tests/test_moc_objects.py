"""A Moc as an object of Python: kept, copied, sent, shared, dropped."""

import copy
import gc
import multiprocessing
import pickle
import sys
import threading
import tracemalloc
import weakref

import numpy as np
import pytest

import healpixel as hp

RANDOM = np.random.default_rng(8)
BIG = hp.Moc.from_cells(8, RANDOM.integers(0, 12 * 4**8, 100_000))
MOCS = [hp.Moc.from_ascii("1/3 2/20 21 3/100"), hp.Moc.empty(7), hp.Moc.all_sky(29), BIG]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol):
    for moc in MOCS:
        same = pickle.loads(pickle.dumps(moc, protocol))
        assert same == moc and same.depth == moc.depth and hash(same) == hash(moc)


def test_copies():
    for moc in MOCS:
        assert moc.copy() == copy.copy(moc) == copy.deepcopy(moc) == moc
        with moc as inside:
            assert inside is moc


@pytest.mark.parametrize("method", ["spawn", "fork"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_pickling_across_processes(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    with multiprocessing.get_context(method).Pool(2) as pool:
        for moc, same in zip(MOCS, pool.map(copy.copy, MOCS)):
            assert same == moc and hash(same) == hash(moc)
        results = pool.map(hash, MOCS)
    assert results == [hash(moc) for moc in MOCS]


def test_equal_mocs_are_one_key():
    table = {BIG: "big", MOCS[0]: "small"}
    assert table[hp.Moc.from_depth29_ranges(8, BIG.ranges)] == "big"
    assert table[hp.Moc.from_ascii("1/3 2/20 21 3/100")] == "small"
    assert MOCS[0].refined(5) not in table
    assert len({hp.Moc.from_cells(3, [cell]) for cell in range(768)} | {hp.Moc.from_cells(3, 0)}) == 768


def test_comparison_with_something_else():
    class Anything:
        def __eq__(self, other):
            return True

    assert BIG != 3 and not BIG == None  # noqa: E711
    assert BIG.__eq__(3) is NotImplemented and BIG.__or__(3) is NotImplemented and BIG.__lt__("x") is NotImplemented
    assert BIG == Anything()


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        BIG.depth = 3
    with pytest.raises(AttributeError):
        BIG.name = "mine"
    with pytest.raises(ValueError, match="read-only"):
        BIG.ranges[0, 0] = 5
    with pytest.raises(ValueError, match="WRITEABLE"):
        BIG.ranges.setflags(write=True)


def test_a_view_outlives_its_moc():
    moc = hp.Moc.from_cells(9, RANDOM.integers(0, 12 * 4**9, 50_000))
    ranges = moc.ranges
    assert not ranges.flags.owndata and np.shares_memory(ranges, moc.ranges)
    kept, column = ranges.copy(), ranges[::2, 1]
    del moc, ranges
    gc.collect()
    # Memory that was let go would be used again.
    others = [hp.Moc.from_cells(9, RANDOM.integers(0, 12 * 4**9, 50_000)) for _ in range(5)]
    assert np.array_equal(column, kept[::2, 1]) and len(others) == 5


def test_an_iterator_outlives_its_moc():
    cells = iter(hp.Moc.from_cells(5, range(0, 1000, 3)))
    assert next(cells) == (5, 0)
    gc.collect()
    assert [cell for _, cell in cells] == list(range(3, 1000, 3))
    assert next(cells, None) is None


def test_threads_share_one_moc():
    lon, lat = RANDOM.uniform(0, 360, 20_000), RANDOM.uniform(-90, 90, 20_000)
    expected = BIG.contains(lon, lat), len(BIG), hash(BIG), (~BIG).n_cells
    iterator = iter(BIG)
    seen, failures, start = [], [], threading.Barrier(8)

    def work(number):
        try:
            start.wait()
            for round_ in range(10):
                assert np.array_equal(BIG.contains(lon, lat), expected[0])
                assert (len(BIG), hash(BIG), (~BIG).n_cells) == expected[1:]
                assert (BIG | ~BIG).is_all_sky and (BIG & ~BIG).is_empty
                assert BIG.ranges.shape[1] == 2
                assert pickle.loads(pickle.dumps(BIG)) == BIG
                if round_ == number:
                    seen.extend(iterator)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    # Eight threads have shared one iterator: each cell came to one of them.
    assert sorted(seen) == sorted(BIG)


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096


def cycle(k):
    """Makes and drops handles of every kind."""
    moc = hp.Moc.from_cells(6, [k % 1000, k % 1000 + 7])
    other = moc | MOCS[0]
    ranges = other.ranges
    iterator = iter(other)
    next(iterator)
    hp.Moc.from_fits(other.to_fits())
    assert (10.0, 20.0) in other or ranges is not None
    try:
        hp.Moc.from_cells(3, [k, -1])
    except hp.HealpixError:
        pass


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_handles_do_not_leak():
    for k in range(2000):
        cycle(k)
    gc.collect()
    tracemalloc.start()
    before, traced = resident(), tracemalloc.get_traced_memory()[0]
    for k in range(10_000):
        cycle(k)
    gc.collect()
    # Of every cycle ten handles.
    assert tracemalloc.get_traced_memory()[0] - traced < 100_000
    tracemalloc.stop()
    for k in range(10_000):
        cycle(k)
    assert resident() - before < 8_000_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_large_handles_do_not_leak():
    def large():
        moc = hp.Moc.from_cells(10, np.arange(0, 400_000, 2))
        return (~moc).ranges[:10], moc.to_uniq()

    for _ in range(5):
        large()
    before = resident()
    # Each of them has more than 10 MB.
    for _ in range(60):
        large()
    assert resident() - before < 60_000_000


def test_no_weak_references_are_promised():
    with pytest.raises(TypeError):
        weakref.ref(BIG)


def test_progress_and_its_exceptions():
    moc = hp.Moc.from_cells(9, RANDOM.integers(0, 12 * 4**9, 300_000))
    lon, lat = np.linspace(0, 360, 2_000_000), np.linspace(-90, 90, 2_000_000)
    seen = []
    with hp.progress(lambda done, total: seen.append((done, total))):
        moc.contains(lon, lat)
    assert seen[-1] == (len(lon), len(lon)) and len(seen) >= 2 and seen == sorted(seen)

    class Enough(Exception):
        pass

    def enough(done, total):
        raise Enough(done)

    for call in (
        lambda: moc.contains(lon, lat),
        lambda: moc.contains_cells(9, hp.nested.hash(9, lon, lat)),
        lambda: hp.Moc.from_points(9, lon, lat),
        lambda: moc.expanded(3),
        lambda: moc.split(),
        lambda: hp.Moc.all_sky(13).flat(),
        lambda: hp.Moc.from_region(14, hp.Region.cone(10.0, 20.0, 30.0)),
    ):
        with hp.progress(enough), pytest.raises(Enough):
            call()
        with hp.progress(lambda done, total: False), pytest.raises(hp.Stopped):
            call()
