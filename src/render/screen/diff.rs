//! Writes two versions: first the claims that changed, then the text with its words marked.
//!
//! Unchanged stretches are folded to one sentence on each side of a change.
//! What changed typography only is counted, and shown when asked for. Every
//! line begins with a sign: `+` new, `-` gone, `~` edited, `»` moved here, `«` moved away.

use super::folding::{DiffOptions, Shown, ShownPart, is_shown, stretches};
use super::wrap::hanging_indent;
use super::{REPLACED, ScreenStyle, StyledText, TextMark, facet, log, times};
use crate::render::counted::{count, thousands};
use crate::view::{ChangeCounts, ChangeView, DiffView, Passage, PassageKind, RunKind};

/// Words shown on each side of a change by `words`.
const WORDS_AROUND: usize = 5;

/// Writes the claims that changed, then the text with its words marked.
pub fn diff(look: ScreenStyle, view: &DiffView, options: DiffOptions) -> String {
    let mut text = head(look, view, options);
    let claims = claim_lines(look, view, options);
    if claims.is_empty() && !options.full {
        return text;
    }
    text.push_str(&format!("\n{claims}\n"));
    for stretch in stretches(view, options) {
        match stretch {
            ShownPart::Folded(n) => {
                let told = format!("  … {} unchanged …", count(n, "sentence", "sentences"));
                text.push_str(&(look.paint(TextMark::Faint, &told) + "\n"));
            }
            ShownPart::Shown(passage) => text.push_str(&passage_lines(look, passage, options)),
        }
    }
    text
}

/// Returns the lines that say which versions are compared and what it comes to.
pub(super) fn head(look: ScreenStyle, view: &DiffView, options: DiffOptions) -> String {
    let zone = view.timezone;
    let mut text = log::head(look, &view.article, Some(zone));
    let (a, b) = (&view.a, &view.b);
    text.push_str(&hanging_indent(look, &format!("v{} → v{}  ", a.number, b.number), &times::change(a, b, zone)));
    let mut told = summary(view.counts, options.shown);
    if view.verdict.replaced {
        told.push((TextMark::Alert, format!("; {REPLACED}")));
    }
    text.push_str(&hanging_indent(look, "", &told));
    text
}

/// Writes how many changes there are and which are not shown.
fn summary(counts: ChangeCounts, shown: Shown) -> Vec<StyledText> {
    let plain = |text: String| vec![(TextMark::Plain, text)];
    let ChangeCounts { material, minor, cosmetic, silent } = counts;
    if material + minor + cosmetic == 0 {
        return plain("the two versions say the same, word for word".to_owned());
    }
    let mut told = Vec::new();
    told.push(match (material, minor) {
        (0, 0) => "nothing changed but typography".to_owned(),
        (0, minor) => format!("no claim changed; {}", count(minor, "change of wording", "changes of wording")),
        (material, 0) => count(material, "material change", "material changes"),
        (material, minor) => format!(
            "{}, {}",
            count(material, "material change", "material changes"),
            count(minor, "change of wording", "changes of wording")
        ),
    });
    let mut pieces = plain(told.remove(0));
    match silent {
        0 => {}
        n if n == material => pieces.push((TextMark::Alert, "; no notice found".to_owned())),
        n => pieces.push((TextMark::Alert, format!("; no notice found for {n}"))),
    }
    if 0 < minor && shown == Shown::Material {
        pieces.push((TextMark::Faint, "; wording not shown".to_owned()));
    }
    if 0 < cosmetic && shown != Shown::All {
        let told = count(cosmetic, "cosmetic change", "cosmetic changes");
        pieces.push((TextMark::Faint, format!("; {told} not shown (--cosmetic shows)")));
    }
    pieces
}

/// Returns the claims that changed, material ones first.
fn claim_lines(look: ScreenStyle, view: &DiffView, options: DiffOptions) -> String {
    let mut changes: Vec<&ChangeView> =
        view.changes.iter().filter(|change| options.shown.shows(change.weight)).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.weight));
    facet::all(look, changes, options.why)
}

