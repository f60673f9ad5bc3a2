//! Replays the ledger against the rows that stand in the store, and tells what does not fit.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::hash::{Hash, hex};
use super::ledger::{KINDS, LedgerKind, LedgerLine, leaf_of, state_of};
use super::versions::{NewVersion, hash_of, link};
use super::{Result, Store};
use crate::model::{ArticleId, Version, VersionId};

/// What the ledger says of a row.
struct LedgerFact {
    owner: Option<i64>,
    leaf: Hash,
    state: Option<String>,
}

/// What the ledger says of every row that should stand in the store, by kind and id.
type LedgerFacts = HashMap<(&'static str, i64), LedgerFact>;

impl Store {
    /// Returns how many lines the ledger has, and the hash over all of them in hexadecimal.
    pub fn ledger_end(&self) -> Result<(usize, Option<String>)> {
        const SQL: &str = "SELECT number, chain FROM ledger ORDER BY number DESC LIMIT 1";
        let last = self.first(SQL, [], |row| Ok((row.get::<_, i64>(0)? as usize, row.get::<_, Hash>(1)?)))?;
        Ok(last.map_or((0, None), |(number, chain)| (number, Some(hex(&chain)))))
    }

    /// Returns what stands otherwise in the store than the ledger says, and what is wrong with the ledger itself.
    pub fn ledger_faults(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let mut facts = self.replay(&mut faults)?;
        for kind in &KINDS {
            for id in self.all(kind.ids, [], |row| row.get::<_, i64>(0))? {
                let fact = facts.remove(&(kind.name, id));
                if let Some(fault) = self.fault_of(kind, id, fact)? {
                    faults.push(fault);
                }
            }
        }
        let mut missing: Vec<_> = facts.into_iter().collect();
        missing.sort_by_key(|((kind, id), _)| (*kind, *id));
        for ((kind, id), fact) in missing {
            faults.push(format!("{} is gone, and nobody deleted it with this program", self.name(kind, id, &fact)?));
        }
        Ok(faults)
    }

    /// Reads the ledger from its first line; the facts are those that still hold at its end.
    fn replay(&self, faults: &mut Vec<String>) -> Result<LedgerFacts> {
        const SQL: &str = "SELECT number, made, action, kind, subject, owner, state, leaf, chain FROM ledger
            ORDER BY number";
        let mut facts = LedgerFacts::new();
        let (mut expected, mut before) = (1, Hash::default());
        let rows = self.all(SQL, [], |row| {
            let words = (row.get::<_, String>(2)?, row.get::<_, String>(3)?, row.get::<_, Option<String>>(6)?);
            let numbers = (row.get(0)?, row.get(1)?, row.get(4)?, row.get(5)?);
            Ok((numbers, words, row.get::<_, Hash>(7)?, row.get::<_, Hash>(8)?))
        })?;
        for ((number, made, subject, owner), (action, kind, state), leaf, chain) in rows {
            let line = LedgerLine { number, made, action: &action, kind: &kind, subject, owner, leaf };
            if number != expected {
                faults.push(format!("the ledger has line {number} where {expected} should stand"));
            }
            let is_state = state.as_deref().is_none_or(|state| leaf_of(state) == leaf);
            if line.chain(&before) != chain || !is_state {
                faults.push(format!("line {number} of the ledger is not the one written"));
            }
            (expected, before) = (number + 1, chain);
            let Some(kind) = KINDS.iter().find(|known| known.name == kind) else { continue };
            let is_known = facts.contains_key(&(kind.name, subject));
            if action == "new" && is_known || action == "now" && !is_known {
                let fact = LedgerFact { owner, leaf, state: state.clone() };
                let was = if is_known { "took the place of one that is gone" } else { "was never recorded" };
                faults.push(format!("{} {was}, by line {number} of the ledger", self.name(kind.name, subject, &fact)?));
            }
            if action == "gone" {
                facts.retain(|(name, id), fact| {
                    let goes = *name == kind.name && *id == subject;
                    let goes_along = owner_of(name) == Some(kind.name) && fact.owner == Some(subject);
                    !goes && !goes_along
                });
            } else {
                facts.insert((kind.name, subject), LedgerFact { owner, leaf, state });
            }
        }
        Ok(facts)
    }

    fn fault_of(&self, kind: &LedgerKind, id: i64, fact: Option<LedgerFact>) -> Result<Option<String>> {
        let row = state_of(&self.connection, kind, id).map_err(|source| self.failed(source))?;
        let (Some(row), fact) = (row, fact) else { return Ok(None) };
        let Some(fact) = fact else {
            let fact = LedgerFact { owner: row.owner, leaf: leaf_of(&row.json), state: None };
            return Ok(Some(format!("{} was not recorded with this program", self.name(kind.name, id, &fact)?)));
        };
        if leaf_of(&row.json) == fact.leaf {
            return Ok(None);
        }
        let name = self.name(kind.name, id, &fact)?;
        let what = match fact.state.as_deref().map(|state| differing(state, &row.json)) {
            Some(what) if !what.is_empty() => format!(": {}", what.join(", ")),
            _ => String::new(),
        };
        Ok(Some(format!("{name} is not as recorded{what}")))
    }

    /// Returns how a reader would name a row.
    fn name(&self, kind: &str, id: i64, fact: &LedgerFact) -> Result<String> {
        const VERSION: &str = "SELECT number FROM version WHERE id = ?1";
        const CAPTURE: &str = "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', captured / 1000, 'unixepoch') FROM capture
            WHERE id = ?1";
        let state: Map<String, Value> =
            fact.state.as_deref().and_then(|state| serde_json::from_str(state).ok()).unwrap_or_default();
        let own = state.get("name").and_then(Value::as_str).map(|name| format!(" `{name}`"));
        let own = own.unwrap_or_else(|| format!(" {id}"));
        let article = || fact.owner.map_or_else(String::new, |owner| format!(" of article {owner}"));
        Ok(match kind {
            "version" => match self.first(VERSION, [id], |row| row.get::<_, i64>(0))? {
                Some(number) => format!("version {number}{}", article()),
                None => format!("a version{}", article()),
            },
            "capture" => match self.first(CAPTURE, [id], |row| row.get::<_, Option<String>>(0))?.flatten() {
                Some(captured) => format!("the look of {captured}{}", article()),
                None => format!("a look{}", article()),
            },
            "correction" => match state.get("number") {
                Some(number) => format!("edit {number} by hand"),
                None => format!("an edit by hand ({id})"),
            },
            "review" => format!("mark {id} that an update was reviewed{}", article()),
            "tombstone" => format!("tombstone {id}"),
            kind => format!("{kind}{own}"),
        })
    }

    /// Returns what is wrong with an article's versions: texts that do not unpack or are not as hashed, broken chains.
    pub fn version_faults(&self, article: ArticleId) -> Result<Vec<VersionFault>> {
        let versions = self.versions_recorded(article)?;
        let mut removed = self.removed_links(article)?.into_iter().peekable();
        let mut faults = Vec::new();
        let (mut chain, mut expected) = (None, 1);
        for version in &versions {
            while let Some((number, link)) = removed.next_if(|(number, _)| *number < version.number as i64) {
                (chain, expected) = (Some(link), number + 1);
            }
            let name = format!("version {} of article {}", version.number, article.0);
            let mut add = |lost: bool, what: String| {
                faults.push(VersionFault { lost: lost.then_some((version.id, version.number)), what });
            };
            if version.number as i64 != expected {
                add(false, format!("{name} stands where number {expected} should"));
            }
            expected = version.number as i64 + 1;
            let recorded = self.recorded_link(version)?;
            let content = match self.content(version) {
                Ok(content) => content,
                Err(error) => {
                    add(true, error.to_string());
                    chain = recorded;
                    continue;
                }
            };
            let hash = hash_of(&content);
            if hex(&hash) != version.hash {
                add(true, format!("the text of {name} is not the one recorded"));
            }
            let captured = self.captured_when_recorded(version.id)?;
            let (published, modified) = (version.published, version.modified);
            let new = NewVersion { article, captured, published, modified, content: &content, newest: None };
            let link = link(chain, version.number as i64, &new, &hash);
            if hex(&link) != version.chain {
                add(false, format!("{name} breaks the hash chain"));
            }
            chain = Some(link);
        }
        Ok(faults)
    }

    fn recorded_link(&self, version: &Version) -> Result<Option<Hash>> {
        self.first("SELECT chain FROM version WHERE id = ?1", [version.id.0], |row| row.get(0))
    }

    /// Returns which files as received of an article cannot be read or are not as hashed.
    pub fn original_faults(&self, article: ArticleId) -> Result<Vec<OriginalFault>> {
        const SQL: &str = "SELECT id, hash FROM original WHERE article_id = ?1 ORDER BY id";
        const BASE: &str = "SELECT body_id FROM original WHERE article_id = ?1 AND id <= ?2 AND depth = 0
            ORDER BY id DESC LIMIT 1";
        let originals = self.all(SQL, [article.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Hash>(1)?)))?;
        let mut faults = Vec::new();
        for (id, hash) in originals {
            let what = match self.bytes(id) {
                Err(error) => error.to_string(),
                Ok(bytes) if <[u8; 32]>::from(Sha256::digest(&bytes)) != hash => {
                    format!("file {id} as received is not the one recorded")
                }
                Ok(_) => continue,
            };
            let base = self.first(BASE, [article.0, id], |row| row.get::<_, Option<i64>>(0))?.flatten();
            faults.push(OriginalFault { what, packed_with: base.map(VersionId) });
        }
        Ok(faults)
    }
}

fn owner_of(kind: &str) -> Option<&'static str> {
    KINDS.iter().find(|known| known.name == kind).and_then(|known| known.owner)
}

/// Something that is wrong with a file as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalFault {
    pub what: String,
    /// The version whose text serves as its dictionary: where that is lost, so is the file.
    pub packed_with: Option<VersionId>,
}

/// Something that is wrong with a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionFault {
    /// The version and its number, where its words cannot be had as they were recorded.
    pub lost: Option<(VersionId, usize)>,
    pub what: String,
}

/// Returns the fields in which two hashed forms differ, with both values.
fn differing(recorded: &str, found: &str) -> Vec<String> {
    let read = |json: &str| serde_json::from_str::<Map<String, Value>>(json).unwrap_or_default();
    let (recorded, found) = (read(recorded), read(found));
    let names: BTreeSet<&String> = recorded.keys().chain(found.keys()).collect();
    let value = |of: &Map<String, Value>, name: &String| of.get(name).map_or("nothing".to_owned(), Value::to_string);
    let pairs = names.into_iter().filter(|name| recorded.get(*name) != found.get(*name));
    pairs.map(|name| format!("{name} was {}, is {}", value(&recorded, name), value(&found, name))).collect()
}
