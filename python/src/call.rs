//! Element-wise functions over broadcast arguments: one function of slices becomes one of anything that numpy understands.

use std::borrow::Cow;

use healpix_core::Error;
use numpy::PyArray1;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use smallvec::SmallVec;

use crate::column::{Column, common_shape, no_room};
use crate::error::{Place, from_core, refused, too_large};
use crate::memory::Memory;
use crate::output::{self, Elements, Kind, Output};
use crate::resolution::{self, Owned, Resolution, Resolutions};
use crate::work::{self, Threads};

/// What stands in the output for a cell that is none.
const NO_CELL: u64 = u64::MAX;

/// Places for one element in all outputs of a function: eight neighbours are the most.
const PLACES: usize = 8;

/// A column of arguments.
pub enum Argument<'py> {
    Floats(Column<'py, f64>),
    Integers(Column<'py, u64>),
}

impl Argument<'_> {
    pub fn shape(&self) -> &[usize] {
        match self {
            Self::Floats(column) => column.shape(),
            Self::Integers(column) => column.shape(),
        }
    }

    /// The library whose Arrow array this is.
    fn arrow(&self) -> Option<crate::arrow::Library> {
        match self {
            Self::Floats(column) => column.arrow(),
            Self::Integers(column) => column.arrow(),
        }
    }
}

/// A stretch of arguments, as the function of slices sees it.
#[derive(Clone, Copy)]
pub enum In<'a> {
    F(&'a [f64]),
    U(&'a [u64]),
}

impl<'a> In<'a> {
    /// Floating-point numbers; none if these are cells, which the function then refuses by their number.
    pub fn floats(self) -> &'a [f64] {
        match self {
            In::F(values) => values,
            In::U(_) => &[],
        }
    }

    /// One element.
    fn at(self, index: usize) -> Self {
        match self {
            In::F(values) => In::F(&values[index..=index]),
            In::U(values) => In::U(&values[index..=index]),
        }
    }

    /// Cells, likewise.
    pub fn cells(self) -> &'a [u64] {
        match self {
            In::U(values) => values,
            In::F(_) => &[],
        }
    }
}

/// A stretch of results.
pub enum Out<'a> {
    F(&'a mut [f64]),
    U(&'a mut [u64]),
    B(&'a mut [bool]),
}

impl Out<'_> {
    pub fn floats(&mut self) -> &mut [f64] {
        match self {
            Out::F(values) => values,
            _ => &mut [],
        }
    }

    pub fn cells(&mut self) -> &mut [u64] {
        match self {
            Out::U(values) => values,
            _ => &mut [],
        }
    }

    pub fn bools(&mut self) -> &mut [bool] {
        match self {
            Out::B(values) => values,
            _ => &mut [],
        }
    }
}

/// What to do about bad elements.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OnError {
    Raise,
    Mask,
    Ignore,
}

impl OnError {
    fn named(py: Python<'_>, name: &str) -> PyResult<Self> {
        match name {
            "raise" => Ok(Self::Raise),
            "mask" => Ok(Self::Mask),
            "ignore" => Ok(Self::Ignore),
            _ => Err(refused(py, format!("errors {name:?} is none of \"raise\", \"mask\" and \"ignore\""))),
        }
    }
}

/// The keywords that all element-wise functions have.
pub struct Ask<'a, 'py> {
    pub out: Option<&'a Bound<'py, PyAny>>,
    pub errors: &'a str,
    pub threads: Option<Threads>,
}

/// A function of slices: arguments in, results out.
pub trait Function<R, const I: usize, const O: usize>:
    Fn(R, [In<'_>; I], &mut [Out<'_>; O]) -> Result<(), Error> + Sync
{
}

impl<R, F, const I: usize, const O: usize> Function<R, I, O> for F where
    F: Fn(R, [In<'_>; I], &mut [Out<'_>; O]) -> Result<(), Error> + Sync
{
}

