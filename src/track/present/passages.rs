//! Lays two texts out as one: what is the same, edited, new, gone or moved, in reading order.
//!
//! Old: `A B C`   New: `A X C`   becomes   `A`, `- B`, `+ X`, `C`
//!
//! The order is that of the new text. What is gone stands behind the passage it
//! followed; what moved stands in both places, once as come and once as gone.

use super::{sentences_of, text_of};
use crate::diff::words::word_diff;
use crate::model::{Action, Comparison, Document, Field, Side, Weight};
use crate::view::{Passage, PassageKind, Run, RunKind};

/// Sentences that became each other: one of each, or several where one was split or merged.
#[derive(Default)]
struct SentenceGroup {
    a: Vec<usize>,
    b: Vec<usize>,
}

/// Lays out both texts; headlines stand first, where they differ.
pub(crate) fn passages(old: &Side<'_>, new: &Side<'_>, comparison: &Comparison) -> Vec<Passage> {
    let layout = Layout::new(old, new, comparison);
    let mut passages: Vec<Passage> = layout.headline().into_iter().collect();
    let mut next_old = 0;
    for sentence in 0..new.text.document.sentences.len() {
        let Some(group) = layout.of_b[sentence].map(|index| &layout.groups[index]) else {
            passages.push(layout.passage(&SentenceGroup { a: Vec::new(), b: vec![sentence] }, PassageKind::Added));
            continue;
        };
        if group.b.first() != Some(&sentence) {
            continue;
        }
        let moved = layout.has_moved(group);
        if !moved {
            let upto = group.a.first().copied().unwrap_or(next_old);
            passages.extend(layout.gone(next_old..upto));
            next_old = next_old.max(upto);
        }
        passages.push(layout.passage(group, if moved { PassageKind::MovedHere } else { PassageKind::Edited }));
    }
    passages.extend(layout.gone(next_old..old.text.document.sentences.len()));
    passages
}

struct Layout<'c, 's> {
    old: &'c Side<'s>,
    new: &'c Side<'s>,
    comparison: &'c Comparison,
    groups: Vec<SentenceGroup>,
    /// Index of the group of each sentence of the old text.
    of_a: Vec<Option<usize>>,
    /// Index of the group of each sentence of the new text.
    of_b: Vec<Option<usize>>,
    /// The heaviest change of each sentence.
    change_of_a: Vec<Option<usize>>,
    change_of_b: Vec<Option<usize>>,
    moved_b: Vec<bool>,
}

impl<'c, 's> Layout<'c, 's> {
    fn new(old: &'c Side<'s>, new: &'c Side<'s>, comparison: &'c Comparison) -> Self {
        let (n_old, n_new) = (old.text.document.sentences.len(), new.text.document.sentences.len());
        let (mut of_a, mut of_b) = (vec![None; n_old], vec![None; n_new]);
        let mut groups: Vec<SentenceGroup> = Vec::new();
        for &(a, b) in comparison.pairs.iter().filter(|(a, b)| *a < n_old && *b < n_new) {
            let index = of_a[a].or(of_b[b]).unwrap_or(groups.len());
            if index == groups.len() {
                groups.push(SentenceGroup::default());
            }
            if of_a[a].replace(index) != Some(index) {
                groups[index].a.push(a);
            }
            if of_b[b].replace(index) != Some(index) {
                groups[index].b.push(b);
            }
        }
        for group in &mut groups {
            group.a.sort_unstable();
            group.b.sort_unstable();
        }
        let (mut change_of_a, mut change_of_b) = (vec![None; n_old], vec![None; n_new]);
        let mut moved_b = vec![false; n_new];
        for (index, change) in comparison.changes.iter().enumerate() {
            let heavier =
                |slot: &Option<usize>| slot.is_none_or(|own: usize| comparison.changes[own].weight < change.weight);
            let claim = |slots: &mut Vec<Option<usize>>, sentences: &[usize]| {
                for &sentence in sentences {
                    if let Some(slot) = slots.get_mut(sentence).filter(|slot| heavier(slot)) {
                        *slot = Some(index);
                    }
                }
            };
            claim(&mut change_of_a, &change.a);
            claim(&mut change_of_b, &change.b);
            if change.action == Action::Moved {
                change.b.iter().filter(|&&b| b < n_new).for_each(|&b| moved_b[b] = true);
            }
        }
        Self { old, new, comparison, groups, of_a, of_b, change_of_a, change_of_b, moved_b }
    }

    fn has_moved(&self, group: &SentenceGroup) -> bool {
        group.b.iter().any(|&b| self.moved_b[b])
    }

    /// Returns what stood in a range of the old text and stands there no longer.
    fn gone(&self, range: std::ops::Range<usize>) -> Vec<Passage> {
        let mut passages = Vec::new();
        for sentence in range {
            match self.of_a[sentence].map(|index| &self.groups[index]) {
                None => passages
                    .push(self.passage(&SentenceGroup { a: vec![sentence], b: Vec::new() }, PassageKind::Removed)),
                Some(group) if self.has_moved(group) && group.a.first() == Some(&sentence) => {
                    passages.push(self.passage(group, PassageKind::MovedAway));
                }
                Some(_) => {}
            }
        }
        passages
    }

