//! The command line.

use std::path::{Path, PathBuf};

use clap::Parser;
use healpix_examples::catalog;

/// Counts a star catalogue in HEALPix cells and constellations, finds neighbours and close pairs, draws the sky.
#[derive(Debug, Parser)]
#[command(name = "stars", version, after_help = EXAMPLES)]
pub struct Args {
    /// CSV file with the columns hip, lon_deg, lat_deg, mag [default: 41,411 bundled stars]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// Depth of the cells that are counted and drawn: 12 x 4^DEPTH of them cover the sky
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(0..=29))]
    pub depth: u8,

    /// Where to look, as longitude and latitude in degrees
    #[arg(long, value_name = "LON,LAT", default_value = PLEIADES, allow_hyphen_values = true)]
    #[arg(value_parser = position)]
    pub at: (f64, f64),

    /// How far to look from there: a number and deg, arcmin or arcsec
    #[arg(long, value_name = "ANGLE", default_value = "1deg", value_parser = radius)]
    #[arg(allow_hyphen_values = true)]
    pub radius: f64,

    /// How many of the nearest stars to list
    #[arg(long, value_name = "K", default_value_t = 5)]
    pub nearest: u32,

    /// How many of the closest pairs in the whole sky to list, up to 10,000
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(0..=10_000))]
    pub pairs: u32,

    /// List every star within the radius, not only the brightest ten
    #[arg(long)]
    pub all: bool,

    /// How many of the constellations to list, those with the most stars first
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub constellations: u32,

    /// Depth of the cells that cover the constellations, 0 to 14
    #[arg(long, value_name = "DEPTH", default_value_t = 9, value_parser = clap::value_parser!(u8).range(0..=14))]
    pub outline_depth: u8,

    /// JSON file with the outlines of the constellations [default: the bundled 88]
    #[arg(long, value_name = "JSON")]
    outlines: Option<PathBuf>,

    /// Where to write the cells of each constellation, as FITS and JSON MOCs
    #[arg(long, value_name = "DIR", default_value = "stars-mocs")]
    pub mocs: PathBuf,

    /// Write no MOCs
    #[arg(long)]
    pub no_mocs: bool,

    /// Where to write the picture
    #[arg(long, value_name = "PNG", default_value = "stars.png")]
    pub output: PathBuf,

    /// Draw no picture
    #[arg(long)]
    pub no_plot: bool,
}

const PLEIADES: &str = "56.75,24.1167";

const EXAMPLES: &str = "\
Examples (each after `cargo run --release --example stars --`):
  --at 83.82,-5.39 --radius 30arcmin --all   every star around the Orion Nebula
  --depth 5 --output fine.png                smaller cells
  --pairs 20 --no-plot --no-mocs             close pairs, and no files
  --constellations 88                        the stars of every constellation
  --outline-depth 12 --mocs fine             finer MOCs, in the directory fine/
  my_stars.csv --at 0,90 --nearest 1         the pole star of your own catalogue";

impl Args {
    /// The file to read: the one given, or the bundled one, found from any working directory.
    pub fn catalog(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| bundled("stars.csv"))
    }

    /// The outlines to read: those given, or the bundled ones.
    pub fn outlines(&self) -> PathBuf {
        self.outlines.clone().unwrap_or_else(|| bundled("constellations.json"))
    }

    /// The name of the place looked at, where we know one.
    pub fn place(&self) -> Option<&'static str> {
        (position(PLEIADES).as_ref() == Ok(&self.at)).then_some("the Pleiades")
    }

    /// What the picture writes beside the place looked at.
    pub fn mark(&self) -> String {
        self.place()
            .map_or_else(|| format!("{:.2}°, {:+.2}°", self.at.0, self.at.1).replace('-', "\u{2212}"), str::to_owned)
    }
}

/// A file of the examples' own, named as shortly as it goes.
fn bundled(name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    let here = std::env::current_dir().unwrap_or_default();
    file.strip_prefix(here).map_or(file.clone(), Path::to_path_buf)
}

fn position(text: &str) -> Result<(f64, f64), String> {
    let (lon, lat) = text.split_once(',').ok_or("give longitude and latitude as LON,LAT in degrees")?;
    Ok((catalog::degrees("longitude", lon.trim(), 360.0)?, catalog::degrees("latitude", lat.trim(), 90.0)?))
}

/// An angle with its unit, in degrees.
fn radius(text: &str) -> Result<f64, String> {
    let start_of_unit = text.find(|letter: char| letter.is_ascii_alphabetic() && !matches!(letter, 'e' | 'E'));
    let (value, unit) = text.split_at(start_of_unit.unwrap_or(text.len()));
    let per_degree = match unit.trim() {
        "deg" | "" => 1.0,
        "arcmin" => 60.0,
        "arcsec" => 3600.0,
        other => return Err(format!("the unit {other:?} is none of deg, arcmin, arcsec")),
    };
    let degrees = catalog::number("the radius", value.trim())? / per_degree;
    if (0.0..=180.0).contains(&degrees) {
        Ok(degrees)
    } else {
        Err(format!("a radius of {degrees} degrees is outside [0, 180]"))
    }
}
