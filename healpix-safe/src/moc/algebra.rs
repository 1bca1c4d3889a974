//! Union, intersection, difference, complement and their operators; subsets and equality.

use core::ops::{BitAnd, BitOr, BitXor, Not, Sub};
use std::alloc::{Layout, handle_alloc_error};

use healpix_sys::{healpix_moc, healpix_status};

use super::{CellRange, Moc, make};
use crate::error::Result;

type Combine = unsafe extern "C" fn(*const healpix_moc, *const healpix_moc, *mut *mut healpix_moc) -> healpix_status;
type Compare = unsafe extern "C" fn(*const healpix_moc, *const healpix_moc) -> bool;
type CombineAll = unsafe extern "C" fn(*const *const healpix_moc, usize, *mut *mut healpix_moc) -> healpix_status;

impl Moc {
    /// The cells that are in either MOC; also `&a | &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let (a, b) = (Moc::from_cells(0, &[1, 2])?, Moc::from_cells(0, &[2, 3])?);
    /// assert_eq!(a.union(&b)?.to_string(), "0/1-3");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn union(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, healpix_sys::healpix_moc_union)
    }

    /// The cells that are in both MOCs; also `&a & &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let (a, b) = (Moc::from_cells(0, &[1, 2])?, Moc::from_cells(0, &[2, 3])?);
    /// assert_eq!(a.intersection(&b)?.to_string(), "0/2");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn intersection(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, healpix_sys::healpix_moc_intersection)
    }

    /// The cells that are in this MOC and not in the other; also `&a - &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let (a, b) = (Moc::from_cells(0, &[1, 2])?, Moc::from_cells(0, &[2, 3])?);
    /// assert_eq!(a.difference(&b)?.to_string(), "0/1");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn difference(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, healpix_sys::healpix_moc_difference)
    }

    /// The cells that are in one of the MOCs and not in both; also `&a ^ &b`. The depth is that of the deeper one.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let (a, b) = (Moc::from_cells(0, &[1, 2])?, Moc::from_cells(0, &[2, 3])?);
    /// assert_eq!(a.symmetric_difference(&b)?.to_string(), "0/1 3");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn symmetric_difference(&self, other: &Moc) -> Result<Moc> {
        self.combined(other, healpix_sys::healpix_moc_symmetric_difference)
    }

    /// The cells that are not in this MOC; also `!&a`.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert_eq!(Moc::from_cells(0, &[0, 1, 2, 3, 8, 9, 10, 11])?.complement()?.to_string(), "0/4-7");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn complement(&self) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_complement(self.as_ptr(), out) })
    }

    fn combined(&self, other: &Moc, call: Combine) -> Result<Moc> {
        // SAFETY: the handles are live, and `make` hands over a live output.
        make(|out| unsafe { call(self.as_ptr(), other.as_ptr(), out) })
    }

    /// The cells that are in at least one of the MOCs, at the depth of the deepest; without any MOC, none at depth 0.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let mocs = [Moc::from_cells(0, &[1])?, Moc::from_cells(0, &[5])?, Moc::from_cells(0, &[7])?];
    /// assert_eq!(Moc::union_all(&mocs)?.to_string(), "0/1 5 7");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn union_all<'a>(mocs: impl IntoIterator<Item = &'a Moc>) -> Result<Moc> {
        combine_all(mocs, healpix_sys::healpix_moc_union_all)
    }

    /// The cells that are in every one of the MOCs, at the depth of the deepest; without any MOC, the whole sky at
    /// depth 0.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let mocs = [Moc::from_cells(0, &[1, 5])?, Moc::from_cells(0, &[5, 7])?];
    /// assert_eq!(Moc::intersection_all(&mocs)?.to_string(), "0/5");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn intersection_all<'a>(mocs: impl IntoIterator<Item = &'a Moc>) -> Result<Moc> {
        combine_all(mocs, healpix_sys::healpix_moc_intersection_all)
    }

    /// Whether another MOC covers the same places, whatever the two depths.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let moc = Moc::from_cells(0, &[3])?;
    /// let deeper = moc.refined(5)?;
    /// assert!(moc.same_set(&deeper) && moc != deeper);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn same_set(&self, other: &Moc) -> bool {
        self.compare(other, healpix_sys::healpix_moc_same_set)
    }

    /// Whether every cell of this MOC is in the other.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert!(Moc::from_cells(1, &[4, 9])?.is_subset(&Moc::from_cells(0, &[1, 2])?));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_subset(&self, other: &Moc) -> bool {
        self.compare(other, healpix_sys::healpix_moc_is_subset)
    }

    /// Whether every cell of the other MOC is in this one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert!(Moc::from_cells(1, &[4, 9])?.is_superset(&Moc::empty(3)?));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_superset(&self, other: &Moc) -> bool {
        self.compare(other, healpix_sys::healpix_moc_is_superset)
    }

    /// Whether no cell is in both MOCs.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let moc = Moc::from_cells(1, &[4, 9])?;
    /// assert!(moc.is_disjoint(&!&moc));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_disjoint(&self, other: &Moc) -> bool {
        self.compare(other, healpix_sys::healpix_moc_is_disjoint)
    }

    fn compare(&self, other: &Moc, call: Compare) -> bool {
        // SAFETY: the handles are live.
        unsafe { call(self.as_ptr(), other.as_ptr()) }
    }
}

