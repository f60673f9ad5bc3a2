//! Writes one changed claim as a line that a person understands.
//!
//! `figure     eight → 12  killed`, `certainty  "may have" → stated as fact`.
//! Only the first line of a change says how it came about and whether a notice
//! admits it; the lines below it belong to the same edit.

use std::collections::{HashMap, HashSet};

use super::wrap::hang_at;
use super::{ScreenStyle, StyledText, TextMark, cut, times};
use crate::model::{ChangeKind, Nature, NoticeKind, Weight};
use crate::view::{ChangeView, FacetView};

/// Columns of the name of a kind and what stands before it.
const INDENT: usize = 13;
/// Columns at the most that one side of a change takes.
const SIDE: usize = 160;
/// Columns at the most that the words a change is about take.
const ABOUT: usize = 56;

/// Returns the lines of changes; changes that replace the same words by the same words are shown once, with their number.
pub(super) fn all(look: ScreenStyle, changes: &[&ChangeView], with_why: bool) -> String {
    let keys: Vec<Option<String>> = changes.iter().map(|change| shared_key(change)).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    keys.iter().flatten().for_each(|key| *places.entry(key).or_default() += 1);
    let mut shown: HashSet<&str> = HashSet::new();
    let mut text = String::new();
    for (change, key) in changes.iter().zip(&keys) {
        if key.as_deref().is_some_and(|key| !shown.insert(key)) {
            continue;
        }
        text.push_str(&lines_of(look, change, key.as_deref().map_or(1, |key| places[key])));
        if with_why {
            text.push_str(&why(look, change));
        }
    }
    text
}

/// Returns what changes that are shown as one have in common; `None` for a change that is always shown by itself.
fn shared_key(change: &ChangeView) -> Option<String> {
    match &change.facets[..] {
        [facet] if facet.before.is_some() == facet.after.is_some() => {
            let words = (facet.kind, &facet.before, &facet.after, facet.field);
            Some(format!("{:?}", (words, change.weight, change.nature, &change.notice)))
        }
        _ => None,
    }
}

/// Returns the lines of a change, each with a line break.
pub(super) fn lines(look: ScreenStyle, change: &ChangeView) -> String {
    lines_of(look, change, 1)
}

fn lines_of(look: ScreenStyle, change: &ChangeView, places: usize) -> String {
    let mut text = String::new();
    let shown = shown_facets(change);
    for (index, facet) in shown.iter().enumerate() {
        let mut pieces = match places {
            1 => told(facet),
            _ => told(&FacetView { about: None, ..(*facet).clone() }),
        };
        if 1 < places {
            pieces.push((TextMark::Strong, format!("  in {places} places")));
        }
        if index == 0 {
            pieces.extend(tail(change));
        }
        text.push_str(&line(look, facet.kind.as_str(), &pieces));
    }
    if shown.is_empty() {
        let mut pieces = whole(change);
        pieces.extend(tail(change));
        text.push_str(&line(look, change.action.as_str(), &pieces));
    }
    text
}

/// Returns the lines of the rules that decided.
fn why(look: ScreenStyle, change: &ChangeView) -> String {
    let rules: Vec<&str> = change.why.iter().map(String::as_str).collect();
    let told = if rules.is_empty() { "no rule is recorded".to_owned() } else { rules.join("; ") };
    let told = format!("because {told} ({}, information {})", change.weight.as_str(), change.information.as_str());
    hang_at(look, &" ".repeat(INDENT), INDENT, &[(TextMark::Faint, told)])
}

fn line(look: ScreenStyle, name: &str, pieces: &[StyledText]) -> String {
    let name = format!("{name:<width$}", width = INDENT - 2);
    hang_at(look, &format!("  {}", look.paint(TextMark::Strong, &name)), INDENT, pieces)
}

/// Returns the facets worth a line: wording beside a changed fact is seen in the text anyway.
pub(crate) fn shown_facets(change: &ChangeView) -> Vec<&FacetView> {
    let is_bare = |facet: &&FacetView| matches!(facet.kind, ChangeKind::Wording | ChangeKind::Typography);
    let telling: Vec<_> = change.facets.iter().filter(|facet| !is_bare(facet)).collect();
    match telling.is_empty() || change.weight != Weight::Material {
        true => change.facets.iter().collect(),
        false => telling,
    }
}

