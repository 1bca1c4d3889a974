//! Positions to cells, nested and ring.

use std::iter::zip;

use criterion::Criterion;
use healpix_benches::{Sides, Sky, config, each, positions, size, sort_by_cell, vectors};
use healpix_core::{Depth, LonLat, Nside, Result, UnitVec, batch, nested, ring};

fn main() -> Result<()> {
    let mut criterion = config(20);
    let random = positions(size(1 << 20), 1);
    let sorted = sort_by_cell(&random);
    for depth in [Depth::new(12)?, Depth::MAX] {
        hash(&mut criterion, depth, "random", &random);
        hash(&mut criterion, depth, "sorted", &sorted);
    }
    threads(&mut criterion, Depth::MAX, &random)?;
    hash_u32(&mut criterion, Depth::new(12)?, &random)?;
    for nside in [1000, 4096] {
        ring_hash(&mut criterion, Nside::new(nside)?, "random", &random);
        ring_hash(&mut criterion, Nside::new(nside)?, "sorted", &sorted);
    }
    let few = positions(size(1 << 18), 2);
    hash_deg(&mut criterion, Depth::new(12)?, &few);
    hash_vec(&mut criterion, Depth::new(12)?, &few);
    hash_with_offsets(&mut criterion, Depth::new(12)?, &few);
    criterion.final_summary();
    Ok(())
}

/// Cells in 32 bits, beside those in 64.
fn hash_u32(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) -> Result<()> {
    let n = lon.len();
    let d = depth.get();
    let nside = depth.nside();
    let (mut cells, mut wide) = (vec![0u32; n], vec![0u64; n]);
    for count in [1, 2] {
        healpix_core::threads::set_count(count)?;
        Sides::new(criterion, &format!("hash_u32 depth {d} random with {count} threads"), n)
            .side("core u64", || batch::nested::hash(depth, lon, lat, &mut wide))
            .side("core", || batch::nested::hash_u32(depth, lon, lat, &mut cells))
            .side("safe", || healpix_safe::nested::hash_u32(d, lon, lat, &mut cells))
            .side("core ring", || batch::ring::hash_u32(nside, lon, lat, &mut cells));
    }
    healpix_core::threads::set_count(1)?;
    Ok(())
}

fn hash(criterion: &mut Criterion, depth: Depth, order: &str, (lon, lat): &Sky) {
    let n = lon.len();
    let d = depth.get();
    let mut out = vec![0; n];
    let layer = cdshealpix::nested::get(d);
    Sides::new(criterion, &format!("hash depth {d} {order}"), n)
        .side("cdshealpix", || each(zip(lon, lat), &mut out, |(lon, lat)| layer.hash(*lon, *lat)))
        .side("core", || batch::nested::hash(depth, lon, lat, &mut out))
        .side("core scalar", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| {
                LonLat::new(*lon, *lat).map_or(u64::MAX, |at| nested::hash(depth, at).index())
            })
        })
        // SAFETY: three arrays of n elements.
        .side("ffi", || unsafe { healpix_ffi::healpix_nested_hash(d, lon.as_ptr(), lat.as_ptr(), n, out.as_mut_ptr()) })
        .side("safe", || healpix_safe::nested::hash(d, lon, lat, &mut out))
        .copy(2, 1);
}

fn ring_hash(criterion: &mut Criterion, nside: Nside, order: &str, (lon, lat): &Sky) {
    let mut out = vec![0; lon.len()];
    let side = nside.get();
    Sides::new(criterion, &format!("ring hash nside {side} {order}"), lon.len())
        .side("cdshealpix", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| cdshealpix::ring::hash(side, *lon, *lat));
        })
        .side("core", || batch::ring::hash(nside, lon, lat, &mut out))
        .side("core scalar", || {
            each(zip(lon, lat), &mut out, |(lon, lat)| {
                LonLat::new(*lon, *lat).map_or(u64::MAX, |at| ring::hash(nside, at).index())
            })
        })
        .copy(2, 1);
}

/// The peer has radians only; its user converts.
fn hash_deg(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) {
    let (lon, lat): Sky = zip(lon, lat).map(|(lon, lat)| (lon.to_degrees(), lat.to_degrees())).unzip();
    let mut out = vec![0; lon.len()];
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "hash_deg depth 12 random", lon.len())
        .side("cdshealpix", || {
            each(zip(&lon, &lat), &mut out, |(lon, lat)| layer.hash(lon.to_radians(), lat.to_radians()))
        })
        .side("core", || batch::nested::hash_deg(depth, &lon, &lat, &mut out))
        .side("core scalar", || {
            each(zip(&lon, &lat), &mut out, |(lon, lat)| {
                LonLat::from_degrees(*lon, *lat).map_or(u64::MAX, |at| nested::hash(depth, at).index())
            })
        })
        .copy(2, 1);
}

fn hash_vec(criterion: &mut Criterion, depth: Depth, sky: &Sky) {
    let all = vectors(sky);
    let [x, y, z] = [0, 1, 2].map(|axis| all.iter().map(|v| v[axis]).collect::<Vec<_>>());
    let mut out = vec![0; all.len()];
    Sides::new(criterion, "hash_vec depth 12 random", all.len())
        .side("core", || batch::nested::hash_vec(depth, &x, &y, &z, &mut out))
        .side("core scalar", || {
            each(zip(zip(&x, &y), &z), &mut out, |((x, y), z)| {
                UnitVec::new(*x, *y, *z).map_or(u64::MAX, |v| nested::hash_vec(depth, v).index())
            })
        })
        .copy(3, 1);
}

fn hash_with_offsets(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) {
    let n = lon.len();
    let mut found = vec![(0, 0.0, 0.0); n];
    let (mut out, mut dx, mut dy) = (vec![0; n], vec![0.0; n], vec![0.0; n]);
    let layer = cdshealpix::nested::get(depth.get());
    Sides::new(criterion, "hash_with_offsets depth 12 random", n)
        .side("cdshealpix", || each(zip(lon, lat), &mut found, |(lon, lat)| layer.hash_with_dxdy(*lon, *lat)))
        .side("core", || batch::nested::hash_with_offsets(depth, lon, lat, &mut out, &mut dx, &mut dy))
        .side("core scalar", || {
            each(zip(lon, lat), &mut found, |(lon, lat)| {
                LonLat::new(*lon, *lat).map_or((u64::MAX, 0.0, 0.0), |at| {
                    let (cell, dx, dy) = nested::hash_with_offsets(depth, at);
                    (cell.index(), dx, dy)
                })
            })
        })
        .copy(2, 3);
}

/// One call on one thread and on two.
fn threads(criterion: &mut Criterion, depth: Depth, (lon, lat): &Sky) -> Result<()> {
    let mut out = vec![0; lon.len()];
    for count in [1, 2] {
        healpix_core::threads::set_count(count)?;
        Sides::new(criterion, &format!("hash with {count} threads depth 29 random"), lon.len())
            .side("core", || batch::nested::hash(depth, lon, lat, &mut out));
    }
    healpix_core::threads::set_count(1)?;
    Ok(())
}
