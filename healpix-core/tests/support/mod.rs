//! What several test files need: both numberings behind one trait, repeatable random numbers,
//! positions that lie where rounding hurts.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses a part of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where something is missing")]
#![allow(clippy::wrong_self_convention, reason = "the trait has the names of the functions")]

pub mod awkward;
pub mod random;
pub mod regions;

use healpix_core::{Cell, Depth, Direction, FaceIj, LonLat, Nside, Result, RingCell, UnitVec, nested, ring};

pub fn depth(depth: u8) -> Depth {
    Depth::new(depth).expect("a depth")
}

pub fn nside(nside: u32) -> Nside {
    Nside::new(nside).expect("an nside")
}

pub fn radians(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap_or_else(|error| panic!("({lon:e}, {lat:e}): {error}"))
}

pub fn degrees(lon: f64, lat: f64) -> LonLat {
    LonLat::from_degrees(lon, lat).unwrap_or_else(|error| panic!("({lon:e}, {lat:e}): {error}"))
}

/// The vector of a position, by `f64::sin_cos` and not by the library.
pub fn vector(at: LonLat) -> [f64; 3] {
    let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = (at.lon().sin_cos(), at.lat().sin_cos());
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

pub fn minus(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub fn length([x, y, z]: [f64; 3]) -> f64 {
    (x * x + y * y + z * z).sqrt()
}

/// The nth double after `value`, or before it for negative `n`.
pub fn ulps_away(value: f64, n: i64) -> f64 {
    // Doubles are in the order of their bits, up to the sign.
    let fold = |bits: i64| if bits < 0 { i64::MIN - bits } else { bits };
    f64::from_bits(fold(fold(value.to_bits() as i64).saturating_add(n)) as u64)
}

/// Something for every cell of every nested depth up to `$deepest` and of the ring grids of `NSIDES`.
#[macro_export]
macro_rules! on_all_grids {
    ($deepest:expr, |$grid:ident, $cell:ident| $body:block) => {
        for depth in 0..=$deepest {
            let $grid = $crate::support::depth(depth);
            for $cell in 0..$grid.n_cells() $body
        }
        for nside in $crate::support::NSIDES {
            let $grid = $crate::support::nside(nside);
            for $cell in 0..$grid.n_cells() $body
        }
    };
}

/// Nsides of every kind: powers of two, odd, even, prime.
pub const NSIDES: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 12, 17, 100, 255];

/// A numbering of the cells of one resolution: `Depth` is the nested one, `Nside` the ring one.
pub trait Grid: Copy + std::fmt::Debug {
    fn size(self) -> Nside;
    fn hash(self, at: LonLat) -> u64;
    fn hash_vec(self, v: UnitVec) -> u64;
    fn hash_with_offsets(self, at: LonLat) -> (u64, f64, f64);
    fn center(self, cell: u64) -> LonLat;
    fn center_deg(self, cell: u64) -> LonLat;
    fn center_vec(self, cell: u64) -> UnitVec;
    fn position(self, cell: u64, dx: f64, dy: f64) -> Result<LonLat>;
    fn position_deg(self, cell: u64, dx: f64, dy: f64) -> Result<LonLat>;
    fn vertices(self, cell: u64) -> [LonLat; 4];
    fn vertices_deg(self, cell: u64) -> [LonLat; 4];
    fn path_along_edge(self, cell: u64, k: u32) -> Result<Vec<LonLat>>;
    fn grid(self, cell: u64, k: u32) -> Result<Vec<LonLat>>;
    fn neighbor(self, direction: Direction, cell: u64) -> Option<u64>;
    fn neighbors(self, cell: u64) -> [Option<u64>; 8];
    fn neighbor_ring(self, cell: u64, k: u32) -> Result<Vec<u64>>;
    fn neighbor_disc(self, cell: u64, k: u32) -> Result<Vec<u64>>;
    fn to_face_ij(self, cell: u64) -> FaceIj;
    fn from_face_ij(self, at: FaceIj) -> Result<u64>;
    fn interpolate_rings(self, at: LonLat) -> [(u64, f64); 4];
    fn interpolate_bilinear(self, at: LonLat) -> [(u64, f64); 4];

    fn side(self) -> f64 {
        f64::from(self.size().get())
    }
    fn cells(self) -> u64 {
        self.size().n_cells()
    }
    /// The neighbours that there are, sorted.
    fn around(self, cell: u64) -> Vec<u64> {
        let mut found: Vec<u64> = self.neighbors(cell).into_iter().flatten().collect();
        found.sort_unstable();
        found
    }
}

macro_rules! grid {
    ($resolution:ty, $door:ident, $cell:ident, $size:expr) => {
        impl Grid for $resolution {
            fn size(self) -> Nside {
                let size: fn($resolution) -> Nside = $size;
                size(self)
            }
            fn hash(self, at: LonLat) -> u64 {
                $door::hash(self, at).index()
            }
            fn hash_vec(self, v: UnitVec) -> u64 {
                $door::hash_vec(self, v).index()
            }
            fn hash_with_offsets(self, at: LonLat) -> (u64, f64, f64) {
                let (cell, dx, dy) = $door::hash_with_offsets(self, at);
                (cell.index(), dx, dy)
            }
            fn center(self, cell: u64) -> LonLat {
                $door::center($cell::new(self, cell).expect("a cell"))
            }
            fn center_deg(self, cell: u64) -> LonLat {
                $door::center_deg($cell::new(self, cell).expect("a cell"))
            }
            fn center_vec(self, cell: u64) -> UnitVec {
                $door::center_vec($cell::new(self, cell).expect("a cell"))
            }
            fn position(self, cell: u64, dx: f64, dy: f64) -> Result<LonLat> {
                $door::position($cell::new(self, cell)?, dx, dy)
            }
            fn position_deg(self, cell: u64, dx: f64, dy: f64) -> Result<LonLat> {
                $door::position_deg($cell::new(self, cell)?, dx, dy)
            }
            fn vertices(self, cell: u64) -> [LonLat; 4] {
                $door::vertices($cell::new(self, cell).expect("a cell"))
            }
            fn vertices_deg(self, cell: u64) -> [LonLat; 4] {
                $door::vertices_deg($cell::new(self, cell).expect("a cell"))
            }
            fn path_along_edge(self, cell: u64, k: u32) -> Result<Vec<LonLat>> {
                $door::path_along_edge($cell::new(self, cell)?, k)
            }
            fn grid(self, cell: u64, k: u32) -> Result<Vec<LonLat>> {
                $door::grid($cell::new(self, cell)?, k)
            }
            fn neighbor(self, direction: Direction, cell: u64) -> Option<u64> {
                $door::neighbor(direction, $cell::new(self, cell).expect("a cell")).map(|c| c.index())
            }
            fn neighbors(self, cell: u64) -> [Option<u64>; 8] {
                $door::neighbors($cell::new(self, cell).expect("a cell")).map(|c| c.map(|c| c.index()))
            }
            fn neighbor_ring(self, cell: u64, k: u32) -> Result<Vec<u64>> {
                $door::neighbor_ring($cell::new(self, cell)?, k)
            }
            fn neighbor_disc(self, cell: u64, k: u32) -> Result<Vec<u64>> {
                $door::neighbor_disc($cell::new(self, cell)?, k)
            }
            fn to_face_ij(self, cell: u64) -> FaceIj {
                $door::to_face_ij($cell::new(self, cell).expect("a cell"))
            }
            fn from_face_ij(self, at: FaceIj) -> Result<u64> {
                $door::from_face_ij(self, at).map(|cell| cell.index())
            }
            fn interpolate_rings(self, at: LonLat) -> [(u64, f64); 4] {
                $door::interpolate_rings(self, at).map(|(cell, weight)| (cell.index(), weight))
            }
            fn interpolate_bilinear(self, at: LonLat) -> [(u64, f64); 4] {
                $door::interpolate_bilinear(self, at).map(|(cell, weight)| (cell.index(), weight))
            }
        }
    };
}

grid!(Depth, nested, Cell, |depth| depth.nside());
grid!(Nside, ring, RingCell, |nside| nside);
