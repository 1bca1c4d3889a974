//! Regions, and coverages beside what each single cell is to the region.

use std::ffi::c_void;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::mocs::{Mocs, check};
use super::model::{Model, n_cells};
use super::{Owned, position, view};

#[derive(Default)]
pub struct Regions {
    regions: Vec<Owned<healpix_region>>,
}

/// What a region is to a cell.
fn relation(region: *const healpix_region, depth: u8, cell: usize) -> u8 {
    let mut relation = 77;
    // SAFETY: a live handle and a live local.
    let status = unsafe { healpix_region_relation_one(region, depth, cell as u64, &raw mut relation) };
    assert!(status == HEALPIX_OK && relation <= HEALPIX_RELATION_FULL);
    relation
}

/// Whether a region has a point.
fn contains(region: *const healpix_region, (lon, lat): (f64, f64)) -> bool {
    let mut inside = 77;
    // SAFETY: a live handle and a live local.
    assert_eq!(unsafe { healpix_region_contains_one(region, lon, lat, &raw mut inside) }, HEALPIX_OK);
    inside == 1
}

impl Regions {
    pub fn any(&self, u: &mut Unstructured) -> Result<Option<*const healpix_region>> {
        if self.regions.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.regions[u.choose_index(self.regions.len())?].get()))
    }

    fn add(&mut self, region: Owned<healpix_region>) {
        if self.regions.len() > 5 {
            self.regions.remove(0);
        }
        self.regions.push(region);
    }

    pub fn step(&mut self, mocs: &mut Mocs, u: &mut Unstructured) -> Result<()> {
        match (u.int_in_range(0..=9u8)?, self.any(u)?) {
            (0..=2, _) | (_, None) => self.shape(u)?,
            (3..=4, Some(_)) => self.combine(u)?,
            (5, Some(region)) => {
                let at = u.choose_index(self.regions.len())?;
                let copy = Owned::made(|out| unsafe { healpix_region_clone(region, out) });
                self.regions[at] = copy;
            }
            (_, Some(region)) => compare(region, mocs, u)?,
        }
        Ok(())
    }

    fn shape(&mut self, u: &mut Unstructured) -> Result<()> {
        let (lon, lat) = position(u)?;
        let sizes = [0.0, 0.01, 0.1, 0.3, 0.785_398_163_397_448_3, 1.2, 1.570_796_326_794_896_6, 3.0];
        let mut size =
            || Ok(*u.choose(&sizes)? * if u.ratio(1, 3)? { 1.0 } else { f64::from(u.arbitrary::<u8>()?) / 256.0 });
        let (a, b, angle): (f64, f64, f64) = (size()?, size()?, size()?);
        let mut points = Vec::new();
        for _ in 0..u.int_in_range(3..=5u8)? {
            points.push(position(u)?);
        }
        let lons: Vec<f64> = points.iter().map(|point| point.0).collect();
        let lats: Vec<f64> = points.iter().map(|point| point.1).collect();
        let which = u.int_in_range(0..=9u8)?;
        // SAFETY: live outputs, and arrays of the lengths given.
        let (_, made) = Owned::or_not(|out| unsafe {
            match which {
                0 => healpix_region_all_sky(out),
                1 => healpix_region_empty(out),
                2..=3 => healpix_region_cone(lon, lat, a, out),
                4 => healpix_region_annulus(lon, lat, a.min(b), a.max(b), out),
                5 => healpix_region_elliptical_cone(lon, lat, a.max(b), a.min(b), angle, out),
                6 => healpix_region_zone(lon, lat.min(lats[0]), lon + a, lat.max(lats[0]), out),
                7 => healpix_region_box(lon, lat, a, b, angle, out),
                _ => healpix_region_polygon(lons.as_ptr(), lats.as_ptr(), lons.len(), u32::from(which == 8), out),
            }
        });
        if let Some(made) = made {
            self.add(made);
        }
        Ok(())
    }

    fn combine(&mut self, u: &mut Unstructured) -> Result<()> {
        let which = u.int_in_range(0..=3u8)?;
        let mut members: Vec<*const healpix_region> = Vec::new();
        for _ in 0..if which > 1 { 2 } else { u.int_in_range(0..=3u8)? } {
            members.extend(self.any(u)?);
        }
        let n = members.len();
        // SAFETY: live handles, as many.
        let made = Owned::made(|out| unsafe {
            match which {
                0 => healpix_region_union(members.as_ptr(), n, out),
                1 => healpix_region_intersection(members.as_ptr(), n, out),
                2 => healpix_region_difference(members[0], members[1], out),
                _ => healpix_region_complement(members[0], out),
            }
        });
        for _ in 0..4 {
            let at = position(u)?;
            let has: Vec<bool> = members.iter().map(|member| contains(*member, at)).collect();
            let got = contains(made.get(), at);
            match which {
                0 => assert_eq!(got, has.iter().any(|has| *has)),
                1 => assert_eq!(got, has.iter().all(|has| *has)),
                // Borders belong to both sides.
                2 => assert!(!got || has[0], "{at:?}"),
                _ => assert!(got || has[0], "{at:?}"),
            }
        }
        self.add(made);
        Ok(())
    }
}

