//! What only errors at the right moment, or a defect of the core, could show.

use super::*;
use crate::panic::guard;
use crate::status::{HEALPIX_ERR_BUFFER, HEALPIX_ERR_FORMAT, HEALPIX_OK};

fn error() -> Error {
    Error::Format { offset: 7, reason: "wrong".into() }
}

#[test]
fn an_error_behind_good_items_waits() {
    let mut pieces = Pieces::new([Ok(1), Ok(2), Ok(3), Err(error())].into_iter());
    let mut got = [0; 2];
    let mut len = 77;
    let mut next = |capacity: usize, len: &mut usize| {
        let status = guard(|_| pieces.next(capacity, len, |item, k| got[k] = item));
        (status, got)
    };
    assert_eq!(next(0, &mut len), (HEALPIX_ERR_BUFFER, [0, 0]));
    assert_eq!(len, 1);
    assert_eq!((next(2, &mut len), len), ((HEALPIX_OK, [1, 2]), 2));
    assert_eq!((next(2, &mut len), len), ((HEALPIX_OK, [3, 2]), 1));
    assert_eq!((next(2, &mut len), len), ((HEALPIX_ERR_FORMAT, [3, 2]), 1));
    assert_eq!((next(2, &mut len), len), ((HEALPIX_END, [3, 2]), 1));
}

#[test]
fn what_is_left_of_a_reader() {
    assert!(Pieces::new([Ok::<i32, Error>(1)].into_iter()).into_items().is_ok());
    let mut failed = Pieces::new([Ok(1), Err(error())].into_iter());
    assert_eq!(guard(|_| failed.next(2, &mut 0, |_, _| ())), HEALPIX_OK);
    assert!(matches!(failed.into_items(), Err(Failure::Core(Error::Format { .. }))));
}

#[test]
fn a_panic_locks_the_reader() {
    let mut pieces = Pieces::new((0..3).map(|k| if k == 1 { panic!("defect") } else { Ok(k) }));
    let mut next = || guard(|_| pieces.next(1, &mut 0, |_, _| ()));
    assert_eq!([next(), next(), next()], [HEALPIX_OK, HEALPIX_ERR_PANIC, HEALPIX_ERR_PANIC]);
    assert!(matches!(pieces.into_items(), Err(Failure::Call(HEALPIX_ERR_PANIC, _))));
}
