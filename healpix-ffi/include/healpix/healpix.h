// HEALPix in C: exact cells at every depth and nside, from healpix-rs.
//
// Generated from the Rust sources by cbindgen; do not edit. `cargo xtask bless` renders it anew.
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Arguments: resolution (depth of the nested scheme, nside of the ring scheme), further scalars, inputs, count,
// outputs. Longitude before latitude; radians unless the name ends in _deg.
//
// Pointers: a pointer to an array may be NULL if and only if the array has no elements. NULL, misaligned and
// overlapping arrays and impossible lengths are refused before anything is written. That the memory is there is
// the caller's word. An output may be the same array as an input only where a function says so.
//
// Status: every fallible function returns a healpix_status, 0 for success; healpix_last_error_message has the
// detail. In element-wise calls a bad element leaves a sentinel in its own outputs and all others are computed; the
// status is that of the first bad element. All other functions write their outputs only on success.
//
// Handles: made by the functions with a last `**out`, ended by their own _free, which takes NULL. A handle belongs
// to the thread that made it. Functions with a const handle read, the others change.
//
// Use at most one Rust static library in a program, or the shared one.

#ifndef HEALPIX_HEALPIX_H
#define HEALPIX_HEALPIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Major version of this header.
#define HEALPIX_VERSION_MAJOR 0

/// Minor version of this header.
#define HEALPIX_VERSION_MINOR 1

/// Patch version of this header.
#define HEALPIX_VERSION_PATCH 0

/// Version of this header as one number: 1000000 major + 1000 minor + patch.
#define HEALPIX_VERSION_NUMBER 1000

/// Sentinel for "no cell": what an element-wise call writes for a bad element, and for a neighbor that is absent.
#define HEALPIX_INVALID_CELL UINT64_MAX

/// Sentinel for `uint8_t` outputs (depths, base cells).
#define HEALPIX_INVALID_U8 255

/// Sentinel for `uint32_t` outputs (rings, coordinates in a base cell).
#define HEALPIX_INVALID_U32 UINT32_MAX

/// The deepest depth.
#define HEALPIX_MAX_DEPTH 29

/// The largest nside.
#define HEALPIX_MAX_NSIDE 536870912

/// Direction of the neighbor beyond the southern corner.
#define HEALPIX_DIRECTION_S 0

/// Direction of the neighbor beyond the south-eastern edge.
#define HEALPIX_DIRECTION_SE 1

/// Direction of the neighbor beyond the eastern corner.
#define HEALPIX_DIRECTION_E 2

/// Direction of the neighbor beyond the south-western edge.
#define HEALPIX_DIRECTION_SW 3

/// Direction of the neighbor beyond the north-eastern edge.
#define HEALPIX_DIRECTION_NE 4

/// Direction of the neighbor beyond the western corner.
#define HEALPIX_DIRECTION_W 5

/// Direction of the neighbor beyond the north-western edge.
#define HEALPIX_DIRECTION_NW 6

/// Direction of the neighbor beyond the northern corner.
#define HEALPIX_DIRECTION_N 7

/// Cross-match mode: for each row on the left, its nearest partner.
#define HEALPIX_CROSS_MATCH_BEST 0

/// Cross-match mode: for each row on the left, every partner within the radius.
#define HEALPIX_CROSS_MATCH_ALL 1

/// Matches, nearest first. Belongs to the thread that made it; free it with healpix_matches_free.
typedef struct healpix_matches healpix_matches;

/// Iterator over the cells of an index that hold rows. Belongs to the thread that made it and must not be used
/// once its index is freed; free it with healpix_occupied_free.
typedef struct healpix_occupied healpix_occupied;

/// Pairs in the order of their left rows. Belongs to the thread that made it; free it with healpix_pairs_free.
typedef struct healpix_pairs healpix_pairs;

/// Positions sorted by cell. Rows are numbered from 0 in the order in which they were pushed.
///
/// Push rows, build, ask. A handle belongs to the thread that made it; free it with healpix_point_index_free.
typedef struct healpix_point_index healpix_point_index;

/// Result of every fallible function: HEALPIX_OK or one of the HEALPIX_ERR_ codes.
///
/// The codes are append-only: none ever changes its meaning, new ones may come. A program must be
/// ready for codes that it does not know.
typedef int32_t healpix_status;

/// A ring of cells with the same latitude.
typedef struct {
    /// Number of the ring, from 1 in the north to 4 nside - 1.
    uint32_t ring;
    /// Number of cells in it.
    uint32_t count;
    /// Its first cell.
    uint64_t first;
    /// Sine of the latitude of its centers.
    double z;
    /// Latitude of its centers in radians.
    double lat;
    /// 1 if its first center is half a step east of longitude 0, 0 if it is on longitude 0.
    uint32_t shifted;
} healpix_ring;

/// A row of the index, and its distance from the position that was asked about.
typedef struct {
    /// Number of the row.
    uint32_t row;
    /// Distance along the great circle in radians.
    double distance;
} healpix_match;

