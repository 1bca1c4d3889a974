//! Instruction counts under callgrind.
use healpix_core::{Depth, batch};
fn main() {
    let n = 1 << 17;
    let (lon, lat) = healpix_benches::positions(n, 1);
    let mut out = vec![0u64; n];
    batch::nested::hash(Depth::MAX, &lon, &lat, &mut out).ok();
    println!("{}", out.iter().fold(0u64, |a, b| a ^ b));
}
