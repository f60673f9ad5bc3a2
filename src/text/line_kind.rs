//! Decides what kind of line a sentence is where it is no prose: byline, caption, heading, signpost …
//!
//! `The bridge reopened.` is prose; `By Ines Marlow`, `More to follow.`, the
//! cross-heading `A long winter` between two paragraphs and `The quay on Monday
//! (Ann Rigg/Courier)` are not.
//!
//! The role of the paragraph (`roles`) decides first, and takes from here which
//! paragraphs are captions; then the words of the sentence, by the rows of
//! `line_kind_table`; then its form and neighbours.
//! A dateline opens a sentence rather than being a line: `dateline` finds it.

pub use super::line_kind_table::LineKind;
use super::line_kind_table::{ASKING, BYLINE_SMALL, LINE_ROWS, LinePart};
use super::rule_table::rows;
use crate::model::{Document, Paragraph, Role, Upos};

/// A heading between paragraphs has no more words.
const LONGEST_CROSS_HEADING: usize = 7;
/// A paragraph has at least so many words; fewer may be an item of a list.
const SHORTEST_PARAGRAPH: usize = 10;
/// A paragraph of more sentences is prose, even if it ends with a credit.
const LONGEST_CAPTION: usize = 3;
/// A paragraph that ends with the credit of a picture is no longer, in bytes.
const LONGEST_CREDITED: usize = 400;
/// A line of a whole row is no longer, in bytes.
const LONGEST_WHOLE: usize = 80;
/// A byline has no more words.
const LONGEST_BYLINE: usize = 14;

/// Returns the kind of the line that a sentence stands in; `None` for prose and headlines.
///
/// Without grammar (`text::skim`) a short line between two paragraphs counts as
/// a heading even if it holds a verb.
pub fn line_kind(document: &Document<'_>, sentence: usize) -> Option<LineKind> {
    let own = document.sentences.get(sentence)?;
    let text = own.span.of(document.text);
    match own.role {
        Role::Notice => Some(LineKind::Notice),
        Role::Stamp => Some(LineKind::TimeStamp),
        Role::EntryTime => Some(LineKind::EntryTime),
        Role::Byline => Some(LineKind::Byline),
        _ if is_comment_count(text) => Some(LineKind::CommentCount),
        Role::Furniture => Some(LineKind::Furniture),
        Role::Headline => None,
        _ if !text.contains(char::is_alphanumeric) => Some(LineKind::Marks),
        _ if is_byline(document, sentence) => Some(LineKind::Byline),
        role => whole_line(text).or_else(|| match role {
            _ if is_cross_heading(document, sentence) => Some(LineKind::CrossHeading),
            Role::Caption => Some(LineKind::Caption),
            Role::ListItem => Some(LineKind::ListItem),
            _ => None,
        }),
    }
}

/// Returns whether a line is a button or link of the page and nothing else.
pub fn is_page_control(line: &str) -> bool {
    whole_line(line) == Some(LineKind::PageControl)
}

/// Returns the kind of a line that is one of the rows as a whole.
fn whole_line(line: &str) -> Option<LineKind> {
    if LONGEST_WHOLE < line.len() {
        return None;
    }
    let plain = line.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).flat_map(char::to_lowercase);
    let words = plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    rows(LINE_ROWS).find(|row| row.part == LinePart::Whole && row.words == words).map(|row| row.kind)
}

/// Returns whether a line counts readers' comments and says nothing else.
fn is_comment_count(text: &str) -> bool {
    let mut n_numbers = 0;
    let mut n_comments = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            n_numbers += 1;
        } else if word.eq_ignore_ascii_case("comments") || word.eq_ignore_ascii_case("comment") {
            n_comments += 1;
        } else {
            return false;
        }
    }
    n_comments == 1 && n_numbers <= 2
}

