//! Memory for many numbers.

use arrow_buffer::Buffer;
use memmap2::MmapMut;

/// Bytes from which on memory comes in large pages, as numpy's does: a fault on each small one takes longer than what is computed for it.
const LARGE: usize = 1 << 22;

/// Room for numbers, zeroed, that becomes an Arrow buffer without a copy.
pub enum Memory<T> {
    Heap(Vec<T>),
    Pages(MmapMut),
}

impl<T: bytemuck::Pod> Memory<T> {
    /// Room for so many numbers, if there is so much memory.
    pub fn zeroed(len: usize) -> Option<Self> {
        let bytes = len.checked_mul(size_of::<T>())?;
        if bytes < LARGE {
            return bytemuck::allocation::try_zeroed_vec(len).ok().map(Self::Heap);
        }
        let pages = MmapMut::map_anon(bytes).ok()?;
        // Only a wish.
        #[cfg(target_os = "linux")]
        let _ = pages.advise(memmap2::Advice::HugePage);
        Some(Self::Pages(pages))
    }

    pub fn numbers(&self) -> &[T] {
        match self {
            Self::Heap(numbers) => numbers,
            Self::Pages(pages) => bytemuck::cast_slice(pages),
        }
    }

    pub fn numbers_mut(&mut self) -> &mut [T] {
        match self {
            Self::Heap(numbers) => numbers,
            Self::Pages(pages) => bytemuck::cast_slice_mut(pages),
        }
    }
}

impl<T: bytemuck::Pod + arrow_buffer::ArrowNativeType> Memory<T> {
    pub fn into_buffer(self) -> Buffer {
        match self {
            Self::Heap(numbers) => Buffer::from_vec(numbers),
            Self::Pages(pages) => Buffer::from(bytes::Bytes::from_owner(pages)),
        }
    }
}
