//! Every single cell of the coarser grids: its numbers, its centre, its borders, its ring.

mod support;

use std::f64::consts::{PI, TAU};

use healpix_core::{Cell, Error, LonLat, RingCell, grid, nested, projection, ring};
use support::{Grid, NSIDES, depth, nside};

#[test]
fn the_centre_of_a_cell_is_in_another_cell() {
    on_all_grids!(8, |grid, cell| {
        let at = [grid.center(cell), grid.center_deg(cell)].map(|at| grid.hash(at));
        assert_eq!((at, grid.hash_vec(grid.center_vec(cell))), ([cell; 2], cell), "{grid:?} cell {cell}");
    });
}

#[test]
fn the_centre_of_a_cell_at_depth_nine_or_ten_is_in_another_cell() {
    for d in [9, 10] {
        let grid = depth(d);
        for cell in 0..grid.n_cells() {
            assert_eq!(grid.hash(grid.center(cell)), cell, "depth {d} cell {cell}");
        }
    }
}

#[test]
fn the_offsets_of_a_centre_are_not_one_half() {
    on_all_grids!(7, |grid, cell| {
        // A centre is rounded to doubles of up to 2 pi, twice; the offsets are in units of the cell.
        let tolerance = f64::EPSILON * (1.0 + 8.0 * grid.side());
        let (found, dx, dy) = grid.hash_with_offsets(grid.center(cell));
        let close = (dx - 0.5).abs() <= tolerance && (dy - 0.5).abs() <= tolerance;
        assert!(found == cell && close, "{grid:?} cell {cell}: {found}, {dx}, {dy}");
    });
}

#[test]
fn a_cell_comes_back_as_another_from_ring_order() {
    for d in 0..=10 {
        let (depth, mut seen) = (depth(d), vec![false; depth(d).n_cells() as usize]);
        for index in 0..depth.n_cells() {
            let cell = Cell::new(depth, index).expect("a cell");
            let in_ring = nested::to_ring(cell);
            assert_eq!(ring::to_nested(in_ring), Ok(cell));
            assert!(!std::mem::replace(&mut seen[in_ring.index() as usize], true), "ring {} twice", in_ring.index());
        }
    }
    let three = RingCell::new(nside(3), 5).expect("a cell");
    assert_eq!(ring::to_nested(three), Err(Error::NsideNotPowerOfTwo { nside: 3 }));
}

#[test]
fn a_cell_comes_back_as_another_from_face_coordinates() {
    on_all_grids!(8, |grid, cell| {
        let at = grid.to_face_ij(cell);
        let inside = f64::from(at.i.max(at.j)) < grid.side() && at.face.get() < 12;
        assert!(grid.from_face_ij(at) == Ok(cell) && inside, "{grid:?} cell {cell}: {at:?}");
    });
}

#[test]
fn parents_children_and_siblings_do_not_fit_together() {
    for d in 0..=8 {
        let depth = depth(d);
        for index in 0..depth.n_cells() {
            let cell = Cell::new(depth, index).expect("a cell");
            let children = nested::children(cell).expect("depth below 29");
            for (k, child) in children.into_iter().enumerate() {
                assert_eq!(child.index(), 4 * index + k as u64);
                assert_eq!(nested::parent(child), Ok(cell));
                assert_eq!(nested::siblings(child), children);
                assert_eq!(nested::base_cell(child), nested::base_cell(cell));
            }
            let deeper = support::depth(d + 3);
            let range = nested::range(deeper, cell).expect("deeper");
            assert_eq!((range.start, range.end - range.start), (64 * index, 64));
            for inside in [range.start, range.end - 1] {
                let inside = Cell::new(deeper, inside).expect("a cell");
                assert_eq!(nested::ancestor(depth, inside), Ok(cell));
            }
            assert_eq!(nested::ancestor(depth, cell), Ok(cell));
            assert_eq!(u64::from(nested::base_cell(cell).get()), index >> (2 * d));
        }
    }
    for index in 0..12 {
        let base = Cell::new(depth(0), index).expect("a cell");
        assert_eq!(nested::parent(base), Err(Error::NoParent));
        assert_eq!(nested::siblings(base).map(Cell::index), [0, 1, 2, 3].map(|k| index / 4 * 4 + k));
    }
}

