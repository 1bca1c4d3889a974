//! The extension module behind the Python package `healpixel`: healpix-core for numpy.
//!
//! | file | what is in it |
//! |---|---|
//! | `given`, `column`, `flat`, `arrow`, `number`, `position`, `resolution`, `unit` | arguments of any kind as slices |
//! | `call`, `small`, `output`, `arrow_array`, `memory` | element-wise functions over broadcast arguments |
//! | `capsule`, `plain`, `fresh` | Arrow arrays from and for other libraries, numpy's own arrays, new arrays: all `unsafe` there is |
//! | `work` | calls without the interpreter's lock, Ctrl-C, progress, logging |
//! | `error` | errors of the core as `HealpixError` |
//! | `rows`, `files` | lists as columns; files by path or as file objects |
//! | `moc` and `moc_*`, `fits_map` | the classes Moc, MultiOrderMap, FitsMap |
//! | `points`, `nested`, `ring` | the functions of both numberings, and their doors |
//! | `colatitude` | positions as healpy has them |
//! | `region`, `region_pickle`, `recipe`, `rings` | `Region` |
//! | `coverage`, `coverage_table`, `visit`, `cones` | cells of regions |
//! | `point_index`, `index_pickle` | `PointIndex` |
//! | `single`, `view` | arguments that are one number; arrays over memory of the core |

mod arrow;
mod arrow_array;
mod call;
mod capsule;
mod colatitude;
mod column;
mod cones;
mod coverage;
mod coverage_table;
mod error;
mod files;
mod fits_map;
mod flat;
mod fresh;
mod given;
mod hierarchy;
mod index_pickle;
mod lists;
mod memory;
mod moc;
mod moc_algebra;
mod moc_build;
mod moc_cells;
mod moc_files;
mod moc_query;
mod moc_shape;
mod nested;
mod nested_depths;
mod number;
mod output;
mod plain;
mod point_index;
mod points;
mod position;
mod recipe;
mod region;
mod region_pickle;
mod resolution;
mod ring;
mod rings;
mod rows;
mod single;
mod small;
mod sphere;
mod unit;
mod view;
mod visit;
mod work;

use healpix_core::threads;
use pyo3::prelude::*;

/// Sets how many threads work on long arrays, in the whole process; 0 means one on each core. One, unless it is set.
///
/// Returns the number there is now.
///
/// Examples
/// --------
/// >>> import healpixel
/// >>> healpixel.set_threads(2)
/// 2
/// >>> healpixel.set_threads(1)
/// 1
#[pyfunction]
fn set_threads(py: Python<'_>, count: work::Threads) -> PyResult<usize> {
    py.detach(|| threads::set_count(count.0)).map_err(|error| error::from_core(py, &error, &error::Place::NONE))
}

/// How many threads work on long arrays.
///
/// Examples
/// --------
/// >>> import healpixel
/// >>> healpixel.threads()
/// 1
#[pyfunction(name = "threads")]
fn thread_count() -> usize {
    threads::count()
}

/// A module inside of this one.
fn submodule(
    parent: &Bound<'_, PyModule>,
    name: &str,
    add: impl Fn(&Bound<'_, PyModule>) -> PyResult<()>,
) -> PyResult<()> {
    let module = PyModule::new(parent.py(), &format!("healpixel.{name}"))?;
    add(&module)?;
    parent.add(name, module)
}

/// Regions, their cells, and what lies in them.
fn add_regions(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<region::Region>()?;
    module.add_class::<coverage::Coverage>()?;
    module.add_class::<cones::Coverages>()?;
    module.add_class::<point_index::PointIndex>()?;
    module.add_function(wrap_pyfunction!(region_pickle::_region_of_steps, module)?)?;
    module.add_function(wrap_pyfunction!(index_pickle::_point_index_of_parts, module)?)?;
    module.add_function(wrap_pyfunction!(visit::visit_cells, module)?)?;
    module.add_function(wrap_pyfunction!(cones::cones, module)?)?;
    module.add_function(wrap_pyfunction!(coverage::centers_in, module)?)?;
    module.add_function(wrap_pyfunction!(coverage::ring_touched, module)?)?;
    module.add_function(wrap_pyfunction!(coverage::ring_centers_in, module)?)
}

/// Functions and classes of the package `healpixel`.
#[pymodule(gil_used = false)]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<arrow_array::ArrowArray>()?;
    submodule(module, "nested", |module| nested::add(module).and_then(|()| nested_depths::add(module)))?;
    submodule(module, "ring", ring::add)?;
    submodule(module, "grid", sphere::add_grid)?;
    sphere::add(module)?;
    add_regions(module)?;
    module.add_class::<moc::Moc>()?;
    module.add_class::<fits_map::FitsMap>()?;
    module.add_class::<fits_map::MultiOrderMap>()?;
    module.add_function(wrap_pyfunction!(moc::unpickled, module)?)?;
    module.add_function(wrap_pyfunction!(set_threads, module)?)?;
    module.add_function(wrap_pyfunction!(thread_count, module)?)?;
    module.add_function(wrap_pyfunction!(colatitude::_pix2ang, module)?)?;
    module.add_function(wrap_pyfunction!(colatitude::_ang2pix, module)?)?;
    module.add_function(wrap_pyfunction!(work::_push_listener, module)?)?;
    module.add_function(wrap_pyfunction!(work::_pop_listener, module)?)
}
