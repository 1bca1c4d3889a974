//! From rings of vertices to edges, and that no two of them cross.

use alloc::vec::Vec;

use super::edge::{Ball, Edge};
use super::orient;
use crate::coverage::ROUNDING;
use crate::error::{Error, Result};
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
    for (k, (number, a)) in kept.iter().enumerate() {
        let (_, b) = kept[(k + 1) % kept.len()];
        if (*a + b).norm2() < 1e-28 {
            return Err(Error::Antipodal { ring, edge: *number });
        }
        edges.push(Edge::new(*a, b, ring, *number));
    }
    Ok(())
}

/// Distinct vertices, counted no further than needed.
fn distinct(kept: &[(usize, Vec3)]) -> usize {
    let Some((_, first)) = kept.first() else { return 0 };
    let Some((_, second)) = kept.iter().find(|(_, v)| v != first) else { return 1 };
    if kept.iter().any(|(_, v)| v != first && v != second) { 3 } else { 2 }
}

/// That no two edges cross, by a sweep along the axis on which they are shortest.
pub(super) fn no_crossing(edges: &[Edge], balls: &[Ball]) -> Result<()> {
    let axes: [fn(Vec3) -> f64; 3] = [|v| v.x, |v| v.y, |v| v.z];
    let spans = axes.map(|axis| edges.iter().map(|edge| span(edge, axis)).collect::<Vec<_>>());
    let total = |spans: &[(f64, f64)]| spans.iter().map(|(low, high)| high - low).sum::<f64>();
    let mut spans = spans.into_iter();
    let Some(mut best) = spans.next() else { return Ok(()) };
    for other in spans {
        if total(&other) < total(&best) {
            best = other;
        }
    }
    sweep(edges, balls, &best)
}

/// How far an edge reaches along an axis. With half its chord c, an arc bulges out of its chord by 1 - √(1 - c²),
/// at most c².
fn span(edge: &Edge, axis: fn(Vec3) -> f64) -> (f64, f64) {
    let (a, b) = (axis(edge.a), axis(edge.b));
    let bulge = 0.25 * edge.along.norm2() + ROUNDING;
    (a.min(b) - bulge, a.max(b) + bulge)
}

fn sweep(edges: &[Edge], balls: &[Ball], spans: &[(f64, f64)]) -> Result<()> {
    let mut order: Vec<usize> = (0..edges.len()).collect();
    order.sort_unstable_by(|k, l| spans[*k].0.total_cmp(&spans[*l].0));
    let mut open: Vec<usize> = Vec::new();
    for k in order {
        let (low, _) = spans[k];
        open.retain(|l| spans[*l].1 >= low);
        for l in &open {
            if balls[k].meets(&balls[*l]) && cross(&edges[k], &edges[*l]) {
                let (first, second) = if k < *l { (&edges[k], &edges[*l]) } else { (&edges[*l], &edges[k]) };
                return Err(Error::Crossing {
                    ring: first.ring as usize,
                    edge: first.number as usize,
                    other_ring: second.ring as usize,
                    other_edge: second.number as usize,
                });
            }
        }
        open.push(k);
    }
    Ok(())
}

/// Whether two edges cross each other, not only touch.
fn cross(e: &Edge, f: &Edge) -> bool {
    let (p, q) = (orient::turn(e.a, e.b, f.a), orient::turn(e.a, e.b, f.b));
    if p * q >= 0 {
        return false;
    }
    let (a, b) = (orient::turn(f.a, f.b, e.a), orient::turn(f.a, f.b, e.b));
    // As in `orient::crosses`: the same side of the sphere.
    b == p && a == q
}
