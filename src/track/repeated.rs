//! Learns the lines that a site repeats on its pages, tells which they are, and takes the reader's word on them.
//!
//! `Sign up for our letter, every morning at six.` stands below nine of the latest forty articles of a site: it is none of
//! their words. Every twenty articles the latest texts of the site are looked through. A line is learnt where
//! - many articles have it, and not only a few that quote the same words,
//! - these are about different things: no telling word stands in half of their headlines,
//! - it shares few of its own words with the texts around it,
//! - it stands at the beginning or the end; in the middle, half of all articles must have it,
//! - it is no notice of a correction, and no credit of who wrote the text.
//!
//! What is recorded stays as it is: a line that an article was recorded with is kept in it (`record/own_text.rs`).

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::lookup::FoundArticle;
use super::{Archive, Result, TrackError};
use crate::ingest::site_of;
use crate::model::{Content, RepeatedLine, Role, VersionId, words_of};
use crate::store::RepeatedLineId;
use crate::text::is_function_word;
use crate::text::skim;
use crate::view::{RepeatedLineRow, RepeatedLinesView};

/// Articles of a site that are recorded between two searches.
const TURN: usize = 20;
/// The latest articles that are looked through.
const LOOKED: usize = 40;
/// A line is in so many articles at least; fewer may quote the same words.
const MIN_ARTICLES: usize = 6;
/// It is in this share of the articles looked through, 0 to 1, at least.
const SHARE: f64 = 0.25;
/// In the middle of texts, it is in this share at least, and in twice as many articles.
const SHARE_WITHIN: f64 = 0.5;
/// It stands at the beginning or the end in this share of its articles, 0 to 1, at least.
const AT_THE_EDGE: f64 = 0.9;
/// Paragraphs that are the beginning of a text …
const FIRST: usize = 2;
/// … and its end.
const LAST: usize = 4;
/// It shares less of its telling words with the text around it, 0 to 1.
const COMMON_WORDS: f64 = 0.5;
/// Articles are about one thing when a telling word is in this share of their headlines, 0 to 1.
const SAME_MATTER: f64 = 0.5;
/// A longer line is prose, in words.
const MAX_LINE_WORDS: usize = 80;
/// Parts of words by which a line tells of a change in the article, whatever the language; such a line is the record itself.
const OF_CHANGES: &[&str] =
    &["amend", "berichtig", "clarif", "correc", "correz", "corrig", "errat", "korrektur", "korrig", "rectif", "updat"];

/// A line that was found in many texts, and in how many.
#[derive(Debug, PartialEq, Eq)]
struct FoundLine<'t> {
    line: &'t str,
    articles: usize,
}

/// What is known of a line while texts are looked through.
#[derive(Default)]
struct LineTally {
    /// Numbers of the texts that have it.
    texts: Vec<usize>,
    at_the_edge: usize,
    off_topic: usize,
}

/// Returns the lines that these texts of one site repeat, in the order in which they are first met.
fn lines_repeated(texts: &[Content]) -> Vec<FoundLine<'_>> {
    let mut order: Vec<&str> = Vec::new();
    let mut tallies: HashMap<&str, LineTally> = HashMap::new();
    for (number, text) in texts.iter().enumerate() {
        let paragraphs: Vec<&str> = text.body.split("\n\n").collect();
        let mut seen = HashSet::new();
        for (at, line) in paragraphs.iter().copied().enumerate().filter(|(_, line)| may_be_repeated(line)) {
            if !seen.insert(line) {
                continue;
            }
            let tally = tallies.entry(line).or_insert_with(|| {
                order.push(line);
                LineTally::default()
            });
            tally.texts.push(number);
            tally.at_the_edge += usize::from(at < FIRST || paragraphs.len() <= at + LAST);
        }
    }
    for (line, tally) in &mut tallies {
        if MIN_ARTICLES <= tally.texts.len() {
            tally.off_topic = tally.texts.iter().filter(|number| !shares_words(line, &texts[**number])).count();
        }
    }
    let found = order.into_iter().filter(|line| tallies[line].is_repeated(texts) && !is_of_record(line));
    found.map(|line| FoundLine { line, articles: tallies[line].texts.len() }).collect()
}

impl LineTally {
    fn is_repeated(&self, texts: &[Content]) -> bool {
        let (n_texts, all) = (self.texts.len() as f64, texts.len() as f64);
        let is_often = MIN_ARTICLES <= self.texts.len() && SHARE * all <= n_texts;
        let is_outside = AT_THE_EDGE * n_texts <= self.at_the_edge as f64
            || 2 * MIN_ARTICLES <= self.texts.len() && SHARE_WITHIN * all <= n_texts;
        let is_off_topic = AT_THE_EDGE * n_texts <= self.off_topic as f64;
        is_often && is_outside && is_off_topic && !self.is_of_one_matter(texts)
    }

