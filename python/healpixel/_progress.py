"""How far long calls have come."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from ._core import _pop_listener, _push_listener


class progress:
    """Tells a function how far long calls inside of a ``with`` block have come, on this thread.

    The function is called every few milliseconds with the units done and the units of the whole call (None where that cannot be known
    beforehand). If it returns False, the call ends with :class:`Stopped`; an exception that it raises ends the call and arrives as it is.

    >>> import healpixel as hp
    >>> import numpy as np
    >>> seen = []
    >>> with hp.progress(lambda done, total: seen.append((done, total))):
    ...     cells = hp.nested.hash(20, np.linspace(0, 360, 2_000_000), 0.5)
    >>> seen[-1]
    (2000000, 2000000)
    """

    def __init__(self, function: Callable[[int, int | None], object]) -> None:
        if not callable(function):
            raise TypeError(f"progress needs a function of (done, total), not {type(function).__name__}")
        self._function = function

    def __enter__(self) -> progress:
        _push_listener(self._function)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _pop_listener()
