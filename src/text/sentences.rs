//! Ends sentences, looking at the tokens of a paragraph.
//!
//! "He met Mr. Li of Acme Inc. The talks failed." has two sentences.
//!
//! A full stop that is a token of its own ends a sentence unless the next word
//! is in lower case; one that belongs to an abbreviation ends it only before a
//! word that opens sentences. Closing quotes and brackets go with the sentence
//! they close. A quoted question is one sentence with the words that say who
//! asked it.

use std::ops::Range;

use super::abbreviation_table::{Ends, INSTITUTIONS, OFFICES, OPENERS, REGIONS};
use super::function_words_table::is_preposition;
use super::reporting_verbs::follows_cry;
use super::tokens::abbreviation;
use crate::model::{Span, ZONE_NAMES, is_zone_abbreviation, month_named, weekday_named};

/// Calls `push` with the tokens of each sentence of a paragraph whose tokens are `within`.
pub(super) fn split(text: &str, tokens: &[Span], within: Range<usize>, mut push: impl FnMut(Range<usize>)) {
    let mut splitter = Splitter { text, tokens, within: within.clone(), start: within.start, quote_open: false };
    let mut at = within.start;
    while at < within.end {
        splitter.note_quote(at);
        let end = if splitter.may_stop(at) { splitter.end_after(at) } else { None };
        match end {
            Some(end) => {
                (at + 1..end).for_each(|token| splitter.note_quote(token));
                push(splitter.start..end);
                splitter.start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    if splitter.start < within.end {
        push(splitter.start..within.end);
    }
}

/// Acronyms of countries and unions, which name a whole by themselves, sorted: the M.V. is some ship.
const BODIES: &[&str] = &["E.U.", "U.A.E.", "U.K.", "U.N.", "U.S.", "U.S.A.", "U.S.S.R."];
/// Words from a cry to the end of a quotation that is a part of its sentence, at the most.
const EMBEDDED: usize = 6;
/// Words from the beginning of such a quotation to a cry in it, at the most.
const EMBEDDED_BEFORE: usize = 12;

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Span],
    within: Range<usize>,
    /// First token of the open sentence.
    start: usize,
    /// Whether a straight quote mark is open, for texts with spaces around every mark.
    quote_open: bool,
}

/// What kind of stop a token is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Cry,
    Ellipsis,
    Initial,
    /// Initials of a name: "U.S."
    Acronym,
    Abbreviation(Ends),
}

