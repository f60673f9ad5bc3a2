//! Pairs the quotation marks of a text, whatever their style.
//!
//! `“He told me: ‘No.’ I left,” she said. It's the voters' "turn".`
//! holds two quotations, one of them with another inside; the apostrophes are
//! not marks at all.
//!
//! Pairing never crosses a paragraph, so an odd mark costs at most its own
//! paragraph. A double mark that is never closed runs to the end of the
//! paragraph, which is how print continues a quotation over several; a single
//! one that is never closed was an apostrophe. Marks of one style do not nest
//! in print, so where an unclosed quotation holds another of its own style, it
//! is ended before that one.

use super::rule_table::rows;
use super::token_table::CLIPPED;
use crate::model::{Document, Quotation, Span};

/// The families of marks; a mark closes only one of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Curly,
    Straight,
    Twin,
    Single,
    Guillemet,
}

impl Style {
    /// Returns whether `other` may close this style: double marks get mixed up in practice.
    fn is_closed_by(self, other: Self) -> bool {
        let double = |style| matches!(style, Self::Curly | Self::Straight | Self::Twin);
        self == other || double(self) && double(other)
    }
}

/// A mark with what its neighbours let it be.
#[derive(Clone, Copy, Debug)]
struct QuoteMark {
    span: Span,
    style: Style,
    may_open: bool,
    may_close: bool,
    /// A closing single mark that may as well be a plural's apostrophe: `voters’ `.
    is_possessive: bool,
    /// A straight mark that may as well be that of inches: `6'2"`.
    is_inch: bool,
}

/// An opened quotation whose end is looked for.
#[derive(Clone, Copy, Debug)]
struct OpenQuotation {
    mark: QuoteMark,
    /// Where in the list of found quotations it will stand.
    slot: usize,
}

/// How many later marks are looked at to tell a plural's apostrophe or a sign of inches from a closing mark.
const MARK_REACH: usize = 8;

/// Quotations lie at most this deep; marks beyond are taken for typing errors.
const MAX_DEPTH: usize = 4;

/// Sets the quotations of a document, the flag of each token inside one, and the paragraphs with an odd mark.
pub(super) fn set(document: &mut Document<'_>) {
    (document.quotations, document.odd_quotes) = quotations_in(document);
    for at in 0..document.quotations.len() {
        let inside = document.tokens_in(document.quotations[at].inside);
        document.tokens[inside].iter_mut().for_each(|token| token.in_quotes = true);
    }
}

/// Returns the quotations in order of where they begin, and the spans of paragraphs where a mark has no partner.
fn quotations_in(document: &Document<'_>) -> (Vec<Quotation>, Vec<Span>) {
    let (mut found, mut odd) = (Vec::new(), Vec::new());
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let marks = marks_in(document.text, paragraph.span);
        let first = found.len();
        let n_stray = pair(document.text, &marks, index, paragraph.span, &mut found);
        let n_unclosed = found[first..].iter().filter(|quotation| !quotation.closed).count();
        let continues = n_unclosed == 1 && opens_with_mark(document, index + 1);
        if n_stray > 0 || n_unclosed > 0 && !continues {
            odd.push(paragraph.span);
        }
    }
    (found, odd)
}

/// Returns whether a paragraph begins with an opening mark.
fn opens_with_mark(document: &Document<'_>, paragraph: usize) -> bool {
    let Some(paragraph) = document.paragraphs.get(paragraph) else { return false };
    paragraph.span.of(document.text).starts_with(['“', '"', '„', '‘', '«'])
}

/// Collects the marks of one paragraph.
fn marks_in(text: &str, paragraph: Span) -> Vec<QuoteMark> {
    let bytes = paragraph.of(text).as_bytes();
    let mut marks: Vec<QuoteMark> = Vec::new();
    let mut from = 0;
    // Every mark begins with one of these bytes: `"`, `'`, a backtick, or the lead of “ ” ‘ ’ „ ‹ › « ».
    while let Some(offset) = bytes[from..].iter().position(|byte| matches!(byte, b'"' | b'\'' | b'`' | 0xE2 | 0xC2)) {
        let start = paragraph.start + from + offset;
        match mark_at(text, paragraph, start) {
            Some(mark) => {
                from = mark.span.end - paragraph.start;
                marks.push(mark);
            }
            None => from += offset + 1,
        }
    }
    marks
}

