// The point index: positions sorted by cell, and what is asked of them.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_POINT_INDEX_HPP
#define HEALPIX_CPP_POINT_INDEX_HPP

#include "handle.hpp"
#include "region.hpp"
#include "types.hpp"

#include <cstdint>
#include <cstdio>

namespace healpix {

/// Matches, nearest first, owned.
using Matches = Results<Match, healpix_matches, ::healpix_matches_free, ::healpix_matches_len, ::healpix_matches_data>;
/// Pairs in the order of their left rows, owned.
using Pairs = Results<Pair, healpix_pairs, ::healpix_pairs_free, ::healpix_pairs_len, ::healpix_pairs_data>;
/// Numbers of rows, ascending, owned.
using Rows = Results<std::uint32_t, healpix_rows, ::healpix_rows_free, ::healpix_rows_len, ::healpix_rows_data>;
/// The cells of an index that hold rows, ascending. Reads its index, which must live as long. Reading on fails with
/// Status::not_built once rows were pushed; build the index and go on.
using Occupied = Stream<CellCount, healpix_occupied, ::healpix_occupied_next, ::healpix_occupied_free>;

/// The matches of many positions, one list behind the other, owned.
class MatchLists : public Handle<healpix_match_lists, ::healpix_match_lists_free> {
public:
    using Handle::Handle;

    /// How many lists there are, one for each position.
    std::size_t size() const noexcept { return ::healpix_match_lists_len(get()); }
    bool empty() const noexcept { return size() == 0; }
    /// Where each begins in matches(), and behind them where the last one ends: size() + 1 numbers.
    View<const std::uint64_t> offsets() const & noexcept
    {
        return get() == nullptr ? View<const std::uint64_t>()
                                : View<const std::uint64_t>(::healpix_match_lists_offsets(get()), size() + 1);
    }
    View<const std::uint64_t> offsets() const && = delete;
    /// The matches of all of them.
    View<const Match> matches() const & noexcept
    {
        return {::healpix_match_lists_matches(get()), get() == nullptr ? 0 : std::size_t(offsets().back())};
    }
    View<const Match> matches() const && = delete;
    /// The matches of position `k`, which must be below size(), nearest first.
    View<const Match> operator[](std::size_t k) const & noexcept
    {
        const View<const std::uint64_t> at = offsets();
        return matches().subspan(std::size_t(at[k]), std::size_t(at[k + 1] - at[k]));
    }
    View<const Match> operator[](std::size_t k) const && = delete;
};

/// Positions sorted by cell. Rows are numbered from 0 in the order in which they are pushed. Push rows, build, ask.
///
///     auto index = PointIndex::from_slices_deg(ra, dec);
///     for (const Match &match : index.nearest_deg(83.82, -5.39, 3)) ...
///
/// All functions take a std::error_code & behind their arguments instead of throwing. Views end with the next call that
/// changes the index; asking a temporary for one does not compile.
class PointIndex : public Handle<healpix_point_index, ::healpix_point_index_free> {
public:
    using Handle::Handle;

    /// A new index without rows. (A default-constructed PointIndex is an empty handle.)
    template <class On = Throw, class = OnError<On>>
    static PointIndex create(On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<PointIndex>(on, ::healpix_point_index_new);
    }

    /// A new index without rows, with memory for `n` of them. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    static PointIndex with_capacity(std::size_t n, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<PointIndex>(on, ::healpix_point_index_with_capacity, n);
    }

    /// An index of positions in radians, built: row k is position k.
    ///
    /// Errors: Status::longitude, Status::latitude (with a std::error_code the index has all good rows),
    /// Status::length, Status::rows (more than can be numbered), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static PointIndex from_slices(span<const double> lon, span<const double> lat, On &&on = On()) noexcept(quiet<On>)
    {
        return of(::healpix_point_index_push_slice, lon, lat, on);
    }

