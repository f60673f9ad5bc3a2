//! Stores captures: each time an article was fetched or handed over, and the bytes received.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};
use sha2::{Digest as _, Sha256};

use super::hash::{Hash, hex, unhex};
use super::pack::{self, MAX_DEPTH};
use super::rows::{document_time, instant, millis, optional_instant, stated, unreadable};
use super::{Result, Store};
use crate::model::{
    ArticleId, CaptureId, CaptureRecord, CapturedBy, DocumentTime, HiddenMarks, HttpFacts, Origin, OriginKind,
    Original, VersionId,
};

/// A capture about to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewCapture<'c> {
    pub article: ArticleId,
    pub version: VersionId,
    pub captured: DateTime<Utc>,
    pub captured_by: CapturedBy,
    /// The program's clock.
    pub recorded: Option<DateTime<Utc>>,
    pub url: Option<&'c str>,
    pub outlet: Option<&'c str>,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub origin: &'c Origin,
    pub http: Option<&'c HttpFacts>,
    pub hidden_marks: &'c [HiddenMarks],
    pub original: Option<&'c Original>,
}

/// What was seen at an article just before and just after a moment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours {
    /// The last look at or before it.
    pub before: Option<CaptureLook>,
    /// The first look after it.
    pub after: Option<CaptureLook>,
}

/// One look and what it found.
#[derive(Clone, Copy, Debug)]
pub struct CaptureLook {
    pub captured: DateTime<Utc>,
    pub version: VersionId,
    pub number: usize,
    /// Hash of the words.
    pub hash: Hash,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
}

const SEEN: &str = "SELECT capture.captured, version_id, number, hash, capture.published, capture.modified
    FROM capture JOIN version ON version.id = version_id WHERE capture.article_id = ?1";

fn read_seen(row: &Row<'_>) -> rusqlite::Result<CaptureLook> {
    Ok(CaptureLook {
        captured: instant(row, 0)?,
        version: VersionId(row.get(1)?),
        number: row.get::<_, i64>(2)? as usize,
        hash: row.get(3)?,
        published: document_time(row, 4)?,
        modified: document_time(row, 5)?,
    })
}

fn capture_of(row: &Row<'_>) -> rusqlite::Result<CaptureRecord> {
    let kind = match row.get_ref(6)?.as_str()? {
        "import" => OriginKind::Import,
        "fetch" => OriginKind::Fetch,
        _ => OriginKind::File,
    };
    let (http, marks): (Option<String>, Option<String>) = (row.get(8)?, row.get(14)?);
    Ok(CaptureRecord {
        id: CaptureId(row.get(0)?),
        article: ArticleId(row.get(1)?),
        version: VersionId(row.get(2)?),
        captured: instant(row, 3)?,
        published: document_time(row, 4)?,
        modified: document_time(row, 5)?,
        origin: Origin { kind, name: row.get(7)? },
        http: http.map(|http| serde_json::from_str(&http).map_err(|error| unreadable(8, error))).transpose()?,
        has_original: row.get(9)?,
        captured_by: CapturedBy::of_word(row.get_ref(10)?.as_str()?),
        recorded: optional_instant(row, 11)?,
        url: row.get(12)?,
        outlet: row.get(13)?,
        hidden_marks: match marks {
            Some(marks) => serde_json::from_str(&marks).map_err(|error| unreadable(14, error))?,
            None => Vec::new(),
        },
    })
}

const fn word(kind: OriginKind) -> &'static str {
    match kind {
        OriginKind::File => "file",
        OriginKind::Import => "import",
        OriginKind::Fetch => "fetch",
    }
}

impl Store {
    /// Returns the looks between which `at` falls.
    pub fn neighbours(&self, article: ArticleId, at: DateTime<Utc>) -> Result<Neighbours> {
        let before =
            format!("{SEEN} AND capture.captured <= ?2 ORDER BY capture.captured DESC, capture.id DESC LIMIT 1");
        let after = format!("{SEEN} AND capture.captured > ?2 ORDER BY capture.captured, capture.id LIMIT 1");
        let at = params![article.0, millis(at)];
        Ok(Neighbours { before: self.first(&before, at, read_seen)?, after: self.first(&after, at, read_seen)? })
    }

