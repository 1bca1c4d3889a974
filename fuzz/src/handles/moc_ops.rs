//! What can be done with MOCs, beside what their models say of it.

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::mocs::{Mocs, Pair, check};
use super::model::{Model, n_cells};
use super::{Owned, position};

type Keep = fn(bool, bool) -> bool;

const KEEPS: [Keep; 4] = [|a, b| a || b, |a, b| a && b, |a, b| a && !b, |a, b| a != b];

pub fn binary(mocs: &mut Mocs, a: usize, b: usize, u: &mut Unstructured) -> Result<()> {
    let which = u.choose_index(4)?;
    let function =
        [healpix_moc_union, healpix_moc_intersection, healpix_moc_difference, healpix_moc_symmetric_difference][which];
    let (a, b) = (&mocs.pairs[a], &mocs.pairs[b]);
    // SAFETY: live handles.
    let moc = Owned::made(|out| unsafe { function(a.moc.get(), b.moc.get(), out) });
    let model = a.model.with(&b.model, KEEPS[which]);
    mocs.add(moc, model);
    Ok(())
}

pub fn into(mocs: &mut Mocs, a: usize, b: usize, u: &mut Unstructured) -> Result<()> {
    let which = u.choose_index(5)?;
    let to = u.choose_index(mocs.pairs.len())?;
    let into = mocs.pairs[to].moc.get();
    let (x, y) = (&mocs.pairs[a], &mocs.pairs[b]);
    // SAFETY: live handles.
    let (status, model, uses) = unsafe {
        if which == 4 {
            (healpix_moc_complement_into(x.moc.get(), into), x.model.complement(), to == a)
        } else {
            let functions = [
                healpix_moc_union_into,
                healpix_moc_intersection_into,
                healpix_moc_difference_into,
                healpix_moc_symmetric_difference_into,
            ];
            let status = functions[which](x.moc.get(), y.moc.get(), into);
            (status, x.model.with(&y.model, KEEPS[which]), to == a || to == b)
        }
    };
    if uses {
        assert_eq!(status, HEALPIX_ERR_OVERLAP);
    } else {
        assert_eq!(status, HEALPIX_OK);
        mocs.pairs[to].model = model;
    }
    check(into, &mocs.pairs[to].model);
    Ok(())
}

pub fn many(mocs: &mut Mocs, u: &mut Unstructured) -> Result<()> {
    let union = u.arbitrary::<bool>()?;
    let mut chosen = Vec::new();
    for _ in 0..u.int_in_range(0..=4u8)? {
        chosen.push(mocs.some(u)?);
    }
    let handles: Vec<*const healpix_moc> = chosen.iter().map(|at| mocs.pairs[*at].moc.get().cast_const()).collect();
    let function = if union { healpix_moc_union_all } else { healpix_moc_intersection_all };
    // SAFETY: live handles, as many.
    let moc = Owned::made(|out| unsafe { function(handles.as_ptr(), handles.len(), out) });
    let none = Model::of(0, |_| !union);
    let keep = KEEPS[usize::from(!union)];
    let model = chosen.iter().fold(none, |model, at| model.with(&mocs.pairs[*at].model, keep));
    mocs.add(moc, model);
    Ok(())
}

