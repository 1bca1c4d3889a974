//! MOCs beside the crate `moc`: set algebra, from cells, points in them, resolution, growing, files and text.
//!
//! Inputs are random sets that cover half of the sky at depth 11 in so many ranges, about twelve cells of mixed depth
//! in each for a million ranges. Times are per range, of both inputs together where there are two; per point for
//! `contains`; per cell for `from cells`. Every answer is a new one on both sides, but for `core into`. Whether the memory of
//! a new one must be cleared by the system first, which may take longer than all else, depends on what was freed before:
//! look at the smallest of several runs.

use std::hint::black_box;
use std::ops::Range;

use ::moc::deser::ascii::from_ascii_ivoa;
use ::moc::deser::fits::{MocIdxType, MocQtyType, from_fits_ivoa};
use ::moc::deser::json::from_json_aladin;
use ::moc::elemset::range::MocRanges;
use ::moc::moc::range::RangeMOC;
use ::moc::moc::range::op::multi_op::kway_or_it;
use ::moc::moc::{
    CellHpxMOCIterator, CellMOCIntoIterator, CellMOCIterator, CellOrCellRangeMOCIntoIterator,
    CellOrCellRangeMOCIterator, RangeMOCIntoIterator, RangeMOCIterator,
};
use ::moc::qty::Hpx;
use criterion::Criterion;
use healpix_benches::{Sides, borders, cells, config, is_test, positions, size};
use healpix_core::io::FitsKind;
use healpix_core::moc::CellRange;
use healpix_core::region::Cone;
use healpix_core::{Depth, LonLat, Moc, Result};

/// The peer's.
type Peer = RangeMOC<u64, Hpx<u64>>;

fn main() -> Result<()> {
    let mut criterion = config(10);
    for (name, n) in [("1e5", 100_000), ("1e6", 1_000_000)] {
        let (a, b) = (random(size(n), 50)?, random(size(n), 51)?);
        algebra(&mut criterion, name, &a, &b);
        contains(&mut criterion, name, &a)?;
    }
    from_cells(&mut criterion)?;
    union_all(&mut criterion)?;
    resolution(&mut criterion)?;
    let moc = random(size(1_000_000), 50)?;
    fits(&mut criterion, &moc)?;
    let moc = random(size(100_000), 50)?;
    text(&mut criterion, &moc)?;
    criterion.final_summary();
    Ok(())
}

/// A set of `n` ranges.
fn random(n: usize, seed: u64) -> Result<Moc> {
    let depth = Depth::new(11)?;
    let ranges: Vec<CellRange> = borders(n, depth.n_cells(), seed)
        .chunks_exact(2)
        .map(|pair| CellRange { start: pair[0], end: pair[1] })
        .collect();
    Moc::from_ranges(depth, &ranges)
}

fn peer(moc: &Moc) -> Peer {
    let ranges: Vec<Range<u64>> = moc.ranges().iter().map(|range| range.start..range.end).collect();
    RangeMOC::new(moc.depth().get(), MocRanges::new_unchecked(ranges))
}

/// In a test, that both sides make the same set.
fn same(ours: impl Fn() -> Result<Moc>, theirs: impl Fn() -> Peer) {
    if !is_test() {
        return;
    }
    let theirs = theirs();
    let same = ours().is_ok_and(|ours| {
        ours.ranges().len() == theirs.len()
            && ours.ranges().iter().zip(theirs.moc_ranges().iter()).all(|(o, t)| (o.start, o.end) == (t.start, t.end))
    });
    assert!(same, "the peer's set is another one");
}

