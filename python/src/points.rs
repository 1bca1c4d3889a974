//! What both numberings have: one definition of each element-wise function, for `nested` by depth and `ring` by nside.

use healpix_core::batch::{nested, ring};
use healpix_core::{Depth, Error, Nside};
use pyo3::prelude::*;

use crate::call::{Ask, elementwise};
use crate::given::Given;
use crate::output::Kind;
use crate::position::Position;
use crate::resolution::Resolution;
use crate::unit::Unit;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;
type Object<'a, 'py> = &'a Bound<'py, PyAny>;
type Slices = Result<(), Error>;

/// The slice functions of a numbering.
#[expect(clippy::wrong_self_convention, reason = "the names of the functions; `self` says how fine the cells are")]
pub trait Numbering: Resolution {
    fn hash(self, unit: Unit, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Slices;
    fn hash_vec(self, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Slices;
    fn hash_with_offsets(
        self,
        unit: Unit,
        lon: &[f64],
        lat: &[f64],
        cells: &mut [u64],
        dx: &mut [f64],
        dy: &mut [f64],
    ) -> Slices;
    fn position(self, unit: Unit, cells: &[u64], dx: &[f64], dy: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Slices;
    fn center(self, unit: Unit, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Slices;
    fn center_vec(self, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Slices;
    fn vertices(self, unit: Unit, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Slices;
    fn neighbor(self, direction: healpix_core::Direction, cells: &[u64], out: &mut [u64]) -> Slices;
    fn neighbors(self, cells: &[u64], out: &mut [u64]) -> Slices;
    fn to_face_ij(self, cells: &[u64], face: &mut [u8], i: &mut [u32], j: &mut [u32]) -> Slices;
    fn from_face_ij(self, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Slices;
    fn interpolate_rings(self, unit: Unit, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Slices;
    fn interpolate_bilinear(
        self,
        unit: Unit,
        lon: &[f64],
        lat: &[f64],
        cells: &mut [u64],
        weights: &mut [f64],
    ) -> Slices;
}

macro_rules! numbering {
    ($resolution:ty, $room:ident) => {
        impl Numbering for $resolution {
            fn hash(self, unit: Unit, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Slices {
                match unit {
                    Unit::Degrees => $room::hash_deg(self, lon, lat, cells),
                    Unit::Radians => $room::hash(self, lon, lat, cells),
                }
            }
            fn hash_vec(self, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Slices {
                $room::hash_vec(self, x, y, z, cells)
            }
            fn hash_with_offsets(
                self,
                unit: Unit,
                lon: &[f64],
                lat: &[f64],
                cells: &mut [u64],
                dx: &mut [f64],
                dy: &mut [f64],
            ) -> Slices {
                match unit {
                    Unit::Degrees => $room::hash_with_offsets_deg(self, lon, lat, cells, dx, dy),
                    Unit::Radians => $room::hash_with_offsets(self, lon, lat, cells, dx, dy),
                }
            }
            fn position(
                self,
                unit: Unit,
                cells: &[u64],
                dx: &[f64],
                dy: &[f64],
                lon: &mut [f64],
                lat: &mut [f64],
            ) -> Slices {
                match unit {
                    Unit::Degrees => $room::position_deg(self, cells, dx, dy, lon, lat),
                    Unit::Radians => $room::position(self, cells, dx, dy, lon, lat),
                }
            }
            fn center(self, unit: Unit, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Slices {
                match unit {
                    Unit::Degrees => $room::center_deg(self, cells, lon, lat),
                    Unit::Radians => $room::center(self, cells, lon, lat),
                }
            }
            fn center_vec(self, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Slices {
                $room::center_vec(self, cells, x, y, z)
            }
            fn vertices(self, unit: Unit, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Slices {
                match unit {
                    Unit::Degrees => $room::vertices_deg(self, cells, lon, lat),
                    Unit::Radians => $room::vertices(self, cells, lon, lat),
                }
            }
            fn neighbor(self, direction: healpix_core::Direction, cells: &[u64], out: &mut [u64]) -> Slices {
                $room::neighbor(self, direction, cells, out)
            }
            fn neighbors(self, cells: &[u64], out: &mut [u64]) -> Slices {
                $room::neighbors(self, cells, out)
            }
            fn to_face_ij(self, cells: &[u64], face: &mut [u8], i: &mut [u32], j: &mut [u32]) -> Slices {
                $room::to_face_ij(self, cells, face, i, j)
            }
            fn from_face_ij(self, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Slices {
                $room::from_face_ij(self, face, i, j, cells)
            }
            fn interpolate_rings(
                self,
                unit: Unit,
                lon: &[f64],
                lat: &[f64],
                cells: &mut [u64],
                weights: &mut [f64],
            ) -> Slices {
                match unit {
                    Unit::Degrees => $room::interpolate_rings_deg(self, lon, lat, cells, weights),
                    Unit::Radians => $room::interpolate_rings(self, lon, lat, cells, weights),
                }
            }
            fn interpolate_bilinear(
                self,
                unit: Unit,
                lon: &[f64],
                lat: &[f64],
                cells: &mut [u64],
                weights: &mut [f64],
            ) -> Slices {
                match unit {
                    Unit::Degrees => $room::interpolate_bilinear_deg(self, lon, lat, cells, weights),
                    Unit::Radians => $room::interpolate_bilinear(self, lon, lat, cells, weights),
                }
            }
        }
    };
}
numbering!(Depth, nested);
numbering!(Nside, ring);

pub fn hash<'py, R: Numbering>(
    at: Object<'_, 'py>,
    lon: Object<'_, 'py>,
    lat: Option<Object<'_, 'py>>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let position = Position::of(lon, lat)?;
    elementwise(py, Some(at), position.given(unit), [Kind::U(1)], ask, |at: R, [lon, lat], [cells]| {
        at.hash(unit, lon.floats(), lat.floats(), cells.cells())
    })
}

pub fn hash_vec<'py, R: Numbering>(
    at: Object<'_, 'py>,
    x: Object<'_, 'py>,
    y: Object<'_, 'py>,
    z: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let vector = [Given::numbers(x, "x"), Given::numbers(y, "y"), Given::numbers(z, "z")];
    elementwise(at.py(), Some(at), vector, [Kind::U(1)], ask, |at: R, [x, y, z], [cells]| {
        at.hash_vec(x.floats(), y.floats(), z.floats(), cells.cells())
    })
}

pub fn hash_with_offsets<'py, R: Numbering>(
    at: Object<'_, 'py>,
    lon: Object<'_, 'py>,
    lat: Option<Object<'_, 'py>>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let position = Position::of(lon, lat)?;
    let kinds = [Kind::U(1), Kind::F(1), Kind::F(1)];
    elementwise(py, Some(at), position.given(unit), kinds, ask, |at: R, [lon, lat], [cells, dx, dy]| {
        at.hash_with_offsets(unit, lon.floats(), lat.floats(), cells.cells(), dx.floats(), dy.floats())
    })
}

/// The argument of most functions.
const fn cells<'a, 'py>(cell: Object<'a, 'py>) -> Given<'a, 'py> {
    Given::cells(cell, "cell")
}

pub fn position_in<'py, R: Numbering>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    dx: Object<'_, 'py>,
    dy: Object<'_, 'py>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let arguments = [cells(cell), Given::numbers(dx, "dx"), Given::numbers(dy, "dy")];
    let kinds = [Kind::F(1), Kind::F(1)];
    elementwise(py, Some(at), arguments, kinds, ask, |at: R, [cell, dx, dy], [lon, lat]| {
        at.position(unit, cell.cells(), dx.floats(), dy.floats(), lon.floats(), lat.floats())
    })
}

pub fn center<'py, R: Numbering>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let kinds = [Kind::F(1), Kind::F(1)];
    elementwise(py, Some(at), [cells(cell)], kinds, ask, |at: R, [cell], [lon, lat]| {
        at.center(unit, cell.cells(), lon.floats(), lat.floats())
    })
}

pub fn center_vec<'py, R: Numbering>(at: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    let kinds = [Kind::F(1), Kind::F(1), Kind::F(1)];
    elementwise(at.py(), Some(at), [cells(cell)], kinds, ask, |at: R, [cell], [x, y, z]| {
        at.center_vec(cell.cells(), x.floats(), y.floats(), z.floats())
    })
}

pub fn vertices<'py, R: Numbering>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let kinds = [Kind::F(4), Kind::F(4)];
    elementwise(py, Some(at), [cells(cell)], kinds, ask, |at: R, [cell], [lon, lat]| {
        at.vertices(unit, cell.cells(), lon.floats(), lat.floats())
    })
}

pub fn neighbor<'py, R: Numbering>(
    at: Object<'_, 'py>,
    direction: &str,
    cell: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let direction = direction_named(at.py(), direction)?;
    elementwise(at.py(), Some(at), [cells(cell)], [Kind::U(1)], ask, |at: R, [cell], [out]| {
        at.neighbor(direction, cell.cells(), out.cells())
    })
}

/// A compass direction.
fn direction_named(py: Python<'_>, name: &str) -> PyResult<healpix_core::Direction> {
    const NAMES: [&str; 8] = ["S", "SE", "E", "SW", "NE", "W", "NW", "N"];
    let direction = NAMES.iter().position(|known| *known == name).and_then(|code| {
        let code = u32::try_from(code).ok()?;
        healpix_core::Direction::from_code(code).ok()
    });
    direction.ok_or_else(|| crate::error::refused(py, format!("direction {name:?} is none of {}", NAMES.join(", "))))
}

pub fn neighbors<'py, R: Numbering>(at: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    elementwise(at.py(), Some(at), [cells(cell)], [Kind::U(8)], ask, |at: R, [cell], [out]| {
        at.neighbors(cell.cells(), out.cells())
    })
}

pub fn to_face_ij<'py, R: Numbering>(at: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    let kinds = [Kind::U(1), Kind::U(1), Kind::U(1)];
    elementwise(at.py(), Some(at), [cells(cell)], kinds, ask, |at: R, [cell], [face, i, j]| {
        let n = cell.cells().len();
        let (mut narrow, mut narrow_i, mut narrow_j) = (vec![0; n], vec![0; n], vec![0; n]);
        let result = at.to_face_ij(cell.cells(), &mut narrow, &mut narrow_i, &mut narrow_j);
        widen(&narrow, u8::MAX, face.cells());
        widen(&narrow_i, u32::MAX, i.cells());
        widen(&narrow_j, u32::MAX, j.cells());
        result
    })
}

/// Small numbers as cells are: the sentinel too.
pub fn widen<T: Copy + PartialEq + Into<u64>>(narrow: &[T], sentinel: T, wide: &mut [u64]) {
    for (wide, &narrow) in wide.iter_mut().zip(narrow) {
        *wide = if narrow == sentinel { u64::MAX } else { narrow.into() };
    }
}

/// Numbers as small ones; those that are too large become the largest, which no function allows.
pub fn narrowed<T: TryFrom<u64> + Copy>(wide: &[u64], largest: T) -> Vec<T> {
    wide.iter().map(|&value| T::try_from(value).unwrap_or(largest)).collect()
}

pub fn from_face_ij<'py, R: Numbering>(
    at: Object<'_, 'py>,
    face: Object<'_, 'py>,
    i: Object<'_, 'py>,
    j: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let arguments = [Given::cells(face, "face"), Given::cells(i, "i"), Given::cells(j, "j")];
    elementwise(at.py(), Some(at), arguments, [Kind::U(1)], ask, |at: R, [face, i, j], [cells]| {
        let face = narrowed(face.cells(), u8::MAX);
        let (i, j) = (narrowed(i.cells(), u32::MAX), narrowed(j.cells(), u32::MAX));
        at.from_face_ij(&face, &i, &j, cells.cells())
    })
}

/// Which of the two published interpolations.
#[derive(Clone, Copy)]
pub enum Interpolation {
    Rings,
    Bilinear,
}

pub fn interpolate<'py, R: Numbering>(
    by: Interpolation,
    at: Object<'_, 'py>,
    lon: Object<'_, 'py>,
    lat: Option<Object<'_, 'py>>,
    unit: &str,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let py = at.py();
    let unit = Unit::named(py, unit)?;
    let position = Position::of(lon, lat)?;
    let kinds = [Kind::U(4), Kind::F(4)];
    elementwise(py, Some(at), position.given(unit), kinds, ask, |at: R, [lon, lat], [cells, weights]| match by {
        Interpolation::Rings => at.interpolate_rings(unit, lon.floats(), lat.floats(), cells.cells(), weights.floats()),
        Interpolation::Bilinear => {
            at.interpolate_bilinear(unit, lon.floats(), lat.floats(), cells.cells(), weights.floats())
        }
    })
}

/// Cells in, numbers for each cell out.
pub fn convert<'py, R: Resolution>(
    at: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    width: usize,
    ask: &Ask<'_, 'py>,
    function: impl Fn(R, &[u64], &mut [u64]) -> Slices + Sync,
) -> Answer<'py> {
    elementwise(at.py(), Some(at), [cells(cell)], [Kind::U(width)], ask, |at: R, [cell], [out]| {
        function(at, cell.cells(), out.cells())
    })
}
