//! Writes figures that move: a step chart, and the same values as a table with who said them.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};

use super::site::{Site, sentence_path};
use super::story::{self, StoryTab};
use super::words;
use crate::render::screen::times;
use crate::render::titles::capital;
use crate::view::{FigurePoint, FigureSeries, FiguresView, StoryHead};

/// Size of a chart in its own units; it is stretched to the room there is, its labels stand around it.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 120.0;

/// Writes the page.
pub fn body(head: &StoryHead, view: &FiguresView, site: &Site) -> Markup {
    html! {
        (story::head(head, StoryTab::Figures, site))
        @if view.series.is_empty() { div.empty { p { "No count was found to move yet. A count shows here once two versions or two outlets give it different values." } } }
        @for (index, series) in view.series.iter().enumerate() { (section(series, index, view.timezone, site)) }
    }
}

fn section(series: &FigureSeries, index: usize, zone: Tz, site: &Site) -> Markup {
    html! {
        section.figure aria-labelledby={ "figure-" (index) } {
            h2 id={ "figure-" (index) } { (capital(&words::series_name(series))) }
            @if 1 < series.points.len() { (chart(series, zone)) }
            div.wide tabindex="0" role="region" aria-label={ "Values of " (words::series_name(series)) } {
                table {
                    thead { tr { th scope="col" { "Seen" } th scope="col" { "Figure" } th scope="col" { "Outlet" } th scope="col" { "Said by" } } }
                    tbody { @for point in &series.points { (row(point, zone, site)) } }
                }
            }
        }
    }
}

fn row(point: &FigurePoint, zone: Tz, site: &Site) -> Markup {
    let who = point.outlet.as_deref().unwrap_or(&point.article);
    html! {
        tr {
            td.num { (times::moment(point.captured, zone)) }
            td { b { (point.words) } }
            td { (site.link(&sentence_path(&point.article, point.version, point.sentence), format!("{who} v{}", point.version))) }
            td { (point.speaker.as_deref().unwrap_or("no source named")) }
        }
    }
}

/// Draws the values as steps in time of capture; the table below says the same in words.
fn chart(series: &FigureSeries, zone: Tz) -> Markup {
    let scale = Scale::of(&series.points);
    let (first, last) = (series.points.first(), series.points.last());
    let words = |point: Option<&FigurePoint>| point.map(|point| point.words.clone()).unwrap_or_default();
    let label =
        format!("{}: from {} to {}; the table holds all values", words::series_name(series), words(first), words(last));
    let day = |point: Option<&FigurePoint>| point.map(|point| times::day(point.captured, zone)).unwrap_or_default();
    // Within one day, the time of day tells the ends apart.
    let moment = |point: Option<&FigurePoint>| match day(first) == day(last) {
        true => point.map(|point| times::moment(point.captured, zone)).unwrap_or_default(),
        false => day(point),
    };
    html! {
        div.plot {
            p.values aria-hidden="true" { span { (number(scale.high)) } @if scale.low < scale.high { " " span { (number(scale.low)) } } }
            svg.chart viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } preserveAspectRatio="none" role="img" aria-label=(label) {
                path.axis d={ "M0 " (HEIGHT) "H" (WIDTH) } {}
                path.step d=(steps(series, &scale)) {}
                path.dot d=(dots(series, &scale)) {}
            }
            p.ends aria-hidden="true" { span { (moment(first)) } @if moment(first) != moment(last) { " " span { (moment(last)) } } }
        }
    }
}

fn steps(series: &FigureSeries, scale: &Scale) -> String {
    let mut path = String::new();
    for (index, point) in series.points.iter().enumerate() {
        let (x, y) = (short(scale.x(point.captured)), short(scale.y(point.value)));
        path.push_str(&if index == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") });
    }
    path
}

/// Returns a line of no length at each value: its round ends make it a dot, however the chart is stretched.
fn dots(series: &FigureSeries, scale: &Scale) -> String {
    let dot = |point: &FigurePoint| format!("M{} {}h0", short(scale.x(point.captured)), short(scale.y(point.value)));
    series.points.iter().map(dot).collect()
}

/// Where values and moments lie in the drawing.
struct Scale {
    low: f64,
    high: f64,
    first: DateTime<Utc>,
    seconds: f64,
}

impl Scale {
    fn of(points: &[FigurePoint]) -> Self {
        let values = points.iter().map(|point| point.value);
        let (low, high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let moments = || points.iter().map(|point| point.captured);
        let first = moments().min().unwrap_or_default();
        let seconds = (moments().max().unwrap_or_default() - first).num_seconds() as f64;
        Self { low, high, first, seconds }
    }

    fn x(&self, at: DateTime<Utc>) -> f64 {
        part((at - self.first).num_seconds() as f64, self.seconds) * WIDTH
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - part(value - self.low, self.high - self.low) * HEIGHT
    }
}

/// Returns where `part` lies in `whole`, 0 to 1; half-way where there is no extent.
fn part(part: f64, whole: f64) -> f64 {
    if 0.0 < whole { part / whole } else { 0.5 }
}

fn short(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Returns a value as it is read: `1,250`, `4.1`.
fn number(value: f64) -> String {
    match value.fract() == 0.0 && (0.0..1e15).contains(&value) {
        true => crate::render::counted::thousands(value as usize),
        false => format!("{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: f64, captured: &str) -> FigurePoint {
        FigurePoint {
            captured: captured.parse().expect("a moment"),
            published: None,
            article: "flood/wire".to_owned(),
            outlet: None,
            version: 1,
            sentence: 1,
            value,
            upper: None,
            words: "at least <12>".to_owned(),
            speaker: None,
            text: String::new(),
        }
    }

    #[test]
    fn a_chart_steps_from_value_to_value_within_its_frame() {
        let points = vec![
            point(12.0, "2025-05-01T08:00:00Z"),
            point(12.0, "2025-05-01T20:00:00Z"),
            point(1500.0, "2025-05-02T08:00:00Z"),
        ];
        let series = FigureSeries { of: "killed".to_owned(), unit: Some("people".to_owned()), year: None, points };
        assert_eq!(steps(&series, &Scale::of(&series.points)), "M0 120H320V120H640V0");
        let drawn = chart(&series, Tz::UTC).into_string();
        assert!(drawn.contains("1,500") && drawn.contains("&lt;12&gt;") && !drawn.contains("<12>"), "{drawn}");
    }

    #[test]
    fn one_value_at_one_moment_divides_by_nothing() {
        let points = vec![point(7.0, "2025-05-01T08:00:00Z"), point(7.0, "2025-05-01T08:00:00Z")];
        let scale = Scale::of(&points);
        assert!(scale.x(points[0].captured).is_finite() && scale.y(7.0).is_finite());
    }
}
