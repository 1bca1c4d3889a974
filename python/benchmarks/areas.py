"""Rows of coverages and MOCs: one call each."""

from __future__ import annotations

from typing import Any

import healpixel as hp
import numpy as np
from rows import Row, nearly_same_area, same_cells

DEPTH = 10
NSIDE = 1 << DEPTH
LON, LAT = 80.0, 40.0


def rows(quick: bool) -> list[Row]:
    return [*(cone(radius) for radius in (1.0, 10.0)), polygon(), *mocs(10**3 if quick else 10**6)]


def covered(coverage: Any) -> Any:
    return coverage.flat()[0]


def all_at_depth(cells: Any, depths: Any) -> Any:
    """Cells of several depths at the one of the row."""
    shift = 2 * (DEPTH - depths.astype(np.int64))
    starts = cells.astype(np.int64) << shift
    return np.concatenate([np.arange(start, start + (1 << by)) for start, by in zip(starts, shift, strict=True)])


def compared(name: str, ours: Any, like_ours: Any = covered) -> Row:
    return Row(name, ours, lambda a, b: nearly_same_area(like_ours(a), b))


def cone(radius: float) -> Row:
    row = compared(f"cone of {radius:g} degrees", lambda: hp.Coverage.of(DEPTH, hp.Region.cone(LON, LAT, radius)))
    try:
        import healpy

        center = healpy.ang2vec(LON, LAT, lonlat=True)
        row.add("healpy", lambda: healpy.query_disc(NSIDE, center, np.radians(radius), inclusive=True, nest=True))
    except ImportError:
        pass
    try:
        import hpgeom

        row.add("hpgeom", lambda: hpgeom.query_circle(NSIDE, LON, LAT, radius, inclusive=True))
    except ImportError:
        pass
    try:
        import astropy.units as u
        from astropy.coordinates import Latitude, Longitude

        lon, lat, wide = Longitude(LON, u.deg), Latitude(LAT, u.deg), radius * u.deg
        import cdshealpix.nested

        row.add(
            "cdshealpix",
            lambda: cdshealpix.nested.cone_search(lon, lat, wide, DEPTH),
            lambda found: all_at_depth(found[0], found[1]),
        )
        from mocpy import MOC

        row.add("mocpy", lambda: MOC.from_cone(lon=lon, lat=lat, radius=wide, max_depth=DEPTH), lambda moc: moc.flatten())
    except ImportError:
        pass
    return row


def polygon() -> Row:
    """A convex one: healpy knows no other."""
    around = np.radians(np.arange(0, 360, 36))
    lon, lat = LON + 8 * np.cos(around), LAT + 5 * np.sin(around)
    row = compared("polygon of 10 vertices", lambda: hp.Coverage.of(DEPTH, hp.Region.polygon(lon, lat)))
    try:
        import healpy

        corners = healpy.ang2vec(lon, lat, lonlat=True)
        row.add("healpy", lambda: healpy.query_polygon(NSIDE, corners, inclusive=True, nest=True))
    except ImportError:
        pass
    try:
        import hpgeom

        row.add("hpgeom", lambda: hpgeom.query_polygon(NSIDE, lon, lat, inclusive=True))
    except ImportError:
        pass
    try:
        import astropy.units as u
        from astropy.coordinates import Latitude, Longitude

        their_lon, their_lat = Longitude(lon, u.deg), Latitude(lat, u.deg)
        import cdshealpix.nested

        row.add(
            "cdshealpix",
            lambda: cdshealpix.nested.polygon_search(their_lon, their_lat, DEPTH),
            lambda found: all_at_depth(found[0], found[1]),
        )
        from mocpy import MOC

        row.add("mocpy", lambda: MOC.from_polygon(lon=their_lon, lat=their_lat, max_depth=DEPTH), lambda moc: moc.flatten())
    except ImportError:
        pass
    return row


def mocs(n: int) -> list[Row]:
    """Two MOCs of some hundred cones each, and n points."""
    random = np.random.default_rng(2)
    lon, lat = random.uniform(0, 360, n), np.degrees(np.arcsin(random.uniform(-1, 1, n)))
    places = [(lon[:200], lat[:200]), (lon[200:400], lat[200:400])]
    left, right = (
        hp.Moc.union_all([hp.Moc.from_region(DEPTH, hp.Region.cone(*place, 2.0)) for place in zip(*pair, strict=True)])
        for pair in places
    )

    def flat(moc: Any) -> Any:
        return moc.flat()

    table = [
        compared("MOC: union", lambda: left | right, flat),
        compared("MOC: intersection", lambda: left & right, flat),
        Row(f"MOC: contains, {n:.0e} points", lambda: left.contains(lon, lat), same_cells),
        compared(f"MOC: from {n:.0e} points", lambda: hp.Moc.from_points(DEPTH, lon, lat), flat),
    ]
    try:
        import astropy.units as u
        from astropy.coordinates import Latitude, Longitude
        from mocpy import MOC
    except ImportError:
        return table
    their_left, their_right = (MOC.from_string(moc.to_ascii(), "ascii") for moc in (left, right))
    their_lon, their_lat = Longitude(lon, u.deg), Latitude(lat, u.deg)
    calls = [
        (lambda: their_left.union(their_right), lambda moc: moc.flatten()),
        (lambda: their_left.intersection(their_right), lambda moc: moc.flatten()),
        (lambda: their_left.contains_lonlat(their_lon, their_lat), lambda inside: inside),
        (lambda: MOC.from_lonlat(lon=their_lon, lat=their_lat, max_norder=DEPTH), lambda moc: moc.flatten()),
    ]
    for row, (call, like_ours) in zip(table, calls, strict=True):
        row.add("mocpy", call, like_ours)
    return table
