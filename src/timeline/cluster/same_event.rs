//! Compares two chains: whether they report the same event, and by which signs.
//!
//! Only chains in one bucket are compared: same kind and same day (or same
//! vaguer date; or, without a date, nearly the same words). Within a bucket the
//! first report leads, and each later chain joins the leader it is most like,
//! or leads itself. The order is that of first report, never that of input, so
//! the result is the same for every order of articles; and a chain that is
//! reported later than all others is placed without looking at them again.

use super::merge_reason::MergeReason;
use crate::claim::names::is_same_name;
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::history::chain::MentionChain;
use crate::timeline::mention::event_mention::{
    EventMention, are_told_alike, share_lemma, share_verb, share_verb_and_part,
};
use crate::timeline::similarity::{shared, similarity};

/// Fewest common words that make two sentences worth calling one event.
const MIN_COMMON_WORDS: usize = 3;
/// The same for what one speaker said on one day, and the share of its words.
const FEW: usize = 2;
const NEARLY_ALL: f64 = 0.66;
/// Share of the shorter sentence's words that must be common.
const COMMON_PART: f64 = 0.5;
/// The same, where both use the same verb.
const WITH_VERB: f64 = 0.3;
/// What a common verb adds to the share of common words: who and where weigh more than "met".
const VERB: f64 = 0.25;
/// Share of common words at which a day and a clock time of that day are one.
const FINER: f64 = 0.6;
/// Share of common words at which undated sentences are one.
const COPY: f64 = 0.8;

/// Returns the words by which a chain is compared.
pub(crate) fn compared_words(chain: &MentionChain) -> &[u32] {
    chain.mention.statement.as_ref().map_or(&chain.words, |said| &said.words)
}

/// A chain as it is compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MergeCandidate<'a> {
    /// The chain.
    pub chain: &'a MentionChain,
    /// When it happened.
    pub bounds: Option<DateRange>,
}

/// Returns how likely it is that two chains of one bucket report the same, with the signs of it; `None` where they do not.
pub(crate) fn merged(a: MergeCandidate<'_>, b: MergeCandidate<'_>) -> Option<(f64, MergeReason)> {
    let (old, new) = (&a.chain.mention, &b.chain.mention);
    if clocks_differ(a.bounds, b.bounds) {
        return None;
    }
    match (&old.statement, &new.statement) {
        (Some(_), Some(_)) if dates_agree(a.bounds, b.bounds) => {
            let (sure, why) = same_statement(old, new)?;
            Some((sure, why.and(MergeReason::DATE, a.bounds.is_some() && b.bounds.is_some())))
        }
        (None, None) => same_event(a, b),
        _ => None,
    }
}

/// Returns whether two dates may be one; a missing one agrees with all.
const fn dates_agree(a: Option<DateRange>, b: Option<DateRange>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => true,
    }
}

/// Returns whether both name a clock time and not the same minute.
fn clocks_differ(a: Option<DateRange>, b: Option<DateRange>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a.grain == DateGrain::Clock && b.grain == DateGrain::Clock && a.first / 60 != b.first / 60
        }
        _ => false,
    }
}

/// Returns whether both name one time of day, be it a full hour.
fn one_clock(a: Option<DateRange>, b: Option<DateRange>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.grain == DateGrain::Clock && b.grain == DateGrain::Clock && a.first == b.first)
}

/// Returns whether both name one minute that is no full or half hour: few things of a story begin at 2.40.
fn one_minute(a: Option<DateRange>, b: Option<DateRange>) -> bool {
    const HALF_HOUR: i64 = 30;
    let minute = |bounds: DateRange| (bounds.grain == DateGrain::Clock).then_some(bounds.first / 60);
    match (a.and_then(minute), b.and_then(minute)) {
        (Some(a), Some(b)) => a == b && a % HALF_HOUR != 0,
        _ => false,
    }
}

/// Returns whether a date names a day at the least.
fn is_day(bounds: DateRange) -> bool {
    DateGrain::Day <= bounds.grain
}

