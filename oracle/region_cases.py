"""The regions of the data files: named inputs that broke other libraries, awkward ones, random ones.  Deterministic."""

import math
import random

from healpix_oracle import HALF_PI, center, of_nested, position, vertices, F

RAD = math.radians
TURN = 2 * math.pi
KNEE = 0.7297276562269663                 # asin(2/3), between the equatorial belt and the caps
KNEE_DEG = 41.810314895778596


def deepest_for(size, cells=40):
    """The depth at which a region of that size is about `cells` cells across."""
    return max(0, min(29, int(math.log2(cells / max(size, 1e-9)))))


def depth_for(rng, size):
    top = deepest_for(size)
    return max(0, top - rng.choice([0, 0, 1, 1, 2, 3, 4, 6, 10]))


def cell_points(rng, depth=None):
    """Centre, vertices, and a point of an edge of a random cell, radians or degrees."""
    depth = rng.choice([0, 1, 2, 3, 5, 8, 13]) if depth is None else depth
    n = 1 << depth
    face, i, j = of_nested(rng.randrange(12 * n * n), depth)
    skies = [center(face, i, j, n), *vertices(face, i, j, n), position(face, i, j, n, F(0), F(rng.randrange(64), 64))]
    return [("rad", *sky.radians()) if rng.random() < 0.5 else ("deg", *sky.degrees()) for sky in skies]


def special_places(rng):
    out = [("rad", 0.0, HALF_PI), ("rad", 2.5, -HALF_PI), ("deg", 0.0, 90.0), ("deg", 130.0, -90.0), ("rad", 0.0, 0.0), ("deg", 0.0, 0.0)]
    out += [("deg", 45.0 * k, rng.choice([0.0, 30.0, -30.0, KNEE_DEG, -KNEE_DEG, 66.44353569089876, -19.47122063449069])) for k in range(8)]
    out += [("rad", k * math.pi / 4, rng.choice([0.0, KNEE, -KNEE, 1.2, -0.3])) for k in range(8)]
    for _ in range(4):
        out += cell_points(rng)
    out += [("rad", rng.uniform(0, TURN), s * (HALF_PI - 10.0 ** -k)) for s in (1, -1) for k in (2, 5, 9)]
    out += [("rad", -1e-17, 0.4), ("rad", 6.283185307179585, -0.7297276562269659), ("deg", 359.99999999999994, 12.0), ("rad", 700.0, 0.2)]
    return out


def random_place(rng):
    lon, lat = rng.uniform(0, TURN), math.asin(rng.uniform(-1, 1))
    return ("rad", lon, lat) if rng.random() < 0.6 else ("deg", math.degrees(lon), math.degrees(lat))


def size_of(rng):
    return rng.choice([10 ** rng.uniform(-8, 0.4), 10 ** rng.uniform(-3, 0.4), rng.uniform(0.01, 1.5)])


def record(shape, place, **fields):
    unit, lon, lat = place
    return dict(shape=shape, unit=unit, lon=lon, lat=lat, **fields)


def named(name, depth, case):
    return dict(name=name, depth=depth, **case)


# --- cones and annuli ------------------------------------------------------

