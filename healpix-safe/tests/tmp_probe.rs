use healpix_safe::*;
#[test] fn p(){
 let mut c=[0;2];
 nested::hash(3,&[0.8,3.2],&[0.2,-1.0],&mut c).unwrap(); println!("nested.hash={c:?}");
 nested::hash_deg(3,&[45.0, 185.0],&[10.0, -60.0],&mut c).unwrap(); println!("nested.hash_deg={c:?}");
 ring::hash(8,&[0.8,3.2],&[0.2,-1.0],&mut c).unwrap(); println!("ring.hash={c:?}");
 ring::hash_deg(8,&[45.0, 185.0],&[10.0, -60.0],&mut c).unwrap(); println!("ring.hash_deg={c:?}");
 let mut c=[0]; ring::from_face_ij(2,&[4],&[1],&[0],&mut c).unwrap(); println!("ring.fij={c:?}");
 let mut c=[0;4]; nested::to_ring(1,&[0,1,2,3],&mut c).unwrap(); println!("to_ring={c:?}");
}