/// A row on the left, a row on the right, and their distance.
typedef struct {
    /// Number of the row in the left index.
    uint32_t left;
    /// Number of the row in the right index.
    uint32_t right;
    /// Distance along the great circle in radians.
    double distance;
} healpix_pair;

/// A cell and how many rows are in it.
typedef struct {
    /// Nested cell number at the depth that was asked for.
    uint64_t cell;
    /// Number of rows in the cell, at least 1.
    uint64_t count;
} healpix_cell_count;

/// Success.
#define HEALPIX_OK 0

/// A pointer is NULL although its array has elements.
#define HEALPIX_ERR_NULL 1

/// A pointer is not aligned for its type.
#define HEALPIX_ERR_ALIGN 2

/// A number of elements is larger than memory, or two arrays differ in length.
#define HEALPIX_ERR_LENGTH 3

/// An output array shares memory with another array of the call.
#define HEALPIX_ERR_OVERLAP 4

/// The caller's buffer is too small; the required length was written.
#define HEALPIX_ERR_BUFFER 5

/// A defect of the library was caught at the C boundary.
#define HEALPIX_ERR_PANIC 6

/// Not enough memory.
#define HEALPIX_ERR_MEMORY 7

/// A depth is above 29, or two depths are in the wrong order.
#define HEALPIX_ERR_DEPTH 10

/// An nside is 0 or too large, or not a power of two where it must be one.
#define HEALPIX_ERR_NSIDE 11

/// A cell number is not below the number of cells.
#define HEALPIX_ERR_CELL 12

/// A ring number is 0 or above 4 nside - 1.
#define HEALPIX_ERR_RING 13

/// A base cell is above 11, or a coordinate inside it is not below nside.
#define HEALPIX_ERR_FACE 14

/// A number is no uniq or zuniq cell identifier.
#define HEALPIX_ERR_UNIQ 15

/// A longitude is NaN or infinite.
#define HEALPIX_ERR_LONGITUDE 16

/// A latitude is NaN, or beyond a pole.
#define HEALPIX_ERR_LATITUDE 17

/// A vector is zero or not finite.
#define HEALPIX_ERR_VECTOR 18

/// An offset in a cell is NaN or outside 0 to 1.
#define HEALPIX_ERR_OFFSET 19

/// A point is not on the HEALPix plane.
#define HEALPIX_ERR_PLANE 20

/// A radius is NaN, negative or too large.
#define HEALPIX_ERR_RADIUS 21

/// A direction code is above 7.
#define HEALPIX_ERR_DIRECTION 22

/// A number of steps (points a side, cells of distance) is 0 or too large.
#define HEALPIX_ERR_STEPS 23

/// A point index has rows that were pushed after the last build.
#define HEALPIX_ERR_NOT_BUILT 30

/// A point index cannot number more rows.
#define HEALPIX_ERR_ROWS 31

/// A cross-match mode is neither HEALPIX_CROSS_MATCH_BEST nor HEALPIX_CROSS_MATCH_ALL.
#define HEALPIX_ERR_MODE 32

/// A callback asked to stop. Not an error.
#define HEALPIX_STOPPED 90

/// An iterator has no further element. Not an error.
#define HEALPIX_END 91

/// An error that has no code of its own yet; its message says what it is.
#define HEALPIX_ERR_UNKNOWN 99

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// ---------- Version ----------

/// Version of the library that is running, as text: "major.minor.patch". Static, never NULL.
const char *healpix_version(void);

/// Version of the library that is running: 1000000 major + 1000 minor + patch. Compare with
/// HEALPIX_VERSION_NUMBER, which belongs to the header that the program was compiled with.
uint32_t healpix_version_number(void);

// ---------- Status ----------

/// Name of a status code, for instance "HEALPIX_ERR_DEPTH". Static text, never NULL; "HEALPIX_UNKNOWN_STATUS"
/// for a number that is no code of this library.
const char *healpix_status_name(healpix_status status);

/// What a status code means, one short English sentence. Static text, never NULL.
const char *healpix_status_message(healpix_status status);

/// Copies the detail of the last failure on this thread: which value, which limit, which index. UTF-8.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole message without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
/// Calls that succeed leave the message alone. No failure yet: an empty message.
///
/// Returns HEALPIX_ERR_BUFFER when the message did not fit: what fits, cut between two characters, was written.
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP: wrong pointers. This function's
/// own failures do not change the message.
///
/// `buffer` must be writable for `capacity` bytes and `len` for one `size_t`.
healpix_status healpix_last_error_message(char *buffer,
                                          size_t capacity,
                                          size_t *len);

// ---------- Resolutions ----------

/// nside of a depth: 2^depth.
///
/// - `depth`: 0 to 29.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `nside` must be writable.
healpix_status healpix_grid_nside(uint8_t depth, uint32_t *nside);

