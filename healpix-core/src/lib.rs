//! HEALPix: the sphere cut into cells of equal area (Górski et al. 2005, ApJ 622, 759).
//!
//! Positions become cells, cells become positions, and a catalogue of positions becomes an index that
//! answers "which rows lie near here". Every answer is defined and exact: `hash` returns *the* cell
//! that contains a point, at every depth and nside, for every finite input, on and next to borders
//! too. Bad input is an [`Error`] that says what was wrong; nothing panics.
//!
//! ```
//! use healpix_core::{Depth, LonLat, nested};
//!
//! let vega = LonLat::from_degrees(279.2347, 38.7837)?;
//! let cell = nested::hash(Depth::new(8)?, vega);
//! println!("Vega is in cell {} of {}", cell.index(), cell.depth().n_cells());
//! for neighbor in nested::neighbors(cell).into_iter().flatten() {
//!     println!("next to it: {}", neighbor.index());
//! }
//! # Ok::<(), healpix_core::Error>(())
//! ```
//!
//! # The rooms
//!
//! | room | what is in it |
//! |---|---|
//! | [`nested`] | cells by [`Depth`], 0 to 29: hash, centre, vertices, neighbours, hierarchy, edges, interpolation |
//! | [`ring`] | the same by [`Nside`], any from 1 to 2^29; whole rings |
//! | [`batch`] | all of that for slices, with sentinels for bad elements |
//! | [`index`] | [`PointIndex`]: a catalogue sorted by cell; nearest rows, rows within a radius or any region, cross-match |
//! | [`region`] | cones, annuli, ellipses, zones, boxes, polygons, and what set operations make of them |
//! | [`coverage`] | the cells that a region touches, and which of them are inside it; nested, or ring at any nside |
//! | [`moc`] | [`Moc`]: sets of cells, their algebra, borders, parts; probability maps |
//! | [`io`] | MOCs as FITS, ASCII and JSON |
//! | [`sphere`] | [`LonLat`], [`UnitVec`], great-circle distance |
//! | [`projection`] | the HEALPix plane, forward and inverse |
//! | [`grid`] | resolutions, directions, base cells, Morton order, cell sizes |
//!
//! # Names you may know
//!
//! | here | healpy | cdshealpix (Rust) | chealpix |
//! |---|---|---|---|
//! | [`ring::hash`], [`nested::hash`] | `ang2pix(..., nest=)` | `nested::hash`, `ring::hash` | `ang2pix_ring`, `ang2pix_nest` |
//! | [`nested::hash_vec`] | `vec2pix` | - | `vec2pix_nest` |
//! | [`nested::hash_with_offsets`] | - | `hash_with_dxdy` | - |
//! | [`nested::center`] | `pix2ang` | `center` | `pix2ang_nest` |
//! | [`nested::center_vec`] | `pix2vec` | - | `pix2vec_nest` |
//! | [`nested::position`] | - | `sph_coo` | - |
//! | [`nested::vertices`] | `boundaries(step=1)` | `vertices` | - |
//! | [`nested::path_along_edge`] | `boundaries(step=k)` | `path_along_cell_edge` | - |
//! | [`nested::grid`] | - | `grid` | - |
//! | [`nested::to_ring`], [`ring::to_nested`] | `nest2ring`, `ring2nest` | `to_ring`, `from_ring` | `nest2ring`, `ring2nest` |
//! | [`nested::neighbors`] | `get_all_neighbours` | `neighbours` | - |
//! | [`nested::neighbor_disc`] | - | `kth_neighbourhood` | - |
//! | [`nested::internal_edge`], [`nested::external_edge`] | - | `internal_edge`, `external_edge` | - |
//! | [`nested::to_uniq`], [`nested::from_uniq`] | - | `to_uniq_ivoa`, `from_uniq_ivoa` | - |
//! | [`nested::to_zuniq`], [`nested::from_zuniq`] | - | `to_zuniq`, `from_zuniq` | - |
//! | [`nested::to_face_ij`] | `pix2xyf` | - | - |
//! | [`ring::interpolate_rings`] | `get_interp_weights` | - | - |
//! | [`nested::interpolate_bilinear`] | - | `bilinear_interpolation` | - |
//! | [`ring::info`] | `ringinfo` | - | - |
//! | [`grid::cell_area`] | `nside2pixarea` | - | - |
//! | [`grid::largest_center_to_vertex_distance`] | `max_pixrad` | `largest_center_to_vertex_distance` | - |
//! | [`grid::best_starting_depth`] | - | `best_starting_depth` | - |
//! | [`coverage::Coverage::of`] a [`region::Cone`] | `query_disc(inclusive=True, nest=True)` | `cone_coverage_approx` | - |
//! | [`coverage::ring_centers_in`], [`coverage::ring_touched`] | `query_disc`, `query_polygon` | - | - |
//! | [`region::Annulus`], [`region::EllipticalCone`], [`region::Zone`], [`region::BoxRegion`], [`region::Polygon`] | `query_polygon`, `query_strip` | `ring_coverage_approx`, `elliptical_cone_coverage`, `zone_coverage`, `box_coverage`, `polygon_coverage` | - |
//! | [`coverage::centers_in`] | `query_disc(nest=True)` | `cone_coverage_centers` | - |
//! | [`Moc`] | - | `BMOC`, the `moc` crate | - |
//! | [`sphere::distance`] | `rotator.angdist` | `haversine_dist` | - |
//! | [`projection::forward`], [`projection::inverse`] | - | `proj`, `unproj` (times 2) | - |
//!
//! healpy's angles are colatitude and longitude unless `lonlat=True`; here they always are longitude
//! and latitude, in radians unless a name ends in `_deg`.
//!
//! # Features
//!
//! `std` (default) takes square roots from the processor; without it the crate is `no_std` with
//! `alloc`, and returns the same bits. `fits` reads and writes FITS files (needs `std`), `json` MOC files in JSON
//! and GeoJSON regions. `parallel` lets several threads work on long slices, as many as [`threads::set_count`] says.
#![no_std]
#![deny(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod batch;
mod brief;
pub mod coverage;
#[cfg(feature = "parallel")]
mod crew;
pub mod error;
pub mod grid;
#[cfg(feature = "std")]
mod hook;
pub mod index;
pub mod io;
pub mod log;
pub mod moc;
pub mod nested;
mod point;
pub mod progress;
pub mod projection;
pub mod region;
pub mod ring;
mod room;
mod sorted;
pub mod sphere;
#[cfg(feature = "parallel")]
pub mod threads;

pub use error::{Error, Result};
pub use grid::{BaseCell, BaseCellRow, Cell, Depth, Direction, FaceIj, Nside, RingCell};
pub use index::PointIndex;
pub use moc::Moc;
pub use sphere::{AngleUnit, LonLat, UnitVec};

/// The README's Rust program, compiled and run by `cargo test`.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
