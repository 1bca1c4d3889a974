// Files: MOCs in memory and on disk, ranges piece by piece, maps with callables that choose, multi-order maps; errors.
#include "check.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace healpix;
using FileBytes = std::vector<std::uint8_t>;

static std::filesystem::path directory;

/// Number of files in the directory.
static std::size_t n_files()
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory), {}));
}

static void put(const std::filesystem::path &path, const FileBytes &bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    CHECK(file.good());
}

static FileBytes got(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return FileBytes(std::istreambuf_iterator<char>(file), {});
}

static void mocs()
{
    std::error_code ec;
    const Moc moc = Moc::from_ascii("3/1-5 8 4/200 6/");
    for (const FitsKind kind : {FitsKind::range, FitsKind::nuniq, FitsKind::nuniq_v1}) {
        const Bytes bytes = moc.to_fits(kind);
        CHECK(bytes.size() % 2880 == 0 && Moc::from_fits(bytes) == moc && Moc::from_fits(bytes.view(), ec) == moc);
        const std::filesystem::path path = directory / "moc.fits";
        moc.write_fits_file(path, kind);
        CHECK(got(path) == FileBytes(bytes.begin(), bytes.end()));
        CHECK(Moc::read_fits_file(path) == moc && Moc::read_fits_file(path.string(), ec) == moc && !ec);
        moc.write_fits_file(path.string().c_str(), kind, ec);
        CHECK(!ec && n_files() == 1);
    }
    CHECK(fails(Status::format, [&](auto &...on) { return Moc::from_fits(FileBytes(100), on...); }));
    CHECK(fails(Status::io, [&](auto &...on) { return Moc::read_fits_file(directory / "none", on...); }));
    CHECK(fails(Status::io, [&](auto &...on) { moc.write_fits_file(directory, FitsKind::range, on...); }));
    CHECK(fails(Status::utf8, [&](auto &...on) { return Moc::read_fits_file("\xff", on...); }));
    // What C would cut at the NUL.
    const std::string cut = (directory / "moc.fits").string() + std::string("\0.old", 5);
    CHECK(fails(Status::io, [&](auto &...on) { return Moc::read_fits_file(cut, on...); }));
    CHECK(last_error_message() == "the path has a NUL in it");
    std::filesystem::remove(directory / "moc.fits");
}

static void ranges()
{
    std::error_code ec;
    const Moc moc = Moc::from_region(Depth(8), Region::cone_deg(10, 20, 10));
    const std::filesystem::path path = directory / "ranges.fits";
    FitsRangesWriter writer = FitsRangesWriter::create(path, Depth(8));
    const std::size_t half = moc.ranges().size() / 2;
    writer.write(moc.ranges().subspan(0, half));
    writer.write(moc.ranges().subspan(half, moc.ranges().size() - half), ec);
    CHECK(!ec && !std::filesystem::exists(path));
    writer.finish();
    CHECK(Moc::read_fits_file(path) == moc);
    CHECK(fails(Status::io, [&](auto &...on) { writer.finish(on...); }));

    FitsRanges reader = FitsRanges::open(path);
    CHECK(reader.depth() == Depth(8) && reader.n_ranges() == moc.ranges().size());
    std::vector<CellRange> all, piece(7);
    while (const std::size_t n = reader.read(piece, ec))
        all.insert(all.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(n));
    CHECK(!ec && Moc::from_depth29_ranges(Depth(8), all) == moc && reader.read(piece) == 0);
    CHECK(fails(Status::buffer, [&](auto &...on) { return reader.read({}, on...); }));

    // One by one, and the rest at once.
    static_assert(
        std::is_same_v<std::iterator_traits<FitsRanges::iterator>::iterator_category, std::input_iterator_tag>);
    reader = FitsRanges::open(path);
    std::vector<CellRange> some;
    for (const CellRange &range : reader) {
        some.push_back(range);
        if (some.size() == 3)
            break;
    }
    const std::size_t rest = reader.read(piece = std::vector<CellRange>(all.size()));
    some.insert(some.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(rest));
    CHECK(some.size() == all.size() && Moc::from_depth29_ranges(Depth(8), some) == moc);
    CHECK(reader.begin() == reader.end());
    some.clear();
    for (const auto &[start, end] : FitsRanges::open(path))
        some.push_back({start, end});
    CHECK(some.size() == all.size() && Moc::from_depth29_ranges(Depth(8), some) == moc);

    // Not finished: nothing is left, and an older file is as it was.
    {
        FitsRangesWriter dropped = FitsRangesWriter::create(path, Depth(8), ec);
        dropped.write(moc.ranges());
        CHECK(n_files() == 2);
    }
    CHECK(n_files() == 1 && Moc::read_fits_file(path) == moc);
    {
        const CellRange backwards[] = {{std::uint64_t(1) << 50, 0}};
        FitsRangesWriter bad = FitsRangesWriter::create(path, Depth(8));
        CHECK(fails(Status::format, [&](auto &...on) {
            FitsRangesWriter one = FitsRangesWriter::create(path, Depth(8));
            one.write(backwards, on...);
        }));
    }
    CHECK(n_files() == 1);
    CHECK(fails(Status::io, [&](auto &...on) { return FitsRanges::open(directory / "none", on...); }));
    CHECK(fails(Status::io,
                [&](auto &...on) { return FitsRangesWriter::create(directory / "no" / "x", Depth(1), on...); }));
    std::filesystem::remove(path);
}

