// Resolutions as types of their own, choices as enumerations, and what several outputs come in.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_TYPES_HPP
#define HEALPIX_CPP_TYPES_HPP

#include "error.hpp"

#include <cstdint>
#include <type_traits>

namespace healpix {

/// Sentinel for "no cell": a bad element, or a neighbor that is absent.
inline constexpr std::uint64_t invalid_cell = HEALPIX_INVALID_CELL;
/// Sentinel for depths, base cells and relations.
inline constexpr std::uint8_t invalid_u8 = HEALPIX_INVALID_U8;
/// Sentinel for rings and coordinates in a base cell.
inline constexpr std::uint32_t invalid_u32 = HEALPIX_INVALID_U32;

namespace detail {

template <class Int>
using Integer = std::enable_if_t<std::is_integral_v<Int> && !std::is_same_v<std::remove_cv_t<Int>, bool>>;

template <class Int>
constexpr bool between(Int value, std::uint64_t least, std::uint64_t most) noexcept
{
    if constexpr (std::is_signed_v<Int>) {
        if (value < 0)
            return false;
    }
    return static_cast<std::uint64_t>(value) >= least && static_cast<std::uint64_t>(value) <= most;
}

} // namespace detail

class Nside;

/// A depth of the nested scheme, 0 to 29: 12 * 4^depth cells. No nside can be given where a depth is wanted.
class Depth {
public:
    /// The deepest depth.
    static constexpr std::uint8_t max = HEALPIX_MAX_DEPTH;

    /// A depth from a number of any integer type. In a constant expression a wrong one does not compile.
    ///
    /// Errors: Status::depth above 29 or below 0. The depth made with a std::error_code is no valid one then, and every
    /// function refuses it.
    template <class Int, class On = Throw, class = detail::Integer<Int>, class = OnError<On>>
    explicit constexpr Depth(Int value, On &&on = On()) noexcept(quiet<On>) : value_(invalid_u8)
    {
        if (detail::between(value, 0, max))
            value_ = (detail::succeed(on), static_cast<std::uint8_t>(value));
        else
            detail::refuse(on, Status::depth, "depth", static_cast<long long>(value), "0 to 29");
    }

    /// As C has it, unchecked: what comes from a handle that was moved from is no valid depth.
    static constexpr Depth from_c(std::uint8_t value) noexcept { return Depth(Unchecked(), value); }

    constexpr std::uint8_t value() const noexcept { return value_; }
    /// Whether it is one; only a depth made with a std::error_code, or asked of an empty handle, is not.
    constexpr bool is_valid() const noexcept { return value_ <= max; }
    /// Number of cells of the whole sphere; 0 if the depth is not valid.
    constexpr std::uint64_t n_cells() const noexcept { return is_valid() ? std::uint64_t(12) << (2 * value_) : 0; }
    /// The nside with the same cells.
    constexpr Nside nside() const noexcept;

    friend constexpr bool operator==(Depth a, Depth b) noexcept { return a.value_ == b.value_; }
    friend constexpr bool operator!=(Depth a, Depth b) noexcept { return a.value_ != b.value_; }
    friend constexpr bool operator<(Depth a, Depth b) noexcept { return a.value_ < b.value_; }
    friend constexpr bool operator>(Depth a, Depth b) noexcept { return a.value_ > b.value_; }
    friend constexpr bool operator<=(Depth a, Depth b) noexcept { return a.value_ <= b.value_; }
    friend constexpr bool operator>=(Depth a, Depth b) noexcept { return a.value_ >= b.value_; }

private:
    struct Unchecked {};
    constexpr Depth(Unchecked, std::uint8_t value) noexcept : value_(value) {}

    std::uint8_t value_;
};

/// An nside of the ring scheme, 1 to 2^29, a power of two or not: 12 nside^2 cells. No depth can be given where an
/// nside is wanted; Depth::nside() says which one has the same cells.
class Nside {
public:
    /// The largest nside.
    static constexpr std::uint32_t max = HEALPIX_MAX_NSIDE;

