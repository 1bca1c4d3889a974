//! Multi-Order Coverage maps: sets of cells (IVOA MOC 2.0).

mod range;
mod set;

pub use range::CellRange;
pub use set::Moc;
