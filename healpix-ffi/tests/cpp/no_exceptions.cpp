// flags: -fno-exceptions
// The interface without exceptions: error codes, sentinels, visitors.
#include "check.hpp"

#include <vector>

using namespace healpix;

#if HEALPIX_CPP_EXCEPTIONS
#error "this program is to be compiled without exceptions"
#endif

int main()
{
    std::error_code ec;
    const Depth depth(8, ec);
    const std::vector<double> lon{10, 20}, lat{20, 95};
    const std::vector<std::uint64_t> cells = nested::hash_deg(depth, lon, lat, ec);
    CHECK(ec == Status::latitude && cells[0] == nested::hash_deg(depth, 10.0, 20.0) && cells[1] == invalid_cell);
    CHECK(last_error_message().find("95") != std::string::npos);
    CHECK(!Depth(30, ec).is_valid() && ec == Status::depth);
    const Region region = Region::cone_deg(10, 20, 3, ec);
    std::size_t n = 0;
    CHECK(Coverage::visit_cells(depth, region, [&](const Cell &) { n++; }, ec) && n > 0);
    CHECK(!Coverage::visit(depth, region, [](View<const Cell>) { return false; }) && !ec);
    const Moc moc = Moc::from_region(depth, region, ec);
    n = 0;
    for (const std::uint64_t cell : moc.flat(ec))
        n += moc.contains_cell(depth, cell, ec);
    CHECK(n == moc.n_cells() && !Moc::from_ascii("x", ec) && ec == Status::syntax);
    std::size_t told = 0;
    const Moc twice = logging::listen([&](logging::Level, std::string_view) { told++; },
                                      [&] { return Moc::from_ascii("3/1-5 5", ec); });
    CHECK(told == 1 && twice.n_cells() == 5);
    progress::watch([](progress::Progress) { return false; },
                    [&] { Coverage::cone_deg(Depth(20, ec), 10, 20, 30, ec); });
    CHECK(ec == Status::stopped);
    return finish("no_exceptions");
}
