//! Answers what there is: stories, articles, and where words stand.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};

use super::lookup::{FoundArticle, row};
use super::read::StoredText;
use super::{Archive, Result, present};
use crate::model::{ArticleId, Story, StoryId};
use crate::store::SearchScope;
use crate::view::{ArticleList, ArticleRow, SearchHit, SearchView, StoryList, StoryRow};

/// Where to search: everywhere, unless something is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct SearchFilter<'f> {
    pub story: Option<&'f str>,
    pub outlet: Option<&'f str>,
    /// Versions captured at or after this moment.
    pub since: Option<DateTime<Utc>>,
}

impl Archive {
    /// Returns every story.
    pub fn stories(&self) -> Result<StoryList> {
        let stories = self.store.stories()?.iter().map(|story| self.story_row(story)).collect::<Result<_>>()?;
        Ok(StoryList { stories })
    }

    /// Returns one story.
    pub fn story(&self, name: &str) -> Result<StoryRow> {
        self.story_row(&self.story_named(name)?)
    }

    /// Returns a story with its counts.
    pub(crate) fn story_row(&self, story: &Story) -> Result<StoryRow> {
        let articles = self.store.articles_of(Some(story.id))?;
        let mut outlets: Vec<_> = articles.iter().filter_map(|article| article.outlet.clone()).collect();
        outlets.sort_by_key(|outlet| outlet.id);
        outlets.dedup();
        let (versions, seen) = self.store.span_of_story(story.id)?;
        Ok(StoryRow {
            name: story.slug.clone(),
            title: story.title.clone(),
            timezone: story.timezone,
            articles: articles.len(),
            outlets: outlets.len(),
            versions,
            first_captured: seen.map(|(first, _)| first),
            last_captured: seen.map(|(_, last)| last),
        })
    }

    /// Returns the articles of a story, or all.
    pub fn articles(&self, name: Option<&str>) -> Result<ArticleList> {
        let articles = self.articles_meant(name)?;
        Ok(ArticleList { articles: articles.iter().filter_map(article_row).collect() })
    }

    /// Returns what can be typed where a story or an article is meant.
    pub fn names(&self) -> Result<Vec<String>> {
        let stories = self.store.stories()?;
        let by_id: HashMap<StoryId, &str> = stories.iter().map(|story| (story.id, story.slug.as_str())).collect();
        let articles =
            self.store.articles()?.into_iter().map(|article| match article.story.and_then(|story| by_id.get(&story)) {
                Some(story) => format!("{story}/{}", article.slug),
                None => article.slug,
            });
        Ok(stories.iter().map(|story| story.slug.clone()).chain(articles).collect())
    }

    /// Finds words in every version, or in those of a story, of an outlet, or since a time.
    pub fn search(&self, query: &str, filter: &SearchFilter<'_>, limit: usize) -> Result<SearchView> {
        let story = filter.story.map(|name| self.story_named(name)).transpose()?.map(|story| story.id);
        let scope = SearchScope { story, outlet: filter.outlet.map(str::to_owned), since: filter.since };
        let (hits, total) = self.store.search(query, &scope, limit)?;
        let mut shown = Vec::new();
        // Many hits may lie in one article with many versions: it is read once.
        let mut read: HashMap<ArticleId, (FoundArticle, Vec<StoredText>)> = HashMap::new();
        for hit in hits {
            let (found, texts) = match read.entry(hit.article) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => {
                    let Some(article) = self.store.article(hit.article)? else { continue };
                    let found = self.found(article)?;
                    let texts = self.texts(&found, &found.versions)?;
                    free.insert((found, texts))
                }
            };
            let Some(place) = found.versions.iter().position(|version| version.id == hit.version) else { continue };
            let side = texts[place].side();
            let sentences: Vec<String> =
                (0..side.text.document.sentences.len()).map(|index| present::sentences_of(&side, &[index])).collect();
            let words: Vec<&str> = sentences.iter().map(String::as_str).collect();
            let best = self
                .store
                .snippets(query, &words)?
                .into_iter()
                .max_by_key(|(at, parts)| (parts.len(), usize::MAX - at));
            let Some((sentence, snippet)) = best else { continue };
            let standing = texts[place..].iter().take_while(|text| text.has(&sentences[sentence])).count();
            let last = place + standing.saturating_sub(1);
            let version = row(&found.versions[place]);
            shown.push(SearchHit {
                article: found.head(),
                timezone: found.zone(),
                headline: version.headline,
                first: version.number,
                last: found.versions[last].number,
                gone: last + 1 < found.versions.len(),
                captured: version.captured,
                sentence: Some(sentence + 1),
                snippet,
            });
        }
        Ok(SearchView { query: query.to_owned(), hits: shown, total })
    }
}

/// Returns an article with its counts; `None` where it has no version.
pub(crate) fn article_row(found: &FoundArticle) -> Option<ArticleRow> {
    let (first, last) = (found.versions.first()?, found.versions.last()?);
    Some(ArticleRow {
        article: found.head(),
        headline: last.headline.clone(),
        timezone: found.zone(),
        versions: found.versions.len(),
        looks: found.versions.iter().map(|version| version.looks).sum(),
        first_captured: first.captured,
        last_captured: last.captured,
    })
}
