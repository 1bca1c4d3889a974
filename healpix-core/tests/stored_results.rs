//! The bits of results, stored: other languages compare theirs with the same file.
//!
//! `HEALPIX_BLESS=1 cargo test -p healpix-core --test stored_results` writes it anew.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::fmt::Write as _;

use healpix_core::{Cell, Depth, LonLat, Nside, RingCell, nested, ring};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/results.csv");

/// Angles in degrees: poles, corners, borders, next to them, anywhere.
const LONS: [f64; 7] = [0.0, 44.99999999999999, 45.0, 101.287155, 279.2347, 359.99999999999994, -1e-17];
const LATS: [f64; 8] = [0.0, 90.0, -90.0, 41.810314895778596, -41.8, 38.7837, -16.716116, 1e-300];

fn hex(values: &[f64]) -> String {
    values.iter().map(|value| format!("{:016x}", value.to_bits())).collect::<Vec<_>>().join(" ")
}

fn pairs(positions: &[LonLat]) -> String {
    let (lon, lat): (Vec<f64>, Vec<f64>) = positions.iter().map(|at| at.as_given()).unzip();
    format!("{} {}", hex(&lon), hex(&lat))
}

struct Table(String);

impl Table {
    fn row(&mut self, function: &str, scheme: &str, at: u32, unit: &str, arguments: &str, results: &str) {
        writeln!(self.0, "{function},{scheme},{at},{unit},{arguments},{results}").expect("a string has room");
    }

    fn weighted<C>(
        &mut self,
        function: &str,
        scheme: &str,
        at: u32,
        arguments: &str,
        cells: [(C, f64); 4],
        number: fn(&C) -> u64,
    ) {
        let numbers: Vec<String> = cells.iter().map(|(cell, _)| number(cell).to_string()).collect();
        let weights = cells.map(|(_, weight)| weight);
        self.row(function, scheme, at, "deg", arguments, &format!("{} {}", numbers.join(" "), hex(&weights)));
    }
}

fn nested_rows(table: &mut Table, depth: Depth) {
    let at = u32::from(depth.get());
    for lon in LONS {
        for lat in LATS {
            let position = LonLat::from_degrees(lon, lat).expect("a position");
            let arguments = hex(&[lon, lat]);
            let (cell, dx, dy) = nested::hash_with_offsets(depth, position);
            table.row("hash", "nested", at, "deg", &arguments, &nested::hash(depth, position).index().to_string());
            table.row(
                "hash_with_offsets",
                "nested",
                at,
                "deg",
                &arguments,
                &format!("{} {}", cell.index(), hex(&[dx, dy])),
            );
            table.weighted(
                "interpolate_bilinear",
                "nested",
                at,
                &arguments,
                nested::interpolate_bilinear(depth, position),
                |cell: &Cell| cell.index(),
            );
        }
    }
    for index in [0, 1, depth.n_cells() / 3, depth.n_cells() / 2, depth.n_cells() - 1] {
        let cell = Cell::new(depth, index).expect("a cell");
        let arguments = index.to_string();
        table.row("center", "nested", at, "deg", &arguments, &pairs(&[nested::center_deg(cell)]));
        table.row("center", "nested", at, "rad", &arguments, &pairs(&[nested::center(cell)]));
        let vector = nested::center_vec(cell);
        table.row("center_vec", "nested", at, "", &arguments, &hex(&[vector.x(), vector.y(), vector.z()]));
        table.row("vertices", "nested", at, "deg", &arguments, &pairs(&nested::vertices_deg(cell)));
        table.row("vertices", "nested", at, "rad", &arguments, &pairs(&nested::vertices(cell)));
        table.row("to_ring", "nested", at, "", &arguments, &nested::to_ring(cell).index().to_string());
    }
}

fn ring_rows(table: &mut Table, nside: Nside) {
    let at = nside.get();
    for lon in LONS {
        for lat in LATS {
            let position = LonLat::from_degrees(lon, lat).expect("a position");
            let arguments = hex(&[lon, lat]);
            table.row("hash", "ring", at, "deg", &arguments, &ring::hash(nside, position).index().to_string());
            table.weighted(
                "interpolate_rings",
                "ring",
                at,
                &arguments,
                ring::interpolate_rings(nside, position),
                |cell: &RingCell| cell.index(),
            );
        }
    }
    for index in [0, 3, nside.n_cells() / 3, nside.n_cells() / 2, nside.n_cells() - 1] {
        let cell = RingCell::new(nside, index).expect("a cell");
        let arguments = index.to_string();
        table.row("center", "ring", at, "deg", &arguments, &pairs(&[ring::center_deg(cell)]));
        table.row("center", "ring", at, "rad", &arguments, &pairs(&[ring::center(cell)]));
        table.row("vertices", "ring", at, "deg", &arguments, &pairs(&ring::vertices_deg(cell)));
    }
}

#[test]
fn results_have_the_stored_bits() {
    let mut table = Table("function,scheme,at,unit,arguments,results\n".to_owned());
    for depth in [0, 1, 12, 29] {
        nested_rows(&mut table, Depth::new(depth).expect("a depth"));
    }
    for nside in [1, 3, 1000, 1 << 29] {
        ring_rows(&mut table, Nside::new(nside).expect("an nside"));
    }
    if std::env::var_os("HEALPIX_BLESS").is_some() {
        std::fs::write(FILE, &table.0).expect("the file can be written");
    }
    let stored = std::fs::read_to_string(FILE).expect("the file is there");
    for (stored, got) in stored.lines().zip(table.0.lines()) {
        assert_eq!(stored, got);
    }
    assert_eq!(stored.lines().count(), table.0.lines().count());
}
