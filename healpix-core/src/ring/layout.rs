//! The ring numbering: cells counted eastwards along rings of equal latitude, from the north pole
//! to the south pole (Górski et al. 2005, section 5). Works for every nside.

use crate::grid::FaceIj;

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

/// The cell with a ring number below `12 nside²`.
#[inline(always)]
pub(crate) fn cell_at(nside: u32, index: u64) -> FaceIj {
    let n = u64::from(nside);
    let cap = 2 * n * (n - 1);
    let total = 12 * n * n;
    if index < cap {
        let (ring, place) = in_cap(index);
        let (column, k) = (place / ring, place % ring);
        FaceIj::trusted(column as u8, (n - ring + k) as u32, (n - 1 - k) as u32)
    } else if index >= total - cap {
        let (ring, place) = in_cap(total - 1 - index);
        let place = 4 * ring - 1 - place;
        let (column, k) = (place / ring, place % ring);
        FaceIj::trusted(8 + column as u8, k as u32, (ring - 1 - k) as u32)
    } else {
        in_belt(nside, index - cap)
    }
}

/// Ring from 1 and place in it for the cell numbers of a cap, `index = 2 ring (ring - 1) + place`,
/// by an integer square root: a double has too few digits above 2^52.
#[inline(always)]
fn in_cap(index: u64) -> (u64, u64) {
    let ring = (1 + 2 * index).isqrt().div_ceil(2);
    (ring, index - 2 * ring * (ring - 1))
}

/// The cell `index` places after the first cell of ring nside.
#[inline(always)]
fn in_belt(nside: u32, index: u64) -> FaceIj {
    let n = i64::from(nside);
    let (ring, place) = ((index / (4 * n as u64)) as i64 + n, (index % (4 * n as u64)) as i64);
    // Centre in units of half a cell: x eastwards from longitude 0, y northwards from the equator.
    let x = 2 * place + i64::from(half_step(nside, ring as u32));
    let y = 2 * n - ring;
    // Steps along the two diagonals, so counted that base cell borders are at multiples of n.
    let south_east = (n + x - y - 1) >> 1;
    let north_east = (n + x + y - 1) >> 1;
    let (a, b) = (south_east / n, north_east / n);
    let face = if a == b {
        4 + (a & 3)
    } else if a < b {
        a & 3
    } else {
        8 + (b & 3)
    };
    FaceIj::trusted(face as u8, (north_east - b * n) as u32, (n - 1 - (south_east - a * n)) as u32)
}
