use alloc::vec;
use alloc::vec::Vec;

use super::{contains_deg, relation};
use crate::error::Error;
use crate::grid::{Cell, Depth};
use crate::region::{Cone, Region, Relation};
use crate::sphere::LonLat;

fn cone() -> Cone {
    Cone::new(LonLat::from_degrees(10.0, 20.0).expect("a position"), 0.3).expect("a cone")
}

#[test]
fn slices_say_what_single_calls_say() {
    // More than a block, and a number that no block ends at.
    let n = 1001;
    let lon: Vec<f64> = (0..n).map(|k| f64::from(k) * 0.05 - 15.0).collect();
    let lat: Vec<f64> = (0..n).map(|k| f64::from(k) * 0.03 + 3.0).collect();
    let mut inside = vec![false; lon.len()];
    contains_deg(&cone(), &lon, &lat, &mut inside).expect("positions");
    let single = |k: usize| cone().contains(LonLat::from_degrees(lon[k], lat[k]).expect("a position"));
    assert!(inside.iter().any(|inside| *inside) && inside.iter().any(|inside| !*inside));
    assert!(inside.iter().enumerate().all(|(k, inside)| *inside == single(k)));

    let depth = Depth::new(3).expect("a depth");
    let cells: Vec<u64> = (0..depth.n_cells()).collect();
    let mut relations = vec![9; cells.len()];
    relation(&cone(), depth, &cells, &mut relations).expect("cells");
    for (cell, code) in cells.iter().zip(relations) {
        let expected = match cone().relation(Cell::new(depth, *cell).expect("a cell")) {
            Relation::Disjoint => 0,
            Relation::Partial => 1,
            Relation::Full => 2,
        };
        assert_eq!(code, expected, "cell {cell}");
    }
}

#[test]
fn bad_elements_are_counted_and_leave_sentinels() {
    let mut inside = [true; 3];
    let error = contains_deg(&cone(), &[10.0, 10.0, f64::NAN], &[20.0, 91.0, 0.0], &mut inside);
    assert_eq!(inside, [true, false, false]);
    assert!(matches!(error, Err(Error::Elements { index: 1, count: 2, len: 3, .. })));

    let mut relations = [7; 2];
    let error = relation(&cone(), Depth::ZERO, &[12, 4], &mut relations);
    assert_eq!((relations[0], relations[1] <= 2), (u8::MAX, true));
    assert!(matches!(error, Err(Error::Elements { index: 0, count: 1, len: 2, .. })));
    assert!(contains_deg(&cone(), &[1.0], &[], &mut inside).is_err());
}
