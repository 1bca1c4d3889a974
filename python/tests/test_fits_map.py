"""Maps in FITS files, as healpy and others write them."""

import io
import logging
import threading

import numpy as np
import pytest

import healpixel as hp

healpy = pytest.importorskip("healpy")
fits = pytest.importorskip("astropy.io.fits")

NSIDE, DEPTH = 32, 5
N = 12 * NSIDE**2
VALUES = np.random.default_rng(2).normal(size=N)


@pytest.fixture(params=[True, False], ids=["nested", "ring"])
def nest(request):
    return request.param


def write(path, values=VALUES, **keywords):
    # healpy 1.20 writes UNSEEN where a partial map has no value.
    healpy.write_map(path, values, dtype=keywords.pop("dtype", np.float64), overwrite=True, **keywords)
    return path


def by_cell(values, nest):
    """The values in nested order."""
    return values if nest else healpy.reorder(values, r2n=True)


def test_all_values_come(tmp_path, nest):
    path = write(tmp_path / "map.fits", nest=nest, coord="G")
    with hp.FitsMap.open(path) as sky:
        assert (sky.depth, sky.frame) == (DEPTH, "G") and repr(sky) == 'FitsMap(depth=5, frame="G")'
        cells, values = sky.read()
    assert cells.dtype == np.int64 and values.dtype == np.float64
    assert sorted(cells.tolist()) == list(range(N))
    assert np.array_equal(by_cell(VALUES, nest)[cells], values)


@pytest.mark.parametrize("dtype", [np.float32, np.int16, np.int32, np.float64])
def test_columns_of_several_types(tmp_path, nest, dtype):
    values = (100 * VALUES).astype(dtype)
    path = write(tmp_path / "map.fits", values, nest=nest, dtype=dtype)
    cells, read = hp.FitsMap.open(str(path)).read()
    assert np.array_equal(by_cell(values, nest)[cells], read)


def test_columns_by_their_name(tmp_path, nest):
    path = write(tmp_path / "map.fits", [VALUES, 2 * VALUES], nest=nest, column_names=["I", "Q"])
    for column, expected in ((None, VALUES), ("I", VALUES), ("Q", 2 * VALUES)):
        cells, values = hp.FitsMap.open(path, column).read()
        assert np.array_equal(by_cell(expected, nest)[cells], values)
    with pytest.raises(hp.HealpixError, match='map.fits: .*there is no column "U"'):
        hp.FitsMap.open(path, "U")


def test_partial_maps(tmp_path, nest):
    values = np.where(VALUES > 0, VALUES, healpy.UNSEEN)
    path = write(tmp_path / "map.fits", values, nest=nest, partial=True)
    cells, read = hp.FitsMap.open(path).read()
    assert len(cells) == (VALUES > 0).sum() and np.array_equal(by_cell(values, nest)[cells], read)
    seen = np.flatnonzero(by_cell(values, nest) > 0)
    assert hp.Moc.from_fits_map(path).flat().tolist() == seen.tolist()


def test_pieces_are_the_whole(tmp_path):
    values = np.arange(12 * 128**2, dtype=float)
    path = write(tmp_path / "map.fits", values, nest=True)
    with hp.FitsMap.open(path) as sky:
        pieces = list(sky)
        assert len(pieces) > 1 and list(sky) == []
    assert np.array_equal(np.concatenate([cells for cells, _ in pieces]), np.arange(len(values)))
    assert np.array_equal(np.concatenate([some for _, some in pieces]), values)
    with open(path, "rb") as file:
        sky = hp.FitsMap.open(file)
        cells, _ = next(sky)
        rest, _ = sky.read()
    assert len(cells) + len(rest) == len(values)


def test_mask_becomes_moc(tmp_path, nest):
    mask = VALUES > 1
    path = write(tmp_path / "mask.fits", mask.astype(np.uint8), nest=nest, dtype=np.uint8)
    moc = hp.Moc.from_fits_map(path, lambda values: values != 0)
    assert moc == hp.Moc.from_cells(DEPTH, np.flatnonzero(by_cell(mask, nest)))
    assert hp.Moc.from_fits_map(path, lambda values: True) == hp.Moc.all_sky(DEPTH)
    assert hp.Moc.from_fits_map(path, lambda values: np.False_) == hp.Moc.empty(DEPTH)


