//! Cuts a passage into tokens, as Universal Dependencies' English treebanks do.
//!
//! "They don't pay $3m." → `They` `do` `n't` `pay` `$` `3` `m` `.`
//!
//! One pass from left to right. Contractions, hyphens and signs are tokens of
//! their own; abbreviations, decimals, clock times, dates, addresses and
//! handles stay whole. Every token is a span of the text, so nothing is lost.

use super::abbreviation_table::{ABBREVIATIONS, Ends};
use super::function_words_table::is_function_word;
use super::past_forms_table::is_past_form;
use super::rule_table::{is_listed, rows};
use super::token_table::{
    BEHIND_NUMBERS, BRACKETS, CLIPPED, CLITICS, DOLLARS, DOMAINS, JOINED, PREFIXES, SMALL_ABBREVIATIONS,
};
use super::units_table::is_glued_unit;
use crate::model::{Span, is_zone_abbreviation, month_named};

/// Appends the tokens of the passage `within` to `tokens`.
pub(super) fn cut(text: &str, within: Span, tokens: &mut Vec<Span>) {
    let mut cutter = Cutter { text: &text[..within.end], chunk_end: 0, tokens };
    let mut at = within.start;
    while let Some(start) = cutter.skip_blank(at) {
        cutter.chunk_end = cutter.find_blank(start);
        at = start;
        while at < cutter.chunk_end {
            at = cutter.cut_one(start, at);
        }
    }
}

/// Returns when the abbreviation `word` (with or without its full stop) ends a sentence.
pub(super) fn abbreviation(word: &str) -> Option<Ends> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let mut lower = [0_u8; 8];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let found = ABBREVIATIONS.binary_search_by(|(entry, _)| entry.as_bytes().cmp(lower)).ok()?;
    Some(ABBREVIATIONS[found].1)
}

struct Cutter<'t, 'o> {
    /// The text up to the end of the passage.
    text: &'t str,
    /// End of the run without white space that is being cut.
    chunk_end: usize,
    tokens: &'o mut Vec<Span>,
}

