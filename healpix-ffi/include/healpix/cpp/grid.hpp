// Resolutions: how many cells, how large.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_GRID_HPP
#define HEALPIX_CPP_GRID_HPP

#include "types.hpp"

#include <cstdint>
#include <limits>
#include <optional>

/// Resolutions: how many cells there are and how large they are.
namespace healpix::grid {

/// nside of a depth: 2^depth. Errors: Status::depth.
template <class On = Throw, class = OnError<On>>
Nside nside(Depth depth, On &&on = On()) noexcept(quiet<On>)
{
    std::uint32_t nside = 0;
    detail::settle(::healpix_grid_nside(depth.value(), &nside), on);
    return Nside::from_c(nside);
}

/// Depth of an nside. Errors: Status::nside, also if it is no power of two; the depth is not valid then.
template <class On = Throw, class = OnError<On>>
Depth depth(Nside nside, On &&on = On()) noexcept(quiet<On>)
{
    std::uint8_t depth = invalid_u8;
    detail::settle(::healpix_grid_depth(nside.value(), &depth), on);
    return Depth::from_c(depth);
}

/// Number of cells of the whole sphere: 12 nside^2. Errors: Status::nside; 0 then.
template <class On = Throw, class = OnError<On>>
std::uint64_t n_cells(Nside nside, On &&on = On()) noexcept(quiet<On>)
{
    std::uint64_t n = 0;
    detail::settle(::healpix_grid_n_cells(nside.value(), &n), on);
    return n;
}

/// Area of a cell in steradians; all cells have the same. Errors: Status::nside; NaN then.
template <class On = Throw, class = OnError<On>>
double cell_area(Nside nside, On &&on = On()) noexcept(quiet<On>)
{
    double area = std::numeric_limits<double>::quiet_NaN();
    detail::settle(::healpix_grid_cell_area(nside.value(), &area), on);
    return area;
}

/// Largest distance between the center of a cell and one of its vertices, in radians. Errors: Status::nside; NaN then.
template <class On = Throw, class = OnError<On>>
double largest_center_to_vertex_distance(Nside nside, On &&on = On()) noexcept(quiet<On>)
{
    double distance = std::numeric_limits<double>::quiet_NaN();
    detail::settle(::healpix_grid_largest_center_to_vertex_distance(nside.value(), &distance), on);
    return distance;
}

/// The deepest depth at which a disc, wherever its center, lies within the cell of its center and that cell's
/// neighbors; nothing if the disc is too large even for depth 0.
///
/// - `radius`: radians, 0 to pi.
///
/// Errors: Status::radius.
template <class On = Throw, class = OnError<On>>
std::optional<Depth> best_starting_depth(double radius, On &&on = On()) noexcept(quiet<On>)
{
    std::uint8_t depth = invalid_u8;
    detail::settle(::healpix_grid_best_starting_depth(radius, &depth), on);
    return depth == invalid_u8 ? std::nullopt : std::optional<Depth>(Depth::from_c(depth));
}

} // namespace healpix::grid

#endif
