"""Which cells of a depth a region touches, and which it contains: the truth the coverages are compared with.

Cells far from the region's boundary are sorted out from coarse to fine with a bound on the distance.  Every other cell is
judged by the extremes of the region's margin along its four true curved edges (dense samples, every local extreme refined by
golden section), and by the depth inside the cell of points of the region's boundary.  Extremes within NEAR of zero are
computed again in high precision.  See `verdict` for what is allowed close to a decision.
"""

from dataclasses import dataclass, field

import numpy as np
from mpmath import mp, mpf

from healpix_oracle import face_of_uv, nested_of
from regions import BITS, P, Points, Ring, angle, angle_mp, vector

SAMPLES = 64
MINIMA = 6            # minima of one cell asked again in high precision
NEAR = 1e-11          # decide in high precision below this
LEAN = 1e-14          # a margin below this may be answered with Partial
NOISE = 1e-15         # a margin below this may be answered either way (touching; rounded inputs)
GOLDEN = (5 ** 0.5 - 1) / 2
# the edges of a cell: (dx, dy) at t = 0 and the step to t = 1
EDGES = (((0, 0), (1, 0)), ((1, 0), (0, 1)), ((0, 1), (1, 0)), ((0, 0), (0, 1)))


def interleave(v):
    v = v.astype(np.uint64)
    for shift, mask in ((16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F),
                        (2, 0x3333333333333333), (1, 0x5555555555555555)):
        v = (v | (v << np.uint64(shift))) & np.uint64(mask)
    return v


@dataclass
class Cells:
    depth: int
    face: np.ndarray
    i: np.ndarray
    j: np.ndarray

    @classmethod
    def all(cls, depth):
        n = 1 << depth
        face, i, j = np.meshgrid(np.arange(12), np.arange(n), np.arange(n), indexing="ij")
        return cls(depth, face.ravel(), i.ravel(), j.ravel())

    def __len__(self):
        return len(self.face)

    def pick(self, keep):
        return Cells(self.depth, self.face[keep], self.i[keep], self.j[keep])

    def children(self):
        face = np.repeat(self.face, 4)
        i = (2 * self.i[:, None] + np.array([0, 1, 0, 1])).ravel()
        j = (2 * self.j[:, None] + np.array([0, 0, 1, 1])).ravel()
        return Cells(self.depth + 1, face, i, j)

    def index(self):
        cells = interleave(self.i) + 2 * interleave(self.j) + (self.face.astype(np.uint64) << np.uint64(2 * self.depth))
        return cells.astype(np.int64)

    def points(self, dx, dy):
        """Positions in the cells; dx, dy of shape (cells, ...)."""
        extra = (1,) * (dx.ndim - 1)
        face, i, j = (c.reshape(-1, *extra) for c in (self.face, self.i, self.j))
        n = float(1 << self.depth)
        row, q = face // 4, face % 4
        a, b = (i + dx) / n, (j + dy) / n                  # along north-east and north-west, from the face's south
        X = np.where(row == 1, q, q + 0.5) + (a - b) / 2
        north, south = row == 0, row == 2
        # distance to the pole on the plane; exact near the corner, where it matters
        up, down = (n - i - dx) / n + (n - j - dy) / n, a + b
        Y = np.where(north, (a + b) / 2, np.where(south, (a + b) / 2 - 1, (a + b) / 2 - 0.5))
        sigma = np.where(north, up, np.where(south, down, 1.0))
        cap = sigma < 1
        z = np.where(cap, np.sign(Y) * (1 - sigma ** 2 / 3), Y * 4 / 3)
        safe = np.where(sigma == 0, 1, sigma)
        x = np.where(cap, q + 0.5 + np.where(sigma == 0, 0, (X - q - 0.5) / safe), X)
        c = np.where(cap, sigma * np.sqrt((2 - sigma ** 2 / 3) / 3), np.sqrt(np.maximum(1 - z * z, 0)))
        lon = x * (np.pi / 2)
        return Points(np.stack([c * np.cos(lon), c * np.sin(lon), z], axis=-1), x % 4, np.arctan2(z, c))

    def centers(self):
        half = np.full(len(self), 0.5)
        return self.points(half, half)

    def edge(self, e, t):
        """Points on edge e (arrays of shape (cells, ...)) at t."""
        start, step = np.array([s for s, _ in EDGES]), np.array([d for _, d in EDGES])
        return self.points(start[e, 0] + t * step[e, 0], start[e, 1] + t * step[e, 1])

    def boundary(self, samples):
        t = np.linspace(0, 1, samples + 1)
        e, t = np.meshgrid(np.arange(4), t, indexing="ij")
        shape = (len(self), 4, samples + 1)
        return self.edge(np.broadcast_to(e, shape), np.broadcast_to(t, shape))

    def radius(self, centers):
        """At least the distance of the farthest point of the cell."""
        v = self.boundary(8).v
        far = 2 * np.arcsin(np.linalg.norm(v - centers.v[:, None, None, :], axis=-1).max(axis=(1, 2)) / 2)
        return far * 1.1 + 1e-14


