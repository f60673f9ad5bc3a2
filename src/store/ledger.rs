//! Keeps the ledger: a hashed line for every row recorded and every lawful change.
//!
//! ```text
//! 1  new   story    1   {"name":"ferry","timezone":"UTC",…}
//! 2  new   article  1   {"name":"herald","story":1,…}
//! 3  new   version  1   (the hash of its facts)
//! 4  new   capture  1   (the hash of its facts, its text and its original)
//! 5  now   story    1   {"name":"ferry","timezone":"Asia/Manila",…}      renamed, moved, …
//! 6  gone  article  1   its versions and looks are gone with it
//! 7  gone  version  9   removed for legal reasons, its article stays (src/store/forget.rs)
//! ```
//!
//! The hashed form of a row is JSON without spaces, its fields in order of name, those without
//! a value left out, bytes in hexadecimal. Its leaf is `SHA-256(0x00 ‖ JSON)`, as RFC 6962 hashes
//! the leaves of a Merkle tree; a look names the hashes of its text and its original, so that its
//! leaf stands for all that was seen. The chain is `SHA-256(0x01 ‖ chain before ‖ line ‖ leaf)`.
//!
//! Which rows a transaction touched is noted by temporary triggers of this connection alone. So
//! no way of writing can forget the ledger, and what another program writes is not in it.
//! Whoever alters the file and computes the whole ledger again is not found out: that takes a
//! copy of `chain` kept elsewhere.

use std::collections::HashSet;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use sha2::{Digest as _, Sha256};

use super::hash::{Hash, hex};

/// A kind of row that the ledger holds.
pub(super) struct LedgerKind {
    /// Name of the table.
    pub name: &'static str,
    /// Its rows as they are hashed, fields in order of name.
    pub select: &'static str,
    /// Where the ids of all its rows come from, in order of recording.
    pub ids: &'static str,
    /// The field that names the row which takes this one along when it is deleted.
    pub owner: Option<&'static str>,
    /// The row may lawfully change, so the ledger keeps what it was.
    pub changes: bool,
}

/// Every kind, owners first.
pub(super) const KINDS: [LedgerKind; 7] = [
    LedgerKind {
        name: "story",
        select: "SELECT created, id, slug AS name, timezone, title FROM story WHERE id = ?1",
        ids: "SELECT id FROM story ORDER BY id",
        owner: None,
        changes: true,
    },
    LedgerKind {
        name: "article",
        select: "SELECT (SELECT group_concat(key || ' ' || url, char(10) ORDER BY key) FROM address
                WHERE article_id = article.id) AS addresses,
            created, article.id AS id, slug AS name, outlet.name AS outlet, story_id AS story
            FROM article LEFT JOIN outlet ON outlet.id = outlet_id WHERE article.id = ?1",
        ids: "SELECT id FROM article ORDER BY id",
        owner: None,
        changes: true,
    },
    LedgerKind {
        name: "version",
        select:
            "SELECT article_id AS article, byline, captured, chain, hash, headline, id, modified, number, published,
            standfirst, words FROM version WHERE id = ?1",
        ids: "SELECT id FROM version ORDER BY article_id, number",
        owner: Some("article"),
        changes: false,
    },
    LedgerKind {
        name: "capture",
        select: "SELECT capture.article_id AS article, capture.captured AS captured, captured_by, hidden_marks, http,
            capture.id AS id, capture.modified AS modified, number, origin, origin_name, original.hash AS original,
            encoding AS original_encoding, size AS original_size, media_type AS original_type, outlet,
            capture.published AS published, recorded, version.hash AS text, url
            FROM capture LEFT JOIN version ON version.id = version_id LEFT JOIN original ON original.id = original_id
            WHERE capture.id = ?1",
        ids: "SELECT id FROM capture ORDER BY id",
        owner: Some("article"),
        changes: false,
    },
    LedgerKind {
        name: "correction",
        select: "SELECT author, edit, entry, id, made, number, story_id AS story, text, undone, undone_by
            FROM correction WHERE id = ?1",
        ids: "SELECT id FROM correction ORDER BY id",
        owner: Some("story"),
        changes: true,
    },
    LedgerKind {
        name: "review",
        select: "SELECT article_id AS article, from_id AS \"from\", id, made, to_id AS \"to\", undone FROM review
            WHERE id = ?1",
        ids: "SELECT id FROM review ORDER BY id",
        owner: Some("article"),
        changes: true,
    },
    LedgerKind {
        name: "tombstone",
        select: "SELECT id, keyed, made, number, reason, kind AS removed, subject FROM tombstone WHERE id = ?1",
        ids: "SELECT id FROM tombstone ORDER BY id",
        owner: None,
        changes: true,
    },
];

