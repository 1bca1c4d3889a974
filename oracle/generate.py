"""Writes the committed vector files.  Deterministic: same files on every run.

    python generate.py [--out DIR] [--only hash_rad,center,...]

interp_rings.csv comes from compare_peers.py (it needs healpy).
"""

import argparse
import math
import os
import random

from healpix_oracle import *

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "healpix-core", "tests", "data")
HALF = math.pi / 2
NSIDES = [1, 2, 3, 5, 6, 7, 1000, 1023, 12345, (1 << 28) + 1, (1 << 29) - 1, 1 << 29]


def sphere_point(rng, degrees):
    lon, z = rng.uniform(0, 4), rng.uniform(-1, 1)
    lat = math.asin(z)
    return (lon * 90, math.degrees(lat)) if degrees else (lon * HALF, lat)


def resolution(rng):
    if rng.random() < 0.75:
        return "d", rng.choice([0, 1, 2, 3, 8, 13, 20, 26, 28, 29, 29, rng.randint(0, 29)])
    return "n", rng.choice(NSIDES + [rng.randint(1, 1 << 29)])


def nside_of(kind, res):
    return 1 << res if kind == "d" else res


def clamp(lat, degrees):
    limit = 90.0 if degrees else HALF_PI
    return max(-limit, min(limit, lat))


def border_points(rng, degrees, count, kind=None, res=None):
    """Doubles within a few ulp of a random border point of a random cell."""
    out = []
    while len(out) < count:
        k, r = (kind, res) if kind else resolution(rng)
        n = nside_of(k, r)
        face = rng.randrange(12)
        i, j = rng.randrange(n), rng.randrange(n)
        if rng.random() < 0.3:                    # cells beside a pole, a face corner, a face edge
            i = rng.choice([0, n - 1, min(n - 1, rng.randrange(4)), max(0, n - 1 - rng.randrange(4))])
        if rng.random() < 0.3:
            j = rng.choice([0, n - 1, min(n - 1, rng.randrange(4)), max(0, n - 1 - rng.randrange(4))])
        along = F(rng.choice([0, 1, 2 ** 19, rng.randrange(2 ** 20)]), 2 ** 20)
        dx, dy = (F(rng.randrange(2)), along) if rng.random() < 0.5 else (along, F(rng.randrange(2)))
        sky = position(face, i, j, n, dx, dy)
        lon, lat = sky.degrees() if degrees else sky.radians()
        lon, lat = step(lon, rng.randint(-2, 2)), step(lat, rng.randint(-2, 2))
        if rng.random() < 0.1:
            lon -= 360.0 if degrees else 2 * math.pi
        out.append((lon, clamp(lat, degrees), k, r))
    return out


def special_lons(degrees):
    full = 360.0 if degrees else 2 * math.pi
    base = [k * full / 8 for k in range(-8, 17)]
    odd = [256.0, 700.0, -300.0, 1e20, -1e20, 1e300, -1e300, 1.7976931348623157e308, -1e-17, -5e-324, 5e-324, 0.0, -0.0,
           1e-300, -1e-300, 2.0 ** 53, 2.0 ** 60, 123456789.123, -full, full, step(full, -1), step(full, 1),
           step(-full, 1), step(-full, -1), 6.283185307179585, 1e6 * full]
    return base, odd


def transition(degrees):
    def lat():
        v = mp.asin(mpf(2) / 3)
        return v * 180 / mp.pi if degrees else v
    return round_to_double(lat)


