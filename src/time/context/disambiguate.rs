//! Disambiguates weak time expressions by the lexemes beside them.
//!
//! "In the fall" names a season, "the fall of the city" does not; "two days
//! before the vote" gives a length, "two days before." a day. The words that
//! decide stand in `lex::context_words_table`.

use crate::time::lex::{ContextRole, LexicalClass, TimeLexeme};
use crate::time::matching::{PatternMatch, longest_match};
use crate::time::phrase::{TimeExpr, TimePhrase, TimeUnit};

/// Years below this are a time only behind a preposition: "in 1200", but "1200 of them".
const FIRST_BARE_YEAR: i32 = 1500;

/// Years from here on are written in words only as "the year two thousand".
const FIRST_SPOKEN_NUMBER: i32 = 2000;

/// Returns the longest phrase at the first lexeme, less a "before" that belongs to what follows.
pub(super) fn longest_phrase(lexemes: &[TimeLexeme]) -> Option<PatternMatch> {
    let (phrase, length) = longest_match(lexemes)?;
    let takes_phrase = lexemes[length - 1].plays(ContextRole::TakesPhrase);
    if takes_phrase && matches!(phrase.expr, TimeExpr::Shift { of: None, .. }) {
        let ends = lexemes.get(length).is_none_or(|next| next.plays(ContextRole::PhraseEnd));
        if !ends {
            return longest_match(&lexemes[..length - 1]);
        }
    }
    Some((phrase, length))
}

/// Returns whether a number before a part of the day counts something: "killed 3 this morning", but "at 3 this morning".
pub(super) fn is_count_of_day(lexemes: &[TimeLexeme], at: usize, length: usize) -> bool {
    let phrase = &lexemes[at..at + length];
    let leads_on = |next: &TimeLexeme| next.is("this") || next.is("in");
    let is_hour = phrase[0].classes.has(LexicalClass::Hour) && phrase.get(1).is_some_and(leads_on);
    let names_part = phrase[length - 1].classes.has(LexicalClass::Part);
    let is_led = || {
        let before = at.checked_sub(1).map(|before| &lexemes[before]);
        before.is_some_and(|before| before.is("at") || before.plays(ContextRole::TimePreposition))
    };
    is_hour && names_part && !is_led()
}

/// The lexemes of a sentence, and whether any of its words begins with a small letter.
#[derive(Clone, Copy)]
pub(super) struct SentenceLexemes<'a> {
    /// All lexemes, in order.
    pub all: &'a [TimeLexeme],
    /// Whether a word begins with a small letter; in a sentence of capitals alone a capital marks no title.
    pub has_small_letters: bool,
}

impl<'a> SentenceLexemes<'a> {
    /// Looks through the lexemes of a sentence once.
    pub(super) fn new(all: &'a [TimeLexeme]) -> Self {
        Self { all, has_small_letters: all.iter().any(|lexeme| lexeme.is_word && !lexeme.capital) }
    }
}

/// Returns whether a phrase of `length` lexemes at `at` is a time here.
pub(super) fn is_temporal(phrase: &TimePhrase, sentence: SentenceLexemes<'_>, at: usize, length: usize) -> bool {
    let lexemes = sentence.all;
    if phrase.is_no_time || is_set_in_title(phrase, lexemes, at, length) || is_adjective(phrase, lexemes, at, length) {
        return false;
    }
    if is_day_in_title(phrase, sentence, at, length)
        || is_instant_in_title(sentence, at, length)
        || is_race_time(lexemes, at, length)
    {
        return false;
    }
    let (first, last) = (&lexemes[at], &lexemes[at + length - 1]);
    let is_quarters = last.unit == Some(TimeUnit::Quarter) && last.classes.has(LexicalClass::Units);
    let is_bare_unit = is_quarters && (length == 1 || length == 2 && first.is("the"));
    if is_bare_unit
        || phrase.date().is_none() && is_unit_in_title(sentence, at, length)
        || is_number_of_past(phrase, lexemes, at + length)
    {
        return false;
    }
    !phrase.weak || is_weak_temporal(lexemes, at, length)
}

