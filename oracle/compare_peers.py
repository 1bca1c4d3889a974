"""Cross-checks the oracle against healpy (only run, never read), and writes interp_rings.csv.

    python compare_peers.py [--n 20000] [--seed 1] [--write-interp [--out DIR]]

Every check prints: compared, equal, different.  A difference is explained when the point
is too close to a border for double arithmetic (the oracle measures how close, as the distance
to the cell's edge in units of the cell), and is printed and counted as unexplained otherwise.
"""

import argparse
import math
import os
import random
import sys

import healpy
import numpy

from generate import OUT, sphere_point, write
from healpix_oracle import *

unexplained = 0


def report(name, compared, bad, explained, note=""):
    global unexplained
    unexplained += bad - explained
    print(f"{name:34} compared {compared:6}  different {bad:4}  explained {explained:4}  {note}")


def margin(p, n):
    """Distance to the nearest cell edge, in cells."""
    dx, dy = p.offsets(n)
    return min(dx, 1 - dx, dy, 1 - dy)


def noise(n, lat):
    """What a double-precision projection may lose, in cells: 8 ulp of 8 * n on the plane,
    and in a cap the error of sqrt(3 (1 - |z|)) with z rounded."""
    loss = 8 * n * 2 ** -52
    if abs(lat) > 0.72:
        sigma = max(math.sqrt(6) * math.sin((math.pi / 2 - abs(lat)) / 2), 2.0 ** -53)
        loss += n * min(1.0, 4 * 2 ** -53 / sigma)
    return loss


def hashes(rng, count):
    for n in [1, 2, 4, 64, 1 << 13, 1 << 20, 1 << 29, 3, 7, 1000, 12345, (1 << 29) - 1]:
        points = [sphere_point(rng, False) for _ in range(count)]
        lon, lat = (numpy.array(c) for c in zip(*points))
        for nest in [False] + ([True] if n & (n - 1) == 0 else []):
            peer = healpy.ang2pix(n, math.pi / 2 - lat, lon, nest=nest)
            bad = explained = 0
            for (a, b), cell in zip(points, peer):
                p = Position(a, b, False)
                face = p.face_ij(n)
                mine = nested_of(*face, n.bit_length() - 1) if nest else ring_index(*face, n)
                if mine != cell:
                    bad += 1
                    # theta = pi/2 - lat rounds too: the peer was given another point
                    if margin(p, n) < noise(n, b):
                        explained += 1
                    else:
                        print("   !!", n, nest, repr(a), repr(b), "oracle", mine, "healpy", cell, "margin", margin(p, n))
            report(f"ang2pix nside {n} {'nest' if nest else 'ring'}", len(points), bad, explained, "(within rounding of a border)" if bad else "")


def orders(rng, count):
    for depth in [0, 1, 2, 5, 13, 24, 29]:
        n = 1 << depth
        cells = [rng.randrange(12 * n * n) for _ in range(count)] + [0, 12 * n * n - 1]
        ring = healpy.nest2ring(n, numpy.array(cells))
        back = healpy.ring2nest(n, numpy.array(cells))
        bad = sum(nested_to_ring(c, depth) != r for c, r in zip(cells, ring))
        report(f"nest2ring depth {depth}", len(cells), bad, 0)
        bad = sum(ring_to_nested(c, depth) != r for c, r in zip(cells, back))
        report(f"ring2nest depth {depth}", len(cells), bad, 0)


