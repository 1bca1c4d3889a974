//! What belongs to one thread and what does not.

use healpix_safe::{CellCount, CrossMatch, Error, ErrorKind, Match, Matches, Occupied, Pair, Pairs, PointIndex};
use static_assertions::{assert_impl_all, assert_not_impl_any};

// Handles: the C interface says that they stay on their thread. Cloning one would free it twice.
assert_not_impl_any!(PointIndex: Send, Sync, Clone, Copy);
assert_not_impl_any!(Matches: Send, Sync, Clone, Copy);
assert_not_impl_any!(Pairs: Send, Sync, Clone, Copy);
assert_not_impl_any!(Occupied<'static>: Send, Sync, Clone, Copy);

// Plain values.
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
