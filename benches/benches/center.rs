//! Cells to positions: centres, vertices, places in cells.

use std::iter::zip;

use criterion::Criterion;
use healpix_benches::{Sides, cells, config, each, positions, size};
use healpix_core::{Cell, Depth, LonLat, Nside, Result, RingCell, UnitVec, batch, nested, ring};

const NOWHERE: (f64, f64) = (f64::NAN, f64::NAN);

fn main() -> Result<()> {
    let mut criterion = config(20);
    for depth in [Depth::new(12)?, Depth::MAX] {
        let random = cells(size(1 << 20), depth.n_cells(), 3);
        center(&mut criterion, depth, "random", &random);
        center(&mut criterion, depth, "sorted", &sorted(&random));
    }
    for nside in [1000, 4096] {
        let nside = Nside::new(nside)?;
        let random = cells(size(1 << 20), nside.n_cells(), 4);
        ring_center(&mut criterion, nside, "random", &random);
        ring_center(&mut criterion, nside, "sorted", &sorted(&random));
    }
    let depth = Depth::new(12)?;
    let few = cells(size(1 << 18), depth.n_cells(), 5);
    center_vec(&mut criterion, depth, &few);
    vertices(&mut criterion, depth, &few);
    position(&mut criterion, depth, &few);
    criterion.final_summary();
    Ok(())
}

fn sorted(cells: &[u64]) -> Vec<u64> {
    let mut cells = cells.to_vec();
    cells.sort_unstable();
    cells
}

fn pair(at: LonLat) -> (f64, f64) {
    (at.lon(), at.lat())
}

fn center(criterion: &mut Criterion, depth: Depth, order: &str, cells: &[u64]) {
    let n = cells.len();
    let d = depth.get();
    let (mut lon, mut lat) = (vec![0.0; n], vec![0.0; n]);
    let mut found = vec![NOWHERE; n];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, &format!("center depth {d} {order}"), n)
        .side("cdshealpix", || each(cells, &mut found, |cell| layer.center(*cell)))
        .side("core", || batch::nested::center(depth, cells, &mut lon, &mut lat))
        .side("core scalar", || {
            each(cells, &mut found, |cell| Cell::new(depth, *cell).map_or(NOWHERE, |cell| pair(nested::center(cell))))
        })
        // SAFETY: three arrays of n elements.
        .side("ffi", || unsafe {
            healpix_ffi::healpix_nested_center(d, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr())
        })
        .side("safe", || healpix_safe::nested::center(d, cells, &mut lon, &mut lat))
        .copy(1, 2);
}

fn ring_center(criterion: &mut Criterion, nside: Nside, order: &str, cells: &[u64]) {
    let n = cells.len();
    let side = nside.get();
    let (mut lon, mut lat) = (vec![0.0; n], vec![0.0; n]);
    let mut found = vec![NOWHERE; n];
    Sides::new(criterion, &format!("ring center nside {side} {order}"), n)
        .side("cdshealpix", || each(cells, &mut found, |cell| cdshealpix::ring::center(side, *cell)))
        .side("core", || batch::ring::center(nside, cells, &mut lon, &mut lat))
        .side("core scalar", || {
            each(cells, &mut found, |cell| RingCell::new(nside, *cell).map_or(NOWHERE, |cell| pair(ring::center(cell))))
        })
        .copy(1, 2);
}

fn center_vec(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let n = cells.len();
    let (mut x, mut y, mut z) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    let mut found: Vec<Option<UnitVec>> = vec![None; n];
    Sides::new(criterion, "center_vec depth 12 random", n)
        .side("core", || batch::nested::center_vec(depth, cells, &mut x, &mut y, &mut z))
        .side("core scalar", || {
            each(cells, &mut found, |cell| Cell::new(depth, *cell).ok().map(nested::center_vec));
        })
        .copy(1, 3);
}

fn vertices(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let n = cells.len();
    let (mut lon, mut lat) = (vec![0.0; 4 * n], vec![0.0; 4 * n]);
    let mut found = vec![[NOWHERE; 4]; n];
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "vertices depth 12 random", n)
        .side("cdshealpix", || each(cells, &mut found, |cell| layer.vertices(*cell)))
        .side("core", || batch::nested::vertices(depth, cells, &mut lon, &mut lat))
        .side("core scalar", || {
            each(cells, &mut found, |cell| {
                Cell::new(depth, *cell).map_or([NOWHERE; 4], |cell| nested::vertices(cell).map(pair))
            });
        })
        .copy(1, 8);
}

fn position(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let n = cells.len();
    // Offsets in [0, 1): any two independent columns do.
    let (dx, dy): (Vec<f64>, Vec<f64>) = {
        let (lon, lat) = positions(n, 6);
        (lon.iter().map(|lon| lon.fract()).collect(), lat.iter().map(|lat| lat.abs().fract()).collect())
    };
    let (mut lon, mut lat) = (vec![0.0; n], vec![0.0; n]);
    let mut found = vec![NOWHERE; n];
    let layer = cdshealpix::nested::get(depth.get());
    let input = || zip(zip(cells, &dx), &dy);
    Sides::new(criterion, "position depth 12 random", n)
        .side("cdshealpix", || each(input(), &mut found, |((cell, dx), dy)| layer.sph_coo(*cell, *dx, *dy)))
        .side("core", || batch::nested::position(depth, cells, &dx, &dy, &mut lon, &mut lat))
        .side("core scalar", || {
            each(input(), &mut found, |((cell, dx), dy)| {
                Cell::new(depth, *cell).and_then(|cell| nested::position(cell, *dx, *dy)).map_or(NOWHERE, pair)
            });
        })
        .copy(3, 2);
}
