//! The cells of a region, kept.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::block::Group;
use super::budget;
use super::cell::{CoverageCell, push_compact, push_group};
use super::patch::Patch;
use super::stored;
use super::walk::{About, Sink, walk_nested};
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::moc::{CellRange, Moc};
use crate::region::{Region, Relation};
use crate::room::push;

/// The cells that a region touches at a depth, and which of them are inside it.
///
/// Cells are sorted and do not overlap; where four siblings are inside, their parent stands for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    depth: Depth,
    cells: Vec<CoverageCell>,
}

impl Coverage {
    /// The coverage of a region at a depth.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::coverage::Coverage;
    /// use healpix_core::region::Cone;
    /// use healpix_core::{Depth, LonLat};
    ///
    /// let cone = Cone::new(LonLat::new(4.059609715109461, -0.21284068949832363)?, 0.4124776104803689)?;
    /// let coverage = Coverage::of(Depth::new(3)?, &cone)?;
    /// assert!(coverage.flat().any(|(index, full)| index == 666 && !full));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn of(depth: Depth, region: &impl Region) -> Result<Self> {
        Ok(Self { depth, cells: cells_of(depth, region, Vec::new())? })
    }

    /// A coverage of at most `max_cells` cells: where the exact one has more, cells that the region's border crosses stay
    /// undivided. It still covers the region, and full cells are inside it. Large cells are divided before
    /// small ones. Fewer than the base cells that the region touches (up to 12) it cannot be.
    ///
    /// # Errors
    /// [`Error::MaxCells`] for 0; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::coverage::Coverage;
    /// use healpix_core::region::Cone;
    /// use healpix_core::{Depth, LonLat};
    ///
    /// let cone = Cone::new(LonLat::from_degrees(10.0, 20.0)?, 0.3)?;
    /// let rough = Coverage::with_budget(Depth::new(20)?, &cone, 50)?;
    /// assert!(rough.cells().len() <= 50);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn with_budget(depth: Depth, region: &impl Region, max_cells: usize) -> Result<Self> {
        if max_cells == 0 {
            return Err(Error::MaxCells);
        }
        Ok(Self { depth, cells: budget::within(depth, region, max_cells)? })
    }

    /// The coverage of cells that were kept elsewhere: those of [`Coverage::cells`], out of a file, a database or another
    /// process. Whether a region has them, nobody asks.
    ///
    /// Cells must be sorted by position, none in another, none deeper than `depth`. Four siblings that are full become
    /// their parent, and any flag but 0 says full.
    ///
    /// # Errors
    /// [`Error::Elements`] with the first bad cell's index, and [`Error::Depth`] or [`Error::Cell`] where there is no such
    /// cell, [`Error::DepthOrder`] where it is deeper than `depth`, [`Error::CellOrder`] where it does not come after the cell
    /// before it; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::coverage::{Coverage, CoverageCell};
    /// use healpix_core::region::Cone;
    /// use healpix_core::{Depth, LonLat};
    ///
    /// let cone = Cone::new(LonLat::from_degrees(10.0, 20.0)?, 0.3)?;
    /// let coverage = Coverage::of(Depth::new(8)?, &cone)?;
    /// let rows: Vec<CoverageCell> = coverage.cells().to_vec(); // written somewhere, and read again
    /// assert_eq!(Coverage::from_cells(Depth::new(8)?, &rows)?, coverage);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_cells(depth: Depth, cells: &[CoverageCell]) -> Result<Self> {
        Ok(Self { depth, cells: stored::of_one(depth, cells)? })
    }

    /// Its depth: that of its smallest cells.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Its cells, sorted by position, four full siblings replaced by their parent.
    #[must_use]
    pub fn cells(&self) -> &[CoverageCell] {
        &self.cells
    }

    /// Whether no cell is touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Number of cells of its depth that it stands for.
    #[must_use]
    pub fn n_flat(&self) -> u64 {
        self.cells.iter().map(|cell| 1 << (2 * (self.depth.get() - cell.depth))).sum()
    }

    /// All cells of its depth with their flag, whether they are inside.
    pub fn flat(&self) -> impl Iterator<Item = (u64, bool)> + '_ {
        self.cells.iter().flat_map(|cell| {
            let shift = 2 * (self.depth.get() - cell.depth);
            (cell.index << shift..(cell.index + 1) << shift).map(|index| (index, cell.is_full()))
        })
    }

    /// The cells inside the region.
    pub fn full(&self) -> impl Iterator<Item = CoverageCell> + '_ {
        self.cells.iter().copied().filter(|cell| cell.is_full())
    }

    /// All its cells as a MOC.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    pub fn moc(&self) -> Result<Moc> {
        self.moc_of(|_| true)
    }

    /// The cells inside the region as a MOC.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    pub fn full_moc(&self) -> Result<Moc> {
        self.moc_of(|cell| cell.is_full())
    }

    fn moc_of(&self, wanted: impl Fn(&CoverageCell) -> bool) -> Result<Moc> {
        let mut ranges: Vec<CellRange> = Vec::new();
        for cell in self.cells.iter().filter(|cell| wanted(cell)) {
            push_range(&mut ranges, cell.range29())?;
        }
        Ok(Moc::from_normal_ranges(self.depth, ranges))
    }
}

/// The cells of a region, in an empty list.
pub(super) fn cells_of(depth: Depth, region: &impl Region, cells: Vec<CoverageCell>) -> Result<Vec<CoverageCell>> {
    let mut keep = Keep { depth, cells, error: None };
    // `keep` stops it only on an error, which is kept.
    let _ = walk_nested(depth, region, &mut keep)?;
    match keep.error {
        Some(error) => Err(error),
        None => Ok(keep.cells),
    }
}

/// Appends a range that begins where the last one ends, or later.
#[inline]
pub(super) fn push_range(ranges: &mut Vec<CellRange>, (start, end): (u64, u64)) -> Result<()> {
    match ranges.last_mut() {
        Some(last) if last.end == start => last.end = end,
        _ => push(ranges, CellRange { start, end })?,
    }
    Ok(())
}

/// Keeps what comes.
struct Keep {
    depth: Depth,
    cells: Vec<CoverageCell>,
    error: Option<Error>,
}

impl Sink for Keep {
    const GROUPS: bool = true;

    fn take_group(&mut self, group: &Group) -> ControlFlow<()> {
        match push_group(&mut self.cells, group) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    #[inline(always)]
    fn take(&mut self, patch: &Patch, relation: Relation, _: &mut About<'_>) -> ControlFlow<()> {
        match push_compact(&mut self.cells, CoverageCell::of_patch(self.depth, patch, relation)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}
