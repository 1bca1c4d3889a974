//! Every exported function. How a call is made follows from the types of its arguments; what they do not tell is said
//! by the row's methods. The last column of
//! api.md has the same names, and tests compare both.

use std::ffi::c_void;

use healpix_ffi::*;

use super::arg::{Log, Progress};
use super::row::{Row, f0, f1, f2, f3, f4, f5, f6, f7, f9};

/// All rows, in the order of the header.
#[must_use]
pub fn rows() -> Vec<Row> {
    [whole(), nested(), ring(), sphere(), regions(), coverages(), mocs(), files(), point_index()]
        .into_iter()
        .flatten()
        .collect()
}

fn whole() -> Vec<Row> {
    vec![
        f0("healpix_version", healpix_version),
        f0("healpix_instruction_set", healpix_instruction_set),
        f0("healpix_version_number", healpix_version_number),
        f1("healpix_status_name", healpix_status_name),
        f1("healpix_status_message", healpix_status_message),
        f3("healpix_last_error_message", healpix_last_error_message),
        f1("healpix_set_threads", healpix_set_threads),
        f0("healpix_threads", healpix_threads),
        f2("healpix_set_own_threads", set_own_threads),
        f0("healpix_abi_version", healpix_abi_version),
        f2("healpix_set_log", set_log),
        f2("healpix_set_progress", set_progress),
        f2("healpix_grid_nside", healpix_grid_nside),
        f2("healpix_grid_depth", healpix_grid_depth),
        f2("healpix_grid_n_cells", healpix_grid_n_cells),
        f2("healpix_grid_cell_area", healpix_grid_cell_area),
        f2("healpix_grid_largest_center_to_vertex_distance", healpix_grid_largest_center_to_vertex_distance),
        f2("healpix_grid_best_starting_depth", healpix_grid_best_starting_depth),
    ]
}

/// Sets the thread's own number of threads and takes it away again: other calls are to be as without, and threads are dear.
/// The bits of the numbers are what counts: those of a place for -1 and of one for a cell are the same.
unsafe extern "C" fn set_own_threads(count: u64, previous: *mut u64) -> healpix_status {
    let count = if count <= 1024 { 1 } else { count as i64 };
    // SAFETY: the caller's promise is this function's.
    let status = unsafe { healpix_set_own_threads(count, previous.cast()) };
    if status == HEALPIX_OK {
        let mut own = 0;
        // SAFETY: the place is a local.
        unsafe { healpix_set_own_threads(-1, &raw mut own) };
    }
    status
}

/// Sets the thread's log, has something to tell it, and takes it away again: other calls are to be as without.
unsafe extern "C" fn set_log(log: Option<Log>, user: *mut c_void) {
    let mut nside = 0;
    // SAFETY: the function leaves the user pointer alone, and the output is a local.
    unsafe {
        assert_eq!(healpix_set_log(log, user), HEALPIX_OK);
        assert_eq!(healpix_grid_nside(30, &raw mut nside), HEALPIX_ERR_DEPTH);
        assert_eq!(healpix_set_log(None, std::ptr::null_mut()), HEALPIX_OK);
    }
}

/// The same for progress; an odd user pointer stops.
unsafe extern "C" fn set_progress(progress: Option<Progress>, user: *mut c_void) {
    let mut coverage = std::ptr::null_mut();
    // SAFETY: the function leaves the user pointer alone, the output is a local, and the handle is freed once.
    unsafe {
        assert_eq!(healpix_set_progress(progress, user), HEALPIX_OK);
        let done = healpix_coverage_cone_deg(13, 10.0, 20.0, 30.0, &raw mut coverage);
        assert!(done == HEALPIX_OK || done == HEALPIX_STOPPED && progress.is_some() && coverage.is_null());
        healpix_coverage_free(coverage);
        assert_eq!(healpix_set_progress(None, std::ptr::null_mut()), HEALPIX_OK);
    }
}

