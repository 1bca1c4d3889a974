//! Connected parts, and holes.

use alloc::vec::Vec;

use super::build::range_of;
use super::finder::Finder;
use super::normal::trim;
use super::range::CellRange;
use super::set::Moc;
use crate::error::{Error, Result};
use crate::grid::{Cell, Depth, Direction, Scheme, cell_area};
use crate::progress;
use crate::room::{reserve, reserved};

/// Which cells are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Connectivity {
    /// Cells that share an edge: each has four such neighbours.
    Edges,
    /// Cells that share an edge or a vertex: each has up to eight such neighbours.
    EdgesAndVertices,
}

impl Connectivity {
    /// The directions in which a cell has such neighbours.
    fn directions(self) -> &'static [Direction] {
        match self {
            Connectivity::Edges => &[Direction::SE, Direction::SW, Direction::NE, Direction::NW],
            Connectivity::EdgesAndVertices => &Direction::ALL,
        }
    }
}

impl Moc {
    /// Its connected parts, each at its depth, in the order of their first cells.
    ///
    /// Two cells are in the same part if steps between neighbours lead from one to the other within the
    /// MOC. Cells on both sides of the border between two base cells are neighbours like any others.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc, moc::Connectivity};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[0, 3, 40])?; // 0 and 3 touch in a vertex
    /// assert_eq!(moc.split(Connectivity::Edges)?.len(), 3);
    /// let parts = moc.split(Connectivity::EdgesAndVertices)?;
    /// assert_eq!(parts, [Moc::from_cells(Depth::new(1)?, &[0, 3])?, Moc::from_cells(Depth::new(1)?, &[40])?]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn split(&self, connectivity: Connectivity) -> Result<Vec<Moc>> {
        let parts = Parts::of(self, connectivity)?;
        let mut ranges: Vec<Vec<CellRange>> = reserved(parts.count)?;
        ranges.resize(parts.count, Vec::new());
        for (cells, part) in parts.cells.iter().zip(&parts.part) {
            append(&mut ranges[*part as usize], *cells)?;
        }
        // As many elements of the same size: collected in place.
        let normal = |mut ranges| {
            trim(&mut ranges);
            Self::from_normal_ranges(self.depth(), ranges)
        };
        Ok(ranges.into_iter().map(normal).collect())
    }

    /// The MOC with its holes filled.
    ///
    /// Holes are the connected parts of the complement ([`Connectivity::EdgesAndVertices`]) without the
    /// largest of them, which is what lies around the MOC; of equally large ones that with the lowest
    /// cell counts as the largest. So a hole is enclosed by cells that share edges; where they share
    /// a vertex only, it is open. With `max_area`, in steradians, only holes with at most that
    /// [`area`](Moc::area) are filled; none for NaN.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, Moc, nested};
    /// let depth = Depth::new(4)?;
    /// let ring = Moc::from_cells(depth, &nested::neighbor_ring(Cell::new(depth, 1000)?, 2)?)?;
    /// let disc = Moc::from_cells(depth, &nested::neighbor_disc(Cell::new(depth, 1000)?, 2)?)?;
    /// assert_eq!(ring.fill_holes(None)?, disc);
    /// assert_eq!(ring.fill_holes(Some(1e-9))?, ring);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn fill_holes(&self, max_area: Option<f64>) -> Result<Moc> {
        let outside = self.complement()?;
        let parts = Parts::of(&outside, Connectivity::EdgesAndVertices)?;
        let mut sizes: Vec<u64> = reserved(parts.count)?;
        sizes.resize(parts.count, 0);
        for (cells, part) in parts.cells.iter().zip(&parts.part) {
            sizes[*part as usize] += cells.len();
        }
        let largest = sizes.iter().copied().max().unwrap_or(0);
        let around = sizes.iter().position(|size| *size == largest);
        let cell = Depth::MAX.n_cells() / self.depth().n_cells();
        let area = |size: u64| (size / cell) as f64 * cell_area(self.depth().nside());
        let fills = |part: usize| Some(part) != around && max_area.is_none_or(|max| area(sizes[part]) <= max);
        let mut holes = Vec::new();
        for (cells, part) in parts.cells.iter().zip(&parts.part) {
            if fills(*part as usize) {
                append(&mut holes, *cells)?;
            }
        }
        self.union(&Self::from_normal_ranges(self.depth(), holes))
    }
}

/// Adds cells behind a list of ranges.
fn append(ranges: &mut Vec<CellRange>, cells: CellRange) -> Result<()> {
    match ranges.last_mut() {
        Some(last) if last.end == cells.start => last.end = cells.end,
        _ => {
            reserve(ranges, 1)?;
            ranges.push(cells);
        }
    }
    Ok(())
}

/// The largest cells of a MOC, and which part each belongs to.
struct Parts {
    /// As ranges of depth 29.
    cells: Vec<CellRange>,
    /// Number of the part, from 0, in the order of first cells.
    part: Vec<u32>,
    count: usize,
}

impl Parts {
    fn of(moc: &Moc, connectivity: Connectivity) -> Result<Self> {
        progress::task(None, || Self::found(moc, connectivity))
    }

    fn found(moc: &Moc, connectivity: Connectivity) -> Result<Self> {
        let mut cells = Vec::new();
        let mut largest = moc.cells();
        while let Some((_, range)) = largest.next_range() {
            reserve(&mut cells, 1)?;
            cells.push(range);
        }
        let len = u32::try_from(cells.len()).map_err(|_| Error::OutOfMemory { elements: cells.len() as u64 })?;
        let mut parents: Vec<u32> = reserved(cells.len())?;
        parents.extend(0..len);
        let mut sets = DisjointSets { parents };
        let finder = Finder::new(&cells, cells.len())?;
        for (own, cell) in (0..len).zip(moc.cells()) {
            progress::check(progress::LOOK)?;
            join_neighbors(&mut sets, &finder, connectivity, own, cell);
        }
        let (part, count) = sets.numbered();
        Ok(Self { cells, part, count })
    }
}

/// Joins a cell with its neighbours of the same size or larger. Smaller ones find it from their side.
fn join_neighbors(sets: &mut DisjointSets, finder: &Finder<'_>, connectivity: Connectivity, own: u32, cell: Cell) {
    let (depth, at) = (cell.depth(), cell.face_ij());
    for direction in connectivity.directions() {
        let Some(next) = at.neighbor(depth.side(), *direction) else { continue };
        let next = Cell::trusted(depth, depth.encode(next));
        if let Some(found) = finder.holder(range_of(next)) {
            sets.join(own, found as u32);
        }
    }
}

/// Union-find. Each set is named by its first member, and paths are halved on the way.
struct DisjointSets {
    parents: Vec<u32>,
}

impl DisjointSets {
    fn root(&mut self, mut k: u32) -> u32 {
        loop {
            let parent = self.parents[k as usize];
            if parent == k {
                return k;
            }
            let above = self.parents[parent as usize];
            self.parents[k as usize] = above;
            k = above;
        }
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }

    /// The number of each member's set, and how many sets there are.
    fn numbered(mut self) -> (Vec<u32>, usize) {
        let mut count = 0;
        for k in 0..self.parents.len() {
            // A parent comes before its children, so it has its number already.
            let parent = self.parents[k] as usize;
            self.parents[k] = if parent == k {
                count += 1;
                count - 1
            } else {
                self.parents[parent]
            };
        }
        (self.parents, count as usize)
    }
}