impl<'t> Splitter<'t> {
    fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).filter(|_| token < self.within.end).map_or("", |span| span.of(self.text))
    }

    fn note_quote(&mut self, token: usize) {
        if self.word(token) == "\"" {
            self.quote_open = !self.quote_open;
        }
    }

    fn may_stop(&self, token: usize) -> bool {
        let last = self.text.as_bytes()[self.tokens[token].end - 1];
        // The last byte of '…' and of CJK stops is above 0x7f.
        matches!(last, b'.' | b'!' | b'?')
            || 0x7f < last && self.word(token).ends_with(['…', '。', '！', '？', '؟', '।', '‽'])
    }

    fn stop_at(&self, token: usize) -> Stop {
        let word = self.word(token);
        match word {
            "." | "。" | "।" => Stop::Full,
            _ if word.ends_with(['!', '?', '！', '？', '؟', '‽']) => Stop::Cry,
            _ if word.ends_with('…') || word.starts_with("..") => Stop::Ellipsis,
            // "J. P. Lowe" is on no page.
            _ if word.len() == 2 && word.starts_with(char::is_uppercase) => Stop::Initial,
            _ => match abbreviation(word) {
                Some(ends) => Stop::Abbreviation(ends),
                None if word.len() == 2 => Stop::Initial,
                None => Stop::Acronym,
            },
        }
    }

    /// Returns the end of the sentence that stops at `token`, if it does end there.
    fn end_after(&self, token: usize) -> Option<usize> {
        let mut next = token + 1;
        let mut closes_quote = false;
        while next < self.within.end && self.closes(next) {
            closes_quote |= !matches!(self.word(next), ")" | "]" | "}" | "-RRB-" | "-RSB-");
            next += 1;
        }
        if next == self.within.end {
            return Some(next);
        }
        let first = self.word(next);
        let head = first.chars().next().unwrap_or_default();
        if matches!(head, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '%') {
            return None;
        }
        if matches!(first, "-" | "–") && self.tokens[token].end == self.tokens[next].start {
            return None; // "Mon.-Fri."
        }
        let ends = match self.stop_at(token) {
            Stop::Full => !self.is_list_number(token) && self.begins(next),
            Stop::Cry => {
                let goes_on = || {
                    closes_quote && self.says_who(next)
                        || self.is_aside(token, next)
                        || self.is_in_embedded_quote(token)
                };
                self.begins(next) && !goes_on()
            }
            Stop::Ellipsis => self.begins(next) && (first != "I" && self.opens(next) || self.stands_close(token, next)),
            Stop::Initial => self.opens(next) && token != self.start && !self.is_name_before(token),
            Stop::Acronym => {
                self.opens(next) || self.closes_phrase(token) && self.is_subject(next) && !self.goes_with_body(next)
            }
            Stop::Abbreviation(Ends::Never) => false,
            Stop::Abbreviation(Ends::Number) => self.begins(next) && !head.is_ascii_digit(),
            Stop::Abbreviation(Ends::Date) => {
                self.begins(next) && !head.is_ascii_digit() && month_named(first.trim_end_matches('.')).is_none()
            }
            Stop::Abbreviation(Ends::Opener) => self.opens(next),
            Stop::Abbreviation(Ends::Tail) => self.opens(next) || self.is_subject(next),
            Stop::Abbreviation(Ends::Capital) => {
                self.begins(next) && !head.is_ascii_digit() && !self.goes_with_clock(next)
            }
        };
        ends.then_some(next)
    }

    /// Returns whether what stands behind "a.m." belongs to it: "a.m. Friday", "a.m. Kyiv time", "a.m. (0500 GMT)".
    fn goes_with_clock(&self, next: usize) -> bool {
        let behind = self.word(next + 1);
        let is_place = behind == "time" || self.word(next + 2) == "time";
        match self.word(next) {
            "(" => self.dates_clock(next + 1) || behind.starts_with(|c: char| c.is_ascii_digit()),
            word => self.dates_clock(next) || is_place && word.starts_with(char::is_uppercase),
        }
    }

    /// Returns whether a zone, a day or a month is named at `token`, with a capital: "NZST", "British Summer", "Sept."
    fn dates_clock(&self, token: usize) -> bool {
        let word = self.word(token).trim_end_matches('.');
        let is_zone_name = |name: &str| {
            let mut words = name.split(' ').zip(token..);
            words.all(|(part, at)| self.word(at).eq_ignore_ascii_case(part))
        };
        word.starts_with(char::is_uppercase)
            && (is_zone_abbreviation(word)
                || month_named(word).is_some()
                || weekday_named(word).is_some()
                || ZONE_NAMES.iter().any(|(name, _)| is_zone_name(name)))
    }

    /// Returns whether `token` closes what the sentence before it opened.
    fn closes(&self, token: usize) -> bool {
        let touches_before = self.tokens[token - 1].end == self.tokens[token].start;
        let touches_after = self.tokens.get(token + 1).is_some_and(|next| next.start == self.tokens[token].end);
        match self.word(token) {
            ")" | "]" | "}" | "”" | "’" | "''" | "-RRB-" | "-RSB-" | "»" => true,
            "\"" if touches_before != touches_after || token + 1 == self.within.end => touches_before,
            "\"" => self.quote_open,
            "'" => touches_before || !touches_after,
            _ => false,
        }
    }

    /// Returns whether a sentence can begin at `token`.
    fn begins(&self, token: usize) -> bool {
        let word = self.word(token);
        let mut chars = word.chars();
        let first = chars.next().unwrap_or_default();
        if first.is_lowercase() {
            // "iPhone" and "eBay" keep their small letter.
            return chars.next().is_some_and(char::is_uppercase);
        }
        if first.is_alphanumeric() {
            return true;
        }
        match word {
            "-" | "–" | "—" | "--" | "/" | "&" | "+" | "=" => {
                self.word(token + 1).starts_with(char::is_uppercase) && word != "/" && word != "&"
            }
            _ if is_opening(word) => match self.word(token + 1).chars().next() {
                Some(c) => !c.is_lowercase(),
                None => false,
            },
            _ => true,
        }
    }

    /// Returns whether the word at `token`, a quote mark aside, opens sentences.
    fn opens(&self, token: usize) -> bool {
        let word = self.word(token);
        if is_opening(word) && word != "(" {
            return self.word(token + 1).starts_with(char::is_uppercase);
        }
        OPENERS.binary_search(&word).is_ok() && self.word(token + 1) != "."
    }

    /// Returns whether a word with a capital stands at `token` that no name goes on from: "Neighbours heard".
    fn is_subject(&self, token: usize) -> bool {
        let (word, behind) = (self.word(token), self.word(token + 1));
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && 3 <= word.len()
            && !word.ends_with('.')
            && behind.starts_with(|c: char| c.is_ascii_lowercase())
            && !matches!(behind, "of" | "de" | "and" | "for")
            && OFFICES.binary_search(&word).is_err()
    }

    /// Returns whether the stop is part of a list number: "1. Wash your hands.", "II. The vote", "Results: 1. Hale, 2. Cole".
    fn is_list_number(&self, token: usize) -> bool {
        let is_short = |word: &str, most: usize| word.len() <= most && word.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = token.checked_sub(1).filter(|number| self.start <= *number) else { return false };
        let word = self.word(number);
        let is_roman = word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        number == self.start && (is_roman || is_short(word, 3))
            || self.start < number && is_short(word, 1) && matches!(self.word(number - 1), ":" | "," | ";")
    }

    /// Returns whether the words behind a quoted cry say whose it is: "Mr. Park asked".
    fn says_who(&self, next: usize) -> bool {
        (next..next + 5)
            .map(|token| self.word(token))
            .take_while(|word| !matches!(*word, "." | "," | "" | "?" | "!"))
            .any(follows_cry)
    }

    /// Returns whether an acronym ends what a preposition began, so that a name need not go on: "banned *in the* U.S."
    fn closes_phrase(&self, token: usize) -> bool {
        let before =
            |steps: usize| token.checked_sub(steps).filter(|at| self.start <= *at).map_or("", |at| self.word(at));
        BODIES.binary_search(&self.word(token)).is_ok() && before(1) == "the" && is_preposition(before(2))
    }

    /// Returns whether a word goes on with the acronym of a country or union: "the U.S. Senate", "the U.S. Midwest".
    fn goes_with_body(&self, token: usize) -> bool {
        [INSTITUTIONS, REGIONS].iter().any(|list| list.binary_search(&self.word(token)).is_ok())
    }

    /// Returns whether a cry stands in quoted words that are a part of the sentence around them: "the chant of “Out! Out!” grew".
    fn is_in_embedded_quote(&self, token: usize) -> bool {
        let Some(close) = (token + 1..=token + EMBEDDED).find(|&at| self.word(at) == "”") else { return false };
        if !self.word(close + 1).starts_with(char::is_lowercase) {
            return false;
        }
        let mut before = (self.start..token).rev().take(EMBEDDED_BEFORE);
        before.find(|&at| matches!(self.word(at), "“" | "”")).is_some_and(|open| {
            let is_led = || matches!(self.word(open - 1), "," | ":" | "." | "?" | "!");
            self.word(open) == "“" && self.start < open && !is_led()
        })
    }

    /// Returns whether a cry stands alone in brackets, as in "(!)", or belongs to a name.
    fn is_aside(&self, token: usize, next: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.word(before));
        before == "(" && self.word(token + 1) == ")"
            || before == "Yahoo" && self.tokens[next].start - self.tokens[token].end <= 1
    }

    /// Returns whether an ellipsis ends the word before it and leaves a space after it.
    fn stands_close(&self, token: usize, next: usize) -> bool {
        let touches_before = self.start < token && self.tokens[token - 1].end == self.tokens[token].start;
        touches_before && self.tokens[token].end < self.tokens[next].start
    }

    /// Returns whether a name or another initial stands before the initial: "George W."
    fn is_name_before(&self, token: usize) -> bool {
        let before = self.word(token - 1);
        before.ends_with('.') && before.len() == 2
    }
}

