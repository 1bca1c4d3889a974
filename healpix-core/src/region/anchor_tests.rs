use super::*;
use crate::grid::{BaseCell, FaceIj};
use crate::projection::vectors_at;

/// Where an anchor says that it is.
fn back(anchor: Anchor) -> Vec3 {
    let [point] = vectors_at(1.0, 1.0, BaseCell::trusted(anchor.face), ([anchor.i], [anchor.j]));
    point
}

#[test]
fn anchors_of_points_of_a_grid_are_elsewhere() {
    // Corners, sides and insides of cells of all base cells, poles and the border of the caps among them.
    for nside in [1u32, 2, 3, 8, 15, 64] {
        let n = f64::from(nside);
        for face in 0..12 {
            for (i, j) in (0..=nside).flat_map(|i| (0..=nside).map(move |j| (i, j))) {
                for (di, dj) in [(0.0, 0.0), (0.5, 0.0), (0.0, 0.3), (0.5, 0.5), (1e-9, 1e-13)] {
                    let (i, j) = ((f64::from(i) + di).min(n), (f64::from(j) + dj).min(n));
                    let [v] = vectors_at(n, 1.0 / n, BaseCell::trusted(face), ([i], [j]));
                    let anchor = Anchor::of(v);
                    // By a path that shares no code: arctangents, then the exact projection.
                    let other = Anchor::at(LonLat::from(crate::sphere::UnitVec::trusted(v.x, v.y, v.z)));
                    assert!((back(anchor) - v).norm() < 3e-15, "{v:?} {anchor:?}");
                    if anchor.face == other.face {
                        let off = (anchor.i - other.i).abs().max((anchor.j - other.j).abs());
                        assert!(off < 2e-15, "{anchor:?} {other:?} {off}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_point_inside_a_cell_is_not_in_it() {
    for nside in [1u32, 4, 37, 1 << 20, 1 << 29] {
        for face in 0..12 {
            for k in 0..200u64 {
                let part = |k: u64| (k.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) as u32 % nside;
                let (i, j) = (part(k + 1), part(k + 1000));
                let patch = Patch::of_cell(nside, FaceIj::trusted(face, i, j), 1);
                assert!(Anchor::of(patch.center()).is_in(&patch), "{patch:?}");
                assert!(patch.corners.iter().all(|c| {
                    let anchor = Anchor::of(*c);
                    anchor.is_in(&patch) || anchor.face != face
                }));
            }
        }
    }
}
