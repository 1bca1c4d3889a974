//! MOCs: every operation on random ones, and all they are read from and written to.

use healpix_core::io::FitsKind as CoreKind;
use healpix_core::moc::{CellRange as CoreRange, Connectivity as CoreConnectivity, Moc as CoreMoc};
use healpix_core::{Cell as CoreCell, Depth, LonLat};
use healpix_safe::io::FitsKind;
use healpix_safe::moc::{Cell, CellRange, Connectivity, Moc};
use proptest::prelude::*;

use super::compare::same;
use super::inputs::{cell, depth, double, inputs};

/// A MOC as plain values.
type Plain = (u8, Vec<(u64, u64)>);

fn plain_core(moc: CoreMoc) -> Plain {
    (moc.depth().get(), moc.ranges().iter().map(|range| (range.start, range.end)).collect())
}

fn plain_safe(moc: &Moc) -> Plain {
    (moc.depth(), moc.ranges().iter().map(|range| (range.start, range.end)).collect())
}

/// The same MOC on both sides, or the same error.
fn same_moc(what: &str, core: healpix_core::Result<CoreMoc>, safe: healpix_safe::Result<Moc>) {
    same(what, core.map(plain_core), safe.as_ref().map(plain_safe).map_err(Clone::clone));
}

/// Cells of one depth, close enough together that ranges, borders and holes come about.
fn cells() -> impl Strategy<Value = (u8, Vec<u64>)> {
    (0..=29u8, any::<u64>()).prop_flat_map(|(depth, base)| {
        let n_cells = 12u64 << (2 * u32::from(depth));
        let cell = (0..200u64).prop_map(move |offset| base.wrapping_add(offset) % n_cells);
        let cells =
            prop_oneof![4 => prop::collection::vec(cell.clone(), 0..60), 1 => prop::collection::vec(cell, 0..4)];
        cells.prop_map(move |cells| (depth, cells))
    })
}

fn both((depth, cells): &(u8, Vec<u64>)) -> (CoreMoc, Moc) {
    let core = Depth::new(*depth).and_then(|depth| CoreMoc::from_cells(depth, cells)).expect("good cells");
    (core, Moc::from_cells(*depth, cells).expect("good cells"))
}

