//! The point index beside a list that is searched from end to end.

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::coverages::Regions;
use super::{Owned, position, view};

/// Radii at which rows are found, and at which they are on the border.
const RADII: [f64; 7] = [0.0, 1e-9, 1e-3, 0.3, 0.785_398_163_397_448_3, 1.570_796_326_794_896_6, std::f64::consts::PI];

pub struct Index {
    index: Owned<healpix_point_index>,
    /// Rows by number; None for one that was bad.
    rows: Vec<Option<(f64, f64)>>,
    built: bool,
}

/// The distance as the library computes it of one pair.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let mut distance = 0.0;
    // SAFETY: a live local.
    let status = unsafe { healpix_sphere_distance_one(a.0, a.1, b.0, b.1, &raw mut distance) };
    assert_eq!(status, HEALPIX_OK);
    distance
}

impl Index {
    pub fn new() -> Self {
        let index = Owned::made(|out| unsafe { healpix_point_index_new(out) });
        Index { index, rows: Vec::new(), built: true }
    }

    fn good(&self) -> impl Iterator<Item = (u32, (f64, f64))> {
        self.rows.iter().enumerate().filter_map(|(row, at)| Some((row as u32, (*at)?)))
    }

    /// All rows by distance, then by number.
    fn by_distance(&self, from: (f64, f64)) -> Vec<(u32, f64)> {
        let mut all: Vec<(u32, f64)> = self.good().map(|(row, at)| (row, distance(from, at))).collect();
        all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        all
    }

    pub fn step(&mut self, regions: &Regions, u: &mut Unstructured) -> Result<()> {
        let index = self.index.get();
        // SAFETY (of all calls): live handles, and arrays of the lengths given.
        match u.int_in_range(0..=11u8)? {
            0..=3 => self.push(u)?,
            4 if u.ratio(1, 4)? => {
                assert_eq!(unsafe { healpix_point_index_clear(index) }, HEALPIX_OK);
                self.rows.clear();
                // Without rows there is nothing to build.
                self.built = unsafe { healpix_point_index_is_built(index) };
            }
            4..=6 => {
                assert_eq!(unsafe { healpix_point_index_build(index) }, HEALPIX_OK);
                self.built = true;
                self.views();
            }
            _ => self.ask(regions, u)?,
        }
        assert_eq!(unsafe { healpix_point_index_rows(index) }, self.rows.len() as u32);
        assert_eq!(unsafe { healpix_point_index_is_built(index) }, self.built);
        Ok(())
    }

    fn push(&mut self, u: &mut Unstructured) -> Result<()> {
        let index = self.index.get();
        let first = self.rows.len() as u32;
        let mut row = 77;
        let (lon, lat) = position(u)?;
        if u.arbitrary()? {
            let bad = u.ratio(1, 8)?;
            let at = if bad { f64::NAN } else { lon };
            let status = unsafe { healpix_point_index_push(index, at, lat, &raw mut row) };
            assert_eq!((status, row), if bad { (HEALPIX_ERR_LONGITUDE, 77) } else { (HEALPIX_OK, first) });
            if !bad {
                self.rows.push(Some((lon, lat)));
                self.built = false;
            }
            return Ok(());
        }
        let (mut lons, mut lats, mut bad) = (Vec::new(), Vec::new(), false);
        for _ in 0..u.int_in_range(0..=20u8)? {
            let at = if u.ratio(1, 3)? { (lon, lat) } else { position(u)? };
            let wrong = u.ratio(1, 20)?;
            bad |= wrong;
            self.rows.push((!wrong).then_some(at));
            lons.push(at.0);
            lats.push(if wrong { 2.0 } else { at.1 });
        }
        let n = lons.len();
        let status = unsafe { healpix_point_index_push_slice(index, lons.as_ptr(), lats.as_ptr(), n, &raw mut row) };
        assert_eq!((status, row), (if bad { HEALPIX_ERR_LATITUDE } else { HEALPIX_OK }, first));
        // Bad rows are never found, so there is nothing to build for them.
        self.built &= self.rows[first as usize..].iter().all(Option::is_none);
        Ok(())
    }

