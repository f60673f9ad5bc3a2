//! Lays out what is claimed, by whom, and how each claim fared: a row for each way in which an article put it.

use super::words::{certainty, instant, moment, stated};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::render::status::status_words;
use crate::view::ClaimsView;

/// The columns of claims.
pub const COLUMNS: &[SheetColumn] = &[
    hidden("number"),
    hidden("kind"),
    shown("speaker", "Speaker"),
    hidden("about"),
    shown("put", "As put"),
    shown("certainty", "How"),
    shown("outlet", "Outlet"),
    hidden("article"),
    shown("versions", "Versions"),
    hidden("version"),
    hidden("until"),
    shown("captured_words", "First seen"),
    hidden("captured"),
    hidden("stated"),
    hidden("status"),
    hidden("sentence"),
    hidden("text"),
];

/// Lays out the claims, the first told first.
pub fn claims(view: &ClaimsView, title: &str) -> Sheet {
    let mut rows = Vec::new();
    for claim in &view.claims {
        let about = claim.about.as_ref().map(|about| format!("{about}: ")).unwrap_or_default();
        let group = format!("{}. {about}{} ({})", claim.number, claim.text, status_words(claim.status));
        for put in &claim.occurrences {
            let until = put.until.map(|until| until.to_string()).unwrap_or_default();
            let versions = match put.until {
                None => format!("since v{}", put.version),
                Some(until) if until == put.version => format!("v{until} only"),
                Some(until) => format!("v{} to v{until}", put.version),
            };
            let how = put.put.certainty.map(|how| certainty(how).to_owned());
            let cells = vec![
                claim.number.to_string(),
                claim.kind.as_str().to_owned(),
                put.put.speaker.clone().or_else(|| claim.speaker.clone()).unwrap_or_default(),
                claim.about.clone().unwrap_or_default(),
                put.put.value.clone(),
                how.unwrap_or_default(),
                put.outlet.clone().unwrap_or_else(|| put.article.clone()),
                put.article.clone(),
                versions,
                put.version.to_string(),
                until,
                moment(put.captured, view.timezone),
                instant(put.captured),
                stated(put.published),
                status_words(claim.status).to_owned(),
                put.sentence.to_string(),
                put.put.text.clone(),
            ];
            rows.push(SheetRow { group: group.clone(), cells });
        }
    }
    Sheet {
        title: format!("Claims: {title}"),
        lead: vec![format!("Times are in {}.", view.timezone)],
        columns: COLUMNS,
        rows,
        nothing: "No claim was found.",
    }
}
