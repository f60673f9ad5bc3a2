//! Finds the notes in which an outlet admits or announces a change.
//!
//! "Correction, 6 March: the increase is 9.4%, not 4.9%." is a correction, and
//! "This article was amended on 4 May to make clear …" a clarification. What
//! distinguishes a note from a story about corrections is its place, at the start of a
//! sentence, and that it names itself or the article it stands in.
//!
//! In: a document. Out: notices in order, with their kind. `table` holds how they begin.
//! `text::line_kind` says which paragraphs are no report because they open as a note; here every sentence is asked, which
//! sort of note it is and how far it reaches.

mod table;

use std::sync::LazyLock;

use crate::model::{
    Document, Notice, NoticeKind, Role, Span, is_day_by_today, is_month, is_weekday, is_zone_in_any_case,
};
use crate::text::rule_table::rows;
use table::{Label, NoticePhrase};

/// Words between a label and its colon: "Correction (2 May, 10:30):", in bytes.
const LABEL_GAP: usize = 48;
/// An update stamp is short: "Updated 14:32 BST on 3 May 2025", in bytes.
const MAX_STAMP: usize = 80;
/// How much of a sentence is looked at for the words that name an article, in bytes.
const MAX_HEAD: usize = 400;

/// Returns every note, in order.
pub(crate) fn notices_in(document: &Document<'_>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    let mut head = String::new();
    for (sentence_idx, sentence) in document.sentences.iter().enumerate() {
        let inside = notices.last().is_some_and(|notice| notice.span.end > sentence.span.start);
        if inside || sentence.role == Role::Headline {
            continue;
        }
        let words = sentence.span.of(document.text);
        let start = sentence.span.start + words.len() - words.trim_start_matches(is_ornament).len();
        if !may_begin(&document.text[start..sentence.span.end]) {
            continue;
        }
        fold(&document.text[start..sentence.span.end], &mut head);
        if let Some(found) = notice_of(&head) {
            let span = Span::new(start, end_of(document, sentence_idx, found.reach));
            notices.push(Notice { span, kind: found.kind });
        }
    }
    notices
}

/// How much of the text behind its first words belongs to a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// A heading of its own: the next paragraph is the note.
    NextParagraph,
    Paragraph,
    Sentence,
}

struct FoundNotice {
    kind: NoticeKind,
    reach: Reach,
}

fn is_ornament(c: char) -> bool {
    matches!(c, '*' | '(' | '[' | '_' | '-' | '–' | '—' | '•' | '†') || c.is_whitespace()
}

/// Returns whether any row of the tables could fit: most sentences begin otherwise.
fn may_begin(words: &str) -> bool {
    let first = words.as_bytes().get(..OPENING).map(|bytes| [bytes[0] | 0x20, bytes[1] | 0x20, bytes[2] | 0x20]);
    first.is_some_and(|first| OPENINGS.binary_search(&first).is_ok()) || within_phrase(words)
}

/// Returns whether a sentence holds one of the words without which no phrase stands inside it.
fn within_phrase(words: &str) -> bool {
    words.contains("version") || words.contains("editing error")
}

/// How many bytes of a row its opening has.
const OPENING: usize = 3;

/// The first bytes of every row, sorted; bit 5 set, so that letters are small.
static OPENINGS: LazyLock<Vec<[u8; OPENING]>> = LazyLock::new(|| {
    let labels = table::LABELS.iter().map(|row| row.words).chain([NOTE]);
    let rows = labels.chain(table::STAMPS.iter().copied()).chain(table::PHRASES.iter().map(|row| row.words));
    let opening =
        |words: &str| words.as_bytes().first_chunk().map(|first: &[u8; OPENING]| first.map(|byte| byte | 0x20));
    let mut openings: Vec<_> = rows.filter_map(opening).collect();
    openings.sort_unstable();
    openings
});

/// Writes the first words in lower case with plain apostrophes.
fn fold(words: &str, head: &mut String) {
    head.clear();
    for c in words.chars() {
        if head.len() >= MAX_HEAD {
            break;
        }
        match c {
            '’' | '‘' => head.push('\''),
            c => head.extend(c.to_lowercase()),
        }
    }
}

fn notice_of(head: &str) -> Option<FoundNotice> {
    // "Note:" alone tells nothing: what follows does.
    let bare = head.strip_prefix(NOTE).map(str::trim_start);
    labelled(head).or_else(|| stamp(head)).or_else(|| phrased(bare.unwrap_or(head)))
}

/// A label that stands before notes of all sorts, and before other things.
const NOTE: &str = "note:";

