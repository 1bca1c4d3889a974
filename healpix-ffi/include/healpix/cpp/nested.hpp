// The nested scheme: cells numbered along a curve, at depths 0 to 29.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_NESTED_HPP
#define HEALPIX_CPP_NESTED_HPP

#include "elements.hpp"

// Every function here is an object that is called in several ways; detail::Elementwise says them all. In short, for
//
//     hash(depth, lon, lat)             one position, or vectors, spans, arrays of them; a cell, or a std::vector
//     hash(depth, lon, lat, cells)      arrays, into the caller's
//     hash(..., ec)                     the same, and a std::error_code & instead of exceptions
//
/// The nested scheme. Cells are numbered from 0 to 12 * 4^depth - 1. All functions fail with Status::depth for a depth
/// that is not valid.
namespace healpix::nested {

/// Cells that contain positions in radians: `hash(depth, lon, lat)`.
///
/// Any finite longitude, latitudes from -pi/2 to pi/2. A cell owns its two western edges and its western corner; a pole
/// belongs to the base cell of its longitude's quadrant. Errors of an element: Status::longitude, Status::latitude.
inline constexpr detail::PointsToCells<Depth, ::healpix_nested_hash, ::healpix_nested_hash_one> hash{};

/// The same of positions in degrees, latitudes from -90 to 90.
inline constexpr detail::PointsToCells<Depth, ::healpix_nested_hash_deg, ::healpix_nested_hash_deg_one> hash_deg{};

/// Cells of depths up to 14 as 32-bit numbers, half the memory: `hash_u32(depth, lon, lat)`, positions in radians. A bad element
/// gives invalid_u32. Status::depth for more cells than 32 bits can number; otherwise as hash.
inline constexpr detail::PointsToCells32<Depth, ::healpix_nested_hash_u32> hash_u32{};

/// The same of positions in degrees.
inline constexpr detail::PointsToCells32<Depth, ::healpix_nested_hash_deg_u32> hash_deg_u32{};

/// Cells that contain the directions of vectors of any finite length but 0: `hash_vec(depth, x, y, z)`.
///
/// Errors of an element: Status::vector.
inline constexpr detail::VectorsToCells<Depth, ::healpix_nested_hash_vec, ::healpix_nested_hash_vec_one> hash_vec{};

/// Cells that contain positions in radians, and where in them the positions are: `hash_with_offsets(depth, lon, lat)`
/// gives `cell`, `dx`, `dy`. Offsets run from 0 to 1 from the southern corner, `dx` along the south-eastern edge, `dy`
/// along the south-western one. Errors as of hash.
inline constexpr detail::PointsToOffsets<Depth, ::healpix_nested_hash_with_offsets> hash_with_offsets{};

/// The same of positions in degrees.
inline constexpr detail::PointsToOffsets<Depth, ::healpix_nested_hash_with_offsets_deg> hash_with_offsets_deg{};

/// Positions in radians at offsets in cells: `position(depth, cell, dx, dy)` gives `lon`, `lat`; the inverse of
/// hash_with_offsets. Errors of an element: Status::cell, Status::offset.
inline constexpr detail::OffsetsToPoints<Depth, ::healpix_nested_position> position{};

/// The same with positions in degrees.
inline constexpr detail::OffsetsToPoints<Depth, ::healpix_nested_position_deg> position_deg{};

/// Centers of cells in radians: `center(depth, cell)` gives `lon`, from 0 to below 2 pi, and `lat`.
///
/// Errors of an element: Status::cell.
inline constexpr detail::CellsToPoints<Depth, ::healpix_nested_center, ::healpix_nested_center_one> center{};

/// The same in degrees, longitudes from 0 to below 360.
inline constexpr detail::CellsToPoints<Depth, ::healpix_nested_center_deg, ::healpix_nested_center_deg_one>
    center_deg{};

/// Centers of cells given as 32-bit numbers, in radians: `center_u32(depth, cell)`. Status::depth for more cells than
/// 32 bits can number; otherwise as center.
inline constexpr detail::Cells32ToPoints<Depth, ::healpix_nested_center_u32> center_u32{};

/// The same in degrees.
inline constexpr detail::Cells32ToPoints<Depth, ::healpix_nested_center_deg_u32> center_deg_u32{};

/// Centers of cells as unit vectors: `center_vec(depth, cell)` gives `x`, `y`, `z`. Errors of an element: Status::cell.
inline constexpr detail::CellsToVectors<Depth, ::healpix_nested_center_vec, ::healpix_nested_center_vec_one>
    center_vec{};

/// Vertices of cells in radians: `vertices(depth, cell)` gives `lon` and `lat`, four of each for each cell in the order
/// S, E, N, W. Errors of an element: Status::cell.
inline constexpr detail::CellsToVertices<Depth, ::healpix_nested_vertices> vertices{};

/// The same in degrees.
inline constexpr detail::CellsToVertices<Depth, ::healpix_nested_vertices_deg> vertices_deg{};

/// Neighbors of cells in one direction: `neighbor(depth, direction, cell)`; invalid_cell, which is no error, where
/// there is none. Errors of an element: Status::cell.
inline constexpr detail::CellsToCells<::healpix_nested_neighbor, Depth, Direction> neighbor{};

/// All neighbors of cells: `neighbors(depth, cell)`, eight for each in the order S SE E SW NE W NW N; invalid_cell,
/// which is no error, where there is none. Errors of an element: Status::cell.
inline constexpr detail::CellsToNeighbors<Depth, ::healpix_nested_neighbors, ::healpix_nested_neighbors_one>
    neighbors{};

/// Base cells of cells, and coordinates in them: `to_face_ij(depth, cell)` gives `face` (0 to 11), `i` (to the
/// north-east) and `j` (to the north-west). Errors of an element: Status::cell.
inline constexpr detail::CellsToFaceIj<Depth, ::healpix_nested_to_face_ij> to_face_ij{};

/// Cells at coordinates in base cells: `from_face_ij(depth, face, i, j)`; the inverse of to_face_ij. Errors of an
/// element: Status::face.
inline constexpr detail::FaceIjToCells<Depth, ::healpix_nested_from_face_ij> from_face_ij{};

/// Cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++, of positions in
/// radians: `interpolate_rings(depth, lon, lat)` gives `cell` and `weight`, four of each for each position. The weights
/// are not negative and sum to 1. Errors as of hash.
inline constexpr detail::PointsToWeights<Depth, ::healpix_nested_interpolate_rings> interpolate_rings{};

/// The same of positions in degrees.
inline constexpr detail::PointsToWeights<Depth, ::healpix_nested_interpolate_rings_deg> interpolate_rings_deg{};

/// Cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix; otherwise as
/// interpolate_rings. Where only three cells meet, the entry of the missing one has weight 0.
inline constexpr detail::PointsToWeights<Depth, ::healpix_nested_interpolate_bilinear> interpolate_bilinear{};

/// The same of positions in degrees.
inline constexpr detail::PointsToWeights<Depth, ::healpix_nested_interpolate_bilinear_deg> interpolate_bilinear_deg{};

/// Positions in radians along the edges of a cell: `path_along_edge(depth, cell, k)` gives `lon` and `lat`, 4 k of
/// each, `k` a side (1 to 4096), from the southern corner over the eastern, northern and western one. Errors:
/// Status::cell, Status::steps.
inline constexpr detail::PointList<::healpix_nested_path_along_edge, Depth> path_along_edge{};

/// Positions in radians on a regular grid in a cell: `grid(depth, cell, k)` gives k * k (1 to 4096 a side), those along
/// the south-eastern edge fastest. Errors: Status::cell, Status::steps.
inline constexpr detail::PointList<::healpix_nested_grid, Depth> grid{};

/// Cells at a distance of exactly `k` steps (0 to 1024) to any of the eight neighbors, ascending:
/// `neighbor_ring(depth, cell, k)`. Errors: Status::cell, Status::steps.
inline constexpr detail::CellList<::healpix_nested_neighbor_ring, Depth, std::uint32_t> neighbor_ring{};

/// Cells at a distance of at most `k` steps, the cell included, ascending; otherwise as neighbor_ring.
inline constexpr detail::CellList<::healpix_nested_neighbor_disc, Depth, std::uint32_t> neighbor_disc{};

/// Cells as ring cells: `to_ring(depth, cell)`. The output may be the input itself. Errors of an element: Status::cell.
inline constexpr detail::CellsRenumbered<Depth, ::healpix_nested_to_ring, ::healpix_nested_to_ring_one> to_ring{};

/// Cells one depth up that contain cells: `parent(depth, cell)`, `depth` at least 1. Errors of an element:
/// Status::cell.
inline constexpr detail::CellsToCells<::healpix_nested_parent, Depth> parent{};

/// Cells of a shallower depth that contain cells: `ancestor(depth, ancestor_depth, cell)`. Status::depth if
/// `ancestor_depth` is the deeper one. Errors of an element: Status::cell.
inline constexpr detail::CellsToCells<::healpix_nested_ancestor, Depth, Depth> ancestor{};

/// The four cells one depth down of each cell, ascending: `children(depth, cell)`, `depth` below 29. Errors of an
/// element: Status::cell.
inline constexpr detail::CellsToFour<::healpix_nested_children> children{};

/// The four cells that share the parent of each cell, itself included, ascending: `siblings(depth, cell)`. Errors of an
/// element: Status::cell.
inline constexpr detail::CellsToFour<::healpix_nested_siblings> siblings{};

/// Cells of a deeper depth that cells consist of: `range(depth, deeper_depth, cell)` gives `first` and `last`, the
/// latter not included. Status::depth if `deeper_depth` is the shallower one. Errors of an element: Status::cell.
inline constexpr detail::CellsToBounds<::healpix_nested_range> range{};

/// Cells as IVOA uniq numbers, 4^(depth + 1) + cell: `to_uniq(depth, cell)`. Errors of an element: Status::cell.
inline constexpr detail::CellsToCells<::healpix_nested_to_uniq, Depth> to_uniq{};

/// Depths and cells of uniq numbers: `from_uniq(uniq)` gives `depth` and `cell`. Errors of an element: Status::uniq.
inline constexpr detail::NumbersToCells<::healpix_nested_from_uniq, detail::array::uniq> from_uniq{};

/// Cells as zuniq numbers, which hold the depth too and sort by place: `to_zuniq(depth, cell)`. Errors of an element:
/// Status::cell.
inline constexpr detail::CellsToCells<::healpix_nested_to_zuniq, Depth> to_zuniq{};

/// Depths and cells of zuniq numbers: `from_zuniq(zuniq)` gives `depth` and `cell`. Errors of an element: Status::uniq.
inline constexpr detail::NumbersToCells<::healpix_nested_from_zuniq, detail::array::zuniq> from_zuniq{};

/// Cells of a deeper depth (at most 24 deeper) inside a cell that touch its edges, ascending:
/// `internal_edge(depth, cell, deeper_depth)`. Errors: Status::depth, Status::cell.
inline constexpr detail::CellList<::healpix_nested_internal_edge, Depth, Depth> internal_edge{};

/// Cells of a deeper depth outside a cell that touch its edges or corners; otherwise as internal_edge.
inline constexpr detail::CellList<::healpix_nested_external_edge, Depth, Depth> external_edge{};

/// Cells of a deeper depth in the corners of a cell: `internal_corners(depth, cell, deeper_depth)`, a std::array in the
/// order S, E, N, W. Errors: Status::depth, Status::cell.
inline constexpr detail::Corners<::healpix_nested_internal_corners> internal_corners{};

/// Cells of a deeper depth that touch a cell in its corners only; invalid_cell, which is no error, where there is none.
/// Otherwise as internal_corners.
inline constexpr detail::Corners<::healpix_nested_external_corners> external_corners{};

/// The neighbors that a cell has, one after the other: those of neighbors() without the ones that are not there.
///
/// Errors: Status::depth, Status::cell.
template <class On = Throw, class = OnError<On>>
NeighborIter neighbor_iter(Depth depth, std::uint64_t cell, On &&on = On()) noexcept(quiet<On>)
{
    return detail::create<NeighborIter>(on, ::healpix_nested_neighbor_iter_new, depth.value(), cell);
}

} // namespace healpix::nested

#endif
