//! Which cells of a ring a circle meets, and which it contains.
//!
//! Along a side of a cell the squared chord from a point is linear up to a bound that `patch` derives: twice the sag, or what the side's
//! speed, length and sag make together with the circle's chord, whichever is less; [`Sag`] has it for the cells around a parallel. Hence:
//!
//! * a cell with a corner in the circle is met; one whose corners are all outside by the sag is not, unless the circle's centre is in it;
//! * a cell with a corner outside is not within; one whose corners are all inside by the sag is.
//!
//! Corners are on three parallels, so this is about the circle's width on these, and the cells between sure and possible ones are
//! asked by themselves. What is between two sure places is sure as well: on each parallel a circle has one interval around its centre's
//! meridian, so from a point in a cell one can go within the circle and the band of the ring to that meridian, and a cell on the way cannot
//! be gone around, it reaches from one border of the band to the other. And a cell between two that are within has on each parallel its
//! part between theirs.

use super::circle::{Circle, HALVES, PARALLELS, Parallels, down};
use super::corners::RingOf;
use super::row::{Bounds, ROWS};
use crate::coverage::patch::{LONGEST, SPEED};
use crate::sphere::trig::floor_long;

/// What squared chords from a circle's centre may be wrong by along the sides of the cells around a parallel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sag {
    nside: f64,
    /// 1 / nside, squared.
    k2: f64,
    /// The chord and the longest side.
    far: f64,
}

impl Sag {
    pub(super) fn new(nside: u32, chord: f64) -> Self {
        let k = 1.0 / f64::from(nside);
        Self { nside: f64::from(nside), k2: k * k, far: chord + LONGEST * k }
    }

    /// At the parallels from one on.
    #[inline(always)]
    fn fill(&self, first: f64, stray: &mut [f64]) {
        let n = self.nside;
        let sag = |sag: f64| {
            let (plain, near) = (2.0 * sag, SPEED + 2.0 * sag * self.far);
            self.k2 * if plain < near { plain } else { near }
        };
        let last = first + stray.len() as f64 - 1.0;
        if first >= n + 2.0 && last <= 3.0 * n - 2.0 {
            stray.fill(sag(0.242));
            return;
        }
        for (k, stray) in (0i32..).zip(stray) {
            let (north, south) = (first + f64::from(k), 4.0 * n - (first + f64::from(k)));
            // The cells of the ring before it come two parallels nearer to the pole.
            let to_pole = if north < south { north - 2.0 } else { south - 2.0 };
            let to_pole = if to_pole < 1.0 { 1.0 } else { to_pole };
            *stray = sag(if to_pole >= n { 0.242 } else { 0.162 + 0.252 * (n / to_pole) });
        }
    }
}

impl Circle {
    /// The places of the cells that it meets, in up to `len` rings from one on, and in how many; the cells of the rings `center` may
    /// contain its centre.
    pub(super) fn met(
        &self,
        grid: &Parallels,
        ring: u32,
        len: usize,
        center: (u32, u32),
        bounds: &mut Bounds,
    ) -> usize {
        let len = self.by_corners::<false>(grid, ring, len, bounds);
        for (k, ring) in (ring..).take(len).enumerate() {
            if ring < center.0 || center.1 < ring {
                continue;
            }
            // The cells around the centre's meridian, whatever their corners.
            let place = floor_long(RingOf::new(grid.nside, ring).last_center(self.x) + 0.5).1;
            let (first, last) = (bounds.first[k], bounds.last[k]);
            let empty = last < first;
            bounds.first[k] = if empty { place - 1 } else { first.min(place - 1) };
            bounds.last[k] = if empty { place + 1 } else { last.max(place + 1) };
        }
        len
    }

    /// The places of the cells within it, in up to `len` rings from one on, and in how many.
    pub(super) fn within(&self, grid: &Parallels, ring: u32, len: usize, bounds: &mut Bounds) -> usize {
        self.by_corners::<true>(grid, ring, len, bounds)
    }

