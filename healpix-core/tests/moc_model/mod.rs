//! A MOC as a plain set of cells, all operations by their definitions, and MOCs of many kinds.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses a part of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where something is missing")]

use std::collections::BTreeSet;

use healpix_core::moc::Connectivity;
use healpix_core::{Cell, Depth, Direction, Moc, nested};
use proptest::prelude::*;

pub fn depth(depth: u8) -> Depth {
    Depth::new(depth).expect("a depth")
}

pub fn cell(depth: Depth, index: u64) -> Cell {
    Cell::new(depth, index).expect("a cell")
}

pub fn moc(d: u8, cells: &[u64]) -> Moc {
    Moc::from_cells(depth(d), cells).expect("cells of the depth")
}

/// The cells of a MOC, one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    pub depth: Depth,
    pub cells: BTreeSet<u64>,
}

impl Model {
    pub fn new(depth: Depth, cells: impl IntoIterator<Item = u64>) -> Self {
        Self { depth, cells: cells.into_iter().collect() }
    }

    /// What a MOC should be, as ranges joined by hand.
    pub fn moc(&self) -> Moc {
        let cells: Vec<u64> = self.cells.iter().copied().collect();
        Moc::from_cells(self.depth, &cells).expect("cells of the depth")
    }

    pub fn of(moc: &Moc) -> Self {
        let shift = 2 * (29 - moc.depth().get());
        let flat = moc.ranges().iter().flat_map(|range| (range.start >> shift)..(range.end >> shift));
        Self::new(moc.depth(), flat)
    }

    /// The same set at a deeper depth.
    pub fn refined(&self, depth: Depth) -> Self {
        let down = 2 * (depth.get() - self.depth.get());
        Self::new(depth, self.cells.iter().flat_map(|cell| (cell << down)..((cell + 1) << down)))
    }

    pub fn degraded(&self, depth: Depth) -> Self {
        let up = 2 * (self.depth.get() - depth.get());
        Self::new(depth, self.cells.iter().map(|cell| cell >> up))
    }

    /// Both at the deeper depth.
    fn aligned(&self, other: &Self) -> (Self, Self) {
        let depth = self.depth.max(other.depth);
        (self.refined(depth), other.refined(depth))
    }

    pub fn union(&self, other: &Self) -> Self {
        let (a, b) = self.aligned(other);
        Self::new(a.depth, a.cells.union(&b.cells).copied())
    }

    pub fn intersection(&self, other: &Self) -> Self {
        let (a, b) = self.aligned(other);
        Self::new(a.depth, a.cells.intersection(&b.cells).copied())
    }

    pub fn difference(&self, other: &Self) -> Self {
        let (a, b) = self.aligned(other);
        Self::new(a.depth, a.cells.difference(&b.cells).copied())
    }

    pub fn symmetric_difference(&self, other: &Self) -> Self {
        let (a, b) = self.aligned(other);
        Self::new(a.depth, a.cells.symmetric_difference(&b.cells).copied())
    }

    pub fn complement(&self) -> Self {
        Self::new(self.depth, (0..self.depth.n_cells()).filter(|cell| !self.cells.contains(cell)))
    }

    fn neighbors(&self, at: u64) -> impl Iterator<Item = u64> + use<> {
        nested::neighbors(cell(self.depth, at)).into_iter().flatten().map(Cell::index)
    }

    pub fn outer_border(&self) -> Self {
        let around = self.cells.iter().flat_map(|cell| self.neighbors(*cell));
        Self::new(self.depth, around.filter(|cell| !self.cells.contains(cell)))
    }

    pub fn inner_border(&self) -> Self {
        let touches_outside = |cell: &u64| self.neighbors(*cell).any(|next| !self.cells.contains(&next));
        Self::new(self.depth, self.cells.iter().copied().filter(touches_outside))
    }

    pub fn expanded(&self, steps: u32) -> Self {
        (0..steps).fold(self.clone(), |grown, _| grown.union(&grown.outer_border()))
    }

    pub fn contracted(&self, steps: u32) -> Self {
        (0..steps).fold(self.clone(), |shrunk, _| shrunk.difference(&shrunk.inner_border()))
    }

    /// Connected parts by breadth-first search.
    pub fn split(&self, connectivity: Connectivity) -> Vec<Self> {
        let directions: &[Direction] = match connectivity {
            Connectivity::Edges => &[Direction::SE, Direction::NE, Direction::NW, Direction::SW],
            Connectivity::EdgesAndVertices => &Direction::ALL,
        };
        let mut left = self.cells.clone();
        let mut parts = Vec::new();
        while let Some(first) = left.pop_first() {
            let mut part = Self::new(self.depth, [first]);
            let mut todo = vec![first];
            while let Some(at) = todo.pop() {
                let steps = directions.iter().filter_map(|to| nested::neighbor(*to, cell(self.depth, at)));
                for next in steps.map(Cell::index) {
                    if left.remove(&next) {
                        part.cells.insert(next);
                        todo.push(next);
                    }
                }
            }
            parts.push(part);
        }
        parts
    }

    pub fn fill_holes(&self, max_area: Option<f64>) -> Self {
        let holes = self.complement().split(Connectivity::EdgesAndVertices);
        let largest = holes.iter().map(|hole| hole.cells.len()).max().unwrap_or(0);
        let around = holes.iter().position(|hole| hole.cells.len() == largest);
        let mut filled = self.clone();
        for (k, hole) in holes.into_iter().enumerate() {
            let area = 4.0 * std::f64::consts::PI * hole.cells.len() as f64 / self.depth.n_cells() as f64;
            if Some(k) != around && max_area.is_none_or(|max| area <= max) {
                filled.cells.extend(hole.cells);
            }
        }
        filled
    }
}

/// Sets of many kinds at one depth: scattered cells, discs, rings around cells, cells of other depths,
/// all of that upside down.
pub fn models_at(d: u8) -> impl Strategy<Value = Model> {
    let grid = depth(d);
    let n = grid.n_cells();
    let index = 0..n;
    let scattered = prop::collection::vec(index.clone(), 0..40).boxed();
    let dense = prop::collection::vec(index.clone(), (n as usize / 2).min(400)..(n as usize).min(800) + 1).boxed();
    let disc =
        (index.clone(), 0u32..4).prop_map(move |(at, k)| nested::neighbor_disc(cell(grid, at), k).expect("a disc"));
    let ring =
        (index.clone(), 1u32..4).prop_map(move |(at, k)| nested::neighbor_ring(cell(grid, at), k).expect("a ring"));
    let large = (index.clone(), 0..=d).prop_map(move |(at, up)| {
        let at = at >> (2 * up);
        (at << (2 * up)..(at + 1) << (2 * up)).collect::<Vec<u64>>()
    });
    let run = (index, 0u64..100).prop_map(move |(at, len)| (at..(at + len).min(n)).collect::<Vec<u64>>());
    let piece = prop_oneof![2 => disc, 2 => ring, 3 => large, 1 => run, 1 => scattered.clone()];
    let pieces = prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat());
    let some = prop_oneof![4 => pieces, 1 => scattered, 1 => dense];
    (some, any::<bool>(), 0..20u8).prop_map(move |(cells, inverse, rare)| {
        let model = match rare {
            0 => Model::new(grid, []),
            1 => Model::new(grid, 0..n),
            _ => Model::new(grid, cells),
        };
        if inverse { model.complement() } else { model }
    })
}

pub fn models() -> impl Strategy<Value = Model> {
    (0u8..=4).prop_flat_map(models_at)
}