def test_without_a_function_what_is_seen_is_kept(tmp_path, nest):
    values = VALUES.copy()
    values[VALUES > 1] = healpy.UNSEEN
    values[VALUES < -1] = np.nan
    path = write(tmp_path / "map.fits", values, nest=nest, dtype=np.float32)
    seen = np.flatnonzero(by_cell(np.abs(VALUES) <= 1, nest))
    assert hp.Moc.from_fits_map(path).flat().tolist() == seen.tolist()


def test_maps_with_a_frame_of_their_own_are_told(tmp_path, caplog):
    path = write(tmp_path / "map.fits", nest=True, coord="G")
    with caplog.at_level(logging.WARNING, "healpixel"):
        hp.Moc.from_fits_map(path)
    assert "COORDSYS = 'G'" in caplog.text
    caplog.clear()
    write(path, nest=True, coord="C")
    hp.Moc.from_fits_map(path)
    assert caplog.text == ""


def test_a_function_that_raises_stops_the_work(tmp_path):
    path = write(tmp_path / "map.fits", np.arange(12 * 128**2, dtype=float), nest=True)
    calls = []

    class Enough(Exception):
        pass

    def keep(values):
        calls.append(len(values))
        raise Enough("here")

    with pytest.raises(Enough, match="here"):
        hp.Moc.from_fits_map(path, keep)
    assert len(calls) == 1
    with pytest.raises(TypeError, match="keep must return bools, not float64"):
        hp.Moc.from_fits_map(path, lambda values: values)
    with pytest.raises(hp.HealpixError, match="as many bools"):
        hp.Moc.from_fits_map(path, lambda values: values[1:] > 0)
    with pytest.raises(TypeError, match="keep must be a function"):
        hp.Moc.from_fits_map(path, 0.5)
    with hp.progress(lambda done, total: False), pytest.raises(hp.Stopped):
        hp.Moc.from_fits_map(path)
    seen = []
    with hp.progress(lambda done, total: seen.append(done)):
        hp.FitsMap.open(path).read()
    assert seen[-1] == 12 * 128**2 and seen == sorted(seen)


def partial(cells, values, nside=2, kind="D"):
    columns = [fits.Column("PIXEL", "K", array=cells), fits.Column("T", kind, array=values)]
    table = fits.BinTableHDU.from_columns(columns)
    table.header.update(PIXTYPE="HEALPIX", ORDERING="NESTED", NSIDE=nside, INDXSCHM="EXPLICIT", OBJECT="PARTIAL")
    file = io.BytesIO()
    table.writeto(file)
    file.seek(0)
    return file


def test_a_cell_that_comes_twice_is_refused():
    assert hp.Moc.from_fits_map(partial([5, 3, 4], [1.0, 1.0, 1.0])).flat().tolist() == [3, 4, 5]
    with pytest.raises(hp.HealpixError, match="cell 3 .nested. comes twice") as caught:
        hp.Moc.from_fits_map(partial([3, 9, 3], [1.0, 2.0, 1.0]))
    assert caught.value.value == 3
    with pytest.raises(hp.HealpixError, match="cell 48 is outside 0..=47"):
        hp.FitsMap.open(partial([3, 48], [1.0, 2.0])).read()


def test_maps_of_more_cells_than_become_a_moc_at_once(tmp_path, nest):
    mask = np.random.default_rng(6).random(12 * 1024**2) < 0.7
    path = write(tmp_path / "mask.fits", mask.astype(np.uint8), nest=nest, dtype=np.uint8)
    moc = hp.Moc.from_fits_map(path, lambda values: values == 1)
    assert moc.n_cells > 2 * 2**22 and np.array_equal(moc.flat(), np.flatnonzero(by_cell(mask, nest)))
    many = 2**22 + 1000
    cells = np.arange(many)
    cells[-1] = 5
    with pytest.raises(hp.HealpixError, match="cell 5 .nested. comes twice"):
        hp.Moc.from_fits_map(partial(cells, np.ones(many, np.uint8), 1024, kind="B"))


def test_a_closed_map_is_refused(tmp_path):
    path = write(tmp_path / "map.fits", nest=True)
    with hp.FitsMap.open(path) as sky:
        pass
    with pytest.raises(hp.HealpixError, match="closed"):
        sky.read()
    with pytest.raises(hp.HealpixError, match="closed"):
        next(sky)
    sky.close()
    with pytest.raises(FileNotFoundError):
        hp.FitsMap.open(tmp_path / "none.fits")
    with pytest.raises(hp.HealpixError, match="ORDERING"):
        hp.FitsMap.open(io.BytesIO(hp.Moc.all_sky(3).to_fits()))


