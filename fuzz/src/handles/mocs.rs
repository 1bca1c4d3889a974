//! MOCs beside their models.

use std::ptr::null_mut;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::coverages::Regions;
use super::model::{Model, N, n_cells};
use super::{Owned, files, moc_ops, position, view};

/// A MOC and what it must be.
pub struct Pair {
    pub moc: Owned<healpix_moc>,
    pub model: Model,
}

#[derive(Default)]
pub struct Mocs {
    pub pairs: Vec<Pair>,
}

/// Panics unless a MOC is its model, by every function that looks at it.
pub fn check(moc: *const healpix_moc, model: &Model) {
    // SAFETY (of this function): the MOC is live, and buffers have the lengths given.
    unsafe {
        let depth = healpix_moc_depth(moc);
        assert_eq!(depth, model.depth);
        let ranges = view(healpix_moc_ranges(moc), healpix_moc_len(moc));
        let shift = 2 * (29 - depth);
        assert!(ranges.iter().all(|range| range.start < range.end && range.end >> shift << shift == range.end));
        assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start), "sorted, and not touching");
        let flat = ranges.iter().flat_map(|range| (range.start >> shift) as usize..(range.end >> shift) as usize);
        assert!(flat.eq(model.cells()), "{depth}: {:?}", model.cells().collect::<Vec<_>>());
        let n = model.len();
        assert_eq!(healpix_moc_n_cells(moc), n as u64);
        assert_eq!(healpix_moc_is_empty(moc), n == 0);
        assert_eq!(healpix_moc_is_all_sky(moc), n == n_cells(depth));
        let fraction = n as f64 / n_cells(depth) as f64;
        assert!((healpix_moc_sky_fraction(moc) - fraction).abs() < 1e-12);
        assert!((healpix_moc_area(moc) - fraction * 4.0 * std::f64::consts::PI).abs() < 1e-12);
        let at = |cell: Option<usize>| cell.map_or(HEALPIX_INVALID_CELL, |cell| cell as u64);
        assert_eq!(healpix_moc_first(moc), at(model.cells().next()));
        assert_eq!(healpix_moc_last(moc), at(model.cells().last()));
        let (mut cells, mut len) = ([0u64; N], 0);
        assert!(healpix_moc_flat(moc, N, cells.as_mut_ptr(), &raw mut len) == HEALPIX_OK && len == n);
        assert!(cells[..n].iter().map(|cell| *cell as usize).eq(model.cells()));
    }
}

impl Mocs {
    pub fn add(&mut self, moc: Owned<healpix_moc>, model: Model) {
        check(moc.get(), &model);
        if self.pairs.len() > 7 {
            self.pairs.remove(0);
        }
        self.pairs.push(Pair { moc, model });
    }

    /// One that is there; a new one where there is none.
    pub fn some(&mut self, u: &mut Unstructured) -> Result<usize> {
        if self.pairs.is_empty() {
            self.make(u)?;
        }
        u.choose_index(self.pairs.len())
    }

    pub fn step(&mut self, regions: &Regions, u: &mut Unstructured) -> Result<()> {
        let at = self.some(u)?;
        let other = self.some(u)?;
        match u.int_in_range(0..=13u8)? {
            0..=2 => self.make(u)?,
            3..=4 => moc_ops::binary(self, at, other, u)?,
            5 => moc_ops::into(self, at, other, u)?,
            6 => moc_ops::many(self, u)?,
            7..=8 => moc_ops::unary(self, at, u)?,
            9 => moc_ops::split(self, at, u)?,
            10 => moc_ops::questions(&self.pairs[at], &self.pairs[other], u)?,
            11 => moc_ops::iterators(&self.pairs[at], u)?,
            12 => files::step(self, at, u)?,
            _ => {
                // Out of order, and with regions alive that know nothing of it.
                let _ = regions;
                self.pairs.swap_remove(at);
            }
        }
        Ok(())
    }

    /// A MOC of cells, by one of the ways to give them.
    fn make(&mut self, u: &mut Unstructured) -> Result<()> {
        let depth = u.int_in_range(0..=3u8)?;
        let n = n_cells(depth);
        let mut cells: Vec<u64> = Vec::new();
        for _ in 0..u.int_in_range(0..=12u8)? {
            let start = u.int_in_range(0..=n - 1)?;
            let run = u.choose(&[1, 1, 4, 16, 3])?;
            cells.extend((start..(start + run).min(n)).map(|cell| cell as u64));
        }
        let model = Model::new(depth, cells.iter().map(|cell| *cell as usize));
        let (at, len) = (cells.as_ptr(), cells.len());
        let ranges = |shift: u8| -> Vec<healpix_range> {
            cells.iter().map(|cell| healpix_range { start: cell << shift, end: (cell + 1) << shift }).collect()
        };
        // SAFETY: arrays have the lengths given.
        let moc = unsafe {
            match u.int_in_range(0..=8u8)? {
                0 => {
                    self.add(Owned::made(|out| healpix_moc_empty(depth, out)), Model::new(depth, []));
                    return Ok(());
                }
                1 => {
                    self.add(Owned::made(|out| healpix_moc_all_sky(depth, out)), Model::of(depth, |_| true));
                    return Ok(());
                }
                2 => Owned::made(|out| healpix_moc_from_cells(depth, at, len, out)),
                3 => {
                    let cell = |cell: &u64| healpix_cell { index: *cell, depth, full: 1 };
                    let mixed: Vec<healpix_cell> = cells.iter().map(cell).collect();
                    Owned::made(|out| healpix_moc_from_mixed_cells(depth, mixed.as_ptr(), len, out))
                }
                4 => {
                    let uniq: Vec<u64> = cells.iter().map(|cell| cell + (4 << (2 * depth))).collect();
                    Owned::made(|out| healpix_moc_from_uniq(depth, uniq.as_ptr(), len, out))
                }
                5 => Owned::made(|out| healpix_moc_from_ranges(depth, ranges(0).as_ptr(), len, out)),
                6 => {
                    let ranges = ranges(2 * (29 - depth));
                    Owned::made(|out| healpix_moc_from_depth29_ranges(depth, ranges.as_ptr(), len, out))
                }
                7 => {
                    let (mut lon, mut lat) = (vec![0.0; len], vec![0.0; len]);
                    let status = healpix_nested_center(depth, at, len, lon.as_mut_ptr(), lat.as_mut_ptr());
                    assert_eq!(status, HEALPIX_OK);
                    Owned::made(|out| healpix_moc_from_points(depth, lon.as_ptr(), lat.as_ptr(), len, out))
                }
                _ => {
                    let (lon, lat) = position(u)?;
                    let mut cell = 0;
                    assert_eq!(healpix_nested_hash_one(depth, lon, lat, &raw mut cell), HEALPIX_OK);
                    let moc = Owned::made(|out| healpix_moc_from_points(depth, &raw const lon, &raw const lat, 1, out));
                    self.add(moc, Model::new(depth, [cell as usize]));
                    return Ok(());
                }
            }
        };
        self.add(moc, model);
        // One bad cell refuses them all.
        cells.push(n as u64);
        let mut out = null_mut();
        // SAFETY: as above.
        let status = unsafe { healpix_moc_from_cells(depth, cells.as_ptr(), cells.len(), &raw mut out) };
        assert!(status == HEALPIX_ERR_CELL && out.is_null());
        Ok(())
    }
}
