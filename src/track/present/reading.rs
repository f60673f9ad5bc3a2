//! Extracts from one version what later questions ask of it, so that its text need not be analysed again.
//!
//! "Twelve people were killed, the mayor said." gives one line of text with the
//! events it mentions, one count, and the mayor as the credited source. Whatever a
//! screen shows of a version without laying it beside another comes from here.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::model::{Analysis, Figure, NoticeKind, Side, Statement};
use crate::timeline::{self, StatementIndex, VersionMentions, VersionTimes};

/// What the analysis found in one version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct VersionReading {
    /// Its sentences, and the events and statements that they mention.
    pub mentions: VersionMentions,
    /// What is counted, anywhere in the text.
    pub counts: Vec<CountedFigure>,
    /// Sentences with a statement, and whom the first one credits.
    pub credits: Vec<(usize, Option<String>)>,
}

/// A figure of which the text says what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CountedFigure {
    pub sentence: usize,
    pub of: String,
    pub unit: Option<String>,
    pub value: f64,
    pub upper: Option<f64>,
    /// As written: "at least 12".
    pub words: String,
    pub speaker: Option<String>,
}

impl VersionReading {
    /// Returns a sentence on one line; empty where there is none.
    pub(crate) fn text(&self, sentence: usize) -> &str {
        self.mentions.lines.get(sentence).map_or("", |line| &line.text)
    }

    /// Returns whether a sentence is the first of its paragraph.
    pub(crate) fn opens_paragraph(&self, sentence: usize) -> bool {
        let paragraph = |index: usize| self.mentions.lines.get(index).map(|line| line.paragraph);
        sentence.checked_sub(1).is_none_or(|before| paragraph(before) != paragraph(sentence))
    }

    /// Returns whom the first statement of a sentence credits.
    pub(crate) fn credited(&self, sentence: usize) -> Option<&String> {
        self.credits.iter().find(|(own, _)| *own == sentence).and_then(|(_, speaker)| speaker.as_ref())
    }
}

/// Returns what later questions ask of one version.
///
/// The text is read against the time of capture where its page states none; what is told of it has no stated time then.
pub(crate) fn version_reading(side: &Side<'_>, times: VersionTimes) -> VersionReading {
    let mut mentions = timeline::gather(side, times.captured);
    mentions.published = times.published;
    let mut credits: Vec<(usize, Option<String>)> = Vec::new();
    let mut credited = HashSet::new();
    for statement in &side.text.statements {
        if credited.insert(statement.sentence) {
            credits.push((statement.sentence, statement.speaker.clone()));
        }
    }
    let figures = side.text.figures.iter().filter(|figure| !is_in_correction(&side.text, figure));
    let statements = StatementIndex::new(&side.text);
    let counts = figures.filter_map(|figure| count(&side.text, &statements, figure)).collect();
    VersionReading { mentions, counts, credits }
}

/// Returns whether a figure stands in a note of correction, which tells what an earlier text said.
fn is_in_correction(analysis: &Analysis<'_>, figure: &Figure) -> bool {
    let corrects = |kind: NoticeKind| matches!(kind, NoticeKind::Correction | NoticeKind::Clarification);
    analysis.notices.iter().any(|notice| corrects(notice.kind) && notice.span.contains(figure.span))
}

/// Takes a figure where the text says what it counts; people may be counted without a word for what became of them.
fn count(analysis: &Analysis<'_>, statements: &StatementIndex<'_>, figure: &Figure) -> Option<CountedFigure> {
    let people = figure.unit.as_ref().filter(|unit| *unit == "people");
    let holds = |statement: &&Statement| statement.content.iter().any(|content| content.contains(figure.span));
    Some(CountedFigure {
        sentence: analysis.document.sentence_at(figure.span.start)?,
        of: figure.of.as_ref().or(people)?.clone(),
        unit: figure.unit.clone(),
        value: figure.value,
        upper: figure.upper,
        words: figure.span.of(analysis.document.text).to_owned(),
        speaker: statements.touching(figure.span).find(holds).and_then(|statement| statement.speaker.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::Setting;

    #[test]
    fn what_a_correction_takes_back_is_no_count() {
        let text =
            "Eight people were killed, the mayor said.\n\nCorrection: An earlier version said nine people had died.";
        let reading = version_reading(&claim::read_side(None, text, Setting::default()), VersionTimes::default());
        assert_eq!(reading.counts.iter().map(|count| count.value).collect::<Vec<_>>(), [8.0]);
    }

    #[test]
    fn a_reading_holds_what_is_counted_and_who_is_credited() {
        let text = "Twelve people were killed, the mayor said.\n\nThe road is closed. It is raining.";
        let reading = version_reading(&claim::read_side(None, text, Setting::default()), VersionTimes::default());
        assert_eq!((reading.counts.len(), reading.counts[0].of.as_str()), (1, "killed"));
        assert!(reading.credited(0).is_some_and(|speaker| speaker.contains("mayor")), "{:?}", reading.credits);
        let opens: Vec<bool> = (0..3).map(|sentence| reading.opens_paragraph(sentence)).collect();
        assert_eq!(opens, [true, true, false]);
        assert_eq!(reading.text(2), "It is raining.");
    }
}
