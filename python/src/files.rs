//! Files to read and to write: by their path, or as a file object of Python opened in binary mode.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use healpix_core::Error;
use pyo3::exceptions::{PyFileExistsError, PyOSError, PyTypeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyString};
use tempfile::{Builder, NamedTempFile};

use crate::error::{Place, from_core, refused};
use crate::work;

/// Bytes that are asked of a file object, or given to it, at once.
const CHUNK: usize = 1 << 18;
const FILE_EXISTS: i32 = 17;

/// What has gone wrong below the core, whose own error has no more than its text.
#[derive(Clone, Default)]
pub struct Kept(Arc<Mutex<Option<io::Error>>>);

impl Kept {
    /// Keeps an error. The core gets another in its place.
    fn keep(&self, error: io::Error) -> io::Error {
        if error.kind() == io::ErrorKind::Interrupted {
            return error;
        }
        let stand_in = io::Error::new(error.kind(), error.to_string());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).replace(error);
        stand_in
    }

    fn take(&self) -> Option<io::Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A file with what went wrong with it.
pub struct Watched<T> {
    file: T,
    kept: Kept,
}

impl<T: Read> Read for Watched<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer).map_err(|error| self.kept.keep(error))
    }
}

impl<T: Write> Write for Watched<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes).map_err(|error| self.kept.keep(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush().map_err(|error| self.kept.keep(error))
    }
}

/// A file to read from.
pub type Source = Watched<Box<dyn Read + Send>>;

/// The name of a file, and what went wrong with it.
pub struct Origin {
    /// None for a file object.
    name: Option<Py<PyAny>>,
    kept: Kept,
}

impl Origin {
    /// The exception of the file, or else that of the core.
    pub fn exception(&self, py: Python<'_>, error: &Error) -> PyErr {
        if let Some(error) = self.kept.take() {
            return os_error(py, error, self.name.as_ref());
        }
        match (error, &self.name) {
            (Error::Format { .. }, Some(name)) => refused(py, format!("{}: {error}", name.bind(py))),
            _ => from_core(py, error, &Place::NONE),
        }
    }
}

/// Opens what is to be read.
pub fn open(object: &Bound<'_, PyAny>) -> PyResult<(Source, Origin)> {
    let (kept, py) = (Kept::default(), object.py());
    let (file, name): (Box<dyn Read + Send>, _) = match path_of(object, "read")? {
        Some((path, name)) => {
            let file = py.detach(|| opened(&path)).map_err(|error| os_error(py, error, Some(&name)))?;
            (Box::new(file), Some(name))
        }
        None => (Box::new(FileObject::new(object)), None),
    };
    Ok((Watched { file, kept: kept.clone() }, Origin { name, kept }))
}

/// A file that can be read: a directory can be opened, too.
fn opened(path: &Path) -> io::Result<File> {
    let mut file = File::open(path)?;
    if file.metadata()?.is_dir() {
        file.read_exact(&mut [0])?;
    }
    Ok(file)
}

/// What the core makes of a file.
pub fn read<T: Send>(object: &Bound<'_, PyAny>, work: impl FnOnce(Source) -> Result<T, Error> + Send) -> PyResult<T> {
    let py = object.py();
    let (source, origin) = open(object)?;
    work::long(py, None, || work(source))?.map_err(|error| origin.exception(py, &error))
}

/// Writes a file: all of it under its name, or nothing.
pub fn write(
    object: &Bound<'_, PyAny>,
    overwrite: bool,
    work: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), Error> + Send,
) -> PyResult<()> {
    let (kept, py) = (Kept::default(), object.py());
    let path = path_of(object, "write")?;
    let (path, name) = match path {
        Some((path, name)) => (Some(path), Some(name)),
        None => (None, None),
    };
    let failed = |error| os_error(py, error, name.as_ref());
    let target = match &path {
        Some(path) => match Target::create(path, overwrite) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(py, name.as_ref())),
            target => target.map_err(failed)?,
        },
        None => Target::Object(FileObject::new(object)),
    };
    let mut file = Watched { file: BufWriter::with_capacity(CHUNK, target), kept: kept.clone() };
    let (file, result) = work::long(py, None, || {
        let result = work(&mut file);
        Ok((file, result))
    })?
    .map_err(|error| from_core(py, &error, &Place::NONE))?;
    let origin = Origin { name: name.as_ref().map(|name| name.clone_ref(py)), kept };
    result.map_err(|error| origin.exception(py, &error))?;
    let finished = py.detach(|| {
        let target = file.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        target.finish(overwrite)
    });
    match finished {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists(py, name.as_ref())),
        finished => finished.map_err(failed),
    }
}

/// Where bytes go.
enum Target {
    Object(FileObject),
    /// A device or a pipe, which nothing can take the place of.
    Device(File),
    /// A file that gets its name when it is finished, and whether it takes the place of another.
    File(NamedTempFile, PathBuf, bool),
}

