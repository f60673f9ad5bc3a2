//! Explains sources that differ, and attributions that were added or removed.
//!
//! `…, a rescue worker said.` > `…, Mayor Ligaya Ramos said.`
//!
//! Statements that share their content are compared by speaker. Where the
//! statements of a passage are not known, a noun phrase that changes next to a
//! reporting verb or after "according to" is taken for the source.

use std::ops::Range;

use crate::claim::certainty::strength_of;
use crate::claim::names::is_named_the_same;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Statement, Upos, Weight};
use crate::text::reporting_verbs::{VerbForm, VerbMatch, is_surely_said, reporting_verb};
use crate::text::reporting_verbs_table::SpeechRole;
use crate::text::{is_article, is_possessive};

/// Explains other speakers of the same statement, and attributions that one side has.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    by_statement(edit, found);
    for hunk in edit.hunks.clone().iter() {
        let open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        if !open {
            continue;
        }
        if is_form_of_attribution(edit, hunk) {
            let facet = edit.facet(ChangeKind::Wording, &hunk.old, &hunk.new);
            let (weight, information) = (Weight::Minor, Information::Same);
            found.push(FoundFacet { facet, weight, information, why: "attribution-form" });
            edit.a.mark_explained(&hunk.old);
            edit.b.mark_explained(&hunk.new);
        } else if hunk.old.is_empty() && is_attribution(&edit.b, &hunk.new)
            || hunk.new.is_empty() && is_attribution(&edit.a, &hunk.old)
        {
            let why = if hunk.old.is_empty() { "attribution-put-on" } else { "attribution-taken-off" };
            push(edit, found, &hunk.old.clone(), &hunk.new.clone(), why);
        } else if is_phrase_of_source(edit, hunk) {
            let (a, b) = (widen(&edit.a, &hunk.old), widen(&edit.b, &hunk.new));
            push(edit, found, &a, &b, "source-differs");
        }
    }
}

/// Returns whether only the cue comes or goes: "according to the ministry" is "the ministry said".
fn is_form_of_attribution(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let only_cue = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let words: Vec<&str> = places.clone().map(|at| piece.norm(at)).filter(|word| *word != ",").collect();
        // "told reporters": whoever listens is no source.
        let tells = piece.lemma(places.start) == "tell"
            && (places.start + 1..places.end).all(|at| matches!(piece.upos(at), Upos::Det | Upos::Noun));
        match words[..] {
            [word] => is_surely_said(word),
            _ => words == ["according", "to"] || tells && words.len() <= 3,
        }
    };
    let comes = hunk.old.is_empty() && only_cue(&edit.b, &hunk.new);
    let goes = hunk.new.is_empty() && only_cue(&edit.a, &hunk.old);
    let moved_to = |other: &Hunk| {
        comes && only_cue(&edit.a, &other.old) && other.new.is_empty()
            || goes && only_cue(&edit.b, &other.new) && other.old.is_empty()
    };
    edit.hunks.iter().any(moved_to)
}

/// Explains two stretches as a changed source.
fn push(
    edit: &mut EditedPassage<'_>,
    found: &mut Vec<FoundFacet>,
    a: &Range<usize>,
    b: &Range<usize>,
    why: &'static str,
) {
    let facet = edit.facet(ChangeKind::Source, a, b);
    found.push(FoundFacet { facet, weight: Weight::Material, information: Information::Updated, why });
    edit.a.mark_explained(a);
    edit.b.mark_explained(b);
}

