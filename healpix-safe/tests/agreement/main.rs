//! healpix-core and healpix-safe agree bit for bit, on every function, for any bytes whatever as input: the outputs,
//! the error's kind, and its message with the value, the first index and the count.
#![expect(clippy::panic, clippy::expect_used, reason = "a test that cannot go on stops")]

mod compare;
mod coverages;
mod files;
mod index;
mod inputs;
mod lists;
mod mocs;
mod nested;
mod ones;
mod recipes;
mod regions;
mod ring;
mod sphere;
