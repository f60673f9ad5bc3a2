//! Writes a timeline as Markdown: a heading a day, a list item an entry.
//!
//! ```text
//! ## 1 May 2025
//!
//! - **At least 12 people drowned.** *revised* (River Wire v1 s2)
//!   - 3 May 2025 10:30 BST, River Wire v2: “At least 12” → “15”
//! ```

use chrono_tz::Tz;

use crate::model::{ConflictState, Status};
use crate::render::entry_words::{
    asked_words, first_report_words, kind_word, moment_words, rests_on, speaker_prefix, status_word, tag_words, title,
    when_words,
};
use crate::render::safe::{escape_markdown, one_line, web_address};
use crate::render::unit_words::unit_words;
use crate::view::{ConflictView, EntryView, HistoryView, TimelineView};

/// Writes the timeline as Markdown.
pub fn timeline(view: &TimelineView) -> String {
    let zone = view.timezone;
    let mut text = format!("# {}\n", escape_markdown(&title(view)));
    if let Some(as_of) = view.as_of {
        text.push_str(&format!("\nAs readers had been told by {}.\n", moment_words(as_of, zone)));
    }
    if let Some(asked) = asked_words(view) {
        text.push_str(&format!("\n{}.\n", escape_markdown(&asked)));
    } else if view.entries.is_empty() && view.undated.is_empty() {
        text.push_str("\nNothing dated is told yet.\n");
    }
    let mut heading = String::new();
    for entry in &view.entries {
        let when = when_words(entry, zone);
        if when != heading {
            text.push_str(&format!("\n## {}\n\n", escape_markdown(&when)));
            heading = when;
        }
        text.push_str(&item(entry, zone));
    }
    if !view.undated.is_empty() {
        text.push_str("\n## Undated\n\n");
        view.undated.iter().for_each(|entry| text.push_str(&item(entry, zone)));
    }
    if !view.conflicts.is_empty() {
        text.push_str("\n## Where accounts differ\n\n");
        view.conflicts.iter().for_each(|conflict| text.push_str(&conflict_item(conflict)));
    }
    text.push_str(&articles(view));
    text
}

/// Lists the articles with their addresses.
fn articles(view: &TimelineView) -> String {
    let mut text = String::new();
    for article in &view.articles {
        let who = escape_markdown(article.outlet.as_deref().unwrap_or(&article.name));
        let reference = escape_markdown(&article.reference);
        match article.url.as_deref().and_then(web_address) {
            Some(url) => text.push_str(&format!("- {who}, {reference}: <{}>\n", autolink(url))),
            None => text.push_str(&format!("- {who}, {reference}\n")),
        }
    }
    if text.is_empty() { text } else { format!("\n## Articles\n\n{text}") }
}

/// Returns an address as it stands between angle brackets; what Markdown could read as its own is encoded.
fn autolink(url: &str) -> String {
    let encoded = |c: char| match c {
        ' ' | '<' | '>' | '(' | ')' | '[' | ']' | '`' | '\\' => format!("%{:02X}", u32::from(c)),
        _ => c.to_string(),
    };
    one_line(url).chars().map(encoded).collect()
}

fn item(entry: &EntryView, zone: Tz) -> String {
    let words = escape_markdown(&format!("{}{}", speaker_prefix(entry), entry.text));
    let words = match entry.status {
        Status::Withdrawn => format!("~~{words}~~"),
        _ => words,
    };
    let mut line = format!("- {words}");
    for word in [kind_word(entry.kind).map(str::to_owned), status_word(entry)].into_iter().flatten() {
        line.push_str(&format!(" *{word}*"));
    }
    if entry.when.is_none() {
        line.push_str(&format!(" *{}*", escape_markdown(&when_words(entry, zone))));
    }
    if let Some(tags) = tag_words(entry) {
        line.push_str(&format!(" *{}*", escape_markdown(&tags)));
    }
    line.push_str(&format!(" ({})\n", escape_markdown(&rests_on(entry).join("; "))));
    line.push_str(&format!("  - {}\n", escape_markdown(&first_report_words(entry, zone))));
    if let Some(note) = &entry.note {
        line.push_str(&format!("  - Note: {}\n", escape_markdown(note)));
    }
    for step in &entry.history {
        line.push_str(&format!("  - {}\n", escape_markdown(&history_words(step, zone))));
    }
    line
}

/// Returns one step of an entry's history in words.
pub fn history_words(step: &HistoryView, zone: Tz) -> String {
    let who = step.outlet.as_deref().unwrap_or(&step.article);
    let when = step.captured.map(|captured| format!("{}, ", moment_words(captured, zone))).unwrap_or_default();
    let change = match (&step.before, &step.after) {
        (_, Some(other)) if step.differs => format!("differs, “{other}”"),
        (Some(before), Some(after)) => format!("“{before}” → “{after}”"),
        (Some(before), None) => format!("no longer says “{before}”"),
        (None, Some(after)) => format!("now says “{after}”"),
        (None, None) => "changed".to_owned(),
    };
    format!("{when}{who} v{}: {} {change}", step.version, step.kind.as_str())
}

fn conflict_item(conflict: &ConflictView) -> String {
    let state = match conflict.state {
        ConflictState::Open => "",
        ConflictState::Past => " *settled since*",
    };
    let mut text = format!("- {}{state}\n", escape_markdown(unit_words(&conflict.about)));
    for side in &conflict.sides {
        let who = side.outlet.as_deref().unwrap_or(&side.article);
        text.push_str(&format!("  - {} v{}: {}\n", escape_markdown(who), side.version, escape_markdown(&side.value)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn a_story_reads_as_a_list_of_days() {
        insta::assert_snapshot!(timeline(&sample::timeline()));
    }

    #[test]
    fn an_empty_story_says_so() {
        let mut view = sample::timeline();
        view.entries.clear();
        view.undated.clear();
        view.conflicts.clear();
        assert!(timeline(&view).contains("\nNothing dated is told yet.\n"));
    }

    #[test]
    fn words_hold_no_marks_and_nothing_that_steers() {
        assert_eq!(escape_markdown("*a*\u{202e}\u{1b}[2J\nb"), "\\*a\\*\\[2J b");
    }

    #[test]
    fn an_address_holds_no_markdown_of_its_own() {
        let encoded = autolink("https://wire.example/a)b[c](javascript:x)`<i>\\");
        assert_eq!(encoded, "https://wire.example/a%29b%5Bc%5D%28javascript:x%29%60%3Ci%3E%5C");
        assert_eq!(autolink("https://wire.example/mill?id=1&page=2"), "https://wire.example/mill?id=1&page=2");
    }
}
