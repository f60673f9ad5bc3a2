//! Lists the words of temporal expressions with their class and value.
//!
//! One row a class and value; a word may stand in several rows ("second").

use super::lexicon::LexicalClass;
use super::lexicon::LexicalClass::*;

/// Words in lower case, their class and its value.
#[rustfmt::skip]
pub const WORDS: &[(&str, LexicalClass, i32)] = &[
    ("january jan", Month, 1), ("february feb", Month, 2), ("march mar", Month, 3), ("april apr", Month, 4),
    ("may", Month, 5), ("june jun", Month, 6), ("july jul", Month, 7), ("august aug", Month, 8),
    ("september sep sept", Month, 9), ("october oct", Month, 10), ("november nov", Month, 11), ("december dec", Month, 12),

    ("monday mon", Weekday, 1), ("tuesday tue tues", Weekday, 2), ("wednesday wed weds", Weekday, 3),
    ("thursday thu thur thurs", Weekday, 4), ("friday fri", Weekday, 5), ("saturday sat", Weekday, 6), ("sunday sun", Weekday, 7),

    ("mondays", Weekdays, 1), ("tuesdays", Weekdays, 2), ("wednesdays", Weekdays, 3), ("thursdays", Weekdays, 4),
    ("fridays", Weekdays, 5), ("saturdays", Weekdays, 6), ("sundays", Weekdays, 7),

    // Words that are more often something else: only a capital and company make them a date.
    ("may march", Common, 1),

    ("march april may june july monday tuesday wednesday thursday friday saturday sunday", Full, 0),

    ("spring springtime", Season, 1), ("summer summertime", Season, 2), ("autumn fall", Season, 3), ("winter wintertime", Season, 4),

    // Units; the value is the place in `TimeUnit::ALL`.
    ("second sec", Unit, 0), ("minute min", Unit, 1), ("hour hr", Unit, 2), ("day", Unit, 3), ("weekend", Unit, 4),
    ("week", Unit, 5), ("fortnight", Unit, 6), ("month", Unit, 7), ("quarter", Unit, 8), ("year yr", Unit, 9),
    ("decade", Unit, 10), ("century", Unit, 11), ("millennium", Unit, 12),
    ("seconds secs", Units, 0), ("minutes mins", Units, 1), ("hours hrs", Units, 2), ("days", Units, 3), ("weekends", Units, 4),
    ("weeks", Units, 5), ("fortnights", Units, 6), ("months", Units, 7), ("quarters", Units, 8), ("years yrs", Units, 9),
    ("decades", Units, 10), ("centuries", Units, 11), ("millennia millenniums", Units, 12),

    // Parts of a day; the value is the place in `Part::ALL`.
    ("morning", Part, 1), ("afternoon", Part, 2), ("evening", Part, 3), ("night nighttime", Part, 4),
    ("dawn daybreak sunrise", Part, 5), ("dusk sunset nightfall", Part, 6), ("daytime", Part, 8),
    ("noon", Instant, 9), ("midnight", Instant, 10), ("midday", Instant, 7), ("lunchtime", Part, 11),
    ("mornings", Part, 1), ("afternoons", Part, 2), ("evenings", Part, 3), ("nights", Part, 4),
    ("mornings", Parts, 1), ("afternoons", Parts, 2), ("evenings", Parts, 3), ("nights", Parts, 4),

    ("zero", NumberWord, 0), ("one", NumberWord, 1), ("two", NumberWord, 2), ("three", NumberWord, 3), ("four", NumberWord, 4),
    ("five", NumberWord, 5), ("six", NumberWord, 6), ("seven", NumberWord, 7), ("eight", NumberWord, 8), ("nine", NumberWord, 9),
    ("ten", NumberWord, 10), ("eleven", NumberWord, 11), ("twelve", NumberWord, 12), ("thirteen", NumberWord, 13),
    ("fourteen", NumberWord, 14), ("fifteen", NumberWord, 15), ("sixteen", NumberWord, 16), ("seventeen", NumberWord, 17),
    ("eighteen", NumberWord, 18), ("nineteen", NumberWord, 19), ("twenty", NumberWord, 20), ("thirty", NumberWord, 30),
    ("forty", NumberWord, 40), ("fifty", NumberWord, 50), ("sixty", NumberWord, 60), ("seventy", NumberWord, 70),
    ("eighty", NumberWord, 80), ("ninety", NumberWord, 90), ("hundred", NumberWord, 100), ("thousand", NumberWord, 1000),
    ("million", NumberWord, 1_000_000), ("billion", NumberWord, 1_000_000_000), ("dozen", NumberWord, 12),

    ("first", Ordinal, 1), ("second", Ordinal, 2), ("third", Ordinal, 3), ("fourth", Ordinal, 4), ("fifth", Ordinal, 5),
    ("sixth", Ordinal, 6), ("seventh", Ordinal, 7), ("eighth", Ordinal, 8), ("ninth", Ordinal, 9), ("tenth", Ordinal, 10),
    ("eleventh", Ordinal, 11), ("twelfth", Ordinal, 12), ("thirteenth", Ordinal, 13), ("fourteenth", Ordinal, 14),
    ("fifteenth", Ordinal, 15), ("sixteenth", Ordinal, 16), ("seventeenth", Ordinal, 17), ("eighteenth", Ordinal, 18),
    ("nineteenth", Ordinal, 19), ("twentieth", Ordinal, 20), ("thirtieth", Ordinal, 30),

    ("several many numerous countless some various multiple", Vague, 1),

    ("twenties", Decade, 20), ("thirties", Decade, 30), ("forties", Decade, 40), ("fifties", Decade, 50),
    ("sixties", Decade, 60), ("seventies", Decade, 70), ("eighties", Decade, 80), ("nineties", Decade, 90),

    ("am", AmPm, 0), ("pm", AmPm, 12),

    // Zones; the value is the offset in minutes, plus 10,000 so that none is 0.
    ("gmt utc z", Zone, 10_000), ("bst", Zone, 10_060), ("wet", Zone, 10_000), ("cet", Zone, 10_060), ("cest", Zone, 10_120),
    ("eet", Zone, 10_120), ("eest", Zone, 10_180), ("msk", Zone, 10_180), ("ist", Zone, 10_330), ("jst", Zone, 10_540),
    ("kst", Zone, 10_540), ("aest", Zone, 10_600), ("aedt", Zone, 10_660), ("nzst", Zone, 10_720), ("nzdt", Zone, 10_780),
    ("est", Zone, 9_700), ("edt", Zone, 9_760), ("cst", Zone, 9_640), ("cdt", Zone, 9_700), ("mst", Zone, 9_580),
    ("mdt", Zone, 9_640), ("pst", Zone, 9_520), ("pdt", Zone, 9_580), // The value of names that hold all year is the place in `zone_table::SHORT`, plus 20,000.
    ("et", Zone, 20_000), ("pt", Zone, 20_001), ("ct", Zone, 20_002), ("mt", Zone, 20_003),

    ("last", Deictic, -1), ("next", Deictic, 1), ("this current", Deictic, 20), ("past", Deictic, -2), ("coming upcoming", Deictic, 2),

    ("previous preceding prior", Anaphoric, -1), ("following subsequent succeeding ensuing", Anaphoric, 1), ("same", Anaphoric, 20),

    ("early", Phase, 1), ("late", Phase, 3), ("mid", Phase, 2), ("earlier", Phase, 4), ("later", Phase, 5),

    ("beginning start outset", Edge, 1), ("middle midpoint", Edge, 2), ("end close", Edge, 3),

    ("bc bce", Bc, 1), ("ad ce", Ad, 1),
];

/// Words whose full stop belongs to them.
pub const ABBREVIATIONS: &str = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun \
    sec secs min mins hr hrs yr yrs am pm bc bce ad ce ca";
