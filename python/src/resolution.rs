//! Depths and nsides: one for all elements, or one for each.

use healpix_core::{Depth, Error, Nside};
use pyo3::prelude::*;
use pyo3::types::PyInt;

use crate::call::{Function, In, Out};
use crate::column::{self, Column};
use crate::error::{Place, from_core, refused_value};
use crate::output::Kind;
use crate::plain::whole_number;

/// What says how fine the cells are.
pub trait Resolution: Copy + Send + Sync {
    const NAME: &'static str;

    /// The resolution of that number.
    fn of(number: u64) -> Result<Self, Error>;
}

impl Resolution for Depth {
    const NAME: &'static str = "depth";

    fn of(number: u64) -> Result<Self, Error> {
        Depth::new(u8::try_from(number).unwrap_or(u8::MAX))
    }
}

impl Resolution for Nside {
    const NAME: &'static str = "nside";

    fn of(number: u64) -> Result<Self, Error> {
        Nside::new(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

/// For functions that have none.
impl Resolution for () {
    const NAME: &'static str = "";

    fn of(_: u64) -> Result<Self, Error> {
        Ok(())
    }
}

/// A single resolution.
pub fn one<R: Resolution>(object: &Bound<'_, PyAny>) -> PyResult<R> {
    one_named(object, R::NAME)
}

/// A single resolution under another name.
pub fn one_named<R: Resolution>(object: &Bound<'_, PyAny>, name: &str) -> PyResult<R> {
    let py = object.py();
    let number = match object.extract::<i64>() {
        Ok(number) if !object.is_instance_of::<pyo3::types::PyBool>() => number,
        Err(_) if object.is_instance_of::<PyInt>() => -1,
        _ => {
            let text = format!("{name} must be a whole number, not {}", object.get_type().name()?);
            return Err(pyo3::exceptions::PyTypeError::new_err(text));
        }
    };
    R::of(number as u64).map_err(|error| bad(py, &error, object))
}

/// The resolution where it is an `int` and right, or for functions without; none otherwise.
#[inline]
pub fn plain<R: Resolution>(object: Option<&Bound<'_, PyAny>>) -> Option<R> {
    let number = object.map_or(Some(0), whole_number)?;
    R::of(number as u64).ok()
}

/// The core's error, with the number that was really given.
fn bad(py: Python<'_>, error: &Error, object: &Bound<'_, PyAny>) -> PyErr {
    let shown = object.str().map(|text| text.to_string()).unwrap_or_default();
    let text = match error {
        Error::Depth { .. } => format!("depth {shown} is outside 0..=29"),
        Error::Nside { .. } => format!("nside {shown} is outside 1..=536870912 (2^29)"),
        _ => return from_core(py, error, &Place::NONE),
    };
    refused_value(py, text, object.clone())
}

/// The resolutions of a call.
pub enum Resolutions<'py, R> {
    One(R),
    /// For each element of a shape of their own.
    Many(Column<'py, u64>, Vec<u64>),
}

impl<'py, R: Resolution> Resolutions<'py, R> {
    /// None at all for functions without.
    pub fn new(py: Python<'py>, object: Option<&Bound<'py, PyAny>>) -> PyResult<Self> {
        let Some(object) = object else {
            return R::of(0).map(Self::One).map_err(|error| from_core(py, &error, &Place::NONE));
        };
        if object.is_exact_instance_of::<PyInt>() {
            return one(object).map(Self::One);
        }
        let column = column::integers(object, R::NAME)?;
        match column.scalar() {
            Some(number) => R::of(number).map(Self::One).map_err(|error| bad(py, &error, object)),
            None => Ok(Self::Many(column, Vec::new())),
        }
    }

    pub fn one(&self) -> Option<R> {
        match self {
            Self::One(resolution) => Some(*resolution),
            Self::Many(..) => None,
        }
    }

    /// The resolutions as they came, if there are several.
    pub fn column(&self) -> Option<&Column<'py, u64>> {
        match self {
            Self::One(_) => None,
            Self::Many(column, _) => Some(column),
        }
    }

    /// Stretches the resolutions to the shape of all arguments.
    pub fn stretch(&mut self, py: Python<'py>, shape: &[usize]) -> PyResult<()> {
        if let Self::Many(column, flat) = self {
            *flat = column.flat(py, shape)?.into_owned();
        }
        Ok(())
    }

    /// The numbers, once stretched.
    pub fn numbers(&self) -> &[u64] {
        match self {
            Self::One(_) => &[],
            Self::Many(_, flat) => flat,
        }
    }

    /// The same, to be changed.
    pub fn numbers_mut(&mut self) -> &mut [u64] {
        match self {
            Self::One(_) => &mut [],
            Self::Many(_, flat) => flat,
        }
    }
}

/// The resolution of one element.
pub fn at<R: Resolution>(one: Option<R>, numbers: &[u64], index: usize) -> Result<R, Error> {
    match one {
        Some(resolution) => Ok(resolution),
        None => R::of(numbers.get(index).copied().unwrap_or(u64::MAX)),
    }
}

/// Calls `function` once for each resolution among the elements.
pub fn grouped<R: Resolution, const I: usize, const O: usize>(
    numbers: &[u64],
    inputs: &[In<'_>; I],
    outs: &mut [Out<'_>; O],
    kinds: [Kind; O],
    function: &impl Function<R, I, O>,
) -> Result<(), Error> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by_key(|&index| numbers[index]);
    let mut bad = Bad::default();
    for group in order.chunk_by(|&a, &b| numbers[a] == numbers[b]) {
        let of_group = gather(inputs, group);
        let mut results: [Owned; O] = kinds.map(|kind| Owned::new(kind, group.len()));
        let result = match R::of(numbers[group[0]]) {
            Ok(resolution) => {
                let ins: [In<'_>; I] = std::array::from_fn(|k| of_group[k].whole());
                function(resolution, &ins, &mut results.each_mut().map(Owned::slice))
            }
            Err(error) => {
                Err(Error::Elements { index: 0, count: group.len(), len: group.len(), first: Box::new(error) })
            }
        };
        match result {
            Ok(()) => {}
            Err(Error::Elements { index, count, first, .. }) => bad.add(group[index], count, *first),
            Err(error) => return Err(error),
        }
        for (out, owned) in outs.iter_mut().zip(&results) {
            owned.scatter(out, group);
        }
    }
    bad.result(numbers.len())
}

#[derive(Default)]
struct Bad {
    first: Option<(usize, Error)>,
    count: usize,
}

impl Bad {
    fn add(&mut self, index: usize, count: usize, error: Error) {
        self.count += count;
        if self.first.as_ref().is_none_or(|(at, _)| index < *at) {
            self.first = Some((index, error));
        }
    }

    fn result(self, len: usize) -> Result<(), Error> {
        match self.first {
            Some((index, first)) => Err(Error::Elements { index, count: self.count, len, first: Box::new(first) }),
            None => Ok(()),
        }
    }
}

enum Gathered {
    F(Vec<f64>),
    U(Vec<u64>),
}

impl Gathered {
    fn whole(&self) -> In<'_> {
        match self {
            Self::F(values) => In::F(values),
            Self::U(values) => In::U(values),
        }
    }
}

fn gather<const I: usize>(inputs: &[In<'_>; I], group: &[usize]) -> [Gathered; I] {
    inputs.map(|input| match input {
        In::F(values) => Gathered::F(group.iter().map(|&index| values[index]).collect()),
        In::U(values) => Gathered::U(group.iter().map(|&index| values[index]).collect()),
    })
}

/// Results of some elements, by themselves.
pub struct Owned {
    floats: Vec<f64>,
    cells: Vec<u64>,
    bools: Vec<bool>,
    kind: Kind,
}

impl Owned {
    pub fn new(kind: Kind, len: usize) -> Self {
        let places = len * kind.width();
        let (mut floats, mut cells, mut bools) = (Vec::new(), Vec::new(), Vec::new());
        match kind {
            Kind::F(_) => floats = vec![f64::NAN; places],
            Kind::U(_) => cells = vec![u64::MAX; places],
            Kind::B => bools = vec![false; places],
        }
        Self { floats, cells, bools, kind }
    }

    pub fn slice(&mut self) -> Out<'_> {
        match self.kind {
            Kind::F(_) => Out::F(&mut self.floats),
            Kind::U(_) => Out::U(&mut self.cells),
            Kind::B => Out::B(&mut self.bools),
        }
    }

    fn scatter(&self, out: &mut Out<'_>, group: &[usize]) {
        fn spread<T: Copy>(from: &[T], to: &mut [T], group: &[usize], width: usize) {
            for (&index, values) in group.iter().zip(from.chunks_exact(width)) {
                to[index * width..(index + 1) * width].copy_from_slice(values);
            }
        }
        let width = self.kind.width();
        match out {
            Out::Nothing => {}
            Out::F(to) => spread(&self.floats, to, group, width),
            Out::U(to) => spread(&self.cells, to, group, width),
            Out::B(to) => spread(&self.bools, to, group, width),
        }
    }
}