#[test]
fn a_cell_is_on_the_far_side_of_its_parent() {
    for d in 0..=6 {
        let depth = depth(d);
        for index in 0..depth.n_cells() {
            let cell = Cell::new(depth, index).expect("a cell");
            // Children in the order S, E, W, N.
            let middles = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
            for (child, (dx, dy)) in nested::children(cell).expect("depth below 29").into_iter().zip(middles) {
                assert_eq!(nested::position(cell, dx, dy), Ok(nested::center(child)), "depth {d} cell {index}");
            }
        }
    }
}

#[test]
fn two_cells_share_a_uniq_or_zuniq_number() {
    let mut next = 4;
    let mut in_curve_order = Vec::new();
    for d in 0..=8 {
        for index in 0..depth(d).n_cells() {
            let cell = Cell::new(depth(d), index).expect("a cell");
            // The uniq numbers of all cells are all the numbers from 4 on.
            assert_eq!(nested::to_uniq(cell), next);
            assert_eq!(nested::from_uniq(next), Ok(cell));
            assert_eq!(nested::from_zuniq(nested::to_zuniq(cell)), Ok(cell));
            if d <= 5 {
                in_curve_order.push((nested::to_zuniq(cell), cell));
            }
            next += 1;
        }
    }
    // Sorted by zuniq, every cell stands between the halves of what it contains.
    in_curve_order.sort_unstable();
    let middle = |cell: Cell| (2 * cell.index() + 1) << (2 * (29 - cell.depth().get()));
    assert!(in_curve_order.windows(2).all(|pair| middle(pair[0].1) < middle(pair[1].1)));
}

#[test]
fn a_point_just_inside_an_edge_is_outside() {
    // Far more than the rounding of a position, far less than a cell.
    const INSIDE: f64 = 1e-10;
    on_all_grids!(6, |grid, cell| {
        for along in [0.5, 0.1, 1.0 - INSIDE, INSIDE] {
            let places = [(along, INSIDE), (along, 1.0 - INSIDE), (INSIDE, along), (1.0 - INSIDE, along)];
            for (dx, dy) in places {
                let found = [grid.position(cell, dx, dy), grid.position_deg(cell, dx, dy)]
                    .map(|at| grid.hash(at.expect("offsets in the cell")));
                assert_eq!(found, [cell; 2], "{grid:?} cell {cell} at ({dx}, {dy})");
            }
        }
    });
}

#[test]
fn the_path_along_an_edge_leaves_the_edge() {
    on_all_grids!(4, |grid, cell| {
        // On the plane the borders of cells are the lines n (x ± y) = n / 2 + a whole number.
        let n = grid.side();
        let from_line = |v: f64| (v - 0.5 * n - (v - 0.5 * n).round()).abs();
        let path = grid.path_along_edge(cell, 5).expect("five points");
        assert_eq!(path.len(), 20);
        for (k, at) in path.into_iter().enumerate() {
            let (x, y) = projection::forward(at);
            let off = from_line(n * (x + y)).min(from_line(n * (x - y)));
            assert!(off < 1e-14 * n, "{grid:?} cell {cell} point {k}: {off} cells from the edge");
            if k % 5 == 0 {
                assert_eq!(at, grid.vertices(cell)[k / 5], "{grid:?} cell {cell} point {k}");
            }
        }
    });
}

#[test]
fn a_grid_position_is_outside_its_cell_or_in_the_wrong_place() {
    on_all_grids!(4, |grid, cell| {
        let tolerance = 1e-14 * grid.side() + 1e-15;
        for (at, number) in grid.grid(cell, 3).expect("three points").into_iter().zip(0..) {
            let (found, dx, dy) = grid.hash_with_offsets(at);
            let (a, b) = (f64::from(number % 3), f64::from(number / 3));
            let close = |got: f64, step: f64| (got - (step + 0.5) / 3.0).abs() < tolerance;
            assert!(found == cell && close(dx, a) && close(dy, b), "{grid:?} cell {cell}: {at:?}");
        }
    });
}

