"""Arrow arrays in and out, of every library that is installed."""

from __future__ import annotations

import decimal

import healpixel as hp
import numpy as np
import pytest

pa = pytest.importorskip("pyarrow")

LON = [10.0, 20.0, 30.0, 40.0]
LAT = [1.0, -2.0, 3.0, -4.0]
CELLS = hp.nested.hash(12, LON, LAT).tolist()
FAR = 12 * 4**12  # no cell at depth 12


class Foreign:
    """An array of a library that healpixel has never heard of."""

    def __init__(self, array):
        self.array = array

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)


class ForeignStream:
    def __init__(self, chunks):
        self.chunks = chunks

    def __arrow_c_stream__(self, requested_schema=None):
        return self.chunks.__arrow_c_stream__(requested_schema)


def test_pyarrow_in_pyarrow_out():
    cells = hp.nested.hash(12, pa.array(LON), pa.array(LAT))
    assert isinstance(cells, pa.Int64Array)
    assert cells.to_pylist() == CELLS
    assert cells.null_count == 0
    lon, lat = hp.nested.center(12, cells)
    assert isinstance(lon, pa.DoubleArray) and isinstance(lat, pa.DoubleArray)
    expected = hp.nested.center(12, CELLS)
    assert lon.to_pylist() == expected[0].tolist() and lat.to_pylist() == expected[1].tolist()


def test_nulls_in_are_nulls_out():
    cells = hp.nested.hash(12, pa.array([10.0, None, 30.0, 40.0]), pa.array([1.0, -2.0, 3.0, None]))
    assert cells.to_pylist() == [CELLS[0], None, CELLS[2], None]
    lon, lat = hp.nested.center(12, cells)
    assert lon.is_null().to_pylist() == lat.is_null().to_pylist() == [False, True, False, True]


def test_what_lies_under_a_null_is_no_error():
    lon = pa.array(np.array([10.0, np.nan, 30.0, np.inf]), from_pandas=True, mask=np.array([False, True, False, True]))
    assert np.isnan(np.frombuffer(lon.buffers()[1])[1]), "this test needs a NaN under the null"
    assert hp.nested.hash(12, lon, 1.0).is_null().to_pylist() == [False, True, False, True]
    cell = pa.array(np.array([FAR, 5, -7]), mask=np.array([True, False, True]))
    assert hp.nested.parent(12, cell).to_pylist() == [None, 1, None]
    # Vectors of length zero point nowhere, and so cannot stand for what is missing.
    zero = pa.array(np.array([0.0, 1.0]), mask=np.array([True, False]))
    assert hp.nested.hash_vec(3, zero, zero, zero).is_null().to_pylist() == [True, False]


def test_bad_elements_among_nulls():
    lat = pa.array([91.0, None, 3.0, -95.0])
    with pytest.raises(hp.HealpixError, match="2 of 4 elements are invalid; the first, at index 0") as error:
        hp.nested.hash(12, pa.array(LON), lat)
    assert (error.value.index, error.value.count, error.value.value) == (0, 2, 91.0)
    assert error.value.result.to_pylist() == [None, None, CELLS[2], None]
    masked = hp.nested.hash(12, pa.array(LON), lat, errors="mask")
    assert isinstance(masked, pa.Int64Array)
    assert masked.to_pylist() == [None, None, CELLS[2], None]
    assert hp.nested.hash(12, pa.array(LON), lat, errors="ignore").to_pylist() == [-1, None, CELLS[2], -1]


def test_masked_without_nulls():
    lon, lat = hp.nested.center(12, pa.array([0, FAR]), errors="mask")
    assert lon.to_pylist()[1] is None and lat.is_null().to_pylist() == [False, True]


def test_all_null():
    for nulls in (pa.nulls(3), pa.array([None] * 3, pa.float64())):
        assert hp.nested.hash(5, nulls, nulls).to_pylist() == [None] * 3
    cells = hp.nested.neighbors(5, pa.nulls(2))
    assert cells.to_pylist() == [None, None]
    assert cells.type == pa.list_(pa.int64(), 8)


