//! Arguments that are one number, and columns of numbers without gaps.

use healpix_core::LonLat;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt};

use crate::column::{self, Column, Shape, common_shape};
use crate::error::{Place, from_core, refused, refused_value};
use crate::flat::Flat;
use crate::position::columns;
use crate::unit::Unit;

/// One angle.
pub fn angle(object: &Bound<'_, PyAny>, name: &str, unit: Unit) -> PyResult<f64> {
    scalar(&column::floats(object, name, Some(unit))?, name)
}

/// An angle that may not be left out, although what comes before it may.
pub fn required_angle(object: Option<&Bound<'_, PyAny>>, name: &str, unit: Unit) -> PyResult<f64> {
    angle(required(object, name)?, name, unit)
}

/// An argument that may not be left out.
pub fn required<'a, 'py>(object: Option<&'a Bound<'py, PyAny>>, name: &str) -> PyResult<&'a Bound<'py, PyAny>> {
    object.ok_or_else(|| PyTypeError::new_err(format!("{name} is missing")))
}

/// One number that is no angle.
pub fn number(object: &Bound<'_, PyAny>, name: &str) -> PyResult<f64> {
    scalar(&column::floats(object, name, None)?, name)
}

fn scalar(column: &Column<'_, f64>, name: &str) -> PyResult<f64> {
    column.scalar().ok_or_else(|| PyTypeError::new_err(format!("{name} must be a single number, not an array")))
}

/// One position, as the numbers that were given.
pub fn place(lon: &Bound<'_, PyAny>, lat: Option<&Bound<'_, PyAny>>, unit: Unit) -> PyResult<(f64, f64)> {
    let [lon, lat] = columns(lon, lat, unit)?;
    Ok((scalar(&lon, "lon")?, scalar(&lat, "lat")?))
}

/// One position.
pub fn position(py: Python<'_>, (lon, lat): (f64, f64), unit: Unit) -> PyResult<LonLat> {
    LonLat::with_unit(lon, lat, unit.core()).map_err(|error| from_core(py, &error, &Place::NONE))
}

/// A number of things.
pub fn count(object: &Bound<'_, PyAny>, name: &str) -> PyResult<usize> {
    match object.extract::<usize>() {
        Ok(number) if !object.is_instance_of::<PyBool>() => Ok(number),
        Err(_) if object.is_instance_of::<PyInt>() => {
            let number = object.str()?;
            let text = match object.lt(0)? {
                true => format!("{name} {number} is outside the whole numbers from 0 on"),
                false => format!("{name} {number} is outside the numbers of 64 bits"),
            };
            Err(refused_value(object.py(), text, object.clone()))
        }
        _ => {
            let text = format!("{name} must be a whole number, not {}", object.get_type().name()?);
            Err(PyTypeError::new_err(text))
        }
    }
}

/// Columns of one length: the elements of arguments together, in the order of their common shape.
pub struct Together<'a, 'py, const N: usize> {
    pub shape: Shape,
    pub columns: [Flat<'a, 'py, f64>; N],
    /// Which elements are missing in one of the arguments at least.
    pub missing: Option<Vec<bool>>,
}

impl<'a, 'py, const N: usize> Together<'a, 'py, N> {
    pub fn new(py: Python<'py>, columns: &'a [Column<'py, f64>; N]) -> PyResult<Self> {
        let shape = common_shape(py, &columns.each_ref().map(|column| column.shape()))?;
        let mut flat = Vec::with_capacity(N);
        let mut missing: Option<Vec<bool>> = None;
        for column in columns {
            flat.push(column.flat(py, &shape)?);
            match (&mut missing, column.missing(py, &shape)?) {
                (Some(all), Some(one)) => all.iter_mut().zip(one).for_each(|(place, missing)| *place |= missing),
                (none, one) => *none = none.take().or(one),
            }
        }
        let columns = flat.try_into().map_err(|_| refused(py, "columns were lost"))?;
        Ok(Self { shape, columns, missing })
    }

    /// Refuses elements that are missing.
    pub fn whole(self, py: Python<'_>) -> PyResult<Self> {
        match self.missing.as_ref().and_then(|missing| missing.iter().position(|missing| *missing)) {
            Some(index) => Err(refused(py, format!("element {index} is masked: there must be a number"))),
            None => Ok(self),
        }
    }
}