def hash_points(rng, degrees):
    """(lon, lat, kind, resolution, tag)."""
    rows = []
    limit = 90.0 if degrees else HALF_PI
    base, odd = special_lons(degrees)
    turn = transition(degrees)

    def add(points, tag):
        rows.extend(p + (tag,) for p in points)

    add([sphere_point(rng, degrees) + resolution(rng) for _ in range(900)], "random")
    add([(step(rng.choice(base), rng.randint(-4, 4)) if rng.random() < 0.7 else rng.uniform(0, limit * 4),
          rng.choice([-1, 1]) * step(limit, -rng.randint(0, 8))) + resolution(rng) for _ in range(500)], "pole")
    # near a pole, all scales
    add([(step(rng.choice(base), rng.randint(-4, 4)) if rng.random() < 0.3 else rng.uniform(0, limit * 4),
          rng.choice([-1, 1]) * (limit - limit * 2.0 ** rng.uniform(-52, 0))) + resolution(rng) for _ in range(500)], "cap")
    add([(step(rng.choice(base), rng.randint(-4, 4)),
          rng.choice([0.0, -0.0, step(turn, rng.randint(-8, 8)), -step(turn, rng.randint(-8, 8))])) + resolution(rng)
         for _ in range(700)], "corner")
    add([(rng.uniform(0, 4 * limit), rng.choice([-1, 1]) * step(turn, rng.randint(-8, 8))) + resolution(rng)
         for _ in range(300)], "transition")
    # lat 0 and 30 degrees, lon on borders: exact ties in degrees, near ties in radians
    for _ in range(500):
        kind, res = resolution(rng)
        n = nside_of(kind, res)
        x = F(rng.randrange(8 * n), 2 * n) if rng.random() < 0.8 else F(rng.randrange(16 * n), 4 * n)
        x = x / 64 if rng.random() < 0.1 else x
        lat = rng.choice([0.0, -0.0, 30.0, -30.0])
        if rng.random() < 0.1:
            lat = step(lat, rng.randint(-2, 2))
        lon = float(x * 90) if degrees else round_to_double(lambda: to_mpf(x) * mp.pi / 2)
        if rng.random() < 0.2:
            lon = step(lon, rng.randint(-2, 2))
        if not degrees:
            lat = math.copysign(math.pi / 6 if lat else 0.0, lat)
        rows.append((lon, lat, kind, res, "tie"))
    # x an exact integer in a cap: the edge between two polar faces
    add([((90.0 if degrees else HALF) * rng.randint(-4, 8), rng.choice([-1, 1]) * rng.uniform(turn, limit)) + resolution(rng)
         for _ in range(300)], "seam")
    tiny = [1e-300, 5e-324, 2.2250738585072014e-308, 1e-308, 1e-20, 1e-17, 0.0]
    add([(rng.choice(odd), rng.choice([-1, 1]) * rng.choice(tiny + [limit, turn, 0.5 * limit, rng.uniform(0, limit)]))
         + resolution(rng) for _ in range(500)], "odd")
    add([(rng.choice(base + tiny), rng.choice([-1, 1]) * rng.choice(tiny)) + resolution(rng) for _ in range(200)], "tiny")
    add([(rng.uniform(-1, 1) * 10 ** rng.uniform(1, 25), rng.uniform(-limit, limit))
         + resolution(rng) for _ in range(200)], "far")
    add(border_points(rng, degrees, 1500), "border")
    for tag, points in (("d29", border_points(rng, degrees, 300, "d", 29)), ("d0", border_points(rng, degrees, 100, "d", 0))):
        add(points, tag)
    if not degrees:
        named = [(2.923141055949502, 1.570796313619488, "d", 29), (6.283185307179585, -0.7297276562269659, "d", 0),
                 (2.224988718182398, 1.5707963188249288, "d", 29)]
    else:
        named = [(0.0, 88.0, "n", 32), (0.0, 88.0, "d", 5), (1.0000000028043134e-05, -41.81031451395941, "d", 27),
                 (0.0, -41.730291566995895, "d", 8), (82.815758, -69.825513, "d", 12), (177.0, 37.5, "d", 0)]
    add(named, "named")
    return rows


def hash_row(lon, lat, kind, res, degrees):
    n = nside_of(kind, res)
    face, i, j = Position(lon, lat, degrees).face_ij(n)
    nested = nested_of(face, i, j, res) if kind == "d" else ""
    return f"{bits(lon)},{bits(lat)},{kind},{res},{nested},{ring_index(face, i, j, n)}"


