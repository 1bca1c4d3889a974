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

    What has been asked for can be called off, by False or by an exception:

    >>> with hp.progress(lambda done, total: done < 1_000_000):
    ...     hp.nested.hash(20, np.linspace(0, 360, 2_000_000), 0.5)
    Traceback (most recent call last):
        ...
    healpixel.Stopped: stopped by the progress callback
    >>> def until_noon(done, total):
    ...     raise TimeoutError("it is noon")
    >>> with hp.progress(until_noon):
    ...     moc = hp.Moc.from_points(20, np.linspace(0, 360, 2_000_000), 0.5)
    Traceback (most recent call last):
        ...
    TimeoutError: it is noon

    Where the total is not known, it is None:

    >>> def told(done, total):
    ...     print(f"{done} units" if total is None else f"{done / total:.0%}")
    >>> with hp.progress(told):
    ...     cells = hp.nested.hash(3, [1.0, 2.0], 0.5)  # too short to be worth a word
    """

    def __init__(self, function: Callable[[int, int | None], object]) -> None:
        if not callable(function):
            raise TypeError(f"progress needs a function of (done, total), not {type(function).__name__}")
        self._function = function

    def __enter__(self) -> progress:
        """Begins to tell the function of calls on this thread; a function of an outer block hears nothing meanwhile.

        >>> import healpixel as hp
        >>> with hp.progress(print):
        ...     hp.nested.hash(3, 1.0, 2.0)
        304
        """
        _push_listener(self._function)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _pop_listener()
