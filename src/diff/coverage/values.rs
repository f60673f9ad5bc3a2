//! Pairs values that one text has and the other lacks: a figure, time or name that was replaced inside rewritten text.
//!
//! Old: `Schools will turn away pupils from Monday.`
//! New: `Clinics stay open late, and pupils will be turned away from Wednesday.`
//! The new sentence covers the old one but for one time; that time was replaced.

use chrono::Weekday;

use super::content::{Covered, TokenContent};
use super::covered::{Coverage, CoveredText};
use super::time_keys::part_of_year;
use crate::claim::figures::{plain_unit, plain_value};
use crate::claim::names::fold;
use crate::diff::facets::exclusive_sets_table::{are_converse, are_others_of_a_set};
use crate::diff::lexicon::knows;
use crate::diff::slots::contradictions;
use crate::model::{Change, ChangeKind, Span, Timex, TimexType, Upos};
use crate::text::dateline;

/// A value of a changed sentence that the other text lacks.
struct MissingValue {
    kind: ChangeKind,
    sentence: usize,
    span: Span,
    /// What values of one sort have in common: only they replace each other.
    sort: String,
    /// What a figure counts, where that is known.
    of: Option<String>,
    /// The value as compared: two forms of one value replace nothing.
    value: String,
    word: String,
}

impl MissingValue {
    /// Returns whether another value of the same sort may stand in the place of this one.
    fn may_give_way_to(&self, other: &Self) -> bool {
        let are_alike = || LEAST_ALIKE <= strsim::normalized_damerau_levenshtein(&self.word, &other.word);
        let is_other_currency = || {
            let are_currencies = [self, other].iter().all(|value| is_currency(&value.sort));
            self.kind == ChangeKind::Figure && self.value == other.value && are_currencies
        };
        let is_other_value = self.sort == other.sort && self.value != other.value;
        self.kind == other.kind
            && (is_other_value || self.sort != other.sort && is_other_currency())
            && (self.of.is_none() || other.of.is_none() || self.of == other.of)
            && (self.kind != ChangeKind::Name || are_alike() && knows(&self.word) == knows(&other.word))
    }

    /// Returns whether the value is seldom met by chance: a time, a measure, a number of three digits.
    fn is_distinctive(&self) -> bool {
        match self.kind {
            ChangeKind::Date => true,
            ChangeKind::Figure => !self.sort.is_empty() || self.value.parse().is_ok_and(|value: f64| 100.0 <= value),
            _ => false,
        }
    }
}

/// Returns whether a unit is a currency: three capitals.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// How many telling words the sentences of each old and each new value share.
struct Likeness<'v> {
    old: &'v [MissingValue],
    new: &'v [MissingValue],
    /// Words shared and the share of the shorter sentence, by old and new value; `None` for values of two sorts.
    shared: Vec<Vec<Option<(usize, f32)>>>,
}

impl<'v> Likeness<'v> {
    fn of_all(coverage: &Coverage<'_>, old: &'v [MissingValue], new: &'v [MissingValue]) -> Self {
        let words = |text: &CoveredText<'_>, values: &[MissingValue]| -> Vec<Vec<String>> {
            values.iter().map(|value| words_of(text, value.sentence)).collect()
        };
        let (words_old, words_new) = (words(&coverage.a, old), words(&coverage.b, new));
        let row = |at: usize| {
            let pair =
                |other: usize| old[at].may_give_way_to(&new[other]).then(|| shared(&words_old[at], &words_new[other]));
            (0..new.len()).map(pair).collect()
        };
        Self { old, new, shared: (0..old.len()).map(row).collect() }
    }

    /// Returns whether a new value took the place of an old one: in sentences that say the same otherwise; of a distinctive
    /// value, also where no other of its sort can have, or where no two sentences of such values share as much.
    fn is_replacement(&self, at: usize, other: usize) -> bool {
        let Some((n_shared, share)) = self.shared[at][other] else { return false };
        let others = || {
            let of_old = (0..self.new.len()).filter(|own| *own != other).filter_map(|own| self.shared[at][own]);
            let of_new = (0..self.old.len()).filter(|own| *own != at).filter_map(|own| self.shared[own][other]);
            of_old.chain(of_new).map(|(n_shared, _)| n_shared)
        };
        let is_distinctive = self.old[at].is_distinctive() && self.new[other].is_distinctive();
        let is_lone = || 0 < n_shared && others().next().is_none();
        let is_best = || FEWEST_SHARED_BY_BEST <= n_shared && others().all(|other| other < n_shared);
        FEWEST_SHARED <= n_shared && LEAST_SHARED <= share || is_distinctive && (is_lone() || is_best())
    }
}

/// Fewest words shared by the sentences of two values that no other two sentences share.
const FEWEST_SHARED_BY_BEST: usize = 2;