#[test]
fn the_rings_are_miscounted() {
    for n in NSIDES.into_iter().chain([8, 16, 32, 64, 128]) {
        let size = nside(n);
        // Cells counted one by one, by the latitudes of their centres.
        let mut cells = (0..size.n_cells()).map(|cell| (cell, size.center(cell))).peekable();
        for number in 1..=size.n_rings() {
            let (first, center) = *cells.peek().expect("one more ring");
            let mut count = 0;
            while let Some((cell, at)) = cells.next_if(|(_, at)| at.lat() == center.lat()) {
                let ring_cell = RingCell::new(size, cell).expect("a cell");
                assert_eq!(ring::ring_of(ring_cell), number, "nside {n} cell {cell}");
                let step = TAU / f64::from(ring::info(size, number).expect("a ring").count);
                let expected = center.lon() + f64::from(count) * step;
                assert!((at.lon() - expected).abs() < 4e-15, "nside {n} cell {cell}");
                count += 1;
            }
            let info = ring::info(size, number).expect("a ring");
            assert_eq!((info.ring, info.first, info.count, info.lat), (number, first, count, center.lat()));
            assert!((info.z - info.lat.sin()).abs() < 3e-16, "nside {n} ring {number}: z {}", info.z);
            assert_eq!(info.shifted, center.lon() > 0.0);
            if info.shifted {
                assert!((center.lon() - PI / f64::from(count)).abs() < 4e-16);
            }
        }
        assert!(cells.next().is_none());
        for wrong in [0, size.n_rings() + 1, u32::MAX] {
            assert_eq!(ring::info(size, wrong), Err(Error::Ring { ring: wrong, n_rings: size.n_rings() }));
        }
    }
}

#[test]
fn rings_of_equal_latitude_north_and_south_differ() {
    for n in NSIDES {
        let size = nside(n);
        for number in 1..=size.n_rings() {
            let north = ring::info(size, number).expect("a ring");
            let south = ring::info(size, 4 * n - number).expect("a ring");
            assert_eq!((north.count, north.shifted), (south.count, south.shifted));
            assert_eq!((north.z, north.lat), (-south.z, -south.lat));
            assert_eq!(north.first + u64::from(north.count) + south.first, size.n_cells());
        }
    }
}

#[test]
fn all_cells_together_are_not_the_sphere() {
    for n in NSIDES.into_iter().chain([1 << 20, (1 << 29) - 1, 1 << 29]) {
        let sum = grid::cell_area(nside(n)) * nside(n).n_cells() as f64;
        assert!((sum - 4.0 * PI).abs() < 4e-15, "nside {n}: {sum}");
    }
}

/// By Euler's formula a sphere cut into n quadrilaterals has n + 2 vertices; each pole counts once for each of its four cells, which
/// give it a longitude each.
#[test]
fn cells_that_share_a_vertex_give_it_other_bits() {
    fn distinct(grid: impl Grid, vertices: impl Fn(u64) -> [LonLat; 4]) -> u64 {
        let bits = |at: LonLat| (at.as_given().0.to_bits(), at.as_given().1.to_bits());
        let mut all: Vec<_> = (0..grid.cells()).flat_map(&vertices).map(bits).collect();
        all.sort_unstable();
        all.dedup();
        all.len() as u64
    }
    for d in 0..=6 {
        let grid = depth(d);
        assert_eq!(distinct(grid, |cell| grid.vertices(cell)), grid.n_cells() + 8, "depth {d}");
        assert_eq!(distinct(grid, |cell| grid.vertices_deg(cell)), grid.n_cells() + 8, "depth {d}, degrees");
    }
    for n in NSIDES {
        let grid = nside(n);
        assert_eq!(distinct(grid, |cell| grid.vertices(cell)), grid.n_cells() + 8, "nside {n}");
        assert_eq!(distinct(grid, |cell| grid.vertices_deg(cell)), grid.n_cells() + 8, "nside {n}, degrees");
    }
}
