"""Types of arguments, for annotations."""

from __future__ import annotations

from os import PathLike
from typing import Any, Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Arrow(Protocol):
    """An Arrow array: of pyarrow, polars, DuckDB, nanoarrow, or any other library that speaks the PyCapsule interface."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...


class ArrowStream(Protocol):
    """An Arrow array in chunks."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class CellTable(Protocol):
    """The columns "index", "depth" and "full" by name: a structured array, a data frame, a table, a dict of arrays."""

    def __getitem__(self, name: str, /) -> Any: ...


class Quantity(Protocol):
    """Numbers with a unit: Quantity, Angle, Longitude, Latitude of astropy."""

    @property
    def unit(self) -> Any: ...
    def to_value(self, unit: Any) -> Any: ...


class Position(Protocol):
    """Longitude and latitude in one: SkyCoord of astropy."""

    @property
    def spherical(self) -> Any: ...


class Readable(Protocol):
    """A file object to read from, in binary mode."""

    def read(self, size: int, /) -> bytes: ...


class Writable(Protocol):
    """A file object to write to, in binary mode."""

    def write(self, data: bytes, /) -> object: ...


Int: TypeAlias = int | np.integer[Any]
Real: TypeAlias = float | np.floating[Any] | np.integer[Any]
Integers: TypeAlias = ArrayLike | Arrow | ArrowStream
Angles: TypeAlias = ArrayLike | Quantity | Arrow | ArrowStream
Cells: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Out: TypeAlias = NDArray[Any] | tuple[NDArray[Any], ...]
Unit: TypeAlias = Literal["deg", "rad"]
OnError: TypeAlias = Literal["raise", "mask", "ignore"]
Direction: TypeAlias = Literal["S", "SE", "E", "SW", "NE", "W", "NW", "N"]
Bools: TypeAlias = NDArray[np.bool_]
Path: TypeAlias = str | PathLike[str]
FitsKind: TypeAlias = Literal["range", "nuniq", "nuniq_v1"]