/// "Correction:", "CORRECTION, 2 May —", "Editor's note" on a line of its own.
fn labelled(head: &str) -> Option<FoundNotice> {
    let whole = |rest: &&str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let mut labels = rows(table::LABELS);
    let (label, rest) = labels.find_map(|label| Some((label, head.strip_prefix(label.words).filter(whole)?)))?;
    let rest = rest.trim_end();
    let reach = match rest.trim_end_matches([':', '.', '*']) {
        "" => Reach::NextParagraph,
        _ if ends_label(label, rest) => Reach::Paragraph,
        _ => return None,
    };
    Some(FoundNotice { kind: kind_of(head, label.kind), reach })
}

/// Returns whether a colon or dash closes the label, with at most a date between.
fn ends_label(label: &Label, rest: &str) -> bool {
    let mut gap = LABEL_GAP.min(rest.len());
    while !rest.is_char_boundary(gap) {
        gap -= 1;
    }
    let Some(colon) = rest[..gap]
        .find([':', '—', '–'])
        .or_else(|| rest[..gap].find(" - ").map(|at| at + 1))
        .or_else(|| bracket(&rest[..gap]))
    else {
        return false;
    };
    let between = rest[..colon].trim();
    let dated = names_date(between);
    let opens = between.is_empty() || between.starts_with(['(', ',', '[', '|']) || !label.needs_colon;
    let clock = rest[colon..].starts_with(':') && rest[..colon].ends_with(|c: char| c.is_ascii_digit());
    between.is_empty() || dated && (opens || clock || between.len() < 24)
}

/// Returns whether words in lower case hold a date or a clock time, or a part of one.
fn names_date(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric());
    words.contains(|c: char| c.is_ascii_digit())
        || parts.any(|part| is_weekday(part) || is_month(part) || is_day_by_today(part) || is_zone_in_any_case(part))
}

/// Finds the bracket that closes a label set in brackets: "(Update 3 May) The road is open".
fn bracket(gap: &str) -> Option<usize> {
    gap.find(')').filter(|&close| !gap[..close].contains('('))
}

/// "Updated 14:32 BST.", "Last updated on 3 May".
fn stamp(head: &str) -> Option<FoundNotice> {
    let rest = rows(table::STAMPS).find_map(|words| head.strip_prefix(words))?;
    // "Updated at 3.15pm to correct the age of the driver"
    let purpose = rows(table::KINDS).find(|(words, ..)| words.split('|').any(|word| rest.contains(word)));
    let kind = purpose.map_or(NoticeKind::Update, |(_, kind, _)| *kind);
    (head.len() <= MAX_STAMP && names_date(rest)).then_some(FoundNotice { kind, reach: Reach::Sentence })
}

/// "This article was amended …", "An earlier version of this story …".
fn phrased(head: &str) -> Option<FoundNotice> {
    let names_article = |phrase: &&NoticePhrase| {
        let (before, after) = phrase.words.split_once("ARTICLE").unwrap_or((phrase.words, ""));
        let opened = head.find(before).filter(|&at| at == 0 || !phrase.opens);
        opened.is_some_and(|at| goes_on(&head[at + before.len()..], phrase, after))
    };
    let phrase = rows(table::PHRASES).find(names_article)?;
    Some(FoundNotice { kind: kind_of(head, phrase.kind), reach: Reach::Paragraph })
}

/// Returns whether the name of an article and the rest of the phrase follow.
fn goes_on(rest: &str, phrase: &NoticePhrase, after: &str) -> bool {
    if !phrase.words.contains("ARTICLE") {
        return true;
    }
    let mut names = table::ARTICLES.iter().filter_map(|name| rest.strip_prefix(name));
    names.any(|rest| after.split('|').any(|words| rest.starts_with(words)))
}

/// A note says in its own words what it is; its label only where those are silent.
fn kind_of(head: &str, kind: NoticeKind) -> NoticeKind {
    if matches!(kind, NoticeKind::Retraction | NoticeKind::Clarification) {
        return kind;
    }
    if kind == NoticeKind::EditorsNote || head.starts_with("this ") || head.starts_with("the ") {
        let said = rows(table::KINDS).find(|(words, ..)| words.split('|').any(|word| head.contains(word)));
        return said.map_or(kind, |(_, said, _)| *said);
    }
    kind
}

