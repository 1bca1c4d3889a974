//! The functions of `healpixel.nested` between depths.

use pyo3::prelude::*;

use crate::call::Ask;
use crate::work::Threads;
use crate::{hierarchy, lists};

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// The numbers that cells have in the ring numbering.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.to_ring(8, [0, 1, 2])
/// array([391808, 390784, 390783])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn to_ring<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::to_ring(depth, cell, &Ask { out, errors, threads })
}

/// The cells of the next shallower depth that cells lie in.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.parent(8, [100, 101, 104])
/// array([25, 25, 26])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn parent<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::parent(depth, cell, &Ask { out, errors, threads })
}

/// The cells of a shallower depth that cells lie in.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.ancestor(8, 100_000, 4)
/// 390
#[pyfunction]
#[pyo3(signature = (depth, cell, ancestor_depth, *, out=None, errors="raise", threads=None))]
fn ancestor<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    ancestor_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::ancestor(depth, cell, ancestor_depth, &Ask { out, errors, threads })
}

/// The four cells of the next deeper depth in cells, on a last axis of 4.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.children(8, 10)
/// array([40, 41, 42, 43])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn children<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::children(depth, cell, &Ask { out, errors, threads })
}

/// The four children of the parents of cells, themselves among them, on a last axis of 4.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.siblings(8, 10)
/// array([ 8,  9, 10, 11])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn siblings<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::siblings(depth, cell, &Ask { out, errors, threads })
}

/// The cells of a deeper depth in cells: the first ones, and one past the last ones.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.range(8, 10, 12)
/// (2560, 2816)
#[pyfunction]
#[pyo3(signature = (depth, cell, deeper_depth, *, out=None, errors="raise", threads=None))]
fn range<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    deeper_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::range(depth, cell, deeper_depth, &Ask { out, errors, threads })
}

/// The base cells, 0 to 11, that cells lie in.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.base_cell([0, 29], 5)
/// array([5, 0])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn base_cell<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::base_cell(depth, cell, &Ask { out, errors, threads })
}

/// IVOA uniq numbers, 4**(depth + 1) + cell.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.to_uniq([0, 8], 10)
/// array([    14, 262154])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn to_uniq<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::to_uniq(depth, cell, &Ask { out, errors, threads })
}

/// Numbers of cells of any depth that sort along the nested curve.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.to_zuniq([0, 8], 10)
/// array([6052837899185946624,      92358976733184])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn to_zuniq<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::to_zuniq(depth, cell, &Ask { out, errors, threads })
}

/// The cells of a deeper depth inside of cells that touch their borders, sorted, on a last axis. At most 24 levels deeper.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.internal_edge(0, 0, 2)
/// array([ 0,  1,  2,  4,  5,  7,  8, 10, 11, 13, 14, 15])
#[pyfunction]
#[pyo3(signature = (depth, cell, deeper_depth, *, out=None, errors="raise", threads=None))]
fn internal_edge<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    deeper_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::edge(lists::Border::Internal, depth, cell, deeper_depth, &Ask { out, errors, threads })
}

/// The cells of a deeper depth outside of cells that touch their borders, sorted. At most 24 levels deeper.
///
/// For one cell as many as there are; for an array filled up with -1 on a last axis.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.external_edge(0, 4, 0)
/// array([ 0,  3,  5,  7,  8, 11])
#[pyfunction]
#[pyo3(signature = (depth, cell, deeper_depth, *, out=None, errors="raise", threads=None))]
fn external_edge<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    deeper_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::edge(lists::Border::External, depth, cell, deeper_depth, &Ask { out, errors, threads })
}

/// The cells of a deeper depth in the corners of cells: S, E, N, W, on a last axis of 4.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.internal_corners(0, 0, 2)
/// array([ 0,  5, 15, 10])
#[pyfunction]
#[pyo3(signature = (depth, cell, deeper_depth, *, out=None, errors="raise", threads=None))]
fn internal_corners<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    deeper_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::corners(lists::Border::Internal, depth, cell, deeper_depth, &Ask { out, errors, threads })
}

/// The cells of a deeper depth that touch cells in one of their vertices only: S, E, N, W, on a last axis of 4; -1 where there is none.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.external_corners(0, 0, 1)
/// array([35, -1, 11, -1])
#[pyfunction]
#[pyo3(signature = (depth, cell, deeper_depth, *, out=None, errors="raise", threads=None))]
fn external_corners<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    deeper_depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::corners(lists::Border::External, depth, cell, deeper_depth, &Ask { out, errors, threads })
}

/// Depths and cells of uniq numbers, the inverse of `to_uniq`.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.from_uniq([14, 262154])
/// (array([0, 8]), array([10, 10]))
#[pyfunction]
#[pyo3(signature = (uniq, *, out=None, errors="raise", threads=None))]
fn from_uniq<'py>(
    uniq: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::from_uniq(uniq, &Ask { out, errors, threads })
}

/// Depths and cells of zuniq numbers, the inverse of `to_zuniq`.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.from_zuniq(nested.to_zuniq(8, 10))
/// (8, 10)
#[pyfunction]
#[pyo3(signature = (zuniq, *, out=None, errors="raise", threads=None))]
fn from_zuniq<'py>(
    zuniq: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::from_zuniq(zuniq, &Ask { out, errors, threads })
}

/// Puts the functions into their module.
pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(to_ring, module)?)?;
    module.add_function(wrap_pyfunction!(parent, module)?)?;
    module.add_function(wrap_pyfunction!(ancestor, module)?)?;
    module.add_function(wrap_pyfunction!(children, module)?)?;
    module.add_function(wrap_pyfunction!(siblings, module)?)?;
    module.add_function(wrap_pyfunction!(range, module)?)?;
    module.add_function(wrap_pyfunction!(base_cell, module)?)?;
    module.add_function(wrap_pyfunction!(to_uniq, module)?)?;
    module.add_function(wrap_pyfunction!(to_zuniq, module)?)?;
    module.add_function(wrap_pyfunction!(internal_edge, module)?)?;
    module.add_function(wrap_pyfunction!(external_edge, module)?)?;
    module.add_function(wrap_pyfunction!(internal_corners, module)?)?;
    module.add_function(wrap_pyfunction!(external_corners, module)?)?;
    module.add_function(wrap_pyfunction!(from_uniq, module)?)?;
    module.add_function(wrap_pyfunction!(from_zuniq, module)?)?;
    Ok(())
}
