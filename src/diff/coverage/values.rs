//! Pairs values that one text has and the other lacks: a figure, time or name that was replaced inside rewritten text.
//!
//! Old: `Schools will turn away pupils from Monday.`
//! New: `Clinics stay open late, and pupils will be turned away from Wednesday.`
//! The new sentence covers the old one but for one time; that time was replaced.

use super::covered::{Coverage, CoveredText, shared};
use super::missing_values::{MOST_VALUES, MissingValue, missing};
use super::quotations::replaced_in_quotations;
use super::replaced_value::ReplacedValue;
use crate::diff::facets::exclusive_sets_table::{are_converse, are_others_of_a_set};
use crate::diff::slots::{SlotText, are_of_one_matter, contradictions};
use crate::model::{Change, ChangeKind, Facet, Span, Upos};

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
    /// value, also where no other of its sort can have, or where no two sentences of such values share as much; of values that
    /// count one thing, where each is the only one.
    fn is_replacement(&self, at: usize, other: usize) -> bool {
        let Some((n_shared, share)) = self.shared[at][other] else { return false };
        if self.old[at].is_of_same_thing(&self.new[other]) && self.is_only_pair(at, other) {
            return true;
        }
        if self.old[at].is_in_lone_statement || self.new[other].is_in_lone_statement {
            return false;
        }
        let others = || {
            let of_old = (0..self.new.len()).filter(|own| *own != other).filter_map(|own| self.shared[at][own]);
            let of_new = (0..self.old.len()).filter(|own| *own != at).filter_map(|own| self.shared[own][other]);
            of_old.chain(of_new).map(|(n_shared, _)| n_shared)
        };
        if self.old[at].may_meet_by_chance(&self.new[other]) {
            let is_best = others().all(|other| other < n_shared);
            return FEWEST_SHARED <= n_shared && LEAST_SHARED_BY_CHANCE <= share && is_best;
        }
        let is_distinctive = self.old[at].is_distinctive() && self.new[other].is_distinctive();
        let is_lone = || 0 < n_shared && others().next().is_none();
        let is_best = || FEWEST_SHARED_BY_BEST <= n_shared && others().all(|other| other < n_shared);
        FEWEST_SHARED <= n_shared && LEAST_SHARED <= share || is_distinctive && (is_lone() || is_best())
    }

    /// Returns whether neither value has another partner that counts the same thing.
    fn is_only_pair(&self, at: usize, other: usize) -> bool {
        let is_pair = |at: usize, other: usize| {
            self.shared[at][other].is_some() && self.old[at].is_of_same_thing(&self.new[other])
        };
        (0..self.new.len()).all(|own| own == other || !is_pair(at, own))
            && (0..self.old.len()).all(|own| own == at || !is_pair(own, other))
    }
}

/// Fewest words shared by the sentences of two values that no other two sentences share.
const FEWEST_SHARED_BY_BEST: usize = 2;
/// Least share of the words of a sentence that the other one must have for a value to be replaced in it.
const LEAST_SHARED: f32 = 0.6;
/// Fewest words that the two sentences share.
const FEWEST_SHARED: usize = 3;
/// The same for values that often stand in two texts by chance.
const LEAST_SHARED_BY_CHANCE: f32 = 0.5;

/// Returns the values that were replaced and that no facet of `changes` shows yet.
pub(crate) fn replaced_values(coverage: &Coverage<'_>, changes: &[Change]) -> Vec<ReplacedValue> {
    let (mut shown_old, mut shown_new) = shown_claims(changes);
    let (lone_old, lone_new) = lone_statements(changes);
    let old = missing(&coverage.a, &coverage.b, &shown_old, &lone_old);
    let new = missing(&coverage.b, &coverage.a, &shown_new, &lone_new);
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
                kind: value.kind(),
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
    let quoted = replaced_in_quotations(coverage, &shown_old, &shown_new);
    show(&quoted, &mut shown_old, &mut shown_new);
    replaced.extend(quoted);
    shown_old.extend(lone_old);
    shown_new.extend(lone_new);
    let (old, new) = (coverage.a.content.slot_text(), coverage.b.content.slot_text());
    let contrasts = contrasted(coverage, [&old, &new], &shown_old, &shown_new);
    show(&contrasts, &mut shown_old, &mut shown_new);
    replaced.extend(contrasts);
    replaced.extend(contradicted([&old, &new], &shown_old, &shown_new));
    replaced
}

/// Returns the spans in the old and in the new text that facets of claims show.
fn shown_claims(changes: &[Change]) -> (Vec<Span>, Vec<Span>) {
    use ChangeKind::{Order, Typography, Wording};
    let facets = || changes.iter().flat_map(|change| &change.facets);
    let claims = || facets().filter(|facet| !matches!(facet.kind, Order | Typography | Wording) && !is_lone(facet));
    (claims().filter_map(|facet| facet.a_span).collect(), claims().filter_map(|facet| facet.b_span).collect())
}

