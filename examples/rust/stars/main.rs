//! Stars on the sky: index a catalogue by HEALPix cell, ask it questions, draw a map of it.
//!
//! `cargo run --release --example stars -- --help` lists the questions.

mod args;
mod constellations;
mod graticule;
mod lettering;
mod mocs;
mod outline_map;
mod report;
mod scale;
mod search;
mod sky_map;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use healpix_examples::catalog::{self, Star};
use healpix_examples::outlines;
use healpix_examples::quantity;
use healpix_safe::{CellCount, PointIndex, grid};

use args::Args;
use constellations::Constellations;
use sky_map::SkyMap;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if !error.use_stderr() => {
            return print(&error.render().to_string());
        }
        Err(error) => {
            // clap adds usage and tips on further lines; the first one says what is wrong.
            let text = error.render().to_string();
            eprintln!("{}", text.lines().next().unwrap_or("error: bad arguments"));
            return ExitCode::from(2);
        }
    };
    match run(&args) {
        Ok(report) => print(&report),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes to the standard output; a reader that has seen enough (`| head`) is no error.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write the report: {}", catalog::io_reason(&error));
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn run(args: &Args) -> Result<String, Box<dyn Error>> {
    let mut clock = Clock::start();
    let file = args.catalog();
    let stars = catalog::read(&file)?;
    let outline_file = args.outlines();
    let outlines = outlines::read(&outline_file)?;
    clock.lap("reading");

    let (lon, lat): (Vec<f64>, Vec<f64>) = stars.iter().map(|star| (star.lon_deg, star.lat_deg)).unzip();
    let index = PointIndex::from_slices_deg(&lon, &lat)?;
    clock.lap("indexing");

    let (at_lon, at_lat) = args.at;
    let occupied: Vec<CellCount> = index.occupied(args.depth)?.collect();
    let nearest = index.nearest_deg(at_lon, at_lat, args.nearest as usize)?;
    let within = index.within_deg(at_lon, at_lat, args.radius)?;
    let pairs = search::closest_pairs(&index, args.pairs as usize)?;
    clock.lap("searching");

    let constellations = Constellations::new(&outline_file, &outlines, &index, args.outline_depth)?;
    let here = constellations.at(args.at)?;
    clock.lap("constellations");

    if !args.no_mocs {
        mocs::write(&args.mocs, &constellations.list)?;
        clock.lap("writing MOCs");
    }

    let place = report::place(args.at, args.place(), &here);
    let mut out = String::new();
    report::catalog(&mut out, &file.display().to_string(), &stars)?;
    report::cells(&mut out, &stars, &index, args.depth, &occupied)?;
    if args.nearest > 0 {
        report::nearest(&mut out, &stars, &place, &nearest)?;
    }
    report::within(&mut out, &stars, &place, args.radius, &within, args.all)?;
    if args.pairs > 0 {
        report::pairs(&mut out, &stars, &pairs)?;
    }
    report::constellations(&mut out, &stars, &constellations, args.constellations as usize)?;
    report::tiling(&mut out, &constellations)?;
    if !args.no_mocs {
        let files = quantity::grouped(2 * constellations.list.len() as u64);
        writeln!(out, "\nMOCs of the constellations: {}, {files} files", args.mocs.display())?;
    }
    if !args.no_plot {
        clock.skip();
        draw(args, &stars, &occupied, &constellations)?;
        clock.lap("drawing");
        writeln!(out, "\nMap of the sky: {}", args.output.display())?;
    }
    out.push_str(&clock.line());
    Ok(out)
}

/// Draws the map and writes it to the file asked for.
fn draw(
    args: &Args,
    stars: &[Star],
    occupied: &[CellCount],
    constellations: &Constellations,
) -> Result<(), Box<dyn Error>> {
    let nside = grid::nside(args.depth)?;
    let area = quantity::area(grid::cell_area(nside)?);
    let (depth, cells) = (args.depth, quantity::grouped(grid::n_cells(nside)?));
    let (brightest, faintest) = report::magnitudes(stars);
    let minus = |magnitude: f64| format!("{magnitude:.1}").replace('-', "\u{2212}");
    let map = SkyMap {
        depth,
        occupied,
        title: format!("{} over the whole sky", quantity::plural(stars.len() as u64, "star")),
        subtitle: format!(
            "magnitude {} to {} · counted in {cells} HEALPix cells of equal area (depth {depth}, nside {nside})",
            minus(brightest),
            minus(faintest),
        ),
        scale_title: format!("stars per cell of {area}"),
        mark: (args.at, args.mark()),
        constellations,
    };
    let picture = map.draw()?.encode_png()?;
    fs::write(&args.output, picture).map_err(|error| {
        format!("{}: cannot write the picture: {}", args.output.display(), catalog::io_reason(&error))
    })?;
    Ok(())
}

/// The time each step took.
struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }

    /// Leaves out the time since the last lap.
    fn skip(&mut self) {
        self.last = Instant::now();
    }

    fn lap(&mut self, step: &'static str) {
        let now = Instant::now();
        self.laps.push((step, now - self.last));
        self.last = now;
    }

    fn line(&self) -> String {
        let laps: Vec<String> =
            self.laps.iter().map(|(step, time)| format!("{step} {:.1} ms", time.as_secs_f64() * 1e3)).collect();
        format!("\nTime: {}\n", laps.join(", "))
    }
}