/// Returns where the note ends, without closing brackets and stars.
fn end_of(document: &Document<'_>, sentence_idx: usize, reach: Reach) -> usize {
    let sentence = &document.sentences[sentence_idx];
    let block = match reach {
        Reach::Sentence => sentence.span,
        Reach::Paragraph => document.paragraphs[sentence.paragraph].span,
        Reach::NextParagraph => {
            let last = sentence_idx + 1 == document.paragraphs[sentence.paragraph].sentences.end;
            let paragraph = sentence.paragraph + usize::from(last);
            document.paragraphs.get(paragraph).map_or(sentence.span, |paragraph| paragraph.span)
        }
    };
    let end = block.end.max(sentence.span.end);
    let words = &document.text[sentence.span.start..end];
    let trimmed = words.trim_end_matches(|c: char| matches!(c, '*' | ')' | ']' | '_') || c.is_whitespace());
    sentence.span.start + trimmed.len().max(words.trim_start_matches(is_ornament).len().min(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_rows;

    #[track_caller]
    fn check(text: &str, want: &[(&str, NoticeKind)]) {
        let document = crate::text::read(text);
        let found = notices_in(&document);
        let got: Vec<_> = found.iter().map(|notice| (notice.span.of(text), notice.kind)).collect();
        assert_eq!(got, want, "in {text:?}");
    }

    #[test]
    fn every_row_fires_on_its_own_example() {
        let labels = table::LABELS.iter().map(|row| (row.example, row.kind));
        for (example, kind) in labels.chain(table::PHRASES.iter().map(|row| (row.example, row.kind))) {
            let document = crate::text::read(example);
            let kinds: Vec<_> = notices_in(&document).iter().map(|notice| notice.kind).collect();
            assert_eq!(kinds, [kind], "in {example:?}");
        }
        let notices = |example: &str| notices_in(&crate::text::read(example));
        let labels = needless_rows(table::LABELS, |row| notices(row.example));
        assert!(labels.is_empty(), "{:?}", labels.iter().map(|row| row.words).collect::<Vec<_>>());
        let phrases = needless_rows(table::PHRASES, |row| notices(row.example));
        assert!(phrases.is_empty(), "{:?}", phrases.iter().map(|row| row.words).collect::<Vec<_>>());
        let stamps = needless_rows(table::STAMPS, |words| notices(&format!("{} on 3 May", words.trim_end())));
        assert!(stamps.is_empty(), "{stamps:?}");
        let kinds = needless_rows(table::KINDS, |(.., example)| notices(example));
        assert!(kinds.is_empty(), "{kinds:?}");
        let article = |name: &str| notices(&format!("This {name} was amended on 4 May."));
        let nameless: Vec<_> = table::ARTICLES.iter().filter(|name| article(name).is_empty()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }

    #[test]
    fn notes_span_their_paragraph() {
        use NoticeKind::{Clarification, Correction, EditorsNote, Retraction, Update};
        let text = "The fund holds £3m.\n\nCorrection (2 May): An earlier version gave £3bn. We regret the error.";
        check(text, &[("Correction (2 May): An earlier version gave £3bn. We regret the error.", Correction)]);
        check("Correction\n\nThe fund holds £3m.", &[("Correction\n\nThe fund holds £3m.", Correction)]);
        check("Updated 14:32 BST.\n\nThe mayor left.", &[("Updated 14:32 BST.", Update)]);
        check("(Update 4-May-2024) Gates open", &[("Update 4-May-2024) Gates open", Update)]);
        let text = "Note: we originally said the fund holds £3bn.";
        check(text, &[(text, Correction)]);
        check(
            "Updated at 3.15pm to correct age of driver",
            &[("Updated at 3.15pm to correct age of driver", Correction)],
        );
        let text = "* This article was amended on 4 May to make clear that she left.";
        check(text, &[(&text[2..], Clarification)]);
        let text = "Editor’s note: The quotation was first given to the mayor.";
        check(text, &[(text, EditorsNote)]);
        let text = "RETRACTION: We have withdrawn this report.";
        check(text, &[(text, Retraction)]);
        let text = "(Corrects spelling of name in paragraph 3)";
        check(text, &[(&text[1..text.len() - 1], Correction)]);
    }

    #[test]
    fn a_paragraph_that_opens_as_a_note_is_one() {
        for text in [
            "Clarifications: the hospital has two sites.",
            "This article was corrected to give the right day.",
            "This article was updated to include the mayor's words.",
            "This report has been corrected to give the right day.",
        ] {
            let article = format!("The quay is shut.\n\n{text}");
            let document = crate::text::read(&article);
            assert_eq!(document.paragraphs[1].role, Role::Notice, "{text}");
            assert_eq!(notices_in(&document).len(), 1, "{text}");
        }
    }

    #[test]
    fn stories_about_corrections_are_no_notes() {
        for text in [
            "Correction officers walked out on Monday.",
            "Updated plans were shown to residents.",
            "An earlier version of this bill failed.",
            "The paper printed a correction on Monday.",
            "Clarification was sought by 3 May.",
            "Edit wars broke out online.",
            "This story was told by sailors.",
            "Note: tickets cost £5.",
            "We originally met in Pelt.",
        ] {
            check(text, &[]);
        }
    }
}
