// A C++ callback: an exception is kept, the walk stopped, and thrown again behind it; none goes through the library.
#include <healpix/healpix.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

namespace {

struct Visit {
    std::size_t n = 0;
    std::exception_ptr thrown;
};

extern "C" int32_t visit(const healpix_cell *cells, std::size_t n, void *user) noexcept
{
    Visit &state = *static_cast<Visit *>(user);
    try {
        for (std::size_t k = 0; k < n; k++)
            if (++state.n == 1500)
                throw std::runtime_error("cell " + std::to_string(cells[k].depth));
        return 0;
    } catch (...) {
        state.thrown = std::current_exception();
        return 1;
    }
}

} // namespace

int main()
{
    healpix_region *region = nullptr;
    if (healpix_region_cone_deg(10, 20, 30, &region) != HEALPIX_OK)
        return 1;
    Visit state;
    const healpix_status status = healpix_coverage_visit(9, region, visit, &state);
    healpix_region_free(region);
    bool good = false;
    try {
        if (state.thrown)
            std::rethrow_exception(state.thrown);
    } catch (const std::runtime_error &error) {
        good = status == HEALPIX_STOPPED && state.n == 1500 && std::string(error.what()).rfind("cell ", 0) == 0;
    }
    if (!good)
        std::puts("healpix_coverage_visit: not as expected");
    return good ? 0 : 1;
}
