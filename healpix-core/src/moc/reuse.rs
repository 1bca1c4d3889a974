//! Set algebra into a MOC that is there, so that its memory is used again.

use super::algebra::put_gaps;
use super::merge::{self, Operation};
use super::set::Moc;
use crate::error::Result;

/// A new answer of some megabytes is mostly spent on memory that the system has to clear page by page. In a loop these
/// are two to four times as fast as the functions that make a new MOC.
impl Moc {
    /// [`Moc::union`] into a MOC whose memory is used again; what was in it is lost.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory); `into` is empty then.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let fields = [[1, 2], [2, 3], [7, 8]].map(|cells| Moc::from_cells(Depth::ZERO, &cells));
    /// let (mut all, mut next) = (Moc::empty(Depth::ZERO), Moc::empty(Depth::ZERO));
    /// for field in fields {
    ///     all.union_into(&field?, &mut next)?;
    ///     std::mem::swap(&mut all, &mut next);
    /// }
    /// assert_eq!(all.flat().collect::<Vec<u64>>(), [1, 2, 3, 7, 8]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn union_into(&self, other: &Moc, into: &mut Moc) -> Result<()> {
        self.combined_into(other, into, merge::union)
    }

    /// [`Moc::intersection`] into a MOC whose memory is used again; what was in it is lost.
    ///
    /// # Errors
    /// As [`Moc::union_into`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let (a, b) = (Moc::from_cells(Depth::ZERO, &[1, 2])?, Moc::from_cells(Depth::ZERO, &[2, 3])?);
    /// let mut common = Moc::empty(Depth::ZERO);
    /// a.intersection_into(&b, &mut common)?;
    /// assert_eq!(common, a.intersection(&b)?);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn intersection_into(&self, other: &Moc, into: &mut Moc) -> Result<()> {
        self.combined_into(other, into, merge::intersection)
    }

    /// [`Moc::difference`] into a MOC whose memory is used again; what was in it is lost.
    ///
    /// # Errors
    /// As [`Moc::union_into`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let (a, b) = (Moc::from_cells(Depth::ZERO, &[1, 2])?, Moc::from_cells(Depth::ZERO, &[2, 3])?);
    /// let mut rest = Moc::empty(Depth::ZERO);
    /// a.difference_into(&b, &mut rest)?;
    /// assert_eq!(rest, a.difference(&b)?);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn difference_into(&self, other: &Moc, into: &mut Moc) -> Result<()> {
        self.combined_into(other, into, merge::difference)
    }

    /// [`Moc::symmetric_difference`] into a MOC whose memory is used again; what was in it is lost.
    ///
    /// # Errors
    /// As [`Moc::union_into`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let (a, b) = (Moc::from_cells(Depth::ZERO, &[1, 2])?, Moc::from_cells(Depth::ZERO, &[2, 3])?);
    /// let mut one_only = Moc::empty(Depth::ZERO);
    /// a.symmetric_difference_into(&b, &mut one_only)?;
    /// assert_eq!(one_only, a.symmetric_difference(&b)?);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn symmetric_difference_into(&self, other: &Moc, into: &mut Moc) -> Result<()> {
        self.combined_into(other, into, merge::symmetric_difference)
    }

    /// [`Moc::complement`] into a MOC whose memory is used again; what was in it is lost.
    ///
    /// # Errors
    /// As [`Moc::union_into`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let mut outside = Moc::empty(Depth::ZERO);
    /// Moc::from_cells(Depth::ZERO, &[0, 1, 2, 3, 8, 9, 10, 11])?.complement_into(&mut outside)?;
    /// assert_eq!(outside.flat().collect::<Vec<u64>>(), [4, 5, 6, 7]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn complement_into(&self, into: &mut Moc) -> Result<()> {
        into.refill(self.depth(), |out| put_gaps(self.ranges(), out))
    }

    fn combined_into(&self, other: &Moc, into: &mut Moc, operation: Operation) -> Result<()> {
        into.refill(self.depth().max(other.depth()), |out| operation(self.ranges(), other.ranges(), out))
    }
}