    /// The same of positions in degrees.
    template <class On = Throw, class = OnError<On>>
    static PointIndex from_slices_deg(span<const double> lon, span<const double> lat,
                                      On &&on = On()) noexcept(quiet<On>)
    {
        return of(::healpix_point_index_push_slice_deg, lon, lat, on);
    }

    /// Adds a position in radians; returns the number of its row. The index must be built again before it is asked.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::rows, Status::memory; invalid_u32 then.
    template <class On = Throw, class = OnError<On>>
    std::uint32_t push(double lon, double lat, On &&on = On()) noexcept(quiet<On>)
    {
        std::uint32_t row = invalid_u32;
        detail::settle(::healpix_point_index_push(get(), lon, lat, &row), on);
        return row;
    }

    /// The same of a position in degrees.
    template <class On = Throw, class = OnError<On>>
    std::uint32_t push_deg(double lon, double lat, On &&on = On()) noexcept(quiet<On>)
    {
        std::uint32_t row = invalid_u32;
        detail::settle(::healpix_point_index_push_deg(get(), lon, lat, &row), on);
        return row;
    }

    /// Adds positions in radians; returns the number of the first row, which the others follow. A bad position takes
    /// its row number but is never found; all others are added, also where the failure is thrown.
    ///
    /// Errors: Status::longitude, Status::latitude; and, nothing being added, Status::length, Status::rows,
    /// Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::uint32_t push_slice(span<const double> lon, span<const double> lat, On &&on = On()) noexcept(quiet<On>)
    {
        return push_rows(::healpix_point_index_push_slice, lon, lat, on);
    }

    /// The same of positions in degrees.
    template <class On = Throw, class = OnError<On>>
    std::uint32_t push_slice_deg(span<const double> lon, span<const double> lat, On &&on = On()) noexcept(quiet<On>)
    {
        return push_rows(::healpix_point_index_push_slice_deg, lon, lat, on);
    }

    /// Sorts what was pushed since the last build, so that the index can be asked. Errors: Status::memory; the index is
    /// as it was then.
    template <class On = Throw, class = OnError<On>>
    void build(On &&on = On()) noexcept(quiet<On>)
    {
        detail::settle(::healpix_point_index_build(get()), on);
    }

    /// Removes all rows; the next one pushed is row 0 again.
    template <class On = Throw, class = OnError<On>>
    void clear(On &&on = On()) noexcept(quiet<On>)
    {
        detail::settle(::healpix_point_index_clear(get()), on);
    }

    /// Row numbers given out so far, those of bad positions included.
    std::uint32_t rows() const noexcept { return ::healpix_point_index_rows(get()); }
    /// Rows that can be found: the length of the views once the index is built.
    std::size_t size() const noexcept { return ::healpix_point_index_len(get()); }
    /// Whether no row can be found.
    bool is_empty() const noexcept { return size() == 0; }
    /// Whether every row stored can be found, so that the index can be asked: none was stored since the last build. True
    /// without rows, and still true after a push of bad positions only, which are not stored.
    bool is_built() const noexcept { return ::healpix_point_index_is_built(get()); }

    /// Cells of the rows at depth 29, ascending. Errors: Status::not_built.
    template <class On = Throw, class = OnError<On>>
    View<const std::uint64_t> cell_keys(On &&on = On()) const & noexcept(quiet<On>)
    {
        return sorted(::healpix_point_index_cells(get()), on);
    }
    template <class On = Throw, class = OnError<On>>
    View<const std::uint64_t> cell_keys(On &&on = On()) const && = delete;

    /// Numbers of the rows in the order of cell_keys. Errors: Status::not_built.
    template <class On = Throw, class = OnError<On>>
    View<const std::uint32_t> row_numbers(On &&on = On()) const & noexcept(quiet<On>)
    {
        return sorted(::healpix_point_index_row_numbers(get()), on);
    }
    template <class On = Throw, class = OnError<On>>
    View<const std::uint32_t> row_numbers(On &&on = On()) const && = delete;

