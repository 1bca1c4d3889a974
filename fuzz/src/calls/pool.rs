//! Handles of all types to call functions with.

use std::ffi::c_void;
use std::ptr;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use crate::scratch;

/// A type of handle, without the type.
pub struct HandleType {
    pub name: &'static str,
    pub size: usize,
    pub align: usize,
    make: fn(&mut Pool, &mut Unstructured) -> Result<*mut c_void>,
    free: unsafe fn(*mut c_void),
}

impl HandleType {
    /// # Safety
    ///
    /// A live handle of this type, which is dead afterwards.
    pub unsafe fn free(&self, handle: *mut c_void) {
        // SAFETY: the caller's promise.
        unsafe { (self.free)(handle) };
    }
}

impl PartialEq for HandleType {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

pub trait Handle: Sized + 'static {
    const TYPE: HandleType;
}

/// The live handles of one call, in the order in which they were made.
#[derive(Default)]
pub struct Pool {
    live: Vec<(&'static HandleType, *mut c_void)>,
}

impl Pool {
    /// A live handle: now and then one that is there already.
    pub fn get(&mut self, of: &'static HandleType, u: &mut Unstructured) -> Result<*mut c_void> {
        let there: Vec<*mut c_void> = self.live.iter().filter(|live| live.0 == of).map(|live| live.1).collect();
        if !there.is_empty() && u.ratio(1, 3)? {
            return u.choose(&there).copied();
        }
        let handle = (of.make)(self, u)?;
        assert!(!handle.is_null(), "no {}", of.name);
        // The calls get it as a number.
        let _ = handle.expose_provenance();
        self.live.push((of, handle));
        Ok(handle)
    }

    pub fn add(&mut self, of: &'static HandleType, handle: *mut c_void) {
        self.live.push((of, handle));
    }

    /// A function freed it.
    pub fn forget(&mut self, handle: usize) {
        self.live.retain(|live| live.1.addr() != handle);
    }