pub fn unary(mocs: &mut Mocs, at: usize, u: &mut Unstructured) -> Result<()> {
    let Pair { moc, model } = &mocs.pairs[at];
    let moc = moc.get();
    let depth = u.int_in_range(0..=3u8)?;
    let steps = *u.choose(&[0, 1, 2, 3, 30, 1024])?;
    // SAFETY (of all calls): live handles.
    let (status, made, model) = match u.int_in_range(0..=8u8)? {
        0 => {
            let (status, made) = Owned::or_not(|out| unsafe { healpix_moc_degraded(moc, depth, out) });
            (status, made, (depth <= model.depth).then(|| model.degraded(depth)))
        }
        1 => {
            let (status, made) = Owned::or_not(|out| unsafe { healpix_moc_refined(moc, depth, out) });
            (status, made, (depth >= model.depth).then(|| model.refined(depth)))
        }
        2 => all(Owned::or_not(|out| unsafe { healpix_moc_inner_border(moc, out) }), model.inner_border()),
        3 => all(Owned::or_not(|out| unsafe { healpix_moc_outer_border(moc, out) }), model.outer_border()),
        4 => all(Owned::or_not(|out| unsafe { healpix_moc_expanded(moc, steps, out) }), model.expanded(steps)),
        5 => all(Owned::or_not(|out| unsafe { healpix_moc_contracted(moc, steps, out) }), model.contracted(steps)),
        6 => {
            let max_area = *u.choose(&[f64::INFINITY, f64::NAN, 0.0, 0.2, -1.0, 1.1])?;
            all(Owned::or_not(|out| unsafe { healpix_moc_fill_holes(moc, max_area, out) }), model.fill_holes(max_area))
        }
        7 => all(Owned::or_not(|out| unsafe { healpix_moc_complement(moc, out) }), model.complement()),
        _ => all(Owned::or_not(|out| unsafe { healpix_moc_clone(moc, out) }), model.clone()),
    };
    assert_eq!(status, if model.is_some() { HEALPIX_OK } else { HEALPIX_ERR_DEPTH });
    if let (Some(made), Some(model)) = (made, model) {
        mocs.add(made, model);
    }
    Ok(())
}

type Made = (healpix_status, Option<Owned<healpix_moc>>);

fn all((status, made): Made, model: Model) -> (healpix_status, Option<Owned<healpix_moc>>, Option<Model>) {
    (status, made, Some(model))
}

pub fn split(mocs: &mut Mocs, at: usize, u: &mut Unstructured) -> Result<()> {
    let connectivity = u.int_in_range(0..=1u32)?;
    let pair = &mocs.pairs[at];
    // SAFETY (of all calls): live handles; members are not used after their list.
    let list = Owned::made(|out| unsafe { healpix_moc_split(pair.moc.get(), connectivity, out) });
    let parts = pair.model.split(connectivity == 1);
    assert_eq!(unsafe { healpix_mocs_len(list.get()) }, parts.len());
    for (k, part) in parts.iter().enumerate() {
        check(unsafe { healpix_mocs_get(list.get(), k) }, part);
    }
    assert!(unsafe { healpix_mocs_get(list.get(), parts.len()) }.is_null());
    if !parts.is_empty() {
        let k = u.choose_index(parts.len())?;
        let one = Owned::made(|out| unsafe { healpix_moc_clone(healpix_mocs_get(list.get(), k), out) });
        drop(list);
        mocs.add(one, parts[k].clone());
    }
    Ok(())
}

