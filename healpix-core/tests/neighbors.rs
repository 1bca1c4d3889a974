//! Neighbours, held against the geometry: who shares a vertex with whom, all over the sphere.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::collections::{BTreeSet, HashMap, VecDeque};

use healpix_core::{Cell, Depth, Direction, Error, nested, ring};
use support::random::Random;
use support::{Grid, NSIDES, depth, length, minus, nside, vector};

/// Slots of the vertices S, E, N, W that a cell shares with its neighbour in each direction.
fn shared(direction: Direction) -> &'static [usize] {
    match direction {
        Direction::S => &[0],
        Direction::SE => &[0, 1],
        Direction::E => &[1],
        Direction::SW => &[0, 3],
        Direction::NE => &[1, 2],
        Direction::W => &[3],
        Direction::NW => &[2, 3],
        Direction::N => &[2],
    }
}

/// The vertices of the grid, numbered, and the cells around each: neighbours by geometry alone.
struct Mesh {
    /// Four vertices, S, E, N, W, of each cell.
    vertices: Vec<[usize; 4]>,
    /// Cells around each vertex.
    around: Vec<Vec<u64>>,
    /// Cells that share a vertex with each cell, sorted.
    beside: Vec<Vec<u64>>,
}

impl Mesh {
    fn of(grid: impl Grid) -> Self {
        let mut numbers: HashMap<[i64; 3], usize> = HashMap::new();
        let mut mesh = Self { vertices: Vec::new(), around: Vec::new(), beside: Vec::new() };
        for cell in 0..grid.size().n_cells() {
            let corners = grid.vertices(cell).map(|at| {
                // Vertices are at least 1e-3 apart; the offset keeps their coordinates off the rounding.
                let key = vector(at).map(|v| ((v + 0.123_456_789) * 1e6).round() as i64);
                let next = numbers.len();
                *numbers.entry(key).or_insert(next)
            });
            mesh.around.resize(numbers.len(), Vec::new());
            corners.iter().for_each(|corner| mesh.around[*corner].push(cell));
            mesh.vertices.push(corners);
        }
        for (corners, cell) in mesh.vertices.iter().zip(0..) {
            let around = corners.iter().flat_map(|corner| &mesh.around[*corner]);
            let found: BTreeSet<u64> = around.copied().filter(|other| *other != cell).collect();
            mesh.beside.push(found.into_iter().collect());
        }
        mesh
    }

    fn common(&self, a: u64, b: u64) -> Vec<usize> {
        let [a, b] = [a, b].map(|cell| self.vertices[cell as usize]);
        (0..4).filter(|slot| b.contains(&a[*slot])).collect()
    }

    fn neighbors(&self, cell: u64) -> &[u64] {
        &self.beside[cell as usize]
    }

    /// Steps from a cell to each cell that is not farther than `longest`.
    fn steps(&self, from: u64, longest: u32) -> Vec<u32> {
        steps(self.vertices.len() as u64, from, longest, |cell| self.neighbors(cell).to_vec())
    }
}

/// Steps from a cell to each cell that is not farther than `longest`, breadth first.
fn steps(cells: u64, from: u64, longest: u32, neighbors: impl Fn(u64) -> Vec<u64>) -> Vec<u32> {
    let mut steps = vec![u32::MAX; cells as usize];
    steps[from as usize] = 0;
    let mut waiting = VecDeque::from([from]);
    while let Some(cell) = waiting.pop_front() {
        if steps[cell as usize] == longest {
            break;
        }
        for next in neighbors(cell) {
            if steps[next as usize] == u32::MAX {
                steps[next as usize] = steps[cell as usize] + 1;
                waiting.push_back(next);
            }
        }
    }
    steps
}

fn cells_with(steps: &[u32], wanted: impl Fn(u32) -> bool) -> Vec<u64> {
    (0..).zip(steps).filter(|(_, steps)| wanted(**steps)).map(|(cell, _)| cell).collect()
}

