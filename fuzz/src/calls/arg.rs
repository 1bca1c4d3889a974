//! What the type of an argument says of it.

use std::ffi::{c_char, c_void};

use healpix_ffi::*;

use super::pool::{Handle, HandleType};

/// An argument on its way into a call: a number, the bits of a double, or an address.
pub type Word = u64;

/// What an argument is.
#[derive(Clone, Copy)]
pub enum Kind {
    Depth,
    U32,
    Cell,
    F64,
    /// A number of elements, a capacity, a budget.
    Size,
    Status,
    /// An array to read, of elements of so many bytes.
    In(Element),
    /// Bytes of a text, or a path up to its NUL.
    Chars,
    /// An array or one element to write.
    Out(Element),
    /// One element to write whatever the counts are.
    Target(usize),
    Handle {
        of: &'static HandleType,
        changes: bool,
    },
    Handles(&'static HandleType),
    NewHandle(&'static HandleType),
    Callback,
    User,
}

/// What an array consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Element {
    U8,
    U32,
    U64,
    F64,
    Usize,
    /// Two numbers.
    Range,
    /// A number and flags.
    Cell,
    /// Any other struct of so many bytes, aligned to eight.
    Struct(usize),
}

impl Element {
    #[must_use]
    pub fn size(self) -> usize {
        match self {
            Element::U8 => 1,
            Element::U32 => 4,
            Element::U64 | Element::F64 | Element::Usize => 8,
            Element::Range | Element::Cell => 16,
            Element::Struct(size) => size,
        }
    }

    #[must_use]
    pub fn align(self) -> usize {
        self.size().min(8)
    }
}

/// A type that the functions take.
pub trait Arg {
    const KIND: Kind;

    /// # Safety
    ///
    /// The word must have been made for this kind.
    unsafe fn from_word(word: Word) -> Self;
}

macro_rules! numbers {
    ($($type:ty => $kind:ident),*) => {$(
        impl Arg for $type {
            const KIND: Kind = Kind::$kind;
            unsafe fn from_word(word: Word) -> Self {
                word as $type
            }
        }
    )*};
}
numbers!(u8 => Depth, u32 => U32, u64 => Cell, usize => Size);

impl Arg for f64 {
    const KIND: Kind = Kind::F64;
    unsafe fn from_word(word: Word) -> Self {
        f64::from_bits(word)
    }
}

impl Arg for healpix_status {
    const KIND: Kind = Kind::Status;
    unsafe fn from_word(word: Word) -> Self {
        // SAFETY: a transparent struct of an i32, any of which is a status.
        unsafe { std::mem::transmute::<i32, healpix_status>(word as i32) }
    }
}

macro_rules! pointers {
    ($($type:ty => $kind:expr),* $(,)?) => {$(
        impl Arg for $type {
            const KIND: Kind = $kind;
            unsafe fn from_word(word: Word) -> Self {
                word as usize as $type
            }
        }
    )*};
}
pointers!(
    *const u8 => Kind::In(Element::U8),
    *const u32 => Kind::In(Element::U32),
    *const u64 => Kind::In(Element::U64),
    *const f64 => Kind::In(Element::F64),
    *const usize => Kind::In(Element::Usize),
    *const healpix_range => Kind::In(Element::Range),
    *const healpix_cell => Kind::In(Element::Cell),
    *const c_char => Kind::Chars,
    *mut c_char => Kind::Out(Element::U8),
    *mut u8 => Kind::Out(Element::U8),
    *mut u32 => Kind::Out(Element::U32),
    *mut u64 => Kind::Out(Element::U64),
    *mut f64 => Kind::Out(Element::F64),
    *mut healpix_range => Kind::Out(Element::Range),
    *mut healpix_cell => Kind::Out(Element::Cell),
    *mut healpix_ring => Kind::Out(Element::Struct(size_of::<healpix_ring>())),
    *mut healpix_cell_count => Kind::Out(Element::Struct(size_of::<healpix_cell_count>())),
    *mut usize => Kind::Target(size_of::<usize>()),
    *mut *const u32 => Kind::Target(size_of::<*const u32>()),
    *mut c_void => Kind::User,
);

impl<T: Handle> Arg for *const T {
    const KIND: Kind = Kind::Handle { of: &T::TYPE, changes: false };
    unsafe fn from_word(word: Word) -> Self {
        word as usize as *const T
    }
}

impl<T: Handle> Arg for *mut T {
    const KIND: Kind = Kind::Handle { of: &T::TYPE, changes: true };
    unsafe fn from_word(word: Word) -> Self {
        word as usize as *mut T
    }
}

impl<T: Handle> Arg for *mut *mut T {
    const KIND: Kind = Kind::NewHandle(&T::TYPE);
    unsafe fn from_word(word: Word) -> Self {
        word as usize as *mut *mut T
    }
}

impl<T: Handle> Arg for *const *const T {
    const KIND: Kind = Kind::Handles(&T::TYPE);
    unsafe fn from_word(word: Word) -> Self {
        word as usize as *const *const T
    }
}

type Visit = unsafe extern "C" fn(*const healpix_cell, usize, *mut c_void) -> i32;
pub(super) type Log = unsafe extern "C" fn(u32, *const c_char, *mut c_void);
pub(super) type Progress = unsafe extern "C" fn(u64, u64, *mut c_void) -> i32;
type Keep = unsafe extern "C" fn(f64, *mut c_void) -> i32;

/// Stops at the call that the user pointer names.
unsafe extern "C" fn visit(cells: *const healpix_cell, n: usize, user: *mut c_void) -> i32 {
    assert!((1..=1024).contains(&n) && !cells.is_null());
    // SAFETY: the library says that there are so many.
    let cells = unsafe { std::slice::from_raw_parts(cells, n) };
    assert!(cells.iter().all(|cell| cell.depth <= 29 && cell.full <= 1 && cell.index < 12 << (2 * cell.depth)));
    i32::from(user.addr() % 2 == 1)
}

/// Keeps every value but zero, or stops at the first.
unsafe extern "C" fn keep(value: f64, user: *mut c_void) -> i32 {
    if user.addr() % 5 == 4 { -1 } else { i32::from(value != 0.0) }
}

/// Hears of an error.
unsafe extern "C" fn hear(level: u32, message: *const c_char, _: *mut c_void) {
    assert!(level == HEALPIX_LOG_ERROR && !message.is_null());
}

/// Goes on, or stops at once.
unsafe extern "C" fn go_on(done: u64, total: u64, user: *mut c_void) -> i32 {
    assert!(total == 0 || done <= total);
    i32::from(user.addr() % 2 == 1)
}

impl Arg for Option<Log> {
    const KIND: Kind = Kind::Callback;
    unsafe fn from_word(word: Word) -> Self {
        (word != 0).then_some(hear as Log)
    }
}

impl Arg for Option<Progress> {
    const KIND: Kind = Kind::Callback;
    unsafe fn from_word(word: Word) -> Self {
        (word != 0).then_some(go_on as Progress)
    }
}

impl Arg for Option<Visit> {
    const KIND: Kind = Kind::Callback;
    unsafe fn from_word(word: Word) -> Self {
        (word != 0).then_some(visit as Visit)
    }
}

impl Arg for Option<Keep> {
    const KIND: Kind = Kind::Callback;
    unsafe fn from_word(word: Word) -> Self {
        (word != 0).then_some(keep as Keep)
    }
}
