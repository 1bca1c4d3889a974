"""Inputs that break other libraries: the rows of the list that are about positions and cells. See also healpix-core/tests/regressions.rs."""

import numpy as np
import pytest

from healpixel import HealpixError, nested, ring


def test_deep_ring_indices():
    for depth in range(26, 30):
        nside = 1 << depth
        for number in (1, 2, nside // 2, nside - 1, nside, 3 * nside + 1, 4 * nside - 1):
            first, count, _, _ = ring.info(nside, number)
            cells = np.array([first, first + count - 1])
            assert (nested.to_ring(depth, ring.to_nested(nside, cells)) == cells).all()
            assert (ring.ring_of(nside, cells) == number).all()
            lon, lat = ring.center(nside, cells)
            assert (np.abs(lat) <= 90).all() and ((lon >= 0) & (lon <= 360)).all()
            assert (ring.hash(nside, lon, lat) == cells).all()
    assert nested.to_ring(29, 576460751229681663) >= 0


@pytest.mark.parametrize("lon", [256.0, 700.0, -300.0, 1e20, np.nextafter(2 * np.pi, 0), -1e-17, -2 * np.pi])
def test_far_and_near_longitudes(lon):
    for depth in (0, 5, 29):
        assert 0 <= nested.hash(depth, lon, 0.3, unit="rad") < 12 * 4**depth
    assert 0 <= ring.hash(1, lon, -0.7297276562269659, unit="rad") < 12


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_not_finite(bad):
    for lon, lat in ((bad, 0.0), (0.0, bad), (bad, bad)):
        with pytest.raises(HealpixError):
            nested.hash(5, lon, lat)
        assert nested.hash(5, [1.0, lon], [2.0, lat], errors="ignore").tolist() == [nested.hash(5, 1.0, 2.0), -1]


@pytest.mark.parametrize("cell", [-1, 12 * 4**5, 10**18, 2**63, 2**64 - 1])
def test_cells_that_do_not_exist(cell):
    for call in (nested.center, nested.vertices, nested.neighbors, nested.to_ring, nested.parent):
        with pytest.raises(HealpixError, match="does not exist"):
            call(5, cell)
        with pytest.raises(HealpixError, match="does not exist"):
            call(5, np.array([cell], np.uint64 if cell > 0 else np.int64))


@pytest.mark.parametrize("nside", [0, -1, 2**30])
def test_nsides_that_do_not_exist(nside):
    with pytest.raises(HealpixError, match="nside"):
        ring.hash(nside, 1.0, 1.0)


def test_interpolation_is_never_nan():
    lon, lat = np.meshgrid(np.arange(-180, 181.0), np.arange(-90, 91.0))
    cells, weights = ring.interpolate_rings(4, lon, lat)
    assert ((weights >= 0) & (weights <= 1)).all() and np.allclose(weights.sum(axis=-1), 1)
    for call, at in ((nested.interpolate_bilinear, 27), (nested.interpolate_rings, 27)):
        assert call(at, 1.0000000028043134e-05, -41.81031451395941)[1].sum() == pytest.approx(1)
    assert np.isfinite(nested.interpolate_bilinear(8, 0.0, -41.730291566995895)[1]).all()
    weights = ring.interpolate_rings(2**29, 2.224988718182398, 1.5707963188249288, unit="rad")[1]
    assert ((weights >= 0) & (weights <= 1)).all() and weights.sum() == pytest.approx(1)


def test_the_rest_of_the_list():
    lon, lat = nested.position(5, 100, [1.0, 0.3, 1.0], [0.5, 1.0, 1.0])
    assert np.isfinite(lon).all()
    assert ring.hash(32, 0.0, 88.0) == 4
    assert ring.hash(1, 6.283185307179585, -0.7297276562269659, unit="rad") in (11, 8, 4)
    # hpgeom says ...358; the digits are the oracle's.
    assert str(nested.hash(29, 2.923141055949502, 1.570796313619488, unit="rad")).endswith("444")
    assert nested.to_ring(3, np.array([5], np.uint64)) == nested.to_ring(3, np.array([5], np.int64))
    with pytest.raises(HealpixError, match="latitude 95 is outside"):
        nested.hash(3, 0.0, 95.0)


def test_discs_of_neighbors():
    for cell in range(12 * 4**4):
        one = {cell}
        for _ in range(2):
            around = nested.neighbors(4, sorted(one))
            one |= set(around[around >= 0].tolist())
        assert nested.neighbor_disc(4, cell, 2).tolist() == sorted(one)
