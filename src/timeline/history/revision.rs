//! Says what a later wording of the same telling changed.
//!
//! `killing at least seven people` → `killing 18 people` touches the event
//! itself; `with 214 people aboard` → `with 236 people aboard` only a detail
//! beside it. Both stand in the history; only the first makes it "revised".

use crate::model::{Certainty, ChangeKind, Polarity};

use super::track::Revision;
use crate::timeline::mention::event_mention::{EventMention, MentionSentence, ReportedFigure};
use crate::timeline::similarity::likeness;

/// Share of common words below which a statement says something else now.
const SAME_WORDS: f64 = 0.8;

type WordingState<'a> = (&'a EventMention, &'a MentionSentence);

/// Returns what differs between two wordings, the weightiest kind first.
pub fn revisions(version: usize, old: WordingState<'_>, new: WordingState<'_>) -> Vec<Revision> {
    let mut found = Vec::new();
    let mut push = |kind, before: Option<String>, after: Option<String>, core| {
        found.push(Revision { version, kind, before, after, core });
    };
    for (before, after) in figures(old, new) {
        let core = counts_event(before, old.0) || counts_event(after, new.0);
        push(ChangeKind::Figure, Some(before.words.clone()), Some(after.words.clone()), core);
    }
    if old.0.when != new.0.when {
        let words = |told: WordingState<'_>| told.0.when.as_ref().map(ToString::to_string);
        let core = old.0.when.is_some() && new.0.when.is_some() && !finer(old.0, new.0);
        push(ChangeKind::Date, words(old), words(new), core);
    }
    if let (Some(before), Some(after)) = (&old.0.speaker, &new.0.speaker)
        && before != after
    {
        let core = old.0.statement.is_some() && last_word(before) != last_word(after) && !is_named_now(before, new.1);
        push(ChangeKind::Source, Some(before.clone()), Some(after.clone()), core);
    }
    if let (Some(before), Some(after)) = (&old.0.statement, &new.0.statement) {
        let content = |said: &crate::timeline::mention::event_mention::StatementContent| Some(said.content.clone());
        if negative(before.polarity) != negative(after.polarity) {
            push(ChangeKind::Polarity, content(before), content(after), true);
        } else if before.certainty != after.certainty {
            push(ChangeKind::Certainty, content(before), content(after), true);
        } else if before.content != after.content {
            let core = likeness(&before.words, &after.words) < SAME_WORDS;
            push(ChangeKind::Quote, content(before), content(after), core);
        }
    }
    if let (Some(said), None) = (&old.0.statement, &new.0.statement)
        && said.certainty == Certainty::Hedged
    {
        found.push(Revision {
            version,
            kind: ChangeKind::Certainty,
            before: Some(said.content.clone()),
            after: Some(new.1.text.clone()),
            core: true,
        });
    }
    if found.is_empty() && old.1.text != new.1.text {
        found.push(Revision {
            version,
            kind: ChangeKind::Wording,
            before: Some(old.1.text.clone()),
            after: Some(new.1.text.clone()),
            core: false,
        });
    }
    found
}

fn negative(polarity: Polarity) -> bool {
    polarity == Polarity::Negative
}

/// Returns whether one date is only a finer or coarser form of the other.
fn finer(old: &EventMention, new: &EventMention) -> bool {
    match (&old.when, &new.when) {
        (Some(old), Some(new)) => old.as_str().starts_with(new.as_str()) || new.as_str().starts_with(old.as_str()),
        _ => true,
    }
}

/// Returns whether a speaker who was only described has a name now: "a former director" > "Rod Hale, a former director,".
fn is_named_now(description: &str, new: &MentionSentence) -> bool {
    /// Share of the description that stands in the new sentence.
    const MOST: f64 = 0.66;
    let text = new.text.to_lowercase();
    let words: Vec<&str> = description.split_whitespace().skip(1).filter(|word| 3 < word.len()).collect();
    let found = words.iter().filter(|word| text.contains(&word.to_lowercase())).count();
    let is_description = matches!(description.split(' ').next(), Some("a" | "an" | "A" | "An"));
    is_description && 2 <= words.len() && MOST * words.len() as f64 <= found as f64
}

fn last_word(name: &str) -> String {
    name.split_whitespace().last().unwrap_or_default().to_lowercase()
}

/// Returns the pairs of figures that count the same and differ.
fn figures<'a>(old: WordingState<'a>, new: WordingState<'a>) -> Vec<(&'a ReportedFigure, &'a ReportedFigure)> {
    let mut left: Vec<&ReportedFigure> = new.1.figures.iter().collect();
    let mut gone: Vec<&ReportedFigure> = Vec::new();
    for figure in &old.1.figures {
        match left.iter().position(|other| same_value(figure, other)) {
            Some(at) => drop(left.remove(at)),
            None => gone.push(figure),
        }
    }
    let mut pairs = Vec::new();
    for figure in gone {
        let at = left.iter().position(|other| figure.unit == other.unit && figure.of == other.of);
        if let Some(at) = at {
            pairs.push((figure, left.remove(at)));
        }
    }
    pairs
}

fn same_value(a: &ReportedFigure, b: &ReportedFigure) -> bool {
    (a.value - b.value).abs() < f64::EPSILON && a.unit == b.unit && a.bound == b.bound
}

/// Returns whether a figure counts what the telling's own verbs tell: "killing 18 people".
fn counts_event(figure: &ReportedFigure, mention: &EventMention) -> bool {
    let Some(of) = figure.of.as_deref() else { return false };
    mention.lemmas.iter().any(|lemma| same_act(of, lemma))
}

/// Returns whether two words name one act: "killed" and "kill", "dead" and "die".
pub fn same_act(of: &str, lemma: &str) -> bool {
    act(of) == act(lemma)
}

/// Returns the one word under which an act is counted.
pub fn act(of: &str) -> String {
    let of = of.to_lowercase();
    match of.as_str() {
        "kill" | "die" | "died" | "dead" | "death" | "deaths" | "bodies" | "fatalities" => "killed".to_owned(),
        "injure" | "wound" | "wounded" | "hurt" => "injured".to_owned(),
        "killed" | "injured" => of,
        _ => of.trim_end_matches("ing").trim_end_matches('d').trim_end_matches('e').trim_end_matches('s').to_owned(),
    }
}
