//! Arguments as they were given: numbers, and arrays of few of them, are read where they are; of everything else columns are made.

use pyo3::prelude::*;
use pyo3::types::PyFloat;

use crate::call::{Argument, In};
use crate::column::{floats, integers};
use crate::plain::{Room, array_of, whole_number};
use crate::unit::Unit;

type Object<'a, 'py> = &'a Bound<'py, PyAny>;

#[derive(Clone, Copy)]
enum Sort {
    Cells,
    Numbers,
    Angles(Unit),
}

/// An argument of an element-wise function.
#[derive(Clone, Copy)]
pub struct Given<'a, 'py> {
    object: Object<'a, 'py>,
    name: &'a str,
    sort: Sort,
}

/// What an argument is that is read where it is.
pub enum Plain {
    /// A number: its bits.
    Number(u64),
    /// So many numbers on one axis, which are in the room.
    Few(usize),
}

impl<'a, 'py> Given<'a, 'py> {
    /// Whole numbers: cells, depths, rings, uniq numbers.
    pub const fn cells(object: Object<'a, 'py>, name: &'a str) -> Self {
        Self { object, name, sort: Sort::Cells }
    }

    /// Floating-point numbers without a unit.
    pub const fn numbers(object: Object<'a, 'py>, name: &'a str) -> Self {
        Self { object, name, sort: Sort::Numbers }
    }

    /// Angles, which may bring their own unit.
    pub const fn angles(object: Object<'a, 'py>, name: &'a str, unit: Unit) -> Self {
        Self { object, name, sort: Sort::Angles(unit) }
    }

    /// As a column.
    pub fn column(&self) -> PyResult<Argument<'py>> {
        match self.sort {
            Sort::Cells => integers(self.object, self.name).map(Argument::Integers),
            Sort::Numbers => floats(self.object, self.name, None).map(Argument::Floats),
            Sort::Angles(unit) => floats(self.object, self.name, Some(unit)).map(Argument::Floats),
        }
    }

    /// What numpy and Python themselves have for numbers; none for anything else.
    #[inline]
    pub fn plain<const N: usize>(&self, room: &mut Room<N>) -> Option<Plain> {
        if let Sort::Cells = self.sort {
            if let Some(array) = array_of::<i64>(self.object) {
                return room.copy(array).map(Plain::Few);
            }
            if let Some(number) = whole_number(self.object) {
                return Some(Plain::Number(number as u64));
            }
            return room.copy(array_of::<u64>(self.object)?).map(Plain::Few);
        }
        if let Some(array) = array_of::<f64>(self.object) {
            return room.copy(array).map(Plain::Few);
        }
        if let Ok(number) = self.object.cast_exact::<PyFloat>() {
            return Some(Plain::Number(number.value().to_bits()));
        }
        Some(Plain::Number((whole_number(self.object)? as f64).to_bits()))
    }

    /// Bits as what they are.
    #[inline]
    pub fn input<'r>(&self, bits: &'r [u64]) -> In<'r> {
        match self.sort {
            Sort::Cells => In::U(bits),
            Sort::Numbers | Sort::Angles(_) => In::F(bytemuck::cast_slice(bits)),
        }
    }
}
