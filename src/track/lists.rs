//! Answers what there is: stories, articles, and where words stand.

use super::lookup::{FoundArticle, row};
use super::{Archive, Result, present};
use crate::model::Story;
use crate::view::{ArticleList, ArticleRow, SearchHit, SearchView, StoryList, StoryRow};

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

    /// Finds words in every version.
    pub fn search(&self, query: &str, limit: usize) -> Result<SearchView> {
        let (hits, total) = self.store.search(query, limit)?;
        let mut shown = Vec::new();
        for hit in hits {
            let Some(article) = self.store.article(hit.article)? else { continue };
            let found = self.found(article)?;
            let Some(place) = found.versions.iter().position(|version| version.id == hit.version) else { continue };
            let texts = self.texts(&found, &found.versions[place..=place])?;
            let side = texts[0].side();
            let sentences: Vec<String> =
                (0..side.text.document.sentences.len()).map(|index| present::sentences_of(&side, &[index])).collect();
            let words: Vec<&str> = sentences.iter().map(String::as_str).collect();
            let best = self
                .store
                .snippets(query, &words)?
                .into_iter()
                .max_by_key(|(at, parts)| (parts.len(), usize::MAX - at));
            let Some((sentence, snippet)) = best else { continue };
            let last = self.last_with(&found, place, &sentences[sentence])?;
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

    /// Returns the place of the last version, from `place` on without a break, that has these words.
    fn last_with(&self, found: &FoundArticle, place: usize, words: &str) -> Result<usize> {
        let mut last = place;
        for text in self.texts(found, &found.versions[place..])?.iter().skip(1) {
            if !text.has(words) {
                break;
            }
            last += 1;
        }
        Ok(last)
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
