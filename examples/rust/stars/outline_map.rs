//! The constellations on the map: their outlines as thin lines, and their names where there is room.

use std::f64::consts::PI;

use healpix_examples::outlines::Outline;
use healpix_safe::{PointIndex, Result};
use tiny_skia::{Color, PathBuilder, Pixmap};

use crate::constellations::{Constellations, Part};
use crate::graticule::stroke;
use crate::lettering::{Anchor, Area, Letters, Style};
use crate::sky_map::Frame;

const NAME_SIZE: f32 = 17.0;
/// Longest piece of a side, in radians, that is drawn as a straight line: two pixels.
const PIECE: f64 = 0.009;
/// Names are tried at points so many pixels apart.
const GRID: usize = 4;

fn line_color() -> Color {
    Color::from_rgba8(158, 219, 255, 158)
}

fn name_style() -> Style {
    let halo = Some(Color::from_rgba8(0, 0, 0, 190));
    Style { size: NAME_SIZE, bold: false, color: Color::from_rgba8(204, 237, 255, 255), halo }
}

/// Draws all outlines.
pub fn lines(pixmap: &mut Pixmap, frame: Frame, constellations: &Constellations) {
    // One path for all: a border that two constellations share is not painted twice.
    let mut path = PathBuilder::new();
    for part in constellations.parts() {
        for strip in strips(frame, &part.outline) {
            for (place, &(x, y)) in strip.iter().enumerate() {
                if place == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
            }
        }
    }
    stroke(pixmap, path.finish().as_ref(), line_color(), 1.2, None);
}

/// Writes the name of each constellation inside its outline, as far from its borders as can be, where nothing else
/// is written. A name that has no place is left out.
pub fn names(
    pixmap: &mut Pixmap,
    letters: &Letters,
    frame: Frame,
    constellations: &Constellations,
    taken: &[Area],
) -> Result<()> {
    let candidates = Candidates::new(pixmap, frame)?;
    for part in constellations.parts() {
        if let Some((x, y)) = candidates.best(frame, part, taken)? {
            letters.draw(pixmap, &part.outline.name, (x, y + 0.36 * NAME_SIZE), Anchor::Middle, name_style());
        }
    }
    Ok(())
}

/// Points all over the map where a name could stand, indexed by their place in the sky.
struct Candidates {
    at: Vec<(f32, f32)>,
    index: PointIndex,
}

impl Candidates {
    fn new(pixmap: &Pixmap, frame: Frame) -> Result<Self> {
        let (mut at, mut lon, mut lat) = (Vec::new(), Vec::new(), Vec::new());
        for y in (0..pixmap.height()).step_by(GRID) {
            for x in (0..pixmap.width()).step_by(GRID) {
                let point = (x as f32, y as f32);
                if let Some(position) = frame.position(point) {
                    at.push(point);
                    lon.push(position.0);
                    lat.push(position.1);
                }
            }
        }
        Ok(Self { at, index: PointIndex::from_slices(&lon, &lat)? })
    }

    /// The point in the outline around which there is most room for its name.
    fn best(&self, frame: Frame, part: &Part, taken: &[Area]) -> Result<Option<(f32, f32)>> {
        let border: Vec<(f32, f32)> = strips(frame, &part.outline).concat();
        let half = (0.32 * NAME_SIZE * part.outline.name.len() as f32, 0.42 * NAME_SIZE);
        let room = |(x, y): (f32, f32)| {
            let distance = |&(bx, by): &(f32, f32)| f32::max((bx - x).abs() / half.0, (by - y).abs() / half.1);
            border.iter().map(distance).fold(frame.margin((x, y)) / half.0, f32::min)
        };
        let rows = self.index.region(&part.region)?;
        let free = rows.iter().filter_map(|&row| self.at.get(row as usize)).filter(|&&(x, y)| {
            let (wide, high) = (half.0 + 2.0, half.1 + 2.0);
            let area = Area { left: x - wide, top: y - high, right: x + wide, bottom: y + high };
            area.corners().into_iter().all(|corner| frame.margin(corner) > 0.0)
                && !taken.iter().any(|other| other.meets(&area))
        });
        Ok(free.map(|&at| (room(at), at)).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at))
    }
}

/// An outline as it appears on the map: in pieces where it runs over the map's edge.
fn strips(frame: Frame, outline: &Outline) -> Vec<Vec<(f32, f32)>> {
    let vertices = || outline.lon_deg.iter().zip(&outline.lat_deg).map(|(&lon, &lat)| direction(lon, lat));
    let mut strips = vec![Vec::new()];
    let mut previous: Option<(f64, f64)> = None;
    for (from, to) in vertices().zip(vertices().cycle().skip(1)) {
        for at in along(from, to) {
            let (lon, lat) = (at[1].atan2(at[0]), at[2].clamp(-1.0, 1.0).asin());
            match previous {
                Some((before, before_lat)) if (lon - before).abs() > PI => {
                    let edge = (lat + before_lat) / 2.0;
                    if let Some(strip) = strips.last_mut() {
                        strip.push(frame.place(PI.copysign(before), edge));
                    }
                    strips.push(vec![frame.place(PI.copysign(lon), edge), frame.place(lon, lat)]);
                }
                _ => {
                    if let Some(strip) = strips.last_mut() {
                        strip.push(frame.place(lon, lat));
                    }
                }
            }
            previous = Some((lon, lat));
        }
    }
    strips
}

fn direction(lon_deg: f64, lat_deg: f64) -> [f64; 3] {
    let (lon, lat) = (lon_deg.to_radians(), lat_deg.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// Points along the great circle from one direction to another, both included, evenly apart.
fn along(from: [f64; 3], to: [f64; 3]) -> impl Iterator<Item = [f64; 3]> {
    let chord = from.iter().zip(to).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
    let angle = 2.0 * (chord / 2.0).min(1.0).asin();
    let pieces = (angle / PIECE).ceil().max(1.0) as u32;
    (0..=pieces).map(move |piece| {
        let part = f64::from(piece) / f64::from(pieces);
        let (left, right) = if angle > 0.0 {
            (((1.0 - part) * angle).sin() / angle.sin(), (part * angle).sin() / angle.sin())
        } else {
            (1.0 - part, part)
        };
        [0, 1, 2].map(|axis| left * from[axis] + right * to[axis])
    })
}