impl Cutter<'_, '_> {
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(*byte as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn skip_blank(&self, mut at: usize) -> Option<usize> {
        loop {
            match self.char_at(at)? {
                c if is_blank(c) => at += c.len_utf8(),
                _ => return Some(at),
            }
        }
    }

    fn find_blank(&self, mut at: usize) -> usize {
        while let Some(c) = self.char_at(at)
            && !is_blank(c)
        {
            at += c.len_utf8();
        }
        at
    }

    fn push(&mut self, start: usize, end: usize) -> usize {
        self.tokens.push(Span::new(start, end));
        end
    }

    /// Cuts the token at `at` (or a few) and returns where the next one begins.
    fn cut_one(&mut self, chunk_start: usize, at: usize) -> usize {
        let chunk = &self.text[chunk_start..self.chunk_end];
        let first = self.char_at(at).expect("a token begins inside the text");
        if first.is_ascii_digit() {
            return self.cut_number(at);
        }
        if is_word(first) {
            if let Some(end) = self.address_end(chunk, at) {
                return self.push(at, end);
            }
            return self.cut_word(at);
        }
        self.cut_marks(at, first)
    }

    /// Returns where the web or mail address at `at` ends, if there is one.
    fn address_end(&self, chunk: &str, at: usize) -> Option<usize> {
        if chunk.len() < 5 || !chunk.as_bytes().iter().any(|byte| matches!(byte, b'@' | b':' | b'/' | b'.')) {
            return None;
        }
        let rest = &self.text[at..self.chunk_end];
        let is_web = ["http://", "https://", "www.", "mailto:", "ftp://"].iter().any(|start| {
            rest.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)) && start.len() < rest.len()
        });
        let is_mail = rest.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && name.bytes().all(is_mail_byte) && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        if !is_web && !is_mail && !is_site(rest) {
            return None;
        }
        let end = rest.find(['<', '>', '"', '”', '“', '’', '«', '»']).unwrap_or(rest.len());
        let whole = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
        let whole = if whole.contains('(') { whole } else { whole.trim_end_matches([')', '.', ',', ';']) };
        Some(at + whole.len())
    }

    /// Cuts a number, with the unit behind it apart.
    fn cut_number(&mut self, start: usize) -> usize {
        let bytes = &self.text.as_bytes()[..self.chunk_end];
        let mut end = start;
        loop {
            end += count_digits(&bytes[end..]);
            let joins = match bytes.get(end) {
                Some(b'.' | b',' | b':' | b'/') => true,
                Some(b'-') => is_dashed_number(&bytes[start..]),
                _ => false,
            };
            if !joins || !bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
                break;
            }
            end += 1;
        }
        let tail = self.letters_end(end);
        if tail == end {
            return self.push(start, end);
        }
        let letters = &self.text[end..tail];
        let is_ordinal = ["st", "nd", "rd", "th", "s"].iter().any(|ending| letters.eq_ignore_ascii_case(ending));
        if is_ordinal {
            return self.push(start, tail);
        }
        let dotted = ["a.m", "p.m"].iter().find(|unit| self.begins(end, unit));
        if dotted.is_some() {
            let stop = end + 3 + usize::from(bytes.get(end + 3) == Some(&b'.'));
            self.push(start, end);
            return self.push(end, stop);
        }
        let lower = letters.to_ascii_lowercase();
        let is_unit = rows(BEHIND_NUMBERS).any(|unit| *unit == lower)
            || is_glued_unit(&lower)
            || is_zone_abbreviation(&letters.to_ascii_uppercase());
        if is_unit && !bytes.get(tail).is_some_and(u8::is_ascii_digit) {
            self.push(start, end);
            return self.push(end, tail);
        }
        self.cut_word(start)
    }

    fn begins(&self, at: usize, words: &str) -> bool {
        self.text.get(at..at + words.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(words))
    }

    fn letters_end(&self, mut at: usize) -> usize {
        while at < self.chunk_end
            && let Some(c) = self.char_at(at)
            && c.is_alphabetic()
        {
            at += c.len_utf8();
        }
        at
    }

    /// Returns the end of the letters and digits that begin at `at`.
    fn word_end(&self, mut at: usize) -> usize {
        while at < self.chunk_end
            && let Some(c) = self.char_at(at)
            && is_word(c)
        {
            at += c.len_utf8();
        }
        at
    }

    /// Cuts a word with all that belongs to it, and its clitic apart.
    fn cut_word(&mut self, start: usize) -> usize {
        let mut end = self.word_end(start);
        while end < self.chunk_end {
            let mark = self.char_at(end).expect("inside the chunk");
            let after = end + mark.len_utf8();
            let follows_word = after < self.chunk_end && self.char_at(after).is_some_and(is_word);
            match mark {
                '\'' | '’' => match self.clitic_end(start, end, after) {
                    Some(clitic) if clitic.start == start => return self.push(start, clitic.end),
                    Some(clitic) => {
                        self.push(start, clitic.start);
                        return self.push(clitic.start, clitic.end);
                    }
                    None if follows_word => end = self.word_end(after),
                    None => break,
                },
                '.' if follows_word && !self.is_missing_space(start, end, after) => end = self.word_end(after),
                '.' if self.keeps_stop(start, end, after) => {
                    end = after;
                    break;
                }
                '-' if follows_word && self.is_prefix(start, end) => end = self.word_end(after),
                '&' if follows_word && self.is_initials(start, end, after) => end = self.word_end(after),
                '$' if rows(DOLLARS).any(|sign| *sign == &self.text[start..end]) => {
                    end = after;
                    break;
                }
                _ => break,
            }
        }
        if let Some(first) = self.joined(start, end) {
            self.push(start, start + first);
            return self.push(start + first, end);
        }
        self.push(start, end)
    }

    /// Returns the length of the first token of a word like "cannot".
    fn joined(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        if !matches!(word.len(), 5 | 6) {
            return None;
        }
        rows(JOINED).find(|(joined, _)| word.eq_ignore_ascii_case(joined)).map(|(_, first)| *first)
    }

    /// Returns the clitic around the apostrophe at `mark`: "'s", or "n't" with the letter before.
    fn clitic_end(&self, start: usize, mark: usize, after: usize) -> Option<Span> {
        let end = self.word_end(after);
        let letters = &self.text[after..end];
        if letters.eq_ignore_ascii_case("t") && self.text[start..mark].ends_with(['n', 'N']) {
            return Some(Span::new(mark - 1, end));
        }
        let is_clitic = rows(CLITICS).any(|clitic| letters.eq_ignore_ascii_case(clitic));
        is_clitic.then_some(Span::new(mark, end))
    }

    /// Returns whether "end.The" lacks a space behind the full stop.
    fn is_missing_space(&self, start: usize, mark: usize, after: usize) -> bool {
        let before = &self.text[start..mark];
        let next = &self.text[after..self.word_end(after)];
        let tail = before.chars().rev().take(3).filter(|c| c.is_lowercase()).count();
        let mut letters = next.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        tail == 3 && capital && letters.clone().next().is_some() && letters.all(char::is_lowercase)
    }

    /// Returns whether the full stop at `mark` belongs to the word: "U.S.", "Mr.", "J."
    fn keeps_stop(&self, start: usize, mark: usize, after: usize) -> bool {
        let word = &self.text[start..mark];
        if self.text[after..self.chunk_end].starts_with('.') {
            return false;
        }
        let mut chars = word.chars();
        if let (Some(initial), None) = (chars.next(), chars.next()) {
            let is_short_form = match abbreviation(word) {
                Some(Ends::Number) => self.number_follows(after),
                found => found == Some(Ends::Never) || matches!(initial, 'b' | 'c' | 'd') && self.dates_life(after),
            };
            return initial.is_uppercase() || is_short_form;
        }
        if word.contains('.') {
            return abbreviation(word).is_some() || word.split('.').all(|part| part.chars().count() <= 2);
        }
        match abbreviation(word) {
            Some(Ends::Number) => self.number_follows(after) || self.text[after..self.chunk_end].starts_with(','),
            Some(Ends::Date) => {
                let marks_list = self.text[after..self.chunk_end].starts_with(',');
                marks_list
                    || self.number_follows(after)
                    || word.starts_with(char::is_uppercase) && self.month_follows(after)
            }
            // "co." and "miss." are words unless written with a capital.
            Some(Ends::Opener | Ends::Tail | Ends::Never) => {
                word.starts_with(|c: char| c.is_uppercase()) || rows(SMALL_ABBREVIATIONS).any(|small| *small == word)
            }
            Some(Ends::Capital) => true,
            None => false,
        }
    }

    /// Returns whether a letter before `at` dates a life or a work: "(b. 1850", "born c. 1820", but not "grade c. 1200
    /// pupils failed".
    fn dates_life(&self, at: usize) -> bool {
        let Some(start) = self.skip_blank(at) else { return false };
        let digits = count_digits(&self.text.as_bytes()[start..]);
        let is_year = matches!(digits, 3 | 4) && !self.char_at(start + digits).is_some_and(is_word);
        let before = self.tokens.last().map_or("", |span| span.of(self.text));
        let is_verb = before == "born" || is_past_form(before);
        let is_noun = before.starts_with(char::is_lowercase) && !is_function_word(before) && !is_verb;
        is_year && !is_noun
    }

    fn number_follows(&self, at: usize) -> bool {
        let next = self.skip_blank(at).and_then(|at| self.char_at(at));
        next.is_some_and(|c| c.is_ascii_digit())
    }

    fn month_follows(&self, at: usize) -> bool {
        let next = self.skip_blank(at).and_then(|at| self.text[at..].split(|c: char| !c.is_alphabetic()).next());
        next.is_some_and(|word| word.starts_with(char::is_uppercase) && month_named(word).is_some())
    }

    fn is_prefix(&self, start: usize, end: usize) -> bool {
        let lower = self.text[start..end].to_ascii_lowercase();
        is_listed(PREFIXES, &lower)
    }

    /// Returns whether "&" stands between capitals: "AT&T".
    fn is_initials(&self, start: usize, end: usize, after: usize) -> bool {
        let is_short = |word: &str| word.len() <= 3 && word.chars().all(char::is_uppercase);
        is_short(&self.text[start..end]) && is_short(&self.text[after..self.word_end(after)])
    }

    /// Cuts signs: one by one, except runs that are one sign.
    fn cut_marks(&mut self, start: usize, first: char) -> usize {
        let rest = &self.text[start..self.chunk_end];
        if let Some((bracket, _)) = rows(BRACKETS).find(|(bracket, _)| first == '-' && rest.starts_with(bracket)) {
            return self.push(start, start + bracket.len());
        }
        let after = start + first.len_utf8();
        let next = self.char_at(after).filter(|_| after < self.chunk_end);
        match first {
            '\'' | '’' | '‘' if next.is_some_and(is_word) => {
                let end = self.word_end(after);
                let word = self.text[after..end].to_ascii_lowercase();
                let is_decade = word.len() <= 3 && word.bytes().take(2).filter(u8::is_ascii_digit).count() == 2;
                let is_clitic = rows(CLITICS).any(|clitic| *clitic == word) && first != '‘';
                if is_decade || is_clitic || rows(CLIPPED).any(|clipped| *clipped == word) {
                    return self.push(start, end);
                }
                self.push(start, after)
            }
            '#' | '@' if next.is_some_and(char::is_alphabetic) => {
                let end = self.word_end(after);
                self.push(start, end)
            }
            '!' | '?' => self.push(start, start + run_of(rest, |c| matches!(c, '!' | '?'))),
            '.' | '-' | '*' | '=' | '_' | '~' | '#' | '`' | '\'' | '<' | '>' | '+' | '…' | '–' | '—' | '|' => {
                let same = run_of(rest, |c| c == first);
                // Two quotes are one sign, a third one is another.
                let limit = if matches!(first, '`' | '\'') { 2 } else { usize::MAX };
                self.push(start, start + same.min(limit))
            }
            _ if !first.is_ascii() && !is_sign(first) => self.push(
                start,
                start + run_of(rest, |c| !c.is_ascii() && !is_sign(c) && (!is_word(c) || c == '\u{200d}')),
            ),
            _ => self.push(start, after),
        }
    }
}

