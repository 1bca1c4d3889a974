//! A MOC of a small depth as one bit for each cell.

use std::sync::OnceLock;

use healpix_core::{Cell, Depth, nested};

/// The deepest depth of a model.
pub const DEEPEST: u8 = 3;

/// Cells of the deepest depth.
pub const N: usize = 12 << (2 * DEEPEST);

/// A set of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub depth: u8,
    cells: Vec<bool>,
}

pub fn n_cells(depth: u8) -> usize {
    12 << (2 * depth)
}

/// The eight neighbors of a cell, those that exist; the edges of the cell come first.
pub fn neighbors(depth: u8, cell: usize) -> &'static [usize] {
    static TABLE: OnceLock<Vec<Vec<Vec<usize>>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let of = |depth: u8, cell: usize| {
            let cell = Cell::new(Depth::new(depth).expect("a depth"), cell as u64).expect("a cell");
            let around = nested::neighbors(cell);
            let order = [1, 3, 4, 6, 0, 2, 5, 7];
            order.into_iter().filter_map(|k: usize| around[k].map(|cell| cell.index() as usize)).collect()
        };
        (0..=DEEPEST).map(|depth| (0..n_cells(depth)).map(|cell| of(depth, cell)).collect()).collect()
    });
    &table[usize::from(depth)][cell]
}

impl Model {
    pub fn new(depth: u8, cells: impl IntoIterator<Item = usize>) -> Self {
        let mut model = Model { depth, cells: vec![false; n_cells(depth)] };
        for cell in cells {
            model.cells[cell] = true;
        }
        model
    }

    pub fn of(depth: u8, has: impl FnMut(usize) -> bool) -> Self {
        Model { depth, cells: (0..n_cells(depth)).map(has).collect() }
    }

    pub fn has(&self, cell: usize) -> bool {
        self.cells[cell]
    }

    pub fn cells(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cells.len()).filter(|cell| self.cells[*cell])
    }

    pub fn len(&self) -> usize {
        self.cells().count()
    }

    pub fn refined(&self, depth: u8) -> Self {
        let shift = 2 * (depth - self.depth);
        Self::of(depth, |cell| self.cells[cell >> shift])
    }

    pub fn degraded(&self, depth: u8) -> Self {
        let shift = 2 * (self.depth - depth);
        Self::new(depth, self.cells().map(|cell| cell >> shift))
    }

    /// What a set operation makes of two, at the deeper depth.
    pub fn with(&self, other: &Self, keep: fn(bool, bool) -> bool) -> Self {
        let depth = self.depth.max(other.depth);
        let (a, b) = (self.refined(depth), other.refined(depth));
        Self::of(depth, |cell| keep(a.cells[cell], b.cells[cell]))
    }

    pub fn complement(&self) -> Self {
        Self::of(self.depth, |cell| !self.cells[cell])
    }

    pub fn outer_border(&self) -> Self {
        Self::of(self.depth, |cell| !self.has(cell) && neighbors(self.depth, cell).iter().any(|next| self.has(*next)))
    }

    pub fn inner_border(&self) -> Self {
        Self::of(self.depth, |cell| self.has(cell) && neighbors(self.depth, cell).iter().any(|next| !self.has(*next)))
    }

    pub fn expanded(&self, steps: u32) -> Self {
        let grow = |set: Self| set.with(&set.outer_border(), |a, b| a || b);
        (0..steps.min(40)).fold(self.clone(), |set, _| grow(set))
    }

    pub fn contracted(&self, steps: u32) -> Self {
        self.complement().expanded(steps).complement()
    }

    /// Connected parts; by edges alone, or by vertices too.
    pub fn split(&self, vertices: bool) -> Vec<Self> {
        let mut left = self.clone();
        let mut parts = Vec::new();
        while let Some(first) = left.cells.iter().position(|has| *has) {
            let mut part = Self::new(self.depth, [first]);
            left.cells[first] = false;
            let mut todo = vec![first];
            while let Some(at) = todo.pop() {
                let around = neighbors(self.depth, at);
                let edges = around.len().min(4);
                for &next in if vertices { around } else { &around[..edges] } {
                    if std::mem::take(&mut left.cells[next]) {
                        part.cells[next] = true;
                        todo.push(next);
                    }
                }
            }
            parts.push(part);
        }
        parts
    }

    /// All connected parts of the complement but the largest are filled, if they are small enough.
    pub fn fill_holes(&self, max_area: f64) -> Self {
        let holes = self.complement().split(true);
        let largest = holes.iter().map(Self::len).max().unwrap_or(0);
        let around = holes.iter().position(|hole| hole.len() == largest);
        let mut filled = self.clone();
        for (k, hole) in holes.iter().enumerate() {
            let area = 4.0 * std::f64::consts::PI * hole.len() as f64 / n_cells(self.depth) as f64;
            if Some(k) != around && area <= max_area {
                filled = filled.with(hole, |a, b| a || b);
            }
        }
        filled
    }
}
