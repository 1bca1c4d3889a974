//! The crate `moc` on the same sets.
//!
//! Where the two differ, and who is right:
//!
//! * `minus` of `moc` 0.19.3 is empty where all of one MOC lies before all of the other on the curve
//!   (its quick rejection test, `op/minus.rs`); the first MOC is right. Such pairs are compared with
//!   `a & !b` instead.
//! * `contracted` and `internal_border` of `moc` list the outer edges of all large cells of the
//!   complement, `expanded` and `external_border` those of the MOC: the same answers, but a list of
//!   2^29 cells and more for a large cell of a deep MOC. So they are compared at shallow depths only.
//! * `fill_holes_smaller_than` also fills the largest part of the complement where that is small
//!   enough. Here the largest part is never a hole.
//! * `fill_holes` leaves it to the sorting which of several largest parts stays open. Here it is that
//!   with the lowest cell, so ties are left out.
//! * `degraded` to a deeper depth changes nothing there and is an error here.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod moc_model;

use std::f64::consts::PI;

use ::moc::moc::range::RangeMOC;
use ::moc::moc::range::op::multi_op::{kway_and, kway_or};
use ::moc::moc::{CellMOCIntoIterator, CellMOCIterator, RangeMOCIterator};
use ::moc::qty::Hpx;
use healpix_core::Moc;
use healpix_core::moc::{CellRange, Connectivity};
use moc_model::{depth, models};
use proptest::prelude::*;

type Peer = RangeMOC<u64, Hpx<u64>>;

fn peer(moc: &Moc) -> Peer {
    RangeMOC::from_maxdepth_ranges(moc.depth().get(), moc.ranges().iter().map(|r| r.start..r.end), None)
}

fn ours(peer: &Peer) -> Moc {
    let ranges: Vec<CellRange> = peer.moc_ranges().iter().map(|range| CellRange::from(range.clone())).collect();
    Moc::from_depth29_ranges(depth(peer.depth_max()), &ranges).expect("ranges of cells")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn algebra(a in models(), b in models()) {
        let (a, b) = (a.moc(), b.moc());
        let (x, y) = (peer(&a), peer(&b));
        prop_assert_eq!(&a | &b, ours(&x.or(&y)));
        prop_assert_eq!(&a & &b, ours(&x.and(&y)));
        prop_assert_eq!(&a ^ &b, ours(&x.xor(&y)));
        if a.first() < b.last() && b.first() < a.last() && a.depth() == b.depth() {
            prop_assert_eq!(&a - &b, ours(&x.minus(&y)));
        }
        prop_assert_eq!(&a - &b, ours(&x.and(&y.not())));
        prop_assert_eq!(!&a, ours(&x.not()));
        prop_assert_eq!(a.n_cells(), x.n_depth_max_cells());
        prop_assert_eq!(a.sky_fraction(), x.coverage_percentage());
    }

    #[test]
    fn many(models in prop::collection::vec(models(), 1..9)) {
        let mocs: Vec<Moc> = models.iter().map(|model| model.moc()).collect();
        let peers = || -> Box<dyn Iterator<Item = Peer>> { Box::new(mocs.iter().map(peer).collect::<Vec<_>>().into_iter()) };
        prop_assert_eq!(Moc::union_all(&mocs)?, ours(&kway_or(peers())));
        prop_assert_eq!(Moc::intersection_all(&mocs)?, ours(&kway_and(peers())));
    }

    #[test]
    fn resolution_and_borders(a in models(), d in 0u8..=4) {
        let a = a.moc();
        let x = peer(&a);
        if d <= a.depth().get() {
            prop_assert_eq!(a.degraded(depth(d))?, ours(&x.degraded(d)));
        }
        prop_assert_eq!(a.outer_border()?, ours(&x.external_border()));
        prop_assert_eq!(a.inner_border()?, ours(&x.internal_border()));
        prop_assert_eq!(a.expanded(1)?, ours(&x.expanded()));
        prop_assert_eq!(a.contracted(1)?, ours(&x.contracted()));
        prop_assert_eq!(a.expanded(3)?, ours(&x.expanded().expanded().expanded()));
    }

    #[test]
    fn parts(a in models()) {
        let a = a.moc();
        for (connectivity, vertices) in [(Connectivity::Edges, false), (Connectivity::EdgesAndVertices, true)] {
            let theirs = peer(&a).split_into_joint_mocs(vertices);
            let mut theirs: Vec<Moc> =
                theirs.into_iter().map(|cells| ours(&cells.into_cell_moc_iter().ranges().into_range_moc())).collect();
            theirs.sort_by_key(Moc::first);
            prop_assert_eq!(a.split(connectivity)?, theirs);
        }
    }

    #[test]
    fn holes(a in models(), cells in 0u64..100) {
        let a = a.moc();
        let parts = (!&a).split(Connectivity::EdgesAndVertices)?;
        let mut sizes: Vec<u64> = parts.iter().map(Moc::n_cells).collect();
        sizes.sort_unstable();
        let tie = sizes.len() >= 2 && sizes[sizes.len() - 1] == sizes[sizes.len() - 2];
        if !tie {
            prop_assert_eq!(a.fill_holes(None)?, ours(&peer(&a).fill_holes(None)));
        }
        let fraction = (cells as f64 + 0.5) / a.depth().n_cells() as f64;
        if sizes.last().is_some_and(|largest| *largest > cells) {
            prop_assert_eq!(
                a.fill_holes(Some(4.0 * PI * fraction))?,
                ours(&peer(&a).fill_holes_smaller_than(fraction))
            );
        }
    }

    #[test]
    fn cells_and_positions(a in models(), at in prop::collection::vec((0.0..6.0, -1.5..1.5), 0..50)) {
        let a = a.moc();
        let x = peer(&a);
        let cells: Vec<(u8, u64)> = a.cells().map(|cell| (cell.depth().get(), cell.index())).collect();
        prop_assert_eq!(&a, &ours(&RangeMOC::from_cells(a.depth().get(), cells.iter().copied(), None)));
        let flat: Vec<u64> = x.flatten_to_fixed_depth_cells().collect();
        prop_assert_eq!(a.flat().collect::<Vec<u64>>(), flat.clone());
        prop_assert_eq!(&a, &ours(&RangeMOC::from_fixed_depth_cells(a.depth().get(), flat.into_iter().rev(), None)));
        for (lon, lat) in at {
            let position = healpix_core::LonLat::new(lon, lat)?;
            prop_assert_eq!(a.contains(position), x.is_in(lon, lat));
        }
    }
}

/// Where the peer is wrong; once it is right this fails, and `algebra` can compare all pairs.
#[test]
fn the_peer_loses_a_set_that_lies_before_the_other() {
    let (a, b) = (moc_model::moc(0, &[1, 2]), moc_model::moc(0, &[7]));
    assert_eq!(&a - &b, a);
    assert_eq!(&b - &a, b);
    assert!(ours(&peer(&a).minus(&peer(&b))).is_empty());
    assert!(ours(&peer(&b).minus(&peer(&a))).is_empty());
}
