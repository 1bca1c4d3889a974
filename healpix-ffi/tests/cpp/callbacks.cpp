// Callables as callbacks: what they throw comes out, at whichever call; stops, re-entrant calls, what can be a callable.
#include "check.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace healpix;

static const Region &region()
{
    static const Region cone = Region::cone_deg(10, 20, 4);
    return cone;
}

struct Odd : std::runtime_error {
    explicit Odd(std::size_t at) : std::runtime_error("at " + std::to_string(at)), at(at) {}
    std::size_t at;
};

// A visitor that throws at its k-th call, for every k, in both flavors.
static void throws_at_every_call()
{
    std::size_t calls = 0;
    Coverage::visit_cells(Depth(6), region(), [&](const Cell &) { calls++; });
    CHECK(calls > 40);
    for (std::size_t k = 1; k <= calls; k++) {
        std::error_code ec;
        for (const bool quietly : {false, true}) {
            std::size_t n = 0;
            const auto owned = std::make_shared<std::size_t>(k);
            try {
                const auto visitor = [&n, owned](const Cell &) {
                    if (++n == *owned)
                        throw Odd(n);
                };
                if (quietly)
                    Coverage::visit_cells(Depth(6), region(), visitor, ec);
                else
                    Coverage::visit_cells(Depth(6), region(), visitor);
                CHECK(!"thrown");
            } catch (const Odd &odd) {
                CHECK(odd.at == k && n == k); // not called again
            }
            CHECK(owned.use_count() == 1);
        }
    }
    CHECK(Coverage::visit_cells(Depth(6), region(), [&](const Cell &) { return calls-- > 0; }));
}

// In chunks, with many of them.
static void throws_at_every_chunk()
{
    std::size_t chunks = 0;
    const Depth depth(12);
    Coverage::visit(depth, region(), [&](View<const Cell>) { chunks++; });
    CHECK(chunks >= 3);
    for (std::size_t k = 1; k <= chunks; k++) {
        std::size_t n = 0;
        try {
            Coverage::visit(depth, region(), [&](View<const Cell>) -> bool {
                if (++n == k)
                    throw k;
                return true;
            });
            CHECK(!"thrown");
        } catch (std::size_t thrown) {
            CHECK(thrown == k && n == k);
        }
        n = 0;
        CHECK(Coverage::visit(depth, region(), [&](View<const Cell>) { return ++n < k; }) == false && n == k);
    }
}

static void reentrant()
{
    std::size_t inner = 0;
    CHECK(Coverage::visit_cells(Depth(4), region(), [&](const Cell &cell) {
        Coverage::visit_cells(Depth(5), region(), [&](const Cell &) { inner++; });
        CHECK(Region::cone_deg(0, 0, 1).contains_deg(0, 0) && cell.depth <= 4);
        try {
            Coverage::visit(Depth(4), region(), [](View<const Cell>) { throw 1; });
        } catch (int) {
            inner++;
        }
    }));
    CHECK(inner > 10);
    // A failure of a call within, not caught within.
    CHECK(throws(Status::latitude, [] {
        Coverage::visit(Depth(4), region(), [](View<const Cell>) { nested::hash_deg(Depth(1), 0, 95); });
    }));
}

static std::size_t counted;
static void count(const Cell &)
{
    counted++;
}

struct Counter {
    std::size_t n = 0;
    void operator()(View<const Cell> cells) { n += cells.size(); }
    void operator()(View<const Cell>) const = delete;
};

struct MoveOnly {
    std::unique_ptr<int> held = std::make_unique<int>(0);
    bool operator()(const Cell &) { return ++*held < 3; }
};

static void kinds()
{
    Coverage::visit_cells(Depth(4), region(), count);
    Coverage::visit_cells(Depth(4), region(), &count);
    const std::function<bool(View<const Cell>)> function = [](View<const Cell>) { return true; };
    CHECK(Coverage::visit(Depth(4), region(), function) && counted > 0);
    Counter counter;
    Coverage::visit(Depth(4), region(), counter); // by reference
    CHECK(counter.n == counted / 2);
    MoveOnly three;
    CHECK(!Coverage::visit_cells(Depth(4), region(), three) && *three.held == 3);
    CHECK(!Coverage::visit_cells(Depth(4), region(), MoveOnly()));
}

// The helper itself: what was thrown is thrown once, and the callable not called again.
static void helper()
{
    std::size_t n = 0;
    const auto bad = [&n](int k) {
        n++;
        throw std::runtime_error(std::to_string(k));
    };
    using Bad = detail::Callback<decltype(bad)>;
    Bad callback(bad);
    callback.rethrow(); // nothing yet
    for (int k = 1; k < 4; k++)
        CHECK(Bad::enter(callback.user(), std::int32_t(7), [k](auto &f) { return detail::go_on(f, k); }) == 7);
    try {
        callback.rethrow();
        CHECK(!"thrown");
    } catch (const std::runtime_error &error) {
        CHECK(error.what() == std::string("1") && n == 1);
    }
    callback.rethrow();
    const auto half = [](std::uint64_t done, std::uint64_t total) { return 2 * done < total; };
    CHECK(detail::go_on(half, 1, 4) == 0 && detail::go_on(half, 2, 4) == 1);
}

