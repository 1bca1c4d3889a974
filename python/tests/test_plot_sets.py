"""Pictures of MOCs, coverages and regions, and their outlines."""

import numpy as np
import pytest

import healpixel as hp
from healpixel._plot._outline import border
from pictures import check, clean, pixels  # noqa: F401


@pytest.fixture(scope="module")
def shape():
    quadrangle = hp.Region.polygon([0, 40, 60, 20], [0, -10, 40, 50])
    return quadrangle | hp.Region.annulus(200, 40, 15, 25) | hp.Region.cone(180, -80, 20)


def test_coverage_in_two_tones_with_its_cells(shape, tmp_path):
    coverage = hp.Coverage.of(5, shape)
    ax = hp.plot(coverage, title="Coverage")
    ax.healpixel.outline(coverage, cells=True, color="white", linewidth=0.5)
    ax.healpixel.outline(shape, color="black")
    check(ax, "coverage", tmp_path)


def test_moc_with_outlines(shape, tmp_path):
    others = [hp.Region.zone(0, -30, 100, 30), hp.Moc.from_region(3, hp.Region.cone(180, 0, 30)), hp.Coverage.of(2, shape)]
    check(hp.plot(hp.Moc.from_region(6, shape), projection="cartesian", outlines=others), "moc", tmp_path)


def test_region_in_a_field_around_it(tmp_path):
    region = hp.Region.cone(56.75, 24.12, 2.0) - hp.Region.box(56.75, 24.12, 1.0, 0.5, 30.0)
    ax = hp.plot(region, projection="gnomonic", size=6.0, outlines=hp.Coverage.of(9, region))
    assert ax.healpixel.unproject(0.0, 0.0) == pytest.approx((56.75, 24.12), abs=0.03)
    check(ax, "region", tmp_path)


@pytest.mark.parametrize("kind", ["moc", "coverage", "region"])
def test_what_is_inside_is_coloured(shape, kind):
    what = {"moc": lambda: hp.Moc.from_region(6, shape), "coverage": lambda: hp.Coverage.of(6, shape), "region": lambda: shape}[kind]()
    ax = hp.plot(what, projection="orthographic", center=(20.0, 10.0), graticule=False, color="#102030", background="white", resolution=1)
    picture = pixels(ax)
    # Where the pixels are, not where the middle of a cell is.
    rows, columns = (axis.ravel() for axis in np.mgrid[60:250, 60:240])
    x, y = ax.transData.inverted().transform(np.column_stack([columns + 0.5, rows + 0.5])).T
    lon, lat = ax.healpixel.unproject(x, y)
    sky = np.hypot(x, y) < 0.98
    assert sky.sum() > 10_000
    colours = picture[rows[sky], columns[sky], :3]
    strong, white = np.all(colours == [0x10, 0x20, 0x30], axis=1), np.all(colours == 255, axis=1)
    if kind == "region":
        inside = shape.contains(lon[sky], lat[sky])
        assert np.array_equal(strong, inside) and np.array_equal(white, ~inside)
    elif kind == "moc":
        inside = what.contains(lon[sky], lat[sky])
        assert np.array_equal(strong, inside) and np.array_equal(white, ~inside)
    else:
        touched, full = what.moc().contains(lon[sky], lat[sky]), what.full_moc().contains(lon[sky], lat[sky])
        assert np.array_equal(strong, full) and np.array_equal(white, ~touched)
        assert np.any(touched & ~full)


def test_multi_order_map_and_its_cells_are_the_same_picture():
    uniq, density = np.array([4, 5, 24, 4 * 4**3 + 700]), np.array([1.0, 2.0, 4.0, 3.0])
    first = hp.plot(hp.MultiOrderMap(uniq, density), graticule=False, colorbar=False)
    depths, cells = hp.nested.from_uniq(uniq)
    second = hp.plot((cells, density), depth=depths, graticule=False, colorbar=False)
    assert np.array_equal(pixels(first), pixels(second))


