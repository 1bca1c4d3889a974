"""Rows of element-wise functions."""

from __future__ import annotations

from typing import Any

import healpixel as hp
import numpy as np
from rows import Row, same_angles, same_cells, same_positions, same_sets, same_weights

DEPTH = 12
NSIDE = 1 << DEPTH


def sky(n: int) -> tuple[Any, Any]:
    """Positions all over the sphere; two floats for n = 0."""
    random = np.random.default_rng(1)
    lon = random.uniform(0, 360, max(n, 1))
    lat = np.degrees(np.arcsin(random.uniform(-1, 1, max(n, 1))))
    return (lon, lat) if n else (float(lon[0]), float(lat[0]))


def rows(n: int, threads: int) -> list[Row]:
    """The rows for arrays of n elements, for single numbers if n = 0."""
    lon, lat = sky(n)
    nested, ring = hp.nested.hash(DEPTH, lon, lat), hp.ring.hash(NSIDE, lon, lat)
    table = {
        "hash": Row("hash", lambda: hp.nested.hash(DEPTH, lon, lat), same_cells),
        "ring hash": Row("ring hash", lambda: hp.ring.hash(NSIDE, lon, lat), same_cells),
        "centre": Row("centre", lambda: hp.nested.center(DEPTH, nested), same_positions),
        "nest2ring": Row("nest2ring", lambda: hp.nested.to_ring(DEPTH, nested), same_cells),
        "neighbours": Row("neighbours", lambda: hp.nested.neighbors(DEPTH, nested), same_sets),
        "vertices": Row("vertices", lambda: hp.nested.vertices(DEPTH, nested), same_positions),
        "rings": Row("interpolation, rings", lambda: hp.ring.interpolate_rings(NSIDE, lon, lat), same_weights),
        "bilinear": Row(
            "interpolation, bilinear", lambda: hp.nested.interpolate_bilinear(DEPTH, lon, lat), same_weights
        ),
    }
    if n:
        table |= same_names(lon, lat, ring)
    for add in (healpy, cdshealpix, astropy_healpix, hpgeom):
        try:
            add(table, lon, lat, nested, ring, threads)
        except ImportError:
            continue
    return list(table.values())


def same_names(lon: Any, lat: Any, ring: Any) -> dict[str, Row]:
    """healpy's functions by their own names: what a program gains that only changes the import."""
    from healpixel.compat import healpy as ours

    theta, phi = np.radians(90 - lat), np.radians(lon)
    table = {
        "ang2pix": Row("compat.healpy.ang2pix", lambda: ours.ang2pix(NSIDE, theta, phi), same_cells),
        "pix2ang": Row("compat.healpy.pix2ang", lambda: ours.pix2ang(NSIDE, ring), same_angles),
    }
    try:
        import healpy
    except ImportError:
        return table
    table["ang2pix"].add("healpy", lambda: healpy.ang2pix(NSIDE, theta, phi))
    table["pix2ang"].add("healpy", lambda: healpy.pix2ang(NSIDE, ring))
    return table


def from_first_axis(array: Any) -> Any:
    return np.moveaxis(np.atleast_2d(np.asarray(array)), 0, -1) if np.ndim(array) > 1 else np.asarray(array)


def north_first(pair: Any) -> tuple[Any, Any]:
    """Vertices north, west, south, east as ours are: south, east, north, west."""
    return tuple(np.roll(np.atleast_2d(angle), 2, axis=-1) for angle in pair)


def healpy(table: dict[str, Row], lon: Any, lat: Any, nested: Any, ring: Any, threads: int) -> None:
    import healpy

    def vertices(vectors: Any) -> tuple[Any, Any]:
        x, y, z = np.moveaxis(np.atleast_3d(vectors) if np.ndim(vectors) == 3 else vectors[None], 1, 0)
        return north_first((np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))))

    def weights(pair: Any) -> tuple[Any, Any]:
        return from_first_axis(pair[0]), from_first_axis(pair[1])

    name = "healpy"
    table["hash"].add(name, lambda: healpy.ang2pix(NSIDE, lon, lat, nest=True, lonlat=True))
    table["ring hash"].add(name, lambda: healpy.ang2pix(NSIDE, lon, lat, lonlat=True))
    table["centre"].add(name, lambda: healpy.pix2ang(NSIDE, nested, nest=True, lonlat=True))
    table["nest2ring"].add(name, lambda: healpy.nest2ring(NSIDE, nested))
    table["neighbours"].add(name, lambda: healpy.get_all_neighbours(NSIDE, nested, nest=True), from_first_axis)
    table["vertices"].add(name, lambda: healpy.boundaries(NSIDE, nested, nest=True), vertices)
    table["rings"].add(name, lambda: healpy.get_interp_weights(NSIDE, lon, lat, lonlat=True), weights)