fn algebra(criterion: &mut Criterion, name: &str, a: &Moc, b: &Moc) {
    let (peer_a, peer_b) = (peer(a), peer(b));
    type Ours = fn(&Moc, &Moc) -> Result<Moc>;
    type Into = fn(&Moc, &Moc, &mut Moc) -> Result<()>;
    type Theirs = fn(&Peer, &Peer) -> Peer;
    let operations: [(&str, Ours, Into, Theirs); 4] = [
        ("union", Moc::union, Moc::union_into, Peer::union),
        ("intersection", Moc::intersection, Moc::intersection_into, Peer::intersection),
        ("difference", Moc::difference, Moc::difference_into, Peer::minus),
        ("symmetric_difference", Moc::symmetric_difference, Moc::symmetric_difference_into, Peer::xor),
    ];
    let mut into = Moc::empty(Depth::ZERO);
    let n = a.ranges().len() + b.ranges().len();
    for (operation, ours, ours_into, theirs) in operations {
        same(|| ours(a, b), || theirs(&peer_a, &peer_b));
        Sides::new(criterion, &format!("moc {operation} {name} ranges each"), n)
            .side("moc", || drop(black_box(theirs(&peer_a, &peer_b))))
            .side("core", || ours(a, b))
            .side("core into", || ours_into(a, b, &mut into))
            .copy(2, 2);
    }
    same(|| a.complement(), || peer_a.complement());
    Sides::new(criterion, &format!("moc complement {name} ranges"), a.ranges().len())
        .side("moc", || drop(black_box(peer_a.complement())))
        .side("core", || a.complement())
        .side("core into", || a.complement_into(&mut into))
        .copy(2, 2);
}

fn contains(criterion: &mut Criterion, name: &str, moc: &Moc) -> Result<()> {
    let (lon, lat) = positions(size(1 << 22), 52);
    let theirs = peer(moc);
    let mut inside = vec![false; lon.len()];
    moc.contains_points(&lon, &lat, &mut inside)?;
    let mut asked = inside.iter().zip(lon.iter().zip(&lat)).take(10_000);
    assert!(asked.all(|(inside, (lon, lat))| *inside == theirs.is_in(*lon, *lat)));
    Sides::new(criterion, &format!("moc contains 4M points {name} ranges"), lon.len())
        .side("moc", || {
            let mut n = 0;
            for (lon, lat) in lon.iter().zip(&lat) {
                n += usize::from(theirs.is_in(*lon, *lat));
            }
            black_box(n);
        })
        .side("core", || moc.contains_points(&lon, &lat, &mut inside))
        .copy(2, 1);
    Ok(())
}

fn from_cells(criterion: &mut Criterion) -> Result<()> {
    for (name, depth) in [("depth 11", 11), ("depth 20", 20)] {
        let level = Depth::new(depth)?;
        let cells = cells(size(10_000_000), level.n_cells(), 53);
        // At its best: one buffer for all of them. With its default of 100,000 it merges a hundred times.
        let buffer = Some(cells.len() + 1);
        let theirs = || Peer::from_fixed_depth_cells(depth, cells.iter().copied(), buffer);
        same(|| Moc::from_cells(level, &cells), theirs);
        Sides::new(criterion, &format!("moc from cells 10M random {name}"), cells.len())
            .side("moc whole", || drop(black_box(theirs())))
            .side("core", || Moc::from_cells(level, &cells))
            .copy(1, 1);
        for count in [1, 2] {
            healpix_core::threads::set_count(count)?;
            Sides::new(criterion, &format!("moc from cells with {count} threads 10M random {name}"), cells.len())
                .side("core", || Moc::from_cells(level, &cells));
        }
        healpix_core::threads::set_count(1)?;
    }
    Ok(())
}

/// Times are per MOC: discs of a degree, spread over the sky.
fn union_all(criterion: &mut Criterion) -> Result<()> {
    let depth = Depth::new(10)?;
    let (lon, lat) = positions(1000, 54);
    let disc =
        |(lon, lat): (&f64, &f64)| Moc::from_region(depth, &Cone::new(LonLat::new(*lon, *lat)?, f64::to_radians(1.0))?);
    let mocs: Vec<Moc> = lon.iter().zip(&lat).map(disc).collect::<Result<_>>()?;
    let peers: Vec<Peer> = mocs.iter().map(peer).collect();
    let lazily = || kway_or_it(Box::new(peers.iter().map(|moc| moc.into_range_moc_iter())));
    same(|| Moc::union_all(&mocs), lazily);
    Sides::new(criterion, "moc union_all 1000 discs of 1 deg", mocs.len())
        .side("moc", || drop(black_box(lazily())))
        .side("core", || Moc::union_all(&mocs));
    Ok(())
}

fn resolution(criterion: &mut Criterion) -> Result<()> {
    let moc = random(size(1_000_000), 50)?;
    let theirs = peer(&moc);
    for depth in [10, 8] {
        let to = Depth::new(depth)?;
        same(|| moc.degraded(to), || theirs.degraded(depth));
        Sides::new(criterion, &format!("moc degraded 1e6 ranges depth 11 to {depth}"), moc.ranges().len())
            .side("moc", || drop(black_box(theirs.degraded(depth))))
            .side("core", || moc.degraded(to))
            .copy(2, 2);
    }
    let moc = random(size(100_000), 50)?;
    let theirs = peer(&moc);
    same(|| moc.expanded(1), || theirs.expanded());
    Sides::new(criterion, "moc expanded by 1 1e5 ranges", moc.ranges().len())
        .side("moc", || drop(black_box(theirs.expanded())))
        .side("core", || moc.expanded(1));
    Ok(())
}