proptest! {
    #[test]
    fn building(inputs in inputs(), depth in depth(), level in double(), wide in any::<bool>()) {
        let at = || Depth::new(depth);
        let (cells, lon, lat) = (&inputs.cells, &inputs.lon, &inputs.lat);
        same_moc("empty", at().map(CoreMoc::empty), Moc::empty(depth));
        same_moc("all_sky", at().map(CoreMoc::all_sky), Moc::all_sky(depth));
        same_moc("from_cells", at().and_then(|at| CoreMoc::from_cells(at, cells)), Moc::from_cells(depth, cells));
        same_moc("from_uniq", at().and_then(|at| CoreMoc::from_uniq(at, cells)), Moc::from_uniq(depth, cells));
        // Where the depth and the lengths are bad, each side names what it looks at first.
        if lon.len() == lat.len() || depth <= 29 {
            let core = at().and_then(|at| CoreMoc::from_points(at, lon, lat));
            same_moc("from_points", core, Moc::from_points(depth, lon, lat));
            let core = at().and_then(|at| CoreMoc::from_points_deg(at, lon, lat));
            same_moc("from_points_deg", core, Moc::from_points_deg(depth, lon, lat));
        }
        let mixed: Vec<(u8, u64)> = inputs.face.iter().map(|face| face % 31).zip(cells.iter().copied()).collect();
        let safe: Vec<Cell> = mixed.iter().map(|&(depth, index)| Cell { index, depth, full: 0 }).collect();
        let good: healpix_core::Result<Vec<CoreCell>> =
            mixed.iter().map(|&(depth, index)| CoreCell::new(Depth::new(depth)?, index)).collect();
        match good {
            Ok(good) => {
                let core = at().and_then(|at| CoreMoc::from_mixed_cells(at, good));
                same_moc("from_mixed_cells", core, Moc::from_mixed_cells(depth, &safe));
            }
            Err(_) => prop_assert!(Moc::from_mixed_cells(depth, &safe).is_err()),
        }
        let ranges: Vec<(u64, u64)> = cells.iter().map(|&start| {
            (start, if wide { start.wrapping_mul(3) } else { start.wrapping_add(5) })
        }).collect();
        let core_ranges: Vec<CoreRange> = ranges.iter().map(|&(start, end)| CoreRange { start, end }).collect();
        let safe_ranges: Vec<CellRange> = ranges.iter().map(|&(start, end)| CellRange { start, end }).collect();
        let core = at().and_then(|at| CoreMoc::from_ranges(at, &core_ranges));
        same_moc("from_ranges", core, Moc::from_ranges(depth, &safe_ranges));
        let core = at().and_then(|at| CoreMoc::from_depth29_ranges(at, &core_ranges));
        same_moc("from_depth29_ranges", core, Moc::from_depth29_ranges(depth, &safe_ranges));
        let values: Vec<f64> = inputs.third.iter().map(|value| value.abs()).collect();
        same_moc(
            "credible_region",
            CoreMoc::credible_region(cells, &values, level),
            Moc::credible_region(cells, &values, level),
        );
        same_moc(
            "credible_region_of_probabilities",
            CoreMoc::credible_region_of_probabilities(cells, &values, level),
            Moc::credible_region_of_probabilities(cells, &values, level),
        );
    }

    #[test]
    fn algebra(a in cells(), b in cells(), c in cells()) {
        let ((core_a, a), (core_b, b), (core_c, c)) = (both(&a), both(&b), both(&c));
        same_moc("union", core_a.union(&core_b), a.union(&b));
        same_moc("intersection", core_a.intersection(&core_b), a.intersection(&b));
        same_moc("difference", core_a.difference(&core_b), a.difference(&b));
        same_moc("symmetric_difference", core_a.symmetric_difference(&core_b), a.symmetric_difference(&b));
        for (op, core_answer, answer) in [
            ("union_into", core_a.union(&core_b), into(|to| a.union_into(&b, to))),
            ("intersection_into", core_a.intersection(&core_b), into(|to| a.intersection_into(&b, to))),
            ("difference_into", core_a.difference(&core_b), into(|to| a.difference_into(&b, to))),
            ("symmetric_difference_into", core_a.symmetric_difference(&core_b), into(|to| a.symmetric_difference_into(&b, to))),
            ("complement_into", core_a.complement(), into(|to| a.complement_into(to))),
        ] {
            same_moc(op, core_answer, answer);
        }
        same_moc("complement", core_a.complement(), a.complement());
        same_moc("|", Ok(&core_a | &core_b), Ok(&a | &b));
        same_moc("&", Ok(&core_a & &core_b), Ok(&a & &b));
        same_moc("-", Ok(&core_a - &core_b), Ok(&a - &b));
        same_moc("^", Ok(&core_a ^ &core_b), Ok(&a ^ &b));
        same_moc("!", Ok(!&core_a), Ok(!&a));
        let (core_all, all) = ([&core_a, &core_b, &core_c], [&a, &b, &c]);
        same_moc("union_all", CoreMoc::union_all(core_all), Moc::union_all(all));
        same_moc("intersection_all", CoreMoc::intersection_all(core_all), Moc::intersection_all(all));
        same_moc("union_all", CoreMoc::union_all([]), Moc::union_all([]));
        let (core_part, part) = (&core_a & &core_b, &a & &b);
        for (core, safe) in [(&core_b, &b), (&core_part, &part), (&core_a, &a)] {
            assert_eq!(core_a == *core, a == *safe);
            assert_eq!(core_a.same_set(core), a.same_set(safe));
            assert_eq!(core_a.is_subset(core), a.is_subset(safe));
            assert_eq!(core_a.is_superset(core), a.is_superset(safe));
            assert_eq!(core_a.is_disjoint(core), a.is_disjoint(safe));
        }
    }

    #[test]
    fn questions(a in cells(), inputs in inputs(), other in depth(), number in cell()) {
        let (core, safe) = both(&a);
        assert_eq!(core.clone() == core, safe.clone() == safe);
        assert_eq!((core.is_empty(), core.is_all_sky()), (safe.is_empty(), safe.is_all_sky()));
        assert_eq!(core.n_cells(), safe.n_cells());
        assert_eq!(core.area().to_bits(), safe.area().to_bits());
        assert_eq!(core.sky_fraction().to_bits(), safe.sky_fraction().to_bits());
        assert_eq!(core.first().map(|cell| cell.index()), safe.first());
        assert_eq!(core.last().map(|cell| cell.index()), safe.last());
        let mixed: Vec<(u8, u64)> = safe.cells()?.map(|cell| (cell.depth, cell.index)).collect();
        assert_eq!(core.cells().map(|cell| (cell.depth().get(), cell.index())).collect::<Vec<_>>(), mixed);
        let flat: Vec<u64> = core.flat().collect();
        assert_eq!(flat, safe.flat()?.collect::<Vec<_>>());
        assert_eq!(Ok(flat), safe.to_cells());
        same("to_uniq", core.to_uniq(), safe.to_uniq());

        // Near the cells too, not only anywhere.
        let cells: Vec<u64> = inputs.cells.iter().enumerate().map(|(k, &cell)| *mixed.get(k).map_or(&cell, |at| &at.1)).collect();
        let (lon, lat, n) = (&inputs.lon, &inputs.lat, inputs.lon.len());
        let (mut one, mut two) = (vec![true; n], vec![true; n]);
        same("contains_points", core.contains_points(lon, lat, &mut one), safe.contains_points(lon, lat, &mut two));
        same("contains_points_deg", core.contains_points_deg(lon, lat, &mut one), safe.contains_points_deg(lon, lat, &mut two));
        assert_eq!(one, two);
        let (mut one, mut two) = (vec![true; cells.len()], vec![true; cells.len()]);
        let answer = Depth::new(other).and_then(|depth| core.contains_cells(depth, &cells, &mut one));
        same("contains_cells", answer, safe.contains_cells(other, &cells, &mut two));
        assert_eq!(one, two);
        let answer = Depth::new(other).and_then(|depth| core.overlaps_cells(depth, &cells, &mut one));
        same("overlaps_cells", answer, safe.overlaps_cells(other, &cells, &mut two));
        assert_eq!(one, two);
        let cell = || CoreCell::new(Depth::new(other)?, number);
        same("contains_cell", cell().map(|cell| core.contains_cell(cell)), safe.contains_cell(other, number));
        same("overlaps_cell", cell().map(|cell| core.overlaps_cell(cell)), safe.overlaps_cell(other, number));
        for (&lon, &lat) in lon.iter().zip(lat) {
            same("contains_one", LonLat::new(lon, lat).map(|at| core.contains(at)), safe.contains_one(lon, lat));
            let answer = LonLat::from_degrees(lon, lat).map(|at| core.contains(at));
            same("contains_deg_one", answer, safe.contains_deg_one(lon, lat));
        }
    }

    #[test]
    fn changes(a in cells(), other in depth(), steps in prop_oneof![6 => 0..5u32, 1 => 1025..=u32::MAX], area in double()) {
        let (core, safe) = both(&a);
        same_moc("degraded", Depth::new(other).and_then(|depth| core.degraded(depth)), safe.degraded(other));
        same_moc("refined", Depth::new(other).and_then(|depth| core.refined(depth)), safe.refined(other));
        same_moc("inner_border", core.inner_border(), safe.inner_border());
        same_moc("outer_border", core.outer_border(), safe.outer_border());
        same_moc("expanded", core.expanded(steps), safe.expanded(steps));
        same_moc("contracted", core.contracted(steps), safe.contracted(steps));
        same_moc("fill_holes", core.fill_holes(None), safe.fill_holes(None));
        same_moc("fill_holes", core.fill_holes(Some(area)), safe.fill_holes(Some(area)));
        for (core_kind, kind) in [
            (CoreConnectivity::Edges, Connectivity::Edges),
            (CoreConnectivity::EdgesAndVertices, Connectivity::EdgesAndVertices),
        ] {
            let parts = core.split(core_kind).map(|parts| parts.into_iter().map(plain_core).collect::<Vec<_>>());
            let safe_parts = safe.split(kind)?;
            assert_eq!(safe_parts.len(), safe_parts.iter().len());
            assert!(safe_parts.get(safe_parts.len()).is_none());
            same("split", parts, Ok(safe_parts.iter().map(plain_safe).collect::<Vec<_>>()));
        }
    }

    #[test]
    fn text_and_files(a in cells(), flip in any::<prop::sample::Index>(), bit in 0..8u32) {
        let (core, safe) = both(&a);
        assert_eq!(Ok(core.to_ascii()), safe.to_ascii());
        assert_eq!(core.to_string(), safe.to_string());
        assert_eq!(Ok(core.to_json()), safe.to_json());
        assert_eq!(core.to_string().parse::<Moc>().as_ref(), Ok(&safe));
        assert_eq!(Moc::from_json(&core.to_json()).as_ref(), Ok(&safe));
        // Any character of a text may be another one.
        for (text, json) in [(core.to_ascii(), false), (core.to_json(), true)] {
            let mut bytes = text.into_bytes();
            let at = flip.index(bytes.len());
            bytes[at] = (bytes[at] ^ (1 << bit)) & 0x7f;
            let text = String::from_utf8(bytes).expect("ASCII");
            if json {
                same_moc("from_json", CoreMoc::from_json(&text), Moc::from_json(&text));
            } else {
                same_moc("from_ascii", CoreMoc::from_ascii(&text), Moc::from_ascii(&text));
            }
        }
        for (core_kind, kind) in
            [(CoreKind::Range, FitsKind::Range), (CoreKind::Nuniq, FitsKind::Nuniq), (CoreKind::NuniqV1, FitsKind::NuniqV1)]
        {
            let mut file = core.to_fits(core_kind)?;
            assert_eq!(file, *safe.to_fits(kind)?);
            assert_eq!(Moc::from_fits(&file).as_ref(), Ok(&safe));
            let at = flip.index(file.len());
            file[at] ^= 1 << bit;
            same_moc("from_fits", CoreMoc::from_fits(&file), Moc::from_fits(&file));
            same_moc("from_fits", CoreMoc::from_fits(&file[..at]), Moc::from_fits(&file[..at]));
        }
    }

    #[test]
    fn any_text_and_any_bytes(text in ".{0,40}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        same_moc("from_ascii", CoreMoc::from_ascii(&text), Moc::from_ascii(&text));
        same_moc("from_json", CoreMoc::from_json(&text), Moc::from_json(&text));
        same_moc("from_fits", CoreMoc::from_fits(&bytes), Moc::from_fits(&bytes));
    }
}

/// What a call puts into a MOC that was another one before.
fn into(call: impl FnOnce(&mut Moc) -> healpix_safe::Result<()>) -> healpix_safe::Result<Moc> {
    let mut to = Moc::from_cells(3, &[7, 300])?;
    call(&mut to)?;
    Ok(to)
}
