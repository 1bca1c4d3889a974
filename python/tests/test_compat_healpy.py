"""healpixel.compat.healpy beside healpy: the same calls, and the same types, shapes and values."""

import inspect
import math
import subprocess
import sys

import numpy as np
import pytest

import healpixel
import healpixel.compat.healpy as ours

healpy = pytest.importorskip("healpy")

# healpy warns of what it calculates with NaN.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")

#: Each is evaluated with healpy and with ours as `hp`.
CALLS = """
hp.ang2pix(4, 0.3, 1.2)
hp.ang2pix(4, [0.3], 1.2)
hp.ang2pix(4, np.float64(0.3), 1.2)
hp.ang2pix(4, np.array(0.3), 1.2)
hp.ang2pix(4, 0, 1)
hp.ang2pix([4, 8], 0.3, 1.2)
hp.ang2pix([[4], [8]], [0.3, 0.4, 0.5], 1.2)
hp.ang2pix(np.array([4, 8]), np.array([[0.3], [0.4]]), 1.2, nest=True)
hp.ang2pix(4, np.array([0.3], dtype=np.float32), 1.2)
hp.ang2pix(8, np.linspace(0, 3, 20)[::2], 1.0)
hp.ang2pix(8, np.linspace(0, 3, 20).reshape(4, 5).T, 1.0, nest=True)
hp.ang2pix(8, np.array([0.3, 1.0], dtype=">f8"), 1.0)
hp.pix2ang(8, np.arange(100)[::-3])
hp.pix2ang(8, np.array([5, 6], dtype=">i4"), nest=True)
hp.ang2pix(3, 0.3, 1.2)
hp.ang2pix(np.int64(8), 0.3, 1.2)
hp.ang2pix(2**29, 0.3, 1.2)
hp.ang2pix(2**29, 0.3, 1.2, nest=True)
hp.ang2pix(4, [], [])
hp.ang2pix(4, 10.0, 55.0, lonlat=True)
hp.ang2pix(4, 10.0, 95.0, lonlat=True, latauto=True)
hp.ang2pix(4, 10.0, 95.0, lonlat=True, latauto=True, latbounce=False)
hp.ang2pix(4, [10.0, 20.0], [-95.0, 44.0], lonlat=True, latauto=True, latbounce=False)
hp.pix2ang(4, 5)
hp.pix2ang(4, [5, 6])
hp.pix2ang(4, np.array([[5, 6]]), lonlat=True)
hp.pix2ang(4, np.array(5))
hp.pix2ang(np.array([4, 8]), [[1], [2], [3]])
hp.pix2ang(4, np.array([1, 2], dtype=np.int32))
hp.pix2ang(8, np.array([5, 6], dtype=np.uint8), nest=True)
hp.pix2ang(2**29, [0, 1, 4, 12 * 4**29 - 1])
hp.pix2vec(4, 5)
hp.pix2vec(4, [5, 6], nest=True)
hp.vec2pix(4, 1, 0, 0)
hp.vec2pix(4, [1, 2], 0, 0)
hp.vec2pix(4, [1.0, -2.0], [0.5, 0.1], 3, nest=True)
hp.ang2vec(0.3, 1.2)
hp.ang2vec([0.3, 0.4], [1.2, 1.3])
hp.ang2vec([[0.3, 0.4]], [[1.2, 1.3]])
hp.ang2vec(30, 20, lonlat=True)
hp.ang2vec([], [])
hp.vec2ang(np.array([1.0, 0, 0]))
hp.vec2ang(np.array([[1.0, 0, 0], [0, 1, 1]]))
hp.vec2ang(np.array([[1.0, 0, 0], [0, -1, 1]]), lonlat=True)
hp.vec2ang(np.array([[[1.0, 0, 0], [0, -1, 1]]]))
hp.dir2vec(0.3, 1.2)
hp.dir2vec((0.3, 1.2))
hp.dir2vec([0.3, 0.4], [1.2, 1.1])
hp.dir2vec([0.3], [1.2])
hp.dir2vec(np.array([[0.3, 0.4], [1.0, 1.0]]))
hp.dir2vec(30, 10, lonlat=True)
hp.vec2dir([1, 0, 0])
hp.vec2dir(1, 0, 0)
hp.vec2dir(np.array([1, 0.0]), np.array([-1, 1.0]), np.array([0, 2.0]))
hp.vec2dir(np.array([[1, 0.0], [1, 1.0], [0, 2.0]]), lonlat=True)
hp.ring2nest(4, 5)
hp.ring2nest(4, [5, 6])
hp.ring2nest([4, 8], 5)
hp.nest2ring(4, [[5, 6]])
hp.nest2ring(np.array([4, 8]), [[5], [6]])
hp.pix2xyf(4, 5)
hp.pix2xyf(3, [5, 6])
hp.pix2xyf(4, np.array([[5, 6]], dtype=np.int32), nest=True)
hp.xyf2pix(4, 1, 2, 3)
hp.xyf2pix(4, [1, 2], 2, 3, nest=True)
hp.xyf2pix(3, 1, 2, 3)
hp.get_all_neighbours(1, 3)
hp.get_all_neighbours(1, 4)
hp.get_all_neighbours(4, [3, 4])
hp.get_all_neighbours(4, [[3, 4]], nest=True)
hp.get_all_neighbours(3, 3)
hp.get_all_neighbours(4, 0.3, 1.2)
hp.get_all_neighbours(4, [[0.3, 1.0], [0.4, 1.1]], [1.0, 2.0])
hp.get_all_neighbours(4, 30, 20, lonlat=True, nest=True)
hp.get_all_neighbours([4, 8], 3)
hp.get_interp_weights(4, 0.3, 1.2)
hp.get_interp_weights(4, [[0.3, 0.4, 0.5]], 1.2)
hp.get_interp_weights(4, 30, 20, lonlat=True, nest=True)
hp.get_interp_weights([1, 2], [0.3, 0.5], 1)
hp.get_interp_val(np.arange(12), 0.3, 1.2)
hp.get_interp_val(np.arange(12.0), [0.3, 0.4], 1.2)
hp.get_interp_val(np.arange(12, dtype=np.float32), [[0.3, 0.4]], 1.2)
hp.get_interp_val(np.arange(12.0), np.full((2, 2), 0.3), 1.0, nest=True)
hp.get_interp_val(np.arange(12.0), np.full((2, 1), 0.3), 1.0)
hp.get_interp_val([np.arange(12), np.arange(12.0)], [0.3, 0.4, 0.5], 1.2)
hp.get_interp_val([np.arange(12), np.arange(12.0)], np.full((2, 2), 0.3), 1.2)
hp.get_interp_val([np.arange(12), np.arange(12.0)], 0.3, 1.2)
hp.get_interp_val(list(range(12)), 30, 20, lonlat=True)
hp.get_interp_val(np.arange(12.0) * 1j, 0.3, 1.2)
hp.get_interp_val(np.arange(12) > 3, 0.9, 1.2)
hp.get_interp_val(np.ma.masked_equal(np.arange(12.0), 3), [0.3, 1.0], 1.0)
hp.get_interp_val(np.arange(12.0), [], [])
hp.boundaries(4, 5)
hp.boundaries(4, [5, 6])
hp.boundaries(4, np.array([5, 6]), step=3)
hp.boundaries(4, 5, step=2, nest=True)
hp.boundaries(3, np.int64(107), step=5)
hp.ringinfo(4, np.arange(1, 16))
hp.ringinfo(2**29, np.array([1, 2, 2**29, 2**30, 2**31 - 1]))
hp.pix2ring(4, np.array([5, 100]))
hp.pix2ring(4, np.arange(192), nest=True)
hp.nside2npix(4)
hp.nside2npix(3)
hp.nside2npix(4.0)
hp.nside2npix(2**29)
hp.nside2npix(np.array([4, 8]))
hp.nside2npix(np.int64(4))
hp.npix2nside(192)
hp.npix2nside(108)
hp.npix2nside(192.0)
hp.npix2nside(np.int64(192))
hp.npix2nside(12 * 2**58)
hp.npix2nside(12 * (2**29 - 1) ** 2)
hp.npix2order(192)
hp.nside2order(4)
hp.nside2order(np.int64(4))
hp.order2nside(4)
hp.order2nside(29)
hp.order2nside(np.array([4, 5]))
hp.order2npix(2)
hp.order2npix(np.array([4, 5]))
hp.nside2resol(4)
hp.nside2resol(4, arcmin=True)
hp.nside2resol(np.array([3, 8]))
hp.nside2pixarea(4)
hp.nside2pixarea(4, degrees=True)
hp.nside2pixarea(np.array([3, 8]))
hp.max_pixrad(4)
hp.max_pixrad([3, 4, 2**29], degrees=True)
hp.isnsideok(4)
hp.isnsideok(3)
hp.isnsideok(3, nest=True)
hp.isnsideok(4.0)
hp.isnsideok(4.5)
hp.isnsideok(0)
hp.isnsideok(2**29, nest=True)
hp.isnsideok(np.int64(3))
hp.isnsideok(np.array(3))
hp.isnsideok([[3, 4]], nest=True)
hp.isnsideok([3, -4, 0, 2**29, 2**29 + 1, 2**30])
hp.isnpixok(192)
hp.isnpixok([192, 191])
hp.isnpixok(-12)
hp.isnpixok(192.5)
hp.isnpixok(12 * 2**58)
hp.check_max_nside(8192)
hp.UNSEEN
hp.maptype(np.arange(12))
hp.maptype([np.arange(12), np.arange(12)])
hp.maptype(np.arange(12).reshape(1, 12))
hp.maptype(np.ma.masked_less(np.arange(12), 5))
hp.get_nside(np.arange(12))
hp.get_nside((np.arange(48), np.arange(48)))
hp.get_map_size(np.arange(12))
hp.get_map_size({"nside": 2, 1: 3})
hp.get_map_size({1: 3, 47: 0})
hp.get_map_size({1: 3, 4700: 0})
""".strip().splitlines()


