// The element-wise functions of nested, ring, sphere and projection: one definition of how they are called.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_ELEMENTS_HPP
#define HEALPIX_CPP_ELEMENTS_HPP

#include "handle.hpp"
#include "types.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace healpix::detail {

/// What a bad element leaves in its outputs.
template <class T>
constexpr T sentinel() noexcept
{
    return std::numeric_limits<T>::has_quiet_NaN ? std::numeric_limits<T>::quiet_NaN() : std::numeric_limits<T>::max();
}

/// An array of an element-wise call, `Each` of its elements for one of the call.
template <class T, std::size_t Each = 1>
struct Array {
    using Type = T;
    static constexpr std::size_t each = Each;
    /// Of one element of the call.
    using One = std::conditional_t<Each == 1, T, std::array<T, Each>>;

    /// What a bad element leaves in it.
    static constexpr T bad() noexcept { return sentinel<T>(); }
    static One one() noexcept
    {
        if constexpr (Each == 1) {
            return sentinel<T>();
        } else {
            One out{};
            out.fill(sentinel<T>());
            return out;
        }
    }
    static T *pointer(One &one) noexcept
    {
        if constexpr (Each == 1)
            return &one;
        else
            return one.data();
    }
};

/// The arrays there are, by the names that a complaint about their lengths uses.
namespace array {
// clang-format off
struct lon : Array<double> { static constexpr const char *name = "lon"; };
struct lat : Array<double> { static constexpr const char *name = "lat"; };
struct lon1 : Array<double> { static constexpr const char *name = "lon1"; };
struct lat1 : Array<double> { static constexpr const char *name = "lat1"; };
struct lon2 : Array<double> { static constexpr const char *name = "lon2"; };
struct lat2 : Array<double> { static constexpr const char *name = "lat2"; };
struct x : Array<double> { static constexpr const char *name = "x"; };
struct y : Array<double> { static constexpr const char *name = "y"; };
struct z : Array<double> { static constexpr const char *name = "z"; };
struct dx : Array<double> { static constexpr const char *name = "dx"; };
struct dy : Array<double> { static constexpr const char *name = "dy"; };
struct distances : Array<double> { static constexpr const char *name = "out"; };
struct cells : Array<std::uint64_t> { static constexpr const char *name = "cells"; };
struct cells32 : Array<std::uint32_t> { static constexpr const char *name = "cells"; };
struct uniq : Array<std::uint64_t> { static constexpr const char *name = "uniq"; };
struct zuniq : Array<std::uint64_t> { static constexpr const char *name = "zuniq"; };
struct first : Array<std::uint64_t> { static constexpr const char *name = "first"; };
struct last : Array<std::uint64_t> { static constexpr const char *name = "last"; };
struct out : Array<std::uint64_t> { static constexpr const char *name = "out"; };
struct out4 : Array<std::uint64_t, 4> { static constexpr const char *name = "out"; };
struct out8 : Array<std::uint64_t, 8> { static constexpr const char *name = "out"; };
struct lon4 : Array<double, 4> { static constexpr const char *name = "lon"; };
struct lat4 : Array<double, 4> { static constexpr const char *name = "lat"; };
struct cells4 : Array<std::uint64_t, 4> { static constexpr const char *name = "cells"; };
struct weights4 : Array<double, 4> { static constexpr const char *name = "weights"; };
struct depths : Array<std::uint8_t> { static constexpr const char *name = "depths"; };
struct face : Array<std::uint8_t> { static constexpr const char *name = "face"; };
struct i : Array<std::uint32_t> { static constexpr const char *name = "i"; };
struct j : Array<std::uint32_t> { static constexpr const char *name = "j"; };
struct rings : Array<std::uint32_t> { static constexpr const char *name = "rings"; };
/// Answers, 1 for yes; 0 for bad elements too.
struct yes : Array<std::uint8_t> {
    static constexpr const char *name = "out";
    static constexpr std::uint8_t bad() noexcept { return 0; }
    static std::uint8_t one() noexcept { return 0; }
};
// clang-format on
} // namespace array

/// What all elements share: a resolution, a direction.
template <class...>
struct With {};
template <class...>
struct In {};
template <class...>
struct Out {};

/// A function over arrays, called in three ways:
///
///     f(with..., in...)             numbers in; the answer for one element
///     f(with..., in...)             arrays in (vectors, spans, C arrays, all of one length); vectors out
///     f(with..., in..., out...)     arrays in; the caller's arrays are filled
///
/// A last argument of type std::error_code & keeps it from throwing. One bad element does not spoil the others: it
/// leaves a sentinel (invalid_cell, NaN, invalid_u8, invalid_u32) in its own outputs, and the failure tells of the
/// first. Where it is thrown, arrays of the caller are filled all the same; vectors come out with a std::error_code
/// only.
///
/// Status::length if arrays differ in length; nothing is written then, and vectors come out empty.
///
/// `Many` is the C function of arrays and `One` the one of a single element, if there is one.
template <auto Many, auto One, template <class...> class Answer, class Leading, class Inputs, class Outputs>
class Elementwise;

