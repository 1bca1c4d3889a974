"""Regions, their cells, and what lies in them."""

from ._core import (
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
    "Coverage",
    "Coverages",
    "PointIndex",
    "Region",
    "centers_in",
    "cones",
    "ring_centers_in",
    "ring_touched",
    "visit",
]
