//! Writes what became of a look at a page, a line or a few.

use super::{NoteCounts, ScreenStyle, TextMark, clean, recorded};
use crate::view::{LookOutcome, LookedView};

/// Writes what became of a look.
pub fn looked(look: ScreenStyle, view: &LookedView) -> String {
    let url = clean(&view.url);
    match &view.outcome {
        LookOutcome::Recorded { recorded: view, .. } => recorded(look, view, &mut NoteCounts::new()),
        LookOutcome::Doubtful { message, .. } => {
            let head = look.paint(TextMark::Alert, &format!("not recorded yet: {url}"));
            let hint = "look again in two minutes or later: a text that is seen twice counts";
            format!("{head}: {}\n  hint: {hint}\n", clean(message))
        }
        LookOutcome::Variant { message } => {
            format!("{}: {}\n", look.paint(TextMark::Alert, &format!("not recorded: {url}")), clean(message))
        }
        LookOutcome::Failed { message, hint, .. } => {
            let head = look.paint(TextMark::Alert, &format!("not recorded: {url}"));
            let hint = hint.as_ref().map(|hint| format!("  hint: {hint}\n")).unwrap_or_default();
            format!("{head}: {}\n{hint}", clean(message))
        }
    }
}
