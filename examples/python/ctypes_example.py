#!/usr/bin/env python3
"""libhealpix_ffi from Python by ctypes and numpy alone: no extension module, nothing to compile.

    ctypes_example.py [LIBRARY]

LIBRARY is the path of libhealpix_ffi.so; else the environment says it in HEALPIX_FFI_LIBRARY, or the system knows it.

What one needs for other functions, too, is all here: a struct of the header as a numpy type, results written into numpy
arrays in place, a handle that is freed when nobody needs it any more, and a Python callback that may raise. The end is a
check that none of it leaks.
"""

import ctypes
import ctypes.util
import os
import sys
import weakref

import numpy as np

# healpix/healpix.h, as far as it is used here.
ABI_VERSION = 0
OK, STOPPED = 0, 90
INVALID_CELL = np.uint64(2**64 - 1)


class Cell(ctypes.Structure):
    """healpix_cell. ctypes lays it out as C does, padding included, and numpy takes that over."""

    _fields_ = [("index", ctypes.c_uint64), ("depth", ctypes.c_uint8), ("full", ctypes.c_uint8)]


CELL = np.dtype(Cell)
VISITOR = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.POINTER(Cell), ctypes.c_size_t, ctypes.c_void_p)

# ndpointer refuses arrays of another type, with gaps, or (for outputs) that must not be written.
INPUT = np.ctypeslib.ndpointer(np.float64, flags="C_CONTIGUOUS")
CELLS_OUT = np.ctypeslib.ndpointer(np.uint64, flags="C_CONTIGUOUS,WRITEABLE")
HANDLE, HANDLE_OUT = ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)
DOUBLE, DEPTH, SIZE = ctypes.c_double, ctypes.c_uint8, ctypes.c_size_t

SIGNATURES = {
    "healpix_version": (ctypes.c_char_p, []),
    "healpix_abi_version": (ctypes.c_uint32, []),
    "healpix_status_name": (ctypes.c_char_p, [ctypes.c_int32]),
    "healpix_last_error_message": (ctypes.c_int32, [ctypes.c_char_p, SIZE, ctypes.POINTER(SIZE)]),
    "healpix_nested_hash_deg": (ctypes.c_int32, [DEPTH, INPUT, INPUT, SIZE, CELLS_OUT]),
    "healpix_region_cone_deg": (ctypes.c_int32, [DOUBLE, DOUBLE, DOUBLE, HANDLE_OUT]),
    "healpix_region_free": (None, [HANDLE]),
    "healpix_coverage_of": (ctypes.c_int32, [DEPTH, HANDLE, HANDLE_OUT]),
    "healpix_coverage_len": (SIZE, [HANDLE]),
    "healpix_coverage_cells": (HANDLE, [HANDLE]),
    "healpix_coverage_free": (None, [HANDLE]),
    "healpix_coverage_visit": (ctypes.c_int32, [DEPTH, HANDLE, VISITOR, ctypes.c_void_p]),
}


class HealpixError(ValueError):
    """A status other than HEALPIX_OK, with the library's own words."""

    def __init__(self, status):
        length = ctypes.c_size_t()
        text = ctypes.create_string_buffer(1024)
        library.healpix_last_error_message(text, len(text), ctypes.byref(length))
        name = library.healpix_status_name(status).decode()
        super().__init__(f"{name}: {text.value.decode(errors='replace')}")
        self.status = status


def load(path=None):
    """The library, with its signatures: without them ctypes would take every argument for an int."""
    path = path or os.environ.get("HEALPIX_FFI_LIBRARY") or ctypes.util.find_library("healpix_ffi")
    if not path:
        sys.exit("libhealpix_ffi is not installed: give its path, or set HEALPIX_FFI_LIBRARY")
    try:
        loaded = ctypes.CDLL(path)
    except OSError as error:
        sys.exit(f"{path}: {error}")
    for name, (result, arguments) in SIGNATURES.items():
        function = getattr(loaded, name)
        function.restype, function.argtypes = result, arguments
    if loaded.healpix_abi_version() != ABI_VERSION:
        sys.exit(f"{path} has ABI {loaded.healpix_abi_version()}, this program was written for {ABI_VERSION}")
    return loaded


def check(status):
    if status != OK:
        raise HealpixError(status)


class Handle:
    """A handle of the library; freed once, when the last one who holds this object lets go of it."""

    def __init__(self, free, make, *arguments):
        address = ctypes.c_void_p()
        check(make(*arguments, ctypes.byref(address)))
        self._as_parameter_ = address
        # Unlike __del__ this also runs at the end of the program, while the library is still there.
        self.free = weakref.finalize(self, free, address)


class Region(Handle):
    def __init__(self, lon, lat, radius):
        super().__init__(library.healpix_region_free, library.healpix_region_cone_deg, lon, lat, radius)


def cells_at(address, n, owner=None):
    """The library's own cells as an array that cannot be written."""
    memory = (ctypes.c_char * (n * CELL.itemsize)).from_address(address)
    # The array keeps `memory`, and that keeps the owner.
    memory.owner = owner
    view = np.frombuffer(memory, CELL)
    view.flags.writeable = False
    return view


