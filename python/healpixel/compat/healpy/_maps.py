"""Maps, one value for each pixel: kinds, bad pixels, order, interpolation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ... import nested, ring
from ._arguments import refused
from ._nside import isnpixok, nside2npix, nside2order, npix2nside
from ._pixels import get_interp_weights

#: One row for each map, masked or not.
Map: TypeAlias = NDArray[Any]

UNSEEN = -1.6375e30

#: Pixels that are put in order at a time, so that their numbers need little memory.
CHUNK = 1 << 22


def mask_bad(m: Any, badval: float = UNSEEN, rtol: float = 1e-05, atol: float = 1e-08) -> Any:
    """Which pixels are bad: those within the tolerance of `badval`.

    >>> import healpixel.compat.healpy as hp
    >>> hp.mask_bad([1.0, hp.UNSEEN])
    array([False,  True])
    """
    return np.absolute(np.asarray(m) - badval) <= atol + rtol * np.absolute(badval)


def mask_good(m: Any, badval: float = UNSEEN, rtol: float = 1e-05, atol: float = 1e-08) -> Any:
    """Which pixels are good: neither NaN nor within the tolerance of `badval`.

    >>> import healpixel.compat.healpy as hp
    >>> hp.mask_good([1.0, hp.UNSEEN, float("nan")])
    array([ True, False, False])
    """
    return ~mask_bad(m, badval, rtol, atol) & ~np.isnan(m)


def ma(m: Any, badval: float = UNSEEN, rtol: float = 1e-05, atol: float = 1e-08, copy: bool = True) -> np.ma.MaskedArray[Any, Any]:
    """A map (or several of them) as a masked array, bad pixels masked.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.ma([1.0, hp.UNSEEN]))
    [1.0 --]
    """
    return np.ma.masked_values(np.asarray(m), badval, rtol=rtol, atol=atol, copy=copy)


def maptype(m: Any) -> int:
    """0 for one map, the number of maps for a sequence of them.

    >>> import healpixel.compat.healpy as hp
    >>> hp.maptype([range(12)] * 3)
    3
    """
    if not hasattr(m, "__len__") or getattr(m, "ndim", 1) == 0:
        raise refused("a map is needed, not a single value", m)
    if len(m) == 0:
        raise refused("a map has 12 pixels at least")
    several = np.ndim(m[0]) > 0
    lengths = {len(one) for one in m} if several else {len(m)}
    if len(lengths) > 1:
        raise refused(f"the maps have different numbers of pixels: {sorted(lengths)}")
    if not isnpixok(min(lengths)):
        raise refused(f"{min(lengths)} is no number of pixels: it is not 12 nside**2", min(lengths))
    return len(m) if several else 0


def get_map_size(m: Any) -> int:
    """The number of pixels of a map; of a mapping from pixels to values, the least that has room for all of them, unless it has an "nside".

    >>> import healpixel.compat.healpy as hp
    >>> hp.get_map_size({0: 1.0, 767: 1.0})
    768
    """
    if isinstance(m, Mapping):
        given = m["nside"] if "nside" in m else getattr(m, "nside", None)
        if given is not None:
            return int(nside2npix(int(given)))
        nside = 1
        while nside2npix(nside) <= max(m):
            nside *= 2
        return int(nside2npix(nside))
    npix2nside(len(m))
    return len(m)


def get_nside(m: Any) -> int:
    """The nside of a map, or of several together.

    >>> import healpixel.compat.healpy as hp
    >>> hp.get_nside(range(48))
    2
    """
    return int(npix2nside(len(m[0]) if maptype(m) else len(m)))


def stack(map_in: Any) -> tuple[Map, bool]:
    """One row for each map, and whether there is just one map."""
    several = maptype(map_in) > 0
    masked = any(isinstance(one, np.ma.MaskedArray) for one in (map_in if several else [map_in]))
    rows = (np.ma.array if masked else np.asarray)(map_in)
    return (rows if several else rows[np.newaxis]), not several


def is_nested(order: Any) -> bool:
    """Which numbering that word means."""
    word = str(order).upper()
    if word in ("NEST", "NESTED", "NES"):
        return True
    if word == "RING":
        return False
    raise refused(f"order {order!r} is neither RING nor NEST", order)


def reordered(rows: Map, to_nested: bool) -> Map:
    """Maps in the other numbering."""
    npix = rows.shape[-1]
    nside = npix2nside(npix)
    depth = nside2order(nside)
    out = np.empty_like(rows)
    for start in range(0, npix, CHUNK):
        here = np.arange(start, min(start + CHUNK, npix))
        there = nested.to_ring(depth, here) if to_nested else ring.to_nested(nside, here)
        out[..., start : start + CHUNK] = rows[..., there]
    return out


def reorder(map_in: Any, inp: Any = None, out: Any = None, r2n: Any = None, n2r: Any = None) -> Map:
    """A map, or several, in the other numbering. Masked pixels stay masked.

    >>> import healpixel.compat.healpy as hp
    >>> print(hp.reorder(range(48), r2n=True)[:8])
    [13  5  4  0 15  7  6  1]
    """
    if n2r:
        inp, out = "NEST", "RING"
    elif r2n:
        inp, out = "RING", "NEST"
    if inp is None or out is None:
        raise refused("say which way: r2n=True, n2r=True, or inp= and out=")
    from_nested, to_nested = is_nested(inp), is_nested(out)
    rows, single = stack(map_in)
    nside2order(npix2nside(rows.shape[-1]))
    rows = rows.copy() if from_nested == to_nested else reordered(rows, to_nested)
    return rows[0] if single else rows


def get_interp_val(m: Any, theta: Any, phi: Any, nest: bool = False, lonlat: bool = False) -> Any:
    """Values of a map (or of each of several) between pixels, from the four around each position. Axes of length 1 are dropped, as in healpy.

    >>> import healpixel.compat.healpy as hp
    >>> import numpy as np
    >>> hp.get_interp_val(np.arange(12.0), np.pi / 2, 0)
    np.float64(4.0)
    """
    several = maptype(m) > 0
    maps = m if several else [m]
    pixels, weights = get_interp_weights(get_nside(m), theta, phi, nest=nest, lonlat=lonlat)
    masked = any(isinstance(one, np.ma.MaskedArray) for one in maps)
    stack = np.ma.stack if masked else np.stack
    values = stack([(one if hasattr(one, "dtype") else np.asarray(one))[pixels] for one in maps])
    return np.squeeze((values * weights).sum(axis=1))[()]
