//! Four cells and weights for positions. Those next to the border of a base cell are left to the function for one position.

use core::marker::PhantomData;

use super::super::INVALID_CELL;
use super::super::drive::{BLOCK, Kernel, Wide};
use super::super::elements::Unit;
use super::super::simd::Lanes;
use super::cells::FaceIjs;
use super::locate::Found;
use crate::error::Result;
use crate::grid::Scheme;
use crate::point::{interpolate, rings};
use crate::sphere::LonLat;

/// Bilinear in the cells around a position.
#[derive(Clone, Copy)]
pub(in super::super) struct Bilinear<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

/// Where positions are, and the four cells around them column by column.
pub(in super::super) struct Blocks {
    found: Found,
    dx: [f64; BLOCK],
    dy: [f64; BLOCK],
    part: FaceIjs,
    numbers: [[u64; BLOCK]; 4],
}

impl Default for Blocks {
    #[inline(always)]
    fn default() -> Self {
        Self {
            found: Found::default(),
            dx: [0.0; BLOCK],
            dy: [0.0; BLOCK],
            part: FaceIjs::default(),
            numbers: [[0; BLOCK]; 4],
        }
    }
}

/// Positions, and the cells and weights of each.
pub(in super::super) type Weighted<'a> = ((&'a [f64], &'a [f64]), (Wide<'a, u64, 4>, Wide<'a, f64, 4>));

impl<S: Scheme, U: Unit> Kernel<Weighted<'_>> for Bilinear<S, U> {
    type Work = Blocks;

    #[inline(always)]
    fn block<I: Lanes>(self, work: &mut Blocks, columns: &mut Weighted<'_>, flags: &mut [u32]) -> u32 {
        let ((lon, lat), (cells, weights)) = columns;
        let (n, nside) = (flags.len(), self.scheme.side());
        let mut any = work.found.steps_and_offsets::<I, U>(nside, (lon, lat), (&mut work.dx, &mut work.dy), flags);
        work.found.cells(nside, n);
        any |= work.turn_to_corner(nside, flags);
        for (slot, (di, dj)) in [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().enumerate() {
            let (face, i, j) = work.found.cells.first(n);
            let (to_face, to_i, to_j) = work.part.first(n);
            for k in 0..n {
                (to_face[k], to_i[k], to_j[k]) = (face[k], i[k] + di, j[k] + dj);
            }
            work.part.encode::<I, S>(self.scheme, &mut work.numbers[slot][..n]);
        }
        put_fours(&work.numbers, cells);
        let (u, v, weights) = (&work.dx[..n], &work.dy[..n], &mut weights.0[..4 * n]);
        for k in 0..n {
            weights[4 * k..4 * k + 4].copy_from_slice(&interpolate::bilinear_weights(u[k], v[k]));
        }
        any
    }

    fn one(self, columns: &mut Weighted<'_>, k: usize) -> Result<()> {
        one::<U>(columns, k, |at| {
            interpolate::bilinear(self.scheme.side(), at).map(|(cell, weight)| (self.scheme.encode(cell), weight))
        })
    }
}

impl Blocks {
    /// From the cells found to the southern ones of the blocks of four, and from offsets to the parts of the eastern
    /// columns and western rows. Flags blocks across the border of a base cell; they are moved into it.
    #[inline(always)]
    fn turn_to_corner(&mut self, nside: u32, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (_, i, j) = self.found.cells.first(n);
        let (dx, dy) = (&mut self.dx[..n], &mut self.dy[..n]);
        // The largest corner; no base cell of one cell has a block in it.
        let (limit, mut any) = (nside.saturating_sub(2), 0);
        for k in 0..n {
            let ((west, u), (south, v)) = (interpolate::half_cell_on(dx[k]), interpolate::half_cell_on(dy[k]));
            let (at_i, at_j) = (i[k].wrapping_sub(west), j[k].wrapping_sub(south));
            let inside = (at_i <= limit) & (at_j <= limit) & (nside > 1);
            (i[k], j[k], dx[k], dy[k]) = (at_i.min(limit), at_j.min(limit), u, v);
            flags[k] |= u32::from(!inside);
            any |= flags[k];
        }
        any
    }
}

/// Between rings.
#[derive(Clone, Copy)]
pub(in super::super) struct Rings<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

/// The four cells and weights column by column.
pub(in super::super) struct Columns {
    numbers: [[u64; BLOCK]; 4],
    weights: [[f64; BLOCK]; 4],
    parts: FaceIjs,
}

impl Default for Columns {
    #[inline(always)]
    fn default() -> Self {
        Self { numbers: [[0; BLOCK]; 4], weights: [[0.0; BLOCK]; 4], parts: FaceIjs::default() }
    }
}

impl<S: Scheme, U: Unit> Kernel<Weighted<'_>> for Rings<S, U> {
    type Work = Columns;

    #[inline(always)]
    fn block<I: Lanes>(self, work: &mut Columns, columns: &mut Weighted<'_>, flags: &mut [u32]) -> u32 {
        let ((lon, lat), (cells, weights)) = columns;
        let (n, nside) = (flags.len(), self.scheme.side());
        let (lon, lat) = (&lon[..n], &lat[..n]);
        let [c0, c1, c2, c3] = work.numbers.each_mut().map(|column| &mut column[..n]);
        let [w0, w1, w2, w3] = work.weights.each_mut().map(|column| &mut column[..n]);
        let mut any = 0;
        for k in 0..n {
            let (four, usual) = rings::attempt(nside, LonLat::trusted(lon[k], lat[k], U::UNIT));
            [(c0[k], w0[k]), (c1[k], w1[k]), (c2[k], w2[k]), (c3[k], w3[k])] = four;
            flags[k] = u32::from(!usual);
            any |= flags[k];
        }
        if S::BY_BITS {
            for column in &mut work.numbers {
                let (face, i, j) = work.parts.first(n);
                self.scheme.rings().decode_all::<I>(&column[..n], face, i, j);
                work.parts.encode::<I, S>(self.scheme, &mut column[..n]);
            }
        }
        put_fours(&work.numbers, cells);
        put_fours(&work.weights, weights);
        any
    }

    fn one(self, columns: &mut Weighted<'_>, k: usize) -> Result<()> {
        one::<U>(columns, k, |at| {
            rings::rings(self.scheme.side(), at).map(|(cell, weight)| (self.scheme.of_ring(cell), weight))
        })
    }
}

/// From four columns to four numbers for each element.
#[inline(always)]
fn put_fours<T: Copy>(columns: &[[T; BLOCK]; 4], to: &mut Wide<'_, T, 4>) {
    let n = to.0.len() / 4;
    let [a, b, c, d] = columns.each_ref().map(|column| &column[..n]);
    let to = &mut to.0[..4 * n];
    for k in 0..n {
        to[4 * k..4 * k + 4].copy_from_slice(&[a[k], b[k], c[k], d[k]]);
    }
}

/// One position by itself.
fn one<U: Unit>(
    ((lon, lat), (cells, weights)): &mut Weighted<'_>,
    k: usize,
    four: impl Fn(LonLat) -> [(u64, f64); 4],
) -> Result<()> {
    let (cells, weights) = (&mut cells.0[4 * k..4 * k + 4], &mut weights.0[4 * k..4 * k + 4]);
    cells.fill(INVALID_CELL);
    weights.fill(f64::NAN);
    let at = LonLat::with_unit(lon[k], lat[k], U::UNIT)?;
    for (slot, (cell, weight)) in four(at).into_iter().enumerate() {
        (cells[slot], weights[slot]) = (cell, weight);
    }
    Ok(())
}
