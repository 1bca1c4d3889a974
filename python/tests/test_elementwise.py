"""What all element-wise functions do about shapes, types, outputs and errors."""

import inspect
import itertools
import pickle

import numpy as np
import pytest

import healpixel as hp
from healpixel import HealpixError, grid, nested, ring

LON, LAT = np.array([10.0, 20.0, 30.0]), np.array([-5.0, 0.0, 65.0])


def test_scalars_in_scalars_out():
    assert type(nested.hash(3, 10.0, 20.0)) is int
    assert type(nested.hash(np.int64(3), np.float64(10), np.array(20.0))) is int
    lon, lat = nested.center(3, 5)
    assert type(lon) is float and type(lat) is float
    assert nested.neighbors(3, 5).shape == (8,)
    assert nested.vertices(3, 5)[0].shape == (4,)


def test_shapes_are_broadcast():
    cells = nested.hash(5, LON, LAT[:, None])
    assert cells.shape == (3, 3) and cells.dtype == np.int64
    for i in range(3):
        for j in range(3):
            assert cells[i, j] == nested.hash(5, LON[j], LAT[i])
    assert nested.hash(5, LON, 0.0).shape == (3,)
    assert nested.hash(5, [[10.0]], 0.0).shape == (1, 1)
    assert nested.neighbors(5, [[1, 2, 3]]).shape == (1, 3, 8)
    assert nested.hash(5, [], []).shape == (0,)
    assert nested.hash(5, np.zeros((2, 0, 3)), np.zeros((1, 3))).shape == (2, 0, 3)
    assert nested.center(5, [])[0].shape == (0,)


def test_depths_and_nsides_are_broadcast():
    depths = np.arange(30)
    cells = nested.hash(depths, LON[:, None], LAT[:, None])
    assert cells.shape == (3, 30)
    for depth in depths:
        assert (cells[:, depth] == nested.hash(int(depth), LON, LAT)).all()
    nsides = np.array([[7, 1, 1000], [2**29, 7, 3]])
    cells = ring.hash(nsides, LON, LAT)
    lon, lat = ring.center(nsides, cells)
    vertices = ring.vertices(nsides, cells)[0]
    for i, j in np.ndindex(2, 3):
        assert cells[i, j] == ring.hash(int(nsides[i, j]), LON[j], LAT[j])
        assert (lon[i, j], lat[i, j]) == ring.center(int(nsides[i, j]), int(cells[i, j]))
        assert (vertices[i, j] == ring.vertices(int(nsides[i, j]), int(cells[i, j]))[0]).all()


@pytest.mark.parametrize("dtype", ["f4", "f8", ">f8", "i4", "u1", "f2"])
def test_coordinates_of_any_type(dtype):
    lon, lat = LON.astype(dtype), np.array([5, 6, 7]).astype(dtype)
    assert (nested.hash(8, lon, lat) == nested.hash(8, lon.astype("f8"), lat.astype("f8"))).all()


@pytest.mark.parametrize("dtype", ["i8", "u8", "i4", "u4", "i2", "u1", ">i8", ">u8"])
def test_cells_of_any_type(dtype):
    cells = np.array([1, 2, 100]).astype(dtype)
    lon, lat = nested.center(8, cells)
    assert (lon == nested.center(8, [1, 2, 100])[0]).all() and (lat == nested.center(8, [1, 2, 100])[1]).all()


def test_arrays_in_any_order():
    lon = np.arange(24.0).reshape(2, 3, 4)
    for view in (lon[::-1], lon[:, ::2], lon.T, np.asfortranarray(lon), lon[..., ::-2], np.broadcast_to(lon[0, 0], (5, 4))):
        assert (nested.hash(9, view, 1.0) == nested.hash(9, np.ascontiguousarray(view), 1.0)).all()
    cells = np.arange(24).reshape(2, 3, 4)
    assert (nested.to_ring(3, cells.T) == nested.to_ring(3, cells).T).all()
    lon.flags.writeable = False
    assert nested.hash(9, lon, 1.0).flags.writeable


