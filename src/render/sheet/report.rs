//! Lays out a story to hand on: what changed, silent changes first, the timeline, the sources, and how to read it.

use super::changes::{COLUMNS, update_cells};
use super::words::{change_rows, moment, update};
use super::{Sheet, SheetColumn, SheetRow, audit, conflicts, shown, timeline};
use crate::model::Weight;
use crate::view::{AuditView, ChangesView, ConflictsView, LogView, TimelineView};

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReportParts<'r> {
    pub audit: &'r AuditView,
    pub changes: &'r ChangesView,
    pub timeline: &'r TimelineView,
    pub conflicts: &'r ConflictsView,
    pub log: &'r LogView,
}

const SOURCES: &[SheetColumn] = &[
    shown("article", "Article"),
    shown("outlet", "Outlet"),
    shown("address", "Address"),
    shown("versions", "Versions"),
    shown("first", "First seen"),
    shown("last", "Last seen"),
];

/// How a report is to be read: what it claims, and what it does not.
const HOW_TO_READ: [&str; 5] = [
    "A version is an article's text as it was seen once. A change lies between two looks: between the last that did not \
     find it and the first that did. When exactly it was made is not known, and neither is why.",
    "“Material” means that a claim stands otherwise: a figure, a date, a name, who said it, how firmly. “No notice found” \
     means that no version of the article names the change in a note; it does not mean that the change was wrong or hidden.",
    "“Replacement” means that what was said before no longer stands; “development” that the story went on.",
    "Dates in the timeline are read from the texts. “First report” is the first among the versions recorded here, not in \
     the world.",
    "All of this is worked out by rules, without a model that writes; every line leads back to a version, and the \
     versions can be read with `writethru show ARTICLE@N`.",
];

/// Lays out a report on a story.
pub fn report(parts: ReportParts<'_>) -> Vec<Sheet> {
    let story = &parts.timeline.story;
    let titled = |title: &str, sheet: Sheet| Sheet { title: title.to_owned(), ..sheet };
    let silent = titled("Changes without a notice", audit(parts.audit, story));
    let reading = Sheet {
        title: "How to read this".to_owned(),
        lead: HOW_TO_READ.map(str::to_owned).to_vec(),
        ..Sheet::default()
    };
    let differing = titled("Where accounts differ", conflicts(parts.conflicts));
    vec![
        silent,
        other_changes(parts.changes),
        differing,
        timeline::timeline(parts.timeline),
        sources(parts.log),
        reading,
    ]
}

/// Lays out the material changes that are not silent, or are developments.
fn other_changes(view: &ChangesView) -> Sheet {
    let mut rows: Vec<SheetRow> = Vec::new();
    for one in &view.updates {
        let group = update(&one.article, &one.from, &one.to, view.timezone);
        let cells = update_cells(&one.article, &one.from, &one.to);
        let is_told = |nature: Option<crate::model::Nature>| nature == Some(crate::model::Nature::Development);
        let material = one.changes.iter().filter(|change| change.weight == Weight::Material);
        let told = material.filter(|change| !change.silent || is_told(change.nature));
        rows.extend(change_rows(&group, &cells, told));
    }
    Sheet {
        title: "Developments, and changes that a notice names".to_owned(),
        lead: Vec::new(),
        columns: COLUMNS,
        rows,
        nothing: "There are none.",
    }
}

fn sources(view: &LogView) -> Sheet {
    let rows = view.articles.iter().filter_map(|one| {
        let (first, last) = (one.versions.first()?, one.versions.last()?);
        let article = &one.article;
        let cells = vec![
            article.reference.clone(),
            article.outlet.clone().unwrap_or_default(),
            article.url.clone().unwrap_or_default(),
            one.versions.len().to_string(),
            moment(first.version.captured, view.timezone),
            moment(last.version.last_seen, view.timezone),
        ];
        Some(SheetRow { group: String::new(), cells })
    });
    Sheet {
        title: "Sources".to_owned(),
        lead: vec![format!("Times are in {}.", view.timezone)],
        columns: SOURCES,
        rows: rows.collect(),
        nothing: "Nothing is recorded yet.",
    }
}
