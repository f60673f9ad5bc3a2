//! Holds that files and functions stay short, say what they are for, and that none is forgotten.

use std::fs;
use std::path::Path;

use crate::sources::{Source, sources};

/// The folders that hold code.
const FOLDERS: [&str; 5] = ["src", "tests", "benches", "examples", "fuzz/fuzz_targets"];
/// The longest a file of code may be, in lines; longer, it holds two ideas.
const MAX_FILE_LINES: usize = 500;
/// The longest a function may be, in lines; longer, it has a name for a part of it.
const MAX_FUNCTION_LINES: usize = 60;
/// The shortest that a folder's header may be, in lines: what goes in, what comes out, the order of the parts.
const MIN_FOLDER_HEADER: usize = 4;

#[test]
fn files_begin_with_their_idea_and_end_in_time() {
    for source in FOLDERS.iter().flat_map(sources) {
        let (file, n_lines) = (source.path.display(), source.text.lines().count());
        let is_table = source.text.contains("#[rustfmt::skip]") && file.to_string().ends_with("table.rs");
        assert!(source.text.starts_with("//! "), "{file} does not begin with `//!`");
        assert!(n_lines <= MAX_FILE_LINES || is_table, "{file} has {n_lines} lines");
    }
}

#[test]
fn folders_say_what_goes_in_and_what_comes_out() {
    for source in sources("src").iter().filter(|source| source.path.ends_with("mod.rs")) {
        let header: Vec<&str> = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let n_lines = header.len();
        assert!(MIN_FOLDER_HEADER <= n_lines, "the header of {} has {n_lines} lines", source.path.display());
        let header = header.join(" ");
        let says = |words: &str| header.contains(words);
        let is_clear = says("In: ") && says("Out: ") || says("In and out: ");
        assert!(is_clear, "the header of {} does not say what goes in and what comes out", source.path.display());
    }
}

#[test]
fn folders_name_each_of_their_parts() {
    for source in sources("src").iter().filter(|source| source.path.ends_with("mod.rs")) {
        let header: String = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let words: Vec<&str> = header.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let folder = source.path.parent().expect("a folder");
        let parts =
            sources(folder).into_iter().map(|part| part.path.strip_prefix(folder).expect("below it").to_owned());
        let parts =
            parts.filter_map(|part| Some(part.with_extension("").iter().next()?.to_string_lossy().into_owned()));
        for part in parts {
            // Tables stand beside what reads them; "one file a command" says what the files are.
            let is_clear =
                ["mod", "tests", "properties"].contains(&&*part) || part.ends_with("table") || part.ends_with("_tests");
            let is_named = words.contains(&&*part) || header.to_lowercase().contains("one file a ");
            assert!(is_clear || is_named, "the header of {} does not name `{part}`", source.path.display());
        }
    }
}

#[test]
fn functions_are_short() {
    for source in FOLDERS.iter().flat_map(sources) {
        // Functions within functions are measured like the ones around them.
        let mut open: Vec<(usize, usize, &str)> = Vec::new();
        for (number, line) in source.text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            if begins_function(line) {
                open.push((number, indent, line.trim()));
            } else if line.trim() == "}"
                && let Some((start, _, name)) = open.pop_if(|(_, depth, _)| indent == *depth)
            {
                let length = number + 1 - start;
                let place = format!("{}:{}", source.path.display(), start + 1);
                assert!(length <= MAX_FUNCTION_LINES, "{place}: {length} lines in `{name}`");
            }
        }
    }
}

/// Returns whether a function with a body of several lines begins here.
fn begins_function(line: &str) -> bool {
    let words = line.trim();
    let public = words.strip_prefix("pub").unwrap_or(words).trim_start();
    let bare = public.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(public, |(_, bare)| bare);
    let bare = ["const ", "async ", "unsafe "].iter().fold(bare, |bare, word| bare.trim_start_matches(word));
    bare.starts_with("fn ") && !words.ends_with([';', '}'])
}

#[test]
fn a_function_is_seen_behind_any_visibility() {
    for line in [
        "fn f() {",
        "    pub fn f() {",
        "pub(crate) const fn f(",
        "    pub(in crate::time) fn f<'a>(",
        "pub async fn f() {",
    ] {
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
}

#[test]
fn no_file_is_forgotten() {
    let all: Vec<_> = ["src", "tests"].iter().flat_map(sources).collect();
    let declares = |path: &Path, name: &str| {
        all.iter().find(|source| source.path == path).is_some_and(|source| {
            let code = source.text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
            code.into_iter().any(|line| line.ends_with(&format!("mod {name};")))
        })
    };
    for path in all.iter().map(|source| &source.path) {
        let folder = path.parent().expect("a folder");
        let name = path.file_stem().expect("a file name").to_string_lossy();
        let is_root = matches!(&*name, "lib" | "main") || folder == Path::new("tests");
        let (folder, name) = match &*name {
            "mod" => (folder.parent().expect("a folder above"), folder.file_name().expect("a name").to_string_lossy()),
            _ => (folder, name),
        };
        let mut parents = ["mod.rs", "lib.rs", "main.rs"].map(|parent| folder.join(parent)).to_vec();
        parents.push(folder.with_extension("rs"));
        let is_declared = parents.iter().any(|parent| declares(parent, &name));
        assert!(is_root || is_declared, "no file declares `mod {name};`, so {} is not compiled", path.display());
    }
}

#[test]
fn files_that_the_docs_name_exist() {
    let all: Vec<String> = ["src", "tests", "benches", "examples", "fuzz"]
        .iter()
        .flat_map(sources)
        .map(|source| source.path.to_string_lossy().into_owned())
        .collect();
    let docs = ["ARCHITECTURE.md", "RULES.md", "JSON.md", "RELIABILITY.md", "PROOFS.md", "WATCHING.md"];
    let page = |doc: &str| (doc.to_owned(), fs::read_to_string(format!("docs/{doc}")).expect("a page of the docs"));
    let header = |source: Source| {
        let lines = source.text.lines().take_while(|line| line.starts_with("//!"));
        (source.path.display().to_string(), lines.collect::<Vec<_>>().join("\n"))
    };
    for (doc, text) in docs.into_iter().map(page).chain(sources("src").into_iter().map(header)) {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '/' | '.'));
        // `NAME.rs` stands for a file that somebody adds.
        for file in
            words.filter(|word| Path::new(word).extension().is_some_and(|end| end == "rs") && !word.contains("NAME"))
        {
            let exists = all.iter().any(|path| path == file || path.ends_with(&format!("/{file}")));
            assert!(exists, "{doc} names {file}, which does not exist");
        }
    }
}
