//! Gives the address of each page, as seen from the page that is being written.
//!
//! ```text
//! served        story/flood/            links to  ../../article/flood/herald/3/
//! baked         story/flood/index.html  links to  ../../article/flood/herald/3/index.html
//! one file      timeline.html           links to nothing: words stand where links would
//! ```
//!
//! Every address is relative, so pages work at any prefix of a web server, and from disk.

use maud::{Markup, Render, html};

use crate::model::slug;
use crate::view::ArticleHead;

/// The segment that stands for the story of an article that is in none.
pub const UNFILED: &str = "-";

/// How the page that is being written is going to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SiteKind {
    /// By the server, to a reader who may change things.
    Editable,
    /// By the server, to a reader who may only read.
    ReadOnly,
    /// As one of many files.
    Baked,
    /// As a file by itself.
    SingleFile,
}

/// The pages around the one that is being written.
#[derive(Clone, Debug)]
pub struct Site {
    /// Leads from the page to the top of the site: `../../`.
    root: String,
    kind: SiteKind,
}

impl Site {
    /// Returns the served site, seen from a page so many folders deep.
    pub fn served(depth: usize, may_edit: MayEdit) -> Self {
        let kind = match may_edit {
            MayEdit::Yes => SiteKind::Editable,
            MayEdit::No => SiteKind::ReadOnly,
        };
        Self { root: "../".repeat(depth), kind }
    }

    /// Returns the site as files, seen from a page so many folders deep.
    pub fn baked(depth: usize) -> Self {
        Self { root: "../".repeat(depth), kind: SiteKind::Baked }
    }

    /// Returns the site of a file by itself.
    pub fn single_file() -> Self {
        Self { root: String::new(), kind: SiteKind::SingleFile }
    }

    /// Returns whether the page is a file by itself, which must hold all that it shows.
    pub fn is_single_file(&self) -> bool {
        self.kind == SiteKind::SingleFile
    }

    /// Returns whether a server answers questions and forms.
    pub fn is_served(&self) -> bool {
        matches!(self.kind, SiteKind::Editable | SiteKind::ReadOnly)
    }

    /// Returns whether the reader may change things.
    pub fn is_editable(&self) -> bool {
        self.kind == SiteKind::Editable
    }

    /// Returns the address of a page: `path` ends in a slash, or in one and an anchor or a query.
    pub fn page(&self, path: &str) -> String {
        if self.kind != SiteKind::Baked {
            let here = if self.root.is_empty() && path.is_empty() { "./" } else { "" };
            return format!("{}{path}{here}", self.root);
        }
        let (page, rest) = path.find(['#', '?']).map_or((path, ""), |at| path.split_at(at));
        format!("{}{page}index.html{rest}", self.root)
    }

    /// Returns the address of a file that is no page.
    pub fn file(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// Returns words that lead to a page, or only the words where there is no other page.
    pub fn link(&self, path: &str, words: impl Render) -> Markup {
        match self.is_single_file() {
            true => html! { (words) },
            false => html! { a href=(self.page(path)) { (words) } },
        }
    }
}

/// Whether the reader of a served page may change things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayEdit {
    Yes,
    No,
}

/// Returns the path of a story, or of a page of it: `changes`, `entry/e12`.
pub fn story_path(story: &str, page: &str) -> String {
    match page {
        "" => format!("story/{}/", encoded(story)),
        page => format!("story/{}/{page}/", encoded(story)),
    }
}

/// Returns the path of what one person of a story is reported to say.
pub fn person_path(story: &str, name: &str) -> String {
    story_path(story, &format!("person/{}", encoded(&slug(name).unwrap_or_else(|| UNFILED.to_owned()))))
}

/// Returns the path of an article.
pub fn article_path(article: &ArticleHead) -> String {
    path_of(&article.reference)
}

/// Returns the path of what an outlet changed: a search by its name.
pub fn outlet_path(outlet: &str) -> String {
    format!("search/?q={}", encoded(&format!("outlet:\"{}\"", outlet.replace('"', ""))))
}

/// Returns the path of the looks at an article.
pub fn looks_path(article: &ArticleHead) -> String {
    format!("{}looks/", path_of(&article.reference))
}

/// Returns the path of a version of an article that is named by its reference.
pub fn version_path(reference: &str, version: usize) -> String {
    format!("{}{version}/", path_of(reference))
}

/// Returns the path of a sentence, from 1, of a version.
pub fn sentence_path(reference: &str, version: usize, sentence: usize) -> String {
    format!("{}#s{sentence}", version_path(reference, version))
}

/// Returns the path of two versions compared.
pub fn diff_path(reference: &str, from: usize, to: usize) -> String {
    format!("{}{from}..{to}/", path_of(reference))
}

/// Returns the path of one change between two versions, by its name.
pub fn change_path(reference: &str, from: usize, to: usize, change: &str) -> String {
    format!("{}{change}/", diff_path(reference, from, to))
}

/// Returns the path at which a page is shown to be framed by other sites.
pub fn embed_path(path: &str) -> String {
    format!("embed/{path}")
}

fn path_of(reference: &str) -> String {
    let (story, article) = reference.split_once('/').unwrap_or((UNFILED, reference));
    format!("article/{}/{}/", encoded(story), encoded(article))
}

/// Writes a name so that it can be a segment of an address.
pub fn encoded(segment: &str) -> String {
    let mut text = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// Reads a segment of an address as the name that it was written from.
pub fn decoded(segment: &str) -> String {
    let bytes = segment.as_bytes();
    let mut read = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = segment.get(at + 1..at + 3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match (bytes[at], digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(byte)) => {
                read.push(byte);
                at += 3;
            }
            (byte, _) => {
                read.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_and_files_have_names() {
        let path = sentence_path("flood/herald", 3, 12);
        assert_eq!(Site::served(2, MayEdit::No).page(&path), "../../article/flood/herald/3/#s12");
        assert_eq!(Site::baked(2).page(&path), "../../article/flood/herald/3/index.html#s12");
        assert_eq!(Site::single_file().link(&path, "v3").into_string(), "v3");
        assert_eq!(Site::served(0, MayEdit::No).page(""), "./");
        assert_eq!(diff_path("herald", 2, 3), "article/-/herald/2..3/");
        assert_eq!(change_path("flood/herald", 2, 3, "c1"), "article/flood/herald/2..3/c1/");
        for name in ["洪", "a b/c", "50%", "%zz%4"] {
            assert_eq!(decoded(&encoded(name)), name);
        }
        assert_eq!((decoded("%zz%4").as_str(), decoded("%ff").as_str()), ("%zz%4", "\u{fffd}"));
        assert_eq!(story_path("洪", "entry/e1"), "story/%E6%B4%AA/entry/e1/");
    }
}
