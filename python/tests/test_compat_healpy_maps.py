"""healpixel.compat.healpy beside healpy: maps."""

import numpy as np
import pytest

import healpixel
import healpixel.compat.healpy as ours

healpy = pytest.importorskip("healpy")

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
UNSEEN = healpy.UNSEEN
rng = np.random.default_rng(11)
MAP = rng.normal(size=12 * 16**2)
HOLES = np.where(rng.uniform(size=MAP.size) < 0.3, UNSEEN, MAP)
HOLES[:64] = UNSEEN
NANS = np.where(np.arange(MAP.size) % 7 == 0, np.nan, MAP)
NANS[:16] = np.nan
ENDLESS = np.where(np.arange(MAP.size) % 7 == 0, np.inf, MAP)


def check(mine, theirs, **tolerance):
    assert type(mine) is type(theirs)
    assert (mine.dtype, mine.shape) == (theirs.dtype, theirs.shape)
    np.testing.assert_allclose(np.ma.filled(mine, UNSEEN), np.ma.filled(theirs, UNSEEN), **{"rtol": 1e-13, "atol": 1e-14, **tolerance})
    np.testing.assert_array_equal(np.ma.getmaskarray(mine), np.ma.getmaskarray(theirs))


@pytest.mark.parametrize("nside_out", [1, 4, 16, 32])
@pytest.mark.parametrize("order", [("RING", None), ("NESTED", None), ("RING", "NEST"), ("NEST", "ring")])
@pytest.mark.parametrize(("pess", "power"), [(False, None), (True, None), (False, -2), (False, 1.5)])
def test_ud_grade(nside_out, order, pess, power):
    for m in (MAP, HOLES, NANS, ENDLESS):
        mine, theirs = (module.ud_grade(m, nside_out, pess, *order, power) for module in (ours, healpy))
        if nside_out == 32 and power and m is HOLES:
            # healpy multiplies UNSEEN too, and nobody sees any more that these pixels are bad.
            multiplied = theirs < -1e29
            assert np.all(mine[multiplied] == UNSEEN)
            assert np.all(healpy.mask_good(theirs[multiplied]))
            mine, theirs = mine[~multiplied], theirs[~multiplied]
        check(mine, theirs)


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.int32, np.uint16, np.bool_, np.complex128])
def test_ud_grade_types(dtype):
    m = (np.arange(12 * 16**2) % 251 - (0 if dtype in (np.uint16, np.bool_) else 100)).astype(dtype)
    for nside_out in (4, 16, 32):
        for power in (None, 1):
            mine, theirs = (module.ud_grade(m, nside_out, power=power) for module in (ours, healpy))
            check(mine, theirs, rtol=1e-6 if dtype is np.float32 else 1e-13)
    check(ours.ud_grade(m, 4, dtype=np.float64), healpy.ud_grade(m, 4, dtype=np.float64))


def test_ud_grade_of_several():
    two = [MAP, HOLES]
    for given in (two, tuple(two), np.array(two)):
        check(ours.ud_grade(given, 4), healpy.ud_grade(given, 4))
    assert ours.ud_grade(list(range(48)), 1).dtype == np.int64  # no list of numbers in healpy


def test_ud_grade_of_a_mask_does_not_overflow():
    # healpy adds up in uint8, and returns 0 everywhere for nside 2048 -> 64 (here 64 -> 2).
    full = np.full(12 * 64**2, 255, dtype=np.uint8)
    assert np.all(healpy.ud_grade(full, 2) == 0)
    assert np.all(ours.ud_grade(full, 2) == 255)
    mask = (np.arange(full.size) % 3 > 0).astype(np.uint8) * 200
    nested = healpy.reorder(mask, r2n=True).reshape(-1, 32**2)
    expected = nested.sum(axis=1, dtype=np.int64) // 32**2
    mine = ours.ud_grade(mask, 2, order_out="NEST")
    np.testing.assert_array_equal(mine, expected)
    assert mine.dtype == np.uint8


def test_ud_grade_of_a_large_mask():
    # The reported sizes: 2048 to 64.
    mask = np.ones(12 * 2048**2, dtype=np.uint8)
    mask[: 12 * 1024**2] = 200
    mine = ours.ud_grade(mask, 64, order_in="NEST")
    np.testing.assert_array_equal(mine, np.where(np.arange(12 * 64**2) < 12 * 32**2, 200, 1))


