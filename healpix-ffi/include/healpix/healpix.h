// HEALPix in C: exact cells at every depth and nside, from healpix-rs.
//
// Generated from the Rust sources by cbindgen; do not edit. `cargo xtask bless` renders it anew.
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// This header is the manual: each function says what it does, what it takes and gives, how it fails, and shows an
// example that the tests compile and run. docs/guide-c.md is the guide to begin with, docs/moving.md the way from
// chealpix, healpix_cxx and cdshealpix.
//
// Names: healpix_<subject>_<verb>. Degrees instead of radians with _deg, unit vectors with _vec, one element instead of
// arrays with _one, an answer put into a handle that is there with _into.
//
// Arguments: resolution (depth of the nested scheme, nside of the ring scheme), further scalars, inputs, count,
// outputs. Longitude before latitude, as on the sky and not as colatitude; radians unless the name ends in _deg.
//
// Pointers: a pointer to an array may be NULL if and only if the array has no elements. NULL, misaligned and
// overlapping arrays and impossible lengths are refused before anything is written. That the memory is there is
// the caller's word. An output may be the same array as an input only where a function says so.
//
// Status: every fallible function returns a healpix_status, 0 for success; healpix_last_error_message has the
// detail. In element-wise calls a bad element leaves a sentinel in its own outputs and all others are computed; the
// status is that of the first bad element. All other functions write their outputs only on success. Any function may
// also return HEALPIX_ERR_PANIC, which is a defect of the library, and codes that are newer than the program.
//
// Handles: made by the functions with a last `**out`, ended by their own _free, which takes NULL. A handle that is used
// after its _free, or freed twice, is undefined behavior, as with malloc. Functions with a const handle read, the
// others change. Pointers that a function returns belong to its handle and are valid as long as the function says.
//
// Threads: all functions may be called from any number of threads at once. A handle, and what was read from it by
// pointer, belongs to the thread that made it; what goes to another thread is a copy of the cells or ranges in it. The
// last error message is the thread's own. Callbacks run on the caller's thread, before the call returns.
//
// Examples: `assert` says what is true there; a program looks at the status instead. DEG is pi / 180. What comes before
// an empty line stands outside of the function, the rest in it. Files: map.fits is a Galactic map of depth 0 in which
// cell k has the value k, but cell 3 is UNSEEN; skymap.fits has the uniq numbers 4, 5, 24 with the densities 1, 2, 4.
//
// Linking: -lhealpix_ffi, or what pkg-config or CMake say. Use at most one Rust static library in a program, or the
// shared one.
//
// Contents:
//   Version
//   Status
//   Threads
//   Resolutions
//   Nested scheme: positions, cells, neighbors
//   Nested scheme: hierarchy, and cell numbers with their depth
//   Nested scheme: interpolation
//   Nested scheme: around one cell
//   Nested scheme: one element
//   Nested to ring
//   Ring scheme: positions, cells, neighbors
//   Ring scheme: interpolation
//   Ring scheme: around one cell
//   Ring scheme: one element
//   Ring to nested, rings of cells
//   Sphere: distances and unit vectors
//   HEALPix plane
//   Regions: shapes
//   Regions: combinations
//   Regions: from text
//   Regions: questions
//   Coverages
//   Coverages: the cells
//   Coverages: cell by cell, without a list
//   Coverages: many cones
//   Coverages: as MOCs, and as ranges of ring cells
//   MOCs: making them
//   MOCs: algebra
//   MOCs: comparisons
//   MOCs: algebra into a MOC that is there
//   MOCs: depths, borders, holes, parts
//   MOCs: what is in them
//   MOCs: questions
//   MOCs: the cells
//   MOCs: text
//   MOCs: FITS
//   MOCs: FITS piece by piece
//   Maps in FITS files
//   Multi-order probability maps
//   Point index: filling it
//   Point index: what is in it
//   Point index: questions
//   Point index: answers
//   Point index: many positions in one call
//   Point index: occupied cells

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

/// Number of the binary interface that this header describes. It changes when programs that were compiled with an older
/// header would break: a function is removed or takes other arguments, a struct is laid out otherwise, a constant has
/// another value. New functions and constants do not change it. The soname ends in it.
#define HEALPIX_ABI_VERSION 0

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

/// Interior of a polygon: the side with the smaller area; of two halves, the one at the left of the first ring.
#define HEALPIX_INTERIOR_SMALLER_AREA 0

/// Interior of a polygon: the left of its first ring, whose inside is in the middle if it runs counterclockwise as seen
/// from outside the sphere (north up, east at the right).
#define HEALPIX_INTERIOR_WINDING 1

/// Interior of a polygon: the side that holds a control point.
#define HEALPIX_INTERIOR_CONTAINS 2

/// Relation of a region to a cell: they have no point in common.
#define HEALPIX_RELATION_DISJOINT 0

/// Relation of a region to a cell: they meet, and the cell is not inside the region.
#define HEALPIX_RELATION_PARTIAL 1

/// Relation of a region to a cell: the cell is inside the region.
#define HEALPIX_RELATION_FULL 2

/// Connected parts of a MOC: cells belong together where they share an edge.
#define HEALPIX_CONNECTIVITY_EDGES 0

/// Connected parts of a MOC: cells belong together where they share an edge or a vertex.
#define HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES 1

/// FITS form of a MOC: ranges of cells of depth 29, MOC 2.0 with ORDERING = 'RANGE'. The fastest, and what mocpy
/// writes.
#define HEALPIX_FITS_RANGE 0

/// FITS form of a MOC: the largest cells as uniq numbers, MOC 2.0 with ORDERING = 'NUNIQ'.
#define HEALPIX_FITS_NUNIQ 1

/// FITS form of a MOC: the largest cells as uniq numbers with the header of MOC 1.0, for readers that know no other.
#define HEALPIX_FITS_NUNIQ_V1 2

/// Level of a log message: a call failed. The message is that of healpix_last_error_message.
#define HEALPIX_LOG_ERROR 1

/// Level of a log message: something was left out, put right or taken for granted, and the call went on; for instance
/// bad elements in an array, a header without a coordinate system, cells that a text names twice.
#define HEALPIX_LOG_WARNING 2

/// Bytes. They never change. Belongs to the thread that made it; free it with healpix_bytes_free.
typedef struct healpix_bytes healpix_bytes;

/// The cells that a region touches at a depth, and which of them are inside it. It never changes. Belongs to the thread
/// that made it; free it with healpix_coverage_free.
typedef struct healpix_coverage healpix_coverage;

/// Iterator over the cells of a coverage at its depth. Belongs to the thread that made it and must not be used once
/// its coverage is freed; free it with healpix_coverage_iter_free.
typedef struct healpix_coverage_iter healpix_coverage_iter;

/// The coverages of many regions, one behind the other. They never change. Belongs to the thread that made it; free it
/// with healpix_coverages_free.
typedef struct healpix_coverages healpix_coverages;

/// A HEALPix map that is read piece by piece. Belongs to the thread that made it; free it with healpix_fits_map_free.
typedef struct healpix_fits_map healpix_fits_map;

/// A range MOC that is read piece by piece. Belongs to the thread that made it; free it with healpix_fits_ranges_free.
typedef struct healpix_fits_ranges healpix_fits_ranges;

/// A range MOC that is written piece by piece. Belongs to the thread that made it; free it with
/// healpix_fits_ranges_writer_free.
typedef struct healpix_fits_ranges_writer healpix_fits_ranges_writer;

/// The matches of many positions, one list behind the other. They never change. Belongs to the thread that made it;
/// free it with healpix_match_lists_free.
typedef struct healpix_match_lists healpix_match_lists;

/// Matches, nearest first. Belongs to the thread that made it; free it with healpix_matches_free.
typedef struct healpix_matches healpix_matches;

/// A MOC: a set of cells of one depth. It changes only as the answer of a function whose name ends in _into. Belongs to
/// the thread that made it; free it with healpix_moc_free.
typedef struct healpix_moc healpix_moc;

/// Iterator over the cells of a MOC at its depth. Belongs to the thread that made it and must not be used once its MOC
/// is freed; free it with healpix_moc_flat_iter_free.
typedef struct healpix_moc_flat_iter healpix_moc_flat_iter;

/// Iterator over the largest cells of a MOC. Belongs to the thread that made it and must not be used once its MOC is
/// freed; free it with healpix_moc_iter_free.
typedef struct healpix_moc_iter healpix_moc_iter;

/// A list of MOCs. It never changes. Belongs to the thread that made it; free it with healpix_mocs_free.
typedef struct healpix_mocs healpix_mocs;

/// Cells of many depths, each with a probability density. They never change. Belongs to the thread that made it; free
/// it with healpix_multi_order_map_free.
typedef struct healpix_multi_order_map healpix_multi_order_map;

/// Iterator over the neighbors of a cell. Belongs to the thread that made it; free it with healpix_neighbor_iter_free.
typedef struct healpix_neighbor_iter healpix_neighbor_iter;

/// Iterator over the cells of an index that hold rows. Belongs to the thread that made it and must not be used
/// once its index is freed; free it with healpix_occupied_free.
typedef struct healpix_occupied healpix_occupied;

/// Pairs in the order of their left rows. Belongs to the thread that made it; free it with healpix_pairs_free.
typedef struct healpix_pairs healpix_pairs;

/// Positions sorted by cell. Rows are numbered from 0 in the order in which they were pushed.
///
/// Push rows, build, ask. A handle belongs to the thread that made it; free it with healpix_point_index_free.
typedef struct healpix_point_index healpix_point_index;

/// Ranges of cells. They never change. Belongs to the thread that made it; free it with healpix_ranges_free.
typedef struct healpix_ranges healpix_ranges;

/// A closed part of the sphere. It never changes. Belongs to the thread that made it; free it with
/// healpix_region_free.
typedef struct healpix_region healpix_region;

/// Numbers of rows, ascending. Belongs to the thread that made it; free it with healpix_rows_free.
typedef struct healpix_rows healpix_rows;

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

/// A cell of any depth, and whether it is inside.
typedef struct {
    /// Nested cell number at `depth`.
    uint64_t index;
    /// Depth, 0 to 29.
    uint8_t depth;
    /// 1 if the cell is inside the region, 0 if it is partly.
    uint8_t full;
} healpix_cell;

/// The cells from `start` to `end`, `end` not included.
typedef struct {
    /// First cell.
    uint64_t start;
    /// One past the last cell.
    uint64_t end;
} healpix_range;

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

/// A depth is above 29, or too deep for cells of 32 bits, or two depths are in the wrong order.
#define HEALPIX_ERR_DEPTH 10

/// An nside is 0 or too large (also for cells of 32 bits), or not a power of two where it must be one.
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

/// A code that chooses one of several ways (a cross-match mode, an interior, a kind of file) is none of them.
#define HEALPIX_ERR_MODE 32

/// A number of threads is too large.
#define HEALPIX_ERR_THREADS 33

/// A handle is in use by the call from whose callback this call was made, and one of them would change or free it.
#define HEALPIX_ERR_BUSY 34

/// A pointer is no live handle of its type. Only builds with debug assertions say so, and not of every such pointer.
#define HEALPIX_ERR_HANDLE 35

/// The numbers of a shape do not fit together: radii, semi-axes, sizes, a position angle or latitudes.
#define HEALPIX_ERR_SHAPE 40

/// A polygon has a bad vertex, too few of them, or edges that cross.
#define HEALPIX_ERR_POLYGON 41

/// A range of cells is the wrong way round or goes beyond the last cell, or offsets into a list do.
#define HEALPIX_ERR_RANGE 42

/// A probability, density or level is out of range.
#define HEALPIX_ERR_PROBABILITY 43

/// Cells of a multi-order map overlap, or those of a coverage are not sorted by position.
#define HEALPIX_ERR_OVERLAPPING_CELLS 44

/// A text does not follow its grammar; the message names line and column.
#define HEALPIX_ERR_SYNTAX 45

/// A file is not what it should be; the message names the byte.
#define HEALPIX_ERR_FORMAT 46

/// Reading or writing a file failed.
#define HEALPIX_ERR_IO 47

/// A budget of no cells.
#define HEALPIX_ERR_BUDGET 48

/// A text is not UTF-8.
#define HEALPIX_ERR_UTF8 49

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
///
/// ```c
/// printf("HEALPix library %s\n", healpix_version()); /* 0.1.0, say */
/// assert(strchr(healpix_version(), '.') != NULL);
/// ```
const char *healpix_version(void);

/// Version of the library that is running: 1000000 major + 1000 minor + patch. Compare with
/// HEALPIX_VERSION_NUMBER, which belongs to the header that the program was compiled with.
///
/// ```c
/// /* The library is not older than the header this was compiled with. */
/// assert(healpix_version_number() >= HEALPIX_VERSION_NUMBER);
/// ```
uint32_t healpix_version_number(void);

/// Number of the binary interface of the library that is running. A program may use the library if this is the
/// HEALPIX_ABI_VERSION that it was compiled with and healpix_version_number() is not below its HEALPIX_VERSION_NUMBER.
///
/// ```c
/// /* The library is the one that this program was compiled for, or a newer one that works like it. */
/// assert(healpix_abi_version() == HEALPIX_ABI_VERSION);
/// ```
uint32_t healpix_abi_version(void);

/// The instruction set that array functions use on this machine: "baseline" (what the library was compiled for),
/// "sse4.1", "avx2", "avx2+fma" or "avx512"; later versions may know more. It is the best one that the machine has, or
/// the one that the environment variable HEALPIX_SIMD named when the first array function was called. Results do not
/// depend on it, speed does: a line for reports of either. Static, never NULL.
///
/// ```c
/// printf("HEALPix library %s, %s\n", healpix_version(), healpix_instruction_set()); /* 0.1.0, avx2+fma, say */
/// assert(strlen(healpix_instruction_set()) > 0);
/// ```
const char *healpix_instruction_set(void);

// ---------- Status ----------
// What the codes mean, and what exactly went wrong.

/// Name of a status code, for instance "HEALPIX_ERR_DEPTH". Static text, never NULL; "HEALPIX_UNKNOWN_STATUS"
/// for a number that is no code of this library.
///
/// ```c
/// assert(strcmp(healpix_status_name(HEALPIX_ERR_LATITUDE), "HEALPIX_ERR_LATITUDE") == 0);
/// assert(strcmp(healpix_status_name(1234), "HEALPIX_UNKNOWN_STATUS") == 0);
/// ```
const char *healpix_status_name(healpix_status status);

/// What a status code means, one short English sentence. Static text, never NULL.
///
/// ```c
/// uint32_t nside;
/// healpix_status status = healpix_grid_nside(30, &nside);
/// if (status != HEALPIX_OK)
///     printf("no nside: %s\n", healpix_status_message(status)); /* a depth is above 29, ... */
/// assert(status == HEALPIX_ERR_DEPTH && strstr(healpix_status_message(status), "depth") != NULL);
/// ```
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
///
/// ```c
/// uint64_t cell;
/// char text[200];
/// size_t len;
/// assert(healpix_nested_hash_deg_one(12, 10.0, 95.0, &cell) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_last_error_message(text, sizeof text, &len) == HEALPIX_OK && len == strlen(text));
/// assert(strcmp(text, "latitude 95 is outside [-90, 90] degrees") == 0);
/// ```
healpix_status healpix_last_error_message(char *buffer,
                                          size_t capacity,
                                          size_t *len);

// ---------- Threads ----------

/// Sets the number of threads that work on long arrays, for the whole process.
///
/// - `count`: 1 to 1024; 0 means one for each core. At first it is 1.
///
/// Element-wise calls with at least 65536 elements, batches of regions and of questions to a point index, MOCs from as
/// many cells, positions or ranges and set operations on as many ranges are divided among so many threads; shorter ones
/// stay on the caller's. Results and errors are the same for any number. May be called at any time and from any thread;
/// calls under way go on as they are. A process made by fork has threads of its own, as many.
///
/// Errors: HEALPIX_ERR_THREADS; HEALPIX_ERR_IO where the system has no more threads. The number is then as it was.
///
/// ```c
/// assert(healpix_set_threads(2) == HEALPIX_OK && healpix_threads() == 2);
/// assert(healpix_set_threads(1) == HEALPIX_OK && healpix_threads() == 1);
/// assert(healpix_set_threads(100000) == HEALPIX_ERR_THREADS);
/// ```
healpix_status healpix_set_threads(size_t count);

/// Number of threads that work on long arrays.
///
/// ```c
/// assert(healpix_threads() == 1); /* unless healpix_set_threads was called */
/// ```
size_t healpix_threads(void);

/// Sets the number of threads that work on long arrays of calls on this thread, whatever healpix_set_threads says.
///
/// - `count`: 1 to 1024; 0 means one for each core; -1 that the number of healpix_set_threads counts again.
/// - `previous`: one place for the number that held on this thread before, -1 if there was none.
///
/// The threads are kept for the next call that wants so many. Results and errors are the same for any number.
///
/// Errors: HEALPIX_ERR_THREADS; HEALPIX_ERR_IO where the system has no more threads. The number is then as it was, and
/// `previous` is not written.
///
/// ```c
/// int64_t previous;
/// assert(healpix_set_own_threads(2, &previous) == HEALPIX_OK && previous == -1 && healpix_threads() == 2);
/// /* ... long work with two threads, whatever other threads of the program want ... */
/// assert(healpix_set_own_threads(previous, &previous) == HEALPIX_OK && healpix_threads() == 1);
/// ```
///
/// `previous` must be NULL, which is refused, or writable for one number.
healpix_status healpix_set_own_threads(int64_t count,
                                       int64_t *previous);

/// Sets the function that this thread's errors and warnings are told to. Without one they are not written anywhere.
///
/// - `log`: called with a level (HEALPIX_LOG_ERROR, HEALPIX_LOG_WARNING; be ready for others), a message of one line
///   in UTF-8 that is valid until it returns, and `user`. NULL takes the function away.
/// - `user`: handed to `log` as it is; may be NULL. It must stay good until another function is set or the thread ends.
///
/// The function belongs to the calling thread; others have their own. It is called from within the call that it tells
/// of. It may call any function of this library; what goes wrong there is not told. It must leave by returning: no
/// longjmp, and no C++ exception may leave it. HEALPIX_STOPPED and HEALPIX_END are no errors and are not told.
///
/// Returns HEALPIX_OK.
///
/// `log` must be NULL or a function that may be called with `user` from this thread until it is replaced.
///
/// ```c
/// static void keep_last(uint32_t level, const char *message, void *user)
/// {
///     (void)level;
///     snprintf((char *)user, 100, "%s", message);
/// }
///
/// char last[100] = "";
/// uint32_t nside;
/// healpix_set_log(keep_last, last);
/// assert(healpix_grid_nside(30, &nside) == HEALPIX_ERR_DEPTH && strcmp(last, "depth 30 is outside 0..=29") == 0);
/// healpix_set_log(NULL, NULL);
/// ```
healpix_status healpix_set_log(void (*log)(uint32_t level, const char *message, void *user),
                               void *user);

/// Sets the function that hears how far long calls of this thread have come, and may stop them.
///
/// - `progress`: called every few milliseconds while a long call is under way, with the units done since it began, the
///   units of the whole call (0 where that cannot be known beforehand) and `user`. What a unit is depends on the call:
///   elements, rows, bytes, cells looked at. It returns 0 to go on; anything else ends the call, which returns
///   HEALPIX_STOPPED. NULL takes the function away.
/// - `user`: handed to `progress` as it is; may be NULL. It must stay good until another function is set or the thread
///   ends.
///
/// Long calls are coverages, visits, MOCs, point indexes, cross-matches, files, and arrays of more than a million
/// elements. One that is stopped writes nothing; but of arrays the elements up to there are done. A file that was being
/// written is removed, and one that was to be replaced stays as it was.
///
/// The function belongs to the calling thread; others have their own. It may call any function of this library; those
/// calls are not watched, and one that would change or free a handle which the watched call uses returns
/// HEALPIX_ERR_BUSY. It must leave alone the arrays of the watched call. It must leave by returning: no longjmp, and no
/// C++ exception may leave it.
///
/// Returns HEALPIX_OK.
///
/// `progress` must be NULL or a function that may be called with `user` from this thread until it is replaced.
///
/// ```c
/// static int32_t not_longer_than(uint64_t done, uint64_t total, void *user)
/// {
///     (void)done, (void)total;
///     return --*(int *)user == 0; /* also a good place to ask whether a key was pressed */
/// }
///
/// healpix_coverage *coverage = NULL;
/// int patience = 3;
/// healpix_set_progress(not_longer_than, &patience);
/// assert(healpix_coverage_cone_deg(22, 279.2347, 38.7837, 10.0, &coverage) == HEALPIX_STOPPED && coverage == NULL);
/// healpix_set_progress(NULL, NULL);
/// ```
healpix_status healpix_set_progress(int32_t (*progress)(uint64_t done, uint64_t total, void *user),
                                    void *user);

// ---------- Resolutions ----------
// The nested scheme divides 12 base cells into four again and again: depth 0 to 29, nside = 2^depth. The ring
// scheme numbers the cells from north to south along rings of equal latitude, for any nside from 1 to 2^29.

/// nside of a depth: 2^depth.
///
/// - `depth`: 0 to 29.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `nside` must be writable.
///
/// ```c
/// uint32_t nside;
/// assert(healpix_grid_nside(10, &nside) == HEALPIX_OK && nside == 1024);
/// ```
healpix_status healpix_grid_nside(uint8_t depth, uint32_t *nside);

/// Depth of an nside that is a power of two.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE (also if nside is not a power of two), HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `depth` must be writable.
///
/// ```c
/// uint8_t depth;
/// assert(healpix_grid_depth(1024, &depth) == HEALPIX_OK && depth == 10);
/// assert(healpix_grid_depth(1000, &depth) == HEALPIX_ERR_NSIDE);
/// ```
healpix_status healpix_grid_depth(uint32_t nside,
                                  uint8_t *depth);

/// Number of cells of the whole sphere: 12 nside^2.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `n_cells` must be writable.
///
/// ```c
/// uint64_t n;
/// assert(healpix_grid_n_cells(2048, &n) == HEALPIX_OK && n == 50331648); /* the maps of Planck */
/// ```
healpix_status healpix_grid_n_cells(uint32_t nside, uint64_t *n_cells);

/// Area of a cell in steradians; all cells of an nside have the same.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `steradians` must be writable.
///
/// ```c
/// double area;
/// assert(healpix_grid_cell_area(64, &area) == HEALPIX_OK);
/// assert(fabs(area / (DEG * DEG) - 0.839) < 0.001); /* square degrees */
/// ```
healpix_status healpix_grid_cell_area(uint32_t nside, double *steradians);

/// Largest distance between the center of a cell and one of its vertices, in radians.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `radians` must be writable.
///
/// ```c
/// double distance;
/// assert(healpix_grid_largest_center_to_vertex_distance(1, &distance) == HEALPIX_OK);
/// assert(fabs(distance / DEG - 48.1897) < 0.0001); /* from the center of a polar base cell to the pole */
/// ```
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
///
/// ```c
/// uint8_t depth;
/// assert(healpix_grid_best_starting_depth(1.0 * DEG, &depth) == HEALPIX_OK && depth == 5);
/// assert(healpix_grid_best_starting_depth(3.0, &depth) == HEALPIX_OK && depth == HEALPIX_INVALID_U8);
/// ```
healpix_status healpix_grid_best_starting_depth(double radius, uint8_t *depth);

