//! Returns whether two texts name the same one.
//!
//! `Volodymyr Zelensky` and `Zelenskyy`, `US` and `United States`, `WFA` and
//! `World Food Agency` are the same; `Stephen Clark` and `Stephen Clarke` are not.

use crate::claim::names::{self, organizations_table, places_table};
use crate::model::{Entity, EntityKind};

/// Returns whether two entities of different texts are one.
pub fn same(a: &Entity, b: &Entity) -> bool {
    let kinds = a.kind == b.kind || a.kind == EntityKind::Other || b.kind == EntityKind::Other;
    kinds && same_name(&a.name, &b.name)
}

/// Returns whether two names, with or without titles, are forms of one.
pub fn same_name(a: &str, b: &str) -> bool {
    let (lower_a, lower_b) = (a.to_lowercase(), b.to_lowercase());
    if lower_a == lower_b {
        return true;
    }
    if let (Some(one), Some(other)) = (country(&lower_a), country(&lower_b)) {
        return one == other;
    }
    if names::are_aliases(bare(&lower_a), bare(&lower_b)) || is_short_form(a, b) || is_short_form(b, a) {
        return true;
    }
    let (words_a, words_b) = (core_words(&lower_a), core_words(&lower_b));
    let (short, long) = if words_a.len() <= words_b.len() { (&words_a, &words_b) } else { (&words_b, &words_a) };
    match (short.first(), short.last()) {
        (Some(first), Some(last)) if short.len() > 1 => {
            short == long || first == &long[0] && Some(last) == long.last() && !is_organization(long)
        }
        (Some(only), _) => {
            Some(only) == long.last() && !is_organization(long)
                || only == &long[0] && (is_organization(long) || long.len() == 1)
        }
        _ => false,
    }
}

fn bare(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// Returns the country a name stands for, also by the seat of its government.
fn country(name: &str) -> Option<&'static str> {
    let name = bare(name);
    places_table::country_of(name).or_else(|| {
        places_table::governed_from(name).filter(|_| !matches!(name, "london" | "paris" | "berlin" | "rome" | "tokyo"))
    })
}

fn is_short_form(short: &str, long: &str) -> bool {
    let plain: String = short.chars().filter(|c| *c != '.').collect();
    let initials: String =
        long.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    names::is_acronym(&plain) && plain == initials
}

fn is_organization(words: &[String]) -> bool {
    words.iter().any(|word| organizations_table::is_head(word))
}

/// Returns the folded words of a name without titles, articles and company endings.
fn core_words(name: &str) -> Vec<String> {
    let words = || name.split([' ', '\u{a0}']).filter(|word| !word.is_empty());
    let is_kept = |word: &&str| {
        let plain = word.trim_end_matches('.');
        !matches!(plain, "the" | "a" | "an")
            && names::titles_table::of(word).is_none()
            && organizations_table::SUFFIXES.binary_search(&plain).is_err()
    };
    let kept: Vec<String> = words().filter(is_kept).map(names::fold).collect();
    if kept.is_empty() { words().map(names::fold).collect() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_the_same() {
        for (a, b) in [
            ("Zelensky", "Volodymyr Zelenskyy"),
            ("Mr Zelensky", "President Zelenskiy"),
            ("US", "United States"),
            ("Washington", "United States"),
            ("Downing Street", "No. 10"),
            ("Scotland Yard", "the Met Police"),
            ("Kiev", "Kyiv"),
            ("WFA", "World Food Agency"),
            ("Acme Ltd", "Acme"),
            ("John F. Hill", "John Hill"),
        ] {
            assert!(same_name(a, b) && same_name(b, a), "{a} {b}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (a, b) in [
            ("Stephen Clark", "Stephen Clarke"),
            ("Maria", "Marie"),
            ("Cape Farrell", "Cape Farewell"),
            ("Ann Lee", "John Lee"),
            ("the Arts Council", "the Heritage Fund"),
            ("Iran", "Iraq"),
            ("foreign minister", "defence minister"),
        ] {
            assert!(!same_name(a, b), "{a} {b}");
        }
    }
}
