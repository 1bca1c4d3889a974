//! Which pointers are refused, and which are not.

use super::*;
use crate::status::healpix_status;

fn code<T>(outcome: Outcome<T>) -> healpix_status {
    match outcome {
        Err(Failure::Call(status, _)) => status,
        _ => crate::status::HEALPIX_OK,
    }
}

#[test]
fn null_is_legal_if_and_only_if_there_are_no_elements() {
    let mut args = Args::new();
    // SAFETY: nothing is readable there, and no slice is made that claims otherwise.
    unsafe {
        assert_eq!(args.input::<f64>("a", std::ptr::null(), 0).expect("empty").len(), 0);
        assert_eq!(args.output::<f64>("a", std::ptr::null_mut(), 0).expect("empty").len(), 0);
        assert_eq!(code(args.input::<f64>("a", std::ptr::null(), 1)), HEALPIX_ERR_NULL);
        assert_eq!(code(args.output::<f64>("a", std::ptr::null_mut(), 1)), HEALPIX_ERR_NULL);
        assert_eq!(code(args.target::<u32>("a", std::ptr::null_mut())), HEALPIX_ERR_NULL);
        assert_eq!(code(args.handle::<u32>("a", std::ptr::null())), HEALPIX_ERR_NULL);
        // An empty array may point anywhere.
        assert_eq!(args.input::<f64>("a", std::ptr::without_provenance(3), 0).expect("empty").len(), 0);
    }
}

#[test]
fn misaligned_and_absurd_arrays_are_refused() {
    let words = [0u64; 4];
    let odd = words.as_ptr().cast::<u8>().wrapping_add(4).cast::<u64>();
    let mut args = Args::new();
    // SAFETY: every call fails before it makes a slice.
    unsafe {
        assert_eq!(code(args.input("a", odd, 1)), HEALPIX_ERR_ALIGN);
        for n in [usize::MAX, usize::MAX / 8, isize::MAX as usize / 8 + 1] {
            assert_eq!(code(args.input("a", words.as_ptr(), n)), HEALPIX_ERR_LENGTH, "{n}");
        }
        assert_eq!(code(args.outputs("a", words.as_ptr().cast_mut(), usize::MAX / 4, 8)), HEALPIX_ERR_LENGTH);
        // Short enough for isize, but past the end of the address space.
        let high = std::ptr::without_provenance::<u64>(usize::MAX - 15);
        assert_eq!(code(args.input("a", high, 3)), HEALPIX_ERR_LENGTH);
    }
}

#[test]
fn an_output_may_touch_but_not_share_memory() {
    let mut words = [1u64, 2, 3, 4, 5, 6];
    let base = words.as_mut_ptr();
    // SAFETY: all spans lie in `words`, and overlapping ones are refused before a slice is made.
    unsafe {
        let mut args = Args::new();
        assert_eq!(args.input("in", base, 3).expect("readable"), [1, 2, 3]);
        assert_eq!(args.input("in again", base, 3).expect("inputs may overlap"), [1, 2, 3]);
        assert_eq!(code(args.output("out", base.add(2), 2)), HEALPIX_ERR_OVERLAP);
        assert_eq!(args.output("out", base.add(3), 2).expect("side by side"), [4, 5]);
        assert_eq!(code(args.output("out 2", base.add(4), 2)), HEALPIX_ERR_OVERLAP);
        assert_eq!(code(args.input("late in", base.add(4), 1)), HEALPIX_ERR_OVERLAP);
        let inside = base.cast::<u8>().add(12).cast::<u32>();
        assert_eq!(code(args.output("other type", inside, 1)), HEALPIX_ERR_OVERLAP);
    }
}

#[test]
fn in_place_is_exactly_in_place_or_refused() {
    let mut words = [1u64, 2, 3, 4];
    let base = words.as_mut_ptr();
    // SAFETY: all spans lie in `words`; each `Args` is dropped before the next looks at them.
    unsafe {
        let same = Args::new().in_out(("in", base.cast_const()), ("out", base), 4);
        assert!(matches!(same, Ok(InOut::Same(all)) if *all == [1, 2, 3, 4]));
        let apart = Args::new().in_out(("in", base.cast_const()), ("out", base.add(2)), 2);
        assert!(matches!(apart, Ok(InOut::Apart([1, 2], out)) if *out == [3, 4]));
        let shifted = Args::new().in_out(("in", base.cast_const()), ("out", base.add(1)), 3);
        assert_eq!(code(shifted), HEALPIX_ERR_OVERLAP);
    }
}

#[test]
fn handles_are_checked_one_by_one_and_any_number_fits() {
    let values = [Slot::new(7u64), Slot::new(8)];
    let (first, second) = (values[0].pointer(), values[1].pointer());
    let odd = first.cast::<u8>().wrapping_add(1).cast::<u64>();
    let many = [first, second, first, first, first, first, first, first, first, first, second];
    let mut out = Slot::new(0u64);
    // SAFETY: all pointers that are followed are to `values`; the others are refused before.
    unsafe {
        let mut args = Args::new();
        let handles = args.handles("handles", many.as_ptr(), many.len()).expect("more than there is room for arrays");
        assert_eq!(handles.iter().map(|handle| **handle).sum::<u64>(), 9 * 7 + 2 * 8);
        assert!(args.handles::<u64>("none", std::ptr::null(), 0).expect("empty").is_empty());
        args.target("out", &raw mut out).expect("still room for arrays");
        assert_eq!(code(args.handles::<u64>("none", std::ptr::null(), 1)), HEALPIX_ERR_NULL);
        assert_eq!(code(args.handles("null", [first, std::ptr::null()].as_ptr(), 2)), HEALPIX_ERR_NULL);
        assert_eq!(code(args.handles("odd", [odd].as_ptr(), 1)), HEALPIX_ERR_ALIGN);
        assert_eq!(code(args.handles("out", [out.pointer()].as_ptr(), 1)), HEALPIX_ERR_OVERLAP);
    }
}
