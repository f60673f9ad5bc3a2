//! Holds that a name means one thing in the whole crate.

use std::collections::BTreeMap;

use crate::sources::sources;

/// Rust's own idiom: each layer that can fail has an alias of this name for its own error.
const MAY_REPEAT: &[&str] = &["Result"];

/// Most functions that may be called `find`: a function is named by what it returns.
const MOST_FIND: usize = 10;

/// Returns the name that a line of code defines, when it begins with `keyword` behind a visibility.
fn defined<'l>(line: &'l str, keyword: &str) -> Option<&'l str> {
    let public = line.strip_prefix("pub").map_or(line, str::trim_start);
    let bare = public.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(public, |(_, bare)| bare);
    let name = bare.trim_start_matches("const ").strip_prefix(keyword)?.strip_prefix(' ')?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

#[test]
fn no_type_name_stands_for_two_types() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources("src") {
        for line in source.bare_code().lines() {
            let keywords = ["struct", "enum", "trait", "type"];
            if let Some(name) = keywords.iter().find_map(|keyword| defined(line, keyword)) {
                files.entry(name.to_owned()).or_default().push(source.path.display().to_string());
            }
        }
    }
    let twice = files.iter().filter(|(name, files)| files.len() > 1 && !MAY_REPEAT.contains(&name.as_str()));
    let twice: Vec<_> = twice.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    assert!(twice.is_empty(), "types that share a name:\n{}", twice.join("\n"));
}

#[test]
fn functions_are_named_by_what_they_return() {
    let mut files = Vec::new();
    for source in sources("src") {
        let code = source.bare_code();
        let n = code.lines().filter(|line| defined(line.trim_start(), "fn") == Some("find")).count();
        files.extend(std::iter::repeat_n(source.path.display().to_string(), n));
    }
    assert!(files.len() <= MOST_FIND, "{} functions are called `find`:\n{}", files.len(), files.join("\n"));
}
