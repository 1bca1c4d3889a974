"""healpixel.compat.healpy beside healpy at random positions, and at hard ones: every difference is explained."""

import math

import numpy as np
import pytest

import healpixel
import healpixel.compat.healpy as ours

healpy = pytest.importorskip("healpy")

NSIDES = [1, 2, 3, 7, 64, 1000, 2**20, 2**29]
NESTED = [1, 2, 64, 2**20, 2**29]
N = 20000


def positions(seed):
    rng = np.random.default_rng(seed)
    return np.arccos(rng.uniform(-1, 1, N)), rng.uniform(-10, 10, N)


def pixels(nside, seed):
    """Random ones, and the first and last of every kind of ring."""
    rng = np.random.default_rng(seed)
    npix = 12 * nside**2
    some = rng.integers(0, npix, N)
    rings = np.unique(np.clip([1, 2, 3, nside - 1, nside, nside + 1, 2 * nside, 3 * nside, 3 * nside + 1, 4 * nside - 1], 1, 4 * nside - 1))
    first, count, *_ = healpixel.ring.info(nside, rings)
    return np.unique(np.concatenate([some, first, first + count - 1]))


def distance(nside, nest, pixel, theta, phi):
    """How far positions are from the centres of pixels, in radians."""
    room, at = (healpixel.nested, healpixel.grid.depth(nside)) if nest else (healpixel.ring, nside)
    lon, lat = room.center(at, pixel, unit="rad")
    return healpixel.distance(lon, lat, phi, math.pi / 2 - np.asarray(theta), unit="rad")


def next_to_border(nside, nest, pixel, theta, phi, within):
    """Whether positions are nearer to another pixel's inside than rounding can tell: so near the edge of `pixel`."""
    room, at = (healpixel.nested, healpixel.grid.depth(nside)) if nest else (healpixel.ring, nside)
    _, dx, dy = room.hash_with_offsets(at, phi, math.pi / 2 - np.asarray(theta), unit="rad")
    side = math.sqrt(4 * math.pi / (12 * nside**2))
    offset = np.minimum(np.minimum(dx, 1 - dx), np.minimum(dy, 1 - dy))
    return offset * side < within


@pytest.mark.parametrize("nest", [False, True])
def test_ang2pix_at_random(nest):
    theta, phi = positions(1)
    for nside in NESTED if nest else NSIDES:
        mine, theirs = ours.ang2pix(nside, theta, phi, nest=nest), healpy.ang2pix(nside, theta, phi, nest=nest)
        other = mine != theirs
        # In the deepest pixels, 1e-9 rad wide, some positions are on a border to within healpy's rounding of theta and phi.
        assert np.count_nonzero(other) <= (0 if nside < 2**20 else 20)
        assert np.all(next_to_border(nside, nest, mine, theta, phi, 1e-14)[other])


def test_ang2pix_in_degrees_at_random():
    theta, phi = positions(2)
    lon, lat = np.degrees(phi), 90 - np.degrees(theta)
    for nside in [1, 64, 2**20]:
        np.testing.assert_array_equal(ours.ang2pix(nside, lon, lat, lonlat=True), healpy.ang2pix(nside, lon, lat, lonlat=True))


def test_ang2pix_at_hard_positions():
    # Borders, poles, whole multiples of 45 degrees, asin(2/3). healpy rounds on the way to z and takes one or another of the pixels
    # that meet there; ours are those of the rule (a pixel owns its two western edges), by exact arithmetic.
    cap = math.asin(2 / 3)
    theta = np.array([0.0, 1e-300, 1e-9, math.pi / 2 - cap, math.pi / 4, math.pi / 3, math.pi / 2, math.pi / 2 + cap, 3.0, math.pi])
    theta = np.clip(np.concatenate([theta, np.nextafter(theta, 4), np.nextafter(theta, -1)]), 0, math.pi)
    phi = np.arange(-16, 17) * (math.pi / 4)
    theta, phi = np.repeat(theta, len(phi)), np.tile(phi, len(theta))
    for nest in (False, True):
        for nside in NESTED if nest else NSIDES:
            mine, theirs = ours.ang2pix(nside, theta, phi, nest=nest), healpy.ang2pix(nside, theta, phi, nest=nest)
            other = mine != theirs
            assert np.all(next_to_border(nside, nest, mine, theta, phi, 1e-14)[other])
            # Both are right to within rounding: the position is as near to the one as to the other.
            if nside <= 2**20:
                near = distance(nside, nest, mine, theta, phi)[other]
                assert np.all(distance(nside, nest, theirs, theta, phi)[other] <= near + 2.0 / nside)


