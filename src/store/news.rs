//! Says which versions are news: those that were recorded as they appeared, and not history that is taken up later.

#[cfg(feature = "fetch")]
use chrono::TimeDelta;
use chrono::{DateTime, Utc};
use rusqlite::params;

use super::rows::millis;
use super::{Result, Store};
#[cfg(feature = "fetch")]
use crate::model::ArticleId;
use crate::model::VersionId;

/// The word for what a hook does not tell.
pub(super) const NO_NEWS: &str = "withheld";
/// A version that was recorded so long after it was seen is history.
#[cfg(feature = "fetch")]
const HISTORY: TimeDelta = TimeDelta::days(1);

impl Store {
    /// Returns the newest version that was recorded.
    pub fn newest_version(&self) -> Result<VersionId> {
        self.count("SELECT coalesce(max(id), 0) FROM version", []).map(|id| VersionId(id as i64))
    }

    /// Has no hook tell what the versions after `before` brought; called in the transaction that records them.
    ///
    /// A build without the network tells nobody, but the store that it writes to may be told of by another.
    pub fn are_no_news(&self, before: VersionId, now: DateTime<Utc>) -> Result<()> {
        const SQL: &str = "INSERT INTO hook_delivery (hook_id, version_id, made, state, tries, next_at)
            SELECT hook.id, version.id, ?2, ?3, 0, ?2 FROM hook JOIN version
            WHERE ?1 < version.id AND hook.created <= version.captured ON CONFLICT DO NOTHING";
        self.change(SQL, params![before.0, millis(now), NO_NEWS]).map(drop)
    }

    /// Returns the versions of an article after `seen`, of captures of `since` or later, that are news. The first one of
    /// all changed nothing.
    ///
    /// The look that brought a version tells: it was recorded within a day, and no earlier look was at a later text. A
    /// version that has the looks of an older one was cut off from it by a back-dated one, and is no news either.
    #[cfg(feature = "fetch")]
    pub fn news_after(&self, article: ArticleId, seen: VersionId, since: DateTime<Utc>) -> Result<Vec<VersionId>> {
        const SQL: &str = "SELECT version.id FROM version JOIN capture AS look
            ON look.id = (SELECT min(id) FROM capture WHERE version_id = version.id)
            WHERE version.article_id = ?1 AND 1 < number AND ?2 < version.id AND ?3 <= version.captured
            AND look.recorded - look.captured < ?4
            AND NOT EXISTS (SELECT 1 FROM capture AS earlier
                WHERE earlier.article_id = ?1 AND look.captured < earlier.captured AND earlier.id < look.id)
            AND NOT EXISTS (SELECT 1 FROM version AS earlier WHERE earlier.article_id = ?1 AND earlier.id < version.id
                AND look.id < (SELECT min(id) FROM capture WHERE version_id = earlier.id))
            ORDER BY version.id";
        let facts = params![article.0, seen.0, millis(since), HISTORY.num_milliseconds()];
        self.all(SQL, facts, |row| row.get(0).map(VersionId))
    }
}
