"""cdshealpix.nested over healpixel: cells of the nested numbering, by depth."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

import healpixel

from ... import grid, project, unproject
from ... import nested as _nested
from ..._typing import Direction
from . import _points
from ._arguments import as_skycoord, icrs, many, positions, refused, single, unsigned, whole_circle, with_units

#: Cells, their depths, and whether they are inside a region.
Found: TypeAlias = tuple[NDArray[np.uint64], NDArray[np.uint8], NDArray[np.bool_]]

__all__ = [
    "bilinear_interpolation",
    "box_search",
    "cone_search",
    "elliptical_cone_search",
    "external_neighbours",
    "healpix_to_lonlat",
    "healpix_to_skycoord",
    "healpix_to_xy",
    "lonlat_to_healpix",
    "lonlat_to_xy",
    "neighbours",
    "polygon_search",
    "skycoord_to_healpix",
    "vertices",
    "vertices_skycoord",
    "xy_to_lonlat",
    "zone_search",
]


def lonlat_to_healpix(lon: Any, lat: Any, depth: Any, return_offsets: bool = False, num_threads: int = 0) -> Any:
    """Cells that contain positions, as `uint64`, and with `return_offsets` the offsets dx, dy in them.

    >>> from astropy.coordinates import Latitude, Longitude
    >>> from healpixel.compat.cdshealpix import lonlat_to_healpix
    >>> print(lonlat_to_healpix(Longitude([0, 50], "deg"), Latitude([6, -12], "deg"), 12))
    [ 79900675 150247090]
    """
    return _points.lonlat_to_healpix(_nested, lon, lat, depth, return_offsets, num_threads)


def skycoord_to_healpix(skycoord: Any, depth: Any, return_offsets: bool = False, num_threads: int = 0) -> Any:
    """Cells that contain positions; frames other than ICRS are changed to it.

    >>> from astropy.coordinates import SkyCoord
    >>> from healpixel.compat.cdshealpix import skycoord_to_healpix
    >>> print(skycoord_to_healpix(SkyCoord([0, 50], [6, -12], unit="deg"), 12))
    [ 79900675 150247090]
    """
    return lonlat_to_healpix(*icrs(skycoord), depth, return_offsets, num_threads)


def healpix_to_lonlat(ipix: Any, depth: Any, dx: Any = 0.5, dy: Any = 0.5, num_threads: int = 0) -> tuple[Any, Any]:
    """Positions at offsets in cells, the centres unless said otherwise. Offsets may be arrays, and 1 at most.

    >>> from healpixel.compat.cdshealpix import healpix_to_lonlat
    >>> lon, lat = healpix_to_lonlat([42, 6], [[12], [20]])
    >>> lon.shape, lat.unit
    ((2, 2), Unit("rad"))
    """
    return _points.healpix_to_lonlat(_nested, ipix, depth, dx, dy, num_threads)


def healpix_to_skycoord(ipix: Any, depth: Any, dx: Any = 0.5, dy: Any = 0.5, num_threads: int = 0) -> Any:
    """Positions at offsets in cells as a SkyCoord in ICRS.

    >>> from healpixel.compat.cdshealpix import healpix_to_skycoord
    >>> healpix_to_skycoord(4, 0)
    <SkyCoord (ICRS): (ra, dec) in deg
        [(0., 0.)]>
    """
    return as_skycoord(*healpix_to_lonlat(ipix, depth, dx, dy, num_threads))


def vertices(ipix: Any, depth: Any, step: int = 1, num_threads: int = 0) -> tuple[Any, Any]:
    """Positions along the edges of cells, `step` on each side, from the southern vertex by east, north and west: on a last axis of 4 `step`.

    >>> from healpixel.compat.cdshealpix import vertices
    >>> vertices([42, 6], 12, step=3)[0].shape
    (2, 12)
    """
    return _points.vertices(_nested, ipix, depth, step, num_threads)


def vertices_skycoord(ipix: Any, depth: Any, step: int = 1, num_threads: int = 0) -> Any:
    """The same as a SkyCoord.

    >>> from healpixel.compat.cdshealpix import vertices_skycoord
    >>> vertices_skycoord([42, 6], 12).shape
    (2, 4)
    """
    return as_skycoord(*vertices(ipix, depth, step, num_threads))


def neighbours(ipix: Any, depth: Any, num_threads: int = 0) -> NDArray[np.int64]:
    """Cells around cells on a last axis of 9: S, SE, E, SW, the cell itself, NE, W, NW, N, as `int64`; -1 where there is none.

    >>> from healpixel.compat.cdshealpix import neighbours
    >>> print(neighbours(42, 3))
    [[317  40  41 319  42  43  -1 213 215]]
    """
    cells = many(ipix)
    around = _nested.neighbors(depth, cells, threads=num_threads)
    middle = np.broadcast_to(np.asarray(cells, dtype=np.int64), around.shape[:-1])
    return np.concatenate([around[..., :4], middle[..., np.newaxis], around[..., 4:]], axis=-1)


def external_neighbours(
    ipix: Any, depth: int, delta_depth: int, num_threads: int = 0
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Cells `delta_depth` deeper that touch cells from outside: those at the sides SE, NE, NW, SW, on a last axis of 4 * 2**delta_depth (`uint64`), and those at the corners S, E, N, W, on a last axis of 4 (`int64`, -1 where there is none).

    >>> from healpixel.compat.cdshealpix import external_neighbours
    >>> edges, corners = external_neighbours(42, 3, 1)
    >>> print(edges, corners)
    [[ 162  163  172  174  853  855 1277 1279]] [[1271  166  861   -1]]
    """
    cells = many(ipix)
    if delta_depth < 0:
        raise refused(f"delta_depth {delta_depth} is negative", delta_depth)
    deeper = depth + delta_depth
    corners = _nested.external_corners(depth, cells, deeper, threads=num_threads)
    face, i, j = (part[..., np.newaxis] for part in _nested.to_face_ij(depth, cells, threads=num_threads))
    length = 1 << delta_depth
    along, last = np.arange(length), length - 1
    i, j = i * length, j * length
    sides: dict[Direction, tuple[Any, Any]] = {"SE": (i + along, j), "NE": (i + last, j + along), "NW": (i + along, j + last), "SW": (i, j + along)}
    edges = np.concatenate(
        [
            _nested.neighbor(deeper, side, _nested.from_face_ij(deeper, face, *within), threads=num_threads)
            for side, within in sides.items()
        ],
        axis=-1,
    )
    return unsigned(edges), corners


