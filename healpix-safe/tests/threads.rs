//! What belongs to one thread and what does not.

use healpix_safe::coverage::{Cell, CellRange, Coverage, Coverages, FlatCells, Ranges};
use healpix_safe::io::{Bytes, FitsKind, FitsMap, FitsRanges, FitsRangesWriter, MultiOrderMap};
use healpix_safe::moc::{self, Connectivity, Mocs};
use healpix_safe::region::{Interior, Region, Relation};
use healpix_safe::{
    CellCount, CrossMatch, Error, ErrorKind, Match, MatchLists, Matches, Moc, NeighborIter, Occupied, Pair, Pairs,
    PointIndex, Rows,
};
use static_assertions::{assert_impl_all, assert_not_impl_any};

// Handles: the C interface says that they stay on their thread. Cloning one would free it twice.
assert_not_impl_any!(PointIndex: Send, Sync, Clone, Copy);
assert_not_impl_any!(Matches: Send, Sync, Clone, Copy);
assert_not_impl_any!(MatchLists: Send, Sync, Clone, Copy);
assert_not_impl_any!(Pairs: Send, Sync, Clone, Copy);
assert_not_impl_any!(Occupied<'static>: Send, Sync, Clone, Copy);
assert_not_impl_any!(Rows: Send, Sync, Clone, Copy);
assert_not_impl_any!(NeighborIter: Send, Sync, Clone, Copy);
assert_not_impl_any!(Region: Send, Sync, Copy);
assert_not_impl_any!(Coverage: Send, Sync, Clone, Copy);
assert_not_impl_any!(Coverages: Send, Sync, Clone, Copy);
assert_not_impl_any!(Ranges: Send, Sync, Clone, Copy);
assert_not_impl_any!(FlatCells<'static>: Send, Sync, Clone, Copy);
assert_not_impl_any!(Moc: Send, Sync, Copy);
assert_not_impl_any!(Mocs: Send, Sync, Clone, Copy);
assert_not_impl_any!(moc::Cells<'static>: Send, Sync, Clone, Copy);
assert_not_impl_any!(moc::FlatCells<'static>: Send, Sync, Clone, Copy);
assert_not_impl_any!(Bytes: Send, Sync, Clone, Copy);
assert_not_impl_any!(FitsMap: Send, Sync, Clone, Copy);
assert_not_impl_any!(FitsRanges: Send, Sync, Clone, Copy);
assert_not_impl_any!(FitsRangesWriter: Send, Sync, Clone, Copy);
assert_not_impl_any!(MultiOrderMap: Send, Sync, Clone, Copy);
// Its clones are copies, each with a handle of its own.
assert_impl_all!(Moc: Clone);
// Regions never change: clones share one handle.
assert_impl_all!(Region: Clone);

// Plain values.
assert_impl_all!(Cell: Send, Sync, Copy);
assert_impl_all!(CellRange: Send, Sync, Copy);
assert_impl_all!(Interior: Send, Sync, Copy);
assert_impl_all!(Connectivity: Send, Sync, Copy);
assert_impl_all!(FitsKind: Send, Sync, Copy);
assert_impl_all!(Relation: Send, Sync, Copy);
assert_impl_all!(Match: Send, Sync, Copy);
assert_impl_all!(Pair: Send, Sync, Copy);
assert_impl_all!(CellCount: Send, Sync, Copy);
assert_impl_all!(CrossMatch: Send, Sync, Copy);
assert_impl_all!(Error: Send, Sync, Clone, std::error::Error);
assert_impl_all!(ErrorKind: Send, Sync, Copy);

#[test]
fn each_thread_reads_its_own_error() {
    let deep = healpix_safe::grid::nside(30).expect_err("too deep");
    let other = std::thread::spawn(|| healpix_safe::grid::depth(3).expect_err("no power of two"));
    let other = other.join().expect("no panic");
    assert_eq!((deep.kind(), other.kind()), (ErrorKind::Depth, ErrorKind::Nside));
    assert!(deep.to_string().contains("30") && other.to_string().contains('3'));
    // And an error keeps its message when others follow.
    assert!(healpix_safe::grid::nside(31).is_err());
    assert!(deep.to_string().contains("30"));
}