def test_ud_grade_of_large_numbers_is_exact():
    # Sums beyond 64 bits, and float32 that are added up in float64.
    for dtype, value in [(np.int64, 2**63 - 1), (np.int64, -(2**63)), (np.uint64, 2**64 - 1), (np.int8, -128)]:
        assert np.all(ours.ud_grade(np.full(12 * 4**2, value, dtype=dtype), 1) == value)
    mixed = np.arange(48, dtype=np.int64) + 2**62
    expected = [sum(int(v) for v in mixed[k : k + 4]) // 4 for k in range(0, 48, 4)]
    np.testing.assert_array_equal(ours.ud_grade(mixed, 1, order_in="NEST"), expected)
    many = np.full(12 * 256**2, 0.1, dtype=np.float32)
    assert np.all(ours.ud_grade(many, 1) == np.float32(0.1))


def test_ud_grade_of_masked_maps():
    # healpy averages what is under the mask (1e20, numpy's fill value) along with the rest unless it is UNSEEN.
    check(ours.ud_grade(healpy.ma(HOLES), 4), healpy.ud_grade(healpy.ma(HOLES), 4))
    masked = np.ma.masked_less(np.arange(48.0), 5)
    mine = ours.ud_grade(masked, 1, order_in="NEST")
    np.testing.assert_array_equal(mine.mask, [True] + [False] * 11)
    assert mine[1] == 6.0
    assert healpy.ud_grade(masked, 1, order_in="NEST")[1] > 1e18
    assert ours.ud_grade(np.ma.masked_less(np.arange(12.0), 5), 2).mask.sum() == 20
    # Whole numbers, which have no room for UNSEEN.
    mine = ours.ud_grade(np.ma.masked_less(np.arange(48), 5), 1, order_in="NEST")
    assert mine.dtype == np.int64 and mine.mask.sum() == 1 and mine[1] == 6
    two = ours.ud_grade([np.ma.masked_less(np.arange(48.0), 5), np.ma.masked_array(np.arange(48.0))], 1, order_in="NEST")
    np.testing.assert_array_equal(two.mask.sum(axis=1), [1, 0])
    assert two.fill_value == UNSEEN


def test_ud_grade_refuses():
    for call in (
        lambda m: m.ud_grade(MAP, 3),
        lambda m: m.ud_grade(np.zeros(108), 1),
        lambda m: m.ud_grade(np.zeros(13), 1),
    ):
        with pytest.raises(healpixel.HealpixError):
            call(ours)
        with pytest.raises((ValueError, TypeError)):
            call(healpy)
    # healpy takes an unknown word as NESTED.
    with pytest.raises(healpixel.HealpixError, match="neither RING nor NEST"):
        ours.ud_grade(MAP, 4, order_in="foo")


@pytest.mark.parametrize(
    "keywords",
    [
        {"r2n": True},
        {"n2r": True},
        {"inp": "RING", "out": "NESTED"},
        {"inp": "nest", "out": "ring"},
        {"inp": "NESTED", "out": "NEST"},
        {"r2n": True, "n2r": True},
    ],
)
def test_reorder(keywords):
    small = rng.integers(0, 255, 12 * 8**2)
    for m in (MAP, small.astype(np.uint8), small > 99, [small, small], (small, small), np.array([small]), list(range(48))):
        mine, theirs = (module.reorder(m, **keywords) for module in (ours, healpy))
        # Where there is nothing to do healpy hands a list back as it is.
        check(mine, np.asarray(theirs))
    check(ours.reorder(healpy.ma(HOLES), **keywords), healpy.reorder(healpy.ma(HOLES), **keywords))


def test_reorder_in_chunks(monkeypatch):
    from healpixel.compat.healpy import _maps

    monkeypatch.setattr(_maps, "CHUNK", 100)
    np.testing.assert_array_equal(ours.reorder(MAP, r2n=True), healpy.reorder(MAP, r2n=True))


def test_reorder_refuses():
    for call in (
        lambda m: m.reorder(MAP),
        lambda m: m.reorder(MAP, inp="x", out="RING"),
        lambda m: m.reorder(np.zeros(108), r2n=True),
        lambda m: m.reorder(np.zeros(13), r2n=True),
    ):
        with pytest.raises(healpixel.HealpixError):
            call(ours)
        with pytest.raises((ValueError, TypeError)):
            call(healpy)
    # Masked whole numbers have no room for UNSEEN and are refused by healpy.
    assert ours.reorder(np.ma.masked_less(np.arange(48), 5), r2n=True).mask.sum() == 5


def test_bad_pixels():
    values = np.array([1, UNSEEN, UNSEEN * 1.000001, UNSEEN * 1.00002, np.nan, np.inf, -1.6e30])
    for m in (values, values.astype(np.float32), values.reshape(7, 1), list(values)):
        np.testing.assert_array_equal(ours.mask_bad(m), healpy.mask_bad(m))
        np.testing.assert_array_equal(ours.mask_good(m), healpy.mask_good(m))
    np.testing.assert_array_equal(ours.mask_bad(np.arange(4), badval=2), healpy.mask_bad(np.arange(4), badval=2))
    for m in (HOLES, [HOLES, MAP]):
        check(ours.ma(m), healpy.ma(m))
        assert ours.ma(m).fill_value == healpy.ma(m).fill_value
    np.testing.assert_array_equal(ours.ma(np.arange(12), badval=3).mask, healpy.ma(np.arange(12), badval=3).mask)
    mine = HOLES.copy()
    assert np.shares_memory(ours.ma(mine, copy=False).data, mine)
    assert not np.shares_memory(ours.ma(mine).data, mine)


@pytest.mark.parametrize("nest", [False, True])
def test_get_interp_val(nest):
    theta, phi = np.arccos(rng.uniform(-1, 1, 5000)), rng.uniform(0, 7, 5000)
    for m in (MAP, MAP.astype(np.float32), [MAP, MAP**2]):
        mine, theirs = (module.get_interp_val(m, theta, phi, nest=nest) for module in (ours, healpy))
        check(mine, theirs, atol=1e-12)
