//! Compiles the rows of `table` and the stances of reporting verbs into patterns of words.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cue::{CueKind, Strength};
use super::table::{CertaintyRow, ROWS};
use crate::text::reporting_verbs::forms_among;
use crate::text::reporting_verbs_table::{REPORTING_VERBS, ReportingVerb, Stance};
use crate::text::rule_table::is_in_use;

/// The words of a cue, token by token, with what they mean.
pub(super) struct CuePattern {
    /// For each token behind the first, the forms that fit.
    rest: Vec<Vec<String>>,
    pub kind: CueKind,
    pub strength: Strength,
    row: PatternRow,
}

/// The row that a pattern comes from.
enum PatternRow {
    Certainty(&'static CertaintyRow),
    Verb(&'static ReportingVerb),
}

impl CuePattern {
    /// Returns whether the pattern has more than one token.
    pub(super) const fn is_phrase(&self) -> bool {
        !self.rest.is_empty()
    }

    /// Returns how many tokens fit; `word` gives the token so many behind the first, if there is one.
    pub(super) fn n_tokens<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<usize> {
        let fits =
            |(at, forms): (usize, &Vec<String>)| word(at + 1).is_some_and(|word| forms.iter().any(|form| form == word));
        self.rest.iter().enumerate().all(fits).then_some(self.rest.len() + 1)
    }

    fn is_in_use(&self) -> bool {
        match self.row {
            PatternRow::Certainty(row) => is_in_use(row),
            PatternRow::Verb(row) => is_in_use(row),
        }
    }
}

/// Patterns by each form of their first token, the longest first; looked up only, so that its order never shows.
static PATTERNS: LazyLock<HashMap<String, Vec<CuePattern>>> = LazyLock::new(|| {
    let mut patterns: HashMap<String, Vec<CuePattern>> = HashMap::new();
    for row in ROWS {
        let mut words = row.words.split(' ').map(|forms| forms.split('|').map(str::to_owned).collect::<Vec<_>>());
        let (first, rest) = (words.next().unwrap_or_default(), words.collect::<Vec<_>>());
        for form in first {
            let (kind, strength) = (row.kind, row.strength);
            let pattern = CuePattern { rest: rest.clone(), kind, strength, row: PatternRow::Certainty(row) };
            patterns.entry(form).or_default().push(pattern);
        }
    }
    for row in REPORTING_VERBS {
        let Some(stance) = row.stance else { continue };
        let (kind, strength, next) = match stance {
            Stance::Reports(strength) => (CueKind::Reporting, strength, row.with),
            Stance::ReportsThat(strength) => (CueKind::Reporting, strength, "that"),
            Stance::Denies(strength) => (CueKind::Denial, strength, row.with),
            Stance::Asks(strength) => (CueKind::Question, strength, row.with),
        };
        let rest: Vec<Vec<String>> = if next.is_empty() { Vec::new() } else { vec![vec![next.to_owned()]] };
        for form in forms_among(row, row.stance_forms) {
            let pattern = CuePattern { rest: rest.clone(), kind, strength, row: PatternRow::Verb(row) };
            patterns.entry(form).or_default().push(pattern);
        }
    }
    for patterns in patterns.values_mut() {
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.rest.len()));
    }
    patterns
});

/// Returns the patterns that begin with a word in lower case, the longest first.
pub(super) fn patterns_from(word: &str) -> impl Iterator<Item = &'static CuePattern> {
    PATTERNS.get(word).into_iter().flatten().filter(|pattern| pattern.is_in_use())
}
