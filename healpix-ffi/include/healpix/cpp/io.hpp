// FITS files piece by piece, and maps.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_IO_HPP
#define HEALPIX_CPP_IO_HPP

#include "file.hpp"
#include "moc.hpp"
#include "types.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace healpix {

namespace io {

/// Whether a value of a map is one: neither NaN nor UNSEEN, -1.6375e30, to five digits.
inline bool is_seen(double value) noexcept
{
    return ::healpix_fits_is_seen(value);
}

} // namespace io

/// A cell of a map and its value.
struct CellValue {
    std::uint64_t cell;
    double value;
};

namespace detail {

/// The next cell of a map, as C iterators give theirs.
inline healpix_status next_value(healpix_fits_map *map, CellValue *to) noexcept
{
    std::size_t n = 0;
    return ::healpix_fits_map_next(map, 1, &to->cell, &to->value, &n);
}

inline healpix_status next_range(healpix_fits_ranges *ranges, CellRange *to) noexcept
{
    std::size_t n = 0;
    return ::healpix_fits_ranges_next(ranges, 1, to, &n);
}

} // namespace detail

/// A FITS file with a HEALPix map, read piece by piece in a fixed amount of memory.
///
///     for (const auto &[cell, value] : FitsMap::open("map.fits")) ...
///
/// or, quicker where it is all that is done, many at a time:
///
///     FitsMap map = FitsMap::open("map.fits");
///     std::vector<std::uint64_t> cells(4096);
///     std::vector<double> values(4096);
///     while (const std::size_t n = map.read(cells, values))
///         for (std::size_t k = 0; k < n; k++) ...
class FitsMap : public Handle<healpix_fits_map, ::healpix_fits_map_free> {
public:
    using Handle::Handle;
    using value_type = CellValue;
    using iterator = detail::StreamIterator<CellValue, healpix_fits_map, detail::next_value>;

    /// Opens a file and reads its header; the values are those of the first column.
    ///
    /// Errors: Status::io, Status::format, Status::utf8 (the path), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static FitsMap open(const std::filesystem::path &path, On &&on = On())
    {
        FitsMap map;
        detail::with_path(path, on, [&](const char *name) {
            map = detail::create<FitsMap>(on, ::healpix_fits_map_open, name, nullptr);
        });
        return map;
    }

    /// The same with the values of a column by name. Errors also: Status::format if there is none of that name.
    template <class On = Throw, class = OnError<On>>
    static FitsMap open_column(const std::filesystem::path &path, const std::string &column, On &&on = On())
    {
        FitsMap map;
        detail::with_path(path, on, [&](const char *name) {
            detail::with_text("column", column, on, [&](const char *of) {
                map = detail::create<FitsMap>(on, ::healpix_fits_map_open, name, of);
            });
        });
        return map;
    }

    /// The depth of the map. Not valid of an empty handle.
    Depth depth() const noexcept { return Depth::from_c(::healpix_fits_map_depth(get())); }

    /// What the map says of its coordinates: "C" for equatorial, "G" for Galactic, "E" for ecliptic; empty if nothing.
    template <class On = Throw, class = OnError<On>>
    std::string frame(On &&on = On()) const
    {
        return detail::text(on, [this](char *text, std::size_t capacity, std::size_t *n) {
            return ::healpix_fits_map_frame(get(), text, capacity, n);
        });
    }

    /// Reads the next cells, nested ones at depth(), and their values in the order of the file; null and UNSEEN ones
    /// come too, see io::is_seen. Returns how many were read, 0 at the end.
    ///
    /// - `cells`, `values`: of one length, at least 1.
    ///
    /// Errors: Status::format (the detail names byte and row), Status::io, Status::length, Status::buffer (no room),
    /// Status::memory; 0 then. One that is met behind good cells waits for the next call.
    template <class On = Throw, class = OnError<On>>
    std::size_t read(span<std::uint64_t> cells, span<double> values, On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"cells", cells.size()}, {"values", values.size()}}))
            return 0;
        std::size_t n = 0;
        const healpix_status status = ::healpix_fits_map_next(get(), cells.size(), cells.data(), values.data(), &n);
        detail::settle(status == HEALPIX_END ? HEALPIX_OK : status, on);
        return n;
    }

    /// Reads the next cell and stands on it; ++ reads on. Nothing is read ahead, so read() may take over at any time. Both
    /// throw the errors of read().
    iterator begin() { return iterator(get()); }
    iterator end() noexcept { return iterator(); }

    /// The MOC of those cells, of all that have not been read yet, whose value is wanted; the map is at its end
    /// afterwards.
    ///
    /// - `keep`: called with each value, returns a bool. What it throws comes out of this call.
    ///
    /// Errors: Status::format, Status::io, Status::memory; Status::end if it was asked before.
    template <class Keep, class On = Throw, class = OnError<On>, class = detail::Keeps<Keep>>
    Moc into_moc(Keep &&keep, On &&on = On())
    {
        return detail::create_keeping<Moc>(on, keep, ::healpix_fits_map_moc, get());
    }
    /// The same of all values that io::is_seen.
    template <class On = Throw, class = OnError<On>>
    Moc into_moc(On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Moc>(on, ::healpix_fits_map_moc, get(), nullptr, nullptr);
    }
};

/// A FITS file with a range MOC, read piece by piece in a fixed amount of memory.
class FitsRanges : public Handle<healpix_fits_ranges, ::healpix_fits_ranges_free> {
public:
    using Handle::Handle;
    using value_type = CellRange;
    using iterator = detail::StreamIterator<CellRange, healpix_fits_ranges, detail::next_range>;

