use std::time::Instant;
use healpix_core::*;
fn t(name:&str, n: usize, mut f: impl FnMut()) { let mut best=f64::MAX; for _ in 0..5 { let s=Instant::now(); f(); best=best.min(s.elapsed().as_secs_f64()); } println!("{name:30} {:.1} ns", best*1e9/n as f64); }
fn main() {
    let n = 1<<20; let (lon,lat)=healpix_benches::positions(n,1);
    for d in [12u8,29] {
    let depth=Depth::new(d).unwrap(); let mut out=vec![0u64;n];
    t("hash ours", n, || batch::nested::hash(depth,&lon,&lat,&mut out).unwrap());
    let l=cdshealpix::nested::get(d);
    t("hash cds", n, || for k in 0..n { out[k]=l.hash(lon[k],lat[k]); });
    let cells=healpix_benches::cells(n, depth.n_cells(), 3);
    let (mut a,mut b)=(vec![0.0;n],vec![0.0;n]);
    t("center ours", n, || batch::nested::center(depth,&cells,&mut a,&mut b).unwrap());
    t("center cds", n, || for k in 0..n { let (x,y)=l.center(cells[k]); a[k]=x; b[k]=y; });
    t("to_ring ours", n, || batch::nested::to_ring(depth,&cells,&mut out).unwrap());
    t("to_ring cds", n, || for k in 0..n { out[k]=l.to_ring(cells[k]); });
    t("to_nested ours", n, || batch::ring::to_nested(depth.nside(),&cells,&mut out).unwrap());
    t("to_nested cds", n, || for k in 0..n { out[k]=l.from_ring(cells[k]); });
    let mut out8=vec![0u64;8*n];
    t("neighbors ours", n, || batch::nested::neighbors(depth,&cells,&mut out8).unwrap());
    t("distance", n, || batch::sphere::distance(&lon,&lat,&lat,&lat,&mut a).unwrap());
    }
}
