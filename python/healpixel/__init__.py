"""HEALPix, exact and fast: the sphere cut into cells of equal area (Górski et al. 2005, ApJ 622, 759).

>>> import healpixel as hp
>>> hp.nested.hash(12, 279.2347, 38.7837)  # the cell of Vega, degrees
61056746
>>> lon, lat = hp.ring.center(1000, [0, 1, 2])
"""

from __future__ import annotations

from . import nested, ring
from ._core import (
    Coverage,
    Coverages,
    PointIndex,
    Region,
    __version__,
    centers_in,
    cones,
    ring_centers_in,
    ring_touched,
    set_threads,
    threads,
    visit,
)
from ._errors import HealpixError, Stopped
from ._progress import progress

__all__ = [
    "Coverage",
    "Coverages",
    "HealpixError",
    "PointIndex",
    "Region",
    "Stopped",
    "__version__",
    "centers_in",
    "cones",
    "nested",
    "progress",
    "ring",
    "ring_centers_in",
    "ring_touched",
    "set_threads",
    "threads",
    "visit",
]
