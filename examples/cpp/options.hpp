// The command line of sky_filter.
#ifndef SKY_FILTER_OPTIONS_HPP
#define SKY_FILTER_OPTIONS_HPP

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sky_filter {

inline constexpr const char *usage = R"(usage: sky_filter [OPTIONS] [CATALOGUE]

Prints the rows of a CSV catalogue whose position is in a part of the sky, behind its header, as they are. The catalogue
is a file, or standard input if there is none or it is "-". Memory does not grow with it.

The part of the sky, in degrees; several are taken together:
  --cone LON,LAT,RADIUS        a disc
  --polygon LON,LAT,LON,LAT... great-circle edges; at least three vertices, the side with the smaller area
  --moc-in FILE                the cells of a MOC, a FITS file
  --invert                     everything else instead

The catalogue:
  --lon-column NAME            the column of longitudes in degrees (default: the one of lon, lon_deg, longitude, ra,
                               ra_deg, raj2000, ra_icrs that is there with its partner; case does not matter)
  --lat-column NAME            the column of latitudes in degrees (lat, lat_deg, latitude, dec, dec_deg, dej2000,
                               de_icrs)
  --allow-bad-rows             rows without a position do not make it fail

Also:
  --moc-out FILE               writes the part of the sky as a MOC, too
  --depth N                    its depth, 0 to 29 (default: 10, cells of 3.4 arcmin)
  -h, --help                   prints this
  --version                    prints the version of the library

Exit status: 0 if rows were printed, 1 if none matched, 2 for wrong usage, wrong data and rows without a position: the
first of these are told on standard error with their lines; the other rows are printed all the same.
)";

/// What is wrong with the command line or the data; its text is for the user.
struct Complaint : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Options {
    /// Each as many numbers as its kind needs: three for a cone, pairs for a polygon.
    std::vector<std::vector<double>> cones, polygons;
    std::vector<std::string> moc_in;
    std::string moc_out, lon_column, lat_column, catalogue = "-";
    int depth = 10;
    bool invert = false, allow_bad_rows = false, help = false, version = false;
};

/// A whole text as a number, independent of the locale.
template <class Number>
bool parse_number(std::string_view text, Number &number)
{
    if (text.size() > 1 && text[0] == '+' && text[1] != '-')
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// Numbers between commas.
inline std::vector<double> numbers(const std::string &option, std::string_view text)
{
    std::vector<double> list;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view one = text.substr(begin, end - begin);
        double number = 0;
        if (!parse_number(one, number))
            throw Complaint(option + ": \"" + std::string(one) + "\" is no number");
        list.push_back(number);
        begin = end + 1;
    }
    return list;
}

inline Options parse(const std::vector<std::string> &arguments)
{
    Options options;
    bool has_catalogue = false;
    for (std::size_t k = 0; k < arguments.size(); k++) {
        const std::string &argument = arguments[k];
        const bool is_option = argument.size() > 1 && argument[0] == '-';
        const std::size_t equals = is_option ? argument.find('=') : std::string::npos;
        const std::string name = argument.substr(0, equals);
        const auto value = [&]() -> std::string {
            if (equals != std::string::npos)
                return argument.substr(equals + 1);
            if (++k == arguments.size())
                throw Complaint(name + " needs a value");
            return arguments[k];
        };
        if (name == "--cone") {
            options.cones.push_back(numbers(name, value()));
            if (options.cones.back().size() != 3)
                throw Complaint("--cone needs three numbers: LON,LAT,RADIUS");
        } else if (name == "--polygon") {
            options.polygons.push_back(numbers(name, value()));
            if (options.polygons.back().size() % 2 != 0)
                throw Complaint("--polygon needs pairs of numbers: LON,LAT,LON,LAT...");
        } else if (name == "--moc-in") {
            options.moc_in.push_back(value());
        } else if (name == "--moc-out") {
            options.moc_out = value();
        } else if (name == "--lon-column") {
            options.lon_column = value();
        } else if (name == "--lat-column") {
            options.lat_column = value();
        } else if (name == "--depth") {
            const std::string text = value();
            if (!parse_number(text, options.depth))
                throw Complaint("--depth: \"" + text + "\" is no number");
        } else if (argument == "--invert") {
            options.invert = true;
        } else if (argument == "--allow-bad-rows") {
            options.allow_bad_rows = true;
        } else if (argument == "-h" || argument == "--help") {
            options.help = true;
        } else if (argument == "--version") {
            options.version = true;
        } else if (is_option) {
            throw Complaint("there is no option " + argument);
        } else if (has_catalogue) {
            throw Complaint("one catalogue at a time: " + argument);
        } else {
            options.catalogue = argument;
            has_catalogue = true;
        }
    }
    if (options.help || options.version)
        return options;
    if (options.cones.empty() && options.polygons.empty() && options.moc_in.empty())
        throw Complaint("which part of the sky? give --cone, --polygon or --moc-in");
    if (options.lon_column.empty() != options.lat_column.empty())
        throw Complaint("--lon-column and --lat-column go together");
    return options;
}

} // namespace sky_filter

#endif
