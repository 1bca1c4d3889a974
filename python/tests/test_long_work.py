"""Ctrl-C, progress functions, other threads."""

import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

import healpixel as hp
from healpixel import nested

LON = np.linspace(0, 360, 2_000_000)


def test_progress_is_told():
    seen = []
    with hp.progress(lambda done, total: seen.append((done, total))):
        nested.hash(20, LON, 0.5)
        nested.hash(20, [1.0], 0.5)
    done = [done for done, _ in seen]
    assert len(done) >= 3 and done == sorted(done) and done[-1] == len(LON)
    assert {total for _, total in seen} == {len(LON)}
    seen.clear()
    nested.hash(20, LON, 0.5)
    assert seen == []


def test_progress_that_stops():
    with hp.progress(lambda done, total: done < 500_000), pytest.raises(hp.Stopped, match="stopped by the progress"):
        nested.hash(20, LON, 0.5)
    assert issubclass(hp.Stopped, hp.HealpixError)


def test_progress_that_raises_at_every_call():
    calls = []
    with hp.progress(lambda done, total: calls.append(done)):
        nested.hash(20, LON, 0.5)

    class Mine(Exception):
        pass

    for at in range(len(calls)):
        seen = []

        def listen(done, total, at=at, seen=seen):
            seen.append(done)
            if len(seen) > at:
                raise Mine(at)

        with hp.progress(listen), pytest.raises(Mine) as caught:
            nested.hash(20, LON, 0.5)
        assert caught.value.args == (at,) and len(seen) == at + 1


def test_progress_may_call_the_library():
    cells = []
    with hp.progress(lambda done, total: cells.append(nested.hash(20, LON[:100_000], 0.5)[-1])):
        nested.hash(20, LON, 0.5)
    assert set(cells) == {nested.hash(20, LON[99_999], 0.5)}


def test_progress_within_progress():
    outer, inner = [], []
    with hp.progress(lambda *told: outer.append(told)):
        with hp.progress(lambda *told: inner.append(told)):
            nested.hash(20, LON, 0.5)
        assert not outer
        nested.hash(20, LON, 0.5)
    assert outer == inner


def test_progress_is_the_threads_own():
    seen = []
    with hp.progress(lambda *told: seen.append(told)):
        other = threading.Thread(target=nested.hash, args=(20, LON, 0.5))
        other.start()
        other.join()
    assert seen == []
    with pytest.raises(TypeError, match="progress needs a function"):
        hp.progress(3)


def test_other_threads_run_meanwhile():
    ticks = []
    done = threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.0005)

    clock = threading.Thread(target=tick)
    clock.start()
    cells = np.arange(5_000_000)
    # With the lock held there would be none at all; a busy machine may be late with some.
    for _ in range(20):
        begin = time.perf_counter()
        nested.center(29, cells)
        end = time.perf_counter()
        heard = sum(begin < at < end for at in ticks)
        if heard >= 3:
            break
    done.set()
    clock.join()
    assert heard >= 3


def test_ctrl_c_ends_long_work():
    program = """
import signal, healpixel as hp, numpy as np
signal.signal(signal.SIGINT, signal.default_int_handler)
cells = np.arange(20_000_000)
print("begin", flush=True)
try:
    while True:
        hp.nested.vertices(29, cells)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "begin\n"
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    assert child.communicate(timeout=60)[0] == "interrupted\n"
    assert child.returncode == 0


def test_threads_after_fork():
    program = """
import os, numpy as np, healpixel as hp
lon = np.linspace(0, 360, 300_000)
hp.set_threads(2)
here = hp.nested.hash(10, lon, 1.0).sum()
child = os.fork()
if child == 0:
    same = hp.nested.hash(10, lon, 1.0).sum() == here and hp.nested.hash(10, lon, 1.0, threads=3).sum() == here
    os._exit(0 if same and hp.threads() == 2 else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, timeout=120).stdout == "0\n"
