//! What the slice functions do to a block, in loops that vectorise.

pub(super) mod cells;
pub(super) mod convert;
pub(super) mod interpolate;
pub(super) mod locate;
pub(super) mod neighbors;
pub(super) mod number;
pub(super) mod parts;
pub(super) mod place;
pub(super) mod plane;
pub(super) mod sphere;
