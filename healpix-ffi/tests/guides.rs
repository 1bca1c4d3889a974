//! docs/*.md and this crate's README: their C programs compile and print what they say, the names in them exist.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

mod common;
#[path = "common/programs.rs"]
mod programs;

use programs::Language;

/// Words that look like names of the header and are others.
const OTHER_NAMES: &[&str] = &["healpix_core", "healpix_ffi", "healpix_safe", "healpix_sys", "healpix_cxx"];

/// The texts for people, each with its file.
fn guides() -> Vec<(PathBuf, String)> {
    let docs = common::manifest().join("../docs");
    let mut files: Vec<PathBuf> =
        fs::read_dir(docs).expect("docs").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension() == Some(OsStr::new("md")));
    files.push(common::manifest().join("README.md"));
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).expect("UTF-8"))).collect()
}

/// A program, and what it prints.
struct Program {
    source: String,
    prints: String,
}

/// The blocks of C with a `main`, each with the block of text behind it if nothing is in between.
fn programs_of(guide: &str) -> Vec<Program> {
    let mut blocks = Vec::new();
    let mut rest = guide;
    while let Some((between, after)) = rest.split_once("```") {
        let (kind, after) = after.split_once('\n').expect("a block has lines");
        let (text, after) = after.split_once("```").expect("a block has an end");
        blocks.push((between.trim().is_empty(), kind, text));
        rest = after;
    }
    let mains = blocks.iter().enumerate().filter(|(_, (_, kind, text))| *kind == "c" && text.contains("int main("));
    mains
        .map(|(at, (_, _, text))| {
            let output = blocks.get(at + 1).filter(|(follows, kind, _)| *follows && *kind == "text");
            Program { source: (*text).to_owned(), prints: output.map_or("", |block| block.2).to_owned() }
        })
        .collect()
}

#[test]
fn the_programs_of_the_guides_print_what_they_say() {
    let directory = programs::scratch();
    let stars = common::manifest().join("../examples/data/stars.csv");
    fs::copy(stars, directory.join("stars.csv")).expect("stars.csv");
    let mut n = 0;
    for (file, text) in guides() {
        let name = file.file_stem().and_then(OsStr::to_str).expect("a name");
        for (k, program) in programs_of(&text).into_iter().enumerate() {
            let source = directory.join(format!("{name}-{k}.c"));
            fs::write(&source, &program.source).expect("the source");
            let binary = source.with_extension("");
            programs::compile(&source, Language::C11, &binary);
            assert_eq!(programs::run(&binary, &directory), program.prints, "{}, program {k}", file.display());
            n += 1;
        }
    }
    assert!(n >= 8, "{n}");
}

#[test]
fn the_names_in_the_guides_exist() {
    let header = fs::read_to_string(common::manifest().join("include/healpix/healpix.h")).expect("the header");
    let known: BTreeSet<&str> = words(&header).collect();
    for (file, text) in guides() {
        let mut names = words(&text).filter(|word| word.starts_with("healpix_") && !OTHER_NAMES.contains(word));
        let unknown = names.find(|name| !known.contains(name));
        assert_eq!(unknown, None, "{}", file.display());
    }
}

/// Runs of letters, digits and underscores.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The functions of chealpix 3.30, each of which has a twin with 64 at the end or needs none.
const CHEALPIX: &[&str] = &[
    "ang2pix_nest",
    "ang2pix_ring",
    "pix2ang_nest",
    "pix2ang_ring",
    "nest2ring",
    "ring2nest",
    "nside2npix",
    "npix2nside",
    "ang2vec",
    "vec2ang",
    "vec2pix_nest",
    "vec2pix_ring",
    "pix2vec_nest",
    "pix2vec_ring",
    "read_healpix_map",
    "write_healpix_map",
    "get_fits_size",
];

/// The public members of T_Healpix_Base in healpix_cxx 3.80.
const HEALPIX_CXX: &[&str] = &[
    "nside2order",
    "npix2nside",
    "Set",
    "SetNside",
    "ring2z",
    "pix2ring",
    "xyf2pix",
    "pix2xyf",
    "nest2ring",
    "ring2nest",
    "nest2peano",
    "peano2nest",
    "zphi2pix",
    "ang2pix",
    "vec2pix",
    "pix2zphi",
    "pix2ang",
    "pix2vec",
    "pixel_import",
    "query_disc",
    "query_disc_inclusive",
    "query_polygon",
    "query_polygon_inclusive",
    "query_strip",
    "get_ring_info",
    "get_ring_info2",
    "get_ring_info_small",
    "neighbors",
    "get_interpol",
    "Order",
    "Nside",
    "Npix",
    "Scheme",
    "conformable",
    "swap",
    "max_pixrad",
    "boundaries",
    "swap_cycles",
];

/// The public functions of `cdshealpix::nested` 0.10.1.
const CDSHEALPIX: &[&str] = &[
    "parent",
    "siblings",
    "children",
    "get",
    "to_range",
    "to_uniq",
    "to_uniq_ivoa",
    "to_zuniq",
    "to_zuniq_unsafe",
    "from_zuniq",
    "from_uniq",
    "from_uniq_ivoa",
    "n_hash",
    "hash",
    "hash_with_dxdy",
    "sph_coo",
    "center",
    "vertices",
    "path_along_cell_side",
    "path_along_cell_edge",
    "grid",
    "neighbours",
    "append_bulk_neighbours",
    "internal_edge",
    "internal_edge_sorted",
    "external_edge_struct",
    "external_edge",
    "external_edge_sorted",
    "append_external_edge",
    "append_external_edge_sorted",
    "bilinear_interpolation",
    "cone_coverage_approx",
    "cone_coverage_approx_flat",
    "cone_coverage_approx_custom",
    "cone_coverage_centers",
    "cone_coverage_fullin",
    "ring_coverage_approx",
    "ring_coverage_approx_custom",
    "elliptical_cone_coverage",
    "box_coverage",
    "polygon_coverage",
    "custom_polygon_coverage",
    "zone_coverage",
    "internal_corner",
    "internal_corner_south",
    "internal_edge_part",
    "internal_edge_southeast",
    "kth_neighbours",
    "kth_neighbourhood",
    "to_ring",
    "from_ring",
    "neighbour",
    "vertex",
    "vertices_map",
    "center_of_projected_cell",
    "projected_vertices",
];

#[test]
fn the_tables_for_moving_are_complete() {
    let text = fs::read_to_string(common::manifest().join("../docs/moving.md")).expect("moving.md");
    for (title, names) in [("## chealpix", CHEALPIX), ("## healpix_cxx", HEALPIX_CXX), ("## cdshealpix", CDSHEALPIX)] {
        let (_, section) = text.split_once(title).expect(title);
        let section = section.split("\n## ").next().unwrap_or_default();
        // What stands in the first column, before the first bar.
        let left = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        let known: BTreeSet<&str> = left.flat_map(words).collect();
        let missing: Vec<&&str> = names.iter().filter(|name| !known.contains(*name)).collect();
        assert!(missing.is_empty(), "{title}: {missing:?}");
    }
}
