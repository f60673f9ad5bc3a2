//! Decides where a verb of saying says nothing, or where its subject only hears it.
//!
//! `If the union rejects the offer` only supposes; `Streets were quiet, suggesting fear` is no saying; in `The mayor, asked
//! whether he knew, left` somebody else asks him.

use std::ops::Range;

use super::lexicon::cue_table::{SIGNS, WISHES};
use super::lexicon::cues::AttributionCue;
use super::syntax::frames;
use super::view::DocumentView;
use crate::model::Upos;
use crate::text::conditions::condition_opened;
use crate::text::reporting_verbs::VerbForm;
use crate::text::reporting_verbs_table::HEARER;
use crate::text::rule_table::{is_listed, rows};

/// Returns whether somebody only might say so: "if the union rejects the offer".
pub(super) fn is_only_supposed(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    source: Option<&Range<usize>>,
    within: &Range<usize>,
) -> bool {
    let start = source.map_or(cue.group.start, |source| source.start.min(cue.group.start));
    let before = start.checked_sub(1).filter(|&before| within.start <= before);
    !cue.is_saying() && before.is_some_and(|before| condition_opened(view.document, before).is_some())
}

/// Returns whether a speech is only announced: "will speak about the strike on Tuesday".
pub(super) fn is_speech_to_come(view: &DocumentView<'_, '_>, cue: &AttributionCue, opening: usize) -> bool {
    let is_future = cue.group.clone().any(|token| matches!(view.norm(token), "will" | "'ll" | "shall"));
    is_future && view.upos(opening) == Upos::Adp && !view.is_quoted(opening)
}

/// Returns whether a participle tells what facts are a sign of, not what anybody says: "Streets were quiet, suggesting fear".
pub(super) fn is_mere_sign(view: &DocumentView<'_, '_>, cue: &AttributionCue, opening: usize, end: usize) -> bool {
    let is_listed = || rows(SIGNS).any(|(lemma, _)| cue.verb.rows().any(|row| row.lemma == *lemma));
    !cue.is_finite()
        && view.norm(opening) != "that"
        && !view.is_quoted(opening)
        && is_listed()
        && !frames::is_clause(view, opening, end, false)
}

/// Returns whether a relative clause only says that somebody's name is kept back: "who did not want to be identified".
///
/// "Who said police named the wrong man" tells of somebody else's name.
pub(super) fn is_wish_for_anonymity(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    source: Option<&Range<usize>>,
    opening: usize,
) -> bool {
    let is_relative = source.is_some_and(|source| matches!(view.norm(source.start), "who" | "which"));
    let is_wish = is_listed(WISHES, view.document.lemma(cue.main));
    let end = view.document.tokens.len().min(opening + NAMING_REACH);
    let is_naming = |token: &usize| matches!(view.norm(*token), "named" | "identified");
    let named = (opening..end).find(is_naming).filter(|_| is_relative && is_wish);
    named.is_some_and(|named| {
        let is_small = |token: usize| view.is_pronoun(token) || !view.is_noun(token) && view.upos(token) != Upos::Verb;
        (opening..named).all(is_small) && (opening..named).any(|token| matches!(view.norm(token), "be" | "being"))
    })
}

/// Words from what somebody wishes to "named", at the most: "that she not be publicly named".
const NAMING_REACH: usize = 6;

/// Returns the end of what somebody was asked or told who is only the subject: "Asked if he would stay, Costa shrugged",
/// "The mayor, asked whether he knew, left".
pub(super) fn end_of_suffered(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    opening: usize,
    end: usize,
    within: &Range<usize>,
) -> Option<usize> {
    if cue.verb.form != VerbForm::Past || !cue.verb.takes(HEARER) {
        return None;
    }
    let before = cue.main.checked_sub(1).filter(|before| within.contains(before));
    let opens =
        before.is_none() || cue.main == within.start + 1 && matches!(view.norm(within.start), "when" | "if" | "once");
    if opens {
        return Some(end).filter(|&end| end < within.end && view.norm(end) == ",");
    }
    let is_insertion = cue.group.len() == 1
        && before.is_some_and(|comma| view.norm(comma) == "," && within.start < comma && view.is_noun(comma - 1));
    let close = (opening..within.end).find(|&token| view.norm(token) == ",").filter(|_| is_insertion)?;
    let goes_on = close + 1 < within.end && matches!(view.upos(close + 1), Upos::Verb | Upos::Aux);
    goes_on.then_some(close)
}
