//! Every machine returns the same bits: digests of what all slice functions return, and of coverages, are those that
//! `data/bits.txt` records, whatever processor and compiler this runs on. What goes in is the same everywhere, too.
//!
//! `HEALPIX_BITS_POINTS` sets how many elements each function is given at each resolution, and ten times how many regions
//! there are; `HEALPIX_BITS_FILE` names a file that is written instead, for a comparison with another machine's (`.ci/aarch64`).
//! The record anew, after a new function or one whose bits change on purpose:
//! `HEALPIX_BITS_FILE=tests/data/bits.txt cargo test -p healpix-core --all-features --test same_bits`

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

#[expect(dead_code, reason = "a table that other tests need more of")]
mod batch_cases;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{env, fs};

use batch_cases::inputs::{all_cases, element, inputs, outputs};
use healpix_core::coverage::{Coverage, centers_in, ring_centers_in, ring_touched};
use healpix_core::moc::CellRange;
use healpix_core::region::{AnyRegion, Interior, Polygon};
use support::random::Random;
use support::{Grid, depth, nside, regions};

/// How many elements make the record.
const POINTS: usize = 1000;

/// FNV-1a.
struct Digest(u64);

impl Digest {
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    fn word(&mut self, word: u64) {
        self.bytes(&word.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

type Digests = BTreeMap<String, Digest>;

fn entry<'a>(digests: &'a mut Digests, name: &str) -> &'a mut Digest {
    digests.entry(name.to_owned()).or_insert(Digest::EMPTY)
}

/// Each function at all its resolutions: "nested(Depth(3))::range 29" is "nested::range".
fn slices(points: usize, digests: &mut Digests) {
    let mut random = Random::new(81);
    for (case, n_cells, side) in all_cases() {
        let (door, what) = case.name.split_once("::").unwrap_or(("nested", &case.name));
        let door = door.split('(').next().unwrap_or(door);
        let name = format!("{door}::{}", what.split(' ').next().unwrap_or(what));
        let input = inputs(&case, points, &mut random, n_cells, side);
        let mut out = outputs(&case, points);
        let result = (case.call)(&input, &mut out);
        let digest = entry(digests, &name);
        digest.bytes(format!("{result:?}").as_bytes());
        for k in 0..points {
            element(&case, &out, k).into_iter().for_each(|bits| digest.word(bits));
        }
    }
}

/// The outline of a cell, its vertices on borders of cells below it.
fn polygon(random: &mut Random) -> Polygon {
    let grid = depth(random.below(9) as u8);
    let cell = random.below(grid.n_cells());
    let border = grid.path_along_edge(cell, 1 + random.below(12) as u32).expect("few points");
    Polygon::with_rings(&[&border], Interior::SmallerArea).expect("the outline of a cell")
}

fn ranges(digest: &mut Digest, ranges: &[CellRange]) {
    digest.word(ranges.len() as u64);
    ranges.iter().for_each(|range| [range.start, range.end].into_iter().for_each(|word| digest.word(word)));
}

fn coverages(count: usize, digests: &mut Digests) {
    let mut random = Random::new(82);
    for k in 0..count {
        let region: AnyRegion = match k % regions::SHAPES {
            5 => polygon(&mut random).into(),
            shape => regions::shape(&mut random, shape),
        };
        let shape = ["cone", "annulus", "ellipse", "zone", "box", "polygon"][k % regions::SHAPES];
        // As deep as few cells allow.
        let deepest = (0..=29).take_while(|d| Coverage::of(depth(*d), &region).expect("memory").cells().len() < 500);
        let grid = depth(deepest.last().unwrap_or_default());
        let digest = entry(digests, &format!("coverage {shape}"));
        for cell in Coverage::of(grid, &region).expect("memory").cells() {
            [cell.index, u64::from(cell.depth), u64::from(cell.full)].into_iter().for_each(|word| digest.word(word));
        }
        let budget = Coverage::with_budget(depth(29), &region, 100).expect("memory");
        budget.cells().iter().for_each(|cell| digest.word(cell.index));
        ranges(digest, centers_in(grid, &region).expect("memory").ranges());
        let size = nside((grid.nside().get() / 2).max(1) + random.below(7) as u32);
        ranges(digest, &ring_touched(size, &region).expect("memory"));
        ranges(digest, &ring_centers_in(size, &region).expect("memory"));
    }
}

#[test]
fn this_machine_returns_other_bits() {
    let points = env::var("HEALPIX_BITS_POINTS").map_or(POINTS, |text| text.parse().expect("a number of points"));
    let mut digests = Digests::new();
    slices(points, &mut digests);
    coverages(points / 10, &mut digests);
    let mut text = String::new();
    for (name, digest) in &digests {
        writeln!(text, "{:016x} {name}", digest.0).expect("a string takes all");
    }
    if let Ok(file) = env::var("HEALPIX_BITS_FILE") {
        fs::write(file, text).expect("a file that can be written");
        return;
    }
    assert_eq!(points, POINTS, "the record has another number of points: HEALPIX_BITS_FILE is needed");
    let record = fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "tests", "data", "bits.txt"].join("/"));
    let record = record.expect("the record");
    let other =
        |a: &str, b: &str| a.lines().filter(|line| !b.lines().any(|l| l == *line)).collect::<Vec<_>>().join("\n");
    let (recorded, here) = (other(&record, &text), other(&text, &record));
    assert!(
        recorded.is_empty() && here.is_empty(),
        "recorded:\n{recorded}\nhere:\n{here}\nIf on purpose: the first lines of same_bits.rs tell how to record anew."
    );
}
