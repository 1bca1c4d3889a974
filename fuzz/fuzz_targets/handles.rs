#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    // Data that are too short make fewer calls.
    let _ = healpix_fuzz::handles::run(data);
});
