//! Element-wise functions of the ring scheme.

use healpix_core::{Direction, Nside, batch};
use healpix_safe::ring;
use proptest::prelude::*;

use super::compare::{Outputs, both, same_outputs};
use super::inputs::{inputs, nside};

proptest! {
    #[test]
    fn points(nside in nside(), a in inputs()) {
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash(nside, &a.lon, &a.lat, &mut out.cells)), ring::hash(nside, &a.lon, &a.lat, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_deg(nside, &a.lon, &a.lat, &mut out.cells)), ring::hash_deg(nside, &a.lon, &a.lat, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_vec(nside, &a.lon, &a.lat, &a.third, &mut out.cells)), ring::hash_vec(nside, &a.lon, &a.lat, &a.third, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_with_offsets(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y)), ring::hash_with_offsets(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y));
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_with_offsets_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y)), ring::hash_with_offsets_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::position(nside, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y)), ring::position(nside, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::position_deg(nside, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y)), ring::position_deg(nside, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::center(nside, &a.cells, &mut out.x, &mut out.y)), ring::center(nside, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::center_deg(nside, &a.cells, &mut out.x, &mut out.y)), ring::center_deg(nside, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::center_vec(nside, &a.cells, &mut out.x, &mut out.y, &mut out.z)), ring::center_vec(nside, &a.cells, &mut out.x, &mut out.y, &mut out.z));
        both!(a, a.cells.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::vertices(nside, &a.cells, &mut out.x, &mut out.y)), ring::vertices(nside, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::vertices_deg(nside, &a.cells, &mut out.x, &mut out.y)), ring::vertices_deg(nside, &a.cells, &mut out.x, &mut out.y));
    }

    #[test]
    fn points_of_32_bits(nside in prop_oneof![1 => nside(), 2 => 1..=18_919u32], a in inputs()) {
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_u32(nside, &a.lon, &a.lat, &mut out.i)), ring::hash_u32(nside, &a.lon, &a.lat, &mut out.i));
        both!(a, a.lon.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::hash_deg_u32(nside, &a.lon, &a.lat, &mut out.i)), ring::hash_deg_u32(nside, &a.lon, &a.lat, &mut out.i));
        both!(a, a.i.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::center_u32(nside, &a.i, &mut out.x, &mut out.y)), ring::center_u32(nside, &a.i, &mut out.x, &mut out.y));
        both!(a, a.i.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::center_deg_u32(nside, &a.i, &mut out.x, &mut out.y)), ring::center_deg_u32(nside, &a.i, &mut out.x, &mut out.y));
    }

    #[test]
    fn cells(nside in nside(), direction in prop_oneof![9 => 0..8u32, 1 => any::<u32>()], a in inputs()) {
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::neighbor(nside, Direction::from_code(direction)?, &a.cells, &mut out.cells)), ring::neighbor(nside, direction, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 8, Nside::new(nside).and_then(|nside| batch::ring::neighbors(nside, &a.cells, &mut out.cells)), ring::neighbors(nside, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::to_face_ij(nside, &a.cells, &mut out.bytes, &mut out.i, &mut out.j)), ring::to_face_ij(nside, &a.cells, &mut out.bytes, &mut out.i, &mut out.j));
        both!(a, a.face.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::from_face_ij(nside, &a.face, &a.i, &a.j, &mut out.cells)), ring::from_face_ij(nside, &a.face, &a.i, &a.j, &mut out.cells));
    }

    #[test]
    fn interpolation(nside in nside(), a in inputs()) {
        both!(a, a.lon.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::interpolate_rings(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x)), ring::interpolate_rings(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::interpolate_rings_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x)), ring::interpolate_rings_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::interpolate_bilinear(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x)), ring::interpolate_bilinear(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Nside::new(nside).and_then(|nside| batch::ring::interpolate_bilinear_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x)), ring::interpolate_bilinear_deg(nside, &a.lon, &a.lat, &mut out.cells, &mut out.x));
    }

    #[test]
    fn numbering(nside in nside(), a in inputs()) {
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::to_nested(nside, &a.cells, &mut out.cells)), ring::to_nested(nside, &a.cells, &mut out.cells));
        both!(a, 0, out * 1, { out.cells = a.cells.clone(); Nside::new(nside).and_then(|nside| batch::ring::to_nested_in_place(nside, &mut out.cells)) }, { out.cells = a.cells.clone(); ring::to_nested_in_place(nside, &mut out.cells) });
        both!(a, a.cells.len(), out * 1, Nside::new(nside).and_then(|nside| batch::ring::ring_of(nside, &a.cells, &mut out.i)), ring::ring_of(nside, &a.cells, &mut out.i));
    }
}
