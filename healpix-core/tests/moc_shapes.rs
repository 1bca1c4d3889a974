//! Borders, growing and shrinking, connected parts, holes: against breadth-first search over
//! `nested::neighbors`, and where no list of all cells would fit into memory.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod moc_model;

use std::f64::consts::PI;

use healpix_core::moc::Connectivity::{Edges, EdgesAndVertices};
use healpix_core::{BaseCell, Cell, Depth, Direction, Error, FaceIj, Moc, Result, nested};
use moc_model::{Model, cell, depth, moc, models, models_at};
use proptest::prelude::*;

fn of_all(parts: Result<Vec<Moc>>) -> Vec<Model> {
    parts.expect("enough memory").iter().map(Model::of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn borders(a in models()) {
        let x = a.moc();
        prop_assert_eq!(Model::of(&x.outer_border()?), a.outer_border());
        prop_assert_eq!(Model::of(&x.inner_border()?), a.inner_border());
    }

    #[test]
    fn steps_outwards_and_inwards(a in models(), steps in 0u32..5) {
        let x = a.moc();
        prop_assert_eq!(Model::of(&x.expanded(steps)?), a.expanded(steps));
        prop_assert_eq!(Model::of(&x.contracted(steps)?), a.contracted(steps));
    }

    #[test]
    fn connected_parts(a in models()) {
        let x = a.moc();
        for connectivity in [Edges, EdgesAndVertices] {
            let parts = x.split(connectivity)?;
            prop_assert_eq!(of_all(Ok(parts.clone())), a.split(connectivity));
            prop_assert_eq!(Moc::union_all(&parts)?.same_set(&x), true);
            prop_assert!(parts.iter().all(|part| part.depth() == x.depth()));
        }
    }

    #[test]
    fn holes(a in models(), cells in 0u64..200) {
        let x = a.moc();
        prop_assert_eq!(Model::of(&x.fill_holes(None)?), a.fill_holes(None));
        // Between the areas of two numbers of cells, where rounding does not matter.
        let area = (cells as f64 + 0.5) * 4.0 * PI / a.depth.n_cells() as f64;
        prop_assert_eq!(Model::of(&x.fill_holes(Some(area))?), a.fill_holes(Some(area)));
        for none in [f64::NAN, -1.0, 0.0, f64::NEG_INFINITY] {
            prop_assert_eq!(&x.fill_holes(Some(none))?, &x);
        }
        prop_assert_eq!(x.fill_holes(Some(f64::INFINITY))?, x.fill_holes(None)?);
    }

    /// A set of cells of depth 4 inside one cell of a deep grid is as far from everything else as it can
    /// be: the answers are those of depth 4 shifted, where no border of the base cell is near.
    #[test]
    fn deep_sets(a in models_at(3), place in 0u64..1 << 20) {
        let inner = a.cells.iter().copied().filter(|k| k >> 6 == 4 && {
            let (i, j) = healpix_core::grid::morton::deinterleave(k & 63);
            (2..6).contains(&i) && (2..6).contains(&j)
        });
        let a = Model::new(a.depth, inner);
        let shift = |k: u64| (k & 63) | (place << 6) | (7 << 56);
        let deep = |model: &Model| {
            let cells: Vec<u64> = model.cells.iter().map(|k| shift(*k)).collect();
            Moc::from_cells(depth(28), &cells).expect("cells of the depth")
        };
        let x = deep(&a);
        prop_assert_eq!(x.outer_border()?, deep(&a.outer_border()));
        prop_assert_eq!(x.inner_border()?, deep(&a.inner_border()));
        prop_assert_eq!(x.expanded(2)?, deep(&a.expanded(2)));
        prop_assert_eq!(x.contracted(1)?, deep(&a.contracted(1)));
        prop_assert_eq!(x.fill_holes(None)?, deep(&a.fill_holes(None)));
        prop_assert_eq!(x.split(Edges)?.len(), a.split(Edges).len());
        prop_assert_eq!((!&x).inner_border()?, x.outer_border()?);
    }
}

/// Every cell of depths 0 to 4, so all corners where three cells meet, and the poles.
#[test]
fn a_single_cell_has_the_wrong_neighbors() {
    for d in (0..=4).map(depth) {
        for k in 0..d.n_cells() {
            let x = Moc::from_cells(d, &[k]).expect("a cell");
            let mut around: Vec<u64> = nested::neighbors(cell(d, k)).into_iter().flatten().map(Cell::index).collect();
            let border = Moc::from_cells(d, &around).expect("neighbours");
            assert_eq!(x.outer_border(), Ok(border.clone()));
            assert_eq!(x.inner_border(), Ok(x.clone()));
            assert_eq!((!&x).inner_border(), Ok(border.clone()));
            assert_eq!((!&x).outer_border(), Ok(x.clone()));
            around.push(k);
            assert_eq!(x.expanded(1), Moc::from_cells(d, &around));
            assert_eq!(x.contracted(1), Ok(Moc::empty(d)));
            assert_eq!((!&x).contracted(1), Ok(!&(&x | &border)));
        }
    }
}

/// Cells of shallower depths: their sides are whole runs of cells of the MOC's depth.
#[test]
fn a_large_cell_has_the_wrong_border() {
    for up in 0..=4 {
        let d = depth(4);
        for k in 0..depth(4 - up).n_cells() {
            let large = cell(depth(4 - up), k);
            let x = Moc::from_mixed_cells(d, [large]).expect("a cell");
            let outside = nested::external_edge(d, large).expect("few cells");
            let inside = nested::internal_edge(d, large).expect("few cells");
            assert_eq!(x.outer_border(), Moc::from_cells(d, &outside));
            assert_eq!(x.inner_border(), Moc::from_cells(d, &inside));
        }
    }
}

/// The whole sky without one cell of depth 29: an answer of eight cells from 2^62.
#[test]
fn the_sky_without_a_tiny_cell_takes_forever() {
    let d = Depth::MAX;
    let last = d.n_cells() - 1;
    for k in [0, 1, last / 2, last, (1 << 58) - 1, 1 << 58, last / 3, 0x1555_5555_5555_5555] {
        let tiny = Moc::from_cells(d, &[k]).expect("a cell");
        let sky = !&tiny;
        let around: Vec<u64> = nested::neighbors(cell(d, k)).into_iter().flatten().map(Cell::index).collect();
        let around = Moc::from_cells(d, &around).expect("neighbours");
        assert_eq!(sky.inner_border(), Ok(around.clone()));
        assert_eq!(sky.outer_border(), Ok(tiny.clone()));
        assert_eq!(sky.expanded(1), Ok(Moc::all_sky(d)));
        assert_eq!(sky.expanded(1000), Ok(Moc::all_sky(d)));
        assert_eq!(sky.contracted(1), Ok(!&(&tiny | &around)));
        assert_eq!(sky.split(Edges), Ok(vec![sky.clone()]));
        assert_eq!(sky.fill_holes(None), Ok(sky.clone()));
        // Around the tiny cell is a ring of cells, and inside it one hole.
        assert_eq!(around.fill_holes(None), Ok(&around | &tiny));
        assert_eq!((!&around).split(EdgesAndVertices).map(|parts| parts.len()), Ok(2));
        let disc = nested::neighbor_disc(cell(d, k), 20).expect("a disc");
        assert_eq!(tiny.expanded(20), Moc::from_cells(d, &disc));
    }
}

/// Half of the sky as one large set and a deep grid: its parts and holes do not depend on the depth.
#[test]
fn large_sets_of_a_deep_grid_are_listed_cell_by_cell() {
    let d = Depth::MAX;
    let checks = Moc::from_cells(depth(0), &[0, 2, 5, 7, 8, 10]).and_then(|moc| moc.refined(d)).expect("base cells");
    // Around each pole two base cells touch in the pole; those on the equator touch in vertices.
    let shallow = Model::new(depth(0), [0, 2, 5, 7, 8, 10]);
    assert_eq!(checks.split(Edges).map(|parts| parts.len()), Ok(shallow.split(Edges).len()));
    assert_eq!(checks.split(EdgesAndVertices).map(|parts| parts.len()), Ok(shallow.split(EdgesAndVertices).len()));
    // Its border would be some 2^32 cells: an error and not the end of the memory.
    assert!(matches!(checks.outer_border(), Err(Error::OutOfMemory { elements }) if elements > 1 << 28));
    assert!(matches!(checks.contracted(3), Err(Error::OutOfMemory { .. })));
    for moc in [Moc::empty(d), Moc::all_sky(d)] {
        assert_eq!(moc.outer_border(), Ok(Moc::empty(d)));
        assert_eq!(moc.inner_border(), Ok(Moc::empty(d)));
        assert_eq!(moc.expanded(1024), Ok(moc.clone()));
        assert_eq!(moc.contracted(1024), Ok(moc.clone()));
        assert_eq!(moc.fill_holes(None), Ok(moc.clone()));
        assert_eq!(moc.split(Edges).map(|parts| parts.len()), Ok(usize::from(!moc.is_empty())));
    }
}

#[test]
fn too_many_steps_are_walked() {
    let tiny = moc(29, &[5]);
    for steps in [1025, u32::MAX] {
        let error = Err(Error::Steps { k: steps, min: 0, max: 1024 });
        assert_eq!((tiny.expanded(steps), tiny.contracted(steps)), (error.clone(), error));
    }
    assert_eq!(tiny.expanded(0), Ok(tiny.clone()));
    // At the corners where three cells meet as well as in the open.
    let all = moc(3, &[0]).expanded(1024).expect("few cells");
    assert!(all.is_all_sky());
    let far = tiny.expanded(100).expect("enough memory");
    let disc = nested::neighbor_disc(cell(Depth::MAX, 5), 100).expect("few cells");
    assert_eq!(far.flat().collect::<Vec<u64>>(), disc);
}

/// All sky but three cells, two of which touch: the two are the largest hole, then all are equally large.
#[test]
fn a_tie_of_holes_is_not_decided_by_the_first_cell() {
    let d = depth(3);
    let sky_without = |cells: &[u64]| !&moc(3, cells);
    assert_eq!(sky_without(&[100, 101, 700]).fill_holes(None), Ok(sky_without(&[100, 101])));
    assert_eq!(sky_without(&[700, 300, 100]).fill_holes(None), Ok(sky_without(&[100])));
    // To the cell, where holes are limited in area.
    let area = moc(3, &[700]).area();
    let sky = sky_without(&[0, 1, 2, 3, 100, 101, 700]);
    assert_eq!(sky.fill_holes(Some(2.0 * area)), Ok(sky_without(&[0, 1, 2, 3])));
    assert_eq!(sky.fill_holes(Some(area)), Ok(sky_without(&[0, 1, 2, 3, 100, 101])));
    assert_eq!(sky.fill_holes(Some(area * 0.999)), Ok(sky));
    // A ring of cells that touch in vertices only is open.
    let at = FaceIj { face: BaseCell::new(5).expect("a base cell"), i: 4, j: 4 };
    let middle = nested::from_face_ij(d, at).expect("a cell");
    let corners = [Direction::N, Direction::E, Direction::S, Direction::W];
    let edges = [Direction::NE, Direction::SE, Direction::SW, Direction::NW];
    let beside =
        |to: [Direction; 4]| Moc::from_mixed_cells(d, to.map(|to| nested::neighbor(to, middle)).into_iter().flatten());
    let open = beside(edges).expect("cells");
    assert_eq!(open.fill_holes(None), Ok(open.clone()));
    let closed = &open | &beside(corners).expect("cells");
    assert_eq!(closed.fill_holes(None), closed.expanded(1).and_then(|grown| grown.contracted(1)));
    assert_eq!(closed.fill_holes(None).map(|filled| filled.n_cells()), Ok(9));
}