/// Compares the speakers of statements that share their content.
fn by_statement(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (old, new) = (statements(&edit.a), statements(&edit.b));
    let mut taken = vec![false; new.len()];
    for a in &old {
        let content = places(&edit.a, &a.content);
        let image = edit.across(&content);
        // A statement that kept its source answers first: "the bank said" inside "…, the regulator said".
        let own = edit.across(&places(&edit.a, &a.source));
        let kept = new.iter().position(|b| {
            let source = places(&edit.b, &b.source);
            !own.is_empty()
                && source == own
                && !edit.b.is_open(&source)
                && shared(&image, &places(&edit.b, &b.content)) > 0
        });
        if let Some(at) = kept.filter(|&at| !taken[at]) {
            taken[at] = true;
            continue;
        }
        let best = new
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken[*at])
            .map(|(at, b)| (shared(&image, &places(&edit.b, &b.content)), at))
            .max_by_key(|&(share, at)| (share, std::cmp::Reverse(at)));
        let Some((share, at)) = best.filter(|&(share, _)| share > 0) else { continue };
        if share * 3 < content.len() {
            continue;
        }
        taken[at] = true;
        let (source_a, source_b) = (places(&edit.a, &a.source), places(&edit.b, &new[at].source));
        let open = edit.a.is_open(&source_a) || edit.b.is_open(&source_b);
        // "22 more than its manifest" shows nothing to anybody.
        let compares =
            |piece: &PassageSide<'_>, places: &Range<usize>| places.clone().any(|at| piece.norm(at) == "than");
        if compares(&edit.a, &source_a) || compares(&edit.b, &source_b) {
            continue;
        }
        if source_a.is_empty()
            || source_b.is_empty()
            || !open
            || is_same_speaker(edit, a, new[at], &source_a, &source_b)
        {
            continue;
        }
        push(edit, found, &source_a, &source_b, "source-differs");
        explain_cues(edit, a, new[at]);
    }
}

/// Another source comes with its own cue: "according to", "said".
fn explain_cues(edit: &mut EditedPassage<'_>, a: &Statement, b: &Statement) {
    let (cue_a, cue_b) = (places(&edit.a, &a.cue), places(&edit.b, &b.cue));
    let citing = |piece: &PassageSide<'_>, cue: &Range<usize>| cue.clone().any(|at| piece.norm(at) == "according");
    if cue_a.len().max(cue_b.len()) <= 3 && citing(&edit.a, &cue_a) != citing(&edit.b, &cue_b) {
        edit.a.mark_explained(&cue_a);
        edit.b.mark_explained(&cue_b);
    }
}

/// Returns the statements of a passage.
pub(super) fn statements<'e>(piece: &PassageSide<'e>) -> Vec<&'e Statement> {
    piece.analysis.statements.iter().filter(|statement| piece.sentences.contains(&statement.sentence)).collect()
}

/// Returns the places that spans of the text take up, from the first to the last.
pub(super) fn places(piece: &PassageSide<'_>, spans: &[crate::model::Span]) -> Range<usize> {
    let cover = spans.iter().copied().reduce(crate::model::Span::cover);
    cover.map_or(0..0, |span| piece.places(span))
}

/// Returns how many places two ranges share.
pub(super) fn shared(x: &Range<usize>, y: &Range<usize>) -> usize {
    x.end.min(y.end).saturating_sub(x.start.max(y.start))
}

/// Returns whether both name the same source, in whatever form.
fn is_same_speaker(
    edit: &EditedPassage<'_>,
    a: &Statement,
    b: &Statement,
    places_a: &Range<usize>,
    places_b: &Range<usize>,
) -> bool {
    if a.anonymous != b.anonymous {
        return false;
    }
    let (text_a, text_b) = (edit.a.text(places_a), edit.b.text(places_b));
    let counts = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        let counts = |at: &usize| piece.upos(*at) == Upos::Num;
        places.clone().filter(counts).map(|at| piece.norm(at).to_owned()).collect()
    };
    let unchanged_head = has_same_head(edit, places_a, places_b);
    let same_name = match (&a.speaker, &b.speaker) {
        (Some(x), Some(y)) => is_named_the_same(x, y),
        _ => is_named_the_same(text_a, text_b),
    };
    // "Mayor Ana Ruiz" and "mayor Leo Ruiz" share an office and a surname.
    let renamed = edit.hunks.iter().any(|hunk| {
        let capital = |piece: &PassageSide<'_>, own: &Range<usize>, source: &Range<usize>| {
            own.clone().any(|at| source.contains(&at) && piece.word(at).starts_with(char::is_uppercase) && at > 0)
        };
        capital(&edit.a, &hunk.old, places_a) && capital(&edit.b, &hunk.new, places_b)
    });
    // "Two people familiar with the matter" are not one.
    same_name || !renamed && unchanged_head && counts(&edit.a, places_a) == counts(&edit.b, places_b)
}