/// Neighbours by vertices, each in the direction of the vertices it shares.
fn check_neighbors(grid: impl Grid) {
    let mesh = Mesh::of(grid);
    let n_cells = grid.size().n_cells();
    // Euler: vertices = edges - faces + 2, and each cell has four half edges.
    assert_eq!(mesh.around.len() as u64, n_cells + 2, "{grid:?}");
    let of_three = mesh.around.iter().filter(|cells| cells.len() == 3).count();
    let of_four = mesh.around.iter().filter(|cells| cells.len() == 4).count();
    assert_eq!((of_three, of_four as u64), (8, n_cells - 6), "{grid:?}");
    for cell in 0..n_cells {
        assert_eq!(grid.around(cell), mesh.neighbors(cell), "{grid:?} cell {cell}");
        for direction in Direction::ALL {
            let found = grid.neighbor(direction, cell);
            assert_eq!(found, grid.neighbors(cell)[direction.code() as usize], "{grid:?} cell {cell}");
            let Some(found) = found else {
                let corner = mesh.vertices[cell as usize][shared(direction)[0]];
                let three = mesh.around[corner].len() == 3 && shared(direction).len() == 1;
                assert!(three, "{grid:?} cell {cell}: no neighbour {direction:?}");
                continue;
            };
            assert_eq!(mesh.common(cell, found), shared(direction), "{grid:?} cell {cell} {direction:?}");
        }
    }
}

#[test]
fn a_neighbour_does_not_share_the_vertices_in_its_direction() {
    (0..=6).for_each(|d| check_neighbors(depth(d)));
    NSIDES.into_iter().filter(|n| *n <= 100).for_each(|n| check_neighbors(nside(n)));
}

#[test]
fn a_vertex_lies_elsewhere_for_the_neighbour() {
    let mut worst: f64 = 0.0;
    for d in 0..=7 {
        let grid = depth(d);
        for cell in 0..grid.n_cells() {
            let corners = grid.vertices(cell).map(vector);
            for direction in Direction::ALL {
                let Some(found) = grid.neighbor(direction, cell) else { continue };
                let theirs = grid.vertices(found).map(vector);
                for slot in shared(direction) {
                    let gaps = theirs.map(|other| length(minus(other, corners[*slot])));
                    worst = worst.max(gaps.into_iter().fold(f64::INFINITY, f64::min));
                }
            }
        }
    }
    // Longitudes up to 2 pi are rounded by up to 4.4e-16, and this test's sines and cosines too.
    assert!(worst <= 1.2e-15, "{worst:e}");
}

#[test]
fn a_is_beside_b_but_b_is_not_beside_a() {
    for d in 0..=8 {
        let grid = depth(d);
        let mut seven = 0;
        for cell in 0..grid.n_cells() {
            let around = grid.around(cell);
            assert!(around.windows(2).all(|pair| pair[0] < pair[1]), "depth {d} cell {cell}: {around:?} repeats");
            assert!(!around.contains(&cell), "depth {d} cell {cell} is beside itself");
            for other in &around {
                assert!(grid.around(*other).contains(&cell), "depth {d}: {cell} and {other}");
            }
            // Base cells have two three-cell vertices each, all others at most one.
            assert!(around.len() == 8 || (d == 0 && around.len() == 6) || (d > 0 && around.len() == 7));
            seven += usize::from(around.len() == 7);
        }
        // Eight vertices with three cells each.
        assert_eq!(seven, if d == 0 { 0 } else { 24 }, "depth {d}");
    }
}

#[test]
fn ring_neighbours_are_not_the_nested_ones() {
    for d in 0..=7 {
        for index in 0..depth(d).n_cells() {
            let cell = Cell::new(depth(d), index).expect("a cell");
            let nested = nested::neighbors(cell).map(|c| c.map(nested::to_ring));
            assert_eq!(ring::neighbors(nested::to_ring(cell)), nested, "depth {d} cell {index}");
        }
    }
}

#[test]
fn discs_and_rings_of_neighbours_are_not_breadth_first() {
    fn check(grid: impl Grid, longest: u32) {
        let mesh = Mesh::of(grid);
        for cell in 0..grid.size().n_cells() {
            let steps = mesh.steps(cell, longest);
            let last = steps.iter().copied().filter(|s| *s != u32::MAX).max().unwrap_or(0);
            // One step further than the sphere goes.
            for k in 0..=(last + 1).min(longest) {
                let (ring, disc) = (grid.neighbor_ring(cell, k), grid.neighbor_disc(cell, k));
                assert_eq!(ring, Ok(cells_with(&steps, |s| s == k)), "{grid:?} cell {cell} k {k}");
                assert_eq!(disc, Ok(cells_with(&steps, |s| s <= k)), "{grid:?} cell {cell} k {k}");
            }
        }
    }
    (0..=3).for_each(|d| check(depth(d), u32::MAX));
    [1, 2, 3, 5, 6].into_iter().for_each(|n| check(nside(n), u32::MAX));
    // Around one corner of a base cell, and around two.
    check(depth(4), 8);
    check(nside(11), 6);
}

