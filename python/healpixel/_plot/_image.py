"""The picture of a source: every pixel asks for the value at its place, so that it is exact at any zoom and any dpi."""

from __future__ import annotations

import numpy as np
from matplotlib.image import AxesImage
from matplotlib.transforms import Bbox, IdentityTransform

BLOCK = 1 << 18
"""Samples at a time, which keeps the temporary arrays in the cache."""


class SkyImage(AxesImage):
    """A source drawn by asking for the value at each pixel."""

    def __init__(self, ax, view, source, samples, **keywords):
        left, right, bottom, top = view.projection.limits
        super().__init__(ax, extent=(left, right, bottom, top), origin="lower", **keywords)
        self._view, self._source, self._samples = view, source, samples
        self._drawn = None

    def sample(self, x, y):
        """Values at places of the plane, NaN where there is none."""
        lon, lat = self._view.unproject(x, y)
        values = np.full(np.shape(lon), np.nan)
        sky = np.isfinite(lon)
        values[sky] = self._source.sample(lon[sky], lat[sky])
        return values

    def make_image(self, renderer, magnification=1.0, unsampled=False):
        if unsampled:
            raise ValueError("a picture of the sky has no pixels of its own")
        box = Bbox.intersection(self.axes.bbox, self.axes.figure.bbox)
        if box is None:
            return None, 0, 0, None
        left, bottom = np.floor([box.x0, box.y0])
        width, height = (np.ceil([box.x1 - left, box.y1 - bottom]) * magnification).astype(int)
        to_plane = self.axes.transData.inverted()
        norm = self.norm
        key = (left, bottom, width, height, magnification, to_plane.get_matrix().tobytes(), id(norm), norm.vmin, norm.vmax, self.cmap)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, self._pixels(left, bottom, width, height, magnification, to_plane)
        return self._drawn[1], left, bottom, IdentityTransform()

    def _pixels(self, left, bottom, width, height, magnification, to_plane):
        """Each pixel has the mean colour of some samples, in rows from the bottom."""
        n = self._samples
        across = left + (np.arange(width * n) + 0.5) / (n * magnification)
        upward = bottom + (np.arange(height * n) + 0.5) / (n * magnification)
        picture = np.zeros((height, width, 4), dtype=np.uint8)
        rows = max(1, BLOCK // max(1, width * n * n))
        for first in range(0, height, rows):
            up = upward[first * n : (first + rows) * n]
            screen = np.stack(np.meshgrid(across, up), axis=-1)
            x, y = np.moveaxis(to_plane.transform(screen.reshape(-1, 2)).reshape(screen.shape), -1, 0)
            values = np.ma.masked_invalid(self.sample(x, y))
            colours = self.to_rgba(values, bytes=True).astype(np.float32)
            colours = colours.reshape(len(up) // n, n, width, n, 4)
            # Colours count by how opaque they are, so that no edge darkens.
            alpha = colours[..., 3:]
            weight = alpha.sum(axis=(1, 3))
            mean = (colours[..., :3] * alpha).sum(axis=(1, 3)) / np.maximum(weight, 1.0)
            picture[first : first + rows] = np.rint(np.concatenate([mean, weight / n**2], axis=-1))
        return picture

    def get_cursor_data(self, event):
        value = self.sample(*(np.array([place]) for place in self.axes.transData.inverted().transform((event.x, event.y))))[0]
        return None if np.isnan(value) else value
