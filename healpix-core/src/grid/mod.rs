//! The grid as numbers: resolutions, cells, base cells, directions.
//!
//! `resolution` says how fine, `cell` which one. `face` has the 12 base cells and how cells continue
//! over their borders; `morton` interleaves coordinates into nested numbers. `scheme` is what nested
//! and ring numbering have in common, `rectangle` lists of cells in the order of their numbers, and `size` how
//! large cells are.

mod cell;
mod direction;
mod face;
pub mod morton;
mod rectangle;
mod resolution;
mod scheme;
mod size;

pub use cell::{Cell, RingCell};
pub use direction::Direction;
pub use face::{BaseCell, BaseCellRow, FaceIj};
pub(crate) use rectangle::{Interval, Rectangle};
pub use resolution::{Depth, Nside};
pub(crate) use scheme::Scheme;
pub(crate) use size::covered_radius;
pub use size::{best_starting_depth, cell_area, largest_center_to_vertex_distance};

#[cfg(test)]
#[path = "grid_tests.rs"]
mod tests;
