//! Reads off what stands in each slot of a changed claim, on both sides: what was done, in which role, how many of what,
//! when, whose name, who said so, how firmly.
//!
//! `12 people were killed` → `15 people were killed`: `predicate kill → kill`, `figure 12 people killed → 15 people killed`.

use std::collections::HashMap;

use super::analysis_of;
use crate::model::{Analysis, Bound, Facet, Field, Polarity, Rel, Side, Span, Statement, touching};
use crate::text::{Negation, Tree, negation_of};
use crate::view::SlotView;

/// Reads slots off two versions.
pub(super) struct SlotReader<'s> {
    sides: [[Option<ReadText<'s>>; 2]; 2],
}

/// A text with its grammar and its statements indexed.
struct ReadText<'s> {
    analysis: &'s Analysis<'s>,
    tree: Tree,
    /// The statements that have a part in each sentence.
    statements: HashMap<usize, Vec<&'s Statement>>,
}

impl<'s> SlotReader<'s> {
    /// Indexes text and title of both versions.
    pub(super) fn of(old: &'s Side<'s>, new: &'s Side<'s>) -> Self {
        let side = |side: &'s Side<'s>| FIELDS.map(|field| analysis_of(side, field).map(ReadText::of));
        Self { sides: [side(old), side(new)] }
    }

    /// Returns the slots of a facet that hold something on either side.
    pub(super) fn read(&self, facet: &Facet) -> Vec<SlotView> {
        let field = FIELDS.iter().position(|field| *field == facet.field).unwrap_or(0);
        let at = |side: usize, span: Option<Span>| match (&self.sides[side][field], span) {
            (Some(text), Some(span)) => text.slots_at(span),
            _ => Default::default(),
        };
        let slots = NAMES.iter().zip(at(0, facet.a_span)).zip(at(1, facet.b_span));
        let filled = slots.filter(|((_, before), after)| before.is_some() || after.is_some());
        filled.map(|((name, before), after)| SlotView { slot: (*name).to_owned(), before, after }).collect()
    }
}

const FIELDS: [Field; 2] = [Field::Text, Field::Title];

/// What the slots are called, in the order in which they are told.
const NAMES: [&str; 7] = ["predicate", "role", "figure", "date", "name", "source", "certainty"];

impl<'s> ReadText<'s> {
    fn of(analysis: &'s Analysis<'s>) -> Self {
        let document = &analysis.document;
        let mut statements: HashMap<usize, Vec<&Statement>> = HashMap::new();
        for statement in &analysis.statements {
            for sentence in parts(statement).filter_map(|part| document.sentence_at(part.start)) {
                let known = statements.entry(sentence).or_default();
                if known.last().is_none_or(|last| !std::ptr::eq(*last, statement)) {
                    known.push(statement);
                }
            }
        }
        Self { analysis, tree: Tree::new(document), statements }
    }

    fn slots_at(&self, span: Span) -> [Option<String>; NAMES.len()] {
        let analysis = self.analysis;
        let (predicate, role) = self.grammar_at(span);
        let sentence = analysis.document.sentence_at(span.start);
        let near = sentence.and_then(|sentence| self.statements.get(&sentence)).into_iter().flatten();
        let statement = near.copied().find(|statement| parts(statement).any(|part| part.overlaps(span)));
        [
            predicate,
            role,
            figure_at(analysis, span),
            date_at(analysis, span),
            name_at(analysis, span),
            statement.and_then(|statement| statement.speaker.clone()),
            statement.map(firmness),
        ]
    }

