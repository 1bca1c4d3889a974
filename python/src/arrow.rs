//! Arrow arrays by the PyCapsule interface: columns of pyarrow, polars, DuckDB, DataFusion and whatever else speaks it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, new_empty_array};
use arrow_buffer::{ArrowNativeType, NullBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType};
use numpy::Element;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3_arrow::{PyArray, PyArrayReader};

use crate::error::refused;

/// Which library an Arrow array came from: the answer goes back to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Library {
    PyArrow,
    Polars,
    /// Gets an array of this package, which it can import.
    Other,
}

/// The numbers that a column may consist of.
pub trait Number: Element + Copy + bytemuck::Pod + ArrowNativeType {
    /// What an argument must be.
    const EXPECTED: &'static str;

    /// The Arrow type through which arrays of that type become such numbers; none where they are something else.
    fn by_way_of(found: &DataType) -> Option<DataType>;

    /// The numbers of an array of such a type, where they lie.
    fn of(array: &dyn Array) -> Option<ScalarBuffer<Self>>;
}

impl Number for f64 {
    const EXPECTED: &'static str = "numbers";

    fn by_way_of(found: &DataType) -> Option<DataType> {
        (found.is_numeric() || found.is_null()).then_some(DataType::Float64)
    }

    fn of(array: &dyn Array) -> Option<ScalarBuffer<Self>> {
        array.as_primitive_opt::<Float64Type>().map(|array| array.values().clone())
    }
}

impl Number for u64 {
    const EXPECTED: &'static str = "whole numbers";

    fn by_way_of(found: &DataType) -> Option<DataType> {
        match found {
            found if found.is_unsigned_integer() => Some(DataType::UInt64),
            found if found.is_signed_integer() || found.is_null() => Some(DataType::Int64),
            _ => None,
        }
    }

    /// The bits of signed numbers are taken: -1 is no cell, as unsigned number too.
    fn of(array: &dyn Array) -> Option<ScalarBuffer<Self>> {
        if let Some(unsigned) = array.as_primitive_opt::<UInt64Type>() {
            return Some(unsigned.values().clone());
        }
        let signed = array.as_primitive_opt::<Int64Type>()?.values();
        Some(ScalarBuffer::new(signed.inner().clone(), 0, signed.len()))
    }
}

/// The numbers of an Arrow array, where they lie.
pub struct Arrow<T: Number> {
    library: Library,
    values: ScalarBuffer<T>,
    nulls: Option<NullBuffer>,
    signed: bool,
}

impl<T: Number> Arrow<T> {
    /// The Arrow array that an object is, if it is one.
    pub fn of(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Option<Self>> {
        let py = object.py();
        let Some(library) = library_of(object)? else { return Ok(None) };
        let array = only_column(imported(object, name, library)?);
        let found = array.data_type();
        let Some(wanted) = T::by_way_of(found) else {
            return Err(PyTypeError::new_err(format!("{name} must be {}, not an Arrow array of {found}", T::EXPECTED)));
        };
        let array = if *found == wanted {
            array
        } else {
            py.detach(|| arrow_cast::cast(&array, &wanted)).map_err(|error| of_arrow(py, name, &error))?
        };
        let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0).cloned();
        let Some(values) = T::of(&array) else { return Err(refused(py, format!("{name} was lost"))) };
        Ok(Some(Self { library, values, nulls, signed: wanted != DataType::UInt64 }))
    }

    pub fn library(&self) -> Library {
        self.library
    }

    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// Which elements are null.
    pub fn missing(&self) -> Option<Vec<bool>> {
        self.nulls.as_ref().map(|nulls| nulls.iter().map(|is_there| !is_there).collect())
    }

    pub fn signed(&self) -> bool {
        self.signed
    }
}

/// An error of Arrow's: what it says of that argument.
pub fn of_arrow(py: Python<'_>, name: &str, error: &ArrowError) -> PyErr {
    refused(py, format!("{name} cannot be taken as an Arrow array: {error}"))
}

/// The library of an object that gives out Arrow arrays; none if it does not, or is better taken as numpy array.
fn library_of(object: &Bound<'_, PyAny>) -> PyResult<Option<Library>> {
    let py = object.py();
    if !object.hasattr(pyo3::intern!(py, "__arrow_c_array__"))?
        && !object.hasattr(pyo3::intern!(py, "__arrow_c_stream__"))?
    {
        return Ok(None);
    }
    let module = object.get_type().module()?;
    Ok(match module.to_cow()?.split('.').next() {
        // Its missing values are NaN in arrays without copies.
        Some("pandas") => None,
        Some("pyarrow") => Some(Library::PyArrow),
        Some("polars") => Some(Library::Polars),
        _ => Some(Library::Other),
    })
}

/// The array of such an object.
fn imported(object: &Bound<'_, PyAny>, name: &str, library: Library) -> PyResult<ArrayRef> {
    let error = match checked(object, name) {
        Ok(array) => return Ok(array),
        Err(error) => error,
    };
    // polars gives its arrays of nothing but nulls a buffer, which they must not have.
    match if library == Library::Polars { whole_nulls(object).ok().flatten() } else { None } {
        Some(nulls) => checked(&nulls, name),
        None => Err(error),
    }
}

/// A polars series of nothing but nulls as one of whole numbers.
fn whole_nulls<'py>(series: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let polars = series.py().import("polars")?;
    if series.getattr("dtype")?.ne(polars.getattr("Null")?)? {
        return Ok(None);
    }
    series.call_method1("cast", (polars.getattr("Int64")?,)).map(Some)
}

/// The same where the object does not keep to the interface: what Arrow asserts becomes an exception.
fn checked(object: &Bound<'_, PyAny>, name: &str) -> PyResult<ArrayRef> {
    catch_unwind(AssertUnwindSafe(|| whole(object, name)))
        .unwrap_or_else(|_| Err(PyTypeError::new_err(format!("{name} gives out an Arrow array that is none"))))
}

/// The array of an object: as it lies there if it is in one piece, otherwise put together.
fn whole(object: &Bound<'_, PyAny>, name: &str) -> PyResult<ArrayRef> {
    let py = object.py();
    if object.hasattr(pyo3::intern!(py, "__arrow_c_array__"))? {
        return Ok(object.extract::<PyArray>()?.into_inner().0);
    }
    let reader = object.extract::<PyArrayReader>()?.into_reader()?;
    // A stream may be a query that runs now, with Python functions in it.
    let array = py.detach(|| {
        let empty = new_empty_array(reader.field().data_type());
        let chunks = reader.collect::<Result<Vec<ArrayRef>, ArrowError>>()?;
        let mut chunks: Vec<&dyn Array> = chunks.iter().map(AsRef::as_ref).collect();
        if chunks.is_empty() {
            chunks.push(&empty);
        }
        arrow_select::concat::concat(&chunks)
    });
    array.map_err(|error| of_arrow(py, name, &error))
}

/// The one column of a table that has one; anything else as it is.
fn only_column(array: ArrayRef) -> ArrayRef {
    match array.as_struct_opt() {
        Some(table) if table.num_columns() == 1 && table.null_count() == 0 => table.column(0).clone(),
        _ => array,
    }
}
