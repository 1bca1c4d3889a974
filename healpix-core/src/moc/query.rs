//! What is inside.

use core::ops::Range;

use super::build::range_of;
use super::finder::{Finder, Meets};
use super::lookup::Lookup;
use super::set::{Moc, shift_of};
use crate::batch;
use crate::batch::run::{fits, put, run};
use crate::error::Result;
use crate::grid::{Cell, Depth, Scheme};
use crate::nested;
use crate::sphere::LonLat;

impl Moc {
    /// Whether a position is in one of its cells. Borders belong to cells as in
    /// [`nested::hash`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, LonLat, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[0])?;
    /// assert!(moc.contains(LonLat::from_degrees(45.0, 60.0)?));
    /// assert!(!moc.contains(LonLat::from_degrees(45.0, -60.0)?));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn contains(&self, at: LonLat) -> bool {
        self.meets(nested::hash(self.depth(), at)) == Meets::Inside
    }

    /// Whether all of a cell, of any depth, is in it.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[4, 5])?;
    /// assert!(moc.contains_cell(Cell::new(Depth::new(2)?, 17)?));
    /// assert!(!moc.contains_cell(Cell::new(Depth::ZERO, 1)?));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn contains_cell(&self, cell: Cell) -> bool {
        self.meets(cell) == Meets::Inside
    }

    /// Whether any part of a cell, of any depth, is in it.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[4, 5])?;
    /// assert!(moc.overlaps_cell(Cell::new(Depth::ZERO, 1)?));
    /// assert!(!moc.overlaps_cell(Cell::new(Depth::ZERO, 2)?));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn overlaps_cell(&self, cell: Cell) -> bool {
        self.meets(cell) != Meets::Outside
    }

    fn meets(&self, cell: Cell) -> Meets {
        let cells = range_of(cell);
        let found = self.ranges().partition_point(|range| range.end <= cells.start);
        match self.ranges().get(found) {
            Some(range) if range.start <= cells.start && cells.end <= range.end => Meets::Inside,
            Some(range) if range.start < cells.end => Meets::Partly,
            _ => Meets::Outside,
        }
    }

    /// [`Moc::contains`] for positions in radians, one answer in `inside` for each. A bad position is
    /// not inside.
    ///
    /// # Errors
    /// [`Error::Length`](crate::Error::Length) where the slices differ in length; [`Error::Elements`](crate::Error::Elements) with
    /// [`Error::Longitude`](crate::Error::Longitude) or [`Error::Latitude`](crate::Error::Latitude) where a position is bad, all others being answered;
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[0])?;
    /// let mut inside = [false; 2];
    /// moc.contains_points(&[0.7, 0.7], &[1.0, -1.0], &mut inside)?;
    /// assert_eq!(inside, [true, false]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn contains_points(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        self.contains_hashed(lon, lat, inside, batch::nested::hash)
    }

    /// [`Moc::contains_points`] for positions in degrees.
    ///
    /// # Errors
    /// As [`Moc::contains_points`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[0])?;
    /// let mut inside = [false; 2];
    /// assert!(moc.contains_points_deg(&[45.0, 45.0], &[60.0, 95.0], &mut inside).is_err());
    /// assert_eq!(inside, [true, false]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn contains_points_deg(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        self.contains_hashed(lon, lat, inside, batch::nested::hash_deg)
    }

    fn contains_hashed(&self, lon: &[f64], lat: &[f64], inside: &mut [bool], hash: Hash) -> Result<()> {
        fits("lat", lat.len(), lon.len())?;
        fits("inside", inside.len(), lon.len())?;
        let depth = self.depth();
        Lookup::new(self, lon.len())?.answer(inside, &|some: Range<usize>, cells: &mut [u64]| {
            let result = hash(depth, &lon[some.clone()], &lat[some], cells);
            // What stands for a bad cell has all bits set: it stays beyond the last cell.
            cells.iter_mut().for_each(|cell| *cell <<= shift_of(depth));
            result
        })
    }

    /// [`Moc::contains_cell`] for cells of one depth, one answer in `inside` for each. A cell that does
    /// not exist is not inside.
    ///
    /// # Errors
    /// [`Error::Length`](crate::Error::Length) where the slices differ in length; [`Error::Elements`](crate::Error::Elements) with [`Error::Cell`](crate::Error::Cell)
    /// where there is no such cell, all others being answered; [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[4, 5, 6, 7, 8])?;
    /// let mut inside = [false; 3];
    /// moc.contains_cells(Depth::ZERO, &[0, 1, 2], &mut inside)?;
    /// assert_eq!(inside, [false, true, false]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn contains_cells(&self, depth: Depth, cells: &[u64], inside: &mut [bool]) -> Result<()> {
        self.ask_cells(depth, cells, ("inside", inside), |meets| meets == Meets::Inside)
    }

    /// [`Moc::overlaps_cell`] for cells of one depth, one answer in `overlapping` for each. A cell that
    /// does not exist overlaps nothing.
    ///
    /// # Errors
    /// As [`Moc::contains_cells`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[4, 5, 6, 7, 8])?;
    /// let mut overlapping = [false; 3];
    /// moc.overlaps_cells(Depth::ZERO, &[0, 1, 2], &mut overlapping)?;
    /// assert_eq!(overlapping, [false, true, true]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn overlaps_cells(&self, depth: Depth, cells: &[u64], overlapping: &mut [bool]) -> Result<()> {
        self.ask_cells(depth, cells, ("overlapping", overlapping), |meets| meets != Meets::Outside)
    }

    fn ask_cells(
        &self,
        depth: Depth,
        cells: &[u64],
        (what, out): (&'static str, &mut [bool]),
        yes: impl Fn(Meets) -> bool,
    ) -> Result<()> {
        fits(what, out.len(), cells.len())?;
        if depth >= self.depth() {
            // Such a cell is in it or is not.
            let at_depth29 = |cell: u64| if cell < depth.n_cells() { cell << shift_of(depth) } else { u64::MAX };
            return Lookup::new(self, cells.len())?.answer(out, &|some: Range<usize>, places: &mut [u64]| {
                let cells = &cells[some];
                places.iter_mut().zip(cells).for_each(|(to, cell)| *to = at_depth29(*cell));
                run(cells.len(), |k| depth.check(cells[k]))
            });
        }
        let finder = Finder::new(self.ranges(), cells.len())?;
        run(cells.len(), |k| {
            let found = depth.check(cells[k]).map(|()| finder.meets(range_of(Cell::trusted(depth, cells[k]))));
            put(found.map(&yes), &mut out[k], false)
        })
    }
}

/// A slice function from positions to cells.
type Hash = fn(Depth, &[f64], &[f64], &mut [u64]) -> Result<()>;
