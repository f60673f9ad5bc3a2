//! Reads the sources of the project as the other tests look at them: without comments, strings or tests.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file.
#[derive(Clone)]
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

impl Source {
    /// Returns the text without comments and without what only tests see; the same length, blanks in their place.
    pub fn code(&self) -> String {
        Code::of(&self.text).with_strings
    }

    /// Returns the same without the content of string and character literals.
    pub fn bare_code(&self) -> String {
        Code::of(&self.text).without_strings
    }

    /// Returns the layer that a file below `src` belongs to: its top-level module.
    pub fn layer(&self) -> String {
        let below = self.path.strip_prefix("src").expect("a file below src");
        let first = below.components().next().expect("a file name").as_os_str().to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    }

    /// Returns the path of the module that a file below `src` is; `src/lib.rs` is the empty path.
    pub fn module(&self) -> Vec<String> {
        let below = self.path.strip_prefix("src").expect("a file below src").with_extension("");
        let mut names: Vec<String> = below.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
            names.pop();
        }
        names
    }
}

/// Returns every Rust file below `folder`, in order of path.
pub fn sources(folder: impl AsRef<Path>) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![folder.as_ref().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

struct Code {
    with_strings: String,
    without_strings: String,
}

/// What a byte of a source belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Code,
    Comment,
    Literal,
}

impl Code {
    fn of(text: &str) -> Self {
        let mut parts = parts(text);
        let bare = blank(text, |at| parts[at] != Part::Code);
        for range in test_items(&bare) {
            parts[range].fill(Part::Comment);
        }
        Self {
            with_strings: blank(text, |at| parts[at] == Part::Comment),
            without_strings: blank(text, |at| parts[at] != Part::Code),
        }
    }
}

/// Returns `text` with blanks for the bytes that `is_blank` names; line ends stay.
fn blank(text: &str, is_blank: impl Fn(usize) -> bool) -> String {
    let bytes = text.bytes().enumerate();
    let kept = bytes.map(|(at, byte)| if byte != b'\n' && (is_blank(at) || !byte.is_ascii()) { b' ' } else { byte });
    String::from_utf8(kept.collect()).expect("other than ASCII is blanked")
}

fn parts(text: &str) -> Vec<Part> {
    let bytes = text.as_bytes();
    let mut parts = vec![Part::Code; bytes.len()];
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (length, part) = if rest.starts_with(b"//") {
            (rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()), Part::Comment)
        } else if rest[0] == b'"' {
            (string_end(rest), Part::Literal)
        } else if rest[0] == b'r' && is_raw_string(bytes, at) {
            (raw_string_end(rest), Part::Literal)
        } else if rest[0] == b'\'' {
            char_end(rest).map_or((1, Part::Code), |end| (end, Part::Literal))
        } else {
            (1, Part::Code)
        };
        // The marks of a literal stay code, so that `"SELECT` is still seen to begin a string.
        let inside = if part == Part::Literal { at + 1..(at + length).max(at + 2) - 1 } else { at..at + length };
        parts[inside].fill(part);
        at += length;
    }
    parts
}

fn string_end(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn is_raw_string(bytes: &[u8], at: usize) -> bool {
    let begins = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    let after = bytes[at + 1..].iter().find(|byte| **byte != b'#');
    begins && after == Some(&b'"') && bytes.get(at + 1).is_some_and(|byte| matches!(byte, b'#' | b'"'))
}

fn raw_string_end(rest: &[u8]) -> usize {
    let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
    let end = [&b"\""[..], &vec![b'#'; hashes]].concat();
    let open = hashes + 2;
    let found = rest[open..].windows(end.len()).position(|window| window == end);
    found.map_or(rest.len(), |at| open + at + end.len())
}

/// Returns the length of a character literal; a lifetime is none.
fn char_end(rest: &[u8]) -> Option<usize> {
    if rest.get(1) == Some(&b'\\') {
        return rest[3..].iter().position(|byte| *byte == b'\'').map(|at| at + 4);
    }
    let width = match rest.get(1)? {
        byte if byte.is_ascii() => 1,
        byte if *byte < 0xe0 => 2,
        byte if *byte < 0xf0 => 3,
        _ => 4,
    };
    (rest.get(1 + width) == Some(&b'\'')).then_some(width + 2)
}

/// Returns where items behind `#[cfg(test)]` and `#[cfg(all(test, …))]` stand: a block to its closing brace, anything else to its semicolon.
fn test_items(bare: &str) -> Vec<std::ops::Range<usize>> {
    let mut items: Vec<std::ops::Range<usize>> = Vec::new();
    let marks = ["#[cfg(test)]", "#[cfg(all(test,"].iter().flat_map(|mark| bare.match_indices(mark));
    let mut starts: Vec<usize> = marks.map(|(start, _)| start).collect();
    starts.sort_unstable();
    for start in starts {
        if items.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let mut depth = 0;
        let mut end = bare.len();
        for (at, byte) in bare.bytes().enumerate().skip(start + bare[start..].find(']').unwrap_or(0) + 1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 && matches!(byte, b'}' | b';') {
                end = at + 1;
                break;
            }
        }
        items.push(start..end);
    }
    items
}

#[test]
fn code_is_without_comments_literals_and_tests() {
    let text = "use a;\n#[cfg(test)]\nmod tests;\nfn f() { g(\"// {\", '{', 'x', r#\"}\"#); } // end\n#[cfg(test)]\nmod more { fn h() {} }\nfn last<'a>() {}\n";
    let source = Source { path: PathBuf::from("src/a.rs"), text: text.to_owned() };
    let bare = source.bare_code();
    let words: Vec<_> = bare.split_whitespace().collect();
    let want = "use a; fn f() { g(\" \", ' ', ' ', r #); } fn last<'a>() {}";
    assert_eq!(words.join(" "), want);
    assert!(source.code().contains("g(\"// {\""), "strings stay where they are asked for");
}
