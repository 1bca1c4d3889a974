#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    // Data that are too short make no call.
    let _ = healpix_fuzz::calls::run(data);
});
