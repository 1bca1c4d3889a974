//! The edges in groups of four neighbours, the groups in groups of four, and so on, with a ball around each: where a ball
//! is out of reach, so is all that is in it.
//!
//! Edges and groups have one numbering: edges first, then the groups of edges, then groups of groups. Lists that are handed
//! down the tree of cells are of such numbers.

use alloc::vec::Vec;

use super::edge::{Ball, Edge};
use crate::coverage::ROUNDING;
use crate::error::Result;
use crate::progress;
use crate::sphere::{Vec3, trig};

/// Up to so many nodes are not grouped.
const FEW: usize = 6;

/// How many pairs for each node are not too many.
const PAIRS: usize = 60;

/// Pairs between two moments in which a watcher may stop.
const SOME: usize = 1 << 10;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tree {
    /// Around each edge, then around each group.
    balls: Vec<Ball>,
    /// The members of each group: first and one past the last.
    groups: Vec<(u32, u32)>,
    n_edges: u32,
    /// The first of those that are in no group.
    top: u32,
}

impl Tree {
    pub(super) fn new(edges: &[Edge]) -> Self {
        let mut balls = Vec::with_capacity(edges.len() + edges.len() / 2);
        balls.extend(edges.iter().map(Ball::around));
        let (mut groups, mut start) = (Vec::new(), 0);
        while balls.len() - start > FEW {
            let end = balls.len();
            for first in (start..end).step_by(4) {
                let last = end.min(first + 4);
                groups.push((first as u32, last as u32));
                balls.push(around(&balls[first..last]));
            }
            start = end;
        }
        Self { balls, groups, n_edges: edges.len() as u32, top: start as u32 }
    }

    /// The members of a group; none of an edge.
    fn members(&self, number: u32) -> Option<core::ops::Range<u32>> {
        let group = self.groups.get(number.checked_sub(self.n_edges)? as usize);
        group.map(|(first, last)| *first..*last)
    }

    /// Visits the pairs of edges whose balls meet; false where they are too many for this way.
    pub(super) fn meeting_pairs(&self, mut visit: impl FnMut(u32, u32)) -> Result<bool> {
        let mut waiting: Vec<(u32, u32)> = Vec::with_capacity(128);
        self.push_pairs(self.top(), &mut waiting);
        let mut left = PAIRS * self.balls.len();
        while let Some((a, b)) = waiting.pop() {
            if left == 0 {
                return Ok(false);
            }
            left -= 1;
            if left % SOME == 0 {
                progress::check(SOME)?;
            }
            if a == b {
                if let Some(members) = self.members(a) {
                    self.push_pairs(members, &mut waiting);
                }
                continue;
            }
            let (Some(ball_a), Some(ball_b)) = (self.balls.get(a as usize), self.balls.get(b as usize)) else {
                continue;
            };
            if !ball_a.meets(ball_b) {
                continue;
            }
            // The larger one is looked into.
            let (large, small) = if ball_a.radius >= ball_b.radius { (a, b) } else { (b, a) };
            if let Some(members) = self.members(large) {
                waiting.extend(members.map(|member| (member, small)));
            } else if let Some(members) = self.members(small) {
                waiting.extend(members.map(|member| (member, large)));
            } else {
                visit(a, b);
            }
        }
        Ok(true)
    }

    /// All pairs of some numbers; groups also with themselves.
    fn push_pairs(&self, numbers: core::ops::Range<u32>, pairs: &mut Vec<(u32, u32)>) {
        for a in numbers.clone() {
            let first = if a < self.n_edges { a + 1 } else { a };
            pairs.extend((first..numbers.end).map(|b| (a, b)));
        }
    }

    /// The numbers that stand for all edges.
    pub(super) fn top(&self) -> core::ops::Range<u32> {
        self.top..self.balls.len() as u32
    }

    /// Around each edge.
    pub(super) fn edge_balls(&self) -> &[Ball] {
        self.balls.get(..self.n_edges as usize).unwrap_or_default()
    }

    /// Visits an edge, or a group and what is in it; for groups, the answer tells whether to go on to its members.
    #[inline(always)]
    pub(super) fn descend(&self, number: u32, mut visit: impl FnMut(u32, &Ball) -> bool) {
        if number < self.n_edges {
            if let Some(ball) = self.balls.get(number as usize) {
                visit(number, ball);
            }
            return;
        }
        self.descend_group(number, visit);
    }

    fn descend_group(&self, number: u32, mut visit: impl FnMut(u32, &Ball) -> bool) {
        // Three of each group wait while the fourth is looked into; 32 bits of numbers are 16 levels.
        let mut waiting = [0; 64];
        let mut len = 1;
        waiting[0] = number;
        while len > 0 {
            len -= 1;
            let number = waiting[len];
            let Some(ball) = self.balls.get(number as usize) else { continue };
            if visit(number, ball) {
                for member in self.members(number).unwrap_or(0..0) {
                    if let Some(slot) = waiting.get_mut(len) {
                        *slot = member;
                        len += 1;
                    }
                }
            }
        }
    }
}

/// A ball around some.
fn around(balls: &[Ball]) -> Ball {
    let (mut low, mut high) = (balls[0].center, balls[0].center);
    for Ball { center: c, .. } in balls {
        low = Vec3::new(low.x.min(c.x), low.y.min(c.y), low.z.min(c.z));
        high = Vec3::new(high.x.max(c.x), high.y.max(c.y), high.z.max(c.z));
    }
    let center = (low + high) * 0.5;
    let reach = |ball: &Ball| trig::sqrt((ball.center - center).norm2()) + ball.radius;
    Ball { center, radius: balls.iter().map(reach).fold(0.0, f64::max) + ROUNDING }
}