def cones(rng):
    for degrees in (140, 150, 170, 179):
        yield named(f"big cone of {degrees} degrees", 6, record("cone", ("deg", 0.0, 0.0), radius=RAD(degrees)))
    yield named("tiny cone in a base cell", 0, record("cone", ("deg", 50.0, 0.0), radius=RAD(0.01)))
    yield named("tiny cone on the border of two base cells", 0, record("cone", ("deg", 0.0, -60.0), radius=RAD(0.01)))
    yield named("ordinary cone", 3, record("cone", ("rad", 4.059609715109461, -0.21284068949832363), radius=0.4124776104803689))
    yield named("false full", 2, record("cone", ("rad", 0.0, -0.5235987755982989), radius=0.12934473448370015))
    yield named("symmetric disc", 2, record("cone", ("deg", 45.0, -84.0), radius=RAD(9.9)))
    yield named("small disc", 12, record("cone", ("deg", 82.815758, -69.825513), radius=RAD(1 / 3600)))
    yield named("pole at depth 29", 29, record("cone", ("rad", 2.923141055949502, 1.570796313619488), radius=5e-9))
    for k, place in enumerate(special_places(rng)):
        yield named(f"tiny cone {k} at depth 29", 29, record("cone", place, radius=rng.choice([5e-9, 1e-9, 3e-10, 1.2e-8])))
        radius = size_of(rng)
        yield named(f"cone {k} at a special place", depth_for(rng, radius), record("cone", place, radius=radius))
    for k, place in enumerate([("deg", 45.0, 0.0), ("deg", 0.0, 90.0), ("rad", 1.0, 0.3), ("rad", 0.0, KNEE), ("rad", 0.5, -HALF_PI)] + cell_points(rng, 4)):
        yield named(f"radius 0, {k}", rng.choice([0, 4, 11, 29]), record("cone", place, radius=0.0))
    for k, place in enumerate([("deg", 45.0, 0.0), ("deg", 0.0, -90.0), ("rad", 0.0, HALF_PI), ("rad", 3.0, 0.7), ("deg", 90.0, 30.0)]):
        for radius in (HALF_PI, math.pi - 1e-3, math.pi - 1e-7, math.pi, math.acos(2 / 3)):
            yield named(f"radius {radius!r}, {k}", rng.choice([0, 2, 4, 5]), record("cone", place, radius=radius))
    # a border of which lies along a parallel, through centres or vertices of cells
    for k in range(6):
        sky = center(rng.randrange(12), rng.randrange(16), rng.randrange(16), 16)
        lat = sky.radians()[1]
        yield named(f"cone along a parallel {k}", 4, record("cone", ("rad", 0.3, math.copysign(HALF_PI, lat)), radius=HALF_PI - abs(lat)))


def annuli(rng):
    yield named("annulus", 1, record("annulus", ("deg", 130.0, 0.0), inner=RAD(5), outer=RAD(6)))
    for k, place in enumerate(special_places(rng)[::2] + [random_place(rng) for _ in range(8)]):
        outer = size_of(rng)
        inner = outer * rng.choice([0.0, 0.3, 0.9, 0.999, 1 - 1e-6, 1 - 1e-9])
        yield named(f"annulus {k}", depth_for(rng, outer), record("annulus", place, inner=inner, outer=outer))
    for k, place in enumerate([("deg", 45.0, 0.0), ("deg", 10.0, 90.0), ("rad", 0.0, -HALF_PI), ("rad", 4.0, 0.9)]):
        yield named(f"wide annulus {k}", 4, record("annulus", place, inner=rng.uniform(0, 2), outer=math.pi))
        yield named(f"great circle {k}", 4, record("annulus", place, inner=HALF_PI, outer=HALF_PI))
        yield named(f"annulus round the antipode {k}", 5, record("annulus", place, inner=math.pi - 0.3, outer=math.pi - 0.29))
        yield named(f"tiny annulus {k}", 29, record("annulus", place, inner=4e-9, outer=5e-9))


# --- zones -----------------------------------------------------------------

def zone(unit, lon_min, lat_min, lon_max, lat_max):
    return dict(shape="zone", unit=unit, lon_min=lon_min, lat_min=lat_min, lon_max=lon_max, lat_max=lat_max)


