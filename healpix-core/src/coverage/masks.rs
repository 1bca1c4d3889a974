//! Sixty-four cells at once: where a polynomial is above and below its margins, as bits.
//!
//! A block is cut into 8 by 8 cells. On a cell of width w a function g is nowhere below the least of its
//! four corners by more than `w² (max(0, g_xx) + max(0, g_yy)) / 8`, and nowhere above the greatest by more than the same
//! of -g: that is how far a parabola strays from its chord, along x and then along y. So four corners
//! above that margin and the polynomial's error tell that the surface leaves the whole cell on its positive side, with
//! nothing said about which part of it would be where. One corner above and one below
//! tell that it crosses the cell.
//!
//! Single precision is enough: what it does is part of the margin. With u = 2^-24 and S the sum of the coefficients'
//! magnitudes, values, first and second differences of the first column are wrong by at most 8, 4 and 0.75 uS (y is at most 1);
//! after eight steps that is 8 + 8·4 + 28·0.75, and the additions make another 8 + 28/2: 83 uS < 5e-6 S.

use super::fit::Fit;

/// What single precision may do.
const SINGLE: f64 = 6e-6;

/// Below any value of an exact polynomial but zero.
const EXACT: f64 = 1e-15;

/// What is known of 64 cells, one bit for each. A cell in none of the three is unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Masks {
    pub(super) full: u64,
    pub(super) clear: u64,
    pub(super) partial: u64,
}

impl Masks {
    /// The cells of a block, bit `8 j + i`, with respect to one surface.
    #[inline]
    pub(super) fn of_cells(fit: &Fit) -> Self {
        let [(low_x, high_x), (low_y, high_y)] = fit.poly.bends();
        let margin = fit.error + SINGLE * fit.poly.size() + 1e-36;
        // Cells are a quarter wide: w² / 8.
        let sag = |x: f64, y: f64| (x.max(0.0) + y.max(0.0)) * (1.0 / 128.0);
        let (above, below) = if fit.exact {
            // Zero is inside, and nothing comes between.
            (-EXACT, EXACT)
        } else {
            (margin + sag(high_x, high_y), margin + sag(-low_x, -low_y))
        };
        let [inside, outside] = signs::<ROWS, 9>(fit, -1.0, above, below);
        let (inside, outside) = (Rows::of(&inside), Rows::of(&outside));
        let (all, any) = (|a, b| a & b, |a, b| a | b);
        let (some_inside, some_outside) = (inside.of_four(any), outside.of_four(any));
        Self {
            full: inside.of_four(all).packed(),
            clear: outside.of_four(all).packed(),
            partial: some_inside.and(some_outside).packed(),
        }
    }

    /// A single cell that is the whole block, in bit 0: by the polynomial's smallest and largest values in it. Where it
    /// runs one way along x or along y, these are on two opposite sides.
    pub(super) fn of_one(fit: &Fit) -> Self {
        let [[a, b, c], [d, e, f], [g, h, i]] = fit.poly.c;
        let one_way_x = b.abs() > e.abs() + h.abs() + 2.0 * (c.abs() + f.abs() + i.abs());
        let one_way_y = d.abs() > e.abs() + f.abs() + 2.0 * (g.abs() + h.abs() + i.abs());
        let (mut low, mut high) = (f64::MAX, f64::MIN);
        let mut see = |(least, most): (f64, f64)| (low, high) = (low.min(least), high.max(most));
        if one_way_x || !one_way_y {
            see(extremes(a + b + c, d + e + f, g + h + i));
            see(extremes(a - b + c, d - e + f, g - h + i));
        }
        if !one_way_x {
            see(extremes(a + d + g, b + e + h, c + f + i));
            see(extremes(a - d + g, b - e + h, c - f + i));
        }
        if !(one_way_x || one_way_y) {
            // A point that may be near a summit.
            let summit = |slope: f64, bend: f64| if slope.abs() < 2.0 * bend.abs() { -0.5 * slope / bend } else { 0.0 };
            let (x, y) = (summit(b, c), summit(d, g));
            let value = (a + x * (b + x * c)) + y * ((d + x * (e + x * f)) + y * (g + x * (h + x * i)));
            see((value, value));
        }
        let told = one_way_x || one_way_y;
        if fit.exact {
            let (full, clear) = (low >= 0.0, high < 0.0);
            return Self { full: u64::from(full), clear: u64::from(clear), partial: u64::from(!full && !clear) };
        }
        Self {
            full: u64::from(told && low > fit.error),
            clear: u64::from(told && high < -fit.error),
            partial: u64::from(low < -fit.error && high > fit.error),
        }
    }