// ---------- Nested scheme: positions, cells, neighbors ----------
// Element-wise: n inputs give n outputs, in vector code, on as many threads as healpix_set_threads says.

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
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 2.0}; /* Vega, and no latitude at all */
/// uint64_t cells[2];
/// assert(healpix_nested_hash(12, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(cells[0] == 61056746 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
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
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// uint64_t cells[2];
/// assert(healpix_nested_hash_deg(12, lon, lat, 2, cells) == HEALPIX_OK);
/// assert(cells[0] == 61056746 && cells[1] == 125106358);
/// ```
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
///
/// ```c
/// const double x[] = {1, 0, 0}, y[] = {0, 1, 0}, z[] = {0, 0, -1};
/// uint64_t cells[3];
/// assert(healpix_nested_hash_vec(0, x, y, z, 3, cells) == HEALPIX_OK);
/// assert(cells[0] == 4 && cells[1] == 5 && cells[2] == 8); /* base cells */
/// ```
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
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of base cell 4 */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_nested_hash_with_offsets(0, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 4 && dx[0] == 0.5 && dy[0] == 0.5);
/// ```
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
///
/// ```c
/// const double lon[] = {315.0}, lat[] = {0.0}; /* the western corner of base cell 4, which owns it */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_nested_hash_with_offsets_deg(0, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 4 && dx[0] == 0.0 && dy[0] == 1.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4, 4};
/// const double dx[] = {0.5, 1.0}, dy[] = {0.5, 0.0}; /* the center, the eastern corner */
/// double lon[2], lat[2];
/// assert(healpix_nested_position(0, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 45.0 * DEG) < 1e-15 && lat[1] == 0.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4, 4};
/// const double dx[] = {0.0, 1.0}, dy[] = {0.0, 1.0}; /* the southern corner, the northern one */
/// double lon[2], lat[2];
/// assert(healpix_nested_position_deg(0, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == -lat[1] && fabs(lat[1] - 41.8103) < 0.0001); /* asin(2/3) */
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4, 12}; /* there are 12 base cells, 0 to 11 */
/// double lon[2], lat[2];
/// assert(healpix_nested_center(0, cells, 2, lon, lat) == HEALPIX_ERR_CELL);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {0, 4};
/// double lon[2], lat[2];
/// assert(healpix_nested_center_deg(0, cells, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 45.0 && fabs(lat[0] - 41.8103) < 0.0001 && lon[1] == 0.0 && lat[1] == 0.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {0, 4};
/// double x[2], y[2], z[2];
/// assert(healpix_nested_center_vec(0, cells, 2, x, y, z) == HEALPIX_OK);
/// assert(fabs(z[0] - 2.0 / 3.0) < 1e-15 && x[1] == 1.0 && y[1] == 0.0 && z[1] == 0.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4};
/// double lon[4], lat[4];
/// assert(healpix_nested_vertices(0, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lat[0] < 0.0 && lat[2] == -lat[0]); /* S, N */
/// assert(fabs(lon[1] - 45.0 * DEG) < 1e-15 && fabs(lon[3] - 315.0 * DEG) < 1e-15); /* E, W */
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {0};
/// double lon[4], lat[4];
/// assert(healpix_nested_vertices_deg(0, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lon[1] == 90.0 && lat[2] == 90.0 && lon[3] == 0.0); /* E, N: the pole, W */
/// ```
healpix_status healpix_nested_vertices_deg(uint8_t depth,
                                           const uint64_t *cells,
                                           size_t n,
                                           double *lon,
                                           double *lat);

/// Cells that contain positions, in 32 bits: those of healpix_nested_hash, in half the memory.
///
/// - `depth`: 0 to 14, the deepest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n nested cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 2.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_nested_hash_u32(12, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_nested_hash_one(12, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
healpix_status healpix_nested_hash_u32(uint8_t depth,
                                       const double *lon,
                                       const double *lat,
                                       size_t n,
                                       uint32_t *cells);

/// Cells that contain positions, in 32 bits: those of healpix_nested_hash_deg, in half the memory.
///
/// - `depth`: 0 to 14, the deepest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n nested cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const double lon[] = {279.2347, 0.0}, lat[] = {38.7837, 91.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_nested_hash_deg_u32(12, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_nested_hash_deg_one(12, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
healpix_status healpix_nested_hash_deg_u32(uint8_t depth,
                                           const double *lon,
                                           const double *lat,
                                           size_t n,
                                           uint32_t *cells);

/// Centers of cells whose numbers have 32 bits: those of healpix_nested_center.
///
/// - `depth`: 0 to 14, the deepest whose cells fit into 32 bits.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_nested_center_u32(0, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180 * DEG) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
healpix_status healpix_nested_center_u32(uint8_t depth,
                                         const uint32_t *cells,
                                         size_t n,
                                         double *lon,
                                         double *lat);

/// Centers of cells whose numbers have 32 bits: those of healpix_nested_center_deg.
///
/// - `depth`: 0 to 14, the deepest whose cells fit into 32 bits.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_nested_center_deg_u32(0, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
healpix_status healpix_nested_center_deg_u32(uint8_t depth,
                                             const uint32_t *cells,
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
///
/// ```c
/// const uint64_t cells[] = {61056746}; /* Vega's at depth 12 */
/// uint64_t east[1], back[1];
/// assert(healpix_nested_neighbor(12, HEALPIX_DIRECTION_E, cells, 1, east) == HEALPIX_OK);
/// assert(healpix_nested_neighbor(12, HEALPIX_DIRECTION_W, east, 1, back) == HEALPIX_OK && back[0] == cells[0]);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4};
/// uint64_t out[8]; /* S SE E SW NE W NW N */
/// assert(healpix_nested_neighbors(0, cells, 1, out) == HEALPIX_OK);
/// assert(out[1] == 8 && out[2] == 5 && out[3] == 11 && out[4] == 0 && out[5] == 7 && out[6] == 3);
/// assert(out[0] == HEALPIX_INVALID_CELL && out[7] == HEALPIX_INVALID_CELL); /* three cells meet there */
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {17, 18};
/// uint8_t face[2];
/// uint32_t i[2], j[2];
/// assert(healpix_nested_to_face_ij(1, cells, 2, face, i, j) == HEALPIX_OK);
/// assert(face[0] == 4 && i[0] == 1 && j[0] == 0 && face[1] == 4 && i[1] == 0 && j[1] == 1);
/// ```
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
///
/// ```c
/// const uint8_t face[] = {4, 12}; /* there is no base cell 12 */
/// const uint32_t i[] = {1, 0}, j[] = {0, 0};
/// uint64_t cells[2];
/// assert(healpix_nested_from_face_ij(1, face, i, j, 2, cells) == HEALPIX_ERR_FACE);
/// assert(cells[0] == 17 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
healpix_status healpix_nested_from_face_ij(uint8_t depth,
                                           const uint8_t *face,
                                           const uint32_t *i,
                                           const uint32_t *j,
                                           size_t n,
                                           uint64_t *cells);

// ---------- Nested scheme: hierarchy, and cell numbers with their depth ----------

/// Cells one depth up that contain cells.
///
/// - `depth`: 1 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_parent(12, cells, 1, out) == HEALPIX_OK && out[0] == 15264186);
/// ```
healpix_status healpix_nested_parent(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Cells of a shallower depth that contain cells.
///
/// - `depth`: 0 to 29.
/// - `ancestor_depth`: 0 to `depth`.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_ancestor(12, 0, cells, 1, out) == HEALPIX_OK && out[0] == 3); /* the base cell */
/// ```
healpix_status healpix_nested_ancestor(uint8_t depth,
                                       uint8_t ancestor_depth,
                                       const uint64_t *cells,
                                       size_t n,
                                       uint64_t *out);

/// The four cells one depth down of each cell.
///
/// - `depth`: 0 to 28.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint64_t cells[] = {4};
/// uint64_t out[4];
/// assert(healpix_nested_children(0, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 16 && out[1] == 17 && out[2] == 18 && out[3] == 19);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {18};
/// uint64_t out[4];
/// assert(healpix_nested_siblings(1, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 16 && out[1] == 17 && out[2] == 18 && out[3] == 19);
/// ```
healpix_status healpix_nested_siblings(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

/// Cells of a deeper depth that cells consist of.
///
/// - `depth`: 0 to 29.
/// - `deeper_depth`: `depth` to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `first`, `last`: n half-open ranges: the cells from `first` to just before `last`.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint64_t cells[] = {4};
/// uint64_t first[1], last[1];
/// assert(healpix_nested_range(0, 2, cells, 1, first, last) == HEALPIX_OK);
/// assert(first[0] == 64 && last[0] == 80); /* 16 cells */
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_to_uniq(12, cells, 1, out) == HEALPIX_OK && out[0] == 67108864 + 61056746); /* 4^13 + cell */
/// ```
healpix_status healpix_nested_to_uniq(uint8_t depth,
                                      const uint64_t *cells,
                                      size_t n,
                                      uint64_t *out);

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
///
/// ```c
/// const uint64_t uniq[] = {128165610, 3}; /* 4 is the smallest uniq number */
/// uint8_t depths[2];
/// uint64_t cells[2];
/// assert(healpix_nested_from_uniq(uniq, 2, depths, cells) == HEALPIX_ERR_UNIQ);
/// assert(depths[0] == 12 && cells[0] == 61056746 && depths[1] == HEALPIX_INVALID_U8);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {4};
/// uint64_t out[1];
/// assert(healpix_nested_to_zuniq(0, cells, 1, out) == HEALPIX_OK && out[0] == (UINT64_C(9) << 58));
/// ```
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
///
/// ```c
/// const uint64_t zuniq[] = {UINT64_C(9) << 58};
/// uint8_t depths[1];
/// uint64_t cells[1];
/// assert(healpix_nested_from_zuniq(zuniq, 1, depths, cells) == HEALPIX_OK && depths[0] == 0 && cells[0] == 4);
/// ```
healpix_status healpix_nested_from_zuniq(const uint64_t *zuniq,
                                         size_t n,
                                         uint8_t *depths,
                                         uint64_t *cells);

// ---------- Nested scheme: interpolation ----------
// The value of a map at a position is the sum of weight times map[cell] over four cells. Two rules are in use.

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
///
/// ```c
/// const double map[12] = {1, 1, 1, 1, 0, 0, 0, 0, -1, -1, -1, -1}; /* north, equator, south */
/// const double lon[] = {10.0 * DEG}, lat[] = {20.9 * DEG};         /* half way to the northern ring at 41.8 */
/// uint64_t cells[4];
/// double weights[4], value = 0;
/// assert(healpix_nested_interpolate_rings(0, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     value += weights[k] * map[cells[k]];
/// assert(fabs(value - 0.5) < 0.001);
/// ```
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
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_nested_interpolate_rings_deg(12, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
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
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of base cell 4: that cell alone counts */
/// uint64_t cells[4];
/// double weights[4], of_cell_4 = 0;
/// assert(healpix_nested_interpolate_bilinear(0, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     of_cell_4 += cells[k] == 4 ? weights[k] : 0.0;
/// assert(of_cell_4 == 1.0);
/// ```
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
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_nested_interpolate_bilinear_deg(12, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
healpix_status healpix_nested_interpolate_bilinear_deg(uint8_t depth,
                                                       const double *lon,
                                                       const double *lat,
                                                       size_t n,
                                                       uint64_t *cells,
                                                       double *weights);

// ---------- Nested scheme: around one cell ----------
// Lists whose length is not known before: the caller's buffer, its capacity, and where the length is written.

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
///
/// ```c
/// double lon[8], lat[8];
/// size_t len;
/// assert(healpix_nested_path_along_edge(0, 4, 2, 8, lon, lat, &len) == HEALPIX_OK && len == 8);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && fabs(lon[2] - 45.0 * DEG) < 1e-15); /* S, a point, E, a point ... */
/// ```
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
///
/// ```c
/// double lon[9], lat[9];
/// size_t len;
/// assert(healpix_nested_grid(0, 4, 3, 9, lon, lat, &len) == HEALPIX_OK && len == 9);
/// assert(lon[4] == 0.0 && lat[4] == 0.0); /* the one in the middle is the center */
/// ```
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
///
/// ```c
/// uint64_t out[16];
/// size_t len;
/// assert(healpix_nested_neighbor_ring(12, 61056746, 2, 0, NULL, &len) == HEALPIX_ERR_BUFFER && len == 16);
/// assert(healpix_nested_neighbor_ring(12, 61056746, 2, 16, out, &len) == HEALPIX_OK && out[0] < out[15]);
/// ```
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
///
/// ```c
/// uint64_t out[9];
/// size_t len;
/// assert(healpix_nested_neighbor_disc(12, 61056746, 1, 9, out, &len) == HEALPIX_OK && len == 9);
/// assert(out[0] <= 61056746 && 61056746 <= out[8]);
/// ```
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
///
/// ```c
/// uint64_t out[12];
/// size_t len;
/// assert(healpix_nested_internal_edge(0, 4, 2, 12, out, &len) == HEALPIX_OK && len == 12); /* of 4 x 4 */
/// assert(out[0] == 64 && out[11] == 79);
/// ```
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
///
/// ```c
/// uint64_t out[12];
/// size_t len;
/// assert(healpix_nested_external_edge(12, 61056746, 13, 12, out, &len) == HEALPIX_OK);
/// assert(len == 12); /* two on each side, one in each corner */
/// ```
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
///
/// ```c
/// uint64_t out[4];
/// assert(healpix_nested_internal_corners(0, 4, 2, out) == HEALPIX_OK);
/// assert(out[0] == 64 && out[1] == 69 && out[2] == 79 && out[3] == 74); /* S, E, N, W */
/// ```
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
///
/// ```c
/// uint64_t out[4];
/// assert(healpix_nested_external_corners(0, 4, 0, out) == HEALPIX_OK);
/// assert(out[1] == 5 && out[3] == 7 && out[0] == HEALPIX_INVALID_CELL && out[2] == HEALPIX_INVALID_CELL);
/// ```
healpix_status healpix_nested_external_corners(uint8_t depth,
                                               uint64_t cell,
                                               uint8_t deeper_depth,
                                               uint64_t *out);

// ---------- Nested scheme: one element ----------
// The same for one element and without arrays; a bad one is an error, and nothing is written.

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_one(12, 279.2347 * DEG, 38.7837 * DEG, &cell) == HEALPIX_OK && cell == 61056746);
/// ```
healpix_status healpix_nested_hash_one(uint8_t depth,
                                       double lon,
                                       double lat,
                                       uint64_t *cell);

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_deg_one(12, 279.2347, 38.7837, &cell) == HEALPIX_OK && cell == 61056746); /* Vega */
/// ```
healpix_status healpix_nested_hash_deg_one(uint8_t depth,
                                           double lon,
                                           double lat,
                                           uint64_t *cell);

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_vec_one(0, 2.0, 0.0, 0.0, &cell) == HEALPIX_OK && cell == 4);
/// ```
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
///
/// ```c
/// double lon, lat;
/// assert(healpix_nested_center_one(0, 5, &lon, &lat) == HEALPIX_OK && fabs(lon - 90.0 * DEG) < 1e-15 && lat == 0.0);
/// ```
healpix_status healpix_nested_center_one(uint8_t depth,
                                         uint64_t cell,
                                         double *lon,
                                         double *lat);

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
///
/// ```c
/// double lon, lat;
/// assert(healpix_nested_center_deg_one(12, 61056746, &lon, &lat) == HEALPIX_OK);
/// assert(fabs(lon - 279.23) < 0.02 && fabs(lat - 38.78) < 0.02); /* Vega is in that cell */
/// ```
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
///
/// ```c
/// double x, y, z;
/// assert(healpix_nested_center_vec_one(0, 4, &x, &y, &z) == HEALPIX_OK && x == 1.0 && y == 0.0 && z == 0.0);
/// ```
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
///
/// ```c
/// uint64_t out[8];
/// assert(healpix_nested_neighbors_one(0, 4, out) == HEALPIX_OK);
/// assert(out[HEALPIX_DIRECTION_E] == 5 && out[HEALPIX_DIRECTION_N] == HEALPIX_INVALID_CELL);
/// ```
healpix_status healpix_nested_neighbors_one(uint8_t depth, uint64_t cell, uint64_t *out);

// ---------- Nested to ring ----------

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
///
/// ```c
/// uint64_t out;
/// assert(healpix_nested_to_ring_one(1, 3, &out) == HEALPIX_OK && out == 0); /* the first one at the pole */
/// ```
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
///
/// ```c
/// uint64_t cells[] = {3, 7, 11, 15}; /* the four around the north pole */
/// assert(healpix_nested_to_ring(1, cells, 4, cells) == HEALPIX_OK);
/// assert(cells[0] == 0 && cells[1] == 1 && cells[2] == 2 && cells[3] == 3);
/// ```
healpix_status healpix_nested_to_ring(uint8_t depth, const uint64_t *cells, size_t n, uint64_t *out);

// ---------- Ring scheme: positions, cells, neighbors ----------
// As in the nested scheme, for any nside. The examples have nside 3: 108 cells on 11 rings, the equator with the
// cells 48 to 59.

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
///
/// ```c
/// const double lon[] = {0.0, NAN}, lat[] = {0.0, 0.0};
/// uint64_t cells[2];
/// assert(healpix_ring_hash(3, lon, lat, 2, cells) == HEALPIX_ERR_LONGITUDE);
/// assert(cells[0] == 48 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
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
///
/// ```c
/// const double lon[] = {0.0, 30.0}, lat[] = {0.0, 0.0}; /* neighbors on the equator, which has 12 cells */
/// uint64_t cells[2];
/// assert(healpix_ring_hash_deg(3, lon, lat, 2, cells) == HEALPIX_OK && cells[0] == 48 && cells[1] == 49);
/// ```
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
///
/// ```c
/// const double x[] = {0, 1, 0}, y[] = {0, 0, 0}, z[] = {1, 0, -1};
/// uint64_t cells[3];
/// assert(healpix_ring_hash_vec(3, x, y, z, 3, cells) == HEALPIX_OK);
/// assert(cells[0] == 0 && cells[1] == 48 && cells[2] == 104); /* cells are counted from pole to pole */
/// ```
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
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of cell 48 */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_ring_hash_with_offsets(3, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 48 && dx[0] == 0.5 && dy[0] == 0.5);
/// ```
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
///
/// ```c
/// const double lon[] = {345.0}, lat[] = {0.0}; /* the western corner of cell 48, which owns it */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_ring_hash_with_offsets_deg(3, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 48 && dx[0] < 1e-14 && dy[0] > 1.0 - 1e-14);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48, 48};
/// const double dx[] = {0.5, 1.0}, dy[] = {0.5, 0.0}; /* the center, the eastern corner */
/// double lon[2], lat[2];
/// assert(healpix_ring_position(3, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 15.0 * DEG) < 1e-15 && fabs(lat[1]) < 1e-15);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48, 48};
/// const double dx[] = {0.0, 1.5}, dy[] = {0.0, 0.5}; /* the southern corner, and no place in a cell */
/// double lon[2], lat[2];
/// assert(healpix_ring_position_deg(3, cells, dx, dy, 2, lon, lat) == HEALPIX_ERR_OFFSET);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48, 108}; /* 12 * 3^2 cells, 0 to 107 */
/// double lon[2], lat[2];
/// assert(healpix_ring_center(3, cells, 2, lon, lat) == HEALPIX_ERR_CELL);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48, 49};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_deg(3, cells, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 30.0) < 1e-13 && lat[1] == 0.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48};
/// double x[1], y[1], z[1];
/// assert(healpix_ring_center_vec(3, cells, 1, x, y, z) == HEALPIX_OK && x[0] == 1.0 && y[0] == 0.0 && z[0] == 0.0);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48};
/// double lon[4], lat[4];
/// assert(healpix_ring_vertices(3, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lat[0] < 0.0 && lat[2] > 0.0); /* S, N */
/// assert(fabs(lon[1] - 15.0 * DEG) < 1e-15 && fabs(lon[3] - 345.0 * DEG) < 1e-14); /* E, W */
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {0};
/// double lon[4], lat[4];
/// assert(healpix_ring_vertices_deg(3, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lon[1] == 90.0 && lat[2] == 90.0 && lon[3] == 0.0); /* E, N: the pole, W */
/// ```
healpix_status healpix_ring_vertices_deg(uint32_t nside,
                                         const uint64_t *cells,
                                         size_t n,
                                         double *lon,
                                         double *lat);

/// Cells that contain positions, in 32 bits: those of healpix_ring_hash, in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 2.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_ring_hash_u32(1000, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_ring_hash_one(1000, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
healpix_status healpix_ring_hash_u32(uint32_t nside,
                                     const double *lon,
                                     const double *lat,
                                     size_t n,
                                     uint32_t *cells);

/// Cells that contain positions, in 32 bits: those of healpix_ring_hash_deg, in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const double lon[] = {279.2347, 0.0}, lat[] = {38.7837, 91.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_ring_hash_deg_u32(1000, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_ring_hash_deg_one(1000, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
healpix_status healpix_ring_hash_deg_u32(uint32_t nside,
                                         const double *lon,
                                         const double *lat,
                                         size_t n,
                                         uint32_t *cells);

/// Centers of cells whose numbers have 32 bits: those of healpix_ring_center.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_u32(1, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180 * DEG) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
healpix_status healpix_ring_center_u32(uint32_t nside,
                                       const uint32_t *cells,
                                       size_t n,
                                       double *lon,
                                       double *lat);

/// Centers of cells whose numbers have 32 bits: those of healpix_ring_center_deg.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_deg_u32(1, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
healpix_status healpix_ring_center_deg_u32(uint32_t nside,
                                           const uint32_t *cells,
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
///
/// ```c
/// const uint64_t cells[] = {48};
/// uint64_t out[1];
/// assert(healpix_ring_neighbor(3, HEALPIX_DIRECTION_E, cells, 1, out) == HEALPIX_OK && out[0] == 49);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48};
/// uint64_t out[8]; /* S SE E SW NE W NW N */
/// assert(healpix_ring_neighbors(3, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 72 && out[1] == 60 && out[2] == 49 && out[3] == 71);
/// assert(out[4] == 36 && out[5] == 59 && out[6] == 47 && out[7] == 24);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {48};
/// uint8_t face[1];
/// uint32_t i[1], j[1];
/// assert(healpix_ring_to_face_ij(3, cells, 1, face, i, j) == HEALPIX_OK);
/// assert(face[0] == 4 && i[0] == 1 && j[0] == 1); /* the middle one of 3 x 3 */
/// ```
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
///
/// ```c
/// const uint8_t face[] = {4, 4};
/// const uint32_t i[] = {1, 3}, j[] = {1, 0}; /* coordinates go from 0 to nside - 1 */
/// uint64_t cells[2];
/// assert(healpix_ring_from_face_ij(3, face, i, j, 2, cells) == HEALPIX_ERR_FACE);
/// assert(cells[0] == 48 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
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
///
/// ```c
/// healpix_ring equator;
/// assert(healpix_ring_info(3, 6, &equator) == HEALPIX_OK);
/// assert(equator.first == 48 && equator.count == 12 && equator.lat == 0.0 && equator.shifted == 0);
/// ```
healpix_status healpix_ring_info(uint32_t nside, uint32_t ring, healpix_ring *info);

// ---------- Ring scheme: interpolation ----------

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
///
/// ```c
/// const double map[12] = {1, 1, 1, 1, 0, 0, 0, 0, -1, -1, -1, -1}; /* north, equator, south */
/// const double lon[] = {10.0 * DEG}, lat[] = {20.9 * DEG};         /* half way to the northern ring at 41.8 */
/// uint64_t cells[4];
/// double weights[4], value = 0;
/// assert(healpix_ring_interpolate_rings(1, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     value += weights[k] * map[cells[k]];
/// assert(fabs(value - 0.5) < 0.001);
/// ```
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
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_ring_interpolate_rings_deg(1000, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
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
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of cell 48: that cell alone counts */
/// uint64_t cells[4];
/// double weights[4], of_cell_48 = 0;
/// assert(healpix_ring_interpolate_bilinear(3, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     of_cell_48 += cells[k] == 48 ? weights[k] : 0.0;
/// assert(of_cell_48 == 1.0);
/// ```
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
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_ring_interpolate_bilinear_deg(1000, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
healpix_status healpix_ring_interpolate_bilinear_deg(uint32_t nside,
                                                     const double *lon,
                                                     const double *lat,
                                                     size_t n,
                                                     uint64_t *cells,
                                                     double *weights);

// ---------- Ring scheme: around one cell ----------

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
///
/// ```c
/// double lon[8], lat[8];
/// size_t len;
/// assert(healpix_ring_path_along_edge(3, 48, 2, 8, lon, lat, &len) == HEALPIX_OK && len == 8);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && fabs(lon[2] - 15.0 * DEG) < 1e-15); /* S, a point, E, a point ... */
/// ```
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
///
/// ```c
/// double lon[9], lat[9];
/// size_t len;
/// assert(healpix_ring_grid(3, 48, 3, 9, lon, lat, &len) == HEALPIX_OK && len == 9);
/// assert(lon[4] == 0.0 && lat[4] == 0.0); /* the one in the middle is the center */
/// ```
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
///
/// ```c
/// uint64_t out[8];
/// size_t len;
/// assert(healpix_ring_neighbor_ring(3, 48, 1, 8, out, &len) == HEALPIX_OK && len == 8);
/// assert(out[0] == 24 && out[7] == 72); /* the northern and the southern neighbor */
/// ```
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
///
/// ```c
/// uint64_t out[9];
/// size_t len;
/// assert(healpix_ring_neighbor_disc(3, 48, 1, 0, NULL, &len) == HEALPIX_ERR_BUFFER && len == 9);
/// assert(healpix_ring_neighbor_disc(3, 48, 1, 9, out, &len) == HEALPIX_OK && out[3] == 48);
/// ```
healpix_status healpix_ring_neighbor_disc(uint32_t nside,
                                          uint64_t cell,
                                          uint32_t k,
                                          size_t capacity,
                                          uint64_t *out,
                                          size_t *len);

// ---------- Ring scheme: one element ----------

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_ring_hash_one(1000, 279.2347 * DEG, 38.7837 * DEG, &cell) == HEALPIX_OK && cell == 2241102);
/// ```
healpix_status healpix_ring_hash_one(uint32_t nside,
                                     double lon,
                                     double lat,
                                     uint64_t *cell);

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_ring_hash_deg_one(1000, 279.2347, 38.7837, &cell) == HEALPIX_OK && cell == 2241102); /* Vega */
/// ```
healpix_status healpix_ring_hash_deg_one(uint32_t nside,
                                         double lon,
                                         double lat,
                                         uint64_t *cell);

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
///
/// ```c
/// uint64_t cell;
/// assert(healpix_ring_hash_vec_one(3, 2.0, 0.0, 0.0, &cell) == HEALPIX_OK && cell == 48);
/// ```
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
///
/// ```c
/// double lon, lat;
/// assert(healpix_ring_center_one(3, 51, &lon, &lat) == HEALPIX_OK && fabs(lon - 90.0 * DEG) < 1e-15 && lat == 0.0);
/// ```
healpix_status healpix_ring_center_one(uint32_t nside,
                                       uint64_t cell,
                                       double *lon,
                                       double *lat);

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
///
/// ```c
/// double lon, lat;
/// assert(healpix_ring_center_deg_one(1000, 2241102, &lon, &lat) == HEALPIX_OK);
/// assert(fabs(lon - 279.23) < 0.1 && fabs(lat - 38.78) < 0.1); /* Vega is in that cell */
/// ```
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
///
/// ```c
/// double x, y, z;
/// assert(healpix_ring_center_vec_one(3, 48, &x, &y, &z) == HEALPIX_OK && x == 1.0 && y == 0.0 && z == 0.0);
/// ```
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
///
/// ```c
/// uint64_t out[8];
/// assert(healpix_ring_neighbors_one(3, 48, out) == HEALPIX_OK);
/// assert(out[HEALPIX_DIRECTION_E] == 49 && out[HEALPIX_DIRECTION_W] == 59);
/// ```
healpix_status healpix_ring_neighbors_one(uint32_t nside, uint64_t cell, uint64_t *out);

// ---------- Ring to nested, rings of cells ----------

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
///
/// ```c
/// uint64_t out;
/// assert(healpix_ring_to_nested_one(2, 0, &out) == HEALPIX_OK && out == 3);
/// assert(healpix_ring_to_nested_one(3, 0, &out) == HEALPIX_ERR_NSIDE); /* no power of two */
/// ```
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
///
/// ```c
/// uint64_t cells[] = {0, 1, 2, 3}; /* the four around the north pole */
/// assert(healpix_ring_to_nested(2, cells, 4, cells) == HEALPIX_OK);
/// assert(cells[0] == 3 && cells[1] == 7 && cells[2] == 11 && cells[3] == 15);
/// ```
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
///
/// ```c
/// const uint64_t cells[] = {0, 48, 107};
/// uint32_t rings[3];
/// assert(healpix_ring_ring_of(3, cells, 3, rings) == HEALPIX_OK);
/// assert(rings[0] == 1 && rings[1] == 6 && rings[2] == 11);
/// ```
healpix_status healpix_ring_ring_of(uint32_t nside, const uint64_t *cells, size_t n, uint32_t *rings);

/// An iterator over the neighbors of a nested cell: those of healpix_nested_neighbors_one that exist.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: becomes a new handle; end it with healpix_neighbor_iter_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor;
/// uint32_t direction;
/// int n = 0;
/// healpix_nested_neighbor_iter_new(12, 61056746, &iter);
/// while (healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK)
///     n++;
/// assert(n == 8);
/// healpix_neighbor_iter_free(iter);
/// ```
healpix_status healpix_nested_neighbor_iter_new(uint8_t depth, uint64_t cell, healpix_neighbor_iter **out);

/// An iterator over the neighbors of a ring cell: those of healpix_ring_neighbors_one that exist.
///
/// - `nside`: 1 to 2^29.
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: becomes a new handle; end it with healpix_neighbor_iter_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor;
/// uint32_t direction;
/// assert(healpix_ring_neighbor_iter_new(1, 0, &iter) == HEALPIX_OK); /* a base cell at the north pole: 6 neighbors */
/// assert(healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK);
/// assert(neighbor == 8 && direction == HEALPIX_DIRECTION_S);
/// healpix_neighbor_iter_free(iter);
/// ```
healpix_status healpix_ring_neighbor_iter_new(uint32_t nside,
                                              uint64_t cell,
                                              healpix_neighbor_iter **out);

/// The next neighbor.
///
/// - `cell`: its number, in the scheme of the iterator.
/// - `direction`: where it is, one of HEALPIX_DIRECTION_S to HEALPIX_DIRECTION_N; they ascend.
///
/// Returns HEALPIX_OK and writes both, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `iter` must be a live handle, `cell` and `direction` writable.
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor, all[8];
/// uint32_t direction;
/// healpix_nested_neighbors_one(12, 61056746, all);
/// healpix_nested_neighbor_iter_new(12, 61056746, &iter);
/// while (healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK)
///     assert(neighbor == all[direction]);
/// healpix_neighbor_iter_free(iter);
/// ```
healpix_status healpix_neighbor_iter_next(healpix_neighbor_iter *iter, uint64_t *cell, uint32_t *direction);

/// Ends an iterator; NULL is allowed.
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_neighbor_iter *iter = NULL;
/// healpix_neighbor_iter_free(iter); /* nothing */
/// assert(healpix_nested_neighbor_iter_new(3, 0, &iter) == HEALPIX_OK);
/// healpix_neighbor_iter_free(iter); /* before its end: as good as any time */
/// ```
void healpix_neighbor_iter_free(healpix_neighbor_iter *iter);

// ---------- Sphere: distances and unit vectors ----------

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
///
/// ```c
/// const double lon1[] = {0.0}, lat1[] = {0.0}, lon2[] = {1e-20}, lat2[] = {0.0};
/// double out[1];
/// assert(healpix_sphere_distance(lon1, lat1, lon2, lat2, 1, out) == HEALPIX_OK);
/// assert(out[0] == 1e-20); /* as good for near points as for far ones */
/// ```
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
///
/// ```c
/// const double lon1[] = {279.2347}, lat1[] = {38.7837}, lon2[] = {297.6958}, lat2[] = {8.8683}; /* Vega, Altair */
/// double out[1];
/// assert(healpix_sphere_distance_deg(lon1, lat1, lon2, lat2, 1, out) == HEALPIX_OK && fabs(out[0] - 34.196) < 0.001);
/// ```
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
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0};
/// double x[1], y[1], z[1];
/// assert(healpix_sphere_to_vec(lon, lat, 1, x, y, z) == HEALPIX_OK && x[0] == 1.0 && y[0] == 0.0 && z[0] == 0.0);
/// ```
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
///
/// ```c
/// const double lon[] = {90.0, 123.0}, lat[] = {0.0, 90.0};
/// double x[2], y[2], z[2];
/// assert(healpix_sphere_to_vec_deg(lon, lat, 2, x, y, z) == HEALPIX_OK && y[0] == 1.0 && z[1] == 1.0);
/// ```
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
///
/// ```c
/// const double x[] = {3.0, 0.0}, y[] = {0.0, 0.0}, z[] = {0.0, 0.0}; /* the second points nowhere */
/// double lon[2], lat[2];
/// assert(healpix_sphere_from_vec(x, y, z, 2, lon, lat) == HEALPIX_ERR_VECTOR);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
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
///
/// ```c
/// const double x[] = {0.0}, y[] = {-2.0}, z[] = {0.0};
/// double lon[1], lat[1];
/// assert(healpix_sphere_from_vec_deg(x, y, z, 1, lon, lat) == HEALPIX_OK && lon[0] == 270.0 && lat[0] == 0.0);
/// ```
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
///
/// ```c
/// double distance;
/// assert(healpix_sphere_distance_one(0.0, 0.0, 1.0, 0.0, &distance) == HEALPIX_OK && fabs(distance - 1.0) < 1e-15);
/// ```
healpix_status healpix_sphere_distance_one(double lon1,
                                           double lat1,
                                           double lon2,
                                           double lat2,
                                           double *distance);

// ---------- HEALPix plane ----------
// The projection itself: the sphere as a saw-toothed band, on which all cells are equal squares standing on a corner.

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
///
/// ```c
/// const double lon[] = {90.0 * DEG, 45.0 * DEG}, lat[] = {0.0, 90.0 * DEG};
/// double x[2], y[2];
/// assert(healpix_projection_forward(lon, lat, 2, x, y) == HEALPIX_OK);
/// assert(fabs(x[0] - 1.0) < 1e-15 && y[0] == 0.0 && fabs(x[1] - 0.5) < 1e-15 && y[1] == 1.0);
/// ```
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
///
/// ```c
/// const double x[] = {1.0, 0.0}, y[] = {0.0, 1.0}; /* the second is in a gap of the plane's northern edge */
/// double lon[2], lat[2];
/// assert(healpix_projection_inverse(x, y, 2, lon, lat) == HEALPIX_ERR_PLANE);
/// assert(fabs(lon[0] - 90.0 * DEG) < 1e-15 && lat[0] == 0.0 && isnan(lon[1]));
/// ```
healpix_status healpix_projection_inverse(const double *x,
                                          const double *y,
                                          size_t n,
                                          double *lon,
                                          double *lat);

// ---------- Regions: shapes ----------
// A region is a closed part of the sphere, its border included. It has no resolution: ask it about positions and
// cells, or make a coverage, a MOC or a selection of rows of it.

/// The points within a radius of a center: a disc on the sphere.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// assert(healpix_region_cone(279.2347 * DEG, 38.7837 * DEG, 2.0 * DEG, &cone) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(cone, 279.5, 38.9, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_cone(double lon,
                                   double lat,
                                   double radius,
                                   healpix_region **out);

