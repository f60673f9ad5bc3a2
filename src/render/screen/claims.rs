//! Writes how each claim fared: everywhere it stood, from version to version.
//!
//! ```text
//!   4  killed: At least 12 people were killed …  accounts differ, 2 sources
//!        At least eight  The Lantern v2, 24 Apr 2025 08:05
//!        At least 12     The Lantern since v3, 24 Apr 2025 16:20
//!        Thirteen        Northgate Wire since v2, 25 Apr 2025 20:10
//! ```

use super::facet::quoted;
use super::wrap::hanging_indent;
use super::{ScreenStyle, StyledText, TextMark, cut, times};
use crate::model::{Certainty, StatementKind, Status};
use crate::render::counted::count;
use crate::render::status::{claim_tellers, status_words};
use crate::view::{ClaimKind, ClaimOccurrence, ClaimView, ClaimsView};

/// Columns of a claim's words.
const CLAIM: usize = 200;
/// Columns of the words of an occurrence.
const OCCURRENCE: usize = 110;

/// Writes the claims with their occurrences.
pub fn claims(look: ScreenStyle, view: &ClaimsView) -> String {
    let lines = view.claims.iter().map(|claim| claim_lines(look, claim, view.timezone));
    times::headed(look, view.timezone, lines.collect())
}

fn claim_lines(look: ScreenStyle, claim: &ClaimView, zone: chrono_tz::Tz) -> String {
    let who = match (claim.kind, claim.speaker.as_deref(), claim.about.as_deref()) {
        (ClaimKind::Figure, _, Some(about)) => format!("{about}: "),
        (ClaimKind::Statement, None, _) => "no source named: ".to_owned(),
        (ClaimKind::Statement, Some(speaker), _) if is_denied(claim) => format!("{speaker} denies: "),
        (_, Some(speaker), _) => format!("{speaker}: "),
        (_, None, _) => String::new(),
    };
    let words = claim_words(claim);
    let mark = if claim.status == Status::Withdrawn { TextMark::Removed } else { TextMark::Plain };
    let mut pieces = vec![(TextMark::Strong, who), (mark, words)];
    if claim.status != Status::Reported {
        pieces.push((TextMark::Alert, format!("  {}", status_words(claim.status))));
    }
    if 1 < claim.outlets {
        pieces.push((TextMark::Faint, format!("  {}", told_by(claim))));
    }
    let number = look.paint(TextMark::Faint, &format!("{:>3}  ", claim.number));
    if let [only] = &claim.occurrences[..]
        && claim.kind != ClaimKind::Figure
    {
        pieces.push((TextMark::Plain, "  ".to_owned()));
        pieces.extend(occurrence_pieces(claim, only, None, zone));
        return hanging_indent(look, &number, &pieces);
    }
    let mut text = hanging_indent(look, &number, &pieces);
    for (at, occurrence) in claim.occurrences.iter().enumerate() {
        let before = claim.occurrences[..at].iter().rev().find(|other| other.article == occurrence.article);
        text.push_str(&hanging_indent(look, "       ", &occurrence_pieces(claim, occurrence, before, zone)));
    }
    text
}

/// Returns what is claimed: a speaker's own words in quotes, reported ones without the "that" that opens them.
pub(crate) fn claim_words(claim: &ClaimView) -> String {
    let text = one_line(&claim.text);
    match claim.kind {
        ClaimKind::Statement => {
            let saying = claim.occurrences.iter().rev().find(|occurrence| occurrence.put.value == text);
            in_own_words(&cut(without_that(&text), CLAIM), saying.and_then(|occurrence| occurrence.put.saying))
        }
        ClaimKind::Figure | ClaimKind::Event => cut(&text, CLAIM),
    }
}

/// Returns whether the speaker rejects what the claim says, in the wording that it is told by.
pub(crate) fn is_denied(claim: &ClaimView) -> bool {
    let by_speaker = claim.occurrences.iter().filter(|own| own.put.speaker == claim.speaker);
    let told =
        by_speaker.clone().rev().find(|own| own.put.value == claim.text).or_else(|| by_speaker.clone().next_back());
    told.is_some_and(|own| own.put.certainty == Some(Certainty::Denied))
}

