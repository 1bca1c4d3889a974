use super::*;

/// The determinant by digits of 31 bits, with none of the code under test.
fn digits(a: [i64; 3], b: [i64; 3], c: [i64; 3]) -> i32 {
    const BASE: i128 = 1 << 31;
    let split = |x: i64| {
        let (sign, size) = (i128::from(x.signum()), i128::from(x.unsigned_abs()));
        [size % BASE * sign, size / BASE % BASE * sign, size / BASE / BASE * sign]
    };
    let mut sum = [0i128; 8];
    let mut add = |x: i64, y: i64, z: i64, sign: i128| {
        for (i, p) in split(x).into_iter().enumerate() {
            for (j, q) in split(y).into_iter().enumerate() {
                for (k, r) in split(z).into_iter().enumerate() {
                    sum[i + j + k] += sign * p * q * r;
                }
            }
        }
    };
    for (i, j, k, sign) in [(0, 1, 2, 1), (1, 2, 0, 1), (2, 0, 1, 1), (2, 1, 0, -1), (1, 0, 2, -1), (0, 2, 1, -1)] {
        add(a[i], b[j], c[k], sign);
    }
    for k in 0..7 {
        let carry = sum[k].div_euclid(BASE);
        sum[k] -= carry * BASE;
        sum[k + 1] += carry;
    }
    match sum[7] {
        0 if sum.iter().all(|d| *d == 0) => 0,
        top if top < 0 => -1,
        _ => 1,
    }
}

struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 ^ (self.0 >> 29)
    }

    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    }

    fn point(&mut self) -> Vec3 {
        snap(Vec3::new(self.unit(), self.unit(), self.unit()).unit())
    }
}

#[test]
fn integer_determinants_have_another_sign() {
    let mut random = Random(1);
    let mut ties = 0;
    for _ in 0..20_000 {
        let mut near = |x: i64| x.saturating_add((random.bits() % 5) as i64 - 2).clamp(-(1 << 62), 1 << 62);
        let a = [near(1 << 62), near(0), near(-(1 << 61))];
        let b = [near(-(1 << 62)), near(1 << 61), near(5)];
        // Near the plane of the two.
        let c = [near(a[0] / 2 + b[0] / 2), near(a[1] / 2 + b[1] / 2), near(a[2] / 2 + b[2] / 2)];
        let expected = digits(a, b, c);
        ties += i32::from(expected == 0);
        assert_eq!(sign(det(cross(a, b), c)).map_or(0, |up| if up { 1 } else { -1 }), expected, "{a:?} {b:?} {c:?}");
    }
    assert!(ties > 0);
}

#[test]
fn doubles_and_integers_disagree() {
    let mut random = Random(2);
    for k in 0..20_000 {
        let (a, b) = (random.point(), random.point());
        // All distances from the great circle, down to none.
        let off = random.point() * 0.5f64.powi(k % 70);
        let c = snap((a + b + off).unit());
        let expected = digits(integers(a), integers(b), integers(c));
        assert_eq!(turn(a, b, c), expected);
        if expected != 0 {
            assert_eq!(is_left(a, b - a, b, c), expected > 0);
            assert_eq!(is_left_of_path(c, a, b), digits(integers(c), integers(a), integers(b)) > 0);
        }
    }
}

#[test]
fn ways_there_and_back_cross_differently() {
    let mut random = Random(3);
    // Points of a coarse lattice: many ties.
    let mut coarse = || {
        let mut c = || ((random.bits() >> 33) % 5) as f64 * 0.25 - 0.5;
        snap(Vec3::new(c(), c(), 0.5))
    };
    for _ in 0..20_000 {
        let (a, b, p, q, r) = (coarse(), coarse(), coarse(), coarse(), coarse());
        if a == b || p == q || q == r || p == r {
            continue;
        }
        let crossed = crosses(a, b - a, b, p, q);
        assert_eq!(crossed, crosses(a, b - a, b, q, p), "{a:?} {b:?} {p:?} {q:?}");
        assert_eq!(crossed, crosses(b, a - b, a, p, q), "{a:?} {b:?} {p:?} {q:?}");
    }
}

#[test]
fn a_closed_way_crosses_a_ring_an_odd_number_of_times() {
    let mut random = Random(4);
    let mut coarse = || {
        let mut c = || ((random.bits() >> 33) % 5) as f64 * 0.25 - 0.5;
        snap(Vec3::new(c(), c(), 0.5))
    };
    for _ in 0..20_000 {
        let ring = [coarse(), coarse(), coarse()];
        let way = [coarse(), coarse(), coarse()];
        let distinct = |t: &[Vec3; 3]| t[0] != t[1] && t[1] != t[2] && t[2] != t[0];
        if !distinct(&ring) || !distinct(&way) {
            continue;
        }
        let mut crossings = 0;
        for k in 0..3 {
            let (a, b) = (ring[k], ring[(k + 1) % 3]);
            crossings += (0..3).filter(|l| crosses(a, b - a, b, way[*l], way[(l + 1) % 3])).count();
        }
        assert_eq!(crossings % 2, 0, "{ring:?} {way:?}");
    }
}