fn fits(criterion: &mut Criterion, moc: &Moc) -> Result<()> {
    let (theirs, n) = (&peer(moc), moc.ranges().len());
    Sides::new(criterion, "moc fits range write 1e6 ranges", n)
        .side("moc", || {
            let mut file = Vec::new();
            let done = theirs.into_range_moc_iter().to_fits_ivoa(None, None, &mut file);
            black_box(file);
            done
        })
        .side("core", || moc.to_fits(FitsKind::Range))
        .copy(2, 2);
    let file = moc.to_fits(FitsKind::Range)?;
    same(|| Moc::from_fits(&file), || peer_read(&file));
    Sides::new(criterion, "moc fits range read 1e6 ranges", n)
        .side("moc", || drop(black_box(peer_read(&file))))
        .side("core", || Moc::from_fits(&file))
        .copy(2, 2);

    Sides::new(criterion, "moc fits nuniq write 1e6 ranges", n)
        .side("moc", || {
            let mut file = Vec::new();
            let done = theirs.into_range_moc_iter().cells().hpx_cells_to_fits_ivoa(None, None, &mut file);
            black_box(file);
            done
        })
        .side("core", || moc.to_fits(FitsKind::Nuniq));
    let file = moc.to_fits(FitsKind::Nuniq)?;
    same(|| Moc::from_fits(&file), || peer_read(&file));
    Sides::new(criterion, "moc fits nuniq read 1e6 ranges", n)
        .side("moc", || drop(black_box(peer_read(&file))))
        .side("core", || Moc::from_fits(&file));
    Ok(())
}

/// # Panics
/// If the peer does not read the file.
fn peer_read(file: &[u8]) -> Peer {
    match from_fits_ivoa(file) {
        Ok(MocIdxType::U64(MocQtyType::Hpx(moc))) => moc.collect(),
        Ok(MocIdxType::U32(MocQtyType::Hpx(moc))) => moc.collect_to_u64(),
        _ => Peer::new_empty(0),
    }
}

fn text(criterion: &mut Criterion, moc: &Moc) -> Result<()> {
    let (theirs, n) = (&peer(moc), moc.ranges().len());
    Sides::new(criterion, "moc ascii write 1e5 ranges", n)
        .side("moc", || {
            let mut text = Vec::new();
            let done = theirs.into_range_moc_iter().cells().cellranges().to_ascii_ivoa(None, false, &mut text);
            black_box(text);
            done
        })
        .side("core", || drop(black_box(moc.to_ascii())));
    let ascii = moc.to_ascii();
    let peer_read = || {
        from_ascii_ivoa::<u64, Hpx<u64>>(&ascii)
            .map(|moc| moc.into_cellcellrange_moc_iter().ranges().into_range_moc())
            .unwrap_or_else(|_| Peer::new_empty(0))
    };
    same(|| Moc::from_ascii(&ascii), peer_read);
    Sides::new(criterion, "moc ascii read 1e5 ranges", n)
        .side("moc", || drop(black_box(peer_read())))
        .side("core", || Moc::from_ascii(&ascii));

    Sides::new(criterion, "moc json write 1e5 ranges", n)
        .side("moc", || {
            let mut text = Vec::new();
            let done = theirs.into_range_moc_iter().cells().to_json_aladin(None, &mut text);
            black_box(text);
            done
        })
        .side("core", || drop(black_box(moc.to_json())));
    let json = moc.to_json();
    let peer_read = || {
        from_json_aladin::<u64, Hpx<u64>>(&json)
            .map(|moc| moc.into_cell_moc_iter().ranges().into_range_moc())
            .unwrap_or_else(|_| Peer::new_empty(0))
    };
    same(|| Moc::from_json(&json), peer_read);
    Sides::new(criterion, "moc json read 1e5 ranges", n)
        .side("moc", || drop(black_box(peer_read())))
        .side("core", || Moc::from_json(&json));
    Ok(())
}
