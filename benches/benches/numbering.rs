//! One number to another: ring and nested, parents and children, one-number forms.

use criterion::Criterion;
use healpix_benches::{Sides, cells, config, each, size};
use healpix_core::{Cell, Depth, Result, RingCell, batch, nested, ring};

fn main() -> Result<()> {
    let mut criterion = config(20);
    let depth = Depth::new(12)?;
    let cells = cells(size(1 << 18), depth.n_cells(), 7);
    to_ring(&mut criterion, depth, &cells);
    to_nested(&mut criterion, depth, &cells);
    parent(&mut criterion, depth, &cells);
    children(&mut criterion, depth, &cells);
    to_uniq(&mut criterion, depth, &cells)?;
    to_zuniq(&mut criterion, depth, &cells)?;
    criterion.final_summary();
    Ok(())
}

fn to_ring(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let n = cells.len();
    let d = depth.get();
    let mut out = vec![0; n];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, "to_ring depth 12 random", n)
        .side("cdshealpix", || each(cells, &mut out, |cell| layer.to_ring(*cell)))
        .side("core", || batch::nested::to_ring(depth, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut out, |cell| Cell::new(depth, *cell).map_or(u64::MAX, |cell| nested::to_ring(cell).index()))
        })
        // SAFETY: two arrays of n elements.
        .side("ffi", || unsafe { healpix_ffi::healpix_nested_to_ring(d, cells.as_ptr(), n, out.as_mut_ptr()) })
        .side("safe", || healpix_safe::nested::to_ring(d, cells, &mut out))
        .copy(1, 1);
}

fn to_nested(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let nside = depth.nside();
    let mut out = vec![0; cells.len()];
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "to_nested nside 4096 random", cells.len())
        .side("cdshealpix", || each(cells, &mut out, |cell| layer.from_ring(*cell)))
        .side("core", || batch::ring::to_nested(nside, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut out, |cell| {
                RingCell::new(nside, *cell).and_then(ring::to_nested).map_or(u64::MAX, |cell| cell.index())
            })
        })
        .copy(1, 1);
}

fn parent(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let mut out = vec![0; cells.len()];
    Sides::new(criterion, "parent depth 12 random", cells.len())
        .side("cdshealpix", || each(cells, &mut out, |cell| cdshealpix::nested::parent(*cell, 1)))
        .side("core", || batch::nested::parent(depth, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut out, |cell| {
                Cell::new(depth, *cell).and_then(nested::parent).map_or(u64::MAX, |cell| cell.index())
            })
        })
        .copy(1, 1);
}

fn children(criterion: &mut Criterion, depth: Depth, cells: &[u64]) {
    let n = cells.len();
    let mut out = vec![0; 4 * n];
    let mut found = vec![[0; 4]; n];
    Sides::new(criterion, "children depth 12 random", n)
        .side("cdshealpix", || {
            each(cells, &mut found, |cell| {
                let first = cdshealpix::nested::children(*cell, 1).start;
                [first, first + 1, first + 2, first + 3]
            })
        })
        .side("core", || batch::nested::children(depth, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut found, |cell| {
                Cell::new(depth, *cell).and_then(nested::children).map_or([0; 4], |four| four.map(Cell::index))
            })
        })
        .copy(1, 4);
}

fn to_uniq(criterion: &mut Criterion, depth: Depth, cells: &[u64]) -> Result<()> {
    let n = cells.len();
    let d = depth.get();
    let (mut uniq, mut out, mut depths) = (vec![0; n], vec![0; n], vec![0; n]);
    batch::nested::to_uniq(depth, cells, &mut uniq)?;
    Sides::new(criterion, "to_uniq depth 12 random", n)
        .side("cdshealpix", || each(cells, &mut out, |cell| cdshealpix::nested::to_uniq_ivoa(d, *cell)))
        .side("core", || batch::nested::to_uniq(depth, cells, &mut out))
        .side("core scalar", || each(cells, &mut out, |cell| Cell::new(depth, *cell).map_or(u64::MAX, nested::to_uniq)))
        .copy(1, 1);
    let mut found = vec![(0, 0); n];
    Sides::new(criterion, "from_uniq depth 12 random", n)
        .side("cdshealpix", || each(&uniq, &mut found, |uniq| cdshealpix::nested::from_uniq_ivoa(*uniq)))
        .side("core", || batch::nested::from_uniq(&uniq, &mut depths, &mut out))
        .side("core scalar", || each(&uniq, &mut found, |uniq| parts(nested::from_uniq(*uniq))))
        .copy(1, 1);
    Ok(())
}

fn to_zuniq(criterion: &mut Criterion, depth: Depth, cells: &[u64]) -> Result<()> {
    let n = cells.len();
    let d = depth.get();
    let (mut zuniq, mut out, mut depths) = (vec![0; n], vec![0; n], vec![0; n]);
    batch::nested::to_zuniq(depth, cells, &mut zuniq)?;
    Sides::new(criterion, "to_zuniq depth 12 random", n)
        .side("cdshealpix", || each(cells, &mut out, |cell| cdshealpix::nested::to_zuniq(d, *cell)))
        .side("core", || batch::nested::to_zuniq(depth, cells, &mut out))
        .side("core scalar", || {
            each(cells, &mut out, |cell| Cell::new(depth, *cell).map_or(u64::MAX, nested::to_zuniq))
        })
        .copy(1, 1);
    let mut found = vec![(0, 0); n];
    Sides::new(criterion, "from_zuniq depth 12 random", n)
        .side("cdshealpix", || each(&zuniq, &mut found, |zuniq| cdshealpix::nested::from_zuniq(*zuniq)))
        .side("core", || batch::nested::from_zuniq(&zuniq, &mut depths, &mut out))
        .side("core scalar", || each(&zuniq, &mut found, |zuniq| parts(nested::from_zuniq(*zuniq))))
        .copy(1, 1);
    Ok(())
}

fn parts(cell: Result<Cell>) -> (u8, u64) {
    cell.map_or((u8::MAX, u64::MAX), |cell| (cell.depth().get(), cell.index()))
}
