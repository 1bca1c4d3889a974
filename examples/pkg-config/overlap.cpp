// What two fields have in common, as a MOC in ASCII.
#include <healpix/healpix.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

void check(healpix_status status)
{
    if (status == HEALPIX_OK)
        return;
    char text[256];
    std::size_t len = 0;
    healpix_last_error_message(text, sizeof text, &len);
    throw std::runtime_error(text);
}

struct Free {
    void operator()(healpix_region *region) const { healpix_region_free(region); }
    void operator()(healpix_moc *moc) const { healpix_moc_free(moc); }
};
using Moc = std::unique_ptr<healpix_moc, Free>;

Moc field(double lon, double lat, double radius)
{
    healpix_region *made = nullptr;
    check(healpix_region_cone_deg(lon, lat, radius, &made));
    const std::unique_ptr<healpix_region, Free> region(made);
    healpix_moc *moc = nullptr;
    check(healpix_moc_from_region(8, region.get(), &moc));
    return Moc(moc);
}

std::string ascii(const healpix_moc *moc)
{
    std::size_t len = 0;
    healpix_moc_to_ascii(moc, nullptr, 0, &len);
    // One byte more for the NUL, which is no part of the text.
    std::string text(len + 1, '\0');
    check(healpix_moc_to_ascii(moc, text.data(), text.size(), &len));
    text.resize(len);
    return text;
}

} // namespace

int main()
{
    try {
        healpix_moc *made = nullptr;
        check(healpix_moc_intersection(field(10.0, 20.0, 1.5).get(), field(12.0, 20.0, 1.0).get(), &made));
        const Moc common(made);
        std::cout << healpix_moc_n_cells(common.get()) << " cells of depth 8: " << ascii(common.get()) << '\n';
        return healpix_moc_is_empty(common.get()) ? EXIT_FAILURE : EXIT_SUCCESS;
    } catch (const std::exception &error) {
        std::cerr << "overlap: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
