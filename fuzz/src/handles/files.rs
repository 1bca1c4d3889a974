//! MOCs through texts and files and back.

use std::ffi::c_char;
use std::ptr::null_mut;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::mocs::{Mocs, check};
use super::{Owned, view};
use crate::scratch;

type ToText = unsafe extern "C" fn(*const healpix_moc, *mut c_char, usize, *mut usize) -> healpix_status;

/// What a function writes as a text, asked for its length first.
pub fn text_of(moc: *const healpix_moc, function: ToText) -> Vec<u8> {
    let mut len = 0;
    // SAFETY: a live handle, and buffers of the lengths given.
    unsafe {
        assert_eq!(function(moc, null_mut(), 0, &raw mut len), HEALPIX_OK);
        let mut text = vec![0u8; len + 1];
        assert_eq!(function(moc, text.as_mut_ptr().cast(), len + 1, &raw mut len), HEALPIX_OK);
        assert_eq!(text.pop(), Some(0));
        text
    }
}

pub fn step(mocs: &mut Mocs, at: usize, u: &mut Unstructured) -> Result<()> {
    let (moc, model) = (mocs.pairs[at].moc.get(), mocs.pairs[at].model.clone());
    let kind = u.int_in_range(0..=2u32)?;
    // SAFETY (of all calls): live handles, and arrays of the lengths given.
    let back = match u.int_in_range(0..=4u8)? {
        0 => {
            let text = text_of(moc, healpix_moc_to_ascii);
            Owned::made(|out| unsafe { healpix_moc_from_ascii(text.as_ptr().cast(), text.len(), out) })
        }
        1 => {
            let text = text_of(moc, healpix_moc_to_json);
            Owned::made(|out| unsafe { healpix_moc_from_json(text.as_ptr().cast(), text.len(), out) })
        }
        2 => {
            let bytes = Owned::<healpix_bytes>::made(|out| unsafe { healpix_moc_to_fits(moc, kind, out) });
            let file = unsafe { view(healpix_bytes_data(bytes.get()), healpix_bytes_len(bytes.get())) };
            Owned::made(|out| unsafe { healpix_moc_from_fits(file.as_ptr(), file.len(), out) })
        }
        3 => {
            let path = scratch::path(scratch::WRITTEN);
            assert_eq!(unsafe { healpix_moc_write_fits_file(moc, kind, path.as_ptr()) }, HEALPIX_OK);
            scratch::check_no_traces();
            Owned::made(|out| unsafe { healpix_moc_read_fits_file(path.as_ptr(), out) })
        }
        _ => {
            let ranges = unsafe { view(healpix_moc_ranges(moc), healpix_moc_len(moc)) };
            stream(ranges, model.depth, u)?
        }
    };
    check(back.get(), &model);
    mocs.add(back, model);
    Ok(())
}

/// Writes ranges in pieces and reads them in others.
fn stream(ranges: &[healpix_range], depth: u8, u: &mut Unstructured) -> Result<Owned<healpix_moc>> {
    let path = scratch::path(scratch::WRITTEN);
    // SAFETY (of all calls): live handles, and arrays of the lengths given.
    let writer = Owned::<healpix_fits_ranges_writer>::made(|out| unsafe {
        healpix_fits_ranges_writer_create(path.as_ptr(), depth, out)
    });
    for piece in ranges.chunks(u.int_in_range(1..=5)?) {
        assert_eq!(unsafe { healpix_fits_ranges_writer_write(writer.get(), piece.as_ptr(), piece.len()) }, HEALPIX_OK);
    }
    if u.ratio(1, 4)? {
        // One that cannot follow: the file is never finished, and leaves no trace.
        let wrong = healpix_range { start: 5, end: 5 };
        let status = unsafe { healpix_fits_ranges_writer_write(writer.get(), &raw const wrong, 1) };
        assert_eq!(status, HEALPIX_ERR_FORMAT);
        assert_eq!(unsafe { healpix_fits_ranges_writer_finish(writer.get()) }, HEALPIX_ERR_IO);
        drop(writer);
        scratch::check_no_traces();
        return Ok(Owned::made(|out| unsafe {
            healpix_moc_from_depth29_ranges(depth, ranges.as_ptr(), ranges.len(), out)
        }));
    }
    assert_eq!(unsafe { healpix_fits_ranges_writer_finish(writer.get()) }, HEALPIX_OK);
    drop(writer);
    scratch::check_no_traces();
    let reader = Owned::<healpix_fits_ranges>::made(|out| unsafe { healpix_fits_ranges_open(path.as_ptr(), out) });
    assert_eq!(unsafe { healpix_fits_ranges_depth(reader.get()) }, depth);
    assert_eq!(unsafe { healpix_fits_ranges_n_ranges(reader.get()) }, ranges.len() as u64);
    let mut read = Vec::new();
    let capacity = u.int_in_range(1..=6usize)?;
    loop {
        let mut piece = vec![healpix_range { start: 0, end: 0 }; capacity];
        let mut len = 0;
        let status = unsafe { healpix_fits_ranges_next(reader.get(), capacity, piece.as_mut_ptr(), &raw mut len) };
        if status == HEALPIX_END {
            break;
        }
        assert!(status == HEALPIX_OK && (1..=capacity).contains(&len));
        read.extend_from_slice(&piece[..len]);
    }
    let ends = |ranges: &[healpix_range]| ranges.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>();
    assert_eq!(ends(&read), ends(ranges));
    Ok(Owned::made(|out| unsafe { healpix_moc_from_depth29_ranges(depth, read.as_ptr(), read.len(), out) }))
}
