// Coverages: the cells that a region touches.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_COVERAGE_HPP
#define HEALPIX_CPP_COVERAGE_HPP

#include "moc.hpp"
#include "visit.hpp"

#include <cstdint>
#include <type_traits>
#include <vector>

namespace healpix {

/// All cells of a coverage at its depth, ascending. Reads its coverage, which must live as long.
using FlatCells = Stream<Cell, healpix_coverage_iter, ::healpix_coverage_iter_next, ::healpix_coverage_iter_free>;

/// The cells that a region touches at a depth, and which of them are inside it. It never changes.
///
/// No cell that meets the region is missing, no cell is called full that is not, and a partial cell really meets the
/// region. Where four sibling cells are inside, their parent stands for them.
///
/// All functions take a std::error_code & behind their arguments instead of throwing; the coverage is an empty handle
/// then. Its views and iterators end with it; asking a temporary for one does not compile.
class Coverage : public Handle<healpix_coverage, ::healpix_coverage_free> {
public:
    using Handle::Handle;

    /// All cells at its depth, ascending.
    struct Flat {
        std::vector<std::uint64_t> cells;
        std::vector<std::uint8_t> full; ///< 1 for each cell inside the region, 0 for each that is partly.
    };

    /// The coverage of a region at a depth. It does not need the region any more. The memory grows with the length of
    /// the region's border in cells: for deep and large ones see with_budget and visit.
    ///
    /// Errors: Status::depth, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Coverage of(Depth depth, const Region &region, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_of, depth.value(), region.get());
    }