/// Calls `function` for all elements of the arguments together.
pub fn elementwise<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    mut resolutions: Resolutions<'py, R>,
    arguments: [Argument<'py>; I],
    kinds: [Kind; O],
    ask: &Ask<'_, 'py>,
    function: impl Function<R, I, O>,
) -> PyResult<Bound<'py, PyAny>> {
    let on_error = OnError::named(py, ask.errors)?;
    let few = kinds.iter().all(|kind| kind.width() <= PLACES);
    if let (Some(resolution), Some(values), None, true) = (resolutions.one(), scalars(&arguments), ask.out, few) {
        return single(py, resolution, &values, kinds, on_error, signed(&arguments), function);
    }
    let many = resolutions.column();
    let library = arguments.iter().find_map(Argument::arrow).or_else(|| many.and_then(Column::arrow));
    let shape = {
        let shapes = arguments.iter().map(Argument::shape).chain(many.map(Column::shape));
        common_shape(py, &shapes.collect::<SmallVec<[&[usize]; 5]>>())?
    };
    let len = product(py, &shape)?;
    let missing = missing(py, &arguments, many, &shape)?;
    resolutions.stretch(py, &shape)?;
    let mut flat: SmallVec<[Flat<'_>; 4]> =
        arguments.iter().map(|argument| flattened(py, argument, &shape)).collect::<PyResult<_>>()?;
    let mut outputs = Output::all(py, kinds, &shape, ask.out, library)?;
    let run = |flat: &[Flat<'_>], resolutions: &Resolutions<'py, R>, outputs: &mut [Output<'py>; O]| {
        let inputs: [In<'_>; I] = std::array::from_fn(|k| flat[k].whole());
        let (one, numbers) = (resolutions.one(), resolutions.numbers());
        let mut outs = outputs.each_mut().map(Output::slice);
        let call = || match one {
            Some(resolution) => function(resolution, inputs, &mut outs),
            None => resolution::grouped(numbers, inputs, &mut outs, kinds, &function),
        };
        let width: usize = kinds.iter().map(|kind| kind.width()).sum();
        match len {
            ..=work::FEW if len * width <= work::FEW => Ok(work::at_once(ask.threads, call)),
            ..work::LONG => Ok(work::short(py, ask.threads, call)),
            _ => work::long(py, ask.threads, call),
        }
    };
    let mut result = run(&flat, &resolutions, &mut outputs)?;
    if let (Err(Error::Elements { .. }), Some(missing)) = (&result, &missing) {
        // Missing elements are not wrong, whatever lies in their places.
        flat.iter_mut().for_each(|argument| argument.cover(missing));
        cover(resolutions.numbers_mut(), missing);
        result = run(&flat, &resolutions, &mut outputs)?;
    }
    let tells = missing.is_some() || on_error == OnError::Mask;
    let mut bad = vec![false; if tells { len } else { 0 }];
    if tells && matches!(result, Err(Error::Elements { .. })) {
        let inputs: [In<'_>; I] = std::array::from_fn(|k| flat[k].whole());
        let (one, numbers) = (resolutions.one(), resolutions.numbers());
        let at = |index| resolution::at(one, numbers, index);
        result = one_by_one(inputs, at, kinds, &function, missing.as_deref(), &mut bad);
    }
    if on_error == OnError::Ignore {
        bad.fill(false);
    }
    if let Some(missing) = &missing {
        bad.iter_mut().zip(missing).for_each(|(bad, missing)| *bad |= missing);
        outputs.iter_mut().for_each(|output| output.erase(missing));
    }
    let elements =
        Elements { shape: &shape, bad: tells.then_some(&bad[..]), none_is_null: on_error != OnError::Ignore };
    let answer = output::answer(py, outputs, &elements);
    let given =
        result.as_ref().err().and_then(|error| given(error, flat.iter().map(Flat::whole), resolutions.numbers()));
    told(py, result, answer, on_error, &Place { shape: &shape, signed: signed(&arguments), given })
}

/// The number that the first bad element really is, where it is too large for the core's type.
fn given<'a>(error: &Error, inputs: impl Iterator<Item = In<'a>>, resolutions: &[u64]) -> Option<u64> {
    let seen = too_large(error)?;
    let index = if let Error::Elements { index, .. } = error { *index } else { 0 };
    let mut numbers = inputs.filter_map(|input| match input {
        In::U(values) => values.get(index).copied(),
        In::F(_) => None,
    });
    numbers.find(|&number| number > seen).or_else(|| resolutions.get(index).copied().filter(|&number| number > seen))
}

/// The answer, or the exception that has it.
fn told<'py>(
    py: Python<'py>,
    result: Result<(), Error>,
    answer: PyResult<Bound<'py, PyAny>>,
    on_error: OnError,
    place: &Place<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    match result {
        Err(error) if on_error == OnError::Raise || !matches!(error, Error::Elements { .. }) => {
            let exception = from_core(py, &error, place);
            if matches!(error, Error::Elements { .. }) {
                exception.value(py).setattr("result", answer?)?;
            }
            Err(exception)
        }
        _ => answer,
    }
}

/// The number of elements.
fn product(py: Python<'_>, shape: &[usize]) -> PyResult<usize> {
    let len = shape.iter().try_fold(1_usize, |len, &n| len.checked_mul(n));
    // More bytes than an address can count are no array.
    len.filter(|&len| len < usize::MAX >> 8).ok_or_else(|| no_room(py, shape))
}

/// An argument in the shape of all.
pub enum Flat<'a> {
    F(Cow<'a, [f64]>),
    U(Cow<'a, [u64]>),
    /// One number again and again.
    RepeatedF(Memory<f64>),
    RepeatedU(Memory<u64>),
}

impl Flat<'_> {
    pub fn whole(&self) -> In<'_> {
        match self {
            Flat::F(values) => In::F(values),
            Flat::U(values) => In::U(values),
            Flat::RepeatedF(values) => In::F(values.numbers()),
            Flat::RepeatedU(values) => In::U(values.numbers()),
        }
    }

    fn cover(&mut self, missing: &[bool]) {
        match self {
            Flat::F(values) => cover(values.to_mut(), missing),
            Flat::U(values) => cover(values.to_mut(), missing),
            Flat::RepeatedF(_) | Flat::RepeatedU(_) => {}
        }
    }
}

