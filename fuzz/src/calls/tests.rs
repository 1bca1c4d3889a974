//! The target reaches what it is there for: with random bytes every function succeeds, and every one that can fail fails.

use std::collections::{BTreeMap, BTreeSet};

use healpix_ffi::{HEALPIX_OK, HEALPIX_STOPPED};

use super::*;
use crate::noise;

#[test]
fn every_function_is_called_and_succeeds() {
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut good: BTreeSet<&str> = BTreeSet::new();
    for seed in 0..250_000 {
        let Ok((name, status)) = run(&noise(seed)) else { continue };
        seen.entry(name).or_default().insert(format!("{status:?}"));
        if status.is_none_or(|status| status == HEALPIX_OK || status == HEALPIX_STOPPED) {
            good.insert(name);
        }
    }
    if std::env::var_os("HEALPIX_FUZZ_SHOW").is_some() {
        for (name, statuses) in &seen {
            println!("{name}: {statuses:?}");
        }
    }
    let bad: Vec<_> = NAMES.iter().filter(|name| !good.contains(*name)).collect();
    assert!(bad.is_empty(), "never succeeded: {bad:?}");
    let never: Vec<_> =
        table().iter().filter(|row| row.fallible && seen[row.name].len() < 2).map(|row| row.name).collect();
    assert!(never.is_empty(), "always the same status: {never:?}");
}

#[test]
fn the_list_of_functions_is_the_table() {
    let listed = include_str!("../../../healpix-ffi/api.md");
    let names: BTreeSet<&str> = listed
        .lines()
        .filter(|line| line.starts_with("| `healpix_") && line.contains(" c_calls"))
        .filter_map(|line| line.split('`').nth(1))
        .collect();
    assert_eq!(names, NAMES.iter().copied().collect());
}