def bilinear_interpolation(
    lon: Any, lat: Any, depth: int, num_threads: int = 0
) -> tuple[np.ma.MaskedArray[Any, Any], np.ma.MaskedArray[Any, Any]]:
    """The four cells around positions and their weights, each on a last axis of 4; masked where a position is NaN.

    Next to the corners where only three cells meet one of the four has no weight; which one it is is not always cdshealpix's.

    >>> from astropy.coordinates import Latitude, Longitude
    >>> from healpixel.compat.cdshealpix import bilinear_interpolation
    >>> cells, weights = bilinear_interpolation(Longitude([10, 25], "deg"), Latitude([5, 10], "deg"), 5)
    >>> cells.shape, float(weights.sum())
    ((2, 4), 2.0)
    """
    lon, lat, unit = positions(lon, lat)
    missing = np.isnan(lon) | np.isnan(lat)
    if missing.any():
        lon, lat = np.where(missing, 0.0, lon), np.where(missing, 0.0, lat)
    cells, weights = _nested.interpolate_bilinear(depth, lon, lat, unit=unit, threads=num_threads)
    mask = np.broadcast_to(missing[..., np.newaxis], cells.shape).copy()
    return np.ma.array(unsigned(cells), mask=mask), np.ma.array(weights, mask=mask.copy())


