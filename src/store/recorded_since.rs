//! Finds the versions that were recorded after a line of the ledger.

use super::{Result, Store};
use crate::model::{ArticleId, StoryId};

/// How many versions of an article are new, and the story that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewVersions {
    pub story: Option<StoryId>,
    pub article: ArticleId,
    pub new: usize,
}

impl Store {
    /// Counts the versions that were recorded after a line of the ledger and are still there, by article.
    pub fn versions_after(&self, line: usize) -> Result<Vec<NewVersions>> {
        const SQL: &str = "SELECT story_id, article_id, count(DISTINCT version.id) FROM ledger
            CROSS JOIN version ON version.id = subject CROSS JOIN article ON article.id = article_id
            WHERE ledger.number > ?1 AND kind = 'version' AND action = 'new' GROUP BY article_id ORDER BY article_id";
        self.all(SQL, [line as i64], |row| {
            let story = row.get::<_, Option<i64>>(0)?.map(StoryId);
            Ok(NewVersions { story, article: ArticleId(row.get(1)?), new: row.get::<_, i64>(2)? as usize })
        })
    }

    /// Counts the versions of a story.
    pub fn version_count_of_story(&self, story: StoryId) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM article CROSS JOIN version ON article_id = article.id
            WHERE ifnull(story_id, 0) = ?1";
        self.count(SQL, [story.0])
    }
}
