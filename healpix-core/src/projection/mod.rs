//! The sphere laid out on the HEALPix plane: the one definition that every other room uses.
//!
//! `locate` goes from a position to its cell (with `exact` for the points next to a border), `place`
//! from a cell to positions. `plane` is the projection itself, for those who want its coordinates.
//!
//! ```text
//!  y
//!  1     /\      /\      /\      /\        x in quarter turns; base cells are squares on a corner;
//! 1/2  /    \  /    \  /    \  /    \      |y| = 1/2 is the latitude asin(2/3), where the equal-area
//!  0  \      /\      /\      /\      /     cylinder of the equator gives way to the caps
//!-1/2   \  /    \  /    \  /    \  /
//! -1     \/      \/      \/      \/
//!    x=0     1       2       3       4
//! ```

mod exact;
mod locate;
mod place;
mod plane;

pub(crate) use locate::{Steps, Zone, is_near, locate, locate_with_offsets, quadrant};
pub(crate) use place::{Place, Side, Spot, landmark, place, vectors_at};
pub use plane::{forward, inverse};
pub(crate) use plane::{forward_attempt, inverse_attempt};