/// A value that took the place of another one.
pub(crate) struct ReplacedValue {
    pub kind: ChangeKind,
    /// Sentence and span in the old text.
    pub old: (usize, Span),
    /// Sentence and span in the new text.
    pub new: (usize, Span),
    /// The name of the rule that found it.
    pub why: &'static str,
}

/// Most missing values of a text that are paired.
const MOST_VALUES: usize = 40;
/// Least share of the words of a sentence that the other one must have for a value to be replaced in it.
const LEAST_SHARED: f32 = 0.6;
/// Fewest words that the two sentences share.
const FEWEST_SHARED: usize = 3;
/// Least likeness of two names that differ by a slip.
const LEAST_ALIKE: f64 = 0.75;

/// Returns the values that were replaced and that no facet of `changes` shows yet.
pub(crate) fn replaced_values(coverage: &Coverage<'_>, changes: &[Change]) -> Vec<ReplacedValue> {
    let (mut shown_old, mut shown_new) = shown_claims(changes);
    let (old, new) = (missing(&coverage.a, &shown_old), missing(&coverage.b, &shown_new));
    let pairs = Likeness::of_all(coverage, &old, &new);
    let mut used = vec![false; new.len()];
    let mut replaced = Vec::new();
    for (at, value) in old.iter().enumerate() {
        let fits = |other: &usize| !used[*other] && pairs.is_replacement(at, *other);
        let mut candidates = (0..new.len()).filter(fits);
        if let (Some(at), None) = (candidates.next(), candidates.next()) {
            used[at] = true;
            let other = &new[at];
            replaced.push(ReplacedValue {
                kind: value.kind,
                old: (value.sentence, value.span),
                new: (other.sentence, other.span),
                why: "value-replaced",
            });
        }
    }
    let show = |replaced: &[ReplacedValue], shown_old: &mut Vec<Span>, shown_new: &mut Vec<Span>| {
        shown_old.extend(replaced.iter().map(|value| value.old.1));
        shown_new.extend(replaced.iter().map(|value| value.new.1));
    };
    show(&replaced, &mut shown_old, &mut shown_new);
    let contrasts = contrasted(coverage, &shown_old, &shown_new);
    show(&contrasts, &mut shown_old, &mut shown_new);
    replaced.extend(contrasts);
    replaced.extend(contradicted(coverage, &shown_old, &shown_new));
    replaced
}

/// Returns the spans in the old and in the new text that facets of claims show.
fn shown_claims(changes: &[Change]) -> (Vec<Span>, Vec<Span>) {
    use ChangeKind::{Order, Typography, Wording};
    let facets = || changes.iter().flat_map(|change| &change.facets);
    let claims = || facets().filter(|facet| !matches!(facet.kind, Order | Typography | Wording));
    (claims().filter_map(|facet| facet.a_span).collect(), claims().filter_map(|facet| facet.b_span).collect())
}

/// Returns words that only one text has and of which a table says that one excludes the other: "widow" and "mother".
fn contrasted(coverage: &Coverage<'_>, shown_old: &[Span], shown_new: &[Span]) -> Vec<ReplacedValue> {
    let missing = |text: &CoveredText<'_>, shown: &[Span]| -> Vec<usize> {
        let tokens = &text.content.analysis.document.tokens;
        let is_open = |at: &usize| !shown.iter().any(|own| own.overlaps(tokens[*at].span));
        text.missing.iter().copied().filter(is_open).take(MOST_VALUES).collect()
    };
    let (old, new) = (missing(&coverage.a, shown_old), missing(&coverage.b, shown_new));
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .flat_map(|&at| new.iter().map(move |&other| (at, other)))
        .filter(|&(at, other)| are_contrasts(coverage, at, other) && are_of_one_matter(coverage, at, other))
        .collect();
    let is_lone = |&(at, other): &(usize, usize)| {
        pairs.iter().filter(|(x, _)| *x == at).count() == 1 && pairs.iter().filter(|(_, y)| *y == other).count() == 1
    };
    let place = |text: &CoveredText<'_>, at: usize| {
        let span = text.content.analysis.document.tokens[at].span;
        (text.sentence(span), span)
    };
    let replaced = |&(at, other): &(usize, usize)| ReplacedValue {
        kind: ChangeKind::Statement,
        old: place(&coverage.a, at),
        new: place(&coverage.b, other),
        why: "contrast-replaced",
    };
    pairs.iter().filter(|pair| is_lone(pair)).map(replaced).collect()
}