def check(mine, theirs, ulps=4):
    """The same types and shapes, whole numbers equal, others within so many units in the last place of 1."""
    assert type(mine) is type(theirs), (mine, theirs)
    if isinstance(theirs, (tuple, list)):
        assert len(mine) == len(theirs)
        for one, other in zip(mine, theirs, strict=True):
            check(one, other, ulps)
        return
    if isinstance(theirs, (np.ndarray, np.generic)):
        assert mine.dtype == theirs.dtype
        assert mine.shape == theirs.shape
    if np.asarray(theirs).dtype.kind in "fc":
        tolerance = ulps * np.finfo(float).eps
        np.testing.assert_allclose(np.ma.getdata(mine), np.ma.getdata(theirs), rtol=tolerance, atol=tolerance)
    else:
        np.testing.assert_array_equal(mine, theirs)


@pytest.mark.parametrize("call", CALLS)
def test_same_as_healpy(call):
    mine, theirs = (eval(call, {"hp": module, "np": np}) for module in (ours, healpy))
    # Longitudes in degrees are up to 360, so their last place is worth that much more.
    check(mine, theirs, ulps=400 if "lonlat" in call or "degrees" in call or "arcmin" in call else 8)


@pytest.mark.parametrize("name", sorted(set(ours.__all__) - {"UNSEEN"}))
def test_signature_is_healpys(name):
    mine, theirs = (inspect.signature(getattr(module, name)).parameters for module in (ours, healpy))
    assert [(p.name, p.kind, p.default) for p in mine.values()] == [(p.name, p.kind, p.default) for p in theirs.values()]