    /// The places of cells with any corner inside, or with all of them.
    fn by_corners<const ALL: bool>(&self, grid: &Parallels, ring: u32, len: usize, bounds: &mut Bounds) -> usize {
        let side = grid.nside;
        // Up to where the corners are placed otherwise.
        let end = match ring {
            _ if ring <= side => side + 1,
            _ if ring < 3 * side => 3 * side,
            _ => 4 * side,
        };
        let len = len.min((end - ring) as usize).min(ROWS);
        bounds.sure = false;
        let (low, high) = self.widths::<ALL>(grid, ring - 1, len + 2);
        if side < ring && ring < 3 * side {
            let quarter = f64::from(side);
            let halves = &HALVES[((ring - side) & 1) as usize..];
            (bounds.sure_first, bounds.sure_last) = self.ends_in_belt::<ALL>(quarter, halves, &low, len);
            (bounds.first, bounds.last) = self.ends_in_belt::<ALL>(quarter, halves, &high, len);
        } else {
            for (k, ring) in (ring..).take(len).enumerate() {
                let row = RingOf::new(side, ring);
                (bounds.sure_first[k], bounds.sure_last[k]) = self.ends::<ALL>(&row, [low[k], low[k + 1], low[k + 2]]);
                (bounds.first[k], bounds.last[k]) = self.ends::<ALL>(&row, [high[k], high[k + 1], high[k + 2]]);
            }
        }
        len
    }

    /// First and last place, given half the widths on the parallels of the northern, the middle and the southern corners.
    #[inline(always)]
    fn ends<const ALL: bool>(&self, row: &RingOf, [north, own, south]: [f64; 3]) -> (i64, i64) {
        let last = |x: f64| {
            let (n, s) = (row.last_with(row.north, 1.0, x + north), row.last_with(row.south, 1.0, x + south));
            // Of the two corners in the middle the nearer one, or the farther one.
            let middle = row.last_center(x + own);
            floor_long(if ALL { n.min(s).min(middle - 0.5) } else { n.max(s).max(middle + 0.5) }).1
        };
        (row.mirrored(last(-self.x)), last(self.x))
    }

    /// The same for the rings of the belt, where northern and southern corners are on one meridian.
    #[inline(always)]
    fn ends_in_belt<const ALL: bool>(
        &self,
        quarter: f64,
        halves: &[f64],
        widths: &[f64; PARALLELS],
        len: usize,
    ) -> ([i64; ROWS], [i64; ROWS]) {
        let (mut first, mut last) = ([0; ROWS], [0; ROWS]);
        {
            let (first, last, halves) = (&mut first[..len], &mut last[..len], &halves[..len]);
            let (north, own, south) = (&widths[..len], &widths[1..=len], &widths[2..len + 2]);
            for k in 0..len {
                let beside = if (north[k] < south[k]) == ALL { north[k] } else { south[k] };
                let end = |x: f64| {
                    let corner = (x + beside) * quarter - halves[k];
                    let middle = (x + own[k]) * quarter - halves[k] + if ALL { -0.5 } else { 0.5 };
                    down(if (corner < middle) == ALL { corner } else { middle }).whole
                };
                first[k] = -i64::from(halves[k] > 0.0) - end(-self.x);
                last[k] = end(self.x);
            }
        }
        (first, last)
    }

    /// The least and the largest that half the widths may be, on parallels from one on. The sag makes the circle smaller for
    /// cells all of which is to be inside, larger for others.
    fn widths<const ALL: bool>(&self, grid: &Parallels, ring: u32, len: usize) -> ([f64; PARALLELS], [f64; PARALLELS]) {
        let len = len.min(PARALLELS);
        let sag = Sag::new(grid.nside, self.chord);
        let (mut rho, mut z, mut stray) = ([0.0; PARALLELS], [0.0; PARALLELS], [0.0; PARALLELS]);
        let (mut low, mut high) = ([0.0; PARALLELS], [0.0; PARALLELS]);
        grid.fill(ring, len, &mut rho, &mut z);
        sag.fill(f64::from(ring), &mut stray[..len]);
        let on = |k: usize| if ALL { (stray[k], 0.0) } else { (0.0, stray[k]) };
        {
            let (rho, z) = (&rho[..len], &z[..len]);
            let (low, high, stray) = (&mut low[..len], &mut high[..len], &stray[..len]);
            let pair = |k: usize| if ALL { (stray[k], 0.0) } else { (0.0, stray[k]) };
            if self.small {
                for k in 0..len {
                    (low[k], high[k]) = self.widths_on::<true>(rho[k], z[k], pair(k));
                }
            } else {
                for k in 0..len {
                    (low[k], high[k]) = self.widths_on::<false>(rho[k], z[k], pair(k));
                }
            }
        }
        for (k, ring) in (ring..).take(len).enumerate() {
            if low[k].is_nan() {
                (low[k], high[k]) = self.width_at(grid, ring, on(k));
            }
        }
        (low, high)
    }
}
