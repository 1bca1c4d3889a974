//! The cells of coverages as tables: structured arrays, data frames, dictionaries of columns.

use healpix_core::Error;
use healpix_core::coverage::CoverageCell;
use numpy::PyArray1;
use pyo3::exceptions::{PyKeyError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::column::{self, Column, shape_text};
use crate::error::{Place, from_core, refused, too_large};
use crate::work;

/// Cells that the caller gave.
pub struct Table {
    cells: Vec<CoverageCell>,
    /// As they were given, maybe too large for a depth.
    depths: Vec<u64>,
    signed: bool,
}

impl Table {
    /// Of anything that has its columns by their names.
    pub fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = object.py();
        let index = column(object, "index")?;
        let (indexes, depths) = (whole(py, &index, "index")?, whole(py, &column(object, "depth")?, "depth")?);
        let full = flags(named(object, "full")?)?;
        let full = whole(py, &column::integers(&full, "full")?, "full")?;
        if depths.len() != indexes.len() || full.len() != indexes.len() {
            let lengths = [indexes.len(), depths.len(), full.len()].map(|n| n.to_string()).join(", ");
            return Err(refused(py, format!("the columns index, depth and full differ in length: {lengths}")));
        }
        let rows = indexes.iter().zip(&depths).zip(&full);
        let cells = rows.map(|((&index, &depth), &full)| CoverageCell {
            index,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            full: u8::from(full != 0),
        });
        Ok(Self { cells: cells.collect(), depths, signed: index.signed() })
    }

    /// What a function makes of the cells. What is wrong with a row is told with its number; `signed_offsets` is for offsets beside them.
    pub fn done<T: Send>(
        &self,
        py: Python<'_>,
        signed_offsets: bool,
        make: impl FnOnce(&[CoverageCell]) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        work::long(py, None, || make(&self.cells))?.map_err(|error| {
            let given = match &error {
                Error::Elements { index, .. } => too_large(&error).and(self.depths.get(*index).copied()),
                _ => None,
            };
            let signed = match error.root() {
                Error::CellOffset { .. } => signed_offsets,
                _ => self.signed,
            };
            from_core(py, &error, &Place { shape: &[self.cells.len()], signed, given })
        })
    }
}

/// The numbers of one axis, none of them missing.
pub fn whole(py: Python<'_>, column: &Column<'_, u64>, name: &str) -> PyResult<Vec<u64>> {
    let &[_] = column.shape() else {
        return Err(refused(py, format!("{name} must have one axis, not the shape {}", shape_text(column.shape()))));
    };
    if let Some(index) = column.missing(py, column.shape())?.and_then(|missing| missing.iter().position(|it| *it)) {
        return Err(refused(py, format!("element {index} of {name} is masked: there must be a number")));
    }
    Ok(column.flat(py, column.shape())?.into_owned())
}

fn named<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    object.get_item(name).map_err(|error| {
        let py = object.py();
        // numpy, pandas, polars, pyarrow and dictionaries each have their own way to say so.
        let text = format!(
            "cells must have the columns index, depth and full, as Coverage.cells has them: there is no {name} in {}",
            object.get_type()
        );
        let refusal = match error.is_instance_of::<PyKeyError>(py) {
            true => refused(py, text),
            false => PyTypeError::new_err(text),
        };
        refusal.set_cause(py, Some(error));
        refusal
    })
}

fn column<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py, u64>> {
    column::integers(&named(object, name)?, name)
}

/// A column of flags as one of numbers, which it may be, too.
fn flags<'py>(object: Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let array = object.py().import("numpy")?.call_method1("asarray", (&object,))?;
    if array.getattr("dtype")?.getattr("kind")?.eq("b")? { array.call_method1("astype", ("u1",)) } else { Ok(object) }
}

/// What pickles cells: their columns.
pub fn columns<'py>(py: Python<'py>, cells: &[CoverageCell]) -> PyResult<Bound<'py, PyDict>> {
    let columns = PyDict::new(py);
    columns.set_item("index", PyArray1::from_iter(py, cells.iter().map(|cell| cell.index as i64)))?;
    columns.set_item("depth", PyArray1::from_iter(py, cells.iter().map(|cell| cell.depth)))?;
    columns.set_item("full", PyArray1::from_iter(py, cells.iter().map(|cell| cell.is_full())))?;
    Ok(columns)
}
