//! Answers what there is: stories and articles.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::cache::ComparisonRecord;
use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{ChangeKind, Field, Story, StoryId};
use crate::view::{
    ArticleHead, ArticleList, ArticleRow, ChangeView, FacetView, RevisedFigure, StoryHead, StoryList, StoryRow,
};

/// Moments of a story that a reader may go back to by the slider of its page.
const STOPS: usize = 60;

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
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let heads: Vec<ArticleHead> = articles.iter().map(FoundArticle::head).collect();
        let mut outlets: Vec<String> = articles.iter().filter_map(|found| article_row(found)?.article.outlet).collect();
        outlets.sort();
        outlets.dedup();
        // Updates by capture, as `changes` has them; only the last one is written out.
        let compared = self.comparisons(&articles)?;
        let mut updates: Vec<(DateTime<Utc>, usize, &ComparisonRecord)> = Vec::new();
        for (at, (found, compared)) in articles.iter().zip(&compared).enumerate() {
            let captured = found.versions.iter().skip(1).map(|version| version.captured);
            updates.extend(captured.zip(compared).map(|(captured, compared)| (captured, at, compared)));
        }
        updates.sort_by_key(|(captured, at, _)| (*captured, &heads[*at].reference));
        let last = match updates.last() {
            Some((_, at, _)) => self.updates(&articles[*at..=*at])?.pop().and_then(|mut own| own.pop()),
            None => None,
        };
        let changes = updates.iter().map(|(_, at, compared)| (&heads[*at], compared.changes.as_slice()));
        Ok(StoryHead {
            story: story.slug.clone(),
            title: story.title.clone(),
            timezone: story.timezone,
            outlets,
            figure: revised_most(changes),
            last,
            row: Some(counted(&story, &articles)),
            stops: stops(&articles),
            line: None,
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

/// Returns moments at which articles grew, the first and the last among them.
fn stops(articles: &[FoundArticle]) -> Vec<DateTime<Utc>> {
    let mut all: Vec<DateTime<Utc>> =
        articles.iter().flat_map(|found| found.versions.iter().map(|version| version.captured)).collect();
    all.sort_unstable();
    all.dedup();
    match all.len() {
        0..=STOPS => all,
        n => (0..STOPS).map(|stop| all[stop * (n - 1) / (STOPS - 1)]).collect(),
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

/// Returns a story with its counts, by all its articles; what [`Archive::story`] asks the store for.
fn counted(story: &Story, articles: &[FoundArticle]) -> StoryRow {
    let versions = || articles.iter().flat_map(|found| &found.versions);
    let outlets: HashSet<_> = articles.iter().filter_map(|found| Some(found.article.outlet.as_ref()?.id)).collect();
    StoryRow {
        name: story.slug.clone(),
        title: story.title.clone(),
        timezone: story.timezone,
        articles: articles.len(),
        outlets: outlets.len(),
        versions: versions().count(),
        first_captured: versions().map(|version| version.captured).min(),
        last_captured: versions().map(|version| version.captured).max(),
    }
}

/// Returns the figure that an article revised most often; of several, the one revised last.
///
/// Updates come in order of capture, each with its article. Values are joined where one update's new value is the next
/// one's old value, so that counts of two events are never told as one that moved.
fn revised_most<'u>(updates: impl Iterator<Item = (&'u ArticleHead, &'u [ChangeView])>) -> Option<RevisedFigure> {
    let mut figures: Vec<RevisedFigure> = Vec::new();
    // The figures of an article, by its reference: those of others are never the next ones.
    let mut own: HashMap<&str, Vec<usize>> = HashMap::new();
    for (article, changes) in updates {
        let facets = changes.iter().flat_map(|change| &change.facets);
        let figure = |facet: &&FacetView| facet.kind == ChangeKind::Figure && facet.field == Field::Text;
        for facet in facets.filter(figure) {
            let (Some(before), Some(after), Some(of)) = (&facet.before, &facet.after, &facet.about) else { continue };
            let own = own.entry(&article.reference).or_default();
            let is_next =
                |at: &&usize| figures[**at].values.last().is_some_and(|last| last.eq_ignore_ascii_case(before));
            match own.iter().find(is_next).copied() {
                Some(known) => figures[known].values.push(after.clone()),
                None => {
                    own.push(figures.len());
                    let (article, values) = (article.clone(), vec![before.clone(), after.clone()]);
                    figures.push(RevisedFigure { of: of.clone(), article, values });
                }
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
        let head = archive.story_head("ferry").unwrap();
        assert_eq!(head.row, archive.story("ferry").ok());
        assert_eq!(head.last.as_ref(), archive.changes(Some("ferry")).unwrap().updates.last());
        let figure = head.figure.clone().unwrap();
        assert_eq!(figure.article.name, "post");
        assert_eq!(figure.values, ["At least 12", "At least 15", "At least 19"]);
        let hours = |head: StoryHead| head.stops.iter().map(|at| at.format("%H").to_string()).collect::<Vec<_>>();
        assert_eq!(hours(head), ["07", "08", "09", "11", "12"]);
    }

    #[test]
    fn a_story_is_counted_alike_above_its_pages_and_in_lists() {
        let archive = Archive::in_memory().unwrap();
        let line = |n: usize| {
            format!(
                r#"{{"story":"ferry","article":"a{}","captured":"2025-08-12T07:{n:02}:00Z","text":"Text {n}."}}"#,
                n % 3
            )
        };
        archive.import(&(0..7).map(line).collect::<Vec<_>>(), 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(archive.story_head("ferry").unwrap().row, Some(archive.story("ferry").unwrap()));
    }

    #[test]
    fn of_many_moments_some_are_stops_the_first_and_the_last_among_them() {
        let archive = Archive::in_memory().unwrap();
        let line = |n: usize| {
            format!(
                r#"{{"story":"ferry","article":"post","captured":"2025-08-12T{:02}:{:02}:00Z","text":"{n} people were killed."}}"#,
                n / 60,
                n % 60
            )
        };
        let lines: Vec<String> = (0..STOPS + 70).map(line).collect();
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let stops = archive.story_head("ferry").unwrap().stops;
        let span = stops.first().zip(stops.last()).map(|(first, last)| (*last - *first).num_minutes());
        assert_eq!((stops.len(), span), (STOPS, Some(STOPS as i64 + 69)));
        assert!(stops.is_sorted_by(|a, b| a < b));
    }
}
