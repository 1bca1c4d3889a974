use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::coverage::{Coverage, CoverageCell, Coverages, cones_deg};
use crate::error::Error;
use crate::grid::Depth;
use crate::region::{AnyRegion, Cone};
use crate::sphere::LonLat;

fn depth(depth: u8) -> Depth {
    Depth::new(depth).unwrap()
}

fn cell(depth: u8, index: u64, full: u8) -> CoverageCell {
    CoverageCell { index, depth, full }
}

/// What is wrong with the first bad cell or offset, and where.
fn refused<T: core::fmt::Debug>(result: crate::Result<T>) -> (usize, usize, Error) {
    match result {
        Err(Error::Elements { index, count, first, .. }) => (index, count, *first),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_cells_of_a_coverage_make_it_again() {
    for radius in [0.0, 1e-6, 0.3, 1.5, 3.1] {
        for level in [0, 3, 7] {
            let cone = Cone::new(LonLat::from_degrees(90.0, 41.8).unwrap(), radius).unwrap();
            let coverage = Coverage::of(depth(level), &cone).unwrap();
            assert_eq!(Coverage::from_cells(depth(level), coverage.cells()).unwrap(), coverage);
            // All of them at its depth, too.
            let flat: Vec<CoverageCell> =
                coverage.flat().map(|(index, full)| cell(level, index, u8::from(full))).collect();
            assert_eq!(Coverage::from_cells(depth(level), &flat).unwrap(), coverage);
        }
    }
    let sky = Coverage::of(depth(29), &AnyRegion::AllSky).unwrap();
    assert_eq!(Coverage::from_cells(depth(29), sky.cells()).unwrap(), sky);
    assert!(Coverage::from_cells(depth(29), &[]).unwrap().is_empty());
    let last = [cell(29, (12 << 58) - 1, 0)];
    assert_eq!(Coverage::from_cells(depth(29), &last).unwrap().cells(), last);
}

#[test]
fn many_are_made_again_each_by_itself() {
    let fields = cones_deg(depth(6), &[10.0, 0.0, 300.0], &[0.0, 90.0, -41.8], &[5.0, 0.0, 30.0]).unwrap();
    assert_eq!(Coverages::from_cells(depth(6), fields.cells(), fields.offsets()).unwrap(), fields);
    let none = Coverages::from_cells(depth(6), &[], &[0]).unwrap();
    assert!(none.is_empty() && none.cells().is_empty());
    // Four siblings of two regions stay; of one region they are its parent, and the next begins earlier.
    let siblings: Vec<CoverageCell> = (0..8).map(|index| cell(4, index, 255)).collect();
    let cut = Coverages::from_cells(depth(4), &siblings, &[0, 0, 2, 4, 8, 8]).unwrap();
    assert_eq!(cut.offsets(), [0, 0, 2, 4, 5, 5]);
    assert_eq!(cut.get(3), Some(&[cell(3, 1, 1)][..]));
    // Where a region begins, the order does.
    let back = [cell(2, 9, 0), cell(2, 8, 1), cell(2, 0, 1)];
    assert_eq!(Coverages::from_cells(depth(2), &back, &[0, 1, 1, 2, 3]).unwrap().cells(), back);
    assert_eq!(
        refused(Coverages::from_cells(depth(2), &back, &[0, 1, 3])),
        (2, 1, Error::CellOrder { index: 0, depth: 2 })
    );
}

#[test]
fn cells_that_no_coverage_has_are_refused() {
    let of = |cells: &[CoverageCell]| refused(Coverage::from_cells(depth(5), cells));
    let good = cell(5, 100, 1);
    assert_eq!(of(&[good, good]), (1, 1, Error::CellOrder { index: 100, depth: 5 }));
    assert_eq!(of(&[good, cell(4, 25, 0)]), (1, 1, Error::CellOrder { index: 25, depth: 4 }));
    assert_eq!(of(&[cell(0, 0, 0), good]), (1, 1, Error::CellOrder { index: 100, depth: 5 }));
    assert_eq!(of(&[good, cell(6, 1000, 0)]), (1, 1, Error::DepthOrder { depth: 5, target: 6, deeper: false }));
    assert_eq!(of(&[cell(30, 0, 0), good]), (0, 1, Error::Depth { depth: 30 }));
    assert_eq!(of(&[cell(255, u64::MAX, 255)]), (0, 1, Error::Depth { depth: 255 }));
    assert_eq!(of(&[cell(1, 48, 0)]), (0, 1, Error::Cell { index: 48, n_cells: 48 }));
    // A bad cell says nothing of where the next may be; a cell out of place does not either.
    assert_eq!(of(&[good, cell(5, 7, 0), cell(0, 12, 0), cell(5, 101, 0)]).1, 2);
}

#[test]
fn offsets_that_cut_no_list_are_refused() {
    let cells: Vec<CoverageCell> = (0..3).map(|index| cell(1, index, 0)).collect();
    let of = |offsets: &[u64]| Coverages::from_cells(depth(1), &cells, offsets);
    let offset = |value, min, max| Error::CellOffset { value, min, max };
    assert!(of(&[0, 3]).is_ok() && of(&[0, 0, 3, 3]).is_ok());
    assert_eq!(of(&[]), Err(Error::Length { what: "offsets", expected: 1, got: 0 }));
    assert_eq!(of(&[3]), Err(Error::Length { what: "cells", expected: 0, got: 3 }));
    assert_eq!(refused(of(&[1, 3])), (0, 1, offset(1, 0, 0)));
    assert_eq!(refused(of(&[0, 2])), (1, 1, offset(2, 3, 3)));
    assert_eq!(refused(of(&[0, 2, 1, 3])), (2, 1, offset(1, 2, 3)));
    assert_eq!(refused(of(&[0, u64::MAX, 3])), (1, 1, offset(u64::MAX, 0, 3)));
    assert_eq!(refused(of(&[0, 2, 4])), (2, 1, offset(4, 3, 3)));
    assert_eq!(refused(of(&[5, 9, 1, 9])).1, 4);
    let one = Coverages::from_cells(depth(1), &[], &[1]);
    assert_eq!(one, Err(Error::Elements { index: 0, count: 1, len: 1, first: Box::new(offset(1, 0, 0)) }));
}
