//! Holds that the profiles name the same packages, and that what is built for packages is fast throughout.
//!
//! `[profile.dist]` inherits the levels of the packages that `[profile.release]` names: one that is named there alone would be
//! slow in what people install.

use std::collections::BTreeMap;
use std::fs;

/// Packages that one profile alone has to name, and why.
const ALONE: &[(&str, &str, &str)] = &[
    ("dev", "parquet", "no release is built with it in a hurry"),
    ("release", "libmimalloc-sys", "hot loops of its own"),
    ("release", "memchr", "hot loops of its own"),
    ("release", "sha2", "hot loops of its own"),
];

/// Returns the level of each package that a profile names.
fn levels(manifest: &str, profile: &str) -> BTreeMap<String, String> {
    let header = format!("[profile.{profile}.package]\n");
    let (_, table) = manifest.split_once(&header).unwrap_or_else(|| panic!("{header} is not there"));
    let (table, _) = table.split_once("\n[").unwrap_or((table, ""));
    let rows = table.lines().filter_map(|line| line.split_once(" = { opt-level = "));
    rows.map(|(name, level)| (name.trim_matches('"').to_owned(), level.trim_end_matches([' ', '}']).to_owned()))
        .collect()
}

#[test]
fn the_profiles_name_the_same_packages() {
    let manifest = fs::read_to_string("Cargo.toml").expect("a manifest");
    let [release, dist, dev] = ["release", "dist", "dev"].map(|profile| levels(&manifest, profile));
    assert!(10 < release.len(), "only {} packages are read", release.len());
    assert_eq!(release.keys().collect::<Vec<_>>(), dist.keys().collect::<Vec<_>>());
    for (package, level) in &dist {
        assert_eq!(level, "3", "{package} is slow in what is installed");
    }
    let slow = |levels: &BTreeMap<String, String>, profile: &str| -> Vec<String> {
        let is_alone = |name: &str| ALONE.iter().any(|(own, package, _)| *own == profile && *package == name);
        levels.keys().filter(|name| !is_alone(name)).cloned().collect()
    };
    assert_eq!(slow(&release, "release"), slow(&dev, "dev"));
    for (profile, package, why) in ALONE {
        let own = if *profile == "dev" { &dev } else { &release };
        assert!(own.contains_key(*package), "`{package}` is no more in {profile} ({why})");
    }
    let whole = manifest.split_once("[profile.dist]\n").and_then(|(_, rest)| rest.split_once("\n\n"));
    assert!(whole.is_some_and(|(own, _)| own.contains("\nopt-level = 3\n")), "`dist` itself is built at level 3");
}
