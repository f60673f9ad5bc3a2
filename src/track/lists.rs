//! Answers what there is: stories and articles.

use std::collections::HashMap;

use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{ChangeKind, Field, Story, StoryId};
use crate::view::{ArticleList, ArticleRow, FacetView, RevisedFigure, StoryHead, StoryList, StoryRow, UpdateView};

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

    /// Returns what stands above every page of a story.
    pub fn story_head(&self, name: &str) -> Result<StoryHead> {
        let row = self.story(name)?;
        let articles = self.articles(Some(&row.name))?.articles;
        let mut outlets: Vec<String> = articles.into_iter().filter_map(|article| article.article.outlet).collect();
        outlets.sort();
        outlets.dedup();
        let updates = self.changes(Some(&row.name))?.updates;
        Ok(StoryHead {
            story: row.name.clone(),
            title: row.title.clone(),
            timezone: row.timezone,
            outlets,
            figure: revised_most(&updates),
            last: updates.into_iter().next_back(),
            row: Some(row),
        })
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

/// Returns the figure that an article revised most often; of several, the one revised last.
///
/// Values are joined where one update's new value is the next one's old value, so that counts of two
/// events are never told as one that moved.
fn revised_most(updates: &[UpdateView]) -> Option<RevisedFigure> {
    let mut figures: Vec<RevisedFigure> = Vec::new();
    for update in updates {
        let facets = update.changes.iter().flat_map(|change| &change.facets);
        let figure = |facet: &&FacetView| facet.kind == ChangeKind::Figure && facet.field == Field::Text;
        for facet in facets.filter(figure) {
            let (Some(before), Some(after), Some(of)) = (&facet.before, &facet.after, &facet.about) else { continue };
            let is_next = |own: &&mut RevisedFigure| {
                own.article == update.article && own.values.last().is_some_and(|last| last.eq_ignore_ascii_case(before))
            };
            let (article, values) = (update.article.clone(), vec![before.clone(), after.clone()]);
            match figures.iter_mut().find(is_next) {
                Some(known) => known.values.push(after.clone()),
                None => figures.push(RevisedFigure { of: of.clone(), article, values }),
            }
        }
    }
    // A count whose words are a piece of its sentence has no name of its own.
    figures.retain(|figure| !figure.of.contains('…'));
    figures.into_iter().max_by_key(|figure| figure.values.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_of_a_story_is_one_that_one_article_revised() {
        let archive = Archive::in_memory().unwrap();
        let line = |article: &str, hour: usize, dead: usize| {
            format!(
                r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T{hour:02}:00:00Z","text":"At least {dead} people were killed when a ferry caught fire, the coast guard said."}}"#
            )
        };
        // The wire's 40 never stood in the post, so it is no value of the post's figure.
        let lines =
            [line("post", 7, 12), line("post", 9, 15), line("post", 11, 19), line("wire", 8, 40), line("wire", 12, 41)];
        archive.import(&lines, 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        let figure = archive.story_head("ferry").unwrap().figure.unwrap();
        assert_eq!(figure.article.name, "post");
        assert_eq!(figure.values, ["At least 12", "At least 15", "At least 19"]);
    }
}