fn nested() -> Vec<Row> {
    vec![
        f5("healpix_nested_hash", healpix_nested_hash),
        f5("healpix_nested_hash_deg", healpix_nested_hash_deg),
        f5("healpix_nested_hash_u32", healpix_nested_hash_u32),
        f5("healpix_nested_hash_deg_u32", healpix_nested_hash_deg_u32),
        f5("healpix_nested_center_u32", healpix_nested_center_u32),
        f5("healpix_nested_center_deg_u32", healpix_nested_center_deg_u32),
        f6("healpix_nested_hash_vec", healpix_nested_hash_vec),
        f3("healpix_nested_neighbor_iter_new", healpix_nested_neighbor_iter_new),
        f7("healpix_nested_hash_with_offsets", healpix_nested_hash_with_offsets),
        f7("healpix_nested_hash_with_offsets_deg", healpix_nested_hash_with_offsets_deg),
        f7("healpix_nested_position", healpix_nested_position),
        f7("healpix_nested_position_deg", healpix_nested_position_deg),
        f5("healpix_nested_center", healpix_nested_center),
        f5("healpix_nested_center_deg", healpix_nested_center_deg),
        f6("healpix_nested_center_vec", healpix_nested_center_vec),
        f5("healpix_nested_vertices", healpix_nested_vertices).each(4),
        f5("healpix_nested_vertices_deg", healpix_nested_vertices_deg).each(4),
        f5("healpix_nested_neighbor", healpix_nested_neighbor).sentinels_are_answers(),
        f4("healpix_nested_neighbors", healpix_nested_neighbors).each(8),
        f6("healpix_nested_to_face_ij", healpix_nested_to_face_ij),
        f6("healpix_nested_from_face_ij", healpix_nested_from_face_ij),
        f4("healpix_nested_parent", healpix_nested_parent),
        f5("healpix_nested_ancestor", healpix_nested_ancestor),
        f4("healpix_nested_children", healpix_nested_children).each(4),
        f4("healpix_nested_siblings", healpix_nested_siblings).each(4),
        f6("healpix_nested_range", healpix_nested_range),
        f4("healpix_nested_to_uniq", healpix_nested_to_uniq),
        f4("healpix_nested_from_uniq", healpix_nested_from_uniq),
        f4("healpix_nested_to_zuniq", healpix_nested_to_zuniq),
        f4("healpix_nested_from_zuniq", healpix_nested_from_zuniq),
        f6("healpix_nested_interpolate_rings", healpix_nested_interpolate_rings).each(4),
        f6("healpix_nested_interpolate_rings_deg", healpix_nested_interpolate_rings_deg).each(4),
        f6("healpix_nested_interpolate_bilinear", healpix_nested_interpolate_bilinear).each(4),
        f6("healpix_nested_interpolate_bilinear_deg", healpix_nested_interpolate_bilinear_deg).each(4),
        f7("healpix_nested_path_along_edge", healpix_nested_path_along_edge),
        f7("healpix_nested_grid", healpix_nested_grid),
        f6("healpix_nested_neighbor_ring", healpix_nested_neighbor_ring),
        f6("healpix_nested_neighbor_disc", healpix_nested_neighbor_disc),
        f6("healpix_nested_internal_edge", healpix_nested_internal_edge),
        f6("healpix_nested_external_edge", healpix_nested_external_edge),
        f4("healpix_nested_internal_corners", healpix_nested_internal_corners).each(4),
        f4("healpix_nested_external_corners", healpix_nested_external_corners).each(4),
        f4("healpix_nested_hash_one", healpix_nested_hash_one),
        f4("healpix_nested_hash_deg_one", healpix_nested_hash_deg_one),
        f5("healpix_nested_hash_vec_one", healpix_nested_hash_vec_one),
        f4("healpix_nested_center_one", healpix_nested_center_one),
        f4("healpix_nested_center_deg_one", healpix_nested_center_deg_one),
        f5("healpix_nested_center_vec_one", healpix_nested_center_vec_one),
        f3("healpix_nested_neighbors_one", healpix_nested_neighbors_one).each(8),
        f3("healpix_nested_to_ring_one", healpix_nested_to_ring_one),
        f4("healpix_nested_to_ring", healpix_nested_to_ring).in_place(),
    ]
}

