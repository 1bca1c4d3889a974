"""Inputs that break other libraries: the rows of the list that are about regions. Each is what a peer gets wrong."""

from __future__ import annotations

import numpy as np
import pytest

import healpixel as hp
from healpixel import Coverage, HealpixError, Region, centers_in, ring_centers_in, ring_touched

RNG = np.random.default_rng(66)
N = 100_000
LON = RNG.uniform(0.0, 360.0, N)
LAT = np.degrees(np.arcsin(RNG.uniform(-1.0, 1.0, N)))


def ring_set(ranges) -> set[int]:
    assert ranges.dtype == np.int64 and ranges.ndim == 2 and ranges.shape[1] == 2
    assert np.all(ranges[:, 0] < ranges[:, 1]) and np.all(ranges[1:, 0] > ranges[:-1, 1])
    return {cell for start, end in ranges for cell in range(start, end)}


def set_of(moc) -> set[int]:
    return set(moc.flat().tolist())


def from_points(depth, region) -> set[int]:
    """Cells that are touched for sure: a position in both."""
    inside = region.contains(LON, LAT)
    return set(hp.nested.hash(depth, LON[inside], LAT[inside]).tolist())


@pytest.mark.parametrize("radius", [140.0, 150.0, 170.0, 179.0, 180.0])
def test_big_cones_have_all_cells(radius):
    """cdshealpix 0.10.1 misses 62 to 4092 cells whose centres are inside."""
    region = Region.cone(0, 0, radius)
    centers = region.contains(*hp.nested.center(6, np.arange(12 * 4**6)))
    assert set(np.flatnonzero(centers).tolist()) <= set(Coverage.of(6, region).flat()[0].tolist())


def cells_of(depth, region):
    cells, full = Coverage.of(depth, region).flat()
    return dict(zip(cells.tolist(), full.tolist(), strict=True))


def test_a_tiny_cone_fills_no_base_cell():
    """cdshealpix calls base cell 6 fully inside."""
    assert cells_of(0, Region.cone(50, 0, 0.01)) == {5: False}


def test_a_tiny_cone_holds_no_centre():
    """cdshealpix returns cells 9 and 10, whose centres are 71 degrees away."""
    assert set_of(centers_in(0, Region.cone(0, -60, 0.01))) == set()


def test_an_annulus_has_its_cell():
    """cdshealpix omits cell 26."""
    assert 26 in cells_of(1, Region.annulus(130, 0, 5, 6))


def test_a_zone_crossed_by_a_side_has_its_cell():
    """cdshealpix omits cell 6, which holds (177, 37.5)."""
    assert hp.nested.hash(0, 177.0, 37.5) == 6
    assert 6 not in cells_of(0, Region.zone(0, 20, 170, 30)) or (177.0, 37.5) in Region.zone(0, 20, 180, 70)
    assert 6 in cells_of(0, Region.zone(0, 20, 180, 70))


def test_a_zone_may_end_at_a_whole_turn():
    """cdshealpix panics on lon_max 0."""
    assert Coverage.of(4, Region.zone(180, 30, 0, 50)) == Coverage.of(4, Region.zone(180, 30, 360, 50))


def test_a_zone_that_ends_on_a_quarter_turn_is_complete():
    """cdshealpix, and what is built on it, misses 15 of 70 cells and flags none of a wrapping zone full."""
    region = Region.zone(0, 0.9, np.pi / 2, 1.2, unit="rad")
    found = cells_of(4, region)
    assert from_points(4, region) <= set(found)
    assert all(region.relation(4, cell) == 1 + full for cell, full in found.items())
    assert any(full for full in cells_of(4, Region.zone(350, 10, 20, 60)).values())


def test_a_polygon_may_go_around_a_pole_or_the_sphere():
    """A debug panic elsewhere."""
    for lat in (80.0, -80.0):
        region = Region.polygon([0, 90, 180, 270], [lat] * 4)
        assert hp.nested.hash(5, 12.0, np.copysign(90.0, lat)) in cells_of(5, region)
        assert from_points(5, region) <= set(cells_of(5, region))


