//! Positions to positions: distances, vectors, the HEALPix plane.

use std::iter::zip;

use criterion::Criterion;
use healpix_benches::{Sides, Sky, config, each, positions, size};
use healpix_core::{LonLat, Result, UnitVec, batch, projection, sphere};

const NOWHERE: (f64, f64) = (f64::NAN, f64::NAN);

fn main() -> Result<()> {
    let mut criterion = config(20);
    let n = size(1 << 18);
    let (here, there) = (positions(n, 10), positions(n, 11));
    distance(&mut criterion, &here, &there);
    vectors(&mut criterion, &here)?;
    plane(&mut criterion, &here)?;
    criterion.final_summary();
    Ok(())
}

fn distance(criterion: &mut Criterion, (lon1, lat1): &Sky, (lon2, lat2): &Sky) {
    let mut out = vec![0.0; lon1.len()];
    let input = || zip(zip(lon1, lat1), zip(lon2, lat2));
    Sides::new(criterion, "distance random", lon1.len())
        .side("cdshealpix", || {
            each(input(), &mut out, |((lon1, lat1), (lon2, lat2))| {
                cdshealpix::haversine_dist(*lon1, *lat1, *lon2, *lat2)
            });
        })
        .side("core", || batch::sphere::distance(lon1, lat1, lon2, lat2, &mut out))
        .side("core scalar", || {
            each(input(), &mut out, |((lon1, lat1), (lon2, lat2))| {
                let ends = (LonLat::new(*lon1, *lat1), LonLat::new(*lon2, *lat2));
                if let (Ok(a), Ok(b)) = ends { sphere::distance(a, b) } else { f64::NAN }
            });
        })
        .copy(4, 1);
}

fn vectors(criterion: &mut Criterion, (lon, lat): &Sky) -> Result<()> {
    let n = lon.len();
    let (mut x, mut y, mut z) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    let mut found: Vec<Option<UnitVec>> = vec![None; n];
    batch::sphere::to_vec(lon, lat, &mut x, &mut y, &mut z)?;
    let (from_x, from_y, from_z) = (x.clone(), y.clone(), z.clone());
    Sides::new(criterion, "to_vec random", n)
        .side("core", || batch::sphere::to_vec(lon, lat, &mut x, &mut y, &mut z))
        .side("core scalar", || {
            each(zip(lon, lat), &mut found, |(lon, lat)| LonLat::new(*lon, *lat).ok().map(UnitVec::from));
        })
        .copy(2, 3);
    let (mut to_lon, mut to_lat) = (vec![0.0; n], vec![0.0; n]);
    let mut found = vec![NOWHERE; n];
    Sides::new(criterion, "from_vec random", n)
        .side("core", || batch::sphere::from_vec(&from_x, &from_y, &from_z, &mut to_lon, &mut to_lat))
        .side("core scalar", || {
            each(zip(zip(&from_x, &from_y), &from_z), &mut found, |((x, y), z)| {
                UnitVec::new(*x, *y, *z).map(LonLat::from).map_or(NOWHERE, |at| (at.lon(), at.lat()))
            });
        })
        .copy(3, 2);
    Ok(())
}

/// The peer's plane is twice as large.
fn plane(criterion: &mut Criterion, (lon, lat): &Sky) -> Result<()> {
    let n = lon.len();
    let (mut x, mut y) = (vec![0.0; n], vec![0.0; n]);
    let mut found = vec![NOWHERE; n];
    Sides::new(criterion, "projection forward random", n)
        .side("cdshealpix", || each(zip(lon, lat), &mut found, |(lon, lat)| cdshealpix::proj(*lon, *lat)))
        .side("core", || batch::projection::forward(lon, lat, &mut x, &mut y))
        .side("core scalar", || {
            each(zip(lon, lat), &mut found, |(lon, lat)| LonLat::new(*lon, *lat).map_or(NOWHERE, projection::forward));
        })
        .copy(2, 2);
    batch::projection::forward(lon, lat, &mut x, &mut y)?;
    let (mut to_lon, mut to_lat) = (vec![0.0; n], vec![0.0; n]);
    Sides::new(criterion, "projection inverse random", n)
        .side("cdshealpix", || each(zip(&x, &y), &mut found, |(x, y)| cdshealpix::unproj(2.0 * x, 2.0 * y)))
        .side("core", || batch::projection::inverse(&x, &y, &mut to_lon, &mut to_lat))
        .side("core scalar", || {
            each(zip(&x, &y), &mut found, |(x, y)| {
                projection::inverse(*x, *y).map_or(NOWHERE, |at| (at.lon(), at.lat()))
            });
        })
        .copy(2, 2);
    Ok(())
}
