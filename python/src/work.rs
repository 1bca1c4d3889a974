//! Calling the core: without the interpreter's lock, with Ctrl-C, progress functions and logging.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::rc::Rc;

use healpix_core::log::{self, Level};
use healpix_core::progress::{self, Progress};
use healpix_core::{Error, threads};
use pyo3::prelude::*;

use crate::error::{Place, from_core};
use crate::single::count;

/// Elements for which other threads of the interpreter may well wait: about a microsecond.
pub const FEW: usize = 32;

/// Elements from which on a slice call is worth watching.
pub const LONG: usize = 1 << 16;

/// How many threads a call may have.
#[derive(Clone, Copy)]
pub struct Threads(pub usize);

impl<'py> FromPyObject<'_, 'py> for Threads {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        count(&object, "threads").map(Self)
    }
}

thread_local! {
    /// The progress functions of this thread, the innermost last.
    static LISTENERS: RefCell<Vec<Py<PyAny>>> = const { RefCell::new(Vec::new()) };
    /// Whether a call is being watched: one that its watcher makes is not.
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to tell `listener` of long calls on this thread.
#[pyfunction]
pub fn _push_listener(listener: Py<PyAny>) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(listener));
}

/// Ends what `_push_listener` began.
#[pyfunction]
pub fn _pop_listener() {
    // Dropped when nobody has the list any more: what is dropped may call anything.
    let _listener = LISTENERS.with_borrow_mut(Vec::pop);
}

/// Work that takes its time: other threads of the interpreter run, Ctrl-C and progress functions are heard, warnings go to `logging`.
/// An exception of a listener ends the work and arrives as it is.
pub fn long<T: Send>(
    py: Python<'_>,
    threads: Option<Threads>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<Result<T, Error>> {
    let listener = LISTENERS.with_borrow(|listeners| listeners.last().map(|listener| listener.clone_ref(py)));
    if WATCHED.get() {
        return Ok(py.detach(|| in_threads(threads, work)));
    }
    let (result, raised, messages) = py.detach(|| watched(listener, || in_threads(threads, work)));
    for (level, message) in messages {
        let level = match level {
            Level::Error => "error",
            _ => "warning",
        };
        py.import("logging")?.call_method1("getLogger", ("healpixel",))?.call_method1(level, (message,))?;
    }
    match raised {
        Some(raised) => Err(raised),
        None => Ok(result),
    }
}

/// The same with the core's error as exception.
pub fn done<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    done_with(py, None, work)
}

/// The same with so many threads.
pub fn done_with<T: Send>(
    py: Python<'_>,
    threads: Option<Threads>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<T> {
    long(py, threads, work)?.map_err(|error| from_core(py, &error, &Place::NONE))
}

/// Work of some microseconds.
pub fn short<T: Send>(
    py: Python<'_>,
    threads: Option<Threads>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> Result<T, Error> {
    py.detach(|| in_threads(threads, work))
}

/// Work that is done before the lock would have been given away.
#[inline]
pub fn at_once<T>(threads: Option<Threads>, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    in_threads(threads, work)
}

#[inline]
fn in_threads<T>(count: Option<Threads>, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    match count {
        Some(Threads(count)) => threads::with_count(count, work)?,
        None => work(),
    }
}

type Heard<T> = (Result<T, Error>, Option<PyErr>, Vec<(Level, String)>);

fn watched<T>(listener: Option<Py<PyAny>>, work: impl FnOnce() -> Result<T, Error>) -> Heard<T> {
    let raised = Rc::new(RefCell::new(None));
    let messages = Rc::new(RefCell::new(Vec::new()));
    let (told, said) = (Rc::clone(&raised), Rc::clone(&messages));
    let before = progress::set_watcher(Some(Box::new(move |progress| {
        let flow = Python::attach(|py| look(py, listener.as_ref(), progress));
        match flow {
            Ok(flow) => flow,
            Err(error) => {
                told.replace(Some(error));
                ControlFlow::Break(())
            }
        }
    })));
    let logger = log::set_logger(Some(Box::new(move |level, text| {
        said.borrow_mut().push((level, text.to_owned()));
    })));
    WATCHED.set(true);
    let result = work();
    WATCHED.set(false);
    log::set_logger(logger);
    progress::set_watcher(before);
    (result, raised.take(), messages.take())
}

/// Whether somebody wants the work to end.
fn look(py: Python<'_>, listener: Option<&Py<PyAny>>, progress: Progress) -> PyResult<ControlFlow<()>> {
    py.check_signals()?;
    let Some(listener) = listener else { return Ok(ControlFlow::Continue(())) };
    let answer = listener.bind(py).call1((progress.done, progress.total))?;
    // None, what a function without `return` returns, goes on.
    let goes_on = answer.is_none() || answer.is_truthy()?;
    Ok(if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
}

/// Between two calls of work that consists of several: Ctrl-C and progress functions are heard here.
pub fn pause(py: Python<'_>, done: u64, total: Option<u64>) -> PyResult<()> {
    if WATCHED.get() {
        return Ok(());
    }
    let listener = LISTENERS.with_borrow(|listeners| listeners.last().map(|listener| listener.clone_ref(py)));
    match look(py, listener.as_ref(), Progress { done, total })? {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(from_core(py, &Error::Stopped, &Place::NONE)),
    }
}
