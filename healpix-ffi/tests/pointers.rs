//! Any pointers, lengths and capacities at all: every call ends with a status, the refused ones leave memory as it
//! was, and which ones are refused follows from the rules of the header and nothing else.

use healpix_ffi::*;
use proptest::prelude::*;

/// Bytes that all pointers of a call point into.
const ARENA: usize = 1024;

/// An argument of a function: how many elements for each of `n`, how large they are, and whether they are written.
#[derive(Clone, Copy)]
struct Shape {
    each: usize,
    size: usize,
    written: bool,
}

const fn input(size: usize) -> Shape {
    Shape { each: 1, size, written: false }
}

const fn output(each: usize, size: usize) -> Shape {
    Shape { each, size, written: true }
}

/// A function and its arguments, in order, the outputs last.
struct Function {
    shapes: &'static [Shape],
    call: fn(&[*mut u8], usize) -> healpix_status,
}

/// One function of each shape that the header has.
const FUNCTIONS: &[Function] = &[
    Function {
        shapes: &[input(8), input(8), output(1, 8)],
        // SAFETY: `run` hands over pointers into the arena, or ones that must be refused.
        call: |p, n| unsafe { healpix_nested_hash(3, p[0].cast(), p[1].cast(), n, p[2].cast()) },
    },
    Function {
        shapes: &[input(8), input(8), output(1, 4)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_nested_hash_u32(3, p[0].cast(), p[1].cast(), n, p[2].cast()) },
    },
    Function {
        shapes: &[input(4), output(1, 8), output(1, 8)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_ring_center_u32(5, p[0].cast(), n, p[1].cast(), p[2].cast()) },
    },
    Function {
        shapes: &[input(8), output(8, 8)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_ring_neighbors(5, p[0].cast(), n, p[1].cast()) },
    },
    Function {
        shapes: &[input(8), output(4, 8), output(4, 8)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_nested_vertices(3, p[0].cast(), n, p[1].cast(), p[2].cast()) },
    },
    Function {
        shapes: &[input(8), output(1, 1), output(1, 4), output(1, 4)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_ring_to_face_ij(5, p[0].cast(), n, p[1].cast(), p[2].cast(), p[3].cast()) },
    },
    Function {
        shapes: &[input(1), input(4), input(4), output(1, 8)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_nested_from_face_ij(3, p[0].cast(), p[1].cast(), p[2].cast(), n, p[3].cast()) },
    },
    Function {
        shapes: &[input(8), output(1, 1), output(1, 8)],
        // SAFETY: as above.
        call: |p, n| unsafe { healpix_nested_from_uniq(p[0].cast(), n, p[1].cast(), p[2].cast()) },
    },
    Function {
        shapes: &[input(8), input(8), input(8), input(8), output(1, 8)],
        call: |p, n| {
            // SAFETY: as above.
            unsafe { healpix_sphere_distance(p[0].cast(), p[1].cast(), p[2].cast(), p[3].cast(), n, p[4].cast()) }
        },
    },
    Function {
        shapes: &[input(8), input(8), output(1, 8), output(1, 8), output(1, 8)],
        call: |p, n| {
            // SAFETY: as above.
            unsafe {
                let (cells, dx, dy) = (p[2].cast(), p[3].cast(), p[4].cast());
                healpix_ring_hash_with_offsets(5, p[0].cast(), p[1].cast(), n, cells, dx, dy)
            }
        },
    },
    Function {
        shapes: &[input(8), input(8), output(1, 1)],
        call: |p, n| {
            // SAFETY: as above; the region is live.
            with_region(|region| unsafe { healpix_region_contains(region, p[0].cast(), p[1].cast(), n, p[2].cast()) })
        },
    },
    Function {
        shapes: &[input(8), output(1, 1)],
        call: |p, n| {
            // SAFETY: as above; the region is live.
            with_region(|region| unsafe { healpix_region_relation(region, 3, p[0].cast(), n, p[1].cast()) })
        },
    },
    Function {
        shapes: &[input(8), input(8)],
        call: |p, n| {
            let mut out = std::ptr::null_mut();
            // SAFETY: as above; the output is a live local, and NULL or a new handle afterwards.
            unsafe {
                let status = healpix_region_polygon(p[0].cast(), p[1].cast(), n, 0, &raw mut out);
                healpix_region_free(out);
                status
            }
        },
    },
    Function {
        shapes: &[input(8), input(8), input(size_of::<usize>())],
        call: |p, n| {
            let mut out = std::ptr::null_mut();
            // SAFETY: as above; the output is a live local, and NULL or a new handle afterwards.
            unsafe {
                let ends = p[2].cast::<usize>();
                let status =
                    healpix_region_polygon_rings_deg(p[0].cast(), p[1].cast(), n, ends, n, 2, 0.0, 0.0, &raw mut out);
                healpix_region_free(out);
                // Not the kind of length that the rules of pointers speak of.
                if status == HEALPIX_ERR_LENGTH && n < ARENA { HEALPIX_ERR_POLYGON } else { status }
            }
        },
    },
    Function {
        shapes: &[input(8), input(8), input(8)],
        call: |p, n| {
            let mut out = std::ptr::null_mut();
            // SAFETY: as above; the output is a live local, and NULL or a new handle afterwards.
            unsafe {
                let status = healpix_coverage_cones(2, p[0].cast(), p[1].cast(), p[2].cast(), n, &raw mut out);
                healpix_coverages_free(out);
                status
            }
        },
    },
    Function {
        shapes: &[input(8), input(8), input(8)],
        call: |p, n| {
            let (mut index, mut out) = (std::ptr::null_mut(), std::ptr::null_mut());
            // SAFETY: as above; the handles are live from the call that makes them.
            unsafe {
                assert_eq!(healpix_point_index_new(&raw mut index), HEALPIX_OK);
                let (lon, lat, radius) = (p[0].cast(), p[1].cast(), p[2].cast());
                let status = healpix_point_index_within_many(index, lon, lat, radius, n, &raw mut out);
                healpix_match_lists_free(out);
                healpix_point_index_free(index);
                status
            }
        },
    },
    Function {
        shapes: &[input(8)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_from_cells(2, p[0].cast(), n, out) }),
    },
    Function {
        shapes: &[input(8), input(8)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_from_points_deg(2, p[0].cast(), p[1].cast(), n, out) }),
    },
    Function {
        shapes: &[input(8), input(8)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_credible_region(p[0].cast(), p[1].cast(), n, 0.5, out) }),
    },
    Function {
        shapes: &[input(1)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_from_ascii(p[0].cast(), n, out) }),
    },
    Function {
        shapes: &[input(1)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_from_fits(p[0], n, out) }),
    },
    Function {
        shapes: &[input(1)],
        // SAFETY: as above.
        call: |p, n| moc_freed(|out| unsafe { healpix_moc_from_fits_map(p[0], n, None, std::ptr::null_mut(), out) }),
    },
    Function {
        shapes: &[input(8), input(8), output(1, 1)],
        call: |p, n| {
            // SAFETY: as above; the MOC is live.
            with_moc(|moc| unsafe { healpix_moc_contains_points(moc, p[0].cast(), p[1].cast(), n, p[2]) })
        },
    },
    Function {
        shapes: &[input(8), output(1, 1)],
        call: |p, n| {
            // SAFETY: as above; the MOC is live.
            with_moc(|moc| unsafe { healpix_moc_overlaps_cells(moc, 2, p[0].cast(), n, p[1]) })
        },
    },
];

