//! The nested scheme: `depth` from 0 to 29, cells numbered along a Z-order curve in each base cell.

mod points;
mod points_u32;

mod cells;
mod hierarchy;
mod interpolation;
mod list;
mod one;
mod scheme;

pub use points::*;
pub use points_u32::*;

pub use cells::*;
pub use hierarchy::*;
pub use interpolation::*;
pub use list::*;
pub use one::*;
pub use scheme::*;
