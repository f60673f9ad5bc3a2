//! Joins threads that tell the same event, across articles and outlets.
//!
//! Only threads in one bucket are compared: same kind and same day (or same
//! vaguer date; or, without a date, nearly the same words). Within a bucket the
//! first report leads, and each later thread joins the leader it is most like,
//! or leads itself. The order is that of first report, never that of input, so
//! the result is the same for every order of articles; and a thread that is
//! reported later than all others is placed without looking at them again.

use serde::{Deserialize, Serialize};

use crate::model::EntryKind;
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::history::align::share_verb;
use crate::timeline::history::track::MentionChain;
use crate::timeline::mention::event_mention::EventMention;
use crate::timeline::similarity::{likeness, number, shared};

/// Fewest common words that make two sentences worth calling one event.
const ENOUGH: usize = 3;
/// Share of the shorter sentence's words that must be common.
const MOST: f64 = 0.5;
/// The same, where both use the same verb.
const WITH_VERB: f64 = 0.3;
/// What a common verb adds to the share of common words: who and where weigh more than "met".
const VERB: f64 = 0.25;
/// Share of common words at which a day and a clock time of that day are one.
const FINER: f64 = 0.6;
/// Share of common words at which undated sentences are one.
const COPY: f64 = 0.8;

/// What is compared with what: kind, sort of date, and the date.
pub type BucketKey = (EntryKind, u8, i64, i64);

/// Letters of a name by which its bearer's statements are kept together, however the name is transliterated.
const NAME_LETTERS: usize = 4;

/// Returns the bucket of a telling whose date allows `bounds`.
///
/// What somebody is named for is compared with all that he said: one outlet dates
/// the words, another does not.
pub fn bucket(chain: &MentionChain, bounds: Option<DateRange>, day: Option<i64>) -> BucketKey {
    let kind = chain.mention.kind;
    match (&chain.mention.speaker, bounds, day) {
        (Some(speaker), ..) if chain.mention.statement.is_some() => (kind, 3, i64::from(number(&stem(speaker))), 0),
        (_, Some(_), Some(day)) => (kind, 0, day, 0),
        (_, Some(bounds), None) => (kind, 1, bounds.first, bounds.last),
        // The smallest number is the same in two sentences as often as their words are.
        (_, None, _) => (kind, 2, chain.words.first().map_or(-1, |&word| i64::from(word)), 0),
    }
}

/// Returns the first letters of a name's last word.
fn stem(name: &str) -> String {
    let last = name.split_whitespace().last().unwrap_or_default();
    last.chars().flat_map(char::to_lowercase).take(NAME_LETTERS).collect()
}

/// Returns the words by which a thread is compared.
pub fn words(chain: &MentionChain) -> &[u32] {
    chain.mention.statement.as_ref().map_or(&chain.words, |said| &said.words)
}

/// What speaks for two threads telling the same: any of `SIGNS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeReason(u8);

impl MergeReason {
    const MINUTE: Self = Self(1);
    const DATE: Self = Self(1 << 1);
    const VERB: Self = Self(1 << 2);
    const MOST: Self = Self(1 << 3);
    const SOME: Self = Self(1 << 4);
    const COPY: Self = Self(1 << 5);
    const SPEAKER: Self = Self(1 << 6);
    const SAID: Self = Self(1 << 7);

    /// Adds a sign where it is there.
    const fn and(self, sign: Self, is_there: bool) -> Self {
        if is_there { Self(self.0 | sign.0) } else { self }
    }

    /// Returns all that speaks for it, in words.
    pub fn words(self) -> String {
        let there = SIGNS.iter().filter(|(sign, ..)| self.0 & sign.0 != 0);
        there.map(|(_, words, _)| *words).collect::<Vec<_>>().join(", ")
    }
}