/// Calls with a live region.
fn with_region(call: impl FnOnce(*const healpix_region) -> healpix_status) -> healpix_status {
    let mut region = std::ptr::null_mut();
    // SAFETY: the output is a live local, and the region is freed once.
    unsafe {
        assert_eq!(healpix_region_cone(0.5, 0.25, 0.5, &raw mut region), HEALPIX_OK);
        let status = call(region);
        healpix_region_free(region);
        status
    }
}

/// Calls with a place for a new MOC, which is freed.
fn moc_freed(call: impl FnOnce(*mut *mut healpix_moc) -> healpix_status) -> healpix_status {
    let mut out = std::ptr::null_mut();
    let status = call(&raw mut out);
    assert_eq!(out.is_null(), status != HEALPIX_OK);
    // SAFETY: NULL or a new handle.
    unsafe { healpix_moc_free(out) };
    status
}

/// Calls with a live MOC.
fn with_moc(call: impl FnOnce(*const healpix_moc) -> healpix_status) -> healpix_status {
    let mut moc = std::ptr::null_mut();
    let text = "0/1 2/3 8-20 29/";
    // SAFETY: the text has that length, the output is a live local, and the MOC is freed once.
    unsafe {
        assert_eq!(healpix_moc_from_ascii(text.as_ptr().cast(), text.len(), &raw mut moc), HEALPIX_OK);
        let status = call(moc);
        healpix_moc_free(moc);
        status
    }
}