/// Where a change of a table is noted: event, table, action, kind of the row that changed, and its id.
#[rustfmt::skip]
const TOUCHES: [(&str, &str, &str, &str, &str); 18] = [
    ("INSERT", "story",      "new",  "story",      "NEW.id"),
    ("UPDATE", "story",      "now",  "story",      "NEW.id"),
    ("DELETE", "story",      "gone", "story",      "OLD.id"),
    ("INSERT", "article",    "new",  "article",    "NEW.id"),
    ("UPDATE", "article",    "now",  "article",    "NEW.id"),
    ("DELETE", "article",    "gone", "article",    "OLD.id"),
    ("INSERT", "address",    "now",  "article",    "NEW.article_id"),
    ("UPDATE", "address",    "now",  "article",    "id FROM article WHERE id IN (NEW.article_id, OLD.article_id)"),
    ("DELETE", "address",    "now",  "article",    "OLD.article_id"),
    ("UPDATE", "outlet",     "now",  "article",    "id FROM article WHERE outlet_id = NEW.id"),
    ("INSERT", "version",    "new",  "version",    "NEW.id"),
    ("INSERT", "capture",    "new",  "capture",    "NEW.id"),
    ("UPDATE", "capture",    "now",  "capture",    "NEW.id"),
    ("INSERT", "correction", "new",  "correction", "NEW.id"),
    ("UPDATE", "correction", "now",  "correction", "NEW.id"),
    ("INSERT", "review",     "new",  "review",     "NEW.id"),
    ("UPDATE", "review",     "now",  "review",     "NEW.id"),
    ("INSERT", "tombstone",  "new",  "tombstone",  "NEW.id"),
];

/// Returns the triggers that note which rows this connection touches. What goes with its owner needs no note of its own.
fn watching() -> String {
    let mut sql = String::from(
        "CREATE TEMP TABLE touched (
            turn INTEGER PRIMARY KEY, action TEXT NOT NULL, kind TEXT NOT NULL, subject INTEGER NOT NULL,
            UNIQUE (kind, subject, action)
        ) STRICT;",
    );
    for (event, table, action, kind, ids) in TOUCHES {
        sql.push_str(&format!(
            "CREATE TEMP TRIGGER touch_{table}_{event} AFTER {event} ON main.{table} BEGIN
                INSERT OR IGNORE INTO touched (action, kind, subject) SELECT '{action}', '{kind}', {ids}; END;"
        ));
    }
    sql
}

/// A row as it is hashed.
pub(super) struct RowState {
    /// The hashed form.
    pub json: String,
    /// Id of the row that takes this one along.
    pub owner: Option<i64>,
}

/// Begins to note which rows this connection touches.
pub(super) fn watch(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&watching())
}

/// Writes a line for every row touched since the last call.
pub(super) fn write_touched(connection: &Connection) -> rusqlite::Result<()> {
    let touched: Vec<(String, String, i64)> = connection
        .prepare_cached("SELECT action, kind, subject FROM temp.touched ORDER BY turn")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    if touched.is_empty() {
        return Ok(());
    }
    let now = connection.query_row("SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)", [], |row| row.get(0))?;
    let mut last = last_line(connection)?;
    let made: HashSet<(String, i64)> =
        touched.iter().filter(|(action, ..)| action == "new").map(|(_, kind, id)| (kind.clone(), *id)).collect();
    for (action, kind, subject) in touched {
        if action == "now" && made.contains(&(kind.clone(), subject)) {
            continue;
        }
        let kind = KINDS.iter().find(|known| known.name == kind).expect("the triggers name kinds of the table");
        match action.as_str() {
            "gone" => append_gone(connection, &mut last, Some(now), kind, subject)?,
            action => append_row(connection, &mut last, Some(now), action, (kind, subject))?,
        }
    }
    connection.prepare_cached("DELETE FROM temp.touched")?.execute([]).map(drop)
}

/// Writes a line for every row of a store that had no ledger.
pub(super) fn write_all(connection: &Connection) -> rusqlite::Result<()> {
    let mut last = last_line(connection)?;
    for kind in &KINDS {
        let mut ids = connection.prepare(kind.ids)?;
        let ids: Vec<i64> = ids.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for id in ids {
            append_row(connection, &mut last, None, "new", (kind, id))?;
        }
    }
    Ok(())
}

