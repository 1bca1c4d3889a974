//! Rows of a catalogue inside a region: the index against asking for each row. Times are per region.

use std::hint::black_box;

use criterion::Criterion;
use healpix_benches::{Sides, config, is_test, positions, star};
use healpix_core::region::{Cone, Interior, Polygon, Region, Zone};
use healpix_core::{LonLat, PointIndex, Result};

fn main() -> Result<()> {
    let mut criterion = config(10);
    let (lon, lat) = positions(if is_test() { 10_000 } else { 1_000_000 }, 60);
    let index = PointIndex::from_slices(&lon, &lat)?;
    let places: Vec<LonLat> = lon.iter().zip(&lat).map(|(lon, lat)| LonLat::new(*lon, *lat)).collect::<Result<_>>()?;

    let center = LonLat::from_degrees(63.0, 26.0)?;
    let deg = f64::to_radians;
    let tips = star(50, (center.lon(), center.lat()), deg(5.0), deg(2.0));
    region(&mut criterion, "cone 1 deg", &index, &places, &Cone::new(center, deg(1.0))?)?;
    region(&mut criterion, "cone 60 deg", &index, &places, &Cone::new(center, deg(60.0))?)?;
    region(&mut criterion, "zone 20 x 10 deg", &index, &places, &Zone::from_degrees(63.0, 26.0, 83.0, 36.0)?)?;
    let polygon = Polygon::from_slices(&tips.0, &tips.1, Interior::SmallerArea)?;
    region(&mut criterion, "polygon 50 star", &index, &places, &polygon)?;
    criterion.final_summary();
    Ok(())
}

fn region(
    criterion: &mut Criterion,
    name: &str,
    index: &PointIndex,
    places: &[LonLat],
    region: &impl Region,
) -> Result<()> {
    let brute = || {
        let rows = places.iter().zip(0..).filter(|(at, _)| region.contains(**at)).map(|(_, row)| row);
        rows.collect::<Vec<u32>>()
    };
    if is_test() {
        assert_eq!(index.region(region)?, brute(), "{name}");
    }
    Sides::new(criterion, &format!("index region {name} of 1M uniform"), 1)
        .side("brute", || drop(black_box(brute())))
        .side("core", || index.region(region));
    Ok(())
}
