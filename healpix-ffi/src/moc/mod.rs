//! Multi-Order Coverage maps: sets of cells (IVOA MOC 2.0).

// Blank lines keep this order, which is that of the header.

mod build;

mod probability;

mod algebra;

mod reuse;

mod change;

mod parts;

mod view;

mod query;

mod cells;

mod handle;

pub use algebra::*;
pub use build::*;
pub use cells::*;
pub use change::*;
pub use handle::*;
pub use parts::*;
pub use probability::*;
pub use query::*;
pub use reuse::*;
pub use view::*;
