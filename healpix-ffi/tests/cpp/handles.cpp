// Ownership: moving, releasing, taking over; what is empty is harmless; temporaries lend nothing.
#include "check.hpp"

#include <utility>
#include <vector>

using namespace healpix;

template <class T>
static void owns()
{
    static_assert(std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>);
    static_assert(!std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>);
    static_assert(std::is_default_constructible_v<T> && std::is_nothrow_destructible_v<T>);
    T empty;
    T moved(std::move(empty));
    empty = std::move(moved);
    T &itself = empty;
    empty = std::move(itself);
    CHECK(!empty && empty.get() == nullptr);
    static_assert(!std::is_convertible_v<T, bool> && !std::is_convertible_v<typename T::CType *, T>);
}

// What borrows is not to be had of a temporary.
#define LENDS(name, expression)                                                                                        \
    template <class T, class = void>                                                                                   \
    inline constexpr bool name = false;                                                                                \
    template <class T>                                                                                                 \
    inline constexpr bool name<T, std::void_t<decltype(std::declval<T>().expression)>> = true
LENDS(lends_cells, cells());
LENDS(lends_ranges, ranges());
LENDS(lends_flat, flat());
LENDS(lends_iter, iter());
LENDS(lends_view, view());
LENDS(lends_first, operator[](0));
LENDS(lends_offsets, offsets());
LENDS(lends_matches, matches());
LENDS(lends_keys, cell_keys());
LENDS(lends_rows, rows_in_cell(Depth(0), 0));
LENDS(lends_occupied, occupied(Depth(0)));
LENDS(lends_uniq, uniq());
LENDS(lends_density, density());
LENDS(lends_lons, lons());
static_assert(lends_cells<Coverage &> && !lends_cells<Coverage> && !lends_cells<const Coverage>);
static_assert(lends_iter<const Coverage &> && !lends_iter<Coverage>);
static_assert(lends_ranges<const Moc &> && !lends_ranges<Moc>);
static_assert(lends_cells<const Moc &> && !lends_cells<Moc> && lends_flat<Moc &> && !lends_flat<Moc>);
static_assert(lends_view<const Matches &> && !lends_view<Matches> && !lends_view<Mocs> && !lends_view<Bytes>);
static_assert(lends_first<const Mocs &> && !lends_first<Mocs> && lends_first<Coverages &> && !lends_first<Coverages>);
static_assert(lends_first<MatchLists &> && !lends_first<MatchLists> && !lends_matches<MatchLists>);
static_assert(lends_matches<const MatchLists &> && !lends_offsets<MatchLists> && lends_offsets<MatchLists &>);
static_assert(!lends_offsets<Coverages> && !lends_cells<Coverages> && lends_cells<Coverages &>);
static_assert(lends_keys<PointIndex &> && !lends_keys<PointIndex> && !lends_lons<PointIndex>);
static_assert(!lends_rows<PointIndex> && !lends_occupied<PointIndex> && lends_occupied<PointIndex &>);
static_assert(lends_uniq<MultiOrderMap &> && !lends_uniq<MultiOrderMap> && !lends_density<MultiOrderMap>);

static void moving()
{
    Moc a = Moc::all_sky(Depth(1)), b = Moc::empty(Depth(2));
    const healpix_moc *raw = a.get();
    b = std::move(a); // frees what b had
    CHECK(b.get() == raw && b.is_all_sky() && !a);
    a = std::move(b);
    Moc &itself = a;
    a = std::move(itself);
    CHECK(a.get() == raw);
    a.swap(b);
    CHECK(b.get() == raw && !a);
    std::vector<Moc> list;
    for (int depth = 0; depth < 10; depth++)
        list.push_back(Moc::all_sky(Depth(depth)));
    list.erase(list.begin(), list.begin() + 5);
    CHECK(list.size() == 5 && list[0].depth() == Depth(5));

    // To C and back.
    healpix_moc *given = b.release();
    CHECK(given == raw && !b);
    CHECK(healpix_moc_is_all_sky(given));
    Moc taken(given);
    CHECK(taken.is_all_sky());
    taken.reset(Moc::empty(Depth(3)).release());
    CHECK(taken.is_empty() && taken.depth() == Depth(3));
    taken.reset();
    CHECK(!taken);
}

