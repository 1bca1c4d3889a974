//! Coverages against the region vectors of the oracle (`oracle/generate_regions.py`): every cell of every region.
//!
//! `HEALPIX_REGIONS_DIR` names another directory of such files, for a longer run than the committed one. A failure prints
//! the region, the depth, the cell, what it must be and what it is.

#![expect(clippy::expect_used, reason = "a test stops at a broken vector file")]

use std::{collections::BTreeMap, fs, path::PathBuf};

use healpix_core::coverage::Coverage;
use healpix_core::region::{
    Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Interior, Polygon, Region, Relation, Zone,
};
use healpix_core::{AngleUnit, Cell, Depth, LonLat, Result};
use serde_json::Value;

/// What a cell may be. Cells without one must be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Full,
    Partial,
    PartialOrFull,
    PartialOrAbsent,
    Absent,
}

impl Expected {
    const LISTS: [(&'static str, Self); 4] = [
        ("full", Self::Full),
        ("partial", Self::Partial),
        ("partial_or_full", Self::PartialOrFull),
        ("partial_or_absent", Self::PartialOrAbsent),
    ];

    fn allows(self, got: Relation) -> bool {
        match got {
            Relation::Full => matches!(self, Self::Full | Self::PartialOrFull),
            Relation::Partial => matches!(self, Self::Partial | Self::PartialOrFull | Self::PartialOrAbsent),
            Relation::Disjoint => matches!(self, Self::PartialOrAbsent | Self::Absent),
        }
    }
}

/// One line of a file.
struct Case {
    shape: String,
    fields: Value,
}

impl Case {
    fn name(&self) -> &str {
        self.fields["name"].as_str().expect("a name")
    }

    fn number(&self, field: &str) -> f64 {
        self.fields[field].as_f64().expect("a number")
    }

    fn depth(&self) -> Depth {
        let depth = self.fields["depth"].as_u64().expect("a depth");
        Depth::new(u8::try_from(depth).expect("small")).expect("a valid depth")
    }

    fn unit(&self) -> AngleUnit {
        if self.fields["unit"] == "deg" { AngleUnit::Degrees } else { AngleUnit::Radians }
    }

    fn position(&self, lon: f64, lat: f64) -> LonLat {
        match self.unit() {
            AngleUnit::Degrees => LonLat::from_degrees(lon, lat),
            AngleUnit::Radians => LonLat::new(lon, lat),
        }
        .expect("a valid position")
    }

    fn center(&self) -> LonLat {
        self.position(self.number("lon"), self.number("lat"))
    }

    fn pair(&self, value: &Value) -> LonLat {
        self.position(value[0].as_f64().expect("lon"), value[1].as_f64().expect("lat"))
    }

    fn polygon(&self) -> Result<Polygon> {
        let list = |value: &Value| value.as_array().expect("a list").clone();
        let rings: Vec<Vec<LonLat>> = list(&self.fields["rings"])
            .iter()
            .map(|ring| list(ring).iter().map(|at| self.pair(at)).collect())
            .collect();
        let rings: Vec<&[LonLat]> = rings.iter().map(Vec::as_slice).collect();
        let interior = match self.fields["interior"].as_str() {
            Some("winding") => Interior::Winding,
            Some(_) => Interior::SmallerArea,
            None => Interior::Contains(self.pair(&self.fields["interior"])),
        };
        Polygon::with_rings(&rings, interior)
    }

    fn region(&self) -> Result<AnyRegion> {
        let number = |field| self.number(field);
        Ok(match self.shape.as_str() {
            "cone" => Cone::new(self.center(), number("radius"))?.into(),
            "annulus" => Annulus::new(self.center(), number("inner"), number("outer"))?.into(),
            "ellipse" => EllipticalCone::new(self.center(), number("a"), number("b"), number("pa"))?.into(),
            "box" => BoxRegion::new(self.center(), number("width"), number("height"), number("pa"))?.into(),
            "zone" => {
                let [west, south, east, north] = ["lon_min", "lat_min", "lon_max", "lat_max"].map(number);
                Zone::with_unit(west, south, east, north, self.unit())?.into()
            }
            _ => self.polygon()?.into(),
        })
    }

