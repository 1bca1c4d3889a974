use super::super::check;
use super::super::tree::Tree;
use super::*;
use crate::region::anchor::Anchor;

struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 ^ (self.0 >> 29)) >> 20
    }

    fn below(&mut self, limit: u64) -> usize {
        (self.bits() % limit) as usize
    }

    fn unit(&mut self) -> f64 {
        self.bits() as f64 / (1u64 << 43) as f64 - 1.0
    }

    /// Points with few values: on one another, on edges, on common meridians.
    fn coarse(&mut self, n: u64) -> Vec3 {
        let mut c = || self.below(n) as f64 / (n - 1) as f64 - 0.5;
        let (x, y) = (c(), c());
        match self.below(12) {
            0 => Vec3::new(0.5, x, y),
            1 => Vec3::new(y, x, -0.5),
            _ => Vec3::new(x, y, 0.5),
        }
    }

    fn point(&mut self) -> Vec3 {
        Vec3::new(self.unit(), self.unit(), self.unit()).unit()
    }
}

fn edges(rings: &[Vec<Vec3>]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (ring, vertices) in rings.iter().enumerate() {
        let mut kept: Vec<Vec3> = Vec::new();
        for v in vertices {
            let v = orient::snap(*v);
            if kept.last() != Some(&v) && (kept.is_empty() || (v + kept[kept.len() - 1]).norm2() > 1e-20) {
                kept.push(v);
            }
        }
        if kept.len() < 3 || kept[0] == kept[kept.len() - 1] || (kept[0] + kept[kept.len() - 1]).norm2() < 1e-20 {
            continue;
        }
        for k in 0..kept.len() {
            let end = |k: usize| (kept[k % kept.len()], Anchor::of(kept[k % kept.len()]));
            edges.push(Edge::new(end(k), end(k + 1), ring, k));
        }
    }
    edges
}

/// The sweep's answer, which must be that of all pairs.
fn checked(rings: &[Vec<Vec3>]) -> Option<bool> {
    let edges = edges(rings);
    if edges.is_empty() {
        return None;
    }
    // Coarse points are not of length 1, so their balls would not do.
    let balls = alloc::vec![Ball::new(Vec3::ZERO, 2.0); edges.len()];
    let swept = no_crossing(&edges, &balls)?;
    let crossing = (0..edges.len()).any(|l| (0..l).any(|k| check::cross(&edges[k], &edges[l])));
    assert_eq!(swept.is_err(), crossing, "{swept:?} {rings:?}");
    if let Err(Fault::Crossing(k, l)) = swept {
        assert!(check::cross(&edges[k], &edges[l]), "{k} {l} {rings:?}");
    }
    Some(crossing)
}

#[test]
fn the_sweep_disagrees_with_all_pairs_where_edges_touch() {
    let mut random = Random(1);
    let (mut clear, mut crossed) = (0, 0);
    for _ in 0..60_000 {
        let n = 3 + random.below(6);
        let (rings, vertices) = (1 + random.below(3), 3 + random.below(3));
        let rings: Vec<Vec<Vec3>> =
            (0..rings).map(|_| (0..vertices).map(|_| random.coarse(n as u64)).collect()).collect();
        match checked(&rings) {
            Some(false) => clear += 1,
            Some(true) => crossed += 1,
            None => {}
        }
    }
    assert!(clear > 2000 && crossed > 2000, "{clear} {crossed}");
}

/// Whether the groups find a crossing.
fn groups_find_one(rings: &[Vec<Vec3>]) -> Option<bool> {
    let edges = edges(rings);
    let mut found = false;
    let complete = Tree::new(&edges)
        .meeting_pairs(|k, l| found |= k != l && check::cross(&edges[k as usize], &edges[l as usize]))
        .ok()?;
    (found || complete).then_some(found)
}

#[test]
fn the_sweep_disagrees_with_all_pairs_on_random_rings() {
    let mut random = Random(2);
    let (mut clear, mut crossed) = (0, 0);
    for _ in 0..3000 {
        // Small rings all over the sphere, some of them large.
        let count = 1 + random.below(30);
        let rings: Vec<Vec<Vec3>> = (0..count)
            .map(|_| {
                let (center, size) = (random.point(), 0.5f64.powi(random.below(12) as i32));
                (0..3).map(|_| (center + random.point() * size).unit()).collect()
            })
            .collect();
        let crossing = checked(&rings);
        assert!(groups_find_one(&rings).is_none_or(|found| Some(found) == crossing), "{rings:?}");
        match crossing {
            Some(false) => clear += 1,
            Some(true) => crossed += 1,
            None => {}
        }
    }
    assert!(clear > 300 && crossed > 300, "{clear} {crossed}");
}

/// A ring around an axis of a sphere turned somehow, its vertices at these latitudes.
fn around(front: Vec3, latitudes: &[f64]) -> Vec<Vec3> {
    let axes = Axes::new(front, 0.4);
    let at = |(k, latitude): (usize, &f64)| {
        let (s, c) = trig::sin_cos(k as f64 / latitudes.len() as f64 * core::f64::consts::TAU, 0.0);
        let (z, r) = trig::sin_cos(*latitude, 0.0);
        axes.front * (c * r) + axes.east * (s * r) + axes.north * z
    };
    latitudes.iter().enumerate().map(at).collect()
}

#[test]
fn rings_around_the_whole_sphere_cross() {
    let mut random = Random(3);
    for round in 0..300 {
        let (front, n) = (random.point(), 30 + random.below(200));
        let ring = around(front, &(0..n).map(|_| random.unit()).collect::<Vec<_>>());
        assert_eq!(checked(core::slice::from_ref(&ring)), Some(false), "round {round}");
        // Two vertices exchanged, or another ring across.
        let mut wrong = ring.clone();
        wrong.swap(random.below(n as u64), 0);
        checked(&[wrong]);
        checked(&[ring, around(random.point(), &[0.1; 9])]);
    }
}

#[test]
fn needles_take_long_or_are_said_to_cross() {
    let n = 40_000;
    let mut random = Random(4);
    let latitudes: Vec<f64> = (0..n).map(|k| if k % 2 == 0 { 0.8 } else { -0.8 } + 0.1 * random.unit()).collect();
    let mut ring = around(Vec3::new(0.6, 0.64, 0.48), &latitudes);
    let swept = |ring: &[Vec3]| {
        let edges = edges(&[ring.to_vec()]);
        let balls: Vec<Ball> = edges.iter().map(Ball::around).collect();
        no_crossing(&edges, &balls)
    };
    assert_eq!(swept(&ring), Some(Ok(())));
    ring.swap(n / 3, n / 3 + 2);
    assert!(matches!(swept(&ring), Some(Err(_))));
}
