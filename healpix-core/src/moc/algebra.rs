//! Union, intersection, difference, symmetric difference, complement; subsets.

use alloc::alloc::{Layout, handle_alloc_error};
use alloc::vec::Vec;
use core::ops::{BitAnd, BitOr, BitXor, Not, Sub};

use super::merge::{self, Operation, make_room};
use super::range::CellRange;
use super::set::Moc;
use super::side::extend_between;
use crate::error::{Error, Result};
use crate::grid::Depth;

impl Moc {
    /// The cells that are in either MOC; also `&a | &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let a = Moc::from_cells(Depth::ZERO, &[1, 2])?;
    /// let b = Moc::from_cells(Depth::ZERO, &[2, 3])?;
    /// assert_eq!(a.union(&b)?.flat().collect::<Vec<u64>>(), [1, 2, 3]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn union(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, merge::union)
    }

    /// The cells that are in both MOCs; also `&a & &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let a = Moc::from_cells(Depth::ZERO, &[1, 2])?;
    /// let b = Moc::from_cells(Depth::ZERO, &[2, 3])?;
    /// assert_eq!(a.intersection(&b)?.flat().collect::<Vec<u64>>(), [2]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn intersection(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, merge::intersection)
    }

    /// The cells that are in this MOC and not in the other; also `&a - &b`. The depth is that of the
    /// deeper one.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let a = Moc::from_cells(Depth::ZERO, &[1, 2])?;
    /// let b = Moc::from_cells(Depth::ZERO, &[2, 3])?;
    /// assert_eq!(a.difference(&b)?.flat().collect::<Vec<u64>>(), [1]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn difference(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, merge::difference)
    }

    /// The cells that are in one of the MOCs and not in both; also `&a ^ &b`. The depth is that of the
    /// deeper one.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let a = Moc::from_cells(Depth::ZERO, &[1, 2])?;
    /// let b = Moc::from_cells(Depth::ZERO, &[2, 3])?;
    /// assert_eq!(a.symmetric_difference(&b)?.flat().collect::<Vec<u64>>(), [1, 3]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn symmetric_difference(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, merge::symmetric_difference)
    }

    /// The cells that are not in this MOC; also `!&a`.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[0, 1, 2, 3, 8, 9, 10, 11])?;
    /// assert_eq!(moc.complement()?.flat().collect::<Vec<u64>>(), [4, 5, 6, 7]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn complement(&self) -> Result<Moc> {
        let mut gaps = Vec::new();
        put_gaps(self.ranges(), &mut gaps)?;
        Ok(Self::from_normal_ranges(self.depth(), gaps))
    }

    fn combined(&self, other: &Moc, operation: Operation) -> Result<Moc> {
        let depth = self.depth().max(other.depth());
        Ok(Self::from_normal_ranges(depth, merge::new(self.ranges(), other.ranges(), operation)?))
    }

    /// Whether every cell of this MOC is in the other.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let few = Moc::from_cells(Depth::new(1)?, &[4, 9])?;
    /// let many = Moc::from_cells(Depth::ZERO, &[1, 2])?;
    /// assert!(few.is_subset(&many) && !many.is_subset(&few));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_subset(&self, other: &Moc) -> bool {
        each_with_first_behind(self.ranges(), other.ranges(), |own, found| {
            found.is_some_and(|found| found.start <= own.start && own.end <= found.end)
        })
    }

    /// Whether every cell of the other MOC is in this one.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let few = Moc::from_cells(Depth::new(1)?, &[4, 9])?;
    /// assert!(few.is_superset(&Moc::empty(Depth::ZERO)));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_superset(&self, other: &Moc) -> bool {
        other.is_subset(self)
    }

    /// Whether no cell is in both MOCs.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[4, 9])?;
    /// assert!(moc.is_disjoint(&!&moc));
    /// assert!(!moc.is_disjoint(&Moc::from_cells(Depth::ZERO, &[2])?));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_disjoint(&self, other: &Moc) -> bool {
        // Of the two, go through the one with fewer ranges.
        let (few, many) = if self.ranges().len() <= other.ranges().len() { (self, other) } else { (other, self) };
        each_with_first_behind(few.ranges(), many.ranges(), |own, found| {
            found.is_none_or(|found| own.end <= found.start)
        })
    }
}

/// Replaces what is in a list by the gaps between ranges.
pub(super) fn put_gaps(ranges: &[CellRange], gaps: &mut Vec<CellRange>) -> Result<()> {
    let sky = Depth::MAX.n_cells();
    make_room(gaps, ranges.len() + 1)?;
    let start = ranges.first().map_or(sky, |first| first.start);
    if start > 0 {
        gaps.push(CellRange { start: 0, end: start });
    }
    extend_between(ranges, gaps);
    if let Some(last) = ranges.last().filter(|last| last.end < sky) {
        gaps.push(CellRange { start: last.end, end: sky });
    }
    Ok(())
}

/// Whether something holds for each range together with the first range of `others` that ends behind
/// its start. The others are passed in steps that double, so few ranges are quick against many.
fn each_with_first_behind(
    ranges: &[CellRange],
    others: &[CellRange],
    holds: impl Fn(CellRange, Option<CellRange>) -> bool,
) -> bool {
    let mut rest = others;
    ranges.iter().all(|own| {
        let mut step = 1;
        while rest.get(step).is_some_and(|other| other.end <= own.start) {
            rest = rest.get(step..).unwrap_or(&[]);
            step *= 2;
        }
        let near = rest.get(..step).unwrap_or(rest);
        rest = rest.get(near.partition_point(|other| other.end <= own.start)..).unwrap_or(&[]);
        holds(*own, rest.first().copied())
    })
}

/// What an operator does without memory: the same as a `Vec` that cannot grow.
fn or_abort(answer: Result<Moc>) -> Moc {
    answer.unwrap_or_else(|error| {
        let elements = if let Error::OutOfMemory { elements } = error { elements as usize } else { 1 };
        handle_alloc_error(Layout::array::<CellRange>(elements).unwrap_or(Layout::new::<CellRange>()))
    })
}

macro_rules! operator {
    ($operator:ident, $name:ident, $method:ident, $symbol:literal, $what:literal) => {
        #[doc = concat!("`&a ", $symbol, " &b` is [`Moc::", stringify!($method), "`]: the cells in ", $what, ".")]
        impl $operator for &Moc {
            type Output = Moc;

            #[doc = concat!("The cells in ", $what, ". Aborts where the memory does not suffice.")]
            fn $name(self, other: &Moc) -> Moc {
                or_abort(self.$method(other))
            }
        }
    };
}

operator!(BitOr, bitor, union, "|", "either MOC");
operator!(BitAnd, bitand, intersection, "&", "both MOCs");
operator!(Sub, sub, difference, "-", "the first MOC and not in the second");
operator!(BitXor, bitxor, symmetric_difference, "^", "one MOC and not in both");

/// `!&a` is [`Moc::complement`]: the cells that are not in the MOC.
impl Not for &Moc {
    type Output = Moc;

    /// The cells that are not in the MOC. Aborts where the memory does not suffice.
    fn not(self) -> Moc {
        or_abort(self.complement())
    }
}
