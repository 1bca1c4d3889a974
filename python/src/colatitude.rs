//! Positions as healpy has them: colatitudes and longitudes in radians. For `healpixel.compat.healpy`.

use std::f64::consts::FRAC_PI_2;

use healpix_core::{Depth, Error, Nside};
use pyo3::prelude::*;
use smallvec::SmallVec;

use crate::call::{Ask, elementwise};
use crate::given::Given;
use crate::output::Kind;
use crate::points::Numbering;
use crate::unit::Unit;
use crate::work::FEW;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;
type Object<'a, 'py> = &'a Bound<'py, PyAny>;

/// Below this colatitude its difference from a right angle has too few digits left.
const NEAR_POLE: f64 = 0.01;

const ASK: Ask<'_, '_> = Ask { out: None, errors: "raise", threads: None };

/// Centres of cells. `at` is a depth, or an nside where the cells are ring cells.
#[pyfunction]
pub fn _pix2ang<'py>(nest: bool, at: Object<'_, 'py>, cell: Object<'_, 'py>) -> Answer<'py> {
    if nest { centers::<Depth>(at, cell) } else { centers::<Nside>(at, cell) }
}

/// Cells that contain positions; those whose colatitude is negative are refused as latitude NaN.
#[pyfunction]
pub fn _ang2pix<'py>(nest: bool, at: Object<'_, 'py>, theta: Object<'_, 'py>, phi: Object<'_, 'py>) -> Answer<'py> {
    if nest { cells::<Depth>(at, theta, phi) } else { cells::<Nside>(at, theta, phi) }
}

fn centers<'py, R: Numbering>(at: Object<'_, 'py>, cell: Object<'_, 'py>) -> Answer<'py> {
    let kinds = [Kind::F(1), Kind::F(1)];
    elementwise(at.py(), Some(at), [Given::cells(cell, "cell")], kinds, &ASK, |at: R, [cell], [theta, phi]| {
        let (cells, theta) = (cell.cells(), theta.floats());
        let result = at.center(Unit::Radians, cells, phi.floats(), theta);
        for (theta, cell) in theta.iter_mut().zip(cells) {
            *theta = FRAC_PI_2 - *theta;
            if *theta < NEAR_POLE {
                *theta = colatitude(at, *cell).unwrap_or(*theta);
            }
        }
        result
    })
}

/// The colatitude of a centre next to the north pole, to the last digits.
#[cold]
fn colatitude<R: Numbering>(at: R, cell: u64) -> Option<f64> {
    let (mut x, mut y, mut z) = ([0.0], [0.0], [0.0]);
    at.center_vec(&[cell], &mut x, &mut y, &mut z).ok()?;
    Some((x[0] * x[0] + y[0] * y[0]).sqrt().atan2(z[0]))
}

fn cells<'py, R: Numbering>(at: Object<'_, 'py>, theta: Object<'_, 'py>, phi: Object<'_, 'py>) -> Answer<'py> {
    let given = [Given::angles(theta, "theta", Unit::Radians), Given::angles(phi, "phi", Unit::Radians)];
    elementwise(at.py(), Some(at), given, [Kind::U(1)], &ASK, |at: R, [theta, phi], [cells]| {
        // The difference is rounded, so a negative colatitude next to 0 would become the pole.
        let latitude = |theta: &f64| if *theta < 0.0 { f64::NAN } else { FRAC_PI_2 - theta };
        let theta = theta.floats();
        let mut latitudes = SmallVec::<[f64; FEW]>::new();
        let room = latitudes.try_reserve_exact(theta.len());
        room.map_err(|_| Error::OutOfMemory { elements: theta.len() as u64 })?;
        latitudes.extend(theta.iter().map(latitude));
        at.hash(Unit::Radians, phi.floats(), &latitudes, cells.cells())
    })
}
