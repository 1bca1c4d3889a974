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

/// The instruction set that slice functions use on this machine: "baseline" (what the library was compiled for), "sse4.1",
/// "avx2", "avx2+fma" or "avx512"; later versions may know more. Results do not depend on it.
///
/// It is the best one that the machine has, or the one that the environment variable `HEALPIX_SIMD` named when the first slice
/// function was called.
///
/// # Example
///
/// ```
/// println!("HEALPix library {}, {}", healpix_safe::version(), healpix_safe::instruction_set());
/// assert!(!healpix_safe::instruction_set().is_empty());
/// ```
#[must_use]
pub fn instruction_set() -> &'static str {
    // SAFETY: the function takes nothing and returns static, NUL-terminated text.
    let text = unsafe { CStr::from_ptr(healpix_sys::healpix_instruction_set()) };
    text.to_str().unwrap_or_default()
}