// Everything can be asked of what was moved from: calls fail with Status::null, numbers are sentinels, views are empty.
static void moved_from()
{
    std::error_code ec;
    Moc moc = Moc::all_sky(Depth(1));
    const Moc there = std::move(moc);
    CHECK(!moc.depth().is_valid() && moc.n_cells() == 0 && std::isnan(moc.area()) && moc.ranges().empty());
    CHECK(!moc.first() && !moc.is_empty() && moc != there && moc != moc);
    CHECK(fails(Status::null, [&](auto &...on) { return moc.union_with(there, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return there.union_with(moc, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.clone(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.flat(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.to_cells(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.to_ascii(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.contains_deg(0, 0, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return moc.split(Connectivity::edges, on...); }));
    MocFlatCells no_cells = moc.flat(ec);
    CHECK(no_cells.begin() == no_cells.end());
    CHECK(fails(Status::null, [&](auto &...on) { return no_cells.next(on...); }));

    Region region;
    CHECK(fails(Status::null, [&](auto &...on) { return Coverage::of(Depth(1), region, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return region.clone(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return region.contains(0.0, 0.0, on...); }));
    CHECK(fails(Status::null,
                [&](auto &...on) { return Coverage::visit(Depth(1), region, [](View<const Cell>) {}, on...); }));
    Coverage coverage;
    CHECK(coverage.cells().empty() && coverage.is_empty() && coverage.n_flat() == 0 && !coverage.depth().is_valid());
    CHECK(fails(Status::null, [&](auto &...on) { return coverage.flat(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return coverage.moc(on...); }));
    Coverages coverages;
    CHECK(coverages.empty() && coverages.offsets().empty() && coverages.cells().empty());
    MatchLists lists;
    CHECK(lists.empty() && lists.offsets().empty() && lists.matches().empty());
    Matches matches;
    CHECK(matches.empty() && matches.view().empty() && matches.begin() == matches.end());
    PointIndex index;
    CHECK(index.is_empty() && !index.is_built() && index.rows() == 0);
    CHECK(fails(Status::null, [&](auto &...on) { return index.push(0, 0, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return index.lons(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { index.build(on...); }));
    FitsMap map;
    CHECK(!map.depth().is_valid() && fails(Status::null, [&](auto &...on) { return map.frame(on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return map.into_moc(on...); }));
    FitsRanges ranges;
    std::vector<CellRange> room(1);
    CHECK(ranges.n_ranges() == 0 && fails(Status::null, [&](auto &...on) { return ranges.read(room, on...); }));
    FitsRangesWriter writer;
    CHECK(fails(Status::null, [&](auto &...on) { writer.write(room, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { writer.finish(on...); }));
    MultiOrderMap multi;
    CHECK(multi.empty() && multi.uniq().empty() && multi.density().empty());
    CHECK(Mocs().empty() && Mocs(nullptr).empty() && Bytes().empty());
}

int main()
{
    owns<Region>();
    owns<Coverage>();
    owns<Coverages>();
    owns<Ranges>();
    owns<Moc>();
    owns<Mocs>();
    owns<MocCells>();
    owns<MocFlatCells>();
    owns<FlatCells>();
    owns<PointIndex>();
    owns<Matches>();
    owns<MatchLists>();
    owns<Pairs>();
    owns<Rows>();
    owns<Occupied>();
    owns<Bytes>();
    owns<FitsMap>();
    owns<FitsRanges>();
    owns<FitsRangesWriter>();
    owns<MultiOrderMap>();
    moving();
    moved_from();
    return finish("handles");
}