def write(out, name, header, lines):
    path = os.path.join(out, name)
    with open(path, "w", newline="\n") as f:
        f.write(header + "\n")
        f.writelines(line + "\n" for line in lines)
    print(f"{name}: {len(lines)} rows, {os.path.getsize(path)} bytes")


def hashes(out, degrees):
    rng = random.Random(20 + degrees)
    lines = [hash_row(*row[:4], degrees) + "," + row[4] for row in hash_points(rng, degrees)]
    write(out, "hash_deg.csv" if degrees else "hash_rad.csv", "lon,lat,kind,resolution,nested,ring,tag", lines)


def cell_samples(rng, n, count):
    """(face, i, j) of telling cells: poles, polar rings' ends, lon 0, transition, random."""
    cells = []
    for f in range(4):
        cells += [(f, n - 1, n - 1), (8 + f, 0, 0), (f, 0, 0), (f, n - 1, 0), (f, 0, n - 1)]
    cells += [(4 + f, rng.choice([0, n - 1]), rng.choice([0, n - 1])) for f in range(4)]
    rings = [1, 2, n - 1, n, n + 1, 2 * n, 3 * n - 1, 3 * n, 3 * n + 1, 4 * n - 2, 4 * n - 1]
    rings += [rng.randint(1, 4 * n - 1) for _ in range(6)]
    for r in rings:
        if 1 <= r <= 4 * n - 1:
            first, length, _, _ = ring_info(n, r)
            quarter = length // 4
            cells += [of_ring(first + k, n) for k in {0, length - 1, quarter - 1, quarter, rng.randrange(length)}]
    while len(cells) < count:
        cells.append((rng.randrange(12), rng.randrange(n), rng.randrange(n)))
    return cells


def centers(out):
    rng = random.Random(30)
    lines = []
    for kind, res in [("d", d) for d in range(30)] + [("n", n) for n in NSIDES if n & (n - 1)]:
        n = nside_of(kind, res)
        cells = sorted(set(cell_samples(rng, n, 150)))
        for face, i, j in rng.sample(cells, min(75, len(cells))):
            if kind == "d":
                cell = nested_of(face, i, j, res)
            else:
                cell = ring_index(face, i, j, n)
            fields = []
            for sky in [center(face, i, j, n)] + vertices(face, i, j, n):
                fields += [*sky.radians(), *sky.degrees()]
            lines.append(f"{kind},{res},{cell}," + ",".join(bits(v) for v in fields))
    names = ",".join(f"{p}_{c}" for p in ("center", "s", "e", "n", "w") for c in ("lon", "lat", "lon_deg", "lat_deg"))
    write(out, "center.csv", "kind,resolution,cell," + names, lines)


