"""Checked by mypy --strict: what people write has the types they expect. Not run."""

import numpy as np
from numpy.typing import NDArray

import healpixel as hp
from healpixel import grid, nested, ring

one: int = nested.hash(12, 279.2347, 38.7837)
many: NDArray[np.int64] = nested.hash(12, [1.0, 2.0], 38.7837, unit="rad", errors="mask", threads=2)
depths: NDArray[np.int64] = nested.hash(np.arange(30), 1.0, 2.0)
around: NDArray[np.int64] = nested.neighbors(12, one)
lon: float
lat: float
lon, lat = ring.center(1000, 5)
lons: NDArray[np.float64]
lats: NDArray[np.float64]
lons, lats = ring.vertices(1000, 5)
cell, dx, dy = nested.hash_with_offsets(3, lon, lat)
apart: float = hp.distance(lon, lat, 3, 4)
depth: int | None = grid.best_starting_depth(0.1)
with hp.progress(lambda done, total: done < 10):
    nested.hash(12, lons, lats)

field = hp.Region.cone(83.8, -5.4, 1.0) - ~hp.Region.polygon([[0, 1, 1], [2, 3, 3]], [[0, 0, 1], [2, 2, 3]], interior="left")
inside: bool = field.contains(83.8, -5.4)
insides: NDArray[np.bool_] = field.contains([83.8, 1.0], -5.4)
coverage = hp.Coverage.of(9, field)
set_of_cells: hp.Moc = coverage.moc() | hp.centers_in(9, field)
for level, number, full in coverage:
    print(level + number, full)
again: hp.Coverage = hp.Coverage.from_cells(9, coverage.cells)
again = hp.Coverage.from_cells(9, {"index": [5], "depth": [9], "full": [True]})
records: NDArray[np.void] = hp.cones(9, [1.0, 2.0], 3.0, 0.5)[1]
finished: bool = hp.visit(9, field, lambda cells: len(cells) > 5)
index = hp.PointIndex([1.0, 2.0], [3.0, 4.0])
rows, distances = index.nearest(1.0, 2.0, k=2)
offsets, rows, distances = index.within([1.0, 2.0], 3.0, radius=1)
left, right, distances = index.cross_match(index, 1 / 3600)

wrong_member: bool = 5 in field  # type: ignore[operator]
wrong_region = hp.Coverage.of(9, "Circle 1 2 3")  # type: ignore[arg-type]
wrong_cells = hp.Coverage.from_cells(9, 5)  # type: ignore[arg-type]
wrong_mode = index.cross_match(index, 1, "nearest")  # type: ignore[arg-type]
wrong_unit = nested.hash(12, 1.0, 2.0, unit="grad")  # type: ignore[call-overload]
wrong_errors = nested.center(12, 5, errors="no")  # type: ignore[call-overload]
wrong_type: str = nested.hash(12, 1.0, 2.0)  # type: ignore[assignment]

moc: hp.Moc = hp.Moc.from_points(8, lons, lats) | ~hp.Moc.from_cells(3, [1, 2])
in_moc: bool = moc.contains(1.0, 2.0)
which: NDArray[np.bool_] = moc.contains(lons, lats, errors="mask")
moc_depths, moc_cells = moc.cells()
largest: list[tuple[int, int]] = list(moc)
parts: list[hp.Moc] = moc.split("edges_and_vertices")
moc.write_fits("moc.fits", "nuniq", overwrite=True)
with hp.FitsMap.open("map.fits") as sky:
    for map_cells, values in sky:
        hp.Moc.from_cells(sky.depth, map_cells[values > 0.5])
half: hp.Moc = hp.MultiOrderMap.read_fits("sky.fits").credible_region(0.5)

moc | 3  # type: ignore[operator]
moc.write_fits("moc.fits", "ranges")  # type: ignore[arg-type]

ax = hp.plot(np.arange(12.0), nest=True, projection="gnomonic", center=(10.0, 20.0), size=5.0)
ax = hp.plot(hp.Moc.all_sky(3), outlines=[hp.Region.cone(1.0, 2.0, 3.0)], ax=ax)
wrong_projection = hp.plot(None, projection="mercator")  # type: ignore[arg-type]
compatible: NDArray[np.int64] = np.asarray(hp.compat.healpy.ang2pix(64, 1.0, 2.0))
