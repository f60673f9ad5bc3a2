//! Lays out how counts moved: a row for each value that a version states.

use super::words::{instant, moment, number, stated};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::view::FiguresView;

const COLUMNS: &[SheetColumn] = &[
    hidden("counts"),
    hidden("unit"),
    hidden("year"),
    shown("captured_words", "First seen"),
    hidden("captured"),
    hidden("stated"),
    shown("outlet", "Outlet"),
    hidden("article"),
    shown("version", "Version"),
    shown("words", "As written"),
    hidden("value"),
    hidden("upper"),
    shown("speaker", "Speaker"),
    hidden("sentence"),
    hidden("text"),
];

/// Lays out the series of counts.
pub fn figures(view: &FiguresView) -> Sheet {
    let mut rows = Vec::new();
    for series in &view.series {
        let year = series.year.map(|year| format!(", {year}")).unwrap_or_default();
        let group = format!("{}{year}", series.of);
        for point in &series.points {
            let cells = vec![
                series.of.clone(),
                series.unit.clone().unwrap_or_default(),
                series.year.map(|year| year.to_string()).unwrap_or_default(),
                moment(point.captured, view.timezone),
                instant(point.captured),
                stated(point.published),
                point.outlet.clone().unwrap_or_else(|| point.article.clone()),
                point.article.clone(),
                point.version.to_string(),
                point.words.clone(),
                number(Some(point.value)),
                number(point.upper),
                point.speaker.clone().unwrap_or_default(),
                point.sentence.to_string(),
                point.text.clone(),
            ];
            rows.push(SheetRow { group: group.clone(), cells });
        }
    }
    Sheet {
        title: format!("Figures: {}", view.story),
        lead: vec![format!("Times are in {}.", view.timezone)],
        columns: COLUMNS,
        rows,
        nothing: "No count moved yet.",
    }
}