def distances(out):
    rng = random.Random(40)
    rows = []

    def point():
        return sphere_point(rng, False)

    def turned(lon, lat, angle, bearing):
        """A point about `angle` away (only roughly, the oracle takes it as given)."""
        lat2 = max(-HALF_PI, min(HALF_PI, lat + angle * math.cos(bearing)))
        lon2 = lon + angle * math.sin(bearing) / max(math.cos(lat), 1e-3)
        return lon2, lat2

    rows += [point() + point() for _ in range(400)]
    for _ in range(400):
        p = point()
        rows.append(p + turned(*p, 10 ** rng.uniform(-15, 0), rng.uniform(0, 2 * math.pi)))
    for _ in range(80):
        p = point()
        rows.append(p + turned(*p, 1e-12, rng.uniform(0, 2 * math.pi)))
    for _ in range(200):                           # near the antipode
        lon, lat = point()
        size = rng.choice([0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 0.05])
        lon2, lat2 = turned(lon, lat, size, rng.uniform(0, 2 * math.pi))
        rows.append((lon, lat, lon2 + math.pi if lon2 < math.pi else lon2 - math.pi, -lat2))
    for _ in range(150):                           # across lon 0 / 2 pi
        lat = rng.uniform(-1.5, 1.5)
        size = 10 ** rng.uniform(-14, -0.5)
        lat2 = lat + rng.choice([0, size * rng.uniform(-1, 1)])
        a, b = size * rng.random(), step(2 * math.pi, -rng.randint(0, 4)) - size * rng.random()
        rows.append((a, lat, b, lat2) if rng.random() < 0.5 else (b, lat2, a, lat))
    for _ in range(100):                           # poles and beside them
        a, b = (rng.choice([-1, 1]) * step(HALF_PI, -rng.choice([0, 0, 1, 2, 5, 100, 10 ** 9])) for _ in range(2))
        rows.append((rng.uniform(0, 6), a, rng.choice([0.0, rng.uniform(0, 6)]), rng.choice([b, rng.uniform(-1.5, 1.5)])))
    for _ in range(60):
        rows.append(2 * rng.choice([point(), (0.0, 0.0), (0.0, HALF_PI), (math.pi, -HALF_PI), (2 * math.pi, 0.3)]))
    for _ in range(80):                            # along the equator and along meridians
        lon, lat = point()
        rows.append(rng.choice([(lon, 0.0, rng.uniform(0, 2 * math.pi), 0.0), (lon, lat, lon, rng.uniform(-1.5, 1.5)),
                                (lon, lat, lon + math.pi, rng.uniform(-1.5, 1.5)), (lon, 0.0, step(lon, 1), 0.0),
                                (lon, lat, lon, step(lat, 1)), (0.0, 0.0, math.pi, 0.0), (lon, 0.0, lon, 1e-300)]))
    rows += [(0.0, 0.0, 1e-160, 1e-160), (1e-200, 0.0, 0.0, 1e-200), (0.0, 0.0, 5e-324, 0.0), (0.0, 1e-308, 0.0, -1e-308),
             (-1.0, 0.2, 2 * math.pi - 1, 0.2), (-0.0, 0.0, 0.0, -0.0)]
    lines = [",".join(bits(v) for v in row + (distance(*row),)) for row in rows]
    write(out, "distance.csv", "lon1,lat1,lon2,lat2,distance", lines)


def distances_in_degrees(out):
    rng = random.Random(45)
    rows = []
    for _ in range(600):
        lon, lat = sphere_point(rng, True)
        if rng.random() < 0.3:
            lon, lat = float(rng.randrange(-360, 721, 15)), float(rng.randrange(-90, 91, 15))
        size = 10 ** rng.uniform(-13, 1.5)
        near = lon + size * rng.uniform(-1, 1), max(-90.0, min(90.0, lat + size * rng.uniform(-1, 1)))
        rows.append((lon, lat) + rng.choice([
            sphere_point(rng, True), near, near, (near[0] + 180.0, -near[1]), (lon, near[1]), (near[0], lat),
            (lon + 180.0, -lat), (lon - 360.0, lat), (lon + 360.0, near[1]), (lon, rng.choice([-90.0, 90.0])),
            (step(lon, rng.randint(-3, 3)), step(lat, rng.randint(-3, 0) if lat > 0 else 1)),
            (float(rng.randrange(-360, 721, 45)), float(rng.randrange(-90, 91, 30)))]))
    rows += [(0.0, 0.0, 180.0, 0.0), (0.0, 90.0, 77.0, 90.0), (0.0, 90.0, 0.0, -90.0), (359.9999999999999, 0.1, 1e-13, 0.1),
             (0.0, 0.0, 90.0, 0.0), (1e-200, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1e-300), (-0.0, 0.0, 360.0, -0.0)]
    lines = [",".join(bits(v) for v in row + (distance(*row, True),)) for row in rows]
    write(out, "distance_deg.csv", "lon1,lat1,lon2,lat2,distance", lines)