    /// An nside from a number of any integer type. In a constant expression a wrong one does not compile.
    ///
    /// Errors: Status::nside outside 1 to 2^29. The nside made with a std::error_code is 0 then, and every function
    /// refuses it.
    template <class Int, class On = Throw, class = detail::Integer<Int>, class = OnError<On>>
    explicit constexpr Nside(Int value, On &&on = On()) noexcept(quiet<On>) : value_(0)
    {
        if (detail::between(value, 1, max))
            value_ = (detail::succeed(on), static_cast<std::uint32_t>(value));
        else
            detail::refuse(on, Status::nside, "nside", static_cast<long long>(value), "1 to 536870912");
    }

    /// As C has it, unchecked.
    static constexpr Nside from_c(std::uint32_t value) noexcept { return Nside(Unchecked(), value); }

    constexpr std::uint32_t value() const noexcept { return value_; }
    /// Whether it is one; only an nside made with a std::error_code is not.
    constexpr bool is_valid() const noexcept { return value_ >= 1 && value_ <= max; }
    /// Whether a depth has the same cells.
    constexpr bool is_power_of_two() const noexcept { return value_ != 0 && (value_ & (value_ - 1)) == 0; }
    /// Number of cells of the whole sphere.
    constexpr std::uint64_t n_cells() const noexcept { return std::uint64_t(12) * value_ * value_; }

    friend constexpr bool operator==(Nside a, Nside b) noexcept { return a.value_ == b.value_; }
    friend constexpr bool operator!=(Nside a, Nside b) noexcept { return a.value_ != b.value_; }
    friend constexpr bool operator<(Nside a, Nside b) noexcept { return a.value_ < b.value_; }
    friend constexpr bool operator>(Nside a, Nside b) noexcept { return a.value_ > b.value_; }
    friend constexpr bool operator<=(Nside a, Nside b) noexcept { return a.value_ <= b.value_; }
    friend constexpr bool operator>=(Nside a, Nside b) noexcept { return a.value_ >= b.value_; }

private:
    struct Unchecked {};
    constexpr Nside(Unchecked, std::uint32_t value) noexcept : value_(value) {}

    std::uint32_t value_;
};

constexpr Nside Depth::nside() const noexcept
{
    return Nside::from_c(is_valid() ? std::uint32_t(1) << value_ : 0);
}

/// A cell of any depth: `index` at `depth`, and `full`, 1 if it is inside and 0 if it is partly.
using Cell = ::healpix_cell;
/// The cells from `start` to `end`, `end` not included.
using CellRange = ::healpix_range;
/// A ring of cells with the same latitude: `ring`, `count`, `first`, `z`, `lat` (radians), `shifted`.
using RingInfo = ::healpix_ring;
/// A row and its `distance` in radians.
using Match = ::healpix_match;
/// Rows `left` and `right`, and their `distance` in radians.
using Pair = ::healpix_pair;
/// A `cell` and the `count` of rows in it.
using CellCount = ::healpix_cell_count;

/// The eight directions in which a cell has neighbors, in the order in which neighbors are listed.
enum class Direction : std::uint32_t {
    s = HEALPIX_DIRECTION_S,
    se = HEALPIX_DIRECTION_SE,
    e = HEALPIX_DIRECTION_E,
    sw = HEALPIX_DIRECTION_SW,
    ne = HEALPIX_DIRECTION_NE,
    w = HEALPIX_DIRECTION_W,
    nw = HEALPIX_DIRECTION_NW,
    n = HEALPIX_DIRECTION_N,
};

/// A neighbor of a cell, and where it is.
struct Neighbor {
    std::uint64_t cell;
    Direction direction;
};

/// What a region is to a cell. `invalid` is what an element-wise call leaves for a bad cell.
enum class Relation : std::uint8_t {
    disjoint = HEALPIX_RELATION_DISJOINT, ///< They have no point in common.
    partial = HEALPIX_RELATION_PARTIAL,   ///< They meet, and the cell is not inside the region.
    full = HEALPIX_RELATION_FULL,         ///< The cell is inside the region.
    invalid = HEALPIX_INVALID_U8,
};

/// Which cells of a MOC belong together.
enum class Connectivity : std::uint32_t {
    edges = HEALPIX_CONNECTIVITY_EDGES,                           ///< Those that share an edge.
    edges_and_vertices = HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, ///< Those that share an edge or a vertex.
};

/// The FITS forms of a MOC; all are read.
enum class FitsKind : std::uint32_t {
    range = HEALPIX_FITS_RANGE,       ///< Ranges of depth 29, MOC 2.0. The fastest, and what mocpy writes.
    nuniq = HEALPIX_FITS_NUNIQ,       ///< uniq numbers, MOC 2.0.
    nuniq_v1 = HEALPIX_FITS_NUNIQ_V1, ///< uniq numbers with the header of MOC 1.0.
};

/// What a cross-match returns for each row on the left.
enum class CrossMatch : std::uint32_t {
    best = HEALPIX_CROSS_MATCH_BEST, ///< Its nearest partner.
    all = HEALPIX_CROSS_MATCH_ALL,   ///< Every partner within the radius.
};

/// Which side of its border a polygon is.
class Interior {
public:
    /// The side with the smaller area; of two halves, the one at the left of the first ring.
    static constexpr Interior smaller_area() noexcept { return {HEALPIX_INTERIOR_SMALLER_AREA, 0.0, 0.0}; }
    /// The left of its first ring, whose inside is in the middle if it runs counterclockwise as seen from outside the
    /// sphere (north up, east at the right).
    static constexpr Interior winding() noexcept { return {HEALPIX_INTERIOR_WINDING, 0.0, 0.0}; }
    /// The side that holds a control point, in the unit of the vertices. For polygon_rings only.
    static constexpr Interior contains(double lon, double lat) noexcept
    {
        return {HEALPIX_INTERIOR_CONTAINS, lon, lat};
    }

