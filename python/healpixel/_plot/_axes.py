"""What `plot` leaves on the axes, for drawing on them afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.text import Text

from ._outline import all_sides, border
from ._sources import kind_of
from ._view import great_circle, lon_lat

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .._typing import Angles, Floats, Position
    from . import Outlined

LINE_COLORS = ["#d62728", "#111111", "#0b6fc2", "#e07b00", "#8a3ffc", "#00796b"]


class SkyAxes:
    """Draws on a picture of the sky by longitude and latitude in degrees: ``ax.healpixel`` after ``ax = healpixel.plot(...)``.

    Positions are numbers or arrays of degrees, Quantities, or one SkyCoord. All keywords of matplotlib's functions of the same name
    can be given.

    Examples
    --------
    >>> import healpixel as hp
    >>> ax = hp.plot(None, projection="orthographic", center=(60, 20))
    >>> x, y = ax.healpixel.project(60, 20)  # the middle of the globe
    >>> print(abs(round(float(x), 9)), abs(round(float(y), 9)))
    0.0 0.0
    >>> points = ax.healpixel.scatter([56.75, 68.98], [24.12, 16.51], s=10, color="black")
    >>> line = ax.healpixel.plot([56.75, 68.98], [24.12, 16.51])  # a great circle
    """

    def __init__(self, ax, view, limb, image):
        self._ax, self._view, self._limb, self.image = ax, view, limb, image
        self._drawn = 0
        self._images = 1

    def project(self, lon: Angles | Position, lat: Angles | None = None) -> tuple[Floats, Floats]:
        """x and y in the coordinates of the axes; NaN where the far side of a globe hides a position."""
        lon, lat = lon_lat(lon, lat)
        return self._view.project(lon, lat)

    def unproject(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
        """Longitudes in [0, 360) and latitudes of places on the picture; NaN where there is no sky."""
        return self._view.unproject(x, y)

    def scatter(self, lon: Angles | Position, lat: Angles | None = None, *args: Any, **keywords: Any) -> PathCollection:
        """Points, as matplotlib's ``scatter``."""
        x, y = self.project(lon, lat)
        keywords.setdefault("zorder", 4)
        return self._ax.scatter(x, y, *args, **keywords)

    def text(self, lon: float, lat: float, text: str, **keywords: Any) -> Text | None:
        """A word at a position, as matplotlib's ``text``; nothing (None) where the far side of a globe hides it."""
        x, y = self.project(lon, lat)
        if not np.isfinite(x):
            return None
        keywords = {"zorder": 5, "ha": "center", "va": "center", "clip_on": True} | keywords
        return self._ax.text(x, y, text, **keywords)

    def plot(self, lon: Angles | Position, lat: Angles | None = None, **keywords: Any) -> LineCollection:
        """A line along great circles through the positions, cut where the sky is cut; keywords of a ``LineCollection``.

        For several lines in one call put NaN between them.
        """
        lon, lat = (np.atleast_1d(column).ravel() for column in lon_lat(lon, lat))
        breaks = np.flatnonzero(np.isnan(lon) | np.isnan(lat))
        lines = []
        for part in np.split(np.arange(len(lon)), breaks):
            part = part[np.isfinite(lon[part]) & np.isfinite(lat[part])]
            if len(part):
                lines.extend(self._view.curves(*(column[None] for column in great_circle(lon[part], lat[part], self._step()))))
        return self._lines(lines, keywords)

    def outline(self, what: Outlined, *, cells: bool = False, **keywords: Any) -> LineCollection:
        """The border of a Moc, Coverage or Region (with ``cells=True`` that of each of its cells); keywords of a ``LineCollection``."""
        kind = kind_of(what)
        if kind not in ("moc", "coverage", "region"):
            raise TypeError(f"an outline is that of a Moc, Coverage or Region, not of a {type(what).__name__}")
        if not cells:
            return self._lines(self._view.curves(*border(what, self._pixel(), self._field())), keywords)
        if kind == "region":
            raise TypeError("a Region has no cells: take Coverage.of(depth, region)")
        stored: Any = what
        columns = zip(*((depth, cell) for depth, cell, *_ in stored), strict=True)
        lines = []
        for lon, lat in all_sides(*(np.array(column) for column in columns)):
            lines.extend(self._view.curves(lon, lat))
        return self._lines(lines, keywords)

    def _lines(self, lines, keywords):
        keywords = {"linewidths": 1.2, "zorder": 3, "capstyle": "round"} | keywords
        if not {"color", "colors", "edgecolors"} & keywords.keys():
            keywords["colors"] = LINE_COLORS[self._drawn % len(LINE_COLORS)]
            self._drawn += 1
        drawn = LineCollection(lines, **keywords)
        drawn.set_clip_path(self._limb)
        drawn.set_clip_box(self._ax.bbox)
        drawn.set_in_layout(False)
        self._ax.add_collection(drawn, autolim=False)
        return drawn

    def _pixel(self):
        """About half a pixel of a usual screen in the middle of the picture, in degrees."""
        left, right = self._ax.get_xlim()
        bottom, top = self._ax.get_ylim()
        x, y = (left + right) / 2.0, (bottom + top) / 2.0
        step = (top - bottom) * 1e-4
        lon, lat = self._view.unproject(np.array([x, x]), np.array([y, y + step]))
        if not np.isfinite(lat).all():
            return 0.1
        ends = self._view.turned(lon, lat)
        angle = np.degrees(np.hypot((ends[0][1] - ends[0][0]) * np.cos(ends[1][0]), ends[1][1] - ends[1][0]))
        return max(angle * 10.0 / 1.2, 1e-9)

    def _step(self):
        return min(1.0, self._pixel() * 20.0)

    def _field(self):
        """(lon, lat, radius) of what is seen; None for most of the sky."""
        left, right = self._ax.get_xlim()
        bottom, top = self._ax.get_ylim()
        edge = np.linspace(0.0, 1.0, 9)
        x, y = np.meshgrid(left + edge * (right - left), bottom + edge * (top - bottom))
        lon, lat = self._view.unproject(x, y)
        if not np.isfinite(lat).all():
            return None
        lon_0, lat_0 = lon[4, 4], lat[4, 4]
        from .. import distance

        radius = float(np.max(distance(lon_0, lat_0, lon, lat))) * 1.1
        return (float(lon_0), float(lat_0), radius) if radius < 60.0 else None
