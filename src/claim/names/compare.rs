//! Compares two names of people, organizations or places: the one comparison of the crate.
//!
//! Same: `Lee` and `Ann Lee`, `Zelensky` and `President Zelenskyy`, `WFA` and `World Food Agency`.
//! Not the same: `Clark` and `Clarke`, `Ann Lee` and `John Lee`, `Mr Lee` and `Mrs Lee`.
//!
//! A letter makes another name, so words are only equal where they are spelt alike or where a table lists their
//! spellings (`variants_table`). A shorter name is a form of a longer one that ends in it; for two names with more
//! than a surname, the first names must agree too. Both arguments are treated alike.
//!
//! | who asks | function |
//! | --- | --- |
//! | may two names in one story be of one bearer? | [`is_same_name`]: passes over titles |
//! | does a change of a text name another bearer? | [`is_named_the_same`]: titles count too |
//! | may words of one text name this person, this organization? | [`is_form_of_person`], [`is_form_of_organization`] |
//! | may one name be the other misspelt by one writer? | [`is_spelt_otherwise`] |

use super::first_names_table;
use super::organizations_table::{self, SUFFIXES};
use super::titles_table::{self, NO_NAMES};
use super::variants::is_everyday_form;
use super::{Gender, are_aliases, fold, is_acronym, same_word};
use crate::text::rule_table::is_listed;
use crate::text::without_possessive;

/// Returns whether two names, with or without titles and articles, may be of one person, organization or place.
pub(crate) fn is_same_name(a: &str, b: &str) -> bool {
    if a == b {
        return !a.trim().is_empty();
    }
    let (lower_a, lower_b) = (a.to_lowercase(), b.to_lowercase());
    let plain = |lower: &str| without_article(lower).replace('.', "");
    if are_aliases(&plain(&lower_a), &plain(&lower_b)) || is_short_form(a, b) || is_short_form(b, a) {
        return true;
    }
    let (x, y) = (NameWords::of(&lower_a), NameWords::of(&lower_b));
    let genders_differ = do_genders_differ(x.gender, y.gender);
    let (short, long) = if x.words.len() <= y.words.len() { (x.words, y.words) } else { (y.words, x.words) };
    if short.len() == 1 && long.first() == short.first() && (is_family_first(a) || is_family_first(b)) {
        return true;
    }
    !genders_differ
        && !short.is_empty()
        && (long.ends_with(&short) || is_named_alike(&short, &long) || is_headed_by(&short, &long))
}

/// Returns whether a name has the family name first, as its given name shows: "Kim Min-jun". It tells nothing of a gender.
fn is_family_first(name: &str) -> bool {
    let last = name.split_whitespace().skip(1).last().and_then(|given| given.split_once('-'));
    last.is_some_and(|(first, second)| first.starts_with(char::is_uppercase) && second.starts_with(char::is_lowercase))
}

/// Returns whether two names say the same to a reader, titles included: "Mr Lee" and "Ann Lee", but not "the foreign
/// minister" and "the defence minister".
///
/// [`is_same_name`] asks who may be meant and passes over titles; a change of a text is asked more strictly.
pub(crate) fn is_named_the_same(a: &str, b: &str) -> bool {
    let (x, y) = (TitledName::of(a), TitledName::of(b));
    if x.words.is_empty() || y.words.is_empty() {
        return false;
    }
    let (full_x, full_y) = (x.words.join(" "), y.words.join(" "));
    let letters = |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(a) == letters(b)
        || are_aliases(&full_x, &full_y)
        || has_initials(&x.words, &full_y)
        || has_initials(&y.words, &full_x)
        || x.is_part_of(&y)
        || y.is_part_of(&x)
        || x.words.len() == y.words.len() && x.words.iter().zip(&y.words).all(|(a, b)| same_word(a, b))
}

/// A name in lower case with its roles written in full, without forms of address: "Sgt. Dale Ruskin" is `sergeant dale ruskin`.
struct TitledName {
    words: Vec<String>,
    is_addressed: bool,
}

impl TitledName {
    fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        let words =
            lower.split(|c: char| c.is_whitespace() || c == ',').map(|word| without_possessive(word).replace('.', ""));
        let all =
            words.filter(|word| !word.is_empty() && word != "the").map(|word| titles_table::in_full(&word).to_owned());
        let mut all: Vec<String> = all.collect();
        let is_addressed = all.first().is_some_and(|word| titles_table::is_address(word));
        all.retain(|word| !titles_table::is_address(word));
        Self { words: all, is_addressed }
    }

    /// Returns whether a name is the end of a longer one: "Mr Healey" and "Healey" are "John Healey"; two different
    /// first names are two people.
    fn is_part_of(&self, long: &Self) -> bool {
        let is_shorter = self.words.len() < long.words.len() && self.words.len() == 1;
        long.words.ends_with(&self.words) && (self.is_addressed || is_shorter)
    }
}

/// Returns whether `short` is made of the initials of a name in lower case: "who" of "world health organization".
fn has_initials(words: &[String], short: &str) -> bool {
    let initials = words.iter().filter(|word| !matches!(word.as_str(), "of" | "and" | "for"));
    2 <= words.len() && initials.filter_map(|word| word.chars().next()).collect::<String>() == short
}