def healpix_to_xy(ipix: Any, depth: Any, num_threads: int = 0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centres of cells in the HEALPix plane, x from 0 to 8 and y from -2 to 2; exact.

    >>> from healpixel.compat.cdshealpix import healpix_to_xy
    >>> healpix_to_xy([0, 4], 0)
    (array([1., 0.]), array([1., 0.]))
    """
    return _points.healpix_to_xy(_nested, ipix, depth, grid.nside(depth), num_threads)


def lonlat_to_xy(lon: Any, lat: Any, num_threads: int = 0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Positions in the HEALPix plane, x from 0 to 8 and y from -2 to 2.

    >>> from astropy.coordinates import Latitude, Longitude
    >>> from healpixel.compat.cdshealpix import lonlat_to_xy
    >>> x, y = lonlat_to_xy(Longitude([10], "deg"), Latitude([0], "deg"))
    >>> x.round(6), y
    (array([0.222222]), array([0.]))
    """
    lon, lat, unit = positions(lon, lat)
    x, y = project(lon, lat, unit=unit, threads=num_threads)
    return 2 * x, 2 * y


def xy_to_lonlat(x: Any, y: Any, num_threads: int = 0) -> tuple[Any, Any]:
    """Positions of places in the HEALPix plane, x from 0 to below 8. Places between the polar triangles are refused.

    >>> from healpixel.compat.cdshealpix import xy_to_lonlat
    >>> lon, lat = xy_to_lonlat([0.5, 1.5], [0.5, 0.5])
    >>> lon.deg
    array([22.5, 67.5])
    """
    x, y = np.atleast_1d(np.asarray(x, dtype=np.float64)), np.atleast_1d(np.asarray(y, dtype=np.float64))
    if x.shape != y.shape:
        raise refused(f"x and y must have the same shape, not {x.shape} and {y.shape}")
    if not np.all((x >= 0) & (x < 8)):
        raise refused("x is outside [0, 8)")
    return with_units(*unproject(x / 2, y / 2, unit="rad", threads=num_threads))


def _search(depth: int, region: Any, flat: bool) -> Found:
    """Cells of a region, their depths, and whether they are inside it."""
    coverage = healpixel.Coverage.of(depth, region)
    if flat:
        cells, full = coverage.flat()
        return cells.astype(np.uint64), np.full(len(cells), depth, dtype=np.uint8), full
    stored = coverage.cells
    return stored["index"].astype(np.uint64), stored["depth"].astype(np.uint8), stored["full"].astype(np.bool_)


def cone_search(
    lon: Any, lat: Any, radius: Any, depth: int, depth_delta: int = 2, flat: bool = False
) -> Found:
    """Cells that a cone touches, their depths, and whether they are inside it.

    Exact: no cell is missing, none is there that the cone does not touch, and none is said to be inside that is not. So `depth_delta`
    has no meaning. cdshealpix approximates from outside, and misses cells of cones wider than half of the sky.

    >>> from astropy import units as u
    >>> from healpixel.compat.cdshealpix import cone_search
    >>> cells, depths, full = cone_search(0 * u.deg, 0 * u.deg, 10 * u.deg, 3)
    >>> cells.dtype, depths.dtype, full.dtype
    (dtype('uint64'), dtype('uint8'), dtype('bool'))
    """
    (lon, lat, radius), unit = single(lon=lon, lat=lat, radius=radius)
    # All the sky for more than all of it, as in cdshealpix.
    radius = min(radius, whole_circle(unit) / 2)
    return _search(depth, healpixel.Region.cone(lon, lat, radius, unit=unit), flat)


def elliptical_cone_search(
    lon: Any, lat: Any, a: Any, b: Any, pa: Any, depth: int, delta_depth: int = 2, flat: bool = False
) -> Found:
    """Cells that an elliptical cone touches: semi-axes `a` >= `b`, position angle of `a` from north through east. Exact, as `cone_search`.

    >>> from astropy import units as u
    >>> from healpixel.compat.cdshealpix import elliptical_cone_search
    >>> cells, depths, full = elliptical_cone_search(0 * u.deg, 0 * u.deg, 20 * u.deg, 10 * u.deg, 45 * u.deg, 2)
    >>> len(cells)
    8
    """
    (lon, lat, a, b, pa), unit = single(lon=lon, lat=lat, a=a, b=b, pa=pa)
    return _search(depth, healpixel.Region.elliptical_cone(lon, lat, a, b, pa % whole_circle(unit), unit=unit), flat)


def box_search(
    lon: Any, lat: Any, a: Any, b: Any, angle: Any = None, depth: int = 14, *, flat: bool = False
) -> Found:
    """Cells that a box touches. Exact, as `cone_search`.

    The box has sides on great circles, `a` and `b` are its half-sizes, and `a` (along the meridian, unless there is an `angle`) goes with
    the position angle, from north through east: so cdshealpix works, whatever its documentation says. `b` may be larger than `a` here.

    >>> from astropy import units as u
    >>> from healpixel.compat.cdshealpix import box_search
    >>> cells, depths, full = box_search(0 * u.deg, 0 * u.deg, a=10 * u.deg, b=5 * u.deg, depth=3)
    >>> len(cells)
    10
    """
    given = {"lon": lon, "lat": lat, "a": a, "b": b}
    if angle is not None:
        given["angle"] = angle
    values, unit = single(**given)
    lon, lat, a, b = values[:4]
    angle = values[4] % whole_circle(unit) if angle is not None else 0.0
    return _search(depth, healpixel.Region.box(lon, lat, 2 * b, 2 * a, angle, unit=unit), flat)


def zone_search(
    lon_min: Any, lat_min: Any, lon_max: Any, lat_max: Any, depth: int = 14, *, flat: bool = False
) -> Found:
    """Cells that a zone touches, from `lon_min` eastwards to `lon_max`. Exact, as `cone_search`; the borders belong to the zone.

    A `lon_max` of 0 is 360 degrees, which a Longitude cannot be.

    >>> from astropy import units as u
    >>> from healpixel.compat.cdshealpix import zone_search
    >>> cells, depths, full = zone_search(0 * u.deg, -90 * u.deg, 360 * u.deg, 90 * u.deg, depth=3)
    >>> print(depths)
    [0 0 0 0 0 0 0 0 0 0 0 0]
    """
    (lon_min, lat_min, lon_max, lat_max), unit = single(lon_min=lon_min, lat_min=lat_min, lon_max=lon_max, lat_max=lat_max)
    lon_max = lon_max or whole_circle(unit)
    return _search(depth, healpixel.Region.zone(lon_min, lat_min, lon_max, lat_max, unit=unit), flat)


def polygon_search(lon: Any, lat: Any, depth: int, flat: bool = False) -> Found:
    """Cells that a polygon touches; its inside is the smaller side, its edges are arcs of great circles. Exact, as `cone_search`.

    Edges that cross are an error.

    >>> from astropy import units as u
    >>> from healpixel.compat.cdshealpix import polygon_search
    >>> cells, depths, full = polygon_search([10, 20, 20] * u.deg, [10, 10, 20] * u.deg, 4)
    >>> len(cells)
    11
    """
    lon, lat, unit = positions(lon, lat)
    return _search(depth, healpixel.Region.polygon(lon, lat, unit=unit), flat)
