// The ring scheme: cells numbered along rings from north to south, at any nside.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_RING_HPP
#define HEALPIX_CPP_RING_HPP

#include "elements.hpp"

// Every function here is an object that is called in several ways; detail::Elementwise says them all. In short, for
//
//     hash(nside, lon, lat)             one position, or vectors, spans, arrays of them; a cell, or a std::vector
//     hash(nside, lon, lat, cells)      arrays, into the caller's
//     hash(..., ec)                     the same, and a std::error_code & instead of exceptions
//
/// The ring scheme. Cells are numbered from 0 to 12 nside^2 - 1; the nside need be no power of two. All functions fail
/// with Status::nside for an nside that is not valid.
namespace healpix::ring {

/// Cells that contain positions in radians: `hash(nside, lon, lat)`.
///
/// Any finite longitude, latitudes from -pi/2 to pi/2. A cell owns its two western edges and its western corner; a pole
/// belongs to the base cell of its longitude's quadrant. Errors of an element: Status::longitude, Status::latitude.
inline constexpr detail::PointsToCells<Nside, ::healpix_ring_hash, ::healpix_ring_hash_one> hash{};

/// The same of positions in degrees, latitudes from -90 to 90.
inline constexpr detail::PointsToCells<Nside, ::healpix_ring_hash_deg, ::healpix_ring_hash_deg_one> hash_deg{};

/// Cells of nside up to 18918 as 32-bit numbers, half the memory: `hash_u32(nside, lon, lat)`, positions in radians. A bad element
/// gives invalid_u32. Status::nside for more cells than 32 bits can number; otherwise as hash.
inline constexpr detail::PointsToCells32<Nside, ::healpix_ring_hash_u32> hash_u32{};

/// The same of positions in degrees.
inline constexpr detail::PointsToCells32<Nside, ::healpix_ring_hash_deg_u32> hash_deg_u32{};

/// Cells that contain the directions of vectors of any finite length but 0: `hash_vec(nside, x, y, z)`.
///
/// Errors of an element: Status::vector.
inline constexpr detail::VectorsToCells<Nside, ::healpix_ring_hash_vec, ::healpix_ring_hash_vec_one> hash_vec{};

/// Cells that contain positions in radians, and where in them the positions are: `hash_with_offsets(nside, lon, lat)`
/// gives `cell`, `dx`, `dy`. Offsets run from 0 to 1 from the southern corner, `dx` along the south-eastern edge, `dy`
/// along the south-western one. Errors as of hash.
inline constexpr detail::PointsToOffsets<Nside, ::healpix_ring_hash_with_offsets> hash_with_offsets{};

/// The same of positions in degrees.
inline constexpr detail::PointsToOffsets<Nside, ::healpix_ring_hash_with_offsets_deg> hash_with_offsets_deg{};

/// Positions in radians at offsets in cells: `position(nside, cell, dx, dy)` gives `lon`, `lat`; the inverse of
/// hash_with_offsets. Errors of an element: Status::cell, Status::offset.
inline constexpr detail::OffsetsToPoints<Nside, ::healpix_ring_position> position{};

/// The same with positions in degrees.
inline constexpr detail::OffsetsToPoints<Nside, ::healpix_ring_position_deg> position_deg{};

/// Centers of cells in radians: `center(nside, cell)` gives `lon`, from 0 to below 2 pi, and `lat`.
///
/// Errors of an element: Status::cell.
inline constexpr detail::CellsToPoints<Nside, ::healpix_ring_center, ::healpix_ring_center_one> center{};

/// The same in degrees, longitudes from 0 to below 360.
inline constexpr detail::CellsToPoints<Nside, ::healpix_ring_center_deg, ::healpix_ring_center_deg_one> center_deg{};

/// Centers of cells given as 32-bit numbers, in radians: `center_u32(nside, cell)`. Status::nside for more cells than
/// 32 bits can number; otherwise as center.
inline constexpr detail::Cells32ToPoints<Nside, ::healpix_ring_center_u32> center_u32{};

/// The same in degrees.
inline constexpr detail::Cells32ToPoints<Nside, ::healpix_ring_center_deg_u32> center_deg_u32{};

/// Centers of cells as unit vectors: `center_vec(nside, cell)` gives `x`, `y`, `z`. Errors of an element: Status::cell.
inline constexpr detail::CellsToVectors<Nside, ::healpix_ring_center_vec, ::healpix_ring_center_vec_one> center_vec{};

/// Vertices of cells in radians: `vertices(nside, cell)` gives `lon` and `lat`, four of each for each cell in the order
/// S, E, N, W. Errors of an element: Status::cell.
inline constexpr detail::CellsToVertices<Nside, ::healpix_ring_vertices> vertices{};

/// The same in degrees.
inline constexpr detail::CellsToVertices<Nside, ::healpix_ring_vertices_deg> vertices_deg{};

/// Neighbors of cells in one direction: `neighbor(nside, direction, cell)`; invalid_cell, which is no error, where
/// there is none. Errors of an element: Status::cell.
inline constexpr detail::CellsToCells<::healpix_ring_neighbor, Nside, Direction> neighbor{};

/// All neighbors of cells: `neighbors(nside, cell)`, eight for each in the order S SE E SW NE W NW N; invalid_cell,
/// which is no error, where there is none. Errors of an element: Status::cell.
inline constexpr detail::CellsToNeighbors<Nside, ::healpix_ring_neighbors, ::healpix_ring_neighbors_one> neighbors{};

/// Base cells of cells, and coordinates in them: `to_face_ij(nside, cell)` gives `face` (0 to 11), `i` (to the
/// north-east) and `j` (to the north-west). Errors of an element: Status::cell.
inline constexpr detail::CellsToFaceIj<Nside, ::healpix_ring_to_face_ij> to_face_ij{};

/// Cells at coordinates in base cells: `from_face_ij(nside, face, i, j)`; the inverse of to_face_ij. Errors of an
/// element: Status::face.
inline constexpr detail::FaceIjToCells<Nside, ::healpix_ring_from_face_ij> from_face_ij{};

/// Cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++, of positions in
/// radians: `interpolate_rings(nside, lon, lat)` gives `cell` and `weight`, four of each for each position. The weights
/// are not negative and sum to 1. Errors as of hash.
inline constexpr detail::PointsToWeights<Nside, ::healpix_ring_interpolate_rings> interpolate_rings{};

/// The same of positions in degrees.
inline constexpr detail::PointsToWeights<Nside, ::healpix_ring_interpolate_rings_deg> interpolate_rings_deg{};

/// Cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix; otherwise as
/// interpolate_rings. Where only three cells meet, the entry of the missing one has weight 0.
inline constexpr detail::PointsToWeights<Nside, ::healpix_ring_interpolate_bilinear> interpolate_bilinear{};

/// The same of positions in degrees.
inline constexpr detail::PointsToWeights<Nside, ::healpix_ring_interpolate_bilinear_deg> interpolate_bilinear_deg{};

/// Positions in radians along the edges of a cell: `path_along_edge(nside, cell, k)` gives `lon` and `lat`, 4 k of
/// each, `k` a side (1 to 4096), from the southern corner over the eastern, northern and western one. Errors:
/// Status::cell, Status::steps.
inline constexpr detail::PointList<::healpix_ring_path_along_edge, Nside> path_along_edge{};

/// Positions in radians on a regular grid in a cell: `grid(nside, cell, k)` gives k * k (1 to 4096 a side), those along
/// the south-eastern edge fastest. Errors: Status::cell, Status::steps.
inline constexpr detail::PointList<::healpix_ring_grid, Nside> grid{};

/// Cells at a distance of exactly `k` steps (0 to 1024) to any of the eight neighbors, ascending:
/// `neighbor_ring(nside, cell, k)`. Errors: Status::cell, Status::steps.
inline constexpr detail::CellList<::healpix_ring_neighbor_ring, Nside, std::uint32_t> neighbor_ring{};

/// Cells at a distance of at most `k` steps, the cell included, ascending; otherwise as neighbor_ring.
inline constexpr detail::CellList<::healpix_ring_neighbor_disc, Nside, std::uint32_t> neighbor_disc{};

/// Cells as nested cells: `to_nested(nside, cell)`, for an nside that is a power of two (Status::nside otherwise). The
/// output may be the input itself. Errors of an element: Status::cell.
inline constexpr detail::CellsRenumbered<Nside, ::healpix_ring_to_nested, ::healpix_ring_to_nested_one> to_nested{};

/// Numbers of the rings that cells are in, from 1 in the north to 4 nside - 1: `ring_of(nside, cell)`. Errors of an
/// element: Status::cell.
inline constexpr detail::Elementwise<::healpix_ring_ring_of, nullptr, Just, detail::With<Nside>,
                                     detail::In<detail::array::cells>, detail::Out<detail::array::rings>>
    ring_of{};

/// A ring: how many cells it has, its first cell, where it is.
///
/// - `ring`: 1 in the north to 4 nside - 1.
///
/// Errors: Status::nside, Status::ring; all is 0 then.
template <class On = Throw, class = OnError<On>>
RingInfo info(Nside nside, std::uint32_t ring, On &&on = On()) noexcept(quiet<On>)
{
    RingInfo info{};
    detail::settle(::healpix_ring_info(nside.value(), ring, &info), on);
    return info;
}

/// The neighbors that a cell has, one after the other: those of neighbors() without the ones that are not there.
///
/// Errors: Status::nside, Status::cell.
template <class On = Throw, class = OnError<On>>
NeighborIter neighbor_iter(Nside nside, std::uint64_t cell, On &&on = On()) noexcept(quiet<On>)
{
    return detail::create<NeighborIter>(on, ::healpix_ring_neighbor_iter_new, nside.value(), cell);
}

} // namespace healpix::ring

#endif
