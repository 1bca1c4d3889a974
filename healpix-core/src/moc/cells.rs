//! A MOC as cells.

use alloc::vec::Vec;
use core::iter::FusedIterator;
use core::slice;

use super::range::CellRange;
use super::set::{Moc, shift_of};
use crate::error::Result;
use crate::grid::{Cell, Depth};
use crate::nested;
use crate::room::reserved;

impl Moc {
    /// The largest cells it is made of: cells of many depths, none of which can be joined with its
    /// siblings, in the order in which they lie on the nested curve.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(2)?, &[15, 16, 17, 18, 19, 20])?;
    /// let cells: Vec<_> = moc.cells().map(|cell| (cell.depth().get(), cell.index())).collect();
    /// assert_eq!(cells, [(2, 15), (1, 4), (2, 20)]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn cells(&self) -> Cells<'_> {
        Cells { rest: CellRange { start: 0, end: 0 }, ranges: self.ranges().iter() }
    }

    /// The numbers of its cells at its depth, sorted.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_uniq(Depth::new(1)?, &[4 + 2, 16 + 1])?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [1, 8, 9, 10, 11]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn flat(&self) -> FlatCells<'_> {
        let left = self.n_cells();
        FlatCells { next: 0, end: 0, left, shift: shift_of(self.depth()), ranges: self.ranges().iter() }
    }

    /// The IVOA uniq numbers of [`Moc::cells`], sorted: by depth, then by cell.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[3, 4, 5, 6, 7])?;
    /// assert_eq!(moc.to_uniq()?, [4 + 1, 16 + 3]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn to_uniq(&self) -> Result<Vec<u64>> {
        // Within a depth they come sorted: count, then put each in its place.
        let mut places = [0usize; Depth::MAX.get() as usize + 1];
        for cell in self.cells() {
            places[usize::from(cell.depth().get())] += 1;
        }
        let mut len = 0;
        for place in &mut places {
            (*place, len) = (len, len + *place);
        }
        let mut uniq = reserved(len)?;
        uniq.resize(len, 0);
        for cell in self.cells() {
            let place = &mut places[usize::from(cell.depth().get())];
            uniq[*place] = nested::to_uniq(cell);
            *place += 1;
        }
        Ok(uniq)
    }
}

/// The largest cells a MOC is made of; from [`Moc::cells`].
#[derive(Debug, Clone)]
pub struct Cells<'a> {
    /// What is left of the current range.
    rest: CellRange,
    ranges: slice::Iter<'a, CellRange>,
}

impl Cells<'_> {
    /// The next cell and the range of cells of depth 29 that it is.
    #[inline]
    pub(super) fn next_range(&mut self) -> Option<(Cell, CellRange)> {
        if self.rest.is_empty() {
            self.rest = *self.ranges.next()?;
        }
        let CellRange { start, end } = self.rest;
        // A cell of 4^k cells of depth 29 begins at a multiple of that and fits.
        let aligned = start.trailing_zeros().min(2 * u32::from(Depth::MAX.get()));
        let fits = (end - start).ilog2();
        let shift = aligned.min(fits) & !1;
        self.rest.start = start + (1 << shift);
        let depth = Depth::trusted(Depth::MAX.get() - (shift / 2) as u8);
        Some((Cell::trusted(depth, start >> shift), CellRange { start, end: self.rest.start }))
    }
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    #[inline]
    fn next(&mut self) -> Option<Cell> {
        self.next_range().map(|(cell, _)| cell)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let ranges = self.ranges.len() + usize::from(!self.rest.is_empty());
        // At most three cells a depth on the way up and as many on the way down, 12 at the top.
        (ranges, ranges.checked_mul(6 * usize::from(Depth::MAX.get()) + 12))
    }
}

impl FusedIterator for Cells<'_> {}

/// The numbers of the cells of a MOC at its depth; from [`Moc::flat`].
#[derive(Debug, Clone)]
pub struct FlatCells<'a> {
    next: u64,
    end: u64,
    left: u64,
    shift: u32,
    ranges: slice::Iter<'a, CellRange>,
}

impl Iterator for FlatCells<'_> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.next == self.end {
            let range = self.ranges.next()?;
            (self.next, self.end) = (range.start >> self.shift, range.end >> self.shift);
        }
        let cell = self.next;
        self.next += 1;
        self.left -= 1;
        Some(cell)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        usize::try_from(self.left).map_or((usize::MAX, None), |left| (left, Some(left)))
    }

    /// Passes whole ranges at once.
    fn nth(&mut self, n: usize) -> Option<u64> {
        let mut skip = n as u64;
        if skip >= self.left {
            *self = Self { next: 0, end: 0, left: 0, shift: self.shift, ranges: [].iter() };
            return None;
        }
        while skip >= self.end - self.next {
            let passed = self.end - self.next;
            (skip, self.left) = (skip - passed, self.left - passed);
            let range = self.ranges.next()?;
            (self.next, self.end) = (range.start >> self.shift, range.end >> self.shift);
        }
        (self.next, self.left) = (self.next + skip, self.left - skip);
        self.next()
    }
}

impl FusedIterator for FlatCells<'_> {}
