//! Puts the parts of an entry into words that every format uses alike.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::counted::count;
use super::safe::web_address;
use super::status::{entry_tellers, status_words};
use super::titles::story_title;
use crate::model::{DocumentTime, EntryKind, EntrySource, Status, zone_label};
use crate::view::{EntryView, EvidenceView, TimelineView};

/// Returns what a kind of entry is called; an event needs no word.
pub fn kind_word(kind: EntryKind) -> Option<&'static str> {
    match kind {
        EntryKind::Event => None,
        EntryKind::Statement => Some("said"),
        EntryKind::Planned => Some("planned"),
    }
}

/// Returns what the status of an entry is called; `reported` by one outlet is the plain case.
pub fn status_word(entry: &EntryView) -> Option<String> {
    match (entry.status, entry_tellers(entry)) {
        (Status::Reported, (0 | 1, _)) => None,
        (Status::Reported, (_, tellers)) => Some(tellers),
        (told, _) => Some(status_words(told).to_owned()),
    }
}

/// Returns when it happened, in words: "about 12 August 2025", "no date told".
pub fn when_words(entry: &EntryView, zone: Tz) -> String {
    if let Some(when) = &entry.when {
        return when.words_in(zone);
    }
    match (&entry.earliest, &entry.latest) {
        (Some(first), Some(last)) => {
            format!("no date told; between {} and {}", first.words_in(zone), last.words_in(zone))
        }
        (Some(first), None) => format!("no date told; not before {}", first.words_in(zone)),
        (None, Some(last)) => format!("no date told; not after {}", last.words_in(zone)),
        (None, None) => "no date told".to_owned(),
    }
}

/// Returns where the words stand, shortest first to type: "Harbour Wire v3 s12".
pub fn evidence_words(evidence: &EvidenceView) -> String {
    let who = evidence.outlet.as_deref().unwrap_or(&evidence.article);
    format!("{who} v{} s{}", evidence.version, evidence.sentence)
}

/// Returns a moment as people in `zone` write it.
pub fn moment_words(moment: DateTime<Utc>, zone: Tz) -> String {
    format!("{} {}", moment.with_timezone(&zone).format("%-d %B %Y %H:%M"), zone_label(moment, zone))
}

/// Returns where the words shown stood first: "first seen in Harbour Wire v2, captured …; not yet in the capture of …".
pub fn first_report_words(entry: &EntryView, zone: Tz) -> String {
    let Some(first) = entry.cited() else { return added_words(entry, zone) };
    let who = first.outlet.as_deref().unwrap_or(&first.article);
    let mut words = format!("first seen in {who} v{}", first.version);
    match (first.captured, first.published) {
        (Some(captured), _) => words.push_str(&format!(", captured {}", moment_words(captured, zone))),
        (None, Some(DocumentTime::Instant(stated))) => {
            words.push_str(&format!(", stated {}", moment_words(stated, zone)));
        }
        (None, Some(DocumentTime::Day(day))) => words.push_str(&format!(", stated {}", day.format("%-d %B %Y"))),
        (None, None) => {}
    }
    match first.not_yet {
        Some(before) => words.push_str(&format!("; not yet in the capture of {}", moment_words(before, zone))),
        None if first.version == 1 => words.push_str("; earliest in this archive"),
        None => {}
    }
    if let Some(told) = told_before_words(entry) {
        words.push_str(&format!("; {told}"));
    }
    words
}

/// Returns which version told it before, in other words than those shown.
pub fn told_before_words(entry: &EntryView) -> Option<String> {
    let told = entry.told_before()?;
    let who = told.outlet.as_deref().unwrap_or(&told.article);
    Some(format!("first told in {who} v{} with other words", told.version))
}

/// Returns who added an entry by hand, and when.
fn added_words(entry: &EntryView, zone: Tz) -> String {
    let added = entry.by_hand.as_ref();
    added.map(|own| format!("added by {}, {}", own.author, moment_words(own.at, zone))).unwrap_or_default()
}

/// Returns where an entry's words stand and what else it rests on, each in words.
pub fn rests_on(entry: &EntryView) -> Vec<String> {
    let sources = entry.by_hand.iter().flat_map(|own| &own.sources);
    let elsewhere = sources.filter_map(|source| match source {
        EntrySource::Passage { .. } => None,
        EntrySource::Page { url } => Some(url.clone()),
        EntrySource::Document { name } => Some(name.clone()),
    });
    entry.evidence.iter().map(evidence_words).chain(elsewhere).collect()
}

