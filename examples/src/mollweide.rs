//! The Mollweide projection of a sphere onto the ellipse |x| <= 2, |y| <= 1: equal areas stay equal.
//!
//! Longitudes count from the middle of the map. Here x grows with longitude; a map of the sky,
//! which is seen from inside, draws -x.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, PI};

/// Projects a longitude in [-pi, pi] and a latitude in [-pi/2, pi/2], in radians.
///
/// The auxiliary angle theta solves 2 theta + sin 2 theta = pi sin lat. It is found by Newton's
/// method on psi = pi - 2 |theta|, psi - sin psi = pi (1 - sin |lat|), which stays accurate at the poles.
pub fn forward(lon: f64, lat: f64) -> (f64, f64) {
    let half_colatitude = (FRAC_PI_2 - lat.abs()) / 2.0;
    let target = 2.0 * PI * half_colatitude.sin().powi(2);
    // psi - sin psi <= psi^3 / 6: the start lies below the root, and the function is convex.
    let mut psi = (6.0 * target).cbrt();
    for _ in 0..20 {
        let slope = 1.0 - psi.cos();
        if slope <= 0.0 {
            break;
        }
        let step = (psi - psi.sin() - target) / slope;
        psi -= step;
        if step.abs() <= 1e-15 * psi {
            break;
        }
    }
    let x = FRAC_2_PI * lon * (psi / 2.0).sin();
    (x, (psi / 2.0).cos().copysign(lat))
}

/// The longitude in [-pi, pi] and latitude, in radians, drawn at (x, y); `None` outside the ellipse.
pub fn inverse(x: f64, y: f64) -> Option<(f64, f64)> {
    let parallel = Parallel::at(y)?;
    Some((parallel.longitude(x)?, parallel.lat))
}

/// A circle of latitude, which the projection draws as a straight line: inverts a row of points at once.
#[derive(Debug, Clone, Copy)]
pub struct Parallel {
    /// Its latitude in radians.
    pub lat: f64,
    half_width: f64,
}

impl Parallel {
    /// The one drawn at y; `None` outside [-1, 1].
    pub fn at(y: f64) -> Option<Self> {
        if !(-1.0..=1.0).contains(&y) {
            return None;
        }
        let theta = y.asin();
        let lat = ((2.0 * theta + (2.0 * theta).sin()) / PI).clamp(-1.0, 1.0).asin();
        Some(Self { lat, half_width: 2.0 * ((1.0 - y) * (1.0 + y)).sqrt() })
    }

    /// The longitude in [-pi, pi] drawn at x; `None` beyond the ends of the line.
    pub fn longitude(&self, x: f64) -> Option<f64> {
        let inside = x.abs() <= self.half_width;
        // At the poles the line is a point.
        inside.then(|| if self.half_width > 0.0 { PI * (x / self.half_width) } else { 0.0 })
    }
}

#[cfg(test)]
#[path = "mollweide_tests.rs"]
mod tests;
