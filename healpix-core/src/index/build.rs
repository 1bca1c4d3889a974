//! From pushed rows to sorted arrays.

use alloc::vec::Vec;

use super::directory::Directory;
use super::point_index::PointIndex;
use crate::error::Result;
use crate::progress;
use crate::room::reserve;
use crate::sorted;

/// A row on its way into the sorted part.
#[derive(Clone, Copy)]
struct Pushed {
    cell: u64,
    row: u32,
    lon: f64,
    lat: f64,
}

impl Pushed {
    #[inline(always)]
    fn key(&self) -> (u64, u32) {
        (self.cell, self.row)
    }
}

impl PointIndex {
    /// Sorts what was pushed since the last call into the index, so that it can be asked again. Does
    /// nothing where nothing was pushed. The time is that of sorting the new rows and one pass over
    /// the old ones.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory): 32 bytes for each new row are needed for
    /// the time of the call. The index is then as it was, and nothing is lost.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Error, LonLat, PointIndex};
    /// let mut index = PointIndex::new();
    /// index.push(LonLat::new(0.1, 0.2)?)?;
    /// assert_eq!(index.row_numbers(), Err(Error::NotBuilt { pending: 1 }));
    /// index.build()?;
    /// assert_eq!(index.row_numbers()?, [0]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn build(&mut self) -> Result<()> {
        if self.is_built() {
            return Ok(());
        }
        progress::task(Some(2 * (self.cells.len() - self.sorted) as u64), || self.sort_in())
    }

    fn sort_in(&mut self) -> Result<()> {
        // All that can fail comes first.
        let mut directory = Directory::with_room(self.cells.len())?;
        let mut pushed = self.copy_of_pushed()?;
        progress::check(pushed.len())?;
        sorted::sort_by(&mut pushed, |a, b| a.key().cmp(&b.key()))?;
        self.merge(&pushed);
        directory.fill(&self.cells);
        self.directory = directory;
        self.sorted = self.cells.len();
        Ok(())
    }

    fn copy_of_pushed(&self) -> Result<Vec<Pushed>> {
        let tail = self.sorted..self.cells.len();
        let mut pushed = Vec::new();
        reserve(&mut pushed, tail.len())?;
        pushed.extend(tail.map(|slot| Pushed {
            cell: self.cells[slot],
            row: self.rows[slot],
            lon: self.lon[slot],
            lat: self.lat[slot],
        }));
        Ok(pushed)
    }

    /// Merges sorted rows into the sorted part, from the back: the room they take at the end is
    /// where the merged rows go.
    fn merge(&mut self, pushed: &[Pushed]) {
        let mut old = self.sorted;
        let mut to = self.cells.len();
        for new in pushed.iter().rev() {
            while old > 0 && (self.cells[old - 1], self.rows[old - 1]) > new.key() {
                (old, to) = (old - 1, to - 1);
                self.cells[to] = self.cells[old];
                self.rows[to] = self.rows[old];
                self.lon[to] = self.lon[old];
                self.lat[to] = self.lat[old];
            }
            to -= 1;
            self.cells[to] = new.cell;
            self.rows[to] = new.row;
            self.lon[to] = new.lon;
            self.lat[to] = new.lat;
        }
    }
}