def test_whole_degrees_are_exact():
    # healpy multiplies by pi / 180 and loses the border: (lon, lat) = (k 45, 0) are corners or centres of pixels at every nside.
    lon = np.arange(0.0, 360.0, 45.0)
    np.testing.assert_array_equal(ours.ang2pix(1, lon, 0.0, lonlat=True), [4, 5, 5, 6, 6, 7, 7, 4])
    np.testing.assert_array_equal(
        ours.ang2pix(1, lon, 0.0, lonlat=True, nest=True), healpixel.nested.hash(0, lon, 0.0)
    )


def test_far_longitudes():
    # healpy reduces modulo the 2 pi of floating point, we modulo four quarter turns of lon * (2 / pi), rounded once. Both see the same up
    # to 1e-16 of the longitude; at 1e20 rad nothing is left to agree about, but a pixel there is.
    for phi in (256.0, 700.0, -300.0):
        assert ours.ang2pix(64, 1.0, phi) == healpy.ang2pix(64, 1.0, phi)
    assert 0 <= ours.ang2pix(64, 1.0, 1e20) < 12 * 64**2
    # The reported 13th of 12 pixels.
    assert ours.ang2pix(1, 360.00000000000006, -41.81031489577862, lonlat=True, nest=True) in (8, 11)
    assert ours.ang2pix(1, math.pi / 2 + 0.7297276562269659, 6.283185307179585, nest=True) in (11, 8, 4)


@pytest.mark.parametrize("nest", [False, True])
def test_centres(nest):
    for nside in NESTED if nest else NSIDES:
        some = pixels(nside, 3)
        (theta, phi), (their_theta, their_phi) = (m.pix2ang(nside, some, nest=nest) for m in (ours, healpy))
        np.testing.assert_allclose(theta, their_theta, rtol=0, atol=9e-16)
        np.testing.assert_allclose(phi, their_phi, rtol=0, atol=2e-15)
        # Next to the north pole theta is good to the last digits, as healpy's.
        near = their_theta < 0.01
        np.testing.assert_allclose(theta[near], their_theta[near], rtol=4e-16)
        for mine, theirs in zip(ours.pix2vec(nside, some, nest=nest), healpy.pix2vec(nside, some, nest=nest), strict=True):
            # healpy takes cosines of longitudes far from 0, which costs it up to 1.5e-15.
            np.testing.assert_allclose(mine, theirs, rtol=0, atol=2e-15)
        mine, theirs = (m.pix2ang(nside, some, nest=nest, lonlat=True) for m in (ours, healpy))
        np.testing.assert_allclose(mine, theirs, rtol=0, atol=2e-13)
        np.testing.assert_array_equal(ours.ang2pix(nside, theta, phi, nest=nest), some)


@pytest.mark.parametrize("nest", [False, True])
def test_few_positions_are_as_many(nest):
    theta, phi = positions(9)
    theta[:4] = [0.0, math.pi, 5e-324, 1e-9]
    cells = ours.ang2pix(2**29, theta, phi, nest=nest)
    centres = ours.pix2ang(2**29, cells, nest=nest)
    for n in (0, 1, 2, 4, 32, 33, 1000):
        np.testing.assert_array_equal(ours.ang2pix(2**29, theta[:n], phi[:n], nest=nest), cells[:n])
        np.testing.assert_array_equal(ours.pix2ang(2**29, cells[:n], nest=nest), [angle[:n] for angle in centres])
    for k in range(6):
        cell, centre = ours.ang2pix(2**29, float(theta[k]), float(phi[k]), nest=nest), ours.pix2ang(2**29, int(cells[k]), nest=nest)
        assert cell == cells[k] and type(cell) is np.int64
        assert centre == (centres[0][k], centres[1][k]) and type(centre[0]) is np.float64
    masked = ours.ang2pix(64, np.ma.array([1.0, 9.0, -1.0], mask=[False, True, True]), 0.5, nest=nest)
    assert masked.tolist() == [ours.ang2pix(64, 1.0, 0.5, nest=nest), None, None]
    with pytest.raises(healpixel.HealpixError, match=r"do not go together: \(2,\), \(3,\)"):
        ours.ang2pix(64, [1, 2], [1, 2, 3], nest=nest)
    for wrong in (-5e-324, float(np.nextafter(math.pi, 4)), math.nan, math.inf):
        with pytest.raises(healpixel.HealpixError, match="1 of 40 positions are invalid; the first, at index 39: theta .* is outside"):
            ours.ang2pix(64, [1.0] * 39 + [wrong], 0.5, nest=nest)


@pytest.mark.parametrize("nest", [False, True])
def test_vec2pix(nest):
    rng = np.random.default_rng(4)
    x, y, z = rng.normal(size=(3, N))
    for nside in NESTED if nest else NSIDES:
        mine, theirs = ours.vec2pix(nside, x, y, z, nest=nest), healpy.vec2pix(nside, x, y, z, nest=nest)
        assert np.count_nonzero(mine != theirs) <= (0 if nside < 2**20 else 40)  # borders, as above


