"""Many threads at once, with the interpreter's lock or without: what one thread gets, every thread gets."""

import gc
import io
import logging
import pickle
import queue
import random
import subprocess
import sys
import sysconfig
import threading

import numpy as np
import pytest

import healpixel as hp

N_THREADS = 8
RANDOM = np.random.default_rng(11)
LON, LAT = RANDOM.uniform(0, 360, 20_000), np.degrees(np.arcsin(RANDOM.uniform(-1, 1, 20_000)))
MOC = hp.Moc.from_cells(8, RANDOM.integers(0, 12 * 4**8, 20_000))
REGION = (hp.Region.cone(10, 20, 15) | hp.Region.zone(200, -40, 260, 10)) - hp.Region.cone(11, 21, 3)
COVERAGE = hp.Coverage.of(7, REGION)
CONES = hp.cones(9, LON[:300], LAT[:300], 1.5)
INDEX = hp.PointIndex(LON, LAT)
SKY = hp.MultiOrderMap(hp.nested.to_uniq(5, np.arange(12 * 4**5)), np.exp(-LON[: 12 * 4**5] / 60))


def together(work, n=N_THREADS):
    """Runs `work(number)` in so many threads that begin at the same moment. Returns what each of them returned."""
    start = threading.Barrier(n)
    results, failures = [None] * n, []

    def run(number):
        try:
            start.wait()
            results[number] = work(number)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return results


def same(found, expected):
    if isinstance(expected, tuple | list):
        return len(found) == len(expected) and all(map(same, found, expected))
    if isinstance(expected, np.ndarray):
        return np.array_equal(found, expected)
    return found == expected


