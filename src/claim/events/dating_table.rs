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

/// The word before the first end of a span, and the one between both, each with an example.
#[rustfmt::skip]
pub(super) static ENDS: &[(&str, &str, &str)] = &[
    ("between", "and",     "The club met between Tuesday and Friday."),
    ("from",    "to",      "The mill burned from May 5 to May 9."),
    ("from",    "until",   "The mill burned from May 5 until May 9."),
    ("from",    "till",    "The mill burned from May 5 till May 9."),
    ("from",    "through", "The mill burned from May 5 through May 9."),
    ("from",    "-",       "The mill burned from May 5 - May 9."),
];

/// "postponed until May": May is the new date and not the end of something.
pub(super) static DELAYS: &[&str] =
    &["adjourned", "deferred", "delay", "delayed", "postpone", "postponed", "pushed", "put", "rescheduled"];

/// Words before "before" that leave its time the day of what is told: "shortly before midnight on Monday". Sorted.
pub(super) static CLOSE: &[&str] = &["hours", "just", "minutes", "moments", "seconds", "shortly"];
