//! The picture: a Mollweide map of the whole sky, coloured by the number of stars in each cell.

use healpix_examples::mollweide::{self, Parallel};
use healpix_safe::{CellCount, Result, nested};
use tiny_skia::{Color, Pixmap, PremultipliedColorU8};

use crate::constellations::Constellations;
use crate::graticule;
use crate::lettering::{Anchor, Letters, Style};
use crate::outline_map;
use crate::scale::{Bar, Scale};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1070;
/// Each pixel is the mean of so many by so many samples.
const SAMPLES: u32 = 3;

/// The map's ellipse in the picture: longitude 0 in the middle, growing to the left.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub center: (f32, f32),
    /// Half the height and a quarter of the width, in pixels.
    pub unit: f32,
}

const FRAME: Frame = Frame { center: (800.0, 490.0), unit: 360.0 };

impl Frame {
    /// Where a position in radians, the longitude in [-pi, pi], is drawn.
    pub fn place(&self, lon: f64, lat: f64) -> (f32, f32) {
        let (x, y) = mollweide::forward(lon, lat);
        (self.center.0 - x as f32 * self.unit, self.center.1 - y as f32 * self.unit)
    }

    /// The circle of latitude drawn at a height of the picture.
    fn parallel(&self, y: f64) -> Option<Parallel> {
        Parallel::at((f64::from(self.center.1) - y) / f64::from(self.unit))
    }

    /// How far a point of the picture is from the map's edge to its left and right, negative outside, in pixels.
    pub fn margin(&self, (x, y): (f32, f32)) -> f32 {
        let height = (y - self.center.1) / self.unit;
        2.0 * self.unit * (1.0 - height * height).max(0.0).sqrt() - (x - self.center.0).abs()
    }

    /// The longitude in [-pi, pi] and latitude, in radians, drawn at a point of the picture.
    pub fn position(&self, (x, y): (f32, f32)) -> Option<(f64, f64)> {
        let parallel = self.parallel(f64::from(y))?;
        Some((self.longitude(parallel, f64::from(x))?, parallel.lat))
    }

    fn longitude(&self, parallel: Parallel, x: f64) -> Option<f64> {
        parallel.longitude((f64::from(self.center.0) - x) / f64::from(self.unit))
    }
}

/// What the picture shows.
pub struct SkyMap<'a> {
    pub depth: u8,
    /// The cells with stars, by ascending cell number.
    pub occupied: &'a [CellCount],
    pub title: String,
    pub subtitle: String,
    pub scale_title: String,
    /// A position in degrees to point at, and its name.
    pub mark: ((f64, f64), String),
    pub constellations: &'a Constellations,
}

pub const INK: Color = Color::BLACK;
const NOTE: &str = "thin lines: constellations · ICRS longitude (right ascension) increases to the left · Mollweide equal-area projection";