/// Depth of an nside that is a power of two.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE (also if nside is not a power of two), HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `depth` must be writable.
healpix_status healpix_grid_depth(uint32_t nside,
                                  uint8_t *depth);

/// Number of cells of the whole sphere: 12 nside^2.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `n_cells` must be writable.
healpix_status healpix_grid_n_cells(uint32_t nside, uint64_t *n_cells);

/// Area of a cell in steradians; all cells of an nside have the same.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `steradians` must be writable.
healpix_status healpix_grid_cell_area(uint32_t nside, double *steradians);

/// Largest distance between the center of a cell and one of its vertices, in radians.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `radians` must be writable.
healpix_status healpix_grid_largest_center_to_vertex_distance(uint32_t nside, double *radians);

/// The deepest depth at which a disc, wherever its center, lies within the cell of its center and that cell's
/// neighbors.
///
/// - `radius`: radius of the disc in radians, 0 to pi.
/// - `depth`: becomes the depth, HEALPIX_INVALID_U8 if the disc is too large even for depth 0.
///
/// Written only on success. Errors: HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `depth` must be writable.
healpix_status healpix_grid_best_starting_depth(double radius, uint8_t *depth);

// ---------- Nested scheme ----------

/// Cells that contain positions.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_hash(uint8_t depth,
                                   const double *lon,
                                   const double *lat,
                                   size_t n,
                                   uint64_t *cells);

/// Cells that contain positions.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_hash_deg(uint8_t depth,
                                       const double *lon,
                                       const double *lat,
                                       size_t n,
                                       uint64_t *cells);

/// Cells that contain the directions of vectors.
///
/// - `depth`: 0 to 29.
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_hash_vec(uint8_t depth,
                                       const double *x,
                                       const double *y,
                                       const double *z,
                                       size_t n,
                                       uint64_t *cells);

/// Cells that contain positions, and where in them the positions are.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n nested cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_hash_with_offsets(uint8_t depth,
                                                const double *lon,
                                                const double *lat,
                                                size_t n,
                                                uint64_t *cells,
                                                double *dx,
                                                double *dy);

/// Cells that contain positions, and where in them the positions are.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n nested cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_hash_with_offsets_deg(uint8_t depth,
                                                    const double *lon,
                                                    const double *lat,
                                                    size_t n,
                                                    uint64_t *cells,
                                                    double *dx,
                                                    double *dy);

/// Positions at offsets in cells; the inverse of hash_with_offsets.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_position(uint8_t depth,
                                       const uint64_t *cells,
                                       const double *dx,
                                       const double *dy,
                                       size_t n,
                                       double *lon,
                                       double *lat);

/// Positions at offsets in cells; the inverse of hash_with_offsets_deg.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_position_deg(uint8_t depth,
                                           const uint64_t *cells,
                                           const double *dx,
                                           const double *dy,
                                           size_t n,
                                           double *lon,
                                           double *lat);

/// Centers of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_center(uint8_t depth,
                                     const uint64_t *cells,
                                     size_t n,
                                     double *lon,
                                     double *lat);

/// Centers of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_center_deg(uint8_t depth,
                                         const uint64_t *cells,
                                         size_t n,
                                         double *lon,
                                         double *lat);

/// Centers of cells as unit vectors.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `x`, `y`, `z`: n unit vectors.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_center_vec(uint8_t depth,
                                         const uint64_t *cells,
                                         size_t n,
                                         double *x,
                                         double *y,
                                         double *z);

/// Vertices of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: 4 n positions in radians, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_vertices(uint8_t depth,
                                       const uint64_t *cells,
                                       size_t n,
                                       double *lon,
                                       double *lat);

/// Vertices of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: 4 n positions in degrees, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_vertices_deg(uint8_t depth,
                                           const uint64_t *cells,
                                           size_t n,
                                           double *lon,
                                           double *lat);

/// Neighbors of cells in one direction.
///
/// - `depth`: 0 to 29.
/// - `direction`: 0 to 7, one of the HEALPIX_DIRECTION_ codes.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers; a neighbor that does not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_DIRECTION; of an element HEALPIX_ERR_CELL; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_neighbor(uint8_t depth,
                                       uint32_t direction,
                                       const uint64_t *cells,
                                       size_t n,
                                       uint64_t *out);

/// All neighbors of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 8 n cell numbers, eight for each input in the order S SE E SW NE W NW N; a neighbor that does
///   not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_neighbors(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Base cells of cells, and coordinates in them.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them; `i` grows to the north-east, `j` to
///   the north-west.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_U32 in all of its own outputs; all others are
/// computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_to_face_ij(uint8_t depth,
                                         const uint64_t *cells,
                                         size_t n,
                                         uint8_t *face,
                                         uint32_t *i,
                                         uint32_t *j);

/// Cells at coordinates in base cells; the inverse of to_face_ij.
///
/// - `depth`: 0 to 29.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them, below nside; `i` grows to the
///   north-east, `j` to the north-west.
/// - `cells`: n nested cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_FACE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_from_face_ij(uint8_t depth,
                                           const uint8_t *face,
                                           const uint32_t *i,
                                           const uint32_t *j,
                                           size_t n,
                                           uint64_t *cells);

