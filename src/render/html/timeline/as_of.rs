//! Writes the slider that shows a story as readers had been told by a moment at which it grew.
//!
//! It is a plain form: without script, the button asks for what the slider points at, and the answer has an address with the
//! moment in it. The form brings its own moments along, so that it means what it showed although the story grew meanwhile.

use chrono::{DateTime, Duration, SecondsFormat, TimeZone as _, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};

use super::filter::TimelineFilter;
use crate::render::screen::times;
use crate::view::StoryHead;

impl TimelineFilter {
    /// Returns what is asked for where the slider was moved: the same as of the moment it points at, or as of now.
    pub fn at_stop(&self, zone: Tz) -> Option<Self> {
        let stop: usize = self.stop.trim().parse().ok()?;
        let stops: Vec<&str> = self.stops.split(',').collect();
        let past = stops.get(stop.saturating_sub(1)).filter(|_| stop < stops.len());
        let as_of = match past {
            Some(seconds) => in_clock(DateTime::from_timestamp_secs(seconds.parse().ok()?)?, zone),
            None => String::new(),
        };
        Some(Self { as_of, stop: String::new(), stops: String::new(), page: String::new(), ..self.clone() })
    }
}

/// Returns a moment to the second and no earlier.
fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    if at.timestamp_subsec_nanos() == 0 { at } else { at + Duration::seconds(1) }
}

/// Returns a moment as a field of a form has it: as the clock shows it, unless the clock shows that a second time.
fn in_clock(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone).naive_local();
    let is_first_pass = zone.from_local_datetime(&local).earliest().is_some_and(|first| first == at);
    match is_first_pass {
        true => local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        false => at.to_rfc3339_opts(SecondsFormat::Secs, true),
    }
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
    let own_stops = stops.iter().map(|at| whole_second(*at).timestamp().to_string()).collect::<Vec<_>>().join(",");
    html! {
        form.as-of method="get" {
            @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="stops" value=(own_stops);
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
            let stops = "1754982000,1754991001,1755068400".to_owned();
            let stop = stop.to_owned();
            let filter = TimelineFilter { stop, stops, q: "fire".to_owned(), ..TimelineFilter::default() };
            filter.at_stop(Tz::Asia__Manila).map(|filter| (filter.as_of, filter.stops, filter.q))
        };
        let as_of = |text: &str| Some((text.to_owned(), String::new(), "fire".to_owned()));
        assert_eq!(asked("1"), as_of("2025-08-12T15:00:00"));
        assert_eq!(asked("2"), as_of("2025-08-12T17:30:01"));
        assert_eq!((asked("3"), asked("99")), (as_of(""), as_of("")));
        assert_eq!((asked(""), asked("soon")), (None, None));
        let wrong = TimelineFilter { stop: "1".to_owned(), stops: "soon,2".to_owned(), ..TimelineFilter::default() };
        assert!(wrong.at_stop(Tz::UTC).is_none());
    }

    #[test]
    fn an_hour_that_the_clock_shows_twice_is_told_apart() {
        let check = |at: &str, want: &str| assert_eq!(in_clock(at.parse().unwrap(), Tz::Europe__London), want);
        check("2025-10-26T00:30:00Z", "2025-10-26T01:30:00");
        check("2025-10-26T01:30:00Z", "2025-10-26T01:30:00Z");
        check("2025-10-26T02:30:00Z", "2025-10-26T02:30:00");
    }

    #[test]
    fn the_slider_points_at_what_is_shown_and_keeps_the_filter() {
        let filter = TimelineFilter { outlet: "Post".to_owned(), as_of: "x".to_owned(), ..TimelineFilter::default() };
        let form = slider(&filter, "2025-08-12T10:00:00Z".parse().ok(), &head()).into_string();
        assert!(form.contains("name=\"stops\" value=\"1754982000,1754991001,1755068400\""), "{form}");
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
