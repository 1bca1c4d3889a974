//! Arrow arrays by the PyCapsule interface: columns of pyarrow, polars, DuckDB, DataFusion and whatever else speaks it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_buffer::{BooleanBufferBuilder, NullBuffer, ScalarBuffer};
use arrow_schema::ArrowError;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::capsule;
use crate::column::no_room;
use crate::error::refused;
use crate::number::{Number, Refusal};

/// Which library an Arrow array came from: the answer goes back to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Library {
    PyArrow,
    Polars,
    /// Gets an array of this package, which it can import.
    Other,
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
        let Some(library) = library_of(object)? else { return Ok(None) };
        let chunks = imported(object, name, library)?;
        let signed = chunks.iter().all(|array| !array.data_type().is_unsigned_integer());
        let numbers = |array: &ArrayRef| T::of(array).map(|values| (values, array.logical_nulls()));
        let parts: Vec<_> = object.py().detach(|| chunks.iter().map(numbers).collect());
        let refused = |refusal, array: &ArrayRef| match refusal {
            Refusal::NoMemory => no_room(object.py(), &[array.len()]),
            Refusal::NoNumbers => {
                let (expected, found) = (T::EXPECTED, array.data_type());
                PyTypeError::new_err(format!("{name} must be {expected}, not an Arrow array of {found}"))
            }
        };
        let taken = parts.into_iter().zip(&chunks).map(|(part, array)| part.map_err(|refusal| refused(refusal, array)));
        let (values, nulls) = together(taken.collect::<PyResult<_>>()?);
        let nulls = nulls.filter(|nulls| nulls.null_count() > 0);
        Ok(Some(Self { library, values, nulls, signed }))
    }

    pub fn library(&self) -> Library {
        self.library
    }

    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// Which elements are null.
    pub fn missing(&self) -> Option<Vec<bool>> {
        self.nulls.as_ref().map(|nulls| {
            let mut missing = vec![true; nulls.len()];
            nulls.valid_slices().for_each(|(start, end)| missing[start..end].fill(false));
            missing
        })
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

/// The arrays of such an object, one at least: of a table with one column, that column.
fn imported(object: &Bound<'_, PyAny>, name: &str, library: Library) -> PyResult<Vec<ArrayRef>> {
    let error = match checked(object, name) {
        Ok(arrays) => return Ok(arrays),
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

/// The arrays of an object. If it does not keep to the interface, what Arrow asserts becomes an exception.
fn checked(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<ArrayRef>> {
    let in_one_piece = object.hasattr(pyo3::intern!(object.py(), "__arrow_c_array__"))?;
    let taken = AssertUnwindSafe(|| match in_one_piece {
        true => capsule::array_of(object, name).map(|array| vec![array]),
        false => capsule::arrays_of(object, name),
    });
    let lies = |_| Err(PyTypeError::new_err(format!("{name} gives out an Arrow array that is none")));
    Ok(catch_unwind(taken).unwrap_or_else(lies)?.into_iter().map(only_column).collect())
}

/// The one column of a table that has one; anything else as it is.
fn only_column(array: ArrayRef) -> ArrayRef {
    match array.as_struct_opt() {
        Some(table) if table.num_columns() == 1 && table.null_count() == 0 => table.column(0).clone(),
        _ => array,
    }
}

type Part<T> = (ScalarBuffer<T>, Option<NullBuffer>);

/// The parts of an array, which are copied only if there is more than one.
fn together<T: Number>(mut parts: Vec<Part<T>>) -> Part<T> {
    if parts.len() == 1 {
        if let Some(whole) = parts.pop() {
            return whole;
        }
    }
    let values: Vec<&[T]> = parts.iter().map(|(values, _)| &values[..]).collect();
    let values = values.concat();
    let any = parts.iter().any(|(_, nulls)| nulls.is_some());
    let nulls = any.then(|| {
        let mut there = BooleanBufferBuilder::new(values.len());
        for (values, nulls) in &parts {
            match nulls {
                Some(nulls) => there.append_buffer(nulls.inner()),
                None => there.append_n(values.len(), true),
            }
        }
        NullBuffer::new(there.finish())
    });
    (values.into(), nulls)
}
