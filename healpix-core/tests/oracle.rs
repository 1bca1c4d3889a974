//! The core against the high-precision oracle (`oracle/`, Python): every vector file of `tests/data`.
//!
//! Doubles in the files are IEEE bits in hex, so nothing is lost on the way. A failure prints the rows to reproduce it.

#![expect(clippy::expect_used, reason = "a test stops at a broken vector file")]

#[path = "oracle/table.rs"]
mod table;

use std::f64::consts::TAU;

use healpix_core::{Cell, Depth, LonLat, Nside, RingCell, nested, ring, sphere};
use table::{Failures, Row, Table, Worst, ulps};

fn depth(value: u64) -> Depth {
    Depth::new(u8::try_from(value).expect("depth fits")).expect("a valid depth")
}

fn nside(value: u64) -> Nside {
    Nside::new(u32::try_from(value).expect("nside fits")).expect("a valid nside")
}

/// A resolution column pair: `d,<depth>` or `n,<nside>`.
enum Resolution {
    Depth(Depth),
    Nside(Nside),
}

fn resolution(row: &Row) -> Resolution {
    match row.text("kind") {
        "d" => Resolution::Depth(depth(row.int("resolution"))),
        _ => Resolution::Nside(nside(row.int("resolution"))),
    }
}

fn check_hashes(table: &Table, position: impl Fn(f64, f64) -> LonLat) {
    let mut failures = Failures::default();
    for row in table.rows() {
        let at = position(row.double("lon"), row.double("lat"));
        let size = match resolution(&row) {
            Resolution::Nside(size) => size,
            Resolution::Depth(depth) => {
                let got = nested::hash(depth, at).index();
                failures.check(got == row.int("nested"), || format!("nested {got}, row {row}"));
                depth.nside()
            }
        };
        let got = ring::hash(size, at).index();
        failures.check(got == row.int("ring"), || format!("ring {got}, row {row}"));
    }
    failures.finish(table);
}

#[test]
fn a_position_in_radians_is_in_the_cell_the_oracle_says() {
    check_hashes(&Table::read("hash_rad.csv"), |lon, lat| LonLat::new(lon, lat).expect("valid"));
}

#[test]
fn a_position_in_degrees_is_in_the_cell_the_oracle_says() {
    check_hashes(&Table::read("hash_deg.csv"), |lon, lat| LonLat::from_degrees(lon, lat).expect("valid"));
}

/// Centre and vertices as (lon, lat), in radians and in degrees.
type Five = [(f64, f64); 5];

fn five(center: LonLat, vertices: [LonLat; 4], degrees: bool) -> Five {
    let mut all = [center; 5];
    all[1..].copy_from_slice(&vertices);
    all.map(|p| if degrees { (p.lon_deg(), p.lat_deg()) } else { (p.lon(), p.lat()) })
}

fn compare_five(got: &Five, unit: &str, row: &Row, failures: &mut Failures, worst: &mut Worst) {
    for (name, (lon, lat)) in ["center", "s", "e", "n", "w"].iter().zip(got) {
        for (column, value) in [("lon", *lon), ("lat", *lat)] {
            let exact = row.double(&format!("{name}_{column}{unit}"));
            worst.see(ulps(value, exact), || {
                format!("{name}_{column}{unit} {value:e}, exact {exact:e}, row {}", row.head(3))
            });
            let near_zero = if unit.is_empty() { 4e-16 } else { 4e-16_f64.to_degrees() };
            let close =
                ulps(value, exact) <= 2 || (column == "lon" && exact < 0.01 && (value - exact).abs() <= near_zero);
            failures.check(close, || format!("{name}_{column}{unit} {value:e}, exact {exact:e}, row {}", row.head(3)));
        }
    }
}

