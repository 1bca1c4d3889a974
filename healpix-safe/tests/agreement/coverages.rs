//! Coverages of any regions: cells, lists, iterators, visitors, budgets, many cones, ring numbers.

use std::ops::ControlFlow;

use healpix_core::coverage as core_coverage;
use healpix_core::{Depth, Nside};
use healpix_safe::coverage::{self, Cell, Coverage};
use proptest::prelude::*;

use super::compare::same;
use super::inputs::double;
use super::recipes::recipe;
use super::regions::both;

fn core_cells(cells: &[core_coverage::CoverageCell]) -> Vec<(u64, u8, u8)> {
    cells.iter().map(|cell| (cell.index, cell.depth, cell.full)).collect()
}

fn safe_cells(cells: &[Cell]) -> Vec<(u64, u8, u8)> {
    cells.iter().map(|cell| (cell.index, cell.depth, cell.full)).collect()
}

fn core_moc(moc: healpix_core::Moc) -> (u8, Vec<(u64, u64)>) {
    (moc.depth().get(), moc.ranges().iter().map(|range| (range.start, range.end)).collect())
}

fn safe_moc(moc: healpix_safe::Moc) -> (u8, Vec<(u64, u64)>) {
    (moc.depth(), moc.ranges().iter().map(|range| (range.start, range.end)).collect())
}

/// Depths that are refused, or of bearable cost for any region.
fn shallow() -> impl Strategy<Value = u8> {
    prop_oneof![9 => 0..5u8, 1 => 30..=u8::MAX]
}