/// Returns whether a sentence, alone in its paragraph, names who wrote the text: "By Ines Marlow", "by , and".
fn is_byline(document: &Document<'_>, sentence: usize) -> bool {
    /// Paragraphs at the top of a text where names alone are a byline.
    const TOP: usize = 2;
    let own = &document.sentences[sentence];
    if !is_alone(document, sentence) {
        return false;
    }
    let text = own.span.of(document.text);
    let is_at_top = own.paragraph <= TOP;
    let starts = |word: &str| word.starts_with(char::is_uppercase);
    let by = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).is_some_and(|rest| {
        let fits = |word: &str| starts(word) || BYLINE_SMALL.contains(&word);
        rest.split_whitespace().count() <= LONGEST_BYLINE && rest.split_whitespace().all(fits) && !text.ends_with('.')
    });
    // A page whose names were filled in later: "by , and".
    let is_empty = || {
        let lower = text.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric());
        lower.starts_with("by") && words.all(|word| matches!(word, "" | "and" | "by"))
    };
    // "Ines Marlow, Pelt Correspondent"
    let names = || {
        let words: Vec<&str> = text.split_whitespace().collect();
        let has_end = text.ends_with(['.', '?', '!', '"', '”']);
        text.contains(", ") && !has_end && (3..=8).contains(&words.len()) && words.into_iter().all(starts)
    };
    by || has_start(LineKind::Byline, LinePart::Start, text) || is_at_top && (is_empty() || names())
}

/// Returns whether a line is a heading inside the text: short, alone, without figure or verb, over a paragraph.
fn is_cross_heading(document: &Document<'_>, sentence: usize) -> bool {
    let own = &document.sentences[sentence];
    let text = own.span.of(document.text).trim_end();
    let is_bare = !text.ends_with(['.', '!', ':', ';', ',', '"', '”']) && !text.contains(|c: char| c.is_ascii_digit());
    // "What changes?" over a paragraph asks and asserts nothing.
    let asks =
        text.ends_with('?') && own.tokens.clone().next().is_some_and(|token| ASKING.contains(&document.norm(token)));
    let asserts = |token: usize| !asks && matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Num);
    let is_prose = |other: Option<usize>| {
        other.and_then(|other| document.sentences.get(other)).is_none_or(|other| {
            let words = other.span.of(document.text);
            SHORTEST_PARAGRAPH <= words.split_whitespace().count()
                && words.trim_end().ends_with(['.', '?', '!', '”', '"'])
        })
    };
    0 < sentence
        && sentence + 1 < document.sentences.len()
        && is_alone(document, sentence)
        && is_bare
        && text.split_whitespace().count() <= LONGEST_CROSS_HEADING
        && !own.tokens.clone().any(asserts)
        && is_prose(sentence.checked_sub(1))
        && is_prose(Some(sentence + 1))
}

/// Returns whether a paragraph stands under a picture: "The quay on Monday. Photo: Ann Rigg", "The quay (Ann Rigg/Courier)".
pub(super) fn is_caption(document: &Document<'_>, paragraph: &Paragraph) -> bool {
    let own = paragraph.sentences.clone();
    let text = |at: usize| document.sentences[at].span.of(document.text).trim();
    let is_marked =
        |at: usize| has_start(LineKind::Caption, LinePart::Start, text(at)) || has_credit(&text(at).to_lowercase());
    has_start(LineKind::Caption, LinePart::LineStart, text(own.start))
        || own.len() <= LONGEST_CAPTION && own.into_iter().any(is_marked)
}

/// Returns whether a text begins with the words of a row, in whatever case; it looks no further.
fn has_start(kind: LineKind, part: LinePart, text: &str) -> bool {
    rows(LINE_ROWS).any(|row| {
        text.get(..row.words.len()).is_some_and(|head| head.eq_ignore_ascii_case(row.words))
            && row.kind == kind
            && (row.part == part || part == LinePart::Start && row.part == LinePart::LineStart)
    })
}

/// Returns whether a short paragraph ends with the agency that sold the picture: "… (Ann Reyes/AP)", "… Getty Images".
pub(super) fn ends_with_agency(paragraph: &str) -> bool {
    let end = paragraph.trim_end_matches([')', ']', '.', ' ']);
    let sold_by = |agency: &str| {
        let tail = end.len().checked_sub(agency.len()).and_then(|at| end.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(agency))
    };
    paragraph.len() <= LONGEST_CREDITED && rows(LINE_ROWS).any(|row| row.part == LinePart::End && sold_by(row.words))
}

