// The cells of depth 10 that a field of two degrees around Vega touches, and which of them are inside it.
#include <healpix/healpix.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

struct Free {
    void operator()(healpix_coverage *coverage) const { healpix_coverage_free(coverage); }
};
using Coverage = std::unique_ptr<healpix_coverage, Free>;

void check(healpix_status status)
{
    if (status == HEALPIX_OK)
        return;
    char text[256];
    std::size_t len = 0;
    healpix_last_error_message(text, sizeof text, &len);
    throw std::runtime_error(std::string(healpix_status_name(status)) + ": " + text);
}

Coverage cone(std::uint8_t depth, double lon, double lat, double radius)
{
    healpix_coverage *made = nullptr;
    check(healpix_coverage_cone_deg(depth, lon, lat, radius, &made));
    return Coverage(made);
}

} // namespace

int main()
{
    try {
        const Coverage field = cone(10, 279.2347, 38.7837, 2.0);
        const healpix_cell *cells = healpix_coverage_cells(field.get());
        std::uint64_t inside = 0;
        // Neighboring cells that are all inside come as one larger cell.
        for (std::size_t i = 0; i < healpix_coverage_len(field.get()); i++)
            if (cells[i].full)
                inside += std::uint64_t{1} << 2 * (10 - cells[i].depth);
        std::cout << healpix_coverage_n_flat(field.get()) << " cells of depth 10, " << inside << " of them inside\n";
        cone(10, 279.2347, 38.7837, 200.0);
    } catch (const std::runtime_error &error) {
        std::cout << "a field of 200 degrees is refused: " << error.what() << '\n';
        return EXIT_SUCCESS;
    }
    return EXIT_FAILURE;
}
