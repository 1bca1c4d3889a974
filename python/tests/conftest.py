"""Settings of all tests."""

import os
import signal

import pytest
from hypothesis import settings

import healpixel

# What a shell starts in the background ignores Ctrl-C, and so does Python then.
signal.signal(signal.SIGINT, signal.default_int_handler)

# `HYPOTHESIS_PROFILE=long` for more examples.
settings.register_profile("short", max_examples=60, deadline=None)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


@pytest.fixture(autouse=True)
def _one_thread():
    """Each test begins and ends with one thread."""
    healpixel.set_threads(1)
    yield
    healpixel.set_threads(1)
