//! Decides what kind of line a paragraph or sentence is where it is no prose: byline, caption, heading, signpost …
//!
//! `The bridge reopened.` is prose; `By Ines Marlow`, `More to follow.`, the
//! cross-heading `A long winter` between two paragraphs and `The quay on Monday
//! (Ann Rigg/Courier)` are not.
//!
//! All of it rests on the rows of `line_kind_table` and is asked at three times:
//! by readers of web pages, of a line that may be no part of the article
//! (`is_page_line`, `opens_notice`); by `roles`, of a paragraph
//! (`paragraph_kind`, `is_caption`); and by the layers above, of a sentence
//! (`line_kind`), where the role of its paragraph decides first, then its own
//! words, then its form and neighbours.
//! A dateline opens a sentence rather than being a line: `dateline` finds it.

use super::function_words_table::is_question_word;
pub use super::line_kind_table::LineKind;
use super::line_kind_table::{BYLINE_SMALL, DATE_LINE_WORDS, LINE_ROWS, LinePart, LineRow, OPENINGS, PAGE_ROWS};
use super::rule_table::rows;
use crate::model::{
    Document, Paragraph, Role, Upos, is_zone_abbreviation, is_zone_in_any_case, month_named, weekday_named,
};

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

/// A byline stands among so many first paragraphs, or at the end.
pub(super) const TOP_PARAGRAPHS: usize = 6;
/// A line of date and time has no more words.
const LONGEST_DATE_LINE: usize = 12;
/// A line of more words that ends as a sentence does is prose, whatever it begins with.
const LONGEST_CALL: usize = 12;

/// Returns what the words of a paragraph show it to be, given its place among so many.
pub(super) fn paragraph_kind(block: &str, at: usize, n_blocks: usize) -> Option<LineKind> {
    let n_words = block.split_whitespace().take(100).count();
    let start = folded_start(block, |c| matches!(c, '*' | '_' | '(' | ' '));
    // "Corrected figures …": notes of pages are known by less than a paragraph of a text is.
    // A headline, and a paragraph that ends with a full stop, may tell news: "Contact us at once if you see him, police said."
    let may_be_of_page = 0 < at && !block.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('.');
    let of_pages = rows(PAGE_ROWS).filter(move |row| may_be_of_page && row.kind == LineKind::Furniture);
    let openings = rows(OPENINGS).chain(rows(LINE_ROWS)).chain(of_pages);
    let mut openings = openings.filter(|row| n_words <= row.most_words && opens_with(row, &start));
    match openings.next().map(|row| row.kind) {
        Some(LineKind::Byline) if !is_byline_paragraph(block, at, n_blocks) => {}
        Some(LineKind::TimeStamp) if !block.contains(|c: char| c.is_ascii_digit()) && !block.contains("ago") => {}
        Some(LineKind::Furniture) if ends_as_sentence(block) && LONGEST_CALL < n_words && !block.contains("right") => {}
        Some(kind) => return Some(kind),
        None => {}
    }
    match block {
        _ if n_words <= LONGEST_DATE_LINE && is_date_line(block) => {
            let is_time = block.starts_with(|c: char| c.is_ascii_digit()) && n_words <= 3;
            Some(if is_time { LineKind::EntryTime } else { LineKind::TimeStamp })
        }
        _ if ends_with_agency(block) => Some(LineKind::Caption),
        _ if is_list_item(block) => Some(LineKind::ListItem),
        _ => None,
    }
}

/// Returns whether a web page is better read without a line: a button, a count of comments, a way to other pages.
pub(crate) fn is_page_line(line: &str) -> bool {
    if whole_line(line) == Some(LineKind::PageControl) || is_comment_count(line) {
        return true;
    }
    let mut rows = rows(PAGE_ROWS).filter(|row| row.kind == LineKind::Furniture);
    let start = folded_start(line, |c| !c.is_alphanumeric());
    rows.any(|row| {
        opens_with(row, &start) && line.split_whitespace().take(row.most_words + 1).count() <= row.most_words
    })
}