#[test]
fn centers_and_vertices_are_within_two_ulp() {
    let table = Table::read("center.csv");
    let (mut failures, mut worst) = (Failures::default(), Worst::default());
    for row in table.rows() {
        let index = row.int("cell");
        let size = match resolution(&row) {
            Resolution::Nside(size) => size,
            Resolution::Depth(depth) => {
                let cell = Cell::new(depth, index).expect("valid");
                let got = five(nested::center(cell), nested::vertices(cell), false);
                compare_five(&got, "", &row, &mut failures, &mut worst);
                let got = five(nested::center_deg(cell), nested::vertices_deg(cell), true);
                compare_five(&got, "_deg", &row, &mut failures, &mut worst);
                let again = nested::hash(depth, nested::center(cell));
                failures.check(again == cell, || format!("hash(center) = {}, row {}", again.index(), row.head(3)));
                let again = nested::hash(depth, nested::center_deg(cell));
                failures.check(again == cell, || format!("hash(center_deg) = {}, row {}", again.index(), row.head(3)));
                depth.nside()
            }
        };
        let cell = match resolution(&row) {
            Resolution::Depth(depth) => nested::to_ring(Cell::new(depth, index).expect("valid")),
            Resolution::Nside(size) => RingCell::new(size, index).expect("valid"),
        };
        let got = five(ring::center(cell), ring::vertices(cell), false);
        compare_five(&got, "", &row, &mut failures, &mut worst);
        let got = five(ring::center_deg(cell), ring::vertices_deg(cell), true);
        compare_five(&got, "_deg", &row, &mut failures, &mut worst);
        let again = ring::hash(size, ring::center(cell));
        failures.check(again == cell, || format!("ring hash(center) = {}, row {}", again.index(), row.head(3)));
    }
    println!("{worst}");
    failures.finish(&table);
}

fn check_distances(table: &Table, position: impl Fn(f64, f64) -> LonLat) {
    let (mut failures, mut worst) = (Failures::default(), Worst::default());
    for row in table.rows() {
        let point = |n: u8| position(row.double(&format!("lon{n}")), row.double(&format!("lat{n}")));
        let (got, exact) = (sphere::distance(point(1), point(2)), row.double("distance"));
        let say = || {
            let [a, b, c, d] = ["lon1", "lat1", "lon2", "lat2"].map(|name| row.double(name));
            format!("({a:e}, {b:e}) ({c:e}, {d:e}): distance {got:e}, exact {exact:e}, {} ulp", ulps(got, exact))
        };
        worst.see(ulps(got, exact), say);
        failures.check(ulps(got, exact) <= 4, say);
        let back = sphere::distance(point(2), point(1));
        failures.check(back.to_bits() == got.to_bits(), || format!("not symmetric: {back:e}, {}", say()));
    }
    println!("{worst}");
    failures.finish(table);
}

#[test]
fn distances_in_radians_are_within_four_ulp() {
    check_distances(&Table::read("distance.csv"), |lon, lat| LonLat::new(lon, lat).expect("valid"));
}

#[test]
fn distances_of_positions_in_degrees_are_within_four_ulp() {
    check_distances(&Table::read("distance_deg.csv"), |lon, lat| LonLat::from_degrees(lon, lat).expect("valid"));
}

#[test]
fn nested_and_ring_orders_are_each_others_inverse() {
    let table = Table::read("ring.csv");
    let mut failures = Failures::default();
    for row in table.rows() {
        let depth = depth(row.int("depth"));
        let cell = Cell::new(depth, row.int("nested")).expect("valid");
        let ring_cell = RingCell::new(depth.nside(), row.int("ring")).expect("valid");
        failures.check(nested::to_ring(cell) == ring_cell, || format!("to_ring, row {row}"));
        failures.check(ring::to_nested(ring_cell) == Ok(cell), || format!("to_nested, row {row}"));
        let got = ring::ring_of(ring_cell);
        failures.check(u64::from(got) == row.int("ring_of"), || format!("ring_of {got}, row {row}"));
    }
    failures.finish(&table);
}

#[test]
fn ring_info_is_exact() {
    let table = Table::read("ring_info.csv");
    let (mut failures, mut worst) = (Failures::default(), Worst::default());
    for row in table.rows() {
        let number = u32::try_from(row.int("ring")).expect("ring fits");
        let info = ring::info(nside(row.int("nside")), number).expect("valid");
        let counts = (info.ring, info.first, u64::from(info.count), u64::from(info.shifted));
        let exact = (number, row.int("first"), row.int("count"), row.int("shifted"));
        failures.check(counts == exact, || format!("{counts:?}, row {row}"));
        for (name, value) in [("z", info.z), ("lat", info.lat)] {
            let exact = row.double(name);
            worst.see(ulps(value, exact), || format!("{name} {value:e}, exact {exact:e}, row {row}"));
            failures.check(ulps(value, exact) <= 2, || format!("{name} {value:e}, exact {exact:e}, row {row}"));
        }
    }
    println!("{worst}");
    failures.finish(&table);
}

