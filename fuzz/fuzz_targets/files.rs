#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    // Data that are too short do less.
    let _ = healpix_fuzz::files::run(data);
});
