//! Writes one changed claim as a line that a person understands.
//!
//! `figure     eight → 12  killed`, `certainty  "may have" → stated as fact`.
//! The first line of a change says how it came about and whether a notice
//! admits it; the lines below it say that they belong to the same edit.

use super::wrap::hanging_indent_at;
use super::{ScreenStyle, StyledText, TextMark, cut, times};
use crate::model::{ChangeKind, Nature, NoticeKind, Weight};
use crate::render::counted::count;
use crate::render::facts::{ListedChange, without_repeats};
use crate::view::{ChangeView, FacetView, SlotView};

/// Columns of the name of a kind and what stands before it.
const INDENT: usize = 13;
/// Columns at the most that one side of a change takes.
const SIDE: usize = 160;
/// Columns at the most that the words a change is about take.
const ABOUT: usize = 56;

/// Returns the lines of changes, each fact once.
pub(super) fn all<'v>(look: ScreenStyle, changes: impl IntoIterator<Item = &'v ChangeView>, with_why: bool) -> String {
    let mut text = String::new();
    for told in without_repeats(changes) {
        text.push_str(&lines(look, &told, with_why));
        if with_why {
            text.push_str(&why(look, told.change));
        }
    }
    text
}

/// Returns the lines of a change, each with a line break.
fn lines(look: ScreenStyle, told_change: &ListedChange<'_>, with_why: bool) -> String {
    let change = told_change.change;
    let mut text = String::new();
    if change.rewritten {
        let begins = cut(&change.b_text, ABOUT);
        let mut pieces = vec![(TextMark::Plain, format!("rewritten, same facts: {}", quoted(&begins)))];
        pieces.extend(tail(change));
        text.push_str(&line(look, ChangeKind::Wording.as_str(), &pieces));
        if with_why {
            told_change.facets.iter().for_each(|own| text.push_str(&why_facet(look, own.facet)));
        }
        return text;
    }
    for (index, own) in told_change.facets.iter().enumerate() {
        let mut pieces = match own.places {
            0 | 1 => before_and_after(own.facet),
            _ if own.facet.kind == ChangeKind::Figure => before_and_after(own.facet),
            // The words around it are those of one place only.
            _ => before_and_after(&FacetView { about: None, ..own.facet.clone() }),
        };
        let elsewhere = own.elsewhere();
        if !elsewhere.is_empty() {
            pieces.push((TextMark::Strong, format!("  {elsewhere}")));
        }
        match index {
            0 => pieces.extend(tail(change)),
            _ => pieces.push((TextMark::Faint, "  same edit".to_owned())),
        }
        text.push_str(&line(look, own.facet.kind.as_str(), &pieces));
        if with_why {
            text.push_str(&why_facet(look, own.facet));
        }
    }
    if 0 < told_change.left_out {
        let told = format!("and {} more", count(told_change.left_out, "sentence", "sentences"));
        text.push_str(&line(look, change.action.as_str(), &[(TextMark::Faint, told)]));
    }
    if told_change.facets.is_empty() {
        let mut pieces = whole(change);
        pieces.extend(tail(change));
        text.push_str(&line(look, change.action.as_str(), &pieces));
    }
    text
}

/// Returns the lines of the slots of a claim and of what decided on it.
fn why_facet(look: ScreenStyle, facet: &FacetView) -> String {
    let faint = |text: String| hanging_indent_at(look, &" ".repeat(INDENT), INDENT, &[(TextMark::Faint, text)]);
    let mut text = String::new();
    let slot = |slot: &SlotView| match (&slot.before, &slot.after) {
        (Some(before), Some(after)) if before == after => format!("{} {before}", slot.slot),
        (before, after) => {
            let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "none".to_owned());
            format!("{} {} → {}", slot.slot, word(before), word(after))
        }
    };
    if !facet.slots.is_empty() {
        text.push_str(&faint(facet.slots.iter().map(slot).collect::<Vec<_>>().join("; ")));
    }
    if !facet.why.is_empty() {
        text.push_str(&faint(format!("because {}", facet.why.join("; "))));
    }
    text
}

/// Returns the line of the rules that decided on a change.
fn why(look: ScreenStyle, change: &ChangeView) -> String {
    let rules: Vec<&str> = change.why.iter().map(String::as_str).collect();
    let told = if rules.is_empty() { "no rule is recorded".to_owned() } else { rules.join("; ") };
    let told = format!("because {told} ({}, information {})", change.weight.as_str(), change.information.as_str());
    hanging_indent_at(look, &" ".repeat(INDENT), INDENT, &[(TextMark::Faint, told)])
}

fn line(look: ScreenStyle, name: &str, pieces: &[StyledText]) -> String {
    let name = format!("{name:<width$}", width = INDENT - 2);
    hanging_indent_at(look, &format!("  {}", look.paint(TextMark::Strong, &name)), INDENT, pieces)
}

fn before_and_after(facet: &FacetView) -> Vec<StyledText> {
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

/// Writes a change without facets by its sentences.
fn whole(change: &ChangeView) -> Vec<StyledText> {
    match (change.a_text.as_str(), change.b_text.as_str()) {
        ("", after) => vec![(TextMark::Added, cut(after, SIDE))],
        (before, "") => vec![(TextMark::Removed, cut(before, SIDE))],
        (before, after) => arrow(before, after),
    }
}

/// Writes how a material change came about and whether a notice admits it.
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

    const LOOK: ScreenStyle = ScreenStyle { width: None, colour: false, links: false };

    #[test]
    fn one_word_replaced_all_over_is_told_once() {
        let change = sample::changes().updates[0].changes[0].clone();
        let mut other = change.clone();
        (other.facets[0].after, other.facets[0].fact) = (Some("16".to_owned()), 2);
        let told = all(LOOK, [&change, &other, &change], false);
        let lines: Vec<&str> = told.lines().map(str::trim).collect();
        assert!(lines[0].starts_with("figure     12 → 15  drowned  in 2 places"), "{told}");
        assert!(lines[1].contains("12 → 16") && lines.len() == 2, "{told}");
    }

    #[test]
    fn a_sentence_in_other_words_is_one_line() {
        let mut change = sample::changes().updates[1].changes[0].clone();
        (change.weight, change.rewritten) = (Weight::Minor, true);
        let told = all(LOOK, [&change], false);
        assert_eq!(told.trim(), "wording    rewritten, same facts: “15 people drowned.”  minor");
    }

    #[test]
    fn reasons_name_slots_and_what_decided() {
        let mut change = sample::changes().updates[0].changes[0].clone();
        let slot = |slot: &str, before: Option<&str>, after: &str| SlotView {
            slot: slot.to_owned(),
            before: before.map(str::to_owned),
            after: Some(after.to_owned()),
        };
        change.facets[0].slots = vec![slot("predicate", Some("drown"), "drown"), slot("figure", None, "15 people")];
        change.facets[0].why = vec!["rule other-value".to_owned()];
        let told = all(LOOK, [&change], true);
        let lines: Vec<&str> = told.lines().map(str::trim).collect();
        assert_eq!(lines[1..3], ["predicate drown; figure none → 15 people", "because rule other-value"], "{told}");
    }
}
