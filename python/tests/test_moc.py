"""A Moc as people make it, ask it and look at it."""

import math

import numpy as np
import pytest

import healpixel as hp

SURVEY = hp.Moc.from_ascii("1/3 2/20 21 3/100 700")


def test_sizes_are_those_of_its_cells():
    assert SURVEY.depth == 3
    assert SURVEY.n_cells == 16 + 4 + 4 + 1 + 1
    assert SURVEY.sky_fraction == 26 / 768
    assert SURVEY.area == pytest.approx(4 * math.pi * 26 / 768, rel=1e-15)
    assert (SURVEY.first, SURVEY.last) == (48, 700)
    assert (hp.Moc.empty(3).first, hp.Moc.empty(3).last) == (None, None)
    assert hp.Moc.empty(3).is_empty and not SURVEY.is_empty
    assert hp.Moc.all_sky(29).is_all_sky and hp.Moc.all_sky(29).n_cells == 12 * 4**29


def test_arrays_of_its_cells():
    depths, cells = SURVEY.cells()
    assert depths.dtype == cells.dtype == SURVEY.flat().dtype == SURVEY.to_uniq().dtype == np.int64
    assert depths.tolist() == [1, 2, 2, 3, 3] and cells.tolist() == [3, 20, 21, 100, 700]
    assert SURVEY.flat().tolist() == [*range(48, 64), *range(80, 88), 100, 700]
    assert sorted(SURVEY.to_uniq().tolist()) == sorted(4 ** (d + 1) + c for d, c in zip(depths.tolist(), cells.tolist()))
    assert list(SURVEY) == list(zip(depths.tolist(), cells.tolist()))
    assert len(SURVEY) == len(list(SURVEY)) == 5


def test_iteration_over_more_ranges_than_are_read_at_once():
    moc = hp.Moc.from_cells(6, np.arange(0, 12 * 4**6, 2))
    assert len(moc) == 6 * 4**6
    assert list(moc) == [(6, cell) for cell in range(0, 12 * 4**6, 2)]
    sky = hp.Moc.all_sky(29)
    assert list(sky) == [(0, cell) for cell in range(12)] and len(sky) == 12


def test_two_iterators_do_not_disturb_each_other():
    assert [(one, two) for one in SURVEY for two in SURVEY][:6] == [((1, 3), two) for two in SURVEY] + [((2, 20), (1, 3))]


def test_every_way_to_make_one_gives_the_same():
    depths, cells = SURVEY.cells()
    assert hp.Moc.from_mixed_cells(3, depths, cells) == SURVEY
    assert hp.Moc.from_cells(3, SURVEY.flat()[::-1]) == SURVEY
    assert hp.Moc.from_uniq(3, SURVEY.to_uniq()) == SURVEY
    assert hp.Moc.from_ranges(3, [(48, 64), (80, 88), (100, 101), (700, 701)]) == SURVEY
    assert hp.Moc.from_depth29_ranges(3, SURVEY.ranges) == SURVEY
    assert hp.Moc.from_points(3, *hp.nested.center(3, SURVEY.flat())) == SURVEY
    assert hp.Moc.from_ascii(SURVEY.to_ascii()) == SURVEY
    assert hp.Moc.from_json(SURVEY.to_json()) == SURVEY


@pytest.mark.parametrize("dtype", ["u1", "i2", "u4", "i8", "u8", ">i4", ">u8"])
def test_cells_of_any_integer_type_and_stride(dtype):
    cells = np.array([[9, 7], [8, 9], [1, 2]], dtype)
    assert hp.Moc.from_cells(3, cells).flat().tolist() == [1, 2, 7, 8, 9]
    assert hp.Moc.from_cells(3, cells[:, 1]).flat().tolist() == [2, 7, 9]
    assert hp.Moc.from_cells(3, cells[::-1].T).flat().tolist() == [1, 2, 7, 8, 9]


def test_nothing_makes_an_empty_moc():
    for empty in ([], np.zeros(0, int), (), np.ma.masked_all(3, int)):
        assert hp.Moc.from_cells(3, empty) == hp.Moc.empty(3)
        assert hp.Moc.from_uniq(3, empty) == hp.Moc.empty(3)
    assert hp.Moc.from_points(3, [], []) == hp.Moc.empty(3)
    assert hp.Moc.from_ranges(3, []) == hp.Moc.from_ranges(3, np.zeros((0, 2), int)) == hp.Moc.empty(3)
    assert hp.Moc.from_ranges(3, [(5, 5)]) == hp.Moc.empty(3)
    assert hp.Moc.empty(3).ranges.shape == (0, 2)


def test_masked_rows_are_left_out():
    cells = np.ma.array([5, 6, 10**6], mask=[False, False, True])
    assert hp.Moc.from_cells(3, cells).flat().tolist() == [5, 6]
    lon = np.ma.array([10.0, math.nan], mask=[False, True])
    assert hp.Moc.from_points(3, lon, [20.0, 20.0]).n_cells == 1
    with pytest.raises(hp.HealpixError) as caught:
        hp.Moc.from_cells(3, np.ma.array([5, 0, -7], mask=[False, True, False]))
    assert caught.value.index == 2 and caught.value.value == -7