fn is_blank(c: char) -> bool {
    match c {
        ' ' => true,
        c if c.is_ascii() => c <= ' ' || c == '\u{7f}',
        c => c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}'),
    }
}

/// Returns whether `c` can stand inside a word; marks above letters and soft hyphens can.
fn is_word(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' => true,
        c => c.is_alphanumeric(),
    }
}

/// Returns whether `c` is a mark of its own, unlike the parts of an emoji.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{22ff}' | '\u{25a0}'..='\u{25ff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
        || c == '\u{2022}'
}

fn is_mail_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%')
}

/// Returns whether a bare site name begins `rest`: "bbc.co.uk/news".
fn is_site(rest: &str) -> bool {
    let host = rest
        .split(['/', ',', ')', ';', '?', '"', '”', '’', '\''])
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ':', '!']);
    let Some((name, domain)) = host.rsplit_once('.') else { return false };
    rows(DOMAINS).any(|known| *known == domain)
        && !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
}

fn count_digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Returns whether digits and hyphens are one number: "2025-04-24", "713-853-1696".
fn is_dashed_number(bytes: &[u8]) -> bool {
    let mut lengths = [0; 4];
    let mut count = 0;
    for part in bytes.split(|byte| *byte == b'-').take(4) {
        let digits = count_digits(part);
        lengths[count] = digits;
        count += 1;
        if digits < part.len() {
            break;
        }
    }
    match lengths[..count] {
        [4, 2, 2] | [3, 3, 4] | [3, 4] | [1, 3, 3, 4] => true,
        [day, month, year] => day <= 2 && month <= 2 && matches!(year, 2 | 4) && 0 < day && 0 < month,
        _ => false,
    }
}