static void big_endian(FileBytes &to, std::uint64_t word)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(word >> shift));
}

static void big_endian(FileBytes &to, double value)
{
    std::uint64_t word;
    std::memcpy(&word, &value, sizeof word);
    big_endian(to, word);
}

/// A FITS file with one binary table.
static FileBytes fits_file(const std::vector<std::string> &cards, const FileBytes &data)
{
    FileBytes file(5760, ' ');
    const std::vector<std::string> primary{"SIMPLE  =                    T", "BITPIX  =                    8",
                                           "NAXIS   =                    0", "EXTEND  =                    T", "END"};
    for (std::size_t k = 0; k < primary.size(); k++)
        std::copy(primary[k].begin(), primary[k].end(), file.begin() + static_cast<std::ptrdiff_t>(80 * k));
    for (std::size_t k = 0; k < cards.size(); k++)
        std::copy(cards[k].begin(), cards[k].end(), file.begin() + static_cast<std::ptrdiff_t>(2880 + 80 * k));
    file.insert(file.end(), data.begin(), data.end());
    file.resize(8640);
    return file;
}

/// Nested, depth 0: values 0 to 11, one of them UNSEEN and one NaN.
static FileBytes map_file()
{
    FileBytes data;
    for (int k = 0; k < 12; k++)
        big_endian(data, k == 3 ? -1.6375e30 : k == 7 ? NAN : k);
    return fits_file({"XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2",
                      "NAXIS1  =                    8", "NAXIS2  =                   12",
                      "PCOUNT  =                    0", "GCOUNT  =                    1",
                      "TFIELDS =                    1", "TTYPE1  = 'VALUE   '", "TFORM1  = '1D      '",
                      "PIXTYPE = 'HEALPIX '", "ORDERING= 'NESTED  '", "NSIDE   =                    1",
                      "INDXSCHM= 'IMPLICIT'", "COORDSYS= 'G       '", "END"},
                     data);
}

