//! The numbers of Arrow arrays as those that the core takes, and its results as other numbers.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, DecimalType, Float16Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Int64Array, PrimitiveArray};
use arrow_buffer::{ArrowNativeType, ScalarBuffer};
use arrow_schema::DataType;
use numpy::Element;

use crate::memory::Memory;

/// Why an array is not taken.
pub enum Refusal {
    NoNumbers,
    NoMemory,
}

type Taken<T> = Result<ScalarBuffer<T>, Refusal>;

/// The numbers that a column may consist of.
pub trait Number: Element + Copy + Default + bytemuck::Pod + ArrowNativeType {
    /// What an argument must be.
    const EXPECTED: &'static str;

    /// The numbers of an array: where they lie, if they are such numbers already. Under nulls is anything.
    fn of(array: &dyn Array) -> Taken<Self>;
}

impl Number for f64 {
    const EXPECTED: &'static str = "numbers";

    fn of(array: &dyn Array) -> Taken<Self> {
        match array.data_type() {
            DataType::Float64 => Ok(primitive::<Float64Type>(array)?.values().clone()),
            DataType::Float32 => each::<Float32Type, _>(array, f64::from),
            DataType::Float16 => each::<Float16Type, _>(array, f64::from),
            DataType::Int8 => each::<Int8Type, _>(array, f64::from),
            DataType::Int16 => each::<Int16Type, _>(array, f64::from),
            DataType::Int32 => each::<Int32Type, _>(array, f64::from),
            DataType::Int64 => each::<Int64Type, _>(array, |number| number as f64),
            DataType::UInt8 => each::<UInt8Type, _>(array, f64::from),
            DataType::UInt16 => each::<UInt16Type, _>(array, f64::from),
            DataType::UInt32 => each::<UInt32Type, _>(array, f64::from),
            DataType::UInt64 => each::<UInt64Type, _>(array, |number| number as f64),
            DataType::Decimal32(..) => decimals(primitive::<Decimal32Type>(array)?),
            DataType::Decimal64(..) => decimals(primitive::<Decimal64Type>(array)?),
            DataType::Decimal128(..) => decimals(primitive::<Decimal128Type>(array)?),
            DataType::Decimal256(..) => decimals(primitive::<Decimal256Type>(array)?),
            DataType::Null => zeros(array.len()),
            _ => Err(Refusal::NoNumbers),
        }
    }
}

impl Number for u64 {
    const EXPECTED: &'static str = "whole numbers";

    /// The bits of signed numbers are taken: -1 is no cell, as unsigned number too.
    fn of(array: &dyn Array) -> Taken<Self> {
        match array.data_type() {
            DataType::UInt64 => Ok(primitive::<UInt64Type>(array)?.values().clone()),
            DataType::Int64 => {
                let numbers = primitive::<Int64Type>(array)?.values();
                Ok(ScalarBuffer::new(numbers.inner().clone(), 0, numbers.len()))
            }
            DataType::UInt8 => each::<UInt8Type, _>(array, u64::from),
            DataType::UInt16 => each::<UInt16Type, _>(array, u64::from),
            DataType::UInt32 => each::<UInt32Type, _>(array, u64::from),
            DataType::Int8 => each::<Int8Type, _>(array, |number| i64::from(number) as u64),
            DataType::Int16 => each::<Int16Type, _>(array, |number| i64::from(number) as u64),
            DataType::Int32 => each::<Int32Type, _>(array, |number| i64::from(number) as u64),
            DataType::Null => zeros(array.len()),
            _ => Err(Refusal::NoNumbers),
        }
    }
}

fn primitive<A: ArrowPrimitiveType>(array: &dyn Array) -> Result<&PrimitiveArray<A>, Refusal> {
    array.as_primitive_opt::<A>().ok_or(Refusal::NoNumbers)
}

/// As many zeros.
fn zeros<T: Number>(len: usize) -> Taken<T> {
    Ok(Memory::<T>::zeroed(len).ok_or(Refusal::NoMemory)?.into_buffer().into())
}

/// All numbers of an array, converted.
fn each<A: ArrowPrimitiveType, T: Number>(array: &dyn Array, convert: impl Fn(A::Native) -> T) -> Taken<T> {
    let numbers = primitive::<A>(array)?.values();
    let mut memory = Memory::zeroed(numbers.len()).ok_or(Refusal::NoMemory)?;
    memory.numbers_mut().iter_mut().zip(numbers).for_each(|(place, number)| *place = convert(*number));
    Ok(memory.into_buffer().into())
}

/// The numbers nearest to decimal ones. Without a loop of multiplications and divisions, each of which would round: by their digits.
fn decimals<A: DecimalType>(array: &PrimitiveArray<A>) -> Taken<f64> {
    let mut memory = Memory::zeroed(array.len()).ok_or(Refusal::NoMemory)?;
    for (index, place) in memory.numbers_mut().iter_mut().enumerate() {
        *place = array.value_as_string(index).parse().unwrap_or(f64::NAN);
    }
    Ok(memory.into_buffer().into())
}

/// A result in numbers of another type; none where there is no way, or one of them does not fit.
pub fn converted(array: &dyn Array, wanted: &DataType) -> Option<ArrayRef> {
    if let Some(numbers) = array.as_primitive_opt::<Float64Type>() {
        let narrow = |number: f64| number as f32;
        return (*wanted == DataType::Float32).then(|| Arc::new(numbers.unary::<_, Float32Type>(narrow)) as ArrayRef);
    }
    let cells = array.as_primitive_opt::<Int64Type>()?;
    match wanted {
        DataType::Int8 => fitting::<Int8Type>(cells),
        DataType::Int16 => fitting::<Int16Type>(cells),
        DataType::Int32 => fitting::<Int32Type>(cells),
        DataType::UInt8 => fitting::<UInt8Type>(cells),
        DataType::UInt16 => fitting::<UInt16Type>(cells),
        DataType::UInt32 => fitting::<UInt32Type>(cells),
        DataType::UInt64 => fitting::<UInt64Type>(cells),
        DataType::Float64 => Some(Arc::new(cells.unary::<_, Float64Type>(|cell| cell as f64))),
        _ => None,
    }
}

/// Cells in another type, if all of them fit. What lies under nulls need not.
fn fitting<A: ArrowPrimitiveType>(cells: &Int64Array) -> Option<ArrayRef>
where
    A::Native: TryFrom<i64>,
{
    let numbers: Option<Vec<A::Native>> =
        cells.iter().map(|cell| A::Native::try_from(cell.unwrap_or(0)).ok()).collect();
    Some(Arc::new(PrimitiveArray::<A>::try_new(numbers?.into(), cells.nulls().cloned()).ok()?))
}
