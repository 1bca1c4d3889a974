"""Projections of the unit sphere onto the plane and back; longitudes and latitudes in radians, from the middle of the picture, growing
to the right and upwards. Nothing here knows of matplotlib."""

from __future__ import annotations

import numpy as np

from .._errors import HealpixError

HALF_PI = np.pi / 2


class Mollweide:
    """Equal areas: the whole sky in an ellipse, |x| <= 2, |y| <= 1."""

    whole_sky = True
    framed = False
    limits = (-2.0, 2.0, -1.0, 1.0)
    size = (8.4, 4.9)

    def forward(self, lon, lat):
        # 2 theta + sin 2 theta = pi sin lat, by Newton's method on psi = pi - 2 |theta|, which stays accurate at the poles.
        target = 2.0 * np.pi * np.sin((HALF_PI - np.abs(lat)) / 2.0) ** 2
        psi = np.cbrt(6.0 * target)
        for _ in range(30):
            slope = 1.0 - np.cos(psi)
            step = np.divide(psi - np.sin(psi) - target, slope, out=np.zeros_like(psi), where=slope > 0.0)
            psi = psi - step
            if not np.any(np.abs(step) > 1e-15 * psi):
                break
        return (2.0 / np.pi) * lon * np.sin(psi / 2.0), np.copysign(np.cos(psi / 2.0), lat)

    def inverse(self, x, y):
        with np.errstate(invalid="ignore", divide="ignore"):
            theta = np.arcsin(y)
            lat = np.arcsin(np.clip((2.0 * theta + np.sin(2.0 * theta)) / np.pi, -1.0, 1.0))
            half_width = 2.0 * np.sqrt((1.0 - y) * (1.0 + y))
            lon = np.where(half_width > 0.0, np.pi * x / half_width, 0.0)
        lon = np.where((np.abs(x) <= half_width) & (np.abs(y) <= 1.0), lon, np.nan)
        return lon, np.where(np.isnan(lon), np.nan, lat)

    def limb(self):
        return _circle() * [2.0, 1.0]


class Aitoff:
    """The whole sky in an ellipse, |x| <= 2, |y| <= 1; distances from the middle are halved along the equator only."""

    whole_sky = True
    framed = False
    limits = (-2.0, 2.0, -1.0, 1.0)
    size = (8.4, 4.9)

    def forward(self, lon, lat):
        # An azimuthal equidistant picture of half the longitude, widened.
        alpha = np.arctan2(np.hypot(np.cos(lat) * np.sin(lon / 2.0), np.sin(lat)), np.cos(lat) * np.cos(lon / 2.0))
        stretch = 1.0 / np.sinc(alpha / np.pi) / HALF_PI
        return 2.0 * np.cos(lat) * np.sin(lon / 2.0) * stretch, np.sin(lat) * stretch

    def inverse(self, x, y):
        half, up = x / 2.0 * HALF_PI, y * HALF_PI
        alpha = np.hypot(half, up)
        shrink = np.sinc(alpha / np.pi)
        lat = np.arcsin(np.clip(up * shrink, -1.0, 1.0))
        lon = 2.0 * np.arctan2(half * shrink, np.cos(alpha))
        outside = ~(alpha <= HALF_PI * (1.0 + 1e-12))
        return np.where(outside, np.nan, lon), np.where(outside, np.nan, lat)

    def limb(self):
        return _circle() * [2.0, 1.0]


class Cartesian:
    """Longitude and latitude as they are, in degrees (plate carree)."""

    whole_sky = True
    framed = True
    limits = (-180.0, 180.0, -90.0, 90.0)
    size = (8.4, 4.9)

    def forward(self, lon, lat):
        return np.degrees(lon), np.degrees(lat)

    def inverse(self, x, y):
        inside = (np.abs(x) <= 180.0) & (np.abs(y) <= 90.0)
        return np.where(inside, np.radians(x), np.nan), np.where(inside, np.radians(y), np.nan)

    def limb(self):
        return np.array([[-180.0, -90.0], [180.0, -90.0], [180.0, 90.0], [-180.0, 90.0], [-180.0, -90.0]])


