//! The ring scheme: any `nside` from 1 to 2^29, cells numbered along rings from north to south.

mod points;
mod one;
mod cells;
mod list;
mod interpolation;
mod info;
mod scheme;

pub use points::*;
pub use one::*;
pub use cells::*;
pub use list::*;
pub use interpolation::*;
pub use info::*;
pub use scheme::*;