def test_units_and_sky_coordinates():
    units = pytest.importorskip("astropy.units")
    coordinates = pytest.importorskip("astropy.coordinates")
    moc = hp.Moc.from_points(8, 83.8, -5.4)
    assert hp.Moc.from_points(8, math.radians(83.8), math.radians(-5.4), unit="rad") == moc
    orion = coordinates.SkyCoord(83.8, -5.4, unit="deg")
    assert hp.Moc.from_points(8, orion) == moc
    assert hp.Moc.from_points(8, orion.ra, orion.dec) == moc
    assert hp.Moc.from_points(8, 83.8 * 60 * units.arcmin, -5.4 * units.deg).is_disjoint(~moc)
    assert orion in moc and (83.8, -5.4) in moc and (orion.ra, orion.dec) in moc
    assert moc.contains(orion) is True
    assert moc.contains(coordinates.SkyCoord([83.8, 0.0], [-5.4, 0.0], unit="deg")).tolist() == [True, False]
    hole = hp.Moc.from_cells(4, [1000]).outer_border()
    assert hole.fill_holes(max_area=20 * units.deg**2).n_cells == 9
    assert hole.fill_holes(max_area=1 * units.deg**2).n_cells == 8
    density = [1.0, 2.0, 4.0] / units.sr
    assert hp.Moc.credible_region([4, 5, 24], density, 0.7).to_uniq().tolist() == [5, 24]


def test_contains_broadcasts_and_writes_into_out():
    moc = hp.Moc.from_cells(0, [0, 1])
    lon, lat = np.array([[45.0], [225.0]]), np.array([60.0, -60.0, 45.0])
    inside = moc.contains(lon, lat)
    assert inside.tolist() == [[True, False, True], [False, False, False]]
    out = np.zeros((2, 3), bool)
    assert moc.contains(lon, lat, out=out) is out and (out == inside).all()
    assert (moc.contains(np.radians(lon), np.radians(lat), unit="rad", threads=2) == inside).all()
    assert moc.contains(np.float32(45.0), np.float32(60.0)) is True
    assert moc.contains([], []).shape == (0,)


def test_questions_about_cells_of_many_depths():
    moc = hp.Moc.from_cells(1, [4, 5])
    assert moc.contains_cells(1, 4) is True and moc.overlaps_cells(0, 1) is True and moc.contains_cells(0, 1) is False
    depths = np.array([[0], [1], [2]])
    assert moc.contains_cells(depths, [1, 4, 5]).tolist() == [[False] * 3, [False, True, True], [False] * 3]
    assert moc.overlaps_cells(depths, [1, 4, 5]).tolist() == [[True, False, False], [False, True, True], [False] * 3]


def test_bad_elements_are_told_masked_or_left():
    moc = hp.Moc.all_sky(3)
    with pytest.raises(hp.HealpixError, match="latitude 95 is outside") as caught:
        moc.contains([[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0], [95.0, 2.0]])
    assert caught.value.index == (1, 0) and caught.value.value == 95.0 and caught.value.count == 1
    assert caught.value.result.tolist() == [[True, True], [False, True]]
    masked = moc.contains([1.0, math.inf], [0.0, 0.0], errors="mask")
    assert masked.mask.tolist() == [False, True] and masked[0]
    assert moc.contains([1.0, math.inf], [0.0, 0.0], errors="ignore").tolist() == [True, False]
    with pytest.raises(hp.HealpixError, match="cell -1 does not exist"):
        moc.contains_cells(3, [0, -1])


