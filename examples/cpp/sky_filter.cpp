// Prints the rows of a catalogue that are in a part of the sky: cones, polygons, MOCs. Any number of rows goes through a
// fixed amount of memory.
#include "catalogue.hpp"
#include "options.hpp"

#include <healpix/healpix.hpp>

#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sky_filter {

/// How many rows are looked at together.
constexpr std::size_t batch_size = 4096;
/// How many rows without a position are told of one by one.
constexpr std::uint64_t n_told = 5;

/// A part of the sky: regions, which are exact, and cells of MOCs.
class Area {
public:
    explicit Area(const Options &options) : invert_(options.invert)
    {
        std::vector<healpix::Region> shapes;
        for (const auto &cone : options.cones)
            shapes.push_back(healpix::Region::cone_deg(cone[0], cone[1], cone[2]));
        for (const auto &polygon : options.polygons) {
            std::vector<double> lon, lat;
            for (std::size_t k = 0; k < polygon.size(); k += 2) {
                lon.push_back(polygon[k]);
                lat.push_back(polygon[k + 1]);
            }
            shapes.push_back(healpix::Region::polygon_deg(lon, lat));
        }
        std::vector<const healpix::Region *> pointers;
        for (const healpix::Region &shape : shapes)
            pointers.push_back(&shape);
        region_ = healpix::Region::union_of(pointers);

        std::vector<healpix::Moc> mocs;
        for (const std::string &file : options.moc_in)
            mocs.push_back(read(file));
        moc_ = healpix::Moc::union_all(mocs);
    }

    /// A MOC, or what is wrong with which file.
    static healpix::Moc read(const std::string &file)
    {
        try {
            return healpix::Moc::read_fits_file(file);
        } catch (const healpix::Error &error) {
            throw Complaint(file + ": " + std::string(error.detail()));
        }
    }

    /// Which positions are in it. They must be good ones.
    std::vector<std::uint8_t> contains_deg(const std::vector<double> &lon, const std::vector<double> &lat) const
    {
        std::vector<std::uint8_t> inside = region_.contains_deg(lon, lat);
        const std::vector<std::uint8_t> in_moc = moc_.contains_points_deg(lon, lat);
        for (std::size_t k = 0; k < inside.size(); k++)
            inside[k] = ((inside[k] | in_moc[k]) != 0) != invert_;
        return inside;
    }

    /// The cells that it touches.
    healpix::Moc moc(healpix::Depth depth) const
    {
        healpix::Moc touched = invert_ ? healpix::Moc::from_region(depth, ~region_) & ~moc_
                                       : healpix::Moc::from_region(depth, region_) | moc_;
        // The MOCs that were read may be deeper.
        return touched.depth() > depth ? touched.degraded(depth) : std::move(touched);
    }

private:
    bool invert_;
    healpix::Region region_;
    healpix::Moc moc_;
};

struct Counts {
    std::uint64_t rows = 0, matched = 0, bad = 0;
};

/// Rows with good positions, until there are enough of them to be looked at together.
struct Batch {
    std::vector<Record> records;
    std::vector<double> lon, lat;

    void clear()
    {
        records.clear();
        lon.clear();
        lat.clear();
    }
};

/// Tells of a row that has no position.
void complain(const Catalogue &catalogue, const Record &record, const std::string &reason, Counts &counts)
{
    if (counts.bad++ < n_told)
        std::cerr << "sky_filter: " << catalogue.name() << ":" << record.line << ": " << reason << "\n";
}

/// Prints the rows of a batch that are in the area.
void print(const Batch &batch, const Area &area, std::ostream &out, Counts &counts)
{
    const std::vector<std::uint8_t> inside = area.contains_deg(batch.lon, batch.lat);
    for (std::size_t k = 0; k < inside.size(); k++) {
        if (inside[k] != 0) {
            out << batch.records[k].text << '\n';
            counts.matched++;
        }
    }
}

Counts filter(Catalogue &catalogue, const Area &area, std::ostream &out)
{
    out << catalogue.header().text << '\n';
    Counts counts;
    Batch batch;
    Record record;
    while (out && catalogue.next(record)) {
        counts.rows++;
        double lon = 0, lat = 0;
        std::string reason = catalogue.position(record, lon, lat);
        std::error_code bad;
        // The library knows what a position is: this says why a number is none.
        if (reason.empty() && healpix::nested::hash_deg(healpix::Depth(0), lon, lat, bad) == healpix::invalid_cell)
            reason = healpix::last_error_message();
        if (!reason.empty()) {
            complain(catalogue, record, reason, counts);
            continue;
        }
        batch.records.push_back(std::move(record));
        batch.lon.push_back(lon);
        batch.lat.push_back(lat);
        if (batch.records.size() == batch_size) {
            print(batch, area, out, counts);
            batch.clear();
        }
    }
    print(batch, area, out, counts);
    if (!out.flush())
        throw Complaint("writing to standard output failed");
    return counts;
}

int run(const Options &options)
{
    if (options.help || options.version) {
        if (options.help)
            std::cout << usage;
        else
            std::cout << "sky_filter, with libhealpix_ffi " << healpix::version() << "\n";
        if (!std::cout.flush())
            throw Complaint("writing to standard output failed");
        return 0;
    }
    const healpix::Depth depth(options.depth);
    const Area area(options);
    if (!options.moc_out.empty())
        area.moc(depth).write_fits_file(options.moc_out);

    const bool from_stdin = options.catalogue == "-";
    std::ifstream file;
    if (!from_stdin) {
        file.open(options.catalogue, std::ios::binary);
        if (!file)
            throw Complaint(options.catalogue + ": cannot be opened");
    }
    Catalogue catalogue(from_stdin ? std::cin : file, from_stdin ? "standard input" : options.catalogue, options);
    const Counts counts = filter(catalogue, area, std::cout);
    if (counts.bad > 0)
        std::cerr << "sky_filter: " << counts.bad << " of " << counts.rows
                  << " rows have no position and were left out\n";
    if (counts.bad > 0 && !options.allow_bad_rows)
        return 2;
    return counts.matched > 0 ? 0 : 1;
}

} // namespace sky_filter

int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    bool parsed = false;
    try {
        const auto options = sky_filter::parse({argv + 1, argv + argc});
        parsed = true;
        return sky_filter::run(options);
    } catch (const healpix::Error &error) {
        std::cerr << "sky_filter: " << error.detail() << "\n";
    } catch (const sky_filter::Complaint &complaint) {
        std::cerr << "sky_filter: " << complaint.what() << (parsed ? "\n" : " (--help tells how)\n");
    } catch (const std::exception &other) {
        std::cerr << "sky_filter: " << other.what() << "\n";
    }
    return 2;
}
