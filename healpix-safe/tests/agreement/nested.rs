//! Element-wise functions of the nested scheme.

use healpix_core::{Depth, Direction, batch};
use healpix_safe::nested;
use proptest::prelude::*;

use super::compare::{Outputs, both, same_outputs};
use super::inputs::{depth, inputs};

proptest! {
    #[test]
    fn points(depth in depth(), a in inputs()) {
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash(depth, &a.lon, &a.lat, &mut out.cells)), nested::hash(depth, &a.lon, &a.lat, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_deg(depth, &a.lon, &a.lat, &mut out.cells)), nested::hash_deg(depth, &a.lon, &a.lat, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_vec(depth, &a.lon, &a.lat, &a.third, &mut out.cells)), nested::hash_vec(depth, &a.lon, &a.lat, &a.third, &mut out.cells));
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_with_offsets(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y)), nested::hash_with_offsets(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y));
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_with_offsets_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y)), nested::hash_with_offsets_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::position(depth, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y)), nested::position(depth, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::position_deg(depth, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y)), nested::position_deg(depth, &a.cells, &a.third, &a.fourth, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::center(depth, &a.cells, &mut out.x, &mut out.y)), nested::center(depth, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::center_deg(depth, &a.cells, &mut out.x, &mut out.y)), nested::center_deg(depth, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::center_vec(depth, &a.cells, &mut out.x, &mut out.y, &mut out.z)), nested::center_vec(depth, &a.cells, &mut out.x, &mut out.y, &mut out.z));
        both!(a, a.cells.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::vertices(depth, &a.cells, &mut out.x, &mut out.y)), nested::vertices(depth, &a.cells, &mut out.x, &mut out.y));
        both!(a, a.cells.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::vertices_deg(depth, &a.cells, &mut out.x, &mut out.y)), nested::vertices_deg(depth, &a.cells, &mut out.x, &mut out.y));
    }

    #[test]
    fn points_of_32_bits(depth in prop_oneof![1 => depth(), 2 => 0..=15u8], a in inputs()) {
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_u32(depth, &a.lon, &a.lat, &mut out.i)), nested::hash_u32(depth, &a.lon, &a.lat, &mut out.i));
        both!(a, a.lon.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::hash_deg_u32(depth, &a.lon, &a.lat, &mut out.i)), nested::hash_deg_u32(depth, &a.lon, &a.lat, &mut out.i));
        both!(a, a.i.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::center_u32(depth, &a.i, &mut out.x, &mut out.y)), nested::center_u32(depth, &a.i, &mut out.x, &mut out.y));
        both!(a, a.i.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::center_deg_u32(depth, &a.i, &mut out.x, &mut out.y)), nested::center_deg_u32(depth, &a.i, &mut out.x, &mut out.y));
    }

    #[test]
    fn cells(depth in depth(), direction in prop_oneof![9 => 0..8u32, 1 => any::<u32>()], a in inputs()) {
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::neighbor(depth, Direction::from_code(direction)?, &a.cells, &mut out.cells)), nested::neighbor(depth, direction, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 8, Depth::new(depth).and_then(|depth| batch::nested::neighbors(depth, &a.cells, &mut out.cells)), nested::neighbors(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::to_face_ij(depth, &a.cells, &mut out.bytes, &mut out.i, &mut out.j)), nested::to_face_ij(depth, &a.cells, &mut out.bytes, &mut out.i, &mut out.j));
        both!(a, a.face.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::from_face_ij(depth, &a.face, &a.i, &a.j, &mut out.cells)), nested::from_face_ij(depth, &a.face, &a.i, &a.j, &mut out.cells));
    }

    #[test]
    fn interpolation(depth in depth(), a in inputs()) {
        both!(a, a.lon.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::interpolate_rings(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x)), nested::interpolate_rings(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::interpolate_rings_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x)), nested::interpolate_rings_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::interpolate_bilinear(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x)), nested::interpolate_bilinear(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x));
        both!(a, a.lon.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::interpolate_bilinear_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x)), nested::interpolate_bilinear_deg(depth, &a.lon, &a.lat, &mut out.cells, &mut out.x));
    }

    #[test]
    fn numbering(depth in depth(), other in depth(), a in inputs()) {
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::to_ring(depth, &a.cells, &mut out.cells)), nested::to_ring(depth, &a.cells, &mut out.cells));
        both!(a, 0, out * 1, { out.cells = a.cells.clone(); Depth::new(depth).and_then(|depth| batch::nested::to_ring_in_place(depth, &mut out.cells)) }, { out.cells = a.cells.clone(); nested::to_ring_in_place(depth, &mut out.cells) });
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::parent(depth, &a.cells, &mut out.cells)), nested::parent(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::ancestor(depth, Depth::new(other)?, &a.cells, &mut out.cells)), nested::ancestor(depth, other, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::children(depth, &a.cells, &mut out.cells)), nested::children(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 4, Depth::new(depth).and_then(|depth| batch::nested::siblings(depth, &a.cells, &mut out.cells)), nested::siblings(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::range(depth, Depth::new(other)?, &a.cells, &mut out.cells, &mut out.more)), nested::range(depth, other, &a.cells, &mut out.cells, &mut out.more));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::to_uniq(depth, &a.cells, &mut out.cells)), nested::to_uniq(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, batch::nested::from_uniq(&a.cells, &mut out.bytes, &mut out.cells), nested::from_uniq(&a.cells, &mut out.bytes, &mut out.cells));
        both!(a, a.cells.len(), out * 1, Depth::new(depth).and_then(|depth| batch::nested::to_zuniq(depth, &a.cells, &mut out.cells)), nested::to_zuniq(depth, &a.cells, &mut out.cells));
        both!(a, a.cells.len(), out * 1, batch::nested::from_zuniq(&a.cells, &mut out.bytes, &mut out.cells), nested::from_zuniq(&a.cells, &mut out.bytes, &mut out.cells));
    }
}
