//! Reads how often something happens or is counted: "40 patients a day", "a bus once a week".

use std::fmt::{self, Display, Formatter};

use super::slot::{Slot, SlotText};
use crate::claim::figures::plain_value;
use crate::model::{Rel, Timex, TimexType, Upos};
use crate::time::calendar::iso_duration::{TimeLength, length};

/// Days of a month, on average.
const DAYS_OF_MONTH: f64 = 30.44;
/// Minutes of a day.
const MINUTES_OF_DAY: f64 = 1440.0;

/// Returns how many days a period lasts.
fn days_of(period: &str) -> Option<f64> {
    match length(period)? {
        TimeLength::Minutes(minutes) => Some(minutes as f64 / MINUTES_OF_DAY),
        TimeLength::Months(months) => Some(months as f64 * DAYS_OF_MONTH),
    }
}

/// Returns the period of each thing that is counted by one.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    text.analysis.timexes.iter().flat_map(|timex| slots(text, timex)).collect()
}

/// Returns the slots of one time: the thing counted, the subject, and the number.
fn slots(text: &SlotText<'_>, timex: &Timex) -> Vec<Slot> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(timex.span);
    let Some(days) = days_of(&timex.value) else { return Vec::new() };
    let Some(before) = tokens.start.checked_sub(1) else { return Vec::new() };
    let is_noun = |at: usize| document.tokens[at].upos == Upos::Noun;
    // "One bus a day" tells how often, "lasted a day" how long.
    let is_rate = timex.kind == TimexType::Set
        || is_noun(before) && matches!(document.norm(tokens.start), "a" | "an" | "per" | "each" | "every");
    if !is_rate {
        return Vec::new();
    }
    // "Every 20 minutes" counts no buses: a count stands before the period or opens it.
    let near = tokens.start.saturating_sub(3)..tokens.start + 1;
    let count = text.analysis.figures.iter().find(|figure| {
        let own = document.tokens_in(figure.span);
        near.contains(&own.start) && own.end <= tokens.end
    });
    let first = count.map_or(before, |figure| before.min(document.tokens_in(figure.span).start));
    let span = document.tokens[first].span.cover(timex.span);
    let value = Rate { days, count: count.map(plain_value) }.to_string();
    let predicate = text.tree.clause(document, before);
    let subject = text.tree.dependent(document, predicate, &[Rel::Nsubj]);
    let nouns = [Some(before), subject].into_iter().flatten().filter(|&at| is_noun(at));
    let named = nouns.map(|at| document.lemma(at).to_owned());
    let numbered = count.map(|figure| plain_value(figure).to_string());
    named.chain(numbered).map(|of| Slot { of, value: value.clone(), span }).collect()
}

/// How often something happens or is counted.
struct Rate {
    days: f64,
    count: Option<f64>,
}

impl Display for Rate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.days, self.count.unwrap_or(1.0))
    }
}

/// Returns whether two rates differ in their period, and no other count makes up for it: "one a day" is "seven a week".
pub(super) fn exclude(old: &str, new: &str) -> bool {
    let read = |value: &str| -> Option<(f64, f64)> {
        let (days, count) = value.split_once(' ')?;
        Some((days.parse().ok()?, count.parse().ok()?))
    };
    let (Some((old_days, old_count)), Some((new_days, new_count))) = (read(old), read(new)) else { return false };
    let (old_rate, new_rate) = (old_count / old_days, new_count / new_days);
    old_days.total_cmp(&new_days).is_ne() && NEAR_RATE < (old_rate - new_rate).abs() / old_rate.max(new_rate)
}

/// Rates that differ by a smaller share are one: a month has 30 or 31 days.
const NEAR_RATE: f64 = 0.1;
