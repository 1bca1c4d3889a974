// Times healpix_cxx on the inputs of the benches beside it: one line per operation, its name as the benches have it, a tab, nanoseconds
// per element. With --test inputs are small and everything runs once.
//
// healpix_cxx is GPL: this program is linked to it and is run by itself, and nothing of it comes into the crates.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include <healpix_cxx/healpix_base.h>
#include <healpix_cxx/pointing.h>
#include <healpix_cxx/rangeset.h>
#include <healpix_cxx/vec3.h>

namespace {

using Base = T_Healpix_Base<int64>;
using std::size_t;
using std::string;
using std::vector;

constexpr double PI = 3.141592653589793;
bool test = false;

// The generator of the benches (SplitMix64), so that inputs are the same.
class Random {
    std::uint64_t state;

public:
    explicit Random(std::uint64_t seed) : state(seed) {}

    std::uint64_t bits() {
        state += 0x9e3779b97f4a7c15;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    double unit() { return static_cast<double>(bits() >> 11) / static_cast<double>(1ULL << 53); }
};

size_t size(size_t full) { return test ? std::min<size_t>(full, 4096) : full; }

vector<pointing> positions(size_t n, std::uint64_t seed) {
    Random random(seed);
    vector<pointing> all(n);
    for (pointing &at : all) {
        double lon = random.unit() * 2 * PI;
        at = pointing(PI / 2 - std::asin(2 * random.unit() - 1), lon);
    }
    return all;
}

vector<int64> cells(size_t n, int64 n_cells, std::uint64_t seed) {
    Random random(seed);
    vector<int64> all(n);
    for (int64 &cell : all) cell = static_cast<int64>(random.bits() % static_cast<std::uint64_t>(n_cells));
    return all;
}

vector<int64> sorted(vector<int64> cells) {
    std::sort(cells.begin(), cells.end());
    return cells;
}

vector<pointing> sorted(vector<pointing> all) {
    Base finest(29, NEST);
    std::sort(all.begin(), all.end(), [&](const pointing &a, const pointing &b) { return finest.ang2pix(a) < finest.ang2pix(b); });
    return all;
}

template <typename T> void keep(const T &value) { asm volatile("" : : "g"(&value) : "memory"); }

// The median time of a call, per element.
void report(const string &name, size_t n, const std::function<void()> &work) {
    using clock = std::chrono::steady_clock;
    auto seconds = [&] {
        auto start = clock::now();
        work();
        return std::chrono::duration<double>(clock::now() - start).count();
    };
    double first = seconds();
    vector<double> times{first};
    if (!test) {
        // As long as a bench: 21 times or 0.8 s, each time long enough for the clock.
        int calls = std::max(1, static_cast<int>(2e-3 / first));
        times.clear();
        double spent = 0;
        while (times.size() < 21 && (times.size() < 5 || spent < 0.8)) {
            double sum = 0;
            for (int k = 0; k < calls; ++k) sum += seconds();
            times.push_back(sum / calls);
            spent += sum;
        }
        std::sort(times.begin(), times.end());
    }
    std::printf("%s\t%.4g\n", name.c_str(), times[times.size() / 2] * 1e9 / static_cast<double>(n));
    std::fflush(stdout);
}

// One call per element, results to an array.
template <typename In, typename Out, typename F> void each(const string &name, const vector<In> &in, vector<Out> &out, F f) {
    out.resize(in.size());
    report(name, in.size(), [&] {
        for (size_t k = 0; k < in.size(); ++k) out[k] = f(in[k]);
        keep(out);
    });
}

void hashes() {
    vector<pointing> random = positions(size(1 << 20), 1), ordered = sorted(random);
    vector<int64> out;
    for (int depth : {12, 29}) {
        Base grid(depth, NEST);
        auto hash = [&](const pointing &at) { return grid.ang2pix(at); };
        each("hash depth " + std::to_string(depth) + " random", random, out, hash);
        each("hash depth " + std::to_string(depth) + " sorted", ordered, out, hash);
    }
    for (int nside : {1000, 4096}) {
        Base grid(nside, RING, SET_NSIDE);
        auto hash = [&](const pointing &at) { return grid.ang2pix(at); };
        each("ring hash nside " + std::to_string(nside) + " random", random, out, hash);
        each("ring hash nside " + std::to_string(nside) + " sorted", ordered, out, hash);
    }
    vector<pointing> few = positions(size(1 << 18), 2);
    vector<vec3> vectors(few.begin(), few.end());
    Base grid(12, NEST);
    each("hash_vec depth 12 random", vectors, out, [&](const vec3 &v) { return grid.vec2pix(v); });
}

void centers() {
    vector<pointing> out;
    for (int depth : {12, 29}) {
        Base grid(depth, NEST);
        vector<int64> random = cells(size(1 << 20), grid.Npix(), 3);
        auto center = [&](int64 cell) { return grid.pix2ang(cell); };
        each("center depth " + std::to_string(depth) + " random", random, out, center);
        each("center depth " + std::to_string(depth) + " sorted", sorted(random), out, center);
    }
    for (int nside : {1000, 4096}) {
        Base grid(nside, RING, SET_NSIDE);
        vector<int64> random = cells(size(1 << 20), grid.Npix(), 4);
        auto center = [&](int64 cell) { return grid.pix2ang(cell); };
        each("ring center nside " + std::to_string(nside) + " random", random, out, center);
        each("ring center nside " + std::to_string(nside) + " sorted", sorted(random), out, center);
    }
    Base grid(12, NEST);
    vector<vec3> vectors;
    each("center_vec depth 12 random", cells(size(1 << 18), grid.Npix(), 5), vectors, [&](int64 cell) { return grid.pix2vec(cell); });
}

void numbering() {
    Base grid(12, NEST);
    vector<int64> random = cells(size(1 << 18), grid.Npix(), 7), out;
    each("to_ring depth 12 random", random, out, [&](int64 cell) { return grid.nest2ring(cell); });
    each("to_nested nside 4096 random", random, out, [&](int64 cell) { return grid.ring2nest(cell); });
}

void neighbors() {
    Base grid(12, NEST);
    vector<int64> random = cells(size(1 << 18), grid.Npix(), 8);
    vector<fix_arr<int64, 8>> out;
    auto around = [&](int64 cell) {
        fix_arr<int64, 8> found;
        grid.neighbors(cell, found);
        return found;
    };
    each("neighbors depth 12 random", random, out, around);
    each("neighbors depth 12 sorted", sorted(random), out, around);
}

void interpolation() {
    struct Four {
        fix_arr<int64, 4> cells;
        fix_arr<double, 4> weights;
    };
    vector<pointing> at = positions(size(1 << 18), 9);
    vector<Four> out;
    Base nested(12, NEST), ring(4096, RING, SET_NSIDE);
    auto four = [](const Base &grid) {
        return [&grid](const pointing &at) {
            Four found;
            grid.get_interpol(at, found.cells, found.weights);
            return found;
        };
    };
    each("interpolate_rings depth 12 random", at, out, four(nested));
    each("ring interpolate_rings nside 4096 random", at, out, four(ring));
}

// All places, one answer each, thrown away: cells with their centre inside, or with a factor cells that the disc meets, and the fewer more
// the larger it is.
void discs(const string &name, const Base &grid, double degrees, const vector<pointing> &places, int factor) {
    report(name, places.size(), [&] {
        for (const pointing &at : places) {
            rangeset<int64> found;
            if (factor > 0)
                grid.query_disc_inclusive(at, degrees * PI / 180, found, factor);
            else
                grid.query_disc(at, degrees * PI / 180, found);
            keep(found);
        }
    });
}

void coverages() {
    struct Case {
        const char *name;
        double degrees;
        int depth;
    };
    for (Case c : {Case{"1 deg", 1, 8}, Case{"1 deg", 1, 12}, Case{"10 deg", 10, 12}}) {
        Base grid(c.depth, RING);
        string name = string(" cone ") + c.name + " depth " + std::to_string(c.depth);
        discs("coverage ring centers" + name, grid, c.degrees, positions(20, 43), 0);
        discs("coverage ring touched" + name, grid, c.degrees, positions(20, 43), 4);
    }
    // Nested, the fastest way to all cells that the disc meets.
    Base grid(12, NEST);
    discs("coverage cone 1 deg depth 12", grid, 1, positions(20, 40), 1);
    discs("coverage cone 10 deg depth 12", grid, 10, positions(4, 40), 1);
    discs("coverage cone 60 deg depth 12", grid, 60, positions(1, 40), 1);
    discs("coverage centers cone 10 deg depth 12", grid, 10, positions(4, 40), 0);
    discs("coverage centers cone 60 deg depth 12", grid, 60, positions(1, 40), 0);
}

} // namespace

int main(int argc, char **argv) {
    test = argc > 1 && std::strcmp(argv[1], "--test") == 0;
    hashes();
    centers();
    numbering();
    neighbors();
    interpolation();
    coverages();
    return 0;
}
