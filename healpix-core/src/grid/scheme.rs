//! What the two numberings of the cells have in common. Everything that is the same in both is
//! written once over this trait.

use alloc::vec::Vec;

use super::direction::Direction;
use super::face::{BaseCell, FaceIj};
use super::morton;
use super::rectangle::{self, Rectangle};
use super::resolution::{Depth, Nside};
use crate::batch::simd::Lanes;
use crate::batch::word::Word;
use crate::error::{Error, Result};
use crate::projection::Side;
use crate::ring::layout::{self, RingPlace};

/// A numbering of all cells of one resolution. [`Depth`] stands for the nested scheme and
/// [`Nside`] for the ring scheme.
pub(crate) trait Scheme: Copy + Send + Sync {
    /// Cells along the side of a base cell.
    fn side(self) -> u32;
    /// The same, to divide by.
    fn divided_side(self) -> Side;
    /// Cells on the sphere.
    fn cells(self) -> u64;
    /// The number of a cell of this resolution.
    fn encode(self, at: FaceIj) -> u64;
    /// The numbers of cells, from base cells and coordinates in them. All slices have the same length.
    #[inline(always)]
    fn encode_all<I: Lanes>(self, face: &[u32], i: &[u32], j: &[u32], cells: &mut [impl Word]) {
        let n = cells.len();
        let (face, i, j) = (&face[..n], &i[..n], &j[..n]);
        for k in 0..n {
            cells[k] = Word::of(self.encode(FaceIj::trusted(face[k] as u8, i[k], j[k])));
        }
    }
    /// The cell with a number below [`Scheme::cells`].
    fn decode_trusted(self, index: u64) -> FaceIj;
    /// The same as numbers: base cell and coordinates; of no meaning for a number of no cell.
    fn parts(self, index: u64) -> [u32; 3];
    /// Base cells of cells and coordinates in them. All slices have the same length; a number of no cell gives numbers of
    /// no meaning.
    #[inline(always)]
    fn decode_all<I: Lanes>(self, cells: &[impl Word], face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        let n = cells.len();
        let (face, i, j) = (&mut face[..n], &mut i[..n], &mut j[..n]);
        for k in 0..n {
            [face[k], i[k], j[k]] = self.parts(cells[k].wide());
        }
    }
    /// The cell with this number.
    #[inline(always)]
    fn decode(self, index: u64) -> Result<FaceIj> {
        self.check(index)?;
        Ok(self.decode_trusted(index))
    }
    /// Whether there is a cell with this number.
    #[inline(always)]
    fn check(self, index: u64) -> Result<()> {
        let n_cells = self.cells();
        if index < n_cells { Ok(()) } else { Err(Error::Cell { index, n_cells }) }
    }
    /// The numbers of all neighbours, in the order of `Direction::ALL`, and `absent` where there is none.
    #[inline(always)]
    fn neighbors(self, index: u64, absent: u64) -> [u64; 8] {
        let (eight, inner) = self.inner_neighbors(index);
        if inner {
            return eight;
        }
        let (at, side) = (self.decode_trusted(index), self.side());
        Direction::ALL.map(|direction| at.neighbor(side, direction).map_or(absent, |found| self.encode(found)))
    }
    /// Whether [`Scheme::inner_neighbors`] is made of a few bit operations, and not of the cell's coordinates.
    const BY_BITS: bool;
    /// The same resolution in the ring scheme.
    fn rings(self) -> Nside;
    /// The number of the cell with a number of the ring scheme.
    #[inline(always)]
    fn of_ring(self, index: u64) -> u64 {
        self.encode(self.rings().decode_trusted(index))
    }
    /// The same for a cell whose neighbours all are in its base cell, and whether it is one; else numbers of no meaning.
    #[inline(always)]
    fn inner_neighbors(self, index: u64) -> ([u64; 8], bool) {
        let [face, i, j] = self.parts(index);
        let eight = Direction::ALL.map(|direction| {
            let [i, j] = direction.moved(i, j);
            self.encode(FaceIj::trusted(face as u8, i, j))
        });
        (eight, FaceIj::trusted(face as u8, i, j).is_inner(self.side()))
    }
    /// Appends the numbers of the cells of a rectangle, sorted.
    fn list(self, at: Rectangle, out: &mut Vec<u64>);
    /// The same for the cells along its border.
    fn list_border(self, at: Rectangle, out: &mut Vec<u64>);
    /// A cell from base cell and coordinates that come from outside.
    #[inline]
    fn face_ij(self, face: u8, i: u32, j: u32) -> Result<FaceIj> {
        let nside = self.side();
        let face = BaseCell::new(face)?;
        for value in [i, j] {
            if value >= nside {
                return Err(Error::FaceCoordinate { value, nside });
            }
        }
        Ok(FaceIj { face, i, j })
    }
}

