//! Distances of many rows from one position.

use super::point_index::PointIndex;
use super::probe::Probe;
use crate::batch;
use crate::error::Result;

/// Rows worked on at a time.
const BLOCK: usize = 64;

/// So few rows that the slice function costs more than it brings.
const FEW: usize = 8;

/// Hands the distance of each of these rows to `take`, with its slot.
#[inline]
pub(super) fn distances(
    index: &PointIndex,
    probe: &Probe,
    mut slots: impl ExactSizeIterator<Item = usize>,
    mut take: impl FnMut(usize, f64) -> Result<()>,
) -> Result<()> {
    if slots.len() < FEW {
        return slots.try_for_each(|slot| take(slot, probe.distance(index.lon[slot], index.lat[slot])));
    }
    let (lon1, lat1) = probe.lonlat();
    let (lon1, lat1) = ([lon1; BLOCK], [lat1; BLOCK]);
    let [mut lon2, mut lat2, mut found] = [[0.0; BLOCK]; 3];
    let mut block = [0; BLOCK];
    while slots.len() > 0 {
        let mut n = 0;
        for slot in slots.by_ref().take(BLOCK) {
            (block[n], lon2[n], lat2[n]) = (slot, index.lon[slot], index.lat[slot]);
            n += 1;
        }
        batch::sphere::distance(&lon1[..n], &lat1[..n], &lon2[..n], &lat2[..n], &mut found[..n])?;
        block[..n].iter().zip(&found).try_for_each(|(slot, distance)| take(*slot, *distance))?;
    }
    Ok(())
}
