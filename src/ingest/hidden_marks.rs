//! Takes marks for machines out of a text and counts them: they are facts of a capture, never part of its words.
//!
//! ```text
//! The bridge is open.<U+FEFF><VS…VS…>      the words, and a C2PA manifest as variation selectors
//! The<U+200B> bridge<U+200B><U+200C> …     a watermark that tells one reader's copy from another's
//! ```
//! A page that is signed anew, or that gives each visitor a watermark of its own, has the same words as before. What shapes
//! letters and emoji stays: joiners between letters that join, one selector behind a sign that has several forms, the tags
//! of a flag.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{HiddenMarkKind, HiddenMarks};

/// What the bytes of a C2PA manifest in a text begin with (C2PA 2.3, `C2PATextManifestWrapper`).
const C2PA_MAGIC: &[u8] = b"C2PATXT\0";

/// The flag that tags are the letters of.
const FLAG: char = '\u{1F3F4}';

/// Returns the text without its marks.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !may_be_mark(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    each(text, |c, mark| {
        if mark.is_none() {
            kept.push(c);
        }
    });
    Cow::Owned(kept)
}

/// Counts the marks of a text, or of the source of a page.
pub(super) fn marks_in(text: &str) -> Vec<HiddenMarks> {
    let text = referred(text);
    if text.chars().all(|c| !may_be_mark(c)) {
        return Vec::new();
    }
    let mut counts: BTreeMap<HiddenMarkKind, usize> = BTreeMap::new();
    let (mut bytes, mut tags) = (Vec::new(), 0);
    let end_run = |bytes: &mut Vec<u8>, tags: &mut usize, counts: &mut BTreeMap<HiddenMarkKind, usize>| {
        if !bytes.is_empty() {
            let is_manifest = bytes.windows(C2PA_MAGIC.len()).any(|part| part == C2PA_MAGIC);
            let kind = if is_manifest { HiddenMarkKind::C2paManifest } else { HiddenMarkKind::HiddenBytes };
            *counts.entry(kind).or_default() += 1;
        }
        if 0 < *tags {
            *counts.entry(HiddenMarkKind::Tags).or_default() += 1;
        }
        bytes.clear();
        *tags = 0;
    };
    // A mark at the very beginning says how the file is encoded.
    each(text.strip_prefix('\u{FEFF}').unwrap_or(&text), |c, mark| match mark {
        Some(HiddenMarkKind::HiddenBytes) => bytes.extend(byte_of(c)),
        Some(HiddenMarkKind::Tags) => tags += 1,
        mark => {
            end_run(&mut bytes, &mut tags, &mut counts);
            if let Some(kind) = mark {
                *counts.entry(kind).or_default() += 1;
            }
        }
    });
    end_run(&mut bytes, &mut tags, &mut counts);
    counts.into_iter().map(|(kind, count)| HiddenMarks { kind, count }).collect()
}

/// Hands over each character with what mark it is a part of.
fn each(text: &str, mut hand: impl FnMut(char, Option<HiddenMarkKind>)) {
    let mut chars = text.chars().peekable();
    // The last character that is seen, and whether what follows it is in its flag.
    let (mut before, mut in_flag, mut in_run): (Option<char>, bool, bool) = (None, false, false);
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let mark = match c {
            '\u{E0000}'..='\u{E007F}' => (!in_flag).then_some(HiddenMarkKind::Tags),
            c if byte_of(c).is_some() => {
                let alone = !in_run && next.is_none_or(|next| byte_of(next).is_none());
                let shapes = alone && before.is_some_and(|before| has_forms(before, c));
                (!shapes).then_some(HiddenMarkKind::HiddenBytes)
            }
            // What a manifest begins with is part of it.
            '\u{FEFF}' if next.is_some_and(|next| byte_of(next).is_some()) => Some(HiddenMarkKind::HiddenBytes),
            '\u{200C}' | '\u{200D}' => {
                let joins =
                    before.is_some_and(joins) && next.is_some_and(|next| joins(next) || byte_of(next).is_some());
                (!joins).then_some(HiddenMarkKind::ZeroWidth)
            }
            '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{180E}' | '\u{FEFF}' => Some(HiddenMarkKind::ZeroWidth),
            _ => None,
        };
        in_run = byte_of(c).is_some() || c == '\u{FEFF}';
        if mark.is_none() && !in_run && c != '\u{200D}' && c != '\u{200C}' {
            in_flag = c == FLAG || in_flag && matches!(c, '\u{E0000}'..='\u{E007F}');
            before = Some(c);
        }
        hand(c, mark);
    }
}

