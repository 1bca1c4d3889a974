"""Positions that are hard, and any others."""

import numpy as np

CAP = np.degrees(np.arcsin(2 / 3))


def hard_positions():
    """Poles, face corners, longitudes of k 45 degrees, the latitude where the caps begin, and what is next to them."""
    lon = [k * 45.0 for k in range(-9, 17)] + [1e-300, 359.99999999999994, -1e-17, 1e20, 22.5]
    lat = [0.0, -0.0, 90.0, -90.0, CAP, -CAP, 30.0, -30.0, 41.8, 1e-300, 89.99999999999999, 60.0]
    for here in (0.0, CAP, -CAP):
        for _ in range(3):
            lat += [np.nextafter(lat[-1] if lat[-1] != 60.0 else here, 90), np.nextafter(here, -90)]
    lon, lat = np.meshgrid(np.array(lon), np.clip(np.array(lat), -90, 90))
    return lon.ravel(), lat.ravel()


def random_positions(n, seed=1):
    """Evenly on the sphere."""
    rng = np.random.default_rng(seed)
    return rng.uniform(-360, 720, n), np.degrees(np.arcsin(rng.uniform(-1, 1, n)))