    fn of<T: Handle>(&mut self, u: &mut Unstructured) -> Result<*mut T> {
        Ok(self.get(const { &T::TYPE }, u)?.cast())
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        // Parents before or after what hangs on them: both are allowed.
        for (of, handle) in self.live.drain(..) {
            // SAFETY: live, and removed from the list.
            unsafe { (of.free)(handle) };
        }
    }
}

/// Calls a maker of handles and returns what it made.
fn made<T>(make: impl FnOnce(*mut *mut T) -> healpix_status) -> *mut T {
    let mut out = ptr::null_mut();
    let status = make(&raw mut out);
    assert!(status == HEALPIX_OK && !out.is_null(), "{status:?}");
    out
}

macro_rules! handles {
    ($($type:ident, $free:ident, $make:expr;)*) => {$(
        impl Handle for $type {
            const TYPE: HandleType = HandleType {
                name: stringify!($type),
                size: size_of::<$type>(),
                align: align_of::<$type>(),
                make: |pool, u| {
                    // SAFETY (of all makers): arrays have the lengths given, handles are those of the pool and live.
                    #[allow(unused_unsafe)]
                    let make: fn(&mut Pool, &mut Unstructured) -> Result<*mut $type> = $make;
                    Ok(make(pool, u)?.cast())
                },
                // SAFETY: the pool hands every handle to the function of its own type, once.
                free: |handle| unsafe { $free(handle.cast()) },
            };
        }
    )*};
}

handles! {
    healpix_region, healpix_region_free, region;
    healpix_coverage, healpix_coverage_free, |pool, u| {
        let (depth, region) = (u.int_in_range(0..=4)?, pool.of::<healpix_region>(u)?);
        Ok(made(|out| unsafe { healpix_coverage_of(depth, region, out) }))
    };
    healpix_coverage_iter, healpix_coverage_iter_free, |pool, u| {
        let coverage = pool.of::<healpix_coverage>(u)?;
        Ok(made(|out| unsafe { healpix_coverage_iter_new(coverage, out) }))
    };
    healpix_neighbor_iter, healpix_neighbor_iter_free, |_, u| {
        let cell = u.int_in_range(0..=191)?;
        Ok(made(|out| unsafe { healpix_nested_neighbor_iter_new(2, cell, out) }))
    };
    healpix_coverages, healpix_coverages_free, |_, u| {
        let (n, lon, lat) = (u.int_in_range(0..=2)?, [0.1, 3.0], [0.2, -1.0]);
        Ok(made(|out| unsafe { healpix_coverage_cones(3, lon.as_ptr(), lat.as_ptr(), [0.1, 0.5].as_ptr(), n, out) }))
    };
    healpix_ranges, healpix_ranges_free, |pool, u| {
        let (nside, region) = (u.int_in_range(1..=9)?, pool.of::<healpix_region>(u)?);
        Ok(made(|out| unsafe { healpix_coverage_ring_touched(nside, region, out) }))
    };
    healpix_moc, healpix_moc_free, moc;
    healpix_mocs, healpix_mocs_free, |pool, u| {
        let (moc, connectivity) = (pool.of::<healpix_moc>(u)?, u.int_in_range(0..=1)?);
        Ok(made(|out| unsafe { healpix_moc_split(moc, connectivity, out) }))
    };
    healpix_moc_iter, healpix_moc_iter_free, |pool, u| {
        let moc = pool.of::<healpix_moc>(u)?;
        Ok(made(|out| unsafe { healpix_moc_iter_new(moc, out) }))
    };
    healpix_moc_flat_iter, healpix_moc_flat_iter_free, |pool, u| {
        let moc = pool.of::<healpix_moc>(u)?;
        Ok(made(|out| unsafe { healpix_moc_flat_iter_new(moc, out) }))
    };
    healpix_bytes, healpix_bytes_free, |pool, u| {
        let (moc, kind) = (pool.of::<healpix_moc>(u)?, u.int_in_range(0..=2)?);
        Ok(made(|out| unsafe { healpix_moc_to_fits(moc, kind, out) }))
    };
    healpix_fits_ranges, healpix_fits_ranges_free, |_, u| {
        let name = scratch::path(u.choose(&["mocpy_mixed.range.fits", "mocpy_empty.range.fits"])?);
        Ok(made(|out| unsafe { healpix_fits_ranges_open(name.as_ptr(), out) }))
    };
    healpix_fits_ranges_writer, healpix_fits_ranges_writer_free, |_, u| {
        let (path, depth) = (scratch::path(scratch::WRITTEN), u.int_in_range(0..=29)?);
        Ok(made(|out| unsafe { healpix_fits_ranges_writer_create(path.as_ptr(), depth, out) }))
    };
    healpix_fits_map, healpix_fits_map_free, |_, u| {
        let name = scratch::path(u.choose(&["healpy_ring_8_f4.fits", "healpy_nested_16_partial.fits"])?);
        Ok(made(|out| unsafe { healpix_fits_map_open(name.as_ptr(), ptr::null(), out) }))
    };
    healpix_multi_order_map, healpix_multi_order_map_free, |_, _| {
        let name = scratch::path("astropy_multi_order.fits");
        Ok(made(|out| unsafe { healpix_multi_order_map_read_fits_file(name.as_ptr(), out) }))
    };
    healpix_point_index, healpix_point_index_free, point_index;
    healpix_occupied, healpix_occupied_free, |pool, u| {
        let (index, depth) = (built(pool, u)?, u.int_in_range(0..=29)?);
        Ok(made(|out| unsafe { healpix_point_index_occupied(index, depth, out) }))
    };
    healpix_match_lists, healpix_match_lists_free, |pool, u| {
        let (index, k) = (built(pool, u)?, u.int_in_range(0..=5)?);
        let (lon, lat) = ([0.1, -3.0, 5.0], [0.2, 0.0, -1.5]);
        Ok(made(|out| unsafe { healpix_point_index_nearest_many(index, lon.as_ptr(), lat.as_ptr(), 3, k, out) }))
    };
    healpix_matches, healpix_matches_free, |pool, u| {
        let (index, k) = (built(pool, u)?, u.int_in_range(0..=9)?);
        Ok(made(|out| unsafe { healpix_point_index_nearest(index, 0.1, 0.2, k, out) }))
    };
    healpix_pairs, healpix_pairs_free, |pool, u| {
        let index = built(pool, u)?;
        Ok(made(|out| unsafe { healpix_point_index_cross_match(index, index, 0.5, 1, out) }))
    };
    healpix_rows, healpix_rows_free, |pool, u| {
        let (index, region) = (built(pool, u)?, pool.of::<healpix_region>(u)?);
        Ok(made(|out| unsafe { healpix_point_index_region(index, region, out) }))
    };
}

fn region(pool: &mut Pool, u: &mut Unstructured) -> Result<*mut healpix_region> {
    let (lon, lat) = (f64::from(u.int_in_range(-90..=270i32)?), f64::from(u.int_in_range(-90..=90i32)?));
    let size = f64::from(u.int_in_range(0..=90u8)?);
    let kind = u.int_in_range(0..=6u8)?;
    let mut parents = Vec::new();
    if kind == 6 {
        // Never deeper than a region of a region: one that is there, or a plain cone.
        for _ in 0..2 {
            parents.push(made(|out| unsafe { healpix_region_cone_deg(lon, lat, size, out) }));
        }
    }
    // SAFETY: the arrays have these lengths, and the regions are live.
    let made = made(|out| unsafe {
        match kind {
            0 => healpix_region_all_sky(out),
            1 => healpix_region_empty(out),
            2 => healpix_region_annulus_deg(lon, lat, size / 2.0, size, out),
            3 => healpix_region_zone_deg(lon, lat.min(0.0), lon + size, lat.max(0.0), out),
            4 => {
                let polygon = ([lon, lon + 20.0, lon], [lat.abs() / 2.0, 0.0, -10.0]);
                healpix_region_polygon_deg(polygon.0.as_ptr(), polygon.1.as_ptr(), 3, 0, out)
            }
            5 => healpix_region_cone_deg(lon, lat, size, out),
            _ => healpix_region_union(parents.as_ptr().cast(), parents.len(), out),
        }
    });
    for parent in parents {
        pool.add(const { &healpix_region::TYPE }, parent.cast());
    }
    Ok(made)
}

fn moc(_: &mut Pool, u: &mut Unstructured) -> Result<*mut healpix_moc> {
    let text = *u.choose(&["0/1 2/3 8-20 3/", "3/", "0/0-11", "29/5 7-9", "1/3 2/20-30 5/77", "1/0-46 4/"])?;
    // SAFETY: the text has that length.
    Ok(made(|out| unsafe { healpix_moc_from_ascii(text.as_ptr().cast(), text.len(), out) }))
}

fn point_index(_: &mut Pool, u: &mut Unstructured) -> Result<*mut healpix_point_index> {
    let index = made(|out| unsafe { healpix_point_index_new(out) });
    let mut row = 0;
    for _ in 0..u.int_in_range(0..=20u8)? {
        let (lon, lat) = (f64::from(u.arbitrary::<u8>()?) / 30.0, f64::from(u.arbitrary::<i8>()?) / 100.0);
        // SAFETY: live, and a live local.
        unsafe { healpix_point_index_push(index, lon, lat, &raw mut row) };
    }
    if u.ratio(4, 5)? {
        // SAFETY: live.
        unsafe { healpix_point_index_build(index) };
    }
    Ok(index)
}

fn built(pool: &mut Pool, u: &mut Unstructured) -> Result<*mut healpix_point_index> {
    let index = pool.of::<healpix_point_index>(u)?;
    // SAFETY: live.
    unsafe { healpix_point_index_build(index) };
    Ok(index)
}
