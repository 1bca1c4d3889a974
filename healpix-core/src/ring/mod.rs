//! The ring scheme: cells numbered eastwards along rings of equal latitude, from north to south, at
//! any [`Nside`](crate::Nside) from 1 to 2^29.
//!
//! `points` has positions, centres, vertices, neighbours and interpolations; `info` whole rings and
//! the way to the nested scheme; `layout` the numbering itself.

mod info;
pub(crate) mod layout;
mod points;

pub use info::{RingInfo, from_face_ij, info, ring_of, to_face_ij, to_nested};
pub use points::{
    center, center_deg, center_vec, grid, hash, hash_vec, hash_with_offsets, interpolate_bilinear, interpolate_rings,
    neighbor, neighbor_disc, neighbor_ring, neighbors, path_along_edge, position, position_deg, vertices, vertices_deg,
};