/// Cells one depth up that contain cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// `depth` must be at least 1: HEALPIX_ERR_DEPTH otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_parent(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Cells of a shallower depth that contain cells.
///
/// - `depth`: 0 to 29.
/// - `ancestor_depth`: 0 to `depth`.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// `ancestor_depth` must not be above `depth`: HEALPIX_ERR_DEPTH otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_ancestor(uint8_t depth,
                                       uint8_t ancestor_depth,
                                       const uint64_t *cells,
                                       size_t n,
                                       uint64_t *out);

/// The four cells one depth down of each cell.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// `depth` must be below 29: HEALPIX_ERR_DEPTH otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_children(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// The four cells that share the parent of each cell, itself included.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// The siblings of a base cell are the four base cells of its row.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_siblings(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Cells of a deeper depth that cells consist of.
///
/// - `depth`: 0 to 29.
/// - `deeper_depth`: `depth` to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `first`, `last`: n half-open ranges: the cells from `first` to just before `last`.
///
/// `deeper_depth` must not be below `depth`: HEALPIX_ERR_DEPTH otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_range(uint8_t depth,
                                    uint8_t deeper_depth,
                                    const uint64_t *cells,
                                    size_t n,
                                    uint64_t *first,
                                    uint64_t *last);

/// Nested cells as uniq numbers, which hold the depth too.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n uniq numbers, 4^(depth + 1) + cell.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_to_uniq(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Depths and nested cells of uniq numbers.
///
/// - `uniq`: n uniq numbers, 4^(depth + 1) + cell.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_CELL in all of its own outputs; all others
/// are computed.
///
/// Errors: of an element HEALPIX_ERR_UNIQ; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_from_uniq(const uint64_t *uniq, size_t n, uint8_t *depths, uint64_t *cells);

/// Nested cells as zuniq numbers, which hold the depth too and sort by place.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29. Sorting them
///   is sorting by place on the sphere, larger cells between smaller ones.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_to_zuniq(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Depths and nested cells of zuniq numbers.
///
/// - `zuniq`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_CELL in all of its own outputs; all others
/// are computed.
///
/// Errors: of an element HEALPIX_ERR_UNIQ; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_from_zuniq(const uint64_t *zuniq, size_t n, uint8_t *depths, uint64_t *cells);

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_interpolate_rings(uint8_t depth,
                                                const double *lon,
                                                const double *lat,
                                                size_t n,
                                                uint64_t *cells,
                                                double *weights);

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_interpolate_rings_deg(uint8_t depth,
                                                    const double *lon,
                                                    const double *lat,
                                                    size_t n,
                                                    uint64_t *cells,
                                                    double *weights);

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_interpolate_bilinear(uint8_t depth,
                                                   const double *lon,
                                                   const double *lat,
                                                   size_t n,
                                                   uint64_t *cells,
                                                   double *weights);

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_interpolate_bilinear_deg(uint8_t depth,
                                                       const double *lon,
                                                       const double *lat,
                                                       size_t n,
                                                       uint64_t *cells,
                                                       double *weights);

/// Positions along the edges of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, 4 k.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its corner.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_path_along_edge(uint8_t depth,
                                              uint64_t cell,
                                              uint32_t k,
                                              size_t capacity,
                                              double *lon,
                                              double *lat,
                                              size_t *len);

/// Positions on a regular grid in a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, k * k.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs fastest.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_grid(uint8_t depth,
                                   uint64_t cell,
                                   uint32_t k,
                                   size_t capacity,
                                   double *lon,
                                   double *lat,
                                   size_t *len);

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_neighbor_ring(uint8_t depth,
                                            uint64_t cell,
                                            uint32_t k,
                                            size_t capacity,
                                            uint64_t *out,
                                            size_t *len);

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_neighbor_disc(uint8_t depth,
                                            uint64_t cell,
                                            uint32_t k,
                                            size_t capacity,
                                            uint64_t *out,
                                            size_t *len);

/// Cells of a deeper depth inside a cell that touch its edges, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29, and at most `depth` + 24.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// At equal depths the list is the cell itself.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_internal_edge(uint8_t depth,
                                            uint64_t cell,
                                            uint8_t deeper_depth,
                                            size_t capacity,
                                            uint64_t *out,
                                            size_t *len);

/// Cells of a deeper depth outside a cell that touch its edges or corners, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29, and at most `depth` + 24.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// At equal depths the list is that of the neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_nested_external_edge(uint8_t depth,
                                            uint64_t cell,
                                            uint8_t deeper_depth,
                                            size_t capacity,
                                            uint64_t *out,
                                            size_t *len);

