"""Checks of the region vectors that share nothing with how they were made.

    python check_regions.py [--dir DIR] [--only cone,...]   # definitions at random points, closed-form areas
    python check_regions.py --peers                         # counts of disagreements with mocpy (run, never read)

Points: each shape's definition, written here a second time and plainly, at random points of the listed cells (Full: all
inside; Partial: both kinds turn up, if cut well) and at random points of the region (their cell must be listed).
Areas: Full cells <= region <= touched cells, and the share of inside points in the Partial cells fills the difference.
"""

import argparse
import json
import math
import os

import numpy as np

from coverage_oracle import Cells, cell_of
from generate_regions import LISTS, OUT
from healpix_oracle import TWO_OVER_PI, mp, mpf, nested_of, of_nested
from region_cases import SHAPES
from regions import P


def parse(text):
    return [tuple(int(n) for n in (r.split("-") * 2)[:2]) for r in text.split(",") if r]


def vec(lon, lat, degrees):
    x = (lon / 90 if degrees else lon * TWO_OVER_PI)
    lon, lat = x * math.pi / 2, math.radians(lat) if degrees else lat
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


def frame(case):
    degrees = case["unit"] == "deg"
    lon = case["lon"] * (math.pi / 180 if degrees else 1)
    w = vec(case["lon"], case["lat"], degrees)
    east = np.array([-math.sin(lon), math.cos(lon), 0])
    return w, east, np.cross(w, east)


def apart(p, c):
    return 2 * np.arctan2(np.linalg.norm(p - c, axis=-1), np.linalg.norm(p + c, axis=-1))


def inside(case, p, rng):
    """Points inside by the definition; NaN-free booleans and how sure (radians, roughly)."""
    kind, degrees = case["shape"], case.get("unit") == "deg"
    if kind in ("cone", "annulus"):
        d = apart(p, vec(case["lon"], case["lat"], degrees))
        low, high = case.get("inner", -1), case.get("outer", case.get("radius"))
        return (d >= low) & (d <= high), np.minimum(np.abs(d - low), np.abs(d - high))
    if kind == "zone":
        scale = math.pi / 180 if degrees else 1
        a, b, c, d = (case[k] * scale for k in ("lon_min", "lat_min", "lon_max", "lat_max"))
        lon, lat = np.arctan2(p[..., 1], p[..., 0]), np.arcsin(np.clip(p[..., 2], -1, 1))
        span = c - a if c >= a else (c - a) % (2 * math.pi)
        ahead = (lon - a) % (2 * math.pi)
        ok = (lat >= b) & (lat <= d)
        sure = np.minimum(np.abs(lat - b), np.abs(lat - d))
        if span < 2 * math.pi - 1e-12:
            ok &= ahead <= span
            sure = np.minimum(sure, np.cos(lat) * np.minimum(np.minimum(ahead, 2 * math.pi - ahead), np.abs(ahead - span)))
        return ok, sure
    if kind == "ellipse":
        w, east, north = frame(case)
        major = north * math.cos(case["pa"]) + east * math.sin(case["pa"])
        a, b = case["a"], case["b"]
        c = 2 * math.atan2(math.sqrt(math.sin((a + b) / 2) * math.sin((a - b) / 2)),
                           math.sqrt(math.cos((a + b) / 2) * math.cos((a - b) / 2)))     # cos c = cos a / cos b
        if a > 1.5:                            # the sum of distances is flat here
            return inside_flat_ellipse(a, b, w, major, p)
        f1, f2 = (w * math.cos(c) + k * major * math.sin(c) for k in (1, -1))
        s = apart(p, f1) + apart(p, f2) - 2 * case["a"]
        return s <= 0, np.abs(s)
    if kind == "box":
        w, east, north = frame(case)
        y = north * math.cos(case["pa"]) + east * math.sin(case["pa"])
        x = east * math.cos(case["pa"]) - north * math.sin(case["pa"])
        z = p @ w
        dx = np.abs(p @ x) - z * math.tan(case["width"] / 2)
        dy = np.abs(p @ y) - z * math.tan(case["height"] / 2)
        return (z > 0) & (dx <= 0) & (dy <= 0), np.minimum(np.abs(dx), np.abs(dy))
    return inside_polygon(case, p, rng)