fn ring() -> Vec<Row> {
    vec![
        f5("healpix_ring_hash", healpix_ring_hash),
        f5("healpix_ring_hash_deg", healpix_ring_hash_deg),
        f5("healpix_ring_hash_u32", healpix_ring_hash_u32),
        f5("healpix_ring_hash_deg_u32", healpix_ring_hash_deg_u32),
        f5("healpix_ring_center_u32", healpix_ring_center_u32),
        f5("healpix_ring_center_deg_u32", healpix_ring_center_deg_u32),
        f6("healpix_ring_hash_vec", healpix_ring_hash_vec),
        f3("healpix_ring_neighbor_iter_new", healpix_ring_neighbor_iter_new),
        f3("healpix_neighbor_iter_next", healpix_neighbor_iter_next).one_output(),
        f1("healpix_neighbor_iter_free", healpix_neighbor_iter_free),
        f7("healpix_ring_hash_with_offsets", healpix_ring_hash_with_offsets),
        f7("healpix_ring_hash_with_offsets_deg", healpix_ring_hash_with_offsets_deg),
        f7("healpix_ring_position", healpix_ring_position),
        f7("healpix_ring_position_deg", healpix_ring_position_deg),
        f5("healpix_ring_center", healpix_ring_center),
        f5("healpix_ring_center_deg", healpix_ring_center_deg),
        f6("healpix_ring_center_vec", healpix_ring_center_vec),
        f5("healpix_ring_vertices", healpix_ring_vertices).each(4),
        f5("healpix_ring_vertices_deg", healpix_ring_vertices_deg).each(4),
        f5("healpix_ring_neighbor", healpix_ring_neighbor).sentinels_are_answers(),
        f4("healpix_ring_neighbors", healpix_ring_neighbors).each(8),
        f6("healpix_ring_to_face_ij", healpix_ring_to_face_ij),
        f6("healpix_ring_from_face_ij", healpix_ring_from_face_ij),
        f3("healpix_ring_info", healpix_ring_info),
        f6("healpix_ring_interpolate_rings", healpix_ring_interpolate_rings).each(4),
        f6("healpix_ring_interpolate_rings_deg", healpix_ring_interpolate_rings_deg).each(4),
        f6("healpix_ring_interpolate_bilinear", healpix_ring_interpolate_bilinear).each(4),
        f6("healpix_ring_interpolate_bilinear_deg", healpix_ring_interpolate_bilinear_deg).each(4),
        f7("healpix_ring_path_along_edge", healpix_ring_path_along_edge),
        f7("healpix_ring_grid", healpix_ring_grid),
        f6("healpix_ring_neighbor_ring", healpix_ring_neighbor_ring),
        f6("healpix_ring_neighbor_disc", healpix_ring_neighbor_disc),
        f4("healpix_ring_hash_one", healpix_ring_hash_one),
        f4("healpix_ring_hash_deg_one", healpix_ring_hash_deg_one),
        f5("healpix_ring_hash_vec_one", healpix_ring_hash_vec_one),
        f4("healpix_ring_center_one", healpix_ring_center_one),
        f4("healpix_ring_center_deg_one", healpix_ring_center_deg_one),
        f5("healpix_ring_center_vec_one", healpix_ring_center_vec_one),
        f3("healpix_ring_neighbors_one", healpix_ring_neighbors_one).each(8),
        f3("healpix_ring_to_nested_one", healpix_ring_to_nested_one),
        f4("healpix_ring_to_nested", healpix_ring_to_nested).in_place(),
        f4("healpix_ring_ring_of", healpix_ring_ring_of),
    ]
}

fn sphere() -> Vec<Row> {
    vec![
        f6("healpix_sphere_distance", healpix_sphere_distance),
        f6("healpix_sphere_distance_deg", healpix_sphere_distance_deg),
        f6("healpix_sphere_to_vec", healpix_sphere_to_vec),
        f6("healpix_sphere_to_vec_deg", healpix_sphere_to_vec_deg),
        f6("healpix_sphere_from_vec", healpix_sphere_from_vec),
        f6("healpix_sphere_from_vec_deg", healpix_sphere_from_vec_deg),
        f5("healpix_sphere_distance_one", healpix_sphere_distance_one),
        f5("healpix_projection_forward", healpix_projection_forward),
        f5("healpix_projection_inverse", healpix_projection_inverse),
    ]
}

