//! The extension module behind the Python package `healpixel`: healpix-core for numpy.
//!
//! | file | what is in it |
//! |---|---|
//! | `column`, `arrow`, `position`, `resolution`, `unit` | arguments of any kind as slices |
//! | `call`, `output`, `arrow_array`, `memory` | element-wise functions over broadcast arguments |
//! | `work` | calls without the interpreter's lock, Ctrl-C, progress, logging |
//! | `error` | errors of the core as `HealpixError` |
//! | `points`, `nested`, `ring` | the functions of both numberings, and their doors |

mod arrow;
mod arrow_array;
mod call;
mod column;
mod error;
mod hierarchy;
mod lists;
mod memory;
mod nested;
mod nested_depths;
mod output;
mod points;
mod position;
mod resolution;
mod ring;
mod sphere;
mod unit;
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
fn set_threads(py: Python<'_>, count: usize) -> PyResult<usize> {
    py.detach(|| threads::set_count(count)).map_err(|error| error::from_core(py, &error, &error::Place::NONE))
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

/// Functions and classes of the package `healpixel`.
#[pymodule(gil_used = false)]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<arrow_array::ArrowArray>()?;
    submodule(module, "nested", |module| nested::add(module).and_then(|()| nested_depths::add(module)))?;
    submodule(module, "ring", ring::add)?;
    submodule(module, "grid", sphere::add_grid)?;
    sphere::add(module)?;
    module.add_function(wrap_pyfunction!(set_threads, module)?)?;
    module.add_function(wrap_pyfunction!(thread_count, module)?)?;
    module.add_function(wrap_pyfunction!(work::_push_listener, module)?)?;
    module.add_function(wrap_pyfunction!(work::_pop_listener, module)?)
}
