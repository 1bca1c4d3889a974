//! Point indexes as `pickle` keeps them: the positions as they are stored, in radians and in the order of the rows.
//!
//! Of a position that came in degrees the cell is that of the degrees, so a few in a million are, by a rounding, on the other side of a
//! border than their radians. For those, degrees are found that give these radians and that cell.

use healpix_core::{Depth, Error, LonLat, PointIndex as Index, batch, nested};
use numpy::{PyArray1, PyArrayMethods};
use pyo3::prelude::*;

use crate::column::aligned;
use crate::error::refused;
use crate::point_index::PointIndex;
use crate::work;

/// A row that is not in the cell of its radians: its number and position in degrees.
type Odd = (u32, f64, f64);

/// What makes an index again: longitudes and latitudes of all row numbers, NaN where there is no row, and the odd rows.
type Parts<'py> = (Bound<'py, PyArray1<f64>>, Bound<'py, PyArray1<f64>>, Vec<Odd>);

impl PointIndex {
    /// What is pickled.
    pub fn parts<'py>(&self, py: Python<'py>) -> PyResult<Parts<'py>> {
        let index = self.index();
        let found = work::done(py, || taken_apart(index))?;
        let (lon, lat, odd) =
            found.ok_or_else(|| refused(py, "a row of the index is too far from its cell to be pickled"))?;
        Ok((PyArray1::from_vec(py, lon), PyArray1::from_vec(py, lat), odd))
    }
}

/// The index that pickled parts make.
#[pyfunction]
pub fn _point_index_of_parts(
    py: Python<'_>,
    lon: &Bound<'_, PyArray1<f64>>,
    lat: &Bound<'_, PyArray1<f64>>,
    odd: Vec<Odd>,
) -> PyResult<PointIndex> {
    // Out of a pickle, arrays lie anywhere.
    let (lon, lat) = (aligned(lon)?.try_readonly()?, aligned(lat)?.try_readonly()?);
    let (lon, lat) = (lon.as_array().to_vec(), lat.as_array().to_vec());
    work::done(py, || put_together(&lon, &lat, &odd)).map(PointIndex::of)
}

type Columns = (Vec<f64>, Vec<f64>, Vec<Odd>);

/// None where a row has no degrees.
fn taken_apart(index: &Index) -> Result<Option<Columns>, Error> {
    let n = index.rows() as usize;
    let (keys, rows, lons, lats) = (index.cell_keys()?, index.row_numbers()?, index.lons()?, index.lats()?);
    let mut cells = vec![0; keys.len()];
    batch::nested::hash(Depth::MAX, lons, lats, &mut cells)?;
    let (mut lon, mut lat, mut odd) = (vec![f64::NAN; n], vec![f64::NAN; n], Vec::new());
    for (slot, &row) in rows.iter().enumerate() {
        (lon[row as usize], lat[row as usize]) = (lons[slot], lats[slot]);
        if cells[slot] != keys[slot] {
            let Some((lon, lat)) = degrees(lons[slot], lats[slot], keys[slot]) else { return Ok(None) };
            odd.push((row, lon, lat));
        }
    }
    odd.sort_unstable_by_key(|odd| odd.0);
    Ok(Some((lon, lat, odd)))
}

/// The double so many steps above a finite one.
fn stepped(value: f64, steps: i64) -> f64 {
    // The bits count the doubles away from zero; here from the lowest to the highest. Both zeros are one place.
    let ordered = |bits: i64| if bits < 0 { i64::MIN - bits } else { bits };
    f64::from_bits(ordered(ordered(value.to_bits() as i64) + steps) as u64)
}

/// Degrees that are stored as these radians, in that cell.
fn degrees(lon: f64, lat: f64, key: u64) -> Option<(f64, f64)> {
    /// Roundings between degrees and radians and back.
    const STEPS: i64 = 4;
    let around = |value: f64| (-STEPS..=STEPS).map(move |steps| stepped(value, steps));
    let at = LonLat::new(lon, lat).ok()?;
    around(at.lon_deg()).flat_map(|lon| around(at.lat_deg()).map(move |lat| (lon, lat))).find(
        |(given_lon, given_lat)| {
            LonLat::from_degrees(*given_lon, *given_lat).is_ok_and(|given| {
                (given.lon(), given.lat()) == (lon, lat) && nested::hash(Depth::MAX, given).index() == key
            })
        },
    )
}

/// The rows in their order: most of them in radians, the odd ones in degrees.
fn put_together(lon: &[f64], lat: &[f64], odd: &[Odd]) -> Result<Index, Error> {
    let mut index = Index::with_capacity(lon.len())?;
    let mut first = 0;
    let push = |index: &mut Index, rows: std::ops::Range<usize>| -> Result<(), Error> {
        let (Some(lon), Some(lat)) = (lon.get(rows.clone()), lat.get(rows)) else {
            return Err(Error::Length { what: "lat", expected: lon.len(), got: lat.len() });
        };
        // What is bad is a number without a row.
        match index.push_slice(lon, lat) {
            Ok(_) | Err(Error::Elements { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    };
    for &(row, lon, lat) in odd {
        push(&mut index, first..row as usize)?;
        index.push(LonLat::from_degrees(lon, lat)?)?;
        first = row as usize + 1;
    }
    push(&mut index, first..lon.len())?;
    index.build()?;
    Ok(index)
}
