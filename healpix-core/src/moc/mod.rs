//! Multi-Order Coverage maps: sets of cells (IVOA MOC 2.0).
//!
//! A [`Moc`] is a set of cells of one depth, the MOC's own, kept as sorted ranges of cells of depth
//! 29. Small or large, deep or shallow, the whole sky is one range:
//!
//! ```text
//! depth 29   0 ──────[start ═══ end)────────[start ═ end)────── 12·4^29
//! ```
//!
//! | file | what is in it |
//! |---|---|
//! | `range`, `set` | [`CellRange`]; [`Moc`] and its size |
//! | `build` | from cells, points, uniq numbers and ranges; `sort` sorts millions of cells, in `windows` by several threads, `joined` makes ranges of them |
//! | `algebra` | union, intersection, difference, complement and their operators; `reuse` has them for loops, `many` for any number of MOCs |
//! | `merge` | the loop below them: `side` is what goes in, `step` what happens, `sink` what comes out; `halves` of it for threads |
//! | `query` | what is inside; `lookup` answers many questions, with `bits`, `mask` and `finder` |
//! | `cells` | the MOC as cells: of many depths, of its own, as uniq numbers |
//! | `resolution` | coarser and finer |
//! | `border` | inner and outer border, expanded, contracted |
//! | `parts` | connected parts, holes |
//! | `probability` | credible regions of a probability map |
//!
//! # Depths
//!
//! Every MOC knows its depth (the standard calls it order): the depth of the smallest cells it can tell
//! apart. An operation on several MOCs gives the depth of the deepest one. Two MOCs are equal if they
//! have the same cells *and* the same depth; [`Moc::same_set`] compares the cells alone.
//!
//! # Memory
//!
//! Whatever makes a MOC returns [`Error::OutOfMemory`](crate::Error::OutOfMemory) where the answer
//! does not fit into memory. The operators `|`, `&`, `-`, `^` and `!` cannot: they abort in that
//! case, as every `Vec` does.
//!
//! ```
//! use healpix_core::{Depth, LonLat, Moc};
//!
//! let depth = Depth::new(4)?;
//! let survey = Moc::from_cells(depth, &[100, 101, 102, 103, 200])?;
//! let masked = Moc::from_cells(depth, &[101])?;
//! let usable = &survey - &masked;
//! assert_eq!(usable.n_cells(), 4);
//! assert!(usable.outer_border()?.contains_cell(healpix_core::Cell::new(depth, 101)?));
//! # Ok::<(), healpix_core::Error>(())
//! ```

mod algebra;
mod bits;
mod border;
mod build;
mod cells;
mod finder;
#[cfg(feature = "parallel")]
mod halves;
mod joined;
mod lookup;
mod many;
mod mask;
mod merge;
mod normal;
mod parts;
mod probability;
mod query;
mod range;
mod resolution;
mod reuse;
mod set;
mod side;
mod sink;
mod sort;
mod step;
#[cfg(feature = "parallel")]
mod windows;

#[cfg(feature = "fits")]
pub(crate) use bits::Bits;
pub use cells::{Cells, FlatCells};
pub use parts::Connectivity;
pub use range::CellRange;
pub use set::Moc;

#[cfg(test)]
#[path = "moc_tests.rs"]
mod tests;