/// Returns whether a weak phrase of `length` lexemes at `at` is a time here.
fn is_weak_temporal(lexemes: &[TimeLexeme], at: usize, length: usize) -> bool {
    let (first, last) = (&lexemes[at], &lexemes[at + length - 1]);
    let before = at.checked_sub(1).map(|before| &lexemes[before]);
    let after = lexemes.get(at + length);
    let is_before = |role| before.is_some_and(|before| before.plays(role));
    let is_after = |role| after.is_some_and(|after| after.plays(role));
    let led = is_before(ContextRole::TimePreposition);
    if first.classes.has(LexicalClass::Common) {
        return at != 0 && !is_march(lexemes, at);
    }
    if first.classes.has(LexicalClass::Month) || first.classes.has(LexicalClass::Weekday) {
        return true;
    }
    if last.classes.has(LexicalClass::Season) {
        let has_noun = length == 1 && is_after(ContextRole::SeasonNoun);
        let is_open = || !last.is("fall") && (first.is("the") || is_before(ContextRole::SeasonPreposition));
        return !is_after(ContextRole::SeasonComplement) && (has_noun || led || is_open());
    }
    if last.classes.has(LexicalClass::Year) {
        let is_spoken = last.digits == 0 && FIRST_SPOKEN_NUMBER <= last.value;
        let counts =
            is_after(ContextRole::Counted) || is_before(ContextRole::Money) || is_before(ContextRole::Labelled);
        let is_house = || is_house_number(lexemes, at + length) && !led && !is_before(ContextRole::Article);
        return !is_spoken && !counts && !is_house() && (FIRST_BARE_YEAR <= last.value || led);
    }
    if last.classes.has(LexicalClass::ShortYear) {
        return led;
    }
    if last.classes.has(LexicalClass::Decade) {
        // "a man in his mid-forties"
        let is_age = last.digits != 4 && is_before(ContextRole::Owner);
        return !is_age && (last.digits == 4 || last.digits != 3 && (first.is("the") || led || last.digits == 0));
    }
    true
}

/// Characters of the shortest time with seconds: "1:59:40".
const WITH_SECONDS: usize = 7;

/// Words between the mention of a race and its time, at the most: "won the city marathon in 2:41:10".
const RACE_REACH: usize = 8;

/// Returns whether hours, minutes and seconds say how long a race took: "won in 2:41:10", but not "the office of 10:15:30".
fn is_race_time(lexemes: &[TimeLexeme], at: usize, length: usize) -> bool {
    let clock = &lexemes[at];
    let is_led = at.checked_sub(1).is_some_and(|before| lexemes[before].is("in") || lexemes[before].is("of"));
    let is_race = || lexemes[at.saturating_sub(RACE_REACH)..at].iter().any(|before| before.plays(ContextRole::Racing));
    length == 1
        && is_led
        && is_race()
        && clock.classes.has(LexicalClass::Clock)
        && WITH_SECONDS <= clock.end - clock.start
}

/// Words that the name of a street has at the most: "Old Mill Road".
const STREET_WORDS: usize = 3;

/// Returns whether the name of a street begins at a lexeme: "Mill Road".
fn is_house_number(lexemes: &[TimeLexeme], at: usize) -> bool {
    let names = lexemes[at..].iter().take(STREET_WORDS).take_while(|lexeme| lexeme.is_word && lexeme.capital);
    names.enumerate().any(|(index, lexeme)| 0 < index && lexeme.plays(ContextRole::Street))
}

/// Returns whether a reference or unit is part of an adjective: "the now-defunct firm", "the most recent talks", "the
/// last-minute deal", "the long-term plan".
fn is_adjective(phrase: &TimePhrase, lexemes: &[TimeLexeme], at: usize, length: usize) -> bool {
    let is_reference = matches!(phrase.expr, TimeExpr::Reference(_));
    let leads_on = || lexemes.get(at + length).is_some_and(|next| next.joined);
    let is_degree = || at.checked_sub(1).is_some_and(|before| lexemes[before].plays(ContextRole::Degree));
    if length == 1 && is_reference && (leads_on() || is_degree()) {
        return true;
    }
    let is_joined = lexemes[at + length - 1].joined && phrase.modifier.is_none();
    is_joined && (is_reference || matches!(phrase.expr, TimeExpr::Unit { .. }))
}

/// Returns whether March is people marching: "the Long March", "his March to the sea".
fn is_march(lexemes: &[TimeLexeme], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &lexemes[before]);
    let next = lexemes.get(at + 1);
    let is_name = |lexeme: &TimeLexeme| {
        lexeme.is_word && lexeme.capital && lexeme.classes.is_none() && !lexeme.plays(ContextRole::TimePreposition)
    };
    let is_named = 1 < at && before.is_some_and(is_name);
    let is_owned = before.is_some_and(|before| before.plays(ContextRole::Owner));
    let has_goal = next.is_some_and(|next| next.plays(ContextRole::MarchGoal));
    let ends = next.is_none_or(|next| !next.is_word);
    // "the annual March for peace": a month does not follow an unknown word directly.
    let follows_unknown = before.is_some_and(|before| !before.is_known() && before.classes.is_none());
    is_named || is_owned && (has_goal || ends) || follows_unknown && has_goal
}

/// Returns whether the phrase is part of the title of a programme or a paper: "ABC's This Week", "on 48 Hours".
///
/// A title shows by a unit with a capital that does not begin the phrase, in a sentence that has small letters too.
fn is_unit_in_title(sentence: SentenceLexemes<'_>, at: usize, length: usize) -> bool {
    let is_unit =
        |lexeme: &TimeLexeme| lexeme.classes.has(LexicalClass::Unit) || lexeme.classes.has(LexicalClass::Units);
    let has_capital = sentence.all[at + 1..at + length].iter().any(|lexeme| lexeme.capital && is_unit(lexeme));
    has_capital && sentence.has_small_letters
}

