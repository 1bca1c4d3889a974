//! Calls that ask for memory, each with what it needs made before and freed afterwards.

#![expect(clippy::undocumented_unsafe_blocks, reason = "one comment says it for all calls")]

use std::ptr::{null, null_mut};

use healpix_ffi::*;

use super::Under;
use super::temporary::{c_path, directory};

/// A name, and what is done.
pub type Case = (&'static str, fn(&Under));

/// Makes a handle without faults.
fn made<T>(make: impl FnOnce(*mut *mut T) -> healpix_status) -> *mut T {
    let mut out = null_mut();
    assert_eq!(make(&raw mut out), HEALPIX_OK);
    out
}

/// Makes a handle under faults and frees it: it is there if and only if the call says so.
fn faulty<T>(under: &Under, free: unsafe extern "C" fn(*mut T), make: impl FnOnce(*mut *mut T) -> healpix_status) {
    let mut out = null_mut();
    let status = under.call(|| make(&raw mut out));
    assert_eq!(status == HEALPIX_OK, !out.is_null());
    // SAFETY: NULL or a new handle.
    unsafe { free(out) };
}

macro_rules! with {
    ($name:ident: $type:ty, $free:ident, $make:expr) => {
        fn $name(body: impl FnOnce(*mut $type)) {
            let handle = made($make);
            body(handle);
            // SAFETY: made above, and not used again.
            unsafe { $free(handle) };
        }
    };
}

const TEXT: &str = "3/1-5 8 20 4/200 300-310 6/4000 4002 4010";
const CELLS: [u64; 9] = [3, 900, 17, 4, 5, 3, 80, 81, 700];
const LON: [f64; 9] = [0.1, 0.2, 0.3, 3.0, 3.1, 6.0, 1.0, 2.0, 5.0];
/// Two cells of one region and the whole of another.
const KEPT: [healpix_cell; 3] = [
    healpix_cell { index: 5, depth: 3, full: 1 },
    healpix_cell { index: 7, depth: 3, full: 0 },
    healpix_cell { index: 2, depth: 1, full: 1 },
];
const LAT: [f64; 9] = [0.1, -0.2, 0.3, 1.0, 1.1, -1.5, 0.0, 0.7, -0.7];

// SAFETY (of all calls in this file): arrays have the lengths given, texts and paths end with NUL or have their length,
// handles are live, and outputs are live locals.

with!(moc: healpix_moc, healpix_moc_free, |out| unsafe { healpix_moc_from_ascii(TEXT.as_ptr().cast(), TEXT.len(), out) });
with!(other: healpix_moc, healpix_moc_free, |out| unsafe { healpix_moc_from_cells(4, CELLS.as_ptr(), 9, out) });
with!(region: healpix_region, healpix_region_free, |out| unsafe { healpix_region_cone(1.0, 0.5, 0.3, out) });
with!(polygon: healpix_region, healpix_region_free, |out| unsafe { healpix_region_polygon(LON.as_ptr(), LAT.as_ptr(), 3, 0, out) });
with!(coverage: healpix_coverage, healpix_coverage_free, |out| unsafe { healpix_coverage_cone(5, 1.0, 0.5, 0.3, out) });
with!(empty_index: healpix_point_index, healpix_point_index_free, |out| unsafe { healpix_point_index_new(out) });

fn index(body: impl FnOnce(*mut healpix_point_index)) {
    empty_index(|index| {
        let mut row = 0;
        unsafe {
            assert_eq!(healpix_point_index_push_slice(index, LON.as_ptr(), LAT.as_ptr(), 9, &raw mut row), HEALPIX_OK);
            assert_eq!(healpix_point_index_build(index), HEALPIX_OK);
        }
        body(index);
    });
}

const MOC: unsafe extern "C" fn(*mut healpix_moc) = healpix_moc_free;
const REGION: unsafe extern "C" fn(*mut healpix_region) = healpix_region_free;
const COVERAGE: unsafe extern "C" fn(*mut healpix_coverage) = healpix_coverage_free;

type Two = unsafe extern "C" fn(*const healpix_moc, *const healpix_moc, *mut *mut healpix_moc) -> healpix_status;
type Into = unsafe extern "C" fn(*const healpix_moc, *const healpix_moc, *mut healpix_moc) -> healpix_status;

fn two(under: &Under, function: Two) {
    moc(|a| other(|b| faulty(under, MOC, |out| unsafe { function(a, b, out) })));
}

fn into(under: &Under, function: Into) {
    moc(|a| {
        other(|b| {
            let target = made(|out| unsafe { healpix_moc_empty(3, out) });
            let status = under.call(|| unsafe { function(a, b, target) });
            // It is empty then, and as good as any.
            assert!(status == HEALPIX_OK || unsafe { healpix_moc_is_empty(target) });
            unsafe { healpix_moc_free(target) };
        });
    });
}

type Change = fn(*const healpix_moc, *mut *mut healpix_moc) -> healpix_status;

fn change(under: &Under, function: Change) {
    moc(|a| faulty(under, MOC, |out| function(a, out)));
}

type Make = fn(*mut *mut healpix_moc) -> healpix_status;

fn moc_of(under: &Under, function: Make) {
    faulty(under, MOC, function);
}

type Shape = fn(*mut *mut healpix_region) -> healpix_status;

fn shape(under: &Under, function: Shape) {
    faulty(under, REGION, function);
}

type Cover = fn(*mut *mut healpix_coverage) -> healpix_status;

fn cover(under: &Under, function: Cover) {
    faulty(under, COVERAGE, function);
}

/// A list of cells into a buffer that stays as it was on failure.
fn list(under: &Under, function: fn(*mut u64, *mut usize) -> healpix_status) {
    let (mut cells, mut len) = ([77u64; 500], 77usize);
    let status = under.call(|| function(cells.as_mut_ptr(), &raw mut len));
    assert!(status == HEALPIX_OK || cells == [77; 500] && len == 77);
}

/// Positions into two buffers that stay as they were on failure.
fn positions(under: &Under, function: fn(*mut f64, *mut f64, *mut usize) -> healpix_status) {
    let (mut lon, mut lat, mut len) = ([7.0f64; 200], [7.0f64; 200], 77usize);
    let status = under.call(|| function(lon.as_mut_ptr(), lat.as_mut_ptr(), &raw mut len));
    assert!(status == HEALPIX_OK || lon == [7.0; 200] && lat == [7.0; 200] && len == 77);
}

/// A text into a buffer that stays as it was on failure.
fn text(
    under: &Under,
    function: unsafe extern "C" fn(*const healpix_moc, *mut std::ffi::c_char, usize, *mut usize) -> healpix_status,
) {
    moc(|moc| {
        let (mut buffer, mut len) = ([7u8; 400], 77usize);
        let status = under.call(|| unsafe { function(moc, buffer.as_mut_ptr().cast(), 400, &raw mut len) });
        assert!(status == HEALPIX_OK || buffer == [7; 400] && len == 77);
    });
}

/// A file that somebody wrote.
macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../../healpix-core/tests/data/moc/", $name))
    };
}