impl Target {
    fn create(path: &Path, overwrite: bool) -> io::Result<Self> {
        let mut last = path.to_owned();
        let there = fs::metadata(path).ok();
        if let Some(there) = &there {
            if !overwrite {
                return Err(io::Error::from_raw_os_error(FILE_EXISTS));
            }
            if !there.is_file() {
                return OpenOptions::new().write(true).open(path).map(Self::Device);
            }
            // A link stays one: what it leads to is replaced.
            last = fs::canonicalize(path)?;
        }
        let directory = last.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = temporary(directory)?;
        if let Some(there) = &there {
            file.as_file().set_permissions(there.permissions())?;
        }
        Ok(Self::File(file, last, there.is_some()))
    }

    fn finish(self, overwrite: bool) -> io::Result<()> {
        match self {
            Self::Object(mut file) => file.flush(),
            Self::Device(_) => Ok(()),
            Self::File(file, path, replaces) => {
                if replaces {
                    // On the disk before the old one is gone. A new file can lose nothing but itself.
                    file.as_file().sync_all()?;
                }
                let named = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
                named.map(drop).map_err(|error| error.error)
            }
        }
    }
}

/// A new file in that directory, with the permissions of any new file.
fn temporary(directory: &Path) -> io::Result<NamedTempFile> {
    // The error of the system: the one that comes back has only its text.
    let mut code = None;
    let create = |path: &Path| {
        let file = OpenOptions::new().write(true).create_new(true).open(path);
        file.inspect_err(|error| code = error.raw_os_error())
    };
    let file = Builder::new().prefix(".healpixel-").suffix(".tmp").make_in(directory, create);
    file.map_err(|error| code.map_or(error, io::Error::from_raw_os_error))
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Object(file) => file.write(bytes),
            Self::Device(file) => file.write(bytes),
            Self::File(file, ..) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Object(file) => file.flush(),
            Self::Device(file) => file.flush(),
            Self::File(file, ..) => file.flush(),
        }
    }
}

/// A file object of Python. Its exceptions travel inside of an [`io::Error`].
struct FileObject {
    object: Py<PyAny>,
    /// Read and not yet taken.
    bytes: Option<PyBackedBytes>,
    taken: usize,
}

impl FileObject {
    fn new(object: &Bound<'_, PyAny>) -> Self {
        Self { object: object.clone().unbind(), bytes: None, taken: 0 }
    }

    fn fetch(&self, py: Python<'_>) -> PyResult<PyBackedBytes> {
        let bytes = self.object.bind(py).call_method1("read", (CHUNK,))?;
        bytes.extract().map_err(|_| not_binary(&bytes))
    }

    fn put(&self, py: Python<'_>, bytes: &[u8]) -> PyResult<usize> {
        let written = self.object.bind(py).call_method1("write", (PyBytes::new(py, bytes),))?;
        // A buffered file takes all there is; some return nothing then.
        if written.is_none() { Ok(bytes.len()) } else { written.extract() }
    }
}

fn not_binary(bytes: &Bound<'_, PyAny>) -> PyErr {
    let found = bytes.get_type().name().map(|name| name.to_string()).unwrap_or_default();
    PyTypeError::new_err(format!("a file object must be opened in binary mode: read() returned {found}"))
}

impl Read for FileObject {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.bytes.as_ref().is_none_or(|bytes| bytes.len() == self.taken) {
            let bytes = Python::attach(|py| self.fetch(py)).map_err(io::Error::other)?;
            (self.bytes, self.taken) = (Some(bytes), 0);
        }
        let rest = self.bytes.as_ref().and_then(|bytes| bytes.get(self.taken..)).unwrap_or(&[]);
        let n = rest.len().min(buffer.len());
        buffer[..n].copy_from_slice(&rest[..n]);
        self.taken += n;
        Ok(n)
    }
}

impl Write for FileObject {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Python::attach(|py| self.put(py, bytes)).map_err(io::Error::other)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The path that an object is, and the same as Python says it; None for a file object with that method.
fn path_of(object: &Bound<'_, PyAny>, method: &str) -> PyResult<Option<(PathBuf, Py<PyAny>)>> {
    let py = object.py();
    let is_path = object.is_instance_of::<PyString>() || object.hasattr("__fspath__")?;
    if is_path {
        let name = py.import("os")?.call_method1("fspath", (object,))?;
        return Ok(Some((name.extract()?, name.unbind())));
    }
    if object.hasattr(method)? {
        return Ok(None);
    }
    let found = object.get_type().name()?;
    let text =
        format!("a file must be a path (str or os.PathLike) or a file object opened in binary mode, not {found}");
    Err(PyTypeError::new_err(text))
}

/// What the system said, as Python says it; or the exception that a file object raised.
fn os_error(py: Python<'_>, error: io::Error, name: Option<&Py<PyAny>>) -> PyErr {
    match error.raw_os_error() {
        Some(code) => match py.import("os").and_then(|os| os.call_method1("strerror", (code,))) {
            Ok(text) => PyOSError::new_err((code, text.unbind(), name.map(|name| name.clone_ref(py)))),
            Err(error) => error,
        },
        None => error.into(),
    }
}

fn exists(py: Python<'_>, name: Option<&Py<PyAny>>) -> PyErr {
    let text = "File exists; overwrite=True replaces it";
    PyFileExistsError::new_err((FILE_EXISTS, text, name.map(|name| name.clone_ref(py))))
}
