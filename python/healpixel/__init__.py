"""HEALPix, exact and fast: the sphere cut into cells of equal area (Górski et al. 2005, ApJ 622, 759).

>>> import healpixel as hp
>>> hp.nested.hash(12, 279.2347, 38.7837)  # the cell of Vega, degrees
61056746
>>> hp.nested.neighbors(12, 61056746)
array([61056701, 61056744, 61056745, 61056703, 61056747, 61058069,
       61058112, 61058113])
"""

from __future__ import annotations

from . import compat, grid, nested, ring
from ._core import ArrowArray, __version__
from ._errors import HealpixError, Stopped
from ._functions import distance, from_vec, project, set_threads, threads, to_vec, unproject
from ._moc import FitsMap, Moc, MultiOrderMap
from ._plot import plot
from ._progress import progress
from ._regions import (
    Coverage,
    Coverages,
    PointIndex,
    Region,
    centers_in,
    cones,
    ring_centers_in,
    ring_touched,
    visit,
)

__all__ = [
    "ArrowArray",
    "Coverage",
    "Coverages",
    "FitsMap",
    "HealpixError",
    "Moc",
    "MultiOrderMap",
    "PointIndex",
    "Region",
    "Stopped",
    "__version__",
    "centers_in",
    "compat",
    "cones",
    "distance",
    "from_vec",
    "grid",
    "nested",
    "plot",
    "progress",
    "project",
    "ring",
    "ring_centers_in",
    "ring_touched",
    "set_threads",
    "threads",
    "to_vec",
    "unproject",
    "visit",
]