#: What healpy refuses, or answers with numbers of no meaning (marked *), or dies of (marked !). Those are not called with healpy here.
BAD = {
    "hp.ang2pix(4, -0.3, 1.2)": "theta -0.3 is outside",
    "hp.ang2pix(4, -1e-20, 1.2)": "theta -1e-20 is outside",
    "hp.ang2pix(4, 3.3, 1.2)": "theta 3.3 is outside",
    "hp.ang2pix(4, [0.3, 3.3, 4.0], 1.2)": "2 of 3 positions are invalid; the first, at index 1: theta 3.3",
    "hp.ang2pix(4, math.nan, 1.2)": "theta nan is outside",
    "hp.ang2pix(4, 10.0, 95.0, lonlat=True)": "latitude 95 is outside",
    "hp.ang2pix(3, 0.3, 1.2, nest=True)": "nside 3 is not a power of two",
    "hp.ang2pix(0, 0.3, 1.2)": "nside 0 is outside",
    "hp.ang2pix(2**30, 0.3, 1.2)": "nside 1073741824 is outside",
    "hp.ring2nest(3, 5)": "nside 3 is not a power of two",
    "hp.nest2ring(3, 5)": "nside 3 is not a power of two",
    "hp.npix2nside(191)": "191 is not 12 nside",
    "hp.npix2nside(-12)": "-12 is not 12 nside",
    "hp.nside2order(3)": "nside 3 is not a power of two",
    "hp.order2nside(30)": "depth 30 is outside",
    "hp.order2nside(-1)": "is outside 0..=29",
    "hp.ang2vec(4, 1.2)": "theta is outside",
    "hp.ang2vec(30, 95, lonlat=True)": "latitude is outside",
    "hp.vec2ang(np.array([1.0, 0, 0, 1]))": "no vectors of three",
    "hp.get_map_size(np.arange(13))": "13 is not 12 nside",
    "hp.max_pixrad(0)": "nside 0 is outside",
    "hp.boundaries(4, 5, step=-1)": "step -1 is outside",
    # Maps of no possible size are a TypeError in healpy.
    "hp.maptype(np.arange(13))": "13 is no number of pixels",
    "hp.maptype(3)": "not a single value",
    "hp.get_interp_val(np.arange(13.0), 0.3, 1.2)": "13 is no number of pixels",
    "hp.ang2pix(4, 1.0, math.inf)": "*phi inf is not finite",
    "hp.ang2pix(4, 1.0, math.nan)": "*phi nan is not finite",
    "hp.pix2ang(4, -1)": "*cell -1 does not exist",
    "hp.pix2ang(4, 192)": "*cell 192 does not exist",
    "hp.pix2ang(4, 10**18)": "*does not exist",
    "hp.pix2ang(4, 192, nest=True)": "!cell 192 does not exist",
    "hp.ring2nest(4, -5)": "*cell -5 does not exist",
    "hp.get_all_neighbours(4, 192)": "*cell 192 does not exist",
    "hp.get_interp_weights(4, -1)": "*cell -1 does not exist",
    "hp.vec2pix(4, 0, 0, 0)": "*has no direction",
    "hp.vec2pix(4, math.nan, 0, 0)": "*has no direction",
    "hp.vec2ang(np.zeros(3))": "*no direction",
    "hp.vec2dir(0, 0, 0)": "*no direction",
    "hp.xyf2pix(4, 4, 2, 3)": "*face coordinate 4 is not below nside 4",
    "hp.xyf2pix(4, 1, 2, 12)": "*base cell 12 is outside",
    "hp.nside2npix(0)": "*nside 0 is not a whole number",
    "hp.nside2npix(4.5)": "*nside 4.5 is not a whole number",
    "hp.nside2npix(2**30)": "*nside 1073741824 is not a whole number",
    "hp.npix2nside(0)": "*0 is not 12 nside",
    "hp.npix2nside(12 * (2**29 - 1) ** 2 + 1)": "*is not 12 nside",
    "hp.ringinfo(4, np.array([0, 16]))": "*ring 0 is outside",
    "hp.ringinfo(4, np.array([-1]))": "!is outside 1..=15",
    "hp.boundaries(4, 192)": "!cell 192 does not exist",
    "hp.pix2ring(4, np.array([192]))": "!cell 192 does not exist",
}