    constexpr std::uint32_t code() const noexcept { return code_; }
    constexpr double control_lon() const noexcept { return lon_; }
    constexpr double control_lat() const noexcept { return lat_; }

private:
    constexpr Interior(std::uint32_t code, double lon, double lat) noexcept : code_(code), lon_(lon), lat_(lat) {}

    std::uint32_t code_;
    double lon_, lat_;
};

// Several outputs come in one of the following, in the same order as in C: numbers for one element
// (`auto [lon, lat] = nested::center(depth, cell)`), std::array for several of one element, std::vector for many.

/// Longitudes and latitudes.
template <class Lon, class Lat>
struct LonLatOf {
    Lon lon;
    Lat lat;
};
/// Vectors.
template <class X, class Y, class Z>
struct VectorOf {
    X x;
    Y y;
    Z z;
};
/// Points of the HEALPix plane.
template <class X, class Y>
struct PlaneOf {
    X x;
    Y y;
};
/// Cells, and offsets in them from the southern corner along the south-eastern and the south-western edge, 0 to 1.
template <class Cells, class X, class Y>
struct OffsetsOf {
    Cells cell;
    X dx;
    Y dy;
};
/// Cells and weights to interpolate with.
template <class Cells, class Weights>
struct WeightsOf {
    Cells cell;
    Weights weight;
};
/// Base cells, and coordinates in them to the north-east and to the north-west.
template <class Face, class I, class J>
struct FaceIjOf {
    Face face;
    I i;
    J j;
};
/// Half-open ranges of cells.
template <class First, class Last>
struct BoundsOf {
    First first;
    Last last;
};
/// Depths and cells at them. The depths are numbers, as an array of them is in C; Depth(d) makes one a depth.
template <class Depths, class Cells>
struct DepthCellOf {
    Depths depth;
    Cells cell;
};
/// One output alone; it is not wrapped.
template <class T>
struct Just {
    T value;
};

/// A position.
using LonLat = LonLatOf<double, double>;

namespace detail {

constexpr std::uint8_t raw(Depth depth) noexcept
{
    return depth.value();
}
constexpr std::uint32_t raw(Nside nside) noexcept
{
    return nside.value();
}
template <class Handle>
constexpr const Handle *raw(const Handle *handle) noexcept
{
    return handle;
}
template <class Enum, class = std::enable_if_t<std::is_enum_v<Enum>>>
constexpr std::underlying_type_t<Enum> raw(Enum value) noexcept
{
    return static_cast<std::underlying_type_t<Enum>>(value);
}

} // namespace detail
} // namespace healpix

#endif
