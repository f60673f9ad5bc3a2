//! Writes the slider that shows a story as readers had been told by a moment at which it grew.
//!
//! It is a plain form: without script, the button asks for what the slider points at, and the answer has an address with the
//! moment in it, which stays right while the story grows.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};

use super::filter::TimelineFilter;
use crate::render::screen::times;
use crate::view::StoryHead;

impl TimelineFilter {
    /// Returns what is asked for where the slider was moved: the same as of the moment it points at, or as of now.
    pub fn at_stop(&self, head: &StoryHead) -> Option<Self> {
        let stop: usize = self.stop.trim().parse().ok()?;
        let past = head.stops.get(stop.saturating_sub(1)).filter(|_| stop < head.stops.len());
        let as_of = past.map(|at| local(*at, head.timezone)).unwrap_or_default();
        Some(Self { as_of, stop: String::new(), page: String::new(), ..self.clone() })
    }
}

/// Returns a moment as a field of a form has it, to the second and no earlier.
fn local(at: DateTime<Utc>, zone: Tz) -> String {
    let whole = if at.timestamp_subsec_nanos() == 0 { at } else { at + Duration::seconds(1) };
    whole.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Writes the slider; nothing where the story never grew.
pub(super) fn slider(filter: &TimelineFilter, as_of: Option<DateTime<Utc>>, head: &StoryHead) -> Markup {
    let (stops, zone) = (&head.stops, head.timezone);
    if stops.len() < 2 {
        return html! {};
    }
    let words = |n: usize| match n < stops.len() {
        true => times::moment(stops[n - 1], zone),
        false => "now".to_owned(),
    };
    let at = as_of.map_or(stops.len(), |as_of| stops.iter().filter(|stop| **stop <= as_of).count().max(1));
    let kept = filter.fields().into_iter().filter(|(name, value)| *name != "as_of" && !value.is_empty());
    html! {
        form.as-of method="get" {
            @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
            label for="f-stop" { "As readers had been told by" }
            input #f-stop name="stop" type="range" min="1" max=(stops.len()) value=(at) list="f-stops" aria-valuetext=(words(at));
            output for="f-stop" { (words(at)) }
            datalist #f-stops { @for n in 1..=stops.len() { option value=(n) label=(words(n)) {} } }
            button type="submit" { "Show" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> StoryHead {
        let at = |text: &str| text.parse().unwrap();
        let stops = vec![at("2025-08-12T07:00:00Z"), at("2025-08-12T09:30:00.250Z"), at("2025-08-13T07:00:00Z")];
        StoryHead { timezone: Tz::Asia__Manila, stops, ..StoryHead::default() }
    }

    #[test]
    fn a_stop_is_a_moment_of_the_story_and_the_last_one_is_now() {
        let asked = |stop: &str| {
            let filter = TimelineFilter { stop: stop.to_owned(), q: "fire".to_owned(), ..TimelineFilter::default() };
            filter.at_stop(&head()).map(|filter| (filter.as_of, filter.stop, filter.q))
        };
        let as_of = |text: &str| Some((text.to_owned(), String::new(), "fire".to_owned()));
        assert_eq!(asked("1"), as_of("2025-08-12T15:00:00"));
        assert_eq!(asked("2"), as_of("2025-08-12T17:30:01"));
        assert_eq!((asked("3"), asked("99")), (as_of(""), as_of("")));
        assert_eq!((asked(""), asked("soon")), (None, None));
    }

    #[test]
    fn the_slider_points_at_what_is_shown_and_keeps_the_filter() {
        let filter = TimelineFilter { outlet: "Post".to_owned(), as_of: "x".to_owned(), ..TimelineFilter::default() };
        let form = slider(&filter, "2025-08-12T10:00:00Z".parse().ok(), &head()).into_string();
        assert!(form.contains("max=\"3\" value=\"2\"") && form.contains("name=\"outlet\" value=\"Post\""), "{form}");
        assert!(
            !form.contains("name=\"as_of\"") && form.contains("<output for=\"f-stop\">12 Aug 2025 17:30"),
            "{form}"
        );
        let now = slider(&filter, None, &head()).into_string();
        assert!(now.contains("value=\"3\"") && now.contains(">now</output>"), "{now}");
        assert_eq!(slider(&filter, None, &StoryHead::default()).into_string(), "");
    }
}
