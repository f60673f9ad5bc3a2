//! Answers what was recorded since a line of the ledger, which is what pages that are open are told.

use std::collections::BTreeMap;

use super::{Archive, Result};
use crate::model::StoryId;
use crate::view::{ArticleNews, NewsView, StoryNews};

impl Archive {
    /// Returns the number of the last line of the ledger: another one as soon as anything was recorded or changed.
    pub fn ledger_line(&self) -> Result<usize> {
        Ok(self.store.ledger_end()?.0)
    }

    /// Returns which stories, and which articles of none, have versions that were recorded after a line of the ledger.
    ///
    /// It is told by what stands now: a story that was renamed meanwhile goes by its new name, and what was taken away
    /// again hides nothing that was added.
    pub fn recorded_since(&self, line: usize) -> Result<NewsView> {
        // The line first: what comes after it is told next time.
        let mut view = NewsView { line: self.ledger_line()?, ..NewsView::default() };
        let mut by_story: BTreeMap<StoryId, usize> = BTreeMap::new();
        for found in self.store.versions_after(line)? {
            if let Some(story) = found.story {
                *by_story.entry(story).or_default() += found.new;
            } else if let Some(article) = self.store.article(found.article)? {
                let versions = self.store.version_count(found.article)?;
                view.unfiled.push(ArticleNews { article: article.slug, versions, new: found.new });
            }
        }
        for (id, new) in by_story {
            let Some(story) = self.store.story(id)? else { continue };
            let versions = self.store.version_count_of_story(id)?;
            view.stories.push(StoryNews { story: story.slug, versions, new });
        }
        view.stories.sort_by(|a, b| a.story.cmp(&b.story));
        view.unfiled.sort_by(|a, b| a.article.cmp(&b.article));
        Ok(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(archive: &Archive, place: &str, hour: usize, text: &str) {
        let line = format!(r#"{{{place},"captured":"2025-08-12T{hour:02}:00:00Z","text":"{text}"}}"#);
        let batch = archive.import(&[line], 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        assert!(batch.refused.is_empty(), "{:?}", batch.refused);
    }

    fn told(view: &NewsView) -> Vec<(&str, usize, usize)> {
        let stories = view.stories.iter().map(|own| (own.story.as_str(), own.versions, own.new));
        stories.chain(view.unfiled.iter().map(|own| (own.article.as_str(), own.versions, own.new))).collect()
    }

    #[test]
    fn what_was_recorded_since_is_told_by_what_stands_now() {
        let archive = Archive::in_memory().unwrap();
        let ferry = r#""story":"ferry","article":"post""#;
        add(&archive, ferry, 7, "A ferry caught fire.");
        add(&archive, r#""story":"mill","article":"wire""#, 7, "A mill caught fire.");
        let line = archive.ledger_line().unwrap();
        assert_eq!(told(&archive.recorded_since(line).unwrap()), []);
        add(&archive, ferry, 8, "A ferry caught fire at noon.");
        add(&archive, r#""article":"loose""#, 8, "A dam was closed.");
        // As many are gone as came: what came is news all the same, under the name of now.
        archive.delete_article("mill/wire").unwrap();
        archive.rename_story("ferry", "ferry-fire").unwrap();
        let news = archive.recorded_since(line).unwrap();
        assert_eq!(told(&news), [("ferry-fire", 2, 1), ("loose", 1, 1)]);
        assert_eq!(told(&archive.recorded_since(news.line).unwrap()), []);
    }
}
