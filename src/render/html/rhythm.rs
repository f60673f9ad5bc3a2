//! Draws a story's rhythm: how many updates came in each hour, day or week, and how many of them changed a claim.
//!
//! The steps are as fine as few enough bars allow. The table below says the same in words.

use chrono::{Duration, NaiveDateTime, Timelike};
use chrono_tz::Tz;
use maud::{Markup, html};

use crate::model::Weight;
use crate::render::counted::count;
use crate::view::UpdateView;

/// Bars at the most, unless so many years lie between the first update and the last.
const BARS: i64 = 60;
/// Updates from which there is a rhythm to see.
const LEAST: usize = 4;
/// Lengths of a step in hours, with their names.
const STEPS: [(i64, &str); 6] =
    [(1, "hour"), (6, "six hours"), (24, "day"), (7 * 24, "week"), (28 * 24, "four weeks"), (364 * 24, "year")];
/// Size of the drawing in its own units; it is stretched to the room there is.
const WIDTH: usize = 640;
const HEIGHT: usize = 72;

/// A step in which updates came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    /// Its place, from 0.
    place: i64,
    begins: NaiveDateTime,
    updates: usize,
    material: usize,
}

/// The updates of a story, sorted into steps.
struct Rhythm {
    step: &'static str,
    /// Steps from the first update to the last.
    places: i64,
    bars: Vec<Bar>,
}

impl Rhythm {
    /// Returns the rhythm; `None` where there is too little to see.
    fn of(updates: &[UpdateView], zone: Tz) -> Option<Self> {
        let at = |update: &UpdateView| update.to.captured.with_timezone(&zone).naive_local();
        let (first, last) = (updates.iter().map(at).min()?, updates.iter().map(at).max()?);
        let midnight = first.date().and_hms_opt(0, 0, 0)?;
        let begin = |hours: i64| match hours {
            1..24 => midnight + Duration::hours(i64::from(first.hour()) / hours * hours),
            _ => midnight,
        };
        let places = |hours: i64| (last - begin(hours)).num_hours() / hours + 1;
        let fits = |(hours, _): &&(i64, &str)| places(*hours) <= BARS;
        let &(hours, step) = STEPS.iter().find(fits).unwrap_or(STEPS.last()?);
        let mut bars: Vec<Bar> = Vec::new();
        for update in updates {
            let place = (at(update) - begin(hours)).num_hours() / hours;
            let own = bars.iter().position(|bar| bar.place == place).unwrap_or_else(|| {
                bars.push(Bar {
                    place,
                    begins: begin(hours) + Duration::hours(place * hours),
                    updates: 0,
                    material: 0,
                });
                bars.len() - 1
            });
            bars[own].updates += 1;
            bars[own].material += usize::from(update.verdict.weight == Some(Weight::Material));
        }
        bars.sort_by_key(|bar| bar.place);
        (LEAST <= updates.len() && 1 < bars.len()).then_some(Self { step, places: places(hours), bars })
    }

    /// Returns when a step begins, in words.
    fn words(&self, bar: &Bar) -> String {
        let form = if matches!(self.step, "hour" | "six hours") { "%-d %b %Y, %H:%M" } else { "%-d %b %Y" };
        bar.begins.format(form).to_string()
    }
}

/// Writes the drawing and its table; nothing where there is too little to see.
pub(super) fn rhythm(updates: &[UpdateView], zone: Tz) -> Markup {
    let Some(rhythm) = Rhythm::of(updates, zone) else { return html! {} };
    let Some(most) = rhythm.bars.iter().max_by_key(|bar| bar.updates) else { return html! {} };
    let told = format!(
        "Updates in each {}: {} in all, most from {} ({}); the table holds all",
        rhythm.step,
        updates.len(),
        rhythm.words(most),
        most.updates
    );
    html! {
        figure.rhythm {
            figcaption.k { "Updates in each " (rhythm.step) "; dark: with a material change" }
            div.plot {
                svg.chart viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } preserveAspectRatio="none" role="img" aria-label=(told) {
                    @for bar in &rhythm.bars { (column(bar, &rhythm, most.updates)) }
                    path.axis d={ "M0 " (HEIGHT) "H" (WIDTH) } {}
                }
                p.ends aria-hidden="true" { @for bar in [rhythm.bars.first(), rhythm.bars.last()].into_iter().flatten() { span { (rhythm.words(bar)) } " " } }
            }
            details {
                summary { "The same as a table" }
                table {
                    thead { tr { th scope="col" { "From" } th scope="col" { "Updates" } th scope="col" { "With a material change" } } }
                    tbody { @for bar in &rhythm.bars { tr { td.num { (rhythm.words(bar)) } td { (count(bar.updates, "update", "updates")) } td { (bar.material) } } } }
                }
            }
        }
    }
}

fn column(bar: &Bar, rhythm: &Rhythm, most: usize) -> Markup {
    let room = HEIGHT as f64;
    let step = WIDTH as f64 / rhythm.places as f64;
    let (x, width) = (bar.place as f64 * step, (step * 0.8).min(24.0));
    let tall = |n: usize| room * n as f64 / most as f64;
    let rect = |n: usize, class: &str| {
        let height = tall(n);
        html! { rect class=(class) x=(tenths(x)) y=(tenths(room - height)) width=(tenths(width)) height=(tenths(height)) {} }
    };
    html! { (rect(bar.updates, "bar")) @if 0 < bar.material { (rect(bar.material, "bar material")) } }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    fn updates(times: &[&str]) -> Vec<UpdateView> {
        let first = &sample::changes().updates[0];
        let own = |at: &&str| {
            let mut update = first.clone();
            update.to.captured = sample::moment(at);
            update
        };
        times.iter().map(own).collect()
    }

    #[track_caller]
    fn check(times: &[&str], step: &str, want: &[(i64, usize)]) {
        let rhythm = Rhythm::of(&updates(times), Tz::Asia__Manila).expect("a rhythm");
        let bars: Vec<(i64, usize)> = rhythm.bars.iter().map(|bar| (bar.place, bar.updates)).collect();
        assert_eq!((rhythm.step, bars.as_slice()), (step, want), "{times:?}");
        assert!(rhythm.bars.iter().all(|bar| bar.place < rhythm.places && rhythm.places <= BARS));
    }

    #[test]
    fn steps_are_as_fine_as_few_bars_allow() {
        let hours = ["2025-08-12T00:10:00Z", "2025-08-12T00:50:00Z", "2025-08-12T03:00:00Z", "2025-08-13T03:00:00Z"];
        check(&hours, "hour", &[(0, 2), (3, 1), (27, 1)]);
        // Days begin at midnight in Manila, which is 16:00 in UTC.
        let days = ["2025-08-12T15:59:00Z", "2025-08-12T16:00:00Z", "2025-08-20T01:00:00Z", "2025-09-20T01:00:00Z"];
        check(&days, "day", &[(0, 1), (1, 1), (8, 1), (39, 1)]);
        let years = ["1990-01-01T00:00:00Z", "1990-01-02T00:00:00Z", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"];
        check(&years, "year", &[(0, 2), (34, 1), (35, 1)]);
    }

    #[test]
    fn what_is_too_little_has_no_rhythm() {
        assert_eq!(rhythm(&[], Tz::UTC).into_string(), "");
        assert_eq!(rhythm(&updates(&["2025-08-12T00:10:00Z"; 9]), Tz::UTC).into_string(), "");
        let few = ["2025-08-12T00:10:00Z", "2025-08-13T00:10:00Z"];
        assert_eq!(rhythm(&updates(&few), Tz::UTC).into_string(), "");
    }
}
