"""What can be drawn, each as a function from positions to values, with NaN where there is none."""

from __future__ import annotations

import numpy as np

from .. import nested, ring
from .._errors import HealpixError

UNSEEN = -1.6375e30
"""healpy's mark for "no value"."""


class Source:
    """Values on the sky."""

    #: Cells that belong to a set have no values: they take the colour, and there is no colour bar.
    is_set = False

    def sample(self, lon, lat):
        raise NotImplementedError

    def valid(self):
        """The least and the largest of the values that there are, and some others."""
        raise NotImplementedError

    def share(self):
        """The part of the sky that it covers."""
        return 1.0

    def middle(self):
        """The unit vector of where it is, (0, 0, 0) for all over the sky."""
        return np.zeros(3)


class Map(Source):
    """A value for each cell of the sky."""

    def __init__(self, values, nside, nest):
        self.values = values
        self._valid, self._share = representatives(values)
        self._hash, self._resolution = (nested.hash, nside.bit_length() - 1) if nest else (ring.hash, nside)

    def sample(self, lon, lat):
        return unseen(np.take(self.values, self._hash(self._resolution, lon, lat)))

    def valid(self):
        return self._valid

    def share(self):
        return self._share


class Cells(Source):
    """Values of some cells: half-open ranges of nested cells of one depth, or of ring cells."""

    def __init__(self, hash, resolution, starts, ends, values):
        order = np.argsort(starts, kind="stable")
        self._hash, self._resolution = hash, resolution
        self._starts, self._ends, self.values = starts[order], ends[order], values[order]
        self._valid, _ = representatives(self.values)
        twice = np.flatnonzero(self._ends[:-1] > self._starts[1:])
        if len(twice):
            raise HealpixError(f"cells must not overlap: {self._starts[twice[0] + 1]} (of the finest depth) is in two of them")

    def sample(self, lon, lat):
        if len(self._starts) == 0:
            return np.full(np.shape(lon), np.nan)
        cells = self._hash(self._resolution, lon, lat)
        row = np.searchsorted(self._starts, cells, side="right") - 1
        inside = (row >= 0) & (cells < self._ends[row])
        return np.where(inside, unseen(self.values[row]), np.nan)

    def valid(self):
        return self._valid

    def share(self):
        nside = self._resolution if self._hash is ring.hash else 2.0**self._resolution
        return float(np.sum(self._ends - self._starts)) / (12.0 * nside**2)

    def middle(self):
        if len(self._starts) == 0 or self._hash is not nested.hash:
            return np.zeros(3)
        # The southernmost and the northernmost of the finest cells in each.
        ends = np.array(nested.center_vec(self._resolution, [self._starts, self._ends - 1]))
        return ends.sum(axis=1) @ (self._ends - self._starts) / (2.0 * np.sum(self._ends - self._starts))


class CellSet(Cells):
    """A Moc (all values 1), or a coverage (0 for cells that it touches, 1 for cells inside)."""

    is_set = True


class Inside(Source):
    """A region, exact to the pixel."""

    is_set = True

    def __init__(self, region):
        self._region = region

    def sample(self, lon, lat):
        return np.where(self._region.contains(lon, lat), 1.0, np.nan)

    def valid(self):
        return np.ones(1)

    def middle(self):
        from .. import centers_in

        for depth in (5, 8, 11, 14):
            moc = centers_in(depth, self._region)
            if moc.n_cells >= 200:
                break
        return moc_source(moc).middle()


