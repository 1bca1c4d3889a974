//! The one error type of the library: what was wrong, which value, what is allowed.

use alloc::boxed::Box;

use crate::brief::Brief;

/// `Result` with this library's [`Error`].
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// Everything that can be wrong with an input. Each variant carries the offending value, and its
/// message says what is allowed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A depth above 29.
    #[error("depth {depth} is outside 0..=29")]
    Depth {
        /// The value given.
        depth: u8,
    },
    /// An nside of 0 or above 2^29.
    #[error("nside {nside} is outside 1..=536870912 (2^29)")]
    Nside {
        /// The value given.
        nside: u32,
    },
    /// An nside that has no depth, where the nested scheme is needed.
    #[error("nside {nside} is not a power of two, so it has no nested scheme")]
    NsideNotPowerOfTwo {
        /// The value given.
        nside: u32,
    },
    /// A depth with more cells than a column of `u32` can number.
    #[error("depth {depth} has too many cells for 32 bits: the deepest whose cells fit is {max}")]
    DepthU32 {
        /// The value given.
        depth: u8,
        /// The deepest depth allowed.
        max: u8,
    },
    /// An nside with more cells than a column of `u32` can number.
    #[error("nside {nside} has too many cells for 32 bits: the largest whose cells fit is {max}")]
    NsideU32 {
        /// The value given.
        nside: u32,
        /// The largest nside allowed.
        max: u32,
    },
    /// A cell number beyond the last one.
    #[error("cell {index} does not exist: there are {n_cells} cells, numbered from 0")]
    Cell {
        /// The value given.
        index: u64,
        /// Number of cells at that resolution.
        n_cells: u64,
    },
    /// A ring number outside `1..=4 nside - 1`.
    #[error("ring {ring} is outside 1..={n_rings}")]
    Ring {
        /// The value given.
        ring: u32,
        /// Number of rings at that nside.
        n_rings: u32,
    },
    /// A base cell above 11.
    #[error("base cell {base_cell} is outside 0..=11")]
    BaseCell {
        /// The value given.
        base_cell: u8,
    },
    /// A coordinate inside a base cell that is not below nside.
    #[error("face coordinate {value} is not below nside {nside}")]
    FaceCoordinate {
        /// The value given.
        value: u32,
        /// The exclusive limit.
        nside: u32,
    },
    /// A number that is no IVOA NUNIQ.
    #[error("{value} is not a uniq number: those are 4^(depth + 1) + cell, from 4 to {}", u64::MAX >> 2)]
    Uniq {
        /// The value given.
        value: u64,
    },
    /// A number that is no zuniq.
    #[error(
        "{value} is not a zuniq number: those end in a one bit and an even number of zero bits, with a cell above it"
    )]
    Zuniq {
        /// The value given.
        value: u64,
    },
    /// A longitude that is not finite.
    #[error("longitude {} is not a finite number", Brief(*value))]
    Longitude {
        /// The value given.
        value: f64,
    },
    /// A latitude beyond a pole, or not a number.
    #[error("latitude {} is outside [-{limit}, {limit}] {}", Brief(*value), if *limit > 2.0 { "degrees" } else { "radians" })]
    Latitude {
        /// The value given.
        value: f64,
        /// The limit in the unit of the input: pi/2 or 90.
        limit: f64,
    },
    /// A vector without a direction: zero, or with a component that is not finite.
    #[error("vector ({}, {}, {}) has no direction: it must be finite and not zero", Brief(*x), Brief(*y), Brief(*z))]
    Vector {
        /// First component.
        x: f64,
        /// Second component.
        y: f64,
        /// Third component.
        z: f64,
    },
    /// An offset in a cell outside `[0, 1]`.
    #[error("offset ({}, {}) is outside the cell: both must be in [0, 1]", Brief(*dx), Brief(*dy))]
    Offset {
        /// Offset along the south-to-east side.
        dx: f64,
        /// Offset along the south-to-west side.
        dy: f64,
    },
    /// A point of the plane that is no image of a point of the sphere.
    #[error(
        "({}, {}) is not on the HEALPix plane: x must be finite, |y| <= 1, and above |y| = 1/2 within 1 - |y| of the middle of a quarter turn",
        Brief(*x),
        Brief(*y)
    )]
    Plane {
        /// Abscissa in quarter turns.
        x: f64,
        /// Ordinate.
        y: f64,
    },
    /// A radius that is negative, above pi, or not a number.
    #[error("radius {} is outside [0, {limit}] {}", Brief(*value), if *limit > 4.0 { "degrees" } else { "radians" })]
    Radius {
        /// The value given.
        value: f64,
        /// The limit in the unit of the input: pi or 180.
        limit: f64,
    },
    /// A code that is none of the eight compass directions.
    #[error("direction {code} is outside 0..=7 (S, SE, E, SW, NE, W, NW, N)")]
    Direction {
        /// The value given.
        code: u32,
    },
    /// A second depth on the wrong side of the first.
    #[error("depth {target} does not go with depth {depth}: it must be {}", if *deeper { "the same or deeper" } else { "the same or shallower" })]
    DepthOrder {
        /// Depth of the cells.
        depth: u8,
        /// The depth asked for.
        target: u8,
        /// Whether the target must be the deeper of the two.
        deeper: bool,
    },
    /// Two depths so far apart that the list of cells would not fit into memory.
    #[error("{levels} levels between the two depths are too many for a list of cells: at most {max}")]
    Levels {
        /// Levels between the depths.
        levels: u8,
        /// Most levels allowed.
        max: u8,
    },
    /// A base cell has no parent.
    #[error("base cells (depth 0) have no parent")]
    NoParent,
    /// A count of steps outside its range.
    #[error("step count {k} is outside {min}..={max}")]
    Steps {
        /// The value given.
        k: u32,
        /// Smallest count allowed.
        min: u32,
        /// Largest count allowed.
        max: u32,
    },
    /// Slices whose lengths do not fit together.
    #[error("`{what}` has length {got}, expected {expected}")]
    Length {
        /// Name of the argument.
        what: &'static str,
        /// Length it should have.
        expected: usize,
        /// Length it has.
        got: usize,
    },
    /// An output buffer of the wrong size.
    #[error("the output has room for {got} elements, {required} are needed")]
    Capacity {
        /// Elements needed.
        required: usize,
        /// Elements given.
        got: usize,
    },
    /// The system has not enough memory for the answer.
    #[error("not enough memory for {elements} elements")]
    OutOfMemory {
        /// Elements that were asked for.
        elements: u64,
    },
    /// A point index that was asked before it was built.
    #[error("{pending} rows were pushed since the index was last built: call build() before asking")]
    NotBuilt {
        /// Rows pushed since the last build.
        pending: u64,
    },
    /// More rows than a row number can count.
    #[error("{rows} rows are too many: a point index holds at most {}", u32::MAX)]
    TooManyRows {
        /// Rows there would be.
        rows: u64,
    },
    /// An annulus whose inner radius is larger than its outer one.
    #[error("the inner radius {} is larger than the outer radius {}", Brief(*inner), Brief(*outer))]
    RadiusOrder {
        /// Inner radius in radians.
        inner: f64,
        /// Outer radius in radians.
        outer: f64,
    },
    /// Semi-axes that make no ellipse.
    #[error(
        "semi-axes a = {} and b = {} must satisfy 0 < b <= a <= {}",
        Brief(*a),
        Brief(*b),
        if *limit > 2.0 { "90 degrees" } else { "pi/2 radians" }
    )]
    SemiAxes {
        /// Semi-major axis as given.
        a: f64,
        /// Semi-minor axis as given.
        b: f64,
        /// The limit in the unit of the input: pi/2 or 90.
        limit: f64,
    },
    /// A position angle outside one turn.
    #[error("position angle {} is outside [0, {limit}] {}", Brief(*value), if *limit > 7.0 { "degrees" } else { "radians" })]
    PositionAngle {
        /// The value given.
        value: f64,
        /// The limit in the unit of the input: 2 pi or 360.
        limit: f64,
    },
    /// A side of a box that is not positive or not below half a turn.
    #[error("{name} {} is outside (0, {limit}) {}", Brief(*value), if *limit > 4.0 { "degrees" } else { "radians" })]
    Size {
        /// Which side.
        name: &'static str,
        /// The value given.
        value: f64,
        /// The exclusive limit in the unit of the input: pi or 180.
        limit: f64,
    },
    /// A zone whose southern border is north of its northern one.
    #[error("the southern latitude {} of the zone is north of its northern latitude {}", Brief(*min), Brief(*max))]
    ZoneLatitudes {
        /// Southern border as given.
        min: f64,
        /// Northern border as given.
        max: f64,
    },
    /// A ring of a polygon with too few vertices.
    #[error("ring {ring} of the polygon has {distinct} distinct vertices: at least 3 are needed")]
    Vertices {
        /// Number of the ring, from 0.
        ring: usize,
        /// Distinct vertices it has.
        distinct: usize,
    },
    /// A vertex of a polygon that is no position.
    #[error("vertex {vertex} of ring {ring}: {source}")]
    Vertex {
        /// Number of the ring, from 0.
        ring: usize,
        /// Number of the vertex in it, from 0.
        vertex: usize,
        /// What is wrong with it.
        source: Box<Error>,
    },
    /// Two edges of a polygon that cross each other.
    #[error(
        "edge {edge} of ring {ring} (from vertex {edge} to the next) crosses edge {other_edge} of ring {other_ring}"
    )]
    Crossing {
        /// Ring of the first edge, from 0.
        ring: usize,
        /// First edge: the number of the vertex it starts at.
        edge: usize,
        /// Ring of the second edge.
        other_ring: usize,
        /// Second edge: the number of the vertex it starts at.
        other_edge: usize,
    },
    /// An edge between opposite points of the sphere, which has no shorter arc.
    #[error("edge {edge} of ring {ring} joins two opposite points of the sphere: add a vertex in between")]
    Antipodal {
        /// Number of the ring, from 0.
        ring: usize,
        /// The edge: the number of the vertex it starts at.
        edge: usize,
    },
    /// A control point that lies on the border of its polygon.
    #[error("the control point lies on the border of the polygon, so it does not tell inside from outside")]
    ControlPoint,
    /// A range of cells that is empty the wrong way round or goes beyond the last cell.
    #[error("the range of cells {start}..{end} does not fit: start must not be above end, and end at most {n_cells}")]
    CellRange {
        /// First cell.
        start: u64,
        /// One past the last cell.
        end: u64,
        /// Number of cells at that depth.
        n_cells: u64,
    },
    /// A share of the total that is no probability.
    #[error("level {} is outside [0, 1]", Brief(*value))]
    Level {
        /// The value given.
        value: f64,
    },
    /// A probability or density that is negative or not finite.
    #[error("probability {} is not a finite number of at least 0", Brief(*value))]
    Probability {
        /// The value given.
        value: f64,
    },
    /// Two cells of a multi-order map that overlap.
    #[error("cells {first} and {second} (uniq numbers) overlap: a multi-order map has each place once")]
    Overlap {
        /// One of them, as uniq.
        first: u64,
        /// The other.
        second: u64,
    },
    /// A cell of a coverage that is not sorted behind the one before it, or overlaps it.
    #[error(
        "cell {index} of depth {depth} does not come after the cell before it: cells of a coverage are sorted by position, none in another"
    )]
    CellOrder {
        /// Its number.
        index: u64,
        /// Its depth.
        depth: u8,
    },
    /// Where the cells of a region begin in a list, out of order or outside it.
    #[error(
        "offset {value} is outside {min}..={max}: offsets begin with 0, never fall, and end with the number of cells"
    )]
    CellOffset {
        /// The value given.
        value: u64,
        /// Smallest value allowed.
        min: u64,
        /// Largest value allowed.
        max: u64,
    },
    /// Text that does not follow its grammar.
    #[error("line {line}, column {column}: {reason}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What was found and what is allowed.
        reason: Box<str>,
    },
    /// A file that is not what it should be.
    #[error("byte {offset}: {reason}")]
    Format {
        /// Where in the file, in bytes from 0.
        offset: u64,
        /// What was found and what is allowed.
        reason: Box<str>,
    },
    /// Reading or writing failed.
    #[error("{reason}")]
    Io {
        /// What the system said.
        reason: Box<str>,
    },
    /// A number of threads that no machine has.
    #[error("{count} threads are outside 0..={max} (0: one for each core)")]
    Threads {
        /// The value given.
        count: usize,
        /// The largest number allowed.
        max: usize,
    },
    /// The watcher of [`progress`](crate::progress) asked to stop. What the call had done so far is dropped, but for the
    /// elements of a slice function.
    #[error("stopped by the progress callback")]
    Stopped,
    /// A budget of no cells.
    #[error("a coverage of at most 0 cells cannot cover anything: max_cells must be at least 1")]
    MaxCells,
    /// Some elements of a slice are bad. Their places in the output hold the sentinel, all other
    /// places hold their result.
    #[error("{count} of {len} elements are invalid; the first, at index {index}: {first}")]
    Elements {
        /// Index of the first bad element.
        index: usize,
        /// How many elements are bad.
        count: usize,
        /// How many elements there are.
        len: usize,
        /// What is wrong with the first one.
        first: Box<Error>,
    },
}

impl Error {
    /// What is wrong with the first bad element, for [`Error::Elements`]; otherwise the error itself.
    #[must_use]
    pub fn root(&self) -> &Error {
        match self {
            Error::Elements { first, .. } => first.root(),
            other => other,
        }
    }

    /// What is wrong at a byte of a text, as line and column.
    pub(crate) fn syntax(text: &str, at: usize, reason: impl Into<Box<str>>) -> Self {
        let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
        let in_line = before.rsplit(|&b| b == b'\n').next().unwrap_or(before);
        // Bytes that continue a character are none.
        let column = 1 + in_line.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        Self::Syntax { line, column, reason: reason.into() }
    }
}
