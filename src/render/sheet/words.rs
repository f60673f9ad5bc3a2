//! Puts moments, numbers and the parts of a change into the words that sheets share.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;

use super::SheetRow;
use crate::model::{Certainty, ConflictState, DocumentTime};
use crate::view::{ArticleHead, ChangeView, FacetView, VersionRow};

/// Returns a moment as people in `zone` write it.
pub(super) fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%-d %b %Y %H:%M %Z").to_string()
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

/// Returns what a facet is about: "figure (killed)".
pub(super) fn facet(facet: &FacetView) -> String {
    match &facet.about {
        Some(about) => format!("{} ({about})", facet.kind.as_str()),
        None => facet.kind.as_str().to_owned(),
    }
}

/// Returns the rows of a change, one for each claim that changed in it, between the cells that all of them share.
pub(super) fn change_rows(group: &str, before: &[String], change: &ChangeView) -> Vec<SheetRow> {
    let notice = match &change.notice {
        Some(notice) => notice.text.clone(),
        None if change.silent => "no notice found".to_owned(),
        None => String::new(),
    };
    let row = |kind: String, old: String, new: String| {
        let nature = change.nature.map(|nature| nature.as_str().to_owned()).unwrap_or_default();
        let own = [change.weight.as_str().to_owned(), nature, kind, old, new];
        let rest = [notice.clone(), change.silent.to_string(), change.a_text.clone(), change.b_text.clone()];
        SheetRow { group: group.to_owned(), cells: before.iter().cloned().chain(own).chain(rest).collect() }
    };
    if change.facets.is_empty() {
        return vec![row("text".to_owned(), change.a_text.clone(), change.b_text.clone())];
    }
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    change.facets.iter().map(|own| row(facet(own), word(&own.before), word(&own.after))).collect()
}
