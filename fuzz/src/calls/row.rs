//! A function of the library in a table.

use healpix_ffi::healpix_status;

use super::arg::{Arg, Kind, Word};

/// A function, and what of it the types of its arguments do not say.
pub struct Row {
    pub name: &'static str,
    pub kinds: Vec<Kind>,
    /// Whether it returns a status.
    pub fallible: bool,
    /// How many elements of each output belong to one of its inputs.
    pub each: usize,
    /// Input and output may be the same array.
    pub in_place: bool,
    /// Its output is one element, whatever the counts are.
    pub one_output: bool,
    /// A good element, too, may have the sentinel for its answer.
    pub sentinels_are_answers: bool,
    /// This argument may be NULL whatever the counts are.
    pub optional: Option<usize>,
    /// Its outputs are flags, 0 for a bad element.
    pub flags: bool,
    call: Box<dyn Fn(&[Word]) -> Option<healpix_status>>,
}

impl Row {
    fn new(
        name: &'static str,
        kinds: Vec<Kind>,
        fallible: bool,
        call: impl Fn(&[Word]) -> Option<healpix_status> + 'static,
    ) -> Self {
        let (each, in_place, one_output, sentinels_are_answers, flags) = (1, false, false, false, false);
        let (optional, call) = (None, Box::new(call));
        Row { name, kinds, fallible, each, in_place, one_output, sentinels_are_answers, optional, flags, call }
    }

    pub fn each(self, each: usize) -> Self {
        Row { each, ..self }
    }

    pub fn in_place(self) -> Self {
        Row { in_place: true, ..self }
    }

    pub fn one_output(self) -> Self {
        Row { one_output: true, ..self }
    }

    pub fn sentinels_are_answers(self) -> Self {
        Row { sentinels_are_answers: true, ..self }
    }

    pub fn optional(self, argument: usize) -> Self {
        Row { optional: Some(argument), ..self }
    }

    pub fn flags(self) -> Self {
        Row { flags: true, sentinels_are_answers: true, ..self }
    }

    /// # Safety
    ///
    /// The words must keep what the function's documentation asks of its caller, or break one of the rules that the
    /// function says it checks.
    pub unsafe fn call(&self, words: &[Word]) -> Option<healpix_status> {
        (self.call)(words)
    }
}

/// What a function returns.
pub trait Ret {
    const FALLIBLE: bool = false;
    fn status(self) -> Option<healpix_status>;
}

impl Ret for healpix_status {
    const FALLIBLE: bool = true;
    fn status(self) -> Option<healpix_status> {
        Some(self)
    }
}

macro_rules! infallible {
    ($($type:ty),*) => {$(
        impl Ret for $type {
            fn status(self) -> Option<healpix_status> {
                None
            }
        }
    )*};
}
infallible!((), bool, u8, u32, u64, usize, f64);

impl<T> Ret for *const T {
    fn status(self) -> Option<healpix_status> {
        None
    }
}

macro_rules! arities {
    ($($name:ident($($arg:ident),*);)*) => {$(
        /// A function with so many arguments.
        #[allow(non_snake_case, unused_variables, unused_mut)]
        pub fn $name<$($arg: Arg + 'static,)* R: Ret + 'static>(
            name: &'static str,
            function: unsafe extern "C" fn($($arg),*) -> R,
        ) -> Row {
            Row::new(name, vec![$($arg::KIND),*], R::FALLIBLE, move |words: &[Word]| {
                let [$($arg),*] = *words else { panic!("{name}: a wrong number of arguments") };
                // SAFETY: by the promise of `Row::call`.
                unsafe { function($($arg::from_word($arg)),*) }.status()
            })
        }
    )*};
}
arities! {
    f0();
    f1(A);
    f2(A, B);
    f3(A, B, C);
    f4(A, B, C, D);
    f5(A, B, C, D, E);
    f6(A, B, C, D, E, F);
    f7(A, B, C, D, E, F, G);
    f9(A, B, C, D, E, F, G, H, I);
}
