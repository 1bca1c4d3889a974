use std::collections::BTreeSet;
use std::vec::Vec;

use super::morton;
use super::{BaseCell, BaseCellRow, Depth, Direction, FaceIj, Nside, Scheme};
use crate::error::Error;

fn base_cells() -> impl Iterator<Item = BaseCell> {
    (0..12).map(|base| BaseCell::new(base).expect("a base cell"))
}

fn cells(nside: u32) -> impl Iterator<Item = FaceIj> {
    base_cells().flat_map(move |face| (0..nside).flat_map(move |j| (0..nside).map(move |i| FaceIj { face, i, j })))
}

#[test]
fn interleaved_bits_are_in_other_places() {
    let slowly = |i: u32, j: u32| -> u64 {
        (0..32).map(|bit| u64::from(i >> bit & 1) << (2 * bit) | u64::from(j >> bit & 1) << (2 * bit + 1)).sum()
    };
    let mut numbers: Vec<u32> = (0..70).chain((0..32).flat_map(|bit| [1 << bit, (1 << bit) - 1])).collect();
    numbers.extend([u32::MAX, 0xaaaa_aaaa, 0x5555_5555, 0x1234_5678, 0xdead_beef, (1 << 29) - 1]);
    for i in &numbers {
        for j in &numbers {
            let code = morton::interleave(*i, *j);
            assert_eq!((code, morton::deinterleave(code)), (slowly(*i, *j), (*i, *j)));
            let (i, j) = (i & 0xffff, j & 0xffff);
            let short = morton::interleave_short(i, j);
            assert_eq!((u64::from(short), morton::deinterleave_short(short)), (slowly(i, j), (i, j)));
        }
    }
}

#[test]
fn a_direction_has_another_number_or_opposite() {
    for (code, direction) in (0..8).zip(Direction::ALL) {
        assert_eq!((direction.code(), Direction::from_code(code)), (code, Ok(direction)));
        let (there, back) = (direction.steps(), direction.opposite().steps());
        assert_eq!((there.0 + back.0, there.1 + back.1), (0, 0));
        assert_eq!(direction.opposite().opposite(), direction);
    }
    let steps: BTreeSet<(i64, i64)> = Direction::ALL.iter().map(|d| d.steps()).collect();
    assert!(steps.len() == 8 && !steps.contains(&(0, 0)) && steps.iter().all(|s| s.0.abs() <= 1 && s.1.abs() <= 1));
    for code in [8, 9, 255, 256, u32::MAX] {
        assert_eq!(Direction::from_code(code), Err(Error::Direction { code }));
    }
}

#[test]
fn base_cells_are_in_another_row_or_column() {
    for base in base_cells() {
        let rows = [BaseCellRow::North, BaseCellRow::Equator, BaseCellRow::South];
        assert_eq!((base.row(), base.column()), (rows[usize::from(base.get() / 4)], base.get() % 4));
        // Centres at 0, 90, 180, 270 degrees on the equator and at 45, 135, ... elsewhere.
        let eighths = 2 * base.column() + u8::from(base.row() != BaseCellRow::Equator);
        assert_eq!(base.center_eighths(), eighths);
    }
    for wrong in [12, 13, 255] {
        assert_eq!(BaseCell::new(wrong), Err(Error::BaseCell { base_cell: wrong }));
    }
}

#[test]
fn a_base_cell_is_not_beside_its_neighbour() {
    for base in base_cells() {
        let around: BTreeSet<u8> = Direction::ALL.iter().filter_map(|d| base.neighbor(*d)).map(BaseCell::get).collect();
        assert!(around.len() == 6 && !around.contains(&base.get()), "{base:?}: {around:?}");
        for direction in Direction::ALL {
            let Some(other) = base.neighbor(direction) else {
                // Three base cells meet there.
                let missing = match base.row() {
                    BaseCellRow::Equator => [Direction::N, Direction::S],
                    _ => [Direction::E, Direction::W],
                };
                assert!(missing.contains(&direction), "{base:?} {direction:?}");
                continue;
            };
            let back: Vec<Direction> =
                Direction::ALL.into_iter().filter(|d| other.neighbor(*d) == Some(base)).collect();
            // Around a pole directions turn: NE of one cell is NW of the other, N is N.
            let turned = match (base.row(), direction) {
                (BaseCellRow::North, Direction::NE) => Direction::NW,
                (BaseCellRow::North, Direction::NW) => Direction::NE,
                (BaseCellRow::South, Direction::SE) => Direction::SW,
                (BaseCellRow::South, Direction::SW) => Direction::SE,
                (BaseCellRow::North, Direction::N) => Direction::N,
                (BaseCellRow::South, Direction::S) => Direction::S,
                _ => direction.opposite(),
            };
            assert_eq!(back, [turned], "{base:?} {direction:?} is {other:?}");
        }
    }
}

