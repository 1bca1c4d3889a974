"""Pictures of maps: against stored references, pixel by pixel against the map, and what is refused."""

import subprocess
import sys
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import Normalize

import healpixel as hp
from pictures import check, clean, colour_at, difference, pixels  # noqa: F401

DATA = Path(__file__).parents[2] / "examples" / "data"


@pytest.fixture(scope="module")
def stars():
    return np.genfromtxt(DATA / "stars.csv", delimiter=",", names=True)


@pytest.fixture(scope="module")
def counts(stars):
    cells = hp.nested.hash(4, stars["lon_deg"], stars["lat_deg"])
    return np.bincount(cells, minlength=12 * 4**4)


def mollweide(counts, **keywords):
    return hp.plot(counts, nest=True, label="stars per cell", title="Stars to magnitude 8", **keywords)


def test_mollweide(counts, tmp_path):
    check(mollweide(counts), "mollweide", tmp_path)


def test_orthographic(counts, stars, tmp_path):
    ax = hp.plot(counts, nest=True, projection="orthographic", center=(84.0, 20.0), cmap="magma", hours=True, vmax=60)
    bright = stars["mag"] < 3.0
    ax.healpixel.scatter(stars["lon_deg"][bright], stars["lat_deg"][bright], s=10, color="white")
    ax.healpixel.plot([88.79, 81.28, 78.63, 86.94, 88.79], [7.41, 6.35, -8.20, -9.67, 7.41], color="cyan")
    ax.healpixel.text(84.0, -14.0, "Orion", color="white")
    check(ax, "orthographic", tmp_path)


def test_gnomonic(counts, tmp_path):
    check(hp.plot(counts, nest=True, projection="gnomonic", center=(56.75, 24.12), size=(40.0, 30.0), rotation=15.0), "gnomonic", tmp_path)


def test_cartesian_with_holes(tmp_path):
    values = np.ma.masked_less(np.arange(12.0 * 37**2), 3000.0)
    values[8000:8500] = np.nan
    ax = hp.plot(values, projection="cartesian", center=(83.0, 0.0), astro=False, cmap="RdBu_r", vmin=4000.0)
    check(ax, "cartesian", tmp_path)


def test_aitoff_of_some_cells(tmp_path):
    cells = np.arange(0, 768, 5)
    check(hp.plot((cells, np.sqrt(cells)), depth=3, projection="aitoff", center=(120.0, 0.0)), "aitoff", tmp_path)


def test_around_a_pole(tmp_path):
    check(hp.plot(None, projection="gnomonic", center=(30.0, 88.0), size=12.0), "pole", tmp_path)


def test_turned_whole_sky(tmp_path):
    check(hp.plot(None, center=(30.0, 50.0), rotation=20.0), "turned", tmp_path)


def test_a_wrong_picture_is_noticed(counts, tmp_path):
    """The comparison can fail: mirrored, shifted by a cell, in the other order, with other limits, without graticule."""
    wrong = {
        "mirrored": mollweide(counts, astro=False),
        "shifted": mollweide(counts, center=(3.0, 0.0)),
        "upside down": mollweide(counts, rotation=180.0),
        "other limits": mollweide(counts, vmax=60),
        "no graticule": mollweide(counts, graticule=False),
    }
    wrong["ring"] = hp.plot(counts, nest=False, label="stars per cell", title="Stars to magnitude 8")
    same = [what for what, ax in wrong.items() if difference(ax, "mollweide", tmp_path) is None]
    assert same == []


@pytest.mark.parametrize("projection", ["mollweide", "aitoff", "cartesian", "orthographic", "gnomonic"])
@pytest.mark.parametrize("nest", [True, False])
def test_every_cell_has_its_colour(projection, nest):
    """The colour of the pixel at the centre of each cell, which is exact: one sample, no lines."""
    numbering, resolution = (hp.nested, 2) if nest else (hp.ring, 4)
    values = np.random.default_rng(3).permutation(192).astype(float)
    field = {"size": 100.0} if projection == "gnomonic" else {}
    ax = hp.plot(
        values, nest=nest, projection=projection, center=(70.0, 20.0), rotation=10.0, graticule=False, colorbar=False, resolution=1, **field
    )
    picture = pixels(ax)
    lon, lat = numbering.center(resolution, np.arange(192))
    x, y = ax.healpixel.project(lon, lat)
    _, right, _, top = ax.healpixel.image.get_extent()
    if projection in ("cartesian", "gnomonic"):
        seen = (np.abs(x) < 0.97 * right) & (np.abs(y) < 0.97 * top)
    else:
        seen = np.hypot(x / right, y / top) < 0.97
    assert seen.sum() > {"gnomonic": 25, "orthographic": 70}.get(projection, 150)
    expected = matplotlib.colormaps["viridis"](Normalize(0.0, 191.0)(values[seen]), bytes=True)
    drawn = colour_at(ax, picture, lon[seen], lat[seen])
    assert np.array_equal(drawn, expected)