/// Returns whether a line in lower case ends with who took the picture: "(ann rigg/courier)", "(photo by tom reed)".
fn has_credit(text: &str) -> bool {
    let bracketed = text.trim_end_matches('.').strip_suffix(')').and_then(|text| text.rsplit_once('('));
    bracketed.is_some_and(|(_, credit)| {
        let is_name = |name: &str| 1 < name.len() && name.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c));
        let slashed = credit.split_once('/').is_some_and(|(one, other)| is_name(one) && is_name(other));
        slashed && credit.split_whitespace().count() <= 6
            || rows(LINE_ROWS).any(|row| row.part == LinePart::Brackets && credit.contains(row.words))
    })
}

/// Returns whether a sentence is the only one of its paragraph.
fn is_alone(document: &Document<'_>, sentence: usize) -> bool {
    let paragraph = document.paragraphs.get(document.sentences[sentence].paragraph);
    paragraph.is_some_and(|paragraph| paragraph.sentences.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;
    use crate::text::rule_table::needless_rows;

    const PROSE: &str = "The ferry stayed in the harbour for most of the week because of the ice.";

    /// Returns the kind of the last sentence of a line in the middle of an article.
    fn kind_of(line: &str) -> Option<LineKind> {
        let around = [PROSE; 8].join("\n\n");
        let whole = format!("{around}\n\n{line}\n\n{around}");
        let document = text::read(&whole);
        line_kind(&document, document.sentence_at(around.len() + 1 + line.len())?)
    }

    #[test]
    fn every_row_gives_its_example_its_kind_and_no_other_row_does() {
        for row in LINE_ROWS {
            assert_eq!(kind_of(row.example), Some(row.kind), "for {:?}", row.example);
        }
        let needless = needless_rows(LINE_ROWS, |row| kind_of(row.example) == Some(row.kind));
        assert!(needless.is_empty(), "{needless:#?}");
    }

    #[test]
    fn lines_are_of_the_kind_that_their_form_shows() {
        for (line, want) in [
            ("By Ines Marlow", Some(LineKind::Byline)),
            ("By Monday it was gone.", None),
            ("A long winter", Some(LineKind::CrossHeading)),
            ("What is changed?", Some(LineKind::CrossHeading)),
            ("The harbour is open", None),
            ("Mill Lane\n\nNess Road", None),
            ("The ferry at Pelt quay on Monday (Ann Rigg/Courier)", Some(LineKind::Caption)),
            ("The quay was shut (it is on a slope).", None),
            ("Crews used both pumps (diesel/electric 40 kW).", None),
            ("• One boat sank.", Some(LineKind::ListItem)),
            ("Updated 14:32 BST", Some(LineKind::TimeStamp)),
            ("14.32 BST", Some(LineKind::EntryTime)),
            ("12 comments", Some(LineKind::CommentCount)),
            ("Comments (12)", Some(LineKind::CommentCount)),
            ("Nobody comments on 12 ferries.", None),
            ("Correction: An earlier version gave the wrong day.", Some(LineKind::Notice)),
            ("We use cookies to improve this site.", Some(LineKind::Furniture)),
            ("***", Some(LineKind::Marks)),
        ] {
            assert_eq!(kind_of(line), want, "for {line:?}");
        }
    }

    #[test]
    fn names_alone_are_a_byline_at_the_top_only() {
        let document = text::read("A ferry sails again\n\nby , and\n\nThe ferry sailed on Monday.");
        assert_eq!(line_kind(&document, 1), Some(LineKind::Byline));
        assert_ne!(kind_of("Ines Marlow, Pelt Correspondent"), Some(LineKind::Byline));
    }

    #[test]
    fn page_controls_are_whole_lines() {
        assert!(is_page_control("Share this article") && is_page_control("ADVERTISEMENT"));
        assert!(!is_page_control("Share prices fell.") && !is_page_control("More to follow."));
    }
}