def rings(out):
    rng = random.Random(50)
    lines = []
    for depth in range(30):
        n = 1 << depth
        chosen = {1, 2, 3, n - 1, n, n + 1, 2 * n, 3 * n, 3 * n + 1, 4 * n - 3, 4 * n - 2, 4 * n - 1}
        chosen |= {rng.randint(1, 4 * n - 1) for _ in range(4)} | {int(n * rng.random()) for _ in range(4)}
        chosen |= {4 * n - int(n * rng.random()) for _ in range(4)}
        for r in sorted(r for r in chosen if 1 <= r <= 4 * n - 1):
            first, count, _, _ = ring_info(n, r)
            for index in sorted({first, first + count - 1, first + rng.randrange(count)}):
                assert ring_of(n, index) == r
                lines.append(f"{depth},{ring_to_nested(index, depth)},{index},{r}")
    for depth, nested in [(29, 576460751229681663), (29, 0), (29, 12 * 4 ** 29 - 1), (0, 11)]:
        index = nested_to_ring(nested, depth)
        lines.append(f"{depth},{nested},{index},{ring_of(1 << depth, index)}")
    write(out, "ring.csv", "depth,nested,ring,ring_of", lines)

    lines = []
    for n in sorted(set(NSIDES) | {4, 32, 1 << 10, 1 << 20, (1 << 27) - 1}):
        chosen = {1, 2, 3, n // 2, n - 1, n, n + 1, 2 * n - 1, 2 * n, 2 * n + 1, 3 * n, 3 * n + 1, 4 * n - 2, 4 * n - 1}
        chosen |= {rng.randint(1, 4 * n - 1) for _ in range(10)}
        for r in sorted(r for r in chosen if 1 <= r <= 4 * n - 1):
            first, count, shifted, Y = ring_info(n, r)
            sky = Sky(0, F(1, 2), Y)
            lines.append(f"{n},{r},{first},{count},{int(shifted)},{bits(float(sky.z()))},{bits(round_to_double(sky.lat_mpf))}")
    write(out, "ring_info.csv", "nside,ring,first,count,shifted,z,lat", lines)


def offsets(out):
    """Offsets in the cell of points as the hash sees them, and positions of given offsets."""
    rng = random.Random(70)
    lines = []
    for _ in range(900):
        degrees = rng.random() < 0.5
        lon, lat = sphere_point(rng, degrees)
        kind, res = resolution(rng)
        if rng.random() < 0.3:
            lon, lat, kind, res = border_points(rng, degrees, 1)[0]
        elif rng.random() < 0.1:
            lat = rng.choice([-1, 1]) * step(90.0 if degrees else HALF_PI, -rng.randint(0, 4))
        n = nside_of(kind, res)
        p = Position(lon, lat, degrees)
        cell = ring_index(*p.face_ij(n), n)
        dx, dy = p.offsets(n)
        lines.append(f"{'deg' if degrees else 'rad'},{bits(lon)},{bits(lat)},{n},{cell},{bits(dx)},{bits(dy)}")
    write(out, "offsets.csv", "unit,lon,lat,nside,ring,dx,dy", lines)

    lines = []
    for _ in range(900):
        kind, res = resolution(rng)
        n = nside_of(kind, res)
        face, i, j = rng.choice(cell_samples(rng, n, 150))
        dx, dy = (rng.choice([0.0, 1.0, 0.5, rng.random(), rng.random(), 1e-300, step(1.0, -1), 1e-9]) for _ in range(2))
        sky = position(face, i, j, n, F(dx), F(dy))
        values = (*sky.radians(), *sky.degrees())
        lines.append(f"{n},{ring_index(face, i, j, n)},{bits(dx)},{bits(dy)}," + ",".join(bits(v) for v in values))
    write(out, "position.csv", "nside,ring,dx,dy,lon,lat,lon_deg,lat_deg", lines)


FILES = {
    "hash_rad": lambda out: hashes(out, False),
    "hash_deg": lambda out: hashes(out, True),
    "center": centers,
    "distance": distances,
    "distance_deg": distances_in_degrees,
    "ring": rings,
    "offsets": offsets,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default=OUT)
    parser.add_argument("--only", default=",".join(FILES))
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    for name in arguments.only.split(","):
        FILES[name](arguments.out)


if __name__ == "__main__":
    main()
