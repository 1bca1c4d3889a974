//! The sections of the header: where each begins, its title, and what to know before reading on.

/// A section of the header.
#[derive(Debug)]
pub struct Section {
    /// How the name of its first function begins.
    pub begins: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
}

const fn section(begins: &'static str, title: &'static str, intro: &'static str) -> Section {
    Section { begins, title, intro }
}

/// In the order of the header.
pub const SECTIONS: &[Section] = &[
    section("healpix_version", "Version", ""),
    section(
        "healpix_status_",
        "Status",
        "What the codes mean, and what exactly went wrong.",
    ),
    section("healpix_set_threads", "Threads", ""),
    section(
        "healpix_grid_",
        "Resolutions",
        "The nested scheme divides 12 base cells into four again and again: depth 0 to 29, nside = 2^depth. The ring
         scheme numbers the cells from north to south along rings of equal latitude, for any nside from 1 to 2^29.",
    ),
    section(
        "healpix_nested_",
        "Nested scheme: positions, cells, neighbors",
        "Element-wise: n inputs give n outputs, in vector code, on as many threads as healpix_set_threads says.",
    ),
    section("healpix_nested_parent", "Nested scheme: hierarchy, and cell numbers with their depth", ""),
    section(
        "healpix_nested_interpolate",
        "Nested scheme: interpolation",
        "The value of a map at a position is the sum of weight times map[cell] over four cells. Two rules are in use.",
    ),
    section(
        "healpix_nested_path",
        "Nested scheme: around one cell",
        "Lists whose length is not known before: the caller's buffer, its capacity, and where the length is written.",
    ),
    section(
        "healpix_nested_hash_one",
        "Nested scheme: one element",
        "The same for one element and without arrays; a bad one is an error, and nothing is written.",
    ),
    section("healpix_nested_to_ring", "Nested to ring", ""),
    section(
        "healpix_ring_",
        "Ring scheme: positions, cells, neighbors",
        "As in the nested scheme, for any nside. The examples have nside 3: 108 cells on 11 rings, the equator with the
         cells 48 to 59.",
    ),
    section("healpix_ring_interpolate", "Ring scheme: interpolation", ""),
    section("healpix_ring_path", "Ring scheme: around one cell", ""),
    section("healpix_ring_hash_one", "Ring scheme: one element", ""),
    section("healpix_ring_to_nested", "Ring to nested, rings of cells", ""),
    section("healpix_sphere_", "Sphere: distances and unit vectors", ""),
    section(
        "healpix_projection_",
        "HEALPix plane",
        "The projection itself: the sphere as a saw-toothed band, on which all cells are equal squares standing on a corner.",
    ),
    section(
        "healpix_region_",
        "Regions: shapes",
        "A region is a closed part of the sphere, its border included. It has no resolution: ask it about positions and
         cells, or make a coverage, a MOC or a selection of rows of it.",
    ),
    section("healpix_region_union", "Regions: combinations", ""),
    section("healpix_region_from_stcs", "Regions: from text", ""),
    section("healpix_region_contains", "Regions: questions", ""),
    section(
        "healpix_coverage_",
        "Coverages",
        "The cells of a depth that a region touches, each with whether it is inside: a list of cells of several depths, as
         few as possible. Rows in full cells are in the region; rows in the others have to be looked at.",
    ),
    section("healpix_coverage_depth", "Coverages: the cells", ""),
    section("healpix_coverage_visit", "Coverages: cell by cell, without a list", ""),
    section("healpix_coverage_cones", "Coverages: many cones", ""),
    section("healpix_coverage_moc", "Coverages: as MOCs, and as ranges of ring cells", ""),
    section(
        "healpix_moc_",
        "MOCs: making them",
        "A MOC (multi-order coverage map, IVOA 2.0) is a set of cells of one depth, stored as ranges. In the examples MOCs
         come from their text form: \"3/1-5 8\" are the cells 1 to 5 and 8 of depth 3.",
    ),
    section("healpix_moc_union", "MOCs: algebra", ""),
    section("healpix_moc_equals", "MOCs: comparisons", ""),
    section("healpix_moc_union_into", "MOCs: algebra into a MOC that is there", ""),
    section("healpix_moc_degraded", "MOCs: depths, borders, holes, parts", ""),
    section("healpix_moc_depth", "MOCs: what is in them", ""),
    section("healpix_moc_contains", "MOCs: questions", ""),
    section("healpix_moc_iter", "MOCs: the cells", ""),
    section("healpix_moc_to_ascii", "MOCs: text", ""),
    section(
        "healpix_moc_to_fits",
        "MOCs: FITS",
        "The whole file in memory, or on disk by its name.",
    ),
    section(
        "healpix_fits_ranges_",
        "MOCs: FITS piece by piece",
        "For files that are larger than memory: ranges are read and written in the caller's portions.",
    ),
    section(
        "healpix_fits_is_seen",
        "Maps in FITS files",
        "HEALPix maps as healpy writes them, read piece by piece or turned into the MOC of the cells that are wanted.",
    ),
    section(
        "healpix_multi_order_map_",
        "Multi-order probability maps",
        "The sky maps of gravitational-wave events. healpix_moc_credible_region makes a MOC of them.",
    ),
    section(
        "healpix_point_index_",
        "Point index: filling it",
        "A catalogue sorted by cell: push rows, build, ask. Rows are numbered from 0 as they are pushed.
         In the examples `stars` is such an index, built, with the rows 0 Vega, 1 Deneb, 2 Altair.",
    ),
    section("healpix_point_index_rows", "Point index: what is in it", ""),
    section("healpix_point_index_nearest", "Point index: questions", ""),
    section("healpix_matches_", "Point index: answers", ""),
    section("healpix_point_index_nearest_many", "Point index: many positions in one call", ""),
    section("healpix_point_index_occupied", "Point index: occupied cells", ""),
];