def inside_flat_ellipse(a, b, w, major, p):
    """The same definition in 60 digits."""
    with mp.workdps(60):
        c = mp.acos(min(mpf(1), mp.cos(mpf(a)) / mp.cos(mpf(b))))      # cos c = cos a / cos b
        w = [mpf(v) for v in w / np.linalg.norm(w)]
        w = [v / mp.sqrt(sum(u * u for u in w)) for v in w]
        along = sum(mpf(m) * v for m, v in zip(major, w))
        major = [mpf(m) - along * v for m, v in zip(major, w)]
        major = [m / mp.sqrt(sum(u * u for u in major)) for m in major]
        foci = [[mp.cos(c) * v + k * mp.sin(c) * m for v, m in zip(w, major)] for k in (1, -1)]
        ok = []
        for point in p.reshape(-1, 3):
            q = [mpf(float(v)) for v in point]
            n = mp.sqrt(sum(v * v for v in q))
            ok.append(sum(mp.acos(sum(u * v for u, v in zip(q, f)) / n) for f in foci) <= 2 * mpf(a))
    ok = np.array(ok).reshape(p.shape[:-1])
    return ok, np.full(ok.shape, 1e-9)          # random points: none so near the border


def inside_polygon(case, p, rng):
    """Even-odd by the crossings of great circles on the way to a random point whose side is known from an edge."""
    rings = [[vec(*v, case["unit"] == "deg") for v in ring] for ring in case["rings"]]
    edges = [(a, b) for ring in rings for a, b in zip(ring, ring[1:] + ring[:1]) if not np.array_equal(a, b)]

    def odd(points, far):
        count = np.zeros(points.shape[:-1], dtype=int)
        other = np.cross(points, far)
        for a, b in edges:
            n = np.cross(a - b, a + b) / 2
            at = np.cross(np.broadcast_to(n, other.shape), other)
            at = at * np.sign(np.sum(at * (points + far), axis=-1, keepdims=True))
            between = np.sum(np.cross(points, at) * np.cross(at, far), axis=-1) > 0
            on_edge = (np.cross(a, at) @ n > 0) & (np.cross(at, b) @ n > 0)
            count += between & on_edge & ((points @ n > 0) != (far @ n > 0))
        return count % 2 == 1

    far = rng.normal(size=3)
    far /= np.linalg.norm(far)
    got = odd(p, far)
    if isinstance(case["interior"], list):
        flip = not odd(vec(*case["interior"], case["unit"] == "deg")[None], far)[0]
    elif case["interior"] == "winding":
        a, b = max(zip(rings[0], rings[0][1:] + rings[0][:1]), key=lambda e: np.linalg.norm(e[0] - e[1]))
        n = np.cross(a, b) / np.linalg.norm(np.cross(a, b))
        m = (a + b) / np.linalg.norm(a + b) + n * min(1e-4 * np.linalg.norm(a - b), 1e-9)
        flip = not odd((m / np.linalg.norm(m))[None], far)[0]
    else:
        sample = rng.normal(size=(4000, 3))
        flip = odd(sample / np.linalg.norm(sample, axis=1, keepdims=True), far).mean() > 0.5
    sure = np.full(p.shape[:-1], np.inf)
    for a, b in edges:
        n = np.cross(a - b, a + b)
        sure = np.minimum(sure, np.abs(p @ n) / np.linalg.norm(n))
    return got ^ flip, sure


