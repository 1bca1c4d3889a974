"""The shapes of the region coverages, each in double (vectorised, to sort out) and in high precision (to decide).

Written from the definitions of REGIONS.md / EXACTNESS.md only.  Every shape gives, for points of the sphere,

    margin(p)   continuous, negative inside, zero on the boundary, positive outside; close to the boundary it is the
                distance to the boundary in radians (to first order)
    search(p)   a function with the same sign whose extremes along a cell's edge are looked for (`margin` if nothing better)
    bound(p)    signed, at most the distance to the boundary (to sort out cells far from the boundary)
    corners()   points of the boundary, at least one on every closed part of it

A point is `Points`: unit vectors, x in quarter turns, latitude; `P` in the high-precision versions.
A position of the input is (x, lat) as in healpix_oracle.py: x = lon * fl(2/pi) or lon_deg / 90, rounded once.
"""

from dataclasses import dataclass

import numpy as np
from mpmath import mp, mpf

from healpix_oracle import TWO_OVER_PI, F, to_mpf

BITS = 200
HALF_PI = np.pi / 2


@dataclass
class Points:
    v: np.ndarray      # (..., 3)
    x: np.ndarray      # quarter turns
    lat: np.ndarray


@dataclass
class P:
    v: tuple
    x: mpf
    lat: mpf


# --- vectors ---------------------------------------------------------------

def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def norm(a):
    return mp.sqrt(dot(a, a))


def unit(a):
    n = norm(a)
    return (a[0] / n, a[1] / n, a[2] / n)


def combine(*terms):
    """Sum of (factor, vector)."""
    return tuple(sum(f * v[k] for f, v in terms) for k in range(3))


def array(v):
    return np.array([float(c) for c in v])


def angle(p, c):
    """Distance of unit vectors, no cancellation at either end; numpy."""
    return 2 * np.arctan2(np.linalg.norm(p - c, axis=-1), np.linalg.norm(p + c, axis=-1))


def angle_mp(p, c):
    return 2 * mp.atan2(norm(combine((1, p), (-1, c))), norm(combine((1, p), (1, c))))


class Place:
    """A position of the input: exact x, and the latitude as an exact number of its unit."""

    def __init__(self, lon, lat, degrees=False):
        self.lon, self.lat_given, self.degrees = lon, lat, degrees
        self.x_whole = F(lon / 90.0 if degrees else lon * TWO_OVER_PI)      # not reduced
        self.xq = self.x_whole % 4
        with mp.workprec(BITS):
            self.x = to_mpf(self.xq)
            self.lat = mpf(lat) * mp.pi / 180 if degrees else mpf(lat)
            if degrees and abs(lat) == 90:
                self.lat = mp.sign(lat) * mp.pi / 2
            self.v = vector(self.x, self.lat)
            if degrees and abs(lat) == 90:
                self.v = (mpf(0), mpf(0), mpf(1 if lat > 0 else -1))
            self.east = (-mp.sin(self.x * mp.pi / 2), mp.cos(self.x * mp.pi / 2), mpf(0))
            self.north = cross(self.v, self.east)
        self.array = array(self.v)

    def point(self):
        return P(self.v, self.x, self.lat)

    def antipode(self):
        with mp.workprec(BITS):
            return P(tuple(-c for c in self.v), (self.x + 2) % 4, -self.lat)


def vector(x, lat):
    lon = x * mp.pi / 2
    return (mp.cos(lat) * mp.cos(lon), mp.cos(lat) * mp.sin(lon), mp.sin(lat))


def point_of(v):
    x = mp.atan2(v[1], v[0]) * 2 / mp.pi
    return P(v, x % 4, mp.atan2(v[2], mp.sqrt(v[0] ** 2 + v[1] ** 2)))


# --- great-circle arcs -----------------------------------------------------

