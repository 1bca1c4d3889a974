//! What no program could test in passing.

use std::ptr;

use super::*;
use crate::status::{HEALPIX_ERR_SHAPE, HEALPIX_OK};

/// A region combined over and over, each time in another way, so that nothing becomes one level.
#[test]
fn nesting_without_end_is_refused_and_not_a_stack_overflow() {
    let (mut region, mut cone) = (ptr::null_mut(), ptr::null_mut());
    let mut accepted = 0;
    // SAFETY: all handles are live until they are freed, and the outputs are live locals.
    unsafe {
        assert_eq!(healpix_region_cone(0.0, 0.0, 0.5, &raw mut region), HEALPIX_OK);
        assert_eq!(healpix_region_cone(0.1, 0.0, 0.5, &raw mut cone), HEALPIX_OK);
        loop {
            let (both, mut next) = ([region.cast_const(), cone.cast_const()], ptr::null_mut());
            let combine = if accepted % 2 == 0 { healpix_region_union } else { healpix_region_intersection };
            let status = combine(both.as_ptr(), 2, &raw mut next);
            if status != HEALPIX_OK {
                assert_eq!((status, next), (HEALPIX_ERR_SHAPE, ptr::null_mut()));
                break;
            }
            healpix_region_free(region);
            region = next;
            accepted += 1;
        }
        assert_eq!(accepted, 199);
        // The deepest one that is accepted can be asked.
        let mut relation = 77;
        assert_eq!(healpix_region_relation_one(region, 0, 4, &raw mut relation), HEALPIX_OK);
        assert_eq!(relation, 1);
        healpix_region_free(region);
        healpix_region_free(cone);
    }
}
