"""HEALPix, exact and fast: the sphere cut into cells of equal area (Górski et al. 2005, ApJ 622, 759).

>>> import healpixel as hp
>>> hp.nested.hash(12, 279.2347, 38.7837)  # the cell of Vega, degrees
61056746
>>> hp.nested.neighbors(12, 61056746)
array([61056701, 61056744, 61056745, 61056703, 61056747, 61058069,
       61058112, 61058113])
"""

from __future__ import annotations

from . import grid, nested, ring
from ._core import __version__
from ._errors import HealpixError, Stopped
from ._functions import distance, from_vec, project, set_threads, threads, to_vec, unproject
from ._progress import progress

__all__ = [
    "HealpixError",
    "Stopped",
    "__version__",
    "distance",
    "from_vec",
    "grid",
    "nested",
    "progress",
    "project",
    "ring",
    "set_threads",
    "threads",
    "to_vec",
    "unproject",
]
