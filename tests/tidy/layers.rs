//! Holds the layers: who may use whom, who speaks SQL, who escapes.

use crate::imports::leaves;
use crate::sources::sources;

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

/// Returns the layers that `code` names: what follows `crate::`, also inside braces.
fn layers_used(code: &str) -> Vec<String> {
    let after = code.match_indices("crate::").map(|(at, prefix)| &code[at + prefix.len()..]);
    let trees = after.map(|rest| match rest.starts_with('{') {
        true => rest.split(';').next().unwrap_or_default(),
        false => rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default(),
    });
    trees.flat_map(leaves).filter_map(|path| path.into_iter().next()).collect()
}

#[test]
fn modules_use_what_their_layer_may() {
    for source in sources("src") {
        let (layer, file) = (source.layer(), source.path.display());
        let row = MAY_USE.iter().find(|(name, _)| *name == layer);
        let (_, may_use) = row.unwrap_or_else(|| panic!("{file} is in no layer of MAY_USE"));
        for used in layers_used(&source.bare_code()) {
            let known = MAY_USE.iter().any(|(name, _)| *name == used);
            assert!(known, "{file} names `crate::{used}`, which is no layer");
            assert!(used == layer || may_use.contains(&used.as_str()), "{file} may not use `crate::{used}`");
        }
    }
}

#[test]
fn layers_are_seen_alone_and_in_braces() {
    assert_eq!(layers_used("use crate::{diff, model::{Span, Side}};"), ["diff", "model", "model"]);
    assert_eq!(layers_used("fn f() { crate::text::read(x) }"), ["text"]);
}

#[test]
fn only_the_store_speaks_sql() {
    const SQL: [&str; 5] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "CREATE TABLE"];
    for source in sources("src") {
        let code = source.code();
        let speaks = SQL.iter().find(|word| code.contains(&format!("\"{word}")));
        assert!(speaks.is_none() || source.layer() == "store", "{} holds SQL: {speaks:?}", source.path.display());
    }
}

#[test]
fn only_render_escapes_html() {
    for source in sources("src") {
        let escapes = source.code().contains("\"&lt;\"");
        assert!(!escapes || source.layer() == "render", "{} escapes HTML by hand", source.path.display());
    }
}
