//! Files that end too early, callbacks that stop, and disks that are full: a status, nothing written, nothing left.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]
#![expect(clippy::undocumented_unsafe_blocks, reason = "one comment says it for all calls")]

use std::ffi::{CString, c_void};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::ptr::{null, null_mut};

use healpix_ffi::*;

mod temporary;

use temporary::{c_path, directory};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../healpix-core/tests/data/moc");

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(SAMPLES).join(name)).expect("a sample")
}

// SAFETY (of all calls in this file): texts and paths end with NUL or have the length given, arrays are as long as told,
// handles are live and freed once, and outputs are live locals.

/// Opens, reads to the end or to the first failure, and closes: the last status.
type Reader = fn(&CString) -> healpix_status;

fn whole_moc(path: &CString) -> healpix_status {
    let mut out = null_mut();
    let status = unsafe { healpix_moc_read_fits_file(path.as_ptr(), &raw mut out) };
    assert_eq!(status == HEALPIX_OK, !out.is_null());
    unsafe { healpix_moc_free(out) };
    status
}

fn ranges_in_pieces(path: &CString) -> healpix_status {
    let mut reader = null_mut();
    let mut status = unsafe { healpix_fits_ranges_open(path.as_ptr(), &raw mut reader) };
    while status == HEALPIX_OK {
        let (mut ranges, mut len) = ([const { healpix_range { start: 7, end: 7 } }; 3], 77);
        status = unsafe { healpix_fits_ranges_next(reader, 3, ranges.as_mut_ptr(), &raw mut len) };
        let untouched = len == 77 && ranges.iter().all(|range| (range.start, range.end) == (7, 7));
        assert!(if status == HEALPIX_OK { (1..=3).contains(&len) } else { untouched });
    }
    // Whatever it was: there is nothing more.
    if !reader.is_null() {
        let (mut range, mut len) = (healpix_range { start: 7, end: 7 }, 77);
        let again = unsafe { healpix_fits_ranges_next(reader, 1, &raw mut range, &raw mut len) };
        assert!(again == HEALPIX_END && len == 77 && range.start == 7);
    }
    unsafe { healpix_fits_ranges_free(reader) };
    if status == HEALPIX_END { HEALPIX_OK } else { status }
}

fn map_in_pieces(path: &CString) -> healpix_status {
    let mut map = null_mut();
    let mut status = unsafe { healpix_fits_map_open(path.as_ptr(), null(), &raw mut map) };
    while status == HEALPIX_OK {
        let (mut cells, mut values, mut len) = ([7u64; 64], [7.0f64; 64], 77);
        status = unsafe { healpix_fits_map_next(map, 64, cells.as_mut_ptr(), values.as_mut_ptr(), &raw mut len) };
        let untouched = len == 77 && cells == [7; 64] && values == [7.0; 64];
        assert!(if status == HEALPIX_OK { (1..=64).contains(&len) } else { untouched });
    }
    unsafe { healpix_fits_map_free(map) };
    if status == HEALPIX_END { HEALPIX_OK } else { status }
}

fn multi_order_map(path: &CString) -> healpix_status {
    let mut out = null_mut();
    let status = unsafe { healpix_multi_order_map_read_fits_file(path.as_ptr(), &raw mut out) };
    assert_eq!(status == HEALPIX_OK, !out.is_null());
    unsafe { healpix_multi_order_map_free(out) };
    status
}

#[test]
fn a_file_that_ends_at_any_byte_is_refused() {
    let place = directory("ends");
    let readers: [(&str, Reader); 6] = [
        ("mocpy_mixed.range.fits", whole_moc),
        ("mocpy_mixed.nuniq.fits", whole_moc),
        ("mocpy_mixed.range.fits", ranges_in_pieces),
        ("healpy_nested_16_partial.fits", map_in_pieces),
        ("healpy_ring_8_f4.fits", map_in_pieces),
        ("astropy_multi_order.fits", multi_order_map),
    ];
    for (name, read) in readers {
        let bytes = sample(name);
        let path = place.join(name);
        fs::write(&path, &bytes).expect("a file");
        let c = c_path(&path);
        assert_eq!(read(&c), HEALPIX_OK, "{name}");
        let file = fs::OpenOptions::new().write(true).open(&path).expect("the file");
        for len in (0..bytes.len()).rev() {
            file.set_len(len as u64).expect("a shorter file");
            assert_eq!(read(&c), HEALPIX_ERR_FORMAT, "{name} of {len} bytes");
        }
    }
    fs::remove_dir_all(place).expect("the directory");
}