/// A file of a MOC with a few bytes changed and its end cut off or not.
fn broken_file() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    (0..3u32, changes, prop_oneof![3 => Just(None), 1 => any::<prop::sample::Index>().prop_map(Some)]).prop_map(
        |(kind, changes, cut)| {
            let mut file = Vec::new();
            with_moc(|moc| {
                let mut bytes = std::ptr::null_mut();
                // SAFETY: the MOC is live, the output is a live local, and the bytes are copied before they are freed.
                unsafe {
                    let status = healpix_moc_to_fits(moc, kind, &raw mut bytes);
                    let (data, len) = (healpix_bytes_data(bytes), healpix_bytes_len(bytes));
                    file.extend_from_slice(std::slice::from_raw_parts(data, len));
                    healpix_bytes_free(bytes);
                    status
                }
            });
            for (at, byte) in changes {
                let at = at.index(file.len());
                file[at] = byte;
            }
            if let Some(cut) = cut {
                file.truncate(cut.index(file.len()));
            }
            file
        },
    )
}

/// Where a pointer points.
#[derive(Debug, Clone, Copy)]
enum Place {
    Null,
    At(usize),
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        1 => Just(Place::Null),
        10 => (0..ARENA / 8).prop_map(|word| Place::At(8 * word)),
        2 => (0..ARENA).prop_map(Place::At),
    ]
}

fn length() -> impl Strategy<Value = usize> {
    prop_oneof![1 => Just(0), 8 => 0..6usize, 1 => (usize::MAX >> 6)..=usize::MAX]
}

/// What the header says: the kinds of refusal that apply to this call. None at all: it must be carried out.
fn refusals(shapes: &[Shape], places: &[Place], n: usize, base: usize) -> Vec<healpix_status> {
    let mut found = Vec::new();
    let mut spans = Vec::new();
    for (shape, place) in shapes.iter().zip(places) {
        let Some(elements) = n.checked_mul(shape.each) else {
            found.push(HEALPIX_ERR_LENGTH);
            continue;
        };
        if elements == 0 {
            continue;
        }
        let Place::At(offset) = *place else {
            found.push(HEALPIX_ERR_NULL);
            continue;
        };
        if (base + offset) % shape.size != 0 {
            found.push(HEALPIX_ERR_ALIGN);
        }
        match elements.checked_mul(shape.size).filter(|bytes| isize::try_from(*bytes).is_ok()) {
            Some(bytes) => spans.push((offset, offset.saturating_add(bytes), shape.written)),
            None => found.push(HEALPIX_ERR_LENGTH),
        }
    }
    let overlap = spans
        .iter()
        .enumerate()
        .any(|(at, one)| spans[at + 1..].iter().any(|other| (one.2 || other.2) && one.0 < other.1 && other.0 < one.1));
    if overlap {
        found.push(HEALPIX_ERR_OVERLAP);
    }
    found
}