#[test]
fn offsets_are_the_fractions_of_the_cell() {
    let table = Table::read("offsets.csv");
    let mut failures = Failures::default();
    for row in table.rows() {
        let (lon, lat) = (row.double("lon"), row.double("lat"));
        let at = if row.text("unit") == "deg" { LonLat::from_degrees(lon, lat) } else { LonLat::new(lon, lat) };
        let size = nside(row.int("nside"));
        let (cell, dx, dy) = ring::hash_with_offsets(size, at.expect("valid"));
        failures.check(cell.index() == row.int("ring"), || format!("cell {}, row {row}", cell.index()));
        // a plane coordinate up to 4 in a double, in units of the cell
        let tolerance = f64::from(size.get()) * 4.0 * f64::EPSILON + f64::EPSILON;
        for (got, name) in [(dx, "dx"), (dy, "dy")] {
            let exact = row.double(name);
            let fits = (got - exact).abs() <= tolerance && (0.0..=1.0).contains(&got);
            failures.check(fits, || format!("{name} {got:e}, exact {exact:e}, row {row}"));
        }
    }
    failures.finish(&table);
}

#[test]
fn positions_are_within_four_ulp() {
    let table = Table::read("position.csv");
    let (mut failures, mut worst) = (Failures::default(), Worst::default());
    for row in table.rows() {
        let cell = RingCell::new(nside(row.int("nside")), row.int("ring")).expect("valid");
        let (dx, dy) = (row.double("dx"), row.double("dy"));
        let radians = ring::position(cell, dx, dy).expect("valid");
        let degrees = ring::position_deg(cell, dx, dy).expect("valid");
        let got = [
            ("lon", radians.lon()),
            ("lat", radians.lat()),
            ("lon_deg", degrees.lon_deg()),
            ("lat_deg", degrees.lat_deg()),
        ];
        for (name, value) in got {
            let exact = row.double(name);
            worst.see(ulps(value, exact), || format!("{name} {value:e}, exact {exact:e}, row {row}"));
            let unit = if name.ends_with("deg") { 4e-16_f64.to_degrees() } else { 4e-16 };
            let turn = if name.ends_with("deg") { 360.0 } else { TAU };
            let error = (value - exact).abs();
            let across_zero = name.starts_with("lon") && turn - error <= 4.0 * unit;
            let close = ulps(value, exact) <= 4 || error <= unit || across_zero;
            failures.check(close, || format!("{name} {value:e}, exact {exact:e}, row {row}"));
        }
    }
    println!("{worst}");
    failures.finish(&table);
}

#[test]
fn ring_interpolation_is_healpys() {
    let table = Table::read("interp_rings.csv");
    let mut failures = Failures::default();
    for row in table.rows() {
        let at = LonLat::new(row.double("lon"), row.double("lat")).expect("valid");
        let size = nside(row.int("nside"));
        let got: Vec<(u64, f64)> = interpolation(size, at);
        let sum: f64 = got.iter().map(|(_, w)| w).sum();
        failures.check((sum - 1.0).abs() <= 2.0 * f64::EPSILON, || format!("sum {sum}, row {row}"));
        failures.check(got.iter().all(|(_, w)| (0.0..=1.0).contains(w)), || format!("weights {got:?}, row {row}"));
        for slot in 0..4 {
            let cell = row.int(&format!("c{slot}"));
            let weight: f64 = got.iter().filter(|(c, _)| *c == cell).map(|(_, w)| w).sum();
            let (exact, peer) = (row.double(&format!("exact{slot}")), row.double(&format!("peer{slot}")));
            // the ring spacing is about 1/nside, latitude and longitude are doubles of up to 2 pi
            let tolerance = f64::from(size.get()) * 8.0 * f64::EPSILON + 1e-15;
            failures.check((weight - exact).abs() <= tolerance, || {
                format!("cell {cell} weight {weight}, exact {exact}, row {row}")
            });
            failures.check((weight - peer).abs() <= 1e-6, || {
                format!("cell {cell} weight {weight}, healpy {peer}, row {row}")
            });
        }
    }
    failures.finish(&table);
}

fn interpolation(size: Nside, at: LonLat) -> Vec<(u64, f64)> {
    ring::interpolate_rings(size, at).into_iter().map(|(cell, weight)| (cell.index(), weight)).collect()
}