    fn expected(&self) -> BTreeMap<u64, Expected> {
        let mut cells = BTreeMap::new();
        for (field, expected) in Expected::LISTS {
            let text = self.fields[field].as_str().expect("a list of cells");
            for range in text.split(',').filter(|range| !range.is_empty()) {
                let (first, last) = range.split_once('-').unwrap_or((range, range));
                let (first, last): (u64, u64) = (first.parse().expect("a cell"), last.parse().expect("a cell"));
                cells.extend((first..=last).map(|cell| (cell, expected)));
            }
        }
        cells
    }

    /// What is wrong, one message for each cell.
    fn check(&self, failures: &mut Vec<String>) -> usize {
        let mut fail = |message: String| failures.push(format!("{} {:?}: {message}", self.shape, self.name()));
        let region = match self.region() {
            Ok(region) => region,
            Err(error) => {
                fail(format!("refused: {error}"));
                return 1;
            }
        };
        let (depth, expected) = (self.depth(), self.expected());
        let coverage = Coverage::of(depth, &region).expect("memory");
        self.check_order(&coverage, &mut fail);
        let got: BTreeMap<u64, bool> = coverage.flat().collect();
        let mut cells: Vec<u64> = expected.keys().chain(got.keys()).copied().collect();
        cells.sort_unstable();
        cells.dedup();
        for &index in &cells {
            let wanted = expected.get(&index).copied().unwrap_or(Expected::Absent);
            let seen = match got.get(&index) {
                None => Relation::Disjoint,
                Some(true) => Relation::Full,
                Some(false) => Relation::Partial,
            };
            if !wanted.allows(seen) {
                fail(format!("depth {} cell {index}: must be {wanted:?}, is {seen:?}", depth.get()));
            }
            let alone = region.relation(Cell::new(depth, index).expect("a valid cell"));
            if !wanted.allows(alone) {
                fail(format!("depth {} cell {index}: must be {wanted:?}, relation says {alone:?}", depth.get()));
            }
        }
        // where only touched cells are left to choose from, one of them must hold the region
        if !expected.is_empty() && got.is_empty() {
            fail(format!("depth {}: nothing, of {} cells that touch the region", depth.get(), expected.len()));
        }
        cells.len()
    }

    fn check_order(&self, coverage: &Coverage, fail: &mut impl FnMut(String)) {
        let first = |depth: u8, index: u64| index << (2 * (29 - depth));
        for pair in coverage.cells().windows(2) {
            if first(pair[0].depth, pair[0].index + 1) > first(pair[1].depth, pair[1].index) {
                fail(format!("{:?} and {:?} overlap or are not in order", pair[0], pair[1]));
            }
        }
        for four in coverage.cells().windows(4) {
            let siblings = four.iter().all(|cell| {
                cell.is_full() && cell.depth > 0 && cell.depth == four[0].depth && cell.index >> 2 == four[0].index >> 2
            });
            if siblings {
                fail(format!("{:?} and its siblings are not compacted", four[0]));
            }
        }
    }
}

fn check_file(shape: &str) {
    let directory = std::env::var("HEALPIX_REGIONS_DIR").map_or_else(
        |_| [env!("CARGO_MANIFEST_DIR"), "tests", "data", "regions"].iter().collect::<PathBuf>(),
        PathBuf::from,
    );
    let path = directory.join(format!("{shape}.jsonl"));
    let text = fs::read_to_string(&path).expect("run oracle/generate_regions.py");
    let (mut failures, mut regions, mut cells) = (Vec::new(), 0, 0);
    for line in text.lines() {
        let case = Case { shape: shape.to_owned(), fields: serde_json::from_str(line).expect("JSON") };
        cells += case.check(&mut failures);
        regions += 1;
    }
    println!("{shape}: {regions} regions, {cells} cells, {} wrong", failures.len());
    assert!(cells > 0, "{shape}: nothing was checked");
    assert!(failures.is_empty(), "{shape}: {} of {cells} cells\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn cones_are_the_oracles() {
    check_file("cone");
}

#[test]
fn annuli_are_the_oracles() {
    check_file("annulus");
}

#[test]
fn zones_are_the_oracles() {
    check_file("zone");
}

#[test]
fn elliptical_cones_are_the_oracles() {
    check_file("ellipse");
}

#[test]
fn boxes_are_the_oracles() {
    check_file("box");
}

#[test]
fn polygons_are_the_oracles() {
    check_file("polygon");
}
