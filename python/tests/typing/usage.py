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

wrong_unit = nested.hash(12, 1.0, 2.0, unit="grad")  # type: ignore[call-overload]
wrong_errors = nested.center(12, 5, errors="no")  # type: ignore[call-overload]
wrong_type: str = nested.hash(12, 1.0, 2.0)  # type: ignore[assignment]

ax = hp.plot(np.arange(12.0), nest=True, projection="gnomonic", center=(10.0, 20.0), size=5.0)
ax = hp.plot(hp.Moc.all_sky(3), outlines=[hp.Region.cone(1.0, 2.0, 3.0)], ax=ax)
wrong_projection = hp.plot(None, projection="mercator")  # type: ignore[arg-type]
