//! The point index, through a whole life: pushes, builds, questions, more pushes, clear.

use healpix_core::index::CrossMatch as CoreMatch;
use healpix_core::{AngleUnit, Cell, Depth, LonLat, PointIndex as CoreIndex};
use healpix_safe::{CrossMatch, PointIndex};
use proptest::prelude::*;

use super::compare::same;
use super::inputs::{cell, depth, double};

/// What a user may do to an index.
#[derive(Debug, Clone)]
enum Step {
    Push(f64, f64),
    PushDeg(f64, f64),
    PushSlice(Vec<(f64, f64)>),
    PushSliceDeg(Vec<(f64, f64)>),
    /// A latitude is missing.
    PushUneven(Vec<(f64, f64)>),
    Build,
    Clear,
    AskMany {
        rows: Vec<(f64, f64, f64)>,
        short: bool,
        k: usize,
    },
    Ask {
        lon: f64,
        lat: f64,
        radius: f64,
        k: usize,
        depth: u8,
        cell: u64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    // A few positions on a coarse grid, so that rows fall together and distances tie.
    let grid = (0..6i32, -2..3i32).prop_map(|(lon, lat)| (f64::from(lon) * 0.25, f64::from(lat) * 0.25));
    let position = prop_oneof![3 => grid, 1 => (double(), double())];
    let rows = prop::collection::vec(position.clone(), 0..20);
    let disc = (position.clone(), prop_oneof![9 => 0.0..1.0f64, 1 => double()])
        .prop_map(|((lon, lat), radius)| (lon, lat, radius));
    prop_oneof![
        2 => position.clone().prop_map(|(lon, lat)| Step::Push(lon, lat)),
        2 => position.clone().prop_map(|(lon, lat)| Step::PushDeg(lon, lat)),
        3 => rows.clone().prop_map(Step::PushSlice),
        3 => rows.clone().prop_map(Step::PushSliceDeg),
        1 => rows.prop_map(Step::PushUneven),
        6 => Just(Step::Build),
        1 => Just(Step::Clear),
        4 => (prop::collection::vec(disc, 0..6), prop::bool::weighted(0.1), 0..12usize)
            .prop_map(|(rows, short, k)| Step::AskMany { rows, short, k }),
        8 => (position, prop_oneof![3 => 0.0..1.0f64, 1 => double()], 0..12usize, depth(), cell())
            .prop_map(|((lon, lat), radius, k, depth, cell)| Step::Ask { lon, lat, radius, k, depth, cell }),
    ]
}

proptest! {
    #[test]
    fn a_life(steps in prop::collection::vec(step(), 1..25)) {
        let mut core = CoreIndex::new();
        let mut safe = PointIndex::new()?;
        for step in steps {
            take(step, &mut core, &mut safe);
            assert_eq!(core.rows(), safe.rows());
            assert_eq!(core.len(), safe.len());
            assert_eq!(core.is_empty(), safe.is_empty());
            assert_eq!(core.is_built(), safe.is_built());
            views(&core, &safe);
        }
    }
}

fn take(step: Step, core: &mut CoreIndex, safe: &mut PointIndex) {
    match step {
        Step::Push(lon, lat) => {
            same("push", LonLat::new(lon, lat).and_then(|at| core.push(at)), safe.push(lon, lat));
        }
        Step::PushDeg(lon, lat) => {
            same("push_deg", LonLat::from_degrees(lon, lat).and_then(|at| core.push(at)), safe.push_deg(lon, lat));
        }
        Step::PushSlice(rows) => {
            let (lon, lat): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
            same("push_slice", core.push_slice(&lon, &lat), safe.push_slice(&lon, &lat));
            let built = |index: &CoreIndex| (index.len(), index.is_built());
            let safe_built = |index: &PointIndex| (index.len(), index.is_built());
            same(
                "from_slices",
                CoreIndex::from_slices(&lon, &lat).as_ref().map(built).map_err(Clone::clone),
                PointIndex::from_slices(&lon, &lat).as_ref().map(safe_built).map_err(Clone::clone),
            );
        }
        Step::PushSliceDeg(rows) => {
            let (lon, lat): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
            same("push_slice_deg", core.push_slice_deg(&lon, &lat), safe.push_slice_deg(&lon, &lat));
            same(
                "from_slices_deg",
                CoreIndex::from_slices_deg(&lon, &lat).map(|index| index.rows()),
                PointIndex::from_slices_deg(&lon, &lat).map(|index| index.rows()),
            );
        }
        Step::PushUneven(rows) => {
            let (mut lon, lat): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
            lon.push(0.0);
            same("push_slice", core.push_slice(&lon, &lat), safe.push_slice(&lon, &lat));
        }
        Step::Build => same("build", core.build(), safe.build()),
        Step::Clear => {
            core.clear();
            same("clear", Ok(()), safe.clear());
        }
        Step::AskMany { rows, short, k } => ask_many(core, safe, rows, short, k),
        Step::Ask { lon, lat, radius, k, depth, cell } => {
            ask(core, safe, (lon, lat), radius, k);
            let rows = Depth::new(depth).and_then(|depth| core.rows_in_cell(Cell::new(depth, cell)?));
            same("rows_in_cell", rows, safe.rows_in_cell(depth, cell));
            let core_counts = Depth::new(depth)
                .and_then(|depth| Ok(core.occupied(depth)?.map(|at| (at.cell, at.count)).collect::<Vec<_>>()));
            let safe_counts = safe.occupied(depth).map(|all| all.map(|at| (at.cell, at.count)).collect::<Vec<_>>());
            same("occupied", core_counts, safe_counts);
        }
    }
}

fn ask(core: &CoreIndex, safe: &PointIndex, (lon, lat): (f64, f64), radius: f64, k: usize) {
    let core_bits = |found: Vec<healpix_core::index::Match>| -> Vec<(u32, u64)> {
        found.into_iter().map(|one| (one.row, one.distance.to_bits())).collect()
    };
    let safe_bits = |found: healpix_safe::Matches| -> Vec<(u32, u64)> {
        found.iter().map(|one| (one.row, one.distance.to_bits())).collect()
    };
    let at = || LonLat::new(lon, lat);
    let at_deg = || LonLat::from_degrees(lon, lat);
    let nearest = at().and_then(|at| core.nearest(at, k));
    same("nearest", nearest.map(core_bits), safe.nearest(lon, lat, k).map(safe_bits));
    let nearest = at_deg().and_then(|at| core.nearest(at, k));
    same("nearest_deg", nearest.map(core_bits), safe.nearest_deg(lon, lat, k).map(safe_bits));
    let within = at().and_then(|at| core.within(at, radius));
    same("within", within.map(core_bits), safe.within(lon, lat, radius).map(safe_bits));
    // The core takes radians only; a radius that is no radius is refused with its own number.
    if (0.0..=180.0).contains(&radius) {
        let within = at_deg().and_then(|at| core.within(at, radius.to_radians()));
        same("within_deg", within.map(core_bits), safe.within_deg(lon, lat, radius).map(safe_bits));
    } else {
        assert!(safe.within_deg(lon, lat, radius).is_err());
    }
    let around = at().and_then(|at| healpix_core::region::Cone::new(at, radius)).map_err(drop);
    if let (Ok(core_region), Ok(safe_region)) = (around, healpix_safe::region::Region::cone(lon, lat, radius)) {
        same("region", core.region(&core_region), safe.region(&safe_region).map(|rows| rows.to_vec()));
    }
    for (core_mode, safe_mode) in [(CoreMatch::Best, CrossMatch::Best), (CoreMatch::All, CrossMatch::All)] {
        let core_pairs = core.cross_match(core, radius, core_mode).map(|pairs| {
            pairs.into_iter().map(|pair| (pair.left, pair.right, pair.distance.to_bits())).collect::<Vec<_>>()
        });
        let safe_pairs = safe
            .cross_match(safe, radius, safe_mode)
            .map(|pairs| pairs.iter().map(|pair| (pair.left, pair.right, pair.distance.to_bits())).collect::<Vec<_>>());
        same("cross_match", core_pairs, safe_pairs);
    }
}

/// The lists of many positions, in both units; one bad position or radius, and a slice too short, are refused alike.
fn ask_many(core: &CoreIndex, safe: &PointIndex, rows: Vec<(f64, f64, f64)>, short: bool, k: usize) {
    let core_bits = |found: healpix_core::index::MatchLists| -> (Vec<u64>, Vec<(u32, u64)>) {
        let bits = found.matches().iter().map(|one| (one.row, one.distance.to_bits())).collect();
        (found.offsets().to_vec(), bits)
    };
    let safe_bits = |found: healpix_safe::MatchLists| -> (Vec<u64>, Vec<(u32, u64)>) {
        assert_eq!((found.len() + 1, found.is_empty()), (found.offsets().len(), found.offsets().len() == 1));
        assert_eq!(found.iter().flatten().collect::<Vec<_>>(), found.matches().iter().collect::<Vec<_>>());
        assert!(found.get(found.len()).is_none() && found.get(usize::MAX).is_none());
        let bits = found.matches().iter().map(|one| (one.row, one.distance.to_bits())).collect();
        (found.offsets().to_vec(), bits)
    };
    let lon: Vec<f64> = rows.iter().map(|row| row.0).collect();
    let mut lat: Vec<f64> = rows.iter().map(|row| row.1).collect();
    let mut radius: Vec<f64> = rows.iter().map(|row| row.2).collect();
    if short && core.is_built() {
        lat.pop();
        radius.pop();
    }
    for (unit, nearest, within) in [
        (AngleUnit::Radians, safe.nearest_many(&lon, &lat, k), safe.within_many(&lon, &lat, &radius)),
        (AngleUnit::Degrees, safe.nearest_many_deg(&lon, &lat, k), safe.within_many_deg(&lon, &lat, &radius)),
    ] {
        same("nearest_many", core.nearest_many(&lon, &lat, unit, k).map(core_bits), nearest.map(safe_bits));
        same("within_many", core.within_many(&lon, &lat, &radius, unit).map(core_bits), within.map(safe_bits));
    }
}

fn views(core: &CoreIndex, safe: &PointIndex) {
    let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    same("cell_keys", core.cell_keys(), safe.cell_keys());
    same("row_numbers", core.row_numbers(), safe.row_numbers());
    same("lons", core.lons().map(bits), safe.lons().map(bits));
    same("lats", core.lats().map(bits), safe.lats().map(bits));
}