/// Whether every array that would be touched lies in the arena.
fn stays_inside(shapes: &[Shape], places: &[Place], n: usize) -> bool {
    shapes.iter().zip(places).all(|(shape, place)| match place {
        Place::Null => true,
        Place::At(offset) => {
            n.checked_mul(shape.each * shape.size).is_some_and(|bytes| offset.saturating_add(bytes) <= ARENA)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_call_is_refused_or_carried_out_by_the_rules_of_the_header(
        function in 0..FUNCTIONS.len(),
        places in prop::collection::vec(place(), 5),
        n in length(),
        bytes in prop::collection::vec(any::<u8>(), ARENA),
    ) {
        let Function { shapes, call } = &FUNCTIONS[function];
        // Words, so that the arena is aligned for all types.
        let mut arena: Vec<u64> = bytes.chunks_exact(8).map(|word| u64::from_ne_bytes([
            word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7],
        ])).collect();
        let before = arena.clone();
        let base = arena.as_mut_ptr().cast::<u8>();
        let expected = refusals(shapes, &places, n, base.addr());
        // What must be carried out must be possible; what must be refused may point anywhere.
        prop_assume!(!expected.is_empty() || stays_inside(shapes, &places, n));

        let pointers: Vec<*mut u8> = places
            .iter()
            .map(|place| match place {
                Place::Null => std::ptr::null_mut(),
                Place::At(offset) => base.wrapping_add(*offset),
            })
            .collect();
        let status = call(&pointers, n);
        if expected.is_empty() {
            let refused = [HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP];
            prop_assert!(!refused.contains(&status), "{status:?}");
            prop_assert!(status != HEALPIX_ERR_PANIC && status != HEALPIX_ERR_UNKNOWN);
        } else {
            prop_assert!(expected.contains(&status), "{status:?}, expected one of {expected:?}");
            prop_assert_eq!(arena, before);
        }
    }

    #[test]
    fn lists_keep_to_the_capacity(
        capacity in prop_oneof![8 => 0..40usize, 1 => (usize::MAX >> 4)..=usize::MAX],
        depth in prop_oneof![4 => 0..4u8, 1 => any::<u8>()],
        cell in prop_oneof![4 => 0..48u64, 1 => any::<u64>()],
        k in prop_oneof![4 => 0..6u32, 1 => any::<u32>()],
    ) {
        let mut out = [77u64; 40];
        let mut len = 77usize;
        // SAFETY: the buffer is as long as the capacity, or the capacity is longer than memory and must be refused.
        let status = unsafe { healpix_nested_neighbor_disc(depth, cell, k, capacity, out.as_mut_ptr(), &raw mut len) };
        match status {
            HEALPIX_OK => {
                prop_assert!(len <= capacity && out[..len].contains(&cell));
                prop_assert!(out[len..].iter().all(|&untouched| untouched == 77));
            }
            HEALPIX_ERR_BUFFER => prop_assert!(len > capacity && out == [77; 40]),
            HEALPIX_ERR_LENGTH => prop_assert!(capacity > 40 && len == 77 && out == [77; 40]),
            HEALPIX_ERR_DEPTH => prop_assert!(depth > 29 && len == 77 && out == [77; 40]),
            HEALPIX_ERR_CELL => prop_assert!(cell >= 12 << (2 * depth) && len == 77 && out == [77; 40]),
            HEALPIX_ERR_STEPS => prop_assert!(k > 1024 && len == 77 && out == [77; 40]),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn flat_lists_keep_to_the_capacity(
        capacity in prop_oneof![8 => 0..60usize, 1 => (usize::MAX >> 4)..=usize::MAX],
        depth in prop_oneof![4 => 0..3u8, 1 => 30..=u8::MAX],
        radius in prop_oneof![4 => 0.0..1.0f64, 1 => any::<f64>()],
        flags in any::<bool>(),
    ) {
        let (mut cells, mut full, mut len) = ([77u64; 60], [77u8; 60], 77usize);
        let mut coverage = std::ptr::null_mut();
        let flags = if flags { full.as_mut_ptr() } else { std::ptr::null_mut() };
        // SAFETY: the handle is live; the buffers are as long as the capacity, or the capacity is longer than memory
        // and must be refused.
        let (made, n, status) = unsafe {
            let made = healpix_coverage_cone(depth, 0.1, 0.2, radius, &raw mut coverage);
            let n = healpix_coverage_n_flat(coverage);
            let status = healpix_coverage_flat(coverage, capacity, cells.as_mut_ptr(), flags, &raw mut len);
            healpix_coverage_free(coverage);
            (made, n, status)
        };
        let untouched = |from: usize| cells[from..].iter().all(|&cell| cell == 77) && full[from..].iter().all(|&flag| flag == 77);
        match status {
            HEALPIX_OK => {
                prop_assert!(len as u64 == n && len <= capacity && untouched(len));
                prop_assert!(cells[..len].windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(flags.is_null() || full[..len].iter().all(|&flag| flag <= 1));
            }
            HEALPIX_ERR_BUFFER => prop_assert!(len as u64 == n && len > capacity && untouched(0)),
            HEALPIX_ERR_LENGTH => prop_assert!(capacity > 60 && len == 77 && untouched(0)),
            HEALPIX_ERR_NULL => prop_assert!(made != HEALPIX_OK && len == 77 && untouched(0)),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn files_of_any_bytes_are_read_or_refused(
        file in prop_oneof![1 => prop::collection::vec(any::<u8>(), 0..6000), 3 => broken_file()],
        capacity in 1..5usize,
    ) {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pointers-any-bytes.fits");
        std::fs::write(&path, &file)?;
        let path = std::ffi::CString::new(path.into_os_string().into_encoded_bytes())?;
        let good = [HEALPIX_OK, HEALPIX_ERR_FORMAT];
        // SAFETY: the path ends with a NUL and the bytes have that length.
        let (disk, memory, map) = unsafe {
            (
                moc_freed(|out| healpix_moc_read_fits_file(path.as_ptr(), out)),
                moc_freed(|out| healpix_moc_from_fits(file.as_ptr(), file.len(), out)),
                moc_freed(|out| healpix_moc_from_fits_map(file.as_ptr(), file.len(), None, std::ptr::null_mut(), out)),
            )
        };
        prop_assert!(disk == memory && good.contains(&disk), "{disk:?} {memory:?}");
        prop_assert!(good.contains(&map), "{map:?}");
        let (mut reader, mut order) = (std::ptr::null_mut(), std::ptr::null_mut());
        let mut ranges = [healpix_range { start: 77, end: 77 }; 5];
        let mut len = 77;
        // SAFETY: outputs are live locals, `ranges` is at least as long as the capacity, handles are freed once.
        unsafe {
            let status = healpix_multi_order_map_from_fits(file.as_ptr(), file.len(), &raw mut order);
            prop_assert!(good.contains(&status), "{status:?}");
            healpix_multi_order_map_free(order);
            let mut status = healpix_fits_ranges_open(path.as_ptr(), &raw mut reader);
            while status == HEALPIX_OK {
                status = healpix_fits_ranges_next(reader, capacity, ranges.as_mut_ptr(), &raw mut len);
                prop_assert!(status != HEALPIX_OK || (1..=capacity).contains(&len));
                prop_assert!(ranges[capacity..].iter().all(|range| range.start == 77));
            }
            healpix_fits_ranges_free(reader);
            prop_assert!(status == HEALPIX_END || status == HEALPIX_ERR_FORMAT, "{status:?}");
            prop_assert!(status != HEALPIX_END || disk == HEALPIX_OK);
        }
    }
}
