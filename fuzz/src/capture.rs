//! Checks what is read off a file against the form in which texts are stored.

use std::collections::BTreeMap;

use writethru::model::Capture;

/// Checks that every part of a capture holds words and nothing that no reader sees.
pub fn check_capture(capture: &Capture) {
    let content = &capture.content;
    let parts = [("headline", &content.headline), ("standfirst", &content.standfirst), ("byline", &content.byline)];
    for (name, part) in parts {
        let Some(part) = part else { continue };
        check_line(part, name);
    }
    content.body.split("\n\n").filter(|_| !content.body.is_empty()).for_each(|block| check_line(block, "paragraph"));
    assert!(!content.body.is_empty() || content.headline.is_some(), "an article without words was read");
    for address in &capture.addresses {
        assert!(!address.trim().is_empty(), "an address is empty");
    }
    assert!(capture.outlet.as_deref().is_none_or(|outlet| !outlet.trim().is_empty()), "the outlet has no name");
    for note in &capture.notes {
        assert!(!note.code.is_empty() && !note.message.is_empty(), "a note says nothing");
    }
}

/// Checks one part that is shown as one line or one paragraph.
fn check_line(line: &str, name: &str) {
    assert!(!line.is_empty(), "a {name} is empty");
    assert_eq!(line.trim(), line, "a {name} has spaces around it");
    let unseen = line.chars().find(|c| c.is_control() || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}'));
    assert_eq!(unseen, None, "a {name} holds what no reader sees: {line:?}");
}

/// Counts the letters and digits of a text.
pub fn letters<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars).filter(|c| c.is_alphanumeric()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Counts the words of some texts, without what no reader sees.
pub fn words<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        let seen: String = text.chars().filter(|c| c.is_whitespace() || !is_unseen(*c)).collect();
        for word in seen.split_whitespace() {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// Returns whether a character leaves no mark on the page of its own. What shapes the letter before it is one of them:
/// whether it stays depends on that letter.
fn is_unseen(c: char) -> bool {
    let shapes = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}');
    let unseen = matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    );
    shapes || unseen || c.is_control()
}