fn told(facet: &FacetView) -> Vec<StyledText> {
    use ChangeKind::*;
    let (before, after) = (facet.before.as_deref(), facet.after.as_deref());
    let mut pieces = match (facet.kind, before, after) {
        (Order, _, _) => {
            vec![(TextMark::Moved, format!("moved: “{}”", cut(after.or(before).unwrap_or_default(), SIDE)))]
        }
        (Certainty, None, Some(after)) => arrow("stated as fact", &quoted(after)),
        (Certainty, Some(before), None) => arrow(&quoted(before), "stated as fact"),
        (Certainty | Polarity | Quote | Wording | Typography, Some(before), Some(after)) => {
            arrow(&quoted(before), &quoted(after))
        }
        (Source, None, Some(after)) => arrow("no source named", begun(after)),
        (Source, Some(before), None) => arrow(begun(before), "no source named"),
        (_, Some(before), Some(after)) => arrow(before, after),
        (_, None, Some(after)) => {
            vec![(TextMark::Plain, "new: ".to_owned()), (TextMark::Added, cut(begun(after), SIDE))]
        }
        (_, Some(before), None) => {
            vec![(TextMark::Plain, "no longer in the text: ".to_owned()), (TextMark::Removed, cut(begun(before), SIDE))]
        }
        (_, None, None) => Vec::new(),
    };
    if let Some(about) = facet.about.as_deref().filter(|about| !about.is_empty()) {
        let about = match facet.kind {
            Figure => cut(about, ABOUT),
            _ => quoted(&cut(about, ABOUT)),
        };
        pieces.push((TextMark::Plain, format!("  {about}")));
    }
    pieces
}

/// Returns words without the marks that joined them to what stood before.
pub(crate) fn begun(words: &str) -> &str {
    words.trim_start_matches([',', ';', ':', '.', ' ', '”']).trim_start_matches("\" ")
}

fn arrow(before: &str, after: &str) -> Vec<StyledText> {
    let plain = |text: &str| (TextMark::Plain, text.to_owned());
    vec![(TextMark::Removed, cut(before, SIDE)), plain(" → "), (TextMark::Added, cut(after, SIDE))]
}

/// Puts words in quote marks, unless they hold some of their own.
pub(crate) fn quoted(text: &str) -> String {
    match text.contains(['“', '”', '"', '«', '„']) {
        true => text.to_owned(),
        false => format!("“{text}”"),
    }
}

/// Tells a change that carries no facet by its sentences.
fn whole(change: &ChangeView) -> Vec<StyledText> {
    match (change.a_text.as_str(), change.b_text.as_str()) {
        ("", after) => vec![(TextMark::Added, cut(after, SIDE))],
        (before, "") => vec![(TextMark::Removed, cut(before, SIDE))],
        (before, after) => arrow(before, after),
    }
}

/// Tells how a material change came about and whether a notice admits it.
fn tail(change: &ChangeView) -> Vec<StyledText> {
    if change.weight != Weight::Material {
        return vec![(TextMark::Faint, format!("  {}", change.weight.as_str()))];
    }
    let notice = notice_words(change);
    let mark = match (&change.notice, change.nature) {
        (Some(_), _) | (None, Some(Nature::Development)) => TextMark::Faint,
        (None, _) => TextMark::Alert,
    };
    vec![(TextMark::Faint, format!("  {}; ", nature_words(change))), (mark, notice)]
}

/// Returns how a material change came about.
pub(crate) fn nature_words(change: &ChangeView) -> &'static str {
    match change.nature {
        Some(Nature::Development) => "development",
        Some(Nature::Replacement) => "replacement",
        Some(Nature::Unclear) | None => "unclear whether news or replacement",
    }
}

/// Returns which notice names a change, and how much later it came.
pub(crate) fn notice_words(change: &ChangeView) -> String {
    let Some(notice) = &change.notice else { return "no notice found".to_owned() };
    let delay = match notice.delay_seconds {
        0 => String::new(),
        seconds => format!(", {} later", times::length(seconds)),
    };
    let kind = match notice.kind {
        NoticeKind::Correction => "named by a correction",
        NoticeKind::Clarification => "named by a clarification",
        NoticeKind::Update => "named by an update note",
        NoticeKind::Retraction => "named by a retraction",
        NoticeKind::EditorsNote => "named by an editor’s note",
    };
    format!("{kind} in v{}{delay}", notice.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn one_word_replaced_all_over_is_told_once() {
        let change = sample::changes().updates[0].changes[0].clone();
        let mut elsewhere = change.clone();
        elsewhere.facets[0].about = Some("missing".to_owned());
        let mut other = change.clone();
        other.facets[0].after = Some("16".to_owned());
        let look = ScreenStyle { width: None, colour: false, links: false };
        let told = all(look, &[&change, &other, &elsewhere], false);
        let lines: Vec<&str> = told.lines().map(str::trim).collect();
        assert!(lines[0].starts_with("figure     12 → 15  in 2 places"), "{told}");
        assert!(lines[1].contains("12 → 16") && lines.len() == 2, "{told}");
    }
}
