"""Cells that were kept elsewhere: pickles, tables, files; and that what is none is refused."""

from __future__ import annotations

import concurrent.futures
import copy
import multiprocessing
import pickle

import numpy as np
import pytest

import healpixel as hp
from healpixel import Coverage, Coverages, HealpixError, Region, cones

pyarrow = pytest.importorskip("pyarrow")
polars = pytest.importorskip("polars")

SETS = (Region.cone(20, 10, 40) | Region.zone(0, -31, 90, 31)) - Region.cone(45, 0, 20)
REGION = Region.cone(80, 20, 15)
KEPT = {
    "coverage": Coverage.of(7, SETS),
    "nothing": Coverage.of(7, Region.empty()),
    "everything": Coverage.of(29, Region.all_sky()),
    "budget": Coverage.with_budget(20, REGION, 50),
    "cones": cones(9, [10.0, 20.0, 30.0], [0.0, 5.0, 89.0], 2.0),
    "no cones": cones(3, [], [], []),
}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("name", KEPT)
def test_coverages_are_pickled(name, protocol):
    kept = KEPT[name]
    same = pickle.loads(pickle.dumps(kept, protocol))
    assert type(same) is type(kept) and same == kept and kept == same and repr(same) == repr(kept)
    assert same.depth == kept.depth and len(same) == len(kept) and np.array_equal(same.cells, kept.cells)
    again = pickle.loads(pickle.dumps(same, protocol))
    assert again == same and copy.deepcopy(same) is same
    if isinstance(kept, Coverages):
        assert np.array_equal(same.offsets, kept.offsets)
        assert all(np.array_equal(a, b) for a, b in zip(same, kept, strict=True))
    else:
        assert list(same) == list(kept) and same.n_flat == kept.n_flat
        assert same.moc() == kept.moc() and same.full_moc() == kept.full_moc()
        if kept.n_flat < 10**6:
            assert all(np.array_equal(a, b) for a, b in zip(same.flat(), kept.flat(), strict=True))


def shifted(array):
    """The same numbers at an odd address: where protocol 5 puts them, if it comes so."""
    memory = np.empty(array.nbytes + 1, np.uint8)[1:]
    memory[:] = np.frombuffer(array.tobytes(), np.uint8)
    return memory.view(array.dtype)


def test_pickles_lie_anywhere():
    make, (depth, columns) = KEPT["coverage"].__reduce__()
    assert make(depth, {name: shifted(column) for name, column in columns.items()}) == KEPT["coverage"]
    make, (depth, columns, offsets) = KEPT["cones"].__reduce__()
    assert make(depth, {name: shifted(column) for name, column in columns.items()}, shifted(offsets)) == KEPT["cones"]
    make, (lon, lat, odd) = hp.PointIndex([10.0, 20.0], [0.0, 5.0]).__reduce__()
    assert make(shifted(lon), shifted(lat), odd).nearest(11.0, 0.0)[0].tolist() == [0]


def test_coverages_go_to_other_processes():
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(copy.copy, KEPT.values())) == list(KEPT.values())


def tables(cells):
    """The same cells in all that has columns."""
    columns = {name: cells[name].copy() for name in ("index", "depth", "full")}
    yield cells
    yield cells.copy()
    yield np.repeat(cells, 2)[::2]
    yield np.rec.fromarrays(columns.values(), names=list(columns))
    yield columns
    yield {name: column.tolist() for name, column in columns.items()}
    yield {**columns, "full": columns["full"].astype(np.int8) * 7, "index": columns["index"].astype(np.uint64)}
    yield pyarrow.table(columns)
    yield polars.DataFrame(columns)


@pytest.mark.parametrize("name", [name for name, kept in KEPT.items() if isinstance(kept, Coverage)])
def test_cells_that_were_kept_make_their_coverage(name):
    kept = KEPT[name]
    for table in tables(kept.cells):
        assert Coverage.from_cells(kept.depth, table) == kept
    if kept.n_flat < 10**6:
        cells, full = kept.flat()
        flat = {"index": cells, "depth": np.full(len(cells), kept.depth), "full": full}
        # A coverage with a budget has cells that were not divided, and the others have no four full siblings.
        assert Coverage.from_cells(kept.depth, flat).flat()[0].tolist() == cells.tolist()
        assert name == "budget" or Coverage.from_cells(kept.depth, flat) == kept


@pytest.mark.parametrize("name", [name for name, kept in KEPT.items() if isinstance(kept, Coverages)])
def test_cells_that_were_kept_make_their_coverages(name):
    kept = KEPT[name]
    for table in tables(kept.cells):
        for offsets in (kept.offsets, kept.offsets.tolist(), kept.offsets.astype(np.uint32), pyarrow.array(kept.offsets)):
            assert Coverages.from_cells(kept.depth, table, offsets) == kept


