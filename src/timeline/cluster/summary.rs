//! Notes of each thread what a whole story asks of all of them.
//!
//! Which day is it of, does it give a cause, has it one speaker: a story of
//! twenty thousand threads is looked through by these cards, and only the
//! threads that matter are taken from the shelf.

use std::collections::HashMap;

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::same_event::{BucketKey, bucket};
use crate::timeline::conflict::causes::gives_cause;
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::history::track::{ArticleTrack, MentionChain};
use crate::timeline::similarity::number;

/// What a story asks of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChainSummary {
    pub key: BucketKey,
    pub bounds: Option<DateRange>,
    /// The first version that tells it.
    pub first: usize,
    pub is_said: bool,
    pub speakers: Speakers,
    /// It is a statement that gives a cause.
    pub gives_cause: bool,
    /// The same for as long as nothing changes that threads are compared by.
    pub fingerprint: u64,
}

/// Whom a statement's wordings name, by the number of the name's last word in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speakers {
    Nobody,
    One(u32),
    Several,
}

impl ChainSummary {
    fn of(chain: &MentionChain, zone: Tz) -> Self {
        let bounds = chain.mention.when.as_ref().map(|when| DateRange::of(when, zone));
        let day = bounds.filter(|bounds| DateGrain::Day <= bounds.grain).map(|bounds| day_number(bounds.first, zone));
        let key = bucket(chain, bounds, day);
        let last = chain.wordings.last();
        Self {
            key,
            bounds,
            first: chain.first(),
            is_said: chain.mention.statement.is_some(),
            speakers: Speakers::of(chain),
            gives_cause: chain.mention.statement.is_some() && last.is_some_and(|wording| gives_cause(&wording.text)),
            fingerprint: fingerprint(chain),
        }
    }
}

impl Speakers {
    fn of(chain: &MentionChain) -> Self {
        let names = chain.wordings.iter().filter_map(|wording| wording.speaker.as_deref());
        let numbers = names.map(|name| Self::One(number(&last_word(name))));
        match chain.mention.statement {
            Some(_) => numbers.fold(Self::Nobody, Self::and),
            None => Self::Nobody,
        }
    }

    /// Returns whom both name.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nobody, named) | (named, Self::Nobody) => named,
            (one, same) if one == same => one,
            _ => Self::Several,
        }
    }
}

/// Returns a name's last word in lower case.
pub fn last_word(name: &str) -> String {
    name.split_whitespace().last().unwrap_or_default().to_lowercase()
}

/// Returns the calendar day of a moment in the story's zone, as a number.
fn day_number(seconds: i64, zone: Tz) -> i64 {
    let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default().with_timezone(&zone);
    i64::from(moment.date_naive().num_days_from_ce())
}

/// Returns a number for all that threads are compared by: FNV-1a, the same on every machine.
fn fingerprint(chain: &MentionChain) -> u64 {
    let mention = &chain.mention;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        let end = [0xff, bytes.len() as u8];
        hash = bytes
            .iter()
            .chain(&end)
            .fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    };
    add(&[mention.kind as u8, u8::from(mention.statement.is_some()), u8::from(mention.speaker.is_some())]);
    add(mention.speaker.as_deref().unwrap_or_default().as_bytes());
    add(mention.when.as_ref().map_or("", |when| when.as_str()).as_bytes());
    mention.lemmas.iter().for_each(|lemma| add(lemma.as_bytes()));
    chain.words.iter().for_each(|word| add(&word.to_le_bytes()));
    if let Some(said) = &mention.statement {
        add(said.content.as_bytes());
        said.words.iter().for_each(|word| add(&word.to_le_bytes()));
    }
    hash
}

impl ArticleTrack {
    /// Notes what a story asks of each thread, and which of them tell each passage; once it has been followed.
    pub fn index(&mut self, zone: Tz) {
        if self.summaries.len() == self.chains.len() {
            return;
        }
        self.summaries = self.chains.iter().map(|chain| ChainSummary::of(chain, zone)).collect();
        let mut mention: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, chain) in self.chains.iter().enumerate() {
            for wording in &chain.wordings {
                let chains = mention.entry(&wording.text).or_default();
                if chains.last() != Some(&index) {
                    chains.push(index);
                }
            }
        }
        for sentence_chain in &mut self.sentence_chains {
            sentence_chain.tellers = mention.get(sentence_chain.text.as_str()).cloned().unwrap_or_default();
        }
    }
}