    /// Opens a file and reads its header. It must be a range MOC; Moc::read_fits_file reads the others.
    ///
    /// Errors: Status::io, Status::format, Status::utf8 (the path), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static FitsRanges open(const std::filesystem::path &path, On &&on = On())
    {
        FitsRanges ranges;
        detail::with_path(path, on, [&](const char *name) {
            ranges = detail::create<FitsRanges>(on, ::healpix_fits_ranges_open, name);
        });
        return ranges;
    }

    /// The depth of the MOC. Not valid of an empty handle.
    Depth depth() const noexcept { return Depth::from_c(::healpix_fits_ranges_depth(get())); }
    /// How many ranges the header promises; only reading shows whether they are there, and those that touch come as
    /// one.
    std::uint64_t n_ranges() const noexcept { return ::healpix_fits_ranges_n_ranges(get()); }

    /// Reads the next ranges of nested cells of depth 29, sorted, disjoint and not touching. Returns how many were
    /// read, 0 at the end; the file was whole then.
    ///
    /// - `ranges`: room for at least 1.
    ///
    /// Errors: Status::format (the detail names byte and row), Status::io, Status::buffer (no room), Status::memory; 0
    /// then. One that is met behind good ranges waits for the next call.
    template <class On = Throw, class = OnError<On>>
    std::size_t read(span<CellRange> ranges, On &&on = On()) noexcept(quiet<On>)
    {
        std::size_t n = 0;
        const healpix_status status = ::healpix_fits_ranges_next(get(), ranges.size(), ranges.data(), &n);
        detail::settle(status == HEALPIX_END ? HEALPIX_OK : status, on);
        return n;
    }

    /// Reads the next range and stands on it; ++ reads on. Nothing is read ahead, so read() may take over at any time. Both
    /// throw the errors of read().
    iterator begin() { return iterator(get()); }
    iterator end() noexcept { return iterator(); }
};

/// A FITS file with a range MOC, written piece by piece in a fixed amount of memory. It gets its name in finish();
/// without that, nothing is left of it.
class FitsRangesWriter : public Handle<healpix_fits_ranges_writer, ::healpix_fits_ranges_writer_free> {
public:
    using Handle::Handle;

    /// Begins a file under another name in the same directory. A pipe cannot be written.
    ///
    /// Errors: Status::depth, Status::io, Status::utf8 (the path), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static FitsRangesWriter create(const std::filesystem::path &path, Depth depth, On &&on = On())
    {
        FitsRangesWriter writer;
        detail::with_path(path, on, [&](const char *name) {
            writer = detail::create<FitsRangesWriter>(on, ::healpix_fits_ranges_writer_create, name, depth.value());
        });
        return writer;
    }

    /// Writes the next ranges of nested cells of depth 29: whole cells of the depth of the MOC; sorted, disjoint and
    /// not touching, also those of all calls together. After a failure the file cannot be finished.
    ///
    /// Errors: Status::format for a range that cannot follow the one before it, Status::io.
    template <class On = Throw, class = OnError<On>>
    void write(span<const CellRange> ranges, On &&on = On()) noexcept(quiet<On>)
    {
        detail::settle(::healpix_fits_ranges_writer_write(get(), ranges.data(), ranges.size()), on);
    }

    /// Completes the file and gives it its name, replacing what is there. Errors: Status::io, also for a writer that
    /// has failed or is finished; there is no trace of the file then.
    template <class On = Throw, class = OnError<On>>
    void finish(On &&on = On()) noexcept(quiet<On>)
    {
        detail::settle(::healpix_fits_ranges_writer_finish(get()), on);
    }
};

/// Cells of many depths, each with a probability density: what LIGO, Virgo and KAGRA publish (columns UNIQ and
/// PROBDENSITY). `Moc::credible_region(map.uniq(), map.density(), 0.9)` is the sky with nine tenths of the probability.
class MultiOrderMap : public Handle<healpix_multi_order_map, ::healpix_multi_order_map_free> {
public:
    using Handle::Handle;

    /// The map of the bytes of a whole FITS file.
    ///
    /// Errors: Status::format (the detail names the byte, and the header card or the row), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static MultiOrderMap from_fits(span<const std::uint8_t> bytes, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<MultiOrderMap>(on, ::healpix_multi_order_map_from_fits, bytes.data(), bytes.size());
    }

    /// The map of a FITS file. Errors also: Status::io, Status::utf8 (the path).
    template <class On = Throw, class = OnError<On>>
    static MultiOrderMap read_fits_file(const std::filesystem::path &path, On &&on = On())
    {
        MultiOrderMap map;
        detail::with_path(path, on, [&](const char *name) {
            map = detail::create<MultiOrderMap>(on, ::healpix_multi_order_map_read_fits_file, name);
        });
        return map;
    }

    /// Number of cells.
    std::size_t size() const noexcept { return ::healpix_multi_order_map_len(get()); }
    bool empty() const noexcept { return size() == 0; }
    /// The cells as IVOA uniq numbers, in the order of the file; valid as long as the map.
    View<const std::uint64_t> uniq() const & noexcept { return {::healpix_multi_order_map_uniq(get()), size()}; }
    View<const std::uint64_t> uniq() const && = delete;
    /// Their probability densities per steradian.
    View<const double> density() const & noexcept { return {::healpix_multi_order_map_density(get()), size()}; }
    View<const double> density() const && = delete;
};

} // namespace healpix

#endif