def area(case):
    """Closed form, or None."""
    kind = case["shape"]
    if kind in ("cone", "annulus"):
        low, high = case.get("inner", 0), case.get("outer", case.get("radius"))
        return 4 * math.pi * math.sin((high - low) / 2) * math.sin((high + low) / 2)
    if kind == "zone":
        scale = math.pi / 180 if case["unit"] == "deg" else 1
        a, b, c, d = (case[k] * scale for k in ("lon_min", "lat_min", "lon_max", "lat_max"))
        span = min(c - a if c >= a else (c - a) % (2 * math.pi), 2 * math.pi)
        return span * 2 * math.cos((b + d) / 2) * math.sin((d - b) / 2)
    if kind == "box":
        s, t = math.tan(case["width"] / 2), math.tan(case["height"] / 2)
        return 4 * math.atan2(s * t, math.sqrt(1 + s * s + t * t))
    if kind == "ellipse":                      # integral over the direction of 1 - cos(radius)
        turn = (np.arange(400000) + 0.5) * 2 * math.pi / 400000
        cot = np.hypot(np.cos(turn) / math.tan(case["a"]), np.sin(turn) / math.tan(case["b"]))
        return float(np.mean(2 * np.sin(np.arctan2(1, cot) / 2) ** 2) * 2 * math.pi)
    if len(case["rings"]) > 1 or case["depth"] > 20:      # a sum of angles is no better than 1e-15
        return None
    ring = [vec(*v, case["unit"] == "deg") for v in case["rings"][0]]
    ring = [v for k, v in enumerate(ring) if not np.array_equal(v, ring[k - 1])]
    total = 2 * math.pi                        # Girard: less the turns to the left
    for k, v in enumerate(ring):
        u, w = ring[k - 1], ring[(k + 1) % len(ring)]
        m, n = np.cross(u - v, u + v), np.cross(v - w, v + w)
        total -= math.atan2(np.cross(m, n) @ v, m @ n)
    total %= 4 * math.pi
    if case["interior"] == "smaller":
        return min(total, 4 * math.pi - total)
    if isinstance(case["interior"], list):
        return None
    return total


def cell_points(depth, index, count, rng):
    cells = Cells(depth, *np.array([of_nested(int(c), depth) for c in index], dtype=np.int64).reshape(-1, 3).T)
    return cells.points(rng.random((len(index), count)), rng.random((len(index), count)))