    /// A coverage of at most `max_cells` cells (fewer than the base cells that the region touches, up to 12, it cannot
    /// be): where the exact one has more, cells that the border crosses stay undivided, large ones being divided first.
    ///
    /// Errors: Status::depth, Status::budget (no cells), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Coverage with_budget(Depth depth, const Region &region, std::size_t max_cells,
                                On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_with_budget, depth.value(), region.get(), max_cells);
    }

    /// The coverage of cells that were kept elsewhere: those of cells(), out of a file, a database or another thread. They
    /// must be sorted by position, none in another, none deeper than `depth`; four full siblings become their parent.
    /// Whether a region has them, nobody asks.
    ///
    /// Errors: Status::depth, Status::cell, Status::overlapping_cells (a cell does not come after the one before it),
    /// Status::memory. The detail says which cell.
    template <class On = Throw, class = OnError<On>>
    static Coverage from_cells(Depth depth, span<const Cell> cells, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_from_cells, depth.value(), cells.data(), cells.size());
    }

    /// The coverage of the points within a radius of a center, all in radians: a disc on the sphere.
    ///
    /// - `lon`, `lat`: any finite longitude, latitude from -pi/2 to pi/2.
    /// - `radius`: 0 (the point alone) to pi (the whole sphere).
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::radius.
    template <class On = Throw, class = OnError<On>>
    static Coverage cone(Depth depth, double lon, double lat, double radius, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_cone, depth.value(), lon, lat, radius);
    }

    /// The same in degrees, the radius from 0 to 180.
    template <class On = Throw, class = OnError<On>>
    static Coverage cone_deg(Depth depth, double lon, double lat, double radius, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_cone_deg, depth.value(), lon, lat, radius);
    }

    /// The coverage of the points whose distance from a center is between two radii, both included, all in radians.
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::radius, Status::shape (the inner radius is
    /// the larger one).
    template <class On = Throw, class = OnError<On>>
    static Coverage annulus(Depth depth, double lon, double lat, double inner, double outer,
                            On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_annulus, depth.value(), lon, lat, inner, outer);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Coverage annulus_deg(Depth depth, double lon, double lat, double inner, double outer,
                                On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_annulus_deg, depth.value(), lon, lat, inner, outer);
    }

    /// The coverage of the points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on
    /// the sphere. All in radians.
    ///
    /// - `a`, `b`: semi-axes, 0 < b <= a <= pi/2.
    /// - `position_angle`: of the major axis, from north through east, 0 to 2 pi.
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::shape.
    template <class On = Throw, class = OnError<On>>
    static Coverage elliptical_cone(Depth depth, double lon, double lat, double a, double b, double position_angle,
                                    On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_elliptical_cone, depth.value(), lon, lat, a, b,
                                        position_angle);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Coverage elliptical_cone_deg(Depth depth, double lon, double lat, double a, double b, double position_angle,
                                        On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_elliptical_cone_deg, depth.value(), lon, lat, a, b,
                                        position_angle);
    }

    /// The coverage of the points between two longitudes and two latitudes, borders included, all in radians. It runs
    /// from `lon_min` eastwards to `lon_max`, over longitude 0 where need be; a whole turn or more is the whole circle.
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::shape (`lat_min` above `lat_max`).
    template <class On = Throw, class = OnError<On>>
    static Coverage zone(Depth depth, double lon_min, double lat_min, double lon_max, double lat_max,
                         On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_zone, depth.value(), lon_min, lat_min, lon_max, lat_max);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Coverage zone_deg(Depth depth, double lon_min, double lat_min, double lon_max, double lat_max,
                             On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_zone_deg, depth.value(), lon_min, lat_min, lon_max,
                                        lat_max);
    }

    /// The coverage of the box with great-circle sides around a center; each side crosses its axis at right angles,
    /// half the size away. All in radians.
    ///
    /// - `width`, `height`: whole sizes, above 0 and below pi.
    /// - `position_angle`: of the height, from north through east, 0 to 2 pi.
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::shape.
    template <class On = Throw, class = OnError<On>>
    static Coverage box(Depth depth, double lon, double lat, double width, double height, double position_angle,
                        On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_box, depth.value(), lon, lat, width, height,
                                        position_angle);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Coverage box_deg(Depth depth, double lon, double lat, double width, double height, double position_angle,
                            On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverage>(on, ::healpix_coverage_box_deg, depth.value(), lon, lat, width, height,
                                        position_angle);
    }

    /// The coverage of the area inside a ring of great-circle arcs, vertices in radians. Each edge is the shorter arc
    /// to the next vertex; the last one leads back to the first, which may be repeated at the end.
    ///
    /// - `interior`: Interior::smaller_area() or Interior::winding().
    ///
    /// Errors: Status::depth, Status::polygon (too few vertices, a bad one, edges that cross), Status::mode,
    /// Status::length, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Coverage polygon(Depth depth, span<const double> lon, span<const double> lat,
                            Interior interior = Interior::smaller_area(), On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Coverage>(on, ::healpix_coverage_polygon, depth.value(), lon.data(), lat.data(),
                                        lon.size(), interior.code());
    }

    /// The same with vertices in degrees.
    template <class On = Throw, class = OnError<On>>
    static Coverage polygon_deg(Depth depth, span<const double> lon, span<const double> lat,
                                Interior interior = Interior::smaller_area(), On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Coverage>(on, ::healpix_coverage_polygon_deg, depth.value(), lon.data(), lat.data(),
                                        lon.size(), interior.code());
    }

    /// The depth: that of its smallest cells. Not valid of an empty handle.
    Depth depth() const noexcept { return Depth::from_c(::healpix_coverage_depth(get())); }
    /// Whether it has no cell.
    bool is_empty() const noexcept { return ::healpix_coverage_len(get()) == 0; }

    /// The cells, of several depths, sorted by position; valid as long as the coverage.
    View<const Cell> cells() const & noexcept
    {
        return {::healpix_coverage_cells(get()), ::healpix_coverage_len(get())};
    }
    View<const Cell> cells() const && = delete;

    /// Number of cells of its depth that it stands for.
    std::uint64_t n_flat() const noexcept { return ::healpix_coverage_n_flat(get()); }

    /// All cells at its depth. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Flat flat(On &&on = On()) const
    {
        std::size_t n = 0;
        const healpix_status asked = ::healpix_coverage_flat(get(), 0, nullptr, nullptr, &n);
        Flat flat;
        if (asked != HEALPIX_ERR_BUFFER) {
            detail::settle(asked, on);
            return flat;
        }
        flat.cells.resize(n);
        flat.full.resize(n);
        detail::settle(::healpix_coverage_flat(get(), n, flat.cells.data(), flat.full.data(), &n), on);
        return flat;
    }

    /// All cells at its depth, one after the other, without a list.
    template <class On = Throw, class = OnError<On>>
    FlatCells iter(On &&on = On()) const & noexcept(quiet<On>)
    {
        return detail::create<FlatCells>(on, ::healpix_coverage_iter_new, get());
    }
    template <class On = Throw, class = OnError<On>>
    FlatCells iter(On &&on = On()) const && = delete;

    /// Hands the cells of a region to a callable as they are found, sorted by position, without storing them.
    ///
    /// - `visitor`: called with a `View<const Cell>` of 1 to 1024 cells, valid until it returns. Returns nothing, or a
    ///   bool: true to go on, false to stop. It may call any function of this library. What it throws stops the walk
    ///   and comes out of this call, with a std::error_code too.
    ///
    /// Returns whether all cells were handed over: false if the visitor stopped. Errors: Status::depth, Status::memory,
    /// Status::stopped (by progress::watch).
    template <class Visitor, class On = Throw, class = OnError<On>>
    static bool visit(Depth depth, const Region &region, Visitor &&visitor, On &&on = On())
    {
        bool stopped = false;
        // Not only the visitor may stop, but a watcher of progress too.
        const auto noting = [&](View<const Cell> cells) {
            stopped = detail::go_on(visitor, cells) != 0;
            return !stopped;
        };
        using Visiting = detail::Callback<decltype(noting)>;
        Visiting callback(noting);
        const healpix_status status = ::healpix_coverage_visit(
            depth.value(), region.get(),
            [](const Cell *cells, std::size_t n, void *user) noexcept {
                return Visiting::enter(user, std::int32_t(1),
                                       [&](auto &f) { return detail::go_on(f, View<const Cell>(cells, n)); });
            },
            callback.user());
        callback.rethrow();
        if (stopped)
            detail::succeed(on);
        return !stopped && detail::settle(status, on);
    }

    /// visit with one cell at a time: the visitor is called with a `const Cell &`.
    template <class Visitor, class On = Throw, class = OnError<On>>
    static bool visit_cells(Depth depth, const Region &region, Visitor &&visitor, On &&on = On())
    {
        const auto each = [&visitor](View<const Cell> cells) {
            for (const Cell &cell : cells)
                if (detail::go_on(visitor, cell) != 0)
                    return false;
            return true;
        };
        return visit(depth, region, each, on);
    }

    /// All cells as a MOC of its depth. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc moc(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_coverage_moc, get());
    }

    /// The cells that are inside the region, as a MOC of its depth. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc full_moc(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_coverage_full_moc, get());
    }
};

