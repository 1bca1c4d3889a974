//! Errors of the core as Python exceptions: `HealpixError` with what is known of the bad element.

use healpix_core::Error;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyMemoryError, PyOSError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// The classes of `healpixel/_errors.py`.
struct Classes {
    error: Py<PyType>,
    stopped: Py<PyType>,
}

fn classes(py: Python<'_>) -> PyResult<&'static Classes> {
    static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
    CLASSES.get_or_try_init(py, || {
        let module = py.import("healpixel._errors")?;
        let class = |name| -> PyResult<Py<PyType>> { Ok(module.getattr(name)?.cast_into::<PyType>()?.unbind()) };
        Ok(Classes { error: class("HealpixError")?, stopped: class("Stopped")? })
    })
}

/// A `HealpixError` with such a text.
pub fn refused(py: Python<'_>, text: impl Into<String>) -> PyErr {
    match classes(py) {
        Ok(classes) => PyErr::from_type(classes.error.bind(py).clone(), (text.into(),)),
        Err(error) => error,
    }
}

/// A `HealpixError` with such a text and value.
pub fn refused_value<'py>(py: Python<'py>, text: impl Into<String>, value: impl IntoPyObject<'py>) -> PyErr {
    let error = refused(py, text);
    // An attribute that cannot be set is no reason to lose the error.
    if let Ok(value) = value.into_bound_py_any(py) {
        let _ = error.value(py).setattr("value", value);
    }
    error
}

/// How the bad elements of a call are told.
pub struct Place<'a> {
    /// The shape of the arguments together.
    pub shape: &'a [usize],
    /// Whether cells came as signed numbers: the core sees -1 as 2^64 - 1.
    pub signed: bool,
    /// The number that was given, where the core sees a smaller type's largest in its place.
    pub given: Option<u64>,
}

impl<'a> Place<'a> {
    /// A call that has no elements.
    pub const NONE: Place<'static> = Place { shape: &[], signed: true, given: None };

    /// Elements of that shape.
    pub const fn of(shape: &'a [usize], signed: bool) -> Self {
        Self { shape, signed, given: None }
    }
}

/// The number that stands for one too large for its type, in errors that are about such numbers.
pub fn too_large(error: &Error) -> Option<u64> {
    let (value, largest) = match error.root() {
        Error::Depth { depth: value } | Error::BaseCell { base_cell: value } => (u64::from(*value), u64::from(u8::MAX)),
        Error::Nside { nside: value } | Error::Ring { ring: value, .. } | Error::FaceCoordinate { value, .. } => {
            (u64::from(*value), u64::from(u32::MAX))
        }
        _ => return None,
    };
    (value == largest).then_some(value)
}

/// The exception for an error of the core.
pub fn from_core(py: Python<'_>, error: &Error, place: &Place<'_>) -> PyErr {
    match error {
        Error::OutOfMemory { .. } => return PyMemoryError::new_err(error.to_string()),
        Error::Io { reason } => return PyOSError::new_err(reason.to_string()),
        Error::Stopped => {
            return match classes(py) {
                Ok(classes) => PyErr::from_type(classes.stopped.bind(py).clone(), (error.to_string(),)),
                Err(error) => error,
            };
        }
        _ => {}
    }
    let root = root_text(error.root(), place);
    let exception = match error {
        Error::Elements { index, count, len, .. } => {
            let at = Index::of(*index, place.shape);
            let text = if place.shape.is_empty() {
                root
            } else {
                format!("{count} of {len} elements are invalid; the first, at index {}: {root}", at.text())
            };
            let exception = refused(py, text);
            let _ = exception.value(py).setattr("count", *count);
            if let Ok(index) = at.to_python(py) {
                let _ = exception.value(py).setattr("index", index);
            }
            exception
        }
        _ => refused(py, root),
    };
    let value = match place.given {
        Some(given) => (given as i64).into_bound_py_any(py).ok(),
        None => value_of(py, error.root(), place.signed),
    };
    if let Some(value) = value {
        let _ = exception.value(py).setattr("value", value);
    }
    exception
}

