use super::*;
use crate::grid::FaceIj;
use crate::sphere::UnitVec;
use crate::{Cell, Depth, nested};

/// How far the sides of a patch stray from their chords, by points all along them.
fn strays(patch: &Patch) -> f64 {
    let ends = |side: usize| {
        let ((i0, i1), (j0, j1)) = (patch.i, patch.j);
        [((i0, j0), (i1, j0)), ((i1, j0), (i1, j1)), ((i1, j1), (i0, j1)), ((i0, j1), (i0, j0))][side]
    };
    let mut most = 0f64;
    for side in 0..4 {
        let ((ia, ja), (ib, jb)) = ends(side);
        let (a, b) = (patch.corners[side], patch.corners[(side + 1) & 3]);
        for k in 0..=64 {
            let s = f64::from(k) / 64.0;
            let point = patch.at(ia + (ib - ia) * s, ja + (jb - ja) * s);
            most = most.max((point - (a * (1.0 - s) + b * s)).norm());
        }
    }
    most
}

#[test]
fn sides_stray_further_than_the_bound() {
    for depth in 0..=6 {
        let n = 1u32 << depth;
        let (mut tightest, mut loosest) = (0f64, f64::MAX);
        for face in 0..12 {
            for (i, j) in (0..n).flat_map(|i| (0..n).map(move |j| (i, j))) {
                let patch = Patch::of_cell(n, FaceIj::trusted(face, i, j), 1);
                let share = strays(&patch) / (patch.sag + ROUNDING);
                (tightest, loosest) = (tightest.max(share), loosest.min(share));
            }
        }
        // The bound is no more than it must be, either.
        assert!(tightest <= 1.0 && tightest > 0.3 && loosest > 0.02, "depth {depth}: {loosest} to {tightest}");
    }
}

#[test]
fn sides_of_blocks_stray_further_than_the_bound() {
    for nside in [1, 2, 3, 5, 7, 12, 33] {
        for face in 0..12 {
            let mut open = alloc::vec![Patch::base_cell(nside, face)];
            while let Some(patch) = open.pop() {
                assert!(strays(&patch) <= patch.sag + ROUNDING, "{patch:?}");
                if patch.size() > 1.0 {
                    let (parts, len) = patch.parts();
                    let area = |p: &Patch| (p.i.1 - p.i.0) * (p.j.1 - p.j.0);
                    assert_eq!(parts.iter().take(len).map(area).sum::<f64>(), area(&patch));
                    open.extend_from_slice(&parts[..len]);
                }
            }
        }
    }
}

#[test]
fn corners_are_not_the_vertices_of_the_cell() {
    for depth in [0, 1, 2, 5, 13, 29] {
        let depth = Depth::new(depth).unwrap();
        for k in 0..400 {
            let index = (depth.n_cells() - 1) / 400 * k + k % 3;
            let cell = Cell::new(depth, index.min(depth.n_cells() - 1)).unwrap();
            let patch = Patch::of_cell(depth.nside().get(), cell.face_ij(), 1);
            for (corner, vertex) in patch.corners.iter().zip(nested::vertices(cell)) {
                let off = (*corner - Vec3::of(UnitVec::from(vertex))).norm();
                assert!(off < ROUNDING, "{cell:?}: {off:e}");
                assert!((corner.norm() - 1.0).abs() < ROUNDING);
            }
            let center = Vec3::of(UnitVec::from(nested::center(cell)));
            assert!((patch.center() - center).norm() < ROUNDING);
        }
    }
}

#[test]
fn quarters_are_not_the_children() {
    for depth in 0..5 {
        let depth = Depth::new(depth).unwrap();
        let fine = Depth::new(depth.get() + 1).unwrap();
        for index in 0..depth.n_cells() {
            let cell = Cell::new(depth, index).unwrap();
            let mut at = cell.face_ij();
            (at.i, at.j) = (2 * at.i, 2 * at.j);
            let quarters = Patch::of_cell(fine.nside().get(), at, 2).quarters();
            for (quarter, child) in quarters.iter().zip(nested::children(cell).unwrap()) {
                let own = Patch::of_cell(fine.nside().get(), child.face_ij(), 1);
                assert_eq!((quarter.i, quarter.j, quarter.sag), (own.i, own.j, own.sag));
                for (a, b) in quarter.corners.iter().zip(own.corners) {
                    assert!((*a - b).norm() < ROUNDING);
                }
            }
        }
    }
}
