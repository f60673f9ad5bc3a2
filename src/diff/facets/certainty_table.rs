//! Lists the words that make a statement less than a plain assertion.
//!
//! A row is a phrase in lower case, its level, and an example on which `certainty` must find it. Phrases of
//! several words stand before those they begin with. The level counts how far
//! the words stand from a plain assertion; only a difference of levels makes a
//! change of certainty, so "apparently" for "seemingly" is wording.

/// How far words stand from a plain assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Will happen, or must.
    Planned,
    /// Should happen, is likely.
    Expected,
    /// May be so.
    Possible,
    /// Others say it is so.
    Reported,
    /// Only so if something else is.
    Conditional,
}

/// A word or phrase that makes a statement less certain.
#[derive(Clone)]
pub(super) struct FirmnessCue {
    /// The phrase in lower case.
    pub words: &'static str,
    /// How far it stands from a plain assertion.
    pub level: Level,
    /// The words govern a verb ("may have", "is due to"); a facet then takes the verb in.
    pub governs: bool,
    /// A sentence that holds the cue.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs the finder on it"))]
    pub example: &'static str,
}

use Level::*;

const fn verbal(words: &'static str, level: Level, example: &'static str) -> FirmnessCue {
    FirmnessCue { words, level, governs: true, example }
}

const fn adverb(words: &'static str, level: Level, example: &'static str) -> FirmnessCue {
    FirmnessCue { words, level, governs: false, example }
}

/// A word after a form of "be" and before "to", its level, and an example.
pub(super) type PassiveCue = (&'static str, Level, &'static str);

/// Cues after a form of "be", before "to": "is due to", "are expected to".
#[rustfmt::skip]
pub(super) static BE_TO: &[PassiveCue] = &[
    ("about",     Planned,  "The ship was about to sail."),
    ("aiming",    Planned,  "The club is aiming to move in May."),
    ("alleged",   Reported, "He is alleged to have lied."),
    ("anticipated", Expected, "Sales are anticipated to grow."),
    ("believed",  Reported, "She is believed to have fled."),
    ("claimed",   Reported, "It is claimed to be the oldest."),
    ("due",       Planned,  "He is due to speak."),
    ("expected",  Expected, "Flights are expected to resume."),
    ("estimated", Expected, "Sales are estimated to grow."),
    ("feared",    Reported, "Six are feared to have drowned."),
    ("forecast",  Expected, "Sales are forecast to grow."),
    ("forecasted", Expected, "Sales are forecasted to grow."),
    ("foreseen",  Expected, "Sales are foreseen to grow."),
    ("going",     Planned,  "They are going to sell."),
    ("likely",    Expected, "Rates are likely to rise."),
    ("planning",  Planned,  "The firm is planning to cut jobs."),
    ("planned",   Planned,  "The line is planned to open."),
    ("poised",    Planned,  "The firm is poised to close."),
    ("predicted", Expected, "Sales are predicted to grow."),
    ("presumed",  Reported, "He is presumed to have left."),
    ("projected", Expected, "Sales are projected to grow."),
    ("reported",  Reported, "Two were reported to have died."),
    ("rumored",   Reported, "He is rumored to be ill."),
    ("rumoured",  Reported, "He is rumoured to be ill."),
    ("said",      Reported, "He is said to be ill."),
    ("scheduled", Planned,  "It is scheduled to open."),
    ("set",       Planned,  "The court is set to rule."),
    ("suspected", Reported, "He is suspected to have started it."),
    ("thought",   Reported, "She is thought to have fled."),
    ("understood",Reported, "They are understood to have agreed."),
    ("unlikely",  Expected, "Rates are unlikely to rise."),
];

/// Words that name how sure somebody is, each with a sentence in which only the degree changed.
#[rustfmt::skip]
pub(super) static SURENESS: &[(&str, [&str; 2])] = &[
    ("certain",    ["It is fairly certain that the dam failed.", "It is certain that the dam failed."]),
    ("certainty",  ["With little certainty it was rust.", "With great certainty it was rust."]),
    ("confidence", ["The panel says so with low confidence.", "The panel says so with high confidence."]),
    ("confident",  ["The crew is quite confident that it failed.", "The crew is confident that it failed."]),
    ("doubt",      ["There is some doubt that it failed.", "There is serious doubt that it failed."]),
    ("likely",     ["The dam will very likely fail.", "The dam will likely fail."]),
    ("sure",       ["The crew is fairly sure that it failed.", "The crew is sure that it failed."]),
    ("unlikely",   ["It is unlikely that it failed.", "It is highly unlikely that it failed."]),
];

/// All other cues.
#[rustfmt::skip]
pub(super) static CUES: &[FirmnessCue] = &[
    adverb("allegedly",    Reported,    "The firm allegedly paid them."),
    adverb("alleged",      Reported,    "The alleged thief ran."),
    verbal("appears to",   Possible,    "The dam appears to have failed."),
    verbal("appear to",    Possible,    "The dams appear to have failed."),
    verbal("appeared to",  Possible,    "The dam appeared to have failed."),
    adverb("apparently",   Possible,    "The dam apparently failed."),
    adverb("apparent",     Possible,    "The apparent cause is rust."),
    verbal("could",        Possible,    "The rate could rise."),
    adverb("if",           Conditional, "If approved, the line opens."),
    adverb("likely",       Expected,    "The likely cause is rust."),
    verbal("may",          Possible,    "The rate may rise."),
    adverb("maybe",        Possible,    "Maybe it will rain."),
    verbal("might",        Possible,    "The rate might rise."),
    adverb("perhaps",      Possible,    "Perhaps it will rain."),
    verbal("plans to",     Planned,     "The firm plans to sell."),
    verbal("plan to",      Planned,     "The firms plan to sell."),
    verbal("planned to",   Planned,     "The firm planned to sell."),
    adverb("possibly",     Possible,    "It was possibly rust."),
    adverb("possible",     Possible,    "A possible cause is rust."),
    adverb("potentially",  Possible,    "It was potentially fatal."),
    adverb("potential",    Possible,    "A potential buyer called."),
    adverb("presumably",   Possible,    "They presumably left."),
    adverb("probably",     Expected,    "It was probably rust."),
    adverb("probable",     Expected,    "The probable cause is rust."),
    adverb("prospective",  Possible,    "A prospective buyer called."),
    adverb("purported",    Reported,    "A purported letter was found."),
    adverb("purportedly",  Reported,    "He purportedly wrote it."),
    adverb("reportedly",   Reported,    "Troops reportedly crossed."),
    verbal("seems to",     Possible,    "The dam seems to have failed."),
    verbal("seem to",      Possible,    "The dams seem to have failed."),
    verbal("seemed to",    Possible,    "The dam seemed to have failed."),
    adverb("seemingly",    Possible,    "The dam seemingly failed."),
    verbal("should",       Expected,    "Trains should run by noon."),
    adverb("supposedly",   Reported,    "He supposedly wrote it."),
    adverb("suspected",    Reported,    "The suspected thief ran."),
    adverb("unless",       Conditional, "It closes unless funds are found."),
    verbal("will",         Planned,     "The rate will rise."),
    verbal("'ll",          Planned,     "They'll go."),
    verbal("wo",           Planned,     "They won't go."),
    verbal("would",        Planned,     "He said it would rise."),
];
