//! Questions to a MOC have the same answers one by one, in slices of any length and with any number of threads; and can be stopped.

#![cfg(feature = "parallel")]
#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::cell::Cell as Counter;
use std::ops::ControlFlow;
use std::rc::Rc;

use healpix_core::{Cell, Depth, Error, LonLat, Moc, nested, progress, threads};
use support::depth;
use support::random::Random;

struct Questions {
    lon: Vec<f64>,
    lat: Vec<f64>,
    /// The cells of these positions, of this depth.
    depth: Depth,
    cells: Vec<u64>,
}

fn questions(random: &mut Random, len: usize, d: u8) -> Questions {
    let mut unit = || random.below(1 << 40) as f64 / (1u64 << 40) as f64;
    let lon: Vec<f64> = (0..len).map(|_| 360.0 * unit()).collect();
    let lat: Vec<f64> = (0..len).map(|_| 180.0 * unit() - 90.0).collect();
    let at = |(lon, lat): (&f64, &f64)| LonLat::from_degrees(*lon, *lat).expect("a position");
    let cells = lon.iter().zip(&lat).map(|place| nested::hash(depth(d), at(place)).index()).collect();
    Questions { lon, lat, depth: depth(d), cells }
}

/// Asks in slices of so many elements.
fn ask(moc: &Moc, all: &Questions, len: usize) -> (Vec<bool>, Vec<bool>) {
    let mut points = vec![false; all.lon.len()];
    let mut cells = points.clone();
    for ((lon, lat), inside) in all.lon.chunks(len).zip(all.lat.chunks(len)).zip(points.chunks_mut(len)) {
        moc.contains_points_deg(lon, lat, inside).expect("positions");
    }
    for (some, inside) in all.cells.chunks(len).zip(cells.chunks_mut(len)) {
        moc.contains_cells(all.depth, some, inside).expect("cells");
    }
    (points, cells)
}

/// One test, as the number of threads holds for the whole process.
#[test]
fn many_questions_at_once_have_other_answers() {
    let mut random = Random::new(17);
    let all = questions(&mut random, 300_000, 14);
    for (d, n) in [(0, 3), (3, 100), (7, 30_000), (12, 400_000)] {
        let cells: Vec<u64> = (0..n).map(|_| random.below(depth(d).n_cells())).collect();
        let moc = Moc::from_cells(depth(d), &cells).expect("cells");
        let one_by_one: Vec<bool> =
            all.cells.iter().map(|cell| moc.contains_cell(Cell::new(all.depth, *cell).expect("a cell"))).collect();
        assert!(one_by_one.contains(&true) && one_by_one.contains(&false));
        for count in 1..=4 {
            assert_eq!(threads::set_count(count), Ok(count));
            for len in [1, 4, 5, 700, 30_000, 300_000] {
                // Single questions need not be asked by all numbers of threads.
                if len < 700 && (count > 1 || d == 12) {
                    continue;
                }
                assert!(ask(&moc, &all, len) == (one_by_one.clone(), one_by_one.clone()), "{d}, {len}, {count}");
            }
        }
    }

    // Bad ones: the first of them, and how many; all others are answered.
    let moc = Moc::all_sky(depth(9));
    let Questions { lon, mut lat, mut cells, depth, .. } = all;
    for k in [777, 70_000, 200_001] {
        (lat[k], cells[k]) = (95.0, u64::MAX);
    }
    for count in 1..=4 {
        assert_eq!(threads::set_count(count), Ok(count));
        let mut inside = vec![false; lon.len()];
        for ask in [true, false] {
            let result = match ask {
                true => moc.contains_points_deg(&lon, &lat, &mut inside),
                false => moc.contains_cells(depth, &cells, &mut inside),
            };
            assert!(matches!(result, Err(Error::Elements { index: 777, count: 3, len: 300_000, .. })), "{result:?}");
            let outside: Vec<usize> = inside.iter().enumerate().filter(|(_, yes)| !**yes).map(|(k, _)| k).collect();
            assert_eq!(outside, [777, 70_000, 200_001]);
        }
    }
    assert_eq!(threads::set_count(1), Ok(1));
}

#[test]
fn somebody_who_asks_cannot_stop() {
    let moc = Moc::from_cells(depth(6), &[5, 6, 7]).expect("cells");
    let (lon, lat) = (vec![1.0; 3 << 20], vec![0.5; 3 << 20]);
    let mut inside = vec![false; lon.len()];
    let calls = Rc::new(Counter::new(0));
    for stop in [1, 2, 100] {
        let counted = Rc::clone(&calls);
        counted.set(0);
        progress::set_watcher(Some(Box::new(move |_| {
            counted.set(counted.get() + 1);
            if counted.get() < stop { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })));
        let result = moc.contains_points(&lon, &lat, &mut inside);
        progress::set_watcher(None);
        match stop {
            100 => assert!(result.is_ok() && calls.get() >= 3),
            _ => assert_eq!((result, calls.get()), (Err(Error::Stopped), stop)),
        }
    }
}
