//! The shape of a cell, or of a block of cells, as regions see it: four corners, and a bound of how far
//! the curved sides stray from the straight lines between them.
//!
//! A side `p(s)`, s from 0 to 1, is a straight line on the HEALPix plane. On the sphere it stays within
//! `max|p''| / 8` of its chord, in space. With `k` the part of a base cell's side that it is:
//!
//! * equatorial zone: z and the longitude are linear in s, by 2/3 k and pi/4 k, and |z| <= 2/3. The radial,
//!   tangential parts of p'' are at most (1.073 + 0.617) k² and 0.936 k²; together 1.93 k².
//! * caps: σ runs by k, and the longitude from the quadrant's border is l = (pi/2) a / σ with `a` constant. With
//!   the radius r = σ √(6 - σ²) / 3: |r''| <= 0.477, r l'² <= 2.015 φ²/σ where φ = a/σ <= 1, the tangential
//!   part 2 r' l' + r l'' = 2 l σ / (3 √(6 - σ²)) <= 0.468, z'' = -2/3. Together (1.292 + 2.015 φ²/σ) k².
//!
//! Along a side the squared chord from a point c of the sphere strays by `max |2 c·p''| / 8`, at most twice as far as the side. And as
//! `c·p'' = p·p'' + (c - p)·p''` with `p·p'' = -|p'|²`, at most by `|p'|² / 4` and the distance of c times twice the sag, where `|p'|²` is at most
//! 2.45 k²: (0.894² + 1.283²) k² in the caps, less in the belt. Next to a pole that is far less.
//!
//! What holds for all four sides with respect to a plane through space holds for the cell: it is smaller than
//! a hemisphere, and the part of the sphere on one side of a plane has no hole.

use crate::grid::{BaseCell, FaceIj};
use crate::projection::vectors_at;
use crate::sphere::Vec3;

/// `|p'|² / 4` for `k = 1`.
pub(crate) const SPEED: f64 = 0.6125;
/// The longest side for `k = 1`: the root of 2.45, and some.
pub(crate) const LONGEST: f64 = 1.6;

/// What rounding may add to a coordinate of a point, with some to spare.
pub(crate) const ROUNDING: f64 = 1e-15;

/// A block of cells of one base cell: `i` and `j` in cells of a grid with `nside` of them along the side.
#[derive(Debug, Clone, Copy)]
pub struct Patch {
    pub(crate) face: u8,
    pub(crate) nside: f64,
    /// 1 / nside.
    pub(crate) inverse: f64,
    /// First and one past the last, S to E and S to W.
    pub(crate) i: (f64, f64),
    pub(crate) j: (f64, f64),
    /// S, E, N, W.
    pub(crate) corners: [Vec3; 4],
    /// Bound of the distance of the sides from their chords. What rounding does to points comes on top.
    pub(crate) sag: f64,
}

/// A part of a side between two points of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) from: Vec3,
    pub(crate) to: Vec3,
    pub(crate) sag: f64,
}

/// What is known of a piece of a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All of it is on the side asked for.
    Clear,
    /// A point of it is not.
    Hit,
    /// Look at its halves.
    Unclear,
}

impl Patch {
    /// A whole base cell.
    pub(crate) fn base_cell(nside: u32, face: u8) -> Self {
        let n = f64::from(nside);
        Self::block(n, face, (0.0, n), (0.0, n))
    }

    /// A block of `size` by `size` cells.
    pub(crate) fn of_cell(nside: u32, cell: FaceIj, size: u32) -> Self {
        let (i, j, size) = (f64::from(cell.i), f64::from(cell.j), f64::from(size));
        Self::block(f64::from(nside), cell.face.get(), (i, i + size), (j, j + size))
    }

    /// The same without its corners.
    pub(crate) fn plain(nside: u32, cell: FaceIj, size: u32) -> Self {
        let (i, j, size) = (f64::from(cell.i), f64::from(cell.j), f64::from(size));
        let (i, j, face, nside) = ((i, i + size), (j, j + size), cell.face.get(), f64::from(nside));
        let inverse = 1.0 / nside;
        Self { face, nside, inverse, i, j, corners: [Vec3::ZERO; 4], sag: sag(nside, inverse, face, i, j) }
    }

    fn block(nside: f64, face: u8, i: (f64, f64), j: (f64, f64)) -> Self {
        let inverse = 1.0 / nside;
        let ends = ([i.0, i.1, i.1, i.0], [j.0, j.0, j.1, j.1]);
        let corners = vectors_at(nside, inverse, BaseCell::trusted(face), ends);
        Self { face, nside, inverse, i, j, corners, sag: sag(nside, inverse, face, i, j) }
    }

