//! Which constellation each star is in, and whether the outlines of the constellations tile the sky.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use healpix_examples::catalog::Star;
use healpix_examples::latin;
use healpix_examples::outlines::Outline;
use healpix_safe::coverage::Coverage;
use healpix_safe::region::{Interior, Region};
use healpix_safe::{Moc, PointIndex, Result, grid};

/// An outline as a region of the sky, the cells that it touches and those inside it.
pub struct Part {
    pub outline: Outline,
    pub region: Region,
    touched: Moc,
    inside: Moc,
}

/// One constellation.
pub struct Constellation {
    /// Its abbreviation.
    pub name: String,
    /// Its outlines: two for the Serpent, one for all others.
    parts: Vec<Part>,
    /// The rows of its stars, ascending.
    pub rows: Vec<u32>,
    /// In steradians.
    pub area: f64,
    /// The cells it touches.
    pub moc: Moc,
}

impl Constellation {
    pub fn latin(&self) -> &str {
        latin::name(&self.name)
    }

    pub fn brightest<'a>(&self, stars: &'a [Star]) -> Option<&'a Star> {
        let stars = self.rows.iter().filter_map(|&row| stars.get(row as usize));
        stars.min_by(|a, b| a.mag.total_cmp(&b.mag).then(a.hip.cmp(&b.hip)))
    }
}

/// All of them, those with the most stars first.
pub struct Constellations {
    pub list: Vec<Constellation>,
    pub n_outlines: usize,
    /// Stars in no outline, and in several: on a border, which belongs to both sides.
    pub stars_in_none: usize,
    pub stars_in_several: usize,
    pub tiling: Tiling,
}

/// How the cells of one depth are covered by the outlines.
pub struct Tiling {
    pub depth: u8,
    pub n_cells: u64,
    /// Cells that some outline touches.
    pub covered: u64,
    /// Cells that more than one outline touches.
    pub shared: u64,
    /// Those of them that one of the outlines fills.
    pub shared_and_full: u64,
}

impl Constellations {
    /// Covers the outlines with cells of `depth` and asks the index for the stars in each.
    pub fn new(
        file: &Path,
        outlines: &[Outline],
        index: &PointIndex,
        depth: u8,
    ) -> std::result::Result<Self, Box<dyn Error>> {
        let mut by_name = BTreeMap::<&str, Vec<&Outline>>::new();
        for outline in outlines {
            by_name.entry(&outline.name).or_default().push(outline);
        }
        let mut list = Vec::with_capacity(by_name.len());
        for (name, outlines) in by_name {
            let built = constellation(name, &outlines, index, depth);
            list.push(built.map_err(|error| format!("{}: {name}: {error}", file.display()))?);
        }
        list.sort_by_key(|constellation| Reverse(constellation.rows.len()));
        let (stars_in_none, stars_in_several) = misplaced(&list, index.len());
        let tiling = tiling(&list, depth)?;
        Ok(Self { list, n_outlines: outlines.len(), stars_in_none, stars_in_several, tiling })
    }

    /// Those that a position in degrees is in: one, or several that meet there.
    pub fn at(&self, (lon, lat): (f64, f64)) -> Result<Vec<&Constellation>> {
        let mut found = Vec::new();
        for constellation in &self.list {
            for part in &constellation.parts {
                if part.region.contains_deg_one(lon, lat)? {
                    found.push(constellation);
                    break;
                }
            }
        }
        Ok(found)
    }

    /// All outlines.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.list.iter().flat_map(|constellation| &constellation.parts)
    }
}

fn constellation(name: &str, outlines: &[&Outline], index: &PointIndex, depth: u8) -> Result<Constellation> {
    let mut parts = Vec::with_capacity(outlines.len());
    let mut rows = Vec::new();
    for outline in outlines {
        let region = Region::polygon_deg(&outline.lon_deg, &outline.lat_deg, Interior::SmallerArea)?;
        rows.extend_from_slice(&index.region(&region)?);
        let coverage = Coverage::of(depth, &region)?;
        let (touched, inside) = (coverage.moc()?, coverage.full_moc()?);
        parts.push(Part { outline: (*outline).clone(), region, touched, inside });
    }
    rows.sort_unstable();
    rows.dedup();
    let area = outlines.iter().map(|outline| outline.solid_angle()).sum();
    let moc = Moc::union_all(parts.iter().map(|part| &part.touched))?;
    Ok(Constellation { name: name.to_owned(), parts, rows, area, moc })
}

/// How many stars are in no constellation, and how many in several.
fn misplaced(list: &[Constellation], n_stars: usize) -> (usize, usize) {
    let mut times = vec![0_u32; n_stars];
    for &row in list.iter().flat_map(|constellation| &constellation.rows) {
        if let Some(times) = times.get_mut(row as usize) {
            *times += 1;
        }
    }
    (times.iter().filter(|&&times| times == 0).count(), times.iter().filter(|&&times| times > 1).count())
}

fn tiling(list: &[Constellation], depth: u8) -> Result<Tiling> {
    let parts = || list.iter().flat_map(|constellation| &constellation.parts);
    let (mut seen, mut shared) = (Moc::empty(depth)?, Moc::empty(depth)?);
    for part in parts() {
        shared = shared.union(&part.touched.intersection(&seen)?)?;
        seen = seen.union(&part.touched)?;
    }
    let full = Moc::union_all(parts().map(|part| &part.inside))?;
    Ok(Tiling {
        depth,
        n_cells: grid::n_cells(grid::nside(depth)?)?,
        covered: seen.n_cells(),
        shared: shared.n_cells(),
        shared_and_full: shared.intersection(&full)?.n_cells(),
    })
}
