//! Stores what the next request for a page needs, and the looks that brought no text.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use crate::model::{ArticleId, VersionId};
use crate::store::rows::{instant, millis, optional_instant};
use crate::store::{Result, Store};

/// Number of an address that is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub i64);

/// What is known of an address that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageState {
    pub id: PageId,
    pub url: String,
    pub article: Option<ArticleId>,
    /// The version that the last answer showed.
    pub version: Option<VersionId>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// SHA-256 of the last answer's bytes.
    pub body_hash: Option<[u8; 32]>,
    /// When it was first not found, of several times in a row.
    pub missing_since: Option<DateTime<Utc>>,
    /// When its absence was noted as a fact.
    pub gone_since: Option<DateTime<Utc>>,
    /// Where it has moved for good, and since when that is known.
    pub moved: Option<(String, DateTime<Utc>)>,
    /// A text that waits for a second look.
    pub doubt: Option<Doubt>,
}

/// A text that is not believed before it was seen again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// SHA-256 of its words.
    pub hash: [u8; 32],
    pub reason: String,
    /// When it was first seen.
    pub since: DateTime<Utc>,
}

/// A look at a page that brought no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLook {
    pub looked: DateTime<Utc>,
    pub kind: PageLookKind,
    /// One word for programs.
    pub reason: String,
    pub message: String,
    pub status: Option<u16>,
}

/// What such a look tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLookKind {
    /// There was no answer that could be used.
    Failed,
    /// There was a text, which is looked at again before it counts.
    Doubtful,
    /// One of several texts that the server gives in turn.
    Variant,
    /// The page is no longer there.
    Gone,
    /// The page is there again.
    Returned,
    /// The page has another address now.
    Moved,
}

impl PageLookKind {
    /// Returns the word that the store and programs use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Doubtful => "doubtful",
            Self::Variant => "variant",
            Self::Gone => "gone",
            Self::Returned => "returned",
            Self::Moved => "moved",
        }
    }

    /// Returns the kind that the word means, if it means one.
    pub fn of(word: &str) -> Option<Self> {
        let all = [Self::Failed, Self::Doubtful, Self::Variant, Self::Gone, Self::Returned, Self::Moved];
        all.into_iter().find(|kind| kind.as_str() == word)
    }
}

const SELECT: &str =
    "SELECT id, url, article_id, version_id, etag, last_modified, body_hash, missing_since, gone_since,
    moved_to, moved_since, doubt_hash, doubt_reason, doubt_since FROM page";

fn page_state_of(row: &Row<'_>) -> rusqlite::Result<PageState> {
    let moved_to: Option<String> = row.get(9)?;
    let doubt_hash: Option<[u8; 32]> = row.get(11)?;
    let doubt_reason: Option<String> = row.get(12)?;
    let doubt = doubt_hash.zip(optional_instant(row, 13)?);
    Ok(PageState {
        id: PageId(row.get(0)?),
        url: row.get(1)?,
        article: row.get::<_, Option<i64>>(2)?.map(ArticleId),
        version: row.get::<_, Option<i64>>(3)?.map(VersionId),
        etag: row.get(4)?,
        last_modified: row.get(5)?,
        body_hash: row.get(6)?,
        missing_since: optional_instant(row, 7)?,
        gone_since: optional_instant(row, 8)?,
        moved: moved_to.zip(optional_instant(row, 10)?),
        doubt: doubt.map(|(hash, since)| Doubt { hash, reason: doubt_reason.unwrap_or_default(), since }),
    })
}

impl Store {
    /// Returns what is known of an address, if it was ever asked for.
    pub fn page_at(&self, url: &str) -> Result<Option<PageState>> {
        self.first(&format!("{SELECT} WHERE url = ?1"), [url], page_state_of)
    }

    /// Returns every address that was ever asked for, in order of address.
    pub fn pages(&self) -> Result<Vec<PageState>> {
        self.all(&format!("{SELECT} ORDER BY url"), [], page_state_of)
    }

