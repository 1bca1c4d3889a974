//! What the slice functions are given in tests.
#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

use healpix_core::{Cell, Depth, nested};

use super::{Case, Column, Kind, nested_cases, other_cases, ring_cases};
use crate::support::random::Random;
use crate::support::{awkward, depth, nside};

/// Every function at some depths and nsides, with the number of cells and the nside.
pub fn all_cases() -> Vec<(Case, u64, u32)> {
    let mut list = Vec::new();
    for d in [0, 1, 2, 8, 13, 14, 20, 28, 29] {
        list.extend(nested_cases(depth(d)).into_iter().map(|case| (case, depth(d).n_cells(), 1 << d)));
    }
    for n in [1, 2, 3, 64, 1000, 18_918, 123_456, (1 << 29) - 1, 1 << 29] {
        list.extend(ring_cases(nside(n)).into_iter().map(|case| (case, nside(n).n_cells(), n)));
    }
    list.extend(other_cases().into_iter().map(|case| (case, Depth::MAX.n_cells(), 1 << 29)));
    list
}

/// Inputs that are good for most functions: `f` from `pick`, cells and coordinates that exist.
pub fn inputs(case: &Case, len: usize, random: &mut Random, n_cells: u64, side: u32) -> Vec<Column> {
    let degrees = case.name.contains("_deg");
    let positions: Vec<(f64, f64)> =
        (0..2 * len).map(|_| if degrees { awkward::degrees(random) } else { awkward::radians(random) }).collect();
    let on_plane = case.name.contains("inverse");
    let offsets = case.name.contains("position");
    let mut float = 0;
    let column = |kind: &Kind| match kind.0(0) {
        Column::F(_) => {
            float += 1;
            let value = |k: usize, random: &mut Random| {
                let (lon, lat) = positions[k + len * usize::from(float > 2)];
                match (offsets, on_plane, float % 2 == 1) {
                    (true, ..) => random.choice(&[0.0, 1.0, 0.5, 0.75, 1e-300]),
                    (_, true, true) => lon.rem_euclid(4.0).floor() + 0.5,
                    (_, true, false) => lat / if degrees { 90.0 } else { 1.6 },
                    (_, _, true) => lon,
                    _ => lat,
                }
            };
            Column::F((0..len).map(|k| value(k, random)).collect())
        }
        Column::U(_) => {
            let packed = |random: &mut Random| {
                let d = depth(random.below(30) as u8);
                let cell = Cell::new(d, random.below(d.n_cells())).expect("a cell");
                if case.name.contains("zuniq") { nested::to_zuniq(cell) } else { nested::to_uniq(cell) }
            };
            let from = case.name.starts_with("from_");
            Column::U((0..len).map(|_| if from { packed(random) } else { random.below(n_cells) }).collect())
        }
        Column::W(_) => {
            // Cells of 32 bits, or coordinates.
            let limit = if case.name.contains("_u32") { n_cells } else { u64::from(side) };
            Column::W((0..len).map(|_| random.below(limit) as u32).collect())
        }
        Column::B(_) => Column::B((0..len).map(|_| random.below(12) as u8).collect()),
    };
    case.inputs.iter().map(column).collect()
}

pub fn outputs(case: &Case, len: usize) -> Vec<Column> {
    case.outputs.iter().map(|kind| kind.0(len * kind.1)).collect()
}

/// All bits an element has in the output.
pub fn element(case: &Case, outputs: &[Column], k: usize) -> Vec<u64> {
    let columns = outputs.iter().zip(&case.outputs);
    columns.flat_map(|(column, kind)| (kind.1 * k..kind.1 * (k + 1)).map(|place| column.bits(place))).collect()
}
