//! Lists holidays and named days with the rule that dates them in any year.

/// How a holiday's day follows from the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HolidayRule {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday (1 is Monday), which one; -1 is the last.
    Weekday(u32, u32, i32),
    /// Month, weekday, which one, and days after it: Black Friday is the day after the fourth Thursday.
    DaysAfter(u32, u32, i32, i64),
    /// Days from Easter Sunday of the western churches.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// Month and day of the tabular Islamic calendar; the moon may put it a day off.
    Islamic(u32, u32),
    /// The whole month of the Islamic calendar.
    IslamicMonth(u32),
    /// The week that Easter Sunday ends.
    HolyWeek,
}

/// A named day.
pub(crate) struct Holiday {
    /// Its words, in the notation of `pattern::table`.
    pub words: &'static str,
    /// The rule that dates it.
    pub rule: HolidayRule,
}

use HolidayRule::*;

/// All named days.
#[rustfmt::skip]
pub(crate) const HOLIDAYS: &[Holiday] = &[
    Holiday { words: "new year 's day", rule: Fixed(1, 1) },
    Holiday { words: "new year 's eve", rule: Fixed(12, 31) },
    Holiday { words: "christmas eve", rule: Fixed(12, 24) },
    Holiday { words: "christmas day?", rule: Fixed(12, 25) },
    Holiday { words: "boxing day", rule: Fixed(12, 26) },
    Holiday { words: "valentine 's day", rule: Fixed(2, 14) },
    Holiday { words: "st patrick 's day", rule: Fixed(3, 17) },
    Holiday { words: "april fool|fools 's? day", rule: Fixed(4, 1) },
    Holiday { words: "may day", rule: Fixed(5, 1) },
    Holiday { words: "victory day", rule: Fixed(5, 9) },
    Holiday { words: "bastille day", rule: Fixed(7, 14) },
    Holiday { words: "halloween", rule: Fixed(10, 31) },
    Holiday { words: "all saints ' day", rule: Fixed(11, 1) },
    Holiday { words: "veterans day", rule: Fixed(11, 11) },
    Holiday { words: "armistice day", rule: Fixed(11, 11) },
    Holiday { words: "remembrance day", rule: Fixed(11, 11) },
    Holiday { words: "guy fawkes night", rule: Fixed(11, 5) },
    Holiday { words: "anzac day", rule: Fixed(4, 25) },
    Holiday { words: "australia day", rule: Fixed(1, 26) },
    Holiday { words: "canada day", rule: Fixed(7, 1) },
    Holiday { words: "independence day", rule: Fixed(7, 4) },
    Holiday { words: "the fourth of july", rule: Fixed(7, 4) },
    Holiday { words: "martin luther king day", rule: Weekday(1, 1, 3) },
    Holiday { words: "presidents day", rule: Weekday(2, 1, 3) },
    Holiday { words: "memorial day", rule: Weekday(5, 1, -1) },
    Holiday { words: "labor day", rule: Weekday(9, 1, 1) },
    Holiday { words: "columbus day", rule: Weekday(10, 1, 2) },
    Holiday { words: "thanksgiving day?", rule: Weekday(11, 4, 4) },
    Holiday { words: "mother 's day", rule: Weekday(5, 7, 2) },
    Holiday { words: "father 's day", rule: Weekday(6, 7, 3) },
    Holiday { words: "remembrance sunday", rule: Weekday(11, 7, 2) },
    Holiday { words: "black friday", rule: DaysAfter(11, 4, 4, 1) },
    Holiday { words: "cyber monday", rule: DaysAfter(11, 4, 4, 4) },
    Holiday { words: "election day", rule: ElectionDay },
    Holiday { words: "ash wednesday", rule: Easter(-46) },
    Holiday { words: "shrove tuesday", rule: Easter(-47) },
    Holiday { words: "palm sunday", rule: Easter(-7) },
    Holiday { words: "maundy thursday", rule: Easter(-3) },
    Holiday { words: "good friday", rule: Easter(-2) },
    Holiday { words: "easter sunday?", rule: Easter(0) },
    Holiday { words: "easter monday", rule: Easter(1) },
    Holiday { words: "ascension day", rule: Easter(39) },
    Holiday { words: "pentecost", rule: Easter(49) },
    Holiday { words: "whit monday", rule: Easter(50) },
    Holiday { words: "corpus christi", rule: Easter(60) },
    Holiday { words: "holy|easter week", rule: HolyWeek },
    Holiday { words: "the? muslim? holy? month? of? ramadan", rule: IslamicMonth(9) },
    Holiday { words: "eid al fitr", rule: Islamic(10, 1) },
    Holiday { words: "eid al adha", rule: Islamic(12, 10) },
    Holiday { words: "ashura", rule: Islamic(1, 10) },
];
