//! From arrays of positions to rings.

use alloc::vec::Vec;

use crate::error::Result;
use crate::region::vector;
use crate::room::push;
use crate::sphere::{LonLat, Vec3};

/// The positions of a ring, and which of the text's they are.
#[derive(Default)]
pub(super) struct Ring {
    pub(super) positions: Vec<LonLat>,
    numbers: Vec<usize>,
}

impl Ring {
    pub(super) fn push(&mut self, number: usize, at: LonLat) -> Result<()> {
        push(&mut self.numbers, number)?;
        push(&mut self.positions, at)
    }

    /// The number in the text of one of the positions.
    pub(super) fn number(&self, vertex: usize) -> usize {
        self.numbers.get(vertex).copied().unwrap_or(vertex)
    }

    /// The ring without the ways that it runs out and back. A ring of nothing else stays as it is.
    pub(super) fn without_spikes(self) -> Result<Self> {
        let mut stack: Vec<(usize, LonLat, Vec3)> = Vec::new();
        for (number, at) in self.numbers.iter().zip(&self.positions) {
            let v = vector(*at);
            match stack.as_slice() {
                [.., (_, _, last)] if *last == v => {}
                // Back where it was before the last one.
                [.., (_, _, before), _] if *before == v => {
                    stack.pop();
                }
                _ => push(&mut stack, (*number, *at, v))?,
            }
        }
        let kept = closed(&stack);
        if kept.len() < 3 {
            return Ok(self);
        }
        let mut ring = Ring::default();
        for (number, at, _) in kept {
            ring.push(*number, *at)?;
        }
        Ok(ring)
    }
}

/// The same where a ring's end meets its start.
fn closed(mut ring: &[(usize, LonLat, Vec3)]) -> &[(usize, LonLat, Vec3)] {
    loop {
        ring = match ring {
            [first, rest @ .., last] if !rest.is_empty() && first.2 == last.2 => &ring[..ring.len() - 1],
            [_, second, .., last] if second.2 == last.2 && ring.len() > 2 => &ring[1..],
            [first, .., before, _] if first.2 == before.2 && ring.len() > 2 => &ring[..ring.len() - 1],
            _ => return ring,
        }
    }
}

#[cfg(test)]
#[path = "ring_tests.rs"]
mod tests;
