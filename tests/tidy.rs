//! Guards the tree itself: layers, file and function length, docs, migrations, forgotten tests.

use std::fs;
use std::path::{Path, PathBuf};

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
    ("track", &["model", "text", "time", "claim", "diff", "timeline", "store", "ingest", "view"]),
    ("render", &["model", "view"]),
    ("cli", &["model", "text", "time", "claim", "diff", "timeline", "store", "ingest", "track", "render", "view"]),
    (
        "lib",
        &["model", "text", "time", "claim", "diff", "timeline", "store", "ingest", "track", "render", "view", "cli"],
    ),
    ("main", &["cli"]),
];

/// The longest a file of code may be, in lines; longer, it holds two ideas.
const MAX_FILE_LINES: usize = 500;
/// The longest a function may be, in lines; longer, it has a name for a part of it.
const MAX_FUNCTION_LINES: usize = 60;

/// Returns every Rust file below `folder` with its text, in order of path.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Returns the layer a file belongs to: its top-level module.
fn layer_of(file: &Path) -> String {
    let below = file.strip_prefix("src").expect("a file below src");
    let first = below.components().next().expect("a file name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Returns the names that follow `prefix`, also inside braces: `crate::{diff, model::Span}`.
fn names_after(text: &str, prefix: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, _) in text.match_indices(prefix) {
        let rest = &text[at + prefix.len()..];
        let Some(inside) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut at_name = true;
        for (at, c) in inside.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => at_name = true,
                c if at_name && !c.is_whitespace() => {
                    names.push(word(&inside[at..]));
                    at_name = false;
                }
                _ => {}
            }
        }
    }
    names
}

/// Returns the text without its comments and without what follows `#[cfg(test)]`.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_use_what_their_layer_may() {
    for (file, text) in sources("src") {
        let layer = layer_of(&file);
        let (_, may_use) = *MAY_USE
            .iter()
            .find(|(name, _)| *name == layer)
            .unwrap_or_else(|| panic!("{} is in no layer of MAY_USE", file.display()));
        for used in names_after(&code_of(&text), "crate::") {
            let known = MAY_USE.iter().any(|(name, _)| *name == used);
            assert!(known, "{} names `crate::{used}`, which is no layer", file.display());
            assert!(
                used == layer || may_use.contains(&used.as_str()),
                "{} may not use `crate::{used}`",
                file.display()
            );
        }
    }
}

#[test]
fn files_begin_with_their_idea_and_end_in_time() {
    for folder in ["src", "tests", "benches", "examples"] {
        for (file, text) in sources(folder) {
            let n_lines = text.lines().count();
            let is_table = text.contains("#[rustfmt::skip]") && file.to_string_lossy().contains("table");
            assert!(text.starts_with("//! "), "{} does not begin with `//!`", file.display());
            assert!(n_lines <= MAX_FILE_LINES || is_table, "{} has {n_lines} lines", file.display());
        }
    }
}

#[test]
fn functions_are_short() {
    for (file, text) in sources("src") {
        let mut open: Option<(usize, usize, &str)> = None;
        for (number, line) in text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let words = line.trim_start().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            let words = words.trim_start_matches("pub(super) ").trim_start_matches("const ");
            if words.starts_with("fn ") && !line.trim_end().ends_with([';', '}']) {
                open = Some((number, indent, line.trim()));
            } else if let Some((start, depth, name)) = open
                && indent == depth
                && line.trim() == "}"
            {
                let length = number + 1 - start;
                assert!(length <= MAX_FUNCTION_LINES, "{}:{}: {length} lines in `{name}`", file.display(), start + 1);
                open = None;
            }
        }
    }
}

#[test]
fn only_the_store_speaks_sql() {
    const SQL: [&str; 5] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "CREATE TABLE"];
    for (file, text) in sources("src") {
        let speaks = SQL.iter().find(|word| code_of(&text).contains(&format!("\"{word}")));
        assert!(speaks.is_none() || layer_of(&file) == "store", "{} holds SQL: {speaks:?}", file.display());
    }
}

#[test]
fn only_render_escapes_html() {
    for (file, text) in sources("src") {
        let escapes = code_of(&text).contains("\"&lt;\"");
        assert!(!escapes || layer_of(&file) == "render", "{} escapes HTML by hand", file.display());
    }
}

#[test]
fn migrations_are_numbered_and_listed() {
    let mut names: Vec<String> = fs::read_dir("migrations")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let list = fs::read_to_string("src/store/migrate.rs").unwrap_or_default();
    for (index, name) in names.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", index + 1)), "migrations/{name} breaks the numbering");
        assert!(list.contains(name.as_str()), "src/store/migrate.rs does not list {name}");
    }
}

#[test]
fn no_test_is_forgotten_or_switched_off() {
    for (file, text) in sources("src").into_iter().chain(sources("tests")) {
        if file.ends_with("tidy.rs") {
            continue;
        }
        for word in ["#[ignore", "should_panic"] {
            assert!(!text.contains(word), "{} holds `{word}`", file.display());
        }
    }
    let main = fs::read_to_string("tests/cli/main.rs").unwrap_or_default();
    for (file, _) in sources("tests/cli") {
        let name = file.file_stem().expect("a file name").to_string_lossy().into_owned();
        assert!(name == "main" || main.contains(&format!("mod {name};")), "tests/cli/main.rs forgets {name}");
    }
}