/// Where an element is.
enum Index {
    Scalar,
    Flat(usize),
    Many(Vec<usize>),
}

impl Index {
    fn of(flat: usize, shape: &[usize]) -> Self {
        match shape {
            [] => Self::Scalar,
            [_] => Self::Flat(flat),
            _ => {
                let mut rest = flat;
                let mut places: Vec<usize> = shape
                    .iter()
                    .rev()
                    .map(|&n| {
                        let place = rest % n.max(1);
                        rest /= n.max(1);
                        place
                    })
                    .collect();
                places.reverse();
                Self::Many(places)
            }
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Scalar => String::new(),
            Self::Flat(index) => index.to_string(),
            Self::Many(places) => {
                format!("({})", places.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match self {
            Self::Scalar => py.None().into_bound(py),
            Self::Flat(index) => index.into_pyobject(py)?.into_any(),
            Self::Many(places) => pyo3::types::PyTuple::new(py, places)?.into_any(),
        })
    }
}

/// The core's text; with the number that was given where that was negative, or too large for the core's type.
fn root_text(error: &Error, place: &Place<'_>) -> String {
    let text = error.to_string();
    let (seen, given) = match (unsigned_value(error), too_large(error), place.given) {
        (Some(value), ..) if place.signed && value > i64::MAX as u64 => (value, value as i64),
        (_, Some(seen), Some(given)) => (seen, given as i64),
        _ => return range_text(error, place).unwrap_or(text),
    };
    text.replacen(&seen.to_string(), &given.to_string(), 1)
}

/// The same where two numbers may have been negative.
fn range_text(error: &Error, place: &Place<'_>) -> Option<String> {
    match error {
        Error::CellRange { start, end, n_cells } if place.signed => Some(format!(
            "the range of cells {}..{} does not fit: start must not be above end, and end at most {n_cells}",
            *start as i64, *end as i64
        )),
        _ => None,
    }
}

/// The number that may have been negative.
fn unsigned_value(error: &Error) -> Option<u64> {
    match error {
        Error::Cell { index, .. } | Error::CellOrder { index, .. } => Some(*index),
        Error::Uniq { value } | Error::Zuniq { value } | Error::CellOffset { value, .. } => Some(*value),
        _ => None,
    }
}

/// The refused value, where there is a single one.
fn value_of<'py>(py: Python<'py>, error: &Error, signed: bool) -> Option<Bound<'py, PyAny>> {
    fn object<'py>(py: Python<'py>, value: impl IntoPyObject<'py>) -> Option<Bound<'py, PyAny>> {
        value.into_bound_py_any(py).ok()
    }
    if let Some(value) = unsigned_value(error) {
        return if signed { object(py, value as i64) } else { object(py, value) };
    }
    match error {
        Error::Depth { depth } | Error::DepthU32 { depth, .. } => object(py, *depth),
        Error::Nside { nside } | Error::NsideNotPowerOfTwo { nside } | Error::NsideU32 { nside, .. } => {
            object(py, *nside)
        }
        Error::Ring { ring, .. } => object(py, *ring),
        Error::BaseCell { base_cell } => object(py, *base_cell),
        Error::FaceCoordinate { value, .. } => object(py, *value),
        Error::Longitude { value }
        | Error::Latitude { value, .. }
        | Error::Radius { value, .. }
        | Error::PositionAngle { value, .. }
        | Error::Size { value, .. }
        | Error::Level { value }
        | Error::Probability { value } => object(py, *value),
        Error::CellRange { start, end, .. } if signed => object(py, (*start as i64, *end as i64)),
        Error::CellRange { start, end, .. } => object(py, (*start, *end)),
        Error::Vector { x, y, z } => object(py, (*x, *y, *z)),
        Error::Offset { dx, dy } => object(py, (*dx, *dy)),
        Error::Plane { x, y } => object(py, (*x, *y)),
        Error::Direction { code } => object(py, *code),
        Error::DepthOrder { target, .. } => object(py, *target),
        Error::Steps { k, .. } => object(py, *k),
        Error::Threads { count, .. } => object(py, *count),
        Error::Vertex { source, .. } => value_of(py, source, signed),
        _ => None,
    }
}
