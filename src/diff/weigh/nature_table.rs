//! Lists the words that separate a later count from another one.

/// Words that say the news moved on.
pub(super) struct Running {
    /// The phrase in lower case.
    pub words: &'static str,
    /// Decides even where the old version has the words too: "rose to".
    pub always: bool,
    /// A sentence that holds the phrase.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: &'static str,
}

const fn always(words: &'static str, example: &'static str) -> Running {
    Running { words, always: true, example }
}

const fn new_in(words: &'static str, example: &'static str) -> Running {
    Running { words, always: false, example }
}

/// Every such phrase.
#[rustfmt::skip]
pub(super) static RUNNING: &[Running] = &[
    always("climbed to",    "The toll climbed to 15."),
    always("climbs to",     "Toll climbs to 15."),
    always("grown to",      "The crowd has grown to 900."),
    always("grew to",       "The crowd grew to 900."),
    always("has burned",    "The fire has burned 400 acres."),
    always("has burnt",     "The fire has burnt 400 acres."),
    always("jumped to",     "The toll jumped to 15."),
    always("mounts to",     "Toll mounts to 15."),
    always("passed",        "The count passed 900."),
    always("reached",       "The toll reached 15."),
    always("reaches",       "Toll reaches 15."),
    always("risen to",      "The toll has risen to 15."),
    always("rises to",      "Toll rises to 15."),
    always("rose to",       "The toll rose to 15."),
    always("so far",        "So far 15 have been found."),
    always("stands at",     "The toll stands at 15."),
    always("stood at",      "The toll stood at 15."),
    always("topped",        "The appeal topped 900 pounds."),
    always("tops",          "Appeal tops 900 pounds."),
    new_in("again",         "It was closed again."),
    new_in("afterwards",    "It was found afterwards."),
    new_in("as of",         "As of Monday 15 were found."),
    new_in("by evening",    "By evening 15 were found."),
    new_in("by friday",     "By Friday 15 were found."),
    new_in("by midnight",   "By midnight 15 were found."),
    new_in("by monday",     "By Monday 15 were found."),
    new_in("by morning",    "By morning 15 were found."),
    new_in("by saturday",   "By Saturday 15 were found."),
    new_in("by sunday",     "By Sunday 15 were found."),
    new_in("by thursday",   "By Thursday 15 were found."),
    new_in("by tuesday",    "By Tuesday 15 were found."),
    new_in("by wednesday",  "By Wednesday 15 were found."),
    new_in("has since",     "He has since left."),
    new_in("have since",    "They have since left."),
    new_in("later",         "He later left."),
    new_in("no longer",     "It is no longer open."),
    new_in("now",           "It is now open."),
    new_in("overnight",     "It was closed overnight."),
    new_in("the next day",  "It opened the next day."),
    new_in("since then",    "Since then it was open."),
    new_in("finally",       "It finally opened."),
    new_in("eventually",    "It eventually opened."),
];

/// Words by which a count itself is taken back.
#[rustfmt::skip]
pub(super) static REVISED: &[&str] = &[
    "corrected", "lowered to", "miscounted", "recount", "recounted", "revised",
];

/// Words of counts that go on while an incident does.
#[rustfmt::skip]
pub(super) static RUNNING_COUNTS: &[&str] = &[
    "arrested", "arrests", "bodies", "burned", "cases", "casualties", "charged", "confirmed", "culled", "cut off", "damaged", "dead",
    "deaths", "destroyed", "detained", "died", "dies", "displaced", "drowned", "evacuated", "fled", "found", "homeless", "hospitalised", "hospitalized",
    "hurt", "infected", "injured", "injures", "kill", "killed", "killing", "kills", "left", "missing", "outages", "raised", "recovered", "rescued",
    "signatures", "signed", "stranded", "survivors", "toll", "tested positive", "trapped", "treated", "victims", "without power", "wounded",
];

/// Words of what is over, measured once, or the same whenever it is reported.
#[rustfmt::skip]
pub(super) static FIXED: &[&str] = &[
    "aged", "age", "beat", "beats", "closed at", "counted", "defeated", "drew", "goals", "magnitude", "majority", "measured",
    "opened at", "of the vote", "points", "polled", "scored", "settled at", "sold for", "turnout", "votes", "year-old", "years ago",
    "last year", "last week", "last month",
];

/// Words of what is still to come.
#[rustfmt::skip]
pub(super) static PLANNED: &[&str] = &[
    "about to", "aims to", "be held", "due", "expected", "expects", "going to", "is set", "are set", "plan to", "planned", "planning", "plans", "proposed",
    "proposes", "scheduled", "set to", "set for", "should", "to be", "will", "would", "to open", "to meet", "ends on", "polls open", "opens", "begins", "starts on", "intends",
];

/// Rules, as `Change::why` names them, that report the same thing differently.
pub(super) const OTHERWISE: &[&str] =
    &["turned-round", "less-certain", "name-differs", "source-differs", "attribution-put-on"];

/// Words of a count that is itself still to come; in "said it would close", what was said is past.
pub(super) static COUNTS_TO_COME: &[&str] = &["expected", "due", "will", "set to"];

/// Ends of a day that a count is taken at.
pub(super) static TIMES: &[&str] =
    &["nightfall", "dawn", "noon", "midday", "midnight", "daybreak", "sunset", "lunchtime", "dusk"];