def test_lists_on_the_last_axis():
    # Three cells of depth 0 have seven neighbours at most: what does not exist is null.
    neighbors = hp.nested.neighbors(0, pa.array([4, None]))
    expected = [None if cell == -1 else cell for cell in hp.nested.neighbors(0, 4).tolist()]
    assert None in expected
    assert neighbors.to_pylist() == [expected, None]
    lon, lat = hp.nested.vertices(3, pa.array([5, 6, 7]))
    assert lon.type == lat.type == pa.list_(pa.float64(), 4)
    assert lon.to_pylist() == hp.nested.vertices(3, [5, 6, 7])[0].tolist()
    cells, weights = hp.ring.interpolate_rings(4, pa.array(LON), pa.array(LAT))
    assert cells.type == pa.list_(pa.int64(), 4)
    assert np.allclose(weights.flatten().to_numpy().reshape(-1, 4).sum(axis=1), 1)


def test_many_numbers_for_each_element():
    inner = hp.nested.internal_edge(2, pa.array([5, None, 6]), 6)
    assert inner.to_pylist() == [*hp.nested.internal_edge(2, [5], 6).tolist(), None, *hp.nested.internal_edge(2, [6], 6).tolist()]
    with_bad = hp.nested.internal_edge(2, pa.array([5, 999]), 6, errors="mask")
    assert with_bad.to_pylist() == [hp.nested.internal_edge(2, 5, 6).tolist(), None]


def test_wide_results_of_masked_numpy_arrays():
    inner = hp.nested.internal_edge(2, np.array([5, 999]), 6, errors="mask")
    assert inner[0].tolist() == hp.nested.internal_edge(2, 5, 6).tolist() and inner.mask[1].all()


def test_with_scalars_and_numpy_arrays():
    for lat in (0.5, np.float64(0.5), [0.5] * 4, np.full(4, 0.5)):
        assert hp.nested.hash(12, pa.array(LON), lat).to_pylist() == hp.nested.hash(12, LON, 0.5).tolist()
        assert isinstance(hp.nested.hash(12, lat, pa.array(LAT)), pa.Int64Array)
    masked = np.ma.array(LAT, mask=[True, False, False, False])
    assert hp.nested.hash(12, pa.array(LON), masked).to_pylist() == [None, *CELLS[1:]]


def test_arrays_of_depths():
    depths = pa.array([12, None, 12, 3], pa.int8())
    assert hp.nested.hash(depths, LON, LAT).to_pylist() == [CELLS[0], None, CELLS[2], hp.nested.hash(3, 40.0, -4.0)]
    masked = np.ma.array([12, 77, 12, 12], mask=[False, True, False, False])
    cells = hp.nested.hash(masked, LON, LAT)
    assert cells.tolist() == [CELLS[0], None, *CELLS[2:]]


def test_a_grid_becomes_lists():
    column = np.array([[1.0], [2.0], [3.0]])
    cells = hp.nested.hash(8, pa.array([10.0, None]), column)
    expected = hp.nested.hash(8, 10.0, column[:, 0])
    assert cells.type == pa.list_(pa.int64(), 2)
    assert cells.to_pylist() == [[cell, None] for cell in expected]
    assert hp.nested.neighbors(8, np.zeros((2, 1), int), out=None).shape == (2, 1, 8)
    both = hp.nested.vertices(8, pa.array([1, 2, 3]))[0].to_pylist()
    assert np.array(both).shape == (3, 4)


