//! The text forms: ASCII and JSON.

use core::fmt;
use core::str::FromStr;

use super::{Moc, make};
use crate::error::{Error, Result};
use crate::list;

impl Moc {
    /// Its text form, also `Display`: orders with the cells and inclusive ranges of cells below them.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_ascii("1/1 2 4 2/12-14 8/")?;
    /// assert_eq!(moc.to_ascii()?, "1/1-2 4 2/12-14 8/");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn to_ascii(&self) -> Result<String> {
        // SAFETY: the handle is live, and `text` hands over a buffer of that capacity and a live length.
        list::text(|buffer, n, len| unsafe { healpix_sys::healpix_moc_to_ascii(self.as_ptr(), buffer, n, len) })
    }

    /// Its JSON form: an object of orders, each with the list of its cells.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_ascii("1/1 2 8/")?.to_json()?, r#"{"1":[1,2],"8":[]}"#);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn to_json(&self) -> Result<String> {
        // SAFETY: the handle is live, and `text` hands over a buffer of that capacity and a live length.
        list::text(|buffer, n, len| unsafe { healpix_sys::healpix_moc_to_json(self.as_ptr(), buffer, n, len) })
    }

    /// The MOC of a text as [`Moc::to_ascii`] writes it; also `FromStr`.
    ///
    /// # Errors
    ///
    /// [`Syntax`](crate::ErrorKind::Syntax) with line and column, [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let error = Moc::from_ascii("3/1-5\n4/9-7").unwrap_err();
    /// assert_eq!(error.to_string(), "line 2, column 3: the range 9-7 ends before it starts");
    /// ```
    pub fn from_ascii(text: &str) -> Result<Moc> {
        // SAFETY: the text has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_ascii(text.as_ptr().cast(), text.len(), out) })
    }

    /// The MOC of a JSON text as [`Moc::to_json`] writes it.
    ///
    /// # Errors
    ///
    /// As [`Moc::from_ascii`].
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_json(r#"{"1": [1, 2, 4], "8": []}"#)?.to_string(), "1/1-2 4 8/");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Moc> {
        // SAFETY: the text has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_json(text.as_ptr().cast(), text.len(), out) })
    }
}

/// [`Moc::to_ascii`].
impl fmt::Display for Moc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_ascii().map_err(|_| fmt::Error)?)
    }
}

/// [`Moc::from_ascii`].
impl FromStr for Moc {
    type Err = Error;

    fn from_str(text: &str) -> Result<Moc> {
        Moc::from_ascii(text)
    }
}
