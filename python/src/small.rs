//! Calls with one element, or few: what is computed takes less time than the ways of large arrays.

use healpix_core::Error;
use numpy::PyArray1;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyTuple};

use crate::call::{Argument, Function, In, OnError, Out, given, signed};
use crate::error::{Place, from_core, refused};
use crate::fresh::New;
use crate::output::Kind;
use crate::resolution::Resolution;
use crate::work::{self, FEW, Threads};

/// What stands in the output for a cell that is none.
const NO_CELL: u64 = u64::MAX;

/// Places for one element in all outputs of a function: eight neighbours are the most.
const PLACES: usize = 8;

/// The results of single numbers, and of few elements where nothing is wrong with them; none if this is more.
#[inline]
pub fn quick<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    arguments: &[Argument<'py>; I],
    kinds: [Kind; O],
    on_error: OnError,
    threads: Option<Threads>,
    function: &impl Function<R, I, O>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    if kinds.iter().any(|kind| kind.width() > PLACES) {
        return Ok(None);
    }
    if let Some(values) = scalars(arguments) {
        return single(py, resolution, &values, kinds, on_error, signed(arguments), function).map(Some);
    }
    match on_error {
        OnError::Mask => Ok(None),
        OnError::Raise | OnError::Ignore => few(py, resolution, arguments, kinds, threads, function),
    }
}

/// The results for arrays with one axis and few elements, and single numbers among them; none if this is something else, or something is wrong
/// with an element: then the way of large arrays is gone, which also says what.
#[inline]
fn few<'py, R: Resolution, const I: usize, const O: usize>(
    py: Python<'py>,
    resolution: R,
    arguments: &[Argument<'py>; I],
    kinds: [Kind; O],
    threads: Option<Threads>,
    function: &impl Function<R, I, O>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let mut rooms = [[0; FEW]; I];
    let Some(len) = copied(arguments, &mut rooms) else { return Ok(None) };
    let mut inputs = [In::U(&[]); I];
    for ((input, argument), room) in inputs.iter_mut().zip(arguments).zip(&rooms) {
        *input = match argument {
            Argument::Floats(_) => In::F(bytemuck::cast_slice(&room[..len])),
            Argument::Integers(_) => In::U(&room[..len]),
        };
    }
    let mut results = kinds.map(|kind| match kind.width() {
        1 => New::of(py, kind, &[len]),
        width => New::of(py, kind, &[len, width]),
    });
    let mut outs = results.each_mut().map(New::slice);
    if work::at_once(threads, || function(resolution, inputs, &mut outs)).is_err() {
        return Ok(None);
    }
    given_away(py, results.map(New::into_array)).map(Some)
}

/// One result, or a tuple of several.
fn given_away<'py, const O: usize>(py: Python<'py>, results: [Bound<'py, PyAny>; O]) -> PyResult<Bound<'py, PyAny>> {
    if O != 1 {
        return Ok(PyTuple::new(py, results)?.into_any());
    }
    let only = results.into_iter().next();
    only.ok_or_else(|| refused(py, "results were lost"))
}

/// Copies the bits of the arguments, and says how many elements they have.
fn copied<const I: usize>(arguments: &[Argument<'_>; I], rooms: &mut [[u64; FEW]; I]) -> Option<usize> {
    let mut len = None;
    for (argument, room) in arguments.iter().zip(rooms) {
        let copied = match argument {
            Argument::Floats(column) => match column.scalar() {
                Some(number) => {
                    room.fill(number.to_bits());
                    continue;
                }
                None => column.bits(room)?,
            },
            Argument::Integers(column) => match column.scalar() {
                Some(number) => {
                    room.fill(number);
                    continue;
                }
                None => column.bits(room)?,
            },
        };
        if *len.get_or_insert(copied) != copied {
            return None;
        }
    }
    len
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
    /// The bits of cells or of floating-point numbers.
    numbers: [[u64; PLACES]; O],
    bools: [bool; O],
    kinds: [Kind; O],
}

impl<const O: usize> Room<O> {
    fn new(kinds: [Kind; O]) -> Self {
        let nothing = kinds.map(|kind| match kind {
            Kind::F(_) => [f64::NAN.to_bits(); PLACES],
            Kind::U(_) | Kind::B => [NO_CELL; PLACES],
        });
        Self { numbers: nothing, bools: [false; O], kinds }
    }

    fn outs(&mut self) -> [Out<'_>; O] {
        let kinds = self.kinds;
        let (mut numbers, mut bools) = (self.numbers.iter_mut(), self.bools.iter_mut());
        kinds.map(|kind| {
            let (numbers, bools) = (numbers.next(), bools.next());
            let numbers = numbers.map_or(&mut [][..], |room| &mut room[..kind.width().min(PLACES)]);
            match kind {
                Kind::F(_) => Out::F(bytemuck::cast_slice_mut(numbers)),
                Kind::U(_) => Out::U(numbers),
                Kind::B => Out::B(bools.map_or(&mut [], std::slice::from_mut)),
            }
        })
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
    values: &[Value; I],
    kinds: [Kind; O],
    on_error: OnError,
    signed: bool,
    function: &impl Function<R, I, O>,
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
    given_away::<O>(py, std::array::from_fn(|k| room.object(py, k)))
}

fn masked_single(py: Python<'_>, outputs: usize) -> PyResult<Bound<'_, PyAny>> {
    let masked = py.import("numpy")?.getattr("ma")?.getattr("masked")?;
    match outputs {
        1 => Ok(masked),
        n => Ok(PyTuple::new(py, vec![masked; n])?.into_any()),
    }
}
