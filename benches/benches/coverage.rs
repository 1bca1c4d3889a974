//! Cells of regions: cones, polygons, ellipses, zones, boxes; many cones at once; cells handed to a visitor; ring numbers.
//!
//! Times are per region, making the region included. Our answers are exact; the peer's are approximate for cones and
//! ellipses, and have some cells more.

use std::hint::black_box;
use std::ops::ControlFlow;

use cdshealpix::nested as peer;
use cdshealpix::nested::bmoc::{BMOC, BMOCBuilderUnsafe};
use criterion::Criterion;
use healpix_benches::{Sides, Sky, coast, config, is_test, positions, regular, star};
use healpix_core::coverage::{Coverage, centers_in, cones, ring_centers_in, ring_touched, visit};
use healpix_core::region::{BoxRegion, Cone, EllipticalCone, Interior, Polygon, Zone};
use healpix_core::{Depth, LonLat, Result};

/// Off the borders of base cells, in radians.
const CENTER: (f64, f64) = (1.1, 0.45);

fn main() -> Result<()> {
    let mut criterion = config(10);
    all_cones(&mut criterion)?;
    many_cones(&mut criterion)?;
    visitor(&mut criterion)?;
    kept(&mut criterion)?;
    for depth in [8, 12] {
        polygons(&mut criterion, Depth::new(depth)?)?;
        others(&mut criterion, Depth::new(depth)?)?;
    }
    rings(&mut criterion)?;
    nested_centers(&mut criterion)?;
    new_polygons(&mut criterion);
    criterion.final_summary();
    Ok(())
}

/// Radii in degrees, and how many cones at how many places are measured.
const CONES: [(&str, f64, usize); 4] =
    [("0.1 arcmin", 0.1 / 60.0, 200), ("1 deg", 1.0, 20), ("10 deg", 10.0, 4), ("60 deg", 60.0, 1)];

fn all_cones(criterion: &mut Criterion) -> Result<()> {
    for (name, radius, places) in CONES {
        let radius = radius.to_radians();
        for depth in [8, 12, 16] {
            if is_test() && depth == 16 && places < 20 {
                continue;
            }
            let at = positions(places, 40);
            let level = Depth::new(depth)?;
            let ours = |at| Coverage::of(level, &Cone::new(at, radius)?);
            let theirs = |lon, lat| peer::cone_coverage_approx(depth, lon, lat, radius);
            if is_test() {
                // Around a tiny cone the peer has up to eight cells too many.
                for (lon, lat) in at.0.iter().zip(&at.1) {
                    same_work(&ours(LonLat::new(*lon, *lat)?)?, &theirs(*lon, *lat), 1.3, 8);
                }
            }
            Sides::new(criterion, &format!("coverage cone {name} depth {depth}"), places)
                .side("cdshealpix", || each_place(&at, |lon, lat| Ok(theirs(lon, lat))))
                .side("core", || each_place(&at, |lon, lat| ours(LonLat::new(lon, lat)?)));
        }
    }
    Ok(())
}

/// Times are per cone.
fn many_cones(criterion: &mut Criterion) -> Result<()> {
    let at = positions(if is_test() { 100 } else { 10_000 }, 41);
    let radius = f64::to_radians(1.0 / 60.0);
    let radii = vec![radius; at.0.len()];
    let depth = Depth::new(12)?;
    Sides::new(criterion, "coverage cones 10k of 1 arcmin depth 12", radii.len())
        .side("cdshealpix", || each_place(&at, |lon, lat| Ok(peer::cone_coverage_approx(12, lon, lat, radius))))
        .side("core", || cones(depth, &at.0, &at.1, &radii))
        .side("core scalar", || {
            each_place(&at, |lon, lat| Coverage::of(depth, &Cone::new(LonLat::new(lon, lat)?, radius)?))
        });
    Ok(())
}

/// Cells used as they come, against a list of them used afterwards.
fn visitor(criterion: &mut Criterion) -> Result<()> {
    let (depth, radius) = (Depth::new(12)?, f64::to_radians(10.0));
    let cone = Cone::new(LonLat::new(CENTER.0, CENTER.1)?, radius)?;
    Sides::new(criterion, "coverage visit cone 10 deg depth 12", 1)
        .side("cdshealpix", || {
            let cells = peer::cone_coverage_approx(12, CENTER.0, CENTER.1, radius);
            black_box(cells.into_iter().fold(0, |sum, cell| sum ^ cell.hash));
        })
        .side("core", || {
            let mut sum = 0;
            let end = visit(depth, &cone, |cells| {
                sum = cells.iter().fold(sum, |sum, cell| sum ^ cell.index);
                ControlFlow::Continue(())
            });
            black_box(sum);
            end
        });
    Ok(())
}

/// Cells from elsewhere; the peer looks at none of them, it only makes parents of full siblings.
fn kept(criterion: &mut Criterion) -> Result<()> {
    let cone = Cone::new(LonLat::new(CENTER.0, CENTER.1)?, f64::to_radians(10.0))?;
    let depth = Depth::new(12)?;
    let coverage = Coverage::of(depth, &cone)?;
    let cells = coverage.cells();
    Sides::new(criterion, "coverage from cells, cone 10 deg depth 12", cells.len())
        .side("cdshealpix", || {
            let mut builder = BMOCBuilderUnsafe::new(12, cells.len());
            cells.iter().for_each(|cell| {
                builder.push(cell.depth, cell.index, cell.is_full());
            });
            black_box(builder.to_bmoc_packing());
        })
        .side("core", || Coverage::from_cells(depth, cells));
    Ok(())
}

