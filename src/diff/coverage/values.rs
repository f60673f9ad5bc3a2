//! Pairs values that one text has and the other lacks: a figure, time or name that was replaced inside rewritten text.
//!
//! Old: `Schools will turn away pupils from Monday.`
//! New: `Clinics stay open late, and pupils will be turned away from Wednesday.`
//! The new sentence covers the old one but for one time; that time was replaced.

use chrono::Weekday;

use super::content::{Covered, TokenContent};
use super::covered::{Coverage, CoveredText};
use crate::claim::names::fold;
use crate::diff::lexicon::knows;
use crate::diff::slots::contradictions;
use crate::model::{Change, ChangeKind, Span, Timex, TimexType, Upos};

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
    /// Returns whether another value may stand in the place of this one.
    fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.sort == other.sort
    }

    /// Returns whether the value is seldom met by chance: a year, a number of three digits.
    fn is_distinctive(&self) -> bool {
        match self.kind {
            ChangeKind::Date => self.sort == YEAR,
            ChangeKind::Figure => self.value.parse().is_ok_and(|value: f64| 100.0 <= value),
            _ => false,
        }
    }
}

/// The sort of a year.
const YEAR: &str = "0000";

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
    let shown = |new: bool| -> Vec<Span> {
        let facets = changes.iter().flat_map(|change| &change.facets);
        let claims = facets.filter(|facet| !matches!(facet.kind, ChangeKind::Wording | ChangeKind::Typography));
        claims
            .filter(|facet| facet.kind != ChangeKind::Order)
            .filter_map(|facet| if new { facet.b_span } else { facet.a_span })
            .collect()
    };
    let (old, new) = (missing(&coverage.a, &shown(false)), missing(&coverage.b, &shown(true)));
    let mut replaced = Vec::new();
    let mut used = vec![false; new.len()];
    let n_of_sort =
        |values: &[MissingValue], value: &MissingValue| values.iter().filter(|own| value.is_like(own)).count();
    for value in &old {
        let is_lone = value.is_distinctive() && n_of_sort(&old, value) == 1 && n_of_sort(&new, value) == 1;
        let fits = |&at: &usize| !used[at] && is_replaced_by(coverage, value, &new[at], is_lone);
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
    replaced.extend(contradicted(coverage, &shown(false), &shown(true)));
    replaced
}

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

/// Returns whether one value took the place of another: of one sort, in sentences that say the same otherwise; of a lone
/// value, which no other of its sort can have replaced, in sentences that share a word.
fn is_replaced_by(coverage: &Coverage<'_>, old: &MissingValue, new: &MissingValue, is_lone: bool) -> bool {
    let alike = || strsim::normalized_damerau_levenshtein(&old.word, &new.word);
    let (n_shared, share) = shared(coverage, old.sentence, new.sentence);
    old.is_like(new)
        && old.value != new.value
        && (old.of.is_none() || new.of.is_none() || old.of == new.of)
        && (old.kind != ChangeKind::Name || LEAST_ALIKE <= alike() && knows(&old.word) == knows(&new.word))
        && (FEWEST_SHARED <= n_shared && LEAST_SHARED <= share || is_lone && 0 < n_shared)
}

/// Returns how many telling words two sentences share, and which part of the shorter one that is.
fn shared(coverage: &Coverage<'_>, old: usize, new: usize) -> (usize, f32) {
    let words = |text: &CoveredText<'_>, sentence: usize| -> Vec<String> {
        let tokens = text.content.analysis.document.sentences[sentence].tokens.clone();
        let words = tokens.filter(|&at| text.content.tokens[at] == TokenContent::Word);
        words.map(|at| text.content.lemma(at).to_owned()).collect()
    };
    let (old, new) = (words(&coverage.a, old), words(&coverage.b, new));
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
    };
    let sentence = |span: Span| document.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let found = |kind, span: Span, sort: String, of, value: String| {
        let word = span.of(document.text).to_lowercase();
        MissingValue { kind, sentence: sentence(span), span, sort, of, value, word }
    };
    let figures = analysis.figures.iter().filter(|figure| is_missing(figure.span)).map(|figure| {
        let unit = figure.unit.clone().unwrap_or_default();
        found(ChangeKind::Figure, figure.span, unit, figure.of.clone(), figure.value.to_string())
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

/// Returns the sort and the value of a day or a clock time; a length of time has too many forms to compare.
fn point(timex: &Timex, text: &str) -> Option<(String, String)> {
    if !matches!(timex.kind, TimexType::Date | TimexType::Time) {
        return None;
    }
    if timex.edtf.is_some() {
        let form = timex.value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        return Some((form, timex.value.clone()));
    }
    // A text of unknown date leaves open which Monday it means; it is no Tuesday.
    let weekday: Weekday = timex.span.of(text).parse().ok()?;
    Some(("weekday".to_owned(), weekday.to_string()))
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
