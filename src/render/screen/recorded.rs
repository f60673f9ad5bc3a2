//! Writes what became of each file handed over, a line each.

use std::collections::BTreeMap;

use super::{ScreenStyle, TextMark, clean, cut};
use crate::render::counted::count;
use crate::view::{BatchCounts, Outcome, RecordedView, RefusedView};

/// How often each note was made of the texts of one call.
pub type NoteCounts = BTreeMap<String, usize>;

/// Writes what became of a recorded text; a note that was told of a text before it is only counted.
pub fn recorded(look: ScreenStyle, view: &RecordedView, told: &mut NoteCounts) -> String {
    let name = look.paint(TextMark::Strong, &view.article.reference);
    let version = view.version;
    let outcome = match view.outcome {
        Outcome::First => format!("v{version}, first version"),
        Outcome::New => format!("v{version}"),
        Outcome::Unchanged => format!("unchanged since v{version}"),
        Outcome::Returned { to } => format!("v{version}, the text of v{to} again"),
        Outcome::Backdated => format!("v{version}, back-dated: it stands before versions recorded earlier"),
    };
    let headline = view.headline.as_deref().map(|headline| format!("  “{}”", cut(headline, 60))).unwrap_or_default();
    let words = count(view.words, "word", "words");
    let mut text = format!("{name}  {outcome}, {words}{headline}\n");
    for note in &view.notes {
        let times = told.entry(note.message.clone()).or_default();
        *times += 1;
        if *times == 1 {
            text.push_str(&look.paint(TextMark::Faint, &format!("  note: {}\n", clean(&note.message))));
        }
    }
    text
}

/// Returns a line for each note that was made of several texts.
pub fn repeated_notes(look: ScreenStyle, told: &NoteCounts) -> String {
    let repeated = told.iter().filter(|(_, times)| 1 < **times);
    repeated
        .map(|(note, times)| look.paint(TextMark::Faint, &format!("note, of {times} texts: {}\n", clean(note))))
        .collect()
}

/// Returns the lines that tell of a file which was not recorded.
pub fn refused(look: ScreenStyle, view: &RefusedView) -> String {
    not_taken(look, "not recorded", view)
}

/// Returns the lines that tell of an answer which was left out.
pub fn left_out(look: ScreenStyle, view: &RefusedView) -> String {
    not_taken(look, "left out", view)
}

fn not_taken(look: ScreenStyle, what: &str, view: &RefusedView) -> String {
    let what = look.paint(TextMark::Alert, &format!("{what}: {}", clean(&view.from)));
    let mut text = format!("{what}: {}\n", clean(&view.error));
    if let Some(hint) = &view.hint {
        text.push_str(&format!("  hint: {hint}\n"));
    }
    text
}

/// Returns the line that sums up many files.
pub fn batch_end(counts: &BatchCounts) -> String {
    let BatchCounts { unchanged, refused, .. } = counts;
    let recorded = count(counts.recorded, "version", "versions");
    let edits = match counts.edits {
        0 => String::new(),
        n => format!("; {} by hand taken over", count(n, "edit", "edits")),
    };
    let watches = match counts.watches {
        0 => String::new(),
        n => format!("; {} taken over", count(n, "watch", "watches")),
    };
    let sites = match counts.sites {
        0 => String::new(),
        n => format!("; {} taken over", count(n, "site", "sites")),
    };
    let hooks = match counts.hooks {
        0 => String::new(),
        n => format!("; {} taken over, resting until `writethru hook resume`", count(n, "hook", "hooks")),
    };
    format!("{recorded} recorded, {unchanged} unchanged, {refused} not recorded{edits}{watches}{sites}{hooks}\n")
}
