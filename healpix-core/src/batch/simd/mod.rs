//! The choice of an instruction set, once per slice call.
//!
//! Every kernel is written once, in plain Rust whose loops the compiler vectorises. It is compiled several times,
//! each time with other instructions allowed, and the best one that the machine has is called. All of them return the
//! same bits: none may contract or reorder floating point operations.
//!
//! The environment variable `HEALPIX_SIMD` (`baseline`, `sse4.1`, `avx2`, `avx2+fma` or `avx512`; read once) and [`force`] choose by hand:
//! for tests, for measurements, and to tell whether a difference between machines comes from here.
#![cfg_attr(
    all(target_arch = "x86_64", feature = "std"),
    expect(unsafe_code, reason = "functions compiled for an instruction set may only be called where it is there")
)]

use core::sync::atomic::{AtomicU8, Ordering};

pub(crate) use lanes::Lanes;

#[cfg(not(all(target_arch = "aarch64", feature = "std")))]
use crate::sphere::isa::Plain as Everywhere;
#[cfg(all(target_arch = "aarch64", feature = "std"))]
use neon::Neon as Everywhere;

mod lanes;
#[cfg(all(target_arch = "aarch64", feature = "std"))]
mod neon;
#[cfg(all(target_arch = "x86_64", feature = "std"))]
mod x86;

/// An instruction set that kernels are compiled for.
///
/// # Examples
/// ```
/// use healpix_core::batch::simd::{self, InstructionSet};
/// assert!(InstructionSet::Baseline.is_available());
/// assert!(simd::active().is_available());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum InstructionSet {
    /// What the crate itself is compiled for: SSE2 on x86-64, NEON on aarch64, unless the compiler is told of more.
    Baseline = 1,
    /// SSE4.1 (x86-64, from 2008).
    Sse41 = 2,
    /// AVX2 (x86-64, from 2013), without fused multiplication and addition.
    Avx2 = 3,
    /// AVX2 and FMA. Fused operations are used only where integers come out whose rounding is certain either way, and for numbers that
    /// are exact.
    Avx2Fma = 4,
    /// AVX-512 with byte permutations (Intel from 2019, AMD from 2022): earlier machines with AVX-512 slow down where it is used. Only in libraries
    /// compiled by Rust 1.89 or later.
    Avx512 = 5,
}

impl InstructionSet {
    /// All of them, the best last.
    pub const ALL: [Self; 5] = [Self::Baseline, Self::Sse41, Self::Avx2, Self::Avx2Fma, Self::Avx512];

    /// Whether this machine has it.
    #[must_use]
    pub fn is_available(self) -> bool {
        match self {
            Self::Baseline => true,
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Sse41 => std::is_x86_feature_detected!("sse4.1") && std::is_x86_feature_detected!("popcnt"),
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Avx2 => std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("popcnt"),
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Avx2Fma => Self::Avx2.is_available() && std::is_x86_feature_detected!("fma"),
            #[cfg(all(target_arch = "x86_64", feature = "std"))]
            Self::Avx512 => rustversion::cfg!(since(1.89)) && Self::Avx2Fma.is_available() && has_avx512(),
            #[cfg(not(all(target_arch = "x86_64", feature = "std")))]
            _ => false,
        }
    }

    /// Its name, as `HEALPIX_SIMD` takes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Sse41 => "sse4.1",
            Self::Avx2 => "avx2",
            Self::Avx2Fma => "avx2+fma",
            Self::Avx512 => "avx512",
        }
    }

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|set| *set as u8 == code)
    }

    /// The one that the environment names, where there is an environment and this machine has it; else the best.
    fn chosen() -> Self {
        #[cfg(feature = "std")]
        if let Ok(name) = std::env::var("HEALPIX_SIMD") {
            let named = Self::ALL.into_iter().find(|set| set.name() == name && set.is_available());
            if let Some(set) = named {
                return set;
            }
        }
        Self::ALL.into_iter().rev().find(|set| set.is_available()).unwrap_or(Self::Baseline)
    }
}

