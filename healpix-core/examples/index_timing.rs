//! How long the point index takes. `cargo run --release -p healpix-core --example index_timing`
//!
//! Random positions, one core; each line is the best of three runs.

use std::hint::black_box;
use std::time::{Duration, Instant};

use healpix_core::index::{CrossMatch, PointIndex};
use healpix_core::{LonLat, Result};

/// Positions spread evenly over the sphere, from a small random number generator (SplitMix64).
fn sky(seed: u64, n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut state = seed;
    let mut unit = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) >> 11) as f64 / (1u64 << 53) as f64
    };
    (0..n).map(|_| (360.0 * unit(), (2.0 * unit() - 1.0).asin().to_degrees())).unzip()
}

fn best_of_three(mut run: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        run()?;
        best = best.min(start.elapsed());
    }
    Ok(best)
}

fn report(what: &str, time: Duration, count: usize) {
    println!("{what:<34} {time:>10.1?} {:>8} ns each", time.as_nanos() / count as u128);
}

fn main() -> Result<()> {
    const N: usize = 1_000_000;
    const QUERIES: usize = 100_000;
    let arcsec = 1f64.to_radians() / 3600.0;
    let (lon, lat) = sky(1, 10 * N);
    report("from 10 M positions", best_of_three(|| PointIndex::from_slices_deg(&lon, &lat).map(drop))?, 10 * N);
    let index = PointIndex::from_slices_deg(&lon[..N], &lat[..N])?;
    let (lon, lat) = sky(2, N);
    let places: Vec<LonLat> =
        lon.iter().zip(&lat).take(QUERIES).flat_map(|(l, b)| LonLat::from_degrees(*l, *b)).collect();
    for k in [1, 10, 100] {
        let time =
            best_of_three(|| places.iter().try_for_each(|at| index.nearest(*at, k).map(|m| drop(black_box(m)))))?;
        report(&format!("nearest {k} of 1 M"), time, QUERIES);
    }
    for (name, radius) in [("1 arcsec", arcsec), ("10 arcmin", 600.0 * arcsec), ("1 degree", 3600.0 * arcsec)] {
        let mut rows = 0;
        let time =
            best_of_three(|| places.iter().try_for_each(|at| index.within(*at, radius).map(|m| rows += m.len())))?;
        report(&format!("within {name}, {:.2} rows", rows as f64 / (3 * QUERIES) as f64), time, QUERIES);
    }
    let other = PointIndex::from_slices_deg(&lon, &lat)?;
    for (name, radius) in [("1 arcsec", arcsec), ("1 arcmin", 60.0 * arcsec), ("10 arcmin", 600.0 * arcsec)] {
        for which in [CrossMatch::Best, CrossMatch::All] {
            let mut pairs = 0;
            let time = best_of_three(|| index.cross_match(&other, radius, which).map(|m| pairs = m.len()))?;
            report(&format!("1 M x 1 M, {name}, {which:?}: {pairs}"), time, N);
        }
    }
    Ok(())
}
