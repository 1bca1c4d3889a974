// The three forms of an element-wise function say the same; and so does the C function, which a test compares one with.
#ifndef HEALPIX_TESTS_FORMS_HPP
#define HEALPIX_TESTS_FORMS_HPP

#include "check.hpp"

#include <array>
#include <tuple>
#include <vector>

namespace forms {

using Doubles = std::vector<double>;
using Cells = std::vector<std::uint64_t>;

/// Positions in radians all over the sphere, the poles and longitude 0 among them.
inline void positions(Doubles &lon, Doubles &lat, double unit = 1.0)
{
    const double half_pi = 1.5707963267948966;
    for (int k = 0; k < 40; k++) {
        lon.push_back(k * 0.37 * unit);
        lat.push_back((k == 0 ? half_pi : k == 1 ? -half_pi : std::asin(-0.95 + 0.048 * k)) * unit);
    }
}

inline Doubles degrees(Doubles numbers)
{
    for (double &x : numbers)
        x *= 57.29577951308232;
    return numbers;
}

/// An output as a list of its elements, number or array.
template <class T>
auto elements(const T &one)
{
    return std::array<T, 1>{one};
}
template <class T, std::size_t N>
auto elements(const std::array<T, N> &some)
{
    return some;
}

/// Whether `one` is element k of `many`, of which each has as many as one has.
template <class One, class T>
bool is_element(const One &one, const std::vector<T> &many, std::size_t k)
{
    const auto parts = elements(one);
    for (std::size_t j = 0; j < parts.size(); j++)
        if (!(std::memcmp(&parts[j], &many.at(k * parts.size() + j), sizeof(T)) == 0))
            return false;
    return true;
}

/// Outputs of a call as a tuple of references, whatever structure they come in.
template <class T>
auto outputs(const std::vector<T> &only)
{
    return std::tie(only);
}
inline auto outputs(const std::uint64_t &only)
{
    return std::tie(only);
}
inline auto outputs(const std::uint32_t &only)
{
    return std::tie(only);
}
inline auto outputs(const double &only)
{
    return std::tie(only);
}
template <std::size_t N>
auto outputs(const std::array<std::uint64_t, N> &only)
{
    return std::tie(only);
}
template <class A, class B>
auto outputs(const healpix::LonLatOf<A, B> &of)
{
    return std::tie(of.lon, of.lat);
}
template <class A, class B, class C>
auto outputs(const healpix::VectorOf<A, B, C> &of)
{
    return std::tie(of.x, of.y, of.z);
}
template <class A, class B>
auto outputs(const healpix::PlaneOf<A, B> &of)
{
    return std::tie(of.x, of.y);
}
template <class A, class B, class C>
auto outputs(const healpix::OffsetsOf<A, B, C> &of)
{
    return std::tie(of.cell, of.dx, of.dy);
}
template <class A, class B>
auto outputs(const healpix::WeightsOf<A, B> &of)
{
    return std::tie(of.cell, of.weight);
}
template <class A, class B, class C>
auto outputs(const healpix::FaceIjOf<A, B, C> &of)
{
    return std::tie(of.face, of.i, of.j);
}
template <class A, class B>
auto outputs(const healpix::BoundsOf<A, B> &of)
{
    return std::tie(of.first, of.last);
}
template <class A, class B>
auto outputs(const healpix::DepthCellOf<A, B> &of)
{
    return std::tie(of.depth, of.cell);
}

/// The answer of the C function `call(inputs..., n, outputs...)`, in the shape of `like`.
template <class Many, class Call, class... In>
bool as_in_c(const Many &like, Call call, const std::vector<In> &...in)
{
    const std::size_t n = std::get<0>(std::tie(in...)).size();
    return std::apply(
        [&](const auto &...expected) {
            auto got = std::make_tuple(std::decay_t<decltype(expected)>(expected.size())...);
            const bool good =
                std::apply([&](auto &...o) { return call(in.data()..., n, o.data()...) == HEALPIX_OK; }, got);
            return good
                   && std::apply(
                       [&](const auto &...o) {
                           return ((std::memcmp(o.data(), expected.data(), o.size() * sizeof(o[0])) == 0) && ...);
                       },
                       got);
        },
        outputs(like));
}

/// Checks a function: arrays into vectors, arrays into arrays, elements one by one, with and without an error code; and the
/// C function. `f` and `call` have what all elements share, a resolution for instance, bound already.
template <class Call, class F, class... In>
auto agree(const char *name, F f, Call call, const std::vector<In> &...in)
{
    std::error_code ec = std::make_error_code(std::errc::io_error);
    const auto many = f(in...);
    check(as_in_c(many, call, in...), name, "as in C", 0);
    const auto quietly = f(in..., ec);
    check(!ec, name, "the error code", 0);
    check(as_in_c(quietly, call, in...), name, "with an error code", 0);

    // Into arrays of the caller's.
    std::apply(
        [&](const auto &...expected) {
            auto got = std::make_tuple(std::decay_t<decltype(expected)>(expected.size())...);
            std::apply([&](auto &...o) { f(in..., o...); }, got);
            check(std::apply(
                      [&](const auto &...o) {
                          return ((std::memcmp(o.data(), expected.data(), o.size() * sizeof(o[0])) == 0) && ...);
                      },
                      got),
                  name, "arrays", 0);
        },
        outputs(many));

    // One by one.
    const std::size_t n = std::get<0>(std::tie(in...)).size();
    for (std::size_t k = 0; k < n; k++) {
        const auto one = f(in[k]...);
        const auto one_quietly = f(in[k]..., ec);
        std::apply(
            [&](const auto &...expected) {
                std::apply([&](const auto &...o) { check((is_element(o, expected, k) && ...), name, "one", int(k)); },
                           outputs(one));
                std::apply(
                    [&](const auto &...o) { check((is_element(o, expected, k) && ...), name, "one, ec", int(k)); },
                    outputs(one_quietly));
            },
            outputs(many));
    }
    return many;
}

} // namespace forms

/// agree() for a function of a resolution: `FORMS(nested, hash, Depth(5), lon, lat)`.
#define FORMS(scheme, function, resolution, ...)                                                                       \
    forms::agree(                                                                                                      \
        #scheme "::" #function, [&](auto &&...rest) { return healpix::scheme::function(resolution, rest...); },        \
        [&](auto... rest) { return healpix_##scheme##_##function((resolution).value(), rest...); }, __VA_ARGS__)

#endif
