//! Slices: equal to the functions for one element bit for bit, sentinels and errors where an element
//! is bad, nothing written where lengths differ; and the same bits from every instruction set.
//!
//! `HEALPIX_SIMD_POINTS` sets how many elements each function is given at each resolution with each instruction set
//! (default 4096). For the long version: 1e7 in a release build.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where something is missing")]

mod batch_cases;
mod support;

use batch_cases::inputs::{all_cases, element, inputs, outputs};
use batch_cases::{Case, Column, nested_cases, other_cases, ring_cases};
use healpix_core::batch::simd::{self, InstructionSet};
use healpix_core::{Depth, Error, Nside, batch};
use proptest::prelude::*;
use support::random::Random;
use support::{depth, nside};

fn sentinels(case: &Case, outputs: &[Column]) -> Vec<u64> {
    let columns = outputs.iter().zip(&case.outputs);
    columns.flat_map(|(column, kind)| std::iter::repeat_n(column.sentinel(), kind.1)).collect()
}

/// The call against the function for one element, element by element.
fn check(case: &Case, inputs: &[Column], len: usize) {
    let mut out = outputs(case, len);
    let result = (case.call)(inputs, &mut out);
    let (mut first, mut count) = (None, 0);
    for k in 0..len {
        let expected = match (case.one)(inputs, k) {
            Ok(bits) => bits,
            Err(error) => {
                count += 1;
                first.get_or_insert((k, error));
                sentinels(case, &out)
            }
        };
        assert_eq!(element(case, &out, k), expected, "{} element {k} of {inputs:?}", case.name);
    }
    let expected = match first {
        None => Ok(()),
        Some((index, error)) => Err(Error::Elements { index, count, len, first: Box::new(error) }),
    };
    // As text: an error may carry NaN, which is not equal to itself.
    assert_eq!(format!("{result:?}"), format!("{expected:?}"), "{}", case.name);
}

/// The same inputs with a bad one at `k`, in the column `bad`.
fn spoiled(inputs: &[Column], bad: usize, k: usize) -> Vec<Column> {
    let mut inputs = inputs.to_vec();
    match &mut inputs[bad] {
        Column::F(v) => v[k] = f64::NAN,
        Column::U(v) => v[k] = u64::MAX,
        Column::W(v) => v[k] = u32::MAX,
        Column::B(v) => v[k] = 12,
    }
    inputs
}

#[test]
fn a_slice_gives_other_bits_than_one_element() {
    let mut random = Random::new(61);
    for (case, n_cells, side) in all_cases() {
        for len in [1, 2, 8, 65, 131] {
            check(&case, &inputs(&case, len, &mut random, n_cells, side), len);
        }
    }
}

#[test]
fn a_bad_element_spoils_others_or_has_no_sentinel() {
    let mut random = Random::new(62);
    for (case, n_cells, side) in all_cases() {
        let good = inputs(&case, 9, &mut random, n_cells, side);
        for bad in 0..good.len() {
            for places in [vec![4], vec![0], vec![8], vec![3, 4, 7], (0..9).collect()] {
                let inputs = places.iter().fold(good.clone(), |inputs, k| spoiled(&inputs, bad, *k));
                check(&case, &inputs, 9);
                let mut out = outputs(&case, 9);
                let error = (case.call)(&inputs, &mut out).expect_err("bad elements");
                assert!(!matches!(error.root(), Error::Elements { .. }), "{}: {error}", case.name);
                for k in places {
                    assert_eq!(element(&case, &out, k), sentinels(&case, &out), "{} element {k}", case.name);
                }
            }
        }
    }
}

#[test]
fn slices_of_different_lengths_are_answered_in_part() {
    let mut random = Random::new(63);
    for (case, n_cells, side) in all_cases() {
        let good = inputs(&case, 5, &mut random, n_cells, side);
        // The first input tells how many elements there are.
        for wrong in 1..good.len() {
            for len in [0, 4, 6] {
                let mut inputs = good.clone();
                inputs[wrong] = inputs[wrong].resized(len);
                refused(&case, &inputs, outputs(&case, 5), len);
            }
        }
        for wrong in 0..case.outputs.len() {
            let full = 5 * case.outputs[wrong].1;
            for len in [0, full - 1, full + 1, 5 * full] {
                let mut out = outputs(&case, 5);
                out[wrong] = out[wrong].resized(len);
                refused(&case, &good, out, len);
            }
        }
    }
}

fn refused(case: &Case, inputs: &[Column], mut out: Vec<Column>, wrong: usize) {
    let before = format!("{out:?}");
    match (case.call)(inputs, &mut out) {
        Err(Error::Length { expected, got, .. }) => assert!(got == wrong && expected != got, "{}", case.name),
        other => panic!("{}: {other:?}", case.name),
    }
    assert_eq!(format!("{out:?}"), before, "{}: something was written", case.name);
}