class Coverage:
    """The cells that a region touches. The memory goes with the last array of `cells`, or when a `with` block ends and there
    is none."""

    def __init__(self, depth, region):
        self._handle = Handle(library.healpix_coverage_free, library.healpix_coverage_of, depth, region)

    @property
    def cells(self):
        """The library's own array, not a copy; it cannot be written."""
        if self._handle is None:
            raise ValueError("the coverage is closed")
        n = library.healpix_coverage_len(self._handle)
        if n == 0:
            return np.empty(0, CELL)
        return cells_at(library.healpix_coverage_cells(self._handle), n, self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._handle = None


def hash_deg(depth, lon, lat, out=None):
    """The cells of positions in degrees, written to `out` where there is one. A bad position raises, but the cells of all good
    ones are in `out` then, and INVALID_CELL is in its place."""
    lon, lat = np.broadcast_arrays(np.asarray(lon, np.float64), np.asarray(lat, np.float64))
    lon, lat = np.ascontiguousarray(lon), np.ascontiguousarray(lat)
    out = np.empty(lon.shape, np.uint64) if out is None else out
    if out.shape != lon.shape:
        raise ValueError(f"out has shape {out.shape}, not {lon.shape}")
    check(library.healpix_nested_hash_deg(depth, lon, lat, lon.size, out))
    return out


def visit(depth, region, visitor):
    """Calls `visitor` with arrays of cells, each good until it returns. It stops the walk by returning True. An exception that
    it raises stops the walk, too, and comes out here: it must not go through the library, which is no Python."""
    raised = None

    @VISITOR
    def forward(cells, n, _user):
        nonlocal raised
        try:
            return 1 if visitor(cells_at(ctypes.addressof(cells.contents), n)) else 0
        except BaseException as error:  # KeyboardInterrupt as well
            raised = error
            return 1

    status = library.healpix_coverage_visit(depth, region, forward, None)
    try:
        if raised is not None:
            raise raised
        if status != STOPPED:
            check(status)
        return status == STOPPED
    finally:
        # An exception knows this frame, and this frame knows it: without this only the garbage collector would end them.
        raised = None


def expect(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def show_arrays():
    out = np.zeros(3, np.uint64)
    cells = hash_deg(12, [279.2347, 310.358, 297.6958], [38.7837, 45.2803, 8.8683], out)
    expect(cells is out and out[0] == 61056746, "the cell of Vega")
    print("cells of three stars at depth 12:", *out)
    try:
        hash_deg(12, [279.2347, 10.0], [38.7837, 95.0], out[:2])
    except HealpixError as error:
        print("a bad row:", error)
    else:
        expect(False, "latitude 95 was taken")
    expect(out[0] == 61056746 and out[1] == INVALID_CELL, "what is good stays, what is bad is marked")


def show_handles():
    with Coverage(8, Region(279.2347, 38.7837, 5.0)) as coverage:
        cells = coverage.cells
    # The block is left, but the array is still used.
    expect(cells["depth"].max() == 8 and not cells.flags.writeable, "the cells of the coverage")
    print(f"a field of 5 degrees: {len(cells)} cells, {np.count_nonzero(cells['full'])} of them inside, first {cells[0]}")
    try:
        Region(0.0, 0.0, -1.0)
    except HealpixError as error:
        print("a bad region:", error)
    else:
        expect(False, "radius -1 was taken")


def show_callbacks():
    region = Region(279.2347, 38.7837, 5.0)
    n_cells = 0

    def count(cells):
        nonlocal n_cells
        n_cells += len(cells)

    expect(not visit(8, region, count), "the walk went to its end")
    expect(n_cells == len(Coverage(8, region).cells), "as many cells as the coverage has")
    expect(visit(8, region, lambda cells: True), "the walk was stopped")

    def fail(cells):
        raise LookupError(f"not wanted: cell {cells['index'][0]}")

    try:
        visit(8, region, fail)
    except LookupError as error:
        print("out of a callback:", repr(error))
    else:
        expect(False, "the exception got lost")


def resident():
    """Memory of this process in bytes."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def check_leaks(rounds=3000):
    """Every kind of thing many times, failures included. One coverage has about 25 KB: if one in a hundred stayed, this would see it."""

    def fail(cells):
        raise LookupError

    def round_trip():
        region = Region(120.0, -30.0, 20.0)
        views = [Coverage(8, region).cells for _ in range(2)]
        del views[0]
        for wrong in (lambda: visit(8, region, fail), lambda: Region(0.0, 91.0, 1.0), lambda: hash_deg(3, [0.0], [np.nan])):
            try:
                wrong()
            except (LookupError, HealpixError):
                pass

    for _ in range(rounds // 10):
        round_trip()
    before = resident()
    for _ in range(rounds):
        round_trip()
    grown = resident() - before
    print(f"after {rounds} more rounds: {grown / 1024:+.0f} KiB")
    expect(grown < 1 << 20, "memory leaks")


if __name__ == "__main__":
    if len(sys.argv) > 2 or sys.argv[1:2] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    library = load(*sys.argv[1:])
    print("libhealpix_ffi", library.healpix_version().decode())
    expect(CELL.itemsize == 16 and CELL.fields["full"][1] == 9, "the layout of healpix_cell")
    show_arrays()
    show_handles()
    show_callbacks()
    check_leaks()