    /// Longitudes of the rows in radians, in the order of cell_keys. Errors: Status::not_built.
    template <class On = Throw, class = OnError<On>>
    View<const double> lons(On &&on = On()) const & noexcept(quiet<On>)
    {
        return sorted(::healpix_point_index_lon(get()), on);
    }
    template <class On = Throw, class = OnError<On>>
    View<const double> lons(On &&on = On()) const && = delete;

    /// Latitudes of the rows in radians, in the order of cell_keys. Errors: Status::not_built.
    template <class On = Throw, class = OnError<On>>
    View<const double> lats(On &&on = On()) const & noexcept(quiet<On>)
    {
        return sorted(::healpix_point_index_lat(get()), on);
    }
    template <class On = Throw, class = OnError<On>>
    View<const double> lats(On &&on = On()) const && = delete;

    /// Numbers of the rows in a cell, in the order of cell_keys. Errors: Status::depth, Status::cell,
    /// Status::not_built.
    template <class On = Throw, class = OnError<On>>
    View<const std::uint32_t> rows_in_cell(Depth depth, std::uint64_t cell, On &&on = On()) const & noexcept(quiet<On>)
    {
        const std::uint32_t *rows = nullptr;
        std::size_t n = 0;
        detail::settle(::healpix_point_index_rows_in_cell(get(), depth.value(), cell, &rows, &n), on);
        return {rows, n};
    }
    template <class On = Throw, class = OnError<On>>
    View<const std::uint32_t> rows_in_cell(Depth depth, std::uint64_t cell, On &&on = On()) const && = delete;

    /// The cells of a depth that hold rows, one after the other, ascending. Errors: Status::depth, Status::not_built.
    template <class On = Throw, class = OnError<On>>
    Occupied occupied(Depth depth, On &&on = On()) const & noexcept(quiet<On>)
    {
        return detail::create<Occupied>(on, ::healpix_point_index_occupied, get(), depth.value());
    }
    template <class On = Throw, class = OnError<On>>
    Occupied occupied(Depth depth, On &&on = On()) const && = delete;

    /// The at most `k` rows nearest to a position in radians, by distance, equal distances by row.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::not_built, Status::memory.
    template <class On = Throw, class = OnError<On>>
    Matches nearest(double lon, double lat, std::size_t k, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Matches>(on, ::healpix_point_index_nearest, get(), lon, lat, k);
    }

    /// The same of a position in degrees. The distances of the matches are radians.
    template <class On = Throw, class = OnError<On>>
    Matches nearest_deg(double lon, double lat, std::size_t k, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Matches>(on, ::healpix_point_index_nearest_deg, get(), lon, lat, k);
    }

    /// The rows within a radius around a position, those on the circle included, all in radians, by distance, equal
    /// distances by row.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::radius (0 to pi), Status::not_built, Status::memory.
    template <class On = Throw, class = OnError<On>>
    Matches within(double lon, double lat, double radius, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Matches>(on, ::healpix_point_index_within, get(), lon, lat, radius);
    }

    /// The same of position and radius in degrees. The distances of the matches are radians.
    template <class On = Throw, class = OnError<On>>
    Matches within_deg(double lon, double lat, double radius, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Matches>(on, ::healpix_point_index_within_deg, get(), lon, lat, radius);
    }

    /// The at most `k` rows nearest to each of many positions in radians. One bad position refuses the call; the detail
    /// says which one.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::length, Status::not_built, Status::memory.
    template <class On = Throw, class = OnError<On>>
    MatchLists nearest_many(span<const double> lon, span<const double> lat, std::size_t k, On &&on = On()) const
        noexcept(quiet<On>)
    {
        return nearest_to(::healpix_point_index_nearest_many, lon, lat, k, on);
    }

    /// The same of positions in degrees. The distances of the matches are radians.
    template <class On = Throw, class = OnError<On>>
    MatchLists nearest_many_deg(span<const double> lon, span<const double> lat, std::size_t k, On &&on = On()) const
        noexcept(quiet<On>)
    {
        return nearest_to(::healpix_point_index_nearest_many_deg, lon, lat, k, on);
    }