@pytest.mark.parametrize("dtype", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"])
def test_whole_numbers_of_any_width(dtype):
    array = pa.array([5, None, 7], getattr(pa, dtype)())
    assert hp.nested.parent(3, array).to_pylist() == [1, None, 1]
    assert hp.nested.hash(3, array, array).to_pylist() == [hp.nested.hash(3, 5, 5), None, hp.nested.hash(3, 7, 7)]


def test_signed_and_unsigned_numbers_in_errors():
    with pytest.raises(hp.HealpixError) as error:
        hp.nested.parent(3, pa.array([5, -7]))
    assert error.value.value == -7
    with pytest.raises(hp.HealpixError) as error:
        hp.nested.parent(3, pa.array([5, 2**64 - 7], pa.uint64()))
    assert error.value.value == 2**64 - 7


@pytest.mark.parametrize("dtype", [pa.float16(), pa.float32(), pa.decimal128(6, 2), pa.decimal256(50, 2)])
def test_other_numbers_as_coordinates(dtype):
    values = [decimal.Decimal("1.5"), None, decimal.Decimal("2.25")]
    if pa.types.is_floating(dtype):
        values = [None if value is None else np.dtype(dtype.to_pandas_dtype()).type(value) for value in values]
    assert hp.nested.hash(9, pa.array(values, dtype), 1.0).to_pylist() == [
        hp.nested.hash(9, 1.5, 1.0),
        None,
        hp.nested.hash(9, 2.25, 1.0),
    ]


@pytest.mark.parametrize(
    ("array", "named"),
    [
        (pa.array(["10", "20"]), "Utf8"),
        (pa.array(["10", "20"]).dictionary_encode(), "Dictionary"),
        (pa.array([1.0, 2.0]).dictionary_encode(), "Dictionary"),
        (pa.array([True, False]), "Boolean"),
        (pa.array([[1.0], [2.0]]), "List"),
        (pa.array([1, 2], pa.timestamp("s")), "Timestamp"),
        (pa.array([1, 2], pa.date32()), "Date32"),
        (pa.array([{"a": 1, "b": 2}]), "Struct"),
    ],
)
def test_types_that_are_no_numbers(array, named):
    with pytest.raises(TypeError, match=f"lon must be numbers, not an Arrow array of {named}"):
        hp.nested.hash(5, array, 0.0)
    with pytest.raises(TypeError, match=f"cell must be whole numbers, not an Arrow array of {named}"):
        hp.nested.center(5, array)
    with pytest.raises(TypeError, match=f"depth must be whole numbers, not an Arrow array of {named}"):
        hp.nested.center(array, 0)


def test_cells_are_no_floats():
    with pytest.raises(TypeError, match="cell must be whole numbers, not an Arrow array of Float64"):
        hp.nested.center(5, pa.array([1.0]))


def test_lengths():
    for n in (0, 1, 1000):
        assert len(hp.nested.hash(5, pa.array(np.zeros(n)), pa.array(np.zeros(n)))) == n
    empty = hp.nested.neighbors(5, pa.array([], pa.int64()))
    assert len(empty) == 0 and empty.type == pa.list_(pa.int64(), 8)
    with pytest.raises(hp.HealpixError, match=r"do not go together: \(3,\), \(2,\)"):
        hp.nested.hash(5, pa.array([1.0, 2.0, 3.0]), pa.array([1.0, 2.0]))


def test_slices():
    lon, lat = pa.array([99.0, None, *LON, 99.0]), pa.array([99.0, 99.0, *LAT, None])
    assert hp.nested.hash(12, lon.slice(2, 4), lat.slice(2, 4)).to_pylist() == CELLS
    assert hp.nested.hash(12, lon[1:3], 1.0).to_pylist() == [None, CELLS[0]]


def test_chunks():
    lon = pa.chunked_array([LON[:1], [], LON[1:3], [None]], pa.float64())
    cells = hp.nested.hash(12, lon, pa.array(LAT))
    assert isinstance(cells, pa.Array)
    assert cells.to_pylist() == [*CELLS[:3], None]
    assert len(hp.nested.hash(12, pa.chunked_array([], pa.float64()), 0.0)) == 0
    small = pa.chunked_array([np.array([10, 20], "f4"), np.array([30], "f4")])
    assert hp.nested.hash(12, small, 0.0).to_pylist() == hp.nested.hash(12, [10, 20, 30], 0.0).tolist()


def test_a_table_of_one_column_is_that_column():
    table = pa.table({"lon": LON, "lat": LAT})
    assert hp.nested.hash(12, table.select(["lon"]), table["lat"]).to_pylist() == CELLS
    with pytest.raises(TypeError, match="lon must be numbers, not an Arrow array of Struct"):
        hp.nested.hash(12, table, table["lat"])


def test_out_is_numpy():
    out = np.zeros(4, np.int64)
    assert hp.nested.hash(12, pa.array(LON), pa.array(LAT), out=out) is out
    assert out.tolist() == CELLS
    narrow = np.zeros(4, np.int32)
    assert hp.nested.hash(12, pa.array(LON), pa.array(LAT), out=narrow) is narrow
    assert narrow.tolist() == CELLS
    result = hp.nested.hash(12, pa.array([*LON[:3], None]), pa.array(LAT), out=out)
    assert result.tolist() == [*CELLS[:3], None] and out[3] == -1
    with pytest.raises(TypeError, match="out must be an array"):
        hp.nested.hash(12, pa.array(LON), pa.array(LAT), out=pa.array(CELLS))


def test_in_without_copies():
    """Where an array lies in memory decides what is read: changes below it are seen."""
    memory = np.array(LON)
    lon = pa.Array.from_buffers(pa.float64(), 4, [None, pa.py_buffer(memory)])
    chunked = pa.chunked_array([lon])
    before = hp.nested.hash(12, lon, 1.0).to_pylist()
    memory += 90.0
    after = hp.nested.hash(12, memory, 1.0).tolist()
    assert before != after
    assert hp.nested.hash(12, lon, 1.0).to_pylist() == hp.nested.hash(12, chunked, 1.0).to_pylist() == after


def test_no_copy_of_arguments():
    """Memory of a call with ten million rows: the result, and not the arguments again."""
    n = 4_000_000
    lon, lat = pa.array(np.linspace(0, 360, n)), pa.array(np.linspace(-90, 90, n))
    resource = pytest.importorskip("resource")
    hp.nested.hash(12, lon.slice(0, 1000), lat.slice(0, 1000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cells = hp.nested.hash(12, lon, lat)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert len(cells) == n
    assert grown < 1.5 * 8 * n


def test_out_without_copies():
    cells = hp.nested.hash(12, Foreign(pa.array(LON)), pa.array(LAT))
    assert isinstance(cells, hp.ArrowArray)
    addresses = {pa.array(cells).buffers()[1].address for _ in range(3)}
    assert len(addresses) == 1
    pl = pytest.importorskip("polars")
    series = pl.Series(cells)
    assert {series.to_numpy(allow_copy=False).ctypes.data} == addresses


def test_other_libraries_get_an_array_that_all_can_import():
    cells = hp.nested.hash(12, Foreign(pa.array([10.0, None])), 1.0)
    assert type(cells) is hp.ArrowArray
    assert len(cells) == 2
    assert (cells[0], cells[1], cells[-2]) == (CELLS[0], None, CELLS[0])
    assert cells.to_pylist() == list(cells) == pa.array(cells).to_pylist() == [CELLS[0], None]
    assert repr(cells) == f"ArrowArray(Int64, [{CELLS[0]}, None])"
    for index in (2, -3, 2**62):
        with pytest.raises(IndexError, match=f"index {index} is outside an array of 2"):
            cells[index]
    # And back in.
    lon, _ = hp.nested.center(12, cells)
    assert type(lon) is hp.ArrowArray and lon.to_pylist()[1] is None
    assert pa.array(cells, type=pa.int32()).type == pa.int32()
    assert pa.field(cells).type == pa.int64()
    lists = hp.nested.neighbors(0, lon_of_rows := Foreign(pa.array([4])))
    assert lists.to_pylist() == hp.nested.neighbors(0, pa.array(lon_of_rows.array)).to_pylist()
    many = hp.nested.hash(0, Foreign(pa.array(np.zeros(1000))), 0.0)
    assert repr(many).endswith(", 4, ...])") and len(repr(many)) < 100


def test_arrays_in_the_numbers_that_are_asked_for():
    cells = hp.nested.hash(2, Foreign(pa.array([10.0, None, 200.0])), 1.0)
    expected = cells.to_pylist()
    for name in ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float64"):
        array = pa.array(cells, type=getattr(pa, name)())
        assert str(array.type) in (name, "double") and array.to_pylist() == expected
    lon, _ = hp.nested.center(2, cells)
    narrow = [None if number is None else float(np.float32(number)) for number in lon.to_pylist()]
    assert pa.array(lon, type=pa.float32()).to_pylist() == narrow
    # What does not fit comes as it is.
    far = hp.nested.hash(20, Foreign(pa.array([10.0])), 1.0)
    schema, array = far.__arrow_c_array__(pa.int8().__arrow_c_schema__())
    assert pa.Array._import_from_c_capsule(schema, array).to_pylist() == far.to_pylist()


def test_decimals_are_the_nearest_floats():
    texts = ["0.1", "279.2347", "-38.78370000000000000000000000000001", "359.99999999999999999999"]
    lon = pa.array([decimal.Decimal(text) for text in texts], pa.decimal128(36, 32))
    x, y, z = hp.to_vec(lon, 0.0)
    expected = hp.to_vec([float(text) for text in texts], 0.0)
    assert [x.to_pylist(), y.to_pylist(), z.to_pylist()] == [part.tolist() for part in expected]


def test_chunks_of_nulls():
    assert hp.nested.hash(3, pa.nulls(3), 0.0).to_pylist() == [None] * 3
    assert hp.nested.parent(3, pa.nulls(2)).to_pylist() == [None] * 2
    chunks = [pa.array([5, None], pa.int32()), pa.array([7], pa.int32()), pa.array([None], pa.int32())]
    assert hp.nested.parent(3, pa.chunked_array(chunks)).to_pylist() == [1, None, 1, None]
    assert hp.nested.parent(3, pa.chunked_array([chunk.slice(1) for chunk in chunks])).to_pylist() == [None]


def test_a_stream_that_fails_says_why():
    def batches():
        yield pa.record_batch({"lon": LON})
        raise ValueError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"lon": pa.float64()}), batches())
    with pytest.raises(hp.HealpixError, match="lon cannot be taken as an Arrow array: .*the disk is gone"):
        hp.nested.hash(12, reader, 0.0)


