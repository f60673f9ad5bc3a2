//! Answers what is new since a moment, story by story: for a shift that begins, or a desk that looks in again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::lookup::{FoundArticle, row};
use super::versions::zone_of;
use super::{Archive, Result};
use crate::model::Clock;
use crate::view::{BriefingView, NewArticleView, StoryBriefing, UpdateView};

impl Archive {
    /// Returns what was first captured after `since` and not after `until`, in one story or in all.
    pub fn briefing(&self, name: Option<&str>, since: DateTime<Utc>, until: DateTime<Utc>) -> Result<BriefingView> {
        let story = name.map(|name| self.story_named(name)).transpose()?;
        let articles = self.articles_meant(story.as_ref().map(|story| story.slug.as_str()))?;
        let timezone = story.map_or_else(|| zone_of(&articles), |story| story.timezone);
        let is_new = |at: DateTime<Utc>| since < at && at <= until;
        // By name; what stands in no story comes last.
        let mut by_story: BTreeMap<(bool, Option<String>), Vec<FoundArticle>> = BTreeMap::new();
        for found in articles.into_iter().filter(|found| found.versions.iter().any(|own| is_new(own.captured))) {
            let slug = found.story.as_ref().map(|story| story.slug.clone());
            by_story.entry((slug.is_none(), slug)).or_default().push(found);
        }
        let stories = by_story.into_iter().map(|((_, story), articles)| {
            let mut updates: Vec<UpdateView> = self.updates(&articles)?.into_iter().flatten().collect();
            updates.retain(|update| is_new(update.to.captured));
            updates.sort_by_key(|update| update.to.captured);
            let timeline = story.as_deref().map(|story| self.timeline_diff(story, since, until, Clock::Captured));
            let articles = new_articles(&articles, is_new);
            Ok(StoryBriefing { articles, updates, timeline: timeline.transpose()?, story })
        });
        Ok(BriefingView { timezone, since, until, stories: stories.collect::<Result<_>>()? })
    }
}

/// Returns the articles whose first version is new, in order of capture.
fn new_articles(articles: &[FoundArticle], is_new: impl Fn(DateTime<Utc>) -> bool) -> Vec<NewArticleView> {
    let first = |found: &FoundArticle| {
        let first = found.versions.first().filter(|first| is_new(first.captured))?;
        Some(NewArticleView { article: found.head(), version: row(first) })
    };
    let mut articles: Vec<NewArticleView> = articles.iter().filter_map(first).collect();
    articles.sort_by_key(|new| new.version.captured);
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn archive() -> Archive {
        let line = |story: &str, article: &str, hour: usize, text: &str| {
            format!(
                r#"{{{story}"article":"{article}","outlet":"{article}","captured":"2025-05-02T{hour:02}:00:00Z","published":"2025-05-02T{hour:02}:00:00Z","text":"{text}"}}"#
            )
        };
        let mine = r#""story":"mine","timezone":"Europe/Stockholm","#;
        let lines = [
            line(mine, "wire", 6, "Twelve miners were trapped on Friday when a shaft collapsed at Kestrel Hill."),
            line(mine, "wire", 9, "Ten miners were trapped on Friday when a shaft collapsed at Kestrel Hill."),
            line(mine, "post", 10, "Eleven miners were trapped on Friday when a shaft collapsed at Kestrel Hill."),
            line("", "blog", 11, "The harbour was closed on Friday."),
        ];
        let archive = Archive::in_memory().unwrap();
        archive.import(&lines, 1, true, at("2025-05-03T08:00:00Z")).unwrap();
        archive
    }

    /// Writes each story with its new articles, its updates, and what its timeline gained, lost and revised.
    fn told(view: &BriefingView) -> Vec<String> {
        let story = |story: &StoryBriefing| {
            let articles: Vec<&str> = story.articles.iter().map(|new| new.article.name.as_str()).collect();
            let updates: Vec<String> = story.updates.iter().map(|update| format!("v{}", update.to.number)).collect();
            let diff = story.timeline.as_ref().map(|diff| (diff.gained.len(), diff.lost.len(), diff.revised.len()));
            format!("{:?} {} {} {diff:?}", story.story.as_deref(), articles.join(","), updates.join(","))
        };
        view.stories.iter().map(story).collect()
    }

    #[test]
    fn what_is_new_is_told_story_by_story() {
        let archive = archive();
        let since = |from: &str, to: &str| told(&archive.briefing(None, at(from), at(to)).unwrap());
        let noon = "2025-05-02T12:00:00Z";
        assert_eq!(since("2025-05-02T08:00:00Z", noon), [r#"Some("mine") post v2 Some((0, 0, 1))"#, "None blog  None"]);
        assert_eq!(since("2025-05-02T10:30:00Z", noon), ["None blog  None"]);
        assert_eq!(since("2025-05-02T05:00:00Z", "2025-05-02T06:00:00Z"), [r#"Some("mine") wire  Some((1, 0, 0))"#]);
        assert!(since(noon, "2025-05-03T12:00:00Z").is_empty());
        let one = archive.briefing(Some("mine"), at("2025-05-02T08:00:00Z"), at(noon)).unwrap();
        assert_eq!((one.stories.len(), one.timezone), (1, chrono_tz::Europe::Stockholm));
        assert!(archive.briefing(Some("nowhere"), at(noon), at(noon)).is_err());
    }

    #[test]
    fn accounts_that_differ_since_are_told() {
        let archive = archive();
        let noon = at("2025-05-02T12:00:00Z");
        let conflicts = |since: &str| {
            let view = archive.briefing(Some("mine"), at(since), noon).unwrap();
            view.stories[0].timeline.as_ref().unwrap().conflicts.len()
        };
        assert_eq!(conflicts("2025-05-02T09:30:00Z"), archive.conflicts("mine").unwrap().conflicts.len());
        assert_eq!(conflicts("2025-05-02T09:30:00Z"), 1);
    }
}