    /// Shapes one group; `kind` is what it is unless its words are the same.
    fn passage(&self, group: &SentenceGroup, kind: PassageKind) -> Passage {
        let (a_text, b_text) = (sentences_of(self.old, &group.a), sentences_of(self.new, &group.b));
        let changes = group.a.iter().map(|&a| self.change_of_a[a]).chain(group.b.iter().map(|&b| self.change_of_b[b]));
        let change = changes.flatten().max_by_key(|&index| (self.comparison.changes[index].weight, usize::MAX - index));
        let known = change.map(|index| self.comparison.changes[index].weight);
        let is_same = a_text == b_text && kind == PassageKind::Edited;
        let weight = match (is_same, known) {
            (true, _) => None,
            (false, Some(weight)) => Some(weight),
            // Paired, not the same, and no change tells of it: blanks or forms of one letter.
            (false, None) if kind == PassageKind::Edited => Some(Weight::Cosmetic),
            (false, None) => Some(Weight::Minor),
        };
        let runs = match kind {
            PassageKind::MovedAway => vec![Run { kind: RunKind::Same, text: a_text }],
            _ => runs(&a_text, &b_text, weight == Some(Weight::Cosmetic)),
        };
        let opens = |document: &Document<'_>, sentence: Option<&usize>| {
            let sentence = sentence.and_then(|&index| Some((index, document.sentences.get(index)?)));
            sentence.is_some_and(|(index, own)| {
                document.paragraphs.get(own.paragraph).is_none_or(|paragraph| paragraph.sentences.start == index)
            })
        };
        let is_gone = matches!(kind, PassageKind::Removed | PassageKind::MovedAway);
        let opens_paragraph = match is_gone {
            true => opens(&self.old.text.document, group.a.first()),
            false => opens(&self.new.text.document, group.b.first()),
        };
        Passage {
            kind: if is_same { PassageKind::Same } else { kind },
            opens_paragraph,
            a: group.a.iter().map(|index| index + 1).collect(),
            b: group.b.iter().map(|index| index + 1).collect(),
            change: change.filter(|_| weight.is_some()).map(|index| index + 1),
            weight,
            runs,
        }
    }

    fn headline(&self) -> Option<Passage> {
        let (a, b) = (text_of(self.old, Field::Title), text_of(self.new, Field::Title));
        if a == b {
            return None;
        }
        let is_title = |facets: &[crate::model::Facet]| facets.iter().any(|facet| facet.field == Field::Title);
        let change = self.comparison.changes.iter().position(|change| is_title(&change.facets));
        let weight = change.map_or(Weight::Cosmetic, |index| self.comparison.changes[index].weight);
        Some(Passage {
            kind: PassageKind::Headline,
            opens_paragraph: true,
            a: Vec::new(),
            b: Vec::new(),
            change: change.map(|index| index + 1),
            weight: Some(weight),
            runs: runs(a, b, weight == Weight::Cosmetic),
        })
    }
}

/// Marks the words of two passages; typography only where it is all that changed.
fn runs(old: &str, new: &str, typography: bool) -> Vec<Run> {
    let run = |kind, text: &str| Run { kind, text: text.to_owned() };
    let mut runs: Vec<Run> = Vec::new();
    for own in word_diff::diff(old, new) {
        let (before, after) = (own.old.of(old), own.new.of(new));
        match own.kind {
            word_diff::WordRunKind::Same => {
                // Before words that one text alone has, it alone has a blank: the blank comes and goes with them.
                let (gone, come) = (blanks_at_end(before), blanks_at_end(after));
                let (kept, gone, come) = if gone == come { (after, "", "") } else { (after.trim_end(), gone, come) };
                runs.extend([run(RunKind::Same, kept), run(RunKind::Removed, gone), run(RunKind::Added, come)]);
            }
            word_diff::WordRunKind::Typography if !typography => runs.push(run(RunKind::Same, after)),
            _ => runs.extend([run(RunKind::Removed, before), run(RunKind::Added, after)]),
        }
    }
    runs.retain(|run| !run.text.is_empty());
    runs.dedup_by(|next, before| {
        let joins = next.kind == before.kind;
        if joins {
            before.text.push_str(&next.text);
        }
        joins
    });
    runs
}

fn blanks_at_end(text: &str) -> &str {
    &text[text.trim_end().len()..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setting;
    use crate::{claim, diff};

    #[track_caller]
    fn check(old: &str, new: &str, want: &str) {
        let setting = Setting::default();
        let (a, b) = (claim::read_side(None, old, setting), claim::read_side(None, new, setting));
        let told = passages(&a, &b, &diff::compare(&a, &b)).into_iter().map(|passage| {
            let words = passage.runs.iter().map(|run| match run.kind {
                RunKind::Same => run.text.clone(),
                RunKind::Removed => format!("[-{}-]", run.text),
                RunKind::Added => format!("{{+{}+}}", run.text),
            });
            format!("{:?} {}", passage.kind, words.collect::<String>())
        });
        assert_eq!(told.collect::<Vec<_>>().join("\n"), want);
    }

    #[test]
    fn what_is_gone_stands_where_it_stood() {
        check(
            "The ferry left at noon.\n\nNobody was hurt.\n\nThe owner declined to comment.",
            "The ferry left at noon.\n\nThe owner declined to comment.\n\nDivers search the wreck today.",
            "Same The ferry left at noon.\nRemoved [-Nobody was hurt.-]\nSame The owner declined to comment.\n\
             Added {+Divers search the wreck today.+}",
        );
    }

    #[test]
    fn words_that_one_text_alone_has_bring_their_blank() {
        check(
            "There is no immediate danger to life in the town of Marsden.",
            "There is no danger to life in the town of Marsden today.",
            "Edited There is no[- immediate-] danger to life in the town of Marsden{+ today+}.",
        );
    }

    #[test]
    fn an_edited_sentence_keeps_its_words_around_the_edit() {
        check(
            "At least eight people were killed in the fire, the coastguard said.",
            "At least twelve people were killed in the fire, the coastguard said.",
            "Edited At least [-eight-]{+twelve+} people were killed in the fire, the coastguard said.",
        );
    }
}
