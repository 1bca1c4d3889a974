//! Between depths and numberings: parents, children, ranges, uniq numbers, nested to ring.

use healpix_core::batch::{nested, ring};
use healpix_core::{Depth, Error, Nside};
use pyo3::prelude::*;

use crate::call::{Ask, elementwise};
use crate::given::Given;
use crate::lists::each;
use crate::output::Kind;
use crate::points::{convert, widen};
use crate::resolution::one_named;
use crate::unit::Unit;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;
type Object<'a, 'py> = &'a Bound<'py, PyAny>;

pub fn to_ring<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 1, ask, nested::to_ring)
}

pub fn to_nested<'py>(nside: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(nside, cell, 1, ask, ring::to_nested)
}

pub fn ring_of<'py>(nside: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(nside, cell, 1, ask, |nside: Nside, cells, out| {
        let mut narrow = vec![0; cells.len()];
        let result = ring::ring_of(nside, cells, &mut narrow);
        widen(&narrow, u32::MAX, out);
        result
    })
}

pub fn parent<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 1, ask, nested::parent)
}

pub fn ancestor<'py>(
    depth: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    ancestor_depth: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let to = one_named::<Depth>(ancestor_depth, "ancestor_depth")?;
    convert(depth, cell, 1, ask, |depth, cells, out| nested::ancestor(depth, to, cells, out))
}

pub fn children<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 4, ask, nested::children)
}

pub fn siblings<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 4, ask, nested::siblings)
}

pub fn base_cell<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 1, ask, |depth, cells, out| nested::ancestor(depth, Depth::new(0)?, cells, out))
}

pub fn range<'py>(
    depth: Object<'_, 'py>,
    cell: Object<'_, 'py>,
    deeper_depth: Object<'_, 'py>,
    ask: &Ask<'_, 'py>,
) -> Answer<'py> {
    let to = one_named::<Depth>(deeper_depth, "deeper_depth")?;
    let arguments = [Given::cells(cell, "cell")];
    let kinds = [Kind::U(1), Kind::U(1)];
    elementwise(depth.py(), Some(depth), arguments, kinds, ask, |depth: Depth, [cell], [first, last]| {
        nested::range(depth, to, cell.cells(), first.cells(), last.cells())
    })
}

pub fn to_uniq<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 1, ask, nested::to_uniq)
}

pub fn to_zuniq<'py>(depth: Object<'_, 'py>, cell: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    convert(depth, cell, 1, ask, nested::to_zuniq)
}

pub fn from_uniq<'py>(uniq: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    unpacked(uniq, "uniq", ask, nested::from_uniq)
}

pub fn from_zuniq<'py>(zuniq: Object<'_, 'py>, ask: &Ask<'_, 'py>) -> Answer<'py> {
    unpacked(zuniq, "zuniq", ask, nested::from_zuniq)
}

fn unpacked<'py>(
    numbers: Object<'_, 'py>,
    name: &str,
    ask: &Ask<'_, 'py>,
    function: impl Fn(&[u64], &mut [u8], &mut [u64]) -> Result<(), Error> + Sync,
) -> Answer<'py> {
    let arguments = [Given::cells(numbers, name)];
    let kinds = [Kind::U(1), Kind::U(1)];
    elementwise(numbers.py(), None, arguments, kinds, ask, |(), [numbers], [depths, cells]| {
        let mut narrow = vec![0; numbers.cells().len()];
        let result = function(numbers.cells(), &mut narrow, cells.cells());
        widen(&narrow, u8::MAX, depths.cells());
        result
    })
}

pub fn info<'py>(nside: Object<'_, 'py>, ring: Object<'_, 'py>, unit: &str, ask: &Ask<'_, 'py>) -> Answer<'py> {
    let py = nside.py();
    let unit = Unit::named(py, unit)?;
    let arguments = [Given::cells(ring, "ring")];
    let kinds = [Kind::U(1), Kind::U(1), Kind::F(1), Kind::B];
    elementwise(py, Some(nside), arguments, kinds, ask, |at: Nside, [rings], [first, count, lat, shifted]| {
        let (first, count, lat, shifted) = (first.cells(), count.cells(), lat.floats(), shifted.bools());
        first.fill(u64::MAX);
        count.fill(u64::MAX);
        lat.fill(f64::NAN);
        each(rings.cells(), 1, |ring, place| {
            let info = healpix_core::ring::info(at, u32::try_from(ring).unwrap_or(u32::MAX))?;
            first[place.clone()].fill(info.first);
            count[place.clone()].fill(u64::from(info.count));
            lat[place.clone()].fill(if unit == Unit::Degrees { info.lat.to_degrees() } else { info.lat });
            shifted[place].fill(info.shifted);
            Ok(())
        })
    })
}