/// Ranges of ring cells, owned.
using Ranges = Results<CellRange, healpix_ranges, ::healpix_ranges_free, ::healpix_ranges_len, ::healpix_ranges_data>;

/// The coverages of many regions, one behind the other, owned.
class Coverages : public Handle<healpix_coverages, ::healpix_coverages_free> {
public:
    using Handle::Handle;

    /// The coverages of cells that were kept elsewhere: those of cells() with offsets(), which begin with 0, never fall, and
    /// end with the number of cells. Otherwise as Coverage::from_cells.
    ///
    /// Errors: Status::range (of an offset), Status::length (no offset, or one and cells), and those of
    /// Coverage::from_cells.
    template <class On = Throw, class = OnError<On>>
    static Coverages from_cells(Depth depth, span<const Cell> cells, span<const std::uint64_t> offsets,
                                On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Coverages>(on, ::healpix_coverages_from_cells, depth.value(), cells.data(), cells.size(),
                                         offsets.data(), offsets.size());
    }

    /// The depth of all of them.
    Depth depth() const noexcept { return Depth::from_c(::healpix_coverages_depth(get())); }
    /// How many there are.
    std::size_t size() const noexcept { return ::healpix_coverages_len(get()); }
    bool empty() const noexcept { return size() == 0; }
    /// Where each begins in cells(), and behind them where the last one ends: size() + 1 numbers.
    View<const std::uint64_t> offsets() const & noexcept
    {
        return get() == nullptr ? View<const std::uint64_t>()
                                : View<const std::uint64_t>(::healpix_coverages_offsets(get()), size() + 1);
    }
    View<const std::uint64_t> offsets() const && = delete;
    /// The cells of all of them.
    View<const Cell> cells() const & noexcept
    {
        return {::healpix_coverages_cells(get()), get() == nullptr ? 0 : std::size_t(offsets().back())};
    }
    View<const Cell> cells() const && = delete;
    /// The cells of number `k`, which must be below size(), as Coverage::cells has them.
    View<const Cell> operator[](std::size_t k) const & noexcept
    {
        const View<const std::uint64_t> at = offsets();
        return cells().subspan(std::size_t(at[k]), std::size_t(at[k + 1] - at[k]));
    }
    View<const Cell> operator[](std::size_t k) const && = delete;
};

