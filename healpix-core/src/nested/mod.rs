//! The nested scheme: cells numbered along a curve on which the four children of a cell follow each
//! other, at a [`Depth`](crate::Depth) from 0 to 29.
//!
//! `points` has positions, centres, vertices, neighbours and interpolations; `hierarchy` parents,
//! children and ranges; `edges` the deeper cells along a border; `uniq` the one-number forms.

pub(crate) mod cover;
mod edges;
mod hierarchy;
mod points;
mod uniq;

pub(crate) use cover::{Cover, half_side};
pub use edges::{
    external_corners, external_edge, external_edge_len, internal_corners, internal_edge, internal_edge_len,
};
pub use hierarchy::{ancestor, base_cell, children, from_face_ij, parent, range, siblings, to_face_ij};
pub(crate) use hierarchy::{deeper, shallower};
pub use points::{
    center, center_deg, center_vec, grid, hash, hash_vec, hash_with_offsets, interpolate_bilinear, interpolate_rings,
    neighbor, neighbor_disc, neighbor_ring, neighbors, path_along_edge, position, position_deg, vertices, vertices_deg,
};
pub use uniq::{from_uniq, from_zuniq, to_uniq, to_zuniq};

use crate::grid::{Cell, RingCell, Scheme};

/// The same cell in the ring scheme.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(1)?, 3)?; // the northern child of base cell 0
/// assert_eq!(nested::to_ring(cell).index(), 0);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn to_ring(cell: Cell) -> RingCell {
    let nside = cell.depth().nside();
    RingCell::trusted(nside, nside.encode(cell.face_ij()))
}
