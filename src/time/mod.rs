//! Finds the words that name a time and resolves them.
//!
//! "He left two days after the vote, on Friday": forms find the phrases,
//! `resolve` anchors them. Finding looks at words only and costs one look-up a
//! word; anchoring looks at the document's date, at what the text told before
//! and at the tense of the clause.

mod build;
mod calendar;
mod choose;
pub mod clause;
mod company;
mod extent;
mod forms;
mod forms_table;
mod holiday_table;
mod items;
mod lexicon;
mod lexicon_table;
mod narrative;
mod numbers;
mod phrase;
#[cfg(test)]
mod properties;
mod ranges;
mod resolve;
mod tense;
mod tense_table;
mod value;

use crate::model::{Document, Note, Setting, Span, Timex, TimexType};

use items::Item;
use phrase::Phrase;
use resolve::Anchors;

/// Returns the temporal expressions of a text, in order.
pub fn find(document: &Document<'_>, setting: Setting) -> Vec<Timex> {
    let found = phrases(document);
    let today = setting.published.map(|published| published.day(setting.timezone));
    let narrative = narrative::is_narrative(&found, today);
    let mut anchors = Anchors::new(setting, today, narrative);
    let clauses = clause::Clauses::of(document);
    let mut timexes = Vec::with_capacity(found.len());
    for Found { phrase, span, sentence, leading } in found {
        let look = tense::around(document, &clauses, sentence, span);
        let resolved = anchors.resolve(&phrase, look, (sentence, leading));
        timexes.push(Timex {
            span,
            kind: resolved.kind.unwrap_or(TimexType::Date),
            edtf: resolved.edtf(),
            value: resolved.value,
            modifier: resolved.modifier,
        });
    }
    timexes
}

/// Returns what could not be placed: a text without a date, days that do not exist.
pub fn notes(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Note> {
    let mut notes = Vec::new();
    let unplaced = |timex: &&Timex| timex.value.is_empty();
    if setting.published.is_none() && timexes.iter().any(|timex| unplaced(&timex)) {
        let message = "the text has no date, so words like \"yesterday\" cannot be placed";
        notes.push(Note::new("no-document-date", message));
    }
    let impossible = timexes
        .iter()
        .filter(unplaced)
        .filter(|timex| timex.span.of(document.text).contains(|c: char| c.is_ascii_digit()));
    notes.extend(impossible.filter(|_| setting.published.is_some()).map(|timex| {
        let words = timex.span.of(document.text);
        Note::at("impossible-date", format!("there is no such day as \"{words}\""), timex.span)
    }));
    notes
}

/// A phrase and where it stands.
struct Found {
    phrase: Phrase,
    span: Span,
    sentence: usize,
    /// Stands at the beginning of its sentence.
    leading: bool,
}

/// Words that may stand before a time that leads its sentence: "In early", "By the end of".
const LEADING: usize = 3;

/// Returns the phrases of all sentences, before they are anchored.
fn phrases(document: &Document<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut items = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        items::scan(sentence.span.of(document.text), sentence.span.start, &mut items);
        Finder { items: &items, sentence: index, found: &mut found, before: None }.run();
    }
    found
}

/// Finds the phrases of one sentence.
struct Finder<'a> {
    items: &'a [Item],
    sentence: usize,
    found: &'a mut Vec<Found>,
    /// First item of the phrase found last, and the item behind it.
    before: Option<(usize, usize)>,
}

impl Finder<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            if let Some(phrase) = ranges::first_end(self.items, at) {
                self.push(phrase, at, 1);
                at += 2; // the link
                continue;
            }
            let Some((phrase, length)) = company::longest(&self.items[at..]) else {
                at += 1;
                continue;
            };
            let mut end = at + length;
            if company::keeps(&phrase, self.items, at, length) {
                let second = ranges::second_end(&phrase, self.items, end);
                let (phrase, at, length) = extent::fit(phrase, self.items, at, length);
                self.push(phrase, at, length);
                if let Some((phrase, length)) = second {
                    self.push(phrase, end + 1, length);
                    end += 1 + length;
                }
            }
            at = end;
        }
    }

    fn push(&mut self, mut phrase: Phrase, at: usize, length: usize) {
        if let (Some((start, end)), Some(first)) = (self.before, self.found.last_mut())
            && end + 1 == at
            && ranges::is_link(self.items, end)
        {
            ranges::share(&mut first.phrase, &mut phrase, self.items, start, end);
        }
        self.before = Some((at, at + length));
        let span = Span::new(self.items[at].start, self.items[at + length - 1].end);
        self.found.push(Found { phrase, span, sentence: self.sentence, leading: at <= LEADING });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentTime;

    /// Writes what is found in `text`, as the tables do.
    pub fn found(text: &str, at: &str) -> String {
        let published = at.parse().ok().map(DocumentTime::Day);
        let document = crate::text::read(text);
        let timexes = find(&document, Setting { published, ..Setting::default() });
        let write = |timex: &Timex| {
            let kind = serde_json::to_string(&timex.kind).expect("a word");
            let modifier = timex.modifier.map(|modifier| serde_json::to_string(&modifier).expect("a word"));
            let modifier = modifier.map_or(String::new(), |modifier| format!("|{modifier}"));
            format!("{}|{kind}|{}{modifier}", timex.span.of(text), timex.value).replace('"', "")
        };
        timexes.iter().map(write).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn every_form_finds_its_own_example() {
        let forms = forms_table::FORMS.iter().chain(forms_table::COMPOUND);
        let wrong = forms.filter_map(|form| {
            let got = found(form.example, form.at);
            (got != form.want)
                .then(|| format!("{}\n  {}\n  got  {got}\n  want {}", form.words, form.example, form.want))
        });
        let wrong: Vec<_> = wrong.collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn whole_texts_are_read_as_the_fixture_says() {
        let fixture = include_str!("../../fixtures/gold/timex.txt");
        for block in fixture.split("\n\n").filter(|block| !block.starts_with('#')) {
            let mut lines = block.trim().lines();
            let (at, text) = (lines.next().expect("a date"), lines.next().expect("a text"));
            assert_eq!(found(text, at), lines.next().unwrap_or_default(), "in {text:?}");
        }
    }
}