def test_a_file_object_that_comes_back_to_its_own_map(tmp_path):
    data = write(tmp_path / "map.fits", np.zeros(12 * 256**2), nest=True).read_bytes()

    class Nosy(io.BytesIO):
        sky = None

        def read(self, size=-1):
            if self.sky is not None:
                self.sky.read()
            return super().read(size)

    file = Nosy(data)
    file.sky = hp.FitsMap.open(file)
    with pytest.raises(hp.HealpixError, match="being read by another call"):
        file.sky.read()


def test_threads_with_maps_of_their_own(tmp_path):
    path = write(tmp_path / "map.fits", nest=True)
    results = []
    threads = [threading.Thread(target=lambda: results.append(hp.Moc.from_fits_map(path, lambda v: v > 0))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [hp.Moc.from_cells(DEPTH, np.flatnonzero(VALUES > 0))] * 8


def multi_order(uniq, density, kind="K", **cards):
    columns = [
        fits.Column("UNIQ", kind, array=uniq),
        fits.Column("PROBDENSITY", "D", unit="sr-1", array=density),
        fits.Column("DISTMU", "D", array=np.zeros(len(uniq))),
    ]
    table = fits.BinTableHDU.from_columns(columns)
    table.header.update({"PIXTYPE": "HEALPIX", "ORDERING": "NUNIQ", "COORDSYS": "C", "INDXSCHM": "EXPLICIT", **cards})
    file = io.BytesIO()
    table.writeto(file)
    file.seek(0)
    return file


def test_multi_order_maps():
    import pickle

    uniq, density = [24, 4, 5], [4.0, 1.0, 2.0]
    sky = hp.MultiOrderMap.read_fits(multi_order(uniq, density))
    assert sky.uniq.tolist() == uniq and sky.density.tolist() == density
    assert (len(sky), sky.depth, repr(sky)) == (3, 1, "MultiOrderMap(depth=1, len=3)")
    assert sky.uniq.dtype == np.int64 and not sky.uniq.flags.writeable and not sky.density.flags.writeable
    assert sky.credible_region(0.7) == hp.Moc.credible_region(uniq, density, 0.7)
    for same in (hp.MultiOrderMap(uniq, density), pickle.loads(pickle.dumps(sky))):
        assert np.array_equal(same.uniq, sky.uniq) and np.array_equal(same.density, sky.density)
    table = pytest.importorskip("astropy.table").QTable.read(multi_order(uniq, density), hdu=1)
    assert hp.MultiOrderMap(table["UNIQ"], table["PROBDENSITY"]).credible_region(0.7) == sky.credible_region(0.7)


def test_multi_order_maps_that_are_none():
    with pytest.raises(hp.HealpixError, match="not a uniq number"):
        hp.MultiOrderMap.read_fits(multi_order([4, 3], [1.0, 1.0]))
    with pytest.raises(hp.HealpixError, match="ORDERING"):
        hp.MultiOrderMap.read_fits(multi_order([4], [1.0], ORDERING="NESTED"))
    with pytest.raises(hp.HealpixError, match="index 1: -2 is not a uniq"):
        hp.MultiOrderMap([4, -2], [1.0, 1.0])
    with pytest.raises(hp.HealpixError, match="overlap"):
        hp.MultiOrderMap.read_fits(multi_order([4, 16], [1.0, 1.0])).credible_region(0.5)
    with pytest.raises(FileNotFoundError):
        hp.MultiOrderMap.read_fits("/none/sky.fits")


def test_credible_regions_of_mocpy(tmp_path):
    mocpy = pytest.importorskip("mocpy")
    random = np.random.default_rng(4)
    uniq = np.concatenate([4**3 + np.arange(100), 4**4 + np.arange(400, 768)])
    path = tmp_path / "sky.fits"
    density = random.exponential(size=len(uniq)) ** 4
    area = np.pi / 3 / 4.0 ** (np.log2(uniq // 4) // 2)
    density /= (density * area).sum()
    path.write_bytes(multi_order(uniq, density, MOCORDER=3).getvalue())
    for level in (0.25, 0.5, 0.9):
        ours = hp.MultiOrderMap.read_fits(path).credible_region(level)
        # The cell in which the level is reached belongs to the region: mocpy leaves it out, unless not `strict`.
        theirs = mocpy.MOC.from_multiordermap_fits_file(path, cumul_to=level, strict=False)
        assert np.array_equal(ours.ranges, theirs.to_depth29_ranges)
