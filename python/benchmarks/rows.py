"""What a row of the table is, and when two results are the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

PEERS = ("healpy", "cdshealpix", "astropy-healpix", "hpgeom", "mocpy")


@dataclass
class Row:
    """The same work, done by us and by others."""

    name: str
    ours: Callable[[], Any]
    #: Says what is wrong with a peer's result beside ours, both made comparable; nothing if they agree.
    compare: Callable[[Any, Any], str]
    peers: dict[str, Callable[[], Any]] = field(default_factory=dict)
    #: Makes a peer's result look like ours.
    like_ours: dict[str, Callable[[Any], Any]] = field(default_factory=dict)

    def add(self, name: str, call: Callable[[], Any], like_ours: Callable[[Any], Any] = lambda result: result) -> Row:
        self.peers[name] = call
        self.like_ours[name] = like_ours
        return self

    def differs(self, name: str, ours: Any, theirs: Any) -> str:
        return self.compare(ours, self.like_ours[name](theirs))


def same_cells(ours: Any, theirs: Any) -> str:
    ours, theirs = np.atleast_1d(ours).astype(np.int64), np.atleast_1d(theirs).astype(np.int64)
    if ours.shape != theirs.shape:
        return f"shape {theirs.shape}, ours {ours.shape}"
    different = np.count_nonzero(ours != theirs)
    return f"{different} of {ours.size} cells" if different else ""


def same_positions(ours: Any, theirs: Any) -> str:
    """Longitudes and latitudes in degrees."""
    (lon, lat), (their_lon, their_lat) = (tuple(np.atleast_2d(angle) for angle in pair) for pair in (ours, theirs))
    if lon.shape != their_lon.shape:
        return f"shape {their_lon.shape}, ours {lon.shape}"
    # What is east or west of a pole does not matter there.
    around = np.abs((lon - their_lon + 180) % 360 - 180) * np.cos(np.radians(lat))
    worst = max(around.max(), np.abs(lat - their_lat).max())
    return f"off by {worst:.2g} degrees" if worst > 1e-9 else ""


def same_angles(ours: Any, theirs: Any) -> str:
    """Colatitudes and longitudes in radians."""
    return same_positions(*((np.degrees(phi), 90 - np.degrees(theta)) for theta, phi in (ours, theirs)))


def same_sets(ours: Any, theirs: Any) -> str:
    """Cells in any order on the last axis; what is negative is none."""
    return same_cells(np.sort(np.atleast_2d(ours), axis=-1), np.sort(np.atleast_2d(theirs), axis=-1))


def same_weights(ours: Any, theirs: Any) -> str:
    """Cells and their weights in any order on the last axis."""

    def sorted_by_cell(pair: Any) -> tuple[Any, Any]:
        cells, weights = np.atleast_2d(pair[0]).astype(np.int64), np.atleast_2d(pair[1])
        order = np.argsort(cells, axis=-1)
        return np.take_along_axis(cells, order, -1), np.take_along_axis(weights, order, -1)

    (cells, weights), (their_cells, their_weights) = sorted_by_cell(ours), sorted_by_cell(theirs)
    if text := same_cells(cells, their_cells):
        return text
    worst = np.abs(weights - their_weights).max()
    return f"weights off by {worst:.2g}" if worst > 1e-9 else ""


def nearly_same_area(ours: Any, theirs: Any) -> str:
    """Sets of cells at one depth. Coverages may have cells too many along the border, each package others."""
    ours, theirs = np.unique(ours), np.unique(theirs)
    different = np.setxor1d(ours, theirs).size / max(ours.size, 1)
    return f"covers {theirs.size} cells, ours {ours.size}" if different > 0.05 else ""


def same_number(ours: Any, theirs: Any) -> str:
    return "" if abs(ours - theirs) <= 1e-9 * abs(ours) else f"{theirs}, ours {ours}"