def test_unaligned_arrays():
    raw = np.zeros(8 * 3 + 1, np.uint8)
    lon = raw[1:].view("f8")
    lon[:] = LON
    assert not lon.flags.aligned
    assert (nested.hash(9, lon, LAT) == nested.hash(9, LON, LAT)).all()


@pytest.mark.parametrize("dtype", ["i8", "u8", "i4", "u4"])
def test_results_go_to_out(dtype):
    out = np.zeros(3, dtype)
    assert nested.hash(5, LON, LAT, out=out) is out
    assert (out == nested.hash(5, LON, LAT)).all()
    wide = np.zeros((3, 2), dtype)
    assert nested.hash(5, LON, LAT, out=wide[:, 1]) is not None
    assert (wide[:, 1] == out).all() and (wide[:, 0] == 0).all()


@pytest.mark.parametrize("dtype", ["i4", "u4", "i2"])
def test_cells_that_do_not_fit(dtype):
    with pytest.raises(HealpixError, match="does not fit into out, whose dtype is") as caught:
        nested.hash(20, LON, LAT, out=np.zeros(3, dtype))
    assert caught.value.value == nested.hash(20, LON, LAT).max()
    assert nested.hash(2, LON, [95.0, 2.0, 3.0], out=np.zeros(3, dtype), errors="ignore")[0] == np.array(-1).astype(dtype)


@pytest.mark.parametrize("dtype", ["i8", "u8", "i4"])
@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (0, 3), (1, 1)])
def test_results_go_to_outs_of_hardly_any_elements(shape, dtype):
    lon, lat = np.full(shape, 10.0), np.full(shape, 20.0)
    packed = np.zeros(shape, [("before", "V1"), ("cell", dtype)])["cell"]
    for out in (np.zeros(shape, dtype), packed):
        assert nested.hash(5, lon, lat, out=out) is out
        assert out.shape == shape and (out == nested.hash(5, 10.0, 20.0)).all()


def strided(rng, dtype, shape):
    """An array whose numbers are any number of bytes apart, also backwards, also over each other."""
    size = np.dtype(dtype).itemsize
    strides = [int(rng.choice([size, 2 * size, size + 1, 3 * size + 4, size * n, 0, -size, -size - 3])) for n in shape]
    steps = [(n - 1) * stride for n, stride in zip(shape, strides, strict=True)]
    before = int(rng.integers(0, 9)) - sum(step for step in steps if step < 0)
    room = np.zeros(before + sum(step for step in steps if step > 0) + size, np.uint8)
    return np.ndarray(shape, dtype, room, before, strides)


@pytest.mark.parametrize("seed", range(300))
def test_numbers_any_number_of_bytes_apart(seed):
    rng = np.random.default_rng(seed)
    shape = (int(rng.integers(1, 60)),) if seed % 2 else tuple(rng.integers(1, 5, rng.integers(1, 4)).tolist())
    lon, lat = strided(rng, rng.choice(["f8", "f4", ">f8", "i4", "u2"]), shape), strided(rng, "f8", shape)
    lon[...], lat[...] = rng.integers(0, 360, shape), rng.integers(-90, 90, shape)
    cells = strided(rng, rng.choice(["i8", "u8", "i4", ">i8"]), shape)
    cells[...] = rng.integers(0, 12 * 4**9, shape)
    # Where they lie over each other they are no good numbers, but the same.
    in_order = np.array(lon, "f8", order="C"), np.array(lat, "f8", order="C")
    expected = nested.hash(9, *in_order, errors="ignore")
    assert np.array_equal(nested.hash(9, lon, lat, errors="ignore"), expected)
    centres = nested.center(9, np.array(cells, "i8", order="C"), errors="ignore")
    assert np.array_equal(nested.center(9, cells, errors="ignore"), centres, equal_nan=True)
    out = np.zeros(shape, [("before", f"V{seed % 5 + 1}"), ("cell", "i8"), ("behind", "V3")])["cell"]
    assert nested.hash(9, lon, lat, out=out, errors="ignore") is out and np.array_equal(out, expected)