fn passage_lines(look: ScreenStyle, passage: &Passage, options: DiffOptions) -> String {
    let opening = if passage.opens_paragraph { "\n" } else { "" };
    if !is_shown(passage, options) {
        let words = passage.runs.iter().filter(|run| run.kind != RunKind::Removed);
        let words: String = words.map(|run| run.text.as_str()).collect();
        return format!("{opening}{}", hanging_indent(look, "  ", &[(TextMark::Plain, words)]));
    }
    let (sign, mark) = match passage.kind {
        PassageKind::Same => (" ", TextMark::Plain),
        PassageKind::Headline | PassageKind::Edited => ("~", TextMark::Alert),
        PassageKind::Added => ("+", TextMark::Added),
        PassageKind::Removed => ("-", TextMark::Removed),
        PassageKind::MovedHere => ("»", TextMark::Moved),
        PassageKind::MovedAway => ("«", TextMark::Moved),
    };
    let margin = format!("{} ", ScreenStyle { colour: look.colour, ..look }.paint(mark, sign));
    let mut pieces = runs(look, passage);
    match passage.kind {
        PassageKind::MovedHere => pieces.push((TextMark::Moved, "  (moved here)".to_owned())),
        PassageKind::MovedAway => pieces.push((TextMark::Moved, "  (moved away)".to_owned())),
        _ => {}
    }
    format!("{opening}{}", hanging_indent(look, &margin, &pieces))
}

/// Returns a passage's words, marked; a whole passage that is new or gone needs no marks beside its sign.
pub(super) fn runs(look: ScreenStyle, passage: &Passage) -> Vec<StyledText> {
    let whole = matches!(passage.kind, PassageKind::Added | PassageKind::Removed);
    let away = passage.kind == PassageKind::MovedAway;
    let pieces = passage.runs.iter().map(|run| match run.kind {
        RunKind::Same if away => (TextMark::Moved, run.text.clone()),
        RunKind::Same => (TextMark::Plain, run.text.clone()),
        RunKind::Removed if whole => (TextMark::Removed, run.text.clone()),
        RunKind::Added if whole => (TextMark::Added, run.text.clone()),
        RunKind::Removed => look.marked(TextMark::Removed, &run.text),
        RunKind::Added => look.marked(TextMark::Added, &run.text),
    });
    pieces.collect()
}

/// Writes only the words that changed, with a few words around them.
pub fn words(look: ScreenStyle, view: &DiffView, options: DiffOptions) -> String {
    let mut text = head(look, view, options);
    text.push('\n');
    for passage in view.passages.iter().filter(|passage| is_shown(passage, options)) {
        let last = passage.runs.len().saturating_sub(1);
        let pieces = passage.runs.iter().enumerate().map(|(at, run)| match run.kind {
            RunKind::Same => (TextMark::Plain, around(&run.text, at == 0, at == last)),
            RunKind::Removed => look.marked(TextMark::Removed, &run.text),
            RunKind::Added => look.marked(TextMark::Added, &run.text),
        });
        text.push_str(&hanging_indent(look, "  ", &pieces.collect::<Vec<_>>()));
    }
    text
}

/// Keeps the words of an unchanged run that stand next to a change.
fn around(text: &str, is_first: bool, is_last: bool) -> String {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    let head = if is_first { 0 } else { WORDS_AROUND };
    let tail = if is_last { 0 } else { WORDS_AROUND };
    if words.len() <= head + tail + 1 {
        return text.to_owned();
    }
    format!("{}… {}", words[..head].concat(), words[words.len() - tail..].concat())
}

/// Writes one line of counts.
pub fn stat(view: &DiffView) -> String {
    let ChangeCounts { material, minor, cosmetic, silent } = view.counts;
    let of = |kind: PassageKind| view.passages.iter().filter(|passage| passage.kind == kind).count();
    format!(
        "{} v{}..v{}  {material} material ({silent} without notice), {minor} minor, {cosmetic} cosmetic; \
         sentences: {} added, {} removed, {} edited, {} moved; words {} → {}\n",
        view.article.reference,
        view.a.number,
        view.b.number,
        of(PassageKind::Added),
        of(PassageKind::Removed),
        of(PassageKind::Edited),
        of(PassageKind::MovedHere),
        thousands(view.a.words),
        thousands(view.b.words),
    )
}
