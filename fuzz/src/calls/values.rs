//! Numbers, arrays and texts to call functions with.

use arbitrary::{Result, Unstructured};

use super::arg::Element;

/// Doubles at which something happens.
const DOUBLES: &[f64] = &[
    0.0,
    -0.0,
    std::f64::consts::FRAC_PI_2,
    -std::f64::consts::FRAC_PI_2,
    std::f64::consts::PI,
    std::f64::consts::TAU,
    std::f64::consts::FRAC_PI_4,
    0.729_727_656_226_966_3,
    1.570_796_326_794_896_8,
    1.0,
    0.5,
    90.0,
    -90.0,
    180.0,
    360.0,
    45.0,
    1e20,
    -1e20,
    1e-300,
    5e-324,
    f64::MAX,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    1e-9,
    -1.637_5e30,
];

/// Any double, most often one that is a good angle.
pub fn double(u: &mut Unstructured) -> Result<f64> {
    Ok(match u.arbitrary::<u8>()? {
        0..=99 => f64::from(u.arbitrary::<i16>()?) / 21_000.0,
        100..=139 => f64::from(u.arbitrary::<i16>()?) / 364.0,
        140..=199 => *u.choose(DOUBLES)?,
        200..=215 => f64::from_bits(u.choose(DOUBLES)?.to_bits().wrapping_add_signed(u.arbitrary::<i8>()?.into())),
        _ => f64::from_bits(u.arbitrary()?),
    })
}

/// Any number, most often one that is a cell of a depth.
pub fn cell(u: &mut Unstructured, depth: u8) -> Result<u64> {
    let n = 12u64 << (2 * depth.min(29));
    Ok(match u.arbitrary::<u8>()? {
        0..=119 => u64::from(u.arbitrary::<u16>()?) % n,
        120..=159 => u.arbitrary::<u64>()? % n,
        160..=199 => n.wrapping_add_signed(u.arbitrary::<i8>()?.into()),
        200..=229 => 1u64.unbounded_shl(u.arbitrary::<u8>()?.into()).wrapping_add_signed(u.int_in_range(-1..=1i64)?),
        _ => u.arbitrary()?,
    })
}

/// A depth; `shallow` for those at which a whole sky of cells is no burden.
pub fn depth(u: &mut Unstructured, shallow: bool) -> Result<u8> {
    Ok(match u.arbitrary::<u8>()? {
        0..=169 => u.int_in_range(0..=4)?,
        170..=229 => u.int_in_range(0..=if shallow { 5 } else { 29 })?,
        _ => u.int_in_range(30..=u8::MAX)?,
    })
}

/// An nside, a direction, a number of steps, a mode.
pub fn small(u: &mut Unstructured, shallow: bool) -> Result<u32> {
    Ok(match u.arbitrary::<u8>()? {
        0..=189 => u.int_in_range(0..=9)?,
        190..=219 => u.int_in_range(0..=if shallow { 40 } else { 5000 })?,
        220..=229 if !shallow => 1u32 << u.int_in_range(0..=31)?,
        // Above the largest nside, whatever is meant.
        _ => u.int_in_range((1 << 29) + 1..=u32::MAX)?,
    })
}

/// How many elements: a few, none, or too many of them.
pub fn count(u: &mut Unstructured, too_many: usize) -> Result<usize> {
    Ok(match u.arbitrary::<u8>()? {
        0..=19 => 0,
        20..=199 => u.int_in_range(1..=8)?,
        200..=229 => u.int_in_range(9..=48)?,
        _ => u.int_in_range(too_many..=usize::MAX)?,
    })
}

/// One element of an array.
pub fn element(u: &mut Unstructured, kind: Element, depth: u8, out: &mut [u8]) -> Result<()> {
    match kind {
        Element::U8 => out[0] = u.arbitrary()?,
        Element::U32 => out.copy_from_slice(&small(u, false)?.to_ne_bytes()),
        Element::U64 => out.copy_from_slice(&cell(u, depth)?.to_ne_bytes()),
        Element::F64 => out.copy_from_slice(&double(u)?.to_ne_bytes()),
        Element::Usize => out.copy_from_slice(&u.int_in_range(0..=9usize)?.to_ne_bytes()),
        Element::Range => {
            let start = cell(u, depth)?;
            out[..8].copy_from_slice(&start.to_ne_bytes());
            let end = if u.ratio(3, 4)? { start.wrapping_add(u.int_in_range(0..=20)?) } else { cell(u, depth)? };
            out[8..].copy_from_slice(&end.to_ne_bytes());
        }
        Element::Cell => {
            let depth = self::depth(u, false)?;
            out[..8].copy_from_slice(&cell(u, depth)?.to_ne_bytes());
            (out[8], out[9]) = (depth, u.arbitrary()?);
        }
        Element::Struct(_) => out.fill(0),
    }
    Ok(())
}

/// Texts that some function reads.
pub const TEXTS: &[&str] = &[
    "CIRCLE ICRS 10 20 5",
    "POLYGON ICRS 10 10 20 10 20 20",
    "UNION ICRS (CIRCLE 1 2 3 BOX 4 5 6 7)",
    r#"{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]}"#,
    "0/1 2/3 8-20 3/",
    r#"{"0":[1],"2":[3,8],"3":[]}"#,
    "",
];
