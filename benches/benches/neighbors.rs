//! Neighbours of cells.

use cdshealpix::compass_point::MainWind;
use criterion::Criterion;
use healpix_benches::{Sides, cells, config, each, size};
use healpix_core::{Cell, Depth, Direction, Result, batch, nested};

/// The peer's names in our order of the eight directions.
const WINDS: [MainWind; 8] =
    [MainWind::S, MainWind::SE, MainWind::E, MainWind::SW, MainWind::NE, MainWind::W, MainWind::NW, MainWind::N];

fn main() -> Result<()> {
    let mut criterion = config(20);
    let depth = Depth::new(12)?;
    let cells = cells(size(1 << 18), depth.n_cells(), 8);
    let mut sorted = cells.clone();
    sorted.sort_unstable();
    neighbors(&mut criterion, depth, "random", &cells);
    neighbors(&mut criterion, depth, "sorted", &sorted);
    neighbor(&mut criterion, depth, &cells);
    criterion.final_summary();
    Ok(())
}

/// The peer's bulk form does not say which neighbour lies in which direction.
fn neighbors(criterion: &mut Criterion, depth: Depth, order: &str, cells: &[u64]) {
    let n = cells.len();
    let d = depth.get();
    let mut out = vec![0; 8 * n];
    let mut found = vec![[0; 8]; n];
    let mut bulk = Vec::with_capacity(8 * n);
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, &format!("neighbors depth 12 {order}"), n)
        .side("cdshealpix", || {
            each(cells, &mut found, |cell| {
                let map = layer.neighbours(*cell, false);
                WINDS.map(|wind| map.get(wind).copied().unwrap_or(u64::MAX))
            })
        })
        .side("cdshealpix bulk", || {
            bulk.clear();
            for cell in cells {
                layer.append_bulk_neighbours(*cell, &mut bulk);
            }
        })
        .side("core", || batch::nested::neighbors(depth, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut found, |cell| {
                Cell::new(depth, *cell).map_or([u64::MAX; 8], |cell| {
                    nested::neighbors(cell).map(|found| found.map_or(u64::MAX, Cell::index))
                })
            })
        })
        // SAFETY: n cells in, eight times as many out.
        .side("ffi", || unsafe { healpix_ffi::healpix_nested_neighbors(d, cells.as_ptr(), n, out.as_mut_ptr()) })
        .side("safe", || healpix_safe::nested::neighbors(d, cells, &mut out))
        .copy(1, 8);
}

fn neighbor(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let mut out = vec![0; cells.len()];
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "neighbor NE depth 12 random", cells.len())
        .side("cdshealpix", || {
            each(cells, &mut out, |cell| layer.neighbour(*cell, MainWind::NE).unwrap_or(u64::MAX));
        })
        .side("core", || batch::nested::neighbor(depth, Direction::NE, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut out, |cell| {
                Cell::new(depth, *cell)
                    .ok()
                    .and_then(|cell| nested::neighbor(Direction::NE, cell))
                    .map_or(u64::MAX, Cell::index)
            });
        })
        .copy(1, 1);
}
