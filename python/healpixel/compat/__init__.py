"""The names and conventions of other packages, over healpixel.

>>> import healpixel.compat.healpy as hp
>>> int(hp.ang2pix(1024, 279.2347, 38.7837, lonlat=True))
2352233
>>> from healpixel.compat import cdshealpix
>>> print(cdshealpix.to_ring([42, 6, 10], 12))
[100526076 100591616 100591614]
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import cdshealpix, healpy

__all__ = ["cdshealpix", "healpy"]


def __getattr__(name: str) -> ModuleType:
    """Imports a package when it is first asked for."""
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
