"""Written by python/tools/stubs.py."""

from typing import Literal, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._typing import Angles, Arrow, Cells, Direction, Floats, Int, Integers, OnError, Out, Position, Real, Unit

__all__ = [
    "best_starting_depth",
    "cell_area",
    "depth",
    "largest_center_to_vertex_distance",
    "n_cells",
    "nside",
]

def best_starting_depth(radius: Real, *, unit: Unit = "deg") -> int | None: ...
@overload
def cell_area(nside: Int, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> float: ...
@overload
def cell_area(nside: Integers, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Floats: ...
@overload
def depth(nside: Int, *, out: None = None, errors: OnError = "raise", threads: int | None = None) -> int: ...
@overload
def depth(nside: Integers, *, out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Cells: ...
@overload
def largest_center_to_vertex_distance(nside: Int, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> float: ...
@overload
def largest_center_to_vertex_distance(nside: Integers, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Floats: ...
@overload
def n_cells(nside: Int, *, out: None = None, errors: OnError = "raise", threads: int | None = None) -> int: ...
@overload
def n_cells(nside: Integers, *, out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Cells: ...
@overload
def nside(depth: Int, *, out: None = None, errors: OnError = "raise", threads: int | None = None) -> int: ...
@overload
def nside(depth: Integers, *, out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Cells: ...