/// Cells of a deeper depth in the corners of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - `out`: four cell numbers in the order S, E, N, W.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable for four elements.
healpix_status healpix_nested_internal_corners(uint8_t depth,
                                               uint64_t cell,
                                               uint8_t deeper_depth,
                                               uint64_t *out);

/// Cells of a deeper depth that touch a cell in its corners only.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - `out`: four cell numbers in the order S, E, N, W; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable for four elements.
healpix_status healpix_nested_external_corners(uint8_t depth,
                                               uint64_t cell,
                                               uint8_t deeper_depth,
                                               uint64_t *out);

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_nested_hash_one(uint8_t depth, double lon, double lat, uint64_t *cell);

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_nested_hash_deg_one(uint8_t depth, double lon, double lat, uint64_t *cell);

/// Cell that contains the direction of a vector.
///
/// - `depth`: 0 to 29.
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_VECTOR, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_nested_hash_vec_one(uint8_t depth, double x, double y, double z, uint64_t *cell);

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_nested_center_one(uint8_t depth, uint64_t cell, double *lon, double *lat);

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_nested_center_deg_one(uint8_t depth, uint64_t cell, double *lon, double *lat);

/// Center of a cell as a unit vector.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `x`, `y`, `z`: unit vector.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_nested_center_vec_one(uint8_t depth, uint64_t cell, double *x, double *y, double *z);

/// All neighbors of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_nested_neighbors_one(uint8_t depth, uint64_t cell, uint64_t *out);

/// Nested cell as a ring cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: cell number in the other scheme.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_nested_to_ring_one(uint8_t depth, uint64_t cell, uint64_t *out);

/// Nested cells as ring cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n ring cell numbers. May be `cells` itself: the call then works in place.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_nested_to_ring(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

// ---------- Ring scheme ----------

/// Cells that contain positions.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_hash(uint32_t nside,
                                 const double *lon,
                                 const double *lat,
                                 size_t n,
                                 uint64_t *cells);

/// Cells that contain positions.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_hash_deg(uint32_t nside,
                                     const double *lon,
                                     const double *lat,
                                     size_t n,
                                     uint64_t *cells);

/// Cells that contain the directions of vectors.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_hash_vec(uint32_t nside,
                                     const double *x,
                                     const double *y,
                                     const double *z,
                                     size_t n,
                                     uint64_t *cells);

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_hash_with_offsets(uint32_t nside,
                                              const double *lon,
                                              const double *lat,
                                              size_t n,
                                              uint64_t *cells,
                                              double *dx,
                                              double *dy);

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_hash_with_offsets_deg(uint32_t nside,
                                                  const double *lon,
                                                  const double *lat,
                                                  size_t n,
                                                  uint64_t *cells,
                                                  double *dx,
                                                  double *dy);

/// Positions at offsets in cells; the inverse of hash_with_offsets.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_position(uint32_t nside,
                                     const uint64_t *cells,
                                     const double *dx,
                                     const double *dy,
                                     size_t n,
                                     double *lon,
                                     double *lat);

/// Positions at offsets in cells; the inverse of hash_with_offsets_deg.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_position_deg(uint32_t nside,
                                         const uint64_t *cells,
                                         const double *dx,
                                         const double *dy,
                                         size_t n,
                                         double *lon,
                                         double *lat);

/// Centers of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_center(uint32_t nside, const uint64_t *cells, size_t n, double *lon, double *lat);

/// Centers of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_center_deg(uint32_t nside,
                                       const uint64_t *cells,
                                       size_t n,
                                       double *lon,
                                       double *lat);

/// Centers of cells as unit vectors.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `x`, `y`, `z`: n unit vectors.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_center_vec(uint32_t nside,
                                       const uint64_t *cells,
                                       size_t n,
                                       double *x,
                                       double *y,
                                       double *z);

/// Vertices of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: 4 n positions in radians, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_vertices(uint32_t nside,
                                     const uint64_t *cells,
                                     size_t n,
                                     double *lon,
                                     double *lat);

/// Vertices of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: 4 n positions in degrees, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_vertices_deg(uint32_t nside,
                                         const uint64_t *cells,
                                         size_t n,
                                         double *lon,
                                         double *lat);

/// Neighbors of cells in one direction.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `direction`: 0 to 7, one of the HEALPIX_DIRECTION_ codes.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: n cell numbers; a neighbor that does not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_DIRECTION; of an element HEALPIX_ERR_CELL; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_neighbor(uint32_t nside,
                                     uint32_t direction,
                                     const uint64_t *cells,
                                     size_t n,
                                     uint64_t *out);

/// All neighbors of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: 8 n cell numbers, eight for each input in the order S SE E SW NE W NW N; a neighbor that does
///   not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_neighbors(uint32_t nside, const uint64_t *cells, size_t n, uint64_t *out);

/// Base cells of cells, and coordinates in them.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them; `i` grows to the north-east, `j` to
///   the north-west.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_U32 in all of its own outputs; all others are
/// computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_to_face_ij(uint32_t nside,
                                       const uint64_t *cells,
                                       size_t n,
                                       uint8_t *face,
                                       uint32_t *i,
                                       uint32_t *j);