    /// Returns whether the texts that have it are about one thing.
    fn is_of_one_matter(&self, texts: &[Content]) -> bool {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for headline in self.texts.iter().filter_map(|number| texts[*number].headline.as_deref()) {
            telling_words(headline).into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
        }
        // Texts without headlines say nothing of what they are about.
        let most = counts.values().copied().max().unwrap_or(self.texts.len());
        SAME_MATTER * self.texts.len() as f64 <= most as f64
    }
}

fn may_be_repeated(line: &str) -> bool {
    line.contains(char::is_alphabetic) && line.split_whitespace().take(MAX_LINE_WORDS + 1).count() <= MAX_LINE_WORDS
}

/// Returns whether a line tells of a correction or an update, or of who wrote the text.
fn is_of_record(line: &str) -> bool {
    let folded = line.to_lowercase();
    let is_record = |role: Role| matches!(role, Role::Notice | Role::Stamp | Role::EntryTime | Role::Byline);
    OF_CHANGES.iter().any(|part| folded.contains(part))
        || skim(line).paragraphs.iter().any(|paragraph| is_record(paragraph.role))
}

/// Returns whether a line shares its words with the text around it.
fn shares_words(line: &str, text: &Content) -> bool {
    let own = telling_words(line);
    let around = text.body.split("\n\n").filter(|other| *other != line);
    let around: HashSet<String> = around.chain(text.headline.as_deref()).flat_map(telling_words).collect();
    let common = own.iter().filter(|word| around.contains(*word)).count();
    !own.is_empty() && COMMON_WORDS * own.len() as f64 <= common as f64
}

/// Returns the words of a text that say what it is about, in lower case: any two English texts share "the" and "said".
pub(super) fn telling_words(text: &str) -> HashSet<String> {
    let words = words_of(text).map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase());
    words.filter(|word| !word.is_empty() && !is_function_word(word)).collect()
}

impl Archive {
    /// Counts a new article of a site, and looks its texts through when it is time.
    pub(crate) fn count_site_article(&self, host: &str, now: DateTime<Utc>) -> Result<()> {
        if self.store.count_site_article(host)? < TURN {
            return Ok(());
        }
        self.learn_lines_of(host, now)
    }

    /// Looks the latest texts of a site through, and has the lines that they repeat left out of the next articles.
    pub fn learn_repeated_lines(&self, site: &str, now: DateTime<Utc>) -> Result<RepeatedLinesView> {
        let host = site_of(site).ok_or_else(|| TrackError::BadSite { name: site.to_owned() })?;
        self.store.write(|_| self.learn_lines_of(&host, now))?;
        self.repeated_lines(Some(&host))
    }

    fn learn_lines_of(&self, host: &str, now: DateTime<Utc>) -> Result<()> {
        self.store.begin_site_count(host)?;
        let mut texts = Vec::new();
        for article in self.store.latest_articles_of_site(host, LOOKED)? {
            texts.extend(self.store.newest_content(article)?);
        }
        for FoundLine { line, articles } in lines_repeated(&texts) {
            let (host, line, looked) = (host.to_owned(), line.to_owned(), texts.len());
            self.store.add_repeated_line(&RepeatedLine { host, line, articles, looked, learnt: now, kept: None })?;
        }
        Ok(())
    }

    /// Returns the lines that a site repeats, or all sites.
    pub fn repeated_lines(&self, site: Option<&str>) -> Result<RepeatedLinesView> {
        let bad = |site: &str| TrackError::BadSite { name: site.to_owned() };
        let host = site.map(|site| site_of(site).ok_or_else(|| bad(site))).transpose()?;
        let row = |(id, line): (RepeatedLineId, RepeatedLine)| -> Result<RepeatedLineRow> {
            let left_out_of = self.store.count_articles_without_line(id)?;
            Ok(RepeatedLineRow { number: id.0, line, left_out_of })
        };
        let lines = self.store.repeated_lines(host.as_deref())?;
        Ok(RepeatedLinesView { host, lines: lines.into_iter().map(row).collect::<Result<_>>()? })
    }

    /// Returns the repeated lines that stand in versions of an article, or of which it is settled how it is read with them.
    pub(super) fn lines_of(
        &self,
        found: &FoundArticle,
        versions: &HashSet<VersionId>,
    ) -> Result<Vec<(RepeatedLineId, RepeatedLine)>> {
        let mut own = self.store.repeated_lines_settled(found.article.id)?;
        let settled: HashSet<RepeatedLineId> = own.iter().map(|(id, _)| *id).collect();
        let hosts: BTreeSet<String> = found.article.addresses.iter().filter_map(|url| site_of(url)).collect();
        let mut others = Vec::new();
        for host in hosts {
            others.extend(self.store.repeated_lines(Some(&host))?);
        }
        others.retain(|(id, _)| !settled.contains(id));
        for version in versions {
            if others.is_empty() {
                break;
            }
            // What cannot be read any more holds nothing that could be compared.
            let body = self.store.content_of(*version).ok().flatten().map(|content| content.body).unwrap_or_default();
            let held: HashSet<&str> = body.split("\n\n").collect();
            own.extend(others.extract_if(.., |(_, line)| held.contains(line.line.as_str())));
        }
        Ok(own)
    }

