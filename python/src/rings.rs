//! The rings of a polygon from arrays of vertices.

use pyo3::prelude::*;
use pyo3::types::PySequence;

use crate::column::floats;
use crate::error::refused;
use crate::position::columns;
use crate::recipe::Ring;
use crate::single::Together;
use crate::unit::Unit;

/// The rings of a polygon, of whatever they were given as.
pub fn rings(lon: &Bound<'_, PyAny>, lat: Option<&Bound<'_, PyAny>>, unit: Unit) -> PyResult<Vec<Ring>> {
    let Some(lat) = lat else {
        return match lon.hasattr("spherical")? || lon.cast::<PySequence>().is_err() {
            true => arrays(lon, None, unit),
            false => lon.try_iter()?.map(|ring| one_ring(&ring?, None, unit)).collect(),
        };
    };
    if !is_list_of_arrays(lon, unit)? {
        return arrays(lon, Some(lat), unit);
    }
    let (lons, lats): (Vec<_>, Vec<_>) =
        (lon.try_iter()?.collect::<PyResult<_>>()?, lat.try_iter()?.collect::<PyResult<_>>()?);
    if lons.len() != lats.len() {
        return Err(refused(lon.py(), format!("there are {} rings of lon, but {} of lat", lons.len(), lats.len())));
    }
    lons.iter().zip(&lats).map(|(lon, lat): (&Bound<'_, PyAny>, _)| one_ring(lon, Some(lat), unit)).collect()
}

/// Whether these are rings of different lengths, of which there is no array.
fn is_list_of_arrays(lon: &Bound<'_, PyAny>, unit: Unit) -> PyResult<bool> {
    if lon.cast::<PySequence>().is_err() {
        return Ok(false);
    }
    match lon.try_iter()?.next() {
        Some(first) => Ok(!floats(&first?, "lon", Some(unit))?.shape().is_empty()),
        None => Ok(false),
    }
}

fn one_ring(lon: &Bound<'_, PyAny>, lat: Option<&Bound<'_, PyAny>>, unit: Unit) -> PyResult<Ring> {
    let mut rings = arrays(lon, lat, unit)?;
    match (rings.pop(), rings.is_empty()) {
        (Some(ring), true) => Ok(ring),
        _ => Err(refused(lon.py(), "each ring of a polygon is an array of one dimension")),
    }
}

/// One ring of an array, or several of an array of two dimensions.
fn arrays(lon: &Bound<'_, PyAny>, lat: Option<&Bound<'_, PyAny>>, unit: Unit) -> PyResult<Vec<Ring>> {
    let py = lon.py();
    let pair = columns(lon, lat, unit)?;
    for (column, name) in pair.iter().zip(["lon", "lat"]) {
        if column.shape() != pair[0].shape() || !(1..=2).contains(&column.shape().len()) {
            let shape = crate::column::shape_text(column.shape());
            let text = format!("{name} of shape {shape} has no vertices: lon and lat are arrays of one length");
            return Err(refused(py, text));
        }
    }
    let together = Together::new(py, &pair)?.whole(py)?;
    let [lon, lat] = &together.columns;
    let n = together.shape.last().copied().unwrap_or(0).max(1);
    if lon.is_empty() {
        return Ok(vec![(Vec::new(), Vec::new())]);
    }
    Ok(lon.chunks(n).zip(lat.chunks(n)).map(|(lon, lat)| (lon.to_vec(), lat.to_vec())).collect())
}