    /// The arrays of a built index: sorted by cell, and all good rows there.
    fn views(&self) {
        let index = self.index.get();
        unsafe {
            let n = healpix_point_index_len(index);
            assert_eq!(n, self.good().count());
            let (cells, rows) =
                (view(healpix_point_index_cells(index), n), view(healpix_point_index_row_numbers(index), n));
            let (lons, lats) = (view(healpix_point_index_lon(index), n), view(healpix_point_index_lat(index), n));
            assert!(cells.is_sorted());
            let mut seen: Vec<u32> = rows.to_vec();
            seen.sort_unstable();
            assert!(seen.into_iter().eq(self.good().map(|good| good.0)));
            for k in 0..n {
                let at = self.rows[rows[k] as usize].expect("a good row");
                assert!(distance(at, (lons[k], lats[k])) < 1e-14);
            }
        }
    }

    fn ask(&self, regions: &Regions, u: &mut Unstructured) -> Result<()> {
        let index = self.index.get();
        let from = position(u)?;
        let radius = *u.choose(&RADII)?;
        let k = *u.choose(&[0, 1, 2, 5, 100, usize::MAX])?;
        if !self.built {
            let (status, made) = Owned::<healpix_matches>::or_not(|out| unsafe {
                healpix_point_index_nearest(index, from.0, from.1, k, out)
            });
            assert!(status == HEALPIX_ERR_NOT_BUILT && made.is_none());
            return Ok(());
        }
        match u.int_in_range(0..=5u8)? {
            0 => {
                let found = Owned::made(|out| unsafe { healpix_point_index_nearest(index, from.0, from.1, k, out) });
                let mut expected = self.by_distance(from);
                expected.truncate(k);
                matches(&found, &expected);
            }
            1 => {
                let found =
                    Owned::made(|out| unsafe { healpix_point_index_within(index, from.0, from.1, radius, out) });
                let mut expected = self.by_distance(from);
                expected.retain(|(_, distance)| *distance <= radius);
                matches(&found, &expected);
            }
            2 => self.cross_match(radius, u.int_in_range(0..=1)?),
            3 => {
                if let Some(region) = regions.any(u)? {
                    self.in_region(region);
                }
            }
            4 => self.many(k, u)?,
            _ => self.occupied(u.int_in_range(0..=29)?),
        }
        Ok(())
    }

    /// Some positions in one call, each as if it was asked about alone.
    fn many(&self, k: usize, u: &mut Unstructured) -> Result<()> {
        let index = self.index.get();
        let (mut lon, mut lat, mut radius) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..u.int_in_range(0..=6u8)? {
            let at = position(u)?;
            lon.push(at.0);
            lat.push(at.1);
            radius.push(*u.choose(&RADII)?);
        }
        let (n, at) = (lon.len(), (lon.as_ptr(), lat.as_ptr()));
        let nearest = Owned::made(|out| unsafe { healpix_point_index_nearest_many(index, at.0, at.1, n, k, out) });
        let within =
            Owned::made(|out| unsafe { healpix_point_index_within_many(index, at.0, at.1, radius.as_ptr(), n, out) });
        let (mut nearest_each, mut within_each) = (Vec::new(), Vec::new());
        for ((lon, lat), radius) in lon.iter().zip(&lat).zip(&radius) {
            let all = self.by_distance((*lon, *lat));
            nearest_each.push(all[..k.min(all.len())].to_vec());
            within_each.push(all.into_iter().filter(|(_, distance)| distance <= radius).collect());
        }
        lists(&nearest, &nearest_each);
        lists(&within, &within_each);
        Ok(())
    }

