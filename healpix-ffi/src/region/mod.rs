//! Regions: shapes on the sphere, and what unions, intersections and complements make of them.

// Blank lines keep this order, which is that of the header.

mod shapes;

mod polygon;

mod combine;

mod text;

mod query;

mod handle;

pub(crate) mod shape;

pub use combine::*;
pub use handle::*;
pub use polygon::*;
pub use query::*;
pub use shapes::*;
pub use text::*;

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
