//! Writes the search of a site of files: an index in plain files, and the page whose script looks words up in it.
//!
//! ```text
//! search/parts.js         which of the others there are
//! search/words-66.js      the words that begin with `f`, each with the numbers of its passages
//! search/passages-0.js    passages 0 to 199, each with the page that it stands on
//! ```
//!
//! A search reads the files of its words and of the passages that it shows, and nothing else. They are scripts that hand
//! over data, because a page that is opened from disk may load scripts and read no other files. What a word is, the script
//! (`baked_search.js`) and this file say alike.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::json;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::site::Site;
use crate::model::has_no_spaces;

/// The script of the page, and its name within a site.
pub const SEARCH_SCRIPT: &str = include_str!("baked_search.js");
pub const SEARCH_SCRIPT_FILE: &str = "assets/search.js";
/// The path of the page.
pub const SEARCH_PATH: &str = "search/";

/// Passages of one file.
const PASSAGES: usize = 200;

/// Words that can be found, and where they stand.
#[derive(Clone, Debug)]
pub struct IndexedPassage {
    pub text: String,
    /// The path of its page, with an anchor.
    pub path: String,
    /// What the link says: `Post v2`.
    pub label: String,
    /// The latest version no longer has it.
    pub is_gone: bool,
}

/// The index of a site, as it is gathered page by page.
#[derive(Debug, Default)]
pub struct SearchIndex {
    passages: Vec<IndexedPassage>,
    /// The numbers of the passages of each word, in order, by the file that the word is in.
    words: BTreeMap<String, BTreeMap<String, Vec<usize>>>,
}

impl SearchIndex {
    /// Takes a passage in.
    pub fn add(&mut self, passage: IndexedPassage) {
        let number = self.passages.len();
        for word in words(&passage.text) {
            let Some(first) = word.chars().next() else { continue };
            let numbers = self.words.entry(file_of(first)).or_default().entry(word).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
        self.passages.push(passage);
    }

    /// Returns the files of the index: names within a site, and contents.
    pub fn files(&self, site: &Site) -> Vec<(String, String)> {
        let parts: Vec<&String> = self.words.keys().collect();
        let parts = json!({ "words": parts, "passages": self.passages.len(), "at_once": PASSAGES });
        let mut files = vec![file("parts", &parts)];
        for (name, words) in &self.words {
            // Each number by how much it is more than the one before, which takes less room.
            let rows: Vec<_> = words.iter().map(|(word, numbers)| json!([word, steps(numbers)])).collect();
            files.push(file(&format!("words-{name}"), &json!(rows)));
        }
        for (at, passages) in self.passages.chunks(PASSAGES).enumerate() {
            let row = |own: &IndexedPassage| json!([own.text, site.page(&own.path), own.label, u8::from(own.is_gone)]);
            let rows: Vec<_> = passages.iter().map(row).collect();
            files.push(file(&format!("passages-{at}"), &json!(rows)));
        }
        files
    }
}

fn file(name: &str, data: &serde_json::Value) -> (String, String) {
    (format!("{SEARCH_PATH}{name}.js"), format!("writethruSearch({}, {data});\n", json!(name)))
}

fn steps(numbers: &[usize]) -> Vec<usize> {
    let before = std::iter::once(0).chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

/// Returns the words of a text in small letters without accents. What is written without blanks is cut into letters.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)) {
        if has_no_spaces(letter) && letter.is_alphanumeric() {
            words.extend([letter.to_string(), String::new()]);
        } else if letter.is_alphanumeric() {
            words.last_mut().expect("there is a last word").push(letter);
        } else {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns which file the words with this first letter are in: one a letter of ASCII, one for 256 others.
fn file_of(first: char) -> String {
    match u32::from(first) {
        letter @ ..0x80 => format!("{letter:x}"),
        letter => format!("u{:x}", letter >> 8),
    }
}

/// Writes the page.
pub fn body(site: &Site) -> Markup {
    html! {
        header.head {
            h1 { "Search" }
            noscript { p.note { "To search these files, let this page run its script. It asks no server for anything." } }
            form.query role="search" hidden {
                label for="q" { "Words, phrases in quotes, and a - before what must not stand there" }
                p.buttons { input #q type="search" maxlength="400" autocomplete="off"; " " button type="submit" { "Search" } }
            }
            p.k #found role="status" { }
        }
        ol.hits #hits role="list" {}
        p.k { "What these pages show is searched: entries of timelines, changes, and the sentences of every version that they quote. "
            (site.link("stories/", "All stories")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::UNSPACED;

    #[test]
    fn words_have_no_case_no_accents_and_no_marks() {
        let check = |text: &str, want: &[&str]| assert_eq!(words(text), want, "{text}");
        check("The Café’s 12 clerks — “fired”", &["the", "cafe", "s", "12", "clerks", "fired"]);
        check("渡轮 fire", &["渡", "轮", "fire"]);
        check("人々、ｶﾅ", &["人", "々", "ｶ", "ﾅ"]);
        check(" … ", &[]);
    }

    #[test]
    fn the_script_cuts_words_as_the_index_does() {
        let ranges =
            UNSPACED.iter().map(|(first, last)| format!("\\u{{{:x}}}-\\u{{{:x}}}", *first as u32, *last as u32));
        let class = ranges.collect::<String>();
        assert!(SEARCH_SCRIPT.contains(&format!("const UNSPACED = String.raw`{class}`;")), "write {class} there");
    }

    #[test]
    fn a_word_leads_to_its_passages_and_these_to_their_pages() {
        let mut index = SearchIndex::default();
        for (at, text) in ["A ferry burned. A ferry!", "The mill", "Ferry </script>\u{2028}\"x\""].iter().enumerate() {
            let path = format!("article/flood/post/{at}/#s1");
            index.add(IndexedPassage { text: (*text).to_owned(), path, label: "Post".to_owned(), is_gone: at == 1 });
        }
        let files: BTreeMap<String, String> = index.files(&Site::baked(1)).into_iter().collect();
        assert!(files["search/words-66.js"].contains(r#"["ferry",[0,2]]"#), "{files:?}");
        assert!(files["search/parts.js"].starts_with("writethruSearch(\"parts\", {"), "{files:?}");
        let passages = &files["search/passages-0.js"];
        assert!(passages.contains(r#"["The mill","../article/flood/post/1/index.html#s1","Post",1]"#), "{passages}");
        let many = SearchIndex { passages: vec![index.passages[0].clone(); PASSAGES + 1], ..SearchIndex::default() };
        assert_eq!(many.files(&Site::baked(1)).len(), 3);
    }
}
