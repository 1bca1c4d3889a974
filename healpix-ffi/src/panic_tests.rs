//! The wall holds whatever is thrown against it.

use super::*;
use crate::status::{HEALPIX_ERR_NULL, healpix_last_error_message};

/// This thread's last message.
pub(crate) fn last_message() -> String {
    let mut buffer = [0u8; 256];
    let mut len = 0;
    // SAFETY: both pointers are to live locals of the given sizes.
    let status = unsafe { healpix_last_error_message(buffer.as_mut_ptr().cast(), buffer.len(), &raw mut len) };
    assert_eq!(status, HEALPIX_OK);
    String::from_utf8(buffer[..len].to_vec()).expect("UTF-8")
}

/// A payload whose own destructor panics.
struct Bomb;
impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("the payload's destructor ran");
    }
}

#[test]
fn a_panic_becomes_a_status_with_its_text() {
    assert_eq!(guard(|_| panic!("static text")), HEALPIX_ERR_PANIC);
    assert_eq!(last_message(), "panic: static text");
    assert_eq!(guard(|_| panic!("number {}", 7)), HEALPIX_ERR_PANIC);
    assert_eq!(last_message(), "panic: number 7");
    assert_eq!(guard(|_| std::panic::panic_any(3)), HEALPIX_ERR_PANIC);
    assert_eq!(guard(|_| std::panic::panic_any(Bomb)), HEALPIX_ERR_PANIC);
    assert_eq!(quiet(5, || panic!("quiet")), 5);
}

#[test]
fn a_success_leaves_the_last_message_alone() {
    assert_eq!(guard(|_| Err(Failure::Call(HEALPIX_ERR_NULL, "first".into()))), HEALPIX_ERR_NULL);
    assert_eq!(guard(|_| Ok(())), HEALPIX_OK);
    assert_eq!(last_message(), "first");
    // Another thread has its own message.
    let other = std::thread::spawn(last_message).join().expect("no panic");
    assert_eq!(other, "");
}
