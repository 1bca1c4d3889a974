//! The shapes of the core from the numbers of a C call, in radians or degrees: the one place for regions and for the
//! coverages that are asked for by their shape.

use std::ops::Range;

use healpix_core::region::{Annulus, BoxRegion, Cone, EllipticalCone, Interior, Polygon, Zone};
use healpix_core::{AngleUnit, Error, LonLat};

use crate::angle;
use crate::status::{Failure, HEALPIX_ERR_LENGTH, HEALPIX_ERR_MODE, Outcome};
use crate::version::{HEALPIX_INTERIOR_CONTAINS, HEALPIX_INTERIOR_SMALLER_AREA, HEALPIX_INTERIOR_WINDING};

/// A longitude, a latitude, and what they are measured in.
#[derive(Clone, Copy)]
pub(crate) struct At(pub(crate) f64, pub(crate) f64, pub(crate) AngleUnit);

impl At {
    fn position(self) -> Outcome<LonLat> {
        Ok(LonLat::with_unit(self.0, self.1, self.2)?)
    }
}

pub(crate) fn cone(center: At, radius: f64) -> Outcome<Cone> {
    Ok(Cone::new(center.position()?, angle::radius(radius, center.2)?)?)
}

pub(crate) fn annulus(center: At, inner: f64, outer: f64) -> Outcome<Annulus> {
    let at = center.position()?;
    let radii = (angle::radius(inner, center.2)?, angle::radius(outer, center.2)?);
    if inner > outer {
        return Err(Failure::Core(Error::RadiusOrder { inner, outer }));
    }
    Ok(Annulus::new(at, radii.0, radii.1)?)
}

pub(crate) fn elliptical_cone(center: At, a: f64, b: f64, position_angle: f64) -> Outcome<EllipticalCone> {
    let at = center.position()?;
    let (long, short) = match center.2 {
        AngleUnit::Radians => (a, b),
        AngleUnit::Degrees if 0.0 < b && b <= a && a <= 90.0 => (a.to_radians(), b.to_radians()),
        AngleUnit::Degrees => return Err(Failure::Core(Error::SemiAxes { a, b, limit: 90.0 })),
    };
    Ok(EllipticalCone::new(at, long, short, angle::position_angle(position_angle, center.2)?)?)
}

/// From the south-western corner to the north-eastern one.
pub(crate) fn zone(corner: At, lon_max: f64, lat_max: f64) -> Outcome<Zone> {
    Ok(Zone::with_unit(corner.0, corner.1, lon_max, lat_max, corner.2)?)
}

pub(crate) fn box_region(center: At, width: f64, height: f64, position_angle: f64) -> Outcome<BoxRegion> {
    let at = center.position()?;
    let (width, height) = (angle::size("width", width, center.2)?, angle::size("height", height, center.2)?);
    Ok(BoxRegion::new(at, width, height, angle::position_angle(position_angle, center.2)?)?)
}

/// A polygon of one ring.
pub(crate) fn polygon(lon: &[f64], lat: &[f64], unit: AngleUnit, interior: u32) -> Outcome<Polygon> {
    let interior = match interior {
        HEALPIX_INTERIOR_SMALLER_AREA => Interior::SmallerArea,
        HEALPIX_INTERIOR_WINDING => Interior::Winding,
        HEALPIX_INTERIOR_CONTAINS => {
            return Err(Failure::Call(
                HEALPIX_ERR_MODE,
                "this interior needs the function with a control point".into(),
            ));
        }
        _ => return Err(no_interior(interior)),
    };
    Ok(match unit {
        AngleUnit::Radians => Polygon::from_slices(lon, lat, interior)?,
        AngleUnit::Degrees => Polygon::from_slices_deg(lon, lat, interior)?,
    })
}

/// A polygon of rings that lie one behind the other in the arrays; each entry of `ends` is where one ends.
pub(crate) fn polygon_rings(
    (lon, lat): (&[f64], &[f64]),
    ends: &[usize],
    interior: u32,
    control: At,
) -> Outcome<Polygon> {
    let interior = match interior {
        HEALPIX_INTERIOR_SMALLER_AREA => Interior::SmallerArea,
        HEALPIX_INTERIOR_WINDING => Interior::Winding,
        HEALPIX_INTERIOR_CONTAINS => Interior::Contains(control.position()?),
        _ => return Err(no_interior(interior)),
    };
    let rings = rings(ends, lon.len())?;
    let mut vertices = reserved(lon.len())?;
    for (ring, range) in rings.iter().enumerate() {
        for (vertex, (lon, lat)) in lon[range.clone()].iter().zip(&lat[range.clone()]).enumerate() {
            let position = LonLat::with_unit(*lon, *lat, control.2);
            vertices.push(position.map_err(|error| Error::Vertex { ring, vertex, source: Box::new(error) })?);
        }
    }
    let mut slices = reserved(rings.len())?;
    slices.extend(rings.into_iter().map(|range| &vertices[range]));
    Ok(Polygon::with_rings(&slices, interior)?)
}

/// Where each ring lies among `n` vertices.
fn rings(ends: &[usize], n: usize) -> Outcome<Vec<Range<usize>>> {
    let mut rings = reserved(ends.len())?;
    let mut start = 0;
    for (ring, &end) in ends.iter().enumerate() {
        if end < start || end > n {
            let detail = format!("ring {ring} ends at {end}, which is not from {start} to {n}");
            return Err(Failure::Call(HEALPIX_ERR_LENGTH, detail));
        }
        rings.push(start..end);
        start = end;
    }
    if start != n {
        let detail = format!("the rings end at {start}, but there are {n} vertices");
        return Err(Failure::Call(HEALPIX_ERR_LENGTH, detail));
    }
    Ok(rings)
}

/// Room for a number of elements that the caller chose.
fn reserved<T>(n: usize) -> Outcome<Vec<T>> {
    let mut out = Vec::new();
    out.try_reserve_exact(n).map_err(|_| Error::OutOfMemory { elements: n as u64 })?;
    Ok(out)
}

fn no_interior(interior: u32) -> Failure {
    Failure::Call(HEALPIX_ERR_MODE, format!("interior {interior} is outside 0..=2"))
}