def test_streams_of_other_libraries():
    lon = ForeignStream(pa.chunked_array([LON[:2], LON[2:]]))
    cells = hp.nested.hash(12, lon, LAT)
    assert type(cells) is hp.ArrowArray and cells.to_pylist() == CELLS


def test_an_object_that_lies():
    class Broken:
        def __arrow_c_array__(self, requested_schema=None):
            raise RuntimeError("no such column")

    class Wrong:
        def __arrow_c_array__(self, requested_schema=None):
            return 7

    class WrongStream:
        def __arrow_c_stream__(self, requested_schema=None):
            return "text"

    with pytest.raises(RuntimeError, match="no such column"):
        hp.nested.hash(12, Broken(), 0.0)
    with pytest.raises(TypeError):
        hp.nested.hash(12, Wrong(), 0.0)
    with pytest.raises((TypeError, ValueError)):
        hp.nested.hash(12, WrongStream(), 0.0)


def test_a_capsule_serves_once():
    capsules = pa.array(LON).__arrow_c_array__()

    class Used:
        def __arrow_c_array__(self, requested_schema=None):
            return capsules

    assert hp.nested.hash(12, Used(), LAT).to_pylist() == CELLS
    with pytest.raises((TypeError, ValueError)):
        hp.nested.hash(12, Used(), LAT)


