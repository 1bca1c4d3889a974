//! The ring scheme: any `nside` from 1 to 2^29, cells numbered along rings from north to south.

mod points;
mod points_u32;

mod cells;
mod info;
mod interpolation;
mod list;
mod one;
mod scheme;

pub use points::*;
pub use points_u32::*;

pub use cells::*;
pub use info::*;
pub use interpolation::*;
pub use list::*;
pub use one::*;
pub use scheme::*;