@pytest.mark.parametrize("call", BAD)
def test_bad_arguments(call):
    message = BAD[call]
    with pytest.raises(healpixel.HealpixError) as caught:
        eval(call, {"hp": ours, "np": np, "math": math})
    assert message.lstrip("*!") in str(caught.value)
    if message[0] not in "*!":
        with pytest.raises((ValueError, TypeError, OverflowError)):
            eval(call, {"hp": healpy, "np": np, "math": math})


def test_error_tells_where_and_what():
    with pytest.raises(healpixel.HealpixError) as caught:
        ours.ang2pix(4, [[0.3, 0.4], [0.5, 3.5]], [1.0, 2.0])
    assert (caught.value.index, caught.value.value, caught.value.count) == ((1, 1), 3.5, 1)
    with pytest.raises(healpixel.HealpixError) as caught:
        ours.ang2pix(4, [1.0, 2.0], [0.0, math.inf])
    assert (caught.value.index, caught.value.value) == (1, math.inf)


def test_more_than_healpy_accepts():
    # uint64 is a TypeError in healpy, so are an empty list of pixels, a list of rings, and vectors in a list.
    pixels = np.array([5, 6], dtype=np.uint64)
    check(ours.pix2ang(4, pixels), healpy.pix2ang(4, pixels.astype(np.int64)))
    assert ours.pix2ang(4, [])[0].shape == (0,)
    check(ours.ringinfo(4, [1, 2]), healpy.ringinfo(4, np.array([1, 2])))
    check(ours.pix2ring(4, [[1], [100]])[:, 0], healpy.pix2ring(4, np.array([1, 100])))
    check(ours.vec2ang([1.0, 0, 0]), healpy.vec2ang(np.array([1.0, 0, 0])))
    assert ours.ang2vec(0.3, [1.2, 1.3]).shape == (2, 3)
    # nsides that are no powers of two end the process in healpy's ringinfo and pix2ring.
    np.testing.assert_array_equal(ours.ringinfo(3, [1, 6])[1], [4, 12])
    assert ours.pix2ring(3, 107) == 11
    # Latitudes far beyond a pole are refused by healpy's latauto, which folds once.
    for lat, folded in [(275.0, -85.0), (455.0, 85.0), (-275.0, 85.0), (725.0, 5.0)]:
        assert ours.ang2pix(64, 10.0, lat, lonlat=True, latauto=True) == healpy.ang2pix(64, 10.0, folded, lonlat=True)
    # 2**29 is the largest nside there is; healpy sets MAX_NSIDE to 8192 in this check.
    assert ours.check_max_nside(2**29) == 0
    assert ours.nside2npix(np.int32(32768)) == 12 * 32768**2  # 0 in healpy, with an overflow


