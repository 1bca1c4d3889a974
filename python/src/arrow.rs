//! Arrow arrays by the PyCapsule interface.

use pyo3::prelude::*;

use crate::output::Kind;

/// Which library an Arrow array came from: the answer goes back to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Library {}

/// The numbers of an Arrow array, where they lie.
pub struct Arrow<T> {
    library: Library,
    _values: Vec<T>,
}

impl<T> Arrow<T> {
    /// The Arrow array that an object is, if it is one.
    pub fn of(_object: &Bound<'_, PyAny>, _name: &str) -> PyResult<Option<Self>> {
        Ok(None)
    }

    pub fn library(&self) -> Library {
        self.library
    }

    pub fn values(&self) -> &[T] {
        match self.library {}
    }

    /// Which elements are null.
    pub fn missing(&self) -> Option<Vec<bool>> {
        match self.library {}
    }

    pub fn signed(&self) -> bool {
        match self.library {}
    }
}

/// A result as an array of that library: what is masked is null.
pub fn to_library<'py>(_array: &Bound<'py, PyAny>, _kind: Kind, library: Library) -> PyResult<Bound<'py, PyAny>> {
    match library {}
}
