//! Compiles the forms of `forms_table` into a trie and matches it.
//!
//! The form `the? {ord} quarter [of {year}]` becomes four paths of one trie,
//! which all forms share; at each word of a text one walk finds the longest
//! form that begins there. A form may hold whole phrases (`<date>`): they are
//! matched by the same trie, a level deeper, never at the first place of a
//! compound form, so every walk ends.

use std::sync::LazyLock;

use super::semantics::{self, Captures};
use super::table::{COMPOUND, FORMS};
use crate::time::calendar::holidays_table::HOLIDAYS;
use crate::time::calendar::zones;
use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::phrase::{Anchor, TimeExpr, TimeOfDay, TimePhrase};

/// One way to name a time, with a sentence that shows it.
#[allow(dead_code, reason = "a test reads what each row shows")]
pub struct Pattern {
    /// Words, `a|b`, `{class}`, `<phrase>`, `word?`, `[several words]`.
    pub words: &'static str,
    pub make: Semantics,
    pub example: &'static str,
    /// Date of the example's document.
    pub at: &'static str,
    /// The expression as it must be found: "words|TYPE|value|MOD", several with "; "; nothing when the form must keep silent.
    pub want: &'static str,
}

/// TimeExpr the words of a form come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Semantics {
    /// Everything captured together is one calendar date.
    Date,
    /// A date that is one only in company.
    WeakDate,
    /// Figures with slashes, dots or hyphens.
    Numeric,
    /// So many days from the document's.
    Day(i32),
    /// So many days from the document's, with a part of the day.
    PartOfDay(i32, i32),
    /// A unit relative to the anchor: "last week", "the previous month".
    Relative,
    /// The unit itself: "the quarter".
    Unit(Anchor),
    /// "that year": the unit that holds the time told of.
    That,
    /// "the quarter", "the weekend": the unit of the time told of, in company.
    TheUnit,
    /// A length before (-1) or after (1) the anchor.
    Shift(i32, Anchor),
    /// The day told of itself: "two days later than planned".
    SameDay,
    Length,
    /// A length of a size nobody gives.
    VagueLength,
    /// The one unit: "a year".
    OneUnit,
    Every,
    /// Words that tempt other forms and are no time.
    Silent,
    /// The quarter that reports speak of.
    QuarterOf,
    /// The quarter that ended last.
    LatestQuarter,
    /// "the 1988 quarter": the quarter told of, in another year.
    Period,
    LastHalf,
    YearAgoLength,
    YearAgoQuarter,
    /// The document's year, its end.
    Year,
    YearEnd,
    Fixed(&'static str),
    Reference(&'static str),
    /// The same, where a history is told: "the former king"; in news it is a title.
    OfStory(&'static str),
    Clock,
    /// A clock time of a place of `zone_table`.
    ClockIn,
    Holiday,
    // Compound forms
    Phase,
    Edge,
    Approx,
    /// Time of day and date, in either order.
    Join,
    /// A date and the year, day or relation that narrows it.
    Narrow,
    /// A part of the day of a date.
    PartOf,
    ShiftFrom(i32),
    /// "the early hours of Friday".
    SmallHours,
    Reshape,
}

/// Kinds of phrase that a form can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    Date,
    Day,
    Time,
    Length,
    /// A length back from a time that is yet to be named: "two days before".
    Earlier,
    Year,
    /// A time of a day: "Friday morning".
    Moment,
}

impl PhraseKind {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "date" => Some(Self::Date),
            "day" => Some(Self::Day),
            "time" => Some(Self::Time),
            "length" => Some(Self::Length),
            "earlier" => Some(Self::Earlier),
            "year" => Some(Self::Year),
            "moment" => Some(Self::Moment),
            _ => None,
        }
    }

    fn fits(self, phrase: &TimePhrase) -> bool {
        use crate::time::phrase::TimeUnit;
        let is_day = |phrase: &TimePhrase| match &phrase.what {
            TimeExpr::Date(date) => {
                (date.day.is_some() || date.weekday.is_some() || date.holiday.is_some()) && !date.weekend
            }
            TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Day,
            TimeExpr::Shift { length, .. } => length.unit == TimeUnit::Day,
            _ => false,
        };
        match self {
            Self::Date => {
                matches!(phrase.what, TimeExpr::Date(_) | TimeExpr::Unit { .. } | TimeExpr::Shift { .. })
                    && phrase.time.is_none()
            }
            Self::Day => is_day(phrase) && phrase.time.is_none(),
            Self::Time => phrase.what == TimeExpr::Time,
            Self::Moment => matches!(phrase.time, Some(TimeOfDay::Part(_))) && phrase.what != TimeExpr::Time,
            Self::Length => matches!(phrase.what, TimeExpr::Length(_)) && phrase.modifier.is_none(),
            Self::Earlier => {
                matches!(phrase.what, TimeExpr::Shift { sign: ..0, of: None, .. }) && phrase.modifier.is_none()
            }
            Self::Year => match &phrase.what {
                TimeExpr::Date(date) => {
                    date.year.is_some() && date.month.is_none() && date.season.is_none() && date.quarter.is_none()
                }
                TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Year,
                _ => false,
            },
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum PatternElement {
    Words(Vec<&'static str>),
    Class(LexicalClass),
    Phrase(PhraseKind),
}

/// Returns every word that a form spells out.
pub fn literals() -> Vec<&'static str> {
    let mut words: Vec<_> = [
        "'s", "'clock", "and", "a", "half", "quarter", "/", "hundred", "dozen", ".", ",", "-", "(", ")", ":", "in",
        "by", "until", "since", "of", "during", "through", "the", "on", "at",
    ]
    .into();
    let rows = FORMS.iter().chain(COMPOUND).map(|form| form.words);
    words.extend(zones::rows().flat_map(|(_, words)| words.split(' ')).chain(["time"]));
    for text in rows.chain(HOLIDAYS.iter().map(|holiday| holiday.words)) {
        for path in paths(text) {
            for element in path {
                if let PatternElement::Words(alternatives) = element {
                    words.extend(alternatives);
                }
            }
        }
    }
    words
}

/// Returns the sequences of elements that a form allows.
fn paths(form: &'static str) -> Vec<Vec<PatternElement>> {
    let mut all = vec![Vec::new()];
    // Where an optional group began: the paths that leave it out.
    let mut without: Option<Vec<Vec<PatternElement>>> = None;
    for word in form.split(' ').filter(|word| !word.is_empty()) {
        let (word, opens) = match word.strip_prefix('[') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (word, closes) = match word.strip_suffix(']') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        if opens {
            without = Some(all.clone());
        }
        let (word, optional) = match word.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let element = element(word);
        let skipped = if optional { all.clone() } else { Vec::new() };
        for path in &mut all {
            path.push(element.clone());
        }
        all.extend(skipped);
        if closes {
            all.extend(without.take().unwrap_or_default());
        }
    }
    all.retain(|path| !path.is_empty());
    all
}

fn element(word: &'static str) -> PatternElement {
    let inner = |open, close| word.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(name) = inner('{', '}') {
        return PatternElement::Class(
            LexicalClass::from_name(name).unwrap_or_else(|| panic!("{{{name}}} is no class")),
        );
    }
    if let Some(name) = inner('<', '>') {
        return PatternElement::Phrase(PhraseKind::from_name(name).unwrap_or_else(|| panic!("<{name}> is no phrase")));
    }
    PatternElement::Words(word.split('|').collect())
}

/// A branching of the trie.
#[derive(Default)]
struct TrieNode {
    words: Vec<(u16, usize)>,
    classes: Vec<(LexicalClass, usize)>,
    phrases: Vec<(PhraseKind, usize)>,
    /// Number of the form that ends here.
    accepts: Option<u16>,
}

/// All forms in one trie.
pub struct Trie {
    nodes: Vec<TrieNode>,
    makes: Vec<(Semantics, usize)>,
    root: usize,
    compound: usize,
}

pub static TRIE: LazyLock<Trie> = LazyLock::new(Trie::build);

/// A phrase and the number of items it takes.
pub type PatternMatch = (TimePhrase, usize);

/// One captured element.
#[derive(Clone, Debug)]
pub enum Captured {
    Class(LexicalClass, TimeLexeme),
    Phrase(TimePhrase),
}

/// How deep a phrase may hold phrases: "the end of | the first week of | June".
const MAX_DEPTH: u8 = 3;

impl Trie {
    fn build() -> Self {
        let mut trie =
            Self { nodes: vec![TrieNode::default(), TrieNode::default()], makes: Vec::new(), root: 0, compound: 1 };
        for form in FORMS {
            trie.insert(trie.root, form.words, form.make, 0);
        }
        for (place, holiday) in HOLIDAYS.iter().enumerate() {
            trie.insert(trie.root, holiday.words, Semantics::Holiday, place);
        }
        trie.insert_zones();
        for form in COMPOUND {
            trie.insert(trie.compound, form.words, form.make, 0);
        }
        trie
    }

    fn insert(&mut self, root: usize, words: &'static str, make: Semantics, place: usize) {
        self.makes.push((make, place));
        let form = self.makes.len() as u16 - 1;
        for path in paths(words) {
            self.insert_path(root, &path, form);
        }
    }

    /// "1 a.m. Kyiv time", for every place of the table.
    fn insert_zones(&mut self) {
        let clocks = ["{hour} {ampm}", "{clock} {ampm}?", "{dotted} {ampm}?", "{instant}"].map(paths).concat();
        for (row, words) in zones::rows() {
            self.makes.push((Semantics::ClockIn, row));
            let form = self.makes.len() as u16 - 1;
            let place = words.split(' ').chain(["time"]).map(|word| PatternElement::Words(vec![word]));
            let place: Vec<_> = place.collect();
            for clock in &clocks {
                self.insert_path(self.root, &[clock.as_slice(), place.as_slice()].concat(), form);
            }
        }
    }

    fn insert_path(&mut self, node: usize, path: &[PatternElement], form: u16) {
        let Some((element, rest)) = path.split_first() else {
            self.nodes[node].accepts.get_or_insert(form);
            return;
        };
        match element {
            PatternElement::Class(class) => {
                let known = self.nodes[node].classes.iter().find(|(known, _)| known == class).map(|known| known.1);
                let next = known.unwrap_or_else(|| self.grow());
                if known.is_none() {
                    self.nodes[node].classes.push((*class, next));
                }
                self.insert_path(next, rest, form);
            }
            PatternElement::Phrase(kind) => {
                let known = self.nodes[node].phrases.iter().find(|(known, _)| known == kind).map(|known| known.1);
                let next = known.unwrap_or_else(|| self.grow());
                if known.is_none() {
                    self.nodes[node].phrases.push((*kind, next));
                }
                self.insert_path(next, rest, form);
            }
            PatternElement::Words(alternatives) => {
                for word in alternatives {
                    let id = LEXICON.id(word);
                    let known = self.nodes[node].words.iter().find(|(known, _)| *known == id).map(|known| known.1);
                    let next = known.unwrap_or_else(|| self.grow());
                    if known.is_none() {
                        self.nodes[node].words.push((id, next));
                    }
                    self.insert_path(next, rest, form);
                }
            }
        }
    }

    fn grow(&mut self) -> usize {
        self.nodes.push(TrieNode::default());
        self.nodes.len() - 1
    }

    /// Returns the longest phrase that begins at the first of `items`.
    pub fn longest(&self, items: &[TimeLexeme]) -> Option<PatternMatch> {
        self.longest_at(items, MAX_DEPTH)
    }

    fn longest_at(&self, items: &[TimeLexeme], depth: u8) -> Option<PatternMatch> {
        let first = items.first()?;
        if first.id == 0 && first.classes.0 == 0 {
            return None;
        }
        let mut walk = TrieWalk { trie: self, items, pieces: Vec::new(), best: None, depth, base: None };
        walk.visit(self.root, 0);
        let base = walk.best.clone();
        walk.base = base;
        walk.visit(self.compound, 0);
        walk.best
    }
}

struct TrieWalk<'a> {
    trie: &'a Trie,
    items: &'a [TimeLexeme],
    pieces: Vec<Captured>,
    best: Option<PatternMatch>,
    depth: u8,
    /// The simple phrase at the first item, for compound forms that begin with one.
    base: Option<PatternMatch>,
}

impl TrieWalk<'_> {
    fn visit(&mut self, node: usize, at: usize) {
        let trie = self.trie;
        let node = &trie.nodes[node];
        if let Some(form) = node.accepts {
            self.accept(form, at);
        }
        let Some(&item) = self.items.get(at) else { return };
        if item.id != 0
            && let Some(&(_, next)) = node.words.iter().find(|(id, _)| *id == item.id)
        {
            self.visit(next, at + 1);
        }
        for &(class, next) in &node.classes {
            if item.classes.has(class) {
                self.pieces.push(Captured::Class(class, item));
                self.visit(next, at + 1);
                self.pieces.pop();
            }
        }
        if node.phrases.is_empty() {
            return;
        }
        let inner = if at == 0 {
            self.base.clone()
        } else if 0 < self.depth {
            trie.longest_at(&self.items[at..], self.depth - 1)
        } else {
            None
        };
        let Some((phrase, length)) = inner else { return };
        for &(kind, next) in &node.phrases {
            if kind.fits(&phrase) {
                self.pieces.push(Captured::Phrase(phrase.clone()));
                self.visit(next, at + length);
                self.pieces.pop();
            }
        }
    }

    fn accept(&mut self, form: u16, length: usize) {
        if self.best.as_ref().is_some_and(|(_, known)| length <= *known) {
            return;
        }
        let (make, place) = self.trie.makes[form as usize];
        let pieces = Captures { list: &self.pieces, items: &self.items[..length], place };
        if let Some(phrase) = semantics::phrase(make, &pieces) {
            self.best = Some((phrase, length));
        }
    }
}
