//! Which library is running.

use core::ffi::CStr;

/// Version of the C library that is running, "major.minor.patch".
///
/// # Example
///
/// ```
/// assert_eq!(healpix_safe::version().split('.').count(), 3);
/// ```
#[must_use]
pub fn version() -> &'static str {
    // SAFETY: the function takes nothing and returns static, NUL-terminated text.
    let text = unsafe { CStr::from_ptr(healpix_sys::healpix_version()) };
    text.to_str().unwrap_or_default()
}

/// Version of the C library that is running, as 1000000 major + 1000 minor + patch.
///
/// # Example
///
/// ```
/// assert!(healpix_safe::version_number() >= 1000);
/// ```
#[must_use]
pub fn version_number() -> u32 {
    // SAFETY: the function takes nothing and returns a number.
    unsafe { healpix_sys::healpix_version_number() }
}

/// Number of the binary interface of the C library that is running, which its soname ends in.
///
/// # Example
///
/// ```
/// let header = healpix_sys::HEALPIX_ABI_VERSION;
/// assert_eq!(i64::from(healpix_safe::abi_version()), i64::from(header));
/// ```
#[must_use]
pub fn abi_version() -> u32 {
    // SAFETY: the function takes nothing and returns a number.
    unsafe { healpix_sys::healpix_abi_version() }
}
