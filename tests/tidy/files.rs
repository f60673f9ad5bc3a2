//! Holds that files and functions stay short, say what they are for, and that none is forgotten.

use std::fs;

use crate::sources::sources;

/// The longest a file of code may be, in lines; longer, it holds two ideas.
const MAX_FILE_LINES: usize = 500;
/// The longest a function may be, in lines; longer, it has a name for a part of it.
const MAX_FUNCTION_LINES: usize = 60;
/// The shortest that a folder's header may be, in lines: what goes in, what comes out, the order of the parts.
const MIN_FOLDER_HEADER: usize = 4;

#[test]
fn files_begin_with_their_idea_and_end_in_time() {
    for folder in ["src", "tests", "benches", "examples", "fuzz/fuzz_targets"] {
        for source in sources(folder) {
            let (file, n_lines) = (source.path.display(), source.text.lines().count());
            let is_table = source.text.contains("#[rustfmt::skip]") && file.to_string().contains("table");
            assert!(source.text.starts_with("//! "), "{file} does not begin with `//!`");
            assert!(n_lines <= MAX_FILE_LINES || is_table, "{file} has {n_lines} lines");
        }
    }
}

#[test]
fn folders_say_what_goes_in_and_what_comes_out() {
    for source in sources("src").iter().filter(|source| source.path.ends_with("mod.rs")) {
        let header = source.text.lines().take_while(|line| line.starts_with("//!")).count();
        assert!(header >= MIN_FOLDER_HEADER, "the header of {} has {header} lines", source.path.display());
    }
}

#[test]
fn functions_are_short() {
    for source in sources("src") {
        let mut open: Option<(usize, usize, &str)> = None;
        for (number, line) in source.text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            if begins_function(line) {
                open = Some((number, indent, line.trim()));
            } else if let Some((start, depth, name)) = open
                && indent == depth
                && line.trim() == "}"
            {
                let length = number + 1 - start;
                let place = format!("{}:{}", source.path.display(), start + 1);
                assert!(length <= MAX_FUNCTION_LINES, "{place}: {length} lines in `{name}`");
                open = None;
            }
        }
    }
}

/// Returns whether a function with a body of several lines begins here.
fn begins_function(line: &str) -> bool {
    let words = line.trim();
    let public = words.strip_prefix("pub").unwrap_or(words).trim_start();
    let bare = public.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(public, |(_, bare)| bare);
    bare.trim_start_matches("const ").starts_with("fn ") && !words.ends_with([';', '}'])
}

#[test]
fn a_function_is_seen_behind_any_visibility() {
    for line in ["fn f() {", "    pub fn f() {", "pub(crate) const fn f(", "    pub(in crate::time) fn f<'a>("] {
        assert!(begins_function(line), "{line}");
    }
    assert!(!begins_function("fn f() {}") && !begins_function("fn f();"));
}

#[test]
fn migrations_are_numbered_and_listed() {
    let entries = fs::read_dir("migrations").expect("the folder of migrations").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let list = fs::read_to_string("src/store/migrate.rs").expect("the list of migrations");
    for (index, name) in names.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", index + 1)), "migrations/{name} breaks the numbering");
        assert!(list.contains(name.as_str()), "src/store/migrate.rs does not list {name}");
    }
}

#[test]
fn no_test_is_forgotten_or_switched_off() {
    for source in sources("src").into_iter().chain(sources("tests")) {
        if source.path.starts_with("tests/tidy") {
            continue;
        }
        for word in ["#[ignore", "should_panic"] {
            assert!(!source.text.contains(word), "{} holds `{word}`", source.path.display());
        }
    }
    for folder in ["tests/cli", "tests/network", "tests/tidy"] {
        let main = fs::read_to_string(format!("{folder}/main.rs")).expect("the list of test files");
        for source in sources(folder) {
            let name = source.path.file_stem().expect("a file name").to_string_lossy().into_owned();
            assert!(name == "main" || main.contains(&format!("mod {name};")), "{folder}/main.rs forgets {name}");
        }
    }
}
