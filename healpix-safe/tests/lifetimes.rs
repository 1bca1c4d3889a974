//! Programs that must not compile, each with a twin that does: so that a refused program is refused for the reason
//! that its name says, and not for a typing error.
//!
//! The messages in `*.stderr` are the compiler's; `TRYBUILD=overwrite` writes them anew after an upgrade. The twins are
//! modules of this test, which is quicker than a program each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "lifetimes/accepted/bytes_slice_outlives_bytes.rs"]
mod bytes_slice_outlives_bytes;
#[path = "lifetimes/accepted/cell_slice_escapes_visitor.rs"]
mod cell_slice_escapes_visitor;
#[path = "lifetimes/accepted/cells_outlive_coverage.rs"]
mod cells_outlive_coverage;
#[path = "lifetimes/accepted/coverages_cells_outlive_coverages.rs"]
mod coverages_cells_outlive_coverages;
#[path = "lifetimes/accepted/drop_while_viewed.rs"]
mod drop_while_viewed;
#[path = "lifetimes/accepted/flat_cells_outlive_coverage.rs"]
mod flat_cells_outlive_coverage;
#[path = "lifetimes/accepted/iterator_outlives_index.rs"]
mod iterator_outlives_index;
#[path = "lifetimes/accepted/iterator_survives_push.rs"]
mod iterator_survives_push;
#[path = "lifetimes/accepted/match_list_outlives_match_lists.rs"]
mod match_list_outlives_match_lists;
#[path = "lifetimes/accepted/matches_slice_outlives_matches.rs"]
mod matches_slice_outlives_matches;
#[path = "lifetimes/accepted/moc_cells_outlive_moc.rs"]
mod moc_cells_outlive_moc;
#[path = "lifetimes/accepted/moc_flat_cells_outlive_moc.rs"]
mod moc_flat_cells_outlive_moc;
#[path = "lifetimes/accepted/moc_ranges_outlive_moc.rs"]
mod moc_ranges_outlive_moc;
#[path = "lifetimes/accepted/part_outlives_mocs.rs"]
mod part_outlives_mocs;
#[path = "lifetimes/accepted/ranges_slice_outlives_ranges.rs"]
mod ranges_slice_outlives_ranges;
#[path = "lifetimes/accepted/region_sent_to_a_thread.rs"]
mod region_sent_to_a_thread;
#[path = "lifetimes/accepted/sent_to_a_thread.rs"]
mod sent_to_a_thread;
#[path = "lifetimes/accepted/shared_with_a_thread.rs"]
mod shared_with_a_thread;
#[path = "lifetimes/accepted/use_after_drop.rs"]
mod use_after_drop;
#[path = "lifetimes/accepted/use_after_move.rs"]
mod use_after_move;
#[path = "lifetimes/accepted/view_outlives_index.rs"]
mod view_outlives_index;
#[path = "lifetimes/accepted/view_survives_build.rs"]
mod view_survives_build;
#[path = "lifetimes/accepted/view_survives_push.rs"]
mod view_survives_push;

type Program = fn() -> healpix_safe::Result<()>;

const TWINS: &[(&str, Program)] = &[
    ("bytes_slice_outlives_bytes.rs", bytes_slice_outlives_bytes::main),
    ("cell_slice_escapes_visitor.rs", cell_slice_escapes_visitor::main),
    ("cells_outlive_coverage.rs", cells_outlive_coverage::main),
    ("coverages_cells_outlive_coverages.rs", coverages_cells_outlive_coverages::main),
    ("drop_while_viewed.rs", drop_while_viewed::main),
    ("flat_cells_outlive_coverage.rs", flat_cells_outlive_coverage::main),
    ("iterator_outlives_index.rs", iterator_outlives_index::main),
    ("iterator_survives_push.rs", iterator_survives_push::main),
    ("match_list_outlives_match_lists.rs", match_list_outlives_match_lists::main),
    ("matches_slice_outlives_matches.rs", matches_slice_outlives_matches::main),
    ("moc_cells_outlive_moc.rs", moc_cells_outlive_moc::main),
    ("moc_flat_cells_outlive_moc.rs", moc_flat_cells_outlive_moc::main),
    ("moc_ranges_outlive_moc.rs", moc_ranges_outlive_moc::main),
    ("part_outlives_mocs.rs", part_outlives_mocs::main),
    ("ranges_slice_outlives_ranges.rs", ranges_slice_outlives_ranges::main),
    ("region_sent_to_a_thread.rs", region_sent_to_a_thread::main),
    ("sent_to_a_thread.rs", sent_to_a_thread::main),
    ("shared_with_a_thread.rs", shared_with_a_thread::main),
    ("use_after_drop.rs", use_after_drop::main),
    ("use_after_move.rs", use_after_move::main),
    ("view_outlives_index.rs", view_outlives_index::main),
    ("view_survives_build.rs", view_survives_build::main),
    ("view_survives_push.rs", view_survives_push::main),
];

#[test]
fn misuse_is_refused_by_the_compiler() {
    trybuild::TestCases::new().compile_fail("tests/lifetimes/refused/*.rs");
}

#[test]
fn the_twins_run() {
    for (name, program) in TWINS {
        assert_eq!(program(), Ok(()), "{name}");
    }
}

#[test]
fn every_refused_program_has_a_twin() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lifetimes/refused");
    let entries = fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").file_name());
    let refused: BTreeSet<String> =
        entries.filter_map(|name| name.into_string().ok()).filter(|name| name.ends_with(".rs")).collect();
    assert_eq!(refused, TWINS.iter().map(|twin| twin.0.to_owned()).collect());
}
