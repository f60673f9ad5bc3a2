//! Checks that every dependency is used and says beside its name what it is for.
//!
//! `serde = "1" # every JSON shape` passes where a file below `src/` says
//! `serde::…`. A dependency that only tests, benches or examples name belongs
//! to `[dev-dependencies]`. Comments do not count as use, nor do modules of
//! this crate that happen to have the same name (`export::csv::…`).

use std::fs;
use std::path::{Path, PathBuf};

/// The fewest words that explain what a dependency is for.
const MIN_REASON_WORDS: usize = 2;

/// A line of `Cargo.toml` that names a dependency.
struct Dependency {
    /// The header of its table, such as `dev-dependencies`.
    table: String,
    name: String,
    reason: String,
}

/// Returns the dependencies of a manifest. Each must stand on one line, which keeps its reason beside it.
fn dependencies_in(manifest: &str) -> Vec<Dependency> {
    let mut table = "";
    let mut found = Vec::new();
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            table = header.trim_matches(['[', ']']);
            assert!(!table.contains("dependencies."), "[{table}]: write the dependency on one line");
        } else if table.ends_with("dependencies") {
            let (entry, reason) = line.split_once('#').unwrap_or((line, ""));
            if let Some((name, _)) = entry.split_once('=') {
                let (name, reason) = (name.trim().to_owned(), reason.trim().to_owned());
                found.push(Dependency { table: table.to_owned(), name, reason });
            }
        }
    }
    found
}

/// Returns whether code names the crate, as in `name::item`, and means no module of its own crate.
fn names_crate(code: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let has_word = |text: &str| text.split(|c| !is_word(c)).any(|word| word == name);
    let hides_crate = |item: &str| {
        let item = item.trim_start().trim_start_matches("pub ");
        let is_own = ["use crate::", "use super::", "use self::", "mod "].iter().any(|start| item.starts_with(start));
        is_own && has_word(item)
    };
    if code.split(';').any(hides_crate) {
        return false;
    }
    let path = format!("{name}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code[..at].strip_suffix("::").unwrap_or(&code[..at]);
        !before.ends_with(|c: char| is_word(c) || c == '>')
    })
}

/// Returns the code of every Rust file at or below `path`, without comments.
fn code_below(path: &Path) -> Vec<String> {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder of the project");
        return entries.flat_map(|entry| code_below(&entry.expect("an entry").path())).collect();
    }
    if path.extension().is_none_or(|ending| ending != "rs") {
        return Vec::new();
    }
    let text = fs::read_to_string(path).expect("sources are UTF-8");
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    vec![lines.collect::<Vec<_>>().join("\n")]
}

/// Returns what is wrong with the dependencies of a package, one line each.
fn faults_of(folder: &Path) -> Vec<String> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let code = |names: &[&str]| -> Vec<String> {
        let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).filter(|path| path.exists()).collect();
        paths.iter().flat_map(|path| code_below(path)).collect()
    };
    let (program, build) = (code(&["src", "fuzz_targets"]), code(&["build.rs"]));
    let all = code(&["src", "fuzz_targets", "tests", "benches", "examples"]);
    let mut faults = Vec::new();
    for Dependency { table, name, reason } in dependencies_in(&manifest) {
        let sources = match table.as_str() {
            "dev-dependencies" => &all,
            "build-dependencies" => &build,
            _ => &program,
        };
        if !sources.iter().any(|code| names_crate(code, &name.replace('-', "_"))) {
            faults.push(format!("[{table}] {name}: no source file that may use it names it"));
        }
        if reason.split_whitespace().count() < MIN_REASON_WORDS {
            faults.push(format!("[{table}] {name}: no reason stands beside it"));
        }
    }
    faults
}

#[test]
fn every_dependency_is_used_and_has_its_reason() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(faults_of(project), Vec::<String>::new());
    assert_eq!(faults_of(&project.join("fuzz")), Vec::<String>::new());
}

#[test]
fn a_dependency_that_nobody_names_or_explains_is_reported() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    };
    let manifest = "[package]\nname = \"x\"\n[dependencies]\nused-one = \"1\" # reads the pages\nidle = \"1\" # fast tables\n\
                    bare = \"1\"\n[dev-dependencies]\ntried = \"1\" # runs the program\nonly = { version = \"1\" } # \n";
    write("Cargo.toml", manifest);
    write(
        "src/lib.rs",
        "use used_one::Page; // idle::Table\n#[derive(bare::Shape)] struct A;\nfn f() { my::idle::g() }",
    );
    write("src/own.rs", "use crate::export::{idle, html};\nfn f() { idle::g() }");
    write("tests/a.rs", "fn f() { ::tried::run(); only::once() }");
    let expected = [
        "[dependencies] idle: no source file that may use it names it",
        "[dependencies] bare: no reason stands beside it",
        "[dev-dependencies] only: no reason stands beside it",
    ];
    assert_eq!(faults_of(folder.path()), expected);
}