/// Reads the mark that begins at byte `start`, if one does.
fn mark_at(text: &str, paragraph: Span, start: usize) -> Option<QuoteMark> {
    let rest = text.get(start..paragraph.end)?;
    let first = rest.chars().next()?;
    let (style, len) = match first {
        '“' | '”' | '„' | '‟' => (Style::Curly, first.len_utf8()),
        '"' => (Style::Straight, 1),
        '«' | '»' | '‹' | '›' => (Style::Guillemet, first.len_utf8()),
        '`' if rest.starts_with("``") => (Style::Twin, 2),
        '\'' if rest.starts_with("''") => (Style::Twin, 2),
        '‘' | '’' | '‚' | '\'' | '`' => (Style::Single, first.len_utf8()),
        _ => return None,
    };
    let span = Span::new(start, start + len);
    let before = neighbour(text[paragraph.start..start].chars().rev());
    let after = neighbour(rest[len..].chars());
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{—–-/:>".contains(c))
        && after.is_some_and(|c| !c.is_whitespace());
    let closes = before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric());
    let (may_open, may_close) = match first {
        '“' | '`' => (!closes || opens, closes && !opens),
        '„' | '‚' => (true, false),
        '”' | '’' => (opens && !closes && first == '”', first == '”' || closes),
        '‘' => (!begins_elision(&rest[len..]), false),
        '\'' if style == Style::Single => (opens && !begins_elision(&rest[len..]), closes),
        '«' | '‹' => (after.is_some_and(|c| !c.is_whitespace()) || !closes, closes),
        '»' | '›' => (opens, true),
        _ => (opens, closes || !opens && before.is_some_and(|c| !c.is_alphanumeric())),
    };
    let is_possessive =
        style == Style::Single && before.is_some_and(|c| c == 's') && after.is_some_and(char::is_whitespace);
    let is_inch = first == '"' && is_inch(&text[paragraph.start..start]);
    Some(QuoteMark { span, style, may_open, may_close, is_possessive, is_inch })
}

/// Returns whether a height ends before a mark: `5'11"`.
fn is_inch(before: &str) -> bool {
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_foot = feet.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()));
    feet.len() < before.len() && is_foot
}

/// Returns the nearest character that is not itself a mark.
fn neighbour(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.by_ref().take(4).find(|c| !"“”„\"'`‘’«»".contains(*c))
}

/// Returns whether an apostrophe stands for letters left out: `'em`, `'90s`.
fn begins_elision(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..end];
    word.starts_with(|c: char| c.is_ascii_digit()) || rows(CLIPPED).any(|clipped| word.eq_ignore_ascii_case(clipped))
}

/// Pairs the marks of one paragraph; returns how many found no partner.
fn pair(text: &str, marks: &[QuoteMark], paragraph: usize, bounds: Span, found: &mut Vec<Quotation>) -> usize {
    let first = found.len();
    let mut open: Vec<OpenQuotation> = Vec::new();
    let mut n_stray = 0;
    for (index, mark) in marks.iter().enumerate() {
        let partner = open.iter().rposition(|open| open.mark.style == mark.style);
        let partner = partner.or_else(|| open.iter().rposition(|open| open.mark.style.is_closed_by(mark.style)));
        match partner {
            _ if mark.is_inch && !ends_on_inch(marks, index, partner.is_some()) => {}
            Some(at) if mark.may_close && !is_plural(marks, index) => close(text, &mut open, at, *mark, found),
            _ if mark.may_open && open.len() < MAX_DEPTH => {
                let depth = open.len() as u8;
                open.push(OpenQuotation { mark: *mark, slot: found.len() });
                found.push(Quotation { outer: mark.span, inside: mark.span, paragraph, depth, closed: false });
            }
            _ => n_stray += usize::from(mark.style != Style::Single),
        }
    }
    end_unclosed(text, &open, bounds, found);
    leave_out_dropped(found, first);
    set_depths(&mut found[first..]);
    n_stray
}

