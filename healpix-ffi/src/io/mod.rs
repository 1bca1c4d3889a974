//! MOCs as text and files, and the maps that MOCs are made from.

// Blank lines keep this order, which is that of the header.

mod text;

mod fits;

mod file;

mod stream;

mod map;

mod multi_order;

pub use file::*;
pub use fits::*;
pub use map::*;
pub use multi_order::*;
pub use stream::*;
pub use text::*;

mod output;

mod path;

mod pieces;
