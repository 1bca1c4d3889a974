//! Credible regions: where on the sky most of a probability is.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::build::range_of;
use super::range::CellRange;
use super::set::Moc;
use crate::batch::run::{fits, run};
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::nested;
use crate::room::reserved;

impl Moc {
    /// The smallest set of cells of a multi-order map that holds a part of its total probability: the
    /// credible region, as of a gravitational-wave sky map.
    ///
    /// `uniq` are the cells of the map as IVOA uniq numbers, none of which may overlap another, in any
    /// order; `density` is the probability per steradian in each, of any scale: only ratios count.
    /// Cells are taken by decreasing density, equal ones in the order of the nested curve, until their
    /// probability first reaches `level` times the total. The last cell taken is taken whole. `level`
    /// 0 gives no cell, 1 gives all cells with a density above 0. The depth is that of the deepest
    /// cell of the map, 0 for no cells.
    ///
    /// Sums are compensated (Neumaier 1974) and do not depend on the order of the input.
    ///
    /// # Errors
    /// [`Error::Level`] unless `0 <= level <= 1`; [`Error::Length`] where the slices differ in length;
    /// [`Error::Elements`] with [`Error::Uniq`] for a number that is no uniq, or with
    /// [`Error::Probability`] for a density that is negative or not finite; [`Error::Overlap`] for two
    /// cells of which one contains the other; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let uniq = [4, 5, 16 + 8]; // two base cells, and a quarter of base cell 2
    /// let moc = Moc::credible_region(&uniq, &[1.0, 2.0, 4.0], 0.7)?; // they hold 1, 2 and 1 parts of 4
    /// assert_eq!(moc.to_uniq()?, [5, 16 + 8]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn credible_region(uniq: &[u64], density: &[f64], level: f64) -> Result<Moc> {
        fits("density", density.len(), uniq.len())?;
        region(uniq, density, level, Per::Steradian)
    }

    /// [`Moc::credible_region`] of a map that has the probability in each cell and not its density.
    ///
    /// # Errors
    /// As [`Moc::credible_region`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::credible_region_of_probabilities(&[4, 5, 16 + 8], &[0.25, 0.5, 0.25], 0.7)?;
    /// assert_eq!(moc.to_uniq()?, [5, 16 + 8]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn credible_region_of_probabilities(uniq: &[u64], probability: &[f64], level: f64) -> Result<Moc> {
        fits("probability", probability.len(), uniq.len())?;
        region(uniq, probability, level, Per::Cell)
    }
}

/// What the values of a map are.
#[derive(Clone, Copy, PartialEq)]
enum Per {
    Steradian,
    Cell,
}

/// A cell of the map.
#[derive(Clone, Copy)]
struct Pixel {
    range: CellRange,
    uniq: u64,
    /// The order of the densities, 0 for none.
    rank: u64,
    /// Probability, of any scale.
    mass: f64,
}

fn region(uniq: &[u64], values: &[f64], level: f64, per: Per) -> Result<Moc> {
    // Written so that NaN fails too.
    if !(0.0..=1.0).contains(&level) {
        return Err(Error::Level { value: level });
    }
    let (mut pixels, depth) = pixels(uniq, values, per)?;
    check_overlap(&mut pixels)?;
    pixels.retain(|pixel| pixel.rank > 0);
    pixels.sort_unstable_by_key(|pixel| (Reverse(pixel.rank), pixel.range.start));
    let n = taken(&pixels, level);
    let mut ranges = reserved(n)?;
    ranges.extend(pixels.iter().take(n).map(|pixel| pixel.range));
    Moc::from_any_ranges(depth, ranges)
}

/// The cells of the map and the depth of the deepest.
fn pixels(uniq: &[u64], values: &[f64], per: Per) -> Result<(Vec<Pixel>, Depth)> {
    let scale = scale(values.iter().fold(0.0, |max, value| value.max(max)));
    let mut pixels = reserved(uniq.len())?;
    let mut deepest = Depth::ZERO;
    run(uniq.len(), |k| {
        let (cell, value) = (nested::from_uniq(uniq[k])?, values[k]);
        if !(0.0..=f64::MAX).contains(&value) {
            return Err(Error::Probability { value });
        }
        let levels = 2 * cell.depth().get();
        let (rank, mass) = match per {
            Per::Steradian => (rank(value, 0), value * scale / (1u64 << levels) as f64),
            Per::Cell => (rank(value, levels), value * scale),
        };
        deepest = deepest.max(cell.depth());
        pixels.push(Pixel { range: range_of(cell), uniq: uniq[k], rank, mass });
        Ok(())
    })?;
    Ok((pixels, deepest))
}

/// A power of two that brings values up to `max` to where sums neither overflow nor lose digits.
fn scale(max: f64) -> f64 {
    // 2^500 and 2^-500.
    let (up, down) = (f64::from_bits((1023 + 500) << 52), f64::from_bits((1023 - 500) << 52));
    if max > up {
        down
    } else if max < down {
        up
    } else {
        1.0
    }
}

/// A number that orders as `value · 2^levels` does, for values from 0 on. The bits of doubles order as
/// they do; a power of two adds to their exponent, which gets one bit more here.
fn rank(value: f64, levels: u8) -> u64 {
    // 2^64, which makes any value normal, for an exponent 64 larger.
    const UP: f64 = 18446744073709551616.0;
    if value == 0.0 {
        0
    } else if value < f64::MIN_POSITIVE {
        (value * UP).to_bits() + (u64::from(levels) << 52)
    } else {
        value.to_bits() + ((64 + u64::from(levels)) << 52)
    }
}

/// That no cell of the map contains another.
fn check_overlap(pixels: &mut [Pixel]) -> Result<()> {
    let place = |pixel: &Pixel| (pixel.range.start, Reverse(pixel.range.end));
    if !pixels.is_sorted_by_key(place) {
        pixels.sort_unstable_by_key(place);
    }
    let overlap = pixels.windows(2).find(|pair| pair[0].range.end > pair[1].range.start);
    overlap.map_or(Ok(()), |pair| Err(Error::Overlap { first: pair[0].uniq, second: pair[1].uniq }))
}

/// How many cells of positive density it takes to reach the level.
fn taken(pixels: &[Pixel], level: f64) -> usize {
    if level == 1.0 {
        return pixels.len();
    }
    let mut total = Sum::default();
    pixels.iter().for_each(|pixel| total.add(pixel.mass));
    let wanted = level * total.value();
    let mut sum = Sum::default();
    let mut reached = |pixel: &Pixel| {
        let short = sum.value() < wanted;
        sum.add(pixel.mass);
        short
    };
    pixels.iter().take_while(|pixel| reached(pixel)).count()
}

/// A sum that keeps what rounding takes away (Neumaier 1974, ZAMM 54, 39), of numbers from 0 on.
#[derive(Default)]
struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        let (large, small) = if self.sum >= value { (self.sum, value) } else { (value, self.sum) };
        self.lost += (large - sum) + small;
        self.sum = sum;
    }

    fn value(&self) -> f64 {
        self.sum + self.lost
    }
}