def check(case, rng, count=300):
    """Messages of what is wrong, and how much was looked at."""
    depth, lists = case["depth"], {name: parse(case[name]) for name in LISTS}
    cells = {name: [c for a, b in r for c in range(a, b + 1)] for name, r in lists.items()}
    wrong, unit = [], 4 * math.pi / (12 * 4 ** depth)
    full = cells["full"] + cells["partial_or_full"]
    if len(full) > 3000:
        full = list(rng.choice(full, 3000, replace=False))
    share = 0.0
    if full:
        ok, sure = inside(case, cell_points(depth, full, 40, rng).v, rng)
        for c in np.nonzero((~ok & (sure > 1e-13)).any(axis=1))[0]:
            wrong.append(f"full cell {full[c]} has a point outside")
    one_kind = 0
    if cells["partial"]:
        ok, _ = inside(case, cell_points(depth, cells["partial"], count, rng).v, rng)
        share = ok.mean(axis=1).sum()
        one_kind = int((ok.all(axis=1) | ~ok.any(axis=1)).sum())
    if cells["partial_or_absent"]:
        ok, sure = inside(case, cell_points(depth, cells["partial_or_absent"], count, rng).v, rng)
        for c in np.nonzero((ok & (sure > 1e-13)).any(axis=1))[0]:
            wrong.append(f"partial_or_absent cell {cells['partial_or_absent'][c]} has a point inside")
    # neighbourhood: the cells of a coarser depth that hold listed cells, and a ring of cells round them
    listed = sorted(set().union(*cells.values())) if sum(map(len, cells.values())) < 60000 else []
    if listed:
        up = max(0, depth - 2)
        coarse = sorted({c >> 2 * (depth - up) for c in listed})
        p = cell_points(up, coarse, max(40, 40000 // len(coarse)), rng)
        ok, sure = inside(case, p.v, rng)
        for x, lat in zip(p.x[ok & (sure > 1e-12)][:4000], p.lat[ok & (sure > 1e-12)][:4000]):
            cell = nested_of(*cell_of(P(None, mpf(float(x)), mpf(float(lat))), depth), depth)
            if cell not in set_of(case, listed):
                wrong.append(f"cell {cell} is not listed but holds the inside point x {x!r}, lat {lat!r}")
                break
    true = area(case)
    low, high = len(cells["full"]), sum(len(c) for c in cells.values())
    off = 0.0
    if true is not None:
        held = true / unit
        slack = 1e-6 * held + 1e-9
        if not low - slack <= held <= high + slack:
            wrong.append(f"area {held} cells is not in {low}..{high}")
        n = len(cells["partial"])
        error = 5 * 0.5 * math.sqrt(n / count) + 0.5 + 1e-6 * held
        off = low + len(cells["partial_or_full"]) + share - held
        if abs(off) > error:
            wrong.append(f"area {held} cells, the lists and samples say {held + off}, allowed {error}")
    return wrong, high, one_kind, off


_SETS = {}


def set_of(case, listed):
    key = (case["shape"], case["name"])
    if key not in _SETS:
        _SETS.clear()
        _SETS[key] = set(listed)
    return _SETS[key]


def peer_cells(case):
    """Depth-d cells and their full flags according to mocpy, or None."""
    import astropy.units as u
    from astropy.coordinates import Latitude, Longitude
    from cdshealpix import nested as peer
    degrees = case.get("unit") == "deg"
    rad = (lambda v: math.radians(v)) if degrees else (lambda v: v)
    depth, kind = case["depth"], case["shape"]
    if kind == "zone":
        return None
    if kind == "polygon":
        if case["interior"] != "smaller" or len(case["rings"]) > 1:
            return None
        lon, lat = zip(*case["rings"][0])
        ipix, d, full = peer.polygon_search(Longitude([rad(v) for v in lon], u.rad), Latitude([rad(v) for v in lat], u.rad), depth)
    else:
        lon, lat = Longitude(rad(case["lon"]), u.rad), Latitude(rad(case["lat"]), u.rad)
        if kind == "cone":
            ipix, d, full = peer.cone_search(lon, lat, case["radius"] * u.rad, depth, depth_delta=2 if depth < 27 else 0)
        elif kind == "ellipse":
            ipix, d, full = peer.elliptical_cone_search(lon, lat, case["a"] * u.rad, case["b"] * u.rad, case["pa"] * u.rad, depth, delta_depth=2 if depth < 27 else 0)
        elif kind == "box":                     # there the position angle is that of the longer side, sizes are halved
            a, b, pa = case["height"] / 2, case["width"] / 2, case["pa"]
            if a < b:
                a, b, pa = b, a, pa + math.pi / 2
            ipix, d, full = peer.box_search(lon, lat, a * u.rad, b * u.rad, pa % math.pi * u.rad, depth)
        else:
            return None
    out = {}
    for c, at, f in zip(ipix, d, full):
        shift = 2 * (depth - int(at))
        for k in range(int(c) << shift, (int(c) + 1) << shift):
            out[k] = bool(f)
    return out


def compare_peer(case):
    try:
        got = peer_cells(case)
    except BaseException as error:                        # a peer's panic is an answer too
        return f"{type(error).__name__}"
    if got is None:
        return None
    lists = {name: {c for a, b in parse(case[name]) for c in range(a, b + 1)} for name in LISTS}
    missing = sum(c not in got for name in LISTS[:3] for c in lists[name])
    false_full = sum(f and c not in lists["full"] and c not in lists["partial_or_full"] for c, f in got.items())
    extra = sum(c not in set().union(*lists.values()) for c in got)
    return missing, false_full, extra


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dir", default=OUT)
    parser.add_argument("--only", default=",".join(SHAPES))
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    rng, bad = np.random.default_rng(1), 0
    for shape in arguments.only.split(","):
        with open(os.path.join(arguments.dir, f"{shape}.jsonl")) as f:
            cases = [json.loads(line) for line in f]
        total = thin = 0
        worst, peers = 0.0, {"same": 0, "raised": 0, "missing": 0, "false full": 0, "extra": 0}
        for case in cases:
            if arguments.peers:
                got = compare_peer(case)
                if isinstance(got, str):
                    peers["raised"] += 1
                elif got is not None:
                    peers["same"] += got == (0, 0, 0)
                    for name, n in zip(("missing", "false full", "extra"), got):
                        peers[name] += n > 0
                    if got[0] or got[1]:
                        print(f"   {shape} {case['name']}: peer misses {got[0]}, false full {got[1]}, extra {got[2]}")
                continue
            wrong, cells, one_kind, off = check(case, rng)
            total, thin, worst = total + cells, thin + one_kind, max(worst, abs(off))
            for message in wrong:
                print(f"!! {shape} {case['name']} depth {case['depth']}: {message}")
            bad += bool(wrong)
        if arguments.peers:
            print(f"{shape}: of {len(cases)} regions, {peers}")
        else:
            print(f"{shape}: {len(cases)} regions, {total} cells, {thin} Partial cells of which the samples saw one side only")
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