/// Returns the byte that a variation selector stands for.
fn byte_of(c: char) -> Option<u8> {
    match c {
        '\u{FE00}'..='\u{FE0F}' => Some((c as u32 - 0xFE00) as u8),
        '\u{E0100}'..='\u{E01EF}' => Some((c as u32 - 0xE0100 + 16) as u8),
        _ => None,
    }
}

/// Returns whether a sign has forms among which a selector chooses: emoji and symbols, ideographs, keys.
const fn has_forms(sign: char, selector: char) -> bool {
    match selector {
        '\u{E0100}'..='\u{E01EF}' => matches!(sign, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..),
        _ => matches!(sign, '0'..='9' | '#' | '*' | '©' | '®' | '\u{1000}'..='\u{1FFF}' | '\u{203C}'..),
    }
}

/// Returns whether joiners mean something beside a letter or sign.
const fn joins(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{1FFF}' | '\u{203C}'..)
        && !matches!(c, '\u{2060}'..='\u{206F}' | '\u{3000}'..='\u{303F}')
}

const fn may_be_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{180E}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}')
}

/// Writes out what a page names by number: `&#x200B;`.
fn referred(text: &str) -> Cow<'_, str> {
    if !text.contains("&#") {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split("&#");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // No number is longer: U+E01EF.
        let end = part.bytes().take(8).position(|c| c == b';');
        let named = end.and_then(|end| {
            let digits = &part[..end];
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            Some((char::from_u32(number.ok()?).filter(|c| may_be_mark(*c))?, end + 1))
        });
        match named {
            Some((c, end)) => {
                whole.push(c);
                whole.push_str(&part[end..]);
            }
            None => {
                whole.push_str("&#");
                whole.push_str(part);
            }
        }
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selectors(bytes: &[u8]) -> String {
        let selector = |byte: &u8| match *byte {
            byte @ 0..16 => char::from_u32(0xFE00 + u32::from(byte)),
            byte => char::from_u32(0xE0100 + u32::from(byte) - 16),
        };
        bytes.iter().filter_map(selector).collect()
    }

    fn shown(text: &str) -> String {
        let marks = marks_in(text).into_iter();
        marks.map(|HiddenMarks { kind, count }| format!("{count} {kind:?}")).collect::<Vec<_>>().join(", ")
    }

    #[track_caller]
    fn check(text: &str, words: &str, marks: &str) {
        assert_eq!(without(text), words);
        assert_eq!(shown(text), marks, "in {text:?}");
    }

    #[test]
    fn a_manifest_is_no_part_of_the_words() {
        let signed = |rest: &[u8]| {
            let bytes = [C2PA_MAGIC, &[1, 0, 0, 0, rest.len() as u8], rest].concat();
            format!("The bridge is open.\u{FEFF}{}", selectors(&bytes))
        };
        check(&signed(b"one"), "The bridge is open.", "1 C2paManifest");
        check(&signed(b"another signature"), "The bridge is open.", "1 C2paManifest");
        check(&format!("Open{} again", selectors(b"reader 4711")), "Open again", "1 HiddenBytes");
    }

    #[test]
    fn watermarks_are_no_part_of_the_words() {
        check("The\u{200B} bridge\u{200B}\u{200C}\u{200D} opens", "The bridge opens", "4 ZeroWidth");
        check("The bridge\u{E0041}\u{E0042} opens", "The bridge opens", "1 Tags");
        check("\u{FEFF}The bridge\u{2060} opens", "The bridge opens", "1 ZeroWidth");
        check("A\u{FE0F} bridge", "A bridge", "1 HiddenBytes");
        assert_eq!(shown("<p>The&#8203; bridge&#x200b; &#169; &#xZ; &# opens</p>"), "2 ZeroWidth");
    }

    #[test]
    fn what_shapes_letters_and_emoji_stays() {
        let flag = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}";
        for text in ["می\u{200C}خواهم", "👩\u{200D}🚒 at work", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "葛\u{E0100}飾", flag]
        {
            check(text, text, "");
        }
        check("☁\u{FE0F}\u{200D}♂\u{FE0F}", "☁\u{FE0F}\u{200D}♂\u{FE0F}", "");
    }

    #[test]
    fn any_text_is_read_and_loses_no_letter() {
        for text in ["", "&#", "&#;", "&#x", "&#99999999999;", "é&#x200b", "&#é;", "&#1234é67;", "\u{FE0F}", "&#8203;é"]
        {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            assert_eq!(letters(&without(text)), letters(text));
            let _ = marks_in(text);
        }
    }
}