/// A path with a good file; NUL at the end.
macro_rules! path {
    ($name:literal) => {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../healpix-core/tests/data/moc/", $name, "\0").as_ptr().cast()
    };
}

/// All cases.
pub const CASES: &[Case] = &[
    ("region_cone", |u| shape(u, |out| unsafe { healpix_region_cone(1.0, 0.5, 0.3, out) })),
    ("region_annulus_deg", |u| shape(u, |out| unsafe { healpix_region_annulus_deg(1.0, 0.5, 0.3, 4.0, out) })),
    ("region_elliptical_cone", |u| {
        shape(u, |out| unsafe { healpix_region_elliptical_cone(1.0, 0.5, 0.3, 0.1, 1.0, out) })
    }),
    ("region_zone_deg", |u| shape(u, |out| unsafe { healpix_region_zone_deg(1.0, 0.5, 3.0, 1.0, out) })),
    ("region_box", |u| shape(u, |out| unsafe { healpix_region_box(1.0, 0.5, 0.3, 0.1, 0.4, out) })),
    ("region_polygon", |u| shape(u, |out| unsafe { healpix_region_polygon(LON.as_ptr(), LAT.as_ptr(), 3, 0, out) })),
    ("region_polygon_rings", |u| {
        let ends = [3usize];
        faulty(u, REGION, |out| unsafe {
            healpix_region_polygon_rings(LON.as_ptr(), LAT.as_ptr(), 3, ends.as_ptr(), 1, 0, 0.0, 0.0, out)
        });
    }),
    ("region_union", |u| {
        region(|a| {
            polygon(|b| {
                let both = [a.cast_const(), b.cast_const()];
                faulty(u, REGION, |out| unsafe { healpix_region_union(both.as_ptr(), 2, out) });
            });
        });
    }),
    ("region_intersection", |u| {
        region(|a| {
            polygon(|b| {
                let both = [a.cast_const(), b.cast_const()];
                faulty(u, REGION, |out| unsafe { healpix_region_intersection(both.as_ptr(), 2, out) });
            });
        });
    }),
    ("region_difference", |u| {
        region(|a| polygon(|b| faulty(u, REGION, |out| unsafe { healpix_region_difference(a, b, out) })))
    }),
    ("region_complement", |u| polygon(|a| faulty(u, REGION, |out| unsafe { healpix_region_complement(a, out) }))),
    ("region_all_sky", |u| shape(u, |out| unsafe { healpix_region_all_sky(out) })),
    ("region_clone", |u| polygon(|a| faulty(u, REGION, |out| unsafe { healpix_region_clone(a, out) }))),
    ("region_from_stcs", |u| {
        const TEXT: &str = "UNION ICRS (CIRCLE 10 20 5 POLYGON 10 10 20 10 20 20)";
        shape(u, |out| unsafe { healpix_region_from_stcs(TEXT.as_ptr().cast(), TEXT.len(), out) });
    }),
    ("region_from_geojson", |u| {
        const TEXT: &str = r#"{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]}"#;
        shape(u, |out| unsafe { healpix_region_from_geojson(TEXT.as_ptr().cast(), TEXT.len(), out) });
    }),
    ("coverage_of", |u| polygon(|a| faulty(u, COVERAGE, |out| unsafe { healpix_coverage_of(5, a, out) }))),
    ("coverage_with_budget", |u| {
        polygon(|a| faulty(u, COVERAGE, |out| unsafe { healpix_coverage_with_budget(7, a, 30, out) }));
    }),
    ("coverage_cone", |u| cover(u, |out| unsafe { healpix_coverage_cone(6, 1.0, 0.5, 0.3, out) })),
    ("coverage_elliptical_cone", |u| {
        cover(u, |out| unsafe { healpix_coverage_elliptical_cone(6, 1.0, 0.5, 0.3, 0.1, 0.4, out) })
    }),
    ("coverage_zone", |u| cover(u, |out| unsafe { healpix_coverage_zone(5, 1.0, 0.5, 2.0, 0.7, out) })),
    ("coverage_box", |u| cover(u, |out| unsafe { healpix_coverage_box(5, 1.0, 0.5, 0.3, 0.1, 0.4, out) })),
    ("coverage_polygon", |u| {
        cover(u, |out| unsafe { healpix_coverage_polygon(5, LON.as_ptr(), LAT.as_ptr(), 3, 0, out) })
    }),
    ("coverage_iter_new", |u| {
        coverage(|a| faulty(u, healpix_coverage_iter_free, |out| unsafe { healpix_coverage_iter_new(a, out) }));
    }),
    ("coverage_cones", |u| {
        faulty(u, healpix_coverages_free, |out| unsafe {
            healpix_coverage_cones(4, LON.as_ptr(), LAT.as_ptr(), [0.1, 0.2, 0.3].as_ptr(), 3, out)
        });
    }),
    ("coverage_from_cells", |u| {
        faulty(u, COVERAGE, |out| unsafe { healpix_coverage_from_cells(3, KEPT.as_ptr(), KEPT.len(), out) });
    }),
    ("coverages_from_cells", |u| {
        faulty(u, healpix_coverages_free, |out| unsafe {
            healpix_coverages_from_cells(3, KEPT.as_ptr(), KEPT.len(), [0, 2, 3].as_ptr(), 3, out)
        });
    }),
    ("coverage_visit", |u| {
        unsafe extern "C" fn go_on(_: *const healpix_cell, _: usize, _: *mut std::ffi::c_void) -> i32 {
            0
        }
        polygon(|a| {
            u.call(|| unsafe { healpix_coverage_visit(5, a, Some(go_on), null_mut()) });
        });
    }),
    ("coverage_moc", |u| coverage(|a| faulty(u, MOC, |out| unsafe { healpix_coverage_moc(a, out) }))),
    ("coverage_full_moc", |u| coverage(|a| faulty(u, MOC, |out| unsafe { healpix_coverage_full_moc(a, out) }))),
    ("coverage_centers_in", |u| polygon(|a| faulty(u, MOC, |out| unsafe { healpix_coverage_centers_in(5, a, out) }))),
    ("coverage_ring_touched", |u| {
        polygon(|a| faulty(u, healpix_ranges_free, |out| unsafe { healpix_coverage_ring_touched(33, a, out) }));
    }),
    ("coverage_ring_centers_in", |u| {
        region(|a| faulty(u, healpix_ranges_free, |out| unsafe { healpix_coverage_ring_centers_in(32, a, out) }));
    }),
    ("moc_empty", |u| moc_of(u, |out| unsafe { healpix_moc_empty(3, out) })),
    ("moc_all_sky", |u| moc_of(u, |out| unsafe { healpix_moc_all_sky(3, out) })),
    ("moc_from_cells", |u| moc_of(u, |out| unsafe { healpix_moc_from_cells(6, CELLS.as_ptr(), 9, out) })),
    ("moc_from_cells_many", |u| {
        let many: Vec<u64> = (0..5000u64).map(|k| k * k % 700_001).collect();
        faulty(u, MOC, |out| unsafe { healpix_moc_from_cells(9, many.as_ptr(), many.len(), out) });
    }),
    ("moc_from_mixed_cells", |u| {
        let cells = CELLS.map(|index| healpix_cell { index, depth: 6, full: 1 });
        faulty(u, MOC, |out| unsafe { healpix_moc_from_mixed_cells(6, cells.as_ptr(), 9, out) });
    }),
    ("moc_from_uniq", |u| moc_of(u, |out| unsafe { healpix_moc_from_uniq(6, [90, 17, 4, 5].as_ptr(), 4, out) })),
    ("moc_from_ranges", |u| {
        let ranges = CELLS.map(|start| healpix_range { start, end: start + 3 });
        faulty(u, MOC, |out| unsafe { healpix_moc_from_ranges(6, ranges.as_ptr(), 9, out) });
    }),
    ("moc_from_depth29_ranges", |u| {
        let ranges = CELLS.map(|start| healpix_range { start: start << 40, end: (start + 3) << 40 });
        faulty(u, MOC, |out| unsafe { healpix_moc_from_depth29_ranges(6, ranges.as_ptr(), 9, out) });
    }),
    ("moc_from_points", |u| moc_of(u, |out| unsafe { healpix_moc_from_points(9, LON.as_ptr(), LAT.as_ptr(), 9, out) })),
    ("moc_from_region", |u| polygon(|a| faulty(u, MOC, |out| unsafe { healpix_moc_from_region(5, a, out) }))),
    ("moc_credible_region", |u| {
        let density = [1.0, 2.0, 0.5];
        faulty(u, MOC, |out| unsafe {
            healpix_moc_credible_region([4, 5, 30].as_ptr(), density.as_ptr(), 3, 0.7, out)
        });
    }),
    ("moc_union", |u| two(u, healpix_moc_union)),
    ("moc_intersection", |u| two(u, healpix_moc_intersection)),
    ("moc_difference", |u| two(u, healpix_moc_difference)),
    ("moc_symmetric_difference", |u| two(u, healpix_moc_symmetric_difference)),
    ("moc_union_into", |u| into(u, healpix_moc_union_into)),
    ("moc_intersection_into", |u| into(u, healpix_moc_intersection_into)),
    ("moc_difference_into", |u| into(u, healpix_moc_difference_into)),
    ("moc_symmetric_difference_into", |u| into(u, healpix_moc_symmetric_difference_into)),
    ("moc_union_all", |u| {
        moc(|a| {
            other(|b| {
                let both = [a.cast_const(), b.cast_const()];
                faulty(u, MOC, |out| unsafe { healpix_moc_union_all(both.as_ptr(), 2, out) });
            })
        });
    }),
    ("moc_intersection_all", |u| {
        moc(|a| {
            other(|b| {
                let both = [a.cast_const(), b.cast_const()];
                faulty(u, MOC, |out| unsafe { healpix_moc_intersection_all(both.as_ptr(), 2, out) });
            })
        });
    }),
    ("moc_complement", |u| change(u, |a, out| unsafe { healpix_moc_complement(a, out) })),
    ("moc_degraded", |u| change(u, |a, out| unsafe { healpix_moc_degraded(a, 3, out) })),
    ("moc_refined", |u| change(u, |a, out| unsafe { healpix_moc_refined(a, 9, out) })),
    ("moc_inner_border", |u| change(u, |a, out| unsafe { healpix_moc_inner_border(a, out) })),
    ("moc_outer_border", |u| change(u, |a, out| unsafe { healpix_moc_outer_border(a, out) })),
    ("moc_expanded", |u| change(u, |a, out| unsafe { healpix_moc_expanded(a, 3, out) })),
    ("moc_contracted", |u| change(u, |a, out| unsafe { healpix_moc_contracted(a, 1, out) })),
    ("moc_fill_holes", |u| change(u, |a, out| unsafe { healpix_moc_fill_holes(a, 1.0, out) })),
    ("moc_split", |u| moc(|a| faulty(u, healpix_mocs_free, |out| unsafe { healpix_moc_split(a, 0, out) }))),
    ("moc_clone", |u| change(u, |a, out| unsafe { healpix_moc_clone(a, out) })),
    ("moc_iter_new", |u| moc(|a| faulty(u, healpix_moc_iter_free, |out| unsafe { healpix_moc_iter_new(a, out) }))),
    ("moc_flat_iter_new", |u| {
        moc(|a| faulty(u, healpix_moc_flat_iter_free, |out| unsafe { healpix_moc_flat_iter_new(a, out) }));
    }),
    ("moc_contains_points", |u| {
        moc(|a| {
            let mut inside = [7u8; 9];
            let status = u
                .call(|| unsafe { healpix_moc_contains_points(a, LON.as_ptr(), LAT.as_ptr(), 9, inside.as_mut_ptr()) });
            assert!(status == HEALPIX_OK || inside.iter().all(|flag| [0, 7].contains(flag)));
        });
    }),
    ("moc_flat", |u| {
        other(|a| {
            let (mut cells, mut len) = ([77u64; 500], 77usize);
            let status = u.call(|| unsafe { healpix_moc_flat(a, 500, cells.as_mut_ptr(), &raw mut len) });
            assert!(status == HEALPIX_OK || cells == [77; 500] && len == 77);
        })
    }),
    ("moc_to_uniq", |u| {
        moc(|a| {
            let (mut cells, mut len) = ([77u64; 500], 77usize);
            let status = u.call(|| unsafe { healpix_moc_to_uniq(a, 500, cells.as_mut_ptr(), &raw mut len) });
            assert!(status == HEALPIX_OK || cells == [77; 500] && len == 77);
        })
    }),
    ("moc_to_ascii", |u| text(u, healpix_moc_to_ascii)),
    ("moc_to_json", |u| text(u, healpix_moc_to_json)),
    ("moc_from_ascii", |u| moc_of(u, |out| unsafe { healpix_moc_from_ascii(TEXT.as_ptr().cast(), TEXT.len(), out) })),
    ("moc_from_json", |u| {
        const TEXT: &str = r#"{"3":[1,2,3],"6":[7000]}"#;
        moc_of(u, |out| unsafe { healpix_moc_from_json(TEXT.as_ptr().cast(), TEXT.len(), out) });
    }),
    ("moc_to_fits", |u| moc(|a| faulty(u, healpix_bytes_free, |out| unsafe { healpix_moc_to_fits(a, 0, out) }))),
    ("moc_to_fits_nuniq", |u| moc(|a| faulty(u, healpix_bytes_free, |out| unsafe { healpix_moc_to_fits(a, 1, out) }))),
    ("moc_from_fits", |u| {
        moc_of(u, |out| {
            let file = file!("mocpy_mixed.range.fits");
            unsafe { healpix_moc_from_fits(file.as_ptr(), file.len(), out) }
        });
    }),
    ("moc_from_fits_nuniq", |u| {
        moc_of(u, |out| {
            let file = file!("mocpy_mixed.nuniq.fits");
            unsafe { healpix_moc_from_fits(file.as_ptr(), file.len(), out) }
        });
    }),
    ("moc_from_fits_map", |u| {
        moc_of(u, |out| {
            let file = file!("healpy_nested_16_partial.fits");
            unsafe { healpix_moc_from_fits_map(file.as_ptr(), file.len(), None, null_mut(), out) }
        });
    }),
    ("multi_order_map_from_fits", |u| {
        faulty(u, healpix_multi_order_map_free, |out| {
            let file = file!("astropy_multi_order.fits");
            unsafe { healpix_multi_order_map_from_fits(file.as_ptr(), file.len(), out) }
        });
    }),
    ("moc_read_fits_file", |u| {
        moc_of(u, |out| unsafe { healpix_moc_read_fits_file(path!("mocpy_mixed.range.fits"), out) })
    }),
    ("multi_order_map_read_fits_file", |u| {
        faulty(u, healpix_multi_order_map_free, |out| unsafe {
            healpix_multi_order_map_read_fits_file(path!("astropy_multi_order.fits"), out)
        });
    }),
    ("fits_ranges_open", |u| {
        faulty(u, healpix_fits_ranges_free, |out| unsafe {
            healpix_fits_ranges_open(path!("mocpy_mixed.range.fits"), out)
        });
    }),
    ("fits_ranges_next", |u| {
        let reader = made(|out| unsafe { healpix_fits_ranges_open(path!("mocpy_cone.range.fits"), out) });
        let (mut ranges, mut len) = ([const { healpix_range { start: 7, end: 7 } }; 4], 77usize);
        let status = u.call(|| unsafe { healpix_fits_ranges_next(reader, 4, ranges.as_mut_ptr(), &raw mut len) });
        assert!(status == HEALPIX_OK || len == 77 && ranges.iter().all(|range| range.start == 7));
        unsafe { healpix_fits_ranges_free(reader) };
    }),
    ("fits_map_open", |u| {
        faulty(u, healpix_fits_map_free, |out| unsafe {
            healpix_fits_map_open(path!("healpy_ring_8_f4.fits"), null(), out)
        });
    }),
    ("fits_map_moc", |u| {
        let map = made(|out| unsafe { healpix_fits_map_open(path!("healpy_ring_8_f4.fits"), null(), out) });
        faulty(u, MOC, |out| unsafe { healpix_fits_map_moc(map, None, null_mut(), out) });
        unsafe { healpix_fits_map_free(map) };
    }),
    ("moc_write_fits_file", |u| {
        let place = directory("allocation");
        let path = c_path(&place.join("moc.fits"));
        moc(|a| {
            let status = u.call(|| unsafe { healpix_moc_write_fits_file(a, 0, path.as_ptr()) });
            let files = std::fs::read_dir(&place).expect("the directory").count();
            assert_eq!(files, usize::from(status == HEALPIX_OK), "a file that is not whole");
        });
        let _ = std::fs::remove_dir_all(&place);
    }),
    ("fits_ranges_writer", |u| {
        let place = directory("allocation-writer");
        let path = c_path(&place.join("moc.fits"));
        let range = healpix_range { start: 0, end: 1 << 46 };
        let mut writer = null_mut();
        let status = u.call(|| unsafe {
            let status = healpix_fits_ranges_writer_create(path.as_ptr(), 6, &raw mut writer);
            if status != HEALPIX_OK {
                return status;
            }
            let status = healpix_fits_ranges_writer_write(writer, &raw const range, 1);
            if status == HEALPIX_OK { healpix_fits_ranges_writer_finish(writer) } else { status }
        });
        unsafe { healpix_fits_ranges_writer_free(writer) };
        let files = std::fs::read_dir(&place).expect("the directory").count();
        assert_eq!(files, usize::from(status == HEALPIX_OK), "a file that is not whole");
        let _ = std::fs::remove_dir_all(&place);
    }),
    ("point_index_new", |u| faulty(u, healpix_point_index_free, |out| unsafe { healpix_point_index_new(out) })),
    ("point_index_with_capacity", |u| {
        faulty(u, healpix_point_index_free, |out| unsafe { healpix_point_index_with_capacity(100, out) });
    }),
    ("point_index_push", |u| {
        empty_index(|index| {
            let mut row = 77;
            let status = u.call(|| unsafe { healpix_point_index_push(index, 0.1, 0.2, &raw mut row) });
            assert!(status == HEALPIX_OK || row == 77 && unsafe { healpix_point_index_rows(index) } == 0);
        });
    }),
    ("point_index_push_slice", |u| {
        empty_index(|index| {
            let mut row = 77;
            let status = u
                .call(|| unsafe { healpix_point_index_push_slice(index, LON.as_ptr(), LAT.as_ptr(), 9, &raw mut row) });
            assert!(status == HEALPIX_OK || row == 77 && unsafe { healpix_point_index_rows(index) } == 0);
        });
    }),
    ("point_index_build", |u| {
        index(|index| {
            let mut row = 0;
            unsafe { healpix_point_index_push_slice(index, LON.as_ptr(), LAT.as_ptr(), 9, &raw mut row) };
            let status = u.call(|| unsafe { healpix_point_index_build(index) });
            // As it was: to be built again.
            unsafe {
                assert_eq!(healpix_point_index_is_built(index), status == HEALPIX_OK);
                assert_eq!(healpix_point_index_build(index), HEALPIX_OK);
                assert_eq!(healpix_point_index_len(index), 18);
            }
        });
    }),
    ("point_index_nearest", |u| {
        index(|a| faulty(u, healpix_matches_free, |out| unsafe { healpix_point_index_nearest(a, 0.1, 0.2, 4, out) }));
    }),
    ("point_index_within", |u| {
        index(|a| faulty(u, healpix_matches_free, |out| unsafe { healpix_point_index_within(a, 0.1, 0.2, 2.0, out) }));
    }),
    ("point_index_nearest_many", |u| {
        index(|a| {
            faulty(u, healpix_match_lists_free, |out| unsafe {
                healpix_point_index_nearest_many(a, LON.as_ptr(), LAT.as_ptr(), 9, 4, out)
            });
        });
    }),
    ("point_index_within_many", |u| {
        index(|a| {
            faulty(u, healpix_match_lists_free, |out| unsafe {
                healpix_point_index_within_many(a, LON.as_ptr(), LAT.as_ptr(), [0.5; 9].as_ptr(), 9, out)
            });
        });
    }),
    ("point_index_region", |u| {
        index(|a| polygon(|b| faulty(u, healpix_rows_free, |out| unsafe { healpix_point_index_region(a, b, out) })));
    }),
    ("point_index_cross_match", |u| {
        index(|a| faulty(u, healpix_pairs_free, |out| unsafe { healpix_point_index_cross_match(a, a, 0.5, 1, out) }));
    }),
    ("point_index_occupied", |u| {
        index(|a| faulty(u, healpix_occupied_free, |out| unsafe { healpix_point_index_occupied(a, 3, out) }));
    }),
    ("nested_neighbor_ring", |u| {
        list(u, |cells, len| unsafe { healpix_nested_neighbor_ring(5, 100, 3, 500, cells, len) })
    }),
    ("nested_neighbor_disc", |u| {
        list(u, |cells, len| unsafe { healpix_nested_neighbor_disc(5, 100, 3, 500, cells, len) })
    }),
    ("nested_internal_edge", |u| {
        list(u, |cells, len| unsafe { healpix_nested_internal_edge(5, 100, 8, 500, cells, len) })
    }),
    ("nested_external_edge", |u| {
        list(u, |cells, len| unsafe { healpix_nested_external_edge(5, 100, 8, 500, cells, len) })
    }),
    ("ring_neighbor_ring", |u| {
        list(u, |cells, len| unsafe { healpix_ring_neighbor_ring(33, 100, 3, 500, cells, len) })
    }),
    ("ring_neighbor_disc", |u| {
        list(u, |cells, len| unsafe { healpix_ring_neighbor_disc(33, 100, 3, 500, cells, len) })
    }),
    ("nested_grid", |u| positions(u, |lon, lat, len| unsafe { healpix_nested_grid(5, 100, 4, 200, lon, lat, len) })),
    ("ring_grid", |u| positions(u, |lon, lat, len| unsafe { healpix_ring_grid(33, 100, 4, 200, lon, lat, len) })),
    ("nested_path_along_edge", |u| {
        positions(u, |lon, lat, len| unsafe { healpix_nested_path_along_edge(5, 100, 4, 200, lon, lat, len) });
    }),
    ("ring_path_along_edge", |u| {
        positions(u, |lon, lat, len| unsafe { healpix_ring_path_along_edge(33, 100, 4, 200, lon, lat, len) });
    }),
];
