//! Takes back what other machines derived, batch by batch.
//!
//! A batch is one transaction: after an interruption, the same files are simply given again, and what is stored already is
//! counted as known. Nothing is taken on trust that the store can tell: which article it is, which texts it has, when they were
//! seen.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;
use serde_json::Value;

use super::left_out::LeftOut;
use super::sound;
use super::unpack_results;
use crate::model::{ArticleId, Clock, StoryId};
use crate::store::PackedTexts;
use crate::track::cache::{ComparisonRecord, GivenResults};
use crate::track::exchange::article_texts;
use crate::track::lookup::FoundArticle;
use crate::track::present::VersionReading;
use crate::track::{ANALYSER, Archive, Result};
use crate::view::{ReadingAnswer, ReadingTexts, RefusedView, ResultsView};

/// Bytes of results, unpacked, for each byte of the texts: results take some six.
const MOST_PER_BYTE: usize = 200;
/// Bytes of results, unpacked, whatever the length of the texts.
const LEAST_ROOM: usize = 1 << 20;

/// A line of answers.
#[derive(Clone, Debug)]
pub struct AnswerLine {
    /// The file and the number of the line.
    pub from: String,
    /// The line, or why it cannot be read.
    pub answer: std::result::Result<String, String>,
}

/// Answers that are being taken back into an archive.
#[derive(Debug)]
pub struct ResultsImport<'a> {
    archive: &'a Archive,
    /// The stories of the articles that answers were about.
    stories: BTreeSet<StoryId>,
}

/// An answer and the article that it is about.
struct LocatedAnswer {
    answer: ReadingAnswer,
    found: FoundArticle,
    packed: PackedTexts,
    is_known: bool,
}

/// What an answer gives.
enum Usable {
    /// The store has it already; the story of its article.
    Known(Option<StoryId>),
    New(Box<GivenResults>),
}

impl<'a> ResultsImport<'a> {
    /// Begins to take answers back.
    pub fn new(archive: &'a Archive) -> Self {
        Self { archive, stories: BTreeSet::new() }
    }

    /// Takes lines in one transaction; returns what became of them. Empty lines are passed over.
    pub fn take(&mut self, lines: &[AnswerLine]) -> Result<ResultsView> {
        let parsed: Vec<_> = lines.par_iter().filter_map(|line| Some((line, parsed(line)?))).collect();
        let mut located = Vec::with_capacity(parsed.len());
        for (line, answer) in parsed {
            let answer = match answer {
                Ok(answer) => self.located(answer)?,
                Err(left_out) => Err(left_out),
            };
            located.push((line, answer));
        }
        let judged: Vec<_> =
            located.into_par_iter().map(|(line, answer)| (line, answer.and_then(LocatedAnswer::judged))).collect();
        let (mut view, mut given, mut seen) = (ResultsView::default(), Vec::new(), HashSet::<ArticleId>::new());
        for (line, answer) in judged {
            match answer {
                Ok(Usable::New(results)) if seen.insert(results.found.article.id) => {
                    self.stories.extend(results.found.article.story);
                    view.taken += 1;
                    view.versions += results.found.versions.len();
                    given.push(*results);
                }
                // Some clusters do a task twice.
                Ok(Usable::New(_)) => view.known += 1,
                Ok(Usable::Known(story)) => {
                    self.stories.extend(story);
                    view.known += 1;
                }
                Err(left_out) => {
                    view.left_out += 1;
                    view.refused.push(refused(line, &left_out));
                }
            }
        }
        if !given.is_empty() {
            self.archive.store_given(given)?;
        }
        Ok(view)
    }