def test_threads_and_long_arrays():
    n = 4_000_000
    lon, lat = np.linspace(0, 360, n), np.linspace(-90, 90, n)
    seen = []
    with hp.progress(lambda done, total: seen.append((done, total))):
        cells = hp.nested.hash(20, pa.array(lon), pa.array(lat), threads=2)
    assert seen[-1] == (n, n)
    assert np.array_equal(cells.to_numpy(), hp.nested.hash(20, lon, lat))


def test_results_outlive_their_arguments():
    lon = pa.array(np.linspace(0, 360, 1000))
    cells = hp.nested.hash(12, lon, 0.0)
    expected = cells.to_pylist()
    del lon
    junk = [hp.nested.hash(12, pa.array(np.random.rand(1000)), 0.0) for _ in range(50)]
    assert cells.to_pylist() == expected and len(junk) == 50


def test_no_leak():
    psutil = pytest.importorskip("psutil")
    process = psutil.Process()
    lon = pa.array(np.linspace(0, 360, 100_000))

    def work():
        for _ in range(40):
            hp.nested.hash(12, lon, 0.0)
            hp.nested.neighbors(12, Foreign(pa.array(np.arange(10_000))))

    work()
    before = process.memory_info().rss
    work()
    work()
    assert process.memory_info().rss - before < 20e6


