//! Calls with one element, or few: what is computed takes less time than the ways of large arrays.

use healpix_core::Error;
use numpy::PyArray1;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyTuple};

use crate::call::{Argument, Function, In, OnError, Out, bad_number, signed};
use crate::error::{Place, from_core};
use crate::fresh::{New, tuple};
use crate::given::{Given, Plain};
use crate::output::Kind;
use crate::plain::Room;
use crate::resolution::{self, Resolution};
use crate::work::{self, FEW, Threads};

/// What stands in the output for a cell that is none.
const NO_CELL: u64 = u64::MAX;

/// Places for one element in all outputs of a function: eight neighbours are the most.
const PLACES: usize = 8;

/// The results of plain numbers, and of plain arrays of few elements where nothing is wrong with them; none if this is more, or something is
/// wrong with an element of an array: then the way of large arrays is gone, which also says what.
#[inline]
pub fn plain<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    at: Option<&Bound<'py, PyAny>>,
    given: &[Given<'_, 'py>; I],
    kinds: [Kind; O],
    on_error: OnError,
    threads: Option<Threads>,
    function: &impl Function<R, I, O>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    if kinds.iter().any(|kind| kind.width() > PLACES) {
        return Ok(None);
    }
    let Some(resolution) = resolution::plain::<R>(at) else { return Ok(None) };
    let mut rooms = [const { Room::<FEW>::new() }; I];
    let Some(len) = read(given, &mut rooms) else { return Ok(None) };
    let mut inputs = [In::U(&[]); I];
    for ((input, given), room) in inputs.iter_mut().zip(given).zip(&rooms) {
        *input = given.input(room.bits());
    }
    match len {
        None => single(py, resolution, &inputs, &kinds, on_error, true, function).map(Some),
        Some(_) if on_error == OnError::Mask => Ok(None),
        Some(len) => few(py, resolution, &inputs, len, &kinds, threads, function),
    }
}

/// Reads the arguments, and says how many elements they have together: none if they are numbers. None if they are something else.
#[inline]
fn read<const I: usize>(given: &[Given<'_, '_>; I], rooms: &mut [Room<FEW>; I]) -> Option<Option<usize>> {
    let (mut numbers, mut len) = ([None; I], None);
    for ((number, given), room) in numbers.iter_mut().zip(given).zip(&mut *rooms) {
        match given.plain(room)? {
            Plain::Number(bits) => *number = Some(bits),
            Plain::Few(found) if *len.get_or_insert(found) == found => {}
            Plain::Few(_) => return None,
        }
    }
    for (number, room) in numbers.iter().zip(rooms) {
        if let Some(bits) = *number {
            room.repeat(bits, len.unwrap_or(1))?;
        }
    }
    Some(len)
}

/// Elements of arrays with one axis.
#[inline]
fn few<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    inputs: &[In<'_>; I],
    len: usize,
    kinds: &[Kind; O],
    threads: Option<Threads>,
    function: &impl Function<R, I, O>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let mut results = [const { None }; O];
    New::fill(&mut results, py, kinds, len)?;
    let mut outs = [const { Out::Nothing }; O];
    for (out, result) in outs.iter_mut().zip(&mut results) {
        *out = result.as_mut().map_or(Out::Nothing, New::slice);
    }
    if work::at_once(threads, || function(resolution, inputs, &mut outs)).is_err() {
        return Ok(None);
    }
    let result = |k: usize| results[k].take().map_or_else(|| py.None().into_bound(py), New::into_array);
    given_away::<O>(py, result).map(Some)
}