#[test]
fn large_discs_near_poles_and_three_cell_vertices_are_not_breadth_first() {
    let mut random = Random::new(7);
    for d in [4, 5, 6] {
        let grid = depth(d);
        let (n, last) = (grid.nside().get(), grid.nside().get() - 1);
        let mut cells: Vec<u64> = (0..4).map(|_| random.below(grid.n_cells())).collect();
        for face in 0..12 {
            // The corners of base cells: poles, three-cell vertices and the middles of the belt.
            for (i, j) in [(0, 0), (last, 0), (0, last), (last, last), (n / 2, last), (last - 1, 2)] {
                let face = healpix_core::BaseCell::new(face).expect("a base cell");
                cells.push(grid.from_face_ij(healpix_core::FaceIj { face, i, j }).expect("in the face"));
            }
        }
        for cell in cells {
            let k = 2 + random.below(39) as u32;
            let steps = steps(grid.n_cells(), cell, k.max(n / 2), |cell| grid.around(cell));
            for k in [2, n / 2, k] {
                let (ring, disc) = (grid.neighbor_ring(cell, k), grid.neighbor_disc(cell, k));
                assert_eq!(ring, Ok(cells_with(&steps, |s| s == k)), "depth {d} cell {cell} k {k}");
                assert_eq!(disc, Ok(cells_with(&steps, |s| s <= k)), "depth {d} cell {cell} k {k}");
            }
        }
    }
}

#[test]
fn too_many_steps_hang_or_answer_in_part() {
    for d in [0, 10, 29] {
        for k in [1025, u32::MAX] {
            let error = Err(Error::Steps { k, min: 0, max: 1024 });
            assert_eq!((depth(d).neighbor_ring(0, k), depth(d).neighbor_disc(0, k)), (error.clone(), error));
        }
    }
    // The largest allowed: a full square in the middle of a base cell, 8 k cells around it.
    let grid = depth(20);
    let middle = grid.from_face_ij(healpix_core::FaceIj { i: 5000, j: 600_000, ..grid.to_face_ij(0) }).expect("a cell");
    assert_eq!(grid.neighbor_disc(middle, 1024).expect("allowed").len(), 2049 * 2049);
    assert_eq!(grid.neighbor_ring(middle, 1024).expect("allowed").len(), 8 * 1024);
}

/// Everything about the deeper cells along a border, from the neighbours at the deeper depth.
fn check_edges(cell: Cell, deeper: Depth, mesh: &Mesh, coarse: &[[usize; 4]]) {
    let inside = nested::range(deeper, cell).expect("deeper");
    let name = format!("depth {} cell {} at {}", cell.depth().get(), cell.index(), deeper.get());
    let beside = |sub: &u64| mesh.neighbors(*sub).iter().any(|c| !inside.contains(c));
    let within: Vec<u64> = inside.clone().filter(beside).collect();
    assert_eq!(nested::internal_edge(deeper, cell), Ok(within.clone()), "{name}");
    assert_eq!(nested::internal_edge_len(deeper, cell), Ok(within.len() as u64), "{name}");
    let outside: BTreeSet<u64> =
        within.iter().flat_map(|sub| mesh.neighbors(*sub)).copied().filter(|c| !inside.contains(c)).collect();
    let outside: Vec<u64> = outside.into_iter().collect();
    assert_eq!(nested::external_edge(deeper, cell), Ok(outside.clone()), "{name}");
    assert_eq!(nested::external_edge_len(deeper, cell), Ok(outside.len() as u64), "{name}");

    let corners = coarse[cell.index() as usize];
    let internal = nested::internal_corners(deeper, cell).expect("deeper");
    let external = nested::external_corners(deeper, cell).expect("deeper");
    for slot in 0..4 {
        let around = &mesh.around[corners[slot]];
        let own: Vec<u64> = around.iter().copied().filter(|c| inside.contains(c)).collect();
        assert_eq!(own, [internal[slot]], "{name} corner {slot}");
        // Those that touch the cell in that vertex and not along an edge.
        let corner_only = |other: &u64| !inside.contains(other) && mesh.common(own[0], *other).len() == 1;
        let opposite: Vec<u64> = around.iter().copied().filter(corner_only).collect();
        assert_eq!(opposite, external[slot].into_iter().collect::<Vec<_>>(), "{name} corner {slot}");
    }
}