template <auto Many, auto One, template <class...> class Answer, class... L, class... I, class... O>
class Elementwise<Many, One, Answer, With<L...>, In<I...>, Out<O...>> {
    /// Several outputs in their structure, a single one as it is.
    template <class... T>
    static auto answer(T &&...outputs)
    {
        if constexpr (sizeof...(T) == 1)
            return (std::move(outputs), ...);
        else
            return Answer<T...>{std::move(outputs)...};
    }

public:
    /// One element.
    template <class On = Throw, class = OnError<On>>
    auto operator()(L... with, typename I::Type... in, On &&on = On()) const noexcept(quiet<On>)
    {
        std::tuple<typename O::One...> out{O::one()...};
        return std::apply(
            [&](typename O::One &...o) {
                if constexpr (std::is_null_pointer_v<decltype(One)>)
                    settle(Many(raw(with)..., &in..., 1, O::pointer(o)...), on);
                else
                    settle(One(raw(with)..., in..., O::pointer(o)...), on);
                return answer(std::move(o)...);
            },
            out);
    }

    /// Arrays, into vectors.
    template <class On = Throw, class = OnError<On>>
    auto operator()(L... with, span<const typename I::Type>... in, On &&on = On()) const
    {
        const Length lengths[] = {{I::name, in.size()}...};
        const bool good = same_lengths(on, lengths);
        const std::size_t n = good ? lengths[0].n : 0;
        std::tuple<std::vector<typename O::Type>...> out{std::vector<typename O::Type>(n * O::each, O::bad())...};
        return std::apply(
            [&](std::vector<typename O::Type> &...o) {
                if (good)
                    settle(Many(raw(with)..., in.data()..., n, o.data()...), on);
                return answer(std::move(o)...);
            },
            out);
    }

    /// Arrays, into the caller's.
    template <class On = Throw, class = OnError<On>>
    void operator()(L... with, span<const typename I::Type>... in, span<typename O::Type>... out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        const Length lengths[] = {{I::name, in.size()}..., {O::name, out.size(), O::each}...};
        if (same_lengths(on, lengths))
            settle(Many(raw(with)..., in.data()..., lengths[0].n, out.data()...), on);
    }
};

/// Cells that make a list, around one cell.
///
///     f(with, cell, how)            std::vector of cells
///     f(with, cell, how, out)       the caller's array; returns how many were written
///
/// Status::buffer if the caller's array is too small: nothing is written then, and with a std::error_code the length
/// that is needed is returned.
template <auto Call, class Resolution, class How>
class CellList {
public:
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint64_t> operator()(Resolution with, std::uint64_t cell, How how, On &&on = On()) const
    {
        return list<std::uint64_t>(on, 64, [&](std::size_t capacity, std::uint64_t *out, std::size_t *n) {
            return Call(raw(with), cell, value(how), capacity, out, n);
        });
    }

    template <class On = Throw, class = OnError<On>>
    std::size_t operator()(Resolution with, std::uint64_t cell, How how, span<std::uint64_t> out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        std::size_t n = 0;
        settle(Call(raw(with), cell, value(how), out.size(), out.data(), &n), on);
        return n;
    }

private:
    static std::uint8_t value(Depth depth) noexcept { return depth.value(); }
    static std::uint32_t value(std::uint32_t steps) noexcept { return steps; }
};

/// Positions in a cell that make a list, in radians; called like CellList.
template <auto Call, class Resolution>
class PointList {
    using Positions = LonLatOf<std::vector<double>, std::vector<double>>;

public:
    template <class On = Throw, class = OnError<On>>
    Positions operator()(Resolution with, std::uint64_t cell, std::uint32_t k, On &&on = On()) const
    {
        std::size_t n = 0;
        const healpix_status asked = Call(raw(with), cell, k, 0, nullptr, nullptr, &n);
        if (asked != HEALPIX_ERR_BUFFER) {
            settle(asked, on);
            return {};
        }
        Positions out{std::vector<double>(n), std::vector<double>(n)};
        (*this)(with, cell, k, span<double>(out.lon), span<double>(out.lat), on);
        return out;
    }

