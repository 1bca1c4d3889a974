//! Memory that runs out: each request for memory of a call fails once. The call returns HEALPIX_ERR_MEMORY or does
//! without, writes nothing where it fails, and gives back what it took.
//!
//! Where Rust cannot do without it ends the process. So the calls are made in a child, which says what it is about to do; what
//! it died of is counted, and [`ABORTS`] says what is known of. DESIGN.md says why.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::Command;

use healpix_ffi::*;

mod fault_cases;
mod temporary;

/// Calls that end the process when a request fails, and how many of their requests do. None: nothing that is allowed to.
const ABORTS: &[(&str, usize)] = &[];

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
    for n in from.. {
        println!("at {n}");
        std::io::stdout().flush().expect("a pipe");
        // The first may still make room for a message.
        case(&Under { n });
        let before = LIVE.get();
        case(&Under { n });
        assert_eq!(LIVE.get(), before, "{name}, request {n}: not all memory came back");
        if !FIRED.get() {
            println!("done");
            return;
        }
    }
}

/// How many of the requests of a case end the process.
fn aborts(name: &str) -> usize {
    let mut from = 1;
    let mut aborts = 0;
    loop {
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "worker", "--nocapture", "--test-threads=1"])
            .env("HEALPIX_FAULT_CASE", format!("{name} {from}"))
            .output()
            .expect("a child");
        let said = String::from_utf8_lossy(&child.stdout).into_owned();
        if said.lines().any(|line| line.contains("done")) && child.status.success() {
            return aborts;
        }
        let complaint = String::from_utf8_lossy(&child.stderr);
        let out_of_memory = complaint.contains("memory allocation of");
        let last = said.lines().filter_map(|line| line.rsplit_once("at ")?.1.trim().parse::<usize>().ok()).last();
        let (true, Some(last)) = (out_of_memory, last) else { panic!("{name}: {said}\n{complaint}") };
        if std::env::var_os("HEALPIX_FAULT_TRACE").is_some() {
            println!("{name}, request {last}:\n{complaint}");
        }
        aborts += 1;
        from = last + 1;
    }
}

#[test]
fn a_call_without_memory_says_so() {
    if std::env::var_os("HEALPIX_FAULT_CASE").is_some() {
        return;
    }
    let only = std::env::var("HEALPIX_FAULT_ONLY").unwrap_or_default();
    let found: BTreeMap<&str, usize> = fault_cases::CASES
        .iter()
        .filter(|case| case.0.contains(&only))
        .map(|case| (case.0, aborts(case.0)))
        .filter(|found| found.1 > 0)
        .collect();
    let known: BTreeMap<&str, usize> = ABORTS.iter().copied().filter(|known| known.0.contains(&only)).collect();
    assert_eq!(found, known, "requests that end the process");
}
