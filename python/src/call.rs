//! Element-wise functions over broadcast arguments: one function of slices becomes one of anything that numpy understands.

use healpix_core::Error;
use pyo3::prelude::*;
use smallvec::SmallVec;

use crate::column::{Column, Shape, common_shape, no_room};
use crate::error::{Place, from_core, refused, too_large};
use crate::flat::Flat;
use crate::given::Given;
use crate::output::{self, Elements, Kind, Output};
use crate::resolution::{self, Owned, Resolution, Resolutions};
use crate::small;
use crate::work::{self, FEW, Threads};

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
    /// No places.
    Nothing,
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
    Fn(R, &[In<'_>; I], &mut [Out<'_>; O]) -> Result<(), Error> + Sync
{
}

impl<R, F, const I: usize, const O: usize> Function<R, I, O> for F where
    F: Fn(R, &[In<'_>; I], &mut [Out<'_>; O]) -> Result<(), Error> + Sync
{
}

/// Calls `function` for all elements of the arguments together. `at` says how fine the cells are, for functions of cells.
#[inline]
pub fn elementwise<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    at: Option<&Bound<'py, PyAny>>,
    given: [Given<'_, 'py>; I],
    kinds: [Kind; O],
    ask: &Ask<'_, 'py>,
    function: impl Function<R, I, O>,
) -> PyResult<Bound<'py, PyAny>> {
    let on_error = OnError::named(py, ask.errors)?;
    if ask.out.is_none() {
        if let Some(answer) = small::plain(py, at, &given, kinds, on_error, ask.threads, &function)? {
            return Ok(answer);
        }
    }
    at_length(py, at, &given, kinds, on_error, ask, &function)
}

/// The same for arguments of any kind, with all that can be wrong with them.
#[inline(never)]
fn at_length<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    at: Option<&Bound<'py, PyAny>>,
    given: &[Given<'_, 'py>; I],
    kinds: [Kind; O],
    on_error: OnError,
    ask: &Ask<'_, 'py>,
    function: &impl Function<R, I, O>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut resolutions = Resolutions::<R>::new(py, at)?;
    let arguments = &columns(py, given)?;
    if let (Some(resolution), None) = (resolutions.one(), ask.out) {
        if let Some(answer) = small::scalars(py, resolution, arguments, kinds, on_error, function)? {
            return Ok(answer);
        }
    }
    let many = resolutions.column();
    let library = arguments.iter().find_map(Argument::arrow).or_else(|| many.and_then(Column::arrow));
    let shape = shape_of(py, arguments, many)?;
    let missing = missing(py, arguments, many, &shape)?;
    resolutions.stretch(py, &shape)?;
    if let Some(missing) = &missing {
        // What is wrong with a resolution may be wrong with the call.
        cover(resolutions.numbers_mut(), missing);
    }
    let nothing = missing.as_ref().is_some_and(|missing| !missing.contains(&false));
    let len = product(py, &shape)?;
    let width: usize = kinds.iter().map(|kind| kind.width()).sum();
    let at_once = len.saturating_mul(width) <= FEW;
    let mut flat = FlatArgument::all(py, arguments, &shape)?;
    let mut outputs = Output::all(py, kinds, &shape, ask.out, library)?;
    let run = |flat: &[FlatArgument<'_, 'py>; I], resolutions: &Resolutions<'py, R>, outputs: &mut [Output<'py>; O]| {
        let inputs = flat.each_ref().map(FlatArgument::whole);
        let (one, numbers) = (resolutions.one(), resolutions.numbers());
        let mut outs = outputs.each_mut().map(Output::slice);
        let call = || match one {
            Some(resolution) => function(resolution, &inputs, &mut outs),
            None => resolution::grouped(numbers, &inputs, &mut outs, kinds, function),
        };
        match len {
            _ if at_once => Ok(work::at_once(ask.threads, call)),
            ..work::LONG => Ok(work::short(py, ask.threads, call)),
            _ => work::long(py, ask.threads, call),
        }
    };
    let mut result = if nothing { Ok(()) } else { run(&flat, &resolutions, &mut outputs)? };
    if let (Err(Error::Elements { .. }), Some(missing)) = (&result, &missing) {
        // Missing elements are not wrong, whatever lies in their places.
        flat.iter_mut().for_each(|argument| argument.cover(missing));
        result = run(&flat, &resolutions, &mut outputs)?;
    }
    let tells = missing.is_some() || on_error == OnError::Mask;
    let mut bad = vec![false; if tells { len } else { 0 }];
    if tells && matches!(result, Err(Error::Elements { .. })) {
        let inputs = flat.each_ref().map(FlatArgument::whole);
        let (one, numbers) = (resolutions.one(), resolutions.numbers());
        let at = |index| resolution::at(one, numbers, index);
        result = one_by_one(&inputs, at, kinds, function, missing.as_deref(), &mut bad);
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
    if result.is_ok() {
        return answer;
    }
    let given = result
        .as_ref()
        .err()
        .and_then(|error| bad_number(error, flat.iter().map(FlatArgument::whole), resolutions.numbers()));
    told(py, result, answer, on_error, &Place { shape: &shape, signed: signed(arguments), given })
}

