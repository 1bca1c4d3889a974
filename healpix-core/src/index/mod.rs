//! Positions sorted by cell, to find them again: nearest, within a radius, in a cell, cross-match.
//!
//! ```text
//! push ──► unsorted tail ──build──► cells (depth 29) │ lon │ lat │ row    four arrays, one order
//!                                   └ directory: where each shallower cell begins
//! ```
//!
//! `point_index` holds the arrays, `build` sorts them and `directory` finds a cell in them. A search
//! has three parts: `probe` is the position asked about, with cheap bounds of distances; `cover` the
//! few cells around a disc; `search` goes down from these to the rows. `nearest`, `within` and
//! `cross_match` are what is asked, `many` the first two of many positions at once, `region` the same for any shape by the walk of
//! [`coverage`](crate::coverage), `occupied` counts rows per cell.

mod build;
mod cross_match;
mod directory;
mod distances;
mod many;
mod nearest;
mod occupied;
mod point_index;
mod probe;
mod region;
mod results;
mod search;
mod within;

pub use many::MatchLists;
pub use occupied::{Occupied, OccupiedCursor};
pub use point_index::PointIndex;
pub use results::{CellCount, CrossMatch, Match, Pair};

#[cfg(test)]
#[path = "index_tests.rs"]
mod tests;
