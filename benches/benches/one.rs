//! One element per call, on every floor; the inputs stay in the first-level cache.

use std::hint::black_box;
use std::iter::zip;

use cdshealpix::compass_point::MainWind;
use criterion::Criterion;
use healpix_benches::{Sides, Sky, cells, config, each, positions};
use healpix_core::{Cell, Depth, LonLat, Result, batch, nested};

const N: usize = 512;

fn main() -> Result<()> {
    let mut criterion = config(50);
    let depth = Depth::new(12)?;
    let cells = cells(N, depth.n_cells(), 12);
    hash_one(&mut criterion, depth, &positions(N, 13));
    center_one(&mut criterion, depth, &cells);
    neighbors_one(&mut criterion, depth, &cells);
    to_ring_one(&mut criterion, depth, &cells);
    for few in [1, 4, 16] {
        slices_of(&mut criterion, depth, few, &positions(N, 13));
    }
    criterion.final_summary();
    Ok(())
}

fn hash_one(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) {
    let d = depth.get();
    let mut out = [0; N];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, "hash_one depth 12 random", N)
        .side("cdshealpix", || each(zip(lon, lat), &mut out, |(lon, lat)| layer.hash(*lon, *lat)))
        .side("core", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| {
                LonLat::new(*lon, *lat).map_or(u64::MAX, |at| nested::hash(depth, at).index())
            })
        })
        .side("ffi", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| {
                let mut cell = 0;
                // SAFETY: a place for one cell.
                unsafe { healpix_ffi::healpix_nested_hash_one(d, *lon, *lat, &mut cell) };
                cell
            })
        })
        .side("safe", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| {
                healpix_safe::nested::hash_one(d, *lon, *lat).unwrap_or(u64::MAX)
            })
        });
}

fn center_one(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let d = depth.get();
    let mut out = [(0.0, 0.0); N];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, "center_one depth 12 random", N)
        .side("cdshealpix", || each(cells, &mut out, |cell| layer.center(*cell)))
        .side("core", || {
            each(cells, &mut out, |cell| {
                let at = Cell::new(depth, *cell).map(nested::center);
                at.map_or((f64::NAN, f64::NAN), |at| (at.lon(), at.lat()))
            })
        })
        .side("ffi", || {
            each(cells, &mut out, |cell| {
                let (mut lon, mut lat) = (0.0, 0.0);
                // SAFETY: two places for one number each.
                unsafe { healpix_ffi::healpix_nested_center_one(d, *cell, &mut lon, &mut lat) };
                (lon, lat)
            })
        })
        .side("safe", || {
            each(cells, &mut out, |cell| healpix_safe::nested::center_one(d, *cell).unwrap_or((f64::NAN, f64::NAN)))
        });
}

fn neighbors_one(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    use MainWind::{E, N as NORTH, NE, NW, S, SE, SW, W};
    let d = depth.get();
    let mut out = [[0; 8]; N];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, "neighbors_one depth 12 random", N)
        .side("cdshealpix", || {
            each(cells, &mut out, |cell| {
                let map = layer.neighbours(*cell, false);
                [S, SE, E, SW, NE, W, NW, NORTH].map(|wind| map.get(wind).copied().unwrap_or(u64::MAX))
            })
        })
        .side("core", || {
            each(cells, &mut out, |cell| {
                Cell::new(depth, *cell).map_or([u64::MAX; 8], |cell| {
                    nested::neighbors(cell).map(|found| found.map_or(u64::MAX, Cell::index))
                })
            })
        })
        .side("ffi", || {
            // Where they are wanted, as C does it: to carry 64 bytes on costs as much as the call.
            for (cell, eight) in zip(cells, &mut out) {
                // SAFETY: places for eight cells.
                unsafe { healpix_ffi::healpix_nested_neighbors_one(d, *cell, eight.as_mut_ptr()) };
            }
            black_box(&mut out);
        })
        .side("safe", || {
            each(cells, &mut out, |cell| healpix_safe::nested::neighbors_one(d, *cell).unwrap_or([u64::MAX; 8]))
        });
}

fn to_ring_one(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let d = depth.get();
    let mut out = [0; N];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, "to_ring_one depth 12 random", N)
        .side("cdshealpix", || each(cells, &mut out, |cell| layer.to_ring(*cell)))
        .side("core", || {
            each(cells, &mut out, |cell| Cell::new(depth, *cell).map_or(u64::MAX, |cell| nested::to_ring(cell).index()))
        })
        .side("ffi", || {
            each(cells, &mut out, |cell| {
                let mut ring = 0;
                // SAFETY: a place for one cell.
                unsafe { healpix_ffi::healpix_nested_to_ring_one(d, *cell, &mut ring) };
                ring
            })
        })
        .side("safe", || each(cells, &mut out, |cell| healpix_safe::nested::to_ring_one(d, *cell).unwrap_or(u64::MAX)));
}

/// Slices so short that the call may cost more than the work.
fn slices_of(criterion: &mut Criterion, depth: Depth, few: usize, (lon, lat): &Sky) {
    let d = depth.get();
    let (mut of_core, mut of_ffi, mut single) = ([0; N], [0; N], [0; N]);
    let slices = || zip(lon.chunks(few), lat.chunks(few));
    Sides::new(criterion, &format!("hash slices of {few} depth {d} random"), N)
        .side("core", || {
            for ((lon, lat), out) in zip(slices(), of_core.chunks_mut(few)) {
                batch::nested::hash(depth, lon, lat, out)?;
            }
            Ok::<(), healpix_core::Error>(())
        })
        .side("core scalar", || {
            each(zip(lon, lat), &mut single, |(lon, lat)| {
                LonLat::new(*lon, *lat).map_or(u64::MAX, |at| nested::hash(depth, at).index())
            })
        })
        .side("ffi", || {
            for ((lon, lat), out) in zip(slices(), of_ffi.chunks_mut(few)) {
                // SAFETY: three arrays of the same length.
                unsafe { healpix_ffi::healpix_nested_hash(d, lon.as_ptr(), lat.as_ptr(), lon.len(), out.as_mut_ptr()) };
            }
        });
}