class TestPolars:
    pl = pytest.importorskip("polars")

    def test_series(self):
        pl = self.pl
        cells = hp.nested.hash(12, pl.Series("lon", LON), pl.Series("lat", LAT))
        assert isinstance(cells, pl.Series) and cells.dtype == pl.Int64
        assert cells.to_list() == CELLS
        lon, lat = hp.nested.center(12, cells)
        assert lon.dtype == lat.dtype == pl.Float64
        assert hp.nested.neighbors(12, cells).dtype == pl.Array(pl.Int64, 8)

    def test_nulls_chunks_slices_and_other_types(self):
        pl = self.pl
        lon = pl.Series([10.0, None], dtype=pl.Float32).append(pl.Series([30.0, 40.0], dtype=pl.Float32))
        assert lon.n_chunks() == 2
        assert hp.nested.hash(12, lon, LAT).to_list() == [CELLS[0], None, *CELLS[2:]]
        assert hp.nested.hash(12, lon[1:3], LAT[1:3]).to_list() == [None, CELLS[2]]
        assert hp.nested.hash(12, pl.Series([], dtype=pl.Float64), 0.0).to_list() == []
        assert hp.nested.hash(12, pl.Series([None, None]), 0.0).to_list() == [None, None]
        with pytest.raises(TypeError, match="lon must be numbers, not an Arrow array of"):
            hp.nested.hash(12, pl.Series(["a"]), 0.0)

    def test_in_a_query(self):
        pl = self.pl
        frame = pl.DataFrame({"lon": LON, "lat": [*LAT[:3], None]})
        position = pl.struct("lon", "lat")
        found = frame.with_columns(
            cell=position.map_batches(
                lambda rows: hp.nested.hash(12, rows.struct.field("lon"), rows.struct.field("lat")),
                return_dtype=pl.Int64,
            )
        )
        assert found["cell"].to_list() == [*CELLS[:3], None]
        # A frame of one column is that column.
        assert hp.nested.hash(12, frame.select("lon"), LAT).to_list() == CELLS

    def test_without_copies(self):
        """Memory that changes below a series changes what is read: no copy of it was made before."""
        pl = self.pl
        memory = np.array(LON)
        lon = pl.from_arrow(pa.Array.from_buffers(pa.float64(), 4, [None, pa.py_buffer(memory)]))
        assert lon.to_numpy(allow_copy=False).ctypes.data == memory.ctypes.data
        hp.nested.hash(12, lon, 1.0)
        memory += 90.0
        assert hp.nested.hash(12, lon, 1.0).to_list() == hp.nested.hash(12, memory, 1.0).tolist()


class TestDuckDB:
    duckdb = pytest.importorskip("duckdb")

    def connection(self):
        connection = self.duckdb.connect()
        connection.execute("create table stars (lon double, lat double)")
        connection.executemany("insert into stars values (?, ?)", [*zip(LON, LAT, strict=True), (None, 1.0)])
        return connection

    def test_columns_of_a_relation(self):
        table = self.connection().table("stars").to_arrow_table()
        assert hp.nested.hash(12, table["lon"], table["lat"]).to_pylist() == [*CELLS, None]

    def test_a_relation_of_one_column(self):
        stars = self.connection().table("stars")
        cells = hp.nested.hash(12, stars.project("lon"), stars.project("lat"))
        assert isinstance(cells, hp.ArrowArray)
        assert cells.to_pylist() == [*CELLS, None]
        with pytest.raises(TypeError, match="not an Arrow array of Struct"):
            hp.nested.hash(12, stars, 0.0)

    def test_results_in_a_query(self):
        connection = self.connection()
        table = connection.table("stars").to_arrow_table()
        cells = pa.table({"cell": hp.nested.hash(12, table["lon"], table["lat"])})
        found = connection.execute("select count(cell), max(cell) from cells").fetchone()
        assert cells.num_rows == 5 and found == (4, max(CELLS))

    def test_a_function_of_sql(self):
        connection = self.connection()
        connection.create_function(
            "healpix",
            lambda lon, lat: hp.nested.hash(12, lon, lat),
            ["DOUBLE", "DOUBLE"],
            "BIGINT",
            type="arrow",
            null_handling="special",
        )
        assert connection.execute("select healpix(lon, lat) from stars").fetchall() == [
            *[(cell,) for cell in CELLS],
            (None,),
        ]
        # A stream that is a query that calls the function: it must not wait for the caller's lock.
        many = connection.sql("select healpix(i % 360, i % 90) as cell from range(300000) t(i)")
        lon, _ = hp.nested.center(12, many)
        assert len(lon) == 300_000