/// All ways to ask for a coverage, beside the relations of all cells.
fn compare(region: *const healpix_region, mocs: &mut Mocs, u: &mut Unstructured) -> Result<()> {
    let depth = u.int_in_range(0..=3u8)?;
    let n = n_cells(depth);
    let relations: Vec<u8> = (0..n).map(|cell| relation(region, depth, cell)).collect();
    let touched = Model::of(depth, |cell| relations[cell] != HEALPIX_RELATION_DISJOINT);
    let full = Model::of(depth, |cell| relations[cell] == HEALPIX_RELATION_FULL);
    // SAFETY (of all calls): live handles, and arrays of the lengths given.
    let coverage = Owned::<healpix_coverage>::made(|out| unsafe { healpix_coverage_of(depth, region, out) });
    let of = coverage.get();
    unsafe {
        assert_eq!(healpix_coverage_depth(of), depth);
        assert_eq!(healpix_coverage_n_flat(of), touched.len() as u64);
        let (mut cells, mut flags, mut len) = (vec![0u64; n], vec![7u8; n], 0);
        assert_eq!(healpix_coverage_flat(of, n, cells.as_mut_ptr(), flags.as_mut_ptr(), &raw mut len), HEALPIX_OK);
        assert!(cells[..len].iter().map(|cell| *cell as usize).eq(touched.cells()));
        assert!(cells[..len].iter().zip(&flags).all(|(cell, flag)| (*flag == 1) == full.has(*cell as usize)));
        assert!(flags[len..].iter().all(|flag| *flag == 7));
        let iter = Owned::<healpix_coverage_iter>::made(|out| healpix_coverage_iter_new(of, out));
        let mut cell = healpix_cell { index: 0, depth: 0, full: 0 };
        for k in 0..len {
            assert_eq!(healpix_coverage_iter_next(iter.get(), &raw mut cell), HEALPIX_OK);
            assert_eq!((cell.index, cell.depth, cell.full), (cells[k], depth, flags[k]));
        }
        assert_eq!(healpix_coverage_iter_next(iter.get(), &raw mut cell), HEALPIX_END);
    }
    let listed = unsafe { view(healpix_coverage_cells(of), healpix_coverage_len(of)) };
    visited(region, depth, listed, u)?;
    kept(depth, listed, u)?;
    budget(region, depth, &touched, &full, u)?;
    let made: Owned<healpix_moc> = Owned::made(|out| unsafe { healpix_coverage_full_moc(of, out) });
    check(made.get(), &full);
    let made: Owned<healpix_moc> = Owned::made(|out| unsafe { healpix_moc_from_region(depth, region, out) });
    check(made.get(), &touched);
    let centers: Owned<healpix_moc> = Owned::made(|out| unsafe { healpix_coverage_centers_in(depth, region, out) });
    check(centers.get(), &centers_of(region, depth));
    rings(region, depth, &touched);
    let made = Owned::made(|out| unsafe { healpix_coverage_moc(of, out) });
    // The answers outlive what they were made of.
    drop(coverage);
    mocs.add(made, touched);
    Ok(())
}

/// Cells with their center inside, one by one.
fn centers_of(region: *const healpix_region, depth: u8) -> Model {
    Model::of(depth, |cell| {
        let (mut lon, mut lat) = (0.0, 0.0);
        // SAFETY: live locals.
        let status = unsafe { healpix_nested_center_one(depth, cell as u64, &raw mut lon, &raw mut lat) };
        assert_eq!(status, HEALPIX_OK);
        contains(region, (lon, lat))
    })
}

