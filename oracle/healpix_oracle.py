"""High-precision HEALPix: the truth the tests compare with.

Written from Gorski et al. 2005 (ApJ 622, 759) and Calabretta & Roukema 2007
(MNRAS 381, 865) only.

A position is (x, lat).  x is the longitude in quarter turns, rounded once to a
double (`lon * fl(2/pi)` for radians, `lon / 90` for degrees) and then reduced
modulo 4 as a real number; lat is the exact real value of the given double.

Everything on the plane has the form A + B*t with A, B dyadic rationals and t
(sin lat, or sigma) either rational or provably irrational, so that a floor is
either decided by exact integers or by an enclosure of t whose precision grows
until both ends agree.  Nothing is decided by a tolerance.
"""

from fractions import Fraction as F
import struct

import mpmath
from mpmath import mp, mpf

START_BITS = 400
MAX_BITS = 40000


# --- doubles ---------------------------------------------------------------

def bits(value):
    """The 16 hex digits of a double."""
    return struct.pack(">d", value).hex()


def from_bits(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def step(value, n):
    """`value` moved by n ulps (n may be negative)."""
    key = struct.unpack(">q", struct.pack(">d", value))[0]
    key = key if key >= 0 else -(key & 0x7FFFFFFFFFFFFFFF)
    key += n
    raw = key if key >= 0 else (-key) | (1 << 63)
    return struct.unpack(">d", struct.pack(">Q", raw))[0]


def exact(m):
    """An mpf as a Fraction, exactly."""
    sign, man, exp, _ = m._mpf_
    man = -int(man) if sign else int(man)
    return F(man << exp) if exp >= 0 else F(man, 1 << -exp)


def to_mpf(value):
    """A double or Fraction as an mpf at the working precision."""
    if isinstance(value, F):
        return mpf(value.numerator) / value.denominator
    return mpf(value)


def round_to_double(evaluate):
    """The double nearest to evaluate(), a function of the working precision
    that returns an mpf with a relative error far below 2^-(precision - 200)."""
    precision = START_BITS
    while precision <= MAX_BITS:
        with mp.workprec(precision):
            v = exact(evaluate())
        if v == 0:
            return 0.0
        eps = F(1, 1 << (precision - 250))
        low, high = float(v * (1 - eps)), float(v * (1 + eps))
        if low == high:
            return low
        precision *= 2
    raise ArithmeticError("rounding not decided")


with mp.workprec(200):
    TWO_OVER_PI = float(exact(2 / mp.pi))
    HALF_PI = float(exact(mp.pi / 2))


# --- positions -------------------------------------------------------------

def _dyadic(value):
    """(m, k) with value == m / 2^k and k >= 0."""
    num, den = value.as_integer_ratio()
    return num, den.bit_length() - 1


class Position:
    """(x, lat) of one double pair."""

    def __init__(self, lon, lat, degrees):
        x = lon / 90.0 if degrees else lon * TWO_OVER_PI
        num, k = _dyadic(x)
        self.k = k + 2
        num = (num << 2) % (4 << self.k)          # x mod 4, scaled by 2^k
        self.q = num >> self.k
        self.h = (num & ((1 << self.k) - 1)) - (1 << (self.k - 1))
        self.lat, self.degrees = lat, degrees
        self._t = {}
        limit = 90.0 if degrees else HALF_PI
        if not -limit <= lat <= limit:
            raise ValueError("latitude")
        self.pole = degrees and abs(lat) == 90.0
        # Niven: a rational sine of a rational number of degrees is 0, +-1/2, +-1;
        # Lindemann: the sine of a nonzero rational number of radians is never rational.
        self.sine = None
        if lat == 0:
            self.sine = F(0)
        elif degrees and abs(lat) == 30.0:
            self.sine = F(1, 2) if lat > 0 else F(-1, 2)
        self.cap = self.pole or (self.sine is None and self._in_cap())

    def _in_cap(self):
        if abs(self.lat) < (41.0 if self.degrees else 0.72):
            return False
        if abs(self.lat) > (42.0 if self.degrees else 0.74):
            return True
        precision = START_BITS
        while precision <= MAX_BITS:
            with mp.workprec(precision):
                d = mp.sin(self._angle(self.lat)) if self.lat > 0 else mp.sin(self._angle(-self.lat))
                d -= mpf(2) / 3
                if abs(d) > mpf(2) ** (60 - precision):
                    return d > 0
            precision *= 2
        raise ArithmeticError("zone not decided")

    def _angle(self, value):
        return mpf(value) * mp.pi / 180 if self.degrees else mpf(value)

    def _compute_t(self, precision):
        """(t * 2^scale as an integer, error in the same units, scale)."""
        # pi/2 - |lat| >= 2^-54 and 90 - |lat_deg| >= 2^-46: at most 60 bits cancel
        with mp.workprec(precision + 120):
            if not self.cap:
                t = mp.sin(self._angle(self.lat))
            elif self.degrees:
                t = mp.sqrt(6) * mp.sin((mpf(90) - abs(mpf(self.lat))) * mp.pi / 360)
            else:
                t = mp.sqrt(6) * mp.sin((mp.pi / 2 - abs(mpf(self.lat))) / 2)
            scale = precision - mpmath.mag(t)
            value = exact(t)
        scale = max(scale, 0)
        value = (value.numerator << scale) // value.denominator
        return value, 1 << 24, scale

    def t(self, precision):
        if precision not in self._t:
            self._t[precision] = self._compute_t(precision)
        return self._t[precision]

    def _coefficients(self):
        """X+Y+1/2 and X-Y+1/2 as A + B*t; all four as integers times 2^-(k+2)."""
        s = self.k + 2
        one = 1 << s
        q, h = self.q * one, self.h << 2
        if not self.cap:
            a = q + one + h                       # X + 1/2 = q + 1/2 + h + 1/2
            b = 3 * one // 4
            return (a, b), (a, -b), s
        if self.lat > 0:                          # X = q+1/2+h s, Y = 1 - s/2
            return (q + 2 * one, h - one // 2), (q, h + one // 2), s
        return (q, h + one // 2), (q + 2 * one, h - one // 2), s

    def _floor(self, line, s, n):
        """floor(n * (A + B t)), the floor decided exactly."""
        a, b = line
        if self.pole or b == 0:
            return n * a >> s
        if self.sine is not None:
            num, k = _dyadic(self.sine)
            return n * ((a << k) + b * num) >> (s + k)
        precision = START_BITS
        while precision <= MAX_BITS:
            t, error, scale = self.t(precision)
            middle, delta = n * ((a << scale) + b * t), n * abs(b) * error
            low, high = (middle - delta) >> (s + scale), (middle + delta) >> (s + scale)
            if low == high:
                return low
            precision *= 2
        raise ArithmeticError("border not decided")

    def face_ij(self, nside):
        """(face, i, j) of the cell that holds the position."""
        if self.pole:
            return (self.q, nside - 1, nside - 1) if self.lat > 0 else (8 + self.q, 0, 0)
        plus, minus, s = self._coefficients()
        u, v = self._floor(plus, s, nside), self._floor(minus, s, nside)
        return face_of_uv(u, v, nside)

    def offsets(self, nside):
        """(dx, dy) in the cell, each the nearest double; dx along i, dy along j."""
        if self.pole:
            return (1.0, 1.0) if self.lat > 0 else (0.0, 0.0)
        plus, minus, s = self._coefficients()
        return (self._fraction(plus, s, nside, False), self._fraction(minus, s, nside, True))

    def _fraction(self, line, s, n, flip):
        floor = self._floor(line, s, n)
        a, b = (F(c, 1 << s) for c in line)
        sign, base = (-1, floor + 1) if flip else (1, floor)
        if self.pole or b == 0 or self.sine is not None:
            return float(sign * (n * (a + b * (self.sine or 0)) - base))
        precision = 2 * START_BITS
        while precision <= MAX_BITS:
            t, error, scale = self.t(precision)
            ends = {float(sign * (n * (a + b * F(t + e, 1 << scale)) - base)) for e in (-error, error)}
            if len(ends) == 1:
                return ends.pop()
            precision *= 2
        raise ArithmeticError("rounding not decided")


# --- cells -----------------------------------------------------------------

def face_of_uv(u, v, n):
    """(face, i, j) from u = floor(n (X+Y+1/2)), v = floor(n (X-Y+1/2))."""
    a, b = u // n, v // n
    i, j = u - a * n, n - 1 - (v - b * n)
    if a - b == 1:
        return b % 4, i, j
    if a - b == 0:
        return 4 + a % 4, i, j
    if a - b == -1:
        return 8 + a % 4, i, j
    raise ArithmeticError("outside the plane")


def spread(v):
    return int(bin(v)[2:], 4)                     # bits 101 -> 010001


def squeeze(v):
    out, bit = 0, 0
    while v:
        out |= (v & 1) << bit
        v >>= 2
        bit += 1
    return out


def nested_of(face, i, j, depth):
    return (face << 2 * depth) + spread(i) + 2 * spread(j)


def of_nested(cell, depth):
    face, rest = cell >> 2 * depth, cell & ((1 << 2 * depth) - 1)
    return face, squeeze(rest), squeeze(rest >> 1)


def plane(face, i, j, n, dx=F(0), dy=F(0)):
    """Exact (X, Y) of a position in a cell; Fractions."""
    row, q = divmod(face, 4)
    centre_x, centre_y = (F(q) if row == 1 else F(2 * q + 1, 2)), F(1 - row, 2)
    a, b = (i + F(dx)) / n - F(1, 2), (j + F(dy)) / n - F(1, 2)   # along NE and NW, from the centre
    return centre_x + (a - b) / 2, centre_y + (a + b) / 2


class Sky:
    """Exact inverse of a plane point of a face: x rational, lat kept symbolic."""

    def __init__(self, face, X, Y):
        self.Y = Y
        if abs(Y) <= F(1, 2):
            self.x, self.sigma = X % 4, None
            return
        q = face % 4
        self.sigma = 2 * (1 - abs(Y))
        offset = (X - q - F(1, 2)) / self.sigma if self.sigma else F(0)
        self.x = (q + F(1, 2) + offset) % 4

    def z(self):
        if self.sigma is None:
            return F(4, 3) * self.Y
        z = 1 - self.sigma ** 2 / 3
        return z if self.Y > 0 else -z

    def lat_mpf(self):
        """Radians, at the working precision."""
        if self.sigma is None:
            return mp.asin(to_mpf(F(4, 3) * self.Y))
        lat = mp.pi / 2 - 2 * mp.asin(to_mpf(self.sigma) / mp.sqrt(6))
        return lat if self.Y > 0 else -lat

    def lon_mpf(self):
        return to_mpf(self.x) * mp.pi / 2

    # Longitudes are in [0, 2 pi): one that rounds to the full turn is 0.
    def radians(self):
        lon = round_to_double(self.lon_mpf)
        return (lon if lon < 4 * HALF_PI else 0.0), round_to_double(self.lat_mpf)

    def degrees(self):
        if self.sigma == 0:
            lat = 90.0 if self.Y > 0 else -90.0
        elif abs(self.z()) == F(1, 2):
            lat = 30.0 if self.Y > 0 else -30.0
        else:
            lat = round_to_double(lambda: self.lat_mpf() * 180 / mp.pi)
        lon = float(self.x * 90)
        return (lon if lon < 360.0 else 0.0), lat


def position(face, i, j, n, dx=F(1, 2), dy=F(1, 2)):
    return Sky(face, *plane(face, i, j, n, dx, dy))


def center(face, i, j, n):
    return position(face, i, j, n)


VERTICES = ((0, 0), (1, 0), (1, 1), (0, 1))       # (dx, dy) of S, E, N, W


def vertices(face, i, j, n):
    return [position(face, i, j, n, F(a), F(b)) for a, b in VERTICES]


# --- rings -----------------------------------------------------------------

def ring_info(n, ring):
    """(first index, count, first centre half a step east of lon 0, Y of the centres)."""
    y = 1 - F(ring, 2 * n)
    if ring < n:
        return 2 * ring * (ring - 1), 4 * ring, True, y
    if ring <= 3 * n:
        return 2 * n * (n - 1) + (ring - n) * 4 * n, 4 * n, (ring - n) % 2 == 0, y
    r = 4 * n - ring
    return 12 * n * n - 2 * r * (r + 1), 4 * r, True, y


def ring_of_face_ij(face, i, j, n):
    return (2 + face // 4) * n - i - j - 1


def ring_index(face, i, j, n):
    """Ring index: the ring, then the place of the centre's exact x along it."""
    ring = ring_of_face_ij(face, i, j, n)
    first, count, shifted, y = ring_info(n, ring)
    sky = center(face, i, j, n)
    assert sky.Y == y
    place = sky.x * count / 4 - (F(1, 2) if shifted else 0)
    assert place.denominator == 1 and 0 <= place < count
    return first + int(place)


def ring_of(n, index):
    """Ring number by bisection on the exact first indices."""
    low, high = 1, 4 * n - 1
    while low < high:
        middle = (low + high + 1) // 2
        if ring_info(n, middle)[0] <= index:
            low = middle
        else:
            high = middle - 1
    return low


def of_ring(index, n):
    """(face, i, j) from a ring index: build the centre on the plane, then floor."""
    ring = ring_of(n, index)
    first, count, shifted, Y = ring_info(n, ring)
    x = (index - first + (F(1, 2) if shifted else 0)) * 4 / F(count)
    if abs(Y) > F(1, 2):
        q = x.numerator // x.denominator
        x = q + F(1, 2) + (x - q - F(1, 2)) * 2 * (1 - abs(Y))
    u, v = n * (x + Y + F(1, 2)), n * (x - Y + F(1, 2))
    return face_of_uv(u.numerator // u.denominator, v.numerator // v.denominator, n)


# --- one call each ---------------------------------------------------------

def hash_nested(lon, lat, depth, degrees=False):
    return nested_of(*Position(lon, lat, degrees).face_ij(1 << depth), depth)


def hash_ring(lon, lat, nside, degrees=False):
    return ring_index(*Position(lon, lat, degrees).face_ij(nside), nside)


def nested_to_ring(cell, depth):
    return ring_index(*of_nested(cell, depth), 1 << depth)


def ring_to_nested(cell, depth):
    return nested_of(*of_ring(cell, 1 << depth), depth)


def distance_mpf(lon1, lat1, lon2, lat2):
    """Great-circle distance of exact real radians (haversine, both halves)."""
    lon1, lat1, lon2, lat2 = (mpf(v) for v in (lon1, lat1, lon2, lat2))
    a = mp.sin((lat2 - lat1) / 2) ** 2 + mp.cos(lat1) * mp.cos(lat2) * mp.sin((lon2 - lon1) / 2) ** 2
    # the complement in the same form: distance to the antipode, no cancellation
    b = mp.sin((lat2 + lat1) / 2) ** 2 + mp.cos(lat1) * mp.cos(lat2) * mp.cos((lon2 - lon1) / 2) ** 2
    return 2 * mp.atan2(mp.sqrt(a), mp.sqrt(b))


def distance(lon1, lat1, lon2, lat2, degrees=False):
    """Correctly rounded, in radians; the angles given in radians or degrees."""
    values = [F(v) for v in (lon1, lat1, lon2, lat2)]
    if degrees:                                   # the same point, told by exact rationals
        values[0], values[2] = values[0] % 360, values[2] % 360
    a, b, c, d = values
    if (a, b) == (c, d) or (degrees and abs(b) == 90 and b == d):
        return 0.0
    if not degrees:                               # rational, perhaps a rounding tie
        if a == c:
            return float(abs(b - d))
        if b == d == 0 and abs(a - c) < 3:
            return float(abs(a - c))

    def evaluate():
        with mp.workprec(mp.prec + 2200):         # every sum of doubles above is exact
            unit = mp.pi / 180 if degrees else mpf(1)
            return distance_mpf(*(to_mpf(v) * unit for v in values))
    if degrees and (a - c) % 360 == 180 and b == -d:
        return round_to_double(lambda: mp.pi + 0)
    return round_to_double(evaluate)


def interpolate_rings(lon, lat, n, precision=300):
    """[(ring cell, weight)] x 4: two neighbours on the ring above and on the ring
    below, linear in longitude on each ring and in latitude between them; beyond
    the first and last ring the pole takes the mean of the four cells there.
    Weights are mpf; lon, lat radians (exact reals)."""
    with mp.workprec(precision):
        lon, lat = mpf(lon), mpf(lat)

        def ring_lat(r):
            first, count, shifted, Y = ring_info(n, r)
            return Sky(0, F(1, 2), Y).lat_mpf()

        low, high = 0, 4 * n                       # rings 0 and 4n are the poles
        while high - low > 1:
            middle = (low + high) // 2
            if ring_lat(middle) > lat:
                low = middle
            else:
                high = middle

        def pair(r):
            first, count, shifted, _ = ring_info(n, r)
            p = (lon / (2 * mp.pi)) * count - (mpf(1) / 2 if shifted else 0)
            k = mp.floor(p)
            f = p - k
            k = int(k)
            return [first + k % count, first + (k + 1) % count], [1 - f, f]

        if low == 0 or high == 4 * n:
            r = high if low == 0 else low
            edge = ring_lat(r)
            pole = mp.pi / 2 if low == 0 else -mp.pi / 2
            g = (pole - lat) / (pole - edge)       # 0 at the pole, 1 on the ring
            first = ring_info(n, r)[0]
            cells, w = pair(r)
            weights = {first + c: (1 - g) / 4 for c in range(4)}
            for c, f in zip(cells, w):
                weights[c] += g * f
            return sorted(weights.items())
        top, bottom = ring_lat(low), ring_lat(high)
        g = (top - lat) / (top - bottom)
        (c1, w1), (c2, w2) = pair(low), pair(high)
        return [(c, (1 - g) * w) for c, w in zip(c1, w1)] + [(c, g * w) for c, w in zip(c2, w2)]
