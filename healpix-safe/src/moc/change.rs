//! Coarser and finer, borders, larger and smaller.

use super::{Moc, make};
use crate::error::Result;

impl Moc {
    /// The cells of a shallower depth that its cells lie in; a cell covered in part becomes whole.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), also for a depth deeper than its own; [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert_eq!(Moc::from_cells(3, &[15, 16, 700])?.degraded(2)?.to_string(), "2/3-4 175");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn degraded(&self, depth: u8) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_degraded(self.as_ptr(), depth, out) })
    }

    /// The same places at a deeper depth.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), also for a depth shallower than its own;
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert_eq!(Moc::from_cells(1, &[3])?.refined(2)?.to_string(), "1/3 2/");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn refined(&self, depth: u8) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_refined(self.as_ptr(), depth, out) })
    }

    /// The cells of its depth that are in it and touch one that is not, in an edge or in a vertex.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory), also for borders of more than 2^28 cells.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert_eq!(Moc::from_cells(0, &[5])?.refined(2)?.inner_border()?.n_cells(), 12);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn inner_border(&self) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_inner_border(self.as_ptr(), out) })
    }

    /// The cells of its depth that are not in it and touch one that is, in an edge or in a vertex.
    ///
    /// # Errors
    ///
    /// As [`Moc::inner_border`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// assert_eq!(Moc::from_cells(0, &[4])?.outer_border()?.to_string(), "0/0 3 5 7-8 11");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn outer_border(&self) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_outer_border(self.as_ptr(), out) })
    }

    /// The MOC and all cells of its depth that are at most so many steps away, a step leading to any of the up to eight
    /// neighbors of a cell.
    ///
    /// # Errors
    ///
    /// [`Steps`](crate::ErrorKind::Steps) for more than 1024 steps; else as [`Moc::inner_border`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{Moc, nested};
    ///
    /// let disc = Moc::from_cells(8, &nested::neighbor_disc(8, 1000, 3)?)?;
    /// assert_eq!(Moc::from_cells(8, &[1000])?.expanded(3)?, disc);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn expanded(&self, steps: u32) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_expanded(self.as_ptr(), steps, out) })
    }

    /// The cells from which every cell that is not in the MOC is more than so many steps away.
    ///
    /// # Errors
    ///
    /// As [`Moc::expanded`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let moc = Moc::from_cells(8, &[1000])?;
    /// assert_eq!(moc.expanded(3)?.contracted(3)?, moc);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contracted(&self, steps: u32) -> Result<Moc> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_contracted(self.as_ptr(), steps, out) })
    }

    /// The MOC with its holes filled: the connected parts of the complement without the largest of them. With
    /// `max_area`, in steradians, only holes of at most that area; none for NaN.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{Moc, nested};
    ///
    /// let ring = Moc::from_cells(4, &nested::neighbor_ring(4, 1000, 2)?)?;
    /// let disc = Moc::from_cells(4, &nested::neighbor_disc(4, 1000, 2)?)?;
    /// assert_eq!(ring.fill_holes(None)?, disc);
    /// assert_eq!(ring.fill_holes(Some(1e-9))?, ring);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn fill_holes(&self, max_area: Option<f64>) -> Result<Moc> {
        let max_area = max_area.unwrap_or(f64::INFINITY);
        // SAFETY: the handle is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_fill_holes(self.as_ptr(), max_area, out) })
    }
}