/// Cells at coordinates in base cells; the inverse of to_face_ij.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them, below nside; `i` grows to the
///   north-east, `j` to the north-west.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_FACE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_from_face_ij(uint32_t nside,
                                         const uint8_t *face,
                                         const uint32_t *i,
                                         const uint32_t *j,
                                         size_t n,
                                         uint64_t *cells);

/// Where a ring begins, how many cells it has and how far north it lies.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `ring`: 1 to 4 nside - 1.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_RING, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `info` must be writable.
healpix_status healpix_ring_info(uint32_t nside, uint32_t ring, healpix_ring *info);

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_interpolate_rings(uint32_t nside,
                                              const double *lon,
                                              const double *lat,
                                              size_t n,
                                              uint64_t *cells,
                                              double *weights);

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_interpolate_rings_deg(uint32_t nside,
                                                  const double *lon,
                                                  const double *lat,
                                                  size_t n,
                                                  uint64_t *cells,
                                                  double *weights);

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_interpolate_bilinear(uint32_t nside,
                                                 const double *lon,
                                                 const double *lat,
                                                 size_t n,
                                                 uint64_t *cells,
                                                 double *weights);

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_interpolate_bilinear_deg(uint32_t nside,
                                                     const double *lon,
                                                     const double *lat,
                                                     size_t n,
                                                     uint64_t *cells,
                                                     double *weights);

/// Positions along the edges of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, 4 k.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its corner.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_ring_path_along_edge(uint32_t nside,
                                            uint64_t cell,
                                            uint32_t k,
                                            size_t capacity,
                                            double *lon,
                                            double *lat,
                                            size_t *len);

/// Positions on a regular grid in a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, k * k.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs fastest.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_ring_grid(uint32_t nside,
                                 uint64_t cell,
                                 uint32_t k,
                                 size_t capacity,
                                 double *lon,
                                 double *lat,
                                 size_t *len);

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_ring_neighbor_ring(uint32_t nside,
                                          uint64_t cell,
                                          uint32_t k,
                                          size_t capacity,
                                          uint64_t *out,
                                          size_t *len);

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Outputs must be writable for `capacity` elements, `len` for one.
healpix_status healpix_ring_neighbor_disc(uint32_t nside,
                                          uint64_t cell,
                                          uint32_t k,
                                          size_t capacity,
                                          uint64_t *out,
                                          size_t *len);

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_ring_hash_one(uint32_t nside, double lon, double lat, uint64_t *cell);

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_ring_hash_deg_one(uint32_t nside, double lon, double lat, uint64_t *cell);

/// Cell that contains the direction of a vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_VECTOR, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_ring_hash_vec_one(uint32_t nside, double x, double y, double z, uint64_t *cell);

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_ring_center_one(uint32_t nside, uint64_t cell, double *lon, double *lat);

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_ring_center_deg_one(uint32_t nside, uint64_t cell, double *lon, double *lat);

/// Center of a cell as a unit vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `x`, `y`, `z`: unit vector.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// Every output must be writable.
healpix_status healpix_ring_center_vec_one(uint32_t nside, uint64_t cell, double *x, double *y, double *z);

/// All neighbors of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_ring_neighbors_one(uint32_t nside, uint64_t cell, uint64_t *out);

/// Ring cell as a nested cell.
///
/// - `nside`: 1 to 536870912 (2^29), a power of two.
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: cell number in the other scheme.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// Every output must be writable.
healpix_status healpix_ring_to_nested_one(uint32_t nside, uint64_t cell, uint64_t *out);

/// Ring cells as nested cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: n nested cell numbers. May be `cells` itself: the call then works in place.
///
/// `nside` must be a power of two: HEALPIX_ERR_NSIDE otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_to_nested(uint32_t nside, const uint64_t *cells, size_t n, uint64_t *out);

/// Rings that cells are on.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `rings`: n ring numbers, from 1 in the north to 4 nside - 1.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_ring_ring_of(uint32_t nside, const uint64_t *cells, size_t n, uint32_t *rings);

// ---------- Sphere ----------

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in radians; any finite longitude, latitudes from
///   -pi/2 to pi/2.
/// - `out`: n distances along the great circle in radians, 0 to pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_distance(const double *lon1,
                                       const double *lat1,
                                       const double *lon2,
                                       const double *lat2,
                                       size_t n,
                                       double *out);

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in degrees; any finite longitude, latitudes from
///   -90 to 90.
/// - `out`: n distances along the great circle in degrees, 0 to 180.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_distance_deg(const double *lon1,
                                           const double *lat1,
                                           const double *lon2,
                                           const double *lat2,
                                           size_t n,
                                           double *out);

/// Positions as unit vectors.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `x`, `y`, `z`: n unit vectors.
///
/// x points to longitude 0 on the equator, z to the north pole.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_to_vec(const double *lon,
                                     const double *lat,
                                     size_t n,
                                     double *x,
                                     double *y,
                                     double *z);