fn run_of(text: &str, is_same: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_same(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let mut tokens = Vec::new();
        cut(text, Span::new(0, text.len()), &mut tokens);
        let got: Vec<_> = tokens.iter().map(|span| span.of(text)).collect();
        assert_eq!(got.join(" "), want);
    }

    #[test]
    fn contractions_and_possessives_are_parted() {
        check("They don't, can't and won’t.", "They do n't , ca n't and wo n’t .");
        check("It's Iran's, we'll say; I'd've gone.", "It 's Iran 's , we 'll say ; I 'd 've gone .");
        check("the workers' rights", "the workers ' rights");
        check("O'Brien cannot go", "O'Brien can not go");
        check("the '90s and ’73", "the '90s and ’73");
        check("do n't 's", "do n't 's");
    }

    #[test]
    fn numbers_units_and_money() {
        check("It cost $3.5m, or £2bn (US$4).", "It cost $ 3.5 m , or £ 2 bn ( US$ 4 ) .");
        check("At 2:15pm, 10 p.m. and 7am", "At 2:15 pm , 10 p.m. and 7 am");
        check("12% of 1,200.50 on 2025-04-24", "12 % of 1,200.50 on 2025-04-24");
        check("the 1990s, the 21st, 3-4 days", "the 1990s , the 21st , 3 - 4 days");
        check("call 713-853-1696.", "call 713-853-1696 .");
        check("9/11 and 03/15/2001", "9/11 and 03/15/2001");
        check("an F-16 and Covid-19", "an F - 16 and Covid - 19");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Mr. J. K. Li of the U.S. met Inc. No. 10.", "Mr. J. K. Li of the U.S. met Inc. No. 10 .");
        check("He said no. It ended.", "He said no . It ended .");
        check("etc. and Ph.D. e.g. this", "etc. and Ph.D. e.g. this");
        check("It ended.The rest", "It ended . The rest");
        check("on Sat. 5 he sat. Then", "on Sat. 5 he sat . Then");
    }

    #[test]
    fn addresses_stay_whole() {
        check("See https://a.org/b?c=1.", "See https://a.org/b?c=1 .");
        check("(write to jo.b@news.co.uk)", "( write to jo.b@news.co.uk )");
        check("on bbc.co.uk/news, AT&T", "on bbc.co.uk/news , AT&T");
        check("@jo wrote #news", "@jo wrote #news");
    }

    #[test]
    fn hyphens_dashes_and_quotes() {
        check("a long-term anti-war plan", "a long - term anti-war plan");
        check("“Yes…” ``no'' -LRB- x -RRB-", "“ Yes … ” `` no '' -LRB- x -RRB-");
        check("he—she -- and/or!?", "he — she -- and / or !?");
    }

    #[test]
    fn odd_signs_are_kept() {
        check("👩‍👩‍👧 ok\u{0}now", "👩‍👩‍👧 ok now");
        check("e\u{301}te\u{301}", "e\u{301}te\u{301}");
    }
}
