//! Arrow's C data interface: arrays of other libraries, and ours for them, in capsules of Python.
//!
//! What lies in a capsule cannot be looked at without `unsafe`. All of it is here: a capsule with the name that the interface gives it holds
//! what the interface says, or whoever made it has broken his word. pyo3-arrow does the same, but brings with it the conversions between all
//! types of Arrow: two thirds of the extension module.
#![expect(unsafe_code, reason = "structures of the C data interface are behind the pointers of capsules")]

use std::ffi::CStr;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, make_array, new_empty_array};
use arrow_schema::{ArrowError, DataType, Field};
use pyo3::prelude::*;
use pyo3::sync::critical_section::with_critical_section;
use pyo3::types::{PyCapsule, PyTuple};

use crate::arrow::of_arrow;

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// The type that a capsule holds.
fn schema_in<'a>(capsule: &'a Bound<'_, PyCapsule>) -> PyResult<&'a FFI_ArrowSchema> {
    let pointer = capsule.pointer_checked(Some(SCHEMA))?;
    // SAFETY: A capsule of that name holds such a structure, as long as it lives.
    Ok(unsafe { pointer.cast().as_ref() })
}

/// The array of an object that has `__arrow_c_array__`.
pub fn array_of(object: &Bound<'_, PyAny>, name: &str) -> PyResult<ArrayRef> {
    let py = object.py();
    let both = object.call_method0(pyo3::intern!(py, "__arrow_c_array__"))?;
    let both = both.cast::<PyTuple>()?;
    let (schema, array) = (both.get_item(0)?.cast_into::<PyCapsule>()?, both.get_item(1)?.cast_into::<PyCapsule>()?);
    let pointer = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: A capsule of that name holds such a structure. It is moved out, an empty one is left, and nobody else moves it meanwhile.
    let array = with_critical_section(&array, || unsafe { FFI_ArrowArray::from_raw(pointer.as_ptr()) });
    imported(array, schema_in(&schema)?).map_err(|error| of_arrow(py, name, &error))
}

fn imported(array: FFI_ArrowArray, schema: &FFI_ArrowSchema) -> Result<ArrayRef, ArrowError> {
    if array.is_released() {
        return Err(ArrowError::CDataInterface("the array has been taken already".to_owned()));
    }
    // SAFETY: Both come from one library, which promises that they agree with the interface and with each other.
    Ok(make_array(unsafe { from_ffi(array, schema) }?))
}

/// The arrays of an object that has `__arrow_c_stream__`, one at least.
pub fn arrays_of(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<ArrayRef>> {
    let py = object.py();
    let capsule = object.call_method0(pyo3::intern!(py, "__arrow_c_stream__"))?.cast_into::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: As with arrays.
    let stream = with_critical_section(&capsule, || unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) });
    // A stream may be a query that runs now, with Python functions in it.
    py.detach(|| Stream(stream).arrays()).map_err(|error| of_arrow(py, name, &error))
}

struct Stream(FFI_ArrowArrayStream);

impl Stream {
    fn arrays(mut self) -> Result<Vec<ArrayRef>, ArrowError> {
        let (Some(get_schema), Some(get_next)) = (self.0.get_schema, self.0.get_next) else {
            return Err(ArrowError::CDataInterface("the stream has been taken already".to_owned()));
        };
        let mut schema = FFI_ArrowSchema::empty();
        // SAFETY: This and the others are functions of the stream, for the stream, which has not been released.
        if unsafe { get_schema(&raw mut self.0, &raw mut schema) } != 0 {
            return Err(self.failed());
        }
        let mut arrays = Vec::new();
        loop {
            let mut array = FFI_ArrowArray::empty();
            // SAFETY: As above.
            if unsafe { get_next(&raw mut self.0, &raw mut array) } != 0 {
                return Err(self.failed());
            }
            // Such a one ends the stream.
            if array.is_released() {
                break;
            }
            arrays.push(imported(array, &schema)?);
        }
        if arrays.is_empty() {
            arrays.push(new_empty_array(&DataType::try_from(&schema)?));
        }
        Ok(arrays)
    }

    /// What the stream says went wrong.
    fn failed(&mut self) -> ArrowError {
        let text = self.0.get_last_error.and_then(|last_error| {
            // SAFETY: As above; the text, if there is one, is there until the next call.
            let text = unsafe { last_error(&raw mut self.0) };
            (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned())
        });
        ArrowError::CDataInterface(text.unwrap_or_else(|| "the stream has failed".to_owned()))
    }
}

/// The type that an object asks for; none if it cannot be said in Arrow.
pub fn requested(capsule: &Bound<'_, PyCapsule>) -> PyResult<Option<DataType>> {
    Ok(DataType::try_from(schema_in(capsule)?).ok())
}

/// A type as capsule.
pub fn schema_capsule<'py>(py: Python<'py>, field: &Field) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(field).map_err(|error| of_arrow(py, "the result", &error))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// An array as capsule.
pub fn array_capsule<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArray::new(&array.to_data()), ARRAY)
}