/// The arguments as columns.
fn columns<'py, const I: usize>(py: Python<'py>, given: &[Given<'_, 'py>; I]) -> PyResult<[Argument<'py>; I]> {
    let columns: PyResult<SmallVec<[_; I]>> = given.iter().map(Given::column).collect();
    columns?.into_inner().map_err(|_| refused(py, "arguments were lost"))
}

/// The shape of all arguments together.
fn shape_of<const I: usize>(
    py: Python<'_>,
    arguments: &[Argument<'_>; I],
    resolutions: Option<&Column<'_, u64>>,
) -> PyResult<Shape> {
    let shapes = arguments.each_ref().map(Argument::shape);
    match resolutions {
        None => common_shape(py, &shapes),
        Some(column) => {
            common_shape(py, &shapes.into_iter().chain([column.shape()]).collect::<SmallVec<[&[usize]; 5]>>())
        }
    }
}

/// The number that the first bad element really is, where it is too large for the core's type.
pub fn bad_number<'a>(error: &Error, inputs: impl Iterator<Item = In<'a>>, resolutions: &[u64]) -> Option<u64> {
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
pub enum FlatArgument<'a, 'py> {
    F(Flat<'a, 'py, f64>),
    U(Flat<'a, 'py, u64>),
}

impl<'a, 'py> FlatArgument<'a, 'py> {
    /// All arguments.
    pub fn all<const I: usize>(
        py: Python<'py>,
        arguments: &'a [Argument<'py>; I],
        shape: &[usize],
    ) -> PyResult<[Self; I]> {
        let mut all = [const { Self::F(Flat::There(&[])) }; I];
        for (place, argument) in all.iter_mut().zip(arguments) {
            *place = match argument {
                Argument::Floats(column) => Self::F(column.flat(py, shape)?),
                Argument::Integers(column) => Self::U(column.flat(py, shape)?),
            };
        }
        Ok(all)
    }

    pub fn whole(&self) -> In<'_> {
        match self {
            Self::F(values) => In::F(values),
            Self::U(values) => In::U(values),
        }
    }

    fn cover(&mut self, missing: &[bool]) {
        match self {
            Self::F(values) => cover(values.to_mut(), missing),
            Self::U(values) => cover(values.to_mut(), missing),
        }
    }
}

/// Puts an element that is there in the places of the missing ones.
fn cover<T: Copy>(values: &mut [T], missing: &[bool]) {
    let there = values.iter().zip(missing).find(|(_, missing)| !**missing).map(|(value, _)| *value);
    let Some(there) = there else { return };
    values.iter_mut().zip(missing).filter(|(_, missing)| **missing).for_each(|(value, _)| *value = there);
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
    inputs: &[In<'_>; I],
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
        let result = resolution(index).and_then(|resolution| function(resolution, &one, &mut outs));
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
