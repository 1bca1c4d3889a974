use alloc::vec::Vec;

use super::{Interval, Rectangle};
use crate::grid::{BaseCell, Depth, FaceIj, Nside, Scheme};

/// The numbers of the cells of a rectangle, or of those on its border, encoded one by one and sorted.
fn one_by_one(scheme: impl Scheme, at: Rectangle, border: bool) -> Vec<u64> {
    let on = |v: u32, interval: Interval| v == interval.first || v == interval.last;
    let mut numbers = Vec::new();
    for j in at.j.first..=at.j.last {
        for i in at.i.first..=at.i.last {
            if !border || on(i, at.i) || on(j, at.j) {
                numbers.push(scheme.encode(FaceIj { face: at.face, i, j }));
            }
        }
    }
    numbers.sort_unstable();
    numbers
}

fn check(scheme: impl Scheme, at: Rectangle) {
    // What is in the list before stays there.
    let (mut all, mut border) = (Vec::from([7]), Vec::from([8]));
    scheme.list(at, &mut all);
    scheme.list_border(at, &mut border);
    assert_eq!((all[0], &all[1..]), (7, &one_by_one(scheme, at, false)[..]), "{at:?}");
    assert_eq!((border[0], &border[1..]), (8, &one_by_one(scheme, at, true)[..]), "border of {at:?}");
}

fn intervals(side: u32) -> impl Iterator<Item = Interval> + Clone {
    (0..side).flat_map(move |first| (first..side).map(move |last| Interval { first, last }))
}

#[test]
fn all_rectangles_of_small_base_cells() {
    for face in [0, 4, 5, 11].map(BaseCell::trusted) {
        for (i, j) in intervals(8).flat_map(|i| intervals(8).map(move |j| (i, j))) {
            let at = Rectangle { face, i, j };
            check(Depth::trusted(3), at);
            check(Depth::trusted(3).nside(), at);
        }
        for (i, j) in intervals(5).flat_map(|i| intervals(5).map(move |j| (i, j))) {
            check(Nside::new(5).unwrap(), Rectangle { face, i, j });
        }
    }
}

#[test]
fn rectangles_anywhere_in_large_base_cells() {
    let mut seed = 1_u64;
    let mut below = |n: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) % u64::from(n)) as u32
    };
    for _ in 0..2000 {
        let depth = Depth::trusted(6 + below(24) as u8);
        let side = depth.side();
        // Often across a line that divides many blocks.
        let mut interval = || {
            let len = below(40);
            let first = match below(3) {
                0 => below(side - len),
                1 => (side / 2).saturating_sub(below(len + 1)),
                _ => (below(16) * (side / 16)).saturating_sub(below(len + 1)),
            };
            Interval { first, last: first + len.min(side - 1 - first) }
        };
        let (i, j) = (interval(), interval());
        let at = Rectangle { face: BaseCell::trusted(below(12) as u8), i, j };
        check(depth, at);
        check(depth.nside(), at);
    }
}