fn is_opening(word: &str) -> bool {
    matches!(word, "\"" | "“" | "‘" | "'" | "``" | "`" | "(" | "[" | "«" | "-LRB-" | "-LSB-")
}

#[cfg(test)]
mod tests {
    use crate::model::ABBREVIATIONS;

    #[track_caller]
    fn check(text: &str, want: usize) {
        assert_eq!(crate::text::skim(text).sentences.len(), want, "{text}");
    }

    #[test]
    fn every_zone_that_is_read_goes_with_its_clock_time() {
        for zone in ABBREVIATIONS.iter().map(|row| row.name) {
            check(&format!("The ferry sank at 9 a.m. {zone} on Friday. Two people died."), 2);
            check(&format!("The ferry sank at 9 a.m. ({zone}) on Friday. Two people died."), 2);
        }
        check("The ferry sank at 9 a.m. British Summer Time on Friday. Two people died.", 2);
        check("The ferry sank at 9 a.m. British troops came at noon.", 2);
        check("It reopens at 9 a.m. Sept. 4 or later. Two people died.", 2);
    }

    #[test]
    fn days_before_a_month_and_roman_numerals_end_no_sentence() {
        check("The play opens on Fri. Dec. 2 at noon.", 1);
        check("The play opens on Fri. Dec. 2. It closes on Sat. Jan. 7.", 2);
        check("The play opens on Fri. 2 December at noon.", 1);
        check("They sat. May I join them?", 2);
        check("II. The vote was close.", 1);
        check("She was in World War II. The vote was close.", 2);
    }