def test_numbers_of_pixels_are_exact():
    # healpy calculates with a square root in floating point.
    assert not ours.isnpixok(12 * (2**29 - 1) ** 2 + 12)
    assert healpy.isnpixok(12 * (2**29 - 1) ** 2 + 12)
    assert not ours.isnpixok(0)
    assert ours.npix2nside(12 * (2**29 - 1) ** 2) == 2**29 - 1


def test_missing_names_say_what_to_take():
    with pytest.raises(AttributeError, match="FitsMap"):
        ours.read_map  # noqa: B018
    with pytest.raises(AttributeError, match="healpixel.plot"):
        ours.mollview  # noqa: B018
    with pytest.raises(AttributeError, match="no 'nonsense'"):
        ours.nonsense  # noqa: B018
    assert not hasattr(ours, "anafast")


def test_import_lines():
    code = "import healpixel.compat; assert healpixel.compat.healpy.nside2npix(1) == 12; assert 'healpy' not in __import__('sys').modules"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="nothing"):
        healpixel.compat.nothing  # noqa: B018


def test_it_needs_no_import_of_its_own():
    code = """
import sys
import healpixel as hp
assert [name for name in sys.modules if name.startswith("healpixel.compat")] == ["healpixel.compat"]
assert "compat" in dir(hp) and not hasattr(hp, "compatible")
assert hp.compat.healpy.nside2npix(1) == 12 and hp.compat is sys.modules["healpixel.compat"]
assert hp.compat.cdshealpix.to_ring([0], 0)[0] == 0 and "astropy" not in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