/// Returns whether a line opens as a correction or an editor's note does, wherever on a page it stands.
pub(crate) fn opens_notice(line: &str) -> bool {
    let start = folded_start(line, |c| !c.is_alphanumeric());
    let openings = rows(OPENINGS).filter(|row| row.on_pages).chain(rows(PAGE_ROWS));
    openings.filter(|row| row.kind == LineKind::Notice).any(|row| opens_with(row, &start))
}

/// Returns the first letters of a line in lower case, with plain apostrophes, behind marks that do not count.
fn folded_start(line: &str, is_mark: impl Fn(char) -> bool) -> String {
    /// No row is longer, in characters.
    const LONGEST_ROW: usize = 60;
    let start = line.trim_start_matches(is_mark).chars().take(LONGEST_ROW).flat_map(char::to_lowercase);
    start.map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Returns whether a line whose start is given opens with the words of a row.
fn opens_with(row: &LineRow, start: &str) -> bool {
    let rest = start.strip_prefix(row.words.trim_end());
    row.most_words != 0 && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Returns whether a paragraph ends as a sentence does.
pub(super) fn ends_as_sentence(block: &str) -> bool {
    block.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
}

/// Returns whether "By …" names who wrote it: near the top or at the end, a name, no sentence.
fn is_byline_paragraph(block: &str, at: usize, n_blocks: usize) -> bool {
    let named = block.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    let reporting = block.contains(" by ");
    let is_at_end = n_blocks <= at + 3;
    (at < TOP_PARAGRAPHS || is_at_end) && (named && !block.ends_with('.') || reporting) && !block.contains(", the ")
}

/// Returns whether a line holds a date or clock time and nothing else.
fn is_date_line(block: &str) -> bool {
    let plain = block.bytes().all(|byte| byte.is_ascii_digit());
    !plain && block.len() <= 60 && is_made_of_times(block, is_date_line_word)
}

fn is_date_line_word(word: &str) -> bool {
    rows(DATE_LINE_WORDS).any(|listed| *listed == word)
}

/// Returns whether a line holds a number and, beside numbers and names of zones, days and months, other words of times only.
pub(crate) fn is_made_of_times(line: &str, is_other: impl Fn(&str) -> bool) -> bool {
    let mut has_number = false;
    let mut parts = line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_time = |letters: &str| {
        let is_name = weekday_named(letters).is_some() || month_named(letters).is_some();
        letters.is_empty()
            || is_name
            || is_zone_abbreviation(letters)
            || is_zone_in_any_case(letters)
            || is_other(&letters.to_lowercase())
    };
    let all = parts.all(|part| {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
        has_number |= letters.len() < part.len();
        is_time(letters)
    });
    all && has_number
}

fn is_list_item(block: &str) -> bool {
    let bullet = block
        .strip_prefix(['•', '*', '·', '▪', '●', '-', '–'])
        .is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}']));
    let digits = block.bytes().take_while(u8::is_ascii_digit).count();
    let numbered =
        (1..=2).contains(&digits) && (block[digits..].starts_with(". ") || block[digits..].starts_with(") "));
    bullet || numbered
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
    const TOP_OF_NAMES: usize = 2;
    let own = &document.sentences[sentence];
    if !is_alone(document, sentence) {
        return false;
    }
    let text = own.span.of(document.text);
    let is_at_top = own.paragraph <= TOP_OF_NAMES;
    let starts = |word: &str| word.starts_with(char::is_uppercase);
    let by = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).is_some_and(|rest| {
        let fits = |word: &str| starts(word) || rows(BYLINE_SMALL).any(|small| *small == word);
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
    // "What changes?" and "What we know" over a paragraph ask and assert nothing; "What began as a drill ended in fire" does.
    let n_verbs = own.tokens.clone().filter(|&token| document.tokens[token].upos == Upos::Verb).count();
    let opens_question = own.tokens.clone().next().is_some_and(|token| is_question_word(document.norm(token)));
    let asks = opens_question && (text.ends_with('?') || n_verbs <= 1);
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
fn ends_with_agency(paragraph: &str) -> bool {
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
    use crate::text::rule_table::{needless_rows, needless_words, without};

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
    fn every_small_word_of_a_byline_and_a_date_line_decides() {
        let needless = needless_words(BYLINE_SMALL, &["By Ines Marlow {} Pelt"], kind_of);
        assert_eq!(needless, [""; 0]);
        let needless = needless_words(DATE_LINE_WORDS, &["3{} May 2025", "May 3 {} 9:30"], kind_of);
        assert_eq!(needless, [""; 0]);
    }

    #[test]
    fn lines_are_of_the_kind_that_their_form_shows() {
        for (line, want) in [
            ("By Ines Marlow", Some(LineKind::Byline)),
            ("By Monday it was gone.", None),
            ("A long winter", Some(LineKind::CrossHeading)),
            ("What is changed?", Some(LineKind::CrossHeading)),
            ("Whose quay is it?", Some(LineKind::CrossHeading)),
            ("What we know", Some(LineKind::CrossHeading)),
            ("How the quay sank", Some(LineKind::CrossHeading)),
            ("What began as a drill ended in fire", None),
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
    fn every_opening_gives_its_paragraph_its_kind_and_no_other_row_does() {
        let kind = |example: &str| paragraph_kind(example, 1, 5);
        for row in OPENINGS {
            assert_eq!(kind(row.example), Some(row.kind), "for {:?}", row.example);
        }
        let needless = needless_rows(OPENINGS, |row| kind(row.example));
        assert!(needless.is_empty(), "{needless:#?}");
        for row in LINE_ROWS.iter().filter(|row| 0 < row.most_words) {
            // Without the row, the words of its last sentence might still show a caption.
            let paragraph = format!("{} Ann Rigg of Pelt.", row.words.trim_end());
            assert_eq!((kind(&paragraph), without(row, || kind(&paragraph))), (Some(row.kind), None), "{paragraph:?}");
        }
    }

    #[test]
    fn every_row_of_pages_is_needed_for_its_line() {
        let kinds = |line: &str| (is_page_line(line), opens_notice(line));
        for row in PAGE_ROWS.iter().chain(OPENINGS.iter().filter(|row| row.on_pages)) {
            let is_note = row.kind == LineKind::Notice;
            assert_eq!(kinds(row.example), (!is_note, is_note), "for {:?}", row.example);
        }
        let needless = needless_rows(PAGE_ROWS, |row| kinds(row.example));
        assert!(needless.is_empty(), "{needless:#?}");
    }

    #[test]
    fn what_a_page_is_read_without_is_no_prose_of_a_text_either() {
        for row in PAGE_ROWS.iter().filter(|row| row.kind == LineKind::Furniture) {
            assert_eq!(paragraph_kind(row.example, 10, 20), Some(LineKind::Furniture), "for {:?}", row.example);
        }
        for line in ["Comments", "Comments (12)", "12 comments"] {
            assert!(is_page_line(line) && kind_of(line) == Some(LineKind::CommentCount), "{line}");
        }
        // A zone of the table of zones, as on pages.
        assert_eq!(paragraph_kind("14.32 AEST", 10, 20), Some(LineKind::EntryTime));
        for line in
            ["Correctional officers walked out.", "More than forty people were hurt.", "Relatedness is no proof."]
        {
            assert!(!is_page_line(line) && !opens_notice(line) && paragraph_kind(line, 10, 20).is_none(), "{line}");
        }
    }

    #[test]
    fn page_controls_are_whole_lines() {
        assert!(is_page_line("Share this article") && is_page_line("ADVERTISEMENT"));
        assert!(!is_page_line("Share prices fell.") && !is_page_line("More to follow."));
    }
}