@pytest.mark.parametrize(
    ("make", "error", "text"),
    [
        (lambda: hp.Moc.empty(30), hp.HealpixError, "depth 30 is outside"),
        (lambda: hp.Moc.empty(3.5), TypeError, "whole number"),
        (lambda: hp.Moc.from_cells(3, [768]), hp.HealpixError, "cell 768 does not exist"),
        (lambda: hp.Moc.from_cells(3, [0.5]), TypeError, "whole numbers"),
        (lambda: hp.Moc.from_cells(3, "5"), TypeError, "numbers"),
        (lambda: hp.Moc.from_uniq(3, [3]), hp.HealpixError, "not a uniq number"),
        (lambda: hp.Moc.from_mixed_cells(3, [1, 40], [0, 0]), hp.HealpixError, "index 1"),
        (lambda: hp.Moc.from_mixed_cells(3, [1, 2, 3], [0, 0]), hp.HealpixError, "do not go together"),
        (lambda: hp.Moc.from_ranges(3, [(5, 4)]), hp.HealpixError, "5..4 does not fit"),
        (lambda: hp.Moc.from_ranges(3, [(-1, 4)]), hp.HealpixError, "-1..4 does not fit"),
        (lambda: hp.Moc.from_ranges(3, [1, 2, 3]), hp.HealpixError, r"shape \(n, 2\), not \(3,\)"),
        (lambda: hp.Moc.from_ranges(3, np.ma.masked_all((1, 2), int)), hp.HealpixError, "masked"),
        (lambda: hp.Moc.from_points(3, [0.0], [91.0]), hp.HealpixError, "latitude 91"),
        (lambda: hp.Moc.from_points(3, 0.0, 0.0, unit="hour"), hp.HealpixError, "unit"),
        (lambda: hp.Moc.from_points(3, 1.0), TypeError, "lat is missing"),
        (lambda: hp.Moc.from_region(3, "cone"), TypeError, "Region"),
        (lambda: hp.Moc.credible_region([4, 16], [1.0, 1.0], 0.5), hp.HealpixError, "overlap"),
        (lambda: hp.Moc.credible_region([4], [-1.0], 0.5), hp.HealpixError, "probability -1"),
        (lambda: hp.Moc.credible_region([4], [1.0], 1.5), hp.HealpixError, "level 1.5"),
        (lambda: hp.Moc.credible_region([4], [1.0], [0.5]), TypeError, "level must be a single number"),
        (lambda: hp.Moc.union_all([SURVEY, 3]), TypeError, "Mocs, not int"),
        (lambda: hp.Moc.union_all(SURVEY), TypeError, "Mocs, not tuple"),
        (lambda: SURVEY.degraded(4), hp.HealpixError, "depth 4 does not go"),
        (lambda: SURVEY.refined(2), hp.HealpixError, "depth 2 does not go"),
        (lambda: SURVEY.expanded(-1), hp.HealpixError, "steps -1"),
        (lambda: SURVEY.expanded(2**40), hp.HealpixError, "outside"),
        (lambda: SURVEY.split("corners"), hp.HealpixError, "connectivity"),
        (lambda: SURVEY.contains([1.0, 2.0], [1.0, 2.0, 3.0]), hp.HealpixError, "do not go together"),
        (lambda: SURVEY.contains(1.0, 2.0, errors="drop"), hp.HealpixError, "errors"),
        (lambda: (1.0, 2.0, 3.0) in SURVEY, TypeError, "must be .lon, lat. in degrees"),
        (lambda: ([1.0], [2.0]) in SURVEY, TypeError, "one position"),
        (lambda: (0.0, 91.0) in SURVEY, hp.HealpixError, "latitude 91"),
        (lambda: hp.Moc.all_sky(29).flat(), MemoryError, "not enough memory"),
        (lambda: hp.Moc(), TypeError, "cannot create"),
        (lambda: SURVEY | {1}, TypeError, "unsupported operand"),
        (lambda: SURVEY < {1}, TypeError, "not supported"),
    ],
)
def test_what_is_wrong_is_said(make, error, text):
    with pytest.raises(error, match=text):
        make()


def test_it_looks_like_what_it_is():
    assert repr(SURVEY) == "Moc(depth=3, n_cells=26, sky_fraction=0.033854)"
    assert str(SURVEY) == "1/3 2/20-21 3/100 700"
    many = str(hp.Moc.from_cells(6, range(0, 4000, 2)))
    assert many.startswith("6/0 2 4") and many.endswith(" ...") and len(many) < 120
    assert "26" in SURVEY._repr_html_() and "<table>" in SURVEY._repr_html_()


def test_a_picture_is_in_the_notebook_if_it_can_be_drawn(monkeypatch, caplog):
    import sys
    import types

    pytest.importorskip("matplotlib")
    plots = types.ModuleType("healpixel._plot")
    plots.plot = lambda what, ax: ax.set_title(repr(what))
    monkeypatch.setitem(sys.modules, "healpixel._plot", plots)
    assert 'src="data:image/png;base64,iVBOR' in SURVEY._repr_html_()

    plots.plot = lambda what, ax: 1 / 0
    assert "<img" not in SURVEY._repr_html_() and "<table>" in SURVEY._repr_html_()
    assert "ZeroDivisionError" in caplog.text

    monkeypatch.setitem(sys.modules, "healpixel._plot", None)
    assert "<img" not in SURVEY._repr_html_() and "<table>" in SURVEY._repr_html_()


def test_a_region_becomes_the_cells_it_touches():
    region = hp.Region.cone(10.0, 20.0, 3.0)
    moc = hp.Moc.from_region(8, region)
    lon, lat = hp.nested.center(8, moc.flat())
    assert hp.distance(10.0, 20.0, lon, lat).max() < 3.0 + 0.25
    assert moc.area == pytest.approx(2 * math.pi * (1 - math.cos(math.radians(3.0))), rel=0.1)
    # Cells that come near it at the centre of a cell are all there.
    everywhere = np.arange(12 * 4**8)
    near = everywhere[hp.distance(10.0, 20.0, *hp.nested.center(8, everywhere)) <= 3.0]
    assert moc.contains_cells(8, near).all()
