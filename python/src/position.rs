//! Positions: longitude and latitude, or one object that has both.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::call::Argument;
use crate::column;
use crate::unit::Unit;

/// Longitude and latitude as two arguments; `lon` alone may be a `SkyCoord` (or another object with a `spherical`
/// representation), whose own frame counts.
pub fn position<'py>(
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: Unit,
) -> PyResult<[Argument<'py>; 2]> {
    let [lon, lat] = columns(lon, lat, unit)?;
    Ok([Argument::Floats(lon), Argument::Floats(lat)])
}

/// The same as columns.
pub fn columns<'py>(
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: Unit,
) -> PyResult<[column::Column<'py, f64>; 2]> {
    if let Some(lat) = lat {
        return Ok([column::floats(lon, "lon", Some(unit))?, column::floats(lat, "lat", Some(unit))?]);
    }
    let py = lon.py();
    let Ok(spherical) = lon.getattr(pyo3::intern!(py, "spherical")) else {
        return Err(PyTypeError::new_err("lat is missing: give lon and lat, or one SkyCoord"));
    };
    let (lon, lat) = (spherical.getattr("lon")?, spherical.getattr("lat")?);
    Ok([column::floats(&lon, "lon", Some(unit))?, column::floats(&lat, "lat", Some(unit))?])
}
