//! Describes how a headline changed, as the title of a version or as a line of its text.
//!
//! Old: `Ferry runs aground off Pelt`     New: `Captain of grounded ferry arrested`
//! One change of kind headline, shown whole: the words inside it only decide what it weighs.

use rustc_hash::FxHashSet;

use super::new_change::{ChangedSentences, new_change, whole_change};
use super::texts::{AlignedTexts, VersionText, passage_of};
use crate::diff::coverage::{self, Coverage, UntoldWords};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide, facet_of};
use crate::diff::facets;
use crate::diff::facets::desk_tags_table::DESK_TAGS;
use crate::diff::words::interner::{TokenClass, WordInterner};
use crate::model::{Action, Analysis, Change, ChangeKind, Facet, Field, Information, Nature, Role, Side, Span, Weight};

/// Returns the change of the headline, if it has one; `text` holds the changes of the text below it.
pub(crate) fn title_change(
    old: &Side<'_>,
    new: &Side<'_>,
    texts: &AlignedTexts<'_>,
    text: &[Change],
) -> Option<Change> {
    let (a, b) = (old.title.as_ref(), new.title.as_ref());
    let (text_a, text_b) = (a.map_or("", |a| a.document.text), b.map_or("", |b| b.document.text));
    // A version stored without its title says nothing about the headline.
    if text_a == text_b || text_a.is_empty() || text_b.is_empty() {
        return None;
    }
    let (a, b) = (a?, b?);
    let same_but_tag = without_desk_tag(text_a) == without_desk_tag(text_b);
    if same_but_tag || is_tagged(text_a, text_b) || is_tagged(text_b, text_a) {
        let span = |text: &str| Some(Span::new(0, text.trim_end().len()));
        let (span_a, span_b) = (span(text_a), span(text_b));
        let facet = facet_of(ChangeKind::Headline, Field::Title, (span_a, text_a), (span_b, text_b));
        let (weight, information) = (Weight::Minor, Information::Same);
        let why = vec![if same_but_tag { "desk-tag" } else { "outlet-tag" }];
        return Some(new_change(Action::Edited, (vec![], vec![]), vec![facet], weight, information, why));
    }
    let mut interner = WordInterner::default();
    let (read_a, read_b) =
        (VersionText::read(&mut interner, a, old.setting), VersionText::read(&mut interner, b, new.setting));
    let classes = interner.classes;
    let mut edit = passage_of(read_a.whole(&classes), read_b.whole(&classes), Field::Title);
    let mut found = facets::explain_passage(&mut edit);
    if text.is_empty() {
        settle_alone(a, b, &mut found);
    }
    let untold = UntoldWords::read(texts.coverage(), a, b);
    let tells_news = tells_news(&untold, text);
    quieten_told(&mut found, &untold, tells_news);
    let difference = headline_difference(&edit).filter(|_| tells_news);
    let whole = |text: &str| {
        Span::new(text.len() - text.trim_start().len(), text.trim_end().len().max(text.len() - text.trim_start().len()))
    };
    let facet =
        facet_of(ChangeKind::Headline, Field::Title, (Some(whole(text_a)), text_a), (Some(whole(text_b)), text_b));
    Some(headline_change(Action::Edited, (vec![], vec![]), facet, &found, difference))
}

/// Makes facets of two headlines facts that are facts of two texts of one line: the text below them is the same, so
/// nothing in it tells whether a replaced word is news.
///
/// Old: `Opposition takes lead in vote`   New: `Opposition wins vote`: the text may tell neither.
fn settle_alone(a: &Analysis<'_>, b: &Analysis<'_>, found: &mut [FoundFacet]) {
    let all = |headline: &Analysis<'_>| vec![true; headline.document.sentences.len()];
    let before = found.to_vec();
    coverage::settle(&Coverage::read(a, b, (all(a), all(b))), found);
    for (found, before) in found.iter_mut().zip(before) {
        if found.weight < before.weight {
            *found = before;
        }
    }
}

/// Makes facets of a headline minor whose words and values the other version has as well, in its headline or its text;
/// replaced words count only in a headline that tells news.
fn quieten_told(found: &mut [FoundFacet], untold: &UntoldWords, tells_news: bool) {
    use ChangeKind::{Certainty, Polarity, Quote, Source, Statement};
    for found in found.iter_mut().filter(|found| found.weight == Weight::Material) {
        let is_told = match found.facet.kind {
            Certainty | Polarity | Quote | Source => false,
            Statement if !tells_news => !untold.touches_value(found.facet.a_span, found.facet.b_span),
            _ => !untold.touches(found.facet.a_span, found.facet.b_span),
        };
        if is_told {
            (found.weight, found.information) = (Weight::Minor, Information::Same);
        }
    }
}