/// Puts an element that is there in the places of the missing ones.
fn cover<T: Copy>(values: &mut [T], missing: &[bool]) {
    let there = values.iter().zip(missing).find(|(_, missing)| !**missing).map(|(value, _)| *value);
    let Some(there) = there else { return };
    values.iter_mut().zip(missing).filter(|(_, missing)| **missing).for_each(|(value, _)| *value = there);
}

pub fn flattened<'a, 'py>(py: Python<'py>, argument: &'a Argument<'py>, shape: &[usize]) -> PyResult<Flat<'a>> {
    Ok(match argument {
        Argument::Floats(column) => match column.scalar() {
            Some(number) => Flat::RepeatedF(repeated(py, number, shape)?),
            None => Flat::F(column.flat(py, shape)?),
        },
        Argument::Integers(column) => match column.scalar() {
            Some(number) => Flat::RepeatedU(repeated(py, number, shape)?),
            None => Flat::U(column.flat(py, shape)?),
        },
    })
}

fn repeated<T: bytemuck::Pod>(py: Python<'_>, number: T, shape: &[usize]) -> PyResult<Memory<T>> {
    let mut memory = Memory::zeroed(product(py, shape)?).ok_or_else(|| no_room(py, shape))?;
    memory.numbers_mut().fill(number);
    Ok(memory)
}

pub fn signed(arguments: &[Argument<'_>]) -> bool {
    arguments.iter().all(|argument| match argument {
        Argument::Floats(_) => true,
        Argument::Integers(column) => column.signed(),
    })
}

/// Which elements are missing in one argument at least.
pub fn missing<'py>(
    py: Python<'py>,
    arguments: &[Argument<'py>],
    resolutions: Option<&Column<'py, u64>>,
    shape: &[usize],
) -> PyResult<Option<Vec<bool>>> {
    let mut all = resolutions.map(|column| column.missing(py, shape)).transpose()?.flatten();
    for argument in arguments {
        let of_one = match argument {
            Argument::Floats(column) => column.missing(py, shape)?,
            Argument::Integers(column) => column.missing(py, shape)?,
        };
        all = match (all, of_one) {
            (Some(mut all), Some(one)) => {
                all.iter_mut().zip(one).for_each(|(place, missing)| *place |= missing);
                Some(all)
            }
            (all, one) => one.or(all),
        };
    }
    Ok(all)
}

/// What is wrong with the elements that are there, and in `bad` with which of them.
fn one_by_one<R: Resolution, const I: usize, const O: usize>(
    inputs: [In<'_>; I],
    resolution: impl Fn(usize) -> Result<R, Error>,
    kinds: [Kind; O],
    function: &impl Function<R, I, O>,
    missing: Option<&[bool]>,
    bad: &mut [bool],
) -> Result<(), Error> {
    let (mut first, mut count) = (None, 0);
    let mut results: [Owned; O] = kinds.map(|kind| Owned::new(kind, 1));
    for (index, bad) in bad.iter_mut().enumerate() {
        if missing.is_some_and(|missing| missing[index]) {
            continue;
        }
        let one: [In<'_>; I] = inputs.map(|input| input.at(index));
        let mut outs = results.each_mut().map(Owned::slice);
        let result = resolution(index).and_then(|resolution| function(resolution, one, &mut outs));
        if let Err(error) = result {
            *bad = true;
            count += 1;
            first.get_or_insert_with(|| (index, error.root().clone()));
        }
    }
    match first {
        Some((index, error)) => Err(Error::Elements { index, count, len: bad.len(), first: Box::new(error) }),
        None => Ok(()),
    }
}

/// Single values.
#[derive(Clone, Copy)]
enum Value {
    F(f64),
    U(u64),
}

fn scalars<const I: usize>(arguments: &[Argument<'_>; I]) -> Option<[Value; I]> {
    let mut values = [Value::F(0.0); I];
    for (value, argument) in values.iter_mut().zip(arguments) {
        *value = match argument {
            Argument::Floats(column) => Value::F(column.scalar()?),
            Argument::Integers(column) => Value::U(column.scalar()?),
        };
    }
    Some(values)
}

/// Room for the results of one element.
struct Room<const O: usize> {
    floats: [[f64; PLACES]; O],
    cells: [[u64; PLACES]; O],
    bools: [[bool; PLACES]; O],
    kinds: [Kind; O],
}

impl<const O: usize> Room<O> {
    fn new(kinds: [Kind; O]) -> Self {
        Self { floats: [[f64::NAN; PLACES]; O], cells: [[NO_CELL; PLACES]; O], bools: [[false; PLACES]; O], kinds }
    }

    fn outs(&mut self) -> [Out<'_>; O] {
        let kinds = self.kinds;
        let mut floats = self.floats.iter_mut();
        let mut cells = self.cells.iter_mut();
        let mut bools = self.bools.iter_mut();
        kinds.map(|kind| {
            let width = kind.width().min(PLACES);
            let (floats, cells, bools) = (floats.next(), cells.next(), bools.next());
            match kind {
                Kind::F(_) => Out::F(floats.map_or(&mut [], |room| &mut room[..width])),
                Kind::U(_) => Out::U(cells.map_or(&mut [], |room| &mut room[..width])),
                Kind::B => Out::B(bools.map_or(&mut [], |room| &mut room[..width])),
            }
        })
    }
}

/// One element: no arrays, and no way round by them.
fn single<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    values: &[Value; I],
    kinds: [Kind; O],
    on_error: OnError,
    signed: bool,
    function: impl Function<R, I, O>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut room = Room::<O>::new(kinds);
    let inputs: [In<'_>; I] = std::array::from_fn(|k| match &values[k] {
        Value::F(value) => In::F(std::slice::from_ref(value)),
        Value::U(value) => In::U(std::slice::from_ref(value)),
    });
    match function(resolution, inputs, &mut room.outs()) {
        Err(error) if on_error == OnError::Raise || !matches!(error, Error::Elements { .. }) => {
            let given = given(&error, inputs.into_iter(), &[]);
            return Err(from_core(py, &error, &Place { shape: &[], signed, given }));
        }
        Err(_) if on_error == OnError::Mask => return masked_single(py, O),
        _ => {}
    }
    let object = |k: usize| -> PyResult<Bound<'py, PyAny>> {
        Ok(match kinds[k] {
            Kind::F(1) => room.floats[k][0].into_pyobject(py)?.into_any(),
            Kind::U(1) => (room.cells[k][0] as i64).into_pyobject(py)?.into_any(),
            Kind::B => room.bools[k][0].into_pyobject(py)?.to_owned().into_any(),
            Kind::F(width) => PyArray1::from_slice(py, &room.floats[k][..width]).into_any(),
            Kind::U(width) => {
                PyArray1::from_slice(py, bytemuck::cast_slice::<u64, i64>(&room.cells[k][..width])).into_any()
            }
        })
    };
    match O {
        1 => object(0),
        _ => Ok(PyTuple::new(py, (0..O).map(object).collect::<PyResult<Vec<_>>>()?)?.into_any()),
    }
}

fn masked_single(py: Python<'_>, outputs: usize) -> PyResult<Bound<'_, PyAny>> {
    let masked = py.import("numpy")?.getattr("ma")?.getattr("masked")?;
    match outputs {
        1 => Ok(masked),
        n => Ok(PyTuple::new(py, vec![masked; n])?.into_any()),
    }
}
