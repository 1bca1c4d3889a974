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
    Coverage::visit_cells(Depth(7), region(), [&](const Cell &) { calls++; });
    CHECK(calls > 100);
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
                    Coverage::visit_cells(Depth(7), region(), visitor, ec);
                else
                    Coverage::visit_cells(Depth(7), region(), visitor);
                CHECK(!"thrown");
            } catch (const Odd &odd) {
                CHECK(odd.at == k && n == k); // not called again
            }
            CHECK(owned.use_count() == 1);
        }
    }
    CHECK(Coverage::visit_cells(Depth(7), region(), [&](const Cell &) { return calls-- > 0; }));
}

// In chunks, with many of them.
static void throws_at_every_chunk()
{
    std::size_t chunks = 0;
    const Depth depth(13);
    Coverage::visit(depth, region(), [&](View<const Cell>) { chunks++; });
    CHECK(chunks > 5);
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

// The helper itself, for callbacks to come: a log that returns nothing, a progress that may stop.
static void helper()
{
    const auto say = [](std::uint32_t level, const char *message) {
        if (level > 2)
            throw std::runtime_error(message);
    };
    using Log = detail::Callback<decltype(say)>;
    Log log(say);
    void (*const to_c)(std::uint32_t, const char *, void *) = [](std::uint32_t level, const char *message, void *user) {
        Log::enter(user, 0, [&](auto &f) { return detail::go_on(f, level, message); });
    };
    to_c(1, "fine", log.user());
    log.rethrow();
    to_c(3, "bad", log.user());
    to_c(4, "not asked", log.user());
    try {
        log.rethrow();
        CHECK(!"thrown");
    } catch (const std::runtime_error &error) {
        CHECK(error.what() == std::string("bad"));
    }
    log.rethrow(); // once only
    const auto half = [](std::uint64_t done, std::uint64_t total) { return 2 * done < total; };
    CHECK(detail::go_on(half, 1, 4) == 0 && detail::go_on(half, 2, 4) == 1);
}

int main()
{
    throws_at_every_call();
    throws_at_every_chunk();
    reentrant();
    kinds();
    helper();
    return finish("callbacks");
}
