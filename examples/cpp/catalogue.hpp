// A CSV catalogue, read record by record (RFC 4180: quotes, commas and line ends in quotes; CRLF; a byte order mark).
#ifndef SKY_FILTER_CATALOGUE_HPP
#define SKY_FILTER_CATALOGUE_HPP

#include "options.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sky_filter {

/// A record as it is in the file, without its last line end, and where it begins.
struct Record {
    std::string text;
    std::uint64_t line = 0;
};

inline std::string_view trimmed(std::string_view text)
{
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

/// The fields of a record, without quotes and the space around them.
inline void split(std::string_view record, std::vector<std::string> &fields)
{
    fields.assign(1, {});
    bool quoted = false;
    for (std::size_t k = 0; k < record.size(); k++) {
        const char c = record[k];
        if (c == '"' && quoted && k + 1 < record.size() && record[k + 1] == '"')
            fields.back() += record[++k];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    for (std::string &field : fields)
        field = std::string(trimmed(field));
}

class Catalogue {
public:
    /// Reads the header.
    Catalogue(std::istream &stream, std::string name, const Options &options) : stream_(stream), name_(std::move(name))
    {
        if (!next(header_))
            throw Complaint(name_ + ": there is no header");
        std::string_view text = header_.text;
        if (text.substr(0, 3) == "\xef\xbb\xbf")
            text.remove_prefix(3);
        std::vector<std::string> names;
        split(text, names);
        n_fields_ = names.size();
        for (std::string &column : names)
            column = lowered(column);
        find_columns(names, options);
    }

    const Record &header() const { return header_; }
    const std::string &name() const { return name_; }

    /// The next record that is not blank; false at the end.
    bool next(Record &record)
    {
        do {
            if (!std::getline(stream_, record.text)) {
                if (stream_.bad())
                    throw Complaint(name_ + ": reading failed");
                return false;
            }
            record.line = ++line_;
            // Within quotes, a line end belongs to the field.
            for (std::string more; odd_quotes(record.text) && std::getline(stream_, more); line_++)
                ((record.text += '\n') += more);
            if (record.text.size() > longest)
                throw Complaint(name_ + ":" + std::to_string(record.line) + ": a record of more than a megabyte");
        } while (trimmed(record.text).empty());
        return true;
    }

    /// The position of a record in degrees, as it is there; otherwise what is wrong with it.
    std::string position(const Record &record, double &lon, double &lat)
    {
        split(record.text, fields_);
        if (fields_.size() != n_fields_)
            return std::to_string(fields_.size()) + " fields, and not " + std::to_string(n_fields_);
        if (!parse_number(fields_[lon_], lon))
            return "the longitude \"" + fields_[lon_] + "\" is no number";
        if (!parse_number(fields_[lat_], lat))
            return "the latitude \"" + fields_[lat_] + "\" is no number";
        return {};
    }

private:
    static constexpr std::size_t longest = 1 << 20;

    static std::string lowered(std::string text)
    {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    }

    static bool odd_quotes(const std::string &text)
    {
        return text.size() <= longest && std::count(text.begin(), text.end(), '"') % 2 != 0;
    }

    void find_columns(const std::vector<std::string> &names, const Options &options)
    {
        const auto at = [&names](const std::string &column) {
            const auto found = std::find(names.begin(), names.end(), lowered(column));
            return static_cast<std::size_t>(found - names.begin());
        };
        std::vector<std::pair<std::string, std::string>> pairs{
            {"lon", "lat"},        {"lon_deg", "lat_deg"}, {"longitude", "latitude"}, {"ra", "dec"},
            {"ra_deg", "dec_deg"}, {"raj2000", "dej2000"}, {"ra_icrs", "de_icrs"}};
        if (!options.lon_column.empty())
            pairs = {{options.lon_column, options.lat_column}};
        int found = 0;
        for (const auto &[lon, lat] : pairs) {
            if (at(lon) == names.size() || at(lat) == names.size())
                continue;
            lon_ = at(lon);
            lat_ = at(lat);
            found++;
        }
        if (found == 1)
            return;
        if (found > 1)
            throw Complaint(name_ + ": several pairs of columns look like positions; name one with --lon-column and "
                                    "--lat-column");
        const std::string which = options.lon_column.empty()
                                      ? "no columns of positions known by name; name them with "
                                        "--lon-column and --lat-column"
                                      : "no columns \"" + options.lon_column + "\" and \"" + options.lat_column + "\"";
        throw Complaint(name_ + ": there are " + which);
    }

    std::istream &stream_;
    std::string name_;
    std::uint64_t line_ = 0;
    Record header_;
    std::size_t n_fields_ = 0, lon_ = 0, lat_ = 0;
    std::vector<std::string> fields_;
};

} // namespace sky_filter

#endif
