// A CSV catalogue, read record by record (RFC 4180: quotes, commas and line ends in quotes; CRLF; a byte order mark). A
// stray quote spoils the row that it is in and swallows none behind it.
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
    std::string fault; // why it is none; then it is the line where it begins
};

inline bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

inline std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Follows a text, part by part, to where its quoted fields begin and end. A quote begins one only as its first
/// character.
class Quotes {
public:
    void follow(std::string_view text)
    {
        for (const char c : text) {
            // Of a doubled quote the first one ends the field and the second one goes on with it.
            is_open_ = is_open_ ? c != '"' : c == '"' && may_open_;
            may_open_ = !is_open_ && (c == ',' || c == '"');
        }
    }
    /// Whether the text ends within a quoted field.
    bool is_open() const { return is_open_; }

private:
    bool is_open_ = false, may_open_ = true;
};

/// The fields of a record, without quotes and the space around them. False if there is text behind a closing quote.
inline bool split(std::string_view record, std::vector<std::string> &fields)
{
    fields.assign(1, {});
    bool begins = true, quoted = false, closed = false, whole = true;
    for (std::size_t k = 0; k < record.size(); k++) {
        const char c = record[k];
        if (quoted && c == '"' && k + 1 < record.size() && record[k + 1] == '"') {
            fields.back() += record[++k];
        } else if (c == '"' && (quoted || begins)) {
            quoted = !quoted;
            closed = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
            begins = true;
            closed = false;
            continue;
        } else {
            fields.back() += c;
            whole = whole && !(closed && !is_space(c));
        }
        begins = false;
    }
    for (std::string &field : fields)
        field = std::string(trimmed(field));
    return whole;
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
        if (!header_.fault.empty() || !split(text, names))
            throw Complaint(name_ + ":" + std::to_string(header_.line) + ": "
                            + (header_.fault.empty() ? std::string(torn) : header_.fault));
        n_fields_ = names.size();
        for (std::string &column : names)
            column = lowered(column);
        find_columns(names, options);
    }

    const Record &header() const { return header_; }
    const std::string &name() const { return name_; }

    /// The next record that is not blank; false at the end. One whose quote is never closed has a fault.
    bool next(Record &record)
    {
        do {
            if (!read_line(record.text)) {
                if (stream_.bad())
                    throw Complaint(name_ + ": reading failed");
                return false;
            }
            record.line = line_;
            if (record.text.size() > longest)
                throw Complaint(name_ + ":" + std::to_string(record.line) + ": a line of more than a megabyte");
            record.fault.clear();
            join(record);
        } while (record.fault.empty() && trimmed(record.text).empty());
        return true;
    }

    /// The position of a record in degrees, as it is there; otherwise what is wrong with it.
    std::string position(Record &record, double &lon, double &lat)
    {
        if (!record.fault.empty())
            return record.fault;
        const bool whole = split(record.text, fields_);
        if (!whole || fields_.size() != n_fields_)
            keep_first_line(record);
        if (!whole)
            return torn;
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
    static constexpr const char *torn = "there is text behind a closing quote";

    static std::string lowered(std::string text)
    {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    }

    /// The next line: one that was read too early, or one of the stream.
    bool read_line(std::string &line)
    {
        const std::size_t end = again_.find('\n', begin_again_);
        if (end != std::string::npos) {
            line.assign(again_, begin_again_, end - begin_again_);
            begin_again_ = end + 1;
        } else if (!std::getline(stream_, line)) {
            return false;
        }
        line_++;
        return true;
    }

    /// Adds lines as long as a quoted field goes on.
    void join(Record &record)
    {
        Quotes quotes;
        quotes.follow(record.text);
        for (std::string more; quotes.is_open();) {
            if (record.text.size() > longest || !read_line(more)) {
                record.fault = "a quote is never closed";
                keep_first_line(record);
                return;
            }
            (record.text += '\n') += more;
            quotes.follow("\n");
            quotes.follow(more);
        }
    }

    /// Cuts a record that was just read down to its first line; the others are read again.
    void keep_first_line(Record &record)
    {
        const std::size_t end = record.text.find('\n');
        if (end == std::string::npos)
            return;
        again_ = record.text.substr(end + 1) + '\n' + again_.substr(begin_again_);
        begin_again_ = 0;
        line_ = record.line;
        record.text.resize(end);
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
    std::string again_; // lines to be read again, from begin_again_ on
    std::size_t begin_again_ = 0;
    Record header_;
    std::size_t n_fields_ = 0, lon_ = 0, lat_ = 0;
    std::vector<std::string> fields_;
};

} // namespace sky_filter

#endif