impl SkyMap<'_> {
    /// Draws it all.
    pub fn draw(&self) -> std::result::Result<Pixmap, Box<dyn std::error::Error>> {
        let letters = Letters::new()?;
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or("the picture has no size")?;
        pixmap.fill(Color::WHITE);

        let most = self.occupied.iter().map(|cell| cell.count).max().unwrap_or(0);
        let scale = Scale::new(most);
        self.paint_cells(&mut pixmap, &scale)?;
        let ((lon, lat), name) = &self.mark;
        graticule::lines(&mut pixmap, FRAME);
        outline_map::lines(&mut pixmap, FRAME, self.constellations);
        let mut taken = graticule::labels(&mut pixmap, &letters, FRAME);
        taken.extend(graticule::mark(&mut pixmap, &letters, FRAME, (*lon, *lat), name));
        outline_map::names(&mut pixmap, &letters, FRAME, self.constellations, &taken)?;

        let plain = Style { size: 24.0, bold: false, color: INK, halo: None };
        let middle = FRAME.center.0;
        let title = Style { size: 36.0, bold: true, ..plain };
        letters.draw(&mut pixmap, &self.title, (middle, 56.0), Anchor::Middle, title);
        letters.draw(&mut pixmap, &self.subtitle, (middle, 98.0), Anchor::Middle, plain);
        let note = Style { size: 22.0, color: Color::from_rgba8(80, 80, 80, 255), ..plain };
        letters.draw(&mut pixmap, NOTE, (middle, 902.0), Anchor::Middle, note);
        let bar = Bar { left: 450.0, top: 944.0, width: 700.0, height: 28.0 };
        scale.draw(&mut pixmap, &letters, bar, &self.scale_title, plain);
        Ok(pixmap)
    }

    /// Colours each pixel of the ellipse by the cells it lies in.
    fn paint_cells(&self, pixmap: &mut Pixmap, scale: &Scale) -> Result<()> {
        let empty = linear(scale.color(0.0));
        let light: Vec<[f32; 3]> = self.occupied.iter().map(|cell| linear(scale.color(cell.count as f64))).collect();
        let mut row = Row::default();
        for (y, pixels) in (0_u32..).zip(pixmap.pixels_mut().chunks_exact_mut(WIDTH as usize)) {
            row.sample(y);
            row.cells.resize(row.lon.len(), 0);
            nested::hash(self.depth, &row.lon, &row.lat, &mut row.cells)?;
            let mut gathered = vec![Light::default(); WIDTH as usize];
            for (&column, cell) in row.column.iter().zip(&row.cells) {
                let place = self.occupied.binary_search_by_key(cell, |counted| counted.cell).ok();
                if let Some(gathered) = gathered.get_mut(column as usize) {
                    gathered.add(*place.and_then(|place| light.get(place)).unwrap_or(&empty));
                }
            }
            for (pixel, gathered) in pixels.iter_mut().zip(&gathered).filter(|(_, light)| light.samples > 0) {
                *pixel = gathered.over_white();
            }
        }
        Ok(())
    }
}

/// The samples of one row of pixels that fall on the map.
#[derive(Default)]
struct Row {
    column: Vec<u32>,
    lon: Vec<f64>,
    lat: Vec<f64>,
    cells: Vec<u64>,
}

impl Row {
    fn sample(&mut self, y: u32) {
        self.column.clear();
        self.lon.clear();
        self.lat.clear();
        let step = |sample: u32| (f64::from(sample) + 0.5) / f64::from(SAMPLES);
        for parallel in (0..SAMPLES).filter_map(|sample| FRAME.parallel(f64::from(y) + step(sample))) {
            for x in 0..WIDTH * SAMPLES {
                if let Some(lon) = FRAME.longitude(parallel, step(x)) {
                    self.column.push(x / SAMPLES);
                    self.lon.push(lon);
                    self.lat.push(parallel.lat);
                }
            }
        }
    }
}

/// Light gathered by one pixel. Means are taken of light, not of sRGB bytes, which would darken edges.
#[derive(Clone, Copy, Default)]
struct Light {
    sum: [f32; 3],
    samples: u32,
}

const GAMMA: f32 = 2.2;

fn linear(color: [u8; 3]) -> [f32; 3] {
    color.map(|byte| (f32::from(byte) / 255.0).powf(GAMMA))
}

impl Light {
    fn add(&mut self, light: [f32; 3]) {
        for (sum, part) in self.sum.iter_mut().zip(light) {
            *sum += part;
        }
        self.samples += 1;
    }

    /// The mean, with white for the samples that fell off the map.
    fn over_white(&self) -> PremultipliedColorU8 {
        let missing = (SAMPLES * SAMPLES - self.samples) as f32;
        let byte = |sum: f32| {
            let mean = (sum + missing) / (SAMPLES * SAMPLES) as f32;
            (mean.powf(1.0 / GAMMA) * 255.0).round() as u8
        };
        let [r, g, b] = self.sum.map(byte);
        PremultipliedColorU8::from_rgba(r, g, b, 255).unwrap_or(PremultipliedColorU8::TRANSPARENT)
    }
}
