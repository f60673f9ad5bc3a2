//! Follows each sentence of an article from version to version.
//!
//! v1: `A B`   v2: `A' B X`   v3: `B X`   gives the lines `A→A'`, `B→B→B` and
//! `X→X`. `blame` and `claims` ask a line for its history; whatever the words,
//! a sentence that was edited stays the same line.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::reading::VersionReading;
use crate::view::BlameLine;

/// A version with what it did to the one before.
pub(crate) struct UpdateStep<'a> {
    pub number: usize,
    pub captured: DateTime<Utc>,
    pub reading: &'a VersionReading,
    /// Sentences of the step before and what they became; none for the first.
    pub pairs: &'a [(usize, usize)],
}

/// For each step, for each of its sentences: the line it belongs to.
pub(crate) struct Lineage {
    pub lines: Vec<Vec<usize>>,
}

impl Lineage {
    /// Follows the sentences of `steps`, which are neighbouring versions, oldest first.
    pub(crate) fn of(steps: &[UpdateStep<'_>]) -> Self {
        let mut lines: Vec<Vec<usize>> = Vec::with_capacity(steps.len());
        let mut next = 0;
        for step in steps {
            let mut own = vec![None; step.reading.mentions.lines.len()];
            if let Some(before) = lines.last() {
                let mut taken = vec![false; before.len()];
                for &(a, b) in step.pairs {
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

/// Which version brought each sentence, of every step.
pub(crate) struct Blames<'s, 'a> {
    steps: &'s [UpdateStep<'a>],
    lineage: Lineage,
    /// For each step: where each line stands in it.
    places: Vec<HashMap<usize, usize>>,
}

impl<'s, 'a> Blames<'s, 'a> {
    /// Follows the sentences of `steps`, which are neighbouring versions, oldest first.
    pub(crate) fn of(steps: &'s [UpdateStep<'a>]) -> Self {
        let lineage = Lineage::of(steps);
        let places = lineage.lines.iter().map(|own| own.iter().enumerate().map(|(at, &line)| (line, at)).collect());
        Self { steps, places: places.collect(), lineage }
    }

    /// Returns which version brought each sentence of a step.
    pub(crate) fn of_step(&self, step: usize) -> Vec<BlameLine> {
        let lines = self.lineage.lines.get(step).map_or(&[][..], Vec::as_slice);
        lines.iter().enumerate().map(|(sentence, &line)| self.line(step, sentence, line)).collect()
    }

    fn line(&self, last: usize, sentence: usize, line: usize) -> BlameLine {
        let steps = self.steps;
        let stood = self.places[..=last].iter().enumerate().filter_map(|(step, own)| Some((step, *own.get(&line)?)));
        let history: Vec<(usize, &str)> = stood.map(|(step, at)| (step, steps[step].reading.text(at))).collect();
        let own = steps[last].reading.text(sentence);
        let since = history.iter().rposition(|(_, text)| *text != own).map_or(0, |before| before + 1);
        let edits = history.windows(2).filter(|pair| pair[0].1 != pair[1].1).map(|pair| steps[pair[1].0].number);
        let before = &history[..since.saturating_sub(1)];
        let returns_to = before.iter().rfind(|(_, text)| *text == own).map(|(step, _)| steps[*step].number);
        let step = &steps[history[since].0];
        BlameLine {
            sentence: sentence + 1,
            opens_paragraph: steps[last].reading.opens_paragraph(sentence),
            text: own.to_owned(),
            since: step.number,
            captured: step.captured,
            origin: steps[history[0].0].number,
            edited_in: edits.collect(),
            returns_to,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setting;
    use crate::timeline::VersionTimes;
    use crate::track::present::reading::version_reading;
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
        let readings = sides.each_ref().map(|side| version_reading(side, VersionTimes::default()));
        let steps: Vec<_> = readings
            .iter()
            .enumerate()
            .map(|(index, reading)| UpdateStep {
                number: index + 1,
                captured: DateTime::UNIX_EPOCH,
                reading,
                pairs: index.checked_sub(1).map_or(&[], |before| &comparisons[before].pairs),
            })
            .collect();
        let told: Vec<_> = Blames::of(&steps)
            .of_step(2)
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
