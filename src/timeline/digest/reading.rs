//! Reads the latest known version of an article for a digest: its day, and which sentences may report which days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::{Evidence, FirstReport, Role, TimelineQuery};
use crate::timeline::history::track::{VersionTimes, first_report};
use crate::timeline::mention::event_mention::{ArticleMentions, MentionSentence, VersionMentions};

/// Sentences of an article that report its own day's news: a summary, the lead, and the sentence that backs it.
pub(super) const LEADS: usize = 3;
/// Fewest and most words of a sentence that is picked.
const READABLE: std::ops::RangeInclusive<usize> = 6..=60;

/// The same of a sentence that is picked for a day which no longer sentence names: "The bridge fell on Monday."
const SHORT_WORDS: std::ops::RangeInclusive<usize> = 4..=5;

/// The latest known version of an article.
pub(super) struct LatestVersion<'a> {
    /// The article.
    pub article: &'a ArticleMentions,
    /// The version's number, from 1.
    pub version: usize,
    /// The day on which it was published, else captured.
    pub day: Option<NaiveDate>,
    /// Its sentences, in order of the text.
    pub lines: Vec<DigestSentence<'a>>,
}

/// A sentence with what picking needs to know of it.
#[derive(Clone, Copy)]
pub(super) struct DigestSentence<'a> {
    /// The sentence.
    pub line: &'a MentionSentence,
    /// It holds a word of the query.
    pub asked: bool,
}

/// Returns the latest version of an article that is known at the time of the query.
pub(super) fn latest_version<'a>(
    article: &'a ArticleMentions,
    zone: Tz,
    query: &TimelineQuery,
) -> Option<LatestVersion<'a>> {
    let known = |version: &VersionMentions| {
        let time = query.clock.choose(version.captured, version.published);
        query.as_of.is_none_or(|as_of| time.is_some_and(|time| time.instant(zone) <= as_of))
    };
    let (index, version) = article.versions.iter().enumerate().rfind(|(_, version)| known(version))?;
    let words: Vec<String> = query.query.iter().map(|word| word.to_lowercase()).collect();
    let lines = version.lines.iter().map(|line| {
        let lower = if words.is_empty() { String::new() } else { line.text.to_lowercase() };
        DigestSentence { line, asked: words.iter().any(|word| lower.contains(word.as_str())) }
    });
    let day = version.published.or(version.captured).map(|time| time.day(zone));
    Some(LatestVersion { article, version: index + 1, day, lines: lines.collect() })
}

impl LatestVersion<'_> {
    /// Returns where a sentence stands: from the first version with these very words on.
    pub(super) fn evidence(&self, index: usize) -> Evidence {
        let line = self.lines[index].line;
        let known = self.article.versions[..self.version].iter().enumerate();
        let place = |version: &VersionMentions| version.lines.iter().position(|own| own.text == line.text);
        let first = { known }.find_map(|(at, version)| Some((at, place(version)?)));
        let (version, sentence) = first.unwrap_or((self.version - 1, index));
        let span = self.article.versions[version].lines[sentence].span;
        let article = self.article.id.clone();
        Evidence { article, version: version + 1, until: self.version, sentence, span }
    }

    /// Returns the times of the version.
    pub(super) fn times(&self) -> VersionTimes {
        self.times_of(self.version - 1)
    }

    /// Returns the times of a version of the article, from 0.
    fn times_of(&self, version: usize) -> VersionTimes {
        let own = &self.article.versions[version];
        VersionTimes { captured: own.captured, published: own.published }
    }

    /// Returns the times of a version of the article, from 1, and until when it had not been seen.
    pub(super) fn report(&self, version: usize) -> FirstReport {
        first_report(&self.article.id, version - 1, |version| self.times_of(version))
    }

    /// Returns the days that a sentence may report: those that it names and, at the top of an article, the article's own.
    pub(super) fn days_reported(&self, index: usize, line: &MentionSentence) -> BTreeSet<NaiveDate> {
        let is_lead = index < LEADS;
        if !is_lead && line.days.is_empty() || !may_report(line.role) || !is_readable(&line.text) {
            return BTreeSet::new();
        }
        let own = self.day.filter(|_| is_lead);
        line.days.iter().copied().chain(own).chain(own.and_then(|day| day.pred_opt())).collect()
    }
}

/// Returns whether a sentence may report the days that it names although it is short.
pub(super) fn is_short_report(line: &MentionSentence) -> bool {
    !line.days.is_empty() && may_report(line.role) && SHORT_WORDS.contains(&line.text.split_ascii_whitespace().count())
}

const fn may_report(role: Role) -> bool {
    matches!(role, Role::Body | Role::Standfirst | Role::ListItem)
}

/// Returns whether a sentence is of readable length.
pub(super) fn is_readable(sentence: &str) -> bool {
    READABLE.contains(&sentence.split_ascii_whitespace().count())
}
