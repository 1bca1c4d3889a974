// MOCs: sets of cells.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_MOC_HPP
#define HEALPIX_CPP_MOC_HPP

#include "file.hpp"
#include "region.hpp"

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace healpix {

class Mocs;

/// The largest cells that make up a MOC, in the order of the nested curve. Reads its MOC, which must live as long.
using MocCells = Stream<Cell, healpix_moc_iter, ::healpix_moc_iter_next, ::healpix_moc_iter_free>;

/// All cells of a MOC at its depth, ascending. Reads its MOC, which must live as long.
using MocFlatCells =
    Stream<std::uint64_t, healpix_moc_flat_iter, ::healpix_moc_flat_iter_next, ::healpix_moc_flat_iter_free>;

/// A set of cells of one depth: a Multi-Order Coverage map of the Virtual Observatory. It changes only as the answer of
/// a function whose name ends in _into.
///
/// All functions take a std::error_code & behind their arguments instead of throwing; the MOC is an empty handle then.
/// Its views and iterators end with it; asking a temporary for one does not compile.
class Moc : public Handle<healpix_moc, ::healpix_moc_free> {
public:
    using Handle::Handle;

    /// A MOC without a cell. Errors: Status::depth.
    template <class On = Throw, class = OnError<On>>
    static Moc empty(Depth depth, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_empty, depth.value());
    }

    /// The MOC with every cell. Errors: Status::depth.
    template <class On = Throw, class = OnError<On>>
    static Moc all_sky(Depth depth, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_all_sky, depth.value());
    }

    /// The MOC of nested cells of its depth, in any order, one possibly several times. One bad element refuses the
    /// call; the detail says which one, and how many there are. It does not need its inputs any more.
    ///
    /// Errors: Status::depth, Status::cell, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc from_cells(Depth depth, span<const std::uint64_t> cells, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_cells, depth.value(), cells.data(), cells.size());
    }

    /// The MOC of cells of any depths, for instance those of a coverage. They may overlap; one that is deeper than the
    /// MOC is widened to its ancestor. Whether a cell is full does not count. Otherwise as from_cells.
    template <class On = Throw, class = OnError<On>>
    static Moc from_mixed_cells(Depth depth, span<const Cell> cells, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_mixed_cells, depth.value(), cells.data(), cells.size());
    }

    /// The MOC of IVOA uniq numbers; otherwise as from_mixed_cells. Errors: Status::uniq instead of Status::cell.
    template <class On = Throw, class = OnError<On>>
    static Moc from_uniq(Depth depth, span<const std::uint64_t> uniq, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_uniq, depth.value(), uniq.data(), uniq.size());
    }

    /// The MOC of ranges of cells of its own depth, in any order; they may overlap. Otherwise as from_cells. Errors:
    /// Status::range instead of Status::cell.
    template <class On = Throw, class = OnError<On>>
    static Moc from_ranges(Depth depth, span<const CellRange> ranges, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_ranges, depth.value(), ranges.data(), ranges.size());
    }

    /// The MOC of ranges of cells of depth 29, as ranges() has them, widened to whole cells of `depth`; otherwise as
    /// from_ranges.
    template <class On = Throw, class = OnError<On>>
    static Moc from_depth29_ranges(Depth depth, span<const CellRange> ranges, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_depth29_ranges, depth.value(), ranges.data(), ranges.size());
    }

    /// The MOC of the cells that positions in radians are in. One bad position refuses the call.
    ///
    /// Errors: Status::depth, Status::longitude, Status::latitude, Status::length, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc from_points(Depth depth, span<const double> lon, span<const double> lat,
                           On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Moc>(on, ::healpix_moc_from_points, depth.value(), lon.data(), lat.data(), lon.size());
    }

    /// The same of positions in degrees.
    template <class On = Throw, class = OnError<On>>
    static Moc from_points_deg(Depth depth, span<const double> lon, span<const double> lat,
                               On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Moc>(on, ::healpix_moc_from_points_deg, depth.value(), lon.data(), lat.data(),
                                   lon.size());
    }

    /// The MOC of the cells that a region touches. Errors: Status::depth, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc from_region(Depth depth, const Region &region, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_region, depth.value(), region.get());
    }

    /// The smallest part of the sky with a share of the probability of a multi-order map, whose depth is that of its
    /// deepest cell.
    ///
    /// - `uniq`: IVOA uniq numbers in any order; no cell within another.
    /// - `density`: the probability per steradian in each, in any scale.
    /// - `level`: the share, 0 to 1.
    ///
    /// Errors: Status::uniq, Status::probability, Status::overlapping_cells, Status::length, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc credible_region(span<const std::uint64_t> uniq, span<const double> density, double level,
                               On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"uniq", uniq.size()}, {"density", density.size()}}))
            return {};
        return detail::create<Moc>(on, ::healpix_moc_credible_region, uniq.data(), density.data(), uniq.size(), level);
    }

    /// The same of a map that has the probability in each cell, and not its density.
    template <class On = Throw, class = OnError<On>>
    static Moc credible_region_of_probabilities(span<const std::uint64_t> uniq, span<const double> probability,
                                                double level, On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"uniq", uniq.size()}, {"probability", probability.size()}}))
            return {};
        return detail::create<Moc>(on, ::healpix_moc_credible_region_of_probabilities, uniq.data(), probability.data(),
                                   uniq.size(), level);
    }

    /// The cells in either MOC, at the depth of the deeper one. The operands may go before the answer. `a | b` is the
    /// same. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc union_with(const Moc &other, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_union, get(), other.get());
    }

    /// The cells in both MOCs; otherwise as union_with. `a & b` is the same.
    template <class On = Throw, class = OnError<On>>
    Moc intersection(const Moc &other, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_intersection, get(), other.get());
    }

    /// The cells in this MOC and not in the other; otherwise as union_with. `a - b` is the same.
    template <class On = Throw, class = OnError<On>>
    Moc difference(const Moc &other, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_difference, get(), other.get());
    }

    /// The cells in one of the MOCs and not in both; otherwise as union_with. `a ^ b` is the same.
    template <class On = Throw, class = OnError<On>>
    Moc symmetric_difference(const Moc &other, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_symmetric_difference, get(), other.get());
    }

    /// The cells that are not in the MOC, at its depth. `~a` is the same. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc complement(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_complement, get());
    }

    /// The cells in at least one of any number of MOCs, at the depth of the deepest; much quicker than one union after
    /// the other. Of none: no cell, depth 0. Takes `{&a, &b}`, an array of pointers, or a vector of MOCs.
    ///
    /// Errors: Status::memory, Status::null.
    template <class On = Throw, class = OnError<On>>
    static Moc union_all(std::initializer_list<const Moc *> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_union_all, mocs);
    }
    template <class On = Throw, class = OnError<On>>
    static Moc union_all(span<const Moc *const> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_union_all, mocs);
    }
    template <class On = Throw, class = OnError<On>>
    static Moc union_all(span<const Moc> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_union_all, mocs);
    }

    /// The cells in every one of any number of MOCs. Of none: the whole sky at depth 0. Otherwise as union_all.
    template <class On = Throw, class = OnError<On>>
    static Moc intersection_all(std::initializer_list<const Moc *> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_intersection_all, mocs);
    }
    template <class On = Throw, class = OnError<On>>
    static Moc intersection_all(span<const Moc *const> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_intersection_all, mocs);
    }
    template <class On = Throw, class = OnError<On>>
    static Moc intersection_all(span<const Moc> mocs, On &&on = On())
    {
        return detail::create_of_all<Moc>(on, ::healpix_moc_intersection_all, mocs);
    }

    /// The cells in either MOC, into a MOC that is there and whose memory is used again: two to four times as fast in a
    /// loop over large MOCs. What was in it is lost, views of it end; it must not be an operand.
    ///
    /// Errors: Status::memory, `into` being empty then; Status::overlap, Status::null, `into` being as it was.
    template <class On = Throw, class = OnError<On>>
    void union_into(const Moc &other, Moc &into, On &&on = On()) const noexcept(quiet<On>)
    {
        detail::settle(::healpix_moc_union_into(get(), other.get(), into.get()), on);
    }

    /// The cells in both MOCs; otherwise as union_into.
    template <class On = Throw, class = OnError<On>>
    void intersection_into(const Moc &other, Moc &into, On &&on = On()) const noexcept(quiet<On>)
    {
        detail::settle(::healpix_moc_intersection_into(get(), other.get(), into.get()), on);
    }

    /// The cells in this MOC and not in the other; otherwise as union_into.
    template <class On = Throw, class = OnError<On>>
    void difference_into(const Moc &other, Moc &into, On &&on = On()) const noexcept(quiet<On>)
    {
        detail::settle(::healpix_moc_difference_into(get(), other.get(), into.get()), on);
    }

    /// The cells in one of the MOCs and not in both; otherwise as union_into.
    template <class On = Throw, class = OnError<On>>
    void symmetric_difference_into(const Moc &other, Moc &into, On &&on = On()) const noexcept(quiet<On>)
    {
        detail::settle(::healpix_moc_symmetric_difference_into(get(), other.get(), into.get()), on);
    }

    /// The cells that are not in the MOC; otherwise as union_into.
    template <class On = Throw, class = OnError<On>>
    void complement_into(Moc &into, On &&on = On()) const noexcept(quiet<On>)
    {
        detail::settle(::healpix_moc_complement_into(get(), into.get()), on);
    }

    /// Whether both cover the same places, whatever their depths; == asks for the same depth too. False for an empty
    /// handle.
    bool same_set(const Moc &other) const noexcept { return ::healpix_moc_same_set(get(), other.get()); }
    /// Whether every cell of this MOC is in the other. False for an empty handle.
    bool is_subset(const Moc &other) const noexcept { return ::healpix_moc_is_subset(get(), other.get()); }
    /// Whether every cell of the other MOC is in this one. False for an empty handle.
    bool is_superset(const Moc &other) const noexcept { return ::healpix_moc_is_superset(get(), other.get()); }
    /// Whether no place is in both. False for an empty handle.
    bool is_disjoint(const Moc &other) const noexcept { return ::healpix_moc_is_disjoint(get(), other.get()); }

    /// The cells of a shallower depth that the cells of the MOC lie in. Errors: Status::depth (a deeper one, too),
    /// Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc degraded(Depth depth, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_degraded, get(), depth.value());
    }

    /// The same places at a deeper depth. Errors: Status::depth (a shallower one, too), Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc refined(Depth depth, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_refined, get(), depth.value());
    }

    /// The cells of the MOC that touch one that is not in it, in an edge or a vertex. Errors: Status::memory, also for
    /// borders of more than 2^28 cells.
    template <class On = Throw, class = OnError<On>>
    Moc inner_border(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_inner_border, get());
    }

    /// The cells of its depth that are not in the MOC and touch one that is; otherwise as inner_border.
    template <class On = Throw, class = OnError<On>>
    Moc outer_border(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_outer_border, get());
    }

    /// The MOC and all cells of its depth at most `steps` (0 to 1024) away, a step leading to any neighbor. Errors:
    /// Status::steps, Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc expanded(std::uint32_t steps, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_expanded, get(), steps);
    }

    /// The complement of the complement, expanded. Errors as of expanded.
    template <class On = Throw, class = OnError<On>>
    Moc contracted(std::uint32_t steps, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_contracted, get(), steps);
    }

    /// The MOC with its holes filled that have at most `max_area` steradians: all connected parts of its complement but
    /// the largest, which lies around it. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc fill_holes(double max_area = std::numeric_limits<double>::infinity(), On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_fill_holes, get(), max_area);
    }

    /// The depth, which is the order of the MOC standard. Not valid of an empty handle.
    Depth depth() const noexcept { return Depth::from_c(::healpix_moc_depth(get())); }
    /// Whether it has no cell.
    bool is_empty() const noexcept { return ::healpix_moc_is_empty(get()); }
    /// Whether it has every cell.
    bool is_all_sky() const noexcept { return ::healpix_moc_is_all_sky(get()); }
    /// Number of cells of its depth.
    std::uint64_t n_cells() const noexcept { return ::healpix_moc_n_cells(get()); }
    /// The area in steradians, 0 to 4 pi; NaN of an empty handle.
    double area() const noexcept { return ::healpix_moc_area(get()); }
    /// The part of the sphere that it covers, 0 to 1; NaN of an empty handle.
    double sky_fraction() const noexcept { return ::healpix_moc_sky_fraction(get()); }
    /// The first cell at its depth, if there is one.
    std::optional<std::uint64_t> first() const noexcept { return if_any(::healpix_moc_first(get())); }
    /// The last cell at its depth, if there is one.
    std::optional<std::uint64_t> last() const noexcept { return if_any(::healpix_moc_last(get())); }

    /// The cells as ranges of nested cells of depth 29, sorted, disjoint and not touching; valid until the MOC ends or
    /// changes.
    View<const CellRange> ranges() const & noexcept { return {::healpix_moc_ranges(get()), ::healpix_moc_len(get())}; }
    View<const CellRange> ranges() const && = delete;

    /// The largest cells that make up the MOC, one after the other: as few as possible, none deeper than the MOC, all
    /// full.
    template <class On = Throw, class = OnError<On>>
    MocCells cells(On &&on = On()) const & noexcept(quiet<On>)
    {
        return detail::create<MocCells>(on, ::healpix_moc_iter_new, get());
    }
    template <class On = Throw, class = OnError<On>>
    MocCells cells(On &&on = On()) const && = delete;

    /// All cells at the depth of the MOC, one after the other, ascending.
    template <class On = Throw, class = OnError<On>>
    MocFlatCells flat(On &&on = On()) const & noexcept(quiet<On>)
    {
        return detail::create<MocFlatCells>(on, ::healpix_moc_flat_iter_new, get());
    }
    template <class On = Throw, class = OnError<On>>
    MocFlatCells flat(On &&on = On()) const && = delete;

    /// All cells at its depth, ascending. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint64_t> to_cells(On &&on = On()) const
    {
        return detail::list<std::uint64_t>(on, 0, [this](std::size_t capacity, std::uint64_t *cells, std::size_t *n) {
            return ::healpix_moc_flat(get(), capacity, cells, n);
        });
    }

    /// The IVOA uniq numbers of the largest cells, ascending: by depth, then by cell. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint64_t> to_uniq(On &&on = On()) const
    {
        return detail::list<std::uint64_t>(on, 64, [this](std::size_t capacity, std::uint64_t *uniq, std::size_t *n) {
            return ::healpix_moc_to_uniq(get(), capacity, uniq, n);
        });
    }

    /// Another MOC with the same depth and cells. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Moc clone(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_clone, get());
    }

    /// Whether a position in radians is in a cell of the MOC. Errors: Status::longitude, Status::latitude; false then.
    template <class On = Throw, class = OnError<On>>
    bool contains(double lon, double lat, On &&on = On()) const noexcept(quiet<On>)
    {
        return Points()(get(), lon, lat, on) != 0;
    }

    /// The same of a position in degrees.
    template <class On = Throw, class = OnError<On>>
    bool contains_deg(double lon, double lat, On &&on = On()) const noexcept(quiet<On>)
    {
        return PointsDeg()(get(), lon, lat, on) != 0;
    }

    /// Which positions in radians are in a cell of the MOC: 1 for each that is, 0 for the others and for bad ones; into
    /// a vector or the caller's array. Errors also: Status::length (nothing is written then), Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> contains_points(span<const double> lon, span<const double> lat, On &&on = On()) const
    {
        return Points()(get(), lon, lat, on);
    }
    template <class On = Throw, class = OnError<On>>
    void contains_points(span<const double> lon, span<const double> lat, span<std::uint8_t> out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        Points()(get(), lon, lat, out, on);
    }

    /// The same of positions in degrees.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> contains_points_deg(span<const double> lon, span<const double> lat, On &&on = On()) const
    {
        return PointsDeg()(get(), lon, lat, on);
    }
    template <class On = Throw, class = OnError<On>>
    void contains_points_deg(span<const double> lon, span<const double> lat, span<std::uint8_t> out,
                             On &&on = On()) const noexcept(quiet<On>)
    {
        PointsDeg()(get(), lon, lat, out, on);
    }

    /// Whether a cell, shallower or deeper than the MOC, is in it as a whole. Errors: Status::depth, Status::cell;
    /// false then.
    template <class On = Throw, class = OnError<On>>
    bool contains_cell(Depth depth, std::uint64_t cell, On &&on = On()) const noexcept(quiet<On>)
    {
        return Contains()(get(), depth, cell, on) != 0;
    }

    /// Whether a cell is in the MOC, be it in part only. Errors as of contains_cell.
    template <class On = Throw, class = OnError<On>>
    bool overlaps_cell(Depth depth, std::uint64_t cell, On &&on = On()) const noexcept(quiet<On>)
    {
        return Overlaps()(get(), depth, cell, on) != 0;
    }

    /// Which cells are in the MOC as a whole; otherwise as contains_points. Errors: Status::depth, Status::cell.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> contains_cells(Depth depth, span<const std::uint64_t> cells, On &&on = On()) const
    {
        return Contains()(get(), depth, cells, on);
    }
    template <class On = Throw, class = OnError<On>>
    void contains_cells(Depth depth, span<const std::uint64_t> cells, span<std::uint8_t> out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        Contains()(get(), depth, cells, out, on);
    }

    /// Which cells are in the MOC, be it in part only; otherwise as contains_cells.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> overlaps_cells(Depth depth, span<const std::uint64_t> cells, On &&on = On()) const
    {
        return Overlaps()(get(), depth, cells, on);
    }
    template <class On = Throw, class = OnError<On>>
    void overlaps_cells(Depth depth, span<const std::uint64_t> cells, span<std::uint8_t> out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        Overlaps()(get(), depth, cells, out, on);
    }

    /// The connected parts, in the order of their first cells, each at the depth of the MOC. They do not need it any
    /// more.
    ///
    /// Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Mocs split(Connectivity connectivity, On &&on = On()) const;

    /// The text form, "3/1-5 8 4/200 6/" for instance: orders with their cells and inclusive ranges; the last order is
    /// the depth. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::string to_ascii(On &&on = On()) const
    {
        return detail::text(on, [this](char *text, std::size_t capacity, std::size_t *n) {
            return ::healpix_moc_to_ascii(get(), text, capacity, n);
        });
    }

    /// The JSON form, `{"3":[1,2,3],"6":[]}` for instance. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    std::string to_json(On &&on = On()) const
    {
        return detail::text(on, [this](char *text, std::size_t capacity, std::size_t *n) {
            return ::healpix_moc_to_json(get(), text, capacity, n);
        });
    }

    /// The MOC of a text, as to_ascii writes it. Errors: Status::syntax (the detail names line and column),
    /// Status::utf8, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc from_ascii(std::string_view text, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_ascii, text.data(), text.size());
    }

    /// The MOC of a JSON text, as to_json writes it. Errors as of from_ascii.
    template <class On = Throw, class = OnError<On>>
    static Moc from_json(std::string_view text, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_json, text.data(), text.size());
    }

    /// The bytes of a FITS file with the MOC. Errors: Status::memory.
    template <class On = Throw, class = OnError<On>>
    Bytes to_fits(FitsKind kind = FitsKind::range, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Bytes>(on, ::healpix_moc_to_fits, get(), detail::raw(kind));
    }

    /// The MOC of the bytes of a whole FITS file. Files are read strictly: nothing is made of a part.
    ///
    /// Errors: Status::format (the detail names the byte, and the header card or the row), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc from_fits(span<const std::uint8_t> bytes, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_fits, bytes.data(), bytes.size());
    }

    /// Writes the MOC to a FITS file. It gets its name when it is whole: after a failure there is no trace of it, and
    /// an older file of that name is as it was. Devices and pipes are written as they are.
    ///
    /// Errors: Status::io, Status::utf8 (the path is not UTF-8), Status::memory.
    template <class On = Throw, class = OnError<On>>
    void write_fits_file(const std::filesystem::path &path, FitsKind kind = FitsKind::range, On &&on = On()) const
    {
        detail::with_path(path, on, [&](const char *name) {
            detail::settle(::healpix_moc_write_fits_file(get(), detail::raw(kind), name), on);
        });
    }

    /// The MOC of a FITS file, read in pieces. Errors: Status::io, Status::format, Status::utf8, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Moc read_fits_file(const std::filesystem::path &path, On &&on = On())
    {
        Moc moc;
        detail::with_path(path, on,
                          [&](const char *name) { moc = detail::create<Moc>(on, ::healpix_moc_read_fits_file, name); });
        return moc;
    }

    /// The MOC of those cells of a HEALPix map, the bytes of a whole FITS file, whose value is wanted.
    ///
    /// - `keep`: called with each value (NaN and UNSEEN ones too, see io::is_seen), returns a bool. What it throws
    ///   stops the call and comes out of it, with a std::error_code too.
    ///
    /// The cells are those of the map, in its own frame: see FitsMap::frame. Errors: Status::format, Status::memory.
    template <class Keep, class On = Throw, class = OnError<On>, class = detail::Keeps<Keep>>
    static Moc from_fits_map(span<const std::uint8_t> bytes, Keep &&keep, On &&on = On())
    {
        return detail::create_keeping<Moc>(on, keep, ::healpix_moc_from_fits_map, bytes.data(), bytes.size());
    }
    /// The same of all values that io::is_seen.
    template <class On = Throw, class = OnError<On>>
    static Moc from_fits_map(span<const std::uint8_t> bytes, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_moc_from_fits_map, bytes.data(), bytes.size(), nullptr, nullptr);
    }

    /// Set operations; they throw Error.
    friend Moc operator|(const Moc &a, const Moc &b) { return a.union_with(b); }
    friend Moc operator&(const Moc &a, const Moc &b) { return a.intersection(b); }
    friend Moc operator-(const Moc &a, const Moc &b) { return a.difference(b); }
    friend Moc operator^(const Moc &a, const Moc &b) { return a.symmetric_difference(b); }
    friend Moc operator~(const Moc &a) { return a.complement(); }
    /// Whether both have the same depth and the same cells; an empty handle is equal to none.
    friend bool operator==(const Moc &a, const Moc &b) noexcept { return ::healpix_moc_equals(a.get(), b.get()); }
    friend bool operator!=(const Moc &a, const Moc &b) noexcept { return !(a == b); }

private:
    using Points = detail::AskPoints<healpix_moc, ::healpix_moc_contains_points, ::healpix_moc_contains_one>;
    using PointsDeg = detail::AskPoints<healpix_moc, ::healpix_moc_contains_points_deg, ::healpix_moc_contains_deg_one>;
    using Contains = detail::AskCells<healpix_moc, ::healpix_moc_contains_cells, ::healpix_moc_contains_cell>;
    using Overlaps = detail::AskCells<healpix_moc, ::healpix_moc_overlaps_cells, ::healpix_moc_overlaps_cell>;

    static std::optional<std::uint64_t> if_any(std::uint64_t cell) noexcept
    {
        return cell == invalid_cell ? std::nullopt : std::optional<std::uint64_t>(cell);
    }
};

} // namespace healpix

#include "mocs.hpp"

#endif
