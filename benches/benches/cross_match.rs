//! Cross-match of two catalogues of a million rows within an arc second, beside a k-d tree of unit vectors.
//!
//! Indexes and trees are built beforehand. Half of the right rows are left rows moved by less than the
//! radius. Of the peer, `kiddo` looks up each left row in the right tree; `kiddo join` goes through both
//! trees at once: all pairs, in no order.

use core::f64::consts::FRAC_PI_2;
use std::hint::black_box;
use std::num::NonZero;

use criterion::Criterion;
use healpix_benches::{Sides, Sky, config, galaxy, is_test, positions, vectors};
use healpix_core::index::CrossMatch;
use healpix_core::{PointIndex, Result};
use kiddo::{ImmutableKdTree, SquaredEuclidean};

type Tree = ImmutableKdTree<f64, 3>;
type Chord2 = SquaredEuclidean<f64>;

fn main() -> Result<()> {
    let mut criterion = config(10);
    let rows = if is_test() { 10_000 } else { 1_000_000 };
    for (name, make) in [("uniform", positions as fn(usize, u64) -> Sky), ("galaxy", galaxy)] {
        let left = make(rows, 30);
        let right = counterpart(&left, make(rows, 31));
        cross_match(&mut criterion, name, &left, &right)?;
    }
    criterion.final_summary();
    Ok(())
}

/// Half of the rows near rows of `left`, half as they are in `others`.
fn counterpart(left: &Sky, others: Sky) -> Sky {
    let (mut lon, mut lat) = others;
    for row in (0..lon.len()).step_by(2) {
        let moved = f64::to_radians(0.5 / 3600.0) * (2.0 * (row as f64 * 0.618).fract() - 1.0);
        lon[row] = left.0[row];
        lat[row] = (left.1[row] + moved).clamp(-FRAC_PI_2, FRAC_PI_2);
    }
    (lon, lat)
}

fn cross_match(criterion: &mut Criterion, name: &str, left: &Sky, right: &Sky) -> Result<()> {
    let radius = f64::to_radians(1.0 / 3600.0);
    let chord2 = (2.0 * (0.5 * radius).sin()).powi(2);
    let points = vectors(left);
    let (Ok(left_tree), Ok(right_tree)) = (Tree::new_from_slice(&points), Tree::new_from_slice(&vectors(right))) else {
        return Ok(());
    };
    let left = PointIndex::from_slices(&left.0, &left.1)?;
    let right = PointIndex::from_slices(&right.0, &right.1)?;

    let mut best = Vec::with_capacity(points.len());
    Sides::new(criterion, &format!("cross_match best 1 arcsec 1M x 1M {name}"), points.len())
        .side("kiddo", || {
            best.clear();
            for (row, point) in points.iter().enumerate() {
                let found = right_tree.query(point).nearest_n::<Chord2>(NonZero::<usize>::MIN).within(chord2).execute();
                best.extend(found.first().map(|found| (row as u32, found.item, found.distance)));
            }
        })
        .side("kiddo nearest", || {
            best.clear();
            for (row, point) in points.iter().enumerate() {
                let found = right_tree.query(point).nearest_one::<Chord2>().execute();
                if found.distance <= chord2 {
                    best.push((row as u32, found.item, found.distance));
                }
            }
        })
        .side("core", || left.cross_match(&right, radius, CrossMatch::Best));

    Sides::new(criterion, &format!("cross_match all 1 arcsec 1M x 1M {name}"), points.len())
        .side("kiddo", || {
            best.clear();
            for (row, point) in points.iter().enumerate() {
                let found = right_tree.query(point).within::<Chord2>(chord2).execute();
                best.extend(found.iter().map(|found| (row as u32, found.item, found.distance)));
            }
        })
        .side("kiddo join", || {
            black_box(left_tree.query_tree(&right_tree).within::<Chord2>(chord2).execute());
        })
        .side("core", || left.cross_match(&right, radius, CrossMatch::All));
    Ok(())
}
