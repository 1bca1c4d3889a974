//! Finding the closest pairs: the index matched with itself.

use std::f64::consts::PI;

use healpix_safe::{CrossMatch, Pair, PointIndex, Result};

/// The `count` closest pairs of different stars, closest first.
///
/// The radius that holds that many pairs is not known beforehand. It starts where stars scattered
/// evenly over the sky would have `count` pairs, and doubles until there are enough.
pub fn closest_pairs(index: &PointIndex, count: usize) -> Result<Vec<Pair>> {
    let stars = index.len() as f64;
    if count == 0 || stars < 2.0 {
        return Ok(Vec::new());
    }
    let mut radius = ((8.0 * count as f64).sqrt() / stars).min(PI);
    loop {
        let matches = index.cross_match(index, radius, CrossMatch::All)?;
        // Each star matches itself, and each pair is found from both ends.
        let mut pairs: Vec<Pair> = matches.iter().filter(|pair| pair.left < pair.right).copied().collect();
        if pairs.len() >= count || radius >= PI {
            pairs.sort_by(|a, b| a.distance.total_cmp(&b.distance).then((a.left, a.right).cmp(&(b.left, b.right))));
            pairs.truncate(count);
            return Ok(pairs);
        }
        radius = (radius * 2.0).min(PI);
    }
}