/// The cells of a coverage make it again; in another order none.
fn kept(depth: u8, listed: &[healpix_cell], u: &mut Unstructured) -> Result<()> {
    let n = listed.len();
    // SAFETY (of all calls): live handles, and arrays of the lengths given.
    let again =
        Owned::<healpix_coverage>::made(|out| unsafe { healpix_coverage_from_cells(depth, listed.as_ptr(), n, out) });
    assert_eq!(unsafe { view(healpix_coverage_cells(again.get()), healpix_coverage_len(again.get())) }, listed);
    let cut = u.int_in_range(0..=n)?;
    let offsets = [0, cut as u64, n as u64];
    let many = Owned::<healpix_coverages>::made(|out| unsafe {
        healpix_coverages_from_cells(depth, listed.as_ptr(), n, offsets.as_ptr(), 3, out)
    });
    assert_eq!(unsafe { view(healpix_coverages_offsets(many.get()), 3) }, offsets);
    assert_eq!(unsafe { view(healpix_coverages_cells(many.get()), n) }, listed);
    if n > 1 {
        let mut wrong = listed.to_vec();
        let at = u.int_in_range(1..=n - 1)?;
        wrong.swap(at - 1, at);
        let (status, _) = Owned::<healpix_coverage>::or_not(|out| unsafe {
            healpix_coverage_from_cells(depth, wrong.as_ptr(), n, out)
        });
        assert_eq!(status, HEALPIX_ERR_OVERLAPPING_CELLS);
    }
    Ok(())
}

/// What a visitor has seen, and when it stops.
struct Visits {
    cells: Vec<(u64, u8, u8)>,
    left: usize,
}

unsafe extern "C" fn visit(cells: *const healpix_cell, n: usize, user: *mut c_void) -> i32 {
    // SAFETY: the user pointer is the one of `visited`, and the library says that there are so many cells.
    let (visits, cells) = unsafe { (&mut *user.cast::<Visits>(), std::slice::from_raw_parts(cells, n)) };
    visits.cells.extend(cells.iter().map(|cell| (cell.index, cell.depth, cell.full)));
    visits.left = visits.left.saturating_sub(1);
    i32::from(visits.left == 0)
}

fn visited(region: *const healpix_region, depth: u8, listed: &[healpix_cell], u: &mut Unstructured) -> Result<()> {
    let left = u.int_in_range(1..=3usize)?;
    let mut visits = Visits { cells: Vec::new(), left };
    // SAFETY: a live handle, and a callback for this user pointer.
    let status = unsafe { healpix_coverage_visit(depth, region, Some(visit), (&raw mut visits).cast()) };
    let listed: Vec<(u64, u8, u8)> = listed.iter().map(|cell| (cell.index, cell.depth, cell.full)).collect();
    if status == HEALPIX_OK {
        assert!(visits.left > 0 && visits.cells == listed);
    } else {
        assert!(status == HEALPIX_STOPPED && visits.left == 0 && listed.starts_with(&visits.cells));
    }
    Ok(())
}

/// A coverage of few cells covers the region all the same, and its full cells are full.
fn budget(region: *const healpix_region, depth: u8, touched: &Model, full: &Model, u: &mut Unstructured) -> Result<()> {
    let max = u.int_in_range(1..=60usize)?;
    let coverage =
        Owned::<healpix_coverage>::made(|out| unsafe { healpix_coverage_with_budget(depth, region, max, out) });
    // SAFETY: a live handle.
    let cells = unsafe { view(healpix_coverage_cells(coverage.get()), healpix_coverage_len(coverage.get())) };
    assert!(cells.len() <= max.max(12));
    let mut covered = Model::new(depth, []);
    for cell in cells {
        let shift = 2 * (depth - cell.depth);
        let parts = (cell.index as usize) << shift..(cell.index as usize + 1) << shift;
        assert!(cell.full == 0 || parts.clone().all(|part| full.has(part)));
        assert!(parts.clone().any(|part| touched.has(part)));
        covered = covered.with(&Model::new(depth, parts), |a, b| a || b);
    }
    assert!(touched.cells().all(|cell| covered.has(cell)));
    Ok(())
}

/// The same in the ring scheme of the same cells.
fn rings(region: *const healpix_region, depth: u8, touched: &Model) {
    let nside = 1u32 << depth;
    let ranges = Owned::<healpix_ranges>::made(|out| unsafe { healpix_coverage_ring_touched(nside, region, out) });
    // SAFETY: a live handle.
    let ranges = unsafe { view(healpix_ranges_data(ranges.get()), healpix_ranges_len(ranges.get())) };
    let mut nested = Vec::new();
    for cell in ranges.iter().flat_map(|range| range.start..range.end) {
        let mut out = 0;
        // SAFETY: a live local.
        assert_eq!(unsafe { healpix_ring_to_nested_one(nside, cell, &raw mut out) }, HEALPIX_OK);
        nested.push(out as usize);
    }
    assert_eq!(Model::new(depth, nested), *touched);
}