/// Returns whether a headline in other words tells something new: its words stand nowhere in the other version, and the
/// text below was left alone or changed in its facts too.
fn tells_news(untold: &UntoldWords, text: &[Change]) -> bool {
    let changed = text.iter().map(|change| change.weight).max();
    !untold.is_empty() && changed.is_none_or(|weight| weight == Weight::Material)
}

/// Returns a headline without the tag of the desk: "UPDATE 2-Shares fall", "LIVE: Shares fall", "Shares fall – as it happened".
fn without_desk_tag(headline: &str) -> &str {
    let is_tag = |words: &str| {
        let plain = words.trim().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_lowercase();
        DESK_TAGS.contains(&plain.as_str())
    };
    let mut left = headline.trim();
    if let Some((_, rest)) = left.split_once([':', '-', '–', '—', '|']).filter(|(tag, _)| is_tag(tag)) {
        left = rest.trim_start();
    }
    if let Some((rest, _)) = left.rsplit_once([':', '-', '–', '—', '|']).filter(|(_, tag)| is_tag(tag)) {
        left = rest.trim_end();
    }
    left
}

/// A headline that shares fewer than one in so many content words with the old one is a different headline.
const LEAST_KEPT: usize = 3;
/// A headline with so many content words that the old one lacks says something new.
const OWN_WORDS: usize = 3;

/// Returns the rule by which a headline is a different one or says more than the old one, or `None`.
pub(crate) fn headline_difference(edit: &EditedPassage<'_>) -> Option<&'static str> {
    let content = |side: &PassageSide<'_>| -> Vec<String> {
        let telling = |at: &usize| matches!(side.class(*at), TokenClass::Content | TokenClass::Number);
        (0..side.len()).filter(telling).map(|at| side.lemma(at).to_owned()).collect()
    };
    let (old, new) = (content(&edit.a), content(&edit.b));
    let (words_old, words_new): (FxHashSet<&String>, FxHashSet<&String>) = (old.iter().collect(), new.iter().collect());
    let kept = old.iter().filter(|word| words_new.contains(word)).count();
    let own = new.iter().filter(|word| !words_old.contains(word)).count();
    match () {
        () if old.is_empty() || new.is_empty() => None,
        () if kept * LEAST_KEPT < old.len().min(new.len()) => Some("headline-other"),
        () if OWN_WORDS <= own => Some("headline-says-more"),
        () => None,
    }
}

/// Returns the change of a headline, shown as one facet; the facets `found` inside it and `difference` decide its weight.
pub(crate) fn headline_change(
    action: Action,
    sentences: ChangedSentences,
    facet: Facet,
    found: &[FoundFacet],
    difference: Option<&'static str>,
) -> Change {
    let mut change = whole_change(action, sentences, facet, found);
    let Some(why) = difference else { return change };
    if change.weight < Weight::Material {
        change.weight = Weight::Material;
        change.information = Information::Updated;
        change.nature = Some(Nature::Unclear);
        change.silent = true;
    }
    change.why.push(why);
    change
}

/// Returns whether `long` is `short` with the name of an outlet after it: "… - Brackwell Courier", "… | Courier".
fn is_tagged(short: &str, long: &str) -> bool {
    let Some(tail) = long.trim().strip_prefix(short.trim()) else { return false };
    let Some(name) = [" - ", " – ", " — ", " | "].iter().find_map(|mark| tail.strip_prefix(mark)) else {
        return false;
    };
    let words = name.split_whitespace();
    let named = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "&" | "for");
    words.clone().count() <= 4 && words.clone().all(named) && !name.contains(|c: char| c.is_ascii_digit())
}

/// Joins a headline that was removed and one that was added into one headline changed.
pub(crate) fn join_headlines(texts: &AlignedTexts<'_>, changes: &mut Vec<Change>) {
    let lone =
        |text: &VersionText<'_>, sentences: &[usize]| matches!(sentences, [at] if text.role(*at) == Role::Headline);
    let gone = changes.iter().position(|change| change.action == Action::Removed && lone(&texts.a, &change.a));
    let come = changes.iter().position(|change| change.action == Action::Added && lone(&texts.b, &change.b));
    let (Some(gone), Some(come)) = (gone, come) else { return };
    let sides = (changes[gone].a.clone(), changes[come].b.clone());
    let facet = texts.facet(ChangeKind::Headline, &sides.0, &sides.1);
    let why = vec!["headline-other"];
    changes[gone] = new_change(Action::Edited, sides, vec![facet], Weight::Material, Information::Updated, why);
    changes.remove(come);
}