fn combine_all<'a>(mocs: impl IntoIterator<Item = &'a Moc>, call: CombineAll) -> Result<Moc> {
    // The MOCs outlive the call: their borrows last as long as `'a`.
    let handles: Vec<*const healpix_moc> = mocs.into_iter().map(Moc::as_ptr).collect();
    // SAFETY: there are as many live handles as is told, and `make` hands over a live output.
    make(|out| unsafe { call(handles.as_ptr(), handles.len(), out) })
}

/// The same depth and the same cells.
impl PartialEq for Moc {
    fn eq(&self, other: &Moc) -> bool {
        self.compare(other, healpix_sys::healpix_moc_equals)
    }
}

impl Eq for Moc {}

/// What an operator does without memory, which is all that can go wrong: the same as a `Vec` that cannot grow.
pub(super) fn or_abort(answer: Result<Moc>) -> Moc {
    answer.unwrap_or_else(|_| handle_alloc_error(Layout::new::<CellRange>()))
}

/// `&a | &b` is [`Moc::union`]: the cells in either MOC.
impl BitOr for &Moc {
    type Output = Moc;

    /// The cells in either MOC. Aborts where the memory does not suffice.
    fn bitor(self, other: &Moc) -> Moc {
        or_abort(self.union(other))
    }
}

/// `&a & &b` is [`Moc::intersection`]: the cells in both MOCs.
impl BitAnd for &Moc {
    type Output = Moc;

    /// The cells in both MOCs. Aborts where the memory does not suffice.
    fn bitand(self, other: &Moc) -> Moc {
        or_abort(self.intersection(other))
    }
}

/// `&a - &b` is [`Moc::difference`]: the cells in the first MOC and not in the second.
impl Sub for &Moc {
    type Output = Moc;

    /// The cells in the first MOC and not in the second. Aborts where the memory does not suffice.
    fn sub(self, other: &Moc) -> Moc {
        or_abort(self.difference(other))
    }
}

/// `&a ^ &b` is [`Moc::symmetric_difference`]: the cells in one MOC and not in both.
impl BitXor for &Moc {
    type Output = Moc;

    /// The cells in one MOC and not in both. Aborts where the memory does not suffice.
    fn bitxor(self, other: &Moc) -> Moc {
        or_abort(self.symmetric_difference(other))
    }
}

/// `!&a` is [`Moc::complement`]: the cells that are not in the MOC.
impl Not for &Moc {
    type Output = Moc;

    /// The cells that are not in the MOC. Aborts where the memory does not suffice.
    fn not(self) -> Moc {
        or_abort(self.complement())
    }
}
