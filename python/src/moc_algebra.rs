//! Set operations on MOCs.

use healpix_core::Error;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::moc::{Moc, Set};
use crate::work;

type Other<'a, 'py> = &'a Bound<'py, Moc>;

#[pymethods]
impl Moc {
    fn __or__(&self, other: Other<'_, '_>) -> PyResult<Self> {
        both(self, other, Set::union)
    }

    fn __and__(&self, other: Other<'_, '_>) -> PyResult<Self> {
        both(self, other, Set::intersection)
    }

    fn __sub__(&self, other: Other<'_, '_>) -> PyResult<Self> {
        both(self, other, Set::difference)
    }

    fn __xor__(&self, other: Other<'_, '_>) -> PyResult<Self> {
        both(self, other, Set::symmetric_difference)
    }

    fn __invert__(&self, py: Python<'_>) -> PyResult<Self> {
        Self::made(py, || self.inner.complement())
    }

    /// The cells that are in any of many MOCs, at the depth of the deepest; of none, the empty MOC of depth 0. Much faster than `|` in a
    /// loop.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.union_all(hp.Moc.from_cells(0, cell) for cell in (1, 5, 7)).flat()
    /// array([1, 5, 7])
    #[staticmethod]
    fn union_all(mocs: &Bound<'_, PyAny>) -> PyResult<Self> {
        many(mocs, |sets| Set::union_all(sets.iter().copied()))
    }

    /// The cells that are in every one of many MOCs, at the depth of the deepest; of none, the whole sky at depth 0.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.intersection_all([hp.Moc.from_cells(0, [1, 5]), hp.Moc.from_cells(0, [5, 7])]).flat()
    /// array([5])
    #[staticmethod]
    fn intersection_all(mocs: &Bound<'_, PyAny>) -> PyResult<Self> {
        many(mocs, |sets| Set::intersection_all(sets.iter().copied()))
    }

    /// Whether another MOC covers the same places, whatever the two depths. (``==`` wants the same depth too.)
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(0, [3])
    /// >>> moc.same_set(moc.refined(5)), moc == moc.refined(5)
    /// (True, False)
    fn same_set(&self, other: Other<'_, '_>) -> bool {
        asked(self, other, Set::same_set)
    }

    /// Whether all of it is in another MOC; ``moc <= other`` too.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(3, [4, 5]).is_subset(hp.Moc.from_cells(2, [1]))
    /// True
    fn is_subset(&self, other: Other<'_, '_>) -> bool {
        asked(self, other, Set::is_subset)
    }

    /// Whether all of another MOC is in it; ``moc >= other`` and ``other in moc`` too.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [1]).is_superset(hp.Moc.from_cells(3, [4, 5]))
    /// True
    fn is_superset(&self, other: Other<'_, '_>) -> bool {
        asked(self, other, Set::is_superset)
    }

    /// Whether it has no cell in common with another MOC.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [1]).is_disjoint(hp.Moc.from_cells(3, [8]))
    /// True
    fn is_disjoint(&self, other: Other<'_, '_>) -> bool {
        asked(self, other, Set::is_disjoint)
    }
}

fn both(one: &Moc, other: Other<'_, '_>, operation: fn(&Set, &Set) -> Result<Set, Error>) -> PyResult<Moc> {
    let (one, two) = (&one.inner, &other.get().inner);
    Moc::made(other.py(), || operation(one, two))
}

fn asked(one: &Moc, other: Other<'_, '_>, question: fn(&Set, &Set) -> bool) -> bool {
    let (one, two) = (&one.inner, &other.get().inner);
    other.py().detach(|| question(one, two))
}

fn many(mocs: &Bound<'_, PyAny>, operation: impl FnOnce(&[&Set]) -> Result<Set, Error> + Send) -> PyResult<Moc> {
    let mut all: Vec<Bound<'_, Moc>> = Vec::new();
    for moc in mocs.try_iter()? {
        let moc = moc?;
        let found = moc.get_type().name()?.to_string();
        all.push(moc.cast_into().map_err(|_| PyTypeError::new_err(format!("these must be Mocs, not {found}")))?);
    }
    let sets: Vec<&Set> = all.iter().map(|moc| &moc.get().inner).collect();
    work::done(mocs.py(), || operation(&sets)).map(Moc::new)
}
