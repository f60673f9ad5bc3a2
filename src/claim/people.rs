//! Decides which nouns name people: "miners", "Canadians", "botanists", "a witness".
//!
//! Endings name most of them, a list the rest, and the names of peoples are those of countries. What many of them are
//! called decides for one as well: "a thief of 40" is one of the "thieves", "a crew of 24" is nobody's age.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::people_table::{GRAND_KIN, GROUPS, KIN_PREFIXES, NO_PEOPLE, PARENTS, PEOPLE, PEOPLE_ENDINGS};
use crate::claim::names::places_table::is_demonym;
use crate::text::base_form;
use crate::text::rule_table::{is_in_use, is_listed, rows};

/// What one of those listed is called, with the row for many.
static ONE_OF: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| PEOPLE.iter().map(|many| (base_form(many).into_owned(), *many)).collect());

/// Returns whether a plural in lower case names people.
pub(crate) fn are_people(many: &str) -> bool {
    is_listed(PEOPLE, many)
        || !is_listed(NO_PEOPLE, many) && rows(PEOPLE_ENDINGS).any(|(ending, ..)| many.ends_with(ending))
        || many.ends_with('s') && is_demonym(many)
}

/// Returns whether a noun in lower case names one person.
pub(crate) fn is_one_person(noun: &str) -> bool {
    let listed = || ONE_OF.get(noun).is_some_and(|many| is_listed(PEOPLE, many));
    let ends = |row: &(&str, &str, &str)| noun.ends_with(row.1) && is_in_use(row);
    !is_listed(GROUPS, noun)
        && (listed() || !is_listed(NO_PEOPLE, noun) && PEOPLE_ENDINGS.iter().any(ends) || is_demonym(noun))
}

/// Years that a parent has lived at the least, for their noun; `None` for anybody else.
///
/// A smaller number behind the noun counts children: "a father of three", but "a father of 62".
pub(crate) fn youngest_parent(noun: &str) -> Option<f64> {
    const PARENT: f64 = 16.0;
    const GRANDPARENT: f64 = 32.0;
    if is_listed(GRAND_KIN, noun) {
        return Some(GRANDPARENT);
    }
    if is_listed(PARENTS, noun) {
        return Some(PARENT);
    }
    let before =
        rows(KIN_PREFIXES).find(|prefix| noun.strip_prefix(**prefix).is_some_and(|kin| is_listed(PARENTS, kin)))?;
    Some(if *before == "grand" { GRANDPARENT } else { PARENT })
}