/// Coverages as MOCs, of many cones, and in the ring scheme.
namespace coverage {

/// The nested cells whose center is inside a region, as a MOC. Errors: Status::depth, Status::memory.
template <class On = Throw, class = OnError<On>>
Moc centers_in(Depth depth, const Region &region, On &&on = On()) noexcept(quiet<On>)
{
    return detail::create<Moc>(on, ::healpix_coverage_centers_in, depth.value(), region.get());
}

/// The coverages of many cones: centers and radii in radians. One bad cone refuses the call; the detail says which one.
///
/// Errors: Status::depth, Status::longitude, Status::latitude, Status::radius, Status::length, Status::memory.
template <class On = Throw, class = OnError<On>>
Coverages cones(Depth depth, span<const double> lon, span<const double> lat, span<const double> radius,
                On &&on = On()) noexcept(quiet<On>)
{
    if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}, {"radius", radius.size()}}))
        return {};
    return detail::create<Coverages>(on, ::healpix_coverage_cones, depth.value(), lon.data(), lat.data(), radius.data(),
                                     lon.size());
}

/// The same in degrees.
template <class On = Throw, class = OnError<On>>
Coverages cones_deg(Depth depth, span<const double> lon, span<const double> lat, span<const double> radius,
                    On &&on = On()) noexcept(quiet<On>)
{
    if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}, {"radius", radius.size()}}))
        return {};
    return detail::create<Coverages>(on, ::healpix_coverage_cones_deg, depth.value(), lon.data(), lat.data(),
                                     radius.data(), lon.size());
}

/// The ring cells that a region touches, as sorted ranges; the nside need be no power of two. Errors: Status::nside,
/// Status::memory.
template <class On = Throw, class = OnError<On>>
Ranges ring_touched(Nside nside, const Region &region, On &&on = On()) noexcept(quiet<On>)
{
    return detail::create<Ranges>(on, ::healpix_coverage_ring_touched, nside.value(), region.get());
}

/// The ring cells whose center is inside a region; otherwise as ring_touched.
template <class On = Throw, class = OnError<On>>
Ranges ring_centers_in(Nside nside, const Region &region, On &&on = On()) noexcept(quiet<On>)
{
    return detail::create<Ranges>(on, ::healpix_coverage_ring_centers_in, nside.value(), region.get());
}

} // namespace coverage
} // namespace healpix

#endif
