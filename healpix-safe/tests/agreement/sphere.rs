//! Element-wise functions of the sphere and the plane, and the functions of a resolution.

use healpix_core::{Depth, Nside, batch, grid as core_grid, ring as core_ring};
use healpix_safe::{grid, projection, ring, sphere};
use proptest::prelude::*;

use super::compare::{Outputs, both, same, same_outputs};
use super::inputs::{depth, double, inputs, nside, small};

proptest! {
    #[test]
    fn sphere_and_plane(a in inputs()) {
        both!(a, a.lon.len(), out * 1, batch::sphere::distance(&a.lon, &a.lat, &a.third, &a.fourth, &mut out.x), sphere::distance(&a.lon, &a.lat, &a.third, &a.fourth, &mut out.x));
        both!(a, a.lon.len(), out * 1, batch::sphere::distance_deg(&a.lon, &a.lat, &a.third, &a.fourth, &mut out.x), sphere::distance_deg(&a.lon, &a.lat, &a.third, &a.fourth, &mut out.x));
        both!(a, a.lon.len(), out * 1, batch::sphere::to_vec(&a.lon, &a.lat, &mut out.x, &mut out.y, &mut out.z), sphere::to_vec(&a.lon, &a.lat, &mut out.x, &mut out.y, &mut out.z));
        both!(a, a.lon.len(), out * 1, batch::sphere::to_vec_deg(&a.lon, &a.lat, &mut out.x, &mut out.y, &mut out.z), sphere::to_vec_deg(&a.lon, &a.lat, &mut out.x, &mut out.y, &mut out.z));
        both!(a, a.lon.len(), out * 1, batch::sphere::from_vec(&a.lon, &a.lat, &a.third, &mut out.x, &mut out.y), sphere::from_vec(&a.lon, &a.lat, &a.third, &mut out.x, &mut out.y));
        both!(a, a.lon.len(), out * 1, batch::sphere::from_vec_deg(&a.lon, &a.lat, &a.third, &mut out.x, &mut out.y), sphere::from_vec_deg(&a.lon, &a.lat, &a.third, &mut out.x, &mut out.y));
        both!(a, a.lon.len(), out * 1, batch::projection::forward(&a.lon, &a.lat, &mut out.x, &mut out.y), projection::forward(&a.lon, &a.lat, &mut out.x, &mut out.y));
        both!(a, a.lon.len(), out * 1, batch::projection::inverse(&a.lon, &a.lat, &mut out.x, &mut out.y), projection::inverse(&a.lon, &a.lat, &mut out.x, &mut out.y));
    }

    #[test]
    fn resolutions(depth in depth(), nside in nside(), number in small(), radius in double()) {
        let bits = f64::to_bits;
        same("nside", Depth::new(depth).map(|depth| depth.nside().get()), grid::nside(depth));
        same("depth", Nside::new(nside).and_then(|nside| nside.try_depth()).map(Depth::get), grid::depth(nside));
        same("n_cells", Nside::new(nside).map(Nside::n_cells), grid::n_cells(nside));
        same("cell_area", Nside::new(nside).map(core_grid::cell_area).map(bits), grid::cell_area(nside).map(bits));
        same(
            "largest_center_to_vertex_distance",
            Nside::new(nside).map(core_grid::largest_center_to_vertex_distance).map(bits),
            grid::largest_center_to_vertex_distance(nside).map(bits),
        );
        same(
            "best_starting_depth",
            core_grid::best_starting_depth(radius).map(|found| found.map(Depth::get)),
            grid::best_starting_depth(radius),
        );
        same(
            "ring::info",
            Nside::new(nside)
                .and_then(|nside| core_ring::info(nside, number))
                .map(|info| (info.ring, info.count, info.first, bits(info.z), bits(info.lat), info.shifted)),
            ring::info(nside, number)
                .map(|info| (info.ring, info.count, info.first, bits(info.z), bits(info.lat), info.shifted)),
        );
    }
}