def edge_point_mp(cell, depth, e, t):
    """A point of an edge in high precision; t an mpf."""
    face, i, j = cell
    (sx, sy), (dx, dy) = EDGES[e]
    n = 1 << depth
    row, q = divmod(face, 4)
    a, b = (i + sx + t * dx) / n, (j + sy + t * dy) / n
    X, Y = (q if row == 1 else q + mpf(1) / 2) + (a - b) / 2, (a + b) / 2 - row * mpf(1) / 2
    if abs(Y) <= mpf(1) / 2:
        z, x = Y * 4 / 3, X
        lat = mp.asin(z)
    else:
        sigma = 2 * (1 - abs(Y))
        lat = mp.sign(Y) * (mp.pi / 2 - 2 * mp.asin(sigma / mp.sqrt(6)))
        x = q + mpf(1) / 2 + ((X - q - mpf(1) / 2) / sigma if sigma else 0)
    return P(vector(x, lat), x % 4, lat)


# --- extremes along the edges ---------------------------------------------

@dataclass
class Extremes:
    """Local minima of a function along the edges of cells: one row per minimum."""
    cell: np.ndarray
    edge: np.ndarray
    t: np.ndarray
    value: np.ndarray


def local_minima(cells, function, samples=SAMPLES):
    values = function(cells.boundary(samples))
    ends = np.pad(values, ((0, 0), (0, 0), (1, 1)), constant_values=np.inf)
    cell, edge, k = np.nonzero((values <= ends[..., :-2]) & (values <= ends[..., 2:]))
    low, high = np.maximum(k - 1, 0) / samples, np.minimum(k + 1, samples) / samples
    chosen = cells.pick(cell)

    def at(t):
        return function(chosen.edge(np.broadcast_to(edge.reshape(-1, *(1,) * (t.ndim - 1)), t.shape), t))

    best_t, best = k / samples, values[cell, edge, k]
    for _ in range(2):                              # features far smaller than the cell
        grid = low[:, None] + (high - low)[:, None] * np.linspace(0, 1, 13)
        fine = at(grid)
        m = fine.argmin(axis=1)
        rows = np.arange(len(m))
        better = fine[rows, m] < best
        best_t, best = np.where(better, grid[rows, m], best_t), np.where(better, fine[rows, m], best)
        low, high = grid[rows, np.maximum(m - 1, 0)], grid[rows, np.minimum(m + 1, 12)]
    c, d = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    fc, fd = at(c), at(d)
    for _ in range(36):
        left = fc < fd
        low, high = np.where(left, low, c), np.where(left, d, high)
        c, d, kept = high - GOLDEN * (high - low), low + GOLDEN * (high - low), np.where(left, fc, fd)
        new = at(np.where(left, c, d))
        fc, fd = np.where(left, new, kept), np.where(left, kept, new)
    for t, v in ((c, fc), (d, fd)):
        better = v < best
        best_t, best = np.where(better, t, best_t), np.where(better, v, best)
    return Extremes(cell, edge, best_t, best)


def refined_minimum(cell, depth, e, t, function):
    """(value, point) of the minimum next to t, in high precision."""
    width = mpf(2) ** -14
    low, high = max(mpf(t) - width, mpf(0)), min(mpf(t) + width, mpf(1))
    golden = (mp.sqrt(5) - 1) / 2

    def at(t):
        p = edge_point_mp(cell, depth, e, t)
        return function(p), p

    tries = [at(mpf(t)), at(low), at(high)]
    c, d = high - golden * (high - low), low + golden * (high - low)
    fc, fd = at(c), at(d)
    for _ in range(70):
        if fc[0] < fd[0]:
            high, d, fd = d, c, fc
            c = high - golden * (high - low)
            fc = at(c)
        else:
            low, c, fc = c, d, fd
            d = low + golden * (high - low)
            fd = at(d)
    return min(tries + [fc, fd], key=lambda pair: pair[0])