proptest! {
    #[test]
    fn of_regions(recipe in recipe(), depth in shallow(), budget in 0..60usize, chunks in 0..3usize) {
        let Some((core, safe)) = both(&recipe) else { return Ok(()) };
        let level = || Depth::new(depth);
        let want = level().and_then(|depth| core_coverage::Coverage::of(depth, &core));
        let got = Coverage::of(depth, &safe);
        same(
            "of",
            want.as_ref().map(|coverage| core_cells(coverage.cells())).map_err(Clone::clone),
            got.as_ref().map(|coverage| safe_cells(coverage.cells())).map_err(Clone::clone),
        );
        // Also in depths far too deep for a list.
        let deep = if depth > 29 { depth } else { 29 - depth };
        same(
            "with_budget",
            Depth::new(deep).and_then(|deep| core_coverage::Coverage::with_budget(deep, &core, budget)).map(|found| core_cells(found.cells())),
            Coverage::with_budget(deep, &safe, budget).map(|found| safe_cells(found.cells())),
        );
        let (Ok(want), Ok(got)) = (want, got) else { return Ok(()) };
        assert_eq!((got.depth(), got.n_flat(), got.is_empty()), (depth, want.n_flat(), want.is_empty()));
        let flat: Vec<(u64, bool)> = want.flat().collect();
        let (cells, full) = got.flat()?;
        assert_eq!(flat, cells.into_iter().zip(full).collect::<Vec<_>>());
        let steps: Vec<(u64, bool)> = got.iter()?.map(|cell| (cell.index, cell.is_full())).collect();
        assert_eq!(flat, steps);
        assert!(got.iter()?.all(|cell| cell.depth == depth));

        same("moc", want.moc().map(core_moc), got.moc().map(safe_moc));
        same("full_moc", want.full_moc().map(core_moc), got.full_moc().map(safe_moc));
        let centers = level().and_then(|depth| core_coverage::centers_in(depth, &core));
        same("centers_in", centers.map(core_moc), coverage::centers_in(depth, &safe).map(safe_moc));

        let mut seen = Vec::new();
        let mut left = chunks;
        let flow = Coverage::visit(depth, &safe, |cells| {
            seen.extend_from_slice(cells);
            left = left.saturating_sub(1);
            if left == 0 && chunks > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        let mut left = chunks;
        let mut want = Vec::new();
        let core_flow = core_coverage::visit(level()?, &core, |cells| {
            want.extend_from_slice(cells);
            left = left.saturating_sub(1);
            if left == 0 && chunks > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        assert_eq!(flow, core_flow);
        assert_eq!(core_cells(&want), safe_cells(&seen));
    }

    #[test]
    fn ring_numbers(recipe in recipe(), nside in prop_oneof![9 => 1..20u32, 1 => Just(0), 1 => (1u32 << 29) + 1..=u32::MAX]) {
        let Some((core, safe)) = both(&recipe) else { return Ok(()) };
        let level = || Nside::new(nside);
        let bits = |ranges: Vec<healpix_core::moc::CellRange>| ranges.iter().map(|at| (at.start, at.end)).collect::<Vec<_>>();
        let safe_bits = |ranges: coverage::Ranges| ranges.iter().map(|at| (at.start, at.end)).collect::<Vec<_>>();
        same(
            "ring_touched",
            level().and_then(|nside| core_coverage::ring_touched(nside, &core)).map(bits),
            coverage::ring_touched(nside, &safe).map(safe_bits),
        );
        same(
            "ring_centers_in",
            level().and_then(|nside| core_coverage::ring_centers_in(nside, &core)).map(bits),
            coverage::ring_centers_in(nside, &safe).map(safe_bits),
        );
    }

    #[test]
    fn many_cones(
        depth in shallow(),
        rows in prop::collection::vec((-7.0..7.0f64, -1.57..1.57f64, 0.0..1.0f64), 0..6),
        bad in prop::option::of((0..6usize, double(), double(), double())),
        short in prop::option::weighted(0.1, any::<bool>()),
    ) {
        let mut rows = rows;
        if let (Some((k, lon, lat, radius)), false) = (bad, rows.is_empty()) {
            let k = k % rows.len();
            rows[k] = (lon, lat, radius);
        }
        let lon: Vec<f64> = rows.iter().map(|row| row.0).collect();
        let mut lat: Vec<f64> = rows.iter().map(|row| row.1).collect();
        let mut radius: Vec<f64> = rows.iter().map(|row| row.2).collect();
        match short {
            Some(true) => lat.push(0.0),
            Some(false) => radius.push(0.0),
            None => {}
        }
        // A depth and a length may both be wrong: each side names the one it looks at first.
        prop_assume!(short.is_none() || depth <= 29);
        type Found = (u8, Vec<u64>, Vec<(u64, u8, u8)>, Vec<usize>);
        let core_parts = |found: core_coverage::Coverages| -> Found {
            (found.depth().get(), found.offsets().to_vec(), core_cells(found.cells()), found.iter().map(<[_]>::len).collect())
        };
        let safe_parts = |found: coverage::Coverages| -> Found {
            assert_eq!((found.len(), found.is_empty()), (lon.len(), lon.is_empty()));
            assert!(found.get(lon.len()).is_none() && found.get(usize::MAX).is_none());
            (found.depth(), found.offsets().to_vec(), safe_cells(found.cells()), found.iter().map(<[_]>::len).collect())
        };
        same(
            "cones",
            Depth::new(depth).and_then(|depth| core_coverage::cones(depth, &lon, &lat, &radius)).map(core_parts),
            coverage::cones(depth, &lon, &lat, &radius).map(safe_parts),
        );
        same(
            "cones_deg",
            Depth::new(depth).and_then(|depth| core_coverage::cones_deg(depth, &lon, &lat, &radius)).map(core_parts),
            coverage::cones_deg(depth, &lon, &lat, &radius).map(safe_parts),
        );
    }

    /// Cells that were kept elsewhere: good ones, spoilt ones, any at all.
    #[test]
    fn from_cells(
        depth in shallow(),
        fields in prop::collection::vec((-7.0..7.0f64, -1.57..1.57f64, 0.0..1.0f64), 0..4),
        spoilt in prop::option::of((any::<usize>(), 0..800u64, 0..6u8, any::<u8>())),
        moved in prop::option::weighted(0.3, (any::<usize>(), 0..20u64)),
    ) {
        let [lon, lat, radius] = [|f: &(f64, f64, f64)| f.0, |f: &(f64, f64, f64)| f.1, |f: &(f64, f64, f64)| f.2]
            .map(|part| fields.iter().map(part).collect::<Vec<f64>>());
        let found = core_coverage::cones(Depth::new(depth % 6)?, &lon, &lat, &radius)?;
        let (mut cells, mut offsets) = (found.cells().to_vec(), found.offsets().to_vec());
        if let (Some((k, index, depth, full)), false) = (spoilt, cells.is_empty()) {
            let k = k % cells.len();
            cells[k] = core_coverage::CoverageCell { index, depth, full };
        }
        if let Some((k, to)) = moved {
            let k = k % offsets.len();
            offsets[k] = to;
        }
        let rows: Vec<Cell> =
            cells.iter().map(|cell| Cell { index: cell.index, depth: cell.depth, full: cell.full }).collect();
        same(
            "Coverage::from_cells",
            Depth::new(depth).and_then(|depth| core_coverage::Coverage::from_cells(depth, &cells)).map(|it| core_cells(it.cells())),
            Coverage::from_cells(depth, &rows).map(|it| safe_cells(it.cells())),
        );
        same(
            "Coverages::from_cells",
            Depth::new(depth)
                .and_then(|depth| core_coverage::Coverages::from_cells(depth, &cells, &offsets))
                .map(|it| (it.offsets().to_vec(), core_cells(it.cells()))),
            coverage::Coverages::from_cells(depth, &rows, &offsets).map(|it| (it.offsets().to_vec(), safe_cells(it.cells()))),
        );
    }

    /// The functions that take a shape's numbers give what its region does.
    #[test]
    fn shortcuts(
        depth in 0..6u8,
        at in (-7.0..7.0f64, -1.57..1.57f64),
        sizes in (1e-9..1.5f64, 1e-9..1.5f64),
        angle in 0.0..std::f64::consts::TAU,
        deg in any::<bool>(),
    ) {
        use healpix_safe::region::{Interior, Region};
        let ((lon, lat), (small, large)) = (at, (sizes.0.min(sizes.1), sizes.0.max(sizes.1)));
        let (lons, lats) = ([lon, lon + small, lon], [lat, lat, (lat + small).min(1.57)]);
        let pairs: [(healpix_safe::Result<Coverage>, healpix_safe::Result<Region>); 6] = if deg {
            [
                (Coverage::cone_deg(depth, lon, lat, small), Region::cone_deg(lon, lat, small)),
                (Coverage::annulus_deg(depth, lon, lat, small, large), Region::annulus_deg(lon, lat, small, large)),
                (
                    Coverage::elliptical_cone_deg(depth, lon, lat, large, small, angle),
                    Region::elliptical_cone_deg(lon, lat, large, small, angle),
                ),
                (Coverage::zone_deg(depth, lon, lat, angle, 1.57), Region::zone_deg(lon, lat, angle, 1.57)),
                (
                    Coverage::box_region_deg(depth, lon, lat, large, small, angle),
                    Region::box_region_deg(lon, lat, large, small, angle),
                ),
                (
                    Coverage::polygon_deg(depth, &lons, &lats, Interior::Winding),
                    Region::polygon_deg(&lons, &lats, Interior::Winding),
                ),
            ]
        } else {
            [
                (Coverage::cone(depth, lon, lat, small), Region::cone(lon, lat, small)),
                (Coverage::annulus(depth, lon, lat, small, large), Region::annulus(lon, lat, small, large)),
                (
                    Coverage::elliptical_cone(depth, lon, lat, large, small, angle),
                    Region::elliptical_cone(lon, lat, large, small, angle),
                ),
                (Coverage::zone(depth, lon, lat, angle, 1.57), Region::zone(lon, lat, angle, 1.57)),
                (
                    Coverage::box_region(depth, lon, lat, large, small, angle),
                    Region::box_region(lon, lat, large, small, angle),
                ),
                (
                    Coverage::polygon(depth, &lons, &lats, Interior::SmallerArea),
                    Region::polygon(&lons, &lats, Interior::SmallerArea),
                ),
            ]
        };
        for (coverage, region) in pairs {
            match (coverage, region.and_then(|region| Coverage::of(depth, &region))) {
                (Ok(got), Ok(want)) => assert_eq!(got.cells(), want.cells()),
                (got, want) => assert_eq!(got.map(drop), want.map(drop)),
            }
        }
    }
}
