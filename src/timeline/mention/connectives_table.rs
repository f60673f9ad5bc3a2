//! Lists words that order a sentence against the one before.

use super::event_mention::TemporalOrder;

/// Words that open a sentence and order it against the one before, in lower case, sorted; each with an example.
#[rustfmt::skip]
pub(super) static ORDER_WORDS: &[(&str, TemporalOrder, &str)] = &[
    ("after that",           TemporalOrder::Later,    "After that, the road was closed on Monday."),
    ("afterwards",           TemporalOrder::Later,    "Afterwards, on Monday, the road was closed."),
    ("before that",          TemporalOrder::Earlier,  "Before that, the road was closed on Monday."),
    ("earlier",              TemporalOrder::Earlier,  "Earlier on Monday the road was closed."),
    ("hours before",         TemporalOrder::Earlier,  "Hours before, on Monday, the road was closed."),
    ("hours earlier",        TemporalOrder::Earlier,  "Hours earlier, on Monday, the road was closed."),
    ("hours later",          TemporalOrder::Later,    "Hours later, on Monday, the road was closed."),
    ("later",                TemporalOrder::Later,    "Later on Monday the road was closed."),
    ("minutes before",       TemporalOrder::Earlier,  "Minutes before, on Monday, the road was closed."),
    ("minutes later",        TemporalOrder::Later,    "Minutes later, on Monday, the road was closed."),
    ("moments later",        TemporalOrder::Later,    "Moments later, on Monday, the road was closed."),
    ("shortly afterwards",   TemporalOrder::Later,    "Shortly afterwards, on Monday, the road was closed."),
    ("soon afterwards",      TemporalOrder::Later,    "Soon afterwards, on Monday, the road was closed."),
    ("then",                 TemporalOrder::Later,    "Then, on Monday, the road was closed."),
];