    /// Removes those of these lines that stood in nothing but what was removed: no article of the site has them, and none is
    /// read without them.
    pub(super) fn forget_lines(&self, lines: &[(RepeatedLineId, RepeatedLine)]) -> Result<()> {
        let mut texts = LatestParagraphs::of(self);
        let mut seen = HashSet::new();
        for (id, line) in lines.iter().filter(|(id, _)| seen.insert(*id)) {
            if self.store.count_articles_without_line(*id)? == 0 && !texts.hold(line)? {
                self.store.forget_repeated_line(*id)?;
            }
        }
        Ok(())
    }

    /// Has repeated lines count as text in the articles that are recorded first from `kept` on, or left out of them again.
    ///
    /// Articles that are recorded already stay as they are read: no line comes or goes that the outlet did not touch.
    pub fn keep_repeated_lines(&self, numbers: &[i64], kept: Option<DateTime<Utc>>) -> Result<RepeatedLinesView> {
        self.store.write(|store| {
            let known = store.repeated_lines(None)?;
            for number in numbers {
                let line = known.iter().find(|(id, _)| id.0 == *number);
                let (id, _) = line.ok_or(TrackError::NoSuchRepeatedLine { number: *number })?;
                store.keep_repeated_line(*id, kept)?;
            }
            Ok::<(), TrackError>(())
        })?;
        let mut view = self.repeated_lines(None)?;
        view.lines.retain(|row| numbers.contains(&row.number));
        Ok(view)
    }
}

/// The paragraphs of the latest texts of sites, each site read once.
pub(super) struct LatestParagraphs<'a> {
    archive: &'a Archive,
    by_host: HashMap<String, HashSet<String>>,
}

impl<'a> LatestParagraphs<'a> {
    pub(super) fn of(archive: &'a Archive) -> Self {
        Self { archive, by_host: HashMap::new() }
    }

    /// Returns whether a line stands in one of the latest texts of its site.
    pub(super) fn hold(&mut self, line: &RepeatedLine) -> Result<bool> {
        if !self.by_host.contains_key(&line.host) {
            let mut paragraphs = HashSet::new();
            for article in self.archive.store.latest_articles_of_site(&line.host, LOOKED)? {
                let content = self.archive.store.newest_content(article)?.unwrap_or_default();
                paragraphs.extend(content.body.split("\n\n").map(str::to_owned));
            }
            self.by_host.insert(line.host.clone(), paragraphs);
        }
        Ok(self.by_host.get(&line.host).is_some_and(|paragraphs| paragraphs.contains(&line.line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Sign up for our letter, which is sent every morning at six.";
    const NOTE: &str = "This article was amended on Tuesday.";

    fn prose(article: usize, n: usize) -> String {
        format!(
            "District{article} heard from engineer{n}{article} what pillar{n} of bridge{article} had cost by day {n}."
        )
    }

    /// Texts of which every `each`th has a line at a place of twelve paragraphs.
    fn texts(line: &str, at: usize, each: usize, headline: &str) -> Vec<Content> {
        let text = |article: usize| {
            let mut paragraphs: Vec<String> = (0..12).map(|n| prose(article, n)).collect();
            if article.is_multiple_of(each) {
                paragraphs.insert(at, line.to_owned());
            }
            let headline = Some(format!("{headline} of ward{article}"));
            Content { headline, body: paragraphs.join("\n\n"), ..Content::default() }
        };
        (0..40).map(text).collect()
    }

    #[track_caller]
    fn check(line: &str, at: usize, each: usize, headline: &str, want: usize) {
        let texts = texts(line, at, each, headline);
        let found = lines_repeated(&texts);
        let want = if want == 0 { vec![] } else { vec![FoundLine { line, articles: want }] };
        assert_eq!(found, want, "{line} at {at} of every {each}");
    }

    #[test]
    fn what_many_articles_end_with_is_learnt() {
        check(LETTER, 12, 4, "Work", 0); // "Work" is in every headline
        check(LETTER, 12, 4, "", 10);
        check(LETTER, 0, 3, "", 14);
        check(LETTER, 12, 5, "", 0); // eight of forty articles
        check(LETTER, 12, 20, "", 0); // two that quote the same words
    }

    #[test]
    fn a_line_in_the_middle_of_prose_must_be_in_half_of_all() {
        check(LETTER, 6, 3, "", 0);
        check(LETTER, 6, 2, "", 20);
    }

    #[test]
    fn notices_and_words_of_the_matter_are_never_learnt() {
        check(NOTE, 12, 2, "", 0);
        check("Reporting by Ann Lee and Bo Tan; editing by Cy Oh", 12, 2, "", 0);
        check("Dieser Artikel wurde nachträglich korrigiert.", 12, 2, "", 0);
        let mut about = texts(LETTER, 12, 2, "");
        for text in &mut about {
            text.body = format!("Every morning at six a letter is sent, and all sign it.\n\n{}", text.body);
        }
        // The line that opens all of them has the words of the one that ends half of them.
        assert_eq!(lines_repeated(&about).len(), 0);
    }
}
