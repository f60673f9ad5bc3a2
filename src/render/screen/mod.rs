//! Writes views as text for a terminal or a pipe; one file a view.
//!
//! In: a view, and how wide and colourful the terminal is. Out: text.
//!
//! On a terminal, words taken out are red and struck through, new ones green and
//! underlined; in a pipe they stand in `[-marks-]` and `{+marks+}`. What colour
//! says is always said in words or marks too.

mod archives;
mod blame;
mod briefing;
mod changes;
pub(crate) mod claims;
mod diff;
mod edits;
pub(crate) mod facet;
mod folding;
#[cfg(feature = "fetch")]
mod hook;
mod lists;
mod log;
mod looked;
mod people;
mod recorded;
mod review;
mod reviewed;
mod search;
mod show;
mod side_by_side;
mod site;
mod timeline;
pub(crate) mod times;
mod upkeep;
mod watch;
pub(crate) mod wrap;

use anstyle::{AnsiColor, Effects, Style};

pub(crate) use crate::model::plain_line as clean;
pub use archives::archive_import;
pub use blame::blame;
pub use briefing::briefing;
pub use changes::changes;
pub use claims::claims;
pub use diff::{diff, stat, words};
pub use edits::{edit_words, edits};
pub use folding::{DiffOptions, Shown};
#[cfg(feature = "fetch")]
pub use hook::{hook, hook_done, hook_log, hook_run, hooks};
pub use lists::{articles, stories, story_done};
pub use log::log;
pub use looked::looked;
pub use people::people;
pub use recorded::{NoteCounts, batch_end, left_out, recorded, refused, repeated_notes};
pub use review::{audit, conflicts, figures, standing};
pub use reviewed::reviewed;
pub use search::search;
pub use show::{ShowOptions, show};
pub use side_by_side::side_by_side;
pub use site::{repeated_lines, site_done, site_test, sites};
pub use timeline::{timeline, timeline_diff, timeline_with_ids, why};
pub use times::{moment_of_zone, zone_line};
pub use upkeep::{backup, check, forget, going_along, holds, reindex, repair, restore, results, tombstones, vacuum};
pub use watch::{watch, watch_done, watch_event, watch_setting, watch_summary, watch_test, watches};
pub use wrap::fitted;

/// How the reader's screen is.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScreenStyle {
    /// Columns to fill; `None` leaves lines as long as they are.
    pub width: Option<usize>,
    pub colour: bool,
    /// The terminal opens addresses that a word carries.
    pub links: bool,
}

/// What a stretch of words is to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextMark {
    #[default]
    Plain,
    Strong,
    Faint,
    Added,
    Removed,
    Moved,
    /// What an editor must see.
    Alert,
}

impl TextMark {
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Added => AnsiColor::Green.on_default().effects(Effects::UNDERLINE),
            Self::Removed => AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH),
            Self::Moved => AnsiColor::Cyan.on_default(),
            Self::Alert => AnsiColor::Yellow.on_default().effects(Effects::BOLD),
        }
    }
}

/// Words with what they are to the reader.
pub type StyledText = (TextMark, String);

impl ScreenStyle {
    /// Returns `text` in its style, or as it is where there is no colour.
    pub fn paint(self, mark: TextMark, text: &str) -> String {
        if !self.colour || mark == TextMark::Plain || text.is_empty() {
            return text.to_owned();
        }
        let style = mark.style();
        format!("{style}{text}{style:#}")
    }

    /// Returns `text` as a link to `address`, where the terminal knows links.
    pub fn link(self, text: &str, address: Option<&str>) -> String {
        match address {
            Some(address) if self.links && !address.contains(char::is_control) => {
                format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
            }
            _ => text.to_owned(),
        }
    }

    /// Returns words taken out or put in so that they are seen without colour too.
    pub fn marked(self, mark: TextMark, text: &str) -> StyledText {
        let text = clean(text);
        match (self.colour, mark) {
            (false, TextMark::Removed) => (mark, between_blanks(&text, "[-", "-]")),
            (false, TextMark::Added) => (mark, between_blanks(&text, "{+", "+}")),
            _ => (mark, text),
        }
    }
}

/// Returns `text` between two marks; the blanks at its ends stand outside them.
fn between_blanks(text: &str, opening: &str, closing: &str) -> String {
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    let words = rest.trim_end();
    format!("{before}{opening}{words}{closing}{}", &rest[words.len()..])
}

/// Returns at most `columns` columns of `text`, cut at a word, with `…` where something is left out.
pub fn cut(text: &str, columns: usize) -> String {
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
    let text = clean(text);
    if text.width() <= columns {
        return text;
    }
    let mut used = 0;
    let fits = text.char_indices().take_while(|(_, c)| {
        used += c.width().unwrap_or(0);
        used < columns
    });
    let end = fits.last().map_or(0, |(at, c)| at + c.len_utf8());
    let head = &text[..end];
    let word = head.rfind(' ').filter(|&at| end < at * 2).unwrap_or(end);
    format!("{}…", head[..word].trim_end_matches([' ', ',', ';', ':', '–', '—']))
}

/// The words where hardly a sentence of one version has a counterpart in the other.
pub(crate) const REPLACED: &str = "the text was replaced as a whole";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_fall_between_words_and_are_shown() {
        assert_eq!(cut("It is time for them to say yes", 18), "It is time for…");
        assert_eq!(cut("short", 18), "short");
        assert_eq!(cut("彼は戦争が終わったと言った", 9), "彼は戦争…");
    }
}