/// A cone in degrees: center and radius, the latter from 0 to 180. Otherwise as healpix_region_cone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// assert(healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone) == HEALPIX_OK); /* 2 degrees around Vega */
/// assert(healpix_region_contains_deg_one(cone, 279.2347, 36.7, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_cone_deg(double lon,
                                       double lat,
                                       double radius,
                                       healpix_region **out);

/// The points whose distance from a center is between two radii, both included.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inner`, `outer`: radii in radians, 0 to pi, the inner one not larger than the outer one.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *annulus;
/// uint8_t inside;
/// assert(healpix_region_annulus(0.0, 0.0, 0.1, 0.2, &annulus) == HEALPIX_OK);
/// assert(healpix_region_contains_one(annulus, 0.0, 0.15, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(annulus, 0.0, 0.05, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(annulus);
/// ```
healpix_status healpix_region_annulus(double lon,
                                      double lat,
                                      double inner,
                                      double outer,
                                      healpix_region **out);

/// An annulus in degrees: center and radii, the latter from 0 to 180. Otherwise as healpix_region_annulus.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *annulus;
/// assert(healpix_region_annulus_deg(10.6847, 41.269, 3.0, 1.0, &annulus) == HEALPIX_ERR_SHAPE); /* 3 > 1 */
/// assert(healpix_region_annulus_deg(10.6847, 41.269, 1.0, 3.0, &annulus) == HEALPIX_OK);
/// healpix_region_free(annulus);
/// ```
healpix_status healpix_region_annulus_deg(double lon,
                                          double lat,
                                          double inner,
                                          double outer,
                                          healpix_region **out);

/// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
/// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *ellipse; /* longer from north to south */
/// uint8_t inside;
/// assert(healpix_region_elliptical_cone(1.0, 0.0, 0.2, 0.1, 0.0, &ellipse) == HEALPIX_OK);
/// assert(healpix_region_contains_one(ellipse, 1.0, 0.19, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(ellipse, 1.19, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(ellipse);
/// ```
healpix_status healpix_region_elliptical_cone(double lon,
                                              double lat,
                                              double a,
                                              double b,
                                              double position_angle,
                                              healpix_region **out);

/// An ellipse on the sphere in degrees: all angles, the semi-axes up to 90, the position angle from 0 to 360. Otherwise
/// as healpix_region_elliptical_cone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *m31; /* its disc: 190 by 60 arcminutes, major axis 35 degrees east of north */
/// uint8_t inside;
/// assert(healpix_region_elliptical_cone_deg(10.6847, 41.269, 95.0 / 60, 30.0 / 60, 35.0, &m31) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(m31, 11.6, 42.1, &inside) == HEALPIX_OK && inside == 1); /* north-east */
/// assert(healpix_region_contains_deg_one(m31, 9.8, 42.1, &inside) == HEALPIX_OK && inside == 0); /* north-west */
/// healpix_region_free(m31);
/// ```
healpix_status healpix_region_elliptical_cone_deg(double lon,
                                                  double lat,
                                                  double a,
                                                  double b,
                                                  double position_angle,
                                                  healpix_region **out);

/// The points between two longitudes and two latitudes, borders included.
///
/// - `lon_min`, `lon_max`: any finite longitudes in radians. The zone runs from `lon_min` eastwards to `lon_max`, over
///   longitude 0 where need be; a whole turn or more is the whole circle, equal longitudes are one meridian.
/// - `lat_min`, `lat_max`: latitudes in radians, -pi/2 <= lat_min <= lat_max <= pi/2.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *zone; /* from 6 over 0 to 0.5 */
/// uint8_t inside;
/// assert(healpix_region_zone(6.0, -0.1, 0.5, 0.1, &zone) == HEALPIX_OK);
/// assert(healpix_region_contains_one(zone, 0.0, 0.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(zone);
/// ```
healpix_status healpix_region_zone(double lon_min,
                                   double lat_min,
                                   double lon_max,
                                   double lat_max,
                                   healpix_region **out);

/// A zone in degrees: all angles. Otherwise as healpix_region_zone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *stripe; /* Stripe 82 of the SDSS */
/// uint8_t inside;
/// assert(healpix_region_zone_deg(310.0, -1.25, 59.0, 1.25, &stripe) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(stripe, 180.0, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(stripe);
/// ```
healpix_status healpix_region_zone_deg(double lon_min,
                                       double lat_min,
                                       double lon_max,
                                       double lat_max,
                                       healpix_region **out);

/// A box with great-circle sides around a center; each side crosses its axis at right angles, half the size away.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `width`, `height`: whole sizes in radians, above 0 and below pi.
/// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *box;
/// uint8_t inside;
/// assert(healpix_region_box(1.0, 0.0, 0.2, 0.1, 0.0, &box) == HEALPIX_OK); /* half of that on each side */
/// assert(healpix_region_contains_one(box, 1.09, 0.04, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(box, 1.04, 0.09, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(box);
/// ```
healpix_status healpix_region_box(double lon,
                                  double lat,
                                  double width,
                                  double height,
                                  double position_angle,
                                  healpix_region **out);

/// A box in degrees: all angles, the sizes below 180, the position angle from 0 to 360. Otherwise as
/// healpix_region_box.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *camera; /* a field of 3 by 2 degrees, turned by 30 */
/// uint8_t inside;
/// assert(healpix_region_box_deg(83.8, -5.4, 3.0, 2.0, 30.0, &camera) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(camera, 83.8, -5.4, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(camera);
/// ```
healpix_status healpix_region_box_deg(double lon,
                                      double lat,
                                      double width,
                                      double height,
                                      double position_angle,
                                      healpix_region **out);

/// The area inside a ring of great-circle arcs.
///
/// - `lon`, `lat`: n vertices in radians; any finite longitude, latitudes from -pi/2 to pi/2. Each edge is the shorter
///   arc to the next vertex, the last one leads back to the first. The first vertex may be repeated at the end.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA or HEALPIX_INTERIOR_WINDING.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// The message of HEALPIX_ERR_POLYGON says which vertex or which edges are wrong.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON,
/// HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {0.0, 0.5, 0.0}, lat[] = {0.0, 0.0, 0.5};
/// healpix_region *triangle;
/// uint8_t inside;
/// assert(healpix_region_polygon(lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &triangle) == HEALPIX_OK);
/// assert(healpix_region_contains_one(triangle, 0.1, 0.1, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(triangle);
/// ```
healpix_status healpix_region_polygon(const double *lon,
                                      const double *lat,
                                      size_t n,
                                      uint32_t interior,
                                      healpix_region **out);

/// The area inside a ring of great-circle arcs, the vertices in degrees. Otherwise as healpix_region_polygon.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.23, 310.36, 297.70}, lat[] = {38.78, 45.28, 8.87}; /* Vega, Deneb, Altair */
/// healpix_region *summer;
/// uint8_t inside;
/// assert(healpix_region_polygon_deg(lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &summer) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(summer, 292.68, 27.96, &inside) == HEALPIX_OK && inside == 1); /* Albireo */
/// healpix_region_free(summer);
/// ```
healpix_status healpix_region_polygon_deg(const double *lon,
                                          const double *lat,
                                          size_t n,
                                          uint32_t interior,
                                          healpix_region **out);

/// The area bounded by rings of great-circle arcs: outer borders, holes, islands, in any order.
///
/// - `lon`, `lat`: n vertices in radians, ring after ring; any finite longitude, latitudes from -pi/2 to pi/2. Each
///   edge is the shorter arc to the next vertex of the ring, the last one leads back to the ring's first. Whoever
///   crosses an edge of any ring goes from inside to outside or back; rings may touch but not cross.
/// - `ring_ends`: for each ring the number of the vertex behind its last one, ascending; the last is `n`.
/// - `n_rings`: how many rings there are.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA, HEALPIX_INTERIOR_WINDING (of the first ring) or
///   HEALPIX_INTERIOR_CONTAINS.
/// - `control_lon`, `control_lat`: a point inside, in radians, for HEALPIX_INTERIOR_CONTAINS; otherwise not looked at.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// The message of HEALPIX_ERR_POLYGON says which vertex or which edges are wrong.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE and HEALPIX_ERR_LATITUDE (of the control point),
/// HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH
/// (also where `ring_ends` does not ascend to `n`), HEALPIX_ERR_OVERLAP.
///
/// `lon` and `lat` must be readable for `n` elements, `ring_ends` for `n_rings`, and `out` writable.
///
/// ```c
/// const double lon[] = {-1, 1, 1, -1, -0.5, 0.5, 0.5, -0.5}, lat[] = {-1, -1, 1, 1, -0.5, -0.5, 0.5, 0.5};
/// const size_t ring_ends[] = {4, 8}; /* a square and a square hole in it */
/// healpix_region *frame;
/// uint8_t inside;
/// assert(healpix_region_polygon_rings(lon, lat, 8, ring_ends, 2, HEALPIX_INTERIOR_CONTAINS, 0.7, 0.0, &frame)
///        == HEALPIX_OK);
/// assert(healpix_region_contains_one(frame, 0.0, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(frame);
/// ```
healpix_status healpix_region_polygon_rings(const double *lon,
                                            const double *lat,
                                            size_t n,
                                            const size_t *ring_ends,
                                            size_t n_rings,
                                            uint32_t interior,
                                            double control_lon,
                                            double control_lat,
                                            healpix_region **out);

/// The area bounded by rings of great-circle arcs, vertices and control point in degrees. Otherwise as
/// healpix_region_polygon_rings.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `lon` and `lat` must be readable for `n` elements, `ring_ends` for `n_rings`, and `out` writable.
///
/// ```c
/// const double lon[] = {0, 9, 9, 0, 3, 6, 6, 3}, lat[] = {0, 0, 9, 9, 3, 3, 6, 6};
/// const size_t ring_ends[] = {4, 8}; /* a square and a square hole in it */
/// healpix_region *frame;
/// uint8_t inside;
/// assert(healpix_region_polygon_rings_deg(lon, lat, 8, ring_ends, 2, HEALPIX_INTERIOR_SMALLER_AREA, 0.0, 0.0, &frame)
///        == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(frame, 1.0, 1.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(frame);
/// ```
healpix_status healpix_region_polygon_rings_deg(const double *lon,
                                                const double *lat,
                                                size_t n,
                                                const size_t *ring_ends,
                                                size_t n_rings,
                                                uint32_t interior,
                                                double control_lon,
                                                double control_lat,
                                                healpix_region **out);

// ---------- Regions: combinations ----------

/// What is in any of the regions; nothing for none.
///
/// - `regions`: n handles; one may be there several times.
/// - `out`: becomes a new handle; end it with healpix_region_free. The operands may be freed before it.
///
/// Unions of unions become one, and intersections of intersections too; otherwise at most 200 combinations may lie one
/// in the other, and more are HEALPIX_ERR_SHAPE.
///
/// Written only on success. Errors: HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL (a handle too),
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `regions` must be readable for `n` elements, each a live handle, and `out` writable.
///
/// ```c
/// healpix_region *large, *small, *both;
/// uint8_t inside;
/// healpix_region_cone_deg(80.894, -69.756, 5.0, &large); /* the Magellanic Clouds */
/// healpix_region_cone_deg(13.187, -72.829, 3.0, &small);
/// const healpix_region *clouds[] = {large, small};
/// assert(healpix_region_union(clouds, 2, &both) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(both, 13.0, -72.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(large), healpix_region_free(small), healpix_region_free(both);
/// ```
healpix_status healpix_region_union(const healpix_region *const *regions,
                                    size_t n,
                                    healpix_region **out);

