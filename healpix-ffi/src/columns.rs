//! Pointer checks for the plainest calls: columns of one length, some to read, some to write, and nothing else. If all is
//! well that takes a few comparisons; if not, or if they are empty, [`Args`] finds the words for it.

use std::array;

use crate::check::Args;
use crate::status::Outcome;

/// The slices of some inputs and some outputs.
type Columns<'call, A, B, const I: usize, const O: usize> = ([&'call [A]; I], [&'call mut [B]; O]);

impl<'call> Args<'call> {
    /// `n` elements to read of each input, and to write of each output: all the arrays of the call. No output shares a
    /// byte with any of the others.
    ///
    /// # Safety
    ///
    /// As [`Args::input`] for the inputs and [`Args::output`] for the outputs; and nothing was claimed before.
    #[inline(always)]
    pub(crate) unsafe fn columns<A, B, const I: usize, const O: usize>(
        &mut self,
        inputs: [(&'static str, *const A); I],
        outputs: [(&'static str, *mut B); O],
        n: usize,
    ) -> Outcome<Columns<'call, A, B, I, O>> {
        if !are_plain(&inputs, &outputs, n) {
            // SAFETY: the same promises.
            return unsafe { self.listed(inputs, outputs, n) };
        }
        // SAFETY: non-null, aligned, at most isize::MAX bytes, and the outputs disjoint from all others by `are_plain`;
        // readable and writable by this function's contract.
        Ok(unsafe {
            (
                inputs.map(|(_, pointer)| std::slice::from_raw_parts(pointer, n)),
                outputs.map(|(_, pointer)| std::slice::from_raw_parts_mut(pointer, n)),
            )
        })
    }

    /// The same, one after the other.
    #[cold]
    #[inline(never)]
    unsafe fn listed<A, B, const I: usize, const O: usize>(
        &mut self,
        inputs: [(&'static str, *const A); I],
        outputs: [(&'static str, *mut B); O],
        n: usize,
    ) -> Outcome<Columns<'call, A, B, I, O>> {
        let mut read: [&'call [A]; I] = [&[]; I];
        for (slice, (name, pointer)) in read.iter_mut().zip(inputs) {
            // SAFETY: the caller's promise.
            *slice = unsafe { self.input(name, pointer, n)? };
        }
        let mut written: [&'call mut [B]; O] = array::from_fn(|_| [].as_mut_slice());
        for (slice, (name, pointer)) in written.iter_mut().zip(outputs) {
            // SAFETY: the caller's promise.
            *slice = unsafe { self.output(name, pointer, n)? };
        }
        Ok((read, written))
    }
}

/// Whether there is nothing to say against these columns. All of it is computed without a branch.
#[inline(always)]
fn are_plain<A, B, const I: usize, const O: usize>(
    inputs: &[(&'static str, *const A); I],
    outputs: &[(&'static str, *mut B); O],
    n: usize,
) -> bool {
    const {
        assert!(size_of::<A>() > 0 && size_of::<B>() > 0, "an array of nothing");
    }
    let most = isize::MAX as usize / if size_of::<A>() > size_of::<B>() { size_of::<A>() } else { size_of::<B>() };
    // Lengths that could wrap below make this false whatever comes of it.
    let mut plain = n.wrapping_sub(1) < most;
    let (read, written) = (n.wrapping_mul(size_of::<A>()), n.wrapping_mul(size_of::<B>()));
    for (_, pointer) in inputs {
        plain &= !pointer.is_null() & pointer.is_aligned() & (pointer.addr() <= usize::MAX - read);
    }
    for (k, (_, pointer)) in outputs.iter().enumerate() {
        plain &= !pointer.is_null() & pointer.is_aligned() & (pointer.addr() <= usize::MAX - written);
        let apart = |other: usize, bytes: usize| {
            // Neither begins inside the other.
            (pointer.addr().wrapping_sub(other) >= bytes) & (other.wrapping_sub(pointer.addr()) >= written)
        };
        for (_, other) in inputs {
            plain &= apart(other.addr(), read);
        }
        for (_, other) in outputs.iter().take(k) {
            plain &= apart(other.addr(), written);
        }
    }
    plain
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
