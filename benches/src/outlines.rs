//! Outlines of regions, the same for us and for the peer.

use core::f64::consts::TAU;

use crate::inputs::{Random, Sky};

/// `n` corners at the same distance from a centre, all in radians.
#[must_use]
pub fn regular(n: usize, center: (f64, f64), radius: f64) -> Sky {
    outline(center, &vec![radius; n])
}

/// A star of `n` vertices, `n` even: its tips at one distance from the centre, its notches at another.
#[must_use]
pub fn star(n: usize, center: (f64, f64), tip: f64, notch: f64) -> Sky {
    outline(center, &(0..n).map(|k| if k % 2 == 0 { tip } else { notch }).collect::<Vec<_>>())
}

/// A coast of `n` vertices around a centre: a circle whose radius is displaced at the middle of each part of it, at
/// random and by less the shorter the part. It has one radius for each bearing, so it never crosses itself.
#[must_use]
pub fn coast(n: usize, center: (f64, f64), radius: f64, seed: u64) -> Sky {
    let mut radii = vec![radius; n + 1];
    let mut random = Random::new(seed);
    let mut parts = vec![(0, n)];
    while let Some((start, end)) = parts.pop() {
        if end - start < 2 {
            continue;
        }
        let middle = usize::midpoint(start, end);
        let rough = 0.6 * radius * ((end - start) as f64 / n as f64).powf(0.8);
        let moved = 0.5 * (radii[start] + radii[end]) + rough * (2.0 * random.unit() - 1.0);
        radii[middle] = moved.clamp(0.2 * radius, 2.0 * radius);
        parts.extend([(start, middle), (middle, end)]);
    }
    radii.truncate(n);
    outline(center, &radii)
}

/// Vertices at equal steps of bearing, from north through west.
fn outline((lon, lat): (f64, f64), radii: &[f64]) -> Sky {
    let step = TAU / radii.len() as f64;
    let at = |(k, radius): (usize, &f64)| {
        let bearing = -(k as f64 + 0.3) * step;
        let sin = lat.sin() * radius.cos() + lat.cos() * radius.sin() * bearing.cos();
        let (east, front) = (bearing.sin() * radius.sin() * lat.cos(), radius.cos() - lat.sin() * sin);
        ((lon + east.atan2(front)).rem_euclid(TAU), sin.clamp(-1.0, 1.0).asin())
    };
    radii.iter().enumerate().map(at).unzip()
}