impl Scheme for Depth {
    #[inline(always)]
    fn side(self) -> u32 {
        self.nside().get()
    }
    #[inline(always)]
    fn divided_side(self) -> Side {
        Side::binary(self.side())
    }
    #[inline(always)]
    fn cells(self) -> u64 {
        self.n_cells()
    }
    #[inline(always)]
    fn encode(self, at: FaceIj) -> u64 {
        u64::from(at.face.get()) << (2 * self.get()) | morton::interleave(at.i, at.j)
    }
    #[inline(always)]
    fn encode_all<I: Lanes>(self, face: &[u32], i: &[u32], j: &[u32], cells: &mut [impl Word]) {
        Word::interleave::<I>(face, i, j, 2 * self.get(), cells);
    }
    fn list(self, at: Rectangle, out: &mut Vec<u64>) {
        rectangle::nested(u64::from(at.face.get()) << (2 * self.get()), at, out);
    }
    fn list_border(self, at: Rectangle, out: &mut Vec<u64>) {
        rectangle::nested_border(u64::from(at.face.get()) << (2 * self.get()), at, out);
    }
    const BY_BITS: bool = true;
    #[inline(always)]
    fn rings(self) -> Nside {
        self.nside()
    }
    /// Adds and subtracts in the bits of one coordinate, those of the other set so that they hand the carry on.
    #[inline(always)]
    fn inner_neighbors(self, index: u64) -> ([u64; 8], bool) {
        let all = (1 << (2 * self.get())) - 1;
        let (even, odd) = (all & morton::EVEN, all & morton::ODD);
        let (base, i, j) = (index & !all, index & even, index & odd);
        let [before, after] = [i.wrapping_sub(1) & even, (i | !even).wrapping_add(1) & even].map(|i| base | i);
        let [below, above] = [j.wrapping_sub(1) & odd, (j | !odd).wrapping_add(1) & odd];
        let here = base | i;
        let eight = [
            before | below,
            here | below,
            after | below,
            before | j,
            after | j,
            before | above,
            here | above,
            after | above,
        ];
        (eight, (i != 0) & (i != even) & (j != 0) & (j != odd))
    }
    #[inline(always)]
    fn decode_trusted(self, index: u64) -> FaceIj {
        let [face, i, j] = self.parts(index);
        FaceIj::trusted(face as u8, i, j)
    }
    #[inline(always)]
    fn parts(self, index: u64) -> [u32; 3] {
        let shift = 2 * self.get();
        let (i, j) = morton::deinterleave(index & ((1 << shift) - 1));
        [(index >> shift) as u32, i, j]
    }
    #[inline(always)]
    fn decode_all<I: Lanes>(self, cells: &[impl Word], face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        Word::deinterleave::<I>(cells, 2 * self.get(), face, i, j);
    }
}

impl Scheme for Nside {
    fn list(self, at: Rectangle, out: &mut Vec<u64>) {
        rectangle::rings(self, at, false, out);
    }
    fn list_border(self, at: Rectangle, out: &mut Vec<u64>) {
        rectangle::rings(self, at, true, out);
    }
    const BY_BITS: bool = false;
    #[inline(always)]
    fn rings(self) -> Nside {
        self
    }
    #[inline(always)]
    fn of_ring(self, index: u64) -> u64 {
        index
    }
    #[inline(always)]
    fn side(self) -> u32 {
        self.get()
    }
    #[inline(always)]
    fn divided_side(self) -> Side {
        Side::other(self.get())
    }
    #[inline(always)]
    fn cells(self) -> u64 {
        self.n_cells()
    }
    #[inline(always)]
    fn encode(self, at: FaceIj) -> u64 {
        layout::index_of(self.get(), at)
    }
    #[inline(always)]
    fn decode_trusted(self, index: u64) -> FaceIj {
        layout::cell_at(self.get(), index)
    }
    #[inline(always)]
    fn parts(self, index: u64) -> [u32; 3] {
        RingPlace::of(self.get(), index).cell(self.get())
    }
    #[inline(always)]
    fn decode_all<I: Lanes>(self, cells: &[impl Word], face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        let n = cells.len();
        let (face, i, j) = (&mut face[..n], &mut i[..n], &mut j[..n]);
        for k in 0..n {
            [face[k], i[k], j[k]] = RingPlace::of(self.get(), cells[k].wide()).parts();
        }
        for k in 0..n {
            [face[k], i[k], j[k]] = RingPlace::from_parts([face[k], i[k], j[k]]).cell(self.get());
        }
    }
}
