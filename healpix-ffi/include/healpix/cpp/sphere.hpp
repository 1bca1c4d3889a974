// The sphere without cells, and the HEALPix plane.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_SPHERE_HPP
#define HEALPIX_CPP_SPHERE_HPP

#include "elements.hpp"

// Every function here is called in the ways that detail::Elementwise says: numbers in, one answer out; arrays in,
// vectors out; arrays in, the caller's arrays filled; each with a std::error_code & behind instead of exceptions.

/// The sphere without cells.
namespace healpix::sphere {

/// Distances along the great circle between positions, all in radians: `distance(lon1, lat1, lon2, lat2)`, 0 to pi.
///
/// Any finite longitude, latitudes from -pi/2 to pi/2. Errors of an element: Status::longitude, Status::latitude.
inline constexpr detail::Elementwise<
    ::healpix_sphere_distance, ::healpix_sphere_distance_one, Just, detail::With<>,
    detail::In<detail::array::lon1, detail::array::lat1, detail::array::lon2, detail::array::lat2>,
    detail::Out<detail::array::distances>>
    distance{};

/// The same in degrees, 0 to 180.
inline constexpr detail::Elementwise<
    ::healpix_sphere_distance_deg, nullptr, Just, detail::With<>,
    detail::In<detail::array::lon1, detail::array::lat1, detail::array::lon2, detail::array::lat2>,
    detail::Out<detail::array::distances>>
    distance_deg{};

/// Positions in radians as unit vectors: `to_vec(lon, lat)` gives `x` (to longitude 0 on the equator), `y` and `z` (to
/// the north pole). Errors of an element: Status::longitude, Status::latitude.
inline constexpr detail::Elementwise<::healpix_sphere_to_vec, nullptr, VectorOf, detail::With<>,
                                     detail::In<detail::array::lon, detail::array::lat>,
                                     detail::Out<detail::array::x, detail::array::y, detail::array::z>>
    to_vec{};

/// The same of positions in degrees.
inline constexpr detail::Elementwise<::healpix_sphere_to_vec_deg, nullptr, VectorOf, detail::With<>,
                                     detail::In<detail::array::lon, detail::array::lat>,
                                     detail::Out<detail::array::x, detail::array::y, detail::array::z>>
    to_vec_deg{};

/// Directions of vectors of any finite length but 0 as positions in radians: `from_vec(x, y, z)` gives `lon`, from 0 to
/// below 2 pi, and `lat`. Errors of an element: Status::vector.
inline constexpr detail::Elementwise<::healpix_sphere_from_vec, nullptr, LonLatOf, detail::With<>,
                                     detail::In<detail::array::x, detail::array::y, detail::array::z>,
                                     detail::Out<detail::array::lon, detail::array::lat>>
    from_vec{};

/// The same with positions in degrees.
inline constexpr detail::Elementwise<::healpix_sphere_from_vec_deg, nullptr, LonLatOf, detail::With<>,
                                     detail::In<detail::array::x, detail::array::y, detail::array::z>,
                                     detail::Out<detail::array::lon, detail::array::lat>>
    from_vec_deg{};

} // namespace healpix::sphere

/// The HEALPix plane: x in quarter turns, y from -1 to 1.
namespace healpix::projection {

/// Positions in radians as points of the plane: `forward(lon, lat)` gives `x` and `y`. Errors of an element:
/// Status::longitude, Status::latitude.
inline constexpr detail::Elementwise<::healpix_projection_forward, nullptr, PlaneOf, detail::With<>,
                                     detail::In<detail::array::lon, detail::array::lat>,
                                     detail::Out<detail::array::x, detail::array::y>>
    forward{};

/// Points of the plane as positions in radians: `inverse(x, y)` gives `lon` and `lat`. Errors of an element:
/// Status::plane.
inline constexpr detail::Elementwise<::healpix_projection_inverse, nullptr, LonLatOf, detail::With<>,
                                     detail::In<detail::array::x, detail::array::y>,
                                     detail::Out<detail::array::lon, detail::array::lat>>
    inverse{};

} // namespace healpix::projection

#endif