    /// Returns the look of that moment and origin which found these words, if it is recorded.
    pub fn look_at(
        &self,
        article: ArticleId,
        at: DateTime<Utc>,
        hash: &Hash,
        origin: &Origin,
    ) -> Result<Option<CaptureLook>> {
        let sql = format!(
            "{SEEN} AND capture.captured = ?2 AND hash = ?3 AND origin = ?4 AND ifnull(origin_name, '') = ifnull(?5, '')
            ORDER BY capture.id LIMIT 1"
        );
        self.first(&sql, params![article.0, millis(at), hash, word(origin.kind), origin.name], read_seen)
    }

    /// Returns how many looks of that moment are recorded: of imports, those from the place of this name, if one is given.
    pub fn looks_of_moment(&self, article: ArticleId, at: DateTime<Utc>, name: Option<&str>) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM capture WHERE article_id = ?1 AND captured = ?2
            AND (origin <> 'import' OR ?3 IS NULL OR origin_name = ?3)";
        let count = self.first(SQL, params![article.0, millis(at), name], |row| row.get::<_, i64>(0))?;
        Ok(count.unwrap_or_default() as usize)
    }

    /// Returns whether a look at an article named this outlet.
    pub fn has_look_of_outlet(&self, article: ArticleId, outlet: &str) -> Result<bool> {
        const SQL: &str = "SELECT 1 FROM capture WHERE article_id = ?1 AND outlet = ?2 LIMIT 1";
        Ok(self.first(SQL, params![article.0, outlet], |_| Ok(()))?.is_some())
    }

    /// Returns whether a look at an article came from the place of this name in an archive.
    pub fn has_look_from(&self, article: ArticleId, name: &str) -> Result<bool> {
        const SQL: &str =
            "SELECT 1 FROM capture WHERE article_id = ?1 AND origin = 'import' AND origin_name = ?2 LIMIT 1";
        Ok(self.first(SQL, params![article.0, name], |_| Ok(()))?.is_some())
    }

    /// Records a look.
    pub fn add_capture(&self, new: NewCapture<'_>) -> Result<CaptureId> {
        const SQL: &str = "INSERT INTO capture (article_id, version_id, captured, published, modified, origin,
            origin_name, http, original_id, captured_by, recorded, url, outlet, hidden_marks)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
        let original = new.original.map(|original| self.add_original(new, original)).transpose()?;
        let http = new.http.map(|http| serde_json::to_string(http).expect("plain fields become JSON"));
        let marks = Some(new.hidden_marks).filter(|marks| !marks.is_empty());
        let marks = marks.map(|marks| serde_json::to_string(marks).expect("plain fields become JSON"));
        let facts = params![
            new.article.0,
            new.version.0,
            millis(new.captured),
            stated(new.published),
            stated(new.modified),
            word(new.origin.kind),
            new.origin.name,
            http,
            original,
            new.captured_by.word(),
            new.recorded.map(millis),
            new.url,
            new.outlet,
            marks
        ];
        self.insert(SQL, facts).map(CaptureId)
    }

    /// Gives the looks after `at` that found `old` without a break to the version `new`.
    pub fn split_run(&self, article: ArticleId, at: DateTime<Utc>, old: VersionId, new: VersionId) -> Result<usize> {
        const SQL: &str = "UPDATE capture SET version_id = ?4
            WHERE article_id = ?1 AND captured > ?2 AND version_id = ?3 AND captured < ifnull(
                (SELECT min(captured) FROM capture WHERE article_id = ?1 AND captured > ?2 AND version_id NOT IN (?3, ?4)),
                9223372036854775807)";
        self.change(SQL, params![article.0, millis(at), old.0, new.0])
    }

    /// Returns every look at an article in order of time.
    pub fn captures(&self, article: ArticleId) -> Result<Vec<CaptureRecord>> {
        const SQL: &str = "SELECT id, article_id, version_id, captured, published, modified, origin, origin_name, http,
            original_id IS NOT NULL, captured_by, recorded, url, outlet, hidden_marks FROM capture
            WHERE article_id = ?1 ORDER BY captured, id";
        self.all(SQL, [article.0], capture_of)
    }

    /// Returns the bytes of a capture, if they were stored.
    pub fn original(&self, capture: CaptureId) -> Result<Option<Original>> {
        const SQL: &str = "SELECT original.id, media_type, encoding FROM original
            JOIN capture ON original_id = original.id WHERE capture.id = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let Some((id, media_type, encoding)) = self.first(SQL, [capture.0], read)? else { return Ok(None) };
        Ok(Some(Original { media_type, encoding, bytes: self.bytes(id)? }))
    }

    /// Returns the hash of the bytes of a capture in hexadecimal, if they were stored.
    pub fn original_hash(&self, capture: CaptureId) -> Result<Option<String>> {
        const SQL: &str = "SELECT hash FROM original JOIN capture ON original_id = original.id WHERE capture.id = ?1";
        self.first(SQL, [capture.0], |row| Ok(hex(&row.get::<_, Hash>(0)?)))
    }

    /// Returns how many bytes the originals of an article have in all.
    pub fn original_bytes(&self, article: ArticleId) -> Result<u64> {
        const SQL: &str = "SELECT ifnull(sum(size), 0) FROM original WHERE article_id = ?1";
        Ok(self.first(SQL, [article.0], |row| row.get::<_, i64>(0))?.unwrap_or(0) as u64)
    }

    /// Returns the bytes of this hash in hexadecimal, if they are stored with the article.
    pub fn original_called(&self, article: ArticleId, hash: &str) -> Result<Option<Original>> {
        const SQL: &str = "SELECT id, media_type, encoding FROM original WHERE article_id = ?1 AND hash = ?2";
        let Some(hash) = unhex(hash) else { return Ok(None) };
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let Some((id, media_type, encoding)) = self.first(SQL, params![article.0, hash], read)? else {
            return Ok(None);
        };
        Ok(Some(Original { media_type, encoding, bytes: self.bytes(id)? }))
    }

    /// Keeps bytes once for each article.
    fn add_original(&self, new: NewCapture<'_>, original: &Original) -> Result<i64> {
        const SQL: &str = "INSERT INTO original (article_id, hash, media_type, encoding, body_id, depth, size, packed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let hash: Hash = Sha256::digest(&original.bytes).into();
        let known = "SELECT id FROM original WHERE article_id = ?1 AND hash = ?2";
        if let Some(id) = self.first(known, params![new.article.0, hash], |row| row.get(0))? {
            return Ok(id);
        }
        let last = "SELECT id, depth FROM original WHERE article_id = ?1 ORDER BY id DESC LIMIT 1";
        let last: Option<(i64, u32)> = self.first(last, [new.article.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let is_page = original.media_type.contains("html");
        // A plain file is nearly its own text; a page is nearly the page before.
        let base = last.filter(|(_, depth)| is_page && *depth < MAX_DEPTH);
        // What is damaged serves nobody as dictionary.
        let base = base.and_then(|(id, depth)| Some((self.bytes(id).ok()?, depth)));
        let (dictionary, body, depth) = match base {
            Some((bytes, depth)) => (bytes, None, depth + 1),
            None => (self.body(new.version)?.into_bytes(), Some(new.version.0), 0),
        };
        let packed = pack::pack(&original.bytes, Some(&dictionary));
        let packed = packed.map_err(|error| self.damaged(format!("cannot pack a file: {error}")))?;
        let size = original.bytes.len() as i64;
        let (media_type, encoding) = (&original.media_type, &original.encoding);
        self.insert(SQL, params![new.article.0, hash, media_type, encoding, body, depth, size, packed])
    }

    /// Returns an original's bytes; unpacks those it rests on first.
    pub(super) fn bytes(&self, id: i64) -> Result<Vec<u8>> {
        const SQL: &str = "SELECT body_id, size, packed FROM original WHERE id <= ?1
            AND article_id = (SELECT article_id FROM original WHERE id = ?1)
            ORDER BY id DESC LIMIT (SELECT depth + 1 FROM original WHERE id = ?1)";
        let chain = self.all(SQL, [id], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, i64>(1)? as usize, row.get::<_, Vec<u8>>(2)?))
        })?;
        let mut bytes = Vec::new();
        for (body, size, packed) in chain.into_iter().rev() {
            let dictionary = match body {
                Some(version) => self.body(VersionId(version))?.into_bytes(),
                None => bytes,
            };
            let unpacked = pack::unpack(&packed, Some(&dictionary), size);
            bytes = unpacked.map_err(|error| self.damaged(format!("a file as received: {error}")))?;
        }
        Ok(bytes)
    }
}
