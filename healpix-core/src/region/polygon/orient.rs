//! On which side of a great circle a point is, without error.
//!
//! Points are snapped to multiples of 2^-62, far below the rounding of a double near 1, and then are exactly what
//! they are: both as doubles and as integers. The sign of a determinant is taken from doubles where their error bound
//! allows, and from integers of 192 bits otherwise. Ties are broken by moving all reference points (never the
//! vertices) by the same infinitesimal vector (ε, ε², ε³), "simulation of simplicity" (Edelsbrunner & Mücke 1990): so every
//! reference point is off every edge, and whether a path between two of them crosses an edge has one answer.

use crate::sphere::Vec3;

const UNITS: f64 = 4611686018427387904.0; // 2^62

/// The nearest multiples of 2^-62, towards zero; components up to 1.
#[inline]
pub(super) fn snap(v: Vec3) -> Vec3 {
    let snap = |x: f64| ((x * UNITS) as i64) as f64 * (1.0 / UNITS);
    Vec3::new(snap(v.x), snap(v.y), snap(v.z))
}

/// Whether a reference point is at the left of the great circle from `a` to `b`.
#[inline(always)]
pub(super) fn is_left(a: Vec3, along: Vec3, b: Vec3, p: Vec3) -> bool {
    // a·(b × p) = (a × (b - a))·(p - a): with the differences, small distances keep their digits.
    let to = p - a;
    let det = a.cross(along).dot(to);
    if det * det > ERROR * along.norm2() * to.norm2() { det > 0.0 } else { is_left_exact(a, b, p) }
}

/// Bound of the error of the determinant, squared, for differences of length 1: 16 roundings.
const ERROR: f64 = 3.2e-30;

#[cold]
#[inline(never)]
fn is_left_exact(a: Vec3, b: Vec3, p: Vec3) -> bool {
    let (a, b, p) = (integers(a), integers(b), integers(p));
    let normal = cross(a, b);
    sign(det(normal, p)).or_else(|| first_sign(normal)).unwrap_or(true)
}

/// Whether a vertex is at the left of the path from reference point `p` to `q`.
#[inline(always)]
pub(super) fn is_left_of_path(p: Vec3, q: Vec3, a: Vec3) -> bool {
    let (along, to) = (q - p, a - p);
    let det = p.cross(along).dot(to);
    if det * det > ERROR * along.norm2() * to.norm2() { det > 0.0 } else { is_left_of_path_exact(p, q, a) }
}

#[cold]
#[inline(never)]
fn is_left_of_path_exact(p: Vec3, q: Vec3, a: Vec3) -> bool {
    let (p, q, a) = (integers(p), integers(q), integers(a));
    // Moving p and q by e adds e·((q - p) × a).
    let ([px, py, pz], [qx, qy, qz]) = (cross(p, a), cross(q, a));
    let moved = [qx - px, qy - py, qz - pz];
    sign(det(cross(p, q), a)).or_else(|| first_sign(moved)).unwrap_or(true)
}

/// Whether the way from `p` to `q` and the edge from `a` to `b` cross, none of them half a turn or more.
#[inline(always)]
pub(super) fn crosses(a: Vec3, along: Vec3, b: Vec3, p: Vec3, q: Vec3) -> bool {
    let (left_p, left_q) = (is_left(a, along, b, p), is_left(a, along, b, q));
    // Coming from the left of the edge, its end is at the left and its start at the right. The other way round it is
    // the opposite of the edge, on the other side of the sphere, that is crossed.
    left_p != left_q && is_left_of_path(p, q, b) == left_p && is_left_of_path(p, q, a) == left_q
}

/// The sign of the determinant of three vertices, 0 where they lie on one great circle.
pub(super) fn turn(a: Vec3, b: Vec3, c: Vec3) -> i32 {
    let (along, to) = (b - a, c - a);
    let value = a.cross(along).dot(to);
    if value * value > ERROR * along.norm2() * to.norm2() {
        return if value > 0.0 { 1 } else { -1 };
    }
    match sign(det(cross(integers(a), integers(b)), integers(c))) {
        Some(true) => 1,
        Some(false) => -1,
        None => 0,
    }
}

/// A snapped vector in units of 2^-62.
fn integers(v: Vec3) -> [i64; 3] {
    [v.x, v.y, v.z].map(|x| (x * UNITS) as i64)
}

/// Components below 2^125.
fn cross(a: [i64; 3], b: [i64; 3]) -> [i128; 3] {
    let minor = |i: usize, j: usize| i128::from(a[i]) * i128::from(b[j]) - i128::from(a[j]) * i128::from(b[i]);
    [minor(1, 2), minor(2, 0), minor(0, 1)]
}

/// A number of 192 bits, `high · 2^64 + low`.
fn det(normal: [i128; 3], p: [i64; 3]) -> (i128, u64) {
    let (mut high, mut low) = (0i128, 0u128);
    for (m, c) in normal.into_iter().zip(p) {
        let c = i128::from(c);
        let below = (m & i128::from(u64::MAX)) * c;
        high += (m >> 64) * c + (below >> 64);
        low += u128::from(below as u64);
    }
    (high + (low >> 64) as i128, low as u64)
}

fn sign((high, low): (i128, u64)) -> Option<bool> {
    match (high, low) {
        (0, 0) => None,
        (high, _) => Some(high >= 0),
    }
}

fn first_sign(v: [i128; 3]) -> Option<bool> {
    v.into_iter().find(|c| *c != 0).map(|c| c > 0)
}

#[cfg(test)]
#[path = "orient_tests.rs"]
mod tests;
