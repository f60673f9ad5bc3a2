//! Writes what a hook tells as plain text: the subject of a mail, and its words.

use std::fmt::Write as _;

use super::updates::{facet_words, title_of};
use crate::render::entry_words::moment_words;
use crate::render::safe::one_line;
use crate::view::{ChangeView, HookMessage};

/// The longest subject that mail programs show, in characters.
const LONGEST_SUBJECT: usize = 140;

/// Returns the subject: the article, and what the update comes to.
pub fn subject(message: &HookMessage) -> String {
    let test = if message.test { "[test] " } else { "" };
    let title = format!("{test}{}", title_of(&message.update));
    match title.chars().count() <= LONGEST_SUBJECT {
        true => title,
        false => title.chars().take(LONGEST_SUBJECT - 1).chain(['…']).collect(),
    }
}

/// Returns the changes, each with its kind and both sentences, and where to read on.
pub fn text(message: &HookMessage) -> String {
    let update = &message.update;
    let mut text = format!("{}\n", title_of(update));
    let zone = message.timezone;
    let _ = writeln!(
        text,
        "Between {} and {}\n",
        moment_words(update.from.last_seen, zone),
        moment_words(update.to.captured, zone)
    );
    for change in &update.changes {
        write_change(&mut text, change);
    }
    match &message.link {
        Some(link) => {
            let _ = writeln!(text, "Both versions: {link}");
        }
        None => {
            let _ = writeln!(text, "Both versions: writethru diff {}", message.reference);
        }
    }
    if let Some(url) = &update.article.url {
        let _ = writeln!(text, "The page: {}", one_line(url));
    }
    let _ = writeln!(text, "\nTold by the hook `{}`: writethru hook list", message.hook);
    text
}

fn write_change(text: &mut String, change: &ChangeView) {
    let nature = change.nature.map(|nature| format!(", {}", nature.as_str())).unwrap_or_default();
    let silent = if change.silent { ", no notice found" } else { "" };
    let _ = writeln!(text, "* {}{nature}{silent}", change.weight.as_str());
    for facet in &change.facets {
        let side = |words: &Option<String>| words.as_deref().map_or_else(|| "–".to_owned(), one_line);
        let _ = writeln!(text, "  {}: {} → {}", facet_words(facet), side(&facet.before), side(&facet.after));
    }
    for (name, words) in [("before", &change.a_text), ("after", &change.b_text)] {
        let words = if words.is_empty() { "–".to_owned() } else { one_line(words) };
        let _ = writeln!(text, "  {name}: {words}");
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    fn message(link: Option<&str>) -> HookMessage {
        HookMessage {
            id: "desk:flood/wire@1..2:0".to_owned(),
            hook: "desk".to_owned(),
            test: false,
            reference: "flood/wire@1..2".to_owned(),
            link: link.map(str::to_owned),
            timezone: chrono_tz::Tz::UTC,
            update: sample::changes().updates.remove(0),
        }
    }

    #[test]
    fn a_mail_holds_the_change_both_sentences_and_the_way_to_both_versions() {
        let plain = text(&message(None));
        assert!(plain.contains("* material") && plain.contains("  before: ") && plain.contains("  after: "), "{plain}");
        assert!(plain.contains("writethru diff flood/wire@1..2"), "{plain}");
        let linked = text(&message(Some("https://a.example/article/flood/wire/1..2/")));
        assert!(linked.contains("Both versions: https://a.example/article/flood/wire/1..2/"), "{linked}");
    }

    #[test]
    fn a_subject_is_one_short_line() {
        let mut long = message(None);
        long.update.to.headline = Some("Flood\r\nBcc: all@a.example ".repeat(20));
        let subject = subject(&long);
        assert!(subject.chars().count() == LONGEST_SUBJECT && !subject.contains(['\r', '\n']), "{subject}");
        assert!(super::subject(&HookMessage { test: true, ..message(None) }).starts_with("[test] "));
    }
}
