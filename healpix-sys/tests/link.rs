//! The bindings link, and the constants written by hand are those of the header.

#[test]
fn the_library_links_and_is_the_version_of_the_header() {
    // SAFETY: the function takes nothing and only returns a number.
    let number = unsafe { healpix_sys::healpix_version_number() };
    assert_eq!(i64::from(number), i64::from(healpix_sys::HEALPIX_VERSION_NUMBER));
}

#[test]
fn the_library_has_the_binary_interface_of_the_header() {
    // SAFETY: the function takes nothing and only returns a number.
    let number = unsafe { healpix_sys::healpix_abi_version() };
    assert_eq!(i64::from(number), i64::from(healpix_sys::HEALPIX_ABI_VERSION));
}

#[test]
fn the_sentinels_written_by_hand_are_those_of_the_header() {
    let header = include_str!("../../healpix-ffi/include/healpix/healpix.h");
    assert!(header.contains("#define HEALPIX_INVALID_CELL UINT64_MAX\n"));
    assert!(header.contains("#define HEALPIX_INVALID_U32 UINT32_MAX\n"));
    assert_eq!(healpix_sys::HEALPIX_INVALID_CELL, u64::MAX);
    assert_eq!(healpix_sys::HEALPIX_INVALID_U32, u32::MAX);
    assert_eq!(healpix_sys::HEALPIX_INVALID_U8, 255);
}