fn regions() -> Vec<Row> {
    vec![
        f4("healpix_region_cone", healpix_region_cone),
        f4("healpix_region_cone_deg", healpix_region_cone_deg),
        f5("healpix_region_annulus", healpix_region_annulus),
        f5("healpix_region_annulus_deg", healpix_region_annulus_deg),
        f6("healpix_region_elliptical_cone", healpix_region_elliptical_cone),
        f6("healpix_region_elliptical_cone_deg", healpix_region_elliptical_cone_deg),
        f5("healpix_region_zone", healpix_region_zone),
        f5("healpix_region_zone_deg", healpix_region_zone_deg),
        f6("healpix_region_box", healpix_region_box),
        f6("healpix_region_box_deg", healpix_region_box_deg),
        f5("healpix_region_polygon", healpix_region_polygon),
        f5("healpix_region_polygon_deg", healpix_region_polygon_deg),
        f9("healpix_region_polygon_rings", healpix_region_polygon_rings),
        f9("healpix_region_polygon_rings_deg", healpix_region_polygon_rings_deg),
        f3("healpix_region_union", healpix_region_union),
        f3("healpix_region_intersection", healpix_region_intersection),
        f3("healpix_region_difference", healpix_region_difference),
        f2("healpix_region_complement", healpix_region_complement),
        f1("healpix_region_all_sky", healpix_region_all_sky),
        f1("healpix_region_empty", healpix_region_empty),
        f3("healpix_region_from_stcs", healpix_region_from_stcs),
        f3("healpix_region_from_geojson", healpix_region_from_geojson),
        f5("healpix_region_contains", healpix_region_contains).flags(),
        f5("healpix_region_contains_deg", healpix_region_contains_deg).flags(),
        f4("healpix_region_contains_one", healpix_region_contains_one),
        f4("healpix_region_contains_deg_one", healpix_region_contains_deg_one),
        f5("healpix_region_relation", healpix_region_relation),
        f4("healpix_region_relation_one", healpix_region_relation_one),
        f1("healpix_region_area", healpix_region_area),
        f2("healpix_region_clone", healpix_region_clone),
        f1("healpix_region_free", healpix_region_free),
    ]
}

fn coverages() -> Vec<Row> {
    vec![
        f3("healpix_coverage_of", healpix_coverage_of),
        f4("healpix_coverage_with_budget", healpix_coverage_with_budget),
        f4("healpix_coverage_from_cells", healpix_coverage_from_cells),
        f6("healpix_coverages_from_cells", healpix_coverages_from_cells),
        f6("healpix_coverage_polygon", healpix_coverage_polygon),
        f6("healpix_coverage_polygon_deg", healpix_coverage_polygon_deg),
        f5("healpix_coverage_cone", healpix_coverage_cone),
        f5("healpix_coverage_cone_deg", healpix_coverage_cone_deg),
        f6("healpix_coverage_annulus", healpix_coverage_annulus),
        f6("healpix_coverage_annulus_deg", healpix_coverage_annulus_deg),
        f7("healpix_coverage_elliptical_cone", healpix_coverage_elliptical_cone),
        f7("healpix_coverage_elliptical_cone_deg", healpix_coverage_elliptical_cone_deg),
        f6("healpix_coverage_zone", healpix_coverage_zone),
        f6("healpix_coverage_zone_deg", healpix_coverage_zone_deg),
        f7("healpix_coverage_box", healpix_coverage_box),
        f7("healpix_coverage_box_deg", healpix_coverage_box_deg),
        f1("healpix_coverage_depth", healpix_coverage_depth),
        f1("healpix_coverage_len", healpix_coverage_len),
        f1("healpix_coverage_cells", healpix_coverage_cells),
        f1("healpix_coverage_n_flat", healpix_coverage_n_flat),
        f5("healpix_coverage_flat", healpix_coverage_flat).optional(3),
        f2("healpix_coverage_iter_new", healpix_coverage_iter_new),
        f2("healpix_coverage_iter_next", healpix_coverage_iter_next),
        f1("healpix_coverage_iter_free", healpix_coverage_iter_free),
        f4("healpix_coverage_visit", healpix_coverage_visit),
        f6("healpix_coverage_cones", healpix_coverage_cones),
        f6("healpix_coverage_cones_deg", healpix_coverage_cones_deg),
        f1("healpix_coverages_depth", healpix_coverages_depth),
        f1("healpix_coverages_len", healpix_coverages_len),
        f1("healpix_coverages_offsets", healpix_coverages_offsets),
        f1("healpix_coverages_cells", healpix_coverages_cells),
        f1("healpix_coverages_free", healpix_coverages_free),
        f2("healpix_coverage_moc", healpix_coverage_moc),
        f2("healpix_coverage_full_moc", healpix_coverage_full_moc),
        f3("healpix_coverage_centers_in", healpix_coverage_centers_in),
        f3("healpix_coverage_ring_touched", healpix_coverage_ring_touched),
        f3("healpix_coverage_ring_centers_in", healpix_coverage_ring_centers_in),
        f1("healpix_ranges_len", healpix_ranges_len),
        f1("healpix_ranges_data", healpix_ranges_data),
        f1("healpix_ranges_free", healpix_ranges_free),
        f1("healpix_coverage_free", healpix_coverage_free),
    ]
}

