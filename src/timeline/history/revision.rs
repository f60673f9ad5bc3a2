//! Compares two wordings of one mention and returns what the later one changed.
//!
//! `killing at least seven people` → `killing 18 people` touches the event
//! itself; `with 214 people aboard` → `with 236 people aboard` only a detail
//! beside it. Both stand in the history; only the first makes it "revised".

use serde::{Deserialize, Serialize};

use crate::claim::names::is_same_name;
use crate::model::{Certainty, ChangeKind, Polarity, StatementKind};

use crate::text::stem;
use crate::timeline::mention::cues::counted_number;
use crate::timeline::mention::event_mention::{EventMention, MentionSentence, ReportedFigure, StatementContent};
use crate::timeline::similarity::{number, similarity};

/// What a version changed in a mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The version that changed it, from 0.
    pub version: usize,
    /// What differs.
    pub kind: ChangeKind,
    /// The old words or value.
    pub before: Option<String>,
    /// The new words or value.
    pub after: Option<String>,
    /// It changes what is reported to have happened, not only a detail beside it.
    pub core: bool,
}

/// Share of common words below which a statement says something else now (Dice coefficient, 0 to 1).
const SAME_WORDS: f64 = 0.8;

type WordingState<'a> = (&'a EventMention, &'a MentionSentence);

/// Returns what differs between two wordings, the weightiest kind first.
pub(crate) fn revisions(version: usize, old: WordingState<'_>, new: WordingState<'_>) -> Vec<Revision> {
    let mut found = Vec::new();
    let mut push = |kind, before: Option<String>, after: Option<String>, core| {
        found.push(Revision { version, kind, before, after, core });
    };
    for (before, after) in figures(old, new) {
        let core = counts_event(before, old.0) || counts_event(after, new.0) || is_said(before, old.0);
        push(ChangeKind::Figure, Some(before.words.clone()), Some(after.words.clone()), core);
    }
    // The day of a saying is no other date of what was said: "will walk out, their union said Monday" > "walked out Friday".
    if old.0.when != new.0.when && old.0.statement.is_some() == new.0.statement.is_some() {
        let words = |state: WordingState<'_>| state.0.when.as_ref().map(ToString::to_string);
        let both = old.0.when.as_ref().zip(new.0.when.as_ref());
        let core = both.is_some_and(|(before, after)| !(before.refines(after) || after.refines(before)));
        push(ChangeKind::Date, words(old), words(new), core);
    }
    if let (Some(before), Some(after)) = (&old.0.speaker, &new.0.speaker)
        && before != after
    {
        let core = old.0.statement.is_some() && !is_same_name(before, after) && !is_named_now(before, &new.1.text);
        push(ChangeKind::Source, Some(before.clone()), Some(after.clone()), core);
    }
    if let Some(found) = content_revision(old, new) {
        push(found.0, found.1, found.2, found.3);
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

/// A kind of change, both sides, and whether it changes what is reported.
type ContentRevision = (ChangeKind, Option<String>, Option<String>, bool);

/// Returns what differs between the statements of two wordings.
fn content_revision(old: WordingState<'_>, new: WordingState<'_>) -> Option<ContentRevision> {
    let (before, after) = (old.0.statement.as_ref()?, new.0.statement.as_ref()?);
    // Where only the cue changed, the sentences tell what did: "denied that" > "confirmed that".
    let (was, is) = match before.content == after.content {
        true => (&old.1.text, &new.1.text),
        false => (&before.content, &after.content),
    };
    let revision = |kind, core| Some((kind, Some(was.clone()), Some(is.clone()), core));
    if negative(before.polarity) != negative(after.polarity) {
        return revision(ChangeKind::Polarity, true);
    }
    if before.certainty != after.certainty {
        return revision(ChangeKind::Certainty, true);
    }
    if before.content == after.content || differ_in_figures(old, new, before, after) {
        return None;
    }
    let is_quoted = [before, after].iter().any(|said| said.kind != StatementKind::Indirect);
    let kind = if is_quoted { ChangeKind::Quote } else { ChangeKind::Statement };
    revision(kind, similarity(&before.words, &after.words) < SAME_WORDS)
}

/// Returns whether two contents are the same but for figures whose change is told already.
fn differ_in_figures(
    old: WordingState<'_>,
    new: WordingState<'_>,
    before: &StatementContent,
    after: &StatementContent,
) -> bool {
    let replaced = figures(old, new)
        .into_iter()
        .fold(before.content.clone(), |content, (one, other)| content.replacen(one.words.as_str(), &other.words, 1));
    replaced == after.content
}

fn negative(polarity: Polarity) -> bool {
    polarity == Polarity::Negative
}

/// Returns whether a speaker who was only described has a name now: "a former director" > "Rod Hale, a former director,".
pub(super) fn is_named_now(description: &str, sentence: &str) -> bool {
    /// Share of the description that stands in the new sentence.
    const NAMED_PART: f64 = 0.66;
    let text = sentence.to_lowercase();
    let words: Vec<&str> = description.split_whitespace().skip(1).filter(|word| 3 < word.len()).collect();
    let found = words.iter().filter(|word| text.contains(&word.to_lowercase())).count();
    let is_description = matches!(description.split(' ').next(), Some("a" | "an" | "A" | "An"));
    is_description && 2 <= words.len() && NAMED_PART * words.len() as f64 <= found as f64
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

/// Returns whether a figure stands in what somebody is quoted as saying: another figure is another statement.
fn is_said(figure: &ReportedFigure, mention: &EventMention) -> bool {
    mention.statement.as_ref().is_some_and(|said| said.content.contains(&figure.words))
}

/// Returns whether a figure counts what the mention's own verbs report: "killing 18 people", "18 homes were destroyed".
fn counts_event(figure: &ReportedFigure, mention: &EventMention) -> bool {
    let Some(of) = figure.of.as_deref() else { return false };
    let counted = counted_number(of);
    let noun = number(&stem(&of.to_lowercase()));
    // "killing 18 people", "took 520 calls", "900 homes lost power"
    mention.lemmas.iter().any(|lemma| counted_number(lemma) == counted)
        || [&mention.object, &mention.doers, &mention.undergoers].into_iter().any(|part| part.contains(&noun))
}
