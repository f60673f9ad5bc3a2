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
//! One file a sort of slot, and a row of [`SLOT_RULES`] for each: `time_relations`, `measure_relations`, `labels`, `scores`,
//! `quantifiers`, `stages`, `participants`, `event_order`, `given_names`. `slot` is what they return, `denial` tells
//! whether a predicate is denied.

mod denial;
mod event_order;
mod given_names;
mod labels;
mod measure_relations;
mod participants;
mod quantifiers;
mod scores;
mod slot;
mod stages;
mod time_relations;

use rustc_hash::FxHashSet;

use crate::model::{ChangeKind, Span, Upos};
use crate::text::is_function_word;
pub(super) use slot::SlotText;
use slot::{Slot, SubjectSlots};

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

/// Reads one sort of slot and tells which of its values exclude each other.
struct SlotRule {
    kind: ChangeKind,
    /// The name of the rule.
    why: &'static str,
    /// Returns the slots of both texts.
    read: fn([&SlotText<'_>; 2]) -> [Vec<Slot>; 2],
    /// Whether the subject alone is too little: one word may be said of two things.
    needs_context: bool,
    /// Returns whether an old and a new value of one subject exclude each other.
    exclude: fn([&SubjectSlots<'_>; 2], &Slot, &Slot) -> bool,
    /// Old and new texts that contradict each other.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    examples: &'static [(&'static str, &'static str)],
    /// Old and new texts that say the same, or of which too little is known.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    counter_examples: &'static [(&'static str, &'static str)],
}

/// Every sort of slot.
const SLOT_RULES: &[SlotRule] = &[
    SlotRule {
        kind: ChangeKind::Date,
        why: "time-relation-replaced",
        needs_context: true,
        read: |texts| texts.map(time_relations::read),
        exclude: |_, old, new| time_relations::exclude(&old.value, &new.value),
        examples: &[
            ("The pool is shut until Friday for repairs.", "For repairs the city will shut the pool from Friday."),
            ("Bids are taken before 4 May.", "The port said that bids would be taken after 4 May."),
        ],
        counter_examples: &[
            ("The pool is shut until Friday for repairs.", "For repairs the city shut the pool through Friday."),
            ("The pool is shut until Friday.", "Swimmers can use the pool again from Friday."),
            ("The crew did not leave before Friday.", "The crew left after Friday."),
            ("The ban runs from May until July.", "Lasting until July, the ban starts in May."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "measure-relation-replaced",
        needs_context: true,
        read: |texts| texts.map(measure_relations::read),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("The bank cut its forecast to 1.2%.", "Its growth forecast was lowered by 1.2 per cent, the bank said."),
            ("The river rose by two metres.", "Overnight the water climbed to two metres."),
        ],
        counter_examples: &[
            ("The bank cut its forecast to 1.2%.", "Its growth forecast was lowered to 1.2 per cent, the bank said."),
            ("Sales rose by 4% to 4 million euros.", "Up by 4 per cent, sales came to four million euros."),
            ("The river rose by up to two metres.", "The river rose by as much as two metres."),
            ("Up to 2% of the stock was sold.", "Sold was as much as 2% of the stock."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "values-exchanged",
        needs_context: false,
        read: |texts| texts.map(labels::read),
        exclude: labels::exclude,
        examples: &[
            (
                "Turnout was 54%; of those who voted, 68% were in favour.",
                "In the ballot 54 per cent backed the offer, on a turnout of 68 per cent.",
            ),
            (
                "Nausea was reported by 7% of patients. Headaches troubled 12% of them.",
                "Of the patients, 7 per cent had headaches, and 12 per cent felt nausea.",
            ),
        ],
        counter_examples: &[
            (
                "Turnout was 54%; of those who voted, 68% were in favour.",
                "In the ballot 68 per cent backed the offer, on a turnout of 54 per cent.",
            ),
            ("Turnout was 54% in May and 68% in June.", "On a turnout of 68 per cent in June the measure passed."),
            ("Turnout was 54%, up from 48%.", "Turnout rose from 48% to 54%."),
            ("Turnout was 54%, against 48% last time.", "Last time turnout was 48%; now it was 54%."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "result-turned-round",
        needs_context: false,
        read: |texts| texts.map(scores::read),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("The bill passed 52-48.", "On Monday the bill passed 48-52."),
            ("Delby won 3-1 at home.", "At home Delby won 1-3."),
        ],
        counter_examples: &[
            ("Delby beat Orvel 3-1.", "Orvel lost 1-3 to Delby."),
            ("The bill passed 52-48.", "On Monday the bill passed 52–48."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "quantifier-replaced",
        needs_context: true,
        read: |texts| texts.map(quantifiers::read),
        exclude: |_, old, new| quantifiers::exclude(&old.value, &new.value),
        examples: &[
            ("Most primary schools in the north were shut.", "In the north all primary schools stayed closed."),
            ("None of the flats has an alarm.", "Officials found that most of the flats have alarms."),
        ],
        counter_examples: &[
            ("Every school in the north was shut.", "In the north all schools stayed closed."),
            ("Some flats have alarms.", "There are alarms in several flats."),
            ("Some 300 people were taken off the ship.", "All 300 people were taken off the ship."),
            ("Half of the rooms were empty.", "Every second room was empty."),
            ("All pupils had lunch there. Rain fell.", "Some pupils went to the beach. Rain fell."),
            ("All passengers escaped unhurt.", "None of the passengers was hurt."),
            ("All shops stayed closed.", "No shops opened."),
            ("None of the judges failed to declare an interest.", "Every judge declared an interest."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Certainty,
        why: "stage-replaced",
        needs_context: true,
        read: |texts| texts.map(stages::read),
        exclude: stages::exclude,
        examples: &[
            ("Engineers have restored power to the island.", "On the island power was being restored by engineers."),
            ("The tests found arsenic in the water.", "Arsenic may be found in the water by the tests."),
        ],
        counter_examples: &[
            ("Engineers have restored power to the island.", "On the island power was restored by engineers."),
            ("The plant will close in May, its owner said.", "Its owner said that the plant would close in May."),
            ("The recount was costing $9,000 a day.", "A day of it cost $9,000, or $9,000 a day in all."),
            ("The blast was heard in two towns.", "Residents of two towns could hear the blast."),
            ("The man was being treated in a hospital.", "Doctors treated the man in a hospital."),
            ("Families returned on Sunday.", "By Sunday families could return."),
            ("Drivers are being urged to stay at home.", "Police urged drivers to stay at home."),
            ("Some thirty people slept in the hall.", "In the hall some thirty people had been sleeping."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "roles-exchanged",
        needs_context: false,
        read: |texts| texts.map(participants::read),
        exclude: participants::exclude,
        examples: &[
            ("Brightwell sued Canfield in 2023.", "A court heard that in 2023 Canfield had sued Brightwell."),
            ("The estate was sold by the Duhamel family.", "On Friday the estate was sold to the Duhamel family."),
        ],
        counter_examples: &[
            ("Brightwell sued Canfield in 2023.", "A court heard that Canfield was sued by Brightwell in 2023."),
            ("The estate was sold by the Duhamel family.", "On Friday the Duhamel family sold the estate."),
            ("It is not the first time Castelo has lost.", "Castelo has lost before."),
            ("The storm sank the Ada.", "The Ada sank in the storm."),
            ("Marsh met Quill in Oslo.", "In Oslo Quill met Marsh."),
            ("Delby moved Smith to Orvel.", "Smith moved from Delby to Orvel."),
            ("Key points\n\nBrightwell to be sued\n\nMore later.", "Key points\n\nBrightwell sued\n\nMore later."),
            ("A man was arrested Friday.", "On Friday police arrested a man."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Statement,
        why: "order-of-events",
        needs_context: false,
        read: |texts| texts.map(event_order::read),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            (
                "Police used tear gas after protesters threw stones.",
                "Protesters threw stones after police used tear gas.",
            ),
            ("She sold the shares before the bank collapsed.", "After the bank collapsed she sold the shares."),
        ],
        counter_examples: &[
            ("She sold the shares before the bank collapsed.", "The bank collapsed after she sold the shares."),
            ("After the ship sank, divers searched the wreck.", "Divers searched the wreck after the ship sank."),
            ("Fans did not leave until the team arrived.", "Fans left after the team arrived."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "given-name-replaced",
        needs_context: false,
        read: |texts| texts.map(given_names::read),
        exclude: given_names::exclude,
        examples: &[
            ("Marta Olsen will miss the final, Brann said.", "Brann must play the final without Marit Olsen."),
            ("Mayor Dan Webb opened the bridge.", "The bridge was opened by Tom Webb, the mayor."),
        ],
        counter_examples: &[
            ("Robert Webb opened the bridge.", "The bridge was opened by Bob Webb, the mayor."),
            ("Dan Webb and Tom Webb opened the bridge.", "The bridge was opened by Tom Webb, a brother."),
            ("Dan Webb and his wife, Ann, live in Pelt.", "Ann Webb lives in Pelt with her husband, Dan."),
        ],
    },
];

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
fn are_of_one_matter(texts: [&SlotText<'_>; 2], old: usize, new: usize) -> bool {
    let words = |text: &SlotText<'_>, sentence: usize| -> FxHashSet<String> {
        let document = &text.analysis.document;
        let tokens = document.sentences[sentence].tokens.clone();
        let telling = tokens.filter(|&at| {
            let is_word = document.word(at).contains(char::is_alphanumeric);
            is_word && !is_function_word(document.norm(at)) && document.tokens[at].upos != Upos::Aux
        });
        telling.map(|at| document.lemma(at).to_lowercase()).collect()
    };
    let (old, new) = (words(texts[0], old), words(texts[1], new));
    let shared = old.intersection(&new).count();
    FEWEST_SHARED <= shared && old.len().min(new.len()) <= shared * LEAST_SHARE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::analyze;
    use crate::model::Setting;

    /// Returns whether a rule finds a contradiction.
    fn contradicts(rule: &SlotRule, old: &str, new: &str) -> bool {
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
