"""HEALPix, exact and fast: the sphere cut into cells of equal area (Górski et al. 2005, ApJ 622, 759).

>>> import healpixel as hp
>>> hp.nested.hash(12, 279.2347, 38.7837)  # the cell of Vega, degrees
61056746
>>> lon, lat = hp.ring.center(1000, [0, 1, 2])
"""

from __future__ import annotations

from . import nested, ring
from ._core import __version__, set_threads, threads
from ._errors import HealpixError, Stopped
from ._plot import plot
from ._progress import progress

__all__ = [
    "HealpixError",
    "Stopped",
    "__version__",
    "nested",
    "plot",
    "progress",
    "ring",
    "set_threads",
    "threads",
]
