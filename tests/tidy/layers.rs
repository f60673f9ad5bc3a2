//! Holds the layers: who may use whom, who speaks SQL, who escapes.

use crate::imports::Tree;
use crate::sources::{Source, sources};

/// The layers, bottom first, and what each may use besides itself.
///
/// Direct uses only; a layer may use any pure one below it. This is the picture
/// in `docs/ARCHITECTURE.md`, row by row: change both together.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("view", &["model"]),
    ("text", &["model"]),
    ("time", &["model", "text"]),
    ("claim", &["model", "text", "time"]),
    ("diff", &["model", "text", "time", "claim"]),
    ("timeline", &["model", "text", "time", "claim", "diff"]),
    ("store", &["model"]),
    ("ingest", &["model", "text"]),
    ("track", &["model", "view", "text", "time", "claim", "diff", "timeline", "store", "ingest"]),
    ("render", &["model", "view"]),
    ("notify", &["model", "view", "ingest", "store", "track", "render"]),
    ("web", &["model", "view", "ingest", "store", "track", "render"]),
    (
        "cli",
        &[
            "model", "view", "text", "time", "claim", "diff", "timeline", "store", "ingest", "track", "render",
            "notify", "web",
        ],
    ),
    (
        "lib",
        &[
            "model", "view", "text", "time", "claim", "diff", "timeline", "store", "ingest", "track", "render",
            "notify", "web", "cli",
        ],
    ),
    ("main", &["cli"]),
];

#[test]
fn modules_use_what_their_layer_may() {
    let tree = Tree::read(&sources("src"));
    for (file, module, paths) in tree.paths() {
        let layer = module.first().map_or("lib", String::as_str);
        let row = MAY_USE.iter().find(|(name, _)| *name == layer);
        let (_, may_use) = row.unwrap_or_else(|| panic!("{file} is in no layer of MAY_USE"));
        for used in paths.iter().filter_map(|path| path.first()) {
            let known = MAY_USE.iter().any(|(name, _)| name == used);
            assert!(known, "{file} names `crate::{used}`, which is no layer");
            assert!(used == layer || may_use.contains(&used.as_str()), "{file} may not use `crate::{used}`");
        }
    }
}

#[test]
fn layers_are_seen_on_every_way_to_name_them() {
    for code in [
        "use crate::{view, diff};",
        "fn f() { crate::diff::compare() }",
        "use super::super::diff::Edit;",
        "pub use super::super::diff;",
    ] {
        let source = |path: &str, text: &str| Source { path: path.into(), text: text.to_owned() };
        let files = ["src/lib.rs", "src/view.rs", "src/diff/mod.rs"].map(|path| source(path, ""));
        let tree = Tree::read(&[files.to_vec(), vec![source("src/text/tokens.rs", code)]].concat());
        let used: Vec<_> = tree.paths().flat_map(|(.., paths)| paths).filter_map(|path| path.first()).collect();
        assert!(used.contains(&&"diff".to_owned()), "{code}");
    }
}

#[test]
fn only_the_store_speaks_sql() {
    const SQL: [&str; 10] = [
        "SELECT ",
        "INSERT INTO ",
        "INSERT OR ",
        "UPDATE OR ",
        "DELETE FROM ",
        "CREATE TABLE ",
        "CREATE TRIGGER ",
        "ALTER TABLE ",
        "PRAGMA ",
        "rusqlite",
    ];
    let is_test = |source: &Source| source.path.to_string_lossy().ends_with("tests.rs");
    for source in sources("src").iter().filter(|source| source.layer() != "store" && !is_test(source)) {
        let code = source.code();
        let speaks = SQL.iter().find(|word| code.contains(**word));
        assert!(speaks.is_none(), "{} holds SQL: {speaks:?}", source.path.display());
    }
}

#[test]
fn only_render_escapes_html() {
    for source in sources("src").iter().filter(|source| source.layer() != "render") {
        let code = source.code();
        let escape = ["\"&lt;\"", "\"&amp;\"", "\"&quot;\"", "PreEscaped"].into_iter().find(|word| code.contains(word));
        assert!(escape.is_none(), "{} escapes HTML by hand: {escape:?}", source.path.display());
    }
}
