//! Draws how a count moved: an SVG chart, or a line of blocks for the terminal.
//!
//! 12 → 15 → 15 → 19 is `▁▄▄█`. A chart's points are steps in time of capture,
//! each with its words as a title, so that a pointer or a screen reader tells it.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use crate::view::{FigurePoint, FigureSeries};

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Size of the drawing and its margin, in pixels.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
const MARGIN: f64 = 40.0;

/// Returns one block a point, lowest to highest value; equal values are all low.
pub fn sparkline(values: &[f64]) -> String {
    let (low, high) = range(values);
    let top = (BLOCKS.len() - 1) as f64;
    let block =
        |value: &f64| if high <= low { BLOCKS[0] } else { BLOCKS[((value - low) / (high - low) * top) as usize] };
    values.iter().map(block).collect()
}

/// Returns a chart of one series as an SVG image.
pub fn svg(series: &FigureSeries) -> String {
    let values: Vec<f64> = series.points.iter().map(|point| point.value).collect();
    let (low, high) = range(&values);
    let times: Vec<DateTime<Utc>> = series.points.iter().map(|point| point.captured).collect();
    let (first, last) = (times.iter().min().copied(), times.iter().max().copied());
    let x = |at: DateTime<Utc>| share(seconds(first, Some(at)), seconds(first, last)) * (WIDTH - 2.0 * MARGIN) + MARGIN;
    let y = |value: f64| HEIGHT - MARGIN - share(value - low, high - low) * (HEIGHT - 2.0 * MARGIN);
    let spots: Vec<(f64, f64, &FigurePoint)> =
        series.points.iter().map(|point| (x(point.captured), y(point.value), point)).collect();
    let path: Vec<String> = spots.iter().map(|(x, y, _)| format!("{x:.1},{y:.1}")).collect();
    let image = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" {
            title { (series.of) }
            rect width="100%" height="100%" fill="white" {}
            polyline points=(path.join(" ")) fill="none" stroke="black" stroke-width="2" {}
            @for spot in &spots { (mark(spot)) }
            text x="4" y=(format!("{:.1}", y(high) + 4.0)) font-size="12" { (high) }
            text x="4" y=(format!("{:.1}", y(low) + 4.0)) font-size="12" { (low) }
        }
    };
    image.into_string() + "\n"
}

fn mark((x, y, point): &(f64, f64, &FigurePoint)) -> Markup {
    let who = point.outlet.as_deref().unwrap_or(&point.article);
    html! {
        circle cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="4" {
            title { (point.words) " (" (who) " v" (point.version) ", " (point.captured.format("%Y-%m-%d %H:%M UTC")) ")" }
        }
    }
}

fn range(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| (low.min(value), high.max(value)))
}

/// Returns where `part` lies in `whole`, 0 to 1; half-way where there is no extent.
fn share(part: f64, whole: f64) -> f64 {
    if 0.0 < whole { part / whole } else { 0.5 }
}

fn seconds(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> f64 {
    from.zip(to).map_or(0.0, |(from, to)| (to - from).num_seconds() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sparkline_has_a_block_a_value() {
        assert_eq!(sparkline(&[12.0, 15.0, 15.0, 19.0]), "▁▄▄█");
        assert_eq!(sparkline(&[7.0, 7.0]), "▁▁");
        assert_eq!(sparkline(&[]), "");
    }

    #[test]
    fn a_chart_marks_every_point_and_escapes_words() {
        let point = |value: f64, captured: &str| FigurePoint {
            captured: captured.parse().expect("a moment"),
            published: None,
            article: "wire".to_owned(),
            outlet: None,
            version: 1,
            sentence: 1,
            value,
            upper: None,
            words: "at least <12>".to_owned(),
            speaker: None,
            text: String::new(),
        };
        let points = vec![point(12.0, "2025-05-01T08:00:00Z"), point(15.0, "2025-05-02T08:00:00Z")];
        let image = svg(&FigureSeries { of: "killed".to_owned(), unit: None, year: None, points });
        assert_eq!(image.matches("<circle").count(), 2);
        assert!(image.contains("&lt;12&gt;") && !image.contains("<12>"));
        assert!(
            svg(&FigureSeries { of: "none".to_owned(), unit: None, year: None, points: Vec::new() })
                .starts_with("<svg")
        );
    }
}
