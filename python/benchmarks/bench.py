"""healpixel beside its peers: nanoseconds of the same work in one run, and how many times faster healpixel is than the fastest peer.

    python benchmarks/bench.py                      # everything, some minutes
    python benchmarks/bench.py --quick              # small arrays once: does every row run, do the results agree?
    python benchmarks/bench.py --only hash --sizes scalar,1,1000 --peers healpy,hpgeom

One thread for everybody, unless ``--threads`` says otherwise. Arguments are made beforehand, in the classes that each package wants. The
benchmark's own loop and the function around each call are measured, too, and taken off: 0.03 microseconds.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

os.environ.setdefault("OMP_NUM_THREADS", "1")

import areas
import healpixel as hp
import numpy as np
import points
from rows import PEERS, Row

SIZES = {"scalar": 0, "1": 1, "10^3": 10**3, "10^6": 10**6, "10^7": 10**7}
OURS = "healpixel"
NOTHING = ""


def installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def best_times(calls: dict[str, Callable[[], object]], seconds: float) -> dict[str, float]:
    """Nanoseconds of one call each, the best of several rounds in which everybody has a turn of the same length: above what a function that does
    nothing takes."""
    turn = seconds * 1e9 / 20
    measured = {**calls, NOTHING: lambda: None}
    loops = {name: enough(call, turn) for name, call in measured.items()}
    best = dict.fromkeys(measured, float("inf"))
    end = time.perf_counter() + seconds * len(measured)
    rounds = 0
    while rounds < 3 or time.perf_counter() < end:
        for name, call in measured.items():
            best[name] = min(best[name], elapsed(call, loops[name]) / loops[name])
        rounds += 1
    return {name: max(best[name] - best[NOTHING], 1.0) for name in calls}


def elapsed(call: Callable[[], object], loops: int) -> int:
    """Nanoseconds of so many calls."""
    repeat = range(loops)
    start = time.perf_counter_ns()
    for _ in repeat:
        call()
    return time.perf_counter_ns() - start


def enough(call: Callable[[], object], turn: float) -> int:
    """How many calls fill a turn. The first ones take longer than those that follow, and would make the turns of quick functions too short for
    them to forget what others have left in the caches."""
    loops = 1
    while (spent := elapsed(call, loops)) < turn / 4:
        loops *= 2
    return max(1, int(loops * turn / max(spent, 1)))


def numpy_times(seconds: float) -> str:
    """What numpy itself takes for arrays of one element."""
    one = np.ones(1)
    calls = {
        "an empty array": lambda: np.empty(1),
        "two empty arrays": lambda: (np.empty(1), np.empty(1)),
        "add of two arrays": lambda: np.add(one, one),
    }
    times = best_times(calls, seconds)
    return ", ".join(f"{name} {number(times[name])}" for name in calls)


def rows(arguments: argparse.Namespace) -> Iterator[tuple[str, int, Row]]:
    """Size, elements in a call, row."""
    for label in arguments.sizes:
        for row in points.rows(SIZES[label], arguments.threads):
            yield label, max(SIZES[label], 1), row
    for row in areas.rows(arguments.quick):
        yield "", 1, row


def number(nanoseconds: float | None) -> str:
    if nanoseconds is None:
        return "-"
    return f"{nanoseconds:.3g}" if nanoseconds < 100 else f"{nanoseconds:,.0f}"


def table_line(cells: list[str], widths: list[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) if k < 2 else cell.rjust(width) for k, (cell, width) in enumerate(zip(cells, widths, strict=True))) + " |"


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="arrays of 1 and 10^3, three rounds of one call; ends with 1 if results do not agree")
    parser.add_argument("--peers", type=lambda text: text.split(","), help=f"of {','.join(PEERS)}; otherwise whatever is installed")
    parser.add_argument("--only", default="", help="rows with this in their name")
    parser.add_argument("--sizes", type=lambda text: text.split(","), help=f"of {','.join(SIZES)}")
    parser.add_argument("--seconds", type=float, default=0.5, help="for each time measured")
    parser.add_argument("--threads", type=int, default=1, help="for healpixel and all peers that can be told")
    arguments = parser.parse_args()
    arguments.peers = arguments.peers or [peer for peer in PEERS if installed(peer)]
    arguments.sizes = arguments.sizes or (["scalar", "1", "10^3"] if arguments.quick else list(SIZES))
    if unknown := [peer for peer in arguments.peers if peer not in PEERS] + [size for size in arguments.sizes if size not in SIZES]:
        parser.error(f"unknown: {', '.join(unknown)}")
    return arguments


def main() -> int:
    arguments = parsed()
    hp.set_threads(arguments.threads)
    versions = [f"{name} {version(name)}" for name in (OURS, *arguments.peers)]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {arguments.threads} thread(s): {', '.join(versions)}")
    print("Nanoseconds for each element, or for a call where that has one; the last column is the fastest peer's time over ours.\n")
    header = ["operation", "n", *arguments.peers, OURS, "times faster"]
    widths = [28, 6, *(max(len(name), 11) for name in header[2:])]
    print(table_line(header, widths))
    print("|" + "|".join("-" * (width + 2) if k < 2 else "-" * (width + 1) + ":" for k, width in enumerate(widths)) + "|")
    wrong = []
    for label, elements, row in rows(arguments):
        peers = {name: peer for name, peer in row.peers.items() if name in arguments.peers}
        if arguments.only not in row.name:
            continue
        if elements <= 10**6:
            ours = row.ours()
            wrong += [f"{row.name}, {label}: {name} {text}" for name, peer in peers.items() if (text := row.differs(name, ours, peer()))]
        gc.collect()
        gc.disable()
        times = best_times({OURS: row.ours, **peers}, 0 if arguments.quick else arguments.seconds)
        gc.enable()
        times = {name: nanoseconds / elements for name, nanoseconds in times.items()}
        fastest = min((times[name] for name in peers), default=None)
        ratio = "-" if fastest is None else f"{fastest / times[OURS]:.1f}"
        print(table_line([row.name, label, *(number(times.get(name)) for name in arguments.peers), number(times[OURS]), ratio], widths), flush=True)
    if "1" in arguments.sizes:
        print(f"\nnumpy itself, with one element each: {numpy_times(0 if arguments.quick else arguments.seconds)}")
    for text in wrong:
        print("DIFFERS:", text, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