fn mocs() -> Vec<Row> {
    vec![
        f2("healpix_moc_empty", healpix_moc_empty),
        f2("healpix_moc_all_sky", healpix_moc_all_sky),
        f4("healpix_moc_from_cells", healpix_moc_from_cells),
        f4("healpix_moc_from_mixed_cells", healpix_moc_from_mixed_cells),
        f4("healpix_moc_from_uniq", healpix_moc_from_uniq),
        f4("healpix_moc_from_ranges", healpix_moc_from_ranges),
        f4("healpix_moc_from_depth29_ranges", healpix_moc_from_depth29_ranges),
        f5("healpix_moc_from_points", healpix_moc_from_points),
        f5("healpix_moc_from_points_deg", healpix_moc_from_points_deg),
        f3("healpix_moc_from_region", healpix_moc_from_region),
        f5("healpix_moc_credible_region", healpix_moc_credible_region),
        f5("healpix_moc_credible_region_of_probabilities", healpix_moc_credible_region_of_probabilities),
        f3("healpix_moc_union", healpix_moc_union),
        f3("healpix_moc_intersection", healpix_moc_intersection),
        f3("healpix_moc_difference", healpix_moc_difference),
        f3("healpix_moc_symmetric_difference", healpix_moc_symmetric_difference),
        f2("healpix_moc_complement", healpix_moc_complement),
        f3("healpix_moc_union_all", healpix_moc_union_all),
        f3("healpix_moc_intersection_all", healpix_moc_intersection_all),
        f2("healpix_moc_equals", healpix_moc_equals),
        f2("healpix_moc_same_set", healpix_moc_same_set),
        f2("healpix_moc_is_subset", healpix_moc_is_subset),
        f2("healpix_moc_is_superset", healpix_moc_is_superset),
        f2("healpix_moc_is_disjoint", healpix_moc_is_disjoint),
        f3("healpix_moc_union_into", healpix_moc_union_into),
        f3("healpix_moc_intersection_into", healpix_moc_intersection_into),
        f3("healpix_moc_difference_into", healpix_moc_difference_into),
        f3("healpix_moc_symmetric_difference_into", healpix_moc_symmetric_difference_into),
        f2("healpix_moc_complement_into", healpix_moc_complement_into),
        f3("healpix_moc_degraded", healpix_moc_degraded),
        f3("healpix_moc_refined", healpix_moc_refined),
        f2("healpix_moc_inner_border", healpix_moc_inner_border),
        f2("healpix_moc_outer_border", healpix_moc_outer_border),
        f3("healpix_moc_expanded", healpix_moc_expanded),
        f3("healpix_moc_contracted", healpix_moc_contracted),
        f3("healpix_moc_fill_holes", healpix_moc_fill_holes),
        f3("healpix_moc_split", healpix_moc_split),
        f1("healpix_mocs_len", healpix_mocs_len),
        f2("healpix_mocs_get", healpix_mocs_get),
        f1("healpix_mocs_free", healpix_mocs_free),
        f1("healpix_moc_depth", healpix_moc_depth),
        f1("healpix_moc_len", healpix_moc_len),
        f1("healpix_moc_ranges", healpix_moc_ranges),
        f1("healpix_moc_is_empty", healpix_moc_is_empty),
        f1("healpix_moc_is_all_sky", healpix_moc_is_all_sky),
        f1("healpix_moc_n_cells", healpix_moc_n_cells),
        f1("healpix_moc_area", healpix_moc_area),
        f1("healpix_moc_sky_fraction", healpix_moc_sky_fraction),
        f1("healpix_moc_first", healpix_moc_first),
        f1("healpix_moc_last", healpix_moc_last),
        f5("healpix_moc_contains_points", healpix_moc_contains_points).flags(),
        f5("healpix_moc_contains_points_deg", healpix_moc_contains_points_deg).flags(),
        f5("healpix_moc_contains_cells", healpix_moc_contains_cells).flags(),
        f5("healpix_moc_overlaps_cells", healpix_moc_overlaps_cells).flags(),
        f4("healpix_moc_contains_one", healpix_moc_contains_one),
        f4("healpix_moc_contains_deg_one", healpix_moc_contains_deg_one),
        f4("healpix_moc_contains_cell", healpix_moc_contains_cell),
        f4("healpix_moc_overlaps_cell", healpix_moc_overlaps_cell),
        f2("healpix_moc_iter_new", healpix_moc_iter_new),
        f2("healpix_moc_iter_next", healpix_moc_iter_next),
        f1("healpix_moc_iter_free", healpix_moc_iter_free),
        f2("healpix_moc_flat_iter_new", healpix_moc_flat_iter_new),
        f2("healpix_moc_flat_iter_next", healpix_moc_flat_iter_next),
        f1("healpix_moc_flat_iter_free", healpix_moc_flat_iter_free),
        f4("healpix_moc_flat", healpix_moc_flat),
        f4("healpix_moc_to_uniq", healpix_moc_to_uniq),
        f2("healpix_moc_clone", healpix_moc_clone),
        f1("healpix_moc_free", healpix_moc_free),
        f4("healpix_moc_to_ascii", healpix_moc_to_ascii),
        f4("healpix_moc_to_json", healpix_moc_to_json),
        f3("healpix_moc_from_ascii", healpix_moc_from_ascii),
        f3("healpix_moc_from_json", healpix_moc_from_json),
        f3("healpix_moc_to_fits", healpix_moc_to_fits),
        f3("healpix_moc_from_fits", healpix_moc_from_fits),
        f3("healpix_moc_write_fits_file", healpix_moc_write_fits_file),
        f2("healpix_moc_read_fits_file", healpix_moc_read_fits_file),
        f5("healpix_moc_from_fits_map", healpix_moc_from_fits_map),
    ]
}

