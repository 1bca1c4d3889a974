//! Regions from pickles.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::error::refused;
use crate::recipe::Recipe;
use crate::region::Region;

/// The region that pickled steps make.
#[pyfunction]
pub fn _region_of_steps(py: Python<'_>, steps: Vec<Bound<'_, PyTuple>>) -> PyResult<Region> {
    let broken = || refused(py, "the pickled region is damaged");
    let mut stack: Vec<Region> = Vec::new();
    for step in &steps {
        if let Some(recipe) = Recipe::of_step(step)? {
            stack.push(Region::of(py, recipe)?);
            continue;
        }
        let (symbol, n): (String, usize) = step.extract()?;
        let parts = stack.split_off(stack.len().checked_sub(n).ok_or_else(broken)?);
        stack.push(match (symbol.as_str(), &parts[..]) {
            ("|", _) => Region::joined(py, true, parts.iter())?,
            ("&", _) => Region::joined(py, false, parts.iter())?,
            ("~", [inner]) => inner.complement(py)?,
            _ => return Err(broken()),
        });
    }
    match (stack.pop(), stack.is_empty()) {
        (Some(region), true) => Ok(region),
        _ => Err(broken()),
    }
}
