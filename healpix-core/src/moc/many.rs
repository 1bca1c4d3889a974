//! Union and intersection of any number of MOCs.

use alloc::vec::Vec;
use core::mem::swap;

use super::merge;
use super::normal::{copied, normalize, trim};
use super::range::CellRange;
use super::set::Moc;
use crate::error::Result;
use crate::grid::Depth;
use crate::room::reserve;

impl Moc {
    /// The cells that are in at least one of the MOCs, at the depth of the deepest; without any MOC,
    /// none at depth 0.
    ///
    /// Large MOCs are joined two by two, so that each range is touched once per doubling of their
    /// number; small ones are sorted together first.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let mocs = [1, 5, 7].map(|cell| Moc::from_cells(Depth::ZERO, &[cell]));
    /// let all = Moc::union_all(mocs.iter().flatten())?;
    /// assert_eq!(all.flat().collect::<Vec<u64>>(), [1, 5, 7]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn union_all<'a>(mocs: impl IntoIterator<Item = &'a Moc>) -> Result<Moc> {
        let mut depth = Depth::ZERO;
        let mut tree = Tree::default();
        for moc in mocs {
            depth = depth.max(moc.depth());
            tree.add(moc.ranges())?;
        }
        Ok(Self::from_normal_ranges(depth, tree.finish()?))
    }

    /// The cells that are in every one of the MOCs, at the depth of the deepest; without any MOC, the
    /// whole sky at depth 0.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let mocs = [[1, 5], [5, 7]].map(|cells| Moc::from_cells(Depth::ZERO, &cells));
    /// let common = Moc::intersection_all(mocs.iter().flatten())?;
    /// assert_eq!(common.flat().collect::<Vec<u64>>(), [5]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn intersection_all<'a>(mocs: impl IntoIterator<Item = &'a Moc>) -> Result<Moc> {
        let mut mocs = mocs.into_iter();
        let Some(first) = mocs.next() else { return Ok(Self::all_sky(Depth::ZERO)) };
        let mut depth = first.depth();
        let (mut left, mut next) = (copied(first.ranges())?, Vec::new());
        for moc in mocs {
            depth = depth.max(moc.depth());
            // Where nothing is left only the depths still count.
            if !left.is_empty() {
                merge::intersection(&left, moc.ranges(), &mut next)?;
                swap(&mut left, &mut next);
            }
        }
        trim(&mut left);
        Ok(Self::from_normal_ranges(depth, left))
    }
}

/// Up to this many ranges a MOC is sorted in with others.
const SMALL: usize = 1 << 12;
/// Ranges that are sorted at once: they fit into the cache.
const SORTED: usize = 1 << 16;

/// Unions of 2, 4, 8, ... MOCs, like the digits of a number that counts them. So sets of like size are
/// joined. Many small MOCs are first made one by sorting all of their ranges.
#[derive(Default)]
struct Tree<'a> {
    /// Ranges of small MOCs.
    small: Vec<CellRange>,
    /// A MOC that waits for the second of its pair.
    single: Option<&'a [CellRange]>,
    /// At `k`, nothing or the union of `2^(k + 1)` MOCs.
    unions: Vec<Option<Vec<CellRange>>>,
}

impl<'a> Tree<'a> {
    fn add(&mut self, ranges: &'a [CellRange]) -> Result<()> {
        if ranges.len() <= SMALL {
            reserve(&mut self.small, ranges.len())?;
            self.small.extend_from_slice(ranges);
            return if self.small.len() >= SORTED { self.add_small() } else { Ok(()) };
        }
        match self.single.take() {
            Some(single) => self.carry(merge::new(single, ranges, merge::union)?),
            None => {
                self.single = Some(ranges);
                Ok(())
            }
        }
    }

    /// Sorts the ranges of small MOCs and counts them as one.
    fn add_small(&mut self) -> Result<()> {
        let mut small = core::mem::take(&mut self.small);
        normalize(&mut small)?;
        self.carry(small)
    }

    /// Adds one to the digits.
    fn carry(&mut self, mut carry: Vec<CellRange>) -> Result<()> {
        for digit in &mut self.unions {
            match digit.take() {
                Some(union) => carry = merge::new(&union, &carry, merge::union)?,
                None => {
                    *digit = Some(carry);
                    return Ok(());
                }
            }
        }
        reserve(&mut self.unions, 1)?;
        self.unions.push(Some(carry));
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<CellRange>> {
        normalize(&mut self.small)?;
        let mut all = match self.single {
            Some(single) => merge::new(single, &self.small, merge::union)?,
            None => self.small,
        };
        for union in self.unions.into_iter().flatten() {
            all = merge::new(&union, &all, merge::union)?;
        }
        Ok(all)
    }
}
