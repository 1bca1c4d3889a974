//! Further conversions of cells, and the functions that list cells or positions for one cell.

use std::hint::black_box;

use criterion::Criterion;
use healpix_benches::{Sides, cells, config, each, size};
use healpix_core::{Cell, Depth, Result, batch, nested};

fn main() -> Result<()> {
    let mut criterion = config(20);
    let depth = Depth::new(12)?;
    let many = cells(size(1 << 18), depth.n_cells(), 9);
    ancestor(&mut criterion, depth, &many)?;
    families(&mut criterion, depth, &many)?;
    coordinates(&mut criterion, depth, &many)?;
    let few: Vec<Cell> =
        cells(size(64), depth.n_cells(), 11).into_iter().map(|index| Cell::new(depth, index)).collect::<Result<_>>()?;
    positions(&mut criterion, &few);
    edges(&mut criterion, &few)?;
    discs(&mut criterion, &few);
    criterion.final_summary();
    Ok(())
}

fn ancestor(criterion: &mut Criterion, depth: Depth, cells: &[u64]) -> Result<()> {
    let up = Depth::new(4)?;
    let mut out = vec![0; cells.len()];
    Sides::new(criterion, "ancestor depth 12 to 4 random", cells.len())
        .side("cdshealpix", || each(cells, &mut out, |cell| cdshealpix::nested::parent(*cell, 8)))
        .side("core", || batch::nested::ancestor(depth, up, cells, &mut out))
        .copy(1, 1);
    Ok(())
}

fn families(criterion: &mut Criterion, depth: Depth, cells: &[u64]) -> Result<()> {
    let n = cells.len();
    let mut four = vec![0; 4 * n];
    Sides::new(criterion, "siblings depth 12 random", n)
        .side("core", || batch::nested::siblings(depth, cells, &mut four))
        .copy(1, 4);
    let (mut first, mut last) = (vec![0; n], vec![0; n]);
    Sides::new(criterion, "range depth 12 to 29 random", n)
        .side("core", || batch::nested::range(depth, Depth::MAX, cells, &mut first, &mut last))
        .copy(1, 2);
    Ok(())
}

fn coordinates(criterion: &mut Criterion, depth: Depth, cells: &[u64]) -> Result<()> {
    let n = cells.len();
    let (mut face, mut i, mut j, mut out) = (vec![0; n], vec![0; n], vec![0; n], vec![0; n]);
    batch::nested::to_face_ij(depth, cells, &mut face, &mut i, &mut j)?;
    Sides::new(criterion, "from_face_ij depth 12 random", n)
        .side("core", || batch::nested::from_face_ij(depth, &face, &i, &j, &mut out))
        .copy(1, 1);
    Sides::new(criterion, "to_face_ij depth 12 random", n)
        .side("core", || batch::nested::to_face_ij(depth, cells, &mut face, &mut i, &mut j))
        .copy(1, 1);
    let mut rings = vec![0; n];
    Sides::new(criterion, "ring_of nside 4096 random", n)
        .side("core", || batch::ring::ring_of(depth.nside(), cells, &mut rings))
        .copy(1, 1);
    Ok(())
}

/// Positions along and in a cell; times are per cell.
fn positions(criterion: &mut Criterion, cells: &[Cell]) {
    use cdshealpix::compass_point::Cardinal;
    Sides::new(criterion, "path_along_edge 16 a side", cells.len())
        .side("cdshealpix", || {
            for cell in cells {
                let d = cell.depth().get();
                black_box(cdshealpix::nested::path_along_cell_edge(d, cell.index(), &Cardinal::S, false, 16));
            }
        })
        .side("core", || all(cells, |cell| nested::path_along_edge(cell, 16)));
    // The peer's grid has its points on the edges too: k segments are (k + 1)² points.
    Sides::new(criterion, "grid 16 x 16", cells.len())
        .side("cdshealpix", || {
            for cell in cells {
                black_box(cdshealpix::nested::grid(cell.depth().get(), cell.index(), 15));
            }
        })
        .side("core", || all(cells, |cell| nested::grid(cell, 16)));
}

/// Deeper cells along the border of a cell; times are per cell.
fn edges(criterion: &mut Criterion, cells: &[Cell]) -> Result<()> {
    let deeper = Depth::new(18)?;
    // No peer: that of cdshealpix 0.10.1 repeats cells and leaves others out.
    Sides::new(criterion, "internal_edge 6 levels down", cells.len())
        .side("core", || all(cells, |cell| nested::internal_edge(deeper, cell)));
    Sides::new(criterion, "external_edge 6 levels down", cells.len())
        .side("cdshealpix", || {
            for cell in cells {
                black_box(cdshealpix::nested::external_edge_sorted(cell.depth().get(), cell.index(), 6));
            }
        })
        .side("core", || all(cells, |cell| nested::external_edge(deeper, cell)));
    Ok(())
}

/// Rings and discs of neighbours; times are per cell.
fn discs(criterion: &mut Criterion, cells: &[Cell]) {
    let layer = cdshealpix::nested::get(12);
    Sides::new(criterion, "neighbor_ring k 10", cells.len())
        .side("cdshealpix", || {
            for cell in cells {
                black_box(layer.kth_neighbours(cell.index(), 10));
            }
        })
        .side("core", || all(cells, |cell| nested::neighbor_ring(cell, 10)));
    Sides::new(criterion, "neighbor_disc k 10", cells.len())
        .side("cdshealpix", || {
            for cell in cells {
                black_box(layer.kth_neighbourhood(cell.index(), 10));
            }
        })
        .side("core", || all(cells, |cell| nested::neighbor_disc(cell, 10)));
}

/// Lists for each cell, thrown away.
fn all<T>(cells: &[Cell], list: impl Fn(Cell) -> Result<Vec<T>>) -> Result<()> {
    for cell in cells {
        black_box(list(*cell)?);
    }
    Ok(())
}