/// Returns a row as it is hashed, if it is there.
pub(super) fn state_of(connection: &Connection, kind: &LedgerKind, id: i64) -> rusqlite::Result<Option<RowState>> {
    connection.prepare_cached(kind.select)?.query_row([id], |row| read_state(row, kind)).optional()
}

fn read_state(row: &Row<'_>, kind: &LedgerKind) -> rusqlite::Result<RowState> {
    let mut json = String::from("{\"kind\":");
    push_text(&mut json, kind.name);
    let mut owner = None;
    for (index, name) in row.as_ref().column_names().into_iter().enumerate() {
        let value = row.get_ref(index)?;
        if matches!(value, ValueRef::Null) {
            continue;
        }
        json.push(',');
        push_text(&mut json, name);
        json.push(':');
        match value {
            ValueRef::Integer(number) => json.push_str(&number.to_string()),
            ValueRef::Real(number) => json.push_str(&number.to_string()),
            ValueRef::Blob(bytes) => push_text(&mut json, &hex(bytes)),
            ValueRef::Text(_) | ValueRef::Null => push_text(&mut json, value.as_str().unwrap_or("\u{FFFD}")),
        }
        if Some(name) == kind.owner {
            owner = value.as_i64().ok();
        }
    }
    json.push('}');
    Ok(RowState { json, owner })
}

fn push_text(json: &mut String, text: &str) {
    json.push_str(&serde_json::to_string(text).expect("text becomes JSON"));
}

/// Returns the leaf of a row's hashed form.
pub(super) fn leaf_of(json: &str) -> Hash {
    Sha256::new().chain_update([0]).chain_update(json).finalize().into()
}

/// The end of the ledger.
#[derive(Clone, Copy, Default)]
struct LastLine {
    number: i64,
    chain: Hash,
}

fn last_line(connection: &Connection) -> rusqlite::Result<LastLine> {
    let last = connection
        .prepare_cached("SELECT number, chain FROM ledger ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok(LastLine { number: row.get(0)?, chain: row.get(1)? }))
        .optional()?;
    Ok(last.unwrap_or_default())
}

/// A line of the ledger, less its chain.
pub(super) struct LedgerLine<'l> {
    pub number: i64,
    pub made: Option<i64>,
    pub action: &'l str,
    pub kind: &'l str,
    pub subject: i64,
    pub owner: Option<i64>,
    pub leaf: Hash,
}

impl LedgerLine<'_> {
    /// Returns the hash that ties the line to all before it.
    pub(super) fn chain(&self, before: &Hash) -> Hash {
        let Self { number, action, kind, subject, .. } = self;
        let optional = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let (made, owner) = (optional(self.made), optional(self.owner));
        let mut chain = Sha256::new().chain_update([1]).chain_update(before);
        chain.update(format!("{number}\n{made}\n{action}\n{kind}\n{subject}\n{owner}\n"));
        chain.chain_update(self.leaf).finalize().into()
    }
}

fn append_row(
    connection: &Connection,
    last: &mut LastLine,
    made: Option<i64>,
    action: &str,
    (kind, subject): (&LedgerKind, i64),
) -> rusqlite::Result<()> {
    // Made and deleted in the same transaction: only the deletion is told.
    let Some(row) = state_of(connection, kind, subject)? else { return Ok(()) };
    let (leaf, owner) = (leaf_of(&row.json), row.owner);
    let line = LedgerLine { number: last.number + 1, made, action, kind: kind.name, subject, owner, leaf };
    append(connection, last, &line, kind.changes.then_some(row.json.as_str()))
}

fn append_gone(
    connection: &Connection,
    last: &mut LastLine,
    made: Option<i64>,
    kind: &LedgerKind,
    subject: i64,
) -> rusqlite::Result<()> {
    let json = format!("{{\"gone\":\"{}\",\"id\":{subject}}}", kind.name);
    let (action, leaf, owner) = ("gone", leaf_of(&json), None);
    let line = LedgerLine { number: last.number + 1, made, action, kind: kind.name, subject, owner, leaf };
    append(connection, last, &line, Some(&json))
}

fn append(
    connection: &Connection,
    last: &mut LastLine,
    line: &LedgerLine<'_>,
    state: Option<&str>,
) -> rusqlite::Result<()> {
    const SQL: &str = "INSERT INTO ledger (number, made, action, kind, subject, owner, state, leaf, chain)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let chain = line.chain(&last.chain);
    let LedgerLine { number, made, action, kind, subject, owner, leaf } = line;
    connection.prepare_cached(SQL)?.execute(params![number, made, action, kind, subject, owner, state, leaf, chain])?;
    *last = LastLine { number: line.number, chain };
    Ok(())
}
