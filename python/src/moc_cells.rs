//! The cells of a MOC: one after the other, or as arrays.

use std::sync::{Mutex, PoisonError};
use std::vec;

use healpix_core::Cell;
use numpy::PyArray1;
use pyo3::exceptions::PyMemoryError;
use pyo3::prelude::*;

use crate::error::{Place, from_core};
use crate::moc::{Moc, Set};
use crate::work;

/// Ranges whose cells are found at once.
const RANGES: usize = 64;
/// Cells that are written between two looks for Ctrl-C.
const STRETCH: usize = 1 << 22;

type Cells<'py> = Bound<'py, PyArray1<i64>>;

/// The largest cells that make up a MOC, as depth and cell, in the order of the nested curve.
#[pyclass(frozen, module = "healpixel._core")]
pub struct MocIterator {
    moc: Py<Moc>,
    state: Mutex<State>,
}

struct State {
    next_range: usize,
    cells: vec::IntoIter<Cell>,
}

impl MocIterator {
    pub fn new(moc: Py<Moc>) -> Self {
        Self { moc, state: Mutex::new(State { next_range: 0, cells: Vec::new().into_iter() }) }
    }
}

#[pymethods]
impl MocIterator {
    fn __iter__<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<(u8, u64)>> {
        // Held for no longer than this takes, without the interpreter.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(cell) = state.cells.next() {
                return Ok(Some((cell.depth().get(), cell.index())));
            }
            let moc = &self.moc.get().inner;
            let rest = moc.ranges().get(state.next_range..).unwrap_or(&[]);
            if rest.is_empty() {
                return Ok(None);
            }
            let some = &rest[..rest.len().min(RANGES)];
            state.next_range += some.len();
            // Ranges do not touch, so the cells of some are cells of the whole.
            let some =
                Set::from_depth29_ranges(moc.depth(), some).map_err(|error| from_core(py, &error, &Place::NONE))?;
            state.cells = some.cells().collect::<Vec<_>>().into_iter();
        }
    }
}

#[pymethods]
impl Moc {
    /// The largest cells that make it up: their depths and the cells, two arrays of int64, in the order of the nested curve.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [16, 17, 18, 19, 40]).cells()
    /// (array([1, 2]), array([ 4, 40]))
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<(Cells<'py>, Cells<'py>)> {
        let (depths, cells) = py.detach(|| {
            let len = self.inner.cells().count();
            let (mut depths, mut cells) = (room(len as u64)?, room(len as u64)?);
            for cell in self.inner.cells() {
                depths.push(i64::from(cell.depth().get()));
                cells.push(cell.index() as i64);
            }
            Ok::<_, PyErr>((depths, cells))
        })?;
        Ok((PyArray1::from_vec(py, depths), PyArray1::from_vec(py, cells)))
    }

    /// All of its cells at its depth, an array of int64, ascending. There may be very many of them.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_mixed_cells(2, [1, 2], [4, 40]).flat()
    /// array([16, 17, 18, 19, 40])
    fn flat<'py>(&self, py: Python<'py>) -> PyResult<Cells<'py>> {
        let len = py.detach(|| self.inner.n_cells());
        let (mut cells, mut flat) = (room(len)?, self.inner.flat());
        while (cells.len() as u64) < len {
            py.detach(|| cells.extend(flat.by_ref().take(STRETCH).map(|cell| cell as i64)));
            work::pause(py, cells.len() as u64, Some(len))?;
        }
        Ok(PyArray1::from_vec(py, cells))
    }

    /// The largest cells that make it up as IVOA uniq numbers, an array of int64, ascending.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [16, 17, 18, 19, 40]).to_uniq()
    /// array([ 20, 104])
    fn to_uniq<'py>(&self, py: Python<'py>) -> PyResult<Cells<'py>> {
        let uniq = work::done(py, || self.inner.to_uniq())?;
        Ok(PyArray1::from_vec(py, bytemuck::allocation::cast_vec(uniq)))
    }
}

/// Room for so many cells, if there is so much memory.
fn room(len: u64) -> PyResult<Vec<i64>> {
    let mut cells = Vec::new();
    let reserved = usize::try_from(len).map(|len| cells.try_reserve_exact(len));
    match reserved {
        Ok(Ok(())) => Ok(cells),
        _ => Err(PyMemoryError::new_err(format!("not enough memory for {len} cells"))),
    }
}