class Arc:
    """The shorter arc from a to b (vectors in high precision)."""

    def __init__(self, a, b):
        with mp.workprec(BITS):
            self.a, self.b = a, b
            self.n = unit(cross(combine((1, a), (-1, b)), combine((1, a), (1, b))))
            self.ahead, self.back = cross(self.n, a), cross(b, self.n)
        self.length = float(angle_mp(a, b))
        self.np = tuple(array(v) for v in (self.a, self.b, self.n, self.ahead, self.back))

    def distance(self, p):
        a, b, n, ahead, back = self.np
        side, forward = p @ n, p @ ahead
        within = (forward >= 0) & (p @ back >= 0)
        near = np.arctan2(np.abs(side), np.hypot(p @ a, forward))
        return np.where(within, near, np.minimum(angle(p, a), angle(p, b)))

    def distance_mp(self, p):
        forward = dot(p, self.ahead)
        if forward >= 0 and dot(p, self.back) >= 0:
            return mp.atan2(abs(dot(p, self.n)), mp.sqrt(dot(p, self.a) ** 2 + forward ** 2))
        return min(angle_mp(p, self.a), angle_mp(p, self.b))


# --- shapes ----------------------------------------------------------------

class Shape:
    """`search` is `margin` unless the shape knows better."""

    def search(self, p):
        return self.margin(p)

    def search_mp(self, p):
        return self.margin_mp(p)

    def bound(self, p):
        return self.margin(p)

    def thin(self, n):
        """Points of the region where it may have no interior; none by default."""
        return None


class Ring:
    """Cone and annulus: decided by the extremes of the distance to the centre (coverage_oracle.py treats them apart)."""

    def __init__(self, center, inner, outer):
        self.center, self.inner, self.outer = center, inner, outer      # inner None: a cone

    def distance(self, p):
        return angle(p.v, self.center.array)

    def distance_mp(self, p):
        return angle_mp(p.v, self.center.v)

    def bound(self, p):
        d = self.distance(p)
        return d - self.outer if self.inner is None else np.maximum(d - self.outer, self.inner - d)


class Ellipse(Shape):
    """u^2 cot^2 a + v^2 cot^2 b <= w^2, w >= 0, the cone over the ellipse of the two foci: see `sum_of_distances`."""

    def __init__(self, center, a, b, pa):
        self.center, self.a, self.b = center, a, b
        with mp.workprec(BITS):
            s, c = mp.sin(mpf(pa)), mp.cos(mpf(pa))
            self.u = combine((c, center.north), (s, center.east))
            self.v = combine((-s, center.north), (c, center.east))
            self.w = center.v
            self.cot_a, self.cot_b = mp.cot(mpf(a)), mp.cot(mpf(b))
            cosine = mp.cos(mpf(a)) / mp.cos(mpf(b))
            # the foci lie on the longer axis
            self.c = mp.acos(cosine) if cosine <= 1 else mp.acos(1 / cosine)
            along = self.u if cosine <= 1 else self.v
            self.foci = [combine((mp.cos(self.c), self.w), (k * mp.sin(self.c), along)) for k in (1, -1)]
        self.axes = tuple(array(v) for v in (self.u, self.v, self.w))
        self.cots = float(self.cot_a), float(self.cot_b)
        turn = np.linspace(0, 2 * np.pi, 361)[:-1]
        normals = np.stack([self.cots[0] * np.cos(turn), self.cots[1] * np.sin(turn), -np.ones_like(turn)], axis=-1)
        self.normals = normals / np.linalg.norm(normals, axis=-1, keepdims=True) @ np.stack(self.axes)

    def sum_of_distances(self, p):
        """The definition: half the sum of the distances to the foci, less a."""
        return (angle(p.v, array(self.foci[0])) + angle(p.v, array(self.foci[1]))) / 2 - max(self.a, self.b)

    def search(self, p):
        u, v, w = (p.v @ axis for axis in self.axes)
        return np.hypot(u * self.cots[0], v * self.cots[1]) - w

    def margin(self, p):
        u, v, w = (p.v @ axis for axis in self.axes)
        s = np.hypot(u * self.cots[0], v * self.cots[1])
        slope = np.hypot(u * self.cots[0] ** 2, v * self.cots[1] ** 2) / np.maximum(s, 1e-300)
        return (s - w) / np.hypot(slope, 1)

    def _terms(self, p):
        u, v, w = dot(p.v, self.u), dot(p.v, self.v), dot(p.v, self.w)
        return u * self.cot_a, v * self.cot_b, w

    def search_mp(self, p):
        e, f, w = self._terms(p)
        return mp.sqrt(e * e + f * f) - w

    def margin_mp(self, p):
        e, f, w = self._terms(p)
        s = mp.sqrt(e * e + f * f)
        slope = ((e * self.cot_a) ** 2 + (f * self.cot_b) ** 2) / (s * s) if s else mpf(0)
        return (s - w) / mp.sqrt(1 + slope)

    def bound(self, p):
        half_sum = self.sum_of_distances(p)
        planes = np.full(half_sum.shape, -np.inf)
        for normal in self.normals[::6]:           # outside any of these half-spaces: at least so far away
            planes = np.maximum(planes, np.arcsin(np.clip(p.v @ normal, -1, 1)))
        inside = np.minimum(half_sum, 0) if max(self.a, self.b) < 1.57 else np.zeros_like(half_sum)
        return np.where(planes > 0, planes, np.where(half_sum < 0, inside, 0) if max(self.a, self.b) < 1.57 else 0.0)

    def corners(self):
        with mp.workprec(BITS):
            out = []
            for size, axis in ((self.a, self.u), (self.b, self.v)):
                size = mpf(size)
                out += [point_of(combine((mp.cos(size), self.w), (k * mp.sin(size), axis))) for k in (1, -1)]
            return out