    fn cross_match(&self, radius: f64, mode: u32) {
        let index = self.index.get();
        let found = Owned::<healpix_pairs>::made(|out| unsafe {
            healpix_point_index_cross_match(index, index, radius, mode, out)
        });
        let found = unsafe { view(healpix_pairs_data(found.get()), healpix_pairs_len(found.get())) };
        let found: Vec<(u32, u32, u64)> =
            found.iter().map(|pair| (pair.left, pair.right, pair.distance.to_bits())).collect();
        let mut expected = Vec::new();
        for (left, at) in self.good() {
            let near = self.by_distance(at).into_iter().filter(|near| near.1 <= radius);
            let many = if mode == HEALPIX_CROSS_MATCH_BEST { 1 } else { usize::MAX };
            expected.extend(near.take(many).map(|(right, distance)| (left, right, distance.to_bits())));
        }
        assert_eq!(found, expected);
    }

    fn in_region(&self, region: *const healpix_region) {
        let found =
            Owned::<healpix_rows>::made(|out| unsafe { healpix_point_index_region(self.index.get(), region, out) });
        let found = unsafe { view(healpix_rows_data(found.get()), healpix_rows_len(found.get())) };
        let inside = |at: (f64, f64)| {
            let mut inside = 77;
            // SAFETY: a live handle and a live local.
            let status = unsafe { healpix_region_contains_one(region, at.0, at.1, &raw mut inside) };
            assert_eq!(status, HEALPIX_OK);
            inside == 1
        };
        let expected: Vec<u32> = self.good().filter(|(_, at)| inside(*at)).map(|(row, _)| row).collect();
        assert_eq!(found, expected);
    }

    fn occupied(&self, depth: u8) {
        let index = self.index.get();
        let occupied =
            Owned::<healpix_occupied>::made(|out| unsafe { healpix_point_index_occupied(index, depth, out) });
        let mut count = healpix_cell_count { cell: 0, count: 0 };
        let mut seen = 0;
        while unsafe { healpix_occupied_next(occupied.get(), &raw mut count) } == HEALPIX_OK {
            let (mut rows, mut len) = (std::ptr::null(), 0);
            let rows = unsafe {
                let status = healpix_point_index_rows_in_cell(index, depth, count.cell, &raw mut rows, &raw mut len);
                assert!(status == HEALPIX_OK && len as u64 == count.count);
                view(rows, len)
            };
            for row in rows {
                let at = self.rows[*row as usize].expect("a good row");
                let mut cell = 0;
                // SAFETY: a live local.
                assert_eq!(unsafe { healpix_nested_hash_one(depth, at.0, at.1, &raw mut cell) }, HEALPIX_OK);
                assert_eq!(cell, count.cell);
            }
            seen += rows.len();
        }
        assert_eq!(seen, self.good().count());
    }
}

fn matches(found: &Owned<healpix_matches>, expected: &[(u32, f64)]) {
    // SAFETY: a live handle.
    let found = unsafe { view(healpix_matches_data(found.get()), healpix_matches_len(found.get())) };
    same(found, expected);
}

fn lists(found: &Owned<healpix_match_lists>, expected: &[Vec<(u32, f64)>]) {
    let found = found.get();
    // SAFETY: a live handle, with one offset more than there are lists, and as many matches as the last of these says.
    unsafe {
        assert_eq!(healpix_match_lists_len(found), expected.len());
        let offsets = view(healpix_match_lists_offsets(found), expected.len() + 1);
        let all = view(healpix_match_lists_matches(found), offsets[expected.len()] as usize);
        for (k, expected) in expected.iter().enumerate() {
            same(&all[offsets[k] as usize..offsets[k + 1] as usize], expected);
        }
    }
}

fn same(found: &[healpix_match], expected: &[(u32, f64)]) {
    let found: Vec<(u32, u64)> = found.iter().map(|found| (found.row, found.distance.to_bits())).collect();
    let expected: Vec<(u32, u64)> = expected.iter().map(|(row, distance)| (*row, distance.to_bits())).collect();
    assert_eq!(found, expected);
}
