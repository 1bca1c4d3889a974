//! What one position or one cell asks of the grid, written once for both numberings.
//!
//! `nested` and `ring` are the doors to these functions with typed arguments, `batch` the door with
//! slices. `cell` holds centre, vertices, paths and grids; `interpolate` and `rings` the two interpolations;
//! `around` the rings and discs of neighbours.

pub(crate) mod around;
pub(crate) mod cell;
pub(crate) mod interpolate;
pub(crate) mod rings;