def test_numberings():
    for nside in NESTED:
        some = pixels(nside, 5)
        np.testing.assert_array_equal(ours.ring2nest(nside, some), healpy.ring2nest(nside, some))
        np.testing.assert_array_equal(ours.nest2ring(nside, some), healpy.nest2ring(nside, some))
        np.testing.assert_array_equal(ours.pix2ring(nside, some), healpy.pix2ring(nside, some))
    for nside in NSIDES:
        some = pixels(nside, 6)
        mine = ours.pix2xyf(nside, some)
        # healpy's square root of a number beyond 2**53 is wrong for the last pixels of some polar rings.
        theirs = healpy.pix2xyf(nside, some)
        same = np.all([a == b for a, b in zip(mine, theirs, strict=True)], axis=0)
        assert same.all() or nside == 2**29
        np.testing.assert_array_equal(ours.xyf2pix(nside, *mine), some)


@pytest.mark.parametrize("nest", [False, True])
def test_neighbours(nest):
    for nside in NESTED if nest else NSIDES:
        some = pixels(nside, 7)
        mine, theirs = (m.get_all_neighbours(nside, some, nest=nest) for m in (ours, healpy))
        np.testing.assert_array_equal(mine, theirs)


def spread(pixel, weight):
    """The weight of each pixel, in the order of pixels: pixels of no weight may be any."""
    order = np.argsort(pixel, axis=0)
    pixel, weight = np.take_along_axis(pixel, order, 0), np.take_along_axis(weight, order, 0)
    return pixel, weight


@pytest.mark.parametrize("nest", [False, True])
def test_interpolation(nest):
    theta, phi = positions(8)
    theta[:4], phi[:4] = [0.0, math.pi, math.pi / 2, 1e-9], [0.0, 1.0, 0.0, 0.0]
    for nside in [1, 2, 64, 1024] if nest else [1, 2, 3, 64, 1000]:
        mine, theirs = (m.get_interp_weights(nside, theta, phi, nest=nest) for m in (ours, healpy))
        assert np.all(mine[1] >= 0)
        np.testing.assert_allclose(mine[1].sum(axis=0), 1.0, rtol=0, atol=5e-16)
        (pixel, weight), (their_pixel, their_weight) = spread(*mine), spread(*theirs)
        other = (pixel != their_pixel).any(axis=0)
        # Exactly on a ring the other ring has no weight, and may be the one above or below.
        assert np.count_nonzero(other) <= 4
        np.testing.assert_allclose(weight[:, ~other], their_weight[:, ~other], rtol=0, atol=3e-16 * 4 * max(nside, 8))


def test_interpolation_at_centres():
    # healpy spends 1e-16 on neighbours; which of them have next to no weight is a matter of rounding.
    rng = np.random.default_rng(9)
    for nside, nest in [(4, False), (3, False), (8, True)]:
        m = rng.normal(size=12 * nside**2)
        some = np.arange(m.size)
        pixel, weight = ours.get_interp_weights(nside, some, nest=nest)
        np.testing.assert_allclose((m[pixel] * weight).sum(axis=0), m, atol=1e-13)
        pixel, weight = healpy.get_interp_weights(nside, some, nest=nest)
        np.testing.assert_allclose((m[pixel] * weight).sum(axis=0), m, atol=1e-13)


def test_interpolation_is_never_nan():
    # nside 4 and longitudes from -pi on: other ports of this interpolation give NaN. At nside 2**29 healpy's weights leave [0, 1].
    lon, lat = np.meshgrid(np.arange(-180, 181.0), np.arange(-90, 91.0))
    for nside in (1, 4, 2**29):
        weights = ours.get_interp_weights(nside, lon, lat, lonlat=True)[1]
        assert np.all((weights >= 0) & (weights <= 1))
    _, weights = ours.get_interp_weights(2**29, math.pi / 2 - 1.5707963188249288, 2.224988718182398)
    assert np.all((weights >= 0) & (weights <= 1)) and abs(weights.sum() - 1) < 5e-16


@pytest.mark.parametrize("nest", [False, True])
def test_boundaries(nest):
    rng = np.random.default_rng(10)
    for nside in [1, 2, 64, 2**20] if nest else [1, 3, 64, 2**20]:
        some = np.concatenate([rng.integers(0, 12 * nside**2, 500), [0, 3, 12 * nside**2 - 1]])
        for step in (1, 4):
            mine, theirs = (m.boundaries(nside, some, step=step, nest=nest) for m in (ours, healpy))
            assert mine.shape == theirs.shape
            np.testing.assert_allclose(mine, theirs, rtol=0, atol=2e-15)


def test_max_pixrad():
    for nside in NSIDES:
        np.testing.assert_allclose(ours.max_pixrad(nside), healpy.max_pixrad(nside), rtol=1e-14, atol=2e-15)