/// Returns whether the mark behind a height closes what is open, because no other closing mark follows: `"I am 5'11" and`.
fn ends_on_inch(marks: &[QuoteMark], index: usize, is_open: bool) -> bool {
    let mut later = marks[index + 1..].iter().take(MARK_REACH).filter(|mark| mark.style != Style::Single);
    is_open && !later.next().is_some_and(|mark| mark.may_close && !mark.may_open)
}

/// Returns whether a single mark is a plural's apostrophe because the true closing mark follows.
fn is_plural(marks: &[QuoteMark], index: usize) -> bool {
    if !marks[index].is_possessive {
        return false;
    }
    let later = marks[index + 1..].iter().take(MARK_REACH).filter(|mark| mark.style == Style::Single);
    let mut later = later.skip_while(|mark| !mark.may_open && !mark.may_close);
    later.next().is_some_and(|mark| mark.may_close && !mark.may_open)
}

/// Ends the open quotation at `at` with `mark`; what was opened after it had no end.
fn close(text: &str, open: &mut Vec<OpenQuotation>, at: usize, mark: QuoteMark, found: &mut [Quotation]) {
    for dropped in open.drain(at + 1..) {
        drop_quotation(&mut found[dropped.slot]);
    }
    let Some(opened) = open.pop() else { return };
    let quotation = &mut found[opened.slot];
    quotation.closed = true;
    quotation.outer = opened.mark.span.cover(mark.span);
    quotation.inside = trimmed(text, Span::new(opened.mark.span.end, mark.span.start));
}

/// Marks a quotation as not being one.
fn drop_quotation(quotation: &mut Quotation) {
    quotation.inside = Span::new(quotation.outer.start, quotation.outer.start);
}

/// Decides where quotations end that nothing closed.
fn end_unclosed(text: &str, open: &[OpenQuotation], bounds: Span, found: &mut [Quotation]) {
    for unclosed in open {
        let (opened, rest) = (unclosed.mark, unclosed.slot + 1);
        if opened.style == Style::Single {
            drop_quotation(&mut found[unclosed.slot]);
            continue;
        }
        let child =
            found.get(rest).filter(|child| !child.inside.is_empty() && same_mark(text, opened.span, child.outer));
        let end = child.map_or(bounds.end, |child| child.outer.start);
        let quotation = &mut found[unclosed.slot];
        quotation.outer = trimmed(text, Span::new(opened.span.start, end));
        quotation.inside = trimmed(text, Span::new(opened.span.end, end));
    }
}

/// Takes out of the list, from `first` on, what is no quotation or holds nothing.
fn leave_out_dropped(found: &mut Vec<Quotation>, first: usize) {
    let mut n_kept = first;
    for index in first..found.len() {
        if !found[index].inside.is_empty() {
            found.swap(n_kept, index);
            n_kept += 1;
        }
    }
    found.truncate(n_kept);
}

/// Returns whether a quotation opens with the mark at `mark`.
fn same_mark(text: &str, mark: Span, outer: Span) -> bool {
    text[outer.start..].starts_with(mark.of(text))
}

/// Works out again how deep each quotation lies, after some were cut short.
fn set_depths(found: &mut [Quotation]) {
    let mut ends: Vec<usize> = Vec::new();
    for quotation in found {
        while ends.last().is_some_and(|end| *end <= quotation.outer.start) {
            ends.pop();
        }
        quotation.depth = ends.len() as u8;
        ends.push(quotation.outer.end);
    }
}