/// Returns whether two nouns or adjectives are different members of a set whose members exclude each other.
fn are_contrasts(coverage: &Coverage<'_>, old: usize, new: usize) -> bool {
    let (a, b) = (&coverage.a.content, &coverage.b.content);
    let names_a_kind = |upos: Upos| matches!(upos, Upos::Noun | Upos::Adj);
    let (one, other) = (a.analysis.document.norm(old), b.analysis.document.norm(new));
    names_a_kind(a.upos(old))
        && names_a_kind(b.upos(new))
        && are_others_of_a_set(one, other)
        && !are_converse(one, other)
}

/// Returns whether the sentences of two words share telling words.
fn are_of_one_matter(coverage: &Coverage<'_>, old: usize, new: usize) -> bool {
    let words = |text: &CoveredText<'_>, at: usize| {
        words_of(text, text.sentence(text.content.analysis.document.tokens[at].span))
    };
    let (n_shared, share) = shared(&words(&coverage.a, old), &words(&coverage.b, new));
    FEWEST_SHARED_BY_BEST <= n_shared && LEAST_SHARED_BY_CONTRASTS <= share
}

/// Least share of the words of a sentence that the one with its contrast has.
const LEAST_SHARED_BY_CONTRASTS: f32 = 0.34;

/// Returns the things of which the texts say what cannot both be so, where no span of `shown` shows it.
fn contradicted<'c>(
    coverage: &'c Coverage<'_>,
    shown_old: &'c [Span],
    shown_new: &'c [Span],
) -> impl Iterator<Item = ReplacedValue> + 'c {
    let (old, new) = (coverage.a.content.slot_text(), coverage.b.content.slot_text());
    let is_shown = |shown: &[Span], span: Span| shown.iter().any(|own| own.overlaps(span));
    let found = contradictions([&old, &new]).into_iter();
    let open = found.filter(move |one| !is_shown(shown_old, one.old.1) && !is_shown(shown_new, one.new.1));
    open.map(|one| ReplacedValue { kind: one.kind, old: one.old, new: one.new, why: one.why })
}

/// Returns the telling words of a sentence, in their dictionary form.
fn words_of(text: &CoveredText<'_>, sentence: usize) -> Vec<String> {
    let tokens = text.content.analysis.document.sentences[sentence].tokens.clone();
    let words = tokens.filter(|&at| text.content.tokens[at] == TokenContent::Word);
    words.map(|at| text.content.lemma(at).to_owned()).collect()
}

/// Returns how many telling words two sentences share, and which part of the shorter one that is.
fn shared(old: &[String], new: &[String]) -> (usize, f32) {
    let both = old.iter().filter(|word| new.contains(word)).count();
    (both, both as f32 / old.len().min(new.len()).max(1) as f32)
}

/// Returns the values of changed sentences that the other text lacks and that no span of `shown` shows.
fn missing(text: &CoveredText<'_>, shown: &[Span]) -> Vec<MissingValue> {
    let analysis = text.content.analysis;
    let document = &analysis.document;
    let is_missing = |span: Span| {
        let tokens = document.tokens_in(span);
        tokens.clone().all(|at| matches!(text.covered[at], Covered::No))
            && tokens.start < tokens.end
            && text.content.is_changed(tokens.start)
            && !shown.iter().any(|own| own.overlaps(span))
            // The day on which an article was sent is no news.
            && !dateline::holds(document, text.sentence(span), span)
    };
    let found = |kind, span: Span, sort: String, of, value: String| {
        let word = span.of(document.text).to_lowercase();
        MissingValue { kind, sentence: text.sentence(span), span, sort, of, value, word }
    };
    let figures = analysis.figures.iter().filter(|figure| is_missing(figure.span)).map(|figure| {
        let unit = plain_unit(figure).1.unwrap_or_default().to_owned();
        found(ChangeKind::Figure, figure.span, unit, figure.of.clone(), plain_value(figure).to_string())
    });
    let times = analysis.timexes.iter().filter(|timex| is_missing(timex.span)).filter_map(|timex| {
        let (sort, value) = point(timex, document.text)?;
        Some(found(ChangeKind::Date, timex.span, sort, None, value))
    });
    let names = text.missing.iter().filter(|&&at| text.content.upos(at) == Upos::Propn);
    let names = names.map(|&at| document.tokens[at].span).filter(|span| is_missing(*span)).map(|span| {
        let folded = fold(span.of(document.text));
        found(ChangeKind::Name, span, String::new(), None, folded)
    });
    figures.chain(times).chain(names).take(MOST_VALUES).collect()
}