def test_results_go_to_several_outs():
    lon, lat = np.zeros(2), np.zeros(2, "f4")
    answer = nested.center(5, [3, 4], out=(lon, lat))
    assert answer[0] is lon and answer[1] is lat
    assert (lon == nested.center(5, [3, 4])[0]).all() and (lat == nested.center(5, [3, 4])[1].astype("f4")).all()
    out = np.zeros((2, 8), np.int64)
    assert nested.neighbors(5, [3, 4], out=out) is out


@pytest.mark.parametrize(
    ("out", "error", "text"),
    [
        (np.zeros(2, int), HealpixError, r"out has shape \(2,\), the result \(3,\)"),
        (np.zeros(3, "f8"), TypeError, "out has dtype float64, the result is int64"),
        (np.zeros(3, "S3"), TypeError, "out has dtype"),
        ([0, 0, 0], TypeError, "out must be an array of int64, not list"),
    ],
)
def test_wrong_outs(out, error, text):
    with pytest.raises(error, match=text):
        nested.hash(5, LON, LAT, out=out)


def test_outs_that_cannot_be_written():
    out = np.zeros(3, np.int64)
    out.flags.writeable = False
    with pytest.raises(HealpixError, match="out cannot be written to"):
        nested.hash(5, LON, LAT, out=out)
    with pytest.raises(TypeError, match="out must be a tuple of 2 arrays"):
        nested.center(5, [1], out=np.zeros(1))
    # The result would be written over what is still to be read.
    both = LON.copy()
    with pytest.raises(HealpixError, match="out cannot be written to"):
        nested.center(5, [1, 2, 3], out=(both, both))


def test_bad_elements_cost_only_themselves():
    with pytest.raises(HealpixError) as caught:
        nested.hash(5, LON, [-5.0, 95.0, np.nan])
    error = caught.value
    assert str(error) == "2 of 3 elements are invalid; the first, at index 1: latitude 95 is outside [-90, 90] degrees"
    assert (error.index, error.value, error.count) == (1, 95.0, 2)
    assert error.result.tolist() == [nested.hash(5, LON[0], -5.0), -1, -1]
    masked = nested.hash(5, LON, [-5.0, 95.0, np.nan], errors="mask")
    assert masked.mask.tolist() == [False, True, True] and masked[0] == error.result[0]
    assert nested.hash(5, LON, [-5.0, 95.0, np.nan], errors="ignore").tolist() == error.result.tolist()
    out = np.zeros(3, np.int64)
    with pytest.raises(HealpixError):
        nested.hash(5, LON, [-5.0, 95.0, np.nan], out=out)
    assert out.tolist() == error.result.tolist()


def test_where_a_bad_element_is():
    with pytest.raises(HealpixError, match=r"at index \(1, 0\)") as caught:
        nested.center(2, np.array([[1, 2], [-7, 192]]))
    assert caught.value.index == (1, 0) and caught.value.value == -7 and caught.value.count == 2
    with pytest.raises(HealpixError, match="^cell 192 does not exist: there are 192 cells, numbered from 0$") as caught:
        nested.center(2, 192)
    assert caught.value.index is None and caught.value.value == 192
    with pytest.raises(HealpixError) as caught:
        nested.hash([3, 40, 50], 1.0, [1.0, 2.0, 3.0])
    assert (caught.value.index, caught.value.value, caught.value.count) == (1, 40, 2)
    assert isinstance(caught.value, ValueError)


