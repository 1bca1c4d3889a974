//! Memory that runs out: each request for memory of a call fails once. The call returns HEALPIX_ERR_MEMORY or does
//! without, writes nothing where it fails, and gives back what it took.
//!
//! Where Rust's own collections cannot do without, they end the process. So the calls are made in a child, which says what it
//! is about to do; what it died of is counted, and [`ABORTS`] is what is known of. DESIGN.md says what can be promised.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::io::Write;
use std::process::Command;

use healpix_ffi::*;

mod fault_cases;
mod temporary;

/// Calls that may end the process: how many of their requests may, and the most bytes that such a request has (a power of
/// two, at least 512). What is not here must come back, and what always does must not be here. HEALPIX_FAULT_LIST=1 prints
/// the list as it is; with HEALPIX_FAULT_ALL=1, where the numbers are largest.
const ABORTS: &[(&str, usize, usize)] = &[
    ("region_cone", 1, 512),
    ("region_annulus_deg", 1, 512),
    ("region_elliptical_cone", 1, 512),
    ("region_zone_deg", 1, 512),
    ("region_box", 5, 1024),
    ("region_polygon", 9, 1024),
    ("region_polygon_rings", 8, 1024),
    ("region_union", 5, 2048),
    ("region_intersection", 5, 2048),
    ("region_difference", 5, 2048),
    ("region_complement", 4, 1024),
    ("region_all_sky", 1, 512),
    ("region_from_stcs", 12, 2048),
    ("region_from_geojson", 20, 2048),
    ("coverage_of", 2, 512),
    ("coverage_with_budget", 312, 512),
    ("coverage_cone", 3, 4096),
    ("coverage_elliptical_cone", 3, 4096),
    ("coverage_zone", 2, 2048),
    ("coverage_box", 8, 1024),
    ("coverage_polygon", 10, 1024),
    ("coverage_cones", 4, 2048),
    ("coverage_visit", 3, 32768),
    ("coverage_centers_in", 2, 512),
    ("coverage_ring_touched", 7, 4096),
    ("moc_all_sky", 1, 512),
    ("moc_from_region", 2, 512),
    ("moc_inner_border", 1, 512),
    ("moc_outer_border", 1, 512),
    ("moc_expanded", 1, 512),
    ("moc_contracted", 1, 512),
    ("moc_to_ascii", 4, 512),
    ("moc_to_json", 9, 512),
    ("moc_from_json", 2, 512),
    ("moc_to_fits", 222, 8192),
    ("moc_to_fits_nuniq", 225, 65536),
    ("moc_from_fits", 40, 1024),
    ("moc_from_fits_nuniq", 42, 1024),
    ("moc_from_fits_map", 56, 1024),
    ("multi_order_map_from_fits", 58, 1024),
    ("moc_read_fits_file", 40, 1024),
    ("multi_order_map_read_fits_file", 58, 1024),
    ("fits_ranges_open", 40, 1024),
    ("fits_map_open", 44, 1024),
    ("moc_write_fits_file", 228, 16384),
    ("fits_ranges_writer", 236, 8192),
    ("point_index_region", 2, 512),
];

thread_local! {
    /// Requests until the one that fails; 0 for none.
    static LEFT: Cell<usize> = const { Cell::new(0) };
    static FIRED: Cell<bool> = const { Cell::new(false) };
    /// Bytes that this thread has taken and not given back.
    static LIVE: Cell<isize> = const { Cell::new(0) };
}

struct Failing;

/// Whether this request is to fail.
fn fails() -> bool {
    // A thread that ends has no counters any more.
    LEFT.try_with(|left| {
        let now = left.get();
        left.set(now.saturating_sub(1));
        if now == 1 {
            FIRED.set(true);
            if std::env::var_os("HEALPIX_FAULT_TRACE").is_some() {
                eprintln!("{}", std::backtrace::Backtrace::force_capture());
            }
        }
        now == 1
    })
    .unwrap_or(false)
}

fn count(bytes: isize) {
    // As above.
    let _ = LIVE.try_with(|live| live.set(live.get() + bytes));
}

