//! Which cells a region touches, and which it contains.
//!
//! Of every cell of a depth a coverage says one of three things, exactly: it is inside the region, it meets the
//! region, or neither (see [`Relation`](crate::region::Relation)). No cell that meets the region is missing, no cell is
//! called full that is not, and a partial cell really meets the region.
//!
//! ```
//! use healpix_core::coverage::Coverage;
//! use healpix_core::region::Cone;
//! use healpix_core::{Depth, LonLat};
//!
//! let field = Cone::new(LonLat::from_degrees(83.8, -5.4)?, 1f64.to_radians())?;
//! let coverage = Coverage::of(Depth::new(9)?, &field)?;
//! for cell in coverage.cells() {
//!     println!("{}/{} {}", cell.depth, cell.index, if cell.is_full() { "full" } else { "partial" });
//! }
//! assert!(coverage.moc()?.sky_fraction() > 7.6e-5); // of the sky, a little more than the field
//! # Ok::<(), healpix_core::Error>(())
//! ```
//!
//! | file | what is in it |
//! |---|---|
//! | `patch` | the shape of a cell |
//! | `walk` | the one walk over the tree of cells |
//! | `block`, `fit`, `masks` | many cells at once, where the region is simple |
//! | `window` | regions of a few cells |
//! | `cell`, `result` | [`CoverageCell`], [`Coverage`] |
//! | `visit` | cells as they are found, without storing them |
//! | `budget` | a coarser answer within a number of cells |
//! | `sets` | the cells that are touched, or whose centre is inside, as a MOC |
//! | `ring` | the same in the ring scheme, at any nside |
//! | `many` | many cones in one call |
//! | `stored` | coverages whose cells were kept elsewhere |

mod block;
mod budget;
mod cell;
mod fit;
mod many;
mod masks;
mod patch;
mod result;
mod ring;
mod sets;
mod stored;
mod visit;
mod walk;
mod window;

pub use cell::CoverageCell;
pub use many::{Coverages, cones, cones_deg};
pub(crate) use patch::{Patch, Piece, ROUNDING, Sight};
pub use result::Coverage;
pub use ring::{ring_centers_in, ring_touched};
pub use sets::centers_in;
pub use visit::visit;
pub(crate) use walk::{About, Sink, walk_nested};

#[cfg(test)]
#[path = "coverage_tests.rs"]
mod tests;
