//! The cells of coverages: as the core made them, or as they come out of a pickle.

use healpix_core::coverage::{self, CoverageCell};
use healpix_core::moc::Moc as Set;
use healpix_core::{Cell, Depth, Error};
use numpy::{Element, PyArray1, PyArrayMethods};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::column::aligned;
use crate::cones::Coverages;
use crate::coverage::Coverage;
use crate::error::refused;
use crate::resolution::one;

/// The cells of one region.
pub enum Stored {
    Made(coverage::Coverage),
    Pickled(Depth, Vec<CoverageCell>),
}

impl Stored {
    pub fn depth(&self) -> Depth {
        match self {
            Self::Made(coverage) => coverage.depth(),
            Self::Pickled(depth, _) => *depth,
        }
    }

    pub fn cells(&self) -> &[CoverageCell] {
        match self {
            Self::Made(coverage) => coverage.cells(),
            Self::Pickled(_, cells) => cells,
        }
    }

    /// Number of cells of its depth that it stands for.
    pub fn n_flat(&self) -> u64 {
        let depth = self.depth().get();
        self.cells().iter().map(|cell| 1 << (2 * (depth - cell.depth))).sum()
    }

    /// All cells of its depth with their flag, whether they are inside.
    pub fn flat(&self) -> impl Iterator<Item = (u64, bool)> + '_ {
        let depth = self.depth().get();
        self.cells().iter().flat_map(move |cell| {
            let shift = 2 * (depth - cell.depth);
            (cell.index << shift..(cell.index + 1) << shift).map(|index| (index, cell.is_full()))
        })
    }

    /// All its cells, or those inside the region, as a set.
    pub fn moc(&self, full: bool) -> Result<Set, Error> {
        match self {
            Self::Made(coverage) if full => coverage.full_moc(),
            Self::Made(coverage) => coverage.moc(),
            Self::Pickled(depth, cells) => {
                let wanted = cells.iter().filter(|cell| !full || cell.is_full());
                let cells: Result<Vec<Cell>, Error> = wanted.map(|cell| cell.cell()).collect();
                Set::from_mixed_cells(*depth, cells?)
            }
        }
    }
}

/// The cells of many regions.
pub enum StoredMany {
    Made(coverage::Coverages),
    Pickled { depth: Depth, offsets: Vec<u64>, cells: Vec<CoverageCell> },
}

impl StoredMany {
    pub fn depth(&self) -> Depth {
        match self {
            Self::Made(coverages) => coverages.depth(),
            Self::Pickled { depth, .. } => *depth,
        }
    }

    pub fn offsets(&self) -> &[u64] {
        match self {
            Self::Made(coverages) => coverages.offsets(),
            Self::Pickled { offsets, .. } => offsets,
        }
    }

    pub fn cells(&self) -> &[CoverageCell] {
        match self {
            Self::Made(coverages) => coverages.cells(),
            Self::Pickled { cells, .. } => cells,
        }
    }

    pub fn len(&self) -> usize {
        self.offsets().len().saturating_sub(1)
    }

    pub fn get(&self, k: usize) -> Option<&[CoverageCell]> {
        let (start, end) = (*self.offsets().get(k)?, *self.offsets().get(k + 1)?);
        self.cells().get(start as usize..end as usize)
    }
}

/// Numbers, depths and flags of cells.
type Columns<'py> = (Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<u8>>, Bound<'py, PyArray1<bool>>);

fn columns<'py>(py: Python<'py>, cells: &[CoverageCell]) -> Columns<'py> {
    (
        PyArray1::from_iter(py, cells.iter().map(|cell| cell.index as i64)),
        PyArray1::from_iter(py, cells.iter().map(|cell| cell.depth)),
        PyArray1::from_iter(py, cells.iter().map(|cell| cell.is_full())),
    )
}

