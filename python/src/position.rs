//! Positions: longitude and latitude, or one object that has both.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::column::{Column, floats};
use crate::given::Given;
use crate::unit::Unit;

type Object<'a, 'py> = &'a Bound<'py, PyAny>;

/// A position: two arguments, or one object that has both, whose own frame counts.
pub struct Position<'a, 'py> {
    lon: Object<'a, 'py>,
    lat: Option<Object<'a, 'py>>,
    both: Option<[Bound<'py, PyAny>; 2]>,
}

impl<'a, 'py> Position<'a, 'py> {
    /// `lon` alone may be a `SkyCoord`, or another object with a `spherical` representation.
    #[inline]
    pub fn of(lon: Object<'a, 'py>, lat: Option<Object<'a, 'py>>) -> PyResult<Self> {
        let both = match lat {
            Some(_) => None,
            None => Some(both(lon)?),
        };
        Ok(Self { lon, lat, both })
    }

    #[inline]
    fn objects(&self) -> [Object<'_, 'py>; 2] {
        match (&self.both, self.lat) {
            (Some([lon, lat]), _) => [lon, lat],
            (None, lat) => [self.lon, lat.unwrap_or(self.lon)],
        }
    }

    /// Longitude and latitude as arguments.
    #[inline]
    pub fn given(&self, unit: Unit) -> [Given<'_, 'py>; 2] {
        let [lon, lat] = self.objects();
        [Given::angles(lon, "lon", unit), Given::angles(lat, "lat", unit)]
    }
}

fn both<'py>(object: Object<'_, 'py>) -> PyResult<[Bound<'py, PyAny>; 2]> {
    let Ok(spherical) = object.getattr(pyo3::intern!(object.py(), "spherical")) else {
        return Err(PyTypeError::new_err("lat is missing: give lon and lat, or one SkyCoord"));
    };
    Ok([spherical.getattr("lon")?, spherical.getattr("lat")?])
}

/// Longitudes and latitudes as columns.
pub fn columns<'py>(lon: Object<'_, 'py>, lat: Option<Object<'_, 'py>>, unit: Unit) -> PyResult<[Column<'py, f64>; 2]> {
    let position = Position::of(lon, lat)?;
    let [lon, lat] = position.objects();
    Ok([floats(lon, "lon", Some(unit))?, floats(lat, "lat", Some(unit))?])
}