#[test]
fn empty_slices_are_an_error() {
    for (case, ..) in all_cases() {
        let inputs: Vec<Column> = case.inputs.iter().map(|kind| kind.0(0)).collect();
        assert_eq!((case.call)(&inputs, &mut outputs(&case, 0)), Ok(()), "{}", case.name);
    }
}

#[test]
fn an_impossible_resolution_writes_something() {
    let mut out = [5; 4];
    assert_eq!(batch::nested::parent(Depth::ZERO, &[0], &mut out[..1]), Err(Error::NoParent));
    assert_eq!(batch::nested::children(Depth::MAX, &[0], &mut out), Err(Error::Depth { depth: 30 }));
    let order = |depth, target, deeper| Err(Error::DepthOrder { depth, target, deeper });
    assert_eq!(batch::nested::ancestor(depth(3), depth(4), &[0], &mut out[..1]), order(3, 4, false));
    let (first, last) = out.split_at_mut(1);
    assert_eq!(batch::nested::range(depth(4), depth(3), &[0], first, &mut last[..1]), order(4, 3, true));
    assert_eq!(batch::ring::to_nested(nside(6), &[0], &mut out[..1]), Err(Error::NsideNotPowerOfTwo { nside: 6 }));
    assert_eq!(out, [5; 4]);
}

#[test]
fn cells_that_32_bits_cannot_number_are_cut() {
    let (mut cells, mut lon, mut lat) = ([7u32; 1], [0.5], [0.25]);
    let too_deep = |depth| Err(Error::DepthU32 { depth, max: 14 });
    for d in 15..30 {
        assert_eq!(batch::nested::hash_u32(depth(d), &lon, &lat, &mut cells), too_deep(d));
        assert_eq!(batch::nested::hash_deg_u32(depth(d), &lon, &lat, &mut cells), too_deep(d));
        assert_eq!(batch::nested::center_u32(depth(d), &cells, &mut lon, &mut lat), too_deep(d));
        assert_eq!(batch::nested::center_deg_u32(depth(d), &cells, &mut lon, &mut lat), too_deep(d));
    }
    for n in [18_919, 32_768, 1 << 29] {
        let too_large = Err(Error::NsideU32 { nside: n, max: 18_918 });
        assert_eq!(batch::ring::hash_u32(nside(n), &lon, &lat, &mut cells), too_large);
        assert_eq!(batch::ring::hash_deg_u32(nside(n), &lon, &lat, &mut cells), too_large);
        assert_eq!(batch::ring::center_u32(nside(n), &cells, &mut lon, &mut lat), too_large);
        assert_eq!(batch::ring::center_deg_u32(nside(n), &cells, &mut lon, &mut lat), too_large);
    }
    assert_eq!((cells, lon, lat), ([7], [0.5], [0.25]), "something was written");
    let error = batch::nested::hash_u32(depth(15), &[], &[], &mut []).expect_err("too deep");
    assert_eq!(error.to_string(), "depth 15 has too many cells for 32 bits: the deepest whose cells fit is 14");

    // The limits are the largest there are, and no cell has the number of the sentinel.
    let sentinel = u64::from(batch::INVALID_U32);
    assert!(Depth::MAX_U32.n_cells() <= sentinel && depth(15).n_cells() > sentinel);
    assert!(Nside::MAX_U32.n_cells() <= sentinel && nside(18_919).n_cells() > sentinel);
}

#[test]
fn an_error_message_does_not_say_what_is_wrong_and_where() {
    let mut cells = [0; 3];
    let error = batch::nested::hash(depth(3), &[0.0, 1.0, 2.0], &[0.0, 2.0, f64::NAN], &mut cells).expect_err("bad");
    let text = error.to_string();
    assert!(text.contains("2 of 3") && text.contains("index 1") && text.contains("latitude 2"), "{text}");
    let error = batch::ring::hash(nside(3), &[0.0], &[0.0, 2.0], &mut cells).expect_err("lengths");
    assert_eq!(error, Error::Length { what: "lat", expected: 1, got: 2 });
    assert_eq!(error.root(), &error);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_give_other_bits_in_a_slice(
        d in 0u8..30,
        n in 1u32..=1 << 29,
        raw in proptest::collection::vec(any::<[u64; 4]>(), 0..20),
        numbers in proptest::collection::vec((0u64..1 << 62, 0u32..1 << 29, 0u8..13), 20),
    ) {
        let sized = |case: &Case| -> Vec<Column> {
            let mut floats = 0;
            let column = |kind: &batch_cases::Kind| match kind.0(0) {
                Column::F(_) => {
                    floats += 1;
                    Column::F(raw.iter().map(|four| f64::from_bits(four[(floats - 1) % 4])).collect())
                }
                Column::U(_) => Column::U(raw.iter().zip(&numbers).map(|(_, n)| n.0 >> (n.1 % 62)).collect()),
                Column::W(_) => Column::W(raw.iter().zip(&numbers).map(|(_, n)| n.1 >> (n.0 % 29)).collect()),
                Column::B(_) => Column::B(raw.iter().zip(&numbers).map(|(_, n)| n.2).collect()),
            };
            case.inputs.iter().map(column).collect()
        };
        let (depth, nside) = (Depth::new(d).expect("a depth"), Nside::new(n).expect("an nside"));
        for case in nested_cases(depth).into_iter().chain(ring_cases(nside)).chain(other_cases()) {
            check(&case, &sized(&case), raw.len());
        }
    }
}

