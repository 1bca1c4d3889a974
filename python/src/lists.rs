//! Lists for each cell: paths along edges, grids, cells around, edges at a deeper depth.

use std::sync::atomic::{AtomicUsize, Ordering};

use healpix_core::{Cell, Depth, Error, LonLat, Nside, RingCell, nested, ring};
use numpy::{PyUntypedArray, PyUntypedArrayMethods};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PySlice;

use crate::call::{Ask, elementwise};
use crate::error::refused;
use crate::given::Given;
use crate::output::Kind;
use crate::resolution::{Resolution, one_named};
use crate::unit::Unit;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;
type Object<'a, 'py> = &'a Bound<'py, PyAny>;
type Cells = Result<Vec<u64>, Error>;
type Positions = Result<Vec<LonLat>, Error>;

/// The functions of a numbering that make a list of one cell.
pub trait Listed: Resolution {
    fn path_along_edge(self, cell: u64, k: u32) -> Positions;
    fn grid(self, cell: u64, k: u32) -> Positions;
    fn neighbor_ring(self, cell: u64, k: u32) -> Cells;
    fn neighbor_disc(self, cell: u64, k: u32) -> Cells;
}

macro_rules! listed {
    ($resolution:ty, $cell:ident, $room:ident) => {
        impl Listed for $resolution {
            fn path_along_edge(self, cell: u64, k: u32) -> Positions {
                $room::path_along_edge($cell::new(self, cell)?, k)
            }
            fn grid(self, cell: u64, k: u32) -> Positions {
                $room::grid($cell::new(self, cell)?, k)
            }
            fn neighbor_ring(self, cell: u64, k: u32) -> Cells {
                $room::neighbor_ring($cell::new(self, cell)?, k)
            }
            fn neighbor_disc(self, cell: u64, k: u32) -> Cells {
                $room::neighbor_disc($cell::new(self, cell)?, k)
            }
        }
    };
}
listed!(Depth, Cell, nested);
listed!(Nside, RingCell, ring);

/// Does `one` for every cell, with `width` places in the results for each. What is wrong with one cell is told with its index.
pub fn each(
    cells: &[u64],
    width: usize,
    mut one: impl FnMut(u64, std::ops::Range<usize>) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut first, mut count) = (None, 0);
    for (index, &cell) in cells.iter().enumerate() {
        match one(cell, index * width..(index + 1) * width) {
            Ok(()) => {}
            Err(error) if of_element(&error) => {
                count += 1;
                first.get_or_insert((index, error));
            }
            Err(error) => return Err(error),
        }
    }
    match first {
        Some((index, error)) => Err(Error::Elements { index, count, len: cells.len(), first: Box::new(error) }),
        None => Ok(()),
    }
}

/// Whether this is wrong with an element, and not with the call.
fn of_element(error: &Error) -> bool {
    matches!(
        error,
        Error::Cell { .. }
            | Error::Depth { .. }
            | Error::Nside { .. }
            | Error::NsideNotPowerOfTwo { .. }
            | Error::Ring { .. }
    )
}

fn positions<'py, R: Resolution>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    width: usize,
    unit: &str,
    ask: &Ask<'_, 'py>,
    list: impl Fn(R, u64) -> Positions + Sync,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let arguments = [Given::cells(cell, "cell")];
    let kinds = [Kind::F(width), Kind::F(width)];
    elementwise(py, Some(at), arguments, kinds, ask, |at: R, [cell], [lon, lat]| {
        let (lon, lat) = (lon.floats(), lat.floats());
        lon.fill(f64::NAN);
        lat.fill(f64::NAN);
        each(cell.cells(), width, |cell, places| {
            let list = list(at, cell)?;
            let to = lon[places.clone()].iter_mut().zip(&mut lat[places]);
            for (at, (lon, lat)) in list.iter().map(|at| at.in_unit(unit.core())).zip(to) {
                (*lon, *lat) = at.as_given();
            }
            Ok(())
        })
    })
}