/// Every sign with its words, and two sentences of which it speaks for telling the same.
#[rustfmt::skip]
const SIGNS: &[(MergeReason, &str, [&str; 2])] = &[
    (MergeReason::MINUTE,  "the same minute",          ["The ferry left Harrow at 2:41 a.m. on 2 June 2024.", "At 2:41 a.m. on 2 June 2024 the ferry was boarded."]),
    (MergeReason::DATE,    "the same date",            ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (MergeReason::VERB,    "the same verb",            ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (MergeReason::MOST,    "most words in common",     ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (MergeReason::SOME,    "words in common",          ["The council closed the old bridge and two narrow lanes at Harrow on 2 June 2024.", "Engineers with barriers closed the rusty bridge near Harrow market early on 2 June 2024."]),
    (MergeReason::COPY,    "nearly all words",         ["The council closed the old bridge at Harrow.", "The council closed the old bridge at Harrow."]),
    (MergeReason::SPEAKER, "the same speaker",         ["“The old bridge will never be safe for lorries,” said Ann Lee.", "“The bridge will never be safe for heavy lorries,” said Lee."]),
    (MergeReason::SAID,    "the very same words said", ["“The old bridge will never be safe for lorries,” said Ann Lee.", "“The old bridge will never be safe for lorries,” said Lee."]),
];

/// A thread as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct MergeCandidate<'a> {
    pub chain: &'a MentionChain,
    pub bounds: Option<DateRange>,
}

/// Returns how sure it is that two threads of one bucket tell the same, with all that speaks for it; `None` where they do not.
pub fn same(a: MergeCandidate<'_>, b: MergeCandidate<'_>) -> Option<(f64, MergeReason)> {
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

/// Returns whether both name one minute that is no full or half hour: few things of a story begin at 2.40.
fn one_minute(a: Option<DateRange>, b: Option<DateRange>) -> bool {
    const HALF_HOUR: i64 = 30;
    let minute = |bounds: DateRange| (bounds.grain == DateGrain::Clock).then_some(bounds.first / 60);
    match (a.and_then(minute), b.and_then(minute)) {
        (Some(a), Some(b)) => a == b && a % HALF_HOUR != 0,
        _ => false,
    }
}

/// Returns whether two moments lie so near that two outlets may mean the same one.
pub const fn same_date_apart_from_clock(a: DateRange, b: DateRange) -> bool {
    const DAY: i64 = 24 * 3600;
    a.last - a.first <= DAY && b.last - b.first <= DAY && a.first.abs_diff(b.first) < DAY as u64
}

fn same_event(a: MergeCandidate<'_>, b: MergeCandidate<'_>) -> Option<(f64, MergeReason)> {
    let (x, y) = (&a.chain.words, &b.chain.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    if a.bounds.is_none() {
        let copied = COPY <= share && ENOUGH <= common && 2 * common >= x.len().max(y.len());
        return copied.then_some((
            share,
            MergeReason::COPY.and(MergeReason::VERB, share_verb(&a.chain.mention, &b.chain.mention)),
        ));
    }
    // "On Tuesday" and "at 2.40 a.m. on Tuesday" may be two events of one night.
    if a.bounds.map(|bounds| bounds.grain) != b.bounds.map(|bounds| bounds.grain) && likeness(x, y) < FINER {
        return None;
    }
    let verb = share_verb(&a.chain.mention, &b.chain.mention);
    let most = ENOUGH <= common && MOST <= share;
    let minute = 1 <= common && one_minute(a.bounds, b.bounds);
    let date = if minute { MergeReason::MINUTE } else { MergeReason::DATE };
    let why = date.and(MergeReason::VERB, verb).and(if most { MergeReason::MOST } else { MergeReason::SOME }, true);
    match () {
        () if minute => Some((share + 1.0, why)),
        () if most => Some((share + if verb { VERB } else { 0.0 }, why)),
        () if verb && 2 <= common && WITH_VERB <= share => Some((share + VERB, why)),
        () => None,
    }
}

fn same_statement(old: &EventMention, new: &EventMention) -> Option<(f64, MergeReason)> {
    let (x, y) = (&old.statement.as_ref()?.words, &new.statement.as_ref()?.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    let same = old.statement.as_ref()?.content == new.statement.as_ref()?.content;
    // Names are compared last: it costs most.
    if !same && (common < ENOUGH || share < MOST) {
        return None;
    }
    let one_speaker = match (&old.speaker, &new.speaker) {
        (Some(a), Some(b)) => same_name(a, b),
        _ => true,
    };
    let needed = if one_speaker { MOST } else { COPY };
    let named = old.speaker.is_some() && new.speaker.is_some() && one_speaker;
    let why = if same { MergeReason::SAID } else { MergeReason::MOST };
    (same || needed <= share).then_some((share, why.and(MergeReason::SPEAKER, named)))
}

/// Returns whether two names end in the same word, give or take a letter of transliteration.
pub fn same_name(a: &str, b: &str) -> bool {
    let last = |name: &str| name.split_whitespace().last().unwrap_or_default().to_lowercase();
    let (a, b) = (last(a), last(b));
    a == b || 5 < a.chars().count() && strsim::levenshtein(&a, &b) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::Setting;
    use crate::timeline::ArticleTrack;
    use crate::timeline::gather;

    fn told(text: &str) -> ArticleTrack {
        let published = "2024-06-04".parse().ok();
        let mut track = ArticleTrack::new("a", "A");
        track.extend(&gather(&claim::read_side(None, text, Setting { published, ..Setting::default() }), None));
        track
    }

    #[test]
    fn every_sign_speaks_for_its_own_example() {
        for (sign, words, [one, other]) in SIGNS {
            let (one, other) = (told(one), told(other));
            let candidate = |track: &'_ ArticleTrack| {
                let chain = track.chains.iter().next().expect("the example tells something").clone();
                let bounds = chain.mention.when.as_ref().map(|when| DateRange::of(when, chrono_tz::Tz::UTC));
                (chain, bounds)
            };
            let (a, b) = (candidate(&one), candidate(&other));
            let found = same(MergeCandidate { chain: &a.0, bounds: a.1 }, MergeCandidate { chain: &b.0, bounds: b.1 });
            let why = found.map(|(_, why)| why).unwrap_or_default();
            assert!(why.0 & sign.0 != 0, "{words}: {:?} for {:?} and {:?}", why.words(), a.0.text(), b.0.text());
        }
    }
}
