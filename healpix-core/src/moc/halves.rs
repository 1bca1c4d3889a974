//! Two large sets combined by several threads: what lies before a place that is inside neither of them, what lies behind,
//! and both lists put together.

use alloc::vec::Vec;

use rayon::prelude::*;

use super::merge::{Operation, make_room};
use super::range::CellRange;
use crate::error::Result;

/// Ranges of both sets in a part at least, about.
const LEAST: usize = 1 << 14;
/// How many places near the middle are tried.
const TRIES: usize = 64;

/// Does an operation in at most so many parts at once. There is room for the whole answer.
pub(super) fn combine(
    a: &[CellRange],
    b: &[CellRange],
    out: &mut Vec<CellRange>,
    operation: Operation,
    parts: usize,
) -> Result<()> {
    let parts = parts.min((a.len() + b.len()) / LEAST);
    let Some((i, j)) = (if parts > 1 { cut(a, b) } else { None }) else { return operation(a, b, out) };
    let ((before_a, behind_a), (before_b, behind_b)) = (a.split_at(i), b.split_at(j));
    let mut behind = Vec::new();
    let (first, second) = rayon::join(
        || combine(before_a, before_b, out, operation, parts / 2),
        || {
            make_room(&mut behind, behind_a.len() + behind_b.len())?;
            combine(behind_a, behind_b, &mut behind, operation, parts - parts / 2)
        },
    );
    first?;
    second?;
    add(&behind, out);
    Ok(())
}

/// How many ranges of each set lie before a place that is inside neither: where a range starts of the set that has more,
/// in its middle.
fn cut(a: &[CellRange], b: &[CellRange]) -> Option<(usize, usize)> {
    if a.len() < b.len() {
        return cut(b, a).map(|(j, i)| (i, j));
    }
    a.iter().enumerate().skip(a.len() / 2).take(TRIES).find_map(|(i, range)| {
        let j = b.partition_point(|other| other.start < range.start);
        let inside = b[..j].last().is_some_and(|other| other.end > range.start);
        if inside { None } else { Some((i, j)) }
    })
}

/// Adds ranges behind those of a list, to the last of which the first may be joined. The list has the room; threads copy.
pub(super) fn add(behind: &[CellRange], all: &mut Vec<CellRange>) {
    let (Some(last), Some((first, others))) = (all.last_mut(), behind.split_first()) else {
        return all.extend_from_slice(behind);
    };
    let touches = last.end == first.start;
    last.end = if touches { first.end } else { last.end };
    all.par_extend(if touches { others } else { behind }.par_iter());
}