# Whatever can be asked of an object that all threads have.
QUESTIONS = {
    "nested": lambda: (hp.nested.hash(20, LON, LAT), hp.nested.neighbors(3, np.arange(768)), hp.nested.center(9, 77)),
    "ring": lambda: (hp.ring.hash(1000, LON, LAT), hp.ring.center(1000, np.arange(0, 12_000_000, 999))),
    "Moc": lambda: (
        MOC.contains(LON, LAT),
        (len(MOC), hash(MOC), MOC.area, (~MOC).n_cells, MOC.to_ascii()[:50]),
        ((MOC & ~MOC).is_empty, (MOC | ~MOC).is_all_sky, (10.0, 20.0) in MOC),
        (MOC.degraded(4), MOC.outer_border(), pickle.loads(pickle.dumps(MOC)), hp.Moc.from_fits(MOC.to_fits())),
        (MOC.ranges, *MOC.cells(), MOC.to_uniq()),
        sum(1 for _ in MOC),
    ),
    "Region": lambda: (
        REGION.contains(LON, LAT),
        REGION.relation(5, np.arange(1000)),
        (repr(REGION), (10.0, 30.0) in REGION, pickle.loads(pickle.dumps(REGION)) == REGION),
        hp.Coverage.of(5, ~REGION & hp.Region.box(0, 0, 50, 50)).flat(),
        hp.centers_in(6, REGION),
        hp.ring_touched(100, REGION),
    ),
    "Coverage": lambda: (COVERAGE.cells["index"], COVERAGE.flat(), COVERAGE.moc(), list(COVERAGE)[-1], len(COVERAGE)),
    "Coverages": lambda: (CONES.offsets, CONES.cells["full"], CONES[17]["index"], sum(len(cells) for cells in CONES)),
    "PointIndex": lambda: (
        INDEX.nearest(LON[:300], LAT[:300], 3),
        INDEX.within(LON[:300], LAT[:300], 2.0),
        INDEX.region(REGION),
        (INDEX.cell_keys, INDEX.lats),
    ),
    "MultiOrderMap": lambda: (SKY.credible_region(0.9), SKY.uniq, len(SKY), SKY.depth),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_threads_share_one_object(kind):
    question = QUESTIONS[kind]
    expected = question()
    assert all(together(lambda _: all(same(question(), expected) for _ in range(3))))


def test_threads_share_everything_while_the_number_of_threads_changes():
    expected = {kind: question() for kind, question in QUESTIONS.items()}
    done = threading.Event()

    def work(number):
        if number == 0:
            # Until the others have what they want.
            while not done.is_set():
                for count in (1, 3, 2, 4):
                    assert hp.set_threads(count) == count
                    assert 1 <= hp.threads() <= 4
            return
        kinds = list(QUESTIONS)
        random.Random(number).shuffle(kinds)
        try:
            for kind in kinds:
                assert same(QUESTIONS[kind](), expected[kind]), kind
            assert same(hp.nested.hash(20, LON, LAT, threads=number), expected["nested"][0])
        finally:
            left.get()
            if left.empty():
                done.set()

    left = queue.Queue()
    for _ in range(N_THREADS - 1):
        left.put(None)
    together(work)


def test_several_threads_set_the_number_of_threads():
    lon, lat = np.tile(LON, 10), np.tile(LAT, 10)
    expected = hp.nested.hash(12, lon, lat)

    def work(number):
        for round_ in range(5):
            hp.set_threads(1 + (number + round_) % 4)
            assert np.array_equal(hp.nested.hash(12, lon, lat), expected)

    together(work)


def test_each_thread_has_its_own_progress_functions():
    lon = np.linspace(0, 360, 2_000_000)
    expected = hp.nested.hash(20, lon, 0.5)[-1]

    def work(number):
        me, heard = threading.get_ident(), []

        def listen(done, total):
            assert threading.get_ident() == me and total == len(lon)
            heard.append(done)
            if number % 4 == 3:
                raise ZeroDivisionError(number)
            # One may call the library.
            hp.nested.hash(3, 1.0, 2.0)
            return number % 4 != 2

        for _ in range(3):
            with hp.progress(listen):
                if number % 4 == 2:
                    with pytest.raises(hp.Stopped):
                        hp.nested.hash(20, lon, 0.5)
                elif number % 4 == 3:
                    with pytest.raises(ZeroDivisionError, match=str(number)):
                        hp.nested.hash(20, lon, 0.5)
                else:
                    assert hp.nested.hash(20, lon, 0.5, threads=1 + number % 2)[-1] == expected
        return heard

    heard = together(work)
    for number, units in enumerate(heard):
        if number % 4 >= 2:
            assert len(units) == 3
        else:
            assert len(units) > 3 and units.count(len(lon)) >= 3


def test_errors_are_the_threads_own():
    def work(number):
        lat = np.zeros(5000)
        lat[number::100] = 95 + number
        for _ in range(20):
            with pytest.raises(hp.HealpixError, match=f"latitude {95 + number} ") as caught:
                hp.nested.hash(10, 1.0, lat)
            assert (caught.value.index, caught.value.count, caught.value.value) == (number, 50, 95 + number)
            with pytest.raises(TypeError):
                hp.nested.hash(10, "x", 1.0)
            assert hp.nested.hash(10, 1.0, lat, errors="mask").mask.sum() == 50

    together(work)


def fits_map(depth, values, *cards):
    """A nested map of the whole sky as a FITS file."""

    def block(*cards):
        text = "".join(f"{key:<8}= {value:<20}".ljust(80) for key, value in cards) + "END".ljust(80)
        return text.ljust(-(-len(text) // 2880) * 2880).encode()

    data = np.asarray(values, ">f8").tobytes()
    primary = block(("SIMPLE", "T"), ("BITPIX", 8), ("NAXIS", 0))
    table = block(
        ("XTENSION", "'BINTABLE'"), ("BITPIX", 8), ("NAXIS", 2), ("NAXIS1", 8), ("NAXIS2", len(values)), ("PCOUNT", 0),
        ("GCOUNT", 1), ("TFIELDS", 1), ("TTYPE1", "'I'"), ("TFORM1", "'D'"), ("PIXTYPE", "'HEALPIX'"), *cards,
        ("ORDERING", "'NESTED'"), ("NSIDE", 2**depth), ("INDXSCHM", "'IMPLICIT'"), ("FIRSTPIX", 0),
    )  # fmt: skip
    return primary + table + data + b"\0" * (-len(data) % 2880)


def test_threads_share_one_map(tmp_path):
    values = RANDOM.normal(size=12 * 4**8)
    path = tmp_path / "map.fits"
    path.write_bytes(fits_map(8, values))
    sky = hp.FitsMap.open(path)
    assert sky.depth == 8

    def work(_):
        mine, refused = [], 0
        while True:
            try:
                mine.append(next(sky))
            except StopIteration:
                return mine, refused
            except hp.HealpixError as error:
                # Two cannot read at a time: that is said, and nothing is lost.
                assert "being read by another call" in str(error)
                refused += 1

    pieces = [piece for mine, _ in together(work) for piece in mine]
    cells = np.concatenate([cells for cells, _ in pieces])
    order = np.argsort(cells)
    assert np.array_equal(cells[order], np.arange(len(values)))
    assert np.array_equal(np.concatenate([some for _, some in pieces])[order], values)


def test_threads_read_and_close_one_map(tmp_path):
    path = tmp_path / "map.fits"
    path.write_bytes(fits_map(7, np.arange(12 * 4**7)))
    for _ in range(10):
        sky = hp.FitsMap.open(path)

        def work(number, sky=sky):
            try:
                if number == 0:
                    sky.close()
                else:
                    return len(sky.read()[0])
            except hp.HealpixError as error:
                assert "closed" in str(error) or "being read by another call" in str(error)

        assert sum(found or 0 for found in together(work, 4)) <= 12 * 4**7


def test_files_and_functions_of_the_caller_in_many_threads(tmp_path):
    values = RANDOM.normal(size=12 * 4**6)
    data = fits_map(6, values)
    expected = hp.Moc.from_cells(6, np.flatnonzero(values > 0.5))

    def work(number):
        for _ in range(3):
            assert hp.Moc.from_fits_map(io.BytesIO(data), lambda some: some > 0.5) == expected
            path = tmp_path / f"moc{number}.fits"
            expected.write_fits(path, overwrite=True)
            assert hp.Moc.read_fits(path) == expected
            streamed = []
            hp.visit(7, REGION, streamed.append)
            assert sum(len(cells) for cells in streamed) == len(COVERAGE)

    together(work)


def test_iterators_are_shared_out():
    shared = {"moc": iter(MOC), "coverage": iter(COVERAGE)}
    taken = together(lambda _: {kind: list(iterator) for kind, iterator in shared.items()})
    for kind, whole in (("moc", MOC), ("coverage", COVERAGE)):
        assert sorted(sum((mine[kind] for mine in taken), [])) == sorted(whole)
    each = iter(CONES)
    assert sum(len(cells) for mine in together(lambda _: list(each)) for cells in mine) == len(CONES.cells)


def test_objects_and_their_views_are_dropped_in_any_order_by_any_thread():
    expected = MOC.ranges.copy(), COVERAGE.cells.copy(), CONES[5].copy(), INDEX.lons.copy()
    passed = queue.SimpleQueue()

    def make():
        moc, coverage = hp.Moc.from_cells(8, MOC.flat()), hp.Coverage.of(7, REGION)
        cones, index = hp.cones(9, LON[:300], LAT[:300], 1.5), hp.PointIndex(LON, LAT)
        owners = [moc, coverage, cones, index, iter(moc), iter(coverage), iter(cones)]
        views = [moc.ranges, coverage.cells, cones[5], index.lons]
        return owners, views

    def work(number):
        order = random.Random(number)
        for _ in range(6):
            owners, views = make()
            # One's owners go to whoever comes next, and what is dropped here was made elsewhere.
            passed.put((owners, [view[1:] for view in views]))
            order.shuffle(owners)
            del owners
            given, parts = passed.get()
            order.shuffle(given)
            while given:
                given.pop()
            if order.random() < 0.2:
                gc.collect()
            assert all(np.array_equal(view, values) for view, values in zip(views, expected, strict=True))
            assert all(np.array_equal(part, values[1:]) for part, values in zip(parts, expected, strict=True))

    together(work)


def test_a_list_that_another_thread_changes():
    mocs = [hp.Moc.from_cells(5, [cell]) for cell in range(50)]
    done = threading.Event()

    def work(number):
        if number == 0:
            while not done.is_set():
                mocs.append(mocs[0])
                mocs.pop()
            return
        try:
            for _ in range(200):
                # What comes and goes at its end is there already.
                assert hp.Moc.union_all(mocs).n_cells == 50
        finally:
            done.set()

    together(work, 4)


def test_threads_write_to_parts_of_one_array():
    out = np.full(len(LON), -1)
    parts = np.array_split(np.arange(len(LON)), N_THREADS)

    def work(number):
        part = slice(parts[number][0], parts[number][-1] + 1)
        for _ in range(10):
            hp.nested.hash(20, LON[part], LAT[part], out=out[part])

    together(work)
    assert np.array_equal(out, hp.nested.hash(20, LON, LAT))


def test_threads_write_to_the_same_array():
    lon = np.tile(LON, 20)
    out = np.full(len(lon), -1)

    def work(_):
        for _ in range(5):
            try:
                hp.nested.hash(20, lon, 1.0, out=out)
            except hp.HealpixError as error:
                assert "out cannot be written to" in str(error)

    together(work)
    assert np.array_equal(out, hp.nested.hash(20, lon, 1.0))


def test_an_array_that_another_thread_writes_to_is_not_read():
    lon, out, done = np.tile(LON, 100), np.zeros(100 * len(LON), np.int64), threading.Event()
    refused = []

    def work(number):
        if number == 0:
            try:
                for _ in range(100):
                    hp.nested.hash(5, lon, 1.0, out=out)
                    if refused:
                        break
            finally:
                done.set()
        while not done.is_set():
            try:
                hp.nested.parent(5, out)
            except hp.HealpixError as error:
                refused.append(str(error))

    try:
        together(work, 2)
    except hp.HealpixError as error:
        # The reader came first.
        refused.append(str(error))
    assert set(refused) <= {
        "an array is being written to by another call",
        "out cannot be written to: The given array is already borrowed",
    }
    assert refused


def test_warnings_go_to_logging_from_every_thread(caplog):
    caplog.set_level(logging.WARNING, "healpixel")
    data = fits_map(2, np.arange(192), ("COORDSYS", "'G'"))
    together(lambda _: hp.Moc.from_fits_map(io.BytesIO(data)))
    assert len([record for record in caplog.records if "COORDSYS = 'G'" in record.getMessage()]) == N_THREADS


def child(program):
    """What a program prints in an interpreter of its own, where warnings are errors."""
    ended = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_first_calls_come_from_many_threads():
    # What is made once (classes of errors, types of records, numpy's own) is made while all of them ask for it.
    program = """
import threading
import healpixel as hp
start, said = threading.Barrier(8), []
def first(number):
    start.wait()
    try:
        hp.nested.hash(3, [1.0], [99.0])
    except hp.HealpixError as error:
        coverage = hp.Coverage.of(3, hp.Region.cone(10, 20, 5))
        said.append((type(error) is hp.HealpixError, len(coverage.cells), hp.nested.hash(3, 1.0, 2.0)))
threads = [threading.Thread(target=first, args=(number,)) for number in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert len(said) == 8 and len(set(said)) == 1, said
print("same")
"""
    assert [child(program) for _ in range(3)] == ["same\n"] * 3


@pytest.mark.skipif(
    sys.version_info < (3, 14),
    reason="Python ended such threads in the middle of numpy's functions, which no caller in Rust survives (python/cpython#87135)",
)
def test_the_interpreter_ends_while_threads_work():
    program = """
import threading
import numpy as np, healpixel as hp
lon = np.linspace(0, 360, 1_000_000)
def work():
    while True:
        hp.nested.hash(12, lon, 1.0)
for _ in range(4):
    threading.Thread(target=work, daemon=True).start()
print(hp.nested.hash(12, lon, 1.0)[0])
"""
    assert child(program) == child("import healpixel as hp; print(hp.nested.hash(12, 0.0, 1.0))")


@pytest.mark.skipif(not sysconfig.get_config_var("Py_GIL_DISABLED"), reason="an interpreter with a lock")
def test_the_lock_stays_off():
    # Python turns it on, with a warning, for an extension module that needs it.
    program = "import sys, healpixel, healpixel.compat.healpy; print(sys._is_gil_enabled())"
    assert child(program) == "False\n"
