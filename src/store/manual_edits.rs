//! Stores the manual edits of a story's timeline (the table `correction`).

use rusqlite::{Row, params};

use super::rows::{instant, millis, unreadable};
use super::{Result, Store};
use crate::model::{ManualEdit, ManualEditKind, StoryId, Undone};

fn edit_of(row: &Row<'_>) -> rusqlite::Result<ManualEdit> {
    let edit: String = row.get(3)?;
    let undone_by: Option<String> = row.get(7)?;
    Ok(ManualEdit {
        number: row.get::<_, i64>(0)? as usize,
        entry: row.get(1)?,
        text: row.get(2)?,
        edit: serde_json::from_str::<ManualEditKind>(&edit).map_err(|error| unreadable(3, error))?,
        author: row.get(4)?,
        at: instant(row, 5)?,
        undone: undone_by
            .map(|author| Ok::<_, rusqlite::Error>(Undone { author, at: instant(row, 6)? }))
            .transpose()?,
    })
}

impl Store {
    /// Returns every edit of a story in the order in which they were made, undone ones too.
    pub fn manual_edits(&self, story: StoryId) -> Result<Vec<ManualEdit>> {
        const SQL: &str = "SELECT number, entry, text, edit, author, made, undone, undone_by
            FROM correction WHERE story_id = ?1 ORDER BY number";
        self.all(SQL, [story.0], edit_of)
    }

    /// Adds an edit and returns its number, whatever number it came with.
    pub fn add_manual_edit(&self, story: StoryId, manual_edit: &ManualEdit) -> Result<usize> {
        const SQL: &str =
            "INSERT INTO correction (story_id, number, entry, text, edit, author, made, undone, undone_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let number = 1 + self.count("SELECT max(number) FROM correction WHERE story_id = ?1", [story.0])?;
        let edit = serde_json::to_string(&manual_edit.edit).map_err(|error| self.damaged(error.to_string()))?;
        let undone = manual_edit.undone.as_ref();
        self.insert(
            SQL,
            params![
                story.0,
                number as i64,
                manual_edit.entry,
                manual_edit.text,
                edit,
                manual_edit.author,
                millis(manual_edit.at),
                undone.map(|undone| millis(undone.at)),
                undone.map(|undone| &undone.author),
            ],
        )?;
        Ok(number)
    }

    /// Marks an edit as undone; `false` where the story has none of this number that still stands.
    pub fn undo_manual_edit(&self, story: StoryId, number: usize, undone: &Undone) -> Result<bool> {
        const SQL: &str = "UPDATE correction SET undone = ?3, undone_by = ?4
            WHERE story_id = ?1 AND number = ?2 AND undone IS NULL";
        Ok(self.change(SQL, params![story.0, number as i64, millis(undone.at), undone.author])? == 1)
    }
}