def table(*rows):
    return dict(zip(("index", "depth", "full"), zip(*rows, strict=True), strict=True))


@pytest.mark.parametrize(
    ("depth", "cells", "match", "index", "value"),
    [
        (2, table((5, 2, 1), (5, 2, 1)), "at index 1: cell 5 of depth 2 does not come after the cell before it", 1, 5),
        (2, table((1, 1, 1), (7, 2, 0)), "at index 1: cell 7 of depth 2 does not come after", 1, 7),
        (2, table((9, 2, 1), (1, 1, 1), (0, 1, 0)), "2 of 3 elements are invalid; the first, at index 1: cell 1", 1, 1),
        (2, table((9, 2, 1), (40, 3, 1)), "depth 3 does not go with depth 2: it must be the same or shallower", 1, 3),
        (2, table((192, 2, 1)), "cell 192 does not exist: there are 192 cells", 0, 192),
        (2, table((-1, 2, 1)), "cell -1 does not exist", 0, -1),
        (2, table((0, 30, 1)), "depth 30 is outside", 0, 30),
        (2, table((0, 300, 1)), "depth 300 is outside", 0, 300),
        (2, table((0, -1, 1)), "depth -1 is outside", 0, -1),
        (30, table((0, 2, 1)), "depth 30 is outside", None, 30),
        (2, {"index": [1, 2], "depth": [2], "full": [0, 0]}, "columns index, depth and full differ in length: 2, 1, 2", None, None),
        (2, {"index": [[1]], "depth": [2], "full": [0]}, "index must have one axis, not the shape \\(1, 1\\)", None, None),
        (2, {"index": [1], "full": [0]}, "must have the columns index, depth and full.*no depth in <class 'dict'>", None, None),
        (2, {"index": np.ma.array([1, 2], mask=[0, 1]), "depth": [2, 2], "full": [0, 0]}, "element 1 of index is masked", None, None),
        (2, {"index": pyarrow.array([1, None]), "depth": [2, 2], "full": [0, 0]}, "element 1 of index is masked", None, None),
    ],
)  # fmt: skip
def test_cells_of_no_coverage_are_refused(depth, cells, match, index, value):
    with pytest.raises(HealpixError, match=match) as raised:
        Coverage.from_cells(depth, cells)
    assert (raised.value.index, raised.value.value) == (index, value)


def test_what_has_no_columns_is_refused():
    for wrong in ([1, 2], 7, None, "index", np.arange(3), np.zeros(3, [("index", "i8")])):
        with pytest.raises((HealpixError, TypeError), match="cells must have the columns index, depth and full"):
            Coverage.from_cells(3, wrong)
    for full in ([0.5], ["yes"], [None]):
        with pytest.raises(TypeError, match="full must be whole numbers"):
            Coverage.from_cells(3, {"index": [1], "depth": [3], "full": full})


def test_offsets_of_no_list_are_refused():
    cells = KEPT["cones"].cells
    n, offsets = len(cells), KEPT["cones"].offsets
    for wrong, match, index, value in [
        (offsets[1:], "offset .* is outside 0..=0: offsets begin with 0, never fall", 0, offsets[1]),
        (offsets[:-1], f"is outside {n}..={n}", 2, offsets[-2]),
        (offsets[::-1], "outside", 0, n),
        ([0, -1, n], f"offset -1 is outside 0..={n}", 1, -1),
        ([0, 5, 4, n], f"offset 4 is outside 5..={n}", 2, 4),
        ([], "`offsets` has length 0, expected 1", None, None),
        ([0], f"`cells` has length {n}, expected 0", None, None),
    ]:
        with pytest.raises(HealpixError, match=match) as raised:
            Coverages.from_cells(9, cells, wrong)
        assert (raised.value.index, raised.value.value) == (index, value)
    # Whether numbers are signed is told by each column for itself.
    unsigned = {name: cells[name].astype("u8") if name == "index" else cells[name] for name in ("index", "depth", "full")}
    for table, offset, text in [(unsigned, np.array([0, -1, n]), "-1"), (cells, np.array([0, 2**64 - 1, n], "u8"), str(2**64 - 1))]:
        with pytest.raises(HealpixError, match=f"offset {text} is outside") as raised:
            Coverages.from_cells(9, table, offset)
        assert raised.value.value == int(text)
    # In one region, these are out of order.
    with pytest.raises(HealpixError, match="does not come after"):
        Coverages.from_cells(9, cells, [0, n])