/// The results of columns that are single numbers; none if they are more.
pub fn scalars<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    arguments: &[Argument<'py>; I],
    kinds: [Kind; O],
    on_error: OnError,
    function: &impl Function<R, I, O>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    if kinds.iter().any(|kind| kind.width() > PLACES) {
        return Ok(None);
    }
    let mut numbers = [(false, 0); I];
    for (number, argument) in numbers.iter_mut().zip(arguments) {
        let scalar = match argument {
            Argument::Floats(column) => column.scalar().map(|number| (true, number.to_bits())),
            Argument::Integers(column) => column.scalar().map(|number| (false, number)),
        };
        match scalar {
            Some(scalar) => *number = scalar,
            None => return Ok(None),
        }
    }
    let inputs = numbers.each_ref().map(|(float, bits)| match std::slice::from_ref(bits) {
        bits if *float => In::F(bytemuck::cast_slice(bits)),
        bits => In::U(bits),
    });
    single(py, resolution, &inputs, &kinds, on_error, signed(arguments), function).map(Some)
}

/// One result, or a tuple of several.
#[inline]
fn given_away<'py, const O: usize>(
    py: Python<'py>,
    mut result: impl FnMut(usize) -> Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    if O == 1 { Ok(result(0)) } else { tuple::<O>(py, result) }
}

/// Room for the results of one element.
struct One<const O: usize> {
    /// The bits of cells or of floating-point numbers.
    numbers: [[u64; PLACES]; O],
    bools: [bool; O],
    kinds: [Kind; O],
}

impl<const O: usize> One<O> {
    fn new(kinds: &[Kind; O]) -> Self {
        let mut numbers = [[NO_CELL; PLACES]; O];
        for (numbers, kind) in numbers.iter_mut().zip(kinds) {
            if let Kind::F(_) = kind {
                numbers.fill(f64::NAN.to_bits());
            }
        }
        Self { numbers, bools: [false; O], kinds: *kinds }
    }

    fn outs(&mut self) -> [Out<'_>; O] {
        let mut outs = [const { Out::Nothing }; O];
        let rooms = self.numbers.iter_mut().zip(&mut self.bools);
        for ((out, kind), (numbers, bools)) in outs.iter_mut().zip(self.kinds).zip(rooms) {
            let numbers = &mut numbers[..kind.width().min(PLACES)];
            *out = match kind {
                Kind::F(_) => Out::F(bytemuck::cast_slice_mut(numbers)),
                Kind::U(_) => Out::U(numbers),
                Kind::B => Out::B(std::slice::from_mut(bools)),
            };
        }
        outs
    }

    fn object<'py>(&self, py: Python<'py>, k: usize) -> Bound<'py, PyAny> {
        let numbers = &self.numbers[k][..];
        match self.kinds[k] {
            Kind::F(1) => PyFloat::new(py, f64::from_bits(numbers[0])).into_any(),
            Kind::U(1) => {
                let Ok(cell) = (numbers[0] as i64).into_pyobject(py);
                cell.into_any()
            }
            Kind::B => PyBool::new(py, self.bools[k]).to_owned().into_any(),
            Kind::F(width) => PyArray1::from_slice(py, &bytemuck::cast_slice::<u64, f64>(numbers)[..width]).into_any(),
            Kind::U(width) => PyArray1::from_slice(py, &bytemuck::cast_slice::<u64, i64>(numbers)[..width]).into_any(),
        }
    }
}

/// One element: no arrays, and no way round by them.
fn single<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    inputs: &[In<'_>; I],
    kinds: &[Kind; O],
    on_error: OnError,
    signed: bool,
    function: &impl Function<R, I, O>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut room = One::<O>::new(kinds);
    match function(resolution, inputs, &mut room.outs()) {
        Err(error) if on_error == OnError::Raise || !matches!(error, Error::Elements { .. }) => {
            let given = bad_number(&error, inputs.iter().copied(), &[]);
            return Err(from_core(py, &error, &Place { shape: &[], signed, given }));
        }
        Err(_) if on_error == OnError::Mask => return masked_single(py, O),
        _ => {}
    }
    given_away::<O>(py, |k| room.object(py, k))
}

fn masked_single(py: Python<'_>, outputs: usize) -> PyResult<Bound<'_, PyAny>> {
    let masked = py.import("numpy")?.getattr("ma")?.getattr("masked")?;
    match outputs {
        1 => Ok(masked),
        n => Ok(PyTuple::new(py, vec![masked; n])?.into_any()),
    }
}