    /// The side of its blocks, in cells: the longer one.
    #[inline(always)]
    pub(crate) fn size(&self) -> f64 {
        (self.i.1 - self.i.0).max(self.j.1 - self.j.0)
    }

    /// How far squared chords from a point c may stray along a side or a piece of one, in units of its sag, where that matters for points
    /// within a chord of c: the side is then nowhere further from it than the chord and its own length.
    #[inline]
    pub(crate) fn square_stray(&self, chord: f64) -> f64 {
        let k = self.size() * self.inverse;
        (SPEED * (k * k) / self.sag + 2.0 * (chord + LONGEST * k)).min(2.0)
    }

    #[inline(always)]
    fn at(&self, i: f64, j: f64) -> Vec3 {
        let [point] = vectors_at(self.nside, self.inverse, BaseCell::trusted(self.face), ([i], [j]));
        point
    }

    /// The point in its middle (on the plane).
    #[inline]
    pub(crate) fn center(&self) -> Vec3 {
        self.at(0.5 * (self.i.0 + self.i.1), 0.5 * (self.j.0 + self.j.1))
    }

    /// The mean of its corners: a vector shorter than 1 towards somewhere in the middle.
    #[inline(always)]
    pub(crate) fn mean(&self) -> Vec3 {
        let [s, e, n, w] = self.corners;
        ((s + n) + (e + w)) * 0.25
    }

    /// The radius of a ball around a point that holds it: what of the sphere is in the ball is a cap, and
    /// a cap that holds the sides holds the cell.
    #[inline(always)]
    pub(crate) fn radius_around(&self, m: Vec3) -> f64 {
        let [s, e, n, w] = self.corners.map(|c| (c - m).norm2());
        crate::sphere::trig::sqrt(s.max(e).max(n.max(w))) + self.sag
    }

    /// Its four quarters in the order of nested numbers: south, east, west, north. They share five points.
    #[inline]
    pub(crate) fn quarters(&self) -> [Patch; 4] {
        self.quarters_at(0.5 * (self.i.0 + self.i.1), 0.5 * (self.j.0 + self.j.1))
    }

    #[inline]
    fn quarters_at(&self, im: f64, jm: f64) -> [Patch; 4] {
        let ((i0, i1), (j0, j1)) = (self.i, self.j);
        let cuts = ([im, i1, im, i0, im, im], [j0, jm, j1, jm, jm, jm]);
        // One more than needed: pairs go together.
        let [se, ne, nw, sw, c, _] = vectors_at(self.nside, self.inverse, BaseCell::trusted(self.face), cuts);
        self.cut(im, jm, [se, ne, nw, sw, c])
    }

    /// The quarters without their corners.
    #[inline]
    pub(crate) fn plain_quarters(&self) -> [Patch; 4] {
        self.cut(0.5 * (self.i.0 + self.i.1), 0.5 * (self.j.0 + self.j.1), [Vec3::ZERO; 5])
    }

    /// Cut at `im`, `jm`, given the points where the cuts meet the sides, and each other.
    #[inline(always)]
    fn cut(&self, im: f64, jm: f64, [se, ne, nw, sw, c]: [Vec3; 5]) -> [Patch; 4] {
        let ((i0, i1), (j0, j1)) = (self.i, self.j);
        let [s, e, n, w] = self.corners;
        let part = |i, j, corners| Patch {
            face: self.face,
            nside: self.nside,
            inverse: self.inverse,
            i,
            j,
            corners,
            sag: sag(self.nside, self.inverse, self.face, i, j),
        };
        [
            part((i0, im), (j0, jm), [s, se, c, sw]),
            part((im, i1), (j0, jm), [se, e, ne, c]),
            part((i0, im), (jm, j1), [sw, c, nw, w]),
            part((im, i1), (jm, j1), [c, ne, n, nw]),
        ]
    }

    /// Its up to four parts along whole cells, and how many there are. A block one cell wide is cut in two.
    pub(crate) fn parts(&self) -> ([Patch; 4], usize) {
        let middle = |(a, b): (f64, f64)| crate::sphere::trig::floor(0.5 * (a + b));
        let (im, jm) = (middle(self.i), middle(self.j));
        let (cut_i, cut_j) = (im > self.i.0, jm > self.j.0);
        let quarters = self.quarters_at(im, jm).map(Patch::with_kink);
        let [_, _, west, north] = quarters;
        match (cut_i, cut_j) {
            (true, true) => (quarters, 4),
            // Where nothing is cut, the first of the two halves is empty.
            (false, true) => ([quarters[1], north, north, north], 2),
            (true, false) => ([west, north, north, north], 2),
            (false, false) => ([north, north, north, north], 1),
        }
    }

