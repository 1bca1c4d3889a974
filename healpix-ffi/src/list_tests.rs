use healpix_core::{Cell, Depth, nested};

use super::*;

#[test]
fn the_core_takes_as_many_points_as_this_file_believes() {
    let cell = Cell::new(Depth::ZERO, 0).expect("a base cell");
    assert!(nested::path_along_edge(cell, MAX_POINTS).is_ok());
    assert!(nested::path_along_edge(cell, MAX_POINTS + 1).is_err());
    assert_eq!(nested::grid(cell, MAX_POINTS + 1).err(), nested::path_along_edge(cell, MAX_POINTS + 1).err());
}
