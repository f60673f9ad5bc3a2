//! Holds that a name means one thing in the whole crate.

use std::collections::BTreeMap;

use crate::sources::{Source, sources};

/// Rust's own idiom: each layer that can fail has an alias of this name for its own error.
const MAY_REPEAT: &[&str] = &["Result"];

/// Most functions of modules that may be called so: a function is named by what it returns.
const MAX_FUNCTIONS: [(&str, usize); 2] = [("find", 0), ("read", 16)];

/// Names of constants that say that something is measured and not what: "REACH" of which words, "MOST" of what?
const BARE_MEASURES: &[&str] = &[
    "COMPARED", "ENOUGH", "FEWEST", "LARGEST", "LIMIT", "LONG", "LONGEST", "MOST", "NEAR", "REACH", "SHORT",
    "SHORTEST", "WINDOW",
];

/// Returns the name that a line of code defines, when it begins with `keyword` behind a visibility.
fn defined<'l>(line: &'l str, keyword: &str) -> Option<&'l str> {
    let public = line.strip_prefix("pub").map_or(line, str::trim_start);
    let bare = public.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(public, |(_, bare)| bare);
    let name = bare.trim_start_matches("const ").strip_prefix(keyword)?.strip_prefix(' ')?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// Returns the names of types that `code` defines: at any depth, in macros that declare types too.
///
/// An associated type (`type Item = …` inside an `impl`) is none of its own.
fn type_names(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut in_macro = false;
    for line in code.lines() {
        let keywords = ["struct", "enum", "trait", "union"];
        let found = keywords.iter().find_map(|keyword| defined(line.trim_start(), keyword));
        names.extend(found.or_else(|| defined(line, "type")).filter(|name| !name.is_empty()).map(str::to_owned));
        let declared = match line.split_once("! {") {
            Some((name, declared)) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => {
                in_macro = !declared.contains('}');
                declared
            }
            _ if line == "}" => {
                in_macro = false;
                ""
            }
            _ if in_macro => line.strip_prefix("    ").unwrap_or_default(),
            _ => "",
        };
        let declared = declared.split(',').map(|name| name.trim_end_matches([' ', '{', '}']));
        let is_type = |name: &str| name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
        names.extend(
            declared.map(|name| name.strip_prefix(' ').unwrap_or(name)).filter(|name| is_type(name)).map(str::to_owned),
        );
    }
    names
}

#[test]
fn types_are_seen_at_any_depth_and_in_macros() {
    let code = "pub(crate) struct A;\nfn f() {\n    enum B { C }\n    type Item = D;\n}\ntype E = D;\nids! { F, G }\nwords! {\n    H {\n        I = 1,\n    }\n}\n";
    assert_eq!(type_names(code), ["A", "B", "E", "F", "G", "H"]);
}

#[test]
fn no_type_name_stands_for_two_types() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources("src") {
        for name in type_names(&source.bare_code()) {
            files.entry(name).or_default().push(source.path.display().to_string());
        }
    }
    let twice = files.iter().filter(|(name, files)| files.len() > 1 && !MAY_REPEAT.contains(&name.as_str()));
    let twice: Vec<_> = twice.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    assert!(twice.is_empty(), "types that share a name:\n{}", twice.join("\n"));
}

#[test]
fn functions_are_named_by_what_they_return() {
    for (name, most) in MAX_FUNCTIONS {
        let all = sources("src");
        let has = |source: &&Source| source.bare_code().lines().any(|line| defined(line, "fn") == Some(name));
        let files: Vec<_> = all.iter().filter(has).map(|source| source.path.display().to_string()).collect();
        assert!(files.len() <= most, "{} functions are called `{name}`:\n{}", files.len(), files.join("\n"));
    }
}

/// Returns the name of the constant that a line of code defines.
fn constant(line: &str) -> Option<&str> {
    let (visibility, rest) = line.trim_start().split_once("const ")?;
    let is_item = visibility.is_empty() || visibility.starts_with("pub");
    Some(rest.split_once(':').filter(|_| is_item)?.0)
}

#[test]
fn constants_say_what_they_measure() {
    assert_eq!(constant("    pub(super) const REACH: usize = 3;"), Some("REACH"));
    assert_eq!(constant("    pub const fn reach(self: Self)").filter(|name| BARE_MEASURES.contains(name)), None);
    let mut found = Vec::new();
    for source in sources("src") {
        let code = source.bare_code();
        let bare = code.lines().filter_map(constant).filter(|name| BARE_MEASURES.contains(name));
        found.extend(bare.map(|name| format!("{}: {name}", source.path.display())));
    }
    assert!(found.is_empty(), "constants that do not say of what they are a measure:\n{}", found.join("\n"));
}

/// Returns the names of the functions in `code` that answer yes or no and whose doc does not say "returns whether".
fn unclear_answers(code: &str) -> Vec<String> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let begins = |at: usize| defined(lines[at], "fn").filter(|_| 0 < at);
    let unclear = |at: usize| {
        let name = begins(at)?;
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("///") || line.starts_with("#["));
        let mut doc: Vec<&str> = above.filter_map(|line| line.strip_prefix("/// ")).collect();
        doc.reverse();
        let doc = doc.join(" ");
        let body = |line: &&str| line.ends_with('{') || line.ends_with(';');
        let last = lines[at..].iter().find(|line| body(line) || line.starts_with("where"))?;
        let answers = last.contains("-> bool {") || last.ends_with("-> bool;");
        (answers && !doc.is_empty() && !doc.contains("eturns whether")).then(|| name.to_owned())
    };
    (0..lines.len()).filter_map(unclear).collect()
}

#[test]
fn answers_of_yes_or_no_are_documented_as_such() {
    let code = "/// Returns whether it is.\nfn a() -> bool {\n/// \"b\"\nfn b(\n    c: C,\n) -> bool {\n/// D.\nfn d() -> u8 {\nfn e() -> bool {\n";
    assert_eq!(unclear_answers(code), ["b"]);
    let all = sources("src");
    let found = all.iter().flat_map(|source| {
        unclear_answers(&source.text).into_iter().map(move |name| format!("{}: {name}", source.path.display()))
    });
    let found: Vec<_> = found.collect();
    assert!(found.is_empty(), "docs that do not say \"Returns whether\":\n{}", found.join("\n"));
}
