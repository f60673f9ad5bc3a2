//! Holds that the hash which names the analyser is of everything that can change a derived result.
//!
//! `track/cache` uses `track/read.rs`, which says what words a version has: were it not hashed, results of other words would
//! pass for those of this program.

use std::fs;

use crate::imports::Tree;
use crate::sources::sources;

/// What the hashed files use and is not hashed, and why a change of it changes no result.
const EXEMPT: &[(&str, &str)] = &[
    ("src/store", "it gives back what it was given"),
    ("src/track/mod.rs", "it only joins the parts"),
    ("src/track/error.rs", "it says what failed"),
    ("src/track/lookup.rs", "it finds articles by name; a result names the versions that it rests on"),
    ("src/track/entry_ids.rs", "identities of entries are recorded, not derived"),
    ("src/track/exchange", "an answer names the texts that it rests on by their hash"),
    ("src/cli/pipe/answer.rs", "it writes JSON"),
    ("src/render/pipe/mod.rs", "it counts code points, which no packed result holds"),
];

/// Returns the folders and files that `build.rs` hashes.
fn hashed() -> Vec<String> {
    let build = fs::read_to_string("build.rs").expect("the build script");
    let (_, list) = build.split_once("const SOURCES").expect("the list of what is hashed");
    let (list, _) = list.split_once("];").expect("the end of that list");
    let quoted = list.split('"').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

#[test]
fn what_decides_a_result_is_hashed() {
    let hashed = hashed();
    let is_hashed = |file: &str| {
        hashed
            .iter()
            .any(|own| file.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let tree = Tree::read(&sources("src"));
    let uses = tree.uses();
    let is_open = |file: &str, used: &str| is_hashed(file) && !is_hashed(used) && !file.ends_with("tests.rs");
    let open: Vec<_> = uses.iter().filter(|(file, used)| is_open(file, used)).collect();
    for (file, used) in &open {
        let is_exempt = EXEMPT.iter().any(|(own, _)| used.starts_with(own));
        assert!(is_exempt, "{file} uses {used}, which `build.rs` does not hash");
    }
    for (exempt, why) in EXEMPT {
        assert!(open.iter().any(|(_, used)| used.starts_with(exempt)), "{exempt} need not be exempt ({why})");
    }
}