def test_masked_arrays_stay_masked():
    lon = np.ma.array(LON, mask=[True, False, False])
    cells = nested.hash(5, lon, LAT)
    assert cells.mask.tolist() == [True, False, False] and cells[1] == nested.hash(5, LON[1], LAT[1])
    with pytest.raises(HealpixError) as caught:
        nested.hash(5, np.ma.array([np.nan, 2.0, np.inf], mask=[True, False, False]), LAT)
    assert caught.value.index == 2 and caught.value.count == 1
    # Out and in again.
    lon, lat = nested.center(5, cells)
    assert lon.mask.tolist() == [True, False, False] and lat.mask.tolist() == [True, False, False]
    assert nested.hash(5, 1.0, 95.0, errors="mask") is np.ma.masked


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: nested.hash(3, "ten", 2), "lon must be numbers, not str"),
        (lambda: nested.hash(3, None, 2), "lon must be numbers, not NoneType"),
        (lambda: nested.hash(3, 1j, 2), "lon must be numbers, not complex128"),
        (lambda: nested.hash(3, [True], 2), "lon must be numbers, not bool"),
        (lambda: nested.hash(3, 1), "lat is missing: give lon and lat, or one SkyCoord"),
        (lambda: nested.hash(3.5, 1, 2), "depth must be whole numbers, not float64"),
        (lambda: nested.hash(True, 1, 2), "depth must be whole numbers, not bool"),
        (lambda: nested.center(3, 1.0), "cell must be whole numbers, not float64"),
        (lambda: nested.center(3, ["1"]), "cell must be whole numbers"),
        (lambda: nested.ancestor(3, 1, "2"), "ancestor_depth must be a whole number, not str"),
    ],
)
def test_wrong_types(call, text):
    with pytest.raises(TypeError, match=text):
        call()


@pytest.mark.parametrize(
    ("call", "text", "value"),
    [
        (lambda: nested.hash(30, 1, 2), "depth 30 is outside 0..=29", 30),
        (lambda: nested.hash(-1, 1, 2), "depth -1 is outside 0..=29", -1),
        (lambda: nested.hash(2**70, 1, 2), "depth .* is outside", 2**70),
        (lambda: ring.hash(0, 1, 2), "nside 0 is outside", 0),
        (lambda: ring.hash(2**29 + 1, 1, 2), "nside 536870913 is outside", 2**29 + 1),
        (lambda: ring.to_nested(3, 1), "nside 3 is not a power of two", 3),
        (lambda: nested.hash(3, np.inf, 2), "longitude inf is not a finite number", np.inf),
        (lambda: nested.hash(3, 1, 2, unit="rad"), "latitude 2 is outside .* radians", 2.0),
        (lambda: nested.center(3, -1), "cell -1 does not exist", -1),
        (lambda: nested.center(3, 2**70), "cell 1180591620717411303424 is outside the numbers of 64 bits", 2**70),
        (lambda: nested.position(3, 1, 1.5, 0.5), "outside the cell", (1.5, 0.5)),
        (lambda: nested.hash_vec(3, 0, 0, 0), "has no direction", (0.0, 0.0, 0.0)),
        (lambda: nested.from_uniq(3), "3 is not a uniq number", 3),
        (lambda: nested.from_uniq(-3), "-3 is not a uniq number", -3),
        (lambda: nested.parent(0, 1), "no parent", None),
        (lambda: nested.ancestor(3, 1, 4), "the same or shallower", 4),
        (lambda: nested.neighbor_disc(3, 1, 1025), "step count 1025 is outside", 1025),
        (lambda: nested.grid(3, 1, 0), "step count 0 is outside", 0),
        (lambda: nested.path_along_edge(3, 1, 2**70), "step count 1180591620717411303424 is outside", 2**70),
        (lambda: ring.neighbor_ring(3, 1, -1), "step count -1 is outside", -1),
        (lambda: nested.hash(3, [1], 2, threads=-1), "threads -1 is outside", -1),
        (lambda: hp.set_threads(-1), "threads -1 is outside", -1),
        (lambda: ring.info(4, 16), "ring 16 is outside 1..=15", 16),
        (lambda: hp.unproject(0, 2), "is not on the HEALPix plane", (0.0, 2.0)),
        (lambda: grid.depth(3), "not a power of two", 3),
        (lambda: grid.nside(-1), "depth -1 is outside", -1),
        (lambda: grid.nside([3, 1000]), "at index 1: depth 1000 is outside", 1000),
        (lambda: grid.n_cells(2**40), "nside 1099511627776 is outside", 2**40),
        (lambda: ring.info(8, [-1]), "at index 0: ring -1 is outside", -1),
        (lambda: nested.hash([3, 1000], 1.0, 2.0), "at index 1: depth 1000 is outside", 1000),
        (lambda: nested.from_face_ij(3, 300, 1, 1), "base cell 300 is outside", 300),
        (lambda: nested.from_face_ij(3, 3, 2**33, 1), "face coordinate 8589934592 is not below", 2**33),
        (lambda: nested.hash(3, 1, 2, unit="grad"), 'unit "grad" is none of', None),
        (lambda: nested.hash(3, 1, 2, errors="no"), 'errors "no" is none of', None),
        (lambda: nested.neighbor(3, "NNE", 1), 'direction "NNE" is none of', None),
        (lambda: nested.hash(3, [1, 2], [1, 2, 3]), r"do not go together: \(2,\), \(3,\)$", None),
        (lambda: hp.set_threads(5000), "5000 threads are outside", 5000),
        (lambda: nested.hash(3, [1], 2, threads=5000), "5000 threads are outside", 5000),
    ],
)
def test_wrong_values(call, text, value):
    with pytest.raises(HealpixError, match=text) as caught:
        call()
    assert caught.value.value == value