/// Returns whether two genders are known and differ.
pub(crate) fn do_genders_differ(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(one), Some(other)) if one != other)
}

/// Returns whether folded words may name the person of a name within one text.
///
/// There a first name or a middle part is enough: "Lee", "Ann" and "Ann Mary Lee" are forms of "Ann Lee", "John Lee" is none.
pub(crate) fn is_form_of_person(full: &[String], words: &[String]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let (Some(full_first), Some(full_last)) = (full.first(), full.last()) else { return false };
    match (full.len(), words.len()) {
        (_, 1) => full.contains(last),
        (1, _) => full_first == last || full_first == first,
        _ => last == full_last && is_same_first(first, full_first) || full.ends_with(words) || words.ends_with(full),
    }
}

/// Returns whether folded words may name an organization within one text: "Acme" is a form of "Acme Ltd", "Defence
/// Ministry" of "Ministry of Defence".
pub(crate) fn is_form_of_organization(full: &[String], words: &[String]) -> bool {
    let is_core = |word: &&str| !is_listed(SUFFIXES, word) && !matches!(*word, "of" | "the" | "for");
    let core = |words| <[String]>::iter(words).map(String::as_str).filter(is_core).collect::<Vec<_>>();
    let (mut full, mut words) = (core(full), core(words));
    if !words.is_empty() && !full.is_empty() && (full.starts_with(&words) || words.starts_with(&full)) {
        let has_head = |words: &[&str]| words.iter().any(|word| organizations_table::is_head(word));
        return words.len() == full.len() || has_head(&full) != has_head(&words) || 1 < words.len() && 1 < full.len();
    }
    full.sort_unstable();
    words.sort_unstable();
    full == words && 1 < words.len()
}

/// Returns the words of a name as they are compared: lower case, one spelling, without titles and articles.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    NameWords::of(&name.to_lowercase()).words
}

/// Returns whether two names with the same first names have surnames one letter apart: "Tina Foss", "Tina Voss".
///
/// They are two people, as [`is_same_name`] says; one may be the other misspelt only where one writer put it in its place.
pub(crate) fn is_spelt_otherwise(a: &str, b: &str) -> bool {
    let split = |name| <str>::rsplit_once(name, ' ');
    let (Some((first_a, last_a)), Some((first_b, last_b))) = (split(a), split(b)) else { return false };
    first_a == first_b && strsim::levenshtein(last_a, last_b) <= 1
}

/// Returns the last word of a name, by which people are listed: "Lee" of "Ann Lee".
pub(crate) fn surname(name: &str) -> &str {
    name.split_whitespace().last().unwrap_or_default()
}

/// The words of a name that tell whose it is.
struct NameWords {
    words: Vec<String>,
    /// As a title ("Mrs") or a first name shows it.
    gender: Option<Gender>,
}

impl NameWords {
    /// Reads a name in lower case: "the council leader, Ann Lee" is `ann lee`; "the mayor" stays `mayor`.
    fn of(lower: &str) -> Self {
        let split = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '“' | '”' | '"' | '(' | ')'));
        let all: Vec<&str> = split.map(without_possessive).filter(|word| !word.is_empty()).collect();
        let last = all.len().saturating_sub(1);
        let is_name = |word: &str| first_names_table::gender(word).is_some();
        let is_title = |word: &str| titles_table::of(word).is_some() && !is_name(word);
        let behind_title = all[..last].iter().rposition(|word| is_title(word)).map_or(0, |at| at + 1);
        let is_empty = |word: &str| NO_NAMES.binary_search(&word).is_ok() && !is_name(word);
        let n_empty = all[behind_title..last].iter().take_while(|word| is_empty(word)).count();
        let own = &all[behind_title + n_empty..];
        let n_suffixes = own.iter().skip(1).rev().take_while(|word| is_listed(SUFFIXES, word)).count();
        let own = &own[..own.len() - n_suffixes];
        let titled = all[..behind_title].iter().find_map(|word| titles_table::of(word)?.gender());
        let gender = titled.or_else(|| own.split_last()?.1.first().and_then(|first| first_names_table::gender(first)));
        Self { words: own.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect(), gender }
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// Returns whether `short` is made of the initials of `long`: "WFA" of "World Food Agency".
fn is_short_form(short: &str, long: &str) -> bool {
    let plain: String = without_article(short).chars().filter(|c| *c != '.').collect();
    if !is_acronym(&plain) {
        return false;
    }
    let initials = long.split([' ', '-']).filter_map(|word| word.chars().next());
    plain == initials.filter(|c| c.is_uppercase()).collect::<String>()
}

/// Returns whether two names of two words or more agree in the first and the last: "John F. Hill" and "J. Hill".
fn is_named_alike(short: &[String], long: &[String]) -> bool {
    let ([first, .., last], [long_first, .., long_last]) = (short, long) else { return false };
    last == long_last && is_same_first(first, long_first) && !long.iter().any(|word| organizations_table::is_head(word))
}