    /// The centres of cells: inside or outside.
    #[inline]
    pub(super) fn of_centers(fit: &Fit) -> Self {
        let margin = fit.error + SINGLE * fit.poly.size() + 1e-36;
        let [inside, outside] = signs::<ROWS, 8>(fit, -0.875, margin, margin);
        Self { full: Rows::of(&inside).packed(), clear: Rows::of(&outside).packed(), partial: 0 }
    }

    /// Of cells of 2 by 2, 4 by 4 or 8 by 8 parts, what these make together.
    pub(super) fn of_parts(self, fine: u32) -> Self {
        let Self { full, clear, partial } = self.nested();
        // Parts of a cell stand next to each other.
        let mut cells = [full, clear, partial, full, clear];
        let mut across = fine;
        while across > 1 {
            let [full, clear, partial, some_full, some_clear] = cells;
            let all = |parts: u64| fourth(parts & parts >> 1 & parts >> 2 & parts >> 3);
            let any = |parts: u64| fourth(parts | parts >> 1 | parts >> 2 | parts >> 3);
            cells = [all(full), all(clear), any(partial), any(some_full), any(some_clear)];
            across /= 2;
        }
        let [full, clear, partial, some_full, some_clear] = cells;
        Self { full: by_rows(full), clear: by_rows(clear), partial: by_rows(partial | (some_full & some_clear)) }
    }

    /// What several surfaces make together: the region is where all are positive.
    #[inline(always)]
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            full: self.full & other.full,
            clear: self.clear | other.clear,
            partial: (self.full & other.partial) | (self.partial & other.full),
        }
    }

    /// Of what is outside.
    #[inline(always)]
    pub(super) fn inverted(self) -> Self {
        Self { full: self.clear, clear: self.full, partial: self.partial }
    }

    #[inline(always)]
    pub(super) fn unsure(self) -> u64 {
        !(self.full | self.clear | self.partial)
    }

    /// With bits in the order of nested numbers.
    #[inline(always)]
    pub(super) fn nested(self) -> Self {
        Self { full: nested(self.full), clear: nested(self.clear), partial: nested(self.partial) }
    }
}

/// Least and greatest value of `a + b t + c t²` for t from -1 to 1.
#[inline(always)]
fn extremes(a: f64, b: f64, c: f64) -> (f64, f64) {
    let (low, high) = (a + c - b.abs(), a + c + b.abs());
    if b.abs() < 2.0 * c.abs() {
        let summit = a - 0.25 * b * b / c;
        (low.min(summit), high.max(summit))
    } else {
        (low, high)
    }
}

/// From bit `8 j + i`, digits j₂j₁j₀i₂i₁i₀, to the order of nested numbers, j₂i₂j₁i₁j₀i₀: three exchanges of two digits.
#[inline(always)]
pub(super) fn nested(mask: u64) -> u64 {
    let mask = exchanged(mask, 12, 0x0000_f0f0_0000_f0f0);
    let mask = exchanged(mask, 4, 0x00f0_00f0_00f0_00f0);
    exchanged(mask, 2, 0x0c0c_0c0c_0c0c_0c0c)
}

/// The other way.
#[inline(always)]
fn by_rows(mask: u64) -> u64 {
    let mask = exchanged(mask, 2, 0x0c0c_0c0c_0c0c_0c0c);
    let mask = exchanged(mask, 4, 0x00f0_00f0_00f0_00f0);
    exchanged(mask, 12, 0x0000_f0f0_0000_f0f0)
}

/// Every fourth bit.
#[inline(always)]
fn fourth(mask: u64) -> u64 {
    let mask = mask & 0x1111_1111_1111_1111;
    let mask = (mask | mask >> 3) & 0x0303_0303_0303_0303;
    let mask = (mask | mask >> 6) & 0x000f_000f_000f_000f;
    let mask = (mask | mask >> 12) & 0x0000_00ff_0000_00ff;
    (mask | mask >> 24) & 0xffff
}