/// What is in all of the regions; the whole sphere for none. Otherwise as healpix_region_union.
///
/// Errors: HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `regions` must be readable for `n` elements, each a live handle, and `out` writable.
///
/// ```c
/// healpix_region *cone, *north, *both;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 0.0, 10.0, &cone);
/// healpix_region_zone_deg(0.0, 0.0, 360.0, 90.0, &north); /* the northern hemisphere */
/// const healpix_region *parts[] = {cone, north};
/// assert(healpix_region_intersection(parts, 2, &both) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(both, 0.0, -5.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(cone), healpix_region_free(north), healpix_region_free(both);
/// ```
healpix_status healpix_region_intersection(const healpix_region *const *regions,
                                           size_t n,
                                           healpix_region **out);

/// What is in the first region and not in the second.
///
/// - `out`: becomes a new handle; end it with healpix_region_free. The operands may be freed before it.
///
/// Differences are closed too: they have the border of what was taken away. Errors as of healpix_region_union.
///
/// `a` and `b` must be live handles and `out` writable.
///
/// ```c
/// healpix_region *field, *star, *clean;
/// uint8_t inside;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &field);
/// healpix_region_cone_deg(279.2347, 38.7837, 0.2, &star); /* what Vega outshines */
/// assert(healpix_region_difference(field, star, &clean) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(clean, 279.2347, 38.8, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(field), healpix_region_free(star), healpix_region_free(clean);
/// ```
healpix_status healpix_region_difference(const healpix_region *a,
                                         const healpix_region *b,
                                         healpix_region **out);

/// What is not in the region.
///
/// - `out`: becomes a new handle; end it with healpix_region_free. The operand may be freed before it.
///
/// A complement is closed too: it has the border of what it leaves out. Errors as of healpix_region_union.
///
/// `a` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *plane, *rest;
/// uint8_t inside;
/// healpix_region_zone_deg(0.0, -10.0, 360.0, 10.0, &plane);
/// assert(healpix_region_complement(plane, &rest) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(rest, 0.0, 50.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(plane), healpix_region_free(rest);
/// ```
healpix_status healpix_region_complement(const healpix_region *a, healpix_region **out);

/// The whole sphere.
///
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *sky;
/// uint8_t relation;
/// assert(healpix_region_all_sky(&sky) == HEALPIX_OK);
/// assert(healpix_region_relation_one(sky, 0, 4, &relation) == HEALPIX_OK && relation == HEALPIX_RELATION_FULL);
/// healpix_region_free(sky);
/// ```
healpix_status healpix_region_all_sky(healpix_region **out);

/// No point at all.
///
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_region *nothing;
/// uint8_t relation;
/// assert(healpix_region_empty(&nothing) == HEALPIX_OK);
/// assert(healpix_region_relation_one(nothing, 0, 4, &relation) == HEALPIX_OK);
/// assert(relation == HEALPIX_RELATION_DISJOINT);
/// healpix_region_free(nothing);
/// ```
healpix_status healpix_region_empty(healpix_region **out);

// ---------- Regions: from text ----------

/// The region of an STC-S string of the Virtual Observatory: "Circle ICRS 147.6 69.9 0.4", for instance.
///
/// - `text`: n bytes of UTF-8; no NUL is needed at the end. Circle, Ellipse, Box, Polygon, PositionInterval, AllSky,
///   Position, Union, Intersection, Difference and Not, in any case; frame ICRS, J2000, FK5, UNKNOWN or none; degrees
///   unless a unit is given.
/// - `out`: becomes a new handle; end it with healpix_region_free. It does not need the text any more.
///
/// Written only on success. Errors: HEALPIX_ERR_SYNTAX (the message names line and column, and what is wrong with a
/// shape too), HEALPIX_ERR_SHAPE (too many combinations one in the other), HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// ```c
/// const char *text = "Circle ICRS 147.6 69.9 0.4";
/// healpix_region *circle;
/// uint8_t inside;
/// assert(healpix_region_from_stcs(text, strlen(text), &circle) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(circle, 148.0, 69.7, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(circle);
/// ```
healpix_status healpix_region_from_stcs(const char *text,
                                        size_t n,
                                        healpix_region **out);

/// The region of a GeoJSON text (RFC 7946): a Polygon or MultiPolygon, or Features and collections of them, in degrees.
/// Inside is what an odd number of rings goes around, seen from the side with the smaller area; edges are great
/// circles. Otherwise as healpix_region_from_stcs.
///
/// Errors: HEALPIX_ERR_SYNTAX, HEALPIX_ERR_SHAPE, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// ```c
/// const char *text = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}";
/// healpix_region *square;
/// uint8_t inside;
/// assert(healpix_region_from_geojson(text, strlen(text), &square) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(square, 5.0, 5.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(square);
/// ```
healpix_status healpix_region_from_geojson(const char *text,
                                           size_t n,
                                           healpix_region **out);

// ---------- Regions: questions ----------

/// Which positions are inside a region, its border included.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `inside`: becomes 1 for each position inside, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// ```c
/// const double lon[] = {0.1, 0.3}, lat[] = {0.0, 0.0};
/// healpix_region *cone;
/// uint8_t inside[2];
/// healpix_region_cone(0.0, 0.0, 0.2, &cone);
/// assert(healpix_region_contains(cone, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_contains(const healpix_region *region,
                                       const double *lon,
                                       const double *lat,
                                       size_t n,
                                       uint8_t *inside);

/// Which positions in degrees are inside a region, its border included. Otherwise as healpix_region_contains.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// ```c
/// const double lon[] = {279.5, 0.0}, lat[] = {38.9, 91.0}; /* the second is no position */
/// healpix_region *cone;
/// uint8_t inside[2];
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_region_contains_deg(cone, lon, lat, 2, inside) == HEALPIX_ERR_LATITUDE);
/// assert(inside[0] == 1 && inside[1] == 0);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_contains_deg(const healpix_region *region,
                                           const double *lon,
                                           const double *lat,
                                           size_t n,
                                           uint8_t *inside);

/// Whether a position is inside a region, its border included.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `inside` writable.
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// healpix_region_cone(0.0, 0.0, 0.2, &cone);
/// assert(healpix_region_contains_one(cone, 0.2, 0.0, &inside) == HEALPIX_OK && inside == 1); /* on the border */
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_contains_one(const healpix_region *region,
                                           double lon,
                                           double lat,
                                           uint8_t *inside);

/// Whether a position in degrees is inside a region, its border included. Otherwise as healpix_region_contains_one.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `inside` writable.
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 90.0, 10.0, &cone); /* around the north pole */
/// assert(healpix_region_contains_deg_one(cone, 123.0, 81.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_contains_deg_one(const healpix_region *region,
                                               double lon,
                                               double lat,
                                               uint8_t *inside);

/// What a region is to each of `n` cells, exactly.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `relation`: becomes HEALPIX_RELATION_DISJOINT, HEALPIX_RELATION_PARTIAL or HEALPIX_RELATION_FULL for each cell.
///
/// A bad element leaves HEALPIX_INVALID_U8 in its own place; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle, `cells` readable and `relation` writable for `n` elements.
///
/// ```c
/// const uint64_t cells[] = {4, 0, 6};
/// healpix_region *cone;
/// uint8_t relation[3];
/// healpix_region_cone_deg(0.0, 0.0, 60.0, &cone); /* around the center of base cell 4 */
/// assert(healpix_region_relation(cone, 0, cells, 3, relation) == HEALPIX_OK);
/// assert(relation[0] == HEALPIX_RELATION_FULL && relation[1] == HEALPIX_RELATION_PARTIAL);
/// assert(relation[2] == HEALPIX_RELATION_DISJOINT);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_relation(const healpix_region *region,
                                       uint8_t depth,
                                       const uint64_t *cells,
                                       size_t n,
                                       uint8_t *relation);

/// The area of a region in steradians, where a formula says it: of cones, annuli, zones, boxes, polygons, the whole sky
/// and the empty region, and of complements of these. NaN for ellipses, unions, intersections and differences, whose
/// MOC has an area (healpix_moc_area) that is larger by what its cells stick out; NaN for NULL.
///
/// `region` must be NULL or a live handle.
///
/// ```c
/// healpix_region *cone;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(fabs(healpix_region_area(cone) / (DEG * DEG) - 12.565) < 0.001); /* square degrees */
/// healpix_region_free(cone);
/// ```
double healpix_region_area(const healpix_region *region);

/// What a region is to a cell, exactly.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `relation`: becomes HEALPIX_RELATION_DISJOINT, HEALPIX_RELATION_PARTIAL or HEALPIX_RELATION_FULL.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `relation` writable.
///
/// ```c
/// healpix_region *cone;
/// uint8_t relation;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_region_relation_one(cone, 12, 61056746, &relation) == HEALPIX_OK);
/// assert(relation == HEALPIX_RELATION_FULL);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_region_relation_one(const healpix_region *region,
                                           uint8_t depth,
                                           uint64_t cell,
                                           uint8_t *relation);

/// Another handle to the same region. Takes no time and hardly any memory, however large the region is.
///
/// - `out`: becomes a new handle; end it with healpix_region_free, before or after the first.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone, *other;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 0.0, 1.0, &cone);
/// assert(healpix_region_clone(cone, &other) == HEALPIX_OK);
/// healpix_region_free(cone);
/// assert(healpix_region_contains_deg_one(other, 0.5, 0.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(other);
/// ```
healpix_status healpix_region_clone(const healpix_region *region, healpix_region **out);

/// Ends a region; NULL is allowed. What was made of it stays.
///
/// `region` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_region *cone = NULL;
/// assert(healpix_region_cone_deg(0.0, 0.0, -1.0, &cone) == HEALPIX_ERR_RADIUS);
/// healpix_region_free(cone); /* NULL as before: nothing to end */
/// ```
void healpix_region_free(healpix_region *region);

// ---------- Coverages ----------
// The cells of a depth that a region touches, each with whether it is inside: a list of cells of several depths, as
// few as possible. Rows in full cells are in the region; rows in the others have to be looked at.

/// The coverage of a region at a depth: every cell that the region touches, each with whether it is inside.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the region any more.
///
/// No cell that meets the region is missing, no cell is called full that is not, and a partial cell really meets the
/// region. Where four sibling cells are inside, their parent stands for them. The memory grows with the length of the
/// region's border in cells: for deep and large ones see healpix_coverage_with_budget and healpix_coverage_visit.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone;
/// healpix_coverage *coverage;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_coverage_of(10, cone, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 3800); /* 4 pi square degrees are 3834 cells, and those on the border */
/// healpix_coverage_free(coverage), healpix_region_free(cone);
/// ```
healpix_status healpix_coverage_of(uint8_t depth,
                                   const healpix_region *region,
                                   healpix_coverage **out);

/// A coverage of at most `max_cells` cells: where the exact one has more, cells that the region's border crosses stay
/// undivided.
///
/// - `depth`: 0 to 29.
/// - `max_cells`: at least 1. Fewer than the base cells that the region touches, up to 12, it cannot be.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the region any more.
///
/// It still covers the region, and full cells are inside it. Large cells are divided before small ones.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_BUDGET (max_cells is 0), HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone;
/// healpix_coverage *coarse;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_coverage_with_budget(29, cone, 20, &coarse) == HEALPIX_OK && healpix_coverage_len(coarse) <= 20);
/// healpix_coverage_free(coarse), healpix_region_free(cone);
/// ```
healpix_status healpix_coverage_with_budget(uint8_t depth,
                                            const healpix_region *region,
                                            size_t max_cells,
                                            healpix_coverage **out);

/// The coverage of the area inside a ring of great-circle arcs.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n vertices in radians; any finite longitude, latitudes from -pi/2 to pi/2. Each edge is the shorter
///   arc to the next vertex, the last one leads back to the first. The first vertex may be repeated at the end.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA or HEALPIX_INTERIOR_WINDING.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {0.0, 0.5, 0.0}, lat[] = {0.0, 0.0, 0.5};
/// healpix_coverage *coverage;
/// assert(healpix_coverage_polygon(6, lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 509); /* 0.130 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_polygon(uint8_t depth,
                                        const double *lon,
                                        const double *lat,
                                        size_t n,
                                        uint32_t interior,
                                        healpix_coverage **out);

/// The coverage of the area inside a ring of great-circle arcs, the vertices in degrees. Otherwise as
/// healpix_coverage_polygon.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.23, 310.36, 297.70}, lat[] = {38.78, 45.28, 8.87}; /* Vega, Deneb, Altair */
/// healpix_coverage *summer;
/// assert(healpix_coverage_polygon_deg(8, lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &summer) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(summer) > 7971); /* 418 square degrees, and the border */
/// healpix_coverage_free(summer);
/// ```
healpix_status healpix_coverage_polygon_deg(uint8_t depth,
                                            const double *lon,
                                            const double *lat,
                                            size_t n,
                                            uint32_t interior,
                                            healpix_coverage **out);

/// The coverage of cells that were kept elsewhere: those of healpix_coverage_cells, out of a file, a database or
/// another thread. Whether a region has them, nobody asks.
///
/// - `depth`: 0 to 29.
/// - `cells`: n cells, sorted by position, none in another, none deeper than `depth`. Any `full` but 0 says that the
///   cell is inside.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the input any more.
///
/// Four siblings that are full become their parent. One bad cell refuses the call; the message says which one it is and
/// how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH (also of a cell, and for one deeper than `depth`),
/// HEALPIX_ERR_CELL, HEALPIX_ERR_OVERLAPPING_CELLS (a cell does not come after the one before it), HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// ```c
/// const healpix_cell cells[] = {{1, 2, 1}, {8, 3, 0}, {9, 3, 1}}; /* cell 1 of depth 2, then two of depth 3 */
/// healpix_coverage *coverage;
/// assert(healpix_coverage_from_cells(3, cells, 3, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) == 4 + 2);
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_from_cells(uint8_t depth,
                                           const healpix_cell *cells,
                                           size_t n,
                                           healpix_coverage **out);

/// The coverages of cells that were kept elsewhere: those of healpix_coverages_cells with healpix_coverages_offsets.
///
/// - `depth`: 0 to 29.
/// - `cells`: n cells, those of each region as healpix_coverage_from_cells wants them.
/// - `offsets`: n_offsets numbers: where each region's cells begin, and where the last one's end. They begin with 0,
///   never fall, and end with `n`.
/// - `out`: becomes a new handle; end it with healpix_coverages_free. It does not need the input any more.
///
/// Where four full siblings become their parent, later offsets become smaller.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_OVERLAPPING_CELLS,
/// HEALPIX_ERR_RANGE (of an offset), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH (also
/// where there is no offset, or one and cells), HEALPIX_ERR_OVERLAP.
///
/// `cells` must be readable for `n` elements, `offsets` for `n_offsets`, and `out` writable.
///
/// ```c
/// const healpix_cell cells[] = {{5, 3, 1}, {7, 3, 0}, {2, 1, 1}};
/// const uint64_t offsets[] = {0, 2, 3}; /* two cells, and one */
/// healpix_coverages *fields;
/// assert(healpix_coverages_from_cells(3, cells, 3, offsets, 3, &fields) == HEALPIX_OK);
/// assert(healpix_coverages_len(fields) == 2 && healpix_coverages_cells(fields)[2].index == 2);
/// healpix_coverages_free(fields);
/// ```
healpix_status healpix_coverages_from_cells(uint8_t depth,
                                            const healpix_cell *cells,
                                            size_t n,
                                            const uint64_t *offsets,
                                            size_t n_offsets,
                                            healpix_coverages **out);

/// The coverage of a cone: the points within a radius of a center.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_cone(29, 1.0, 0.5, 0.0, &coverage) == HEALPIX_OK); /* a point */
/// assert(healpix_coverage_len(coverage) == 1);
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_cone(uint8_t depth,
                                     double lon,
                                     double lat,
                                     double radius,
                                     healpix_coverage **out);

/// The coverage of a cone in degrees: center and radius, the latter from 0 to 180. Otherwise as healpix_coverage_cone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage) == HEALPIX_OK);
/// for (size_t k = 0; k < healpix_coverage_len(coverage); k++)
///     assert(healpix_coverage_cells(coverage)[k].depth <= 8);
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_cone_deg(uint8_t depth,
                                         double lon,
                                         double lat,
                                         double radius,
                                         healpix_coverage **out);

/// The coverage of an annulus: the points whose distance from a center is between two radii, both included.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inner`, `outer`: radii in radians, 0 to pi, the inner one not larger than the outer one.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_annulus(6, 0.0, 0.0, 0.1, 0.2, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 367); /* 0.0939 steradians, and the borders */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_annulus(uint8_t depth,
                                        double lon,
                                        double lat,
                                        double inner,
                                        double outer,
                                        healpix_coverage **out);

/// The coverage of an annulus in degrees: center and radii, the latter from 0 to 180. Otherwise as
/// healpix_coverage_annulus.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_annulus_deg(6, 0.0, 90.0, 0.0, 180.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) == 12 * 64 * 64); /* the whole sky */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_annulus_deg(uint8_t depth,
                                            double lon,
                                            double lat,
                                            double inner,
                                            double outer,
                                            healpix_coverage **out);

/// The coverage of an elliptical cone: the points whose distances to two foci sum to at most twice the semi-major axis.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
/// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_elliptical_cone(6, 1.0, 0.0, 0.2, 0.1, 0.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 245); /* pi 0.2 0.1 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_elliptical_cone(uint8_t depth,
                                                double lon,
                                                double lat,
                                                double a,
                                                double b,
                                                double position_angle,
                                                healpix_coverage **out);

/// The coverage of an elliptical cone in degrees: all angles, the semi-axes up to 90, the position angle from 0 to 360.
/// Otherwise as healpix_coverage_elliptical_cone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *m31; /* its disc: 190 by 60 arcminutes, major axis 35 degrees east of north */
/// assert(healpix_coverage_elliptical_cone_deg(10, 10.6847, 41.269, 95.0 / 60, 30.0 / 60, 35.0, &m31) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(m31) > 758); /* 2.5 square degrees, and the border */
/// healpix_coverage_free(m31);
/// ```
healpix_status healpix_coverage_elliptical_cone_deg(uint8_t depth,
                                                    double lon,
                                                    double lat,
                                                    double a,
                                                    double b,
                                                    double position_angle,
                                                    healpix_coverage **out);

/// The coverage of a zone: the points between two longitudes and two latitudes, borders included.
///
/// - `depth`: 0 to 29.
/// - `lon_min`, `lon_max`: any finite longitudes in radians. The zone runs from `lon_min` eastwards to `lon_max`, over
///   longitude 0 where need be; a whole turn or more is the whole circle, equal longitudes are one meridian.
/// - `lat_min`, `lat_max`: latitudes in radians, -pi/2 <= lat_min <= lat_max <= pi/2.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_zone(3, 0.0, 0.0, 7.0, 1.0, &coverage) == HEALPIX_OK); /* a whole turn and more */
/// assert(healpix_coverage_n_flat(coverage) > 300);
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_zone(uint8_t depth,
                                     double lon_min,
                                     double lat_min,
                                     double lon_max,
                                     double lat_max,
                                     healpix_coverage **out);

/// The coverage of a zone in degrees: all angles. Otherwise as healpix_coverage_zone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *stripe; /* Stripe 82 of the SDSS */
/// assert(healpix_coverage_zone_deg(8, 310.0, -1.25, 59.0, 1.25, &stripe) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(stripe) > 5194); /* 272 square degrees, and the border */
/// healpix_coverage_free(stripe);
/// ```
healpix_status healpix_coverage_zone_deg(uint8_t depth,
                                         double lon_min,
                                         double lat_min,
                                         double lon_max,
                                         double lat_max,
                                         healpix_coverage **out);

/// The coverage of a box with great-circle sides around a center.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `width`, `height`: whole sizes in radians, above 0 and below pi.
/// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_box(6, 1.0, 0.0, 0.2, 0.1, 0.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 78); /* 0.02 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_box(uint8_t depth,
                                    double lon,
                                    double lat,
                                    double width,
                                    double height,
                                    double position_angle,
                                    healpix_coverage **out);

/// The coverage of a box in degrees: all angles, the sizes below 180, the position angle from 0 to 360. Otherwise as
/// healpix_coverage_box.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_coverage *camera; /* a field of 3 by 2 degrees, turned by 30 */
/// assert(healpix_coverage_box_deg(9, 83.8, -5.4, 3.0, 2.0, 30.0, &camera) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(camera) > 457); /* 6 square degrees, and the cells on the border */
/// healpix_coverage_free(camera);
/// ```
healpix_status healpix_coverage_box_deg(uint8_t depth,
                                        double lon,
                                        double lat,
                                        double width,
                                        double height,
                                        double position_angle,
                                        healpix_coverage **out);

// ---------- Coverages: the cells ----------

/// The depth of a coverage: that of its smallest cells. HEALPIX_INVALID_U8 for NULL.
///
/// `coverage` must be NULL or a live handle.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_depth(coverage) == 8 && healpix_coverage_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_coverage_free(coverage);
/// ```
uint8_t healpix_coverage_depth(const healpix_coverage *coverage);

/// Number of cells as healpix_coverage_cells has them; 0 for NULL.
///
/// `coverage` must be NULL or a live handle.
///
/// ```c
/// healpix_coverage *sky;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 180.0, &sky);
/// assert(healpix_coverage_len(sky) == 12); /* the base cells */
/// healpix_coverage_free(sky);
/// ```
size_t healpix_coverage_len(const healpix_coverage *coverage);

/// The cells, of several depths, sorted by position; as many as healpix_coverage_len says; valid until
/// healpix_coverage_free. NULL if there are none.
///
/// `coverage` must be NULL or a live handle.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_cone_deg(10, 279.2347, 38.7837, 1.0, &coverage);
/// const healpix_cell *cells = healpix_coverage_cells(coverage);
/// size_t n_full = 0;
/// for (size_t k = 0; k < healpix_coverage_len(coverage); k++)
///     n_full += cells[k].full; /* rows in these cells need no test of their distance */
/// assert(n_full > 0 && n_full < healpix_coverage_len(coverage));
/// healpix_coverage_free(coverage);
/// ```
const healpix_cell *healpix_coverage_cells(const healpix_coverage *coverage);

/// Number of cells of its depth that a coverage stands for; 0 for NULL.
///
/// `coverage` must be NULL or a live handle.
///
/// ```c
/// healpix_coverage *sky;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 180.0, &sky);
/// assert(healpix_coverage_n_flat(sky) == 12 * 256 * 256);
/// healpix_coverage_free(sky);
/// ```
uint64_t healpix_coverage_n_flat(const healpix_coverage *coverage);

/// All cells of a coverage at its depth, ascending.
///
/// - `cells`: room for `capacity` nested cell numbers.
/// - `full`: room for as many flags: becomes 1 for each cell inside the region, 0 for each that is partly. NULL if they
///   are not wanted.
/// - `len`: becomes the length of the list, healpix_coverage_n_flat.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY (longer than memory), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `coverage` must be a live handle, outputs writable for `capacity` elements and `len` for one.
///
/// ```c
/// healpix_coverage *coverage;
/// uint64_t cells[12];
/// uint8_t full[12];
/// size_t len;
/// healpix_coverage_cone_deg(0, 0.0, 0.0, 60.0, &coverage);
/// assert(healpix_coverage_flat(coverage, 12, cells, full, &len) == HEALPIX_OK && len < 12);
/// for (size_t k = 0; k < len; k++)
///     assert(full[k] == (cells[k] == 4)); /* base cell 4 is inside the cone */
/// healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_flat(const healpix_coverage *coverage,
                                     size_t capacity,
                                     uint64_t *cells,
                                     uint8_t *full,
                                     size_t *len);

