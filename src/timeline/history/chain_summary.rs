//! Summarizes a chain (date bucket, speakers, cue flags), so that story-level passes need not decode it.
//!
//! A story of twenty thousand chains is looked through by these summaries, and
//! only the chains that matter are decoded.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

use super::chain::MentionChain;
use crate::claim::names::{is_same_name, name_words, surname};
use crate::model::{Edtf, EntryKind};
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::mention::cues::gives_cause;
use crate::timeline::similarity::number;

/// What is compared with what: kind, sort of date, and the date.
pub(crate) type BucketKey = (EntryKind, u8, i64, i64);

/// What a story needs to know of every chain.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChainSummary {
    /// Chains of one bucket are compared with each other.
    pub key: BucketKey,
    /// When it happened.
    pub bounds: Option<DateRange>,
    /// The first version that has it, from 0.
    pub first: usize,
    /// Earlier chains of the article that began at the same place with the same kind.
    pub ordinal: usize,
    /// It is a statement.
    pub is_statement: bool,
    /// Whom its wordings quote.
    pub speakers: Speakers,
    /// It is a statement that gives a cause.
    pub gives_cause: bool,
    /// Fingerprint of every field used when chains are compared.
    pub fingerprint: u64,
}

/// Whom a statement's wordings name, by numbers of the words of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speakers {
    /// No speaker.
    Nobody,
    /// One name: its last word, and the first where a wording has one.
    One(u32, Option<u32>),
    /// Names that may be of different speakers.
    Several,
}

impl ChainSummary {
    /// Summarizes a chain; days are counted in `zone`, and `ordinal` chains before it began at its place.
    pub(super) fn of(chain: &MentionChain, zone: Tz, ordinal: usize) -> Self {
        let bounds = chain.mention.when.as_ref().map(|when| DateRange::of(when, zone));
        let day = bounds.filter(|bounds| DateGrain::Day <= bounds.grain).map(|bounds| day_number(bounds.first, zone));
        let is_statement = chain.mention.statement.is_some();
        Self {
            key: bucket(chain, bounds, day),
            bounds,
            first: chain.first(),
            ordinal,
            is_statement,
            speakers: Speakers::of(chain),
            gives_cause: is_statement && gives_cause(chain.text()),
            fingerprint: fingerprint(chain),
        }
    }
}

impl Speakers {
    fn of(chain: &MentionChain) -> Self {
        let mut names = chain.wordings.iter().filter_map(|wording| wording.speaker.as_deref());
        let (Some(_), Some(first)) = (&chain.mention.statement, names.next()) else { return Self::Nobody };
        let mut others = names.filter(|name| *name != first).peekable();
        if others.peek().is_none() {
            return Self::one(first);
        }
        others.fold(Self::one(first), |all, name| match is_same_name(first, name) {
            true => all.and(Self::one(name)),
            false => Self::Several,
        })
    }

    fn one(name: &str) -> Self {
        let words = name_words(name);
        let Some((last, before)) = words.split_last() else { return Self::Nobody };
        Self::One(number(last), before.first().map(|first| number(first)))
    }

    /// Returns whom both name.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nobody, named) | (named, Self::Nobody) => named,
            (Self::One(last, first), Self::One(other_last, other_first))
                if last == other_last && first.zip(other_first).is_none_or(|(one, other)| one == other) =>
            {
                Self::One(last, first.or(other_first))
            }
            _ => Self::Several,
        }
    }
}

/// Letters of a name by which its bearer's statements are kept together, however the name is transliterated.
const NAME_LETTERS: usize = 4;

/// Returns the bucket of a chain whose date allows `bounds`.
///
/// A named speaker's statements are compared with each other, dated or not: one outlet dates
/// the words, another does not.
fn bucket(chain: &MentionChain, bounds: Option<DateRange>, day: Option<i64>) -> BucketKey {
    let kind = chain.mention.kind;
    match (&chain.mention.speaker, bounds, day) {
        (Some(speaker), ..) if chain.mention.statement.is_some() => {
            (kind, 3, i64::from(number(&name_prefix(speaker))), 0)
        }
        (_, Some(_), Some(day)) => (kind, 0, day, 0),
        (_, Some(bounds), None) => (kind, 1, bounds.first, bounds.last),
        // The smallest number is the same in two sentences as often as their words are.
        (_, None, _) => (kind, 2, chain.words.first().map_or(-1, |&word| i64::from(word)), 0),
    }
}

/// Returns the first letters of a name's last word.
fn name_prefix(name: &str) -> String {
    surname(name).chars().flat_map(char::to_lowercase).take(NAME_LETTERS).collect()
}

/// Returns the calendar day of a moment in the story's zone, as a number.
fn day_number(seconds: i64, zone: Tz) -> i64 {
    let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default().with_timezone(&zone);
    i64::from(moment.date_naive().num_days_from_ce())
}

/// Returns a number for every field by which chains are compared.
fn fingerprint(chain: &MentionChain) -> u64 {
    let mention = &chain.mention;
    let mut hasher = FxHasher::default();
    mention.kind.hash(&mut hasher);
    mention.speaker.hash(&mut hasher);
    mention.when.as_ref().map(Edtf::as_str).hash(&mut hasher);
    mention.lemmas.hash(&mut hasher);
    (&mention.senses, &mention.doers, &mention.undergoers).hash(&mut hasher);
    chain.words.hash(&mut hasher);
    mention.statement.as_ref().map(|statement| (&statement.content, &statement.words)).hash(&mut hasher);
    hasher.finish()
}