@pytest.mark.parametrize(
    "lon, lat",
    [([0, 10], [0, 0]), ([0, 10, 0, 10], [0, 0, 10, 10]), ([0, np.nan, 10], [0, 10, 0]), ([5, 5, 5], [1, 1, 1])],
)
def test_degenerate_polygons_are_refused(lon, lat):
    """Half the sky, or accepted, elsewhere."""
    with pytest.raises(HealpixError, match="ring 0"):
        Region.polygon(lon, lat)


def test_near_duplicate_vertices():
    """An assertion elsewhere."""
    region = Region.polygon([np.pi, -np.pi + 1e-3, np.pi - 1e-3], [1, 1.001, 1.002], unit="rad")
    assert cells_of(4, region) == {373: False, 375: False, 698: False}


def test_a_polygon_near_the_pole_is_not_empty():
    """Returned empty elsewhere; its area is 48.26 square degrees."""
    lon = [174.75937396073138, 185.24062603926856, 184.63292896369916, 175.3670710363009]
    lat = [-49.16744206799886, -49.16744206799887, -42.32049830486584, -42.32049830486584]
    depth = 9
    cells, full = Coverage.of(depth, Region.polygon(lon, lat)).flat()
    area = 4 * 180.0**2 / np.pi / (12 * 4**depth)
    assert full.sum() * area < 48.26 < len(cells) * area
    assert len(cells) * area - full.sum() * area < 10


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_edges_on_a_parallel(turn):
    """Loses longitude 0 elsewhere."""
    v = np.array(
        [
            (0.93244391, -0.03597633, 0.3595192),
            (0.93244391, 0.03597633, 0.3595192),
            (0.84225271, 0.03597633, 0.53788109),
            (0.84225271, -0.03597633, 0.53788109),
        ]
    )
    lon = np.degrees(np.arctan2(v[:, 1], v[:, 0])) + turn
    lat = np.degrees(np.arcsin(v[:, 2] / np.linalg.norm(v, axis=1)))
    region = Region.polygon(lon, lat)
    centers = region.contains(*hp.ring.center(128, np.arange(12 * 128**2)))
    found = ring_set(ring_centers_in(128, region))
    assert found == set(np.flatnonzero(centers).tolist())
    middle = hp.ring.hash(128, np.full(50, float(turn)), np.linspace(21.5, 32, 50))
    assert set(middle.tolist()) <= ring_set(ring_touched(128, region))


def test_a_symmetric_disc_is_complete():
    """hpgeom 1.6.1 omits 190."""
    assert 190 in ring_set(ring_touched(4, Region.cone(45, -84, 9.9)))


def test_a_small_disc_has_both_cells():
    """astropy-healpix 2.0.1 omits 135565728."""
    region = Region.cone(82.815758, -69.825513, 1 / 3600)
    assert set(cells_of(12, region)) == {135565728, 135565729}


def test_an_ordinary_cone_has_its_cell():
    """cdshealpix misses cell 666."""
    region = Region.cone(4.059609715109461, -0.21284068949832363, 0.4124776104803689, unit="rad")
    assert 666 in cells_of(3, region)


def test_no_false_full():
    """cdshealpix flags cell 64, a corner of which is outside."""
    region = Region.cone(0, -0.5235987755982989, 0.12934473448370015, unit="rad")
    assert cells_of(2, region)[64] is False
    assert not region.contains(*hp.nested.vertices(2, 64)).all()


def test_an_ellipse_is_exact():
    """cdshealpix misses 12 cells and flags 34 that are not inside."""
    u = np.radians
    region = Region.elliptical_cone(4, 1.47080, u(8), u(2), np.pi / 2, unit="rad")
    found = cells_of(9, region)
    assert from_points(9, region) <= set(found)
    full = np.array([cell for cell, full in found.items() if full])
    assert region.contains(*hp.nested.vertices(9, full)).all()


def test_a_tiny_disc_at_the_deepest_depth():
    """Returned nothing elsewhere."""
    lon, lat = 1.0, 0.5
    found = cells_of(29, Region.cone(lon, lat, 5e-9, unit="rad"))
    assert hp.nested.hash(29, lon, lat, unit="rad") in found
    assert len(found) > 20
