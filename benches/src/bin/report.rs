//! One table of what the benches measured: `cargo run --release -p healpix-benches --bin report`.
//!
//! Reads `criterion/**/new` in the target directory, or in the directory given. Times are medians per element, in
//! nanoseconds unless they say otherwise. Run the benches on an idle machine first, and `benches/cxx/run` for the column of
//! healpix_cxx: it leaves `healpix_cxx.txt` beside `criterion`.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use healpix_benches::target;
use serde_json::Value;

/// One side of a group.
struct Side {
    ns: f64,
    measured: SystemTime,
}

/// The sides of each operation by name.
type Groups = BTreeMap<String, BTreeMap<String, Side>>;

/// What is ours or nobody's; all other sides are peers.
const OURS: [&str; 6] = ["core", "core into", "core scalar", "ffi", "safe", "copy"];
/// The peer that a program of its own measures.
const CXX: &str = "healpix_cxx";
/// Sides measured further apart than this are not of one run.
const ONE_RUN: Duration = Duration::from_secs(3600);

fn main() -> io::Result<()> {
    let mut groups = Groups::new();
    let directory = directory();
    collect(&directory, &mut groups)?;
    add_cxx(&directory.with_file_name("healpix_cxx.txt"), &mut groups)?;
    println!("{}, ns per element, medians; ratios are peer / core and core / copy.\n", machine());
    println!(
        "| operation | peer | peer ns | core ns | ratio | target | met | to copy | copy | scalar | ffi | safe | {CXX} |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (operation, sides) in &groups {
        println!("{}", row(operation, sides));
    }
    if groups.values().any(|sides| !of_one_run(sides)) {
        println!("\n(*) sides measured more than an hour apart");
    }
    Ok(())
}

/// Where criterion writes.
fn directory() -> PathBuf {
    let target = || env::var_os("CARGO_TARGET_DIR").map(|target| Path::new(&target).join("criterion"));
    let given = env::args_os().nth(1).or_else(|| env::var_os("CRITERION_HOME")).map(PathBuf::from);
    given.or_else(target).unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/criterion"))
}

/// Reads every result below a directory.
fn collect(directory: &Path, groups: &mut Groups) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name == "new") {
            if let Some((group, name, side)) = read(&path)? {
                groups.entry(group).or_default().insert(name, side);
            }
        } else if path.is_dir() {
            collect(&path, groups)?;
        }
    }
    Ok(())
}

/// Group, side and time per element; nothing where the files are not those of our benches.
fn read(directory: &Path) -> io::Result<Option<(String, String, Side)>> {
    let json = |name| -> io::Result<Value> { Ok(serde_json::from_slice(&fs::read(directory.join(name))?)?) };
    let (bench, estimates) = (json("benchmark.json")?, json("estimates.json")?);
    let measured = fs::metadata(directory.join("estimates.json"))?.modified()?;
    let side = || {
        let text = |key| bench.get(key)?.as_str().map(str::to_owned);
        let elements = bench.get("throughput")?.get("Elements")?.as_f64()?;
        let ns = estimates.get("median")?.get("point_estimate")?.as_f64()? / elements;
        Some((text("group_id")?, text("function_id")?, Side { ns, measured }))
    };
    Ok(side())
}

/// Adds what `benches/cxx/run` measured, if it was run: operation, tab, nanoseconds. Operations that no bench has are left out.
fn add_cxx(file: &Path, groups: &mut Groups) -> io::Result<()> {
    if !file.exists() {
        return Ok(());
    }
    let measured = fs::metadata(file)?.modified()?;
    for line in fs::read_to_string(file)?.lines() {
        let Some((operation, ns)) = line.split_once('\t') else { continue };
        if let (Some(sides), Ok(ns)) = (groups.get_mut(operation), ns.parse()) {
            sides.insert(CXX.to_owned(), Side { ns, measured });
        }
    }
    Ok(())
}

/// The name of the processor.
fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    name.unwrap_or("unknown processor").to_owned()
}

fn of_one_run(sides: &BTreeMap<String, Side>) -> bool {
    let times = || sides.values().map(|side| side.measured);
    let spread = times().max().zip(times().min()).and_then(|(last, first)| last.duration_since(first).ok());
    spread.is_none_or(|spread| spread < ONE_RUN)
}

fn row(operation: &str, sides: &BTreeMap<String, Side>) -> String {
    let ns = |name| sides.get(name).map(|side| side.ns);
    let peers = sides.iter().filter(|(name, _)| !OURS.contains(&name.as_str()));
    let peer = peers.min_by(|a, b| a.1.ns.total_cmp(&b.1.ns));
    let (core, copy) = (ns("core"), ns("copy"));
    let ratio = |over: Option<f64>, under: Option<f64>| over.zip(under).map(|(over, under)| over / under);
    let to_peer = ratio(peer.map(|(_, side)| side.ns), core);
    let target = target(operation);
    let met = target.zip(to_peer).map(|(target, ratio)| if ratio >= target { "yes" } else { "no" });
    let mark = if of_one_run(sides) { "" } else { " (*)" };
    let cells = [
        format!("{operation}{mark}"),
        peer.map_or_else(|| "-".to_owned(), |(name, _)| name.clone()),
        number(peer.map(|(_, side)| side.ns)),
        number(core),
        times(to_peer),
        target.map_or_else(|| "-".to_owned(), |target| format!("{target}x")),
        met.unwrap_or("-").to_owned(),
        times(ratio(core, copy)),
        number(copy),
        number(ns("core scalar")),
        number(ns("ffi")),
        number(ns("safe")),
        number(ns(CXX)),
    ];
    format!("| {} |", cells.join(" | "))
}

/// Three digits, or all before the point up to 100,000 ns; above that with its unit.
fn number(value: Option<f64>) -> String {
    match value {
        None => "-".to_owned(),
        Some(value) if value < 10.0 => format!("{value:.2}"),
        Some(value) if value < 100.0 => format!("{value:.1}"),
        Some(value) if value < 1e5 => format!("{value:.0}"),
        Some(value) if value < 1e7 => format!("{:.0} us", value / 1e3),
        Some(value) => format!("{:.1} ms", value / 1e6),
    }
}

fn times(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}x"))
}
