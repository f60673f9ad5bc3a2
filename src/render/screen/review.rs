//! Writes what an editor checks: silent changes, moving figures, values that still stand, accounts that differ.

use super::wrap::{hanging_indent, hanging_indent_at};
use super::{ScreenStyle, TextMark, cut, facet, lists, times, zone_line};
use crate::model::people_counted;
use crate::render::counted::count;
use crate::view::{AuditView, ConflictsView, FigureSeries, FiguresView, StandingPlace, StandingView};

/// Writes the material changes without notice.
pub fn audit(look: ScreenStyle, view: &AuditView) -> String {
    let mut text = String::new();
    for rows in view.updates() {
        let row = &rows[0];
        let name = look.paint(TextMark::Strong, &row.article.reference);
        text.push_str(&match text.is_empty() {
            true => format!("{}\n\n", zone_line(look, view.timezone)),
            false => "\n".to_owned(),
        });
        let first = format!("{name}  v{} → v{}  ", row.from.number, row.to.number);
        text.push_str(&hanging_indent_at(look, &first, 4, &times::change(&row.from, &row.to, view.timezone)));
        text.push_str(&facet::all(look, rows.iter().map(|row| &row.change), false));
    }
    for note in &view.notes {
        let name = look.paint(TextMark::Strong, &note.article.reference);
        let opening = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{opening}{name}  v{}  {}\n", note.version.number, note.message));
        text.push_str(&hanging_indent(look, "  ", &[(TextMark::Plain, note.text.clone())]));
    }
    let told = count(view.rows.len(), "change to review", "changes to review");
    let developments = count(view.developments, "development", "developments");
    let admitted = count(view.admitted, "change named by a notice", "changes named by a notice");
    let opening = if text.is_empty() { "" } else { "\n" };
    let notes = match view.notes.len() {
        0 => String::new(),
        n => format!(", {}", count(n, "note to check", "notes to check")),
    };
    let reviewed = match view.reviewed {
        0 => String::new(),
        n => format!(", {} (`--reviewed` lists them)", count(n, "change reviewed", "changes reviewed")),
    };
    format!("{text}{opening}{told}{notes}; not listed: {developments} without a notice, {admitted}{reviewed}\n")
}

/// Writes the series of figures.
pub fn figures(look: ScreenStyle, view: &FiguresView) -> String {
    let lines: Vec<String> = view.series.iter().map(|series| series_lines(look, series, view.timezone)).collect();
    times::headed(look, view.timezone, lines.join("\n"))
}

fn series_lines(look: ScreenStyle, series: &FigureSeries, zone: chrono_tz::Tz) -> String {
    let name = match series.unit.as_deref() {
        Some("people") => people_counted(&series.of),
        Some(unit) if unit != series.of => format!("{}, {unit}", series.of),
        _ => series.of.clone(),
    };
    let name = series.year.map_or_else(|| name.clone(), |year| format!("{name} in {year}"));
    let values: Vec<f64> = series.points.iter().map(|point| point.value).collect();
    let mut text = format!("{}  {}\n", look.paint(TextMark::Strong, &name), sparkline(&values));
    let rows = series.points.iter().map(|point| {
        let name = point.article.rsplit('/').next().unwrap_or(&point.article);
        vec![
            times::moment(point.captured, zone),
            point.words.clone(),
            point.outlet.clone().unwrap_or_default(),
            point.speaker.clone().unwrap_or_else(|| "no source named".to_owned()),
            format!("[{name} v{} s{}]", point.version, point.sentence),
        ]
    });
    text.push_str(&lists::columns(look, &["seen", "figure", "outlet", "said by", ""], rows.collect()));
    text
}

/// Returns one block a value, from lowest to highest.
fn sparkline(values: &[f64]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let block = |value: f64| match high <= low {
        true => BLOCKS[3],
        false => BLOCKS[((value - low) / (high - low) * 7.0).round() as usize],
    };
    values.iter().map(|&value| block(value)).collect()
}

/// Writes where words stand and where they were dropped.
pub fn standing(look: ScreenStyle, view: &StandingView) -> String {
    let mut text = String::new();
    for place in &view.standing {
        text.push_str(&place_lines(look, place, view.timezone));
    }
    if view.standing.is_empty() {
        text.push_str(&format!("“{}” stands in no latest version\n", cut(&view.words, 80)));
    }
    for place in &view.gone {
        text.push_str(&place_lines(look, place, view.timezone));
    }
    match view.standing.is_empty() && view.gone.is_empty() {
        true => text,
        false => times::headed(look, view.timezone, text),
    }
}

fn place_lines(look: ScreenStyle, place: &StandingPlace, zone: chrono_tz::Tz) -> String {
    let state = match place.dropped_in {
        None => format!("still stands in the {} of v{}", place.place, place.version),
        Some(dropped) => {
            format!("last in the {} of v{}; no longer in the text since v{dropped}", place.place, place.version)
        }
    };
    let mark = if place.dropped_in.is_none() { TextMark::Alert } else { TextMark::Faint };
    let name = look.paint(TextMark::Strong, &place.article.reference);
    let when = times::moment(place.captured, zone);
    let mut text = format!("{name}  {}  {}\n", look.paint(mark, &state), look.paint(TextMark::Faint, &when));
    let credited = place.credited.as_deref().map(|who| format!("  credited to {who}")).unwrap_or_default();
    let sentence = place.sentence.map(|n| format!("  [s{n}]")).unwrap_or_default();
    let pieces = [(TextMark::Plain, place.text.clone()), (TextMark::Faint, format!("{credited}{sentence}"))];
    text.push_str(&hanging_indent(look, "  ", &pieces));
    text
}

/// Writes where accounts differ.
pub fn conflicts(look: ScreenStyle, view: &ConflictsView) -> String {
    let lines = super::timeline::conflict_lines(look, &view.conflicts, view.timezone);
    times::headed(look, view.timezone, lines)
}
