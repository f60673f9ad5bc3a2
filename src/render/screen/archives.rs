//! Writes what became of the pages of web archives.

use super::{ScreenStyle, TextMark, clean};
use crate::render::counted::count;
use crate::view::ArchiveImportView;

/// Writes what became of the pages of web archives.
pub fn archive_import(look: ScreenStyle, view: &ArchiveImportView) -> String {
    let mut text = format!(
        "{} read, {}: {} recorded, {} unchanged, {} taken before, {} refused\n",
        count(view.records, "record", "records"),
        count(view.pages, "page", "pages"),
        count(view.recorded, "version", "versions"),
        view.unchanged,
        view.known,
        view.refused.values().sum::<usize>(),
    );
    for what in &view.broken {
        text.push_str(&format!("  not read to its end: {}\n", clean(what)));
    }
    for (reason, n) in &view.refused {
        text.push_str(&look.paint(TextMark::Faint, &format!("  {reason}: {n}\n")));
    }
    for example in &view.examples {
        text.push_str(
            &look.paint(TextMark::Faint, &format!("  {}: {}\n", clean(&example.from), clean(&example.error))),
        );
    }
    text
}
