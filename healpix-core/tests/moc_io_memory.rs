//! Memory is taken for what was read, never for what a file promises. One test, alone in its program, as it
//! counts every allocation there is.

#![cfg(all(feature = "fits", feature = "json"))]
#![expect(clippy::unwrap_used, reason = "a test stops where something is missing")]

#[path = "moc_io/files.rs"]
#[expect(dead_code, reason = "only some of it is used here")]
mod files;

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};

use files::with_card;
use healpix_core::io::{FitsKind, FitsMap, FitsRanges, FitsRangesWriter, read_multi_order_map};
use healpix_core::moc::CellRange;
use healpix_core::{Depth, Moc};

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most memory that `run` had at once.
fn peak<T>(run: impl FnOnce() -> T) -> (T, usize) {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let result = run();
    (result, PEAK.load(Ordering::Relaxed) - before)
}

/// Gives a head and then rows without end, made up as they are read.
struct Endless {
    head: Vec<u8>,
    at: usize,
    row: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at < self.head.len() {
            let n = (&self.head[self.at..]).read(buffer)?;
            self.at += n;
            return Ok(n);
        }
        // Ranges of one cell each.
        for row in buffer.chunks_exact_mut(16) {
            row[..8].copy_from_slice(&(2 * self.row).to_be_bytes());
            row[8..].copy_from_slice(&(2 * self.row + 1).to_be_bytes());
            self.row += 1;
        }
        Ok(buffer.len() / 16 * 16)
    }
}

const MEGABYTE: usize = 1 << 20;

fn promises_cost_nothing() {
    let moc = Moc::from_ascii("3/1-5 8 4/200 29/").unwrap();
    let huge = ["1152921504606846974", "100000000000", "4294967296"];
    for kind in [FitsKind::Range, FitsKind::Nuniq, FitsKind::NuniqV1] {
        let file = moc.to_fits(kind).unwrap();
        for rows in huge {
            let lie = with_card(&file, "NAXIS2", Some(rows));
            let (read, memory) = peak(|| (Moc::from_fits(&lie).is_err(), Moc::read_fits(lie.as_slice()).is_err()));
            assert_eq!(read, (true, true));
            assert!(memory < MEGABYTE, "{kind:?}, {rows} rows: {memory} bytes");
        }
    }
    // One row that is as long as any file, in every reader of tables.
    let cards = |ordering: &str| {
        let head =
            ["XTENSION= 'BINTABLE'", "BITPIX  = 8", "NAXIS   = 2", "NAXIS1  = 1152921504606846984", "NAXIS2  = 2"];
        let rest = ["PCOUNT  = 0", "GCOUNT  = 1", "TFIELDS = 3", "TTYPE1  = 'UNIQ'", "TFORM1  = 'K'", "NSIDE   = 1"];
        let rest2 = ["TTYPE2  = 'PROBDENSITY'", "TFORM2  = 'D'", "TFORM3  = '1152921504606846968B'", "LASTPIX = 1"];
        let ordering = format!("ORDERING= '{ordering}'");
        let all: Vec<&str> = head.into_iter().chain(rest).chain(rest2).chain([ordering.as_str()]).collect();
        files::file(all, &[1; 5000])
    };
    let (result, memory) = peak(|| read_multi_order_map(cards("NUNIQ").as_slice()).unwrap_err());
    assert!(memory < MEGABYTE, "{result}: {memory} bytes");
    let (result, memory) = peak(|| FitsMap::new(cards("RING").as_slice()).unwrap().into_moc(|_| true).unwrap_err());
    assert!(result.to_string().contains("the file ends inside the table, in row 1 of 2"), "{result}");
    assert!(memory < MEGABYTE, "{result}: {memory} bytes");
}

fn streams_take_a_fixed_amount() {
    let n = 10_000_000u64;
    let file = FitsRangesWriter::new(Vec::new(), Depth::MAX, 0).unwrap().finish().unwrap();
    let head = with_card(&file, "NAXIS2", Some(&(2 * n).to_string()));
    let (seen, memory) = peak(|| {
        let ranges = FitsRanges::new(Endless { head, at: 0, row: 0 }).unwrap();
        ranges.take(5_000_000).map(|range| range.unwrap().start).sum::<u64>()
    });
    assert_eq!(seen, 5_000_000 * 4_999_999);
    assert!(memory < MEGABYTE, "reading 80 megabytes took {memory} bytes");

    let (_, memory) = peak(|| {
        let mut writer = FitsRangesWriter::new(std::io::sink(), Depth::MAX, 5_000_000).unwrap();
        for k in 0..5_000_000 {
            writer.push(CellRange { start: 2 * k, end: 2 * k + 1 }).unwrap();
        }
        writer.finish().unwrap();
    });
    assert!(memory < MEGABYTE, "writing 80 megabytes took {memory} bytes");
}

fn files_are_written_without_a_copy() {
    let mut writer = FitsRangesWriter::new(Vec::new(), Depth::MAX, 200_000).unwrap();
    (0..200_000).for_each(|k| writer.push(CellRange { start: 1000 * k + k % 50, end: 1000 * k + 500 }).unwrap());
    let moc = Moc::from_fits(&writer.finish().unwrap()).unwrap();
    for kind in [FitsKind::Range, FitsKind::Nuniq] {
        let (_, memory) = peak(|| moc.write_fits(std::io::sink(), kind).unwrap());
        assert!(memory < MEGABYTE, "{kind:?}: {memory} bytes");
        let file = moc.to_fits(kind).unwrap();
        let (_, memory) = peak(|| Moc::read_fits(file.as_slice()).unwrap());
        assert!(memory < 4 * 16 * 200_000, "{kind:?}: {memory} bytes");
    }
}

#[test]
fn memory_is_for_what_was_read() {
    promises_cost_nothing();
    streams_take_a_fixed_amount();
    files_are_written_without_a_copy();
}
