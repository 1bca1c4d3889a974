"""The one exception of the package."""

from __future__ import annotations

from typing import Any


class HealpixError(ValueError):
    """What was wrong, which value, and what is allowed.

    Attributes
    ----------
    index : int, tuple of int or None
        Where the first bad element is, in the shape that the arguments have together; None for a call on scalars.
    value : int, float or None
        The value that was refused, where there is one.
    count : int
        How many elements are bad.
    result : object
        What the call has computed all the same, with -1 or NaN in the places of the bad elements; None where there is nothing.
    """

    index: int | tuple[int, ...] | None = None
    value: Any = None
    count: int = 1
    result: Any = None


class Stopped(HealpixError):
    """A progress function returned False."""


# What a traceback says is what one imports.
HealpixError.__module__ = Stopped.__module__ = "healpixel"