/// Exchanges the bits in `lower` with those `by` places above them.
#[inline(always)]
fn exchanged(mask: u64, by: u32, lower: u64) -> u64 {
    let differ = (mask ^ (mask >> by)) & lower;
    mask ^ differ ^ (differ << by)
}

/// Rows of the lattice of corners, to the next multiple of four: with all of them asked for, the compiler
/// keeps to four at a time.
const ROWS: usize = 12;

/// Where the polynomial is above one margin, and below minus the other: for each of `ROWS` values of y, `STEPS` bits
/// along x. Both begin at `start`, in steps of a quarter.
#[inline(never)]
fn signs<const ROWS: usize, const STEPS: usize>(fit: &Fit, start: f32, above: f64, below: f64) -> [[u16; ROWS]; 2] {
    const STEP: f32 = 0.25;
    let [[c0, c1, c2], [c3, c4, c5], [c6, c7, c8]] = fit.poly.c;
    let single = |a: f64, b: f64, c: f64| [a as f32, b as f32, c as f32];
    let columns = [single(c0, c3, c6), single(c1, c4, c7), single(c2, c5, c8)];
    // Rounded up.
    let (above, below) = ((above * (1.0 + 1e-6)) as f32, -(below * (1.0 + 1e-6)) as f32);
    let (mut value, mut first, mut second) = ([0f32; ROWS], [0f32; ROWS], [0f32; ROWS]);
    for row in 0..ROWS {
        let y = start + STEP * row as f32;
        let along = |[a, b, c]: [f32; 3]| a + y * (b + y * c);
        let (a, b, c) = (along(columns[0]), along(columns[1]), along(columns[2]));
        value[row] = a + start * (b + start * c);
        first[row] = STEP * b + (STEP * (2.0 * start + STEP)) * c;
        second[row] = (2.0 * STEP * STEP) * c;
    }
    let (mut inside, mut outside) = ([0u32; ROWS], [0u32; ROWS]);
    for step in 0..STEPS {
        for row in 0..ROWS {
            inside[row] |= if value[row] > above { 1 << step } else { 0 };
            outside[row] |= if value[row] < below { 1 << step } else { 0 };
            value[row] += first[row];
            first[row] += second[row];
        }
    }
    let (mut bits_inside, mut bits_outside) = ([0; ROWS], [0; ROWS]);
    for row in 0..ROWS {
        bits_inside[row] = inside[row] as u16;
        bits_outside[row] = outside[row] as u16;
    }
    [bits_inside, bits_outside]
}

/// Rows of bits in lanes of 16, four of them in each word.
#[derive(Clone, Copy)]
struct Rows([u64; 3]);

impl Rows {
    #[inline(always)]
    fn of(rows: &[u16; ROWS]) -> Self {
        let word = |k: usize| {
            u64::from(rows[k])
                | u64::from(rows[k + 1]) << 16
                | u64::from(rows[k + 2]) << 32
                | u64::from(rows[k + 3]) << 48
        };
        Self([word(0), word(4), word(8)])
    }

    /// Of each cell, what its four corners make together: bits of a row and the next one, each with the bit above.
    #[inline(always)]
    fn of_four(self, join: impl Fn(u64, u64) -> u64) -> Self {
        let [a, b, c] = self.0;
        let (a, b, c) = (join(a, a >> 1), join(b, b >> 1), join(c, c >> 1));
        Self([join(a, a >> 16 | b << 48), join(b, b >> 16 | c << 48), 0])
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([a & d, b & e, c & f])
    }

    /// The first eight bits of the first eight rows.
    #[inline(always)]
    fn packed(self) -> u64 {
        let four = |rows: u64| {
            let bytes = rows & 0x00ff_00ff_00ff_00ff;
            let pairs = (bytes | bytes >> 8) & 0x0000_ffff_0000_ffff;
            (pairs | pairs >> 16) & 0xffff_ffff
        };
        let [a, b, _] = self.0;
        four(a) | four(b) << 32
    }
}

#[cfg(test)]
#[path = "masks_tests.rs"]
mod tests;
