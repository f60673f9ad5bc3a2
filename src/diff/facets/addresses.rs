//! Explains links, addresses and markup that were added, removed or changed: they are no news.
//!
//! `the [schedule] (https://example.org/plan)` > `the schedule`; a tag that a
//! page left in its text (`<img src="…">`) or an entity (`&amp;`) says nothing either.

use std::ops::Range;

use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::model::{ChangeKind, Information, Span, Weight};

/// Explains hunks that hold addresses or markup, and marks, but no other words.
pub(crate) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    if edit.hunks.is_empty() {
        return;
    }
    let (markup_a, markup_b) = (markup_of(&edit.a), markup_of(&edit.b));
    for hunk in edit.hunks.clone().iter() {
        let open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        let only = is_only_address(&edit.a, &hunk.old, &markup_a) && is_only_address(&edit.b, &hunk.new, &markup_b);
        let any = has_address(&edit.a, &hunk.old, &markup_a) || has_address(&edit.b, &hunk.new, &markup_b);
        if !open || !only || !any {
            continue;
        }
        let facet = edit.facet(ChangeKind::Wording, &hunk.old, &hunk.new);
        found.push(FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why: "address" });
        edit.a.mark_explained(&hunk.old);
        edit.b.mark_explained(&hunk.new);
    }
}

fn is_only_address(piece: &PassageSide<'_>, places: &Range<usize>, markup: &[Span]) -> bool {
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    places.clone().all(|at| piece.explained[at] || is_mark(piece.word(at)) || points(piece, at, markup))
}

fn has_address(piece: &PassageSide<'_>, places: &Range<usize>, markup: &[Span]) -> bool {
    places.clone().any(|at| points(piece, at, markup))
}

/// Returns whether a word is an address or stands in markup.
fn points(piece: &PassageSide<'_>, place: usize, markup: &[Span]) -> bool {
    let own = piece.document().tokens[piece.tokens[place]].span;
    is_address(piece.word(place)) || markup.iter().any(|span| span.overlaps(own))
}

fn is_address(word: &str) -> bool {
    let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    mail || word.contains("://") || word.starts_with("www.")
}

/// Returns the stretches of a passage that are markup.
fn markup_of(piece: &PassageSide<'_>) -> Vec<Span> {
    let Some(bounds) = piece.span(&(0..piece.len())) else { return Vec::new() };
    let own = markup(bounds.of(piece.document().text));
    own.into_iter().map(|span| Span::new(span.start + bounds.start, span.end + bounds.start)).collect()
}

/// Longest tag, in bytes.
const LONGEST_TAG: usize = 600;

/// Returns tags, entities and paths: `<img …>`, `&#8217;`, `/news/plan`.
pub(crate) fn markup(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (start, mark) in text.match_indices(['<', '&', '/']) {
        if found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let rest = &text[start + 1..];
        let length = match mark {
            "<" => tag(rest),
            "&" => entity(rest),
            _ if text[..start].ends_with(|c: char| !c.is_whitespace() && c != '(') => None,
            _ => path(rest),
        };
        found.extend(length.map(|length| Span::new(start, start + 1 + length)));
    }
    found
}

fn tag(rest: &str) -> Option<usize> {
    let opens = rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>').filter(|_| opens).map(|end| end + 1)
}

fn entity(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(10).position(|byte| byte == b';')?;
    let name = rest[..end].trim_start_matches('#');
    (2 <= name.len() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(end + 1)
}

fn path(rest: &str) -> Option<usize> {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let whole = rest[..end].trim_end_matches([',', '.', ';', ')', ':']);
    (whole.starts_with(|c: char| c.is_ascii_alphabetic()) && whole.contains('/')).then_some(whole.len())
}

#[cfg(test)]
mod tests {
    use super::{is_address, markup};

    #[test]
    fn addresses_are_no_words() {
        for word in ["https://example.org/plan", "www.example.org", "desk@example.org"] {
            assert!(is_address(word), "{word}");
        }
        for word in ["example", "@desk", "1/2", "and/or"] {
            assert!(!is_address(word), "{word}");
        }
    }

    #[test]
    fn markup_is_found_and_words_are_not() {
        let found = |text: &'static str| markup(text).into_iter().map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found("See <a href=\"/plan\">the plan</a>."), ["<a href=\"/plan\">", "</a>"]);
        assert_eq!(found("Ferry&#8217;s trip &amp; fare, /news/fares/2024."), ["&#8217;", "&amp;", "/news/fares/2024"]);
        assert!(found("5 < 6, AT&T; one and/or two, 1/2 or 30 km/h, x <y").is_empty());
    }
}