/// Returns the span without white space at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, (start + words.trim().len()).max(start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text;

    /// Checks the quotations of `text`, written `inside/depth`, `inside/depth~` where unclosed.
    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let found = text::skim(text).quotations;
        let mark = |quotation: &Quotation| if quotation.closed { "" } else { "~" };
        let got = found.iter().map(|q| format!("{}/{}{}", q.inside.of(text), q.depth, mark(q)));
        assert_eq!(got.collect::<Vec<_>>(), want, "in {text:?}");
    }

    #[test]
    fn every_style_is_paired() {
        check("“It is over,” she said.", &["It is over,/0"]);
        check("\"It is over,\" she said. \"Go.\"", &["It is over,/0", "Go./0"]);
        check("``It is over,'' she said.", &["It is over,/0"]);
        check("''It is over,'' she said.", &["It is over,/0"]);
        check("‘It is over,’ she said.", &["It is over,/0"]);
        check("'It is over,' she said.", &["It is over,/0"]);
        check("« C'est fini », dit-elle.", &["C'est fini/0"]);
        check("„Es ist vorbei“, sagte sie.", &["Es ist vorbei/0"]);
        check("»Es ist vorbei«, sagte sie.", &["Es ist vorbei/0"]);
        check("“It is over\" and ``done”.", &["It is over/0", "done/0"]);
    }

    #[test]
    fn words_inside_a_quotation_are_flagged_and_its_marks_are_not() {
        let document = text::skim("“He told me: ‘No.’ I left,” she said. It is the voters' turn.");
        let inside = (0..document.tokens.len()).filter(|&token| document.tokens[token].in_quotes);
        let words: Vec<_> = inside.map(|token| document.word(token)).collect();
        assert_eq!(words.join(" "), "He told me : ‘ No . ’ I left ,");
    }

    #[test]
    fn quotations_nest() {
        check("“He told me: ‘No.’ I left,” she said.", &["He told me: ‘No.’ I left,/0", "No./1"]);
        check("'He said \"no\" to us,' she said.", &["He said \"no\" to us,/0", "no/1"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The voters' choice wasn't hers.", &[]);
        check("Back in the '90s they'd rock 'n' roll 'til dawn.", &[]);
        check("‘The voters’ choice is clear,’ he said.", &["The voters’ choice is clear,/0"]);
        check("A 6'2\" man left.", &[]);
        check("He said: \"I am 5'11\" tall.\" He left.", &["I am 5'11\" tall./0"]);
        check("He said: \"I am 5'11\" and went home.", &["I am 5'11/0"]);
        check("He said: \"I am 5'11\" and left. Bo said: \"Go.\"", &["I am 5'11/0", "Go./0"]);
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        check("He said: “We will go.\n\n“And soon.”", &["We will go./0~", "And soon./0"]);
        check("“One, he said. “Two,” he said.", &["One, he said./0~", "Two,/0"]);
        check("One,” he said. “Two,” he said.", &["Two,/0"]);
    }

    #[test]
    fn odd_marks_are_noted_and_continued_quotations_are_not() {
        let odd = |text| text::skim(text).odd_quotes.len();
        assert_eq!(odd("“We will go.\n\n“And soon,” he said."), 0);
        assert_eq!(odd("“We will go.\n\nHe left."), 1);
        assert_eq!(odd("We will go,” he said."), 1);
    }

    proptest! {
        #[test]
        fn quotations_lie_in_their_paragraph_and_nest(text in "[ab s.,\n“”\"‘’'`«»„]{0,60}") {
            let document = text::skim(&text);
            let found = &document.quotations;
            for quotation in found {
                prop_assert!(quotation.outer.contains(quotation.inside));
                prop_assert!(document.paragraphs[quotation.paragraph].span.contains(quotation.outer));
                prop_assert!(!quotation.inside.of(&text).is_empty());
            }
            for (one, other) in found.iter().zip(found.iter().skip(1)) {
                prop_assert!(one.outer.start < other.outer.start);
                prop_assert!(one.outer.contains(other.outer) || one.outer.end <= other.outer.start);
            }
        }
    }
}
