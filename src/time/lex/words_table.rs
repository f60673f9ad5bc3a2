//! Lists the words of temporal expressions with their class and value.
//!
//! One row for each class and value; a word may stand in several rows
//! ("second"). A full stop behind a word marks an abbreviation: the stop that
//! may follow it in a text belongs to it ("min."). Zones stand in
//! `calendar::zones_table`, days and months in `model::calendar_names`.

use super::class::LexicalClass;
use super::class::LexicalClass::*;
use crate::time::phrase::{DayPart, TimeUnit};

/// Words that share a class and a value.
pub(super) struct LexiconRow {
    /// Words in lower case, separated by spaces.
    pub words: &'static str,
    /// What they can be in a temporal expression.
    pub class: LexicalClass,
    /// Number of the month, weekday, ordinal …; of a unit and of a part of the day, its discriminant.
    pub value: i32,
}

const fn row(words: &'static str, class: LexicalClass, value: i32) -> LexiconRow {
    LexiconRow { words, class, value }
}

const fn unit(words: &'static str, class: LexicalClass, unit: TimeUnit) -> LexiconRow {
    row(words, class, unit as i32)
}

const fn part(words: &'static str, class: LexicalClass, part: DayPart) -> LexiconRow {
    row(words, class, part as i32)
}

/// All words that have a class.
#[rustfmt::skip]
pub(super) const WORDS: &[LexiconRow] = &[
    // Words that are more often something else: only a capital and their neighbours make them a date.
    row("may march", Common, 1),

    row("march april may june july monday tuesday wednesday thursday friday saturday sunday", Full, 0),

    row("spring springtime", Season, 1), row("summer summertime", Season, 2), row("autumn fall", Season, 3), row("winter wintertime", Season, 4),

    // Units
    unit("second sec.", Unit, TimeUnit::Second), unit("minute min.", Unit, TimeUnit::Minute), unit("hour hr.", Unit, TimeUnit::Hour), unit("day", Unit, TimeUnit::Day), unit("weekend", Unit, TimeUnit::Weekend),
    unit("week", Unit, TimeUnit::Week), unit("fortnight", Unit, TimeUnit::Fortnight), unit("month", Unit, TimeUnit::Month), unit("quarter", Unit, TimeUnit::Quarter), unit("year yr.", Unit, TimeUnit::Year),
    unit("decade", Unit, TimeUnit::Decade), unit("century", Unit, TimeUnit::Century), unit("millennium", Unit, TimeUnit::Millennium),
    unit("seconds secs.", Units, TimeUnit::Second), unit("minutes mins.", Units, TimeUnit::Minute), unit("hours hrs.", Units, TimeUnit::Hour), unit("days", Units, TimeUnit::Day), unit("weekends", Units, TimeUnit::Weekend),
    unit("weeks", Units, TimeUnit::Week), unit("fortnights", Units, TimeUnit::Fortnight), unit("months", Units, TimeUnit::Month), unit("quarters", Units, TimeUnit::Quarter), unit("years yrs.", Units, TimeUnit::Year),
    unit("decades", Units, TimeUnit::Decade), unit("centuries", Units, TimeUnit::Century), unit("millennia millenniums", Units, TimeUnit::Millennium),

    // Parts of a day
    part("morning", Part, DayPart::Morning), part("afternoon", Part, DayPart::Afternoon), part("evening", Part, DayPart::Evening), part("night nighttime", Part, DayPart::Night),
    part("dawn daybreak sunrise", Part, DayPart::Dawn), part("dusk sunset nightfall", Part, DayPart::Dusk), part("daytime", Part, DayPart::Daytime),
    part("noon", Instant, DayPart::Noon), part("midnight", Instant, DayPart::Midnight), part("midday", Instant, DayPart::Midday), part("lunchtime", Part, DayPart::Midday),
    part("mornings", Part, DayPart::Morning), part("afternoons", Part, DayPart::Afternoon), part("evenings", Part, DayPart::Evening), part("nights", Part, DayPart::Night),
    part("mornings", Parts, DayPart::Morning), part("afternoons", Parts, DayPart::Afternoon), part("evenings", Parts, DayPart::Evening), part("nights", Parts, DayPart::Night),

    // The others are `model::NUMBER_NAMES`.
    row("zero", NumberWord, 0), row("dozen", NumberWord, 12),

    row("several many numerous countless some various multiple", Vague, 1),

    row("twenties", Decade, 20), row("thirties", Decade, 30), row("forties", Decade, 40), row("fifties", Decade, 50),
    row("sixties", Decade, 60), row("seventies", Decade, 70), row("eighties", Decade, 80), row("nineties", Decade, 90),

    row("am.", AmPm, 0), row("pm.", AmPm, 12),

    row("last", Deictic, -1), row("next", Deictic, 1), row("this current", Deictic, 20), row("past", Deictic, -2), row("coming upcoming", Deictic, 2),

    row("previous preceding prior", Anaphoric, -1), row("following subsequent succeeding ensuing", Anaphoric, 1), row("same", Anaphoric, 20),

    row("early", Phase, 1), row("late", Phase, 3), row("mid", Phase, 2), row("earlier", Phase, 4), row("later", Phase, 5),

    row("beginning start outset", Edge, 1), row("middle midpoint", Edge, 2), row("end close", Edge, 3),

    row("bc. bce.", Bc, 1), row("ad. ce.", Ad, 1),
];
