use healpix_core::batch;
use healpix_core::*;
use std::hint::black_box;
use std::time::Instant;
fn best(n: usize, mut f: impl FnMut()) -> f64 {
    f();
    let mut best = f64::MAX;
    for _ in 0..std::env::var("REPS").map_or(30, |v| v.parse().unwrap()) {
        let t = Instant::now();
        f();
        best = best.min(t.elapsed().as_secs_f64());
    }
    best / n as f64 * 1e9
}
fn main() {
    let n = 1 << 17;
    let filter = std::env::args().nth(1).unwrap_or_default();
    let mut state = 88172645463325252u64;
    let mut rnd = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    let lon: Vec<f64> = (0..n).map(|_| rnd() * std::f64::consts::TAU).collect();
    let lat: Vec<f64> = (0..n).map(|_| (2.0 * rnd() - 1.0).asin()).collect();
    let lond: Vec<f64> = lon.iter().map(|x| x.to_degrees()).collect();
    let latd: Vec<f64> = lat.iter().map(|x| x.to_degrees()).collect();
    let mut cells = vec![0u64; n];
    let mut o8 = vec![0u64; 8 * n];
    let (mut x, mut y, mut z) = (vec![0f64; 4 * n], vec![0f64; 4 * n], vec![0f64; 4 * n]);
    let _ = (&mut o8, &mut y, &mut z);
    for d in [12u8, 29] {
        let depth = Depth::new(d).unwrap();
        let nside = depth.nside();
        let layer = cdshealpix::nested::get(d);
        macro_rules! t {
            ($name:expr, $e:expr) => {
                if format!("|{} {}", $name, d).contains(&filter) {
                    println!(
                        "{:32} d{:2} {:7.2} ns",
                        $name,
                        d,
                        best(n, || {
                            let _ = black_box($e);
                        })
                    );
                }
            };
        }
        t!(
            "cds hash",
            for k in 0..n {
                cells[k] = layer.hash(lon[k], lat[k])
            }
        );
        t!("hash", batch::nested::hash(depth, &lon, &lat, &mut cells));
        t!("hash_deg", batch::nested::hash_deg(depth, &lond, &latd, &mut cells));
        t!("ring hash", batch::ring::hash(nside, &lon, &lat, &mut cells));
        t!(
            "hash one",
            for k in 0..n {
                cells[k] = nested::hash(depth, LonLat::new(lon[k], lat[k]).unwrap()).index()
            }
        );
        t!(
            "hash one deg",
            for k in 0..n {
                cells[k] = nested::hash(depth, LonLat::from_degrees(lond[k], latd[k]).unwrap()).index()
            }
        );
        let zero = vec![0.0; n];
        t!("hash lon=0", batch::nested::hash(depth, &zero, &lat, &mut cells));
        t!("hash lat=0", batch::nested::hash(depth, &lon, &zero, &mut cells));
        let whole: Vec<f64> = lond.iter().map(|x| x.floor()).collect();
        let wholeb: Vec<f64> = latd.iter().map(|x| x.floor()).collect();
        t!("hash_deg whole", batch::nested::hash_deg(depth, &whole, &wholeb, &mut cells));
        let l45: Vec<f64> = lond.iter().map(|x| (x / 45.0).floor() * 45.0).collect();
        t!("hash_deg lon=45k", batch::nested::hash_deg(depth, &l45, &latd, &mut cells));
        t!("hash_deg lon=45k lat=0", batch::nested::hash_deg(depth, &l45, &zero, &mut cells));
        batch::nested::hash(depth, &lon, &lat, &mut cells).unwrap();
        let nest = cells.clone();
        let mut ring = cells.clone();
        batch::nested::to_ring(depth, &nest, &mut ring).unwrap();
        t!(
            "cds center",
            for k in 0..n {
                (x[k], y[k]) = layer.center(nest[k])
            }
        );
        t!("center", batch::nested::center(depth, &nest, &mut x[..n], &mut y[..n]));
        t!("center_deg", batch::nested::center_deg(depth, &nest, &mut x[..n], &mut y[..n]));
        t!("ring center", batch::ring::center(nside, &ring, &mut x[..n], &mut y[..n]));
        t!(
            "center one",
            for k in 0..n {
                (x[k], y[k]) = nested::center(Cell::new(depth, nest[k]).unwrap()).as_given()
            }
        );
        t!("center_vec", batch::nested::center_vec(depth, &nest, &mut x[..n], &mut y[..n], &mut z[..n]));
        t!("vertices", batch::nested::vertices(depth, &nest, &mut x, &mut y));
        t!(
            "cds to_ring",
            for k in 0..n {
                cells[k] = layer.to_ring(nest[k])
            }
        );
        t!("to_ring", batch::nested::to_ring(depth, &nest, &mut cells));
        t!(
            "cds from_ring",
            for k in 0..n {
                cells[k] = layer.from_ring(ring[k])
            }
        );
        t!("to_nested", batch::ring::to_nested(nside, &ring, &mut cells));
        t!("neighbors", batch::nested::neighbors(depth, &nest, &mut o8));
        t!(
            "cds bilinear",
            for k in 0..n {
                black_box(layer.bilinear_interpolation(lon[k], lat[k]));
            }
        );
        t!("interpolate_bilinear", batch::nested::interpolate_bilinear(depth, &lon, &lat, &mut o8[..4 * n], &mut x));
        t!("nested interpolate_rings", batch::nested::interpolate_rings(depth, &lon, &lat, &mut o8[..4 * n], &mut x));
        t!("interpolate_rings ring", batch::ring::interpolate_rings(nside, &lon, &lat, &mut o8[..4 * n], &mut x));
        t!(
            "hash_with_offsets",
            batch::nested::hash_with_offsets(depth, &lon, &lat, &mut cells, &mut x[..n], &mut y[..n])
        );
        batch::sphere::to_vec(&lon, &lat, &mut x[..n], &mut y[..n], &mut z[..n]).unwrap();
        let (vx, vy, vz) = (x[..n].to_vec(), y[..n].to_vec(), z[..n].to_vec());
        t!("hash_vec", batch::nested::hash_vec(depth, &vx, &vy, &vz, &mut cells));
        if d == 12 {
            t!("to_vec", batch::sphere::to_vec(&lon, &lat, &mut x[..n], &mut y[..n], &mut z[..n]));
            t!("from_vec", batch::sphere::from_vec(&vx, &vy, &vz, &mut x[..n], &mut y[..n]));
            t!("distance", batch::sphere::distance(&lon, &lat, &lat, &lat, &mut x[..n]));
            t!("forward", batch::projection::forward(&lon, &lat, &mut x[..n], &mut y[..n]));
            t!("inverse", batch::projection::inverse(&lon, &zero, &mut x[..n], &mut y[..n]));
            t!("parent", batch::nested::parent(depth, &nest, &mut cells));
            t!("children", batch::nested::children(depth, &nest, &mut o8[..4 * n]));
            t!("to_uniq", batch::nested::to_uniq(depth, &nest, &mut cells));
        }
    }
}
