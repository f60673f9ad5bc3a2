//! Looks up the nouns that name a saying, in singular and plural.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cue_table::{NOUNS, NounCue};
use crate::text::rule_table::is_in_use;

static BY_FORM: LazyLock<HashMap<String, &'static NounCue>> = LazyLock::new(|| {
    let plural = |lemma: &str| format!("{lemma}s");
    let both = |row: &'static NounCue| [(row.lemma.to_owned(), row), (plural(row.lemma), row)];
    NOUNS.iter().flat_map(both).collect()
});

/// Returns the noun that `norm` is a form of, if it names a saying.
pub(crate) fn reporting_noun(norm: &str) -> Option<&'static NounCue> {
    BY_FORM.get(norm).copied().filter(|row| is_in_use(*row))
}