static void logs()
{
    std::vector<std::string> said;
    const auto logger = [&said](logging::Level level, std::string_view text) {
        said.push_back((level == logging::Level::warning ? "warning: " : "error: ") + std::string(text));
    };
    const Moc moc = logging::listen(logger, [] { return Moc::from_ascii("3/1-5 5"); });
    CHECK(moc.n_cells() == 5 && said.size() == 1 && said[0].rfind("warning: 1 of the cells", 0) == 0);
    std::error_code ec;
    logging::listen(logger, [&] { Region::cone_deg(0, 95, 1, ec); });
    CHECK(said.size() == 2 && said[1] == "error: " + last_error_message());
    Moc::from_ascii("3/1-5 5");
    CHECK(said.size() == 2); // nobody listens

    // One within another; the outer one hears again afterwards. An error of the work goes through.
    std::size_t inner = 0;
    CHECK(throws(Status::syntax, [&] {
        logging::listen(logger, [&] {
            logging::listen([&](logging::Level, std::string_view) { inner++; }, [] { Moc::from_ascii("3/1-5 5"); });
            Moc::from_ascii("3/x");
        });
    }));
    CHECK(inner == 1 && said.size() == 3);

    // What it throws comes out behind the work, which is done.
    std::size_t done = 0;
    try {
        logging::listen([](logging::Level, std::string_view text) { throw std::string(text); },
                        [&] {
                            done += Moc::from_ascii("3/1-5 5").n_cells();
                            done += Moc::from_ascii("3/1-6 5").n_cells();
                        });
        CHECK(!"thrown");
    } catch (const std::string &text) {
        CHECK(done == 11 && text.rfind("1 of the cells", 0) == 0);
    }
}

static void watchers()
{
    const auto work = [] { return Coverage::cone_deg(Depth(20), 10, 20, 30); };
    const std::vector<double> lon(1100000, 1.0), lat(1100000, 0.5);
    std::vector<std::uint64_t> cells(lon.size());

    // Stopped: the call fails, in both flavors.
    std::size_t calls = 0;
    CHECK(throws(Status::stopped, [&] { progress::watch([&](progress::Progress) { return ++calls < 3; }, work); }));
    CHECK(calls == 3);
    std::error_code ec;
    calls = 0;
    const bool made = progress::watch([&](progress::Progress) { return ++calls < 2; },
                                      [&] { return bool(Coverage::cone_deg(Depth(20), 10, 20, 30, ec)); });
    CHECK(!made && ec == Status::stopped && ec == std::errc::operation_canceled && calls == 2);
    // A visit that was not stopped by its visitor.
    CHECK(throws(Status::stopped, [&] {
        progress::watch([](progress::Progress) { return false; },
                        [] { Coverage::visit(Depth(20), region(), [](View<const Cell>) {}); });
    }));

    // Thrown: it comes out, at whichever call, and in the place of what the work threw because of it.
    for (std::size_t k = 1; k <= 3; k++) {
        calls = 0;
        try {
            progress::watch(
                [&](progress::Progress) {
                    if (++calls == k)
                        throw Odd(k);
                },
                work);
            CHECK(!"thrown");
        } catch (const Odd &odd) {
            CHECK(odd.at == k && calls == k);
        }
    }
    calls = 0;
    try {
        progress::watch([&](progress::Progress) { throw Odd(++calls); },
                        [&] { Coverage::cone_deg(Depth(20), 10, 20, 30, ec); });
        CHECK(!"thrown");
    } catch (const Odd &odd) {
        CHECK(odd.at == 1 && calls == 1 && ec == Status::stopped);
    }

    // Told of and let go on.
    std::uint64_t last = 0;
    progress::watch(
        [&](const progress::Progress &now) {
            CHECK(now.done >= last && now.total == lon.size());
            last = now.done;
        },
        [&] { nested::hash(Depth(10), lon, lat, cells); });
    CHECK(cells.front() == cells.back() && cells.front() == nested::hash(Depth(10), 1.0, 0.5));
    calls = 0;
    CHECK(Coverage::cone_deg(Depth(9), 10, 20, 30) && calls == 0); // nobody watches
}

int main()
{
    throws_at_every_call();
    throws_at_every_chunk();
    reentrant();
    kinds();
    helper();
    logs();
    watchers();
    return finish("callbacks");
}