    #[test]
    fn initials_and_units_before_a_number_end_no_sentence() {
        check("Sgt. P. Doyle and J. P. Lowe came.", 1);
        check("It took 2 hrs. 5 min. 3 sec. to finish.", 1);
        check("A parcel of 3 lb. 2 oz. was lost. It was never found.", 2);
        check("She was born c. 1820 and died ca. 1890.", 1);
        check("Ann Lee (b. 1950) sang.", 1);
        check("We need a plan b. 3 people died.", 2);
        check("She got grade c. 12 pupils failed.", 2);
        check("She got grade c. 1200 pupils failed.", 2);
        check("He met Matt. 12 people came.", 2);
        check("He left in the 78th min. United led.", 2);
        check("It opens Mon.-Fri. 9 a.m.-5 p.m. Bring a towel.", 2);
    }

    #[test]
    fn an_acronym_that_closes_its_phrase_ends_a_sentence_before_a_subject() {
        check("The drug was banned in the U.S. Canada followed.", 2);
        check("The plan was drawn up by the U.N. Rebels rejected it.", 2);
        check("She works for the U.S. Senate now.", 1);
        check("It rose despite the U.S. Canada fell.", 2);
        check("He was sued by the U.S. Steel Corporation.", 1);
        check("A U.S. Marine was hurt.", 1);
        check("The crew of the M.V. Norrland was saved.", 1);
        check("The U.S. Postal Service is late.", 1);
        check("Rain fell in the U.S. Midwest on Monday.", 1);
        check("Rain fell in the U.S. Northwest and the plains.", 1);
    }

    #[test]
    fn cries_inside_a_quotation_that_is_part_of_its_sentence_end_none() {
        check("The chant of “Out! Out! Out!” grew louder.", 1);
        check("They sang “Help! I Need You” until dawn. It rained.", 2);
        // A long quotation has sentences of its own.
        check("The song “We are the men who came from the hills to sing of it! Hear us!” ended.", 2);
        check("She said: “Stop! Go home!” and left.", 2);
        check("“Stop! Go home!” They left.", 3);
    }
}
