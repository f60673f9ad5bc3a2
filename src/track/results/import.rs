//! Takes back what other machines derived, batch by batch.
//!
//! What is stored already is counted as known, so after an interruption the same files are simply given again. Nothing is taken
//! on trust that the store can tell: which article it is, which texts it has, when they were seen. An article is loaded once a
//! batch, however many answers are about it, and its texts are hashed once.

use std::collections::HashMap;

use rayon::prelude::*;

use super::judge::{ArticleAnswers, Judged, JudgedArticle};
use super::left_out::LeftOut;
use super::line::{AnswerLine, parsed};
use super::unpacked_length;
use crate::model::{Article, ArticleId, Clock};
use crate::track::cache::GivenResults;
use crate::track::{Archive, Result};
use crate::view::{ReadingAnswer, RefusedView, ResultsView};

/// Bytes of results, unpacked, from which on no more articles are stored in one transaction.
const UNPACKED_AT_ONCE: usize = 64 << 20;

/// Answers that are being taken back into an archive.
#[derive(Debug)]
pub struct ResultsImport<'a> {
    archive: &'a Archive,
}

/// The answers about one article, by their places among the lines.
struct AboutArticle {
    article: Article,
    answers: Vec<(usize, ReadingAnswer)>,
}

impl<'a> ResultsImport<'a> {
    /// Begins to take answers back.
    pub fn new(archive: &'a Archive) -> Self {
        Self { archive }
    }

    /// Takes lines; returns what became of them.
    pub fn take(&self, lines: &[AnswerLine]) -> Result<ResultsView> {
        let mut view = ResultsView::default();
        let mut left_out: Vec<(usize, LeftOut)> = Vec::new();
        let mut answers = Vec::new();
        let parsed: Vec<_> = lines.par_iter().map(parsed).collect();
        for (place, answer) in parsed.into_iter().enumerate() {
            match answer {
                Ok(answer) => answers.push((place, answer)),
                Err(why) => left_out.push((place, why)),
            }
        }
        let mut about = self.by_article(answers, &mut left_out)?;
        while !about.is_empty() {
            let rest = about.split_off(how_many_at_once(&about));
            self.store(std::mem::replace(&mut about, rest), &mut view, &mut left_out)?;
        }
        left_out.sort_unstable_by_key(|(place, _)| *place);
        view.left_out = left_out.len();
        view.refused = left_out.iter().map(|(place, why)| refused(&lines[*place], why)).collect();
        Ok(view)
    }

    /// Puts every timeline in order whose articles are all derived, as `reindex` does; returns how many, and what is missing.
    pub fn finish(&self) -> Result<ResultsView> {
        let mut view = ResultsView { missing: self.archive.count_underived_articles()?, ..Default::default() };
        let stories = self.archive.store.stories()?;
        for (index, story) in stories.iter().enumerate() {
            self.archive.progress("stories put in order", index, stories.len());
            if self.archive.has_timeline(story, Clock::default())? {
                continue;
            }
            let articles = self.archive.found_all(self.archive.store.articles_of(Some(story.id))?)?;
            let is_ready = self.archive.stale(&articles)?.is_empty();
            if is_ready {
                self.archive.story_timeline(story, Clock::default())?;
            }
            // Where it could not be stored (full disk, locked store), the next question puts it in order.
            match is_ready && self.archive.has_timeline(story, Clock::default())? {
                true => view.timelines += 1,
                false => view.missing_timelines += 1,
            }
        }
        self.archive.progress("stories put in order", stories.len(), stories.len());
        view.missing += view.missing_timelines;
        Ok(view)
    }

    /// Sorts answers to the articles that they are about, in order of their first lines.
    fn by_article(
        &self,
        answers: Vec<(usize, ReadingAnswer)>,
        left_out: &mut Vec<(usize, LeftOut)>,
    ) -> Result<Vec<AboutArticle>> {
        let mut about: Vec<AboutArticle> = Vec::new();
        let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
        let mut by_article: HashMap<ArticleId, usize> = HashMap::new();
        for (place, answer) in answers {
            let index = match by_name.get(&answer.id) {
                Some(index) => *index,
                None => {
                    let index = self.article_of(&answer.id)?.map(|article| {
                        *by_article.entry(article.id).or_insert_with(|| {
                            about.push(AboutArticle { article, answers: Vec::new() });
                            about.len() - 1
                        })
                    });
                    by_name.insert(answer.id.clone(), index);
                    index
                }
            };
            match index {
                Some(index) => about[index].answers.push((place, answer)),
                None => left_out.push((place, LeftOut::NoSuchArticle(answer.id))),
            }
        }
        Ok(about)
    }

    /// Finds the article that an answer names.
    fn article_of(&self, id: &str) -> Result<Option<Article>> {
        let (story, article) = id.split_once('/').map_or((None, id), |(story, article)| (Some(story), article));
        self.archive.article_in(story, article)
    }

    /// Judges the answers about some articles, and stores what they give in one transaction.
    fn store(
        &self,
        about: Vec<AboutArticle>,
        view: &mut ResultsView,
        left_out: &mut Vec<(usize, LeftOut)>,
    ) -> Result<()> {
        let loaded = about.into_iter().map(|AboutArticle { article, answers }| {
            let packed = self.archive.store.packed_texts(article.id)?;
            let found = self.archive.found(article)?;
            let is_known = self.archive.is_derived(&found)?;
            Ok(ArticleAnswers { found, packed, is_known, answers })
        });
        let loaded: Vec<ArticleAnswers> = loaded.collect::<Result<_>>()?;
        let judged: Vec<JudgedArticle> = loaded.into_par_iter().map(ArticleAnswers::judged).collect();
        let (mut given, mut taken): (Vec<GivenResults>, Vec<(usize, ArticleId, usize)>) = (Vec::new(), Vec::new());
        for JudgedArticle { answers, results } in judged {
            for (place, judged) in answers {
                match judged {
                    Judged::Known => view.known += 1,
                    Judged::New(article, versions) => taken.push((place, article, versions)),
                    Judged::LeftOut(why) => left_out.push((place, why)),
                }
            }
            given.extend(results);
        }
        if given.is_empty() {
            return Ok(());
        }
        let stored = self.archive.store_given(given)?;
        for (place, article, versions) in taken {
            match stored.contains(&article) {
                true => {
                    view.taken += 1;
                    view.versions += versions;
                }
                false => left_out.push((place, LeftOut::NotStored)),
            }
        }
        Ok(())
    }
}

/// Returns how many of the first articles are stored in one transaction: one at least.
fn how_many_at_once(about: &[AboutArticle]) -> usize {
    let mut unpacked = 0_usize;
    let fits = about.iter().take_while(|about| {
        let has_room = unpacked < UNPACKED_AT_ONCE;
        // One answer about an article is unpacked at a time.
        let longest = about.answers.iter().filter_map(|(_, answer)| unpacked_length(&answer.results)).max();
        unpacked = unpacked.saturating_add(longest.unwrap_or_default());
        has_room
    });
    fits.count()
}

fn refused(line: &AnswerLine, left_out: &LeftOut) -> RefusedView {
    let hint = Some(left_out.hint().to_owned());
    RefusedView { from: line.from.clone(), error: left_out.to_string(), hint }
}
