"""Meridians and parallels with their labels, for what is seen at the moment."""

from __future__ import annotations

import matplotlib.patheffects as effects
import numpy as np
from matplotlib.collections import LineCollection

DEGREES = [90, 60, 45, 30, 20, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 5e-3, 2e-3, 1e-3, 5e-4, 2e-4, 1e-4, 5e-5, 2e-5, 1e-5]
HOURS = [6, 3, 2, 1, 1 / 2, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120, 1 / 360, 1 / 720, 1 / 1800, 1 / 3600, 1 / 18000, 1 / 36000]


class Graticule:
    """Redraws itself for the part of the plane that the axes show."""

    def __init__(self, ax, view, limb, hours, labels, on_dark):
        self._ax, self._view, self._limb, self._hours, self._labels = ax, view, limb, hours, labels
        self._color, self._halo = ("white", "black") if on_dark else ("0.25", "white")
        self._artists = []
        self.update()
        ax.callbacks.connect("xlim_changed", lambda _: self.update())
        ax.callbacks.connect("ylim_changed", lambda _: self.update())

    def update(self):
        for artist in self._artists:
            artist.remove()
        self._artists = []
        (left, right), (bottom, top) = sorted(self._ax.get_xlim()), sorted(self._ax.get_ylim())
        limits = self._view.projection.limits
        whole = left <= limits[0] and right >= limits[1] and bottom <= limits[2] and top >= limits[3]
        x, y = np.meshgrid(np.linspace(left, right, 61), np.linspace(bottom, top, 61))
        lon, lat = self._view.unproject(x, y)
        if np.isfinite(lat).any():
            self._draw(Box(left, right, bottom, top), lon[np.isfinite(lon)], lat[np.isfinite(lat)], whole)

    def _draw(self, box, lon, lat, whole):
        parallels, meridians = self._steps(lon, lat)
        lines = {}
        for values, name in [(meridians.values, "meridian"), (parallels.values, "parallel")]:
            along = parallels.along if name == "meridian" else meridians.along
            grid = np.broadcast_arrays(values[:, None], along[None, :])
            lines[name] = self._view.curves(*(grid if name == "meridian" else grid[::-1]))
        drawn = LineCollection(
            [*lines["meridian"], *lines["parallel"]], colors=self._color, linewidths=0.6, alpha=0.45, zorder=2.5, capstyle="round",
        )
        drawn.set_clip_path(self._limb)
        drawn.set_clip_box(self._ax.bbox)
        drawn.set_in_layout(False)
        self._ax.add_collection(drawn, autolim=False)
        self._artists.append(drawn)
        if not self._labels:
            return
        limits = self._view.projection.limits
        if self._view.projection.framed or not whole:
            seen = Box(max(box.left, limits[0]), min(box.right, limits[1]), max(box.bottom, limits[2]), min(box.top, limits[3]))
            self._frame_labels(seen, meridians, parallels)
        else:
            self._inner_labels(meridians, parallels)

    def _steps(self, lon, lat):
        """The parallels and meridians to draw, and where along them there is something to see."""
        low, high = lat.min(), lat.max()
        margin = (high - low) / 30.0 + 1e-9
        low, high = max(-90.0, low - margin), min(90.0, high + margin)
        from_center = (lon - self._view.center[0] + 180.0) % 360.0 - 180.0
        around = max(abs(low), abs(high)) > 89.0 or from_center.max() - from_center.min() > 300.0
        west, east = (-180.0, 180.0) if around else (from_center.min(), from_center.max())
        margin = (east - west) / 30.0
        if not around:
            west, east = west - margin, east + margin
        lat_step = next((step for step in reversed(DEGREES) if (high - low) / step <= 10), 30.0)
        unit = 15.0 if self._hours else 1.0
        steps = [step * unit for step in (HOURS if self._hours else DEGREES)]
        # As many labels as there is room for.
        room = lambda step: min(10, 60 // (len(self._longitude(center + east, step)) + 2))  # noqa: E731
        center = self._view.center[0]
        lon_step = next((step for step in reversed(steps) if (east - west) / step <= room(step)), 30.0)
        if around:
            lon_step, lat_step = 30.0, 30.0 if high - low > 170.0 else lat_step
        first, last = np.ceil((center + west) / lon_step), np.floor((center + east) / lon_step)
        meridians = np.arange(first, last + 1) * lon_step
        if around:
            meridians = np.unique(meridians % 360.0)
        parallels = np.arange(np.ceil(low / lat_step), np.floor(high / lat_step) + 1) * lat_step
        parallels = parallels[np.abs(parallels) < 90.0 - 1e-9]
        return (
            Lines(parallels, lat_step, np.linspace(low, high, 181), around),
            Lines(meridians, lon_step, center + np.linspace(west, east, 361), around),
        )

    def _inner_labels(self, meridians, parallels):
        """Longitudes along the equator or the parallel that is nearest to the middle, latitudes at the left limb or along a meridian."""
        view = self._view
        row = _nearest(parallels.values, view.center[1])
        upright = view.projection.whole_sky and abs(view.center[1]) < 1e-9 and view.rotation % 360.0 == 0.0
        if row is not None:
            for value in meridians.values:
                x, y = view.project(value, row)
                if np.isfinite(x) and not self._near_limb(x, y):
                    self._text(x, y, self._longitude(value, meridians.step), halo=True, dy=2, va="bottom")
        for value in parallels.values:
            if upright:
                side = view.center[0] + (179.999999 if view.astro else -179.999999)
                x, y = view.project(side, value)
                self._text(x, y, _latitude(value, parallels.step), dx=-4, ha="right", va=_va(y))
            elif value != row:
                x, y = view.project(_nearest(meridians.values, view.center[0]), value)
                if np.isfinite(x) and not self._near_limb(x, y):
                    self._text(x, y, _latitude(value, parallels.step), halo=True, dx=3, ha="left", va="center")

    def _near_limb(self, x, y):
        left, right, bottom, top = self._view.projection.limits
        return np.hypot(x / right, y / top) > 0.93

    def _frame_labels(self, box, meridians, parallels):
        """Where the lines meet the frame: longitudes below, latitudes to the left, the other way round if the picture is turned."""
        lon_lines = [self._view.curves(np.full((1, len(parallels.along)), value), parallels.along[None]) for value in meridians.values]
        lat_lines = [self._view.curves(meridians.along[None], np.full((1, len(meridians.along)), value)) for value in parallels.values]
        lon_text = [self._longitude(value, meridians.step) for value in meridians.values]
        lat_text = [_latitude(value, parallels.step) for value in parallels.values]
        lon_below, lat_below = (_crossings(lines, box, 1, box.bottom) for lines in (lon_lines, lat_lines))
        lon_left, lat_left = (_crossings(lines, box, 0, box.left) for lines in (lon_lines, lat_lines))
        if meridians.around and not self._view.projection.whole_sky:
            # Around a pole the meridians leave on all sides, and the parallels may not at all.
            for row, place in _crossings(lon_lines, box, 1, box.top):
                self._text(place, box.top, lon_text[row], dy=3, va="bottom")
            for row, place in _crossings(lon_lines, box, 0, box.right):
                self._text(box.right, place, lon_text[row], dx=4, ha="left")
            for row, place in lon_left:
                self._text(box.left, place, lon_text[row], dx=-4, ha="right")
            left, below = ([], lat_text), (lon_below, lon_text)
            along = _nearest(meridians.values, self._view.center[0])
            for value, text in zip(parallels.values, lat_text, strict=True):
                x, y = self._view.project(along, value)
                if box.left < x < box.right and box.bottom < y < box.top:
                    self._text(x, y, text, halo=True, dx=3, ha="left")
        elif len(lat_below) + len(lon_left) > len(lon_below) + len(lat_left):
            below, left = (lat_below, lat_text), (lon_left, lon_text)
        else:
            below, left = (lon_below, lon_text), (lat_left, lat_text)
        for row, place in below[0]:
            self._text(place, box.bottom, below[1][row], dy=-4, va="top")
        for row, place in left[0]:
            self._text(box.left, place, left[1][row], dx=-4, ha="right")

    def _text(self, x, y, text, halo=False, dx=0, dy=0, ha="center", va="center"):
        label = self._ax.annotate(
            text, (x, y), xytext=(dx, dy), textcoords="offset points", ha=ha, va=va, fontsize=8, zorder=5, annotation_clip=False,
            color=self._color if halo else "0.25",
        )
        if halo:
            label.set_path_effects([effects.withStroke(linewidth=2.2, foreground=self._halo, alpha=0.6)])
        self._artists.append(label)

    def _longitude(self, value, step):
        value = value % 360.0
        return hours_text(value / 15.0, step / 15.0) if self._hours else f"{value:.{_decimals(step)}f}°"


class Box:
    """The part of the plane that is seen."""

    def __init__(self, left, right, bottom, top):
        self.left, self.right, self.bottom, self.top = left, right, bottom, top


class Lines:
    """Values of meridians or parallels, their step, the values of the other coordinate that are seen, and whether all longitudes are."""

    def __init__(self, values, step, along, around):
        self.values, self.step, self.along, self.around = values, step, along, around


def _crossings(lines_of, box, axis, level):
    """(row, place) where lines meet the side of the box at y = level (axis 1) or at x = level (axis 0)."""
    low, high = (box.left, box.right) if axis == 1 else (box.bottom, box.top)
    slack = (high - low) * 1e-6
    found = []
    for row, lines in enumerate(lines_of):
        for line in lines:
            across, along = line[:, axis] - level, line[:, 1 - axis]
            with np.errstate(invalid="ignore"):
                at = np.flatnonzero((across[:-1] * across[1:] <= 0.0) & (across[:-1] != across[1:]))
            for k in at[np.isfinite(across[at]) & np.isfinite(across[at + 1])]:
                place = along[k] + (along[k + 1] - along[k]) * across[k] / (across[k] - across[k + 1])
                if low - slack <= place <= high + slack and not _known(found, row, place, high - low):
                    found.append((row, place))
    return found


def _known(found, row, place, width):
    """Whether this line is labelled there already: the two ends of a seam may be one place."""
    return any(other == row and abs(at - place) < 0.02 * width for other, at in found)


def _nearest(values, to):
    if len(values) == 0:
        return None
    return values[np.argmin(np.abs((values - to + 180.0) % 360.0 - 180.0))]


def _va(y):
    return "center" if abs(y) < 0.3 else ("bottom" if y > 0 else "top")


def _decimals(step):
    return max(0, int(np.ceil(-np.log10(step) - 1e-9)))


def _latitude(value, step):
    text = f"{value:+.{_decimals(step)}f}°".replace("-", "\N{MINUS SIGN}")
    return "0°" if value == 0.0 else text


def hours_text(hours, step):
    """3h44m, as exact as the step needs."""
    digits = _decimals(step * 3600.0) if step < 1 / 3600 - 1e-12 else 0
    seconds = round(hours * 3600.0, digits) % 86400.0
    hour, minute, second = int(seconds // 3600), int(seconds % 3600 // 60), seconds % 60
    text = f"{hour}ʰ"
    if step < 1.0 - 1e-9:
        text += f"{minute:02d}ᵐ"
    if step < 1 / 60 - 1e-9:
        text += f"{second:0{2 + (digits + 1 if digits else 0)}.{digits}f}ˢ"
    return text