/// Elements that a function is given in all.
fn points() -> usize {
    std::env::var("HEALPIX_SIMD_POINTS").map_or(4096, |text| text.parse().expect("a number of points"))
}

/// The choice holds for the whole process, so one test makes it; to the others it makes no difference.
#[test]
fn an_instruction_set_gives_other_bits() {
    let sets: Vec<InstructionSet> = InstructionSet::ALL.into_iter().filter(|set| set.is_available()).collect();
    println!("instruction sets: {}", sets.iter().map(|set| set.name()).collect::<Vec<_>>().join(", "));
    assert_eq!(sets[0], InstructionSet::Baseline);
    for set in InstructionSet::ALL {
        let before = simd::active();
        assert_eq!(simd::force(Some(set)), set.is_available());
        assert_eq!(simd::active(), if set.is_available() { set } else { before });
    }
    let mut random = Random::new(71);
    for (case, n_cells, side) in all_cases() {
        let mut left = points();
        // All tails of a block, then long slices.
        for len in (8..40).chain([127, 128, 129, 255, 257]).chain(std::iter::repeat(4096)) {
            let len = len.min(left);
            let input = inputs(&case, len, &mut random, n_cells, side);
            let answers = sets.iter().map(|set| {
                assert!(simd::force(Some(*set)));
                let mut out = outputs(&case, len);
                let result = (case.call)(&input, &mut out);
                (out, format!("{result:?}"))
            });
            let answers: Vec<_> = answers.collect();
            let (expected, expected_result) = &answers[0];
            for ((out, result), set) in answers.iter().zip(&sets).skip(1) {
                assert_eq!(result, expected_result, "{} with {}", case.name, set.name());
                for k in 0..len {
                    let bits = element(&case, out, k);
                    assert_eq!(bits, element(&case, expected, k), "{} with {}, element {k}", case.name, set.name());
                }
            }
            left -= len;
            if left == 0 {
                break;
            }
        }
    }
    assert!(simd::force(None));
}

/// Also for the number of threads; the errors of several stretches are put together.
#[cfg(feature = "parallel")]
#[test]
fn threads_give_other_bits() {
    let mut random = Random::new(72);
    let len = 70_000;
    let resolutions = nested_cases(depth(12)).into_iter().map(|case| (case, 12 << 24, 1 << 12));
    let rings = ring_cases(nside(1000)).into_iter().map(|case| (case, 12_000_000, 1000));
    let others = other_cases().into_iter().map(|case| (case, Depth::MAX.n_cells(), 1 << 29));
    for (case, n_cells, side) in resolutions.chain(rings).chain(others) {
        let good = inputs(&case, len, &mut random, n_cells, side);
        let input = [66_000, 17, 40_001].into_iter().fold(good, |inputs, k| spoiled(&inputs, 0, k));
        let answer = |threads: usize| {
            assert_eq!(healpix_core::threads::set_count(threads), Ok(threads));
            assert_eq!(healpix_core::threads::count(), threads);
            let mut out = outputs(&case, len);
            let result = (case.call)(&input, &mut out);
            (format!("{result:?}"), out)
        };
        let (result, out) = answer(1);
        for threads in 2..=4 {
            let (other_result, other_out) = answer(threads);
            assert_eq!(other_result, result, "{} with {threads} threads", case.name);
            for k in 0..len {
                let bits = element(&case, &other_out, k);
                assert_eq!(bits, element(&case, &out, k), "{} with {threads} threads, element {k}", case.name);
            }
        }
    }
    let error = healpix_core::threads::set_count(1025).expect_err("no machine has so many");
    assert_eq!(error.to_string(), "1025 threads are outside 0..=1024 (0: one for each core)");
    assert_eq!(healpix_core::threads::set_count(1), Ok(1));
}