/// Positions as unit vectors.
///
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `x`, `y`, `z`: n unit vectors.
///
/// x points to longitude 0 on the equator, z to the north pole.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_to_vec_deg(const double *lon,
                                         const double *lat,
                                         size_t n,
                                         double *x,
                                         double *y,
                                         double *z);

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_from_vec(const double *x,
                                       const double *y,
                                       const double *z,
                                       size_t n,
                                       double *lon,
                                       double *lat);

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_sphere_from_vec_deg(const double *x,
                                           const double *y,
                                           const double *z,
                                           size_t n,
                                           double *lon,
                                           double *lat);

/// Distance between two positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: two positions in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `distance`: along the great circle in radians, 0 to pi.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `distance` must be writable.
healpix_status healpix_sphere_distance_one(double lon1,
                                           double lat1,
                                           double lon2,
                                           double lat2,
                                           double *distance);

// ---------- HEALPix plane ----------

/// Positions on the HEALPix plane.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `x`, `y`: n points of the plane; x in quarter turns from 0 to below 4, y from -1 to 1.
///
/// The transition latitude, asin(2/3), is at y = 1/2.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_projection_forward(const double *lon,
                                          const double *lat,
                                          size_t n,
                                          double *x,
                                          double *y);

/// Points of the HEALPix plane as positions; the inverse of forward.
///
/// - `x`, `y`: n points of the plane; x in quarter turns, y from -1 to 1.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_PLANE; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
healpix_status healpix_projection_inverse(const double *x,
                                          const double *y,
                                          size_t n,
                                          double *lon,
                                          double *lat);

// ---------- Point index ----------

/// A new point index without rows.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
healpix_status healpix_point_index_new(healpix_point_index **out);

/// A new point index without rows, with memory for `n` of them.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
healpix_status healpix_point_index_with_capacity(size_t n, healpix_point_index **out);

/// Adds one row.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `row`: becomes the number of the row.
///
/// The index must be built again before it is asked. Views and rows obtained before are no longer valid.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `row` writable.
healpix_status healpix_point_index_push(healpix_point_index *index, double lon, double lat, uint32_t *row);

/// Adds one row; the position is in degrees. Otherwise as healpix_point_index_push.
///
/// `index` must be a live handle and `row` writable.
healpix_status healpix_point_index_push_deg(healpix_point_index *index,
                                            double lon,
                                            double lat,
                                            uint32_t *row);

/// Adds `n` rows.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `first_row`: becomes the number of the first row; the others follow it.
///
/// A bad position takes its row number but is never found; all the others are added, the status names what is
/// wrong with the first bad one, and `*first_row` is written all the same. The index must be built again before
/// it is asked. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; and, nothing being added, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
healpix_status healpix_point_index_push_slice(healpix_point_index *index,
                                              const double *lon,
                                              const double *lat,
                                              size_t n,
                                              uint32_t *first_row);

/// Adds `n` rows; the positions are in degrees. Otherwise as healpix_point_index_push_slice.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
healpix_status healpix_point_index_push_slice_deg(healpix_point_index *index,
                                                  const double *lon,
                                                  const double *lat,
                                                  size_t n,
                                                  uint32_t *first_row);

/// Sorts what was pushed since the last build, so that the index can be asked. Does nothing if nothing was pushed.
///
/// Views and rows obtained before are no longer valid.
/// Errors: HEALPIX_ERR_MEMORY (the index is then as it was), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `index` must be a live handle.
healpix_status healpix_point_index_build(healpix_point_index *index);

/// Removes all rows; the next one pushed is row 0 again. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `index` must be a live handle.
healpix_status healpix_point_index_clear(healpix_point_index *index);

/// Ends a point index; NULL is allowed. Its views, and iterators over it, end with it.
///
/// `index` must be NULL or a live handle, which is dead afterwards.
void healpix_point_index_free(healpix_point_index *index);

/// Row numbers given out so far, those of bad positions included; the next row pushed gets this number. 0 for NULL.
///
/// `index` must be NULL or a live handle.
uint32_t healpix_point_index_rows(const healpix_point_index *index);

/// Rows that can be found: the length of the views once the index is built. 0 for NULL.
///
/// `index` must be NULL or a live handle.
size_t healpix_point_index_len(const healpix_point_index *index);

/// Whether nothing was pushed since the last build, so that the index can be asked. False for NULL.
///
/// `index` must be NULL or a live handle.
bool healpix_point_index_is_built(const healpix_point_index *index);

/// Cells of the rows at depth 29, ascending. As many as healpix_point_index_len says; valid until the next call
/// that changes or frees the index. NULL if the index is NULL, empty or not built.
///
/// `index` must be NULL or a live handle.
const uint64_t *healpix_point_index_cells(const healpix_point_index *index);