// SAFETY: hands everything to the system's allocator, or says that there is nothing, which is always allowed.
unsafe impl GlobalAlloc for Failing {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if fails() {
            return std::ptr::null_mut();
        }
        count(layout.size() as isize);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, address: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(address, layout) }
    }

    unsafe fn realloc(&self, address: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if fails() {
            return std::ptr::null_mut();
        }
        count(size as isize - layout.size() as isize);
        // SAFETY: the caller's promise.
        unsafe { System.realloc(address, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Failing = Failing;

/// A call with its `n`-th request failing.
pub struct Under {
    n: usize,
}

impl Under {
    /// Makes the call.
    pub fn call(&self, call: impl FnOnce() -> healpix_status) -> healpix_status {
        FIRED.set(false);
        LEFT.set(self.n);
        let status = call();
        LEFT.set(0);
        assert!(status == HEALPIX_OK || status == HEALPIX_ERR_MEMORY && FIRED.get(), "{status:?}");
        status
    }
}

/// The child: one case, from some request on.
#[test]
fn worker() {
    let Ok(task) = std::env::var("HEALPIX_FAULT_CASE") else { return };
    let (name, from) = task.split_once(' ').expect("a case and a number");
    let from: usize = from.parse().expect("a number");
    let (_, case) = fault_cases::CASES.iter().find(|case| case.0 == name).expect("a case");
    // What is made once is made now, and the message has room.
    case(&Under { n: 0 });
    let mut n = from;
    loop {
        println!("at {n}");
        std::io::stdout().flush().expect("a pipe");
        // The first may still make room for a message.
        case(&Under { n });
        forget_dead_handles();
        let before = LIVE.get();
        case(&Under { n });
        forget_dead_handles();
        assert_eq!(LIVE.get(), before, "{name}, request {n}: not all memory came back");
        if !FIRED.get() {
            println!("done");
            return;
        }
        n = after(n);
    }
}

/// The request that fails next. A header of a file has two hundred small ones: a few of them stand for all, unless
/// HEALPIX_FAULT_ALL is set.
fn after(n: usize) -> usize {
    if n < 12 || std::env::var_os("HEALPIX_FAULT_ALL").is_some() { n + 1 } else { n + 23 }
}

/// How many of the requests of a case end the process, and the bytes of the largest of those.
fn aborts(name: &str) -> (usize, usize) {
    let mut from = 1;
    let mut found = (0, 0);
    loop {
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "worker", "--nocapture", "--test-threads=1"])
            .env("HEALPIX_FAULT_CASE", format!("{name} {from}"))
            .output()
            .expect("a child");
        let said = String::from_utf8_lossy(&child.stdout).into_owned();
        if said.lines().any(|line| line.contains("done")) && child.status.success() {
            return found;
        }
        let complaint = String::from_utf8_lossy(&child.stderr);
        // "memory allocation of 24 bytes failed"
        let bytes =
            complaint.split("memory allocation of ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok());
        let last = said.lines().rev().find_map(|line| line.rsplit_once("at ")?.1.trim().parse::<usize>().ok());
        let (Some(bytes), Some(last)) = (bytes, last) else { panic!("{name}: {said}\n{complaint}") };
        if std::env::var_os("HEALPIX_FAULT_TRACE").is_some() {
            println!("{name}, request {last}:\n{complaint}");
        }
        found = (found.0 + 1, found.1.max(bytes));
        from = after(last);
    }
}

#[test]
fn a_call_without_memory_says_so() {
    if std::env::var_os("HEALPIX_FAULT_CASE").is_some() {
        return;
    }
    let only = std::env::var("HEALPIX_FAULT_ONLY").unwrap_or_default();
    let (mut worse, mut better) = (Vec::new(), Vec::new());
    for (name, _) in fault_cases::CASES.iter().filter(|case| case.0.contains(&only)) {
        let known = ABORTS.iter().find(|known| known.0 == *name).map_or((0, 0), |known| (known.1, known.2));
        let found = aborts(name);
        let line = format!("    (\"{name}\", {}, {}),", found.0, found.1.next_power_of_two().max(512));
        if found.0 > known.0 || found.1 > known.1 {
            worse.push(line);
        } else if found.0 == 0 && known.0 > 0 {
            better.push(*name);
        } else if std::env::var_os("HEALPIX_FAULT_LIST").is_some() && found.0 > 0 {
            println!("{line}");
        }
    }
    assert!(worse.is_empty(), "requests that end the process, and are not known to:\n{}", worse.join("\n"));
    assert!(better.is_empty(), "these never end the process any more, and are to be taken off the list: {better:?}");
}
