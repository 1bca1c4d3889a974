// HEALPix in C++17: exact cells at every depth and nside. Header-only over healpix.h; link healpix_ffi.
// SPDX-License-Identifier: MIT OR Apache-2.0
//
//     #include <healpix/healpix.hpp>
//     #include <iostream>
//
//     int main()
//     {
//         const healpix::Depth depth(10);
//         std::cout << healpix::nested::hash_deg(depth, 83.82, -5.39) << "\n"; // the cell of the Orion nebula
//     }
//
// Units: radians unless a name ends in _deg; longitude before latitude.
//
// Resolutions are types: Depth for the nested scheme, Nside for the ring scheme. Neither is made of a number by itself.
//
// Errors: functions throw healpix::Error. Every one that can fail takes a `std::error_code &` as its last argument too
// and throws nothing of this library's then: it returns a sentinel or an empty handle, and last_error_message() has
// the detail. Those calls are noexcept unless they need memory of C++ (they return a std::vector or std::string, take a
// path or a list of objects) or call a callable of the caller's. Operators always throw. Functions without errors are
// noexcept.
//
// Arrays: inputs are spans (std::span in C++20), to which vectors, arrays, C arrays and `{pointer, size}` convert.
// Functions over arrays return vectors, or fill arrays of the caller's, whose lengths are checked before the call.
// One bad element does not spoil the others: they are computed, and it has a sentinel (invalid_cell, NaN).
//
// Ownership: objects own what they were made for, free it at their end, can be moved and not copied; clone() copies
// where that makes sense. Views and iterators borrow from the object they were asked of, and end with it; a temporary
// cannot be asked for one: `for (auto cell : Coverage::cone_deg(...).cells())` does not compile.
//
// Threads: functions may be called from any thread at once. An object belongs to the thread that made it. Plain
// values and arrays cross threads; to move a MOC, move its ranges.
//
// Callables: what a visitor throws stops the work and comes out of the call that was given it. logging::listen and
// progress::watch hear of errors, warnings and progress of a piece of work.
//
// Without exceptions (-fno-exceptions) everything works; a failure without a std::error_code ends the program.

#ifndef HEALPIX_HEALPIX_HPP
#define HEALPIX_HEALPIX_HPP

#include "cpp/coverage.hpp"
#include "cpp/elements.hpp"
#include "cpp/error.hpp"
#include "cpp/file.hpp"
#include "cpp/grid.hpp"
#include "cpp/handle.hpp"
#include "cpp/io.hpp"
#include "cpp/moc.hpp"
#include "cpp/mocs.hpp"
#include "cpp/nested.hpp"
#include "cpp/point_index.hpp"
#include "cpp/region.hpp"
#include "cpp/ring.hpp"
#include "cpp/span.hpp"
#include "cpp/sphere.hpp"
#include "cpp/types.hpp"
#include "cpp/version.hpp"
#include "cpp/visit.hpp"
#include "cpp/watch.hpp"

#endif