#[cfg(all(target_arch = "x86_64", feature = "std"))]
fn has_avx512() -> bool {
    std::is_x86_feature_detected!("avx512f")
        && std::is_x86_feature_detected!("avx512bw")
        && std::is_x86_feature_detected!("avx512cd")
        && std::is_x86_feature_detected!("avx512dq")
        && std::is_x86_feature_detected!("avx512vl")
        && std::is_x86_feature_detected!("avx512vbmi")
}

/// The choice; 0 where none was made yet.
static ACTIVE: AtomicU8 = AtomicU8::new(0);

/// The instruction set that slice functions use.
#[inline]
#[must_use]
pub fn active() -> InstructionSet {
    match InstructionSet::from_code(ACTIVE.load(Ordering::Relaxed)) {
        Some(set) => set,
        None => choose(),
    }
}

#[cold]
fn choose() -> InstructionSet {
    let set = InstructionSet::chosen();
    ACTIVE.store(set as u8, Ordering::Relaxed);
    set
}

/// Makes all slice functions, in all threads, use an instruction set from now on; none means the best there is, or the
/// one that the environment names. Results do not depend on it. Returns false, and changes nothing, where this machine
/// does not have it.
///
/// # Examples
/// ```
/// use healpix_core::batch::simd::{self, InstructionSet};
/// assert!(simd::force(Some(InstructionSet::Baseline)));
/// assert_eq!(simd::active(), InstructionSet::Baseline);
/// assert!(simd::force(None));
/// ```
pub fn force(set: Option<InstructionSet>) -> bool {
    if !set.is_none_or(InstructionSet::is_available) {
        return false;
    }
    ACTIVE.store(set.map_or(0, |set| set as u8), Ordering::Relaxed);
    true
}

/// Work that is compiled for each instruction set.
pub(crate) trait Stamped {
    type Output;
    /// Whether AVX-512 makes it faster.
    const WIDE: bool = true;
    /// The work. Implementations, and all they call in their loops, are `#[inline(always)]`: only what is inlined gets
    /// the instructions.
    fn run<I: Lanes>(self) -> Self::Output;
}

/// Does the work with the instruction set of [`active`].
#[inline]
pub(crate) fn stamped<W: Stamped>(work: W) -> W::Output {
    #[cfg(all(target_arch = "x86_64", feature = "std"))]
    match active() {
        // SAFETY: `active` only returns what `is_available` has found on this machine.
        InstructionSet::Avx512 if W::WIDE => return unsafe { avx512(work) },
        // SAFETY: as above.
        InstructionSet::Avx512 | InstructionSet::Avx2Fma => return unsafe { avx2_fma(work) },
        // SAFETY: as above.
        InstructionSet::Avx2 => return unsafe { avx2(work) },
        // SAFETY: as above.
        InstructionSet::Sse41 => return unsafe { sse41(work) },
        InstructionSet::Baseline => {}
    }
    // Elsewhere there is nothing to choose from.
    #[cfg(not(all(target_arch = "x86_64", feature = "std")))]
    let _ = W::WIDE;
    baseline(work)
}

#[inline(never)]
fn baseline<W: Stamped>(work: W) -> W::Output {
    work.run::<Everywhere>()
}

/// # Safety
/// The machine must have SSE4.1.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[target_feature(enable = "sse4.1,popcnt")]
unsafe fn sse41<W: Stamped>(work: W) -> W::Output {
    work.run::<x86::Sse41>()
}

/// # Safety
/// The machine must have AVX2.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[target_feature(enable = "avx2,popcnt")]
unsafe fn avx2<W: Stamped>(work: W) -> W::Output {
    work.run::<x86::Avx2<false>>()
}

/// # Safety
/// The machine must have AVX2 and FMA.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[target_feature(enable = "avx2,fma,popcnt")]
unsafe fn avx2_fma<W: Stamped>(work: W) -> W::Output {
    work.run::<x86::Avx2<true>>()
}

/// # Safety
/// The machine must have these instructions.
#[cfg(all(target_arch = "x86_64", feature = "std"))]
#[rustversion::attr(
    since(1.89),
    target_feature(enable = "avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx512vbmi,avx2,fma,popcnt")
)]
unsafe fn avx512<W: Stamped>(work: W) -> W::Output {
    work.run::<x86::Avx2<true>>()
}
