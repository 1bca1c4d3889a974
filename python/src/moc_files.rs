//! MOCs as FITS files, text and JSON.

use std::fmt::Write as _;

use healpix_core::io::FitsKind;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;

use crate::files;
use crate::fits_map;
use crate::moc::{Moc, Set, choice};
use crate::work;

#[pymethods]
impl Moc {
    /// Reads the MOC of a FITS file: ranges or NUNIQ, version 1 or 2 of the standard.
    ///
    /// Parameters
    /// ----------
    /// file : str, os.PathLike or file object
    ///     A file object must be opened in binary mode; some bytes behind the MOC may be read from it too.
    ///
    /// Raises
    /// ------
    /// FileNotFoundError, OSError
    ///     Where reading fails.
    /// HealpixError
    ///     With the byte and the header card or the row, for a file that is malformed or holds something else.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, io
    /// >>> moc = hp.Moc.from_ascii("3/1-5 8")
    /// >>> hp.Moc.read_fits(io.BytesIO(moc.to_fits())) == moc
    /// True
    #[staticmethod]
    fn read_fits(file: &Bound<'_, PyAny>) -> PyResult<Self> {
        files::read(file, Set::read_fits).map(Self::new)
    }

    /// The MOC of a FITS file in memory. See `read_fits`.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_ascii("3/1-5 8")
    /// >>> hp.Moc.from_fits(moc.to_fits()) == moc
    /// True
    #[staticmethod]
    fn from_fits(data: &Bound<'_, PyAny>) -> PyResult<Self> {
        let bytes = bytes_of(data)?;
        Self::made(data.py(), || Set::from_fits(&bytes))
    }

    /// The cells of a HEALPix map in a FITS file whose values `keep` accepts, at the depth of the map.
    ///
    /// The map is in ring or nested order, of the whole sky or of a part of it. The cells are those of the map, in its own frame: one in
    /// Galactic coordinates becomes a set of Galactic cells, which is told to the logger `healpixel`.
    ///
    /// Parameters
    /// ----------
    /// file : str, os.PathLike or file object opened in binary mode
    /// keep : function, optional
    ///     Gets an array of values, some ten thousand at a time, and returns as many bools. Without it, all cells are kept that have
    ///     a value: neither NaN nor UNSEEN (-1.6375e30).
    /// column : str, optional
    ///     The column of the values; without it, the first.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> with tempfile.TemporaryDirectory() as directory:
    /// ...     path = os.path.join(directory, "map.fits")
    /// ...     healpy.write_map(path, [0.0] * 10 + [0.7, 0.9], nest=True, dtype=float)
    /// ...     hp.Moc.from_fits_map(path, lambda values: values > 0.5).flat()
    /// array([10, 11])
    #[staticmethod]
    #[pyo3(signature = (file, keep=None, *, column=None))]
    fn from_fits_map(file: &Bound<'_, PyAny>, keep: Option<&Bound<'_, PyAny>>, column: Option<&str>) -> PyResult<Self> {
        fits_map::moc(file, keep, column)
    }

    /// The MOC of its text form, ``3/1-5 8 4/200 6/`` (MOC 2.0, section 4.3.2).
    ///
    /// Orders, cells and ranges of cells are separated by spaces, line ends or commas. The depth is the deepest order named.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     With line and column.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_ascii("3/1-5 8 4/200 6/")
    /// Moc(depth=6, n_cells=400, sky_fraction=0.008138)
    #[staticmethod]
    fn from_ascii(py: Python<'_>, text: &str) -> PyResult<Self> {
        Self::made(py, || Set::from_ascii(text))
    }

    /// The MOC of a JSON object, ``{"3": [1, 2], "6": []}``.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_json('{"1": [1, 2, 4], "8": []}').to_ascii()
    /// '1/1-2 4 8/'
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        Self::made(py, || Set::from_json(text))
    }

    /// It as the bytes of a FITS file.
    ///
    /// Parameters
    /// ----------
    /// kind : "range", "nuniq" or "nuniq_v1"
    ///     Ranges, what mocpy writes; uniq numbers; these with the header of MOC 1.0, for readers that know no other.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> len(hp.Moc.from_ascii("3/1-5 8").to_fits())
    /// 8640
    #[pyo3(signature = (kind="range"))]
    fn to_fits<'py>(&self, py: Python<'py>, kind: &str) -> PyResult<Bound<'py, PyBytes>> {
        let kind = self::kind(py, kind)?;
        let bytes = work::done(py, || self.inner.to_fits(kind))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Writes it as a FITS file. The file has its name when all of it is written; if that fails, nothing is left and an older file stays.
    ///
    /// Parameters
    /// ----------
    /// file : str, os.PathLike or file object opened in binary mode
    /// kind : "range", "nuniq" or "nuniq_v1"
    ///     As in `to_fits`.
    /// overwrite : bool
    ///     Whether a file that is there may be replaced.
    ///
    /// Raises
    /// ------
    /// FileExistsError
    ///     Where there is a file of that name, unless `overwrite`.
    /// OSError
    ///     Where writing fails.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, pathlib, tempfile
    /// >>> moc = hp.Moc.from_ascii("3/1-5 8")
    /// >>> with tempfile.TemporaryDirectory() as directory:
    /// ...     path = pathlib.Path(directory, "moc.fits")
    /// ...     moc.write_fits(path)
    /// ...     hp.Moc.read_fits(path) == moc
    /// True
    #[pyo3(signature = (file, kind="range", *, overwrite=false))]
    fn write_fits(&self, file: &Bound<'_, PyAny>, kind: &str, overwrite: bool) -> PyResult<()> {
        let kind = self::kind(file.py(), kind)?;
        files::write(file, overwrite, |file| self.inner.write_fits(file, kind))
    }

    /// Its text form: orders with the cells and inclusive ranges of cells below them. The last order is the depth.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [16, 17, 18, 19, 40]).to_ascii()
    /// '1/4 2/40'
    fn to_ascii(&self, py: Python<'_>) -> String {
        py.detach(|| self.inner.to_ascii())
    }

    /// It as a JSON object: orders with the cells below them.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(2, [16, 17, 18, 19, 40]).to_json()
    /// '{"1":[4],"2":[40]}'
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.inner.to_json())
    }

    fn __str__(&self, py: Python<'_>) -> String {
        // The whole text where it fits a line.
        const LINE: usize = 100;
        let mut line = Line { text: String::new(), room: LINE };
        match py.detach(|| write!(line, "{}", self.inner)) {
            Ok(()) => line.text,
            Err(_) => line.text.trim_end().to_owned() + " ...",
        }
    }
}

/// A text that takes no more than so many bytes.
struct Line {
    text: String,
    room: usize,
}

impl std::fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.room = self.room.checked_sub(text.len()).ok_or(std::fmt::Error)?;
        self.text.push_str(text);
        Ok(())
    }
}

fn kind(py: Python<'_>, word: &str) -> PyResult<FitsKind> {
    let kinds = [("range", FitsKind::Range), ("nuniq", FitsKind::Nuniq), ("nuniq_v1", FitsKind::NuniqV1)];
    choice(py, "kind", word, &kinds)
}

/// The bytes of bytes, or of another object that has some.
fn bytes_of(data: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    if let Ok(bytes) = data.extract() {
        return Ok(bytes);
    }
    let py = data.py();
    let found = data.get_type().name()?;
    let view = py.import("builtins")?.call_method1("memoryview", (data,)).map_err(|_| {
        PyTypeError::new_err(format!("a FITS file in memory must be bytes, not {found}: read_fits takes paths"))
    })?;
    Ok(view.call_method0("tobytes")?.extract()?)
}
