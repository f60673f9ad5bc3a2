//! Looks up the nouns that name a saying, in singular and plural, and the days on which something is said.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cue_table::{DAYS, NOUNS, NounCue};
use crate::model::is_weekday;
use crate::text::rule_table::{is_in_use, is_listed};

static BY_FORM: LazyLock<HashMap<String, &'static NounCue>> = LazyLock::new(|| {
    let plural = |lemma: &str| format!("{lemma}s");
    let both = |row: &'static NounCue| [(row.lemma.to_owned(), row), (plural(row.lemma), row)];
    NOUNS.iter().flat_map(both).collect()
});

/// Returns whether `norm` names a day on which something may be said: "said Friday", "said today".
pub(crate) fn is_day_of_saying(norm: &str) -> bool {
    is_weekday(norm) || is_listed(DAYS, norm)
}

/// Returns the noun that `norm` is a form of, if it names a saying.
pub(crate) fn reporting_noun(norm: &str) -> Option<&'static NounCue> {
    BY_FORM.get(norm).copied().filter(|row| is_in_use(*row))
}
