//! What the program prints. Every function adds one paragraph to the report.

use std::error::Error;
use std::f64::consts::PI;
use std::fmt::Write;

use healpix_examples::catalog::Star;
use healpix_examples::quantity::{angle, angle_column, area, grouped, plural, square_degrees};
use healpix_safe::{CellCount, Match, Pair, PointIndex, grid, nested};

use crate::constellations::{Constellation, Constellations, Tiling};

type Outcome = Result<(), Box<dyn Error>>;

const DENSEST: usize = 5;
const BRIGHTEST: usize = 10;

/// How many stars, and how bright.
pub fn catalog(out: &mut String, file: &str, stars: &[Star]) -> Outcome {
    let (brightest, faintest) = magnitudes(stars);
    let count = plural(stars.len() as u64, "star");
    writeln!(out, "{count} read from {file}, magnitudes {brightest:.2} to {faintest:.2}")?;
    Ok(())
}

/// The brightest and the faintest magnitude.
pub fn magnitudes(stars: &[Star]) -> (f64, f64) {
    let mags = || stars.iter().map(|star| star.mag);
    (mags().fold(f64::INFINITY, f64::min), mags().fold(f64::NEG_INFINITY, f64::max))
}

/// How the stars spread over the cells of one depth, and the fullest cells.
pub fn cells(out: &mut String, stars: &[Star], index: &PointIndex, depth: u8, occupied: &[CellCount]) -> Outcome {
    let nside = grid::nside(depth)?;
    let cell_area = grid::cell_area(nside)?;
    let cell_count = grid::n_cells(nside)?;
    let empty = cell_count - occupied.len() as u64;

    writeln!(
        out,
        "\nCells at depth {depth} (nside {nside}): {} of {} each, {} across",
        grouped(cell_count),
        area(cell_area),
        angle(cell_area.sqrt())
    )?;
    let share = 100.0 * occupied.len() as f64 / cell_count as f64;
    writeln!(out, "  with stars      {:>9}  ({share:.1} %)", grouped(occupied.len() as u64))?;
    writeln!(out, "  without         {:>9}", grouped(empty))?;
    let mean = index.len() as f64 / cell_count as f64;
    let median = median(occupied, cell_count);
    let most = occupied.iter().map(|cell| cell.count).max().unwrap_or(0);
    writeln!(out, "  stars per cell  {mean:>9.2}  mean, {median:.1} median, {most} most")?;

    writeln!(out, "\nDensest cells")?;
    let wide = cell_count.to_string().len();
    writeln!(out, "  {:>wide$}  stars  per sq. deg  lon (deg)  lat (deg)  brightest star", "cell")?;
    for cell in densest(occupied) {
        let (lon, lat) = nested::center_deg_one(depth, cell.cell)?;
        let rows = index.rows_in_cell(depth, cell.cell)?;
        let brightest = rows
            .iter()
            .filter_map(|&row| stars.get(row as usize))
            .min_by(|a, b| a.mag.total_cmp(&b.mag).then(a.hip.cmp(&b.hip)));
        let density = cell.count as f64 / square_degrees(cell_area);
        write!(out, "  {:>wide$}  {:>5}  {density:>11.2}  {lon:>9.4}  {lat:>+9.4}", cell.cell, cell.count)?;
        match brightest {
            Some(star) => writeln!(out, "  HIP {:<6}  mag {:>5.2}", star.hip, star.mag)?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

/// The median of the counts over all cells, empty ones included.
fn median(occupied: &[CellCount], cell_count: u64) -> f64 {
    let mut counts: Vec<u64> = occupied.iter().map(|cell| cell.count).collect();
    counts.sort_unstable();
    let empty = cell_count - counts.len() as u64;
    let at = |rank: u64| match rank.checked_sub(empty) {
        Some(rank) => counts.get(rank as usize).copied().unwrap_or(0),
        None => 0,
    };
    // There is always an even number of cells.
    (at(cell_count / 2 - 1) + at(cell_count / 2)) as f64 / 2.0
}

fn densest(occupied: &[CellCount]) -> Vec<CellCount> {
    let mut cells = occupied.to_vec();
    cells.sort_by(|a, b| b.count.cmp(&a.count).then(a.cell.cmp(&b.cell)));
    cells.truncate(DENSEST);
    cells
}

const SEPARATION: &str = "   separation";
const STAR: &str = "     HIP    mag";
const POSITION: &str = "  lon (deg)  lat (deg)";

/// `lon 56.7500, lat +24.1167 deg (the Pleiades, in Taurus)`
pub fn place(at: (f64, f64), name: Option<&str>, constellations: &[&Constellation]) -> String {
    let mut notes: Vec<String> = name.iter().map(|&name| name.to_owned()).collect();
    let names: Vec<&str> = constellations.iter().map(|constellation| constellation.latin()).collect();
    match names.as_slice() {
        [] => {}
        [name] => notes.push(format!("in {name}")),
        several => notes.push(format!("on the border of {}", several.join(" and "))),
    }
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("lon {:.4}, lat {:+.4} deg{notes}", at.0, at.1)
}

/// The stars nearest to a place.
pub fn nearest(out: &mut String, stars: &[Star], place: &str, matches: &[Match]) -> Outcome {
    writeln!(out, "\nNearest to {place}")?;
    star_table(out, stars, matches)
}

/// The stars within a radius of a place: the brightest ten of them, or all.
pub fn within(out: &mut String, stars: &[Star], place: &str, radius: f64, matches: &[Match], all: bool) -> Outcome {
    let mut found = matches.to_vec();
    let magnitude = |found: &Match| stars.get(found.row as usize).map_or(f64::NAN, |star| star.mag);
    found.sort_by(|a, b| magnitude(a).total_cmp(&magnitude(b)).then(a.row.cmp(&b.row)));
    let shown = if all { found.len() } else { found.len().min(BRIGHTEST) };
    let order = match (shown, found.len()) {
        (0, _) => "",
        (shown, count) if shown < count => ", the brightest of them",
        _ => ", brightest first",
    };
    let radius = angle(radius.to_radians());
    writeln!(out, "\nWithin {radius} of {place}: {}{order}", plural(found.len() as u64, "star"))?;
    star_table(out, stars, found.get(..shown).unwrap_or(&found))?;
    if shown < found.len() {
        writeln!(out, "  and {} more; --all lists them", grouped((found.len() - shown) as u64))?;
    }
    Ok(())
}

fn star_table(out: &mut String, stars: &[Star], matches: &[Match]) -> Outcome {
    if !matches.is_empty() {
        writeln!(out, "{SEPARATION} {STAR} {POSITION}")?;
    }
    for found in matches {
        if let Some(star) = stars.get(found.row as usize) {
            let separation = angle_column(found.distance);
            let Star { hip, lon_deg, lat_deg, mag } = star;
            writeln!(out, "{separation} {hip:>8} {mag:>6.2}   {lon_deg:>9.4}  {lat_deg:>+9.4}")?;
        }
    }
    Ok(())
}

/// The closest pairs of stars in the whole catalogue.
pub fn pairs(out: &mut String, stars: &[Star], pairs: &[Pair]) -> Outcome {
    if pairs.is_empty() {
        writeln!(out, "\nClosest pairs in the whole sky: none, there is only one star")?;
        return Ok(());
    }
    writeln!(out, "\nClosest pairs in the whole sky")?;
    writeln!(out, "{SEPARATION} {STAR} {STAR} {POSITION}")?;
    for pair in pairs {
        let star = |row: u32| stars.get(row as usize);
        if let (Some(left), Some(right)) = (star(pair.left), star(pair.right)) {
            let separation = angle_column(pair.distance);
            let Star { lon_deg, lat_deg, .. } = left;
            write!(out, "{separation} {:>8} {:>6.2}", left.hip, left.mag)?;
            write!(out, " {:>8} {:>6.2}", right.hip, right.mag)?;
            writeln!(out, "   {lon_deg:>9.4}  {lat_deg:>+9.4}")?;
        }
    }
    Ok(())
}

/// The constellations with the most stars, and whether every star has exactly one.
pub fn constellations(out: &mut String, stars: &[Star], all: &Constellations, limit: usize) -> Outcome {
    let count = plural(all.list.len() as u64, "constellation");
    writeln!(out, "\nStars in {count}")?;
    let with_stars = all.list.iter().filter(|constellation| !constellation.rows.is_empty()).count();
    let shown = limit.min(with_stars);
    if shown > 0 {
        writeln!(out, "  {:<24}  stars    sq. deg  per sq. deg  brightest star", "constellation")?;
    }
    for constellation in all.list.iter().take(shown) {
        constellation_row(out, stars, constellation)?;
    }
    if shown < with_stars {
        let rest = grouped((with_stars - shown) as u64);
        writeln!(out, "  and {rest} more; --constellations {} lists them", all.list.len())?;
    }
    if with_stars < all.list.len() {
        writeln!(out, "  {} without stars", grouped((all.list.len() - with_stars) as u64))?;
    }
    let misplaced = all.stars_in_none + all.stars_in_several;
    writeln!(out, "  {:>9} stars are in exactly one", grouped((stars.len() - misplaced) as u64))?;
    if misplaced > 0 {
        writeln!(out, "  {:>9} in several, on their borders", grouped(all.stars_in_several as u64))?;
        writeln!(out, "  {:>9} in none", grouped(all.stars_in_none as u64))?;
    }
    Ok(())
}

fn constellation_row(out: &mut String, stars: &[Star], constellation: &Constellation) -> Outcome {
    let (count, area) = (constellation.rows.len() as u64, square_degrees(constellation.area));
    write!(out, "  {:<4} {:<19}  {:>5}", constellation.name, constellation.latin(), grouped(count))?;
    write!(out, "  {area:>9.2}  {:>11.2}", count as f64 / area)?;
    match constellation.brightest(stars) {
        Some(star) => writeln!(out, "  HIP {:<6}  mag {:>5.2}", star.hip, star.mag)?,
        None => writeln!(out)?,
    }
    Ok(())
}

/// Whether the outlines tile the sky.
pub fn tiling(out: &mut String, all: &Constellations) -> Outcome {
    let Tiling { depth, n_cells, covered, shared, shared_and_full } = all.tiling;
    let verdict = match (covered == n_cells, shared_and_full == 0) {
        (true, true) => "they tile the sky",
        (true, false) => "they overlap",
        (false, true) => "they leave gaps",
        (false, false) => "they overlap and leave gaps",
    };
    let outlines = plural(all.n_outlines as u64, "outline");
    writeln!(out, "\n{outlines} covered with cells of depth {depth}: {verdict}")?;
    let all_cells = if covered == n_cells { "the whole sky, 12 x 4^" } else { "of 12 x 4^" };
    writeln!(out, "  in all             {:>13}  {all_cells}{depth} cells", grouped(covered))?;
    let borders = if shared_and_full == 0 { "borders: no outline fills one of them" } else { "" };
    writeln!(out, "  in more than one   {:>13}  {borders}", grouped(shared))?;
    if shared_and_full > 0 {
        writeln!(out, "  and inside of one  {:>13}", grouped(shared_and_full))?;
    }
    let area: f64 = all.list.iter().map(|constellation| constellation.area).sum();
    writeln!(
        out,
        "  area, sq. deg      {:>13.4}  the sphere has {:.4}",
        square_degrees(area),
        square_degrees(4.0 * PI)
    )?;
    Ok(())
}
