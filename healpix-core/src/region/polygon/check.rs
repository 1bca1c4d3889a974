//! From rings of vertices to edges, and that no two of them cross.

use alloc::vec::Vec;

use super::edge::{Ball, Edge};
use super::tree::Tree;
use super::{orient, sweep};
use crate::error::{Error, Result};
use crate::progress;
use crate::region::anchor::Anchor;
use crate::sphere::Vec3;

/// The edges of all rings, in order.
pub(super) fn edges_of(rings: &[&[Vec3]]) -> Result<Vec<Edge>> {
    if rings.is_empty() {
        return Err(Error::Vertices { ring: 0, distinct: 0 });
    }
    let mut edges = Vec::new();
    for (ring, vertices) in rings.iter().enumerate() {
        push_ring(&mut edges, ring, vertices)?;
    }
    Ok(edges)
}

fn push_ring(edges: &mut Vec<Edge>, ring: usize, vertices: &[Vec3]) -> Result<()> {
    // Equal neighbours make no edge; numbers stay those of the vertices given.
    let mut kept: Vec<(usize, Vec3)> = Vec::with_capacity(vertices.len());
    for (number, v) in vertices.iter().map(|v| orient::snap(*v)).enumerate() {
        if kept.last().is_none_or(|(_, last)| *last != v) {
            kept.push((number, v));
        }
    }
    while kept.len() > 1 && kept.first().map(|first| first.1) == kept.last().map(|last| last.1) {
        kept.pop();
    }
    let distinct = distinct(&kept);
    if distinct < 3 {
        return Err(Error::Vertices { ring, distinct });
    }
    edges.reserve(kept.len());
    let Some((_, first)) = kept.first() else { return Ok(()) };
    let first = (*first, Anchor::of(*first));
    let mut from = first;
    for (k, (number, _)) in kept.iter().enumerate() {
        let to = kept.get(k + 1).map_or(first, |(_, b)| (*b, Anchor::of(*b)));
        if (from.0 + to.0).norm2() < 1e-28 {
            return Err(Error::Antipodal { ring, edge: *number });
        }
        edges.push(Edge::new(from, to, ring, *number));
        from = to;
        progress::check(progress::LOOK)?;
    }
    Ok(())
}

/// Distinct vertices, counted no further than needed.
fn distinct(kept: &[(usize, Vec3)]) -> usize {
    let Some((_, first)) = kept.first() else { return 0 };
    let Some((_, second)) = kept.iter().find(|(_, v)| v != first) else { return 1 };
    if kept.iter().any(|(_, v)| v != first && v != second) { 3 } else { 2 }
}

/// Why a search for crossings ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The numbers of two edges that cross.
    Crossing(usize, usize),
    /// A watcher said stop.
    Stopped,
}

/// That no two edges cross.
pub(super) fn no_crossing(edges: &[Edge], tree: &Tree) -> Result<()> {
    // Of several crossings, the one whose later edge comes first.
    let mut found: Option<(usize, usize)> = None;
    let complete = tree.meeting_pairs(|k, l| {
        if cross(&edges[k as usize], &edges[l as usize]) {
            let pair = (k.max(l) as usize, k.min(l) as usize);
            found = Some(found.map_or(pair, |other| other.min(pair)));
        }
    })?;
    // Most borders come near themselves in few places; the others take longer.
    let told = match found {
        Some((k, l)) => Err(Fault::Crossing(k, l)),
        None if complete => Ok(()),
        None => sweep::no_crossing(edges, tree.edge_balls()).unwrap_or_else(|| all_pairs(edges, tree.edge_balls())),
    };
    told.map_err(|fault| match fault {
        Fault::Stopped => Error::Stopped,
        Fault::Crossing(k, l) => {
            let (first, second) = (&edges[k.min(l)], &edges[k.max(l)]);
            Error::Crossing {
                ring: first.ring as usize,
                edge: first.number as usize,
                other_ring: second.ring as usize,
                other_edge: second.number as usize,
            }
        }
    })
}

fn all_pairs(edges: &[Edge], balls: &[Ball]) -> core::result::Result<(), Fault> {
    (0..edges.len()).try_for_each(|l| {
        go_on(l)?;
        (0..l).try_for_each(|k| pair(edges, balls, k, l))
    })
}

/// That two edges do not cross.
#[inline]
pub(super) fn pair(edges: &[Edge], balls: &[Ball], k: usize, l: usize) -> core::result::Result<(), Fault> {
    if balls[k].meets(&balls[l]) && cross(&edges[k], &edges[l]) { Err(Fault::Crossing(k, l)) } else { Ok(()) }
}

/// That nobody says stop, so many units on.
#[inline]
pub(super) fn go_on(units: usize) -> core::result::Result<(), Fault> {
    if progress::pause(units).is_break() { Err(Fault::Stopped) } else { Ok(()) }
}

/// Whether two edges cross each other, not only touch.
pub(super) fn cross(e: &Edge, f: &Edge) -> bool {
    if e.a == f.a || e.a == f.b || e.b == f.a || e.b == f.b {
        return false;
    }
    let (p, q) = (orient::turn(e.a, e.b, f.a), orient::turn(e.a, e.b, f.b));
    if p * q >= 0 {
        return false;
    }
    let (a, b) = (orient::turn(f.a, f.b, e.a), orient::turn(f.a, f.b, e.b));
    // As in `orient::crosses`: the same side of the sphere.
    b == p && a == q
}
