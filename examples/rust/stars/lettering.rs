//! Text drawn as filled outlines, from a font compiled into the program.

use tiny_skia::{Color, FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// Where the given point stands in the text.
#[derive(Debug, Clone, Copy)]
pub enum Anchor {
    /// At its left end.
    Left,
    /// In its middle.
    Middle,
    /// At its right end.
    Right,
}

/// A part of the picture that is taken, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn corners(&self) -> [(f32, f32); 4] {
        [(self.left, self.top), (self.right, self.top), (self.left, self.bottom), (self.right, self.bottom)]
    }
}

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Height of the letters' em square in pixels.
    pub size: f32,
    pub bold: bool,
    pub color: Color,
    /// Colour of the rim that lifts the letters off a busy ground.
    pub halo: Option<Color>,
}

/// Noto Sans, regular and bold.
pub struct Letters {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Letters {
    pub fn new() -> Result<Self, ttf_parser::FaceParsingError> {
        Ok(Self { regular: Face::parse(ttf_noto_sans::REGULAR, 0)?, bold: Face::parse(ttf_noto_sans::BOLD, 0)? })
    }

    /// Draws one line of text and returns where. The point is on the baseline.
    pub fn draw(&self, pixmap: &mut Pixmap, text: &str, at: (f32, f32), anchor: Anchor, style: Style) -> Area {
        let face = if style.bold { &self.bold } else { &self.regular };
        let scale = style.size / f32::from(face.units_per_em());
        let mut outline = Outline { path: PathBuilder::new(), pen: 0.0 };
        for letter in text.chars() {
            let glyph = face.glyph_index(letter).unwrap_or(GlyphId(0));
            face.outline_glyph(glyph, &mut outline);
            outline.pen += f32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        }
        let width = outline.pen * scale;
        let left = match anchor {
            Anchor::Left => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::Right => at.0 - width,
        };
        if let Some(path) = outline.path.finish() {
            // Fonts count upwards, pictures downwards.
            let place = Transform::from_row(scale, 0.0, 0.0, -scale, left, at.1);
            fill(pixmap, &path, place, style, scale);
        }
        Area { left, top: at.1 - 0.8 * style.size, right: left + width, bottom: at.1 + 0.2 * style.size }
    }
}

fn fill(pixmap: &mut Pixmap, path: &Path, place: Transform, style: Style, scale: f32) {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    if let Some(halo) = style.halo {
        paint.set_color(halo);
        let width = style.size / 5.0 / scale;
        let stroke = Stroke { width, line_join: LineJoin::Round, ..Stroke::default() };
        pixmap.stroke_path(path, &paint, &stroke, place, None);
    }
    paint.set_color(style.color);
    pixmap.fill_path(path, &paint, FillRule::Winding, place, None);
}

/// Collects glyphs into one path, each moved to where the pen stands.
struct Outline {
    path: PathBuilder,
    pen: f32,
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.pen + x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.pen + x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.pen + x1, y1, self.pen + x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.cubic_to(self.pen + x1, y1, self.pen + x2, y2, self.pen + x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Fills a rectangle; one without an area is left out.
pub fn rectangle(pixmap: &mut Pixmap, x: f32, y: f32, width: f32, height: f32, color: Color) {
    let mut paint = Paint::default();
    paint.set_color(color);
    if let Some(area) = Rect::from_xywh(x, y, width, height) {
        pixmap.fill_rect(area, &paint, Transform::identity(), None);
    }
}