/// A callback that counts its calls and stops at one of them.
struct Stop {
    calls: usize,
    at: usize,
}

unsafe extern "C" fn visit(_: *const healpix_cell, _: usize, user: *mut c_void) -> i32 {
    let stop = unsafe { &mut *user.cast::<Stop>() };
    stop.calls += 1;
    i32::from(stop.calls == stop.at)
}

unsafe extern "C" fn keep(_: f64, user: *mut c_void) -> i32 {
    let stop = unsafe { &mut *user.cast::<Stop>() };
    stop.calls += 1;
    if stop.calls == stop.at { -1 } else { 1 }
}

/// Stops a call at every one of its callbacks, from the first to the last.
fn stopped_everywhere(call: impl Fn(*mut c_void) -> healpix_status, least: usize) {
    let mut count = Stop { calls: 0, at: 0 };
    assert_eq!(call((&raw mut count).cast()), HEALPIX_OK);
    assert!(count.calls >= least, "{}", count.calls);
    for at in 1..=count.calls {
        let mut stop = Stop { calls: 0, at };
        assert_eq!(call((&raw mut stop).cast()), HEALPIX_STOPPED);
        assert_eq!(stop.calls, at, "called after it stopped");
    }
}

#[test]
fn a_callback_stops_the_call_at_any_of_its_calls() {
    let mut region = null_mut();
    assert_eq!(unsafe { healpix_region_cone(1.0, 0.5, 0.9, &raw mut region) }, HEALPIX_OK);
    // 1024 cells a call.
    stopped_everywhere(|user| unsafe { healpix_coverage_visit(10, region, Some(visit), user) }, 3);
    unsafe { healpix_region_free(region) };

    let bytes = sample("healpy_ring_8_f4.fits");
    let kept = |status: healpix_status, out: *mut healpix_moc| {
        assert_eq!(status == HEALPIX_OK, !out.is_null());
        unsafe { healpix_moc_free(out) };
        status
    };
    stopped_everywhere(
        |user| {
            let mut out = null_mut();
            let status =
                unsafe { healpix_moc_from_fits_map(bytes.as_ptr(), bytes.len(), Some(keep), user, &raw mut out) };
            kept(status, out)
        },
        768,
    );
    let path = CString::new(format!("{SAMPLES}/healpy_ring_8_f4.fits")).expect("a path");
    stopped_everywhere(
        |user| {
            let (mut map, mut out) = (null_mut(), null_mut());
            assert_eq!(unsafe { healpix_fits_map_open(path.as_ptr(), null(), &raw mut map) }, HEALPIX_OK);
            let status = unsafe { healpix_fits_map_moc(map, Some(keep), user, &raw mut out) };
            // At its end, whatever the outcome.
            let mut again = null_mut();
            let end = unsafe { healpix_fits_map_moc(map, None, null_mut(), &raw mut again) };
            assert!(end == HEALPIX_END && again.is_null());
            unsafe { healpix_fits_map_free(map) };
            kept(status, out)
        },
        768,
    );
}

/// A MOC whose file has some 50 kB.
fn large_moc() -> *mut healpix_moc {
    let cells: Vec<u64> = (0..3000).map(|k| 2 * k).collect();
    let mut out = null_mut();
    assert_eq!(unsafe { healpix_moc_from_cells(9, cells.as_ptr(), cells.len(), &raw mut out) }, HEALPIX_OK);
    out
}

