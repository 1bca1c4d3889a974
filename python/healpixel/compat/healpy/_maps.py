"""Maps, one value for each pixel: order, resolution, bad pixels, interpolation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ... import nested, ring
from ._arguments import refused
from ._nside import isnpixok, nside2npix, nside2order, npix2nside
from ._pixels import get_interp_weights

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


def ma(m: Any, badval: float = UNSEEN, rtol: float = 1e-05, atol: float = 1e-08, copy: bool = True) -> np.ma.MaskedArray:
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
        if "nside" in m or hasattr(m, "nside"):
            return int(nside2npix(int(m["nside"] if "nside" in m else m.nside)))
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
    return npix2nside(len(m[0]) if maptype(m) else len(m))


def _stack(map_in: Any) -> tuple[np.ndarray, bool]:
    """One row for each map, and whether there is just one map."""
    several = maptype(map_in) > 0
    masked = any(isinstance(one, np.ma.MaskedArray) for one in (map_in if several else [map_in]))
    rows = (np.ma.array if masked else np.asarray)(map_in)
    return (rows if several else rows[np.newaxis]), not several


def _is_nested(order: Any) -> bool:
    """Which numbering that word means."""
    word = str(order).upper()
    if word in ("NEST", "NESTED", "NES"):
        return True
    if word == "RING":
        return False
    raise refused(f"order {order!r} is neither RING nor NEST", order)


def _reordered(rows: np.ndarray, to_nested: bool) -> np.ndarray:
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


def reorder(map_in: Any, inp: Any = None, out: Any = None, r2n: Any = None, n2r: Any = None) -> np.ndarray:
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
    from_nested, to_nested = _is_nested(inp), _is_nested(out)
    rows, single = _stack(map_in)
    nside2order(npix2nside(rows.shape[-1]))
    rows = rows.copy() if from_nested == to_nested else _reordered(rows, to_nested)
    return rows[0] if single else rows


def ud_grade(
    map_in: Any,
    nside_out: int,
    pess: bool = False,
    order_in: Any = "RING",
    order_out: Any = None,
    power: float | None = None,
    dtype: Any = None,
) -> np.ndarray:
    """A map, or several, at another resolution: each pixel the mean of the good ones in it, or that of the pixel that it is in.

    Sums are as wide as they need to be: a mask of `uint8` at nside 2048 comes out right at nside 64. A pixel without good ones, with
    `pess` one with a bad one, is UNSEEN. With `power` values are divided by (nside_in / nside_out) ** power. The result has the type of
    the input, whole numbers cut as healpy cuts them, unless `dtype` says otherwise.

    >>> import healpixel.compat.healpy as hp
    >>> import numpy as np
    >>> print(hp.ud_grade(np.full(12 * 64**2, 255, dtype=np.uint8), 1))
    [255 255 255 255 255 255 255 255 255 255 255 255]
    """
    rows, single = _stack(map_in)
    nside_in = npix2nside(rows.shape[-1])
    change = nside2order(nside_out) - nside2order(nside_in)
    nested_in = _is_nested(order_in)
    nested_out = nested_in if order_out is None else _is_nested(order_out)
    if not nested_in:
        rows = _reordered(rows, to_nested=True)
    masked = isinstance(rows, np.ma.MaskedArray)
    factor = (2.0**change) ** power if power else None
    dtype = rows.dtype if dtype is None else np.dtype(dtype)
    step = degraded if change < 0 else upgraded
    rows = np.stack([step(row, 4 ** abs(change), pess, factor, dtype) for row in rows])
    if not nested_out:
        rows = _reordered(rows, to_nested=False)
    if masked:
        rows = ma(rows, copy=False)
    return rows[0] if single else rows


def _bad(row: np.ndarray) -> np.ndarray | None:
    """Which pixels are bad, None if none is."""
    hidden = np.ma.getmaskarray(row) if isinstance(row, np.ma.MaskedArray) else None
    values = np.ma.getdata(row)
    if values.dtype.kind in "fc":
        # The least and the largest tell in one pass that there is nothing to look for.
        sizes = values.real
        if not (sizes.min() > -1.6e30 and sizes.max() < np.inf and (values.dtype.kind == "f" or np.isfinite(values).all())):
            unseen = mask_bad(values) | ~np.isfinite(values)
            hidden = unseen if hidden is None else hidden | unseen
    return hidden if hidden is not None and hidden.any() else None


def degraded(row: np.ndarray, children: int, pess: bool, factor: float | None, dtype: np.dtype) -> np.ndarray:
    """One nested map at a lower resolution."""
    bad, blocks = _bad(row), np.ma.getdata(row).reshape(-1, children)
    if bad is None and blocks.dtype.kind in "iub":
        return _whole_means(blocks, factor, dtype)
    wide = np.result_type(blocks.dtype, np.float64)
    if bad is None:
        means = blocks.sum(axis=1, dtype=wide) / children
        return (means if factor is None else means * factor).astype(dtype, copy=False)
    bad = bad.reshape(blocks.shape)
    # A NaN among good pixels stays one, as healpy has it; UNSEEN and masked pixels are left out.
    left_out = bad & ~(~np.ma.getmaskarray(row).reshape(blocks.shape) & ~np.isfinite(blocks))
    known = np.where(left_out, 0, np.where(bad, np.nan, blocks))
    good = children - bad.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = known.sum(axis=1, dtype=wide) / good
    if factor is not None:
        means = means * factor
    unseen = good < children if pess else good == 0
    return np.where(unseen, UNSEEN, means).astype(dtype)


def _whole_means(blocks: np.ndarray, factor: float | None, dtype: np.dtype) -> np.ndarray:
    """Means of whole numbers, exact before they are cut."""
    children = blocks.shape[1]
    wide = np.dtype(np.uint64 if blocks.dtype.kind == "u" else np.int64)
    if blocks.dtype.itemsize == 8 and max(int(blocks.max()), -int(blocks.min())) > np.iinfo(wide).max // children:
        sums = blocks.astype(object).sum(axis=1)
    else:
        sums = blocks.sum(axis=1, dtype=wide)
    if factor is None and dtype.kind in "iu":
        means = sums // children
        if blocks.dtype.kind == "i":
            # Cut towards zero.
            means = means + ((sums < 0) & (sums % children != 0))
        return means.astype(dtype)
    means = sums.astype(np.float64) / children
    return (means if factor is None else means * factor).astype(dtype)


def upgraded(row: np.ndarray, children: int, pess: bool, factor: float | None, dtype: np.dtype) -> np.ndarray:
    """One nested map at a higher (or the same) resolution; `pess` has no meaning there."""
    bad, values = _bad(row), np.ma.getdata(row)
    if factor is not None:
        values = values * factor if bad is None else np.where(bad, values, values * factor)
    if bad is not None and isinstance(row, np.ma.MaskedArray):
        values = np.where(np.ma.getmaskarray(row), UNSEEN, values)
    return np.repeat(values.astype(dtype, copy=False), children)


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