/// Numbers of the rows in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
const uint32_t *healpix_point_index_row_numbers(const healpix_point_index *index);

/// Longitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
const double *healpix_point_index_lon(const healpix_point_index *index);

/// Latitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
const double *healpix_point_index_lat(const healpix_point_index *index);

/// Numbers of the rows in a cell, in the order of healpix_point_index_cells.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `rows`: becomes the start of the numbers, NULL if there are none; valid until the next call that changes or
///   frees the index.
/// - `len`: becomes their number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, `rows` and `len` writable.
healpix_status healpix_point_index_rows_in_cell(const healpix_point_index *index,
                                                uint8_t depth,
                                                uint64_t cell,
                                                const uint32_t **rows,
                                                size_t *len);

/// The rows nearest to a position.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `k`: how many rows at most.
/// - `out`: becomes a new handle with the matches by distance, equal distances by row; end it with
///   healpix_matches_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `out` writable.
healpix_status healpix_point_index_nearest(const healpix_point_index *index,
                                           double lon,
                                           double lat,
                                           size_t k,
                                           healpix_matches **out);

/// The rows nearest to a position in degrees. The distances of the matches are radians. Otherwise as
/// healpix_point_index_nearest.
///
/// `index` must be a live handle and `out` writable.
healpix_status healpix_point_index_nearest_deg(const healpix_point_index *index,
                                               double lon,
                                               double lat,
                                               size_t k,
                                               healpix_matches **out);

/// The rows within a radius around a position, those on the circle included.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 to pi.
/// - `out`: becomes a new handle with the matches by distance, equal distances by row; end it with
///   healpix_matches_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `out` writable.
healpix_status healpix_point_index_within(const healpix_point_index *index,
                                          double lon,
                                          double lat,
                                          double radius,
                                          healpix_matches **out);

/// The rows within a radius around a position, both in degrees, the radius from 0 to 180. The distances of the
/// matches are radians. Otherwise as healpix_point_index_within.
///
/// `index` must be a live handle and `out` writable.
healpix_status healpix_point_index_within_deg(const healpix_point_index *index,
                                              double lon,
                                              double lat,
                                              double radius,
                                              healpix_matches **out);

/// Rows of two indexes that are within a radius of each other.
///
/// - `radius`: radians, 0 to pi.
/// - `mode`: HEALPIX_CROSS_MATCH_BEST for the nearest right row of each left row (of equally near ones the smallest
///   number), HEALPIX_CROSS_MATCH_ALL for every pair.
/// - `out`: becomes a new handle with the pairs by left row, distance, right row; end it with healpix_pairs_free.
///
/// `left` and `right` may be the same index. Written only on success. Errors: HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_MODE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `left` and `right` must be live handles and `out` writable.
healpix_status healpix_point_index_cross_match(const healpix_point_index *left,
                                               const healpix_point_index *right,
                                               double radius,
                                               uint32_t mode,
                                               healpix_pairs **out);

// ---------- Results of the point index ----------

/// Number of matches; 0 for NULL.
///
/// `matches` must be NULL or a live handle.
size_t healpix_matches_len(const healpix_matches *matches);

/// The matches, as many as healpix_matches_len says; valid until healpix_matches_free. NULL if there are none.
///
/// `matches` must be NULL or a live handle.
const healpix_match *healpix_matches_data(const healpix_matches *matches);

/// Ends matches; NULL is allowed.
///
/// `matches` must be NULL or a live handle, which is dead afterwards.
void healpix_matches_free(healpix_matches *matches);

/// Number of pairs; 0 for NULL.
///
/// `pairs` must be NULL or a live handle.
size_t healpix_pairs_len(const healpix_pairs *pairs);

/// The pairs, as many as healpix_pairs_len says; valid until healpix_pairs_free. NULL if there are none.
///
/// `pairs` must be NULL or a live handle.
const healpix_pair *healpix_pairs_data(const healpix_pairs *pairs);

/// Ends pairs; NULL is allowed.
///
/// `pairs` must be NULL or a live handle, which is dead afterwards.
void healpix_pairs_free(healpix_pairs *pairs);

/// An iterator over the cells of a depth that hold rows, ascending.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_occupied_free, before or after the index.
///
/// The iterator reads the index at every step. Should the index be changed and built again in between, it goes on
/// in the changed index behind the last cell it returned.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `out` writable.
healpix_status healpix_point_index_occupied(const healpix_point_index *index,
                                            uint8_t depth,
                                            healpix_occupied **out);

/// The next cell that holds rows.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NOT_BUILT (the index was changed; build it and go on), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `occupied` and the index it was made from must be live handles and `out` writable.
healpix_status healpix_occupied_next(healpix_occupied *occupied,
                                     healpix_cell_count *out);

/// Ends an iterator; NULL is allowed. The index may be gone already.
///
/// `occupied` must be NULL or a live handle, which is dead afterwards.
void healpix_occupied_free(healpix_occupied *occupied);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* HEALPIX_HEALPIX_H */