class Box(Shape):
    """Four half-spaces |x| <= z tan(width/2), |y| <= z tan(height/2); together they imply z > 0."""

    def __init__(self, center, width, height, pa):
        with mp.workprec(BITS):
            s, c = mp.sin(mpf(pa)), mp.cos(mpf(pa))
            y = combine((c, center.north), (s, center.east))
            x = combine((-s, center.north), (c, center.east))
            self.normals, sizes = [], ((mpf(width) / 2, x), (mpf(height) / 2, y))
            for half, axis in sizes:
                self.normals += [combine((k * mp.cos(half), axis), (-mp.sin(half), center.v)) for k in (1, -1)]
            self.tips = [unit(combine((i * mp.tan(sizes[0][0]), x), (j * mp.tan(sizes[1][0]), y), (1, center.v)))
                         for i in (1, -1) for j in (1, -1)]
        self.arrays = [array(n) for n in self.normals]

    def margin(self, p):
        return np.arcsin(np.clip(np.max([p.v @ n for n in self.arrays], axis=0), -1, 1))

    def margin_mp(self, p):
        return mp.asin(max(dot(p.v, n) for n in self.normals))

    def corners(self):
        with mp.workprec(BITS):
            return [point_of(t) for t in self.tips]


class Zone(Shape):
    def __init__(self, low, high):
        """low, high: Place of (lon_min, lat_min) and (lon_max, lat_max)."""
        self.low, self.high = low, high
        span = high.x_whole - low.x_whole
        if span < 0:
            span += 4 * (-(span // 4))
        self.whole = span >= 4
        self.span = F(4) if self.whole else span
        with mp.workprec(BITS):
            self.lats = (low.lat, high.lat)
            self.parallels = [p.lat for p in (low, high) if not (p.degrees and abs(p.lat_given) == 90)]
            self.meridians = []
            if not self.whole:
                for place in (low, high):
                    lon = place.x * mp.pi / 2
                    e, n = (mp.cos(lon), mp.sin(lon), mpf(0)), (-mp.sin(lon), mp.cos(lon), mpf(0))
                    ends = [place.v if other is place else vector(place.x, other.lat) for other in (low, high)]
                    self.meridians.append((e, n, ends))
        self.meridian_arrays = [(array(e), array(n), [array(v) for v in ends]) for e, n, ends in self.meridians]

    def margin(self, p):
        low, high = (float(v) for v in self.lats)
        ahead = (p.x - float(self.low.xq)) % 4
        # (x - min) just below 0 must not look like just below 4: only the high-precision version decides there
        within = np.full(p.lat.shape, True) if self.whole else ahead <= float(self.span)
        inside = within & (p.lat >= low) & (p.lat <= high)
        distance = np.full(p.lat.shape, np.inf)
        for lat in self.parallels:
            distance = np.minimum(distance, np.where(within, np.abs(p.lat - float(lat)), np.inf))
        for e, n, ends in self.meridian_arrays:
            side, along = p.v @ n, p.v @ e
            lat = np.arctan2(p.v[..., 2], along)
            near = np.arctan2(np.abs(side), np.hypot(along, p.v[..., 2]))
            far = np.minimum(angle(p.v, ends[0]), angle(p.v, ends[1]))
            distance = np.minimum(distance, np.where((lat >= low) & (lat <= high), np.minimum(near, far), far))
        return np.where(inside, -distance, distance)

    def margin_mp(self, p):
        low, high = self.lats
        within = self.whole or (p.x - self.low.x) % 4 <= to_mpf(self.span)
        inside = within and low <= p.lat <= high
        distance = [abs(p.lat - lat) for lat in self.parallels] if within else []
        for e, n, ends in self.meridians:
            side, along = dot(p.v, n), dot(p.v, e)
            if low <= mp.atan2(p.v[2], along) <= high:
                distance.append(mp.atan2(abs(side), mp.sqrt(along ** 2 + p.v[2] ** 2)))
            rough = array(p.v)
            near = min(distance) if distance else mpf(4)
            distance += [angle_mp(p.v, end) for end in ends if angle(rough, array(end)) < near + 1e-12]
        distance = min(distance) if distance else mpf(4)
        return -distance if inside else distance

    def corners(self):
        with mp.workprec(BITS):
            return [] if self.whole else [P(v, place.x, lat) for place, (_, _, ends) in zip((self.low, self.high), self.meridians)
                                          for v, lat in zip(ends, self.lats)]

    def thin(self, n):
        """A zone of no width or no height is still a closed set: points of it."""
        if self.span and self.low.lat != self.high.lat:
            return None
        t = (np.arange(n) + 0.437) / n
        if self.span:
            return (float(self.low.xq) + t * float(self.span)) % 4, np.full(n, float(self.low.lat))
        return np.full(n, float(self.low.xq)), float(self.lats[0]) + t * float(self.lats[1] - self.lats[0])


class Polygon(Shape):
    """Even-odd over the rings; which of the two sets is the interior: 'winding', 'smaller', or a Place inside."""

    def __init__(self, rings, interior):
        self.rings = []
        for ring in rings:
            kept = [p for k, p in enumerate(ring) if p.v != ring[k - 1].v]
            self.rings.append(kept)
        self.arcs = [Arc(ring[k].v, ring[(k + 1) % len(ring)].v) for ring in self.rings for k in range(len(ring))]
        with mp.workprec(BITS):
            self.reference = unit((mpf("0.2718281828"), mpf("-0.5772156649"), mpf("0.3141592653")))
            ahead = [bool(dot(arc.n, self.reference) > 0) for arc in self.arcs]
        self.tables = *(np.array([arc.np[k] for arc in self.arcs]) for k in range(3)), ahead
        self.inside_reference = False
        self.inside_reference = self._decide(interior)

    def _decide(self, interior):
        with mp.workprec(BITS):
            if isinstance(interior, Place):
                return self._parity_mp(interior.v) == 0
            if interior == "smaller":
                from coverage_oracle import Cells
                inside = self.contains(Cells.all(5).centers().v).mean()     # of the side away from the reference
                assert abs(inside - 0.5) > 0.01, "too close to half the sky for this way to decide"
                return bool(inside > 0.5)
            first = max(self.arcs[:len(self.rings[0])], key=lambda arc: arc.length)
            middle = unit(combine((1, first.a), (1, first.b)))
            left = dot(first.n, self.reference) > 0
            return left == (self._parity_mp(middle, skip=first) == 0)

    def _parity_mp(self, p, skip=None):
        """Crossings, modulo 2, of the arc from p to the reference with the edges."""
        plane, count = cross(p, self.reference), 0
        sides = {}

        def side(vertex):                                       # once per vertex: neighbours agree
            rough = array(plane) @ array(vertex)
            if abs(rough) > 1e-12:
                return rough > 0
            return sides.setdefault(id(vertex), dot(plane, vertex) > 0)

        rough_plane, rough_p = array(plane), array(p)
        starts, ends, normals, ahead = self.tables
        s, e, at = starts @ rough_plane, ends @ rough_plane, normals @ rough_p
        for k, arc in enumerate(self.arcs):
            first = s[k] > 0 if abs(s[k]) > 1e-12 else side(arc.a)
            if first == (e[k] > 0 if abs(e[k]) > 1e-12 else side(arc.b)) or first != ahead[k] or arc is skip:
                continue
            count ^= int(first != (at[k] > 0 if abs(at[k]) > 1e-12 else dot(arc.n, p) > 0))
        return count

    def contains(self, v):
        flat = v.reshape(-1, 3)
        plane = np.cross(flat, array(self.reference))
        odd = np.zeros(len(flat), dtype=bool)
        for ring in self.rings:
            sides = [plane @ p.array > 0 for p in ring]                     # once per vertex: neighbours agree
            at = next(k for k, arc in enumerate(self.arcs) if arc.a is ring[0].v)
            for k in range(len(ring)):
                arc = self.arcs[at + k]
                s, e = sides[k], sides[(k + 1) % len(ring)]
                odd ^= (s != e) & (s == bool(dot(arc.n, self.reference) > 0)) & (s != (flat @ arc.np[2] > 0))
        return (odd ^ self.inside_reference).reshape(v.shape[:-1])

    def margin(self, p):
        distance = np.full(p.lat.shape, np.inf)
        for arc in self.arcs:
            distance = np.minimum(distance, arc.distance(p.v))
        return np.where(self.contains(p.v), -distance, distance)

    def margin_mp(self, p):
        rough = array(p.v)
        near = np.array([arc.distance(rough) for arc in self.arcs])
        distance = min(arc.distance_mp(p.v) for arc, d in zip(self.arcs, near) if d < near.min() + 1e-12)
        return -distance if (self._parity_mp(p.v) == 1) != self.inside_reference else distance

    def corners(self):
        return [p.point() for ring in self.rings for p in ring]


# --- from the data ---------------------------------------------------------

def build(case):
    """A shape from a record of the data files (all angles radians, positions in `unit`)."""
    degrees = case.get("unit") == "deg"
    kind = case["shape"]
    if kind == "polygon":
        rings = [[Place(lon, lat, degrees) for lon, lat in ring] for ring in case["rings"]]
        interior = case["interior"]
        return Polygon(rings, interior if isinstance(interior, str) else Place(*interior, degrees))
    if kind == "zone":
        return Zone(Place(case["lon_min"], case["lat_min"], degrees), Place(case["lon_max"], case["lat_max"], degrees))
    center = Place(case["lon"], case["lat"], degrees)
    if kind == "cone":
        return Ring(center, None, case["radius"])
    if kind == "annulus":
        return Ring(center, case["inner"], case["outer"])
    if kind == "ellipse":
        return Ellipse(center, case["a"], case["b"], case["pa"])
    return Box(center, case["width"], case["height"], case["pa"])
