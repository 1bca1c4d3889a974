//! `PointIndex` beside a k-d tree of unit vectors: build, nearest rows, rows within a radius.
//!
//! The tree is given its unit vectors and squared chords; the time to make them is not counted.

use std::env;
use std::hint::black_box;
use std::num::NonZero;

use criterion::Criterion;
use healpix_benches::{Sides, Sky, config, galaxy, is_test, positions, vectors};
use healpix_core::{LonLat, PointIndex, Result};
use kiddo::{ImmutableKdTree, SquaredEuclidean};

type Tree = ImmutableKdTree<f64, 3>;
type Chord2 = SquaredEuclidean<f64>;

fn main() -> Result<()> {
    let mut criterion = config(10);
    let rows = if is_test() { 10_000 } else { 1_000_000 };
    let queries = if is_test() { 100 } else { 10_000 };
    for (name, make) in [("uniform", positions as fn(usize, u64) -> Sky), ("galaxy", galaxy)] {
        let sky = make(rows, 20);
        build(&mut criterion, &format!("1M {name}"), &sky);
        search(&mut criterion, name, &sky, &make(queries, 21))?;
    }
    if env::var_os("HEALPIX_BENCH_LARGE").is_some() {
        build(&mut criterion, "10M uniform", &positions(10 * rows, 22));
    }
    criterion.final_summary();
    Ok(())
}

fn build(criterion: &mut Criterion, name: &str, sky: &Sky) {
    let points = vectors(sky);
    Sides::new(criterion, &format!("index build {name}"), points.len())
        .side("kiddo", || Tree::new_from_slice(&points))
        .side("core", || PointIndex::from_slices(&sky.0, &sky.1));
}

fn search(criterion: &mut Criterion, name: &str, sky: &Sky, at: &Sky) -> Result<()> {
    let Ok(tree) = Tree::new_from_slice(&vectors(sky)) else { return Ok(()) };
    let index = PointIndex::from_slices(&sky.0, &sky.1)?;
    let points = vectors(at);
    let places: Vec<LonLat> = at.0.iter().zip(&at.1).flat_map(|(lon, lat)| LonLat::new(*lon, *lat)).collect();

    for k in [NonZero::<usize>::MIN, NonZero::<usize>::MIN.saturating_add(9)] {
        Sides::new(criterion, &format!("index nearest {k} of 1M {name}"), points.len())
            .side("kiddo", || {
                for point in &points {
                    if k.get() == 1 {
                        black_box(tree.query(point).nearest_one::<Chord2>().execute());
                    } else {
                        black_box(tree.query(point).nearest_n::<Chord2>(k).execute());
                    }
                }
            })
            .side("core", || {
                places.iter().try_for_each(|at| index.nearest(*at, k.get()).map(|found| drop(black_box(found))))
            });
    }

    for (what, radius, every) in [("1 arcmin", 1.0 / 60.0, 1), ("1 degree", 1.0, 10)] {
        let radius = f64::to_radians(radius);
        let chord2 = (2.0 * (0.5 * radius).sin()).powi(2);
        Sides::new(criterion, &format!("index within {what} of 1M {name}"), points.len().div_ceil(every))
            .side("kiddo", || {
                for point in points.iter().step_by(every) {
                    black_box(tree.query(point).within::<Chord2>(chord2).execute());
                }
            })
            .side("core", || {
                let mut places = places.iter().step_by(every);
                places.try_for_each(|at| index.within(*at, radius).map(|found| drop(black_box(found))))
            });
    }
    Ok(())
}