/// Returns the sort and the value of a date or clock time; what leaves open which one it is has none, and a length of time
/// is met by chance.
fn point(timex: &Timex, text: &str) -> Option<(String, String)> {
    let form = |value: &str| value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match timex.kind {
        TimexType::Date | TimexType::Time if timex.edtf.is_some() => Some((form(&timex.value), timex.value.clone())),
        TimexType::Date => {
            part_of_year(timex, text).map(|part| (part.sort().to_owned(), format!("{part:?}"))).or_else(|| {
                // A text of unknown date leaves open which Monday it means; it is no Tuesday.
                let weekday: Weekday = timex.span.of(text).parse().ok()?;
                Some(("weekday".to_owned(), weekday.to_string()))
            })
        }
        TimexType::Time => clock(timex, text).map(|clock| ("clock".to_owned(), clock)),
        TimexType::Duration | TimexType::Set => None,
    }
}

/// Returns an hour of the clock in one form; `None` where the half of the day is left open.
fn clock(timex: &Timex, text: &str) -> Option<String> {
    let clock = timex.value.strip_prefix('T')?;
    let hour: u32 = clock.get(..2)?.parse().ok()?;
    let words = timex.span.of(text).to_ascii_lowercase();
    let is_half = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_matches('.');
        matches!(word, "am" | "a.m" | "pm" | "p.m" | "noon" | "midnight" | "midday")
    };
    let tells_half = words.split(|c: char| !c.is_alphanumeric() && c != '.').any(is_half);
    (tells_half || 12 < hour).then(|| if hour == 24 { clock.replacen("24", "00", 1) } else { clock.to_owned() })
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Returns the sides of the facets of one kind.
    fn facets(old: &str, new: &str, kind: ChangeKind) -> Vec<(String, String)> {
        let published = "2026-05-01".parse().ok().map(crate::model::DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let facets = comparison.changes.into_iter().flat_map(|change| change.facets);
        let own = facets.filter(|facet| facet.kind == kind);
        own.map(|facet| (facet.before.unwrap_or_default(), facet.after.unwrap_or_default())).collect()
    }

    #[test]
    fn a_word_gives_way_to_another_of_its_set_in_a_rewritten_sentence() {
        let old = "The patient's widow told the inquest in Pelt that staff had ignored her calls.";
        let new = "Staff had ignored her calls, the mother of the patient told the Pelt inquest.";
        let found = facets(old, new, ChangeKind::Statement);
        assert!(found.contains(&("widow".to_owned(), "mother".to_owned())), "{found:?}");
        let husband = "Ann Lee, whose husband is Tom Ray, told the inquest in Pelt that staff had ignored calls.";
        let wife = "Staff had ignored calls, Ann Lee, Tom Ray's wife, told the Pelt inquest.";
        let found = facets(husband, wife, ChangeKind::Statement);
        assert!(!found.contains(&("husband".to_owned(), "wife".to_owned())), "{found:?}");
    }

    #[test]
    fn a_lone_year_is_found_in_a_sentence_that_shares_one_word() {
        let old = "The mill closed in 1986 and reopened as a museum. It is the oldest in the county.";
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let found =
            facets(old, "The county's oldest mill is a museum now; it shut its doors in 1968.", ChangeKind::Date);
        assert_eq!(found, [pair("1986", "1968")]);
        let fire = old.replace("1986", "1986, after a fire in 1968,");
        assert_eq!(
            facets(&fire, "The county's oldest mill is a museum now; it shut its doors in 1968.", ChangeKind::Date),
            []
        );
    }

    #[test]
    fn a_date_replaced_inside_a_moved_and_rewritten_sentence_is_found() {
        let old = "Crews worked through the night.\n\nThe harbour board will close the east quay on 4 May, its chairman said.";
        let new = "From 6 May, the east quay will be closed by the harbour board, its chairman said.\n\nCrews worked all night.";
        let found = facets(old, new, ChangeKind::Date);
        assert!(found.iter().any(|(old, new)| old.contains("4 May") && new.contains("6 May")), "{found:?}");
    }

    #[test]
    fn a_weekday_replaced_in_a_text_of_unknown_date_is_found() {
        let old = "Crews worked through the night.\n\nThe harbour board will close the east quay on Monday, its chairman said.";
        let new = "From Tuesday, the east quay will be closed by the harbour board, its chairman said.\n\nCrews worked all night.";
        let comparison = compare(&read_side(None, old, Setting::default()), &read_side(None, new, Setting::default()));
        let facets = comparison.changes.iter().flat_map(|change| &change.facets);
        let dates: Vec<_> = facets.filter(|facet| facet.kind == ChangeKind::Date).collect();
        assert!(
            dates.iter().any(|facet| facet.after.as_deref().is_some_and(|new| new.contains("Tuesday"))),
            "{dates:?}"
        );
    }

    #[test]
    fn one_date_in_two_forms_replaces_nothing() {
        let old = "Crews worked through the night.\n\nThe harbour board will close the east quay on 4 May, its chairman said.";
        let new = "From May 4, the east quay will be closed by the harbour board, its chairman said.\n\nCrews worked all night.";
        assert_eq!(facets(old, new, ChangeKind::Date), []);
    }
}
