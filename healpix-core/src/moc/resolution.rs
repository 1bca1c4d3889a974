//! Coarser and finer.

use super::normal::{copied, join, outwards};
use super::set::Moc;
use crate::error::Result;
use crate::grid::Depth;
use crate::nested::{deeper, shallower};

impl Moc {
    /// The cells of a shallower depth that its cells lie in: each is whole, though it may have been
    /// covered in part only. So the answer covers all that was covered.
    ///
    /// # Errors
    /// [`Error::DepthOrder`](crate::Error::DepthOrder) where `depth` is deeper than its own;
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(3)?, &[15, 16, 700])?;
    /// assert_eq!(moc.degraded(Depth::new(2)?)?.flat().collect::<Vec<u64>>(), [3, 4, 175]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn degraded(&self, depth: Depth) -> Result<Moc> {
        shallower(self.depth(), depth)?;
        let mut ranges = copied(self.ranges())?;
        ranges.iter_mut().for_each(|range| *range = outwards(depth, *range));
        join(&mut ranges);
        Ok(Self::from_normal_ranges(depth, ranges))
    }

    /// The same set at a deeper depth.
    ///
    /// # Errors
    /// [`Error::DepthOrder`](crate::Error::DepthOrder) where `depth` is shallower than its own;
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[3])?;
    /// assert_eq!(moc.refined(Depth::new(2)?)?.flat().collect::<Vec<u64>>(), [12, 13, 14, 15]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn refined(&self, depth: Depth) -> Result<Moc> {
        deeper(self.depth(), depth)?;
        Ok(Self::from_normal_ranges(depth, copied(self.ranges())?))
    }
}