    /// Where a side crosses the border of the caps it has a corner: its slope turns by up to pi/4 k cos(asin(2/3)),
    /// and that times a quarter is what it strays. Single cells and quarters of base cells only meet that border in
    /// their own corners.
    fn with_kink(mut self) -> Self {
        let n = self.nside;
        let ((i0, i1), (j0, j1)) = (self.i, self.j);
        if self.face >> 2 == 1 {
            return self;
        }
        let border = n;
        let crosses = |a: f64, b: f64| a < border && border < b;
        if crosses(i0 + j0, i1 + j0)
            || crosses(i1 + j0, i1 + j1)
            || crosses(i0 + j0, i0 + j1)
            || crosses(i0 + j1, i1 + j1)
        {
            self.sag += 0.15 * self.size() / n;
        }
        self
    }

    /// Whether any point of the border does not pass: `sight` judges pieces, which are halved until
    /// they are clear. What is as small as 2^-50 of a side and still unclear is a hit.
    pub(crate) fn border_hit(&self, mut sight: impl FnMut(&Piece) -> Sight) -> bool {
        (0..4).any(|side| self.side_hit(side, &mut sight))
    }

    fn side_hit(&self, side: usize, sight: &mut impl FnMut(&Piece) -> Sight) -> bool {
        let (from, to) = (self.corners[side & 3], self.corners[(side + 1) & 3]);
        match sight(&Piece { from, to, sag: self.sag }) {
            Sight::Clear => false,
            Sight::Hit => true,
            Sight::Unclear => self.halves_hit(side, from, to, sight),
        }
    }

    /// The same for a side of which the whole is unclear.
    fn halves_hit(&self, side: usize, from: Vec3, to: Vec3, sight: &mut impl FnMut(&Piece) -> Sight) -> bool {
        let ((i0, i1), (j0, j1)) = (self.i, self.j);
        let ((ia, ja), (ib, jb)) = match side {
            0 => ((i0, j0), (i1, j0)),
            1 => ((i1, j0), (i1, j1)),
            2 => ((i1, j1), (i0, j1)),
            _ => ((i0, j1), (i0, j0)),
        };
        let along = |s: f64| self.at(ia + (ib - ia) * s, ja + (jb - ja) * s);
        // Pieces still to look at, each half as long as the one below it: the stack cannot grow beyond
        // the number of halvings.
        let mut stack = [(0.0, Vec3::ZERO, Vec3::ZERO, 0u8); MAX_HALVINGS + 3];
        let mut len = 1;
        stack[0] = (0.0, from, to, 0);
        while len > 0 {
            len -= 1;
            let (s, from, to, level) = stack[len];
            let half = HALF_POWERS[usize::from(level) + 1];
            let middle = along(s + half);
            let sag = self.sag * half * half;
            for (s, from, to) in [(s + half, middle, to), (s, from, middle)] {
                match sight(&Piece { from, to, sag }) {
                    Sight::Clear => {}
                    Sight::Hit => return true,
                    Sight::Unclear if usize::from(level) + 1 >= MAX_HALVINGS => return true,
                    Sight::Unclear => {
                        stack[len] = (s, from, to, level + 1);
                        len += 1;
                    }
                }
            }
        }
        false
    }
}

/// A piece of 2^-50 of a side is shorter than what rounding does.
const MAX_HALVINGS: usize = 50;

/// 2^-k.
const HALF_POWERS: [f64; MAX_HALVINGS + 1] = {
    let mut powers = [1.0; MAX_HALVINGS + 1];
    let mut k = 1;
    while k <= MAX_HALVINGS {
        powers[k] = 0.5 * powers[k - 1];
        k += 1;
    }
    powers
};

/// The bound of the module docs.
#[inline(always)]
fn sag(nside: f64, inverse: f64, face: u8, i: (f64, f64), j: (f64, f64)) -> f64 {
    let (w, h) = (i.1 - i.0, j.1 - j.0);
    let size = w.max(h);
    let k = size * inverse;
    // Distance to the pole, in half cells, of the nearest corner. A corner on the pole itself has meridians
    // for sides; there it is the other two sides that count.
    let to_pole = match face >> 2 {
        0 => 2.0 * nside - (i.1 + j.1),
        1 => nside,
        _ => i.0 + j.0,
    };
    let to_pole = to_pole.max(w.min(h));
    let k2 = k * k;
    if to_pole >= nside { 0.242 * k2 } else { k2 * (0.162 + 0.252 * (nside / to_pole)) }
}

#[cfg(test)]
#[path = "patch_tests.rs"]
mod tests;