def zones(rng):
    yield named("zone crossed by an edge", 0, zone("deg", 0.0, 20.0, 180.0, 70.0))
    yield named("zone to 0", 3, zone("deg", 180.0, 30.0, 0.0, 50.0))
    yield named("zone to 360", 3, zone("deg", 180.0, 30.0, 360.0, 50.0))
    yield named("zone on a quarter turn", 4, zone("rad", 0.0, 0.9, math.pi / 2, 1.2))
    yield named("wrapping zone on a quarter turn", 4, zone("rad", 3 * math.pi / 2, -0.2, math.pi / 2, 0.5))
    yield named("all sky in degrees", 2, zone("deg", 0.0, -90.0, 360.0, 90.0))
    yield named("all sky from -pi in radians", 2, zone("rad", -math.pi, -HALF_PI, math.pi, HALF_PI))
    yield named("north cap", 4, zone("deg", 0.0, 60.0, 360.0, 90.0))
    yield named("south cap from a knee", 3, zone("rad", 0.0, -HALF_PI, TURN, -KNEE))
    yield named("belt", 3, zone("deg", -180.0, -30.0, 180.0, 30.0))
    yield named("belt between the knees", 3, zone("deg", 0.0, -KNEE_DEG, 360.0, KNEE_DEG))
    yield named("parallel, whole", 4, zone("deg", 0.0, 12.345, 360.0, 12.345))
    yield named("half sky in longitude", 3, zone("deg", 90.0, -90.0, 270.0, 90.0))
    yield named("octant", 4, zone("deg", 0.0, 0.0, 90.0, 90.0))
    yield named("wrapping to a pole", 4, zone("deg", 350.0, 40.0, 10.0, 90.0))
    yield named("negative longitude", 4, zone("deg", -20.0, -10.0, 13.0, 25.0))
    yield named("nearly all longitudes", 4, zone("deg", 10.0, -20.0, 9.9, 35.0))
    yield named("thin in longitude", 5, zone("deg", 77.0, -80.0, 77.0001, 80.0))
    yield named("thin in latitude", 5, zone("deg", 20.0, 55.0, 200.0, 55.0000001))
    yield named("a meridian arc", 4, zone("deg", 77.0, -35.0, 77.0, 71.0))
    yield named("a parallel arc", 4, zone("deg", 17.0, 51.3, 170.0, 51.3))
    for k in range(14):
        a, b = rng.sample(range(8), 2)
        low, high = sorted(rng.sample([-90.0, -66.44353569089876, -KNEE_DEG, -30.0, 0.0, 19.47122063449069, 30.0, KNEE_DEG, 75.0, 90.0], 2))
        yield named(f"zone on eighth turns {k}", rng.choice([0, 1, 2, 3]), zone("deg", 45.0 * a, low, 45.0 * b, high))
    for k in range(8):
        n = rng.choice([4, 8])
        cells = [center(rng.randrange(12), rng.randrange(n), rng.randrange(n), n).radians() for _ in range(2)]
        low, high = sorted(c[1] for c in cells)
        yield named(f"zone on cell centres {k}", n.bit_length() - 1 + rng.randrange(2), zone("rad", cells[0][0], low, cells[1][0], high))
    for k in range(16):
        size, wide = size_of(rng) / 2, size_of(rng)
        lat = math.asin(rng.uniform(-1, 1))
        low, high = max(-HALF_PI, lat - size / 2), min(HALF_PI, lat + size / 2)
        lon = rng.choice([rng.uniform(0, TURN), TURN - wide / 2, -wide / 3])
        if wide > 6:
            continue
        yield named(f"zone {k}", depth_for(rng, max(size, wide * math.cos(lat))), zone("rad", lon, low, math.fmod(lon + wide, TURN), high))
    yield named("zone at depth 29", 29, zone("rad", 1.0, 0.5, 1.0 + 8e-9, 0.5 + 6e-9))
    yield named("zone at depth 29 on a knee", 29, zone("rad", 0.0, KNEE - 3e-9, 1e-8, KNEE + 4e-9))
    yield named("zone at depth 29 at the pole", 29, zone("deg", 80.0, 90 - 3e-7, 100.0, 90.0))


# --- elliptical cones and boxes --------------------------------------------

def angle_of(rng):
    return rng.choice([0.0, math.pi / 4, math.pi / 2, math.pi, 3 * math.pi / 2, TURN, rng.uniform(0, TURN), rng.uniform(0, TURN), rng.uniform(0, TURN)])


def ellipses(rng):
    yield named("elliptical cone", 9, record("ellipse", ("rad", 4.0, 1.47080), a=RAD(4), b=RAD(1), pa=math.pi / 2))
    yield named("elliptical cone, as reported, coarser", 8, record("ellipse", ("rad", 4.0, 1.47080), a=RAD(8), b=RAD(2), pa=math.pi / 2))
    for k, place in enumerate(special_places(rng)[::2] + [random_place(rng) for _ in range(16)]):
        a = min(size_of(rng), HALF_PI)
        b = a * rng.choice([1.0, 0.9, 0.5, 0.25, 0.1, 0.01, 1 - 1e-9])
        yield named(f"elliptical cone {k}", depth_for(rng, a), record("ellipse", place, a=a, b=b, pa=angle_of(rng)))
    for k, place in enumerate([("deg", 45.0, 0.0), ("deg", 30.0, 90.0), ("rad", 2.0, -HALF_PI), ("rad", 5.0, 0.7), ("deg", 180.0, 30.0), ("deg", 90.0, KNEE_DEG)]):
        yield named(f"thin ellipse {k}", 6 + k % 3, record("ellipse", place, a=RAD(8), b=RAD(0.01), pa=angle_of(rng)))
        yield named(f"big ellipse {k}", 4, record("ellipse", place, a=1.5, b=1.4, pa=angle_of(rng)))
        yield named(f"lune {k}", 4, record("ellipse", place, a=HALF_PI, b=rng.choice([0.3, 1.2, 0.01]), pa=angle_of(rng)))
        yield named(f"ellipse of a hemisphere {k}", 3, record("ellipse", place, a=HALF_PI, b=HALF_PI, pa=angle_of(rng)))
        yield named(f"tiny ellipse {k}", 29, record("ellipse", place, a=6e-9, b=rng.choice([6e-9, 2e-9, 1e-10]), pa=angle_of(rng)))
        yield named(f"long ellipse {k}", 5, record("ellipse", place, a=1.55, b=0.002, pa=angle_of(rng)))