/// Returns the statements that only the old and that only the new text has: that one came and one went does not show that a
/// value in them was another one before.
fn lone_statements(changes: &[Change]) -> (Vec<Span>, Vec<Span>) {
    let lone = || changes.iter().flat_map(|change| &change.facets).filter(|facet| is_lone(facet));
    (lone().filter_map(|facet| facet.a_span).collect(), lone().filter_map(|facet| facet.b_span).collect())
}

fn is_lone(facet: &Facet) -> bool {
    facet.kind == ChangeKind::Statement && facet.a_span.is_some() != facet.b_span.is_some()
}

/// Returns words that only one text has and of which a table says that one excludes the other: "widow" and "mother".
fn contrasted(
    coverage: &Coverage<'_>,
    texts: [&SlotText<'_>; 2],
    shown_old: &[Span],
    shown_new: &[Span],
) -> Vec<ReplacedValue> {
    let missing = |text: &CoveredText<'_>, shown: &[Span]| -> Vec<usize> {
        let tokens = &text.content.analysis.document.tokens;
        let is_open = |at: &usize| !shown.iter().any(|own| own.overlaps(tokens[*at].span));
        text.missing.iter().copied().filter(is_open).take(MOST_VALUES).collect()
    };
    let (old, new) = (missing(&coverage.a, shown_old), missing(&coverage.b, shown_new));
    let place = |text: &CoveredText<'_>, at: usize| {
        let span = text.content.analysis.document.tokens[at].span;
        (text.sentence(span), span)
    };
    let are_of_one_matter =
        |at: usize, other: usize| are_of_one_matter(texts, place(&coverage.a, at).0, place(&coverage.b, other).0);
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .flat_map(|&at| new.iter().map(move |&other| (at, other)))
        .filter(|&(at, other)| are_contrasts(coverage, at, other) && are_of_one_matter(at, other))
        .collect();
    let is_lone = |&(at, other): &(usize, usize)| {
        pairs.iter().filter(|(x, _)| *x == at).count() == 1 && pairs.iter().filter(|(_, y)| *y == other).count() == 1
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

/// Returns the things of which the texts say what cannot both be so, where no span of `shown` shows it.
fn contradicted<'c>(
    texts: [&SlotText<'_>; 2],
    shown_old: &'c [Span],
    shown_new: &'c [Span],
) -> impl Iterator<Item = ReplacedValue> + use<'c> {
    let is_shown = |shown: &[Span], span: Span| shown.iter().any(|own| own.overlaps(span));
    let found = contradictions(texts).into_iter();
    let open = found.filter(move |one| !is_shown(shown_old, one.old.1) && !is_shown(shown_new, one.new.1));
    open.map(|one| ReplacedValue { kind: one.kind, old: one.old, new: one.new, why: one.why })
}

/// Returns the stems of the telling words of a sentence.
fn words_of(text: &CoveredText<'_>, sentence: usize) -> Vec<String> {
    text.stems(text.content.analysis.document.sentences[sentence].tokens.clone())
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
    fn another_name_in_a_rewritten_sentence_is_found() {
        let old = "Trains on the Red Line will run every hour on Thursday, the managing director, Tom Sundby, said.";
        let other = "Every hour on Thursday trains will run on the Red Line, said the managing director, Ann Kettle.";
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(facets(old, other, ChangeKind::Name), [pair("Tom Sundby", "Ann Kettle")]);
        let same = "Every hour on Thursday trains will run on the Red Line, said Sundby, the managing director.";
        assert_eq!(facets(old, same, ChangeKind::Name), []);
        let explained = "Every hour trains will run on the Red Line. Thursday is a holiday in Delby.";
        assert_eq!(facets(old, explained, ChangeKind::Name), []);
    }

    #[test]
    fn the_only_measures_in_one_unit_replace_each_other() {
        let old = "Crews came by boat.\n\nThe fire, started by lightning, covers 9,000 hectares.";
        let new =
            "A quad bike ignited the blaze, investigators say; it has consumed 11,500 hectares.\n\nCrews came by boat.";
        let found = facets(old, new, ChangeKind::Figure);
        assert!(found.iter().any(|(old, new)| old.contains("9,000") && new.contains("11,500")), "{found:?}");
        let two = new.replace("Crews", "It threatens 400 hectares of vines. Crews");
        let found = facets(old, &two, ChangeKind::Figure);
        assert!(!found.iter().any(|(old, new)| old.contains("9,000") && new.contains("400")), "{found:?}");
    }

    #[test]
    fn one_date_in_two_forms_replaces_nothing() {
        let old = "Crews worked through the night.\n\nThe harbour board will close the east quay on 4 May, its chairman said.";
        let new = "From May 4, the east quay will be closed by the harbour board, its chairman said.\n\nCrews worked all night.";
        assert_eq!(facets(old, new, ChangeKind::Date), []);
    }
}