/// Returns whether two sources share a word, and what they are is the same: "the ministry", "the trade ministry", but not "a
/// clerk at the ministry", "the minister of trade".
fn has_same_head(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let head = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let tokens = piece.tokens[places.start]..piece.tokens[places.end - 1] + 1;
        let head = piece.document().head_of(&tokens)?;
        places.clone().find(|&at| piece.tokens[at] == head)
    };
    let shares = a.clone().any(|at| edit.a.partner[at].is_some() && edit.a.class(at) == TokenClass::Content);
    shares
        && match (head(&edit.a, a), head(&edit.b, b)) {
            (Some(x), Some(y)) => relation(edit.a.lemma(x), edit.b.lemma(y)) <= Relation::Kin,
            _ => true,
        }
}

/// Returns whether the words are no more than an attribution: ", police said".
fn is_attribution(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let words = places.clone().filter(|&at| piece.norm(at).chars().any(char::is_alphanumeric)).count();
    let reports = places.clone().any(|at| is_cue(piece, at)) || starts_citing(piece, places);
    let negated = places.clone().any(|at| reporting_verb(piece.norm(at)).is_some_and(VerbMatch::is_negative));
    let compares = places.clone().any(|at| piece.norm(at) == "than");
    // "according to" alone names nobody: the form of an attribution, not its source.
    // So does "told reporters": they were told.
    let is_addressee = |at: usize| at.checked_sub(1).is_some_and(|cue| piece.lemma(cue) == "tell");
    let names = places.clone().any(|at| {
        let upos = piece.upos(at);
        matches!(upos, Upos::Noun | Upos::Propn | Upos::Pron) && !is_cue(piece, at) && !is_addressee(at)
    });
    let is_word = |at: usize| piece.norm(at).chars().any(char::is_alphanumeric);
    let untold = places.clone().all(|at| !piece.explained[at] || !is_word(at));
    // "and said she would resign" tells more than who said it; "said a man who asked not to be named" does not.
    let tells_more = places.clone().find(|&at| is_cue(piece, at)).is_some_and(|cue| {
        let is_verb = |at: &usize| matches!(piece.upos(*at), Upos::Verb | Upos::Aux);
        let led = |at: usize| (cue..at).any(|before| matches!(piece.norm(before), "who" | "which" | "that"));
        (cue + 1..places.end).find(is_verb).is_some_and(|at| !led(at))
    });
    let goes_on = matches!(
        places.clone().map(|at| piece.norm(at)).find(|word| *word != ","),
        Some("and" | "but" | "who" | "which")
    );
    names
        && reports
        && !tells_more
        && !goes_on
        && !negated
        && !compares
        && untold
        && (2..=12).contains(&words)
        && !quotes_inside(piece, places)
}

fn quotes_inside(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    places.clone().any(|at| piece.norm(at) == "\"")
}

fn starts_citing(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let first = places.clone().find(|&at| piece.norm(at).chars().any(char::is_alphanumeric));
    first.is_some_and(|at| piece.has_phrase(at, "according to").is_some())
}

fn is_cue(piece: &PassageSide<'_>, place: usize) -> bool {
    let noun_use = piece.norm(place.wrapping_sub(1)) == "the" || piece.norm(place.wrapping_sub(1)) == "a";
    let is_verb = || {
        let upos = piece.upos(place);
        !matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj)
    };
    // "(think spare keys)" bids the reader.
    let bids = piece.penn(place) == "VB" && matches!(piece.norm(place.wrapping_sub(1)), "" | "(" | "." | ":");
    !noun_use && !bids && (is_said(piece.norm(place)) || strength_of(piece.norm(place)).is_some() && is_verb())
}

/// Returns whether a word attributes, with tags and without: "said", "told", "according".
fn is_said(word: &str) -> bool {
    word == "according" || is_surely_said(word)
}

/// Returns whether a word is the participle of an act of speech: "announced by the firm".
fn is_spoken(word: &str) -> bool {
    let spoken = |verb: VerbMatch| verb.form == VerbForm::Past && verb.plays(SpeechRole::SpeechEvent);
    reporting_verb(word).is_some_and(spoken)
}