fn files() -> Vec<Row> {
    vec![
        f1("healpix_bytes_len", healpix_bytes_len),
        f1("healpix_bytes_data", healpix_bytes_data),
        f1("healpix_bytes_free", healpix_bytes_free),
        f2("healpix_fits_ranges_open", healpix_fits_ranges_open),
        f1("healpix_fits_ranges_depth", healpix_fits_ranges_depth),
        f1("healpix_fits_ranges_n_ranges", healpix_fits_ranges_n_ranges),
        f4("healpix_fits_ranges_next", healpix_fits_ranges_next),
        f1("healpix_fits_ranges_free", healpix_fits_ranges_free),
        f3("healpix_fits_ranges_writer_create", healpix_fits_ranges_writer_create),
        f3("healpix_fits_ranges_writer_write", healpix_fits_ranges_writer_write),
        f1("healpix_fits_ranges_writer_finish", healpix_fits_ranges_writer_finish),
        f1("healpix_fits_ranges_writer_free", healpix_fits_ranges_writer_free),
        f1("healpix_fits_is_seen", healpix_fits_is_seen),
        f3("healpix_fits_map_open", healpix_fits_map_open),
        f1("healpix_fits_map_depth", healpix_fits_map_depth),
        f4("healpix_fits_map_frame", healpix_fits_map_frame),
        f5("healpix_fits_map_next", healpix_fits_map_next),
        f4("healpix_fits_map_moc", healpix_fits_map_moc),
        f1("healpix_fits_map_free", healpix_fits_map_free),
        f3("healpix_multi_order_map_from_fits", healpix_multi_order_map_from_fits),
        f2("healpix_multi_order_map_read_fits_file", healpix_multi_order_map_read_fits_file),
        f1("healpix_multi_order_map_len", healpix_multi_order_map_len),
        f1("healpix_multi_order_map_uniq", healpix_multi_order_map_uniq),
        f1("healpix_multi_order_map_density", healpix_multi_order_map_density),
        f1("healpix_multi_order_map_free", healpix_multi_order_map_free),
    ]
}

