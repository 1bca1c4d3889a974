//! Bilinear interpolation: four cells and their weights for a position.

use crate::grid::FaceIj;
use crate::projection::locate_with_offsets;
use crate::sphere::LonLat;

/// A cell and its weight.
pub(crate) type Weighted = (FaceIj, f64);

/// Bilinear in the offsets within the 2 × 2 block of cells around a position, as in cdshealpix.
///
/// The slots are the S, E, W and N cell of the block. Where one of its cells does not exist, because
/// three base cells meet there, the two cells beside it share its weight in equal parts, and its
/// slot holds the position's own cell with weight 0.
pub(crate) fn bilinear(nside: u32, at: LonLat) -> [Weighted; 4] {
    let (home, dx, dy) = locate_with_offsets(nside, at);
    let ((west, u), (south, v)) = (half_cell_on(dx), half_cell_on(dy));
    let mut weights = bilinear_weights(u, v);
    let first = (-i64::from(west), -i64::from(south));
    let steps = [first, (first.0 + 1, first.1), (first.0, first.1 + 1), (first.0 + 1, first.1 + 1)];
    let block = steps.map(|(di, dj)| home.moved(nside, di, dj));
    let missing = block.iter().position(Option::is_none);
    if let Some(corner) = missing {
        let half = 0.5 * weights[corner];
        // Beside slot 0 or 3 are 1 and 2, and the other way round.
        let beside = if corner == 0 || corner == 3 { [1, 2] } else { [0, 3] };
        for slot in beside {
            weights[slot] += half;
        }
        weights[corner] = 0.0;
    }
    let mut k = 0;
    block.map(|cell| {
        k += 1;
        (cell.unwrap_or(home), weights[k - 1])
    })
}

/// From an offset in a cell to whether the block of two begins a cell before (1) or in it (0), and the weight of its second
/// cell.
#[inline(always)]
pub(crate) fn half_cell_on(offset: f64) -> (u32, f64) {
    let beyond = offset > 0.5;
    (u32::from(!beyond), if beyond { offset - 0.5 } else { offset + 0.5 })
}

/// The weights of the S, E, W and N cell of a block from those of its eastern column and western row.
#[inline(always)]
pub(crate) fn bilinear_weights(u: f64, v: f64) -> [f64; 4] {
    [(1.0 - u) * (1.0 - v), u * (1.0 - v), (1.0 - u) * v, u * v]
}
