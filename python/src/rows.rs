//! Lists of elements that become one thing: the columns of a table as slices of the same length.

use healpix_core::Error;
use pyo3::prelude::*;

use crate::call::{self, Argument, FlatArgument, In};
use crate::column::{self, Shape, common_shape};
use crate::error::{Place, from_core};
use crate::flat::Flat;
use crate::work::{self, Threads};

/// Columns in one shape, without the rows in which something is missing.
pub struct Rows<'a, 'py, const N: usize> {
    columns: [FlatArgument<'a, 'py>; N],
    /// Where there were missing ones: the numbers of those that are left.
    kept: Option<Vec<usize>>,
    shape: Shape,
    signed: bool,
}

impl<'a, 'py, const N: usize> Rows<'a, 'py, N> {
    pub fn of(py: Python<'py>, arguments: &'a [Argument<'py>; N]) -> PyResult<Self> {
        let shape = common_shape(py, &arguments.each_ref().map(Argument::shape))?;
        let mut columns = FlatArgument::all(py, arguments, &shape)?;
        let missing = call::missing(py, arguments, None, &shape)?;
        let kept = missing.map(|missing| -> Vec<usize> {
            missing.iter().enumerate().filter(|(_, missing)| !**missing).map(|(row, _)| row).collect()
        });
        if let Some(kept) = &kept {
            columns.iter_mut().for_each(|column| *column = taken(column, kept));
        }
        Ok(Self { columns, kept, shape, signed: call::signed(arguments) })
    }

    /// Calls the core with the columns. What is wrong with a row is told with its place in the arguments.
    pub fn done<T: Send>(
        &self,
        py: Python<'py>,
        threads: Option<Threads>,
        function: impl FnOnce([In<'_>; N]) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let columns = self.columns.each_ref().map(FlatArgument::whole);
        work::long(py, threads, || function(columns))?
            .map_err(|error| from_core(py, &self.in_arguments(error), &Place::of(&self.shape, self.signed)))
    }

    fn in_arguments(&self, error: Error) -> Error {
        match (error, &self.kept) {
            (Error::Elements { index, count, first, .. }, Some(kept)) => Error::Elements {
                index: kept.get(index).copied().unwrap_or(index),
                count,
                len: self.shape.iter().product(),
                first,
            },
            (error, _) => error,
        }
    }
}

fn taken<'a, 'py>(column: &FlatArgument<'_, 'py>, rows: &[usize]) -> FlatArgument<'a, 'py> {
    match column.whole() {
        In::F(values) => FlatArgument::F(Flat::Made(rows.iter().map(|&row| values[row]).collect())),
        In::U(values) => FlatArgument::U(Flat::Made(rows.iter().map(|&row| values[row]).collect())),
    }
}

/// Whole numbers.
pub fn integers<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Argument<'py>> {
    column::integers(object, name).map(Argument::Integers)
}

/// Values of which only ratios count: their unit, if they have one, does not matter.
pub fn values<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Argument<'py>> {
    let bare = if object.hasattr("to_value")? && object.hasattr("unit")? {
        object.call_method0("to_value")?
    } else {
        object.clone()
    };
    column::floats(&bare, name, None).map(Argument::Floats)
}