class TestDataFusion:
    def test_a_function_of_sql(self):
        datafusion = pytest.importorskip("datafusion")
        context = datafusion.SessionContext()
        context.from_pydict({"lon": LON, "lat": LAT}, name="stars")
        healpix = datafusion.udf(
            lambda lon, lat: hp.nested.hash(12, lon, lat), [pa.float64(), pa.float64()], pa.int64(), "volatile", "healpix"
        )
        context.register_udf(healpix)
        found = context.sql("select healpix(lon, lat) as cell from stars").to_pydict()
        assert found["cell"] == CELLS
        # A frame of one column is an Arrow stream.
        cells = hp.nested.hash(12, context.sql("select lon from stars"), pa.array(LAT))
        assert cells.to_pylist() == CELLS


@pytest.mark.parametrize("name", ["nanoarrow", "arro3.core"])
def test_libraries_that_only_speak_arrow(name):
    library = pytest.importorskip(name)
    cells = hp.nested.hash(12, library.Array(pa.array([10.0, None, 30.0])), 1.0)
    assert type(cells) is hp.ArrowArray
    assert pa.array(library.Array(cells)).to_pylist() == [CELLS[0], None, hp.nested.hash(12, 30.0, 1.0)]


def test_pandas_goes_the_way_of_numpy():
    pd = pytest.importorskip("pandas")
    cells = hp.nested.hash(12, pd.Series(LON), pd.Series(LAT))
    assert isinstance(cells, np.ndarray) and cells.tolist() == CELLS


@pytest.mark.parametrize("dtype", ["Int64", "UInt32", "Int8", "int64[pyarrow]"])
@pytest.mark.parametrize("of", [lambda series: series, lambda series: series.array, lambda series: series[::-1]])
def test_nullable_columns_of_pandas(dtype, of):
    pd = pytest.importorskip("pandas")
    column = of(pd.Series([1, None, 3], dtype=dtype))
    lon, lat = hp.nested.center(5, column)
    assert lon.mask.tolist() == lat.mask.tolist() == [False, True, False]
    assert lon.compressed().tolist() == hp.nested.center(5, np.asarray(column.dropna(), np.int64))[0].tolist()
    assert hp.Moc.from_cells(5, column) == hp.Moc.from_cells(5, [1, 3])
    whole = of(pd.Series([1, 2, 3], dtype=dtype))
    assert isinstance(hp.nested.parent(5, whole), np.ndarray) and not np.ma.isMaskedArray(hp.nested.parent(5, whole))
    assert hp.nested.parent(column, 3).tolist() == [0, None, 0]  # no depth 0, whose cells have no parent, in place of NA
    assert hp.nested.parent(of(pd.Series([None, None], dtype=dtype)), [3, -1]).tolist() == [None, None]
    with pytest.raises(hp.HealpixError, match="cell 200 does not exist") as caught:
        hp.nested.center(0, pd.Series([None, 200, 5], dtype="Int64"))
    assert caught.value.index == 1 and caught.value.count == 1


@pytest.mark.parametrize("dtype", ["Float64", "double[pyarrow]"])
def test_nullable_numbers_of_pandas(dtype):
    pd = pytest.importorskip("pandas")
    cells = hp.nested.hash(12, pd.Series([10.0, None, 30.0], dtype=dtype), 1.0)
    assert cells.tolist() == [CELLS[0], None, hp.nested.hash(12, 30.0, 1.0)]
    # What is not a number is not missing: pandas' plain columns cannot tell, and neither can we.
    with pytest.raises(hp.HealpixError, match="at index 1: longitude NaN is not a finite number"):
        hp.nested.hash(12, pd.Series([10.0, None, 30.0]), 1.0)
    odd = type("Odd", (), {"dtype": pd.Float64Dtype()})()
    with pytest.raises(TypeError, match="lon must be numbers, not object"):
        hp.nested.hash(12, odd, 1.0)
    for wrong in ("string", "boolean", "string[pyarrow]"):
        with pytest.raises(TypeError, match="lon must be numbers, not"):
            hp.nested.hash(12, pd.Series([None], dtype=wrong), 1.0)