    /// The rows within a radius around each of many positions, all in radians. One bad position or radius refuses the
    /// call; the detail says which one.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::radius (0 to pi), Status::length, Status::not_built,
    /// Status::memory.
    template <class On = Throw, class = OnError<On>>
    MatchLists within_many(span<const double> lon, span<const double> lat, span<const double> radius,
                           On &&on = On()) const noexcept(quiet<On>)
    {
        return within_of(::healpix_point_index_within_many, lon, lat, radius, on);
    }

    /// The same of positions and radii in degrees. The distances of the matches are radians.
    template <class On = Throw, class = OnError<On>>
    MatchLists within_many_deg(span<const double> lon, span<const double> lat, span<const double> radius,
                               On &&on = On()) const noexcept(quiet<On>)
    {
        return within_of(::healpix_point_index_within_many_deg, lon, lat, radius, on);
    }

    /// The rows inside a region, its border included. Errors: Status::not_built, Status::memory.
    template <class On = Throw, class = OnError<On>>
    Rows region(const Region &region, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Rows>(on, ::healpix_point_index_region, get(), region.get());
    }

    /// Rows of this index (left) and of another (right) that are within a radius of each other, by left row, distance,
    /// right row.
    ///
    /// - `radius`: radians, 0 to pi.
    ///
    /// Errors: Status::radius, Status::not_built, Status::memory.
    template <class On = Throw, class = OnError<On>>
    Pairs cross_match(const PointIndex &right, double radius, CrossMatch mode, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Pairs>(on, ::healpix_point_index_cross_match, get(), right.get(), radius,
                                     detail::raw(mode));
    }

private:
    using PushSlice = healpix_status (*)(healpix_point_index *, const double *, const double *, std::size_t,
                                         std::uint32_t *);

    template <class On>
    std::uint32_t push_rows(PushSlice call, span<const double> lon, span<const double> lat, On &&on) noexcept(quiet<On>)
    {
        std::uint32_t first = invalid_u32;
        if (detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            detail::settle(call(get(), lon.data(), lat.data(), lon.size(), &first), on);
        return first;
    }

    template <class On>
    static PointIndex of(PushSlice call, span<const double> lon, span<const double> lat, On &&on) noexcept(quiet<On>)
    {
        PointIndex index = with_capacity(lon.size(), on);
        if (!index)
            return index;
        index.push_rows(call, lon, lat, on);
        // What is wrong with a row is to be told, and not that building went well.
        const healpix_status built = ::healpix_point_index_build(index.get());
        if (built != HEALPIX_OK)
            detail::settle(built, on);
        return index;
    }

    using NearestMany = healpix_status (*)(const healpix_point_index *, const double *, const double *, std::size_t,
                                           std::size_t, healpix_match_lists **);
    using WithinMany = healpix_status (*)(const healpix_point_index *, const double *, const double *, const double *,
                                          std::size_t, healpix_match_lists **);

    template <class On>
    MatchLists nearest_to(NearestMany call, span<const double> lon, span<const double> lat, std::size_t k,
                          On &&on) const noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<MatchLists>(on, call, get(), lon.data(), lat.data(), lon.size(), k);
    }

    template <class On>
    MatchLists within_of(WithinMany call, span<const double> lon, span<const double> lat, span<const double> radius,
                         On &&on) const noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}, {"radius", radius.size()}}))
            return {};
        return detail::create<MatchLists>(on, call, get(), lon.data(), lat.data(), radius.data(), lon.size());
    }

    template <class T, class On>
    View<const T> sorted(const T *data, On &&on) const noexcept(quiet<On>)
    {
        if (!is_built()) {
            std::snprintf(detail::complaint.text, sizeof detail::complaint.text, "the index is not built");
            detail::fail(on, *this ? Status::not_built : Status::null);
            return {};
        }
        detail::succeed(on);
        return {data, size()};
    }
};

} // namespace healpix

#endif