def boxes(rng):
    for k, place in enumerate(special_places(rng)[::2] + [random_place(rng) for _ in range(14)]):
        width = min(size_of(rng), 3.0)
        height = min(width * rng.choice([1.0, 1.0, 0.5, 2.0, 0.1, 0.01]), 3.0)
        yield named(f"box {k}", depth_for(rng, max(width, height) / 2), record("box", place, width=width, height=height, pa=angle_of(rng)))
    for k, place in enumerate([("deg", 45.0, 0.0), ("deg", 30.0, 90.0), ("rad", 2.0, -HALF_PI), ("rad", 5.0, 0.7), ("deg", 0.0, 0.0), ("deg", 90.0, KNEE_DEG)]):
        yield named(f"large box {k}", rng.choice([2, 3, 4]), record("box", place, width=RAD(170), height=RAD(rng.choice([170, 100, 179, 20])), pa=rng.choice([0.0, angle_of(rng)])))
        yield named(f"quarter box {k}", rng.choice([1, 3, 4]), record("box", place, width=HALF_PI, height=rng.choice([HALF_PI, 0.5]), pa=rng.choice([0.0, math.pi / 4])))
        yield named(f"needle box {k}", 5, record("box", place, width=1.5, height=1e-5, pa=angle_of(rng)))
        yield named(f"tiny box {k}", 29, record("box", place, width=9e-9, height=6e-9, pa=angle_of(rng)))


# --- polygons --------------------------------------------------------------

def offset(lon, lat, distance, direction):
    """The point at a distance in a direction (north through east) from (lon, lat); radians."""
    ahead, up = math.sin(distance) * math.cos(direction), math.cos(distance)
    sin_lat = math.sin(lat) * up + math.cos(lat) * ahead
    y = math.sin(direction) * math.sin(distance)
    x = up * math.cos(lat) - math.sin(lat) * ahead
    return (lon + math.atan2(y, x)) % TURN, max(-HALF_PI, min(HALF_PI, math.atan2(sin_lat, math.hypot(x, y))))


def star(rng, lon, lat, size, count, depth=0.5, left=True):
    """A ring seen whole from its centre; left: the centre is to the left of the edges."""
    turn = rng.uniform(0, TURN)
    steps = [turn + TURN * (k + rng.uniform(-0.3, 0.3)) / count for k in range(count)]
    ring = [offset(lon, lat, size * (1 if k % 2 else rng.uniform(1 - depth, 1)), a) for k, a in enumerate(steps)]
    return ring[::-1] if left else ring                       # position angles grow clockwise seen from outside


def polygon(rings, interior="winding", unit="rad"):
    if unit == "deg":
        rings = [[(math.degrees(a), math.degrees(b)) for a, b in ring] for ring in rings]
    return dict(shape="polygon", unit=unit, rings=[[list(p) for p in ring] for ring in rings], interior=interior)


def given(rings, interior="smaller", unit="deg"):
    return dict(shape="polygon", unit=unit, rings=[[list(p) for p in ring] for ring in rings], interior=interior)


def lonlat(x, y, z):
    return math.atan2(y, x) % TURN, math.atan2(z, math.hypot(x, y))