fn polygons(criterion: &mut Criterion, depth: Depth) -> Result<()> {
    let deg = f64::to_radians;
    let shapes = [
        ("4 of 1 deg", regular(4, CENTER, deg(0.5f64.sqrt()))),
        ("50 star", star(50, CENTER, deg(5.0), deg(2.0))),
        ("2000 coast", coast(2000, CENTER, deg(5.0), 42)),
    ];
    for (name, shape) in &shapes {
        let vertices: Vec<(f64, f64)> = shape.0.iter().copied().zip(shape.1.iter().copied()).collect();
        let ours = || Coverage::of(depth, &Polygon::from_slices(&shape.0, &shape.1, Interior::SmallerArea)?);
        let theirs = || peer::polygon_coverage(depth.get(), &vertices, true);
        beside(criterion, &format!("coverage polygon {name}"), depth, ours, theirs, 1.1)?;
    }
    Ok(())
}

fn others(criterion: &mut Criterion, depth: Depth) -> Result<()> {
    let d = depth.get();
    let ((lon, lat), deg) = (CENTER, f64::to_radians);
    let at = LonLat::new(lon, lat)?;
    let (a, b, angle) = (deg(5.0), deg(2.0), deg(30.0));

    let ours = || Coverage::of(depth, &EllipticalCone::new(at, a, b, angle)?);
    let theirs = || peer::elliptical_cone_coverage(d, lon, lat, a, b, angle);
    beside(criterion, "coverage ellipse 5 x 2 deg", depth, ours, theirs, 1.3)?;

    let (east, north) = (lon + deg(20.0), lat + deg(10.0));
    let ours = || Coverage::of(depth, &Zone::new(lon, lat, east, north)?);
    let theirs = || peer::zone_coverage(d, lon, lat, east, north);
    beside(criterion, "coverage zone 20 x 10 deg", depth, ours, theirs, 1.1)?;

    // The peer takes half sizes, the first of them along the position angle.
    let ours = || Coverage::of(depth, &BoxRegion::new(at, 2.0 * b, 2.0 * a, angle)?);
    let theirs = || peer::box_coverage(d, lon, lat, a, b, angle);
    beside(criterion, "coverage box 5 x 2 deg", depth, ours, theirs, 1.1)
}

fn beside(
    criterion: &mut Criterion,
    name: &str,
    depth: Depth,
    ours: impl Fn() -> Result<Coverage>,
    theirs: impl Fn() -> BMOC,
    excess: f64,
) -> Result<()> {
    if is_test() {
        same_work(&ours()?, &theirs(), excess, 8);
    }
    Sides::new(criterion, &format!("{name} depth {}", depth.get()), 1)
        .side("cdshealpix", || drop(black_box(theirs())))
        .side("core", &ours);
    Ok(())
}

/// That both sides are about the same region: the peer has at most so many cells more than we, and hardly fewer.
fn same_work(ours: &Coverage, theirs: &BMOC, excess: f64, few: usize) {
    let (ours, theirs) = (ours.n_flat() as f64, theirs.deep_size() as f64);
    let most = excess * ours + few as f64;
    assert!((0.99 * ours - 2.0..=most).contains(&theirs), "{ours} cells of ours, {theirs} of the peer");
}

/// Ring numbers of cones; `benches/cxx` has the peer.
fn rings(criterion: &mut Criterion) -> Result<()> {
    for (name, radius, depth) in [("1 deg", 1.0f64, 8), ("1 deg", 1.0, 12), ("10 deg", 10.0, 12)] {
        let at = positions(20, 43);
        let nside = Depth::new(depth)?.nside();
        let cone = |lon, lat| Cone::new(LonLat::new(lon, lat)?, radius.to_radians());
        Sides::new(criterion, &format!("coverage ring centers cone {name} depth {depth}"), at.0.len())
            .side("core", || each_place(&at, |lon, lat| ring_centers_in(nside, &cone(lon, lat)?)));
        Sides::new(criterion, &format!("coverage ring touched cone {name} depth {depth}"), at.0.len())
            .side("core", || each_place(&at, |lon, lat| ring_touched(nside, &cone(lon, lat)?)));
    }
    Ok(())
}

/// Nested cells with their centre in a cone; `benches/cxx` has the peer.
fn nested_centers(criterion: &mut Criterion) -> Result<()> {
    let depth = Depth::new(12)?;
    for (name, radius, places) in [("10 deg", 10.0f64, 4), ("60 deg", 60.0, 1)] {
        let at = positions(places, 40);
        let cone = |lon, lat| Cone::new(LonLat::new(lon, lat)?, radius.to_radians());
        Sides::new(criterion, &format!("coverage centers cone {name} depth {depth}", depth = depth.get()), at.0.len())
            .side("core", || each_place(&at, |lon, lat| centers_in(depth, &cone(lon, lat)?)));
    }
    Ok(())
}

/// What of the above is making the polygon: the peer does not check that its edges do not cross.
fn new_polygons(criterion: &mut Criterion) {
    let deg = f64::to_radians;
    for (name, shape) in
        [("50 star", star(50, CENTER, deg(5.0), deg(2.0))), ("2000 coast", coast(2000, CENTER, deg(5.0), 42))]
    {
        Sides::new(criterion, &format!("polygon new {name}"), 1)
            .side("core", || Polygon::from_slices(&shape.0, &shape.1, Interior::SmallerArea));
    }
}

/// Lists for each place, thrown away.
fn each_place<T>((lon, lat): &Sky, list: impl Fn(f64, f64) -> Result<T>) -> Result<()> {
    for (lon, lat) in lon.iter().zip(lat) {
        black_box(list(*lon, *lat)?);
    }
    Ok(())
}