#[test]
fn a_neighbour_across_a_base_cell_border_does_not_lead_back() {
    for nside in [1, 2, 3, 4, 7] {
        for cell in cells(nside) {
            for direction in Direction::ALL {
                let Some(other) = cell.neighbor(nside, direction) else { continue };
                assert!(other.i < nside && other.j < nside && other != cell, "nside {nside} {cell:?} {direction:?}");
                let back = Direction::ALL.into_iter().filter(|d| other.neighbor(nside, *d) == Some(cell)).count();
                assert_eq!(back, 1, "nside {nside} {cell:?} {direction:?} {other:?}");
                // Edges lead back over edges, corners over corners.
                let over_edge = |d: Direction| d.steps().0 == 0 || d.steps().1 == 0;
                let edge_back = Direction::ALL.into_iter().filter(|d| over_edge(*d));
                let found = edge_back.filter(|d| other.neighbor(nside, *d) == Some(cell)).count();
                assert_eq!(found, usize::from(over_edge(direction)), "nside {nside} {cell:?} {direction:?}");
            }
        }
    }
}

#[test]
fn a_long_move_is_not_many_short_ones() {
    // Over an edge, as far as the width of a base cell: straight on, turning with the direction.
    for nside in [2, 3, 5] {
        for cell in cells(nside) {
            for (di, dj) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                for far in 1..=i64::from(nside) {
                    let moved = cell.moved(nside, di * far, dj * far).expect("edges have neighbours");
                    let (mut at, mut heading) = (cell, (di, dj));
                    for _ in 0..far {
                        let next = at.moved(nside, heading.0, heading.1).expect("edges have neighbours");
                        if next.face != at.face {
                            // On: away from the cell one came from.
                            let back = [(1, 0), (-1, 0), (0, 1), (0, -1)];
                            let back = back.into_iter().find(|s| next.moved(nside, s.0, s.1) == Some(at));
                            let back = back.expect("a way back");
                            heading = (-back.0, -back.1);
                        }
                        at = next;
                    }
                    assert_eq!(moved, at, "nside {nside} {cell:?} ({di}, {dj}) times {far}");
                }
            }
        }
    }
}

#[test]
fn two_cells_have_the_same_number() {
    for nside in [1, 2, 3, 4, 5, 8, 13] {
        let size = Nside::new(nside).expect("an nside");
        let numbers: BTreeSet<u64> = cells(nside).map(|cell| size.encode(cell)).collect();
        assert_eq!(numbers.len() as u64, size.n_cells());
        assert_eq!(numbers.last().copied(), Some(size.n_cells() - 1));
        if let Some(depth) = size.depth() {
            let numbers: BTreeSet<u64> = cells(nside).map(|cell| depth.encode(cell)).collect();
            assert_eq!((numbers.len() as u64, numbers.last().copied()), (depth.n_cells(), Some(depth.n_cells() - 1)));
        }
    }
}

#[test]
fn a_resolution_counts_its_cells_wrong() {
    for d in 0..=29u8 {
        let depth = Depth::new(d).expect("a depth");
        assert_eq!((depth.get(), depth.nside().get()), (d, 1 << d));
        assert_eq!((depth.n_cells(), depth.nside().n_cells()), (12 << (2 * d), 12 << (2 * d)));
        assert_eq!((depth.nside().depth(), depth.nside().try_depth()), (Some(depth), Ok(depth)));
        assert_eq!(depth.nside().n_rings(), (4 << d) - 1);
        assert_eq!((Depth::try_from(d), Nside::try_from(1u32 << d)), (Ok(depth), Ok(Nside::from(depth))));
    }
    assert_eq!((Depth::MAX.nside(), Depth::ZERO.n_cells()), (Nside::MAX, 12));
    let at = |i, j| Depth::new(3).expect("a depth").face_ij(11, i, j);
    assert_eq!(at(8, 0), Err(Error::FaceCoordinate { value: 8, nside: 8 }));
    assert_eq!(at(0, u32::MAX), Err(Error::FaceCoordinate { value: u32::MAX, nside: 8 }));
    assert!(at(7, 7).is_ok());
}