/// An iterator over all cells of a coverage at its depth, ascending: those of healpix_coverage_flat, without a list.
///
/// - `out`: becomes a new handle; end it with healpix_coverage_iter_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `coverage` must be a live handle and `out` writable.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_iter *iter;
/// healpix_cell cell;
/// uint64_t n = 0;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_iter_new(coverage, &iter) == HEALPIX_OK);
/// while (healpix_coverage_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == healpix_coverage_n_flat(coverage));
/// healpix_coverage_iter_free(iter), healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_iter_new(const healpix_coverage *coverage,
                                         healpix_coverage_iter **out);

/// The next cell.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `iter` and the coverage it was made from must be live handles and `out` writable.
///
/// ```c
/// healpix_coverage *point;
/// healpix_coverage_iter *iter;
/// healpix_cell cell;
/// healpix_coverage_cone_deg(12, 279.2347, 38.7837, 0.0, &point);
/// healpix_coverage_iter_new(point, &iter);
/// assert(healpix_coverage_iter_next(iter, &cell) == HEALPIX_OK && cell.index == 61056746 && cell.depth == 12);
/// assert(healpix_coverage_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_coverage_iter_free(iter), healpix_coverage_free(point);
/// ```
healpix_status healpix_coverage_iter_next(healpix_coverage_iter *iter,
                                          healpix_cell *out);

/// Ends an iterator; NULL is allowed. The coverage may be gone already.
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_iter *iter = NULL;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_iter_new(coverage, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_coverage_free(coverage);
/// healpix_coverage_iter_free(iter); /* the iterator may be freed after its coverage, and not used any more */
/// ```
void healpix_coverage_iter_free(healpix_coverage_iter *iter);

// ---------- Coverages: cell by cell, without a list ----------

/// Hands the cells of a region to a callback as they are found, sorted by position, without storing them.
///
/// - `depth`: 0 to 29.
/// - `visit`: called with `n` cells at a time, 1 to 1024 of them, and `user`. The cells are those of
///   healpix_coverage_of, in the same order; they are valid until the callback returns. It returns 0 to go on; anything
///   else stops the walk. A region that touches no cell makes no call.
/// - `user`: handed to `visit` as it is; may be NULL.
///
/// Returns HEALPIX_OK when all cells were handed over, HEALPIX_STOPPED when the callback, or that of
/// healpix_set_progress, asked to stop; what it was given before stays good.
///
/// The callback may call any function of this library, this one too, with these or other handles; one that would free
/// `region` does nothing but to say so (HEALPIX_ERR_BUSY to healpix_set_log). It must not leave other than by
/// returning: no longjmp, and no C++ exception may leave it.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL (`visit` too), HEALPIX_ERR_ALIGN.
///
/// `region` must be a live handle, and `visit` a function that may be called with `user`.
///
/// ```c
/// static int32_t count_cells(const healpix_cell *cells, size_t n, void *user)
/// {
///     (void)cells;
///     *(size_t *)user += n;
///     return 0; /* go on */
/// }
///
/// healpix_region *cone;
/// size_t n = 0;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_coverage_visit(12, cone, count_cells, &n) == HEALPIX_OK && n > 0);
/// healpix_region_free(cone);
/// ```
healpix_status healpix_coverage_visit(uint8_t depth,
                                      const healpix_region *region,
                                      int32_t (*visit)(const healpix_cell *cells, size_t n, void *user),
                                      void *user);

// ---------- Coverages: many cones ----------

/// The coverages of `n` cones.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n centers in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `radius`: n radii in radians, 0 to pi.
/// - `out`: becomes a new handle; end it with healpix_coverages_free.
///
/// One bad cone refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {1.0, 2.0}, lat[] = {0.5, -0.5}, radius[] = {0.0, 0.01};
/// healpix_coverages *fields;
/// assert(healpix_coverage_cones(8, lon, lat, radius, 2, &fields) == HEALPIX_OK);
/// assert(healpix_coverages_offsets(fields)[1] == 1); /* the first, a point, has one cell */
/// healpix_coverages_free(fields);
/// ```
healpix_status healpix_coverage_cones(uint8_t depth,
                                      const double *lon,
                                      const double *lat,
                                      const double *radius,
                                      size_t n,
                                      healpix_coverages **out);

/// The coverages of `n` cones in degrees: centers and radii, the latter from 0 to 180. Otherwise as
/// healpix_coverage_cones.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 98.8683}, radius[] = {1.0, 1.0};
/// healpix_coverages *fields = NULL;
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 2, &fields) == HEALPIX_ERR_LATITUDE && fields == NULL);
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields) == HEALPIX_OK);
/// healpix_coverages_free(fields);
/// ```
healpix_status healpix_coverage_cones_deg(uint8_t depth,
                                          const double *lon,
                                          const double *lat,
                                          const double *radius,
                                          size_t n,
                                          healpix_coverages **out);

/// The depth of coverages; HEALPIX_INVALID_U8 for NULL.
///
/// `coverages` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {10.0}, lat[] = {20.0}, radius[] = {1.0};
/// healpix_coverages *fields;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields);
/// assert(healpix_coverages_depth(fields) == 8 && healpix_coverages_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_coverages_free(fields);
/// ```
uint8_t healpix_coverages_depth(const healpix_coverages *coverages);

/// Number of coverages, which is that of the cones; 0 for NULL.
///
/// `coverages` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {10.0, 15.0}, lat[] = {20.0, 20.0}, radius[] = {1.0, 1.0};
/// healpix_coverages *fields;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 2, &fields);
/// assert(healpix_coverages_len(fields) == 2);
/// healpix_coverages_free(fields);
/// ```
size_t healpix_coverages_len(const healpix_coverages *coverages);

/// Where each coverage begins in healpix_coverages_cells, and behind them where the last one ends: one more than
/// healpix_coverages_len says. Coverage k has the cells from `offsets[k]` to `offsets[k + 1]`, the latter not included.
/// Valid until healpix_coverages_free. NULL for NULL only.
///
/// `coverages` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {10.0, 15.0}, lat[] = {20.0, 20.0}, radius[] = {0.0, 0.0};
/// healpix_coverages *points;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 2, &points);
/// const uint64_t *offsets = healpix_coverages_offsets(points);
/// assert(offsets[0] == 0 && offsets[1] == 1 && offsets[2] == 2); /* one cell each */
/// healpix_coverages_free(points);
/// ```
const uint64_t *healpix_coverages_offsets(const healpix_coverages *coverages);

/// The cells of all coverages, those of each as healpix_coverage_cells has them; as many as the last of
/// healpix_coverages_offsets says; valid until healpix_coverages_free. NULL if there are none.
///
/// `coverages` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}, radius[] = {0.0, 0.0};
/// healpix_coverages *points;
/// healpix_coverage_cones_deg(12, lon, lat, radius, 2, &points);
/// const healpix_cell *cells = healpix_coverages_cells(points);
/// assert(cells[0].index == 61056746 && cells[1].index == 125106358);
/// healpix_coverages_free(points);
/// ```
const healpix_cell *healpix_coverages_cells(const healpix_coverages *coverages);

/// Ends coverages; NULL is allowed. Their views end with them.
///
/// `coverages` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// const double lon[] = {10.0}, lat[] = {20.0}, radius[] = {1.0};
/// healpix_coverages *fields;
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields) == HEALPIX_OK);
/// healpix_coverages_free(fields); /* cells and offsets end with it */
/// ```
void healpix_coverages_free(healpix_coverages *coverages);

// ---------- Coverages: as MOCs, and as ranges of ring cells ----------

/// All cells of a coverage as a MOC of its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `coverage` must be a live handle and `out` writable.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_moc *moc;
/// healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage);
/// assert(healpix_coverage_moc(coverage, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == healpix_coverage_n_flat(coverage));
/// healpix_moc_free(moc), healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_moc(const healpix_coverage *coverage,
                                    healpix_moc **out);

/// The cells of a coverage that are inside the region, as a MOC of its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `coverage` must be a live handle and `out` writable.
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_moc *all, *full;
/// healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage);
/// healpix_coverage_moc(coverage, &all);
/// assert(healpix_coverage_full_moc(coverage, &full) == HEALPIX_OK && healpix_moc_is_subset(full, all));
/// assert(healpix_moc_area(full) < 9.57e-4 && healpix_moc_area(all) > 9.57e-4); /* the cone has pi square degrees */
/// healpix_moc_free(all), healpix_moc_free(full), healpix_coverage_free(coverage);
/// ```
healpix_status healpix_coverage_full_moc(const healpix_coverage *coverage,
                                         healpix_moc **out);

/// The cells of a depth whose center is inside a region, as a MOC.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone;
/// healpix_moc *moc;
/// healpix_region_cone_deg(0.0, 0.0, 40.0, &cone);
/// assert(healpix_coverage_centers_in(0, cone, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 1 && healpix_moc_first(moc) == 4); /* the cone touches others, too */
/// healpix_moc_free(moc), healpix_region_free(cone);
/// ```
healpix_status healpix_coverage_centers_in(uint8_t depth,
                                           const healpix_region *region,
                                           healpix_moc **out);

/// The cells of an nside that a region touches, as ranges of ring numbers.
///
/// - `nside`: 1 to 2^29, no power of two needed.
/// - `out`: becomes a new handle with sorted ranges that do not touch; end it with healpix_ranges_free. It does not
///   need the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cap;
/// healpix_ranges *ranges;
/// healpix_region_cone_deg(0.0, 90.0, 10.0, &cap); /* around the north pole */
/// assert(healpix_coverage_ring_touched(1000, cap, &ranges) == HEALPIX_OK);
/// assert(healpix_ranges_len(ranges) > 0 && healpix_ranges_data(ranges)[0].start == 0);
/// healpix_ranges_free(ranges), healpix_region_free(cap);
/// ```
healpix_status healpix_coverage_ring_touched(uint32_t nside,
                                             const healpix_region *region,
                                             healpix_ranges **out);

/// The cells of an nside whose center is inside a region, as ranges of ring numbers. Otherwise as
/// healpix_coverage_ring_touched.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone;
/// healpix_ranges *ranges;
/// healpix_region_cone_deg(0.0, 0.0, 5.0, &cone);
/// assert(healpix_coverage_ring_centers_in(3, cone, &ranges) == HEALPIX_OK && healpix_ranges_len(ranges) == 1);
/// assert(healpix_ranges_data(ranges)[0].start == 48 && healpix_ranges_data(ranges)[0].end == 49);
/// healpix_ranges_free(ranges), healpix_region_free(cone);
/// ```
healpix_status healpix_coverage_ring_centers_in(uint32_t nside,
                                                const healpix_region *region,
                                                healpix_ranges **out);

/// Number of ranges; 0 for NULL.
///
/// `ranges` must be NULL or a live handle.
///
/// ```c
/// healpix_region *sky;
/// healpix_ranges *ranges;
/// healpix_region_all_sky(&sky);
/// healpix_coverage_ring_touched(1000, sky, &ranges);
/// assert(healpix_ranges_len(ranges) == 1 && healpix_ranges_len(NULL) == 0);
/// healpix_ranges_free(ranges), healpix_region_free(sky);
/// ```
size_t healpix_ranges_len(const healpix_ranges *ranges);

/// The ranges, as many as healpix_ranges_len says; valid until healpix_ranges_free. NULL if there are none.
///
/// `ranges` must be NULL or a live handle.
///
/// ```c
/// healpix_region *sky;
/// healpix_ranges *ranges;
/// healpix_region_all_sky(&sky);
/// healpix_coverage_ring_touched(1000, sky, &ranges);
/// assert(healpix_ranges_data(ranges)[0].start == 0 && healpix_ranges_data(ranges)[0].end == 12000000);
/// healpix_ranges_free(ranges), healpix_region_free(sky);
/// ```
const healpix_range *healpix_ranges_data(const healpix_ranges *ranges);

/// Ends ranges; NULL is allowed.
///
/// `ranges` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_region *nothing;
/// healpix_ranges *ranges;
/// healpix_region_empty(&nothing);
/// assert(healpix_coverage_ring_touched(1000, nothing, &ranges) == HEALPIX_OK && healpix_ranges_len(ranges) == 0);
/// healpix_ranges_free(ranges), healpix_region_free(nothing); /* without a range, a handle all the same */
/// ```
void healpix_ranges_free(healpix_ranges *ranges);

/// Ends a coverage; NULL is allowed. Its views, and iterators over it, end with it.
///
/// `coverage` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_coverage *coverage = NULL;
/// assert(healpix_coverage_cone_deg(30, 0.0, 0.0, 1.0, &coverage) == HEALPIX_ERR_DEPTH);
/// healpix_coverage_free(coverage); /* NULL as before: nothing to end */
/// ```
void healpix_coverage_free(healpix_coverage *coverage);

// ---------- MOCs: making them ----------
// A MOC (multi-order coverage map, IVOA 2.0) is a set of cells of one depth, stored as ranges. In the examples MOCs
// come from their text form: "3/1-5 8" are the cells 1 to 5 and 8 of depth 3.

/// A MOC without a cell.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_moc *moc;
/// assert(healpix_moc_empty(5, &moc) == HEALPIX_OK && healpix_moc_is_empty(moc) && healpix_moc_depth(moc) == 5);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_empty(uint8_t depth,
                                 healpix_moc **out);

/// The MOC with every cell. Otherwise as healpix_moc_empty.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_moc *moc;
/// assert(healpix_moc_all_sky(5, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 12 * 32 * 32);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_all_sky(uint8_t depth, healpix_moc **out);

/// The MOC of cells of its depth.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth, in any order; a cell may be there several times.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// One bad element refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// ```c
/// const uint64_t cells[] = {7, 5, 4, 6, 4};
/// healpix_moc *moc;
/// assert(healpix_moc_from_cells(3, cells, 5, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 4 && healpix_moc_len(moc) == 1); /* one range: 4 to 7 */
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_cells(uint8_t depth,
                                      const uint64_t *cells,
                                      size_t n,
                                      healpix_moc **out);

/// The MOC of cells of any depths, for instance those of a coverage. Cells may overlap; one that is deeper than the MOC
/// is widened to its ancestor. Whether a cell is full does not count.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `cells`: n cells.
///
/// Otherwise as healpix_moc_from_cells. Errors: of an element also HEALPIX_ERR_DEPTH.
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// ```c
/// const healpix_cell cells[] = {{1, 2, 1}, {20, 3, 0}}; /* cell 1 of depth 2, cell 20 of depth 3 */
/// healpix_moc *moc;
/// assert(healpix_moc_from_mixed_cells(3, cells, 2, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_mixed_cells(uint8_t depth,
                                            const healpix_cell *cells,
                                            size_t n,
                                            healpix_moc **out);

/// The MOC of cells given by IVOA uniq numbers. Cells may overlap; one that is deeper than the MOC is widened to its
/// ancestor.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `uniq`: n uniq numbers, 4 * 4^depth + cell.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_UNIQ instead of HEALPIX_ERR_CELL.
///
/// `uniq` must be readable for `n` elements and `out` writable.
///
/// ```c
/// const uint64_t uniq[] = {64 + 1, 256 + 20}; /* cell 1 of depth 2, cell 20 of depth 3 */
/// healpix_moc *moc;
/// assert(healpix_moc_from_uniq(3, uniq, 2, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_uniq(uint8_t depth,
                                     const uint64_t *uniq,
                                     size_t n,
                                     healpix_moc **out);

/// The MOC of ranges of cells of its own depth, in any order; they may overlap. An empty range adds nothing.
///
/// - `depth`: 0 to 29.
/// - `ranges`: n ranges of nested cell numbers of `depth`, `start` up to `end`, `end` at most 12 * 4^depth.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_RANGE instead of HEALPIX_ERR_CELL.
///
/// `ranges` must be readable for `n` elements and `out` writable.
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {15, 30}};
/// healpix_moc *moc;
/// assert(healpix_moc_from_ranges(3, ranges, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 10 && healpix_moc_last(moc) == 29 && healpix_moc_len(moc) == 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_ranges(uint8_t depth,
                                       const healpix_range *ranges,
                                       size_t n,
                                       healpix_moc **out);

/// The MOC of ranges of cells of depth 29, as healpix_moc_ranges has them, in any order; they may overlap. An empty
/// range adds nothing. Each is widened to whole cells of the MOC.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `ranges`: n ranges of nested cell numbers of depth 29, `start` up to `end`, `end` at most 12 * 4^29.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_RANGE instead of HEALPIX_ERR_CELL.
///
/// `ranges` must be readable for `n` elements and `out` writable.
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/1-5 8", 7, &moc);
/// /* The ranges of a MOC are its value: this way it goes to another thread or program. */
/// assert(healpix_moc_from_depth29_ranges(3, healpix_moc_ranges(moc), healpix_moc_len(moc), &copy) == HEALPIX_OK);
/// assert(healpix_moc_equals(copy, moc));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
healpix_status healpix_moc_from_depth29_ranges(uint8_t depth,
                                               const healpix_range *ranges,
                                               size_t n,
                                               healpix_moc **out);

/// The MOC of the cells that positions are in.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// One bad element refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {0.0, 1e-9}, lat[] = {0.0, 1e-9};
/// healpix_moc *moc;
/// assert(healpix_moc_from_points(0, lon, lat, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 1 && healpix_moc_first(moc) == 4);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_points(uint8_t depth,
                                       const double *lon,
                                       const double *lat,
                                       size_t n,
                                       healpix_moc **out);

/// The MOC of the cells that positions in degrees are in. Otherwise as healpix_moc_from_points.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// healpix_moc *moc;
/// assert(healpix_moc_from_points_deg(12, lon, lat, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 61056746 && healpix_moc_last(moc) == 125106358);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_points_deg(uint8_t depth,
                                           const double *lon,
                                           const double *lat,
                                           size_t n,
                                           healpix_moc **out);

/// The MOC of the cells that a region touches: healpix_coverage_moc of healpix_coverage_of.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `region` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *cone;
/// healpix_moc *moc;
/// healpix_region_cone_deg(279.2347, 38.7837, 1.0, &cone);
/// assert(healpix_moc_from_region(10, cone, &moc) == HEALPIX_OK);
/// assert(healpix_moc_area(moc) > 9.57e-4); /* that of the cone, pi square degrees, and a border */
/// healpix_moc_free(moc), healpix_region_free(cone);
/// ```
healpix_status healpix_moc_from_region(uint8_t depth,
                                       const healpix_region *region,
                                       healpix_moc **out);

/// The smallest part of the sky with a share of the probability of a multi-order map.
///
/// - `uniq`: n IVOA uniq numbers, 4 * 4^depth + cell, in any order; no cell within another.
/// - `density`: the probability per steradian in each, in any scale: only ratios count.
/// - `level`: the share, 0 to 1.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// Cells are taken by decreasing density, equal ones in nested order, until their probability first reaches the level;
/// the last one is taken whole. Level 0 gives no cell, 1 all cells with a density above 0. The depth is that of the
/// deepest cell of the map. One bad element refuses the call; the message says which one it is.
///
/// Written only on success. Errors: HEALPIX_ERR_UNIQ, HEALPIX_ERR_PROBABILITY, HEALPIX_ERR_OVERLAPPING_CELLS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const uint64_t uniq[] = {4, 5, 6};       /* base cells 0, 1, 2 */
/// const double density[] = {1.0, 6.0, 3.0}; /* 10, 60 and 30 per cent */
/// healpix_moc *half;
/// assert(healpix_moc_credible_region(uniq, density, 3, 0.5, &half) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(half) == 1 && healpix_moc_first(half) == 1);
/// healpix_moc_free(half);
/// ```
healpix_status healpix_moc_credible_region(const uint64_t *uniq,
                                           const double *density,
                                           size_t n,
                                           double level,
                                           healpix_moc **out);

/// The smallest part of the sky with a share of the probability of a map that has the probability in each cell, and not
/// its density. Otherwise as healpix_moc_credible_region.
///
/// Errors: HEALPIX_ERR_UNIQ, HEALPIX_ERR_PROBABILITY, HEALPIX_ERR_OVERLAPPING_CELLS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// ```c
/// const uint64_t uniq[] = {4, 5, 6};
/// const double probability[] = {0.1, 0.6, 0.3};
/// healpix_moc *most;
/// assert(healpix_moc_credible_region_of_probabilities(uniq, probability, 3, 0.85, &most) == HEALPIX_OK);
/// assert(healpix_moc_first(most) == 1 && healpix_moc_last(most) == 2);
/// healpix_moc_free(most);
/// ```
healpix_status healpix_moc_credible_region_of_probabilities(const uint64_t *uniq,
                                                            const double *probability,
                                                            size_t n,
                                                            double level,
                                                            healpix_moc **out);

// ---------- MOCs: algebra ----------

/// The cells that are in either MOC, at the depth of the deeper one.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operands may be freed before it.
///
/// `a` and `b` may be the same MOC. Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a` and `b` must be live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *both;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_union(a, b, &both) == HEALPIX_OK);
/// assert(healpix_moc_first(both) == 1 && healpix_moc_last(both) == 8 && healpix_moc_n_cells(both) == 8);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(both);
/// ```
healpix_status healpix_moc_union(const healpix_moc *a, const healpix_moc *b, healpix_moc **out);

/// The cells that are in both MOCs, at the depth of the deeper one. Otherwise as healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a` and `b` must be live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *common;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_intersection(a, b, &common) == HEALPIX_OK);
/// assert(healpix_moc_first(common) == 4 && healpix_moc_last(common) == 5);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(common);
/// ```
healpix_status healpix_moc_intersection(const healpix_moc *a, const healpix_moc *b, healpix_moc **out);

/// The cells that are in the first MOC and not in the second, at the depth of the deeper one. Otherwise as
/// healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a` and `b` must be live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *rest;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_difference(a, b, &rest) == HEALPIX_OK);
/// assert(healpix_moc_first(rest) == 1 && healpix_moc_last(rest) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(rest);
/// ```
healpix_status healpix_moc_difference(const healpix_moc *a, const healpix_moc *b, healpix_moc **out);

/// The cells that are in one of the MOCs and not in both, at the depth of the deeper one. Otherwise as
/// healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a` and `b` must be live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *either;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_symmetric_difference(a, b, &either) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(either) == 6); /* 1 to 3 and 6 to 8 */
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(either);
/// ```
healpix_status healpix_moc_symmetric_difference(const healpix_moc *a,
                                                const healpix_moc *b,
                                                healpix_moc **out);

/// The cells that are not in a MOC, at its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *rest;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// assert(healpix_moc_complement(moc, &rest) == HEALPIX_OK);
/// assert(healpix_moc_first(rest) == 4 && healpix_moc_last(rest) == 11);
/// healpix_moc_free(moc), healpix_moc_free(rest);
/// ```
healpix_status healpix_moc_complement(const healpix_moc *moc,
                                      healpix_moc **out);

/// The cells that are in at least one of any number of MOCs, at the depth of the deepest. Much quicker than one union
/// after the other.
///
/// - `mocs`: n MOCs; one may be there several times. Of none, the answer has no cell and depth 0.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operands may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `mocs` must be readable for `n` pointers to live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *c, *all;
/// healpix_moc_from_ascii("3/1", 3, &a);
/// healpix_moc_from_ascii("3/2", 3, &b);
/// healpix_moc_from_ascii("3/7", 3, &c);
/// const healpix_moc *mocs[] = {a, b, c};
/// assert(healpix_moc_union_all(mocs, 3, &all) == HEALPIX_OK && healpix_moc_n_cells(all) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(c), healpix_moc_free(all);
/// ```
healpix_status healpix_moc_union_all(const healpix_moc *const *mocs,
                                     size_t n,
                                     healpix_moc **out);

