"""Maps at another resolution."""

from __future__ import annotations

from typing import Any

import numpy as np

from ._maps import UNSEEN, Map, is_nested, mask_bad, reordered, stack
from ._nside import npix2nside, nside2order


def ud_grade(
    map_in: Any,
    nside_out: Any,
    pess: bool = False,
    order_in: Any = "RING",
    order_out: Any = None,
    power: Any = None,
    dtype: Any = None,
) -> Map:
    """A map, or several, at another resolution: each pixel the mean of the good ones in it, or that of the pixel that it is in.

    Sums are as wide as they need to be: a mask of `uint8` at nside 2048 comes out right at nside 64. A pixel without good ones, with
    `pess` one with a bad one, is UNSEEN. With `power` values are divided by (nside_in / nside_out) ** power. The result has the type of
    the input, whole numbers cut as healpy cuts them, unless `dtype` says otherwise. Masked pixels are bad, and masked where they remain.

    >>> import healpixel.compat.healpy as hp
    >>> import numpy as np
    >>> print(hp.ud_grade(np.full(12 * 64**2, 255, dtype=np.uint8), 1))
    [255 255 255 255 255 255 255 255 255 255 255 255]
    """
    rows, single = stack(map_in)
    nside_in = npix2nside(rows.shape[-1])
    change = nside2order(nside_out) - nside2order(nside_in)
    nested_in = is_nested(order_in)
    nested_out = nested_in if order_out is None else is_nested(order_out)
    if not nested_in:
        rows = reordered(rows, to_nested=True)
    factor = (2.0**change) ** power if power else None
    kind = rows.dtype if dtype is None else np.dtype(dtype)
    if change < 0:
        graded = [_degraded(row, 4**-change, pess, factor, kind) for row in rows]
    else:
        graded = [_upgraded(row, 4**change, factor, kind) for row in rows]
    stacked = np.ma.stack(graded) if isinstance(rows, np.ma.MaskedArray) else np.stack(graded)
    if isinstance(stacked, np.ma.MaskedArray) and kind.kind in "fc":
        stacked.fill_value = UNSEEN
    if not nested_out:
        stacked = reordered(stacked, to_nested=False)
    return stacked[0] if single else stacked


def _left_out(row: Map) -> Map | None:
    """Which pixels are masked or UNSEEN; None if none is."""
    values = np.ma.getdata(row)
    hidden = np.ma.getmaskarray(row) if isinstance(row, np.ma.MaskedArray) else None
    # The least value tells in one pass that there is nothing to look for; it is NaN if there are such.
    if values.dtype.kind in "fc" and not values.real.min() > -1.6e30:
        unseen = mask_bad(values)
        hidden = unseen if hidden is None else hidden | unseen
    return hidden if hidden is not None and hidden.any() else None


def _answer(values: Map, unseen: Map | None, row: Map, kind: np.dtype[Any]) -> Map:
    """Values in the type asked for, pixels without one UNSEEN, or masked if the map is."""
    masked = isinstance(row, np.ma.MaskedArray)
    filler = 0 if masked and kind.kind not in "fc" else UNSEEN
    answer: Map = (values if unseen is None else np.where(unseen, filler, values)).astype(kind, copy=False)
    return np.ma.array(answer, mask=np.ma.nomask if unseen is None else unseen) if masked else answer


def _degraded(row: Map, children: int, pess: bool, factor: float | None, kind: np.dtype[Any]) -> Map:
    """One nested map at a lower resolution."""
    left_out, blocks = _left_out(row), np.ma.getdata(row).reshape(-1, children)
    if left_out is None and blocks.dtype.kind in "iub":
        return _answer(_whole_means(blocks, factor, kind), None, row, kind)
    wide = np.result_type(blocks.dtype, np.float64)
    if left_out is not None:
        left_out = left_out.reshape(blocks.shape)
        blocks = np.where(left_out, 0, blocks)
    with np.errstate(invalid="ignore", over="ignore"):
        sums = blocks.sum(axis=1, dtype=wide)
    good: Any = children
    if left_out is not None or not np.isfinite(sums).all():
        # What is not finite is as bad as UNSEEN, but not left out: among good pixels it makes the mean NaN, as in healpy.
        finite = np.isfinite(blocks)
        good = (finite if left_out is None else finite & ~left_out).sum(axis=1)
        sums = np.where(finite.all(axis=1), sums, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = sums / good
    if factor is not None:
        means = means * factor
    unseen = (good < children if pess else good == 0) if isinstance(good, np.ndarray) else None
    return _answer(means, unseen, row, kind)


def _whole_means(blocks: Map, factor: float | None, kind: np.dtype[Any]) -> Map:
    """Means of whole numbers, exact before they are cut."""
    children = blocks.shape[1]
    wide = np.dtype(np.uint64 if blocks.dtype.kind == "u" else np.int64)
    if blocks.dtype.itemsize == 8 and max(int(blocks.max()), -int(blocks.min())) > np.iinfo(wide).max // children:
        sums = blocks.astype(object).sum(axis=1)
    else:
        sums = blocks.sum(axis=1, dtype=wide)
    if factor is not None or kind.kind not in "iu":
        exact: Map = sums.astype(np.float64) / children
        return exact if factor is None else exact * factor
    means: Map = sums // children
    if blocks.dtype.kind == "i":
        # Cut towards zero.
        means = means + ((sums < 0) & (sums % children != 0))
    return means


def _upgraded(row: Map, children: int, factor: float | None, kind: np.dtype[Any]) -> Map:
    """One nested map at a higher (or the same) resolution."""
    left_out, values = _left_out(row), np.ma.getdata(row)
    if factor is not None:
        values = values * factor
    return np.repeat(_answer(values, left_out, row, kind), children)