def test_too_much_for_any_memory():
    with pytest.raises(MemoryError, match="not enough memory|Unable to allocate"):
        nested.hash(3, np.broadcast_to(1.0, (2**30, 2**20)), 0.0)
    with pytest.raises((MemoryError, HealpixError)):
        nested.hash(3, np.broadcast_to(1.0, (2**40, 1)), np.broadcast_to(1.0, (1, 2**40)))


def test_threads_change_nothing():
    rng = np.random.default_rng(5)
    lon, lat = rng.uniform(0, 360, 200_000), rng.uniform(-91, 91, 200_000)
    one = nested.hash(20, lon, lat, errors="ignore")
    for threads in (0, 1, 2, 3, 7):
        assert (nested.hash(20, lon, lat, errors="ignore", threads=threads) == one).all()
    hp.set_threads(2)
    assert hp.threads() == 2
    assert (nested.hash(20, lon, lat, errors="ignore") == one).all()
    assert hp.threads() == 2


def test_functions_explain_themselves():
    for module in (nested, ring, grid):
        for name in module.__all__:
            function = getattr(module, name)
            assert function.__doc__ and ">>>" in function.__doc__, name
            parameters = list(inspect.signature(function).parameters)
            assert parameters[-1] in ("threads", "unit"), name
            assert function.__module__ == module.__name__, name


def test_names_are_where_the_interpreter_finds_them_at_once():
    # It remembers the place of a name in a module, but not if there may be other names: 25 ns for each call of `hp.nested.hash`.
    for module in (hp, nested, ring, grid):
        assert not hasattr(module, "__getattr__"), module.__name__


def unaligned(array):
    room = np.zeros(array.nbytes + 1, np.uint8)
    there = room[1:].view(array.dtype)
    there[:] = array
    return there


def read_only(array):
    array = array.copy()
    array.flags.writeable = False
    return array


def of_records(array, before=0, behind=1, step=1):
    """A column of records: its numbers are so many bytes apart, which need be no multiple of their size."""
    fields = [("before", f"V{before}"), ("column", array.dtype), ("behind", f"V{behind}")]
    records = np.zeros(len(array), [field for field in fields if field[1] != "V0"])
    records["column"] = array[::step]
    return records["column"][::step]