    /// Returns the verb that the words at `span` depend on, negated or not, and what they are to it.
    fn grammar_at(&self, span: Span) -> (Option<String>, Option<String>) {
        let (document, tree) = (&self.analysis.document, &self.tree);
        let places = document.tokens_in(span);
        if places.is_empty() {
            return (None, None);
        }
        // The head of the words is the one that depends on a word outside of them.
        let is_top = |at: &usize| tree.head(*at).is_none_or(|head| !places.contains(&head));
        let is_word = |at: &usize| document.tokens[*at].rel != Rel::Punct;
        let top = places.clone().filter(is_word).find(is_top).unwrap_or(places.start);
        let predicate = tree.clause(document, top);
        let negations =
            tree.dependents(predicate).filter(|&at| negation_of(document.norm(at)) == Some(Negation::Clause));
        let not = if negations.count() % 2 == 1 { "not " } else { "" };
        let role = (top != predicate).then(|| document.tokens[top].rel.as_str().to_owned());
        (Some(format!("{not}{}", document.lemma(predicate))), role)
    }
}

/// Returns all that a statement is made of.
fn parts(statement: &Statement) -> impl Iterator<Item = Span> {
    [&statement.content, &statement.source, &statement.cue].into_iter().flatten().copied()
}

/// Returns the figure at `span` with its bound and with what it counts.
fn figure_at(analysis: &Analysis<'_>, span: Span) -> Option<String> {
    let figure = touching(&analysis.figures, span, |figure| figure.span).next()?;
    let bound = match figure.bound {
        Bound::Exact | Bound::Between => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let upper = figure.upper.map(|upper| format!("–{upper}")).unwrap_or_default();
    let words = [figure.unit.as_deref(), figure.of.as_deref().filter(|of| figure.unit.as_deref() != Some(*of))];
    let value = format!("{bound}{}{upper}", figure.value);
    Some([value.as_str()].into_iter().chain(words.into_iter().flatten()).collect::<Vec<_>>().join(" "))
}

/// Returns the value of the time at `span`.
fn date_at(analysis: &Analysis<'_>, span: Span) -> Option<String> {
    let timex = touching(&analysis.timexes, span, |timex| timex.span).next()?;
    let edtf = timex.edtf.as_ref().map(ToString::to_string);
    Some(edtf.unwrap_or_else(|| timex.value.clone())).filter(|value| !value.is_empty())
}

/// Returns the full name of whoever is named at `span`.
fn name_at(analysis: &Analysis<'_>, span: Span) -> Option<String> {
    let mention = touching(&analysis.mentions, span, |mention| mention.span).next()?;
    analysis.entities.get(mention.entity).map(|entity| entity.name.clone())
}

fn firmness(statement: &Statement) -> String {
    let not = if statement.polarity == Polarity::Negative { ", negative" } else { "" };
    format!("{:?}{not}", statement.certainty).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setting;
    use crate::{claim, diff};

    /// Returns the slots of the first material facet as `slot: before > after`.
    fn slots(old: &str, new: &str) -> Vec<String> {
        let (old, new) =
            (claim::read_side(None, old, Setting::default()), claim::read_side(None, new, Setting::default()));
        let comparison = diff::compare(&old, &new);
        let facet = comparison.changes.iter().flat_map(|change| &change.facets).next().expect("something changed");
        let told = |side: Option<String>| side.unwrap_or_else(|| "–".to_owned());
        let slots = SlotReader::of(&old, &new).read(facet).into_iter();
        slots.map(|slot| format!("{}: {} > {}", slot.slot, told(slot.before), told(slot.after))).collect()
    }

    #[test]
    fn a_figure_is_told_with_what_it_counts_and_what_befell_it() {
        let found = slots("At least 12 people were killed.", "At least 15 people were killed.");
        assert!(found.contains(&"predicate: kill > kill".to_owned()), "{found:?}");
        assert!(found.iter().any(|slot| slot.starts_with("figure: at least 12 people")), "{found:?}");
    }

    #[test]
    fn what_was_said_is_told_with_who_said_it() {
        let found = slots("The bridge is safe, said Ann Rigg.", "The bridge is unsafe, said Ann Rigg.");
        assert!(found.contains(&"source: Ann Rigg > Ann Rigg".to_owned()), "{found:?}");
    }
}