/// The numbers the vertices of the cells of `depth` have in a deeper mesh.
fn coarse_vertices(depth: Depth, deeper: Depth, mesh: &Mesh) -> Vec<[usize; 4]> {
    let numbered = |at| {
        let near = |cell: u64| {
            mesh.vertices[cell as usize]
                .into_iter()
                .zip(deeper.vertices(cell))
                .find(|(_, corner)| length(minus(vector(*corner), vector(at))) < 1e-6)
        };
        let home = deeper.hash(at);
        let found = std::iter::once(home).chain(mesh.neighbors(home).iter().copied()).find_map(near);
        found.expect("a vertex of the deeper grid").0
    };
    (0..depth.n_cells()).map(|cell| depth.vertices(cell).map(numbered)).collect()
}

#[test]
fn the_deeper_cells_along_a_border_are_not_all_there() {
    for deeper in 0..=6 {
        let mesh = Mesh::of(depth(deeper));
        for d in (0..=deeper).filter(|d| *d <= 3) {
            let coarse = coarse_vertices(depth(d), depth(deeper), &mesh);
            for index in 0..depth(d).n_cells() {
                check_edges(Cell::new(depth(d), index).expect("a cell"), depth(deeper), &mesh, &coarse);
            }
        }
    }
}

#[test]
fn borders_at_a_shallower_depth_are_answered() {
    let cell = Cell::new(depth(5), 77).expect("a cell");
    let error = Error::DepthOrder { depth: 5, target: 4, deeper: true };
    let up = depth(4);
    assert_eq!(nested::internal_edge(up, cell), Err(error.clone()));
    assert_eq!(nested::internal_edge_len(up, cell), Err(error.clone()));
    assert_eq!(nested::internal_corners(up, cell), Err(error.clone()));
    assert_eq!(nested::external_edge(up, cell), Err(error.clone()));
    assert_eq!(nested::external_edge_len(up, cell), Err(error.clone()));
    assert_eq!(nested::external_corners(up, cell), Err(error.clone()));
    assert_eq!(nested::range(up, cell), Err(error));
}

#[test]
fn neighbours_at_depth_29_wrap_or_overflow() {
    // The cells in the corners of base cells, where coordinates are 0 and 2^29 - 1.
    let grid = Depth::MAX;
    for base in 0..12 {
        let cell = Cell::new(depth(0), base).expect("a cell");
        for corner in nested::internal_corners(grid, cell).expect("deeper") {
            for other in grid.around(corner) {
                assert!(other < grid.n_cells() && grid.around(other).contains(&corner), "{corner} and {other}");
            }
            let around: BTreeSet<u64> = nested::neighbors(Cell::new(grid, corner).expect("a cell"))
                .into_iter()
                .flatten()
                .map(|c| nested::to_ring(c).index())
                .collect();
            let in_ring = nested::to_ring(Cell::new(grid, corner).expect("a cell"));
            assert_eq!(grid.nside().around(in_ring.index()), around.into_iter().collect::<Vec<_>>());
        }
    }
    // 24 levels are the most that a list of cells is made for; one more would be gigabytes.
    let (most, more) = (Cell::new(depth(5), 0).expect("a cell"), Cell::new(depth(4), 0).expect("a cell"));
    assert_eq!(nested::internal_edge_len(grid, most), Ok((4 << 24) - 4));
    assert_eq!(nested::external_edge_len(grid, most), Ok((4 << 24) + 4));
    let too_deep = Error::Levels { levels: 25, max: 24 };
    assert_eq!(nested::internal_edge_len(grid, more), Err(too_deep.clone()));
    assert_eq!(nested::external_edge_len(grid, more), Err(too_deep.clone()));
    assert_eq!(nested::internal_edge(grid, more), Err(too_deep.clone()));
    assert_eq!(nested::external_edge(grid, more), Err(too_deep));
    assert!(nested::internal_corners(grid, more).is_ok() && nested::external_corners(grid, more).is_ok());
}
