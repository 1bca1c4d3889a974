//! Four cells and weights for a position.

use std::iter::zip;

use criterion::Criterion;
use healpix_benches::{Sides, Sky, config, each, positions, size};
use healpix_core::{Cell, Depth, LonLat, Nside, Result, RingCell, batch, nested, ring};

fn main() -> Result<()> {
    let mut criterion = config(20);
    let sky = positions(size(1 << 18), 9);
    let depth = Depth::new(12)?;
    bilinear(&mut criterion, depth, &sky);
    rings(&mut criterion, depth, &sky);
    ring_rings(&mut criterion, depth.nside(), &sky);
    criterion.final_summary();
    Ok(())
}

fn bilinear(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) {
    let n = lon.len();
    let (mut cells, mut weights) = (vec![0; 4 * n], vec![0.0; 4 * n]);
    let mut found = vec![[(0, 0.0); 4]; n];
    let mut typed: Vec<Option<[(Cell, f64); 4]>> = vec![None; n];
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "interpolate_bilinear depth 12 random", n)
        .side("cdshealpix", || {
            each(zip(lon, lat), &mut found, |(lon, lat)| layer.bilinear_interpolation(*lon, *lat));
        })
        .side("core", || batch::nested::interpolate_bilinear(depth, lon, lat, &mut cells, &mut weights))
        .side("core scalar", || {
            each(zip(lon, lat), &mut typed, |(lon, lat)| {
                LonLat::new(*lon, *lat).ok().map(|at| nested::interpolate_bilinear(depth, at))
            });
        })
        .copy(2, 8);
}

fn rings(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) {
    let n = lon.len();
    let (mut cells, mut weights) = (vec![0; 4 * n], vec![0.0; 4 * n]);
    let mut typed: Vec<Option<[(Cell, f64); 4]>> = vec![None; n];
    Sides::new(criterion, "interpolate_rings depth 12 random", n)
        .side("core", || batch::nested::interpolate_rings(depth, lon, lat, &mut cells, &mut weights))
        .side("core scalar", || {
            each(zip(lon, lat), &mut typed, |(lon, lat)| {
                LonLat::new(*lon, *lat).ok().map(|at| nested::interpolate_rings(depth, at))
            });
        })
        .copy(2, 8);
}

fn ring_rings(criterion: &mut Criterion, nside: Nside, (lon, lat): &Sky) {
    let n = lon.len();
    let (mut cells, mut weights) = (vec![0; 4 * n], vec![0.0; 4 * n]);
    let mut typed: Vec<Option<[(RingCell, f64); 4]>> = vec![None; n];
    Sides::new(criterion, "ring interpolate_rings nside 4096 random", n)
        .side("core", || batch::ring::interpolate_rings(nside, lon, lat, &mut cells, &mut weights))
        .side("core scalar", || {
            each(zip(lon, lat), &mut typed, |(lon, lat)| {
                LonLat::new(*lon, *lat).ok().map(|at| ring::interpolate_rings(nside, at))
            });
        })
        .copy(2, 8);
}