/// What pickles a coverage.
pub fn reduced<'py>(py: Python<'py>, stored: &Stored) -> PyResult<Bound<'py, PyTuple>> {
    let maker = py.import("healpixel._core")?.getattr("_coverage_of_parts")?;
    (maker, (stored.depth().get(), columns(py, stored.cells()))).into_pyobject(py)
}

/// What pickles the coverages of many regions.
pub fn reduced_many<'py>(py: Python<'py>, stored: &StoredMany) -> PyResult<Bound<'py, PyTuple>> {
    let maker = py.import("healpixel._core")?.getattr("_coverages_of_parts")?;
    let offsets = PyArray1::from_iter(py, stored.offsets().iter().map(|&offset| offset as i64));
    (maker, (stored.depth().get(), offsets, columns(py, stored.cells()))).into_pyobject(py)
}

/// The numbers of an array. Out of a pickle, it lies anywhere.
fn numbers<T: Element + Copy>(array: &Bound<'_, PyArray1<T>>) -> PyResult<Vec<T>> {
    Ok(aligned(array)?.try_readonly()?.as_array().to_vec())
}

/// The cells of columns; none where one is no cell, or there are not as many of all.
fn cells_of(depth: Depth, (indexes, depths, full): &Columns<'_>) -> PyResult<Option<Vec<CoverageCell>>> {
    let (indexes, depths, full) = (numbers(indexes)?, numbers(depths)?, numbers(full)?);
    if indexes.len() != depths.len() || indexes.len() != full.len() {
        return Ok(None);
    }
    let rows = indexes.iter().zip(&depths).zip(&full);
    let cells = rows.map(|((&index, &at), &full)| {
        let cell = CoverageCell { index: index as u64, depth: at, full: u8::from(full) };
        (at <= depth.get() && cell.cell().is_ok()).then_some(cell)
    });
    Ok(cells.collect())
}

/// Whether they are in order, and none in another.
fn in_order(depth: Depth, cells: &[CoverageCell]) -> bool {
    let first = |cell: &CoverageCell, after| (cell.index + after) << (2 * (depth.get() - cell.depth));
    cells.windows(2).all(|pair| first(&pair[0], 1) <= first(&pair[1], 0))
}

fn damaged(py: Python<'_>) -> PyErr {
    refused(py, "the pickled coverage is damaged")
}

/// The coverage that pickled parts make.
#[pyfunction]
pub fn _coverage_of_parts(depth: &Bound<'_, PyAny>, columns: Columns<'_>) -> PyResult<Coverage> {
    let (py, depth) = (depth.py(), one::<Depth>(depth)?);
    let cells = cells_of(depth, &columns)?.filter(|cells| in_order(depth, cells));
    Ok(Coverage::new(Stored::Pickled(depth, cells.ok_or_else(|| damaged(py))?)))
}

/// The coverages that pickled parts make.
#[pyfunction]
pub fn _coverages_of_parts(
    depth: &Bound<'_, PyAny>,
    offsets: &Bound<'_, PyArray1<i64>>,
    columns: Columns<'_>,
) -> PyResult<Coverages> {
    let (py, depth) = (depth.py(), one::<Depth>(depth)?);
    let cells = cells_of(depth, &columns)?.ok_or_else(|| damaged(py))?;
    let offsets: Vec<u64> = numbers(offsets)?.into_iter().map(|offset| offset as u64).collect();
    // Each region's cells follow those of the one before, from the first cell to the last.
    let whole = offsets.first() == Some(&0) && offsets.last() == Some(&(cells.len() as u64));
    let rises = offsets.windows(2).all(|pair| pair[0] <= pair[1]);
    let stored = StoredMany::Pickled { depth, offsets, cells };
    let sorted =
        |stored: &StoredMany| (0..stored.len()).filter_map(|k| stored.get(k)).all(|cells| in_order(depth, cells));
    if !whole || !rises || !sorted(&stored) {
        return Err(damaged(py));
    }
    Ok(Coverages::new(stored))
}