static void maps()
{
    std::error_code ec;
    const FileBytes file = map_file();
    const std::filesystem::path path = directory / "map.fits";
    put(path, file);
    const Moc seen = Moc::from_ascii("0/0-2 4-6 8-11"), high = Moc::from_ascii("0/9-11");
    CHECK(io::is_seen(0) && !io::is_seen(NAN) && !io::is_seen(-1.6375e30));
    CHECK(Moc::from_fits_map(file) == seen && Moc::from_fits_map(file, ec) == seen && !ec);
    CHECK(Moc::from_fits_map(file, io::is_seen) == seen);
    double least = 8.5;
    const auto above = [&least](double value) { return value > least; };
    CHECK(Moc::from_fits_map(file, above) == high && Moc::from_fits_map(file, above, ec) == high);

    FitsMap map = FitsMap::open(path);
    CHECK(map.depth() == Depth(0) && map.frame() == "G" && map.frame(ec) == "G");
    std::vector<std::uint64_t> cells(8), read;
    std::vector<double> values(8);
    CHECK(map.read(cells, values) == 8 && cells[7] == 7 && values[1] == 1 && std::isnan(values[7]));
    CHECK(map.read(cells, values, ec) == 4 && cells[3] == 11 && map.read(cells, values) == 0);
    CHECK(fails(Status::length, [&](auto &...on) { return map.read(cells, span<double>(values.data(), 3), on...); }));
    CHECK(map.into_moc().is_empty()); // of all cells that are left
    CHECK(fails(Status::end, [&](auto &...on) { return map.into_moc(on...); }));
    CHECK(fails(Status::end, [&](auto &...on) { return map.into_moc(above, on...); }));

    std::uint64_t next = 0;
    for (const auto &[cell, value] : map = FitsMap::open(path)) {
        CHECK(cell == next && (cell == 7 ? std::isnan(value) : value == (cell == 3 ? -1.6375e30 : double(cell))));
        if (++next == 9)
            break;
    }
    CHECK(next == 9 && map.read(cells, values) == 3 && cells[0] == 9 && map.begin() == map.end());

    FitsMap named = FitsMap::open_column(path, "VALUE");
    std::vector<std::uint64_t> cell(1);
    CHECK(named.read(cell, span<double>(values.data(), 1)) == 1
          && named.into_moc() == Moc::from_ascii("0/1-2 4-6 8-11"));
    CHECK(FitsMap::open(path, ec).into_moc(above, ec) == high && !ec);
    CHECK(fails(Status::format, [&](auto &...on) { return FitsMap::open_column(path, "OTHER", on...); }));
    CHECK(fails(Status::io, [&](auto &...on) { return FitsMap::open_column(path, std::string("VA\0E", 4), on...); }));
    CHECK(fails(Status::io, [&](auto &...on) { return FitsMap::open(directory / "none", on...); }));
    CHECK(fails(Status::format, [&](auto &...on) { return Moc::from_fits_map(FileBytes(100), on...); }));

    // What chooses throws at its k-th call, for every k: it comes out, from memory and from the file.
    for (int k = 1; k <= 12; k++) {
        int n = 0;
        const auto keep = [&](double) {
            if (++n == k)
                throw k;
            return true;
        };
        for (const bool memory : {true, false}) {
            n = 0;
            try {
                if (memory)
                    Moc::from_fits_map(file, keep, ec);
                else
                    FitsMap::open(path).into_moc(keep);
                CHECK(!"thrown");
            } catch (int thrown) {
                CHECK(thrown == k && n == k);
            }
        }
    }

    // Cut in the middle: good cells first, then the error, then nothing.
    put(path, FileBytes(file.begin(), file.begin() + 5800));
    map = FitsMap::open(path);
    while (map.read(cells, values, ec) != 0)
        ;
    CHECK(ec == Status::format && map.read(cells, values, ec) == 0 && !ec);
    next = 0;
    CHECK(throws(Status::format, [&] {
        for (const CellValue &cell : FitsMap::open(path))
            next = cell.cell + 1;
    }));
    CHECK(next <= 5); // whole pieces of the file
    std::filesystem::remove(path);
}

static void multi_order()
{
    std::error_code ec;
    FileBytes data;
    for (const auto &[uniq, density] : {std::pair<std::uint64_t, double>{4, 1}, {5, 2}, {24, 4}}) {
        big_endian(data, uniq);
        big_endian(data, density);
    }
    const FileBytes file = fits_file(
        {"XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2",
         "NAXIS1  =                   16", "NAXIS2  =                    3", "PCOUNT  =                    0",
         "GCOUNT  =                    1", "TFIELDS =                    2", "TTYPE1  = 'UNIQ    '",
         "TFORM1  = 'K       '", "TTYPE2  = 'PROBDENSITY'", "TFORM2  = 'D       '", "ORDERING= 'NUNIQ   '", "END"},
        data);
    const std::filesystem::path path = directory / "multi.fits";
    put(path, file);
    const MultiOrderMap map = MultiOrderMap::from_fits(file), from_disk = MultiOrderMap::read_fits_file(path);
    CHECK(map.size() == 3 && map.uniq()[2] == 24 && map.density()[2] == 4 && !map.empty());
    CHECK(from_disk.size() == 3 && from_disk.density().back() == 4);
    CHECK(Moc::credible_region(map.uniq(), map.density(), 0.7) == Moc::from_ascii("0/1 1/8"));
    CHECK(fails(Status::format, [&](auto &...on) { return MultiOrderMap::from_fits(FileBytes(9), on...); }));
    CHECK(fails(Status::io, [&](auto &...on) { return MultiOrderMap::read_fits_file(directory / "none", on...); }));
    std::filesystem::remove(path);
}

int main()
{
    std::string name = (std::filesystem::temp_directory_path() / "healpix-XXXXXX").string();
    if (mkdtemp(&name[0]) == nullptr)
        return 1;
    directory = name;
    mocs();
    ranges();
    maps();
    multi_order();
    CHECK(n_files() == 0);
    std::filesystem::remove(directory);
    return finish("io");
}