def representatives(values, step=1 << 22):
    """The least, the largest and the least positive value, and some others, of all that are finite; and the share of these.

    In pieces, for a map may fill half of the memory.
    """
    found, count = [], 0
    thin = max(1, len(values) // 100_000)
    for start in range(0, len(values), step):
        piece = unseen(values[start : start + step])
        known = piece[np.isfinite(piece)]
        count += len(known)
        positive = known[known > 0.0]
        found += [known.min(keepdims=True), known.max(keepdims=True)] if len(known) else []
        found += [positive.min(keepdims=True)] if len(positive) else []
        found.append(known[::thin])
    return np.concatenate([np.zeros(0), *found]), count / max(1, len(values))


def unseen(values):
    """The same as floats, NaN for healpy's mark, which float32 rounds."""
    values = np.asarray(values)
    if values.dtype.kind != "f":
        return values.astype(float)
    return np.where(np.abs(values / UNSEEN - 1.0) < 1e-5, np.nan, values)


def source(what, nest=None, depth=None, nside=None):
    """What `plot` was given, as a Source."""
    kind = kind_of(what)
    if kind is not None and (nest is not None or depth is not None or nside is not None):
        raise HealpixError(f"nest, depth and nside belong to arrays: a {type(what).__name__} knows its cells")
    if kind == "moc":
        return moc_source(what)
    if kind == "coverage":
        return _coverage(what)
    if kind == "region":
        return Inside(what)
    if kind == "multi-order map":
        return _uniq(what.uniq, what.density)
    if kind == "map file":
        cells, values = what.read()
        return _pair(cells, values, what.depth, None)
    if isinstance(what, tuple):
        if len(what) != 2:
            raise HealpixError(f"a map of some cells is a pair (cells, values), not {len(what)} things")
        if nest is not None:
            raise HealpixError("nest belongs to maps of the whole sky: give cells with depth=... (nested) or nside=... (ring)")
        return _pair(*what, depth, nside)
    return _whole(what, nest, depth, nside)


def kind_of(what):
    """What kind of object of this package it is, None for arrays."""
    if hasattr(what, "ranges") and hasattr(what, "sky_fraction"):
        return "moc"
    if hasattr(what, "full_moc"):
        return "coverage"
    if hasattr(what, "relation"):
        return "region"
    if hasattr(what, "uniq") and hasattr(what, "density"):
        return "multi-order map"
    if hasattr(what, "frame") and hasattr(what, "read") and hasattr(what, "depth"):
        return "map file"
    return None


def moc_source(moc):
    depths, cells = moc.cells()
    return CellSet(nested.hash, *_ranges(cells, depths), np.ones(len(cells)))


def _coverage(coverage):
    stored = list(coverage)
    depths, cells, full = (np.array(column) for column in zip(*stored, strict=True)) if stored else ([], [], [])
    return CellSet(nested.hash, *_ranges(np.asarray(cells, dtype=np.int64), np.asarray(depths)), np.asarray(full, dtype=float))


def _ranges(cells, depths):
    """The finest depth, and cells of any depths as ranges of it."""
    finest = int(depths.max()) if depths.size else 0
    shift = 2 * (finest - depths).astype(np.int64)
    return finest, cells << shift, (cells + 1) << shift


def _uniq(uniq, density):
    uniq = np.asarray(uniq).astype(np.int64)
    # UNIQ = 4^(depth + 1) + cell
    depths = np.searchsorted(4 ** np.arange(1, 31, dtype=np.int64), uniq, side="right") - 1
    cells = uniq - (np.int64(4) << (2 * depths))
    return Cells(nested.hash, *_ranges(cells, depths), np.asarray(density, dtype=float))


def _pair(cells, values, depth, nside):
    cells, values = np.asarray(cells), _numbers(values)
    if cells.dtype.kind not in "iu" and cells.size:
        raise TypeError(f"cells must be integers, not {cells.dtype}")
    cells = cells.astype(np.int64)
    if cells.ndim != 1 or cells.shape != values.shape:
        raise HealpixError(f"cells and values must be two columns of one length, not of shapes {cells.shape} and {values.shape}")
    if (depth is None) == (nside is None):
        raise HealpixError("whose cells are these? Give depth=... for nested cells (a number or one for each), or nside=... for ring cells")
    if nside is not None:
        nside = _whole_number("nside", nside, 1, 2**29)
        _check_cells(cells, 12 * nside**2, f"nside {nside}")
        return Cells(ring.hash, nside, cells, cells + 1, values)
    depths = np.asarray(depth)
    if depths.dtype.kind not in "iu" or not np.all((depths >= 0) & (depths <= 29)):
        raise HealpixError(f"depth must be 0 to 29, not {depth}")
    if depths.shape not in [(), cells.shape]:
        raise HealpixError(f"depth must be one number or one for each of the {len(cells)} cells, not of shape {depths.shape}")
    depths = np.broadcast_to(depths, cells.shape)
    _check_cells(cells, np.int64(12) << (2 * depths.astype(np.int64)), f"depth {depth}" if np.ndim(depth) == 0 else "its depth")
    finest, starts, ends = _ranges(cells, depths)
    return Cells(nested.hash, finest, starts, ends, values)


def _whole(values, nest, depth, nside):
    values = _numbers(values)
    if values.ndim != 1 or values.size == 0:
        raise HealpixError(f"a map is one column of 12 nside^2 values, not of shape {values.shape}")
    found = int(np.sqrt(values.size / 12) + 0.5)
    if 12 * found**2 != values.size:
        raise HealpixError(f"a map of the whole sky has 12 nside^2 values, and {values.size} is none of these; for some cells give (cells, values)")
    if depth is not None and 2 ** _whole_number("depth", depth, 0, 29) != found:
        raise HealpixError(f"{values.size} values are a map of nside {found}, not of depth {depth}")
    if nside is not None and _whole_number("nside", nside, 1, 2**29) != found:
        raise HealpixError(f"{values.size} values are a map of nside {found}, not {nside}")
    only_ring = found & (found - 1) != 0
    if only_ring and (nest or depth is not None):
        raise HealpixError(f"nside {found} is no power of two, so this map is in ring order: nest=False")
    if depth is not None and nest is None:
        nest = True
    if nest is None and not only_ring:
        raise HealpixError("in which order are the cells of this map? Give nest=True (nested) or nest=False (ring, healpy's default)")
    return Map(values, found, bool(nest))


def _numbers(given):
    if np.ma.isMaskedArray(given):
        given = np.ma.filled(given.astype(float), np.nan)
    values = np.asarray(given.value if hasattr(given, "unit") and hasattr(given, "value") else given)
    if values.dtype == object:
        raise TypeError(f"this is no map: {type(given).__name__}")
    if values.dtype.kind not in "fiub":
        raise TypeError(f"a map has numbers, not {values.dtype}")
    return values


def _whole_number(name, value, low, high):
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)):
        raise TypeError(f"{name} must be an integer, not {type(value).__name__}")
    if not low <= value <= high:
        raise HealpixError(f"{name} must be {low} to {high}, not {value}")
    return int(value)


def _check_cells(cells, count, of):
    bad = np.flatnonzero((cells < 0) | (cells >= count))
    if len(bad):
        raise HealpixError(f"cells[{bad[0]}] = {cells[bad[0]]} is no cell of {of}")