def extreme(cells, wide, narrow, mp_search, mp_margin, sign, thresholds=(0.0,)):
    """Per cell the minimum (sign 1) or maximum (sign -1) of the margin along its edges.

    wide: the function to search with; narrow: the margin; both for Points.  The high-precision versions are asked where the
    margin is within NEAR of a threshold.
    """
    found = local_minima(cells, lambda p: sign * wide(p))
    margin = sign * narrow(cells.pick(found.cell).edge(found.edge, found.t))
    best = np.full(len(cells), np.inf)
    np.minimum.at(best, found.cell, margin)
    out = [sign * mpf(float(b)) for b in best]
    worst = margin - best[found.cell]
    for k, limit in enumerate(thresholds):
        doubt = (np.abs(best - sign * limit) < NEAR) if k == 0 else doubt | (np.abs(best - sign * limit) < NEAR)
    for c in np.nonzero(doubt)[0]:
        cell = int(cells.face[c]), int(cells.i[c]), int(cells.j[c])
        rows = np.nonzero((found.cell == c) & (worst < 2 * NEAR))[0]
        seen, values = set(), []
        for r in rows[np.argsort(margin[rows])][:MINIMA]:
            key = (int(found.edge[r]), round(float(found.t[r]) * 2 ** 13))
            if key in seen:
                continue
            seen.add(key)
            with mp.workprec(BITS):
                _, p = refined_minimum(cell, cells.depth, *(int(found.edge[r]), float(found.t[r])), lambda p: sign * mp_search(p))
                values.append(sign * mp_margin(p))
        out[c] = sign * min(values)
    return out


# --- points in cells -------------------------------------------------------

def cell_of(point, depth):
    """The cell that contains a point in high precision (a tie may go either way), as (face, i, j)."""
    with mp.workprec(BITS):
        x, lat = point.x % 4, point.lat
        z = mp.sin(lat)
        q = min(int(x), 3)
        if abs(z) <= mpf(2) / 3:
            X, Y = x, z * 3 / 4
        else:
            sigma = mp.sqrt(6) * mp.sin((mp.pi / 2 - abs(lat)) / 2)
            X, Y = q + mpf(1) / 2 + (x - q - mpf(1) / 2) * sigma, mp.sign(z) * (1 - sigma / 2)
        n = 1 << depth
        half = mpf(1) / 2
        u, v = int(mp.floor(n * (X + Y + half))), int(mp.floor(n * (X - Y + half)))
        if abs(z) > mpf(2) / 3:                    # rounding must not leave the quarter
            if z > 0:
                return q, min(max(u - (q + 1) * n, 0), n - 1), min(max(n - 1 - (v - q * n), 0), n - 1)
            return 8 + q, min(max(u - q * n, 0), n - 1), min(max(n - 1 - (v - (q + 1) * n), 0), n - 1)
        return face_of_uv(u, v, n)


def depth_in_cell(point, cell, depth):
    """Distance of a point of the cell to the cell's edges."""
    one = Cells(depth, *(np.array([c]) for c in cell))
    v = np.array([float(c) for c in point.v])

    def rough(p):
        return angle(p.v, v)

    def fine(p):
        return angle_mp(p.v, point.v)

    return extreme(one, rough, rough, fine, fine, 1)[0]


def deepest(points, depth):
    """cell index -> largest depth of one of the points inside it."""
    out = {}
    for point in points:
        cell = cell_of(point, depth)
        index, inside = nested_of(*cell, depth), depth_in_cell(point, cell, depth)
        out[index] = max(out.get(index, inside), inside)
    return out


def thin_cells(shape, depth):
    """Cells crossed by a region without interior, by samples well inside the cell (1 percent of it)."""
    samples = shape.thin(40000)
    out = {}
    if samples is None:
        return out
    for x, lat in zip(*samples):
        z = np.sin(lat)
        q = min(int(x), 3)
        sigma = 1.0 if abs(z) <= 2 / 3 else np.sqrt(6) * np.sin((np.pi / 2 - abs(lat)) / 2)
        Y = z * 0.75 if sigma == 1.0 else np.sign(z) * (1 - sigma / 2)
        X = x if sigma == 1.0 else q + 0.5 + (x - q - 0.5) * sigma
        n = 1 << depth
        u, v = n * (X + Y + 0.5), n * (X - Y + 0.5)
        if all(0.01 < w - np.floor(w) < 0.99 for w in (u, v)):
            out[nested_of(*face_of_uv(int(np.floor(u)), int(np.floor(v)), n), depth)] = mpf(1)
    return out


