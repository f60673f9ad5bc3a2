//! Puts moments, numbers and the parts of a change into the words that sheets share.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;

use super::SheetRow;
use crate::model::{Certainty, ConflictState, DocumentTime, zone_label};
use crate::render::counted::count;
use crate::render::export::facet_words;
use crate::render::facts::{ListedChange, ListedFacet, without_repeats};
use crate::view::{ArticleHead, ChangeView, FacetView, VersionRow};

/// Returns a moment as people in `zone` write it.
pub(super) fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    format!("{} {}", at.with_timezone(&zone).format("%-d %b %Y %H:%M"), zone_label(at, zone))
}

/// Returns a moment for programs.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Returns what a page states, for programs.
pub(super) fn stated(time: Option<DocumentTime>) -> String {
    time.map(|time| time.to_string()).unwrap_or_default()
}

/// Returns a value as it is written without need of decimals.
pub(super) fn number(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Returns how firmly something is put.
pub(super) const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Asserted => "asserted",
        Certainty::Hedged => "hedged",
        Certainty::Denied => "denied",
        Certainty::Questioned => "questioned",
        Certainty::Conditional => "conditional",
    }
}

/// Returns whether accounts still differ.
pub(super) const fn conflict(state: ConflictState) -> &'static str {
    match state {
        ConflictState::Open => "open",
        ConflictState::Past => "settled since",
    }
}

/// Returns the heading over the changes of an update.
pub(super) fn update(article: &ArticleHead, from: &VersionRow, to: &VersionRow, zone: Tz) -> String {
    let outlet = article.outlet.as_ref().map(|outlet| format!(" ({outlet})")).unwrap_or_default();
    let when = if from.last_seen == to.captured {
        format!("recorded together {}", moment(to.captured, zone))
    } else {
        format!("between {} and {}", moment(from.last_seen, zone), moment(to.captured, zone))
    };
    format!("{}{outlet}, v{} → v{}, {when}", article.reference, from.number, to.number)
}

/// Returns what a facet is about and where else it is told: "figure (killed), in 2 places".
fn facet(told: ListedFacet<'_>) -> String {
    let elsewhere = told.elsewhere();
    let comma = if elsewhere.is_empty() { "" } else { ", " };
    format!("{}{comma}{elsewhere}", facet_words(told.facet))
}

/// Returns the rows of the changes of an update, one for each claim that changed, between the cells that all of them share.
pub(super) fn change_rows<'v>(
    group: &str,
    before: &[String],
    changes: impl IntoIterator<Item = &'v ChangeView>,
) -> Vec<SheetRow> {
    without_repeats(changes).iter().flat_map(|told| rows_of(group, before, told)).collect()
}

fn rows_of(group: &str, before: &[String], told: &ListedChange<'_>) -> Vec<SheetRow> {
    let change = told.change;
    let notice = match &change.notice {
        Some(notice) => notice.text.clone(),
        None if change.silent => "no notice found".to_owned(),
        None => String::new(),
    };
    let row = |what: String, facet: Option<&FacetView>, old: String, new: String| {
        let nature = change.nature.map(|nature| nature.as_str().to_owned()).unwrap_or_default();
        let own =
            [change.weight.as_str().to_owned(), nature, what, old, new, notice.clone(), change.silent.to_string()];
        let kind = facet.map(|facet| facet.kind.as_str().to_owned()).unwrap_or_default();
        let about = facet.and_then(|facet| facet.about.clone()).unwrap_or_default();
        let rest = [kind, about, change.a_text.clone(), change.b_text.clone()];
        SheetRow { group: group.to_owned(), cells: before.iter().cloned().chain(own).chain(rest).collect() }
    };
    let first = told.facets.first().map(|own| own.facet);
    let whole = |what: String| vec![row(what, first, change.a_text.clone(), change.b_text.clone())];
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    match () {
        () if change.rewritten => whole("wording (rewritten, same facts)".to_owned()),
        () if told.facets.is_empty() => whole("text".to_owned()),
        () if 0 < told.left_out => {
            let n = told.facets.len() + told.left_out;
            whole(format!("{} ({})", told.facets[0].facet.kind.as_str(), count(n, "sentence", "sentences")))
        }
        () => {
            let of_facet = |own: &ListedFacet<'_>| {
                row(facet(*own), Some(own.facet), word(&own.facet.before), word(&own.facet.after))
            };
            told.facets.iter().map(of_facet).collect()
        }
    }
}

/// Returns words as a sentence of their own.
pub(super) fn sentence_of(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
