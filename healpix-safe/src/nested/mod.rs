//! The nested scheme: `depth` from 0 to 29, cells numbered along a Z-order curve in each base cell.

mod points;
mod one;
mod cells;
mod list;
mod interpolation;
mod hierarchy;
mod scheme;

pub use points::*;
pub use one::*;
pub use cells::*;
pub use list::*;
pub use interpolation::*;
pub use hierarchy::*;
pub use scheme::*;
