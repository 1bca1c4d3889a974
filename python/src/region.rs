//! Regions (the whole class is made elsewhere).

use healpix_core::LonLat;
use healpix_core::region::{AnyRegion, Cone};
use pyo3::prelude::*;

use crate::error::{Place, from_core};

/// A region of the sphere.
#[pyclass(frozen, module = "healpixel")]
pub struct Region {
    pub(crate) inner: AnyRegion,
}

#[pymethods]
impl Region {
    /// A cone, degrees.
    #[staticmethod]
    fn cone(py: Python<'_>, lon: f64, lat: f64, radius: f64) -> PyResult<Self> {
        LonLat::from_degrees(lon, lat)
            .and_then(|at| Cone::new(at, radius.to_radians()))
            .map(|cone| Self { inner: cone.into() })
            .map_err(|error| from_core(py, &error, &Place::NONE))
    }
}