def polygons(rng):
    yield named("near-duplicate vertices", 4, given([[(math.pi, 1.0), (-math.pi + 1e-3, 1.001), (math.pi - 1e-3, 1.002)]], unit="rad"))
    yield named("polygon near the pole", 6, given([[(174.75937396073138, -49.16744206799886), (185.24062603926856, -49.16744206799887),
                                                    (184.63292896369916, -42.32049830486584), (175.3670710363009, -42.32049830486584)]]))
    for lat in (80.0, -80.0):
        yield named(f"polygon over the pole's meridians, lat {lat}", 4, given([[(lon, lat) for lon in (0.0, 90.0, 180.0, 270.0)]]))
    a, b = (0.93244391, 0.03597633, 0.3595192), (0.84225271, 0.03597633, 0.53788109)
    for turn in range(4):
        def rotated(x, y, z):
            for _ in range(turn):
                x, y = -y, x
            return lonlat(x, y, z)
        ring = [rotated(a[0], -a[1], a[2]), rotated(*a), rotated(*b), rotated(b[0], -b[1], b[2])]
        yield named(f"edges on a parallel, turned by {90 * turn}", 7, given([ring], unit="rad"))
    yield named("octant polygon", 4, given([[(0.0, 0.0), (90.0, 0.0), (0.0, 90.0)]]))
    yield named("octant polygon, other way round", 3, given([[(0.0, 0.0), (0.0, 90.0), (90.0, 0.0)]], "winding"))
    yield named("hemisphere triangle", 3, given([[(0.0, 0.0), (120.0, 0.0), (240.0, 0.0)]], [10.0, 50.0]))
    yield named("consecutive equal vertices", 4, given([[(10.0, 10.0), (10.0, 10.0), (50.0, 5.0), (40.0, 50.0), (40.0, 50.0), (10.0, 10.0)]]))
    yield named("vertices 1e-12 apart", 5, given([[(1.0, 0.2), (1.2, 0.2), (1.2, 0.4), (1.2 - 1e-12, 0.4 + 1e-12), (1.0, 0.4)]], "winding", "rad"))
    yield named("needle", 5, given([[(1.0, 0.2), (2.0, 0.5), (2.0, 0.5 + 1e-7)]], "winding", "rad"))
    yield named("needle across lon 0 and a pole", 5, given([[(-0.001, 0.2), (3.0, 1.3), (0.001, 0.2)]], "smaller", "rad"))
    yield named("base cell corners", 3, given([[(0.0, 0.0), (45.0, -KNEE_DEG), (90.0, 0.0), (45.0, KNEE_DEG)]]))
    yield named("comb", 5, given([[(0.0, -5.0), (50.0, -5.0), (50.0, 30.0), (49.0, 30.0), (45.0, 0.0), (40.0, 30.0), (39.9, 0.0), (30.0, 31.0), (25.0, 0.0), (10.0, 28.0), (0.0, 0.0)]], "winding"))
    for k in range(10):                                         # the vertices of a cell: great circles beside its curved edges
        depth = k % 5
        n = 1 << depth
        cell = of_nested(rng.randrange(12 * n * n), depth)
        unit = rng.choice(["rad", "deg"])
        ring = [s.radians() if unit == "rad" else s.degrees() for s in vertices(*cell, n)]
        yield named(f"the vertices of a cell {k}", depth + rng.choice([0, 1, 2, 3]), given([ring], "smaller", unit))
    for k in range(8):                                          # vertices on centres and vertices of cells
        points = {p[1:] for _ in range(2) for p in cell_points(rng, 2) if p[0] == "rad"}
        lon, lat = random_place(random.Random(k))[1:] if k % 2 else (0.0, rng.choice([0.0, 0.5]))
        near = [center(*of_nested(rng.randrange(192), 2), 4).radians() for _ in range(4)] + list(points)
        lon, lat = near[0]

        def direction(p):
            return math.atan2(math.cos(p[1]) * math.sin(p[0] - lon), math.cos(lat) * math.sin(p[1]) - math.sin(lat) * math.cos(p[1]) * math.cos(p[0] - lon))

        ring = sorted((p for p in near[1:] if p != (lon, lat)), key=direction)
        turns = [direction(p) for p in ring]
        gaps = [(b - a) % TURN for a, b in zip(turns, turns[1:] + turns[:1])]
        if len(ring) < 3 or max(gaps) > 3 or min(gaps) < 0.05:
            continue
        yield named(f"vertices on cell centres and vertices {k}", rng.choice([2, 3, 4]), given([ring[::-1]], "winding", "rad"))
    for k, place in enumerate(special_places(rng)[::2] + [random_place(rng) for _ in range(14)]):
        unit, lon, lat = place
        lon, lat = (RAD(lon), RAD(lat)) if unit == "deg" else (lon, lat)
        size, count = min(size_of(rng), 1.4), rng.choice([3, 4, 5, 8, 12, 24, 50])
        yield named(f"star {k}", depth_for(rng, size), polygon([star(rng, lon, lat, size, count, 0.6 if count > 5 else 0.1)], rng.choice(["winding", "smaller"]), unit))
    for k, (lon, lat) in enumerate([(0.0, HALF_PI), (0.0, 0.3), (2.0, -1.5), (4.0, 0.8), (math.pi, 0.0), (1.0, 1.0)]):
        outer, hole = star(rng, lon, lat, 0.6, 9, 0.3), star(rng, lon, lat, 0.3, 6, 0.4, left=bool(k % 2))
        island = star(rng, lon, lat, 0.1, 5, 0.3)
        yield named(f"hole {k}", 4, polygon([outer, hole], rng.choice(["winding", "smaller"])))
        yield named(f"hole and island {k}", 5, polygon([outer, hole, island], "winding", "deg"))
        far = offset(lon, lat, 1.5, 1.0)
        yield named(f"two islands {k}", 4, polygon([star(rng, lon, lat, 0.4, 7), star(rng, *far, 0.3, 5)], "smaller"))
        yield named(f"larger than a hemisphere {k}", 4, polygon([star(rng, lon, lat, 0.5, 8, left=False)]))
        yield named(f"wide star {k}", 4, polygon([star(rng, lon, lat, 2.3, 16, 0.2)]))
        yield named(f"tiny star {k}", 29, polygon([star(rng, lon, lat, 8e-9, 5, 0.5)]))
        yield named(f"control point {k}", 3, polygon([star(rng, lon, lat, 0.5, 7, left=bool(k % 2))], list(offset(lon, lat, rng.choice([0.01, 2.0]), 1.0))))


