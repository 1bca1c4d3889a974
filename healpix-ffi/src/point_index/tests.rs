//! What only a defect of the core could show.

use super::*;
use crate::panic::guard;
use crate::status::HEALPIX_OK;

#[test]
fn a_panic_in_a_change_locks_the_handle() {
    let mut handle = healpix_point_index::new(PointIndex::new());
    assert_eq!(guard(|_| handle.change(|_| ())), HEALPIX_OK);
    assert_eq!(guard(|_| handle.change(|_| panic!("defect"))), HEALPIX_ERR_PANIC);
    assert_eq!(guard(|_| handle.read().map(drop)), HEALPIX_ERR_PANIC);
    assert_eq!(guard(|_| handle.change(|_| ())), HEALPIX_ERR_PANIC);
}