/// Returns whether a word like "daily" is part of the title of a paper, between two names: "the Party daily Granma".
fn is_set_in_title(phrase: &TimePhrase, lexemes: &[TimeLexeme], at: usize, length: usize) -> bool {
    let is_name = |lexeme: Option<&TimeLexeme>| lexeme.is_some_and(|lexeme| lexeme.is_word && lexeme.capital);
    let before = at.checked_sub(1).and_then(|before| lexemes.get(before));
    matches!(phrase.expr, TimeExpr::Set(_)) && length == 1 && is_name(before) && is_name(lexemes.get(at + 1))
}

/// Returns whether a weekday or holiday begins a name: "the Sunday Times", "the Good Friday Agreement".
fn is_day_in_title(phrase: &TimePhrase, sentence: SentenceLexemes<'_>, at: usize, length: usize) -> bool {
    let is_day = phrase.date().is_some_and(|date| {
        (date.weekday.is_some() || date.holiday.is_some()) && date.day.is_none() && date.year.is_none()
    });
    let has_article = at.checked_sub(1).is_some_and(|before| sentence.all[before].is("the"));
    let next = sentence.all.get(at + length);
    let goes_on = next.is_some_and(|next| next.is_word && next.capital && next.classes.is_none() && !next.joined);
    is_day && has_article && goes_on && sentence.has_small_letters
}

/// Returns whether "midnight" or "noon" is the title of a work, or part of one: "a novel called Midnight", but not "the
/// stroke of Midnight".
fn is_instant_in_title(sentence: SentenceLexemes<'_>, at: usize, length: usize) -> bool {
    let lexeme = &sentence.all[at];
    let is_lead = |before: &TimeLexeme| {
        before.plays(ContextRole::TimePreposition)
            || ["after", "around", "at", "before", "by"].iter().any(|word| before.is(word))
    };
    let opens = at == 0 || !sentence.all[at - 1].is_word || is_lead(&sentence.all[at - 1]);
    length == 1 && lexeme.classes.has(LexicalClass::Instant) && lexeme.capital && !opens && sentence.has_small_letters
}

/// Returns whether "the past" modifies a number: "the past three summers".
fn is_number_of_past(phrase: &TimePhrase, lexemes: &[TimeLexeme], end: usize) -> bool {
    matches!(phrase.expr, TimeExpr::Reference("PAST_REF"))
        && lexemes.get(end).is_some_and(|next| next.classes.has(LexicalClass::Number))
}

#[cfg(test)]
mod tests {
    use crate::time::lex::{CONTEXT_WORDS, SWITCHED_OFF};
    use crate::time::tests::found;

    const WEDNESDAY: &str = "2024-05-15";

    #[test]
    fn every_word_of_every_role_decides_its_example() {
        let mut wrong = Vec::new();
        for row in CONTEXT_WORDS {
            for word in row.words.split(' ') {
                let capital = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
                let text = row.example.replace("{}", word).replace("{Word}", &capital);
                let want = row.want.replace("{}", word);
                let got = found(&text, WEDNESDAY);
                SWITCHED_OFF.set(Some(row.role));
                let without = found(&text, WEDNESDAY);
                SWITCHED_OFF.set(None);
                if got != want {
                    wrong.push(format!("{:?} {text}: got {got}, want {want}", row.role));
                } else if without == want {
                    wrong.push(format!("{:?} {text}: the row changes nothing", row.role));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn neighbours_decide_what_is_a_time() {
        for (text, want) in [
            ("He joined the Long March.", ""),
            ("The Sunday Times said so.", ""),
            ("She signed the Good Friday Agreement.", ""),
            ("She led her March on London.", ""),
            ("She went to the annual March for peace.", ""),
            ("They launched a spring offensive.", "spring|DATE|2024-SP"),
            ("The Party daily Granma said so.", ""),
            ("It opened on a March morning.", "March|DATE|2024-03"),
            ("He spoke on \"This Week\" of it.", ""),
            ("He spoke on 60 Minutes of it.", ""),
            ("He spoke on 48 Hours of it.", ""),
            ("The Hamburg weekly Die Zeit said so.", ""),
            ("It opens over the winter.", "the winter|DATE|2023-WI"),
            ("They saw the fall of the city.", ""),
            ("They searched the quarters.", ""),
            ("She won in 2:41:10.", ""),
            ("The office of 10:15:30 closed.", "10:15:30|TIME|2024-05-15T10:15"),
            ("At the stroke of Midnight he left.", "Midnight|TIME|2024-05-15T24:00"),
            ("It closed a year ago today.", "a year ago today|DATE|2023-05-15"),
            ("She wrote a novel called Midnight.", ""),
            ("In 2012 Mill Road was closed.", "2012|DATE|2012"),
            ("The 2012 Mill Road fire is forgotten.", "2012|DATE|2012"),
            ("It failed in the past three summers.", ""),
            ("The now-defunct firm held the most recent talks.", ""),
        ] {
            assert_eq!(found(text, WEDNESDAY), want, "in {text:?}");
        }
    }
}