/// The cells that are in every one of any number of MOCs, at the depth of the deepest.
///
/// - `mocs`: n MOCs; one may be there several times. Of none, the answer is the whole sky at depth 0.
///
/// Otherwise as healpix_moc_union_all.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `mocs` must be readable for `n` pointers to live handles and `out` writable.
///
/// ```c
/// healpix_moc *a, *b, *c, *common;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/2-7", 5, &b);
/// healpix_moc_from_ascii("3/4-9", 5, &c);
/// const healpix_moc *mocs[] = {a, b, c};
/// assert(healpix_moc_intersection_all(mocs, 3, &common) == HEALPIX_OK && healpix_moc_n_cells(common) == 2);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(c), healpix_moc_free(common);
/// ```
healpix_status healpix_moc_intersection_all(const healpix_moc *const *mocs, size_t n, healpix_moc **out);

// ---------- MOCs: comparisons ----------

/// Whether two MOCs have the same depth and the same cells. False if one is NULL.
///
/// `a` and `b` must be NULL or live handles.
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-7", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b); /* the same place, at another depth */
/// assert(healpix_moc_equals(a, a) && !healpix_moc_equals(a, b));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
bool healpix_moc_equals(const healpix_moc *a, const healpix_moc *b);

/// Whether two MOCs cover the same places, whatever their depths. False if one is NULL.
///
/// `a` and `b` must be NULL or live handles.
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-7", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b);
/// assert(healpix_moc_same_set(a, b));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
bool healpix_moc_same_set(const healpix_moc *a, const healpix_moc *b);

/// Whether every cell of the first MOC is in the second, whatever their depths. False if one is NULL.
///
/// `a` and `b` must be NULL or live handles.
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-5", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b);
/// assert(healpix_moc_is_subset(a, b) && !healpix_moc_is_subset(b, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
bool healpix_moc_is_subset(const healpix_moc *a, const healpix_moc *b);

/// Whether every cell of the second MOC is in the first, whatever their depths. False if one is NULL.
///
/// `a` and `b` must be NULL or live handles.
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("2/1", 3, &a);
/// healpix_moc_from_ascii("3/4-5", 5, &b);
/// assert(healpix_moc_is_superset(a, b) && !healpix_moc_is_superset(b, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
bool healpix_moc_is_superset(const healpix_moc *a, const healpix_moc *b);

/// Whether no place is in both MOCs, whatever their depths. False if one is NULL.
///
/// `a` and `b` must be NULL or live handles.
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-5", 5, &a);
/// healpix_moc_from_ascii("2/2", 3, &b);
/// assert(healpix_moc_is_disjoint(a, b) && !healpix_moc_is_disjoint(a, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
bool healpix_moc_is_disjoint(const healpix_moc *a, const healpix_moc *b);

// ---------- MOCs: algebra into a MOC that is there ----------

/// The cells that are in either MOC, at the depth of the deeper one, into a MOC that is there.
///
/// - `into`: a MOC whose memory is used again; what was in it is lost, and views of it end. In a loop over large MOCs
///   this is two to four times as fast as a new MOC for each answer. Not `a` or `b` itself.
///
/// Errors: HEALPIX_ERR_MEMORY, `into` being empty then; HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP,
/// `into` being as it was.
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_union_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 8);
/// assert(healpix_moc_union_into(a, b, a) == HEALPIX_ERR_OVERLAP);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
healpix_status healpix_moc_union_into(const healpix_moc *a,
                                      const healpix_moc *b,
                                      healpix_moc *into);

/// The cells that are in both MOCs, at the depth of the deeper one, into a MOC that is there. Otherwise as
/// healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_intersection_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 2);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
healpix_status healpix_moc_intersection_into(const healpix_moc *a, const healpix_moc *b, healpix_moc *into);

/// The cells that are in the first MOC and not in the second, at the depth of the deeper one, into a MOC that is there.
/// Otherwise as healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_difference_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
healpix_status healpix_moc_difference_into(const healpix_moc *a,
                                           const healpix_moc *b,
                                           healpix_moc *into);

/// The cells that are in one of the MOCs and not in both, at the depth of the deeper one, into a MOC that is there.
/// Otherwise as healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_symmetric_difference_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 6);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
healpix_status healpix_moc_symmetric_difference_into(const healpix_moc *a,
                                                     const healpix_moc *b,
                                                     healpix_moc *into);

/// The cells that are not in a MOC, at its depth, into a MOC that is there. Otherwise as healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// ```c
/// healpix_moc *moc, *into;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_complement_into(moc, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 8);
/// healpix_moc_free(moc), healpix_moc_free(into);
/// ```
healpix_status healpix_moc_complement_into(const healpix_moc *moc,
                                           healpix_moc *into);

// ---------- MOCs: depths, borders, holes, parts ----------

/// The cells of a shallower depth that the cells of a MOC lie in; a cell covered in part becomes whole.
///
/// - `depth`: 0 to the depth of the MOC.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *coarse;
/// healpix_moc_from_ascii("3/5", 3, &moc);
/// assert(healpix_moc_degraded(moc, 2, &coarse) == HEALPIX_OK && healpix_moc_first(coarse) == 1);
/// assert(healpix_moc_is_subset(moc, coarse));
/// healpix_moc_free(moc), healpix_moc_free(coarse);
/// ```
healpix_status healpix_moc_degraded(const healpix_moc *moc,
                                    uint8_t depth,
                                    healpix_moc **out);

/// The same places at a deeper depth.
///
/// - `depth`: the depth of the MOC to 29.
///
/// Otherwise as healpix_moc_degraded.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *fine;
/// healpix_moc_from_ascii("2/1", 3, &moc);
/// assert(healpix_moc_refined(moc, 3, &fine) == HEALPIX_OK && healpix_moc_n_cells(fine) == 4);
/// assert(healpix_moc_same_set(moc, fine));
/// healpix_moc_free(moc), healpix_moc_free(fine);
/// ```
healpix_status healpix_moc_refined(const healpix_moc *moc, uint8_t depth, healpix_moc **out);

/// The cells of a MOC, at its depth, that touch one that is not in it, in an edge or in a vertex.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Time and memory go with the length of the border and not with the area. Written only on success. Errors:
/// HEALPIX_ERR_MEMORY (also for borders of more than 2^28 cells), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *base, *moc, *border;
/// healpix_moc_from_ascii("0/4", 3, &base);
/// healpix_moc_refined(base, 2, &moc); /* 4 x 4 cells */
/// assert(healpix_moc_inner_border(moc, &border) == HEALPIX_OK && healpix_moc_n_cells(border) == 12);
/// healpix_moc_free(base), healpix_moc_free(moc), healpix_moc_free(border);
/// ```
healpix_status healpix_moc_inner_border(const healpix_moc *moc, healpix_moc **out);

/// The cells of the depth of a MOC that are not in it and touch one that is, in an edge or in a vertex. Otherwise as
/// healpix_moc_inner_border.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *border;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_outer_border(moc, &border) == HEALPIX_OK && healpix_moc_n_cells(border) == 8);
/// healpix_moc_free(moc), healpix_moc_free(border);
/// ```
healpix_status healpix_moc_outer_border(const healpix_moc *moc,
                                        healpix_moc **out);

/// A MOC and all cells of its depth that are at most so many steps away, a step leading to any of the up to eight
/// neighbors of a cell.
///
/// - `steps`: 0 to 1024.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_STEPS, HEALPIX_ERR_MEMORY (also for borders of more than 2^28 cells),
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *larger;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_expanded(moc, 2, &larger) == HEALPIX_OK && healpix_moc_n_cells(larger) == 25);
/// healpix_moc_free(moc), healpix_moc_free(larger);
/// ```
healpix_status healpix_moc_expanded(const healpix_moc *moc,
                                    uint32_t steps,
                                    healpix_moc **out);

/// The cells of a MOC from which every cell that is not in it is more than so many steps away: the complement of the
/// complement, expanded. Otherwise as healpix_moc_expanded.
///
/// Errors: HEALPIX_ERR_STEPS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *cell, *disc, *core;
/// healpix_moc_from_ascii("12/61056746", 11, &cell);
/// healpix_moc_expanded(cell, 2, &disc);
/// assert(healpix_moc_contracted(disc, 2, &core) == HEALPIX_OK && healpix_moc_equals(core, cell));
/// healpix_moc_free(cell), healpix_moc_free(disc), healpix_moc_free(core);
/// ```
healpix_status healpix_moc_contracted(const healpix_moc *moc,
                                      uint32_t steps,
                                      healpix_moc **out);

/// A MOC with its holes filled: the connected parts of its complement (HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES) without
/// the largest of them, which is what lies around the MOC.
///
/// - `max_area`: steradians; only holes of at most this area are filled. INFINITY for all holes; NaN for none.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_region *annulus;
/// healpix_moc *ring, *disc;
/// healpix_region_annulus_deg(0.0, 0.0, 5.0, 10.0, &annulus);
/// healpix_moc_from_region(6, annulus, &ring);
/// assert(healpix_moc_fill_holes(ring, INFINITY, &disc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(disc) > healpix_moc_n_cells(ring));
/// healpix_moc_free(ring), healpix_moc_free(disc), healpix_region_free(annulus);
/// ```
healpix_status healpix_moc_fill_holes(const healpix_moc *moc,
                                      double max_area,
                                      healpix_moc **out);

/// The connected parts of a MOC, in the order of their first cells, each at the depth of the MOC.
///
/// - `connectivity`: HEALPIX_CONNECTIVITY_EDGES if cells belong together where they share an edge,
///   HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES if a vertex is enough.
/// - `out`: becomes a new handle; end it with healpix_mocs_free. It does not need the MOC any more.
///
/// Written only on success. Errors: HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("0/0 2 8", 7, &moc); /* 0 and 8 meet in no point, 0 and 2 at the pole */
/// assert(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES, &parts) == HEALPIX_OK && healpix_mocs_len(parts) == 3);
/// healpix_mocs_free(parts), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_split(const healpix_moc *moc,
                                 uint32_t connectivity,
                                 healpix_mocs **out);

/// Number of MOCs in a list; 0 for NULL.
///
/// `mocs` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("3/1 100", 7, &moc);
/// healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, &parts);
/// assert(healpix_mocs_len(parts) == 2 && healpix_mocs_len(NULL) == 0);
/// healpix_mocs_free(parts), healpix_moc_free(moc);
/// ```
size_t healpix_mocs_len(const healpix_mocs *mocs);

/// A MOC of a list, to be read like any other; valid until healpix_mocs_free. It belongs to the list: do not free it.
/// NULL for `k` beyond the last one, and for NULL.
///
/// `mocs` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("3/1 100", 7, &moc);
/// healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, &parts);
/// assert(healpix_moc_first(healpix_mocs_get(parts, 1)) == 100 && healpix_mocs_get(parts, 2) == NULL);
/// healpix_mocs_free(parts), healpix_moc_free(moc); /* the parts are not freed one by one */
/// ```
const healpix_moc *healpix_mocs_get(const healpix_mocs *mocs,
                                    size_t k);

/// Ends a list of MOCs; NULL is allowed. Its members, and what hangs on them, end with it.
///
/// `mocs` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_empty(3, &moc);
/// assert(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES, &parts) == HEALPIX_OK && healpix_mocs_len(parts) == 0);
/// healpix_mocs_free(parts), healpix_moc_free(moc); /* without a member, a handle all the same */
/// ```
void healpix_mocs_free(healpix_mocs *mocs);

// ---------- MOCs: what is in them ----------

/// The depth of a MOC, the order of the MOC standard. HEALPIX_INVALID_U8 for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/1-5 6/", 8, &moc);
/// assert(healpix_moc_depth(moc) == 6 && healpix_moc_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_moc_free(moc);
/// ```
uint8_t healpix_moc_depth(const healpix_moc *moc);

/// Number of ranges as healpix_moc_ranges has them; 0 for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/1-5 8", 7, &moc);
/// assert(healpix_moc_len(moc) == 2);
/// healpix_moc_free(moc);
/// ```
size_t healpix_moc_len(const healpix_moc *moc);

/// The cells of a MOC as ranges of nested cell numbers of depth 29, sorted, disjoint and not touching; as many as
/// healpix_moc_len says; valid until healpix_moc_free. NULL if there are none.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("29/10-19 40", 11, &moc);
/// const healpix_range *ranges = healpix_moc_ranges(moc);
/// assert(ranges[0].start == 10 && ranges[0].end == 20 && ranges[1].start == 40 && ranges[1].end == 41);
/// healpix_moc_free(moc);
/// ```
const healpix_range *healpix_moc_ranges(const healpix_moc *moc);

/// Whether a MOC has no cell. False for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_empty(5, &moc);
/// assert(healpix_moc_is_empty(moc));
/// healpix_moc_free(moc);
/// ```
bool healpix_moc_is_empty(const healpix_moc *moc);

/// Whether a MOC has every cell. False for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-11", 6, &moc);
/// assert(healpix_moc_is_all_sky(moc));
/// healpix_moc_free(moc);
/// ```
bool healpix_moc_is_all_sky(const healpix_moc *moc);

/// Number of cells of its depth that a MOC has; 0 for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc); /* a cell of depth 2 is four of depth 3 */
/// assert(healpix_moc_n_cells(moc) == 5);
/// healpix_moc_free(moc);
/// ```
uint64_t healpix_moc_n_cells(const healpix_moc *moc);

/// The area of a MOC in steradians, 0 to 4 pi. NaN for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// assert(fabs(healpix_moc_area(moc) / (DEG * DEG) - 13750.987) < 0.001); /* a third of 41252.96 square degrees */
/// healpix_moc_free(moc);
/// ```
double healpix_moc_area(const healpix_moc *moc);

/// The part of the sphere that a MOC covers, 0 to 1. NaN for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-5", 5, &moc);
/// assert(healpix_moc_sky_fraction(moc) == 0.5);
/// healpix_moc_free(moc);
/// ```
double healpix_moc_sky_fraction(const healpix_moc *moc);

/// The first cell of a MOC, at its depth. HEALPIX_INVALID_CELL if it has none, and for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/8 100", 7, &moc);
/// assert(healpix_moc_first(moc) == 8 && healpix_moc_first(NULL) == HEALPIX_INVALID_CELL);
/// healpix_moc_free(moc);
/// ```
uint64_t healpix_moc_first(const healpix_moc *moc);

/// The last cell of a MOC, at its depth. HEALPIX_INVALID_CELL if it has none, and for NULL.
///
/// `moc` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/8 100", 7, &moc);
/// assert(healpix_moc_last(moc) == 100);
/// healpix_moc_free(moc);
/// ```
uint64_t healpix_moc_last(const healpix_moc *moc);

// ---------- MOCs: questions ----------

/// Which positions are in a cell of a MOC.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `inside`: becomes 1 for each position inside, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; HEALPIX_ERR_MEMORY; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// ```c
/// const double lon[] = {0.0, 1.0}, lat[] = {0.0, 1.5};
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("0/4", 3, &moc);
/// assert(healpix_moc_contains_points(moc, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_points(const healpix_moc *moc,
                                           const double *lon,
                                           const double *lat,
                                           size_t n,
                                           uint8_t *inside);

/// Which positions in degrees are in a cell of a MOC. Otherwise as healpix_moc_contains_points.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_contains_points_deg(moc, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_points_deg(const healpix_moc *moc,
                                               const double *lon,
                                               const double *lat,
                                               size_t n,
                                               uint8_t *inside);

/// Which cells of a depth are in a MOC as a whole.
///
/// - `depth`: 0 to 29, shallower or deeper than the MOC.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `inside`: becomes 1 for each cell all of which is in the MOC, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; HEALPIX_ERR_MEMORY; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, `cells` readable and `inside` writable for `n` elements.
///
/// ```c
/// const uint64_t cells[] = {1, 2}; /* of depth 2 */
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("3/4-8", 5, &moc); /* all of cell 1, a quarter of cell 2 */
/// assert(healpix_moc_contains_cells(moc, 2, cells, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_cells(const healpix_moc *moc,
                                          uint8_t depth,
                                          const uint64_t *cells,
                                          size_t n,
                                          uint8_t *inside);

/// Which cells of a depth are in a MOC, be it in part only.
///
/// - `overlapping`: becomes 1 for each cell some of which is in the MOC, 0 for the others.
///
/// Otherwise as healpix_moc_contains_cells.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, `cells` readable and `overlapping` writable for `n` elements.
///
/// ```c
/// const uint64_t cells[] = {1, 2}; /* of depth 2 */
/// healpix_moc *moc;
/// uint8_t overlapping[2];
/// healpix_moc_from_ascii("3/4-8", 5, &moc); /* all of cell 1, a quarter of cell 2 */
/// assert(healpix_moc_overlaps_cells(moc, 2, cells, 2, overlapping) == HEALPIX_OK);
/// assert(overlapping[0] == 1 && overlapping[1] == 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_overlaps_cells(const healpix_moc *moc,
                                          uint8_t depth,
                                          const uint64_t *cells,
                                          size_t n,
                                          uint8_t *overlapping);

/// Whether a position is in a cell of a MOC.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `inside` writable.
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("0/4", 3, &moc);
/// assert(healpix_moc_contains_one(moc, 0.0, 0.1, &inside) == HEALPIX_OK && inside == 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_one(const healpix_moc *moc,
                                        double lon,
                                        double lat,
                                        uint8_t *inside);

/// Whether a position in degrees is in a cell of a MOC. Otherwise as healpix_moc_contains_one.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `inside` writable.
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_contains_deg_one(moc, 279.2347, 38.7837, &inside) == HEALPIX_OK && inside == 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_deg_one(const healpix_moc *moc,
                                            double lon,
                                            double lat,
                                            uint8_t *inside);

/// Whether a cell is in a MOC as a whole.
///
/// - `depth`: 0 to 29, shallower or deeper than the MOC.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `inside` writable.
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_contains_cell(moc, 2, 2, &inside) == HEALPIX_OK && inside == 0); /* a quarter is not all */
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_contains_cell(const healpix_moc *moc,
                                         uint8_t depth,
                                         uint64_t cell,
                                         uint8_t *inside);

/// Whether a cell is in a MOC, be it in part only. Otherwise as healpix_moc_contains_cell.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `overlapping` writable.
///
/// ```c
/// healpix_moc *moc;
/// uint8_t overlapping;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_overlaps_cell(moc, 2, 2, &overlapping) == HEALPIX_OK && overlapping == 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_overlaps_cell(const healpix_moc *moc,
                                         uint8_t depth,
                                         uint64_t cell,
                                         uint8_t *overlapping);

// ---------- MOCs: the cells ----------

/// An iterator over the largest cells that make up a MOC, in the order of the nested curve: as few cells as possible,
/// none deeper than the MOC.
///
/// - `out`: becomes a new handle; end it with healpix_moc_iter_free, before or after the MOC.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter;
/// healpix_cell cell;
/// int n = 0;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_iter_new(moc, &iter) == HEALPIX_OK);
/// while (healpix_moc_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == 2); /* 1 of depth 2 and 8 of depth 3 */
/// healpix_moc_iter_free(iter), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_iter_new(const healpix_moc *moc,
                                    healpix_moc_iter **out);

/// The next cell; `full` is always 1.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `iter` and the MOC it was made from must be live handles and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter;
/// healpix_cell cell;
/// healpix_moc_from_ascii("3/4-7", 5, &moc);
/// healpix_moc_iter_new(moc, &iter);
/// assert(healpix_moc_iter_next(iter, &cell) == HEALPIX_OK && cell.depth == 2 && cell.index == 1);
/// assert(healpix_moc_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_moc_iter_free(iter), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_iter_next(healpix_moc_iter *iter, healpix_cell *out);

/// Ends an iterator; NULL is allowed. The MOC may be gone already.
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter = NULL;
/// healpix_moc_from_ascii("3/4-7", 5, &moc);
/// assert(healpix_moc_iter_new(moc, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_moc_free(moc);
/// healpix_moc_iter_free(iter); /* the iterator may be freed after its MOC, and not used any more */
/// ```
void healpix_moc_iter_free(healpix_moc_iter *iter);

/// An iterator over all cells of a MOC at its depth, ascending: those of healpix_moc_flat, without a list.
///
/// - `out`: becomes a new handle; end it with healpix_moc_flat_iter_free, before or after the MOC.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter;
/// uint64_t cell, n = 0;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_flat_iter_new(moc, &iter) == HEALPIX_OK);
/// while (healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == 5 && cell == 8);
/// healpix_moc_flat_iter_free(iter), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_flat_iter_new(const healpix_moc *moc, healpix_moc_flat_iter **out);

/// The next cell.
///
/// Returns HEALPIX_OK and writes `*cell`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `iter` and the MOC it was made from must be live handles and `cell` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter;
/// uint64_t cell;
/// healpix_moc_from_ascii("3/4", 3, &moc);
/// healpix_moc_flat_iter_new(moc, &iter);
/// assert(healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_OK && cell == 4);
/// assert(healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_moc_flat_iter_free(iter), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_flat_iter_next(healpix_moc_flat_iter *iter, uint64_t *cell);

/// Ends an iterator; NULL is allowed. The MOC may be gone already.
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter = NULL;
/// healpix_moc_from_ascii("3/4", 3, &moc);
/// assert(healpix_moc_flat_iter_new(moc, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_moc_free(moc);
/// healpix_moc_flat_iter_free(iter); /* the iterator may be freed after its MOC, and not used any more */
/// ```
void healpix_moc_flat_iter_free(healpix_moc_flat_iter *iter);

/// All cells of a MOC at its depth, ascending.
///
/// - `cells`: room for `capacity` nested cell numbers.
/// - `len`: becomes the length of the list, healpix_moc_n_cells.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY (longer than memory), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, `cells` writable for `capacity` elements and `len` for one.
///
/// ```c
/// healpix_moc *moc;
/// uint64_t cells[5];
/// size_t len;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc);
/// assert(healpix_moc_flat(moc, 5, cells, &len) == HEALPIX_OK && len == 5);
/// assert(cells[0] == 4 && cells[3] == 7 && cells[4] == 8);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_flat(const healpix_moc *moc, size_t capacity, uint64_t *cells, size_t *len);

/// The IVOA uniq numbers, 4 * 4^depth + cell, of the largest cells that make up a MOC, ascending: by depth, then by
/// cell.
///
/// - `uniq`: room for `capacity` numbers.
/// - `len`: becomes the length of the list.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, `uniq` writable for `capacity` elements and `len` for one.
///
/// ```c
/// healpix_moc *moc;
/// uint64_t uniq[2];
/// size_t len;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc);
/// assert(healpix_moc_to_uniq(moc, 2, uniq, &len) == HEALPIX_OK && len == 2);
/// assert(uniq[0] == 64 + 1 && uniq[1] == 256 + 8);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_to_uniq(const healpix_moc *moc,
                                   size_t capacity,
                                   uint64_t *uniq,
                                   size_t *len);

/// Another MOC with the same depth and cells.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the first.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_clone(moc, &copy) == HEALPIX_OK && healpix_moc_equals(moc, copy));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
healpix_status healpix_moc_clone(const healpix_moc *moc,
                                 healpix_moc **out);

/// Ends a MOC; NULL is allowed. Its views, and iterators over it, end with it. Not for the members of a healpix_mocs,
/// which end with that.
///
/// `moc` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_moc *moc = NULL;
/// assert(healpix_moc_from_ascii("3/768", 5, &moc) == HEALPIX_ERR_SYNTAX); /* the last cell is 767 */
/// healpix_moc_free(moc); /* NULL as before: nothing to end */
/// ```
void healpix_moc_free(healpix_moc *moc);

// ---------- MOCs: text ----------

