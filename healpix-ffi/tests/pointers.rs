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
];

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
}
