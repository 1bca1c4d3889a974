//! Any pointers, counts, capacities and bytes through every exported function.
//!
//! A call is planned from the types of the function's arguments (`arg`), with pointers of all classes into an arena, to
//! blocks of exactly the right size, and to nowhere (`plan`). The header's rules say whether it must be refused and what
//! may be written; `check` holds the call to them.

mod arg;
mod check;
mod owned;
mod plan;
mod pool;
mod row;
mod table;
pub mod values;

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use healpix_ffi::healpix_status;

pub use self::arg::{Kind, Word};
pub use self::owned::Owned;
use self::plan::Plan;
pub use self::pool::Handle;
pub use self::row::Row;

/// The rows, which no thread but this one asks for.
fn table() -> &'static [Row] {
    thread_local! {
        static ROWS: &'static [Row] = Vec::leak(table::rows());
    }
    ROWS.with(|rows| *rows)
}

/// The function of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Row> {
    table().iter().find(|row| row.name == name)
}

/// The names of all functions that [`run`] calls.
pub static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| table().iter().map(|row| row.name).collect());

/// One call: the function, and its status if it has one.
pub fn run(data: &[u8]) -> Result<(&'static str, Option<healpix_status>)> {
    let mut u = Unstructured::new(data);
    let row = &table()[u.int_in_range(0..=table().len() - 1)?];
    let mut plan = Plan::new(row, &mut u)?;
    // SAFETY: the plan keeps the rules that the caller answers for, whatever it does to those that the function checks.
    let status = unsafe { row.call(&plan.words) };
    plan.called();
    check::check(&plan, status);
    // That function's own failures leave the message as it was.
    if let Some(status) = status.filter(|_| row.name != "healpix_last_error_message") {
        check::message(status, &mut u)?;
    }
    Ok((row.name, status))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
