//! Coverages: which cells a region touches, and which it contains.

// Blank lines keep this order, which is that of the header.

mod build;

mod stored;

mod shapes;

mod view;

mod iter;

mod visit;

mod many;

mod moc;

mod ring;

mod cell;

mod handle;

pub use build::*;
pub use cell::*;
pub use handle::*;
pub use iter::*;
pub use many::*;
pub use moc::*;
pub use ring::*;
pub use shapes::*;
pub use stored::*;
pub use view::*;
pub use visit::*;
