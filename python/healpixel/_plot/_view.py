"""Where the camera looks: the sky turned, then projected."""

from __future__ import annotations

import numpy as np

from .._errors import HealpixError
from ._projections import degrees


def lon_lat(lon, lat):
    """Two float arrays of degrees from numbers, Quantities, or one SkyCoord in place of `lon`."""
    if lat is None:
        spherical = getattr(lon, "spherical", None)
        if spherical is None:
            raise TypeError("lat is missing: give lon and lat, or one SkyCoord")
        lon, lat = spherical.lon, spherical.lat
    return np.broadcast_arrays(_numbers(lon), _numbers(lat))


def _numbers(angle):
    """Floats, with NaN for what is masked or infinite."""
    angle = np.ma.filled(np.ma.asarray(degrees(angle), dtype=float), np.nan)
    return np.where(np.isfinite(angle), angle, np.nan)


def vectors(lon, lat):
    """Unit vectors of degrees, on a last axis."""
    lon, lat = np.radians(lon), np.radians(lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def from_vectors(x, y, z):
    return np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))


class View:
    """Between degrees on the sky and the plane of the picture."""

    def __init__(self, projection, center, rotation, astro):
        self.projection = projection
        self.center = _center(center)
        self.astro = bool(astro)
        lon, lat = np.radians(self.center)
        toward = vectors(*self.center)
        up = np.array([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)])
        east = np.array([-np.sin(lon), np.cos(lon), 0.0])
        right = -east if astro else east
        self.rotation = float(degrees(rotation))
        if not np.isfinite(self.rotation):
            raise HealpixError(f"rotation must be a finite number of degrees, not {rotation}")
        turn = np.radians(self.rotation)
        self._matrix = np.stack([
            toward,
            right * np.cos(turn) - up * np.sin(turn),
            right * np.sin(turn) + up * np.cos(turn),
        ])

    def turned(self, lon, lat):
        """Radians from the middle of the picture."""
        x, y, z = np.moveaxis(vectors(lon, lat) @ self._matrix.T, -1, 0)
        return from_vectors(x, y, z)

    def project(self, lon, lat):
        """x and y in the plane; NaN on the far side of a globe."""
        x, y = self.projection.forward(*self.turned(lon, lat))
        bad = ~(np.abs(lat) <= 90.0)
        return np.where(bad, np.nan, x), np.where(bad, np.nan, y)

    def unproject(self, x, y):
        """Longitudes in [0, 360) and latitudes; NaN where no sky is drawn."""
        lon, lat = self.projection.inverse(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        away = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
        x, y, z = np.moveaxis(away @ self._matrix, -1, 0)
        lon, lat = from_vectors(x, y, z)
        return np.degrees(lon) % 360.0, np.degrees(lat)

    def curves(self, lon, lat):
        """Lines on the sky, (n, points) degrees each, as lines in the plane, (m, points, 2), to be clipped at the limb.

        A line over the seam of the whole sky is drawn twice, once beyond each end.
        """
        lon, lat = self.turned(lon, lat)
        if not self.projection.whole_sky:
            forward = getattr(self.projection, "forward_beyond", self.projection.forward)
            lines = np.stack(forward(lon, lat), axis=-1)
            return lines[np.isfinite(lines).any(axis=(1, 2))]
        # A pole has every longitude: take the one of the next point.
        pole = np.abs(lat) > np.pi / 2 - 1e-9
        if lon.shape[1] > 1:
            lon[pole[:, 0], 0] = lon[pole[:, 0], 1]
            lon[pole[:, -1], -1] = lon[pole[:, -1], -2]
        lon = np.unwrap(lon, axis=1)
        middle = (lon.max(axis=1) + lon.min(axis=1)) / 2.0
        lon -= 2.0 * np.pi * np.round(middle / (2.0 * np.pi))[:, None]
        lines = [np.stack(self.projection.forward(lon, lat), axis=-1)]
        for beyond, turn in [(lon.max(axis=1) > np.pi, -2.0 * np.pi), (lon.min(axis=1) < -np.pi, 2.0 * np.pi)]:
            if beyond.any():
                lines.append(np.stack(self.projection.forward(lon[beyond] + turn, lat[beyond]), axis=-1))
        return np.concatenate(lines)


def _center(center):
    """(lon, lat) in degrees of a pair or a SkyCoord."""
    if not hasattr(center, "spherical"):
        try:
            lon, lat = center
        except (TypeError, ValueError):
            raise TypeError(f"center must be (lon, lat) in degrees or one SkyCoord, not {center!r}") from None
    else:
        lon, lat = center, None
    lon, lat = lon_lat(lon, lat)
    if lon.shape != () or not np.isfinite(lon) or not abs(lat) <= 90.0:
        raise HealpixError(f"center must be one position with a latitude from -90 to 90 degrees, not ({lon}, {lat})")
    return float(lon), float(lat)


def great_circle(lon, lat, step=1.0):
    """A line through positions with points every `step` degrees along the great circles between them."""
    corners = vectors(lon, lat)
    pieces = [corners[:1]]
    for start, end in zip(corners[:-1], corners[1:], strict=True):
        angle = np.arctan2(np.linalg.norm(np.cross(start, end)), start @ end)
        count = int(np.degrees(angle) / step) + 1 if np.isfinite(angle) else 1
        if count > 1:
            part = np.linspace(0.0, 1.0, count + 1)[1:, None]
            pieces.append((np.sin((1.0 - part) * angle) * start + np.sin(part * angle) * end) / np.sin(angle))
        else:
            pieces.append(end[None])
    x, y, z = np.concatenate(pieces).T
    lon, lat = from_vectors(x, y, z)
    return np.degrees(lon), np.degrees(lat)
