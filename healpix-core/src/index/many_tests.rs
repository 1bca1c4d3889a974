use alloc::vec::Vec;

use crate::error::Error;
use crate::index::PointIndex;
use crate::sphere::{AngleUnit, LonLat};

const DEG: AngleUnit = AngleUnit::Degrees;

/// Positions all over the sphere.
fn places(n: u32, step: f64) -> (Vec<f64>, Vec<f64>) {
    (0..n).map(|k| (f64::from(k) * step % 360.0, f64::from(k) * 0.618_034 % 1.0 * 180.0 - 90.0)).unzip()
}

#[test]
fn many_positions_get_the_answers_of_single_ones() {
    let (lon, lat) = places(2000, 137.508);
    let index = PointIndex::from_slices_deg(&lon, &lat).expect("positions");
    let (lon, lat) = places(500, 77.3);
    let radius: Vec<f64> = (0..500).map(|k| f64::from(k % 10)).collect();
    let nearest = index.nearest_many(&lon, &lat, DEG, 3).expect("positions");
    let within = index.within_many(&lon, &lat, &radius, DEG).expect("discs");
    assert_eq!((nearest.len(), within.len(), nearest.matches().len()), (500, 500, 1500));
    for k in 0..lon.len() {
        let at = LonLat::from_degrees(lon[k], lat[k]).expect("a position");
        assert_eq!(nearest.get(k), Some(&index.nearest(at, 3).expect("rows")[..]));
        assert_eq!(within.get(k), Some(&index.within(at, radius[k].to_radians()).expect("rows")[..]));
    }
    assert!(nearest.get(500).is_none());

    #[cfg(feature = "parallel")]
    {
        let threads =
            |work: &(dyn Fn() -> super::MatchLists + Sync)| crate::threads::with_count(3, work).expect("threads");
        assert_eq!(threads(&|| index.nearest_many(&lon, &lat, DEG, 3).expect("positions")), nearest);
        assert_eq!(threads(&|| index.within_many(&lon, &lat, &radius, DEG).expect("discs")), within);
    }
}

#[test]
fn bad_questions_are_refused_with_their_number() {
    let index = PointIndex::from_slices_deg(&[1.0], &[2.0]).expect("a position");
    let error =
        index.within_many(&[1.0, 1.0, 1.0], &[2.0, 2.0, 99.0], &[1.0, 181.0, 1.0], DEG).expect_err("two are bad");
    assert!(matches!(&error, Error::Elements { index: 1, count: 2, len: 3, .. }), "{error}");
    assert_eq!(error.root(), &Error::Radius { value: 181.0, limit: 180.0 });
    assert!(index.nearest_many(&[1.0], &[], DEG, 1).is_err());
    assert!(index.nearest_many(&[], &[], DEG, 1).expect("no position").is_empty());
}