/// Writes a MOC in pieces.
fn stream(moc: *const healpix_moc, path: &CString) -> healpix_status {
    let mut writer = null_mut();
    let (ranges, n) = unsafe { (healpix_moc_ranges(moc), healpix_moc_len(moc)) };
    let ranges = unsafe { std::slice::from_raw_parts(ranges, n) };
    let mut status = unsafe { healpix_fits_ranges_writer_create(path.as_ptr(), 9, &raw mut writer) };
    for piece in ranges.chunks(100) {
        if status == HEALPIX_OK {
            status = unsafe { healpix_fits_ranges_writer_write(writer, piece.as_ptr(), piece.len()) };
        }
    }
    if status == HEALPIX_OK {
        status = unsafe { healpix_fits_ranges_writer_finish(writer) };
    } else if !writer.is_null() {
        // It cannot be finished any more.
        assert_eq!(unsafe { healpix_fits_ranges_writer_finish(writer) }, HEALPIX_ERR_IO);
    }
    unsafe { healpix_fits_ranges_writer_free(writer) };
    status
}

type Writer = fn(*const healpix_moc, &CString) -> healpix_status;

const WRITERS: [Writer; 4] = [
    |moc, path| unsafe { healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, path.as_ptr()) },
    |moc, path| unsafe { healpix_moc_write_fits_file(moc, HEALPIX_FITS_NUNIQ, path.as_ptr()) },
    |moc, path| unsafe { healpix_moc_write_fits_file(moc, HEALPIX_FITS_NUNIQ_V1, path.as_ptr()) },
    stream,
];

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_is_an_error() {
    let moc = large_moc();
    let full = CString::new("/dev/full").expect("a path");
    for write in WRITERS {
        assert_eq!(write(moc, &full), HEALPIX_ERR_IO);
    }
    unsafe { healpix_moc_free(moc) };
    assert!(fs::metadata("/dev/full").is_ok(), "it is still there");
}

/// The child of the test below: files may be so long and no longer.
#[test]
fn limited() {
    let Ok(place) = std::env::var("HEALPIX_FAULT_PLACE") else { return };
    let place = Path::new(&place);
    let moc = large_moc();
    for (k, write) in WRITERS.iter().enumerate() {
        let fresh = place.join(format!("fresh-{k}"));
        let status = write(moc, &c_path(&fresh));
        assert!(status == HEALPIX_OK || status == HEALPIX_ERR_IO, "{status:?}");
        assert_eq!(fresh.exists(), status == HEALPIX_OK);
        // An older file is there: replaced as a whole, or as it was.
        let old = place.join(format!("old-{k}"));
        assert_eq!(write(moc, &c_path(&old)), status);
        let kept = fs::read(&old).expect("the old file") == b"old";
        assert_eq!(kept, status != HEALPIX_OK);
        for written in [&fresh, &old] {
            if status == HEALPIX_OK {
                assert_eq!(whole_moc(&c_path(written)), HEALPIX_OK);
            }
        }
        println!("{}", if status == HEALPIX_OK { "written" } else { "full" });
    }
    unsafe { healpix_moc_free(moc) };
    let names = fs::read_dir(place).expect("the directory").map(|entry| entry.expect("an entry").file_name());
    for name in names {
        let name = name.to_string_lossy().into_owned();
        assert!(name.starts_with("old-") || name.starts_with("fresh-"), "{name} was left behind");
    }
}

/// `ulimit -f` counts in 1024 bytes. The signal is ignored, so that a write fails.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_leaves_no_half_written_file() {
    if std::env::var_os("HEALPIX_FAULT_PLACE").is_some() {
        return;
    }
    let program = std::env::current_exe().expect("this program");
    let (mut full, mut written) = (0, 0);
    for blocks in (0..64).chain([200]) {
        let place = directory("limited");
        for k in 0..WRITERS.len() {
            fs::write(place.join(format!("old-{k}")), "old").expect("an old file");
        }
        let child = Command::new("bash")
            .args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$1\" --exact limited --nocapture"])
            .arg(blocks.to_string())
            .arg(&program)
            .env("HEALPIX_FAULT_PLACE", &place)
            .output()
            .expect("bash");
        let said = String::from_utf8_lossy(&child.stdout).into_owned();
        assert!(child.status.success(), "{blocks}: {said}{}", String::from_utf8_lossy(&child.stderr));
        full += said.matches("full").count();
        written += said.matches("written").count();
        fs::remove_dir_all(place).expect("the directory");
    }
    assert!(full > 30 && written > 30, "{full} {written}");
}