def test_zooming_shows_the_cells_exactly():
    """The same axes show cells of an arc second after zooming in, and their labels follow."""
    depth, here = 20, (56.75, 24.12)
    cell = hp.nested.hash(depth, *here)
    around = np.sort(np.append(hp.nested.neighbors(depth, cell), cell))
    ax = hp.plot((around, np.arange(9.0)), depth=depth, colorbar=False, resolution=1)
    x, y = ax.healpixel.project(*here)
    ax.set_xlim(x - 1e-5, x + 1e-5)
    ax.set_ylim(y - 1e-5, y + 1e-5)
    picture = pixels(ax)
    lon, lat = hp.nested.center(depth, around)
    expected = matplotlib.colormaps["viridis"](Normalize(0.0, 8.0)(np.arange(9.0)), bytes=True)
    # The graticule may pass over one of them.
    agree = np.all(colour_at(ax, picture, lon, lat) == expected, axis=1)
    assert agree.sum() >= 8
    labels = [text.get_text() for text in ax.texts]
    assert any(label.startswith("+24.1") for label in labels), labels


def test_pixels_average_their_samples():
    """At the border of two cells there is a colour between theirs, and the limb is smooth."""
    values = np.zeros(12)
    values[4] = 1.0
    rough, fine = (
        pixels(hp.plot(values, nest=True, cmap="gray", graticule=False, colorbar=False, resolution=n))[..., 0] for n in (1, 4)
    )
    levels = lambda picture: len(np.unique(picture[50:200, 150:350]))  # noqa: E731
    assert levels(rough) == 2 and levels(fine) > 8


def test_values_that_are_none_show_the_background():
    values = np.arange(12.0)
    for hole in [np.nan, hp._plot._sources.UNSEEN, np.float32(hp._plot._sources.UNSEEN)]:
        holed = values.copy() if isinstance(hole, float) else values.astype(np.float32)
        holed[5] = hole
        ax = hp.plot(holed, nest=True, background="#ff0000", graticule=False)
        picture = pixels(ax)
        lon, lat = hp.nested.center(0, np.array([5, 4]))
        assert [tuple(colour) == (255, 0, 0, 255) for colour in colour_at(ax, picture, lon, lat)] == [True, False]
        assert ax.healpixel.image.norm.vmin == 0.0 and ax.healpixel.image.norm.vmax == 11.0
        plt.close("all")
    everywhere = hp.plot(np.full(12, np.nan), nest=True, background="#ff0000", graticule=False)
    assert tuple(colour_at(everywhere, pixels(everywhere), np.array([0.0]), np.array([1.0]))[0]) == (255, 0, 0, 255)


def test_cells_in_any_form_are_the_same_picture(counts):
    def picture(*args, **keywords):
        ax = hp.plot(*args, graticule=False, colorbar=False, **keywords)
        return pixels(ax)

    whole = picture(counts, nest=True)
    cells = np.random.default_rng(1).permutation(len(counts))
    assert np.array_equal(whole, picture((cells, counts[cells]), depth=4))
    assert np.array_equal(whole, picture((cells, counts[cells]), depth=np.full(len(cells), 4)))
    lon, lat = hp.nested.center(4, cells)
    assert np.array_equal(whole, picture((hp.ring.hash(16, lon, lat), counts[cells]), nside=16))
    ring = np.empty_like(counts)
    ring[hp.ring.hash(16, lon, lat)] = counts[cells]
    assert np.array_equal(whole, picture(ring, nest=False))
    assert np.array_equal(whole, picture(list(ring), nside=16, nest=False))


def test_logarithmic_colours_leave_zeros_away():
    values = np.arange(12.0)
    ax = hp.plot(values, nest=True, norm="log", vmin=0.5)
    assert ax.healpixel.image.norm.vmin == 0.5 and ax.healpixel.image.norm.vmax == 11.0
    assert type(ax.healpixel.image.norm).__name__ == "LogNorm"


def test_the_cursor_tells_position_and_value():
    ax = hp.plot(np.arange(12.0), nest=True)
    pixels(ax)
    x, y = ax.healpixel.project(45.0, 10.0)
    assert ax.format_coord(x, y) == "lon 45.000000°, lat +10.000000°"
    assert ax.format_coord(5.0, 5.0) == ""

    class Event:
        pass

    event = Event()
    event.x, event.y = ax.transData.transform((x, y))
    assert ax.healpixel.image.get_cursor_data(event) == float(hp.nested.hash(0, 45.0, 10.0))


def test_axes_of_the_user_and_a_second_layer():
    figure, (left, right) = plt.subplots(1, 2)
    assert hp.plot(np.arange(12.0), nest=True, ax=left) is left
    assert not hasattr(right, "healpixel")
    view = left.healpixel
    hp.plot(([2], [1.0]), depth=1, ax=left, colorbar=False)
    assert left.healpixel is view and len(left.images) == 2 and view.image is left.images[1]
    with pytest.raises(hp.HealpixError, match="have a projection already"):
        hp.plot(None, ax=left, projection="gnomonic")


