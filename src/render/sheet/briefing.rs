//! Lays out what is new since a moment: a row for each new article, each material change, each entry that a timeline gained,
//! lost or revised, and each conflict that is new.

use super::words::{change_rows, instant, moment};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::model::Weight;
use crate::render::entry_words::speaker_prefix;
use crate::render::unit_words::unit_words;
use crate::view::{BriefingView, ConflictView, EntryView, StoryBriefing};

const COLUMNS: &[SheetColumn] = &[
    hidden("story"),
    shown("what", "What"),
    shown("outlet", "Outlet"),
    hidden("article"),
    shown("version", "Version"),
    hidden("captured"),
    shown("when", "When"),
    shown("before", "Before"),
    shown("after", "Now"),
    shown("notice", "Notice"),
];

/// What a row tells besides the story.
#[derive(Default)]
struct NewRow {
    what: String,
    outlet: String,
    article: String,
    version: String,
    captured: String,
    when: String,
    before: String,
    after: String,
    notice: String,
}

/// Lays out what is new.
pub fn briefing(view: &BriefingView) -> Sheet {
    let rows = view.stories.iter().flat_map(|story| {
        let name = story.story.clone().unwrap_or_default();
        let group = story.story.clone().unwrap_or_else(|| "In no story".to_owned());
        rows_of(story).into_iter().map(move |row| {
            let NewRow { what, outlet, article, version, captured, when, before, after, notice } = row;
            let cells = vec![name.clone(), what, outlet, article, version, captured, when, before, after, notice];
            SheetRow { group: group.clone(), cells }
        })
    });
    let (since, until) = (moment(view.since, view.timezone), moment(view.until, view.timezone));
    Sheet {
        title: "What is new".to_owned(),
        lead: vec![format!("What the archive first saw after {since} and not after {until}.")],
        columns: COLUMNS,
        rows: rows.collect(),
        nothing: "Nothing is new.",
    }
}

fn rows_of(story: &StoryBriefing) -> Vec<NewRow> {
    let articles = story.articles.iter().map(|new| NewRow {
        what: "new article".to_owned(),
        outlet: new.article.outlet.clone().unwrap_or_default(),
        article: new.article.reference.clone(),
        version: new.version.number.to_string(),
        captured: instant(new.version.captured),
        after: new.version.headline.clone().unwrap_or_default(),
        ..NewRow::default()
    });
    let mut rows: Vec<NewRow> = articles.collect();
    for update in &story.updates {
        let material = update.changes.iter().filter(|change| change.weight == Weight::Material);
        rows.extend(change_rows("", &[], material).into_iter().map(|row| {
            // Weight, nature, what, before, after and notice, as the sheet of changes has them.
            let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
            NewRow {
                what: cell(2),
                outlet: update.article.outlet.clone().unwrap_or_default(),
                article: update.article.reference.clone(),
                version: update.to.number.to_string(),
                captured: instant(update.to.captured),
                before: cell(3),
                after: cell(4),
                notice: cell(5),
                ..NewRow::default()
            }
        }));
    }
    let Some(diff) = &story.timeline else { return rows };
    let when = |entry: &EntryView| entry.when.as_ref().map(|when| when.words_in(diff.timezone)).unwrap_or_default();
    let words = |entry: &EntryView| format!("{}{}", speaker_prefix(entry), entry.text);
    let told = |what: &str, was: Option<&EntryView>, is: Option<&EntryView>| NewRow {
        what: format!("timeline: {what}"),
        when: is.or(was).map(when).unwrap_or_default(),
        before: was.map(words).unwrap_or_default(),
        after: is.map(words).unwrap_or_default(),
        ..NewRow::default()
    };
    rows.extend(diff.gained.iter().map(|entry| told("gained", None, Some(entry))));
    rows.extend(diff.lost.iter().map(|entry| told("lost", Some(entry), None)));
    rows.extend(diff.revised.iter().map(|(was, is)| told("revised", Some(was), Some(is))));
    rows.extend(diff.conflicts.iter().map(differing));
    rows
}

fn differing(conflict: &ConflictView) -> NewRow {
    let sides = conflict
        .sides
        .iter()
        .map(|side| format!("{} v{}: {}", side.outlet.as_deref().unwrap_or(&side.article), side.version, side.value));
    let sides = sides.collect::<Vec<_>>().join("; ");
    NewRow {
        what: "accounts differ".to_owned(),
        after: format!("{} ({sides})", unit_words(&conflict.about)),
        ..NewRow::default()
    }
}
