//! Slice functions on any bits: the same from every instruction set, from C, and element by element.
//!
//! The table of functions is that of healpix-core's own tests.

use arbitrary::{Result, Unstructured};
use healpix_core::batch::simd::{self, InstructionSet};
use healpix_core::{Depth, Direction, Error, Nside};

use crate::batch_cases::inputs::{element, outputs};
use crate::batch_cases::{Case, Column, nested_cases, other_cases, ring_cases};
use crate::calls::{self, Word, values};

/// One function on a few elements.
pub fn run(data: &[u8]) -> Result<()> {
    let mut u = Unstructured::new(data);
    let depth = Depth::new(u.int_in_range(0..=29)?).expect("a depth");
    let nside = match u.int_in_range(0..=2u8)? {
        0 => u.int_in_range(1..=9)?,
        1 => 1 << u.int_in_range(0..=29)?,
        _ => u.int_in_range(1..=1 << 29)?,
    };
    let nside = Nside::new(nside).expect("an nside");
    let cases = match u.int_in_range(0..=4u8)? {
        0..=1 => nested_cases(depth),
        2..=3 => ring_cases(nside),
        _ => other_cases(),
    };
    let case = &cases[u.choose_index(cases.len())?];
    let few = u.int_in_range(0..=12usize)?;
    let mut inputs: Vec<Column> = case.inputs.iter().map(|kind| kind.0(few)).collect();
    for column in &mut inputs {
        fill(column, depth, nside, case, &mut u)?;
    }
    // The same again behind itself, so that whole blocks of a vector are filled.
    let n = if few > 0 && u.arbitrary()? { u.int_in_range(few..=80)? } else { few };
    let inputs: Vec<Column> = inputs.iter().map(|column| repeated(column, n)).collect();
    compare(case, &inputs, n, depth, nside);
    Ok(())
}

fn fill(column: &mut Column, depth: Depth, nside: Nside, case: &Case, u: &mut Unstructured) -> Result<()> {
    match column {
        Column::F(column) => {
            for value in column {
                // Offsets are from 0 to 1.
                *value = if case.name.contains("position") && u.ratio(2, 3)? {
                    f64::from(u.arbitrary::<u16>()?) / 65535.0
                } else {
                    values::double(u)?
                };
            }
        }
        Column::U(column) => {
            let n = if case.name.starts_with("ring") { nside.n_cells() } else { depth.n_cells() };
            for value in column {
                *value = if u.ratio(3, 4)? { u.arbitrary::<u64>()? % n } else { values::cell(u, depth.get())? };
            }
        }
        Column::W(column) => {
            for value in column {
                *value = if u.ratio(3, 4)? { u.arbitrary::<u32>()? % nside.get() } else { u.arbitrary()? };
            }
        }
        Column::B(column) => {
            for value in column {
                *value = u.int_in_range(0..=13)?;
            }
        }
    }
    Ok(())
}

fn repeated(column: &Column, n: usize) -> Column {
    match column {
        Column::F(v) => Column::F(v.iter().copied().cycle().take(n).collect()),
        Column::U(v) => Column::U(v.iter().copied().cycle().take(n).collect()),
        Column::W(v) => Column::W(v.iter().copied().cycle().take(n).collect()),
        Column::B(v) => Column::B(v.iter().copied().cycle().take(n).collect()),
    }
}

/// What the functions for one element say: the bits of all elements, the first error and how many there are.
fn one_by_one(
    case: &Case,
    inputs: &[Column],
    out: &[Column],
    n: usize,
) -> (Vec<Vec<u64>>, Option<(usize, Error, usize)>) {
    let mut bad: Option<(usize, Error, usize)> = None;
    let mut all = Vec::new();
    for k in 0..n {
        all.push(match (case.one)(inputs, k) {
            Ok(bits) => bits,
            Err(error) => {
                bad = Some(bad.map_or((k, error, 1), |(first, error, count)| (first, error, count + 1)));
                let columns = out.iter().zip(&case.outputs);
                columns.flat_map(|(column, kind)| std::iter::repeat_n(column.sentinel(), kind.1)).collect()
            }
        });
    }
    (all, bad)
}

fn compare(case: &Case, inputs: &[Column], n: usize, depth: Depth, nside: Nside) {
    let (expected, bad) = one_by_one(case, inputs, &outputs(case, 0), n);
    let error = bad.map(|(index, first, count)| Error::Elements { index, count, len: n, first: Box::new(first) });
    for set in InstructionSet::ALL.into_iter().filter(|set| set.is_available()) {
        assert!(simd::force(Some(set)));
        let mut out = outputs(case, n);
        let result = (case.call)(inputs, &mut out);
        simd::force(None);
        assert_eq!(format!("{:?}", result.err()), format!("{error:?}"), "{} {set:?} {inputs:?}", case.name);
        for (k, expected) in expected.iter().enumerate() {
            assert_eq!(element(case, &out, k), *expected, "{} {set:?}, element {k} of {inputs:?}", case.name);
        }
    }
    let mut out = outputs(case, n);
    if let Some(ok) = through_c(case, inputs, &mut out, n, depth, nside) {
        assert_eq!(ok, error.is_none(), "{} in C", case.name);
        for (k, expected) in expected.iter().enumerate() {
            assert_eq!(element(case, &out, k), *expected, "{} in C, element {k} of {inputs:?}", case.name);
        }
    }
}

/// The C function of the same name, if there is one: whether it succeeds.
fn through_c(case: &Case, inputs: &[Column], out: &mut [Column], n: usize, depth: Depth, nside: Nside) -> Option<bool> {
    // "nested(Depth(3))::range 29", "sphere::to_vec", "from_uniq"
    let (door, what) = case.name.split_once("::").unwrap_or(("nested", &case.name));
    let door = door.split('(').next()?;
    let (what, other) = what.split_once(' ').unwrap_or((what, ""));
    if what.ends_with("in_place") {
        return None;
    }
    let row = calls::find(&format!("healpix_{door}_{what}")).expect("C has every slice function");
    let direction = Direction::ALL.iter().position(|direction| format!("{direction:?}") == other);
    let mut depths = [u64::from(depth.get()), other.parse().unwrap_or_default()].into_iter();
    let mut numbers = Vec::new();
    numbers.extend((door == "ring").then_some(u64::from(nside.get())));
    numbers.extend(direction.map(|direction| direction as u64));
    let mut numbers = numbers.into_iter();
    let mut inputs = inputs.iter().map(address);
    let mut outputs = out.iter_mut().map(|column| address(column));
    let words: Option<Vec<Word>> = row
        .kinds
        .iter()
        .map(|kind| match kind {
            calls::Kind::Depth => depths.next(),
            calls::Kind::U32 => numbers.next(),
            calls::Kind::In(_) => inputs.next(),
            calls::Kind::Out(_) => outputs.next(),
            calls::Kind::Size => Some(n as Word),
            _ => None,
        })
        .collect();
    // SAFETY: arrays of n elements, as the table of cases has them for this function.
    let status = unsafe { row.call(&words.expect("as many arguments as the function has")) };
    Some(status == Some(healpix_ffi::HEALPIX_OK))
}

fn address(column: &Column) -> Word {
    let address = match column {
        Column::F(v) => v.as_ptr().expose_provenance(),
        Column::U(v) => v.as_ptr().expose_provenance(),
        Column::W(v) => v.as_ptr().expose_provenance(),
        Column::B(v) => v.as_ptr().expose_provenance(),
    };
    address as Word
}