def test_lines_with_gaps():
    ax = hp.plot(None, projection="orthographic", center=(0.0, 0.0))
    drawn = ax.healpixel.plot([0.0, 10.0, np.nan, 20.0, 30.0], [0.0, 10.0, np.nan, 0.0, 10.0], color="red")
    assert len(drawn.get_segments()) == 2
    assert ax.healpixel.text(180.0, 0.0, "behind") is None
    assert ax.healpixel.plot([], []).get_segments() == []


def test_labels_in_hours_and_degrees():
    def labels(**keywords):
        return {text.get_text() for text in hp.plot(None, **keywords).texts}

    assert {"6ʰ", "12ʰ", "22ʰ"} & labels(hours=True) == {"6ʰ", "22ʰ"}  # the seam at 12 hours is the limb
    assert {"30°", "330°", "+60°", "\N{MINUS SIGN}30°"} <= labels()
    assert labels(graticule="lines") == set() and labels(graticule=False) == set()
    field = {"projection": "gnomonic", "center": (56.75, 24.12), "size": 0.5}
    assert {"+24.0°", "+24.2°", "56.5°"} <= labels(**field)
    assert {"3ʰ47ᵐ00ˢ", "3ʰ46ᵐ00ˢ"} & labels(**field, hours=True)


MAP = np.arange(12.0)


@pytest.mark.parametrize("what, keywords, error, words", [
    (MAP, {}, hp.HealpixError, "in which order"),
    (np.arange(11.0), {"nest": True}, hp.HealpixError, "11 is none of these"),
    (np.arange(108.0), {"nest": True}, hp.HealpixError, "no power of two"),
    (np.arange(108.0), {"depth": 1}, hp.HealpixError, "nside 3, not of depth 1"),
    (MAP, {"nside": 2, "nest": True}, hp.HealpixError, "nside 1, not 2"),
    (MAP.reshape(3, 4), {"nest": True}, hp.HealpixError, "one column"),
    ([], {"nest": True}, hp.HealpixError, "one column"),
    ("sky", {}, TypeError, "has numbers"),
    ([None, 1], {}, TypeError, "no map"),
    (object(), {}, TypeError, "no map: object"),
    (([1, 2], [1.0, 2.0]), {}, hp.HealpixError, "depth=... "),
    (([1, 2], [1.0, 2.0]), {"depth": 3, "nside": 8}, hp.HealpixError, "depth=... "),
    (([1, 2], [1.0, 2.0]), {"depth": 3, "nest": True}, hp.HealpixError, "nest belongs"),
    (([1, 2, 3], [1.0, 2.0]), {"depth": 3}, hp.HealpixError, "of one length"),
    (([1, 2], [1.0, 2.0], 3), {}, hp.HealpixError, "a pair"),
    (([1, 12], [1.0, 2.0]), {"depth": 0}, hp.HealpixError, r"cells\[1\] = 12 is no cell of depth 0"),
    (([1, -1], [1.0, 2.0]), {"nside": 3}, hp.HealpixError, r"cells\[1\] = -1 is no cell of nside 3"),
    (([1, 1], [1.0, 2.0]), {"depth": 0}, hp.HealpixError, "must not overlap"),
    (([0, 1], [1.0, 2.0]), {"depth": [0, 1]}, hp.HealpixError, "must not overlap"),
    (([0, 1], [1.0, 2.0]), {"depth": [0, 30]}, hp.HealpixError, "0 to 29"),
    (([0, 1], [1.0, 2.0]), {"depth": [0, 1, 2]}, hp.HealpixError, "one for each"),
    (([0.5, 1], [1.0, 2.0]), {"depth": 1}, TypeError, "must be integers"),
    (([0, 1], [1.0, 2.0]), {"nside": 1.0}, TypeError, "nside must be an integer"),
    (MAP, {"nest": True, "norm": Normalize(), "vmin": 1.0}, hp.HealpixError, "the norm itself"),
])
def test_refused(what, keywords, error, words):
    with pytest.raises(error, match=words):
        hp.plot(what, **keywords)


def test_an_outline_of_a_map_is_refused():
    with pytest.raises(TypeError, match="Moc, Coverage or Region"):
        hp.plot(None, outlines=[MAP])


def test_without_matplotlib_the_package_works_and_says_what_is_missing():
    program = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import healpixel as hp\n"
        "hp.nested.hash(3, 1.0, 2.0)\n"
        "try:\n    hp.plot(None)\n"
        "except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "pictures need matplotlib: pip install healpixel[plot]\n"
    seen = subprocess.run(
        [sys.executable, "-c", "import sys, healpixel; print('matplotlib' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "False\n"


def test_a_map_from_a_file(tmp_path):
    healpy = pytest.importorskip("healpy")
    values = np.random.default_rng(8).normal(size=12 * 8**2).astype(np.float32)
    values[100:200] = healpy.UNSEEN
    healpy.write_map(tmp_path / "map.fits", values, dtype=np.float32, coord="C")
    with hp.FitsMap.open(tmp_path / "map.fits") as file:
        drawn = hp.plot(file, graticule=False, colorbar=False)
    assert np.array_equal(pixels(drawn), pixels(hp.plot(values, nest=False, graticule=False, colorbar=False)))
