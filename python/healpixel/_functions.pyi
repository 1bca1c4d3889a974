"""Written by python/tools/stubs.py."""

from typing import Literal, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._typing import Angles, Arrow, Cells, Direction, Floats, Int, Integers, OnError, Out, Position, Real, Unit

__all__ = [
    "distance",
    "from_vec",
    "project",
    "set_threads",
    "threads",
    "to_vec",
    "unproject",
]

@overload
def distance(lon1: Real, lat1: Real, lon2: Real, lat2: Real, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> float: ...
@overload
def distance(lon1: Angles, lat1: Angles, lon2: Angles, lat2: Angles, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> Floats: ...
@overload
def from_vec(x: Real, y: Real, z: Real, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[float, float]: ...
@overload
def from_vec(x: ArrayLike | Arrow, y: ArrayLike | Arrow, z: ArrayLike | Arrow, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[Floats, Floats]: ...
@overload
def project(lon: Real, lat: Real, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[float, float]: ...
@overload
def project(lon: Angles | Position, lat: Angles | None = None, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[Floats, Floats]: ...
def set_threads(count: int) -> int: ...
def threads() -> int: ...
@overload
def to_vec(lon: Real, lat: Real, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[float, float, float]: ...
@overload
def to_vec(lon: Angles | Position, lat: Angles | None = None, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[Floats, Floats, Floats]: ...
@overload
def unproject(x: Real, y: Real, *, unit: Unit = "deg", out: None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[float, float]: ...
@overload
def unproject(x: ArrayLike | Arrow, y: ArrayLike | Arrow, *, unit: Unit = "deg", out: Out | None = None, errors: OnError = "raise", threads: int | None = None) -> tuple[Floats, Floats]: ...
