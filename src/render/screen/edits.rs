//! Writes the manual edits of a timeline, one after the other.
//!
//! ```text
//!  2  26 Apr 2025 13:00  Ann Lee  date 24 April 2025
//!     “Missiles struck Kyiv early on Thursday.”  e1f0c2a9
//! ```

use super::facet::quoted;
use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, cut, times};
use crate::model::{Edtf, ManualEditKind};
use crate::view::{EditRow, EditState, EditsView};

/// Columns of an entry's words beside an edit.
const EXCERPT: usize = 120;

/// Writes the manual edits of a story.
pub fn edits(look: ScreenStyle, view: &EditsView) -> String {
    let rows = view.edits.iter().map(|row| lines(look, row, view.timezone));
    rows.collect()
}

fn lines(look: ScreenStyle, row: &EditRow, zone: chrono_tz::Tz) -> String {
    let edit = &row.edit;
    let state = match (row.state, &edit.undone) {
        (EditState::NoEntry, _) => "  not applied: no such entry now".to_owned(),
        (_, Some(undone)) => format!("  undone by {}, {}", undone.author, times::moment_of_zone(undone.at, zone)),
        _ => String::new(),
    };
    let what = edit_words(&edit.edit, zone);
    let is_over = row.state == EditState::Undone;
    let pieces = [
        (TextMark::Faint, format!("{}  {}  ", times::moment_of_zone(edit.at, zone), edit.author)),
        (if is_over { TextMark::Faint } else { TextMark::Strong }, edit.edit.as_str().to_owned()),
        (if is_over { TextMark::Faint } else { TextMark::Plain }, what),
        (TextMark::Alert, state),
    ];
    let number = look.paint(TextMark::Faint, &format!("{:>3}  ", edit.number));
    if edit.edit.is_about_names() {
        return hanging_indent(look, &number, &pieces);
    }
    let entry = [(TextMark::Plain, quoted(&cut(&edit.text, EXCERPT))), (TextMark::Faint, format!("  {}", edit.entry))];
    hanging_indent(look, &number, &pieces) + &hanging_indent(look, "     ", &entry)
}

/// Returns what follows the name of the act: ` with e1f0c2a9 “A ferry sank.”`, ` 12 August 2025`; nothing where it says all.
pub fn edit_words(edit: &ManualEditKind, zone: chrono_tz::Tz) -> String {
    let date = |when: &Option<Edtf>| when.as_ref().map_or_else(|| "none".to_owned(), |when| when.words_in(zone));
    match edit {
        ManualEditKind::Pin | ManualEditKind::Hide => String::new(),
        ManualEditKind::Merge { with, words } => format!(" with {with} {}", quoted(&cut(words, EXCERPT))),
        ManualEditKind::Split { sentence } => format!(" off {}", quoted(&cut(sentence, EXCERPT))),
        ManualEditKind::Date { when } => format!(" {}", date(when)),
        ManualEditKind::Note { words } => format!(" {}", quoted(words)),
        ManualEditKind::Tag { tag } | ManualEditKind::Untag { tag } => format!(" #{tag}"),
        ManualEditKind::Add { when: None, .. } => "  no date".to_owned(),
        ManualEditKind::Add { when, .. } => format!("  {}", date(when)),
        ManualEditKind::Alias { name, other } => format!(" {} is {}", quoted(other), quoted(name)),
        ManualEditKind::Apart { name, other } => format!(" {} is not {}", quoted(other), quoted(name)),
    }
}