# --- verdicts --------------------------------------------------------------

def verdict(meets, leaves):
    """meets: how far the region reaches into the cell (negative: the gap); leaves: how far the cell reaches out of it.

    'full', 'partial', 'out', or 'partial_or_full', 'partial_or_absent'.  A would-be Full and a would-be outside may be called
    Partial below LEAN; the other way round only below NOISE.
    """
    if meets <= -LEAN:
        return "out"
    if leaves <= -LEAN:
        return "full"
    if meets < NOISE:
        return "partial_or_absent"
    if leaves < NOISE:
        return "partial_or_full"
    return "partial"


def judge_ring(shape, cells, index):
    limits = [shape.outer] if shape.inner is None else [shape.outer, shape.inner]
    near, far = deepest([shape.center.point()], cells.depth), deepest([shape.center.antipode()], cells.depth)
    functions = (shape.distance, shape.distance, shape.distance_mp, shape.distance_mp)
    low = extreme(cells, *functions, 1, limits)
    high = extreme(cells, *functions, -1, limits)
    out = []
    with mp.workprec(BITS):
        for c, a, b in zip(index, low, high):
            a = -near[c] if c in near else a              # signed: negative with the centre in the cell
            b = mp.pi + far[c] if c in far else b
            if shape.outer >= np.pi:                      # the double is 1.2e-16 short of pi: no hole of that size
                b = min(b, mp.pi)
            meets, leaves = shape.outer - a, b - shape.outer
            if shape.inner:                               # nothing is nearer than 0
                meets, leaves = min(meets, b - shape.inner), max(leaves, shape.inner - a)
            out.append((meets, leaves))
    return out


def judge(shape, cells, index):
    inside = deepest(shape.corners(), cells.depth)
    for cell, deep in thin_cells(shape, cells.depth).items():
        inside[cell] = max(inside.get(cell, deep), deep)
    functions = (shape.search, shape.margin, shape.search_mp, shape.margin_mp)
    low, high = extreme(cells, *functions, 1), extreme(cells, *functions, -1)
    out = []
    for c, a, b in zip(index, low, high):
        meets, leaves = -a, b
        if c in inside:
            meets, leaves = max(meets, inside[c]), max(leaves, inside[c])
        out.append((meets, leaves))
    return out


@dataclass
class Answer:
    depth: int
    lists: dict = field(default_factory=dict)      # verdict -> sorted [(first, last)] inclusive
    margins: dict = field(default_factory=dict)    # cell -> (meets, leaves), of the judged cells

    def count(self, name):
        return sum(b - a + 1 for a, b in self.lists.get(name, []))

    def cells(self, name):
        return [c for a, b in self.lists.get(name, []) for c in range(a, b + 1)]


def ranges(pairs):
    out = []
    for a, b in sorted(pairs):
        if out and a == out[-1][1] + 1:
            out[-1][1] = b
        else:
            out.append([a, b])
    return [tuple(r) for r in out]


def coverage(shape, depth, limit=20000):
    """The answer, or None if more than `limit` cells would have to be judged or listed."""
    cells, full = Cells.all(0), []
    while True:
        centers = cells.centers()
        bound = shape.bound(centers)
        radius = cells.radius(centers)
        inside = bound < -radius
        shift = 2 * (depth - cells.depth)
        full += [(int(c) << shift, ((int(c) + 1) << shift) - 1) for c in cells.index()[inside]]
        cells = cells.pick(~inside & (bound <= radius))
        if len(cells) > limit:
            return None
        if cells.depth == depth:
            break
        cells = cells.children()
    lists = {"full": full}
    index = [int(c) for c in cells.index()]
    margins = {}
    for start in range(0, len(index), 1000):
        part = slice(start, start + 1000)
        judged = (judge_ring if isinstance(shape, Ring) else judge)(shape, cells.pick(part), index[part])
        for cell, (meets, leaves) in zip(index[part], judged):
            margins[cell] = meets, leaves
            lists.setdefault(verdict(meets, leaves), []).append((cell, cell))
    lists.pop("out", None)
    return Answer(depth, {name: ranges(pairs) for name, pairs in lists.items()}, margins)
