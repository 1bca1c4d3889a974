//! The ring numbering: cells counted eastwards along rings of equal latitude, from the north pole
//! to the south pole (Górski et al. 2005, section 5). Works for every nside.

use crate::grid::FaceIj;
use crate::sphere::trig;

/// Cells north of ring `ring` (from 1) for `1 <= ring <= 4 nside`.
#[inline(always)]
pub(crate) fn cells_before(nside: u32, ring: u32) -> u64 {
    let (n, r) = (u64::from(nside), u64::from(ring));
    if r <= n {
        2 * r * (r - 1)
    } else if r <= 3 * n {
        2 * n * (n - 1) + (r - n) * 4 * n
    } else {
        let rest = 4 * n - r;
        12 * n * n - 2 * rest * (rest + 1)
    }
}

/// Cells in ring `ring`.
#[inline(always)]
pub(crate) fn cells_in(nside: u32, ring: u32) -> u32 {
    4 * quarter_length(nside, ring)
}

/// Cells of ring `ring` in a quarter turn.
#[inline(always)]
fn quarter_length(nside: u32, ring: u32) -> u32 {
    ring.min(4 * nside - ring).min(nside)
}

/// Whether the first centre of the ring lies half a step east of longitude 0 (1), or on it (0).
#[inline(always)]
pub(crate) fn half_step(nside: u32, ring: u32) -> u32 {
    if ring < nside || ring > 3 * nside { 1 } else { 1 - ((ring - nside) & 1) }
}

/// The ring a cell is in, from 1 in the north to `4 nside - 1`.
#[inline(always)]
pub(crate) fn ring_of(nside: u32, at: FaceIj) -> u32 {
    // The northern corners of the rows of base cells lie on rings 0, nside and 2 nside.
    let north = u32::from(at.face.get() >> 2) * nside;
    north + (nside - 1 - at.i) + (nside - 1 - at.j) + 1
}

/// The ring number of a cell.
#[inline(always)]
pub(crate) fn index_of(nside: u32, at: FaceIj) -> u64 {
    let ring = ring_of(nside, at);
    let quarter = quarter_length(nside, ring);
    let (face, i, j) = (at.face, at.i, at.j);
    let place = if ring < nside {
        u64::from(face.column()) * u64::from(quarter) + u64::from(nside - 1 - j)
    } else if ring > 3 * nside {
        u64::from(face.column()) * u64::from(quarter) + u64::from(i)
    } else {
        // Centre in units of half a cell width, eastwards from longitude 0.
        let n = i64::from(nside);
        let x = i64::from(face.center_eighths()) * n + i64::from(i) - i64::from(j);
        let place = (x - i64::from(half_step(nside, ring))) >> 1;
        (if place < 0 { place + 4 * n } else { place }) as u64
    };
    cells_before(nside, ring) + place
}

/// The cell with a ring number below `12 nside²`: base cell and coordinates in it. Any other number gives numbers of no
/// meaning.
///
/// Both zones go through the same operations, with selections in place of branches: so loops over cells vectorise.
#[inline(always)]
pub(crate) fn cell_at(nside: u32, index: u64) -> [u32; 3] {
    let n = u64::from(nside);
    let cap = 2 * n * (n - 1);
    let total = 12 * n * n;
    let (north, south) = (index < cap, index >= total - cap);
    let polar = in_cap(nside, if north { index } else { total.wrapping_sub(1).wrapping_sub(index) }, north);
    let belt = in_belt(nside, index.wrapping_sub(cap));
    [0, 1, 2].map(|k| if north | south { polar[k] } else { belt[k] })
}

/// The cell `index` places after the first one of a cap or before the last one: in ring `r` from the pole,
/// `index = 2 r (r - 1) + place`. The square root of a double has too few digits above 2^52; so it is off by one ring at
/// most, which the place tells.
#[inline(always)]
fn in_cap(nside: u32, index: u64, north: bool) -> [u32; 3] {
    let guess = 0.5 * (1.0 + trig::sqrt((1 + 2 * (index & MANY)) as f64));
    let r = (trig::floor_small(guess).1 as u32).max(1);
    let before = |r: u32| 2 * (u64::from(r) * u64::from(r - 1));
    let place = index.wrapping_sub(before(r)) as i64;
    let (too_far, too_near) = (place < 0, place >= 4 * i64::from(r));
    let r = r.wrapping_sub(u32::from(too_far)).wrapping_add(u32::from(too_near)).max(1);
    let place = index.wrapping_sub(before(r)) as u32;
    let place = if north { place } else { r.wrapping_mul(4).wrapping_sub(1).wrapping_sub(place) };
    let column: u32 = (1..=3).map(|k| u32::from(place >= r.wrapping_mul(k))).sum();
    let k = place.wrapping_sub(column.wrapping_mul(r));
    let i = if north { nside.wrapping_sub(r).wrapping_add(k) } else { k };
    let j = (if north { nside } else { r } - 1).wrapping_sub(k);
    [if north { column } else { 8 + column }, i, j]
}

/// All bits that an index can have.
const MANY: u64 = (1 << 62) - 1;

/// The cell `index` places after the first cell of ring nside.
#[inline(always)]
fn in_belt(nside: u32, index: u64) -> [u32; 3] {
    let n = nside;
    // Rings after ring nside, from a quotient that is off by one at most.
    let length = 4 * u64::from(n);
    let guess = trig::floor_small((index & MANY) as f64 / f64::from(n as i32) * 0.25).1 as u32;
    let rest = index.wrapping_sub(u64::from(guess) * length) as i64;
    let (too_far, too_near) = (rest < 0, rest >= length as i64);
    let ring = guess.wrapping_sub(u32::from(too_far)).wrapping_add(u32::from(too_near));
    let place = index.wrapping_sub(u64::from(ring) * length) as u32;
    // Steps along the two diagonals, so counted that base cell borders are at multiples of n.
    let south_east = place.wrapping_add(ring >> 1);
    let north_east = place.wrapping_add(n).wrapping_sub(ring.wrapping_add(1) >> 1);
    let [a, b] = [south_east, north_east].map(|v| (1..=4).map(|k| u32::from(v >= k * n)).sum::<u32>());
    let face = if a == b {
        4 + (a & 3)
    } else if a < b {
        a & 3
    } else {
        8 + (b & 3)
    };
    [face, north_east.wrapping_sub(b * n), (n - 1).wrapping_sub(south_east.wrapping_sub(a * n))]
}
