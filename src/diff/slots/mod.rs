//! Compares what two texts say of one thing, wherever in them they say it.
//!
//! Old: `Turnout was 54%; of those who voted, 68% were in favour.`
//! New: `In the ballot 54 per cent backed the offer, on a turnout of 68 per cent.`
//! Each word and each value of one text stands in the other, so looking words up shows nothing; the turnout is another one.
//!
//! A slot is one thing that a text says of one subject: what the turnout was, whether the power *was restored*, whom the
//! vineyard was sold *to*. In: two texts with what each covers of the other. Out: pairs of slots of one subject that cannot
//! both be so ([`Contradiction`]). A subject of which one text says two things is left alone: then order and wording would
//! have to tell which is meant.
//!
//! One file a sort of slot, and a row of `slot_rules_table` for each: `time_relations`, `place_relations`, `measure_relations`,
//! `bounds`, `shares`, `rates`, `labels`, `scores`, `quantifiers`, `directions`, `scales`, `polarity`, `realization`, `stages`, `findings`,
//! `conditions`, `attributions`, `participants`, `agents`, `owners`, `event_order`, `given_names`; a reader's words stand in the
//! table of its name. `slot_rule` is what a row holds, `slot` what a reader returns, `denial` tells whether a predicate is denied, `clause_parts` who takes part in it.

mod agents;
mod attributions;
mod attributions_table;
mod bounds;
mod clause_parts;
mod conditions;
mod conditions_table;
mod denial;
mod directions;
mod directions_table;
mod event_order;
mod event_order_table;
mod findings;
mod findings_table;
mod given_names;
mod labels;
mod measure_relations;
mod owners;
mod participants;
mod place_relations;
mod place_relations_table;
mod polarity;
mod polarity_table;
mod quantifiers;
mod quantifiers_table;
mod rates;
mod realization;
mod realization_table;
mod scales;
mod scales_table;
mod scores;
mod shares;
mod shares_table;
mod slot;
mod slot_rule;
mod slot_rules_table;
mod stages;
mod time_relations;
mod time_relations_table;

use rustc_hash::FxHashSet;

use crate::model::{ChangeKind, Span};
pub(super) use slot::SlotText;
use slot::{Slot, SubjectSlots};
use slot_rule::SlotRule;
use slot_rules_table::SLOT_RULES;

/// Most slots of one sort that are compared; a text with more is another text.
const MOST_COMPARED: usize = 100;
/// Fewest telling words that two sentences of one matter share.
const FEWEST_SHARED: usize = 2;
/// Such sentences share at least one in so many telling words of the shorter one.
const LEAST_SHARE: usize = 3;

/// Two slots of one subject that cannot both be so.
pub(super) struct Contradiction {
    /// What kind of fact it is.
    pub kind: ChangeKind,
    /// The name of the rule.
    pub why: &'static str,
    /// Sentence and words in the old text.
    pub old: (usize, Span),
    /// Sentence and words in the new text.
    pub new: (usize, Span),
}

/// Returns the pairs of slots of changed sentences that contradict each other.
pub(super) fn contradictions(texts: [&SlotText<'_>; 2]) -> Vec<Contradiction> {
    SLOT_RULES.iter().flat_map(|rule| contradictions_by(rule, texts)).collect()
}

fn contradictions_by(rule: &SlotRule, texts: [&SlotText<'_>; 2]) -> Vec<Contradiction> {
    let [old, new] = (rule.read)(texts);
    let (old, new) = (SubjectSlots::new(texts[0], old), SubjectSlots::new(texts[1], new));
    let both = old.slots.keys().filter_map(|subject| Some((old.told(subject)?, new.told(subject)?)));
    let differing = both.filter(|(old, new)| old.value != new.value).take(MOST_COMPARED);
    let contradiction = |(before, after): (&Slot, &Slot)| {
        let places = (texts[0].sentence(before.span), texts[1].sentence(after.span));
        let is_one = (rule.exclude)([&old, &new], before, after)
            && (!rule.needs_context || are_of_one_matter(texts, places.0, places.1));
        let (old, new) = ((places.0, before.span), (places.1, after.span));
        is_one.then_some(Contradiction { kind: rule.kind, why: rule.why, old, new })
    };
    differing.filter_map(contradiction).collect()
}

/// Returns whether two sentences tell of one matter: they share telling words.
pub(super) fn are_of_one_matter(texts: [&SlotText<'_>; 2], old: usize, new: usize) -> bool {
    let words = |text: &SlotText<'_>, sentence: usize| -> FxHashSet<String> {
        let span = text.analysis.document.sentences[sentence].span;
        text.telling_words(span).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(texts[0], old), words(texts[1], new));
    let shared = old.intersection(&new).count();
    FEWEST_SHARED <= shared && old.len().min(new.len()) <= shared * LEAST_SHARE
}

#[cfg(test)]
mod table_tests;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::analyze;
    use crate::model::Setting;

    /// Returns whether a rule finds a contradiction.
    pub(super) fn contradicts(rule: &SlotRule, old: &str, new: &str) -> bool {
        let (old, new) = (analyze(old, Setting::default()), analyze(new, Setting::default()));
        let changed = [&old, &new].map(|analysis| vec![true; analysis.document.sentences.len()]);
        let (old, new) = (SlotText::new(&old, &changed[0]), SlotText::new(&new, &changed[1]));
        !contradictions_by(rule, [&old, &new]).is_empty()
    }

    #[test]
    fn every_sort_of_slot_is_compared_as_its_examples_say() {
        let mut wrong = Vec::new();
        for rule in SLOT_RULES {
            let wanted = rule.examples.iter().map(|pair| (pair, true));
            for ((old, new), want) in wanted.chain(rule.counter_examples.iter().map(|pair| (pair, false))) {
                if contradicts(rule, old, new) != want {
                    wrong.push(format!("{}: {old} / {new}", rule.why));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_subject_of_which_two_things_are_said_is_left_alone() {
        let rule = SLOT_RULES.iter().find(|rule| rule.why == "quantifier-replaced").expect("the row is there");
        assert!(contradicts(rule, "Most clubs agreed in Pelt.", "In Pelt all clubs agreed."));
        assert!(!contradicts(rule, "Most clubs agreed in Pelt. All clubs met there.", "In Pelt all clubs agreed."));
    }
}
