//! Lines and labels over the map: meridians, parallels, the galactic plane, the place looked at.

use std::f64::consts::{FRAC_PI_2, PI};

use tiny_skia::{Color, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use crate::lettering::{Anchor, Area, Letters, Style};
use crate::sky_map::{Frame, INK};

const STEP_DEG: i32 = 30;

/// Draws meridians and parallels.
pub fn lines(pixmap: &mut Pixmap, frame: Frame) {
    let faint = Color::from_rgba8(255, 255, 255, 60);
    for lon in (-150..=150).step_by(STEP_DEG as usize) {
        line(pixmap, meridian(frame, f64::from(lon).to_radians()), faint, 1.3, None);
    }
    for lat in (-60..=60).step_by(STEP_DEG as usize) {
        let lat = f64::from(lat).to_radians();
        line(pixmap, [frame.place(PI, lat), frame.place(-PI, lat)], faint, 1.3, None);
    }
}

/// Draws the galactic plane, the edge of the map and its labels; returns where on the map something is written.
pub fn labels(pixmap: &mut Pixmap, letters: &Letters, frame: Frame) -> Vec<Area> {
    let mut taken = galactic_plane(pixmap, letters, frame);
    for edge in [PI, -PI] {
        line(pixmap, meridian(frame, edge), INK, 2.5, None);
    }
    taken.extend(label_longitudes(pixmap, letters, frame));
    label_latitudes(pixmap, letters, frame);
    taken
}

/// A ring around a position in degrees, with a name beside it; returns where they are.
pub fn mark(pixmap: &mut Pixmap, letters: &Letters, frame: Frame, at_deg: (f64, f64), name: &str) -> [Area; 2] {
    let (x, y) = frame.place(wrapped(at_deg.0.to_radians()), at_deg.1.to_radians());
    let ring = PathBuilder::from_circle(x, y, 11.0);
    stroke(pixmap, ring.as_ref(), RIM, 6.0, None);
    stroke(pixmap, ring.as_ref(), Color::WHITE, 2.5, None);
    let ring = Area { left: x - 14.0, top: y - 14.0, right: x + 14.0, bottom: y + 14.0 };
    // Just below the equator stand the longitudes.
    let labels = frame.center.1 + 2.0..frame.center.1 + 44.0;
    let y = if labels.contains(&y) { labels.end + 8.0 } else { y };
    let (anchor, x) = if x < frame.center.0 { (Anchor::Left, x + 19.0) } else { (Anchor::Right, x - 19.0) };
    [ring, letters.draw(pixmap, name, (x, y + 8.0), anchor, on_map())]
}

fn label_longitudes(pixmap: &mut Pixmap, letters: &Letters, frame: Frame) -> Vec<Area> {
    let mut label = |lon: i32| {
        let (x, y) = frame.place(f64::from(lon).to_radians(), 0.0);
        let text = format!("{}°", (lon + 360) % 360);
        letters.draw(pixmap, &text, (x, y + 27.0), Anchor::Middle, on_map())
    };
    (-150..=150).step_by(STEP_DEG as usize).map(&mut label).collect()
}

fn label_latitudes(pixmap: &mut Pixmap, letters: &Letters, frame: Frame) {
    let style = Style { size: 22.0, bold: false, color: INK, halo: None };
    for lat in (-60..=60).step_by(STEP_DEG as usize) {
        let text = match lat {
            0 => "0°".to_owned(),
            north if north > 0 => format!("+{lat}°"),
            _ => format!("\u{2212}{}°", -lat),
        };
        for (edge, anchor, gap) in [(PI, Anchor::Right, -14.0), (-PI, Anchor::Left, 14.0)] {
            let (x, y) = frame.place(edge, f64::from(lat).to_radians());
            let lift = y + 8.0 - 6.0 * f64::from(lat).to_radians().sin() as f32;
            letters.draw(pixmap, &text, (x + gap, lift), anchor, style);
        }
    }
}

/// The plane of the Milky Way, dashed: the stars crowd along it.
fn galactic_plane(pixmap: &mut Pixmap, letters: &Letters, frame: Frame) -> Vec<Area> {
    let mut parts = vec![Vec::new()];
    let mut previous = 0.0;
    for degree in 0..=360 {
        let (lon, lat) = from_galactic(f64::from(degree).to_radians());
        let jumped = f64::abs(lon - previous) > PI;
        if let Some(part) = parts.last_mut() {
            part.push(frame.place(if jumped { PI.copysign(previous) } else { lon }, lat));
        }
        if jumped {
            parts.push(vec![frame.place(PI.copysign(lon), lat), frame.place(lon, lat)]);
        }
        previous = lon;
    }
    let around = |&(x, y): &(f32, f32)| Area { left: x - 2.0, top: y - 2.0, right: x + 2.0, bottom: y + 2.0 };
    let mut taken: Vec<Area> = parts.iter().flatten().map(around).collect();
    for part in parts {
        let dash = StrokeDash::new(vec![12.0, 8.0], 0.0);
        line(pixmap, part.iter().copied(), RIM, 5.5, dash.clone());
        line(pixmap, part, Color::WHITE, 2.4, dash);
    }
    let (x, y) = frame.place((-72_f64).to_radians(), 31_f64.to_radians());
    taken.push(letters.draw(pixmap, "galactic plane", (x, y), Anchor::Left, on_map()));
    taken
}

/// The dark rim of what is drawn on the map.
const RIM: Color = Color::BLACK;

fn on_map() -> Style {
    Style { size: 21.0, bold: false, color: Color::WHITE, halo: Some(RIM) }
}

/// The ICRS position, longitude in [-pi, pi], of a point of galactic latitude 0 (ESA SP-1200, 1.5.3).
fn from_galactic(galactic_lon: f64) -> (f64, f64) {
    let (pole_lon, pole_lat) = (192.85948_f64.to_radians(), 27.12825_f64.to_radians());
    let from_node = 122.93192_f64.to_radians() - galactic_lon;
    let lat = (pole_lat.cos() * from_node.cos()).asin();
    let east = from_node.sin();
    let north = -pole_lat.sin() * from_node.cos();
    (wrapped(pole_lon + east.atan2(north)), lat)
}

fn wrapped(lon: f64) -> f64 {
    (lon + PI).rem_euclid(2.0 * PI) - PI
}

fn meridian(frame: Frame, lon: f64) -> impl Iterator<Item = (f32, f32)> {
    (-90..=90).map(move |step| frame.place(lon, f64::from(step) / 90.0 * FRAC_PI_2))
}

fn line(
    pixmap: &mut Pixmap,
    points: impl IntoIterator<Item = (f32, f32)>,
    color: Color,
    width: f32,
    dash: Option<StrokeDash>,
) {
    let mut builder = PathBuilder::new();
    for (x, y) in points {
        if builder.is_empty() {
            builder.move_to(x, y);
        } else {
            builder.line_to(x, y);
        }
    }
    stroke(pixmap, builder.finish().as_ref(), color, width, dash);
}

/// Draws a path; one with nothing in it is left out.
pub fn stroke(pixmap: &mut Pixmap, path: Option<&Path>, color: Color, width: f32, dash: Option<StrokeDash>) {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(color);
    let stroke = Stroke { width, dash, ..Stroke::default() };
    if let Some(path) = path {
        pixmap.stroke_path(path, &paint, &stroke, Transform::identity(), None);
    }
}