/// Returns whether two first names are spelt alike, or one is the other's initial or everyday form.
fn is_same_first(a: &str, b: &str) -> bool {
    let is_initial = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    a == b || is_initial(a, b) || is_initial(b, a) || is_everyday_form(a, b)
}

/// Returns whether one word is the head of an organization's name: "Ministry" of "Ministry of Defence".
fn is_headed_by(short: &[String], long: &[String]) -> bool {
    let ([only], [first, of, ..]) = (short, long) else { return false };
    only == first && of == "of" && organizations_table::is_head(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, want: bool) {
        assert_eq!(is_same_name(a, b), want, "{a} / {b}");
        assert_eq!(is_same_name(b, a), want, "{b} / {a}");
    }

    #[test]
    fn forms_of_one_name_are_the_same() {
        for (a, b) in [
            ("Lee", "Ann Lee"),
            ("Mr Lee", "John Lee"),
            ("Zelensky", "Volodymyr Zelenskyy"),
            ("Mr Zelensky", "President Zelenskiy"),
            ("council leader Ann Lee", "Lee"),
            ("Leader of the Council, Councillor Ann Lee", "Ann Lee"),
            ("John F. Hill", "John Hill"),
            ("J. Hill", "John Hill"),
            ("Bob Hill", "Robert Hill"),
            ("Liz Hill", "Elizabeth Ann Hill"),
            ("US", "United States"),
            ("Downing Street", "No. 10"),
            ("Scotland Yard", "the Met Police"),
            ("Kiev", "Kyiv"),
            ("the WFA", "World Food Agency"),
            ("Acme Ltd", "Acme"),
            ("the Ministry of Defence", "the ministry"),
            ("two officials", "officials"),
            ("police", "Harrow police"),
            ("Lee’s", "Lee"),
            ("Mr Kim", "Kim Min-jun"),
            ("President Lai", "Lai Ching-te"),
        ] {
            check(a, b, true);
        }
    }

    #[test]
    fn within_a_text_any_part_of_a_name_is_a_form_of_it() {
        let folded = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (form, is_form) in
            [("lee", true), ("ann", true), ("a lee", true), ("ann mary lee", true), ("john lee", false)]
        {
            assert_eq!(is_form_of_person(&folded("ann lee"), &folded(form)), is_form, "{form}");
        }
        for (full, form, is_form) in [
            ("acme ltd", "acme", true),
            ("ministry of defence", "defence ministry", true),
            ("ministry of defence", "ministry of health", false),
            ("bank of england", "bank of ireland", false),
        ] {
            assert_eq!(is_form_of_organization(&folded(full), &folded(form)), is_form, "{form}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (a, b) in [
            ("Ann Lee", "John Lee"),
            ("Bob Lee", "Bill Lee"),
            ("Clark", "Clarke"),
            ("Stephen Clark", "Stephen Clarke"),
            ("Maria", "Marie"),
            ("Ann", "Ann Smith-Jones"),
            ("Mr Park", "Kim Min-jun"),
            ("Mr Lee", "Mrs Lee"),
            ("Mrs Lee", "John Lee"),
            ("council leader Ann Lee", "council leader John Lee"),
            ("Cape Farrell", "Cape Farewell"),
            ("the Arts Council", "the Heritage Fund"),
            ("Iran", "Iraq"),
            ("foreign minister", "defence minister"),
            ("Ann", "Ann Lee"),
            ("", ""),
            ("Lee", ""),
        ] {
            check(a, b, false);
        }
    }

    #[test]
    fn one_letter_makes_another_name_that_may_be_a_misspelling() {
        for (a, b, may_be) in [
            ("Tina Foss", "Tina Voss", true),
            ("John Clark", "John Clarke", true),
            ("Ann Foss", "Tina Voss", false),
            ("Foss", "Voss", false),
            ("Tina Foss", "Tina Hale", false),
        ] {
            assert_eq!(is_spelt_otherwise(a, b), may_be, "{a} / {b}");
            assert!(!is_same_name(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn names_that_say_the_same_are_spelt_or_titled_otherwise() {
        for (one, other) in [
            ("Zelensky", "Zelenskyy"),
            ("the United States", "the US"),
            ("Mr Healey", "John Healey"),
            ("Kiev", "Kyiv"),
            ("World Health Organization", "WHO"),
            ("Downing Street", "No. 10"),
            ("Sgt. Maj. Dale Ruskin", "Sergeant Major Dale Ruskin"),
            ("Ky.", "Kentucky"),
            ("Fern Hill Rd", "Fern Hill Road"),
            ("Lincs Police", "Lincolnshire Police"),
        ] {
            assert!(is_named_the_same(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Stephen Clarke", "Stephen Clark"),
            ("Maria Oyelaran", "Marie Oyelaran"),
            ("the Arts Council", "the Heritage Fund"),
            ("the foreign minister", "the defence minister"),
            ("President Ann Lee", "Mayor Ann Lee"),
        ] {
            assert!(!is_named_the_same(one, other), "{one} / {other}");
        }
    }
}
