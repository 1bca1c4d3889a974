//! What is inside.

use healpix_sys::{healpix_moc, healpix_status};

use super::Moc;
use crate::error::{Result, check, same_length};

type Points = unsafe extern "C" fn(*const healpix_moc, *const f64, *const f64, usize, *mut u8) -> healpix_status;
type Cells = unsafe extern "C" fn(*const healpix_moc, u8, *const u64, usize, *mut u8) -> healpix_status;

impl Moc {
    /// Whether a position in radians is in one of its cells.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude).
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::from_cells(0, &[0])?.contains_one(0.7, 1.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_one(&self, lon: f64, lat: f64) -> Result<bool> {
        // SAFETY: the handle is live, and `one` hands over a live output.
        one(|out| unsafe { healpix_sys::healpix_moc_contains_one(self.as_ptr(), lon, lat, out) })
    }

    /// [`Moc::contains_one`] for a position in degrees.
    ///
    /// # Errors
    ///
    /// As [`Moc::contains_one`].
    ///
    /// # Example
    ///
    /// ```
    /// assert!(!healpix_safe::Moc::from_cells(0, &[0])?.contains_deg_one(45.0, -60.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_deg_one(&self, lon: f64, lat: f64) -> Result<bool> {
        // SAFETY: the handle is live, and `one` hands over a live output.
        one(|out| unsafe { healpix_sys::healpix_moc_contains_deg_one(self.as_ptr(), lon, lat, out) })
    }

    /// Whether a cell is in it as a whole.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::from_cells(1, &[4, 5, 6, 7])?.contains_cell(0, 1)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_cell(&self, depth: u8, cell: u64) -> Result<bool> {
        // SAFETY: the handle is live, and `one` hands over a live output.
        one(|out| unsafe { healpix_sys::healpix_moc_contains_cell(self.as_ptr(), depth, cell, out) })
    }

    /// Whether a cell is in it, be it in part only.
    ///
    /// # Errors
    ///
    /// As [`Moc::contains_cell`].
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::from_cells(1, &[4])?.overlaps_cell(0, 1)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn overlaps_cell(&self, depth: u8, cell: u64) -> Result<bool> {
        // SAFETY: the handle is live, and `one` hands over a live output.
        one(|out| unsafe { healpix_sys::healpix_moc_overlaps_cell(self.as_ptr(), depth, cell, out) })
    }

    /// [`Moc::contains_one`] for positions in radians, one answer in `inside` for each; a bad one is not inside.
    ///
    /// # Errors
    ///
    /// [`Length`](crate::ErrorKind::Length); [`Longitude`](crate::ErrorKind::Longitude) and
    /// [`Latitude`](crate::ErrorKind::Latitude) of an element, all others being answered;
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_cells(0, &[0])?;
    /// let mut inside = [false; 2];
    /// moc.contains_points(&[0.7, 0.7], &[1.0, -1.0], &mut inside)?;
    /// assert_eq!(inside, [true, false]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_points(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        self.ask_points(lon, lat, inside, healpix_sys::healpix_moc_contains_points)
    }

    /// [`Moc::contains_points`] for positions in degrees.
    ///
    /// # Errors
    ///
    /// As [`Moc::contains_points`].
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_cells(0, &[0])?;
    /// let mut inside = [false; 2];
    /// assert!(moc.contains_points_deg(&[45.0, 45.0], &[60.0, 95.0], &mut inside).is_err());
    /// assert_eq!(inside, [true, false]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_points_deg(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        self.ask_points(lon, lat, inside, healpix_sys::healpix_moc_contains_points_deg)
    }

    /// [`Moc::contains_cell`] for cells of one depth, one answer in `inside` for each; a bad one is not inside.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Length`](crate::ErrorKind::Length); [`Cell`](crate::ErrorKind::Cell) of an
    /// element, all others being answered; [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_cells(1, &[4, 5, 6, 7, 8])?;
    /// let mut inside = [false; 3];
    /// moc.contains_cells(0, &[0, 1, 2], &mut inside)?;
    /// assert_eq!(inside, [false, true, false]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_cells(&self, depth: u8, cells: &[u64], inside: &mut [bool]) -> Result<()> {
        same_length("inside", inside.len(), cells.len())?;
        self.ask_cells(depth, cells, inside, healpix_sys::healpix_moc_contains_cells)
    }

    /// [`Moc::overlaps_cell`] for cells of one depth, one answer in `overlapping` for each; a bad one overlaps nothing.
    ///
    /// # Errors
    ///
    /// As [`Moc::contains_cells`].
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_cells(1, &[4, 5, 6, 7, 8])?;
    /// let mut overlapping = [false; 3];
    /// moc.overlaps_cells(0, &[0, 1, 2], &mut overlapping)?;
    /// assert_eq!(overlapping, [false, true, true]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn overlaps_cells(&self, depth: u8, cells: &[u64], overlapping: &mut [bool]) -> Result<()> {
        same_length("overlapping", overlapping.len(), cells.len())?;
        self.ask_cells(depth, cells, overlapping, healpix_sys::healpix_moc_overlaps_cells)
    }

    fn ask_points(&self, lon: &[f64], lat: &[f64], inside: &mut [bool], call: Points) -> Result<()> {
        same_length("lat", lat.len(), lon.len())?;
        same_length("inside", inside.len(), lon.len())?;
        // SAFETY: the handle is live, all slices have the length that is told, and a bool is a byte, into which the C
        // function writes 0 or 1.
        check(unsafe { call(self.as_ptr(), lon.as_ptr(), lat.as_ptr(), lon.len(), inside.as_mut_ptr().cast()) })
    }

    /// The slices are of one length.
    fn ask_cells(&self, depth: u8, cells: &[u64], out: &mut [bool], call: Cells) -> Result<()> {
        let n = cells.len().min(out.len());
        // SAFETY: the handle is live, both slices have at least the length that is told, and a bool is a byte, into
        // which the C function writes 0 or 1.
        check(unsafe { call(self.as_ptr(), depth, cells.as_ptr(), n, out.as_mut_ptr().cast()) })
    }
}

fn one(call: impl FnOnce(*mut u8) -> healpix_status) -> Result<bool> {
    let mut answer = 0;
    check(call(&raw mut answer))?;
    Ok(answer != 0)
}
