//! The ring numbering: cells counted eastwards along rings of equal latitude, from the north pole
//! to the south pole (Górski et al. 2005, section 5). Works for every nside.

use crate::grid::FaceIj;
use crate::sphere::trig;

/// Cells north of ring `ring` (from 1) for `1 <= ring <= 4 nside`; of no meaning for others.
#[inline(always)]
pub(crate) fn cells_before(nside: u32, ring: u32) -> u64 {
    let (n, r) = (u64::from(nside), u64::from(ring));
    if r <= n {
        2 * r * r.wrapping_sub(1)
    } else if r <= 3 * n {
        2 * n * (n - 1) + (r - n) * 4 * n
    } else {
        let rest = (4 * n).wrapping_sub(r);
        (12 * n * n).wrapping_sub(rest.wrapping_mul(rest.wrapping_add(1)).wrapping_mul(2))
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
    ring.min((4 * nside).wrapping_sub(ring)).min(nside)
}

/// Whether the first centre of the ring lies half a step east of longitude 0 (1), or on it (0).
#[inline(always)]
pub(crate) fn half_step(nside: u32, ring: u32) -> u32 {
    if (ring < nside) | (ring > 3 * nside) { 1 } else { 1 - ((ring - nside) & 1) }
}

/// The ring a cell is in, from 1 in the north to `4 nside - 1`.
#[inline(always)]
pub(crate) fn ring_of(nside: u32, at: FaceIj) -> u32 {
    ring_in_row(nside, u32::from(at.face.get() >> 2), at.i, at.j)
}

/// The same from the row of the base cell, 0 in the north to 2. Other numbers have one of no meaning.
#[inline(always)]
pub(crate) fn ring_in_row(nside: u32, row: u32, i: u32, j: u32) -> u32 {
    // The northern corners of the rows of base cells lie on rings 0, nside and 2 nside.
    (row.wrapping_add(2).wrapping_mul(nside)).wrapping_sub(1).wrapping_sub(i).wrapping_sub(j)
}

/// The ring number of a cell; of no meaning for coordinates outside the base cell.
#[inline(always)]
pub(crate) fn index_of(nside: u32, at: FaceIj) -> u64 {
    let ring = ring_of(nside, at);
    let quarter = quarter_length(nside, ring);
    let (face, i, j) = (at.face, at.i, at.j);
    let place = if ring < nside {
        u64::from(face.column()) * u64::from(quarter) + u64::from((nside - 1).wrapping_sub(j))
    } else if ring > 3 * nside {
        u64::from(face.column()) * u64::from(quarter) + u64::from(i)
    } else {
        // Centre in units of half a cell width, eastwards from longitude 0.
        let n = i64::from(nside);
        let x = i64::from(face.center_eighths()) * n + i64::from(i) - i64::from(j);
        let place = (x - i64::from(half_step(nside, ring))) >> 1;
        (if place < 0 { place + 4 * n } else { place }) as u64
    };
    cells_before(nside, ring).wrapping_add(place)
}

/// The cell with a ring number below `12 nside²`.
#[inline(always)]
pub(crate) fn cell_at(nside: u32, index: u64) -> FaceIj {
    // One cell is not worth both formulas: with the zone known, every selection by it is decided when compiling.
    let [face, i, j] = if RingPlace::is_polar(nside, index) {
        RingPlace::in_zone(nside, index, true).in_cap(nside)
    } else {
        RingPlace::in_zone(nside, index, false).in_belt(nside)
    };
    FaceIj::trusted(face as u8, i, j)
}

/// A cell by its place in a ring. Both zones go through the same operations, with selections in place of branches, and in
/// two steps, the first in integers of 64 bits and the second in such of 32: so loops over cells vectorise.
#[derive(Clone, Copy)]
pub(crate) struct RingPlace {
    /// 0 for the northern cap, 1 for the equatorial belt from ring nside to 3 nside, 2 for the southern cap.
    zone: u32,
    /// Caps: the ring, counted from the pole, from 1. Belt: rings after ring nside.
    ring: u32,
    /// Place in the ring, counted westwards from its last cell in the southern cap.
    place: u32,
}

impl RingPlace {
    /// That of the cell with a number below `12 nside²`; a larger one gives numbers of no meaning.
    ///
    /// Rings are guessed with doubles, `index = 2 r (r - 1) + place` in caps. Those have too few digits above 2^52; but the
    /// guess, made a little too small, is the ring or the one before, and the place in it tells which.
    #[inline(always)]
    pub(crate) fn of(nside: u32, index: u64) -> Self {
        Self::in_zone(nside, index, Self::is_polar(nside, index))
    }

    #[inline(always)]
    fn is_polar(nside: u32, index: u64) -> bool {
        let n = u64::from(nside);
        let (cap, total) = (2 * n * (n - 1), 12 * n * n);
        (index < cap) | (index >= total - cap)
    }

    #[inline(always)]
    fn in_zone(nside: u32, index: u64, polar: bool) -> Self {
        const LESS: f64 = 1.0 - 1.0 / (1u64 << 50) as f64;
        let n = u64::from(nside);
        let (cap, total) = (2 * n * (n - 1), 12 * n * n);
        let north = index < cap;
        let from_pole = if north { index } else { (total - 1).wrapping_sub(index) };
        let rest = if polar { from_pole } else { index.wrapping_sub(cap) };

        let double = trig::double(rest);
        let guess = if polar {
            (0.5 * LESS) * (1.0 + trig::sqrt(1.0 + 2.0 * double))
        } else {
            double * (0.25 * LESS / f64::from(nside as i32))
        };
        let ring = trig::floor_small(guess).1 as u32;
        let ring = if polar & (ring == 0) { 1 } else { ring };
        let four = 4 * u64::from(if polar { ring } else { nside });
        let before = u64::from(ring).wrapping_mul(four);
        let before = if polar { (before >> 1).wrapping_sub(four >> 1) } else { before };
        let place = rest.wrapping_sub(before);
        let next = place >= four;
        let place = if next { place.wrapping_sub(four) } else { place };
        Self {
            zone: if north { 0 } else { 1 + u32::from(polar) },
            ring: ring.wrapping_add(u32::from(next)),
            place: place as u32,
        }
    }

    #[inline(always)]
    pub(crate) fn from_parts([zone, ring, place]: [u32; 3]) -> Self {
        Self { zone, ring, place }
    }

    #[inline(always)]
    pub(crate) fn parts(self) -> [u32; 3] {
        [self.zone, self.ring, self.place]
    }

    /// Base cell, and coordinates in it.
    #[inline(always)]
    pub(crate) fn cell(self, nside: u32) -> [u32; 3] {
        let (polar, belt) = (self.in_cap(nside), self.in_belt(nside));
        [0, 1, 2].map(|k| if self.zone == 1 { belt[k] } else { polar[k] })
    }

    #[inline(always)]
    fn in_cap(self, nside: u32) -> [u32; 3] {
        let (r, north) = (self.ring, self.zone == 0);
        let place = if north { self.place } else { r.wrapping_mul(4).wrapping_sub(1).wrapping_sub(self.place) };
        let column: u32 = (1..=3).map(|k| u32::from(place >= r.wrapping_mul(k))).sum();
        let k = place.wrapping_sub(column.wrapping_mul(r));
        let i = if north { nside.wrapping_sub(r).wrapping_add(k) } else { k };
        let j = (if north { nside } else { r }).wrapping_sub(1).wrapping_sub(k);
        [if north { column } else { 8 + column }, i, j]
    }

    #[inline(always)]
    fn in_belt(self, nside: u32) -> [u32; 3] {
        let Self { ring, place, .. } = self;
        // Steps along the two diagonals, so counted that base cell borders are at multiples of nside.
        let south_east = place.wrapping_add(ring >> 1);
        let north_east = place.wrapping_add(nside).wrapping_sub(ring.wrapping_add(1) >> 1);
        let [a, b] = [south_east, north_east].map(|v| (1..=4).map(|k| u32::from(v >= k * nside)).sum::<u32>());
        let face = if a == b {
            4 + (a & 3)
        } else if a < b {
            a & 3
        } else {
            8 + (b & 3)
        };
        let (i, j) = (north_east.wrapping_sub(b * nside), (a * nside + nside - 1).wrapping_sub(south_east));
        [face, i, j]
    }
}