    /// Returns the looks at an address that brought no text, oldest first.
    pub fn page_looks(&self, page: PageId) -> Result<Vec<PageLook>> {
        const SQL: &str =
            "SELECT looked, kind, reason, message, status FROM page_look WHERE page_id = ?1 ORDER BY looked, id";
        self.all(SQL, [page.0], read_look)
    }

    /// Notes that an address is asked for, unless that is known; returns its number.
    pub fn add_page(&self, url: &str) -> Result<PageId> {
        self.change("INSERT INTO page (url) VALUES (?1) ON CONFLICT DO NOTHING", [url])?;
        let id = self.first("SELECT id FROM page WHERE url = ?1", [url], |row| row.get(0).map(PageId))?;
        id.ok_or_else(|| self.damaged("a page that was just added is not there"))
    }

    /// Keeps what is known of an address.
    pub fn save_page(&self, page: &PageState) -> Result<()> {
        const SQL: &str = "UPDATE page SET article_id = ?2, version_id = ?3, etag = ?4, last_modified = ?5,
            body_hash = ?6, missing_since = ?7, gone_since = ?8, moved_to = ?9, moved_since = ?10, doubt_hash = ?11,
            doubt_reason = ?12, doubt_since = ?13 WHERE id = ?1";
        let (moved, doubt) = (page.moved.as_ref(), page.doubt.as_ref());
        let facts = params![
            page.id.0,
            page.article.map(|id| id.0),
            page.version.map(|id| id.0),
            page.etag,
            page.last_modified,
            page.body_hash,
            page.missing_since.map(millis),
            page.gone_since.map(millis),
            moved.map(|(to, _)| to),
            moved.map(|(_, since)| millis(*since)),
            doubt.map(|doubt| doubt.hash),
            doubt.map(|doubt| &doubt.reason),
            doubt.map(|doubt| millis(doubt.since)),
        ];
        self.change(SQL, facts).map(drop)
    }

    /// Forgets what the next request for a page could say of the answer before, so that the whole page comes.
    pub fn forget_validators(&self, page: PageId) -> Result<()> {
        const SQL: &str = "UPDATE page SET etag = NULL, last_modified = NULL, body_hash = NULL WHERE id = ?1";
        self.change(SQL, [page.0]).map(drop)
    }

    /// Records a look that brought no text.
    pub fn add_page_look(&self, page: PageId, look: &PageLook) -> Result<()> {
        const SQL: &str =
            "INSERT INTO page_look (page_id, looked, kind, reason, message, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let kind = look.kind.as_str();
        self.insert(SQL, params![page.0, millis(look.looked), kind, look.reason, look.message, look.status]).map(drop)
    }

    /// Returns the latest looks at an article's pages that brought no text, with their addresses, newest first.
    pub fn page_looks_of(&self, article: ArticleId, limit: usize) -> Result<Vec<(String, PageLook)>> {
        const SQL: &str =
            "SELECT looked, kind, reason, message, status, url FROM page_look JOIN page ON page.id = page_id
            WHERE article_id = ?1 ORDER BY looked DESC, page_look.id DESC LIMIT ?2";
        self.all(SQL, [article.0, limit as i64], |row| Ok((row.get(5)?, read_look(row)?)))
    }

    /// Returns the latest looks at an address that told a fact of the page itself, newest first.
    pub fn page_facts(&self, page: PageId, limit: usize) -> Result<Vec<PageLook>> {
        const SQL: &str = "SELECT looked, kind, reason, message, status FROM page_look
            WHERE page_id = ?1 AND kind NOT IN ('failed', 'doubtful') ORDER BY looked DESC, id DESC LIMIT ?2";
        self.all(SQL, [page.0, limit as i64], read_look)
    }
}

fn read_look(row: &Row<'_>) -> rusqlite::Result<PageLook> {
    Ok(PageLook {
        looked: instant(row, 0)?,
        kind: PageLookKind::of(row.get_ref(1)?.as_str()?).unwrap_or(PageLookKind::Failed),
        reason: row.get(2)?,
        message: row.get(3)?,
        status: row.get(4)?,
    })
}
