//! Cells of a region as they are found.

use std::ops::ControlFlow;
use std::sync::Arc;

use healpix_core::coverage::{self, CoverageCell};
use healpix_core::{Depth, Error};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::region::Region;
use crate::resolution::one;
use crate::view::view;
use crate::work;

/// Hands the nested cells of a region to a function, in order and compacted as in `Coverage`, without storing them.
///
/// Parameters
/// ----------
/// depth : int
///     0 to 29.
/// region : Region
/// function : callable
///     Called with a structured array of up to 1024 cells, as `Coverage.cells` is, which it may keep. If it returns False, the work ends; an
///     exception that it raises ends the work and arrives as it is.
///
/// Returns
/// -------
/// bool
///     Whether all cells were handed over; False if the function asked to stop.
///
/// Examples
/// --------
/// Ten thousand cells of a cone that has millions:
///
/// >>> from healpixel import Region, visit
/// >>> found = []
/// >>> def take(cells):
/// ...     found.extend(cells["index"])
/// ...     return len(found) < 10_000
/// >>> visit(20, Region.cone(10, 20, 30), take)
/// False
#[pyfunction]
#[pyo3(name = "visit")]
pub fn visit_cells(
    py: Python<'_>,
    depth: &Bound<'_, PyAny>,
    region: &Bound<'_, Region>,
    function: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let (depth, region) = (one::<Depth>(depth)?, region.get().shared());
    if !function.is_callable() {
        let text = format!("function must be callable with an array of cells, not {}", function.get_type().name()?);
        return Err(PyTypeError::new_err(text));
    }
    let function = function.clone().unbind();
    let mut raised = None;
    let flow = work::done(py, || {
        coverage::visit(depth, &*region, |cells| match hand_over(&function, cells) {
            Ok(true) => ControlFlow::Continue(()),
            Ok(false) => ControlFlow::Break(()),
            Err(error) => {
                raised = Some(error);
                ControlFlow::Break(())
            }
        })
    })?;
    match raised {
        Some(error) => Err(error),
        None => Ok(flow.is_continue()),
    }
}

/// Whether the function wants more.
fn hand_over(function: &Py<PyAny>, cells: &[CoverageCell]) -> PyResult<bool> {
    let mut kept = Vec::new();
    let room = kept.try_reserve_exact(cells.len());
    Python::attach(|py| {
        room.map_err(|_| {
            let error = Error::OutOfMemory { elements: cells.len() as u64 };
            crate::error::from_core(py, &error, &crate::error::Place::NONE)
        })?;
        kept.extend_from_slice(cells);
        let answer = function.bind(py).call1((view(py, &Arc::new(kept), Vec::as_slice)?,))?;
        // None, what a function without `return` returns, goes on.
        Ok(answer.is_none() || answer.is_truthy()?)
    })
}