    template <class On = Throw, class = OnError<On>>
    std::size_t operator()(Resolution with, std::uint64_t cell, std::uint32_t k, span<double> lon, span<double> lat,
                           On &&on = On()) const noexcept(quiet<On>)
    {
        std::size_t n = 0;
        if (same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            settle(Call(raw(with), cell, k, lon.size(), lon.data(), lat.data(), &n), on);
        return n;
    }
};

/// Cells of a deeper depth at the corners of a cell: S, E, N, W.
template <auto Call>
class Corners {
public:
    template <class On = Throw, class = OnError<On>>
    std::array<std::uint64_t, 4> operator()(Depth depth, std::uint64_t cell, Depth deeper_depth, On &&on = On()) const
        noexcept(quiet<On>)
    {
        auto out = Array<std::uint64_t, 4>::one();
        settle(Call(raw(depth), cell, raw(deeper_depth), out.data()), on);
        return out;
    }
};

/// Reads the next neighbor of a C iterator.
inline healpix_status next_neighbor(healpix_neighbor_iter *iter, Neighbor *neighbor) noexcept
{
    std::uint32_t direction = 0;
    const healpix_status status = ::healpix_neighbor_iter_next(iter, &neighbor->cell, &direction);
    neighbor->direction = static_cast<Direction>(direction);
    return status;
}

// The kinds of functions, over a resolution R. A second C function is the one of a single element.

template <class R, auto Many, auto One = nullptr>
using PointsToCells = Elementwise<Many, One, Just, With<R>, In<array::lon, array::lat>, Out<array::cells>>;

template <class R, auto Many>
using PointsToCells32 = Elementwise<Many, nullptr, Just, With<R>, In<array::lon, array::lat>, Out<array::cells32>>;

template <class R, auto Many>
using Cells32ToPoints = Elementwise<Many, nullptr, LonLatOf, With<R>, In<array::cells32>, Out<array::lon, array::lat>>;

template <class R, auto Many, auto One = nullptr>
using VectorsToCells = Elementwise<Many, One, Just, With<R>, In<array::x, array::y, array::z>, Out<array::cells>>;

template <class R, auto Many>
using PointsToOffsets =
    Elementwise<Many, nullptr, OffsetsOf, With<R>, In<array::lon, array::lat>, Out<array::cells, array::dx, array::dy>>;

template <class R, auto Many>
using OffsetsToPoints =
    Elementwise<Many, nullptr, LonLatOf, With<R>, In<array::cells, array::dx, array::dy>, Out<array::lon, array::lat>>;

template <class R, auto Many, auto One = nullptr>
using CellsToPoints = Elementwise<Many, One, LonLatOf, With<R>, In<array::cells>, Out<array::lon, array::lat>>;

template <class R, auto Many, auto One = nullptr>
using CellsToVectors = Elementwise<Many, One, VectorOf, With<R>, In<array::cells>, Out<array::x, array::y, array::z>>;

template <class R, auto Many>
using CellsToVertices = Elementwise<Many, nullptr, LonLatOf, With<R>, In<array::cells>, Out<array::lon4, array::lat4>>;

template <auto Many, class... With_>
using CellsToCells = Elementwise<Many, nullptr, Just, With<With_...>, In<array::cells>, Out<array::out>>;

template <class R, auto Many, auto One>
using CellsRenumbered = Elementwise<Many, One, Just, With<R>, In<array::cells>, Out<array::out>>;

template <auto Many>
using CellsToFour = Elementwise<Many, nullptr, Just, With<Depth>, In<array::cells>, Out<array::out4>>;

template <class R, auto Many, auto One>
using CellsToNeighbors = Elementwise<Many, One, Just, With<R>, In<array::cells>, Out<array::out8>>;

template <class R, auto Many>
using CellsToFaceIj =
    Elementwise<Many, nullptr, FaceIjOf, With<R>, In<array::cells>, Out<array::face, array::i, array::j>>;

template <class R, auto Many>
using FaceIjToCells = Elementwise<Many, nullptr, Just, With<R>, In<array::face, array::i, array::j>, Out<array::cells>>;

template <auto Many>
using CellsToBounds =
    Elementwise<Many, nullptr, BoundsOf, With<Depth, Depth>, In<array::cells>, Out<array::first, array::last>>;

template <auto Many, class Number>
using NumbersToCells = Elementwise<Many, nullptr, DepthCellOf, With<>, In<Number>, Out<array::depths, array::cells>>;

/// What a handle answers of positions or cells; the first argument is the C handle.
template <class Raw, auto Many, auto One = nullptr>
using AskPoints = Elementwise<Many, One, Just, With<const Raw *>, In<array::lon, array::lat>, Out<array::yes>>;

template <class Raw, auto Many, auto One>
using AskCells = Elementwise<Many, One, Just, With<const Raw *, Depth>, In<array::cells>, Out<array::yes>>;

template <class R, auto Many>
using PointsToWeights =
    Elementwise<Many, nullptr, WeightsOf, With<R>, In<array::lon, array::lat>, Out<array::cells4, array::weights4>>;

} // namespace healpix::detail

namespace healpix {

/// The neighbors that a cell has, by direction, one after the other.
using NeighborIter = Stream<Neighbor, healpix_neighbor_iter, detail::next_neighbor, ::healpix_neighbor_iter_free>;

} // namespace healpix

#endif
