//! Hands out the lines of the ledger with what each hashes, so that anybody can compute them again.

use rusqlite::params;
use serde::Serialize;

use super::hash::{Hash, hex};
use super::ledger::{KINDS, leaf_of, state_of};
use super::{Result, Store};

/// A line of the ledger as it is exported; its leaf follows from the row, and its chain from the line before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerExportLine {
    /// From 1.
    pub number: usize,
    /// When it was written, by the program's clock, in milliseconds since 1970.
    pub made: Option<i64>,
    /// new, now or gone.
    pub action: String,
    /// Which kind of row it is about.
    pub kind: String,
    /// Id of that row.
    pub subject: i64,
    /// Id of the row that takes it along when it is deleted.
    pub owner: Option<i64>,
    /// The row as it is hashed; `None` where its words were removed for good, are held, or are lost.
    pub row: Option<String>,
    /// SHA-256(0x00 ‖ row), in hexadecimal.
    pub leaf: String,
    /// SHA-256(0x01 ‖ chain before ‖ the line's fields ‖ leaf), in hexadecimal.
    pub chain: String,
}

/// Lines that are read in one go.
const AT_ONCE: i64 = 1000;

impl Store {
    /// Returns the next lines behind `last`, with the hashed form of each row where that is still known and not held.
    pub fn ledger_lines_behind(&self, last: usize) -> Result<Vec<LedgerExportLine>> {
        const SQL: &str = "SELECT number, made, action, kind, subject, owner, state, leaf, chain FROM ledger
            WHERE number > ?1 ORDER BY number LIMIT ?2";
        let mut lines = self.all(SQL, params![last as i64, AT_ONCE], |row| {
            Ok(LedgerExportLine {
                number: row.get::<_, i64>(0)? as usize,
                made: row.get(1)?,
                action: row.get(2)?,
                kind: row.get(3)?,
                subject: row.get(4)?,
                owner: row.get(5)?,
                row: row.get(6)?,
                leaf: hex(&row.get::<_, Hash>(7)?),
                chain: hex(&row.get::<_, Hash>(8)?),
            })
        })?;
        let hides = self.hides_held()?;
        for line in &mut lines {
            // What a row was earlier says nothing of whether it is held now.
            if hides && line.action != "gone" {
                line.row = None;
            }
            let is_held = hides && line.kind == "correction" && self.is_edit_held(line.subject)?;
            if line.row.is_none() && !is_held {
                line.row = self.row_of_leaf(line)?;
            }
        }
        Ok(lines)
    }

    /// Returns the hashed form of the row that a line is about, where it stands as the line has it.
    fn row_of_leaf(&self, line: &LedgerExportLine) -> Result<Option<String>> {
        let Some(kind) = KINDS.iter().find(|kind| kind.name == line.kind) else { return Ok(None) };
        let row = state_of(&self.connection, kind, line.subject).map_err(|source| self.failed(source))?;
        Ok(row.map(|row| row.json).filter(|json| hex(&leaf_of(json)) == line.leaf))
    }
}
