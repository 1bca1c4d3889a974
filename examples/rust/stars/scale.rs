//! From a count of stars to a colour, and the bar that explains it.

use tiny_skia::{Color, Pixmap};

use crate::lettering::{Anchor, Letters, Style, rectangle};

/// Colours for counts from 0 to `most`.
pub struct Scale {
    most: f64,
}

impl Scale {
    pub fn new(most: u64) -> Self {
        Self { most: most.max(1) as f64 }
    }

    /// The colour of a count: red, green and blue as sRGB bytes.
    pub fn color(&self, count: f64) -> [u8; 3] {
        let color = colorous::INFERNO.eval_continuous((count / self.most).clamp(0.0, 1.0));
        [color.r, color.g, color.b]
    }

    /// Draws the bar with its ticks below and its title under them.
    pub fn draw(&self, pixmap: &mut Pixmap, letters: &Letters, bar: Bar, title: &str, style: Style) {
        for column in 0..bar.width as u32 {
            let [r, g, b] = self.color(self.most * (f64::from(column) + 0.5) / f64::from(bar.width));
            let x = bar.left + column as f32;
            rectangle(pixmap, x, bar.top, 1.0, bar.height, Color::from_rgba8(r, g, b, 255));
        }
        let step = tick_step(self.most);
        let bottom = bar.top + bar.height;
        for tick in 0..=(self.most / step + 1e-9) as u32 {
            let count = f64::from(tick) * step;
            let x = (bar.left + (count / self.most) as f32 * bar.width).round();
            rectangle(pixmap, x - 1.0, bottom, 2.0, 8.0, style.color);
            letters.draw(pixmap, &format!("{count}"), (x, bottom + 12.0 + style.size), Anchor::Middle, style);
        }
        let middle = (bar.left + bar.width / 2.0, bottom + 20.0 + 2.3 * style.size);
        letters.draw(pixmap, title, middle, Anchor::Middle, style);
    }
}

/// Where the bar stands in the picture, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Bar {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

/// 1, 2 or 5 times a power of ten, with four to ten steps up to `most`; never below one star.
fn tick_step(most: f64) -> f64 {
    let power = 10_f64.powf((most / 10.0).log10().floor()).max(1.0);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power);
    steps.into_iter().find(|step| most / step <= 8.0).unwrap_or(most)
}