def border_of(what, pixel=0.01, field=None):
    return border(what, pixel, field)


def test_the_border_of_a_cell_is_its_sides():
    lon, lat = border_of(hp.Moc.from_cells(3, [77]))
    assert lon.shape[0] == 4
    corners = {(round(a, 9), round(b, 9)) for a, b in zip(*(angle[:, [0, -1]].ravel() for angle in (lon, lat)), strict=True)}
    assert corners == {(round(a, 9), round(b, 9)) for a, b in zip(*hp.nested.vertices(3, 77), strict=True)}
    # A point a little inside of each side is in the cell, and one outside is not.
    cell = hp.Moc.from_cells(3, [77])
    middle_lon, middle_lat = hp.nested.center(3, 77)
    for out, expected in [(-1e-3, True), (1e-3, False)]:
        assert np.all(cell.contains(lon + out * (lon - middle_lon), lat + out * (lat - middle_lat)) == expected)


def test_the_border_goes_around_the_set_only():
    assert border_of(hp.Moc.all_sky(4))[0].shape[0] == 0
    assert border_of(hp.Moc.empty(4))[0].shape[0] == 0
    assert border_of(hp.Moc.from_cells(0, [4]))[0].shape[0] == 4
    quad = border_of(hp.Moc.from_cells(5, [400, 401, 402, 403]).refined(5))
    assert quad[0].shape[0] == 8
    whole = hp.Moc.all_sky(2)
    hole = whole - hp.Moc.from_cells(2, [9])
    assert border_of(hole)[0].shape[0] == 4


def test_the_border_of_a_region_is_near_its_border():
    lon, lat = border_of(hp.Region.cone(40.0, 60.0, 5.0), pixel=0.02)
    away = hp.distance(40.0, 60.0, lon, lat)
    assert np.max(np.abs(away - 5.0)) < 0.02
    lon, lat = border_of(hp.Region.cone(40.0, 60.0, 5.0), pixel=0.001, field=(40.0, 65.0, 0.1))
    ours = hp.distance(40.0, 65.0, lon, lat) < 0.09
    assert np.max(np.abs(hp.distance(40.0, 60.0, lon[ours], lat[ours]) - 5.0)) < 0.001


def test_a_deep_moc_is_drawn_no_finer_than_can_be_seen():
    moc = hp.Moc.from_region(20, hp.Region.cone(10.0, 10.0, 30.0))
    lon, _ = border_of(moc, pixel=0.2)
    assert 500 < len(lon) < 5000
    in_field, _ = border_of(moc, pixel=0.001, field=(40.4, 10.0, 0.2))
    assert 0 < len(in_field) < 5000


@pytest.mark.parametrize("what, keywords, error, words", [
    (lambda: hp.Moc.all_sky(3), {"nest": True}, hp.HealpixError, "a Moc knows its cells"),
    (lambda: hp.Region.all_sky(), {"depth": 3}, hp.HealpixError, "a Region knows its cells"),
])
def test_sets_need_no_order(what, keywords, error, words):
    with pytest.raises(error, match=words):
        hp.plot(what(), **keywords)


def test_empty_sets_are_empty_skies():
    for what in (hp.Moc.empty(3), hp.Region.empty(), hp.Coverage.of(3, hp.Region.empty())):
        for projection in ("mollweide", "gnomonic"):
            ax = hp.plot(what, projection=projection, outlines=what, background="white", graticule=False)
            x, y = ax.transData.transform((0.1, 0.1)).astype(int)
            assert tuple(pixels(ax)[y, x]) == (255, 255, 255, 255)


def test_all_cells_of_a_region_are_refused():
    with pytest.raises(TypeError, match="Coverage.of"):
        hp.plot(None).healpixel.outline(hp.Region.cone(0, 0, 1), cells=True)


def test_a_notebook_shows_a_moc():
    assert 'src="data:image/png;base64,' in hp.Moc.from_cells(3, [7])._repr_html_()