fn point_index() -> Vec<Row> {
    vec![
        f1("healpix_point_index_new", healpix_point_index_new),
        f2("healpix_point_index_with_capacity", healpix_point_index_with_capacity),
        f4("healpix_point_index_push", healpix_point_index_push),
        f4("healpix_point_index_push_deg", healpix_point_index_push_deg),
        f5("healpix_point_index_push_slice", healpix_point_index_push_slice).one_output(),
        f5("healpix_point_index_push_slice_deg", healpix_point_index_push_slice_deg).one_output(),
        f1("healpix_point_index_build", healpix_point_index_build),
        f1("healpix_point_index_clear", healpix_point_index_clear),
        f1("healpix_point_index_free", healpix_point_index_free),
        f1("healpix_point_index_rows", healpix_point_index_rows),
        f1("healpix_point_index_len", healpix_point_index_len),
        f1("healpix_point_index_is_built", healpix_point_index_is_built),
        f1("healpix_point_index_cells", healpix_point_index_cells),
        f1("healpix_point_index_row_numbers", healpix_point_index_row_numbers),
        f1("healpix_point_index_lon", healpix_point_index_lon),
        f1("healpix_point_index_lat", healpix_point_index_lat),
        f5("healpix_point_index_rows_in_cell", healpix_point_index_rows_in_cell),
        f5("healpix_point_index_nearest", healpix_point_index_nearest),
        f5("healpix_point_index_nearest_deg", healpix_point_index_nearest_deg),
        f5("healpix_point_index_within", healpix_point_index_within),
        f5("healpix_point_index_within_deg", healpix_point_index_within_deg),
        f3("healpix_point_index_region", healpix_point_index_region),
        f5("healpix_point_index_cross_match", healpix_point_index_cross_match),
        f6("healpix_point_index_nearest_many", healpix_point_index_nearest_many),
        f6("healpix_point_index_nearest_many_deg", healpix_point_index_nearest_many_deg),
        f6("healpix_point_index_within_many", healpix_point_index_within_many),
        f6("healpix_point_index_within_many_deg", healpix_point_index_within_many_deg),
        f1("healpix_match_lists_len", healpix_match_lists_len),
        f1("healpix_match_lists_offsets", healpix_match_lists_offsets),
        f1("healpix_match_lists_matches", healpix_match_lists_matches),
        f1("healpix_match_lists_free", healpix_match_lists_free),
        f1("healpix_matches_len", healpix_matches_len),
        f1("healpix_matches_data", healpix_matches_data),
        f1("healpix_matches_free", healpix_matches_free),
        f1("healpix_pairs_len", healpix_pairs_len),
        f1("healpix_pairs_data", healpix_pairs_data),
        f1("healpix_pairs_free", healpix_pairs_free),
        f1("healpix_rows_len", healpix_rows_len),
        f1("healpix_rows_data", healpix_rows_data),
        f1("healpix_rows_free", healpix_rows_free),
        f3("healpix_point_index_occupied", healpix_point_index_occupied),
        f2("healpix_occupied_next", healpix_occupied_next),
        f1("healpix_occupied_free", healpix_occupied_free),
    ]
}