    /// Puts the timelines in order whose articles are all derived, as `reindex` does; returns how many, and what is missing.
    pub fn finish(self) -> Result<ResultsView> {
        let mut view = ResultsView::default();
        let total = self.stories.len();
        for (index, story) in self.stories.into_iter().enumerate() {
            self.archive.progress("stories put in order", index, total);
            let Some(story) = self.archive.store.story(story)? else { continue };
            let articles = self.archive.found_all(self.archive.store.articles_of(Some(story.id))?)?;
            let is_ready = self.archive.stale(&articles)?.is_empty();
            if is_ready && !self.archive.has_timeline(&story, Clock::default())? {
                self.archive.story_timeline(&story, Clock::default())?;
                view.timelines += 1;
            }
        }
        self.archive.progress("stories put in order", total, total);
        view.missing = self.archive.count_underived()?;
        Ok(view)
    }

    /// Finds the article that an answer is about.
    fn located(&self, answer: ReadingAnswer) -> Result<std::result::Result<LocatedAnswer, LeftOut>> {
        let store = &self.archive.store;
        let article = match answer.id.split_once('/') {
            None => store.article_called(None, &answer.id)?,
            Some((story, article)) => match store.story_called(story)? {
                Some(story) => store.article_called(Some(story.id), article)?,
                None => None,
            },
        };
        let Some(article) = article else { return Ok(Err(LeftOut::NoSuchArticle(answer.id))) };
        let packed = store.packed_texts(article.id)?;
        let found = self.archive.found(article)?;
        let is_known = self.archive.is_derived(&found)?;
        Ok(Ok(LocatedAnswer { answer, found, packed, is_known }))
    }
}

/// Reads a line as an answer of this program; `None` where it is empty.
fn parsed(line: &AnswerLine) -> Option<std::result::Result<ReadingAnswer, LeftOut>> {
    let text = match &line.answer {
        Ok(text) => text.trim_start_matches('\u{FEFF}').trim(),
        Err(why) => return Some(Err(LeftOut::NoJson(why.clone()))),
    };
    if text.is_empty() {
        return None;
    }
    let answer = match serde_json::from_str::<ReadingAnswer>(text) {
        Ok(answer) if answer.analyser == ANALYSER => Ok(answer),
        Ok(ReadingAnswer { id, analyser, .. }) => Err(LeftOut::OtherAnalyser { id, analyser }),
        Err(_) => Err(other(text)),
    };
    Some(answer)
}

/// Says what a line is that is no answer of `pipe reindex`.
fn other(text: &str) -> LeftOut {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return LeftOut::NoJson(error.to_string()),
    };
    match (value["id"].as_str(), value["error"]["message"].as_str()) {
        (_, Some(message)) => LeftOut::Refused(message.to_owned()),
        (Some(id), None) => LeftOut::NoResults(id.to_owned()),
        (None, None) => LeftOut::NoId,
    }
}

impl LocatedAnswer {
    /// Holds the answer against the texts of its article.
    fn judged(self) -> std::result::Result<Usable, LeftOut> {
        let Self { answer, found, packed, is_known } = self;
        let ReadingAnswer { id, question, versions, results, .. } = answer;
        // A text that cannot be unpacked is for `check` to tell; here it is another one than was asked about.
        let texts = article_texts(&found, &packed).ok().and_then(|article| ReadingTexts::of(&article, versions));
        let Some(texts) = texts.filter(|texts| 0 < versions && texts.digest() == question) else {
            return Err(LeftOut::OtherTexts(id));
        };
        if is_known {
            return Ok(Usable::Known(found.article.story));
        }
        let bytes: usize = texts.versions.iter().map(|version| version.text.len()).sum();
        let most = LEAST_ROOM + MOST_PER_BYTE * bytes;
        match unpack_results::<(Vec<VersionReading>, Vec<ComparisonRecord>)>(&results, most) {
            Ok((readings, comparisons)) if sound::are_of((&readings, &comparisons), &texts.versions) => {
                Ok(Usable::New(Box::new(GivenResults { found, readings, comparisons })))
            }
            _ => Err(LeftOut::Damaged(id)),
        }
    }
}

fn refused(line: &AnswerLine, left_out: &LeftOut) -> RefusedView {
    let hint = left_out.hint().map(str::to_owned);
    RefusedView { from: line.from.clone(), error: left_out.to_string(), hint }
}
