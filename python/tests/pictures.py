"""Comparing pictures: with stored ones, and pixel by pixel.

`HEALPIXEL_BLESS=1 python -m pytest tests` stores the references anew; look at them.
"""

import os
import shutil
from pathlib import Path

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.testing.compare import compare_images  # noqa: E402

REFERENCES = Path(__file__).parent / "reference"
TOLERANCE = 1.5
"""Root mean square of the difference, of 255. One sample for each pixel in place of four makes 2.9, half a degree of longitude 7. With another version
of matplotlib than the tests ask for, the layout differs by more."""


@pytest.fixture(autouse=True)
def clean():
    with matplotlib.rc_context({"figure.dpi": 60, "savefig.dpi": 60}):
        yield
    plt.close("all")


def difference(ax, name, folder):
    """What compare_images says about the picture and the stored one: None if they agree."""
    drawn = folder / f"{name}.png"
    ax.figure.savefig(drawn)
    expected = folder / f"{name}-expected.png"
    shutil.copy(REFERENCES / f"{name}.png", expected)
    return compare_images(str(expected), str(drawn), TOLERANCE)


def check(ax, name, folder):
    if os.environ.get("HEALPIXEL_BLESS"):
        REFERENCES.mkdir(exist_ok=True)
        ax.figure.savefig(REFERENCES / f"{name}.png")
        return
    assert difference(ax, name, folder) is None


def pixels(ax):
    """The colours of the drawn figure, rows from the bottom."""
    ax.figure.canvas.draw()
    return np.asarray(ax.figure.canvas.buffer_rgba())[::-1]


def colour_at(ax, picture, lon, lat):
    x, y = ax.transData.transform(np.column_stack(ax.healpixel.project(lon, lat))).T
    return picture[np.floor(y).astype(int), np.floor(x).astype(int)]
