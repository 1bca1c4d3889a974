//! Outputs, and what it means that two calls agree.

use healpix_core::Error;
use healpix_safe::ErrorKind;

use super::inputs::{Inputs, resize};

/// Arrays for outputs, filled with a pattern that no call writes.
#[derive(Debug, Clone)]
pub struct Outputs {
    pub cells: Vec<u64>,
    pub more: Vec<u64>,
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub z: Vec<f64>,
    pub bytes: Vec<u8>,
    pub i: Vec<u32>,
    pub j: Vec<u32>,
}

impl Outputs {
    /// `each` outputs for each of `n` elements; one array of another length if the inputs ask for it.
    pub fn new(n: usize, each: usize, inputs: &Inputs) -> Outputs {
        let len = n * each;
        let mut out = Outputs {
            cells: vec![77; len],
            more: vec![77; len],
            x: vec![77.0; len],
            y: vec![77.0; len],
            z: vec![77.0; len],
            bytes: vec![77; len],
            i: vec![77; len],
            j: vec![77; len],
        };
        match inputs.wrong {
            Some((3, longer)) => resize(&mut out.cells, longer),
            Some((4, longer)) => resize(&mut out.more, longer),
            Some((5, longer)) => resize(&mut out.x, longer),
            Some((6, longer)) => resize(&mut out.y, longer),
            Some((7, longer)) => resize(&mut out.z, longer),
            Some((8, longer)) => resize(&mut out.j, longer),
            _ => {}
        }
        out
    }

    /// Everything as whole numbers, so that NaN equals itself and 0 is not -0.
    fn bits(&self) -> (Vec<u64>, Vec<u8>, Vec<u32>) {
        let doubles = self.x.iter().chain(&self.y).chain(&self.z).map(|value| value.to_bits());
        let words = self.cells.iter().chain(&self.more).copied().chain(doubles).collect();
        (words, self.bytes.clone(), self.i.iter().chain(&self.j).copied().collect())
    }
}

/// The kind that a core error must arrive as. A list of its own: it is not to be derived from what it tests.
pub fn kind(error: &Error) -> ErrorKind {
    match error.root() {
        Error::Depth { .. } | Error::DepthU32 { .. } | Error::DepthOrder { .. } | Error::NoParent => ErrorKind::Depth,
        Error::Nside { .. } | Error::NsideU32 { .. } | Error::NsideNotPowerOfTwo { .. } => ErrorKind::Nside,
        Error::Cell { .. } => ErrorKind::Cell,
        Error::Ring { .. } => ErrorKind::Ring,
        Error::BaseCell { .. } | Error::FaceCoordinate { .. } => ErrorKind::Face,
        Error::Uniq { .. } | Error::Zuniq { .. } => ErrorKind::Uniq,
        Error::Longitude { .. } => ErrorKind::Longitude,
        Error::Latitude { .. } => ErrorKind::Latitude,
        Error::Vector { .. } => ErrorKind::Vector,
        Error::Offset { .. } => ErrorKind::Offset,
        Error::Plane { .. } => ErrorKind::Plane,
        Error::Radius { .. } => ErrorKind::Radius,
        Error::Direction { .. } => ErrorKind::Direction,
        Error::Steps { .. } => ErrorKind::Steps,
        Error::Length { .. } => ErrorKind::Length,
        Error::OutOfMemory { .. } => ErrorKind::Memory,
        Error::NotBuilt { .. } => ErrorKind::NotBuilt,
        Error::TooManyRows { .. } => ErrorKind::Rows,
        Error::RadiusOrder { .. }
        | Error::SemiAxes { .. }
        | Error::PositionAngle { .. }
        | Error::Size { .. }
        | Error::ZoneLatitudes { .. } => ErrorKind::Shape,
        Error::Vertices { .. }
        | Error::Vertex { .. }
        | Error::Crossing { .. }
        | Error::Antipodal { .. }
        | Error::ControlPoint => ErrorKind::Polygon,
        Error::MaxCells => ErrorKind::Budget,
        Error::Syntax { .. } => ErrorKind::Syntax,
        Error::CellRange { .. } | Error::CellOffset { .. } => ErrorKind::Range,
        Error::Level { .. } | Error::Probability { .. } => ErrorKind::Probability,
        Error::Overlap { .. } | Error::CellOrder { .. } => ErrorKind::OverlappingCells,
        Error::Format { .. } => ErrorKind::Format,
        Error::Io { .. } => ErrorKind::Io,
        other => panic!("{other:?} has no kind in this test"),
    }
}

/// The same outcome on both sides: equal values, or equal kinds and equal messages.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, core: healpix_core::Result<T>, safe: healpix_safe::Result<T>) {
    match (core, safe) {
        (Ok(core), Ok(safe)) => assert_eq!(core, safe, "{what}"),
        (Err(core), Err(safe)) => {
            assert_eq!(kind(&core), safe.kind(), "{what}");
            assert_eq!(core.to_string(), safe.to_string(), "{what}");
        }
        (core, safe) => panic!("{what}: core {core:?}, safe {safe:?}"),
    }
}

/// [`same`], and the outputs agree bit for bit.
pub fn same_outputs(what: &str, core: (healpix_core::Result<()>, Outputs), safe: (healpix_safe::Result<()>, Outputs)) {
    // A wrong length beside a wrong resolution: each side names the one it looks at first, and writes nothing.
    let refused = |kind| matches!(kind, ErrorKind::Length | ErrorKind::Depth | ErrorKind::Nside | ErrorKind::Direction);
    match (core.0, safe.0) {
        (Err(core), Err(safe)) if safe.kind() == ErrorKind::Length && kind(&core) != ErrorKind::Length => {
            assert!(refused(kind(&core)), "{what}: {core:?}, {safe:?}");
        }
        (core, safe) => same(what, core, safe),
    }
    assert_eq!(core.1.bits(), safe.1.bits(), "{what}");
}

/// Calls one element-wise function of both crates on the same inputs.
///
/// `both!(inputs, out * each, "name", core call, safe call)`, where the calls write to `out`.
macro_rules! both {
    ($inputs:ident, $n:expr, $out:ident * $each:expr, $core:expr, $safe:expr) => {{
        let mut $out = Outputs::new($n, $each, &$inputs);
        let core = $core;
        let core = (core, $out);
        let mut $out = Outputs::new($n, $each, &$inputs);
        let safe = $safe;
        same_outputs(stringify!($safe), core, (safe, $out));
    }};
}
pub(crate) use both;
