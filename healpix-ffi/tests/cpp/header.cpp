// The header is C++17 too: names link, and what it includes is enough.
#include <healpix/healpix.h>

#include <cstdio>
#include <string>
#include <vector>

int main()
{
    static_assert(HEALPIX_OK == 0, "success is zero");
    const std::vector<double> lon{0.0, 90.0, 45.0}, lat{0.0, 0.0, 90.5};
    std::vector<uint64_t> cells(lon.size());
    const healpix_status status = healpix_nested_hash_deg(0, lon.data(), lat.data(), lon.size(), cells.data());
    const bool good = status == HEALPIX_ERR_LATITUDE && cells == std::vector<uint64_t>{4, 5, HEALPIX_INVALID_CELL}
                      && std::string(healpix_status_name(status)) == "HEALPIX_ERR_LATITUDE";
    if (!good)
        std::puts("healpix_nested_hash_deg: not as expected");
    return good ? 0 : 1;
}