LAYOUTS = {
    "in order": lambda array: array,
    "every other": lambda array: np.repeat(array, 2)[::2],
    "backwards": lambda array: array[::-1].copy()[::-1],
    "unaligned": unaligned,
    "read-only": read_only,
    "swapped bytes": lambda array: array.astype(array.dtype.newbyteorder()),
    "a row": lambda array: array[None, :],
    "a column of several": lambda array: np.stack([array, array], axis=1)[:, 0],
    "of packed records": of_records,
    "of packed records, backwards": lambda array: of_records(array, step=-1),
    "of records of 12 bytes": lambda array: of_records(array, behind=4),
    "second of packed records": lambda array: of_records(array, before=8, behind=3),
    "second of records of 24 bytes": lambda array: of_records(array, before=8, behind=8),
    "odd in records of 16 bytes": lambda array: of_records(array, before=3, behind=5),
    "from a pickle": lambda array: pickle.loads(pickle.dumps(array)),
    "with metadata": lambda array: array.astype(np.dtype(array.dtype, metadata={"unit": "deg"})),
    "of the other long": lambda array: array.astype({"i": "q", "u": "Q", "f": "d"}[array.dtype.kind]),
    "a piece": lambda array: np.concatenate([array[:1], array, array[:1]])[1:-1],
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("n", [1, 2, 31, 32, 33, 100])
def test_few_elements_wherever_they_lie_are_as_many(n, layout):
    rng = np.random.default_rng(n)
    lon, lat = rng.uniform(-400, 400, n), rng.uniform(-90, 90, n)
    cells = rng.integers(0, 12 * 4**20, n)
    laid = LAYOUTS[layout]
    calls = {
        "hash": (lambda lon, lat: nested.hash(20, lon, lat), (lon, lat)),
        "hash, one latitude": (lambda lon: nested.hash(20, lon, 30.0), (lon,)),
        "ring hash": (lambda lon, lat: ring.hash(1000, lon, lat, unit="deg", threads=2), (lon, lat)),
        "centre": (lambda cells: nested.center(20, cells), (cells,)),
        "centre, unsigned": (lambda cells: nested.center(20, cells), (cells.astype(np.uint64),)),
        "vertices": (lambda cells: nested.vertices(20, cells), (cells,)),
        "neighbors": (lambda cells: nested.neighbors(20, cells, errors="ignore"), (cells,)),
        "position": (lambda cells, dx: nested.position(20, cells, dx, 0.25), (cells, (lat + 90) / 180)),
        "interpolation": (lambda lon, lat: nested.interpolate_bilinear(20, lon, lat), (lon, lat)),
        "distance": (lambda lon, lat: hp.distance(lon, lat, 10, 20), (lon, lat)),
        "contains": (lambda lon, lat: hp.Region.cone(0, 0, 90).contains(lon, lat), (lon, lat)),
    }
    for name, (call, arguments) in calls.items():
        # So many elements that no short way is taken.
        many = call(*(np.tile(argument, 200) for argument in arguments))
        few = call(*map(laid, arguments))
        for result, expected in zip(few if isinstance(few, tuple) else [few], many if isinstance(many, tuple) else [many], strict=True):
            assert result.dtype == expected.dtype and type(result) is np.ndarray, name
            assert np.array_equal(result, expected[:n].reshape(result.shape)), name
            assert result.flags.c_contiguous and result.flags.writeable and result.flags.owndata, name
        assert all((few[0] if isinstance(few, tuple) else few).shape[: laid(a).ndim] == laid(a).shape for a in arguments), name


def test_numbers_of_all_classes_beside_each_other():
    """Numbers, and arrays of one number, in whatever class: the short way takes some of them, the long way all."""
    floats = [30.0, 30, np.float64(30), np.float32(30), np.int64(30), np.array(30.0), np.array([30.0]), [30.0], np.array([30])]
    cells = [30, np.int64(30), np.uint8(30), np.array(30), np.array([30]), np.array([30], "u8"), [30], np.array([[30]])]
    shape = lambda *arguments: np.broadcast_shapes(*map(np.shape, arguments))  # noqa: E731
    for depth, lon, lat in itertools.product([9, np.int32(9), np.array(9), np.array([9])], floats, floats):
        found = nested.hash(depth, lon, lat)
        assert np.shape(found) == shape(depth, lon, lat) and np.all(np.equal(found, nested.hash(9, 30.0, 30.0)))
        assert type(found) is (np.ndarray if shape(depth, lon, lat) else int)
    for cell, dx in itertools.product(cells, floats):
        dx = dx[0] / 60 if isinstance(dx, list) else dx / 60
        for found, expected in zip(nested.position(9, cell, dx, 0.5), nested.position(9, 30, 0.5, 0.5), strict=True):
            assert np.shape(found) == shape(cell, dx) and np.all(np.equal(found, expected))
            assert type(found) is (np.ndarray if shape(cell, dx) else float)
    assert nested.hash(9, 2**63, 30) == nested.hash(9, float(2**63), 30.0)
    for wrong in (2**63, -(2**63) - 1, 2**64, -1, 2**200, 12 * 4**9):
        with pytest.raises(HealpixError) as caught:
            nested.center(9, wrong)
        assert str(wrong) in str(caught.value), wrong
        with pytest.raises(HealpixError) as caught:
            nested.hash(wrong, 30, 30)
        assert str(wrong) in str(caught.value), wrong


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tables_wherever_their_columns_lie(layout):
    """What takes whole columns: a table read from a file may be packed records."""
    rng = np.random.default_rng(5)
    lon, lat, radius = rng.uniform(0, 360, 300), rng.uniform(-90, 90, 300), rng.uniform(0, 3, 300)
    cells, depths = rng.integers(0, 12 * 4**5, 300), rng.integers(5, 9, 300)
    flat = lambda array: LAYOUTS[layout](array).reshape(-1)  # noqa: E731
    laid_lon, laid_lat, laid_radius, laid_cells, laid_depths = map(flat, (lon, lat, radius, cells, depths))
    assert hp.Moc.from_points(7, laid_lon, laid_lat) == hp.Moc.from_points(7, lon, lat)
    assert hp.Moc.from_cells(5, laid_cells) == hp.Moc.from_cells(5, laid_cells.copy()) == hp.Moc.from_cells(5, cells)
    assert hp.Moc.from_mixed_cells(8, laid_depths, laid_cells) == hp.Moc.from_mixed_cells(8, depths, cells)
    assert hp.cones(5, laid_lon, laid_lat, laid_radius) == hp.cones(5, lon, lat, radius)
    index, laid_index = hp.PointIndex(lon, lat), hp.PointIndex(laid_lon, laid_lat)
    assert all(np.array_equal(a, b) for a, b in zip(index.nearest(10, 20, 50), laid_index.nearest(10, 20, 50), strict=True))
    region = hp.Region.polygon(flat(np.array([0.0, 30.0, 20.0])), flat(np.array([0.0, 5.0, 40.0])))
    assert hp.Coverage.of(6, region) == hp.Coverage.of(6, hp.Region.polygon([0, 30, 20], [0, 5, 40]))
    out = flat(np.zeros(300, np.int64)).copy() if layout in ("read-only", "swapped bytes") else flat(np.zeros(300, np.int64))
    assert np.array_equal(nested.hash(9, laid_lon, laid_lat, out=out), nested.hash(9, lon, lat))
    assert np.array_equal(out, nested.hash(9, lon, lat))


@pytest.mark.parametrize("n", [2, 32, 33])
def test_what_is_wrong_with_one_of_few_elements(n):
    lat = np.linspace(-90, 90, n)
    lat[-1] = 95
    with pytest.raises(HealpixError, match=rf"1 of {n} elements .* at index {n - 1}: latitude 95") as caught:
        nested.hash(3, np.zeros(n), lat)
    assert caught.value.index == n - 1 and caught.value.value == 95
    assert (caught.value.result[:-1] == nested.hash(3, np.zeros(n - 1), lat[:-1])).all() and caught.value.result[-1] == -1
    assert nested.hash(3, 0.0, lat, errors="ignore")[-1] == -1
    assert nested.hash(3, 0.0, lat, errors="mask").mask.tolist() == [False] * (n - 1) + [True]
    with pytest.raises(HealpixError, match="the shapes of the arguments do not go together"):
        nested.hash(3, np.zeros(n + 1), lat)