/// Copies the text form of a MOC, for instance "3/1-5 8 4/200 6/": orders with the cells and inclusive ranges of cells
/// below them. The last order is the depth of the MOC.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole text without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
///
/// Returns HEALPIX_ERR_BUFFER when the text did not fit: what fits was written. Errors: HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; nothing is written then.
///
/// `moc` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// ```c
/// healpix_moc *moc;
/// char text[32];
/// size_t len;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_ascii(moc, text, sizeof text, &len) == HEALPIX_OK && strcmp(text, "2/1 3/8") == 0);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_to_ascii(const healpix_moc *moc,
                                    char *buffer,
                                    size_t capacity,
                                    size_t *len);

/// Copies the JSON form of a MOC, for instance `{"3":[1,2,3],"6":[]}`: an object of orders, each with the list of its
/// cells. The last order is the depth of the MOC. Otherwise as healpix_moc_to_ascii.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// ```c
/// healpix_moc *moc;
/// char text[32];
/// size_t len;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_json(moc, text, sizeof text, &len) == HEALPIX_OK);
/// assert(strcmp(text, "{\"2\":[1],\"3\":[8]}") == 0);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_to_json(const healpix_moc *moc,
                                   char *buffer,
                                   size_t capacity,
                                   size_t *len);

/// The MOC of a text, as healpix_moc_to_ascii writes it.
///
/// - `text`: n bytes of UTF-8; no NUL is needed at the end, and none is allowed within. Orders, cells and ranges of
///   cells are separated by white space or commas; an "s" may come first. Cells may come in any order and overlap. The
///   depth is the deepest order named.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the text any more.
///
/// Written only on success. Errors: HEALPIX_ERR_SYNTAX (the message names line and column), HEALPIX_ERR_UTF8,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// ```c
/// const char *text = "2/1 3/8, 10-12";
/// healpix_moc *moc;
/// assert(healpix_moc_from_ascii(text, strlen(text), &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1 + 3);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_ascii(const char *text,
                                      size_t n,
                                      healpix_moc **out);

/// The MOC of a JSON text, as healpix_moc_to_json writes it, or with that in an object {"s": ...}. Otherwise as
/// healpix_moc_from_ascii.
///
/// Errors: HEALPIX_ERR_SYNTAX, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// ```c
/// const char *text = "{\"2\": [1], \"3\": [8, 10]}";
/// healpix_moc *moc;
/// assert(healpix_moc_from_json(text, strlen(text), &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1 + 1);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_json(const char *text,
                                     size_t n,
                                     healpix_moc **out);

// ---------- MOCs: FITS ----------
// The whole file in memory, or on disk by its name.

/// A MOC as the bytes of a FITS file.
///
/// - `kind`: HEALPIX_FITS_RANGE, HEALPIX_FITS_NUNIQ or HEALPIX_FITS_NUNIQ_V1. All are read.
/// - `out`: becomes a new handle; end it with healpix_bytes_free. It does not need the MOC any more.
///
/// Written only on success. Errors: HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `moc` must be a live handle and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *file;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &file) == HEALPIX_OK);
/// assert(healpix_bytes_len(file) == 3 * 2880 && memcmp(healpix_bytes_data(file), "SIMPLE  =", 9) == 0);
/// healpix_bytes_free(file), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_to_fits(const healpix_moc *moc,
                                   uint32_t kind,
                                   healpix_bytes **out);

/// The MOC of the bytes of a FITS file: ranges or NUNIQ, version 1 or 2, in the first binary table.
///
/// - `bytes`: n bytes, the whole file.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the bytes any more.
///
/// Files are read strictly: what is malformed or no space MOC is an error, and nothing is made of a part.
///
/// Written only on success. Errors: HEALPIX_ERR_FORMAT (the message names the byte, and the header card or the row),
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `bytes` must be readable for `n` elements and `out` writable.
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_bytes *file;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_NUNIQ, &file);
/// assert(healpix_moc_from_fits(healpix_bytes_data(file), healpix_bytes_len(file), &copy) == HEALPIX_OK);
/// assert(healpix_moc_equals(copy, moc));
/// healpix_bytes_free(file), healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
healpix_status healpix_moc_from_fits(const uint8_t *bytes,
                                     size_t n,
                                     healpix_moc **out);

/// Number of bytes; 0 for NULL.
///
/// `bytes` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *file;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &file);
/// assert(healpix_bytes_len(file) % 2880 == 0 && healpix_bytes_len(NULL) == 0);
/// healpix_bytes_free(file), healpix_moc_free(moc);
/// ```
size_t healpix_bytes_len(const healpix_bytes *bytes);

/// The bytes, as many as healpix_bytes_len says; valid until healpix_bytes_free. NULL if there are none.
///
/// `bytes` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *bytes;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &bytes);
/// FILE *file = fopen("sky.fits", "wb");
/// assert(fwrite(healpix_bytes_data(bytes), 1, healpix_bytes_len(bytes), file) == healpix_bytes_len(bytes));
/// fclose(file), healpix_bytes_free(bytes), healpix_moc_free(moc);
/// ```
const uint8_t *healpix_bytes_data(const healpix_bytes *bytes);

/// Ends bytes; NULL is allowed.
///
/// `bytes` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *bytes = NULL;
/// healpix_moc_all_sky(0, &moc);
/// assert(healpix_moc_to_fits(moc, 77, &bytes) == HEALPIX_ERR_MODE); /* no such kind of file */
/// healpix_bytes_free(bytes);                                         /* NULL as before: nothing to end */
/// healpix_moc_free(moc);
/// ```
void healpix_bytes_free(healpix_bytes *bytes);

/// Writes a MOC to a FITS file.
///
/// - `kind`: HEALPIX_FITS_RANGE, HEALPIX_FITS_NUNIQ or HEALPIX_FITS_NUNIQ_V1. All are read.
/// - `path`: UTF-8, with a closing NUL. What is there is replaced.
///
/// The file is written under another name in the same directory and gets its own when it is whole; after a failure
/// there is no trace of it, and an older file of that name is as it was. A file that takes the place of an older one is
/// on the disk before it does, so a crash of the machine loses not both of them; a new file is not waited for, which
/// takes milliseconds. Devices and pipes are written as they are.
///
/// Errors: HEALPIX_ERR_IO, HEALPIX_ERR_MODE, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `moc` must be a live handle and `path` readable up to its NUL.
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits") == HEALPIX_OK);
/// assert(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "no/such/directory/moc.fits") == HEALPIX_ERR_IO);
/// healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_write_fits_file(const healpix_moc *moc,
                                           uint32_t kind,
                                           const char *path);

/// The MOC of a FITS file: ranges or NUNIQ, version 1 or 2, in the first binary table. Read in pieces, and no further
/// than the table.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `out`: becomes a new handle; end it with healpix_moc_free.
///
/// Files are read strictly: what is malformed or no space MOC is an error, and nothing is made of a part.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT (the message names the byte, and the header card
/// or the row), HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// assert(healpix_moc_read_fits_file("moc.fits", &copy) == HEALPIX_OK && healpix_moc_equals(copy, moc));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
healpix_status healpix_moc_read_fits_file(const char *path,
                                          healpix_moc **out);

// ---------- MOCs: FITS piece by piece ----------
// For files that are larger than memory: ranges are read and written in the caller's portions.

/// Opens a FITS file to read its ranges piece by piece, in a fixed amount of memory, and reads the header.
///
/// - `path`: UTF-8, with a closing NUL. The file must be a range MOC; healpix_moc_read_fits_file reads the others.
/// - `out`: becomes a new handle; end it with healpix_fits_ranges_free.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// assert(healpix_fits_ranges_open("moc.fits", &reader) == HEALPIX_OK);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
healpix_status healpix_fits_ranges_open(const char *path,
                                        healpix_fits_ranges **out);

/// The depth of the MOC. HEALPIX_INVALID_U8 for NULL.
///
/// `reader` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_all_sky(7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// assert(healpix_fits_ranges_depth(reader) == 7);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
uint8_t healpix_fits_ranges_depth(const healpix_fits_ranges *reader);

/// How many ranges the header promises; only reading shows whether they are there, and those that touch come as one. 0
/// for NULL.
///
/// `reader` must be NULL or a live handle.
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_from_ascii("3/1 5 9", 7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// assert(healpix_fits_ranges_n_ranges(reader) == 3);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
uint64_t healpix_fits_ranges_n_ranges(const healpix_fits_ranges *reader);

/// The next ranges: nested cell numbers of depth 29, sorted, disjoint and not touching.
///
/// - `ranges`: room for `capacity` ranges, at least 1.
/// - `len`: becomes the number of ranges that were read, at least 1.
///
/// Returns HEALPIX_END and writes nothing when all ranges have been read; the file was whole then. An error that is met
/// behind good ranges waits for the next call; after it there is nothing more.
///
/// Errors: HEALPIX_ERR_FORMAT (the message names the byte and the row), HEALPIX_ERR_IO, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_BUFFER (`capacity` 0), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `reader` must be a live handle, `ranges` writable for `capacity` elements and `len` for one.
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_range ranges[2];
/// size_t len, n = 0;
/// healpix_moc_from_ascii("3/1 5 9", 7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// healpix_status status;
/// while ((status = healpix_fits_ranges_next(reader, 2, ranges, &len)) == HEALPIX_OK)
///     n += len;
/// assert(status == HEALPIX_END && n == 3);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
healpix_status healpix_fits_ranges_next(healpix_fits_ranges *reader,
                                        size_t capacity,
                                        healpix_range *ranges,
                                        size_t *len);

/// Ends a reader; NULL is allowed.
///
/// `reader` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_fits_ranges *reader = NULL;
/// assert(healpix_fits_ranges_open("no-such-file.fits", &reader) == HEALPIX_ERR_IO);
/// healpix_fits_ranges_free(reader); /* NULL as before: nothing to end */
/// ```
void healpix_fits_ranges_free(healpix_fits_ranges *reader);

/// Begins a FITS file that ranges are written to piece by piece, in a fixed amount of memory.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `depth`: 0 to 29, of the MOC.
/// - `out`: becomes a new handle; end it with healpix_fits_ranges_writer_free.
///
/// The file is written under another name in the same directory; healpix_fits_ranges_writer_finish gives it its own,
/// and replaces what is there. Without that, nothing is left of it. Devices are written as they are; a pipe cannot be:
/// the number of ranges is written last, and in front of them.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_IO, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {40, 41}};
/// healpix_fits_ranges_writer *writer;
/// assert(healpix_fits_ranges_writer_create("ranges.fits", 29, &writer) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_write(writer, ranges, 2) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_finish(writer) == HEALPIX_OK);
/// healpix_fits_ranges_writer_free(writer);
/// ```
healpix_status healpix_fits_ranges_writer_create(const char *path,
                                                 uint8_t depth,
                                                 healpix_fits_ranges_writer **out);

/// Writes the next ranges.
///
/// - `ranges`: n ranges of nested cell numbers of depth 29, made of whole cells of the depth of the MOC, none of them
///   empty; sorted, disjoint and not touching, also those of all calls together.
///
/// After any failure nothing can be written to the file and it cannot be finished.
///
/// Errors: HEALPIX_ERR_FORMAT for a range that cannot follow the one before it, HEALPIX_ERR_IO (also for a writer that
/// has failed or is finished), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; refused
/// pointers leave the writer as it was.
///
/// `writer` must be a live handle and `ranges` readable for `n` elements.
///
/// ```c
/// const healpix_range second[] = {{40, 41}}, first[] = {{10, 20}};
/// healpix_fits_ranges_writer *writer;
/// healpix_fits_ranges_writer_create("ranges.fits", 29, &writer);
/// assert(healpix_fits_ranges_writer_write(writer, second, 1) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_write(writer, first, 1) == HEALPIX_ERR_FORMAT); /* not behind the other */
/// healpix_fits_ranges_writer_free(writer);
/// ```
healpix_status healpix_fits_ranges_writer_write(healpix_fits_ranges_writer *writer,
                                                const healpix_range *ranges,
                                                size_t n);

/// Completes the file and gives it its name. The writer can only be freed afterwards.
///
/// Errors: HEALPIX_ERR_IO (also for a writer that has failed or is finished), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
/// After a failure there is no trace of the file, and an older one of that name is as it was.
///
/// `writer` must be a live handle.
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {40, 41}};
/// healpix_fits_ranges_writer *writer;
/// healpix_moc *moc;
/// healpix_fits_ranges_writer_create("ranges.fits", 29, &writer);
/// healpix_fits_ranges_writer_write(writer, ranges, 2);
/// assert(healpix_fits_ranges_writer_finish(writer) == HEALPIX_OK);
/// assert(healpix_moc_read_fits_file("ranges.fits", &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 11);
/// healpix_fits_ranges_writer_free(writer), healpix_moc_free(moc);
/// ```
healpix_status healpix_fits_ranges_writer_finish(healpix_fits_ranges_writer *writer);

/// Ends a writer; NULL is allowed. A file that was not finished is removed.
///
/// `writer` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_fits_ranges_writer *writer;
/// assert(healpix_fits_ranges_writer_create("unfinished.fits", 29, &writer) == HEALPIX_OK);
/// healpix_fits_ranges_writer_free(writer);
/// assert(fopen("unfinished.fits", "rb") == NULL); /* nothing is left of it */
/// ```
void healpix_fits_ranges_writer_free(healpix_fits_ranges_writer *writer);

// ---------- Maps in FITS files ----------
// HEALPix maps as healpy writes them, read piece by piece or turned into the MOC of the cells that are wanted.

/// Whether a value of a map is one: neither NaN nor UNSEEN, -1.6375e30, to five digits.
///
/// ```c
/// assert(healpix_fits_is_seen(0.0) && !healpix_fits_is_seen(NAN) && !healpix_fits_is_seen(-1.6375e30));
/// ```
bool healpix_fits_is_seen(double value);

/// The MOC of the cells of a HEALPix map whose value is wanted, at the depth of the map.
///
/// - `bytes`: n bytes, a whole FITS file: a map in ring or nested order, of the whole sky or of a part of it. Its first
///   column of values is read; logicals are 1 and 0, nulls NaN.
/// - `keep`: called with each value and `user`; returns 1 for a cell that is wanted, 0 for one that is not, and a
///   negative number to stop. NULL for all values that healpix_fits_is_seen.
/// - `user`: handed to `keep` as it is; may be NULL.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the bytes any more.
///
/// The cells are those of the map, in its own frame: a map in Galactic coordinates becomes a set of Galactic cells,
/// which is no MOC in the sense of the standard. See healpix_fits_map_frame.
///
/// The callback may call any function of this library. It must not leave other than by returning: no longjmp,
/// and no C++ exception may leave it.
///
/// Written only on success. HEALPIX_STOPPED when the callback asked to stop. Errors: HEALPIX_ERR_FORMAT (also for a
/// cell that comes twice), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `bytes` must be readable for `n` elements, `keep` NULL or a function that may be called with `user`, and `out`
/// writable.
///
/// ```c
/// static int32_t above_six(double value, void *user)
/// {
///     (void)user;
///     return value > 6.0;
/// }
///
/// static uint8_t bytes[8640];
/// FILE *file = fopen("map.fits", "rb"); /* depth 0, Galactic; the value of cell k is k, cell 3 is UNSEEN */
/// size_t n = fread(bytes, 1, sizeof bytes, file);
/// healpix_moc *moc;
/// assert(healpix_moc_from_fits_map(bytes, n, above_six, NULL, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 7 && healpix_moc_last(moc) == 11);
/// fclose(file), healpix_moc_free(moc);
/// ```
healpix_status healpix_moc_from_fits_map(const uint8_t *bytes,
                                         size_t n,
                                         int32_t (*keep)(double value, void *user),
                                         void *user,
                                         healpix_moc **out);

/// Opens a FITS file with a HEALPix map and reads the header.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `column`: the name of the column with the values, UTF-8 with a closing NUL; NULL for the first.
/// - `out`: becomes a new handle; end it with healpix_fits_map_free.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT (also for a column that is not there),
/// HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `path` and, unless it is NULL, `column` must be readable up to their NUL and `out` writable.
///
/// ```c
/// healpix_fits_map *map;
/// assert(healpix_fits_map_open("map.fits", "POLARISATION", &map) == HEALPIX_ERR_FORMAT); /* no such column */
/// assert(healpix_fits_map_open("map.fits", NULL, &map) == HEALPIX_OK);
/// healpix_fits_map_free(map);
/// ```
healpix_status healpix_fits_map_open(const char *path,
                                     const char *column,
                                     healpix_fits_map **out);

/// The depth of a map. HEALPIX_INVALID_U8 for NULL.
///
/// `map` must be NULL or a live handle.
///
/// ```c
/// healpix_fits_map *map;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_depth(map) == 0 && healpix_fits_map_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_fits_map_free(map);
/// ```
uint8_t healpix_fits_map_depth(const healpix_fits_map *map);

/// Copies what a map says of its coordinates (COORDSYS): "C" for equatorial (ICRS), "G" for Galactic, "E" for ecliptic;
/// empty if it says nothing.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole text without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
///
/// Returns HEALPIX_ERR_BUFFER when the text did not fit: what fits was written. Errors: HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; nothing is written then.
///
/// `map` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// ```c
/// healpix_fits_map *map;
/// char frame[8];
/// size_t len;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_frame(map, frame, sizeof frame, &len) == HEALPIX_OK && strcmp(frame, "G") == 0);
/// healpix_fits_map_free(map);
/// ```
healpix_status healpix_fits_map_frame(const healpix_fits_map *map,
                                      char *buffer,
                                      size_t capacity,
                                      size_t *len);

/// The next cells of a map and their values, in the order of the file.
///
/// - `cells`: room for `capacity` nested cell numbers of the depth of the map, at least 1.
/// - `values`: room for as many values; null and UNSEEN ones come too, see healpix_fits_is_seen.
/// - `len`: becomes the number of cells that were read, at least 1.
///
/// Returns HEALPIX_END and writes nothing when all cells have been read. An error that is met behind good cells waits
/// for the next call; after it there is nothing more.
///
/// Errors: HEALPIX_ERR_FORMAT (the message names the byte and the row), HEALPIX_ERR_IO, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_BUFFER (`capacity` 0), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `map` must be a live handle, `cells` and `values` writable for `capacity` elements and `len` for one.
///
/// ```c
/// healpix_fits_map *map;
/// uint64_t cells[8];
/// double values[8], sum = 0;
/// size_t len;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// while (healpix_fits_map_next(map, 8, cells, values, &len) == HEALPIX_OK)
///     for (size_t k = 0; k < len; k++)
///         sum += healpix_fits_is_seen(values[k]) ? values[k] : 0.0;
/// assert(sum == 63.0); /* 0 + 1 + ... + 11 without 3 */
/// healpix_fits_map_free(map);
/// ```
healpix_status healpix_fits_map_next(healpix_fits_map *map,
                                     size_t capacity,
                                     uint64_t *cells,
                                     double *values,
                                     size_t *len);

/// The MOC of those cells of a map whose value is wanted, of all that have not been read yet. The map is at its end
/// afterwards, whatever the outcome, and another call returns HEALPIX_END. Errors: also HEALPIX_ERR_IO. Otherwise as
/// healpix_moc_from_fits_map.
///
/// `map` must be a live handle, `keep` NULL or a function that may be called with `user`, and `out` writable.
///
/// ```c
/// healpix_fits_map *map;
/// healpix_moc *seen;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_moc(map, NULL, NULL, &seen) == HEALPIX_OK && healpix_moc_n_cells(seen) == 11);
/// healpix_moc_free(seen), healpix_fits_map_free(map);
/// ```
healpix_status healpix_fits_map_moc(healpix_fits_map *map,
                                    int32_t (*keep)(double value, void *user),
                                    void *user,
                                    healpix_moc **out);

/// Ends a map; NULL is allowed.
///
/// `map` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_fits_map *map = NULL;
/// assert(healpix_fits_map_open("no-such-file.fits", NULL, &map) == HEALPIX_ERR_IO);
/// healpix_fits_map_free(map); /* NULL as before: nothing to end */
/// ```
void healpix_fits_map_free(healpix_fits_map *map);

// ---------- Multi-order probability maps ----------
// The sky maps of gravitational-wave events. healpix_moc_credible_region makes a MOC of them.

/// The multi-order probability map of the bytes of a FITS file, as LIGO, Virgo and KAGRA publish them (columns UNIQ and
/// PROBDENSITY).
///
/// - `bytes`: n bytes, the whole file.
/// - `out`: becomes a new handle with the cells in the order of the file; end it with healpix_multi_order_map_free. It
///   does not need the bytes any more.
///
/// That no cell is within another, and densities are finite and not negative, is left to healpix_moc_credible_region.
///
/// Written only on success. Errors: HEALPIX_ERR_FORMAT (the message names the byte, and the header card or the row;
/// also for a number that is no uniq number), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `bytes` must be readable for `n` elements and `out` writable.
///
/// ```c
/// static uint8_t bytes[8640];
/// FILE *file = fopen("skymap.fits", "rb"); /* three cells: uniq 4, 5, 24 with densities 1, 2, 4 */
/// size_t n = fread(bytes, 1, sizeof bytes, file);
/// healpix_multi_order_map *map;
/// assert(healpix_multi_order_map_from_fits(bytes, n, &map) == HEALPIX_OK && healpix_multi_order_map_len(map) == 3);
/// fclose(file), healpix_multi_order_map_free(map);
/// ```
healpix_status healpix_multi_order_map_from_fits(const uint8_t *bytes,
                                                 size_t n,
                                                 healpix_multi_order_map **out);

/// The multi-order probability map of a FITS file.
///
/// - `path`: UTF-8, with a closing NUL.
///
/// Otherwise as healpix_multi_order_map_from_fits. Errors: also HEALPIX_ERR_IO, HEALPIX_ERR_UTF8.
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_moc *half;
/// assert(healpix_multi_order_map_read_fits_file("skymap.fits", &map) == HEALPIX_OK);
/// assert(healpix_moc_credible_region(healpix_multi_order_map_uniq(map), healpix_multi_order_map_density(map),
///                                    healpix_multi_order_map_len(map), 0.5, &half) == HEALPIX_OK);
/// assert(healpix_moc_depth(half) == 1);
/// healpix_moc_free(half), healpix_multi_order_map_free(map);
/// ```
healpix_status healpix_multi_order_map_read_fits_file(const char *path,
                                                      healpix_multi_order_map **out);

/// Number of cells of a map; 0 for NULL.
///
/// `map` must be NULL or a live handle.
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_len(map) == 3 && healpix_multi_order_map_len(NULL) == 0);
/// healpix_multi_order_map_free(map);
/// ```
size_t healpix_multi_order_map_len(const healpix_multi_order_map *map);

/// The cells of a map as IVOA uniq numbers, as many as healpix_multi_order_map_len says; valid until
/// healpix_multi_order_map_free. NULL if there are none.
///
/// `map` must be NULL or a live handle.
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_uniq(map)[0] == 4 && healpix_multi_order_map_uniq(map)[2] == 24);
/// healpix_multi_order_map_free(map);
/// ```
const uint64_t *healpix_multi_order_map_uniq(const healpix_multi_order_map *map);

/// The probability densities per steradian of the cells of a map, as many as healpix_multi_order_map_len says; valid
/// until healpix_multi_order_map_free. NULL if there are none.
///
/// `map` must be NULL or a live handle.
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_density(map)[0] == 1.0 && healpix_multi_order_map_density(map)[2] == 4.0);
/// healpix_multi_order_map_free(map);
/// ```
const double *healpix_multi_order_map_density(const healpix_multi_order_map *map);

/// Ends a map; NULL is allowed.
///
/// `map` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_multi_order_map *map = NULL;
/// assert(healpix_multi_order_map_read_fits_file("map.fits", &map) == HEALPIX_ERR_FORMAT); /* of another kind */
/// healpix_multi_order_map_free(map); /* NULL as before: nothing to end */
/// ```
void healpix_multi_order_map_free(healpix_multi_order_map *map);

