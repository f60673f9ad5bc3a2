//! Says whether results fit the texts that they are said to be of.
//!
//! The rows of other machines are as much to be trusted as these machines are. What is held here is that no row can make the
//! program fail: every sentence stands where it is said to stand, every place lies in its text, every number is one.

use crate::model::Span;
use crate::timeline::VersionMentions;
use crate::track::cache::ComparisonRecord;
use crate::track::present::VersionReading;
use crate::track::read::one_line;
use crate::view::ReadingText;

/// Returns whether readings and comparisons may be those of these versions.
pub(super) fn are_of(
    (readings, comparisons): (&[VersionReading], &[ComparisonRecord]),
    versions: &[ReadingText<'_>],
) -> bool {
    readings.len() == versions.len()
        && comparisons.len() + 1 == versions.len()
        && readings.iter().zip(versions).all(|(reading, version)| is_of(reading, &version.text))
        && readings.windows(2).zip(comparisons).all(|(pair, compared)| compares(compared, &pair[0], &pair[1]))
}

fn is_of(reading: &VersionReading, text: &str) -> bool {
    let mentions = &reading.mentions;
    let n = mentions.lines.len();
    mentions.is_sound()
        && stands_in(mentions, text)
        && reading
            .counts
            .iter()
            .all(|count| count.sentence < n && count.value.is_finite() && count.upper.is_none_or(f64::is_finite))
        && reading.credits.iter().all(|(sentence, _)| *sentence < n)
}

/// Returns whether each sentence has the words that stand at its place, and all other places lie in the text.
fn stands_in(mentions: &VersionMentions, text: &str) -> bool {
    let has = |span: Span| text.get(span.start..span.end).is_some();
    let is_line = |span: Span, words: &str| text.get(span.start..span.end).is_some_and(|own| one_line(own) == words);
    let told = mentions.mentions.iter().chain(&mentions.unlisted_statements);
    mentions.lines.iter().all(|line| is_line(line.span, &line.text))
        && mentions.lines.iter().flat_map(|line| &line.figures).all(|figure| has(figure.span))
        && { told }.all(|mention| has(mention.span))
}

/// Returns whether a comparison speaks of sentences that the two versions have.
fn compares(compared: &ComparisonRecord, old: &VersionReading, new: &VersionReading) -> bool {
    let (a, b) = (old.mentions.lines.len(), new.mentions.lines.len());
    let within = |places: &[usize], n: usize| places.iter().all(|place| (1..=n).contains(place));
    compared.pairs.iter().all(|&(old, new)| old < a && new < b)
        && compared.changes.iter().all(|change| within(&change.a, a) && within(&change.b, b))
}