def cdshealpix(table: dict[str, Row], lon: Any, lat: Any, nested: Any, ring: Any, threads: int) -> None:
    import astropy.units as u
    import cdshealpix
    import cdshealpix.ring
    from astropy.coordinates import Latitude, Longitude
    from cdshealpix import nested as inner

    lon, lat = Longitude(np.atleast_1d(lon), u.deg), Latitude(np.atleast_1d(lat), u.deg)
    nested = np.atleast_1d(nested).astype(np.uint64)

    def degrees(pair: Any) -> tuple[Any, Any]:
        return pair[0].to_value("deg"), pair[1].to_value("deg")

    def without_itself(cells: Any) -> Any:
        return np.delete(cells, 4, axis=-1)

    name, depth = "cdshealpix", DEPTH
    table["hash"].add(name, lambda: inner.lonlat_to_healpix(lon, lat, depth, num_threads=threads))
    table["ring hash"].add(name, lambda: cdshealpix.ring.lonlat_to_healpix(lon, lat, NSIDE, num_threads=threads))
    table["centre"].add(name, lambda: inner.healpix_to_lonlat(nested, depth, num_threads=threads), degrees)
    table["nest2ring"].add(name, lambda: cdshealpix.to_ring(nested, depth, num_threads=threads))
    table["neighbours"].add(name, lambda: inner.neighbours(nested, depth, num_threads=threads), without_itself)
    table["vertices"].add(name, lambda: inner.vertices(nested, depth, num_threads=threads), degrees)
    table["bilinear"].add(name, lambda: inner.bilinear_interpolation(lon, lat, depth, num_threads=threads))


def astropy_healpix(table: dict[str, Row], lon: Any, lat: Any, nested: Any, ring: Any, threads: int) -> None:
    import astropy.units as u
    from astropy_healpix import core

    lon, lat = lon * u.deg, lat * u.deg

    def degrees(pair: Any) -> tuple[Any, Any]:
        return pair[0].to_value("deg"), pair[1].to_value("deg")

    def weights(pair: Any) -> tuple[Any, Any]:
        return from_first_axis(pair[0]), from_first_axis(pair[1])

    name = "astropy-healpix"
    table["hash"].add(name, lambda: core.lonlat_to_healpix(lon, lat, NSIDE, order="nested"))
    table["ring hash"].add(name, lambda: core.lonlat_to_healpix(lon, lat, NSIDE, order="ring"))
    table["centre"].add(name, lambda: core.healpix_to_lonlat(nested, NSIDE, order="nested"), degrees)
    table["nest2ring"].add(name, lambda: core.nested_to_ring(nested, NSIDE))
    table["neighbours"].add(name, lambda: core.neighbours(nested, NSIDE, order="nested"), from_first_axis)
    table["vertices"].add(
        name,
        lambda: core.boundaries_lonlat(nested, 1, NSIDE, order="nested"),
        lambda pair: north_first(degrees(pair)),
    )
    table["rings"].add(name, lambda: core.bilinear_interpolation_weights(lon, lat, NSIDE, order="ring"), weights)


def hpgeom(table: dict[str, Row], lon: Any, lat: Any, nested: Any, ring: Any, threads: int) -> None:
    import hpgeom

    name, share = "hpgeom", {"n_threads": threads}
    table["hash"].add(name, lambda: hpgeom.angle_to_pixel(NSIDE, lon, lat, **share))
    table["ring hash"].add(name, lambda: hpgeom.angle_to_pixel(NSIDE, lon, lat, nest=False, **share))
    table["centre"].add(name, lambda: hpgeom.pixel_to_angle(NSIDE, nested, **share))
    table["nest2ring"].add(name, lambda: hpgeom.nest_to_ring(NSIDE, nested, **share))
    table["neighbours"].add(name, lambda: hpgeom.neighbors(NSIDE, nested, **share))
    table["vertices"].add(name, lambda: hpgeom.boundaries(NSIDE, nested, **share), north_first)
    table["rings"].add(name, lambda: hpgeom.get_interpolation_weights(NSIDE, lon, lat, nest=False, **share))