class Orthographic:
    """One half of the sky as a globe seen from far away, |x, y| <= 1."""

    whole_sky = False
    framed = False
    limits = (-1.0, 1.0, -1.0, 1.0)
    size = (6.2, 5.2)

    def forward(self, lon, lat):
        x, y = np.cos(lat) * np.sin(lon), np.sin(lat)
        hidden = np.cos(lat) * np.cos(lon) < -1e-12
        return np.where(hidden, np.nan, x), np.where(hidden, np.nan, y)

    def forward_beyond(self, lon, lat):
        """The same, with the far side drawn outside of the limb, so that a line that is clipped there ends at it."""
        x, y = np.cos(lat) * np.sin(lon), np.sin(lat)
        radius = np.hypot(x, y)
        away = np.where(np.cos(lat) * np.cos(lon) < 0.0, (2.0 - radius) / np.maximum(radius, 1e-9), 1.0)
        return x * away, y * away

    def inverse(self, x, y):
        square = x * x + y * y
        outside = ~(square <= 1.0)
        toward = np.sqrt(np.where(outside, 0.0, 1.0 - square))
        lat = np.arctan2(y, np.hypot(x, toward))
        return np.where(outside, np.nan, np.arctan2(x, toward)), np.where(outside, np.nan, lat)

    def limb(self):
        return _circle()


class Gnomonic:
    """A field on the tangent plane: great circles are straight lines. x and y are degrees at the middle."""

    whole_sky = False
    framed = True
    size = (6.2, 5.4)

    def __init__(self, width, height):
        right, top = np.degrees(np.tan(np.radians([width, height]) / 2.0))
        self.limits = (-right, right, -top, top)

    def forward(self, lon, lat):
        toward = np.cos(lat) * np.cos(lon)
        # Nothing is drawn beyond 85 degrees, where the plane grows without end.
        toward = np.where(toward > 0.087, toward, np.nan)
        return np.degrees(np.cos(lat) * np.sin(lon) / toward), np.degrees(np.sin(lat) / toward)

    def inverse(self, x, y):
        x, y = np.radians(x), np.radians(y)
        return np.arctan(x), np.arctan2(y, np.hypot(1.0, x))

    def limb(self):
        left, right, bottom, top = self.limits
        return np.array([[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]])


def _circle():
    turn = np.linspace(0.0, 2.0 * np.pi, 361)
    return np.stack([np.cos(turn), np.sin(turn)], axis=-1)


NAMES = {
    "mollweide": Mollweide,
    "aitoff": Aitoff,
    "cartesian": Cartesian,
    "orthographic": Orthographic,
    "gnomonic": Gnomonic,
}


def named(name, size):
    """The projection of that name; `size` is the field of a gnomonic one in degrees, a number or (width, height)."""
    if not isinstance(name, str):
        raise TypeError(f"projection must be a name, not {type(name).__name__}: {', '.join(NAMES)}")
    if name not in NAMES:
        raise HealpixError(f"there is no projection {name!r}: choose one of {', '.join(NAMES)}")
    if name != "gnomonic":
        if size is not None:
            raise HealpixError(f"size is the field of a gnomonic projection, and {name} has none")
        return NAMES[name]()
    size = np.asarray(10.0 if size is None else degrees(size), dtype=float)
    if size.shape not in [(), (1,), (2,)] or not np.all((size > 0.0) & (size <= 160.0)):
        raise HealpixError(f"size must be one number of degrees above 0 and up to 160, or (width, height), not {size}")
    width, height = np.broadcast_to(size, 2)
    return Gnomonic(width, height)


def degrees(angle):
    """Numbers of degrees from numbers or a Quantity."""
    return angle.to_value("deg") if hasattr(angle, "to_value") else angle