// ---------- Point index: filling it ----------
// A catalogue sorted by cell: push rows, build, ask. Rows are numbered from 0 as they are pushed.
// In the examples `stars` is such an index, built, with the rows 0 Vega, 1 Deneb, 2 Altair.

/// A new point index without rows.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// const double lon[] = {279.2347, 310.358, 297.6958}, lat[] = {38.7837, 45.2803, 8.8683}; /* Vega, Deneb, Altair */
/// healpix_point_index *index;
/// uint32_t first_row;
/// assert(healpix_point_index_new(&index) == HEALPIX_OK);
/// assert(healpix_point_index_push_slice_deg(index, lon, lat, 3, &first_row) == HEALPIX_OK && first_row == 0);
/// assert(healpix_point_index_build(index) == HEALPIX_OK);
/// healpix_point_index_free(index);
/// ```
healpix_status healpix_point_index_new(healpix_point_index **out);

/// A new point index without rows, with memory for `n` of them.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `out` must be writable.
///
/// ```c
/// healpix_point_index *index;
/// assert(healpix_point_index_with_capacity(41411, &index) == HEALPIX_OK && healpix_point_index_rows(index) == 0);
/// healpix_point_index_free(index);
/// ```
healpix_status healpix_point_index_with_capacity(size_t n,
                                                 healpix_point_index **out);

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
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_push(stars, 88.7929 * DEG, 7.4071 * DEG, &row) == HEALPIX_OK); /* Betelgeuse */
/// assert(row == 3 && !healpix_point_index_is_built(stars));
/// ```
healpix_status healpix_point_index_push(healpix_point_index *index, double lon, double lat, uint32_t *row);

/// Adds one row; the position is in degrees. Otherwise as healpix_point_index_push.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `row` writable.
///
/// ```c
/// uint32_t row = 77;
/// assert(healpix_point_index_push_deg(stars, 88.7929, 97.4071, &row) == HEALPIX_ERR_LATITUDE && row == 77);
/// assert(healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row) == HEALPIX_OK && row == 3);
/// ```
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
/// it is asked, unless nothing was added. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; and, nothing being added, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
///
/// ```c
/// const double lon[] = {0.1, 0.2}, lat[] = {0.0, 0.0};
/// uint32_t first_row;
/// assert(healpix_point_index_push_slice(stars, lon, lat, 2, &first_row) == HEALPIX_OK && first_row == 3);
/// assert(healpix_point_index_push_slice(stars, lon, lat, 2, &first_row) == HEALPIX_OK && first_row == 5);
/// ```
healpix_status healpix_point_index_push_slice(healpix_point_index *index,
                                              const double *lon,
                                              const double *lat,
                                              size_t n,
                                              uint32_t *first_row);

/// Adds `n` rows; the positions are in degrees. Otherwise as healpix_point_index_push_slice.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
///
/// ```c
/// const double lon[] = {88.7929, 0.0}, lat[] = {7.4071, 97.4071}; /* the second is no position */
/// uint32_t first_row;
/// assert(healpix_point_index_push_slice_deg(stars, lon, lat, 2, &first_row) == HEALPIX_ERR_LATITUDE);
/// assert(first_row == 3 && healpix_point_index_rows(stars) == 3 + 2 && healpix_point_index_len(stars) == 3 + 1);
/// ```
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
///
/// ```c
/// uint32_t row;
/// healpix_matches *found;
/// healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row);
/// assert(healpix_point_index_nearest_deg(stars, 88.0, 7.0, 1, &found) == HEALPIX_ERR_NOT_BUILT);
/// assert(healpix_point_index_build(stars) == HEALPIX_OK);
/// assert(healpix_point_index_nearest_deg(stars, 88.0, 7.0, 1, &found) == HEALPIX_OK);
/// assert(healpix_matches_data(found)->row == row);
/// healpix_matches_free(found);
/// ```
healpix_status healpix_point_index_build(healpix_point_index *index);

/// Removes all rows; the next one pushed is row 0 again. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// `index` must be a live handle.
///
/// ```c
/// assert(healpix_point_index_clear(stars) == HEALPIX_OK && healpix_point_index_rows(stars) == 0);
/// ```
healpix_status healpix_point_index_clear(healpix_point_index *index);

/// Ends a point index; NULL is allowed. Its views, and iterators over it, end with it.
///
/// `index` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_point_index *index = NULL;
/// assert(healpix_point_index_with_capacity(SIZE_MAX, &index) == HEALPIX_ERR_MEMORY);
/// healpix_point_index_free(index); /* NULL as before: nothing to end */
/// ```
void healpix_point_index_free(healpix_point_index *index);

// ---------- Point index: what is in it ----------

/// Row numbers given out so far, those of bad positions included; the next row pushed gets this number. 0 for NULL.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_push_deg(stars, 0.0, 91.0, &row) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_point_index_rows(stars) == 3 && healpix_point_index_rows(NULL) == 0);
/// ```
uint32_t healpix_point_index_rows(const healpix_point_index *index);

/// Rows that can be found: the length of the views once the index is built. 0 for NULL.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// assert(healpix_point_index_len(stars) == 3 && healpix_point_index_len(NULL) == 0);
/// ```
size_t healpix_point_index_len(const healpix_point_index *index);

/// Whether every row stored can be found, so that the index can be asked: none was stored since the last build. True
/// without rows, and still true after a push of bad positions only, which are not stored. False for NULL.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_is_built(stars));
/// healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row);
/// assert(!healpix_point_index_is_built(stars));
/// ```
bool healpix_point_index_is_built(const healpix_point_index *index);

/// Cells of the rows at depth 29, ascending. As many as healpix_point_index_len says; valid until the next call
/// that changes or frees the index. NULL if the index is NULL, empty or not built.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// const uint64_t *cells = healpix_point_index_cells(stars);
/// assert(cells[0] < cells[1] && cells[1] < cells[2]);
/// assert(cells[1] >> (2 * (29 - 12)) == 61056746); /* Vega's, at depth 12 */
/// ```
const uint64_t *healpix_point_index_cells(const healpix_point_index *index);

/// Numbers of the rows in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// const uint32_t *rows = healpix_point_index_row_numbers(stars);
/// assert(rows[0] == 1 && rows[1] == 0 && rows[2] == 2); /* Deneb, Vega, Altair */
/// ```
const uint32_t *healpix_point_index_row_numbers(const healpix_point_index *index);

/// Longitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// assert(fabs(healpix_point_index_lon(stars)[1] - 279.2347 * DEG) < 1e-15); /* Vega */
/// ```
const double *healpix_point_index_lon(const healpix_point_index *index);

/// Latitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// `index` must be NULL or a live handle.
///
/// ```c
/// assert(fabs(healpix_point_index_lat(stars)[1] - 38.7837 * DEG) < 1e-15); /* Vega */
/// ```
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
///
/// ```c
/// const uint32_t *rows;
/// size_t len;
/// assert(healpix_point_index_rows_in_cell(stars, 0, 3, &rows, &len) == HEALPIX_OK); /* base cell 3 */
/// assert(len == 2 && rows[0] == 1 && rows[1] == 0); /* Deneb, Vega */
/// ```
healpix_status healpix_point_index_rows_in_cell(const healpix_point_index *index,
                                                uint8_t depth,
                                                uint64_t cell,
                                                const uint32_t **rows,
                                                size_t *len);

// ---------- Point index: questions ----------

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
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_nearest(stars, 290.0 * DEG, 40.0 * DEG, 2, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2 && healpix_matches_data(found)[0].row == 0);
/// assert(healpix_matches_data(found)[0].distance < healpix_matches_data(found)[1].distance);
/// healpix_matches_free(found);
/// ```
healpix_status healpix_point_index_nearest(const healpix_point_index *index,
                                           double lon,
                                           double lat,
                                           size_t k,
                                           healpix_matches **out);

/// The rows nearest to a position in degrees. The distances of the matches are radians. Otherwise as
/// healpix_point_index_nearest.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `out` writable.
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_nearest_deg(stars, 300.0, 10.0, 1, &found) == HEALPIX_OK);
/// assert(healpix_matches_data(found)->row == 2 && healpix_matches_data(found)->distance < 3.0 * DEG); /* Altair */
/// healpix_matches_free(found);
/// ```
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
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_within(stars, 279.2347 * DEG, 38.7837 * DEG, 30.0 * DEG, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2); /* Vega itself, and Deneb 23.8 degrees away */
/// healpix_matches_free(found);
/// ```
healpix_status healpix_point_index_within(const healpix_point_index *index,
                                          double lon,
                                          double lat,
                                          double radius,
                                          healpix_matches **out);

/// The rows within a radius around a position, both in degrees, the radius from 0 to 180. The distances of the
/// matches are radians. Otherwise as healpix_point_index_within.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle and `out` writable.
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_within_deg(stars, 279.2347, 38.7837, 30.0, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2 && fabs(healpix_matches_data(found)[1].distance / DEG - 23.8) < 0.1);
/// healpix_matches_free(found);
/// ```
healpix_status healpix_point_index_within_deg(const healpix_point_index *index,
                                              double lon,
                                              double lat,
                                              double radius,
                                              healpix_matches **out);

/// The rows inside a region, its border included.
///
/// - `out`: becomes a new handle with the numbers of the rows, ascending; end it with healpix_rows_free. It needs
///   neither index nor region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// `index` and `region` must be live handles and `out` writable.
///
/// ```c
/// healpix_region *equator;
/// healpix_rows *found;
/// healpix_region_zone_deg(0.0, -20.0, 360.0, 20.0, &equator);
/// assert(healpix_point_index_region(stars, equator, &found) == HEALPIX_OK);
/// assert(healpix_rows_len(found) == 1 && healpix_rows_data(found)[0] == 2); /* Altair */
/// healpix_rows_free(found), healpix_region_free(equator);
/// ```
healpix_status healpix_point_index_region(const healpix_point_index *index,
                                          const healpix_region *region,
                                          healpix_rows **out);

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
///
/// ```c
/// healpix_point_index *radio; /* sources of another catalogue, one of them near Vega */
/// healpix_pairs *pairs;
/// uint32_t row;
/// healpix_point_index_new(&radio);
/// healpix_point_index_push_deg(radio, 10.0, 20.0, &row), healpix_point_index_push_deg(radio, 279.2348, 38.7836, &row);
/// healpix_point_index_build(radio);
/// assert(healpix_point_index_cross_match(stars, radio, 1.0 / 3600 * DEG, HEALPIX_CROSS_MATCH_BEST, &pairs)
///        == HEALPIX_OK && healpix_pairs_len(pairs) == 1);
/// assert(healpix_pairs_data(pairs)->left == 0 && healpix_pairs_data(pairs)->right == 1);
/// healpix_pairs_free(pairs), healpix_point_index_free(radio);
/// ```
healpix_status healpix_point_index_cross_match(const healpix_point_index *left,
                                               const healpix_point_index *right,
                                               double radius,
                                               uint32_t mode,
                                               healpix_pairs **out);

// ---------- Point index: answers ----------

/// Number of matches; 0 for NULL.
///
/// `matches` must be NULL or a live handle.
///
/// ```c
/// healpix_matches *found;
/// healpix_point_index_nearest_deg(stars, 0.0, 0.0, 10, &found);
/// assert(healpix_matches_len(found) == 3 && healpix_matches_len(NULL) == 0); /* there are no 10 */
/// healpix_matches_free(found);
/// ```
size_t healpix_matches_len(const healpix_matches *matches);

/// The matches, as many as healpix_matches_len says; valid until healpix_matches_free. NULL if there are none.
///
/// `matches` must be NULL or a live handle.
///
/// ```c
/// healpix_matches *found;
/// healpix_point_index_nearest_deg(stars, 279.2347, 38.7837, 3, &found);
/// const healpix_match *far = &healpix_matches_data(found)[2];
/// assert(far->row == 2 && fabs(far->distance / DEG - 34.196) < 0.001); /* from Vega to Altair */
/// healpix_matches_free(found);
/// ```
const healpix_match *healpix_matches_data(const healpix_matches *matches);

/// Ends matches; NULL is allowed.
///
/// `matches` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_matches *found = NULL;
/// assert(healpix_point_index_within_deg(stars, 0.0, 0.0, 200.0, &found) == HEALPIX_ERR_RADIUS);
/// healpix_matches_free(found); /* NULL as before: nothing to end */
/// ```
void healpix_matches_free(healpix_matches *matches);

/// Number of pairs; 0 for NULL.
///
/// `pairs` must be NULL or a live handle.
///
/// ```c
/// healpix_pairs *pairs;
/// healpix_point_index_cross_match(stars, stars, 30.0 * DEG, HEALPIX_CROSS_MATCH_ALL, &pairs);
/// assert(healpix_pairs_len(pairs) == 5 && healpix_pairs_len(NULL) == 0); /* each with itself, Vega and Deneb */
/// healpix_pairs_free(pairs);
/// ```
size_t healpix_pairs_len(const healpix_pairs *pairs);

/// The pairs, as many as healpix_pairs_len says; valid until healpix_pairs_free. NULL if there are none.
///
/// `pairs` must be NULL or a live handle.
///
/// ```c
/// healpix_pairs *pairs;
/// healpix_point_index_cross_match(stars, stars, 1.0 * DEG, HEALPIX_CROSS_MATCH_ALL, &pairs);
/// assert(healpix_pairs_data(pairs)[2].left == 2 && healpix_pairs_data(pairs)[2].right == 2); /* each with itself */
/// healpix_pairs_free(pairs);
/// ```
const healpix_pair *healpix_pairs_data(const healpix_pairs *pairs);

/// Ends pairs; NULL is allowed.
///
/// `pairs` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_pairs *pairs = NULL;
/// assert(healpix_point_index_cross_match(stars, stars, 0.1, 7, &pairs) == HEALPIX_ERR_MODE); /* neither of them */
/// healpix_pairs_free(pairs); /* NULL as before: nothing to end */
/// ```
void healpix_pairs_free(healpix_pairs *pairs);

/// Number of rows; 0 for NULL.
///
/// `rows` must be NULL or a live handle.
///
/// ```c
/// healpix_region *sky;
/// healpix_rows *rows;
/// healpix_region_all_sky(&sky);
/// healpix_point_index_region(stars, sky, &rows);
/// assert(healpix_rows_len(rows) == 3 && healpix_rows_len(NULL) == 0);
/// healpix_rows_free(rows), healpix_region_free(sky);
/// ```
size_t healpix_rows_len(const healpix_rows *rows);

/// The numbers of the rows, as many as healpix_rows_len says; valid until healpix_rows_free. NULL if there are none.
///
/// `rows` must be NULL or a live handle.
///
/// ```c
/// healpix_region *sky;
/// healpix_rows *rows;
/// healpix_region_all_sky(&sky);
/// healpix_point_index_region(stars, sky, &rows);
/// for (size_t k = 0; k < healpix_rows_len(rows); k++)
///     assert(healpix_rows_data(rows)[k] == k);
/// healpix_rows_free(rows), healpix_region_free(sky);
/// ```
const uint32_t *healpix_rows_data(const healpix_rows *rows);

/// Ends rows; NULL is allowed.
///
/// `rows` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_rows *rows = NULL;
/// assert(healpix_point_index_region(stars, NULL, &rows) == HEALPIX_ERR_NULL);
/// healpix_rows_free(rows); /* NULL as before: nothing to end */
/// ```
void healpix_rows_free(healpix_rows *rows);

// ---------- Point index: many positions in one call ----------

/// The rows nearest to each of `n` positions, on as many threads as healpix_set_threads says.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `k`: how many rows at most for each position.
/// - `out`: becomes a new handle with a list for each position, as healpix_point_index_nearest has it; end it with
///   healpix_match_lists_free. It needs the index no more.
///
/// One bad position refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {290.0 * DEG, 300.0 * DEG}, lat[] = {40.0 * DEG, 10.0 * DEG};
/// healpix_match_lists *found;
/// assert(healpix_point_index_nearest_many(stars, lon, lat, 2, 1, &found) == HEALPIX_OK);
/// assert(healpix_match_lists_matches(found)[0].row == 0 && healpix_match_lists_matches(found)[1].row == 2);
/// healpix_match_lists_free(found);
/// ```
healpix_status healpix_point_index_nearest_many(const healpix_point_index *index,
                                                const double *lon,
                                                const double *lat,
                                                size_t n,
                                                size_t k,
                                                healpix_match_lists **out);

/// The rows nearest to each of `n` positions in degrees. The distances of the matches are radians. Otherwise as
/// healpix_point_index_nearest_many.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {290.0, 300.0}, lat[] = {40.0, 10.0};
/// healpix_match_lists *found;
/// assert(healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 5, &found) == HEALPIX_OK);
/// for (size_t k = 0; k < 2; k++) {
///     const uint64_t *at = &healpix_match_lists_offsets(found)[k];
///     const healpix_match *nearest = &healpix_match_lists_matches(found)[at[0]];
///     assert(at[1] - at[0] == 3 && nearest[0].distance <= nearest[1].distance); /* all stars there are */
/// }
/// healpix_match_lists_free(found);
/// ```
healpix_status healpix_point_index_nearest_many_deg(const healpix_point_index *index,
                                                    const double *lon,
                                                    const double *lat,
                                                    size_t n,
                                                    size_t k,
                                                    healpix_match_lists **out);

/// The rows within a radius around each of `n` positions, those on the circle included, on as many threads as
/// healpix_set_threads says.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `radius`: n radii in radians, 0 to pi.
/// - `out`: becomes a new handle with a list for each position, as healpix_point_index_within has it; end it with
///   healpix_match_lists_free. It needs the index no more.
///
/// One bad position or radius refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 0.0}, radius[] = {30.0 * DEG, 0.1};
/// healpix_match_lists *found;
/// assert(healpix_point_index_within_many(stars, lon, lat, radius, 2, &found) == HEALPIX_OK);
/// assert(healpix_match_lists_offsets(found)[1] == 2); /* Vega itself, and Deneb 23.8 degrees away */
/// assert(healpix_match_lists_offsets(found)[2] == 2); /* no star at the second position */
/// healpix_match_lists_free(found);
/// ```
healpix_status healpix_point_index_within_many(const healpix_point_index *index,
                                               const double *lon,
                                               const double *lat,
                                               const double *radius,
                                               size_t n,
                                               healpix_match_lists **out);

/// The rows within a radius around each of `n` positions, all in degrees, the radii from 0 to 180. The distances of the
/// matches are radians. Otherwise as healpix_point_index_within_many.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// ```c
/// const double lon[] = {279.2347, 300.0}, lat[] = {38.7837, 10.0}, radius[] = {1.0, -1.0};
/// healpix_match_lists *found = NULL;
/// char text[200];
/// size_t len;
/// assert(healpix_point_index_within_many_deg(stars, lon, lat, radius, 2, &found) == HEALPIX_ERR_RADIUS);
/// assert(healpix_last_error_message(text, sizeof text, &len) == HEALPIX_OK);
/// assert(found == NULL && strstr(text, "index 1") != NULL); /* the second radius is none */
/// assert(healpix_point_index_within_many_deg(stars, lon, lat, radius, 1, &found) == HEALPIX_OK);
/// healpix_match_lists_free(found);
/// ```
healpix_status healpix_point_index_within_many_deg(const healpix_point_index *index,
                                                   const double *lon,
                                                   const double *lat,
                                                   const double *radius,
                                                   size_t n,
                                                   healpix_match_lists **out);

/// Number of lists, which is that of the positions; 0 for NULL.
///
/// `lists` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {290.0, 300.0}, lat[] = {40.0, 10.0};
/// healpix_match_lists *found;
/// healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 0, &found);
/// assert(healpix_match_lists_len(found) == 2 && healpix_match_lists_len(NULL) == 0); /* two, though they are empty */
/// healpix_match_lists_free(found);
/// ```
size_t healpix_match_lists_len(const healpix_match_lists *lists);

/// Where each list begins in healpix_match_lists_matches, and behind them where the last one ends: one more than
/// healpix_match_lists_len says. List k has the matches from `offsets[k]` to `offsets[k + 1]`, the latter not included.
/// Valid until healpix_match_lists_free. NULL for NULL only.
///
/// `lists` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {0.0, 300.0}, lat[] = {0.0, 10.0}, radius[] = {5.0, 5.0};
/// healpix_match_lists *found;
/// healpix_point_index_within_many_deg(stars, lon, lat, radius, 2, &found);
/// const uint64_t *offsets = healpix_match_lists_offsets(found);
/// assert(offsets[0] == 0 && offsets[1] == 0 && offsets[2] == 1); /* nothing near the first, Altair near the second */
/// healpix_match_lists_free(found);
/// ```
const uint64_t *healpix_match_lists_offsets(const healpix_match_lists *lists);

/// The matches of all positions, those of each by distance, equal distances by row; as many as the last of
/// healpix_match_lists_offsets says; valid until healpix_match_lists_free. NULL if there are none.
///
/// `lists` must be NULL or a live handle.
///
/// ```c
/// const double lon[] = {279.2347, 310.358}, lat[] = {38.7837, 45.2803}; /* Vega, Deneb */
/// healpix_match_lists *found;
/// healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 2, &found);
/// const healpix_match *matches = healpix_match_lists_matches(found);
/// assert(matches[0].row == 0 && matches[1].row == 1); /* Vega finds itself, then Deneb */
/// assert(matches[2].row == 1 && matches[3].row == 0); /* Deneb itself, then Vega */
/// healpix_match_lists_free(found);
/// ```
const healpix_match *healpix_match_lists_matches(const healpix_match_lists *lists);

/// Ends lists of matches; NULL is allowed. Their views end with them.
///
/// `lists` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_match_lists *found = NULL;
/// assert(healpix_point_index_nearest_many(stars, NULL, NULL, 2, 1, &found) == HEALPIX_ERR_NULL);
/// healpix_match_lists_free(found); /* NULL as before: nothing to end */
/// ```
void healpix_match_lists_free(healpix_match_lists *lists);

// ---------- Point index: occupied cells ----------

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
///
/// ```c
/// healpix_occupied *occupied;
/// healpix_cell_count cell;
/// assert(healpix_point_index_occupied(stars, 0, &occupied) == HEALPIX_OK);
/// while (healpix_occupied_next(occupied, &cell) == HEALPIX_OK)
///     assert((cell.cell == 3 && cell.count == 2) || (cell.cell == 7 && cell.count == 1));
/// healpix_occupied_free(occupied);
/// ```
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
///
/// ```c
/// healpix_occupied *occupied;
/// healpix_cell_count cell;
/// healpix_point_index_occupied(stars, 12, &occupied);
/// for (int k = 0; k < 3; k++)
///     assert(healpix_occupied_next(occupied, &cell) == HEALPIX_OK && cell.count == 1); /* each in a cell of its own */
/// assert(healpix_occupied_next(occupied, &cell) == HEALPIX_END);
/// healpix_occupied_free(occupied);
/// ```
healpix_status healpix_occupied_next(healpix_occupied *occupied,
                                     healpix_cell_count *out);

/// Ends an iterator; NULL is allowed. The index may be gone already.
///
/// `occupied` must be NULL or a live handle, which is dead afterwards.
///
/// ```c
/// healpix_occupied *occupied = NULL;
/// assert(healpix_point_index_occupied(stars, 30, &occupied) == HEALPIX_ERR_DEPTH);
/// healpix_occupied_free(occupied); /* NULL as before: nothing to end */
/// ```
void healpix_occupied_free(healpix_occupied *occupied);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* HEALPIX_HEALPIX_H */
