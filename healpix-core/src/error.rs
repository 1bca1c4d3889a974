//! The one error type of the library: what was wrong, which value, what is allowed.

use alloc::boxed::Box;

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
    #[error("longitude {value} is not a finite number")]
    Longitude {
        /// The value given.
        value: f64,
    },
    /// A latitude beyond a pole, or not a number.
    #[error("latitude {value} is outside [-{limit}, {limit}] {}", if *limit > 2.0 { "degrees" } else { "radians" })]
    Latitude {
        /// The value given.
        value: f64,
        /// The limit in the unit of the input: pi/2 or 90.
        limit: f64,
    },
    /// A vector without a direction: zero, or with a component that is not finite.
    #[error("vector ({x}, {y}, {z}) has no direction: it must be finite and not zero")]
    Vector {
        /// First component.
        x: f64,
        /// Second component.
        y: f64,
        /// Third component.
        z: f64,
    },
    /// An offset in a cell outside `[0, 1]`.
    #[error("offset ({dx}, {dy}) is outside the cell: both must be in [0, 1]")]
    Offset {
        /// Offset along the south-to-east side.
        dx: f64,
        /// Offset along the south-to-west side.
        dy: f64,
    },
    /// A point of the plane that is no image of a point of the sphere.
    #[error(
        "({x}, {y}) is not on the HEALPix plane: x must be finite, |y| <= 1, and above |y| = 1/2 within 1 - |y| of the middle of a quarter turn"
    )]
    Plane {
        /// Abscissa in quarter turns.
        x: f64,
        /// Ordinate.
        y: f64,
    },
    /// A radius that is negative, above pi, or not a number.
    #[error("radius {value} is outside [0, {limit}] {}", if *limit > 4.0 { "degrees" } else { "radians" })]
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
}
