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
//! magnitudes, values, first and second differences of the first column are wrong by at most 8, 4 and 0.75 uS;
//! after eight steps that is 8 + 8·4 + 28·0.75, and the additions make another 8 + 28/2: 83 uS < 5e-6 S.

use super::fit::Fit;

/// What single precision may do.
const SINGLE: f64 = 6e-6;

/// Widths of the corners' lattice (the nearest multiple of four), and of the centres'.
const CORNERS: usize = 12;
const CENTERS: usize = 8;

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
        let (above, below) = (margin + sag(high_x, high_y), margin + sag(-low_x, -low_y));
        let [inside, outside] = signs::<CORNERS, 9>(fit, -1.0, above, below);
        let (inside, outside) = (Corners::of(&inside), Corners::of(&outside));
        let partial = inside.any() & outside.any();
        Self { full: inside.all(), clear: outside.all(), partial }
    }

    /// The centres of cells: inside or outside.
    #[inline]
    pub(super) fn of_centers(fit: &Fit) -> Self {
        let margin = fit.error + SINGLE * fit.poly.size() + 1e-36;
        let [inside, outside] = signs::<CENTERS, 8>(fit, -0.875, margin, margin);
        Self { full: packed(&inside, 0), clear: packed(&outside, 0), partial: 0 }
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

/// From bit `8 j + i`, digits j₂j₁j₀i₂i₁i₀, to the order of nested numbers, j₂i₂j₁i₁j₀i₀: three exchanges of two digits.
#[inline(always)]
pub(super) fn nested(mask: u64) -> u64 {
    let mask = exchanged(mask, 12, 0x0000_f0f0_0000_f0f0);
    let mask = exchanged(mask, 4, 0x00f0_00f0_00f0_00f0);
    exchanged(mask, 2, 0x0c0c_0c0c_0c0c_0c0c)
}

/// Exchanges the bits in `lower` with those `by` places above them.
#[inline(always)]
fn exchanged(mask: u64, by: u32, lower: u64) -> u64 {
    let differ = (mask ^ (mask >> by)) & lower;
    mask ^ differ ^ (differ << by)
}

/// Where the polynomial is above one margin, and below minus the other: for each of `LANES` values of y, `STEPS` bits
/// along x. Both begin at `start`, in steps of a quarter.
#[inline(always)]
fn signs<const LANES: usize, const STEPS: usize>(fit: &Fit, start: f32, above: f64, below: f64) -> [[u32; LANES]; 2] {
    const STEP: f32 = 0.25;
    let c = fit.poly.c.map(|row| row.map(|c| c as f32));
    // Rounded up.
    let (above, below) = ((above * (1.0 + 1e-6)) as f32, -(below * (1.0 + 1e-6)) as f32);
    let (mut value, mut first, mut second) = ([0f32; LANES], [0f32; LANES], [0f32; LANES]);
    for lane in 0..LANES {
        let y = start + STEP * lane as f32;
        let [a, b, d] = [0, 1, 2].map(|k| c[0][k] + y * (c[1][k] + y * c[2][k]));
        value[lane] = a + start * (b + start * d);
        first[lane] = STEP * b + (STEP * (2.0 * start + STEP)) * d;
        second[lane] = (2.0 * STEP * STEP) * d;
    }
    let (mut inside, mut outside) = ([0u32; LANES], [0u32; LANES]);
    for step in 0..STEPS {
        for lane in 0..LANES {
            inside[lane] |= if value[lane] > above { 1 << step } else { 0 };
            outside[lane] |= if value[lane] < below { 1 << step } else { 0 };
            value[lane] += first[lane];
            first[lane] += second[lane];
        }
    }
    [inside, outside]
}

/// Eight bits of eight rows.
#[inline(always)]
fn packed<const LANES: usize>(rows: &[u32; LANES], shift: u32) -> u64 {
    u64::from_le_bytes([0, 1, 2, 3, 4, 5, 6, 7].map(|row| (rows[row] >> shift) as u8))
}

/// Bits of the four corners of each cell.
struct Corners([u64; 4]);

impl Corners {
    #[inline(always)]
    fn of(rows: &[u32; CORNERS]) -> Self {
        let (west, east) = (packed(rows, 0), packed(rows, 1));
        let next = |rest: u64, shift: u32| rest >> 8 | u64::from(rows[8] >> shift) << 56;
        Self([west, east, next(west, 0), next(east, 1)])
    }

    #[inline(always)]
    fn all(&self) -> u64 {
        let [a, b, c, d] = self.0;
        (a & b) & (c & d)
    }

    #[inline(always)]
    fn any(&self) -> u64 {
        let [a, b, c, d] = self.0;
        (a | b) | (c | d)
    }
}

#[cfg(test)]
#[path = "masks_tests.rs"]
mod tests;
