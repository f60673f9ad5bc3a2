//! Lists the words that decide whether a time beside an event is the event's own.

/// What opens the other side of a comparison: the word, the words one of which stands before it, an example.
#[rustfmt::skip]
pub(super) static COMPARED: &[(&str, &[&str], &str)] = &[
    ("from", &["down", "up"], "Turnout was put at 64 percent, down from 68 percent in 2021."),
    ("to",   &["compared"],   "The harbour handled 90 ships, compared to 40 in 2021."),
    ("with", &["compared"],   "The harbour handled 90 ships, compared with 40 in 2021."),
];

/// What is quoted day by day, in lower case, each with an example.
#[rustfmt::skip]
pub(super) static MARKET_QUOTES: &[(&str, &str)] = &[
    ("close",  "The rival offered 28 percent over Friday's close."),
    ("high",   "The shares fell back from Friday's high."),
    ("level",  "The rival offered 28 percent over Friday's level."),
    ("low",    "The shares have gained 5 percent from Friday's low."),
    ("price",  "The rival offered 28 percent over Friday's closing price."),
];

/// Words between the two ends of a span, by the word before the first.
pub(super) const ENDS: &[(&str, &[&str])] =
    &[("between", &["and"]), ("from", &["to", "until", "till", "through", "-", "–"])];

/// "postponed until May": May is the new date and not the end of something.
pub(super) const DELAYS: &[&str] =
    &["adjourned", "deferred", "delay", "delayed", "postpone", "postponed", "pushed", "put", "rescheduled"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::events::events_in;
    use crate::model::{DocumentTime, Event, Setting};
    use crate::text::rule_table::needless_rows;

    fn events(text: &str) -> Vec<Event> {
        let published = "2025-08-12".parse().ok().map(DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let document = crate::text::read(text);
        events_in(&document, &crate::time::timexes_in(&document, setting), setting)
    }

    #[test]
    fn every_row_keeps_a_time_from_its_example() {
        let needless = needless_rows(COMPARED, |(.., example)| events(example));
        assert!(needless.is_empty(), "{needless:?}");
        let needless = needless_rows(MARKET_QUOTES, |(_, example)| events(example));
        assert!(needless.is_empty(), "{needless:?}");
    }
}