/// Returns the addresses of the pages that an entry rests on, that of the words shown first, each once.
pub fn addresses<'v>(entry: &'v EntryView, view: &'v TimelineView) -> Vec<&'v str> {
    let articles = entry.cited().into_iter().map(|first| &first.article);
    let articles = articles.chain(entry.evidence.iter().map(|own| &own.article));
    let of_article = |reference: &String| {
        let article =
            view.articles.iter().find(|article| article.reference == *reference || article.name == *reference)?;
        article.url.as_deref()
    };
    let sources = entry.by_hand.iter().flat_map(|own| &own.sources);
    let elsewhere = sources.filter_map(|source| match source {
        EntrySource::Page { url } => Some(url.as_str()),
        EntrySource::Passage { .. } | EntrySource::Document { .. } => None,
    });
    let mut found: Vec<&str> = Vec::new();
    for url in articles.filter_map(of_article).chain(elsewhere).filter_map(web_address) {
        if !found.contains(&url) {
            found.push(url);
        }
    }
    found
}

/// Returns what of the timeline was asked for, in words; nothing where all of it was.
pub fn asked_words(view: &TimelineView) -> Option<String> {
    let filter = view.filter.as_ref().filter(|filter| !filter.asked.is_whole())?;
    let asked = &filter.asked;
    let day = |day: chrono::NaiveDate| day.format("%-d %B %Y").to_string();
    let list = |what: &str, names: &[String]| (!names.is_empty()).then(|| format!("{what} {}", names.join(", ")));
    let words = |of: Vec<&str>| of.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let parts = [
        asked.from.map(|from| format!("from {}", day(from))),
        asked.to.map(|to| format!("to {}", day(to))),
        list("outlet", &asked.outlets),
        list("speaker", &asked.speakers),
        list("kind", &words(asked.kinds.iter().map(|kind| kind.as_str()).collect())),
        list("status", &words(asked.statuses.iter().map(|status| status.as_str()).collect())),
        list("tag", &asked.tags),
        (!asked.words.is_empty()).then(|| format!("words “{}”", asked.words)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let shown = view.entries.len() + view.undated.len();
    let undated = match filter.undated {
        0 => String::new(),
        n => format!("; {} without a date left out", count(n, "entry", "entries")),
    };
    Some(format!("{shown} of {}: {}{undated}", count(filter.of, "entry", "entries"), parts.join("; ")))
}

/// Returns the tags of an entry as one reads them: `#toll #cause`.
pub fn tag_words(entry: &EntryView) -> Option<String> {
    let tags: Vec<String> = entry.tags.iter().map(|tag| format!("#{tag}")).collect();
    (!tags.is_empty()).then(|| tags.join(" "))
}

/// Returns the speaker to be put in front of the text, where the text names none.
pub fn speaker_prefix(entry: &EntryView) -> String {
    entry.untold_speaker().map(|speaker| format!("{speaker}: ")).unwrap_or_default()
}

/// Returns what the story is called.
pub fn title(view: &TimelineView) -> String {
    story_title(view.title.as_deref(), &view.story)
}

/// Returns the latest moment that the view knows of: its time of making, as far as its content goes.
pub fn latest_moment(view: &TimelineView) -> DateTime<Utc> {
    let entries = view.entries.iter().chain(&view.undated);
    let told = entries.flat_map(|entry| {
        entry
            .history
            .iter()
            .filter_map(|item| item.captured)
            .chain(entry.first_reported.as_ref().and_then(|first| first.captured))
    });
    view.as_of.into_iter().chain(told).max().unwrap_or(DateTime::UNIX_EPOCH)
}

/// Returns the sentence that says what an export left out, or nothing where it holds all.
pub fn left_out_words(undated: usize, vague: usize) -> Option<String> {
    let mut told = Vec::new();
    if 0 < undated {
        told.push(format!("{} without a date", count(undated, "entry", "entries")));
    }
    if 0 < vague {
        told.push(format!("{} with a date this format cannot hold", count(vague, "entry", "entries")));
    }
    (!told.is_empty()).then(|| format!("left out: {}", told.join(", ")))
}