/// Cells for each cell: as many as there are for a single one, filled up with -1 where there are several.
fn cells<'py, R: Resolution>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    width: usize,
    ask: &Ask<'_, 'py>,
    list: impl Fn(R, u64) -> Cells + Sync,
) -> Answer<'py> {
    let py = at.py();
    let length = AtomicUsize::new(width);
    let given = [Given::cells(cell, "cell")];
    let answer = elementwise(py, Some(at), given, [Kind::U(width)], ask, |at: R, [cell], [out]| {
        let out = out.cells();
        out.fill(u64::MAX);
        each(cell.cells(), width, |cell, places| {
            let list = list(at, cell)?;
            length.store(list.len(), Ordering::Relaxed);
            out[places].iter_mut().zip(list).for_each(|(place, cell)| *place = cell);
            Ok(())
        })
    })?;
    // An array of one axis is that of one cell, unless it is the caller's.
    let single = ask.out.is_none() && answer.cast::<PyUntypedArray>().is_ok_and(|array| array.ndim() == 1);
    let length = length.into_inner();
    if !single || length >= width {
        return Ok(answer);
    }
    let length = isize::try_from(length).map_err(|error| refused(py, error.to_string()))?;
    answer.get_item(PySlice::new(py, 0, length, 1))
}

/// Steps, few enough to make room for what they lead to.
fn steps(k: Object<'_, '_>, min: u32, max: u32) -> PyResult<u32> {
    match crate::single::count(k, "step count").map(u32::try_from) {
        Ok(Ok(k)) if (min..=max).contains(&k) => Ok(k),
        Err(error) if error.is_instance_of::<PyTypeError>(k.py()) => Err(error),
        _ => {
            let text = format!("step count {} is outside {min}..={max}", k.str()?);
            Err(crate::error::refused_value(k.py(), text, k.clone()))
        }
    }
}

pub fn path_along_edge<'py, R: Listed>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    k: Object<'_, 'py>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let k = steps(k, 1, 4096)?;
    let width = 4 * k as usize;
    positions(at, cell, width, unit, ask, |at: R, cell| at.path_along_edge(cell, k))
}

pub fn grid<'py, R: Listed>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    k: Object<'_, 'py>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let k = steps(k, 1, 4096)?;
    let side = k as usize;
    positions(at, cell, side * side, unit, ask, |at: R, cell| at.grid(cell, k))
}

pub fn neighbor_ring<'py, R: Listed>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    k: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let k = steps(k, 0, 1024)?;
    let width = (8 * k as usize).max(1);
    cells(at, cell, width, ask, |at: R, cell| at.neighbor_ring(cell, k))
}

pub fn neighbor_disc<'py, R: Listed>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    k: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let k = steps(k, 0, 1024)?;
    let side = 2 * k as usize + 1;
    cells(at, cell, side * side, ask, |at: R, cell| at.neighbor_disc(cell, k))
}

/// Which cells at a deeper depth along the border of a cell.
#[derive(Clone, Copy)]
pub enum Border {
    Internal,
    External,
}

pub fn edge<'py>(
    border: Border,
    depth: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    deeper_depth: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = depth.py();
    let (at, deeper) = (crate::resolution::one::<Depth>(depth)?, one_named::<Depth>(deeper_depth, "deeper_depth")?);
    let width = Cell::new(at, 0).and_then(|cell| nested::internal_edge_len(deeper, cell));
    let width = width.map_err(|error| crate::error::from_core(py, &error, &crate::error::Place::NONE))? as usize;
    match border {
        Border::Internal => {
            cells(depth, cell, width, ask, |at, cell| nested::internal_edge(deeper, Cell::new(at, cell)?))
        }
        // Four sides and at most four corners.
        Border::External => cells(depth, cell, if width == 1 { 8 } else { width + 8 }, ask, |at, cell| {
            nested::external_edge(deeper, Cell::new(at, cell)?)
        }),
    }
}

pub fn corners<'py>(
    border: Border,
    depth: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    deeper_depth: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let deeper = one_named::<Depth>(deeper_depth, "deeper_depth")?;
    let arguments = [Given::cells(cell, "cell")];
    elementwise(depth.py(), Some(depth), arguments, [Kind::U(4)], ask, |at: Depth, [cell], [out]| {
        let out = out.cells();
        out.fill(u64::MAX);
        each(cell.cells(), 4, |cell, places| {
            let cell = Cell::new(at, cell)?;
            let corners = match border {
                Border::Internal => nested::internal_corners(deeper, cell)?.map(Some),
                Border::External => nested::external_corners(deeper, cell)?,
            };
            out[places].copy_from_slice(&corners.map(|corner| corner.unwrap_or(u64::MAX)));
            Ok(())
        })
    })
}
