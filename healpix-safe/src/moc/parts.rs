//! Connected parts: a list of MOCs.

use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::{self, NonNull};

use healpix_sys::healpix_mocs;

use super::Moc;
use crate::error::{Error, Result, check, handle};

/// Which cells are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Connectivity {
    /// Those that share an edge.
    Edges,
    /// Those that share an edge or a vertex.
    EdgesAndVertices,
}

/// A list of MOCs, which belong to it.
///
/// # Example
///
/// ```
/// use healpix_safe::moc::{Connectivity, Moc};
///
/// let parts = Moc::from_cells(0, &[0, 1, 11])?.split(Connectivity::Edges)?;
/// assert_eq!(parts.iter().map(Moc::to_string).collect::<Vec<_>>(), ["0/0-1", "0/11"]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Mocs {
    handle: NonNull<healpix_mocs>,
    /// Borrowed from the handle, and not freed one by one. Only shared references to them are given out.
    members: Vec<ManuallyDrop<Moc>>,
    thread: PhantomData<*mut ()>,
}

impl Moc {
    /// Its connected parts, in the order of their first cells, each at its depth.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::moc::{Connectivity, Moc};
    ///
    /// // Base cells 0 and 2 meet at the pole only.
    /// let moc = Moc::from_cells(0, &[0, 2])?;
    /// assert_eq!(moc.split(Connectivity::Edges)?.len(), 2);
    /// assert_eq!(moc.split(Connectivity::EdgesAndVertices)?.len(), 1);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn split(&self, connectivity: Connectivity) -> Result<Mocs> {
        let code = match connectivity {
            Connectivity::Edges => healpix_sys::HEALPIX_CONNECTIVITY_EDGES as u32,
            Connectivity::EdgesAndVertices => healpix_sys::HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES as u32,
        };
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_moc_split(self.as_ptr(), code, &raw mut out) })?;
        // From here on the list is freed on every way out.
        let mut mocs = Mocs { handle: handle(out)?, members: Vec::new(), thread: PhantomData };
        // SAFETY: the handle is live.
        let len = unsafe { healpix_sys::healpix_mocs_len(out) };
        mocs.members.try_reserve_exact(len).map_err(|_| Error::memory(len))?;
        for k in 0..len {
            // SAFETY: the handle is live; a member is live as long as its list, and is never freed or changed through
            // this pointer.
            let member = unsafe { healpix_sys::healpix_mocs_get(out, k) };
            mocs.members.push(ManuallyDrop::new(Moc::own(member.cast_mut())?));
        }
        Ok(mocs)
    }
}

impl Mocs {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// One of them; none beyond the last.
    #[must_use]
    pub fn get(&self, k: usize) -> Option<&Moc> {
        self.members.get(k).map(|member| &**member)
    }

    /// All of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Moc> {
        self.members.iter().map(|member| &**member)
    }
}

impl Drop for Mocs {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended; members are not freed.
        unsafe { healpix_sys::healpix_mocs_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Mocs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