fn same_event(a: MergeCandidate<'_>, b: MergeCandidate<'_>) -> Option<(f64, MergeReason)> {
    let (x, y) = (&a.chain.words, &b.chain.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    if a.bounds.is_none() {
        let copied = COPY <= share && MIN_COMMON_WORDS <= common && 2 * common >= x.len().max(y.len());
        return copied.then_some((
            share,
            MergeReason::COPY.and(MergeReason::VERB, share_verb(&a.chain.mention, &b.chain.mention)),
        ));
    }
    // "On Tuesday" and "at 2.40 a.m. on Tuesday" may be two events of one night.
    if a.bounds.map(|bounds| bounds.grain) != b.bounds.map(|bounds| bounds.grain) && similarity(x, y) < FINER {
        return None;
    }
    let lemma = share_lemma(&a.chain.mention, &b.chain.mention);
    let verb = lemma || are_told_alike(&a.chain.mention, &b.chain.mention);
    let most = MIN_COMMON_WORDS <= common && COMMON_PART <= share;
    // A verb in other words is common, although it is no common word: "came ashore", "made landfall".
    let shared_words = common + usize::from(verb && !lemma);
    let minute =
        one_minute(a.bounds, b.bounds) && (1 <= common || verb) || 1 <= common && verb && one_clock(a.bounds, b.bounds);
    // "Quah was convicted on Oct 21", "the judge convicted him on Oct 21": hardly a word is common.
    let part = share_verb_and_part(&a.chain.mention, &b.chain.mention) && a.bounds.is_some_and(is_day);
    let date = if minute { MergeReason::MINUTE } else { MergeReason::DATE };
    let why =
        date.and(MergeReason::VERB, verb).and(if most { MergeReason::MOST_WORDS } else { MergeReason::SOME }, true);
    match () {
        () if minute => Some((share + 1.0, why)),
        () if most => Some((share + if verb { VERB } else { 0.0 }, why)),
        () if part => Some((share + VERB, why)),
        () if verb && 2 <= shared_words && WITH_VERB * x.len().min(y.len()) as f64 <= shared_words as f64 => {
            Some((share + VERB, why))
        }
        () => None,
    }
}

fn same_statement(old: &EventMention, new: &EventMention) -> Option<(f64, MergeReason)> {
    let (x, y) = (&old.statement.as_ref()?.words, &new.statement.as_ref()?.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    let same = old.statement.as_ref()?.content == new.statement.as_ref()?.content;
    // Names are compared last: it costs most.
    let speakers = old.speaker.as_ref().zip(new.speaker.as_ref());
    // "Denied that it knew of a problem": of one speaker on one day, two words will do.
    let is_of_one_day = || old.when.is_some() && old.when == new.when && speakers.is_some();
    let are_few_same = || FEW <= common && NEARLY_ALL <= share && is_of_one_day();
    if !same && (common < MIN_COMMON_WORDS || share < COMMON_PART) && !are_few_same() {
        return None;
    }
    // The same words of two people are two statements, which the conflicts set against each other.
    if speakers.is_some_and(|(one, other)| !is_same_name(one, other)) {
        return None;
    }
    let why = if same { MergeReason::SAID } else { MergeReason::MOST_WORDS };
    Some((share, why.and(MergeReason::SPEAKER, speakers.is_some())))
}

#[cfg(test)]
mod tests {
    use super::super::signs_table::SIGNS;
    use super::*;
    use crate::claim;
    use crate::model::Setting;
    use crate::timeline::ArticleTrack;
    use crate::timeline::gather;

    /// Returns the first chain of a text of one version, and when it happened.
    fn first_chain(text: &str) -> (MentionChain, Option<DateRange>) {
        let published = "2024-06-04".parse().ok();
        let mut track = ArticleTrack::new("a", "A");
        track.extend(&gather(&claim::read_side(None, text, Setting { published, ..Setting::default() }), None));
        let chain = track.chains.iter().next().expect("the example mentions something").clone();
        let bounds = chain.mention.when.as_ref().map(|when| DateRange::of(when, chrono_tz::Tz::UTC));
        (chain, bounds)
    }

    fn reason(one: &str, other: &str) -> Option<String> {
        let (a, b) = (first_chain(one), first_chain(other));
        let found = merged(MergeCandidate { chain: &a.0, bounds: a.1 }, MergeCandidate { chain: &b.0, bounds: b.1 });
        found.map(|(_, why)| why.words())
    }

    #[test]
    fn every_sign_is_given_for_its_own_example() {
        for (bit, (sign, words, [one, other])) in SIGNS.iter().enumerate() {
            assert_eq!(*sign, 1 << bit, "a sign without a row, or two rows for one sign");
            let found = reason(one, other).unwrap_or_default();
            assert!(found.split(", ").any(|part| part == *words), "{words}: {found:?} for {one:?} and {other:?}");
        }
        assert_eq!(SIGNS.len() as u32, u8::BITS);
    }

    #[test]
    fn the_same_words_of_two_namesakes_are_two_statements() {
        let said = |name: &str| format!("“The old bridge will never be safe for lorries,” said {name}.");
        assert_eq!(reason(&said("Ann Lee"), &said("John Lee")), None);
        assert_eq!(reason(&said("Stephen Clark"), &said("Stephen Clarke")), None);
        assert!(reason(&said("Ann Lee"), &said("Lee")).is_some());
    }
}