pub fn questions(a: &Pair, b: &Pair, u: &mut Unstructured) -> Result<()> {
    let (x, y) = (a.moc.get(), b.moc.get());
    let with = |keep: Keep| a.model.with(&b.model, keep).len();
    // SAFETY (of all calls): live handles, and arrays of the lengths given.
    unsafe {
        let same = with(|a, b| a != b) == 0;
        assert_eq!(healpix_moc_same_set(x, y), same);
        assert_eq!(healpix_moc_equals(x, y), same && a.model.depth == b.model.depth);
        assert_eq!(healpix_moc_is_subset(x, y), with(|a, b| a && !b) == 0);
        assert_eq!(healpix_moc_is_superset(x, y), with(|a, b| b && !a) == 0);
        assert_eq!(healpix_moc_is_disjoint(x, y), with(|a, b| a && b) == 0);
    }
    let depth = u.int_in_range(0..=3u8)?;
    let cells: Vec<u64> = (0..n_cells(depth) as u64).collect();
    let n = cells.len();
    let (mut inside, mut overlapping) = (vec![7u8; n], vec![7u8; n]);
    // SAFETY: as above.
    unsafe {
        assert_eq!(healpix_moc_contains_cells(x, depth, cells.as_ptr(), n, inside.as_mut_ptr()), HEALPIX_OK);
        assert_eq!(healpix_moc_overlaps_cells(x, depth, cells.as_ptr(), n, overlapping.as_mut_ptr()), HEALPIX_OK);
    }
    let deep = a.model.refined(3);
    for cell in 0..n {
        let shift = 2 * (3 - depth);
        let mut parts = (cell << shift..(cell + 1) << shift).map(|part| deep.has(part));
        assert_eq!(inside[cell] == 1, parts.clone().all(|part| part), "{depth} {cell}");
        assert_eq!(overlapping[cell] == 1, parts.any(|part| part), "{depth} {cell}");
    }
    let (lon, lat) = position(u)?;
    let cell = u.choose_index(n)?;
    let (mut one, mut all, mut in_cell, mut of_point) = (7, 7, 7, 0);
    // SAFETY: as above.
    unsafe {
        assert_eq!(healpix_moc_contains_one(x, lon, lat, &raw mut one), HEALPIX_OK);
        assert_eq!(healpix_moc_contains_points(x, &raw const lon, &raw const lat, 1, &raw mut all), HEALPIX_OK);
        assert_eq!(healpix_moc_contains_cell(x, depth, cell as u64, &raw mut in_cell), HEALPIX_OK);
        assert_eq!(healpix_nested_hash_one(a.model.depth, lon, lat, &raw mut of_point), HEALPIX_OK);
    }
    assert!(one == all && one == u8::from(a.model.has(of_point as usize)) && in_cell == inside[cell]);
    Ok(())
}

pub fn iterators(pair: &Pair, u: &mut Unstructured) -> Result<()> {
    let moc = pair.moc.get();
    // SAFETY (of all calls): live handles, and live locals.
    let flat = Owned::<healpix_moc_flat_iter>::made(|out| unsafe { healpix_moc_flat_iter_new(moc, out) });
    let largest = Owned::<healpix_moc_iter>::made(|out| unsafe { healpix_moc_iter_new(moc, out) });
    let stop = u.int_in_range(0..=pair.model.len())?;
    for expected in pair.model.cells().take(stop) {
        let mut cell = 0;
        assert_eq!(unsafe { healpix_moc_flat_iter_next(flat.get(), &raw mut cell) }, HEALPIX_OK);
        assert_eq!(cell as usize, expected);
    }
    if stop == pair.model.len() {
        let mut cell = 77;
        assert!(unsafe { healpix_moc_flat_iter_next(flat.get(), &raw mut cell) } == HEALPIX_END && cell == 77);
    }
    let mut rest = pair.model.clone();
    let mut uniq = Vec::new();
    let mut cell = healpix_cell { index: 0, depth: 0, full: 0 };
    while unsafe { healpix_moc_iter_next(largest.get(), &raw mut cell) } == HEALPIX_OK {
        assert!(cell.full == 1 && cell.depth <= rest.depth);
        let shift = 2 * (rest.depth - cell.depth);
        let cells = (cell.index as usize) << shift..(cell.index as usize + 1) << shift;
        assert!(cells.clone().all(|cell| rest.has(cell)), "twice, or not in it");
        // The largest: no ancestor of it is in the MOC as a whole.
        if cell.depth > 0 {
            let parent = cell.index as usize >> 2;
            let family = parent << (shift + 2)..(parent + 1) << (shift + 2);
            assert!(!family.into_iter().all(|cell| pair.model.has(cell)));
        }
        rest = rest.with(&Model::new(rest.depth, cells), |a, b| a && !b);
        uniq.push(cell.index + (4 << (2 * cell.depth)));
    }
    assert_eq!(rest.len(), 0);
    uniq.sort_unstable();
    let (mut got, mut len) = (vec![0u64; uniq.len()], 0);
    assert_eq!(unsafe { healpix_moc_to_uniq(moc, got.len(), got.as_mut_ptr(), &raw mut len) }, HEALPIX_OK);
    assert_eq!(got, uniq);
    Ok(())
}