/// Returns whether a changed noun phrase stands where a source stands on both sides.
fn is_phrase_of_source(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let on = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let content =
            places.clone().filter(|&at| piece.class(at) == TokenClass::Content && !piece.explained[at]).count();
        content > 0 && !places.clone().any(|at| is_cue(piece, at)) && stands_as_source(piece, places)
    };
    let replaces = on(&edit.a, &hunk.old) && on(&edit.b, &hunk.new);
    let open = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        places
            .clone()
            .filter(|&at| piece.class(at) == TokenClass::Content)
            .map(|at| piece.norm(at).to_owned())
            .collect()
    };
    let old = open(&edit.a, &hunk.old);
    let new = open(&edit.b, &hunk.new);
    // "One person" and "one individual" are one source.
    let related = match (&old[..], &new[..]) {
        ([.., x], [.., y]) => old.len().max(new.len()) <= 2 && relation(x, y) <= Relation::Synonym,
        _ => false,
    };
    replaces
        && !related
        && !is_named_the_same(edit.a.text(&widen(&edit.a, &hunk.old)), edit.b.text(&widen(&edit.b, &hunk.new)))
}

fn stands_as_source(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let first = places.start;
    let introduced = |at: usize| {
        let before = |back: usize| piece.norm(first.wrapping_sub(back));
        before(at + 1) == "according" && before(at) == "to" || before(at) == "by" && is_spoken(before(at + 1))
    };
    let by_preposition = introduced(1) || introduced(2) && is_determiner(piece.norm(first.wrapping_sub(1)));
    let after = (places.end..(places.end + 3).min(piece.len())).find(|&at| is_cue(piece, at));
    let clear = |at: usize| {
        (places.end..at).all(|between| piece.document().word(piece.tokens[between]).starts_with(char::is_uppercase))
    };
    let before_noun = first > 0
        && is_said(piece.norm(first - 1))
        && piece.norm(first - 1) != "told"
        && ends_clause(piece, places.end);
    by_preposition || after.is_some_and(clear) || before_noun
}

fn is_determiner(word: &str) -> bool {
    is_article(word) || is_possessive(word)
}

fn ends_clause(piece: &PassageSide<'_>, place: usize) -> bool {
    place >= piece.len() || matches!(piece.norm(place), "." | "," | ";" | ":" | "?" | "!")
}

/// Returns the places with the article, title and name words around them.
fn widen(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (places.start, places.end);
    let is_name = |place: usize| piece.word(place).starts_with(char::is_uppercase) && piece.norm(place) != "the";
    while end < piece.len() && is_name(end) {
        end += 1;
    }
    let describes = |place: usize| {
        let upos = piece.upos(place);
        matches!(upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) || is_determiner(piece.norm(place))
    };
    while start > 0 && !piece.explained[start - 1] && (describes(start - 1) || start > 1 && is_name(start - 1)) {
        start -= 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Checks the sources that changed.
    #[track_caller]
    fn check(old: &str, new: &str, want: &[(&str, &str)]) {
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let facets = comparison.changes.iter().flat_map(|change| &change.facets);
        let sources = facets.filter(|facet| facet.kind == ChangeKind::Source);
        let side = |side: &Option<String>| side.clone().unwrap_or_default();
        let told: Vec<_> = sources.map(|facet| (side(&facet.before), side(&facet.after))).collect();
        let want: Vec<_> = want.iter().map(|&(before, after)| (before.to_owned(), after.to_owned())).collect();
        assert_eq!(told, want, "{old} > {new}");
    }

    #[test]
    fn a_source_is_told_as_a_whole_phrase() {
        check(
            "A nurse at the county hospital said the ward was full.",
            "Hospital director Emil Roos said the ward was full.",
            &[("A nurse at the county hospital", "Hospital director Emil Roos")],
        );
        check("The ministry said the road was open.", "The trade ministry said the road was open.", &[]);
    }

    #[test]
    fn those_who_were_told_are_no_source() {
        check("“We are ready,” said Ms Cole.", "“We are ready,” Ms Cole told reporters.", &[]);
    }
}