def centers(rng, count):
    for n in [1, 3, 64, 1000, 12345, 1 << 20, 1 << 29]:
        cells = [rng.randrange(12 * n * n) for _ in range(count)]
        theta, phi = healpy.pix2ang(n, numpy.array(cells))
        worst = 0.0
        for cell, t, p in zip(cells, theta, phi):
            lon, lat = center(*of_ring(cell, n), n).radians()
            worst = max(worst, abs(lon - p), abs(lat - (math.pi / 2 - t)))
        report(f"pix2ang nside {n}", len(cells), int(worst > 1e-14), 0, f"largest difference {worst:.2g} rad")
    for n in [1, 4, 1 << 10]:
        bad = 0
        cells = [rng.randrange(12 * n * n) for _ in range(count // 4)]
        for cell in cells:
            x, y, z = healpy.boundaries(n, cell)   # N, W, S, E
            north_west_south_east = [vertices(*of_ring(cell, n), n)[k] for k in (2, 3, 0, 1)]
            for k, sky in enumerate(north_west_south_east):
                lon, lat = sky.radians()
                v = (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
                bad += max(abs(v[0] - x[k]), abs(v[1] - y[k]), abs(v[2] - z[k])) > 1e-14
        report(f"boundaries nside {n}", 4 * len(cells), bad, 0)


def ring_infos():
    for n in [1, 2, 3, 8, 100]:
        bad, total = 0, 4 * n - 1
        for ring in range(1, total + 1):
            first, length, shifted, Y = ring_info(n, ring)
            theta, phi = healpy.pix2ang(n, numpy.arange(first, first + length))
            z = float(Sky(0, F(1, 2), Y).z())
            expected = (numpy.arange(length) + 0.5 * shifted) * 2 * math.pi / length
            bad += not (numpy.allclose(numpy.cos(theta), z, atol=1e-14) and numpy.allclose(phi, expected, atol=1e-14))
        report(f"ring info nside {n}", total, bad, 0)


def distances(rng, count):
    bad = 0
    for _ in range(count):
        a, b = sphere_point(rng, False), sphere_point(rng, False)
        peer = healpy.rotator.angdist((math.pi / 2 - a[1], a[0]), (math.pi / 2 - b[1], b[0]))[0]
        bad += abs(peer - distance(*a, *b)) > 1e-14
    report("angdist", count, bad, 0)


def interpolation_rows(rng, count):
    """Rows where healpy's answer is sane, and the definition evaluated in high precision."""
    rows, skipped = [], 0
    sizes = [1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 32, 64, 100, 128, 1000, 1024, 12345, 1 << 15, 1 << 17, 1 << 20]
    while len(rows) < count:
        n = rng.choice(sizes)
        lon, lat = sphere_point(rng, False)
        if rng.random() < 0.3:                    # near the poles, inside and just outside the first ring
            lat = rng.choice([-1, 1]) * (math.pi / 2 - 10 ** rng.uniform(-2, 0.5) / n)
            lat = max(-math.pi / 2, min(math.pi / 2, lat))
        cells, weights = healpy.get_interp_weights(n, math.pi / 2 - lat, lon)
        cells, weights = [int(c) for c in cells], [float(w) for w in weights]
        if not all(0 <= w <= 1 for w in weights) or abs(sum(weights) - 1) > 1e-12:
            skipped += 1
            continue
        truth = interpolate_rings(lon, lat, n)
        ring_gap = interpolation_margin(lon, lat, n)
        if ring_gap < 1e-9:
            skipped += 1
            continue
        total = {}
        for c, w in zip(cells, weights):
            total[c] = total.get(c, 0.0) + w
        exact_total = {}
        for c, w in truth:
            exact_total[c] = exact_total.get(c, 0) + w
        error = max(abs(float(total.get(c, 0.0) - exact_total.get(c, 0))) for c in {*total, *exact_total})
        rows.append((n, lon, lat, cells, weights, [float(exact_total.get(c, 0)) for c in cells], error, set(total) == set(exact_total)))
    return rows, skipped


def interpolation_margin(lon, lat, n):
    """Radians between the latitude and the nearest ring of centres or pole."""
    with mp.workprec(200):
        guess = ring_of_face_ij(*Position(lon, lat, False).face_ij(n), n)
        gap = min(abs(Sky(0, F(1, 2), 1 - F(r, 2 * n)).lat_mpf() - mpf(lat)) for r in range(max(1, guess - 1), min(4 * n - 1, guess + 1) + 1))
        return float(gap)


def interpolation(rng, count, write_to):
    rows, skipped = interpolation_rows(rng, count)
    # healpy works on theta = pi/2 - lat and on z: near a pole z = cos(theta) loses the ring spacing
    bad = explained = 0
    worst = 0.0
    kept = []
    for n, lon, lat, cells, weights, exact_weights, error, same in rows:
        colatitude = max(math.pi / 2 - abs(lat), 1e-9)
        allowed = 16 * 2 ** -52 * n * (4 + 1 / colatitude) + 1e-13
        if not same or error > 1e-12:
            bad += 1
            explained += same and error <= allowed
            if not (same and error <= allowed):
                print("   !!", n, repr(lon), repr(lat), cells, weights, exact_weights)
        if same and error < 1e-6:
            worst = max(worst, error)
            kept.append((n, lon, lat, cells, weights, exact_weights))
    report("get_interp_weights", len(rows), bad, explained, f"(rounding, kept rows up to {worst:.2g}); skipped {skipped} rows not sane or on a ring")
    if write_to:
        lines = [f"{n},{bits(lon)},{bits(lat)}," + ",".join(map(str, cells)) + "," + ",".join(bits(w) for w in weights + exact_weights)
                 for n, lon, lat, cells, weights, exact_weights in kept]
        write(write_to, "interp_rings.csv", "nside,lon,lat,c0,c1,c2,c3,peer0,peer1,peer2,peer3,exact0,exact1,exact2,exact3", lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write-interp", action="store_true")
    parser.add_argument("--out", default=OUT)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    print("healpy", healpy.__version__)
    interpolation(random.Random(60), 1000, arguments.out if arguments.write_interp else None)
    hashes(rng, arguments.n // 10)
    orders(rng, arguments.n // 10)
    centers(rng, arguments.n // 20)
    ring_infos()
    distances(rng, arguments.n // 10)
    print("unexplained differences:", unexplained)
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
