//! Finds statements behind a noun that names a saying.
//!
//! `Her claim that the map was forged made news`: the noun is the cue, whoever
//! owns it is the source, and the clause behind it the content. Nobody owns
//! "the claim that"; it has no source unless "by" follows.

use std::ops::Range;

use super::draft::StatementDraft;
use super::lexicon::lookup;
use super::syntax::frames;
use super::syntax::phrases;
use super::view::DocumentView;
use crate::model::Upos;
use crate::text::is_possessive;

/// An owner stands at most this many tokens before the noun.
const OWNER_REACH: usize = 6;

/// Reads the noun at `token`, if it opens a statement.
pub(super) fn at(view: &DocumentView<'_, '_>, token: usize, within: &Range<usize>) -> Option<StatementDraft> {
    if !matches!(view.upos(token), Upos::Noun | Upos::Propn) {
        return None;
    }
    lookup::reporting_noun(view.norm(token))?;
    let agent = (token + 1 < within.end && view.norm(token + 1) == "by")
        .then(|| phrases::starting_at(view, token + 2, within.end))
        .flatten();
    let behind = agent.as_ref().map_or(token + 1, |agent| agent.end);
    // "The firm's view is that the well is safe"
    let is_told_of = behind < within.end && matches!(view.norm(behind), "is" | "was" | "remains" | "remained");
    let that = behind + usize::from(is_told_of);
    if within.end <= that + 2 || view.norm(that) != "that" || !frames::is_clause(view, that + 1, within.end, false) {
        return None;
    }
    let source = agent.or_else(|| owner(view, token, within.start))?;
    let end = end_of(view, that, within.end);
    let content = vec![that..end];
    Some(StatementDraft {
        main: Some(token),
        cue: vec![token..token + 1],
        source: Some(source),
        content,
        ..StatementDraft::default()
    })
}

/// Returns who owns the noun: "her", "the firm's", "a Herald" of "a Herald report".
fn owner(view: &DocumentView<'_, '_>, noun: usize, floor: usize) -> Option<Range<usize>> {
    let from = floor.max(noun.saturating_sub(OWNER_REACH));
    for token in (from..noun).rev() {
        match view.norm(token) {
            word if is_possessive(word) => return Some(token..token + 1),
            "'s" | "'" => return phrases::ending_at(view, token, floor),
            _ if view.upos(token) == Upos::Propn && token + 1 == noun => return phrases::ending_at(view, noun, floor),
            _ if matches!(view.upos(token), Upos::Adj | Upos::Noun | Upos::Adv | Upos::Num) => {}
            _ => return None,
        }
    }
    None
}

/// Returns where the clause ends: where its noun's own sentence goes on.
fn end_of(view: &DocumentView<'_, '_>, that: usize, end: usize) -> usize {
    let mut seen_verb = false;
    for token in that + 1..end {
        if view.is_quoted(token) {
            continue;
        }
        let is_finite = match view.upos(token) {
            Upos::Aux => token + 1 < end && !matches!(view.upos(token - 1), Upos::Aux),
            Upos::Verb => {
                !view.norm(token).ends_with("ing")
                    && !matches!(view.upos(token - 1), Upos::Aux | Upos::Part | Upos::Adv)
            }
            _ if view.norm(token) == "," && seen_verb => return token,
            _ => false,
        };
        if is_finite && seen_verb && view.is_nominal(token - 1) {
            return token;
        }
        seen_verb |= is_finite;
    }
    end
}
