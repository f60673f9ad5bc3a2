//! Follows each sentence of an article from version to version.
//!
//! v1: `A B`   v2: `A' B X`   v3: `B X`   gives the lines `A→A'`, `B→B→B` and
//! `X→X`. `blame` and `claims` ask a line for its history; whatever the words,
//! a sentence that was edited stays the same line.

use chrono::{DateTime, Utc};

use super::sentences_of;
use crate::model::view::BlameLine;
use crate::model::{Comparison, Side};

/// A version with what it did to the one before.
pub struct Step<'a, 's> {
    pub number: usize,
    pub captured: DateTime<Utc>,
    pub side: &'a Side<'s>,
    /// Against the step before; `None` for the first.
    pub comparison: Option<&'a Comparison>,
}

/// For each step, for each of its sentences: the line it belongs to.
pub struct Lineage {
    pub lines: Vec<Vec<usize>>,
}

impl Lineage {
    /// Follows the sentences of `steps`, which are neighbouring versions, oldest first.
    pub fn of(steps: &[Step<'_, '_>]) -> Self {
        let mut lines: Vec<Vec<usize>> = Vec::with_capacity(steps.len());
        let mut next = 0;
        for step in steps {
            let mut own = vec![None; step.side.text.document.sentences.len()];
            if let (Some(comparison), Some(before)) = (step.comparison, lines.last()) {
                let mut taken = vec![false; before.len()];
                for &(a, b) in &comparison.pairs {
                    // A sentence that was split hands its line to its first part.
                    if a < before.len() && b < own.len() && own[b].is_none() && !taken[a] {
                        own[b] = Some(before[a]);
                        taken[a] = true;
                    }
                }
            }
            let named = own.into_iter().map(|line: Option<usize>| {
                line.unwrap_or_else(|| {
                    next += 1;
                    next - 1
                })
            });
            lines.push(named.collect());
        }
        Self { lines }
    }
}

/// Returns which version brought each sentence of the last step.
pub fn blame(steps: &[Step<'_, '_>]) -> Vec<BlameLine> {
    let lineage = Lineage::of(steps);
    let Some((last, lines)) = steps.last().zip(lineage.lines.last()) else { return Vec::new() };
    let texts: Vec<Vec<String>> = steps.iter().map(|step| sentence_texts(step.side)).collect();
    let document = &last.side.text.document;
    let told = lines.iter().enumerate().map(|(sentence, &line)| {
        let places = lineage.lines.iter().map(|own| own.iter().position(|&other| other == line));
        let history: Vec<(usize, &str)> =
            places.enumerate().filter_map(|(step, at)| Some((step, texts[step][at?].as_str()))).collect();
        let own = texts[steps.len() - 1][sentence].as_str();
        let since = history.iter().rposition(|(_, text)| *text != own).map_or(0, |before| before + 1);
        let edits = history.windows(2).filter(|pair| pair[0].1 != pair[1].1).map(|pair| steps[pair[1].0].number);
        let before = &history[..since.saturating_sub(1)];
        let returns_to = before.iter().rfind(|(_, text)| *text == own).map(|(step, _)| steps[*step].number);
        let step = &steps[history[since].0];
        BlameLine {
            sentence: sentence + 1,
            opens_paragraph: document.paragraphs[document.sentences[sentence].paragraph].sentences.start == sentence,
            text: own.to_owned(),
            since: step.number,
            captured: step.captured,
            origin: steps[history[0].0].number,
            edited_in: edits.collect(),
            returns_to,
        }
    });
    told.collect()
}

fn sentence_texts(side: &Side<'_>) -> Vec<String> {
    (0..side.text.document.sentences.len()).map(|index| sentences_of(side, &[index])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setting;
    use crate::{claim, diff};

    #[test]
    fn a_sentence_is_blamed_on_the_version_that_wrote_it_so() {
        let texts = [
            "The ferry left at noon on Monday. Eight people were hurt in the fire.",
            "The ferry left at noon on Monday. Twelve people were hurt in the fire. Divers search the wreck.",
            "The ferry left at noon on Monday. Eight people were hurt in the fire. Divers search the wreck.",
        ];
        let sides = texts.map(|text| claim::read_side(None, text, Setting::default()));
        let comparisons = [diff::compare(&sides[0], &sides[1]), diff::compare(&sides[1], &sides[2])];
        let steps: Vec<_> = sides
            .iter()
            .enumerate()
            .map(|(index, side)| Step {
                number: index + 1,
                captured: DateTime::UNIX_EPOCH,
                side,
                comparison: index.checked_sub(1).map(|before| &comparisons[before]),
            })
            .collect();
        let told: Vec<_> = blame(&steps)
            .iter()
            .map(|line| {
                format!(
                    "since {} origin {} edited {:?} as {:?}",
                    line.since, line.origin, line.edited_in, line.returns_to
                )
            })
            .collect();
        let want = [
            "since 1 origin 1 edited [] as None",
            "since 3 origin 1 edited [2, 3] as Some(1)",
            "since 2 origin 2 edited [] as None",
        ];
        assert_eq!(told, want);
    }
}