fn told_by(claim: &ClaimView) -> String {
    let (_, outlets) = claim_tellers(claim);
    match claim.sources < claim.outlets {
        true => format!("{outlets}, {}", count(claim.sources, "source", "sources")),
        false => outlets,
    }
}

/// Writes how an occurrence differs from the one before it in the same article.
fn occurrence_pieces(
    claim: &ClaimView,
    occurrence: &ClaimOccurrence,
    before: Option<&ClaimOccurrence>,
    zone: chrono_tz::Tz,
) -> Vec<StyledText> {
    let outlet = occurrence.outlet.as_deref().unwrap_or(&occurrence.article);
    let versions = match (occurrence.until, occurrence.gone_in) {
        (None, _) => format!("since v{}", occurrence.version),
        (Some(until), _) if until == occurrence.version => format!("only v{until}"),
        (Some(until), _) => format!("v{} to v{until}", occurrence.version),
    };
    let place = format!(
        "{outlet} {versions}, {} [v{}\u{a0}s{}]",
        times::moment(occurrence.captured, zone),
        occurrence.version,
        occurrence.sentence
    );
    let mut pieces = difference(claim, occurrence, before, zone);
    pieces.push((TextMark::Faint, place));
    if occurrence.put.repeats {
        pieces.push((TextMark::Faint, "  says so again".to_owned()));
    }
    pieces
}

/// Returns the words, speaker and certainty of a occurrence, as far as they tell more than the claim's own line.
fn difference(
    claim: &ClaimView,
    occurrence: &ClaimOccurrence,
    before: Option<&ClaimOccurrence>,
    zone: chrono_tz::Tz,
) -> Vec<StyledText> {
    let mut pieces = Vec::new();
    let is_own = occurrence.put.value == claim.text;
    let value = cut(without_that(&occurrence.put.value), OCCURRENCE);
    let known = before.is_some_and(|before| before.put.value == occurrence.put.value);
    match claim.kind {
        ClaimKind::Figure => pieces.push((TextMark::Plain, format!("{value}  "))),
        _ if is_own || known => {}
        ClaimKind::Statement => {
            pieces.push((TextMark::Plain, format!("{}  ", in_own_words(&value, occurrence.put.saying))));
        }
        ClaimKind::Event => pieces.push((TextMark::Plain, format!("{value}  "))),
    }
    let speaker = occurrence.put.speaker.as_deref();
    if claim.kind == ClaimKind::Statement && speaker != claim.speaker.as_deref() {
        let words = speaker.map_or_else(|| "no source named".to_owned(), |speaker| format!("said by {speaker}"));
        pieces.push((TextMark::Alert, format!("{words}  ")));
    }
    if let (ClaimKind::Statement, Some(when)) = (claim.kind, &occurrence.put.when) {
        pieces.push((TextMark::Plain, format!("said {}  ", when.words_in(zone))));
    }
    if let Some(via) = &occurrence.put.via {
        pieces.push((TextMark::Plain, format!("as told by {via}  ")));
    }
    if let Some(word) = occurrence.put.certainty.and_then(certainty_word) {
        pieces.push((TextMark::Plain, format!("{word}  ")));
    }
    pieces
}

fn certainty_word(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Asserted => None,
        Certainty::Hedged => Some("(hedged)"),
        Certainty::Denied => Some("(denied)"),
        Certainty::Questioned => Some("(questioned)"),
        Certainty::Conditional => Some("(on a condition)"),
    }
}

/// Marks a speaker's own words as such, and no others.
fn in_own_words(words: &str, saying: Option<StatementKind>) -> String {
    match saying {
        Some(StatementKind::Direct) => quoted(words),
        _ => words.to_owned(),
    }
}

/// Returns what is said without the "that" that opens it.
fn without_that(words: &str) -> &str {
    words.strip_prefix("that ").unwrap_or(words)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