# --- sets ------------------------------------------------------------------

SHAPES = {"cone": cones, "annulus": annuli, "zone": zones, "ellipse": ellipses, "box": boxes, "polygon": polygons}


def random_case(rng, shape):
    place, size = random_place(rng) if rng.random() < 0.6 else rng.choice(special_places(rng)), size_of(rng)
    unit, lon, lat = place
    if shape == "cone":
        return record("cone", place, radius=size), size
    if shape == "annulus":
        return record("annulus", place, inner=size * rng.random() ** rng.choice([0.01, 1]), outer=size), size
    if shape == "ellipse":
        a = min(size, HALF_PI)
        return record("ellipse", place, a=a, b=a * min(1.0, rng.choice([rng.random() + 1e-3, 10 ** rng.uniform(-3, 0)])), pa=angle_of(rng)), a
    if shape == "box":
        width = min(size, 3.1)
        height = min(width * 10 ** rng.uniform(-2, 0.5), 3.1)
        return record("box", place, width=width, height=height, pa=angle_of(rng)), max(width, height) / 2
    lon, lat = (RAD(lon), RAD(lat)) if unit == "deg" else (lon, lat)
    if shape == "zone":
        low, high = max(-HALF_PI, lat - size * rng.random()), min(HALF_PI, lat + size * rng.random())
        east = rng.choice([lon + size * rng.random(), round(lon * 4 / math.pi) * math.pi / 4])
        if not low < high or abs(east - lon) >= TURN:
            return random_case(rng, shape)
        return zone("rad", lon, low, east, high), max(size, (east - lon) % TURN * math.cos(lat))
    size, count = min(size, 1.4), rng.choice([3, 4, 5, 8, 12, 24, 50])
    rings = [star(rng, lon, lat, size, count, 0.6 if count > 5 else 0.1)]
    if rng.random() < 0.2 and count > 5:
        rings.append(star(rng, lon, lat, size * 0.2, 7, 0.4, rng.random() < 0.5))
    return polygon(rings, rng.choice(["winding", "smaller"]), unit), size


def random_cases(seed, count, shape):
    rng = random.Random(f"{seed} {shape}")
    for k in range(count):
        case, size = random_case(rng, shape)
        yield named(f"random {seed} {k}", depth_for(rng, size), case)


def committed(shape):
    yield from SHAPES[shape](random.Random(f"committed {shape}"))
    yield from random_cases("committed", 12, shape)
