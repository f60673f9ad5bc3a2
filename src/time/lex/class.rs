//! Defines what a word can be in a temporal expression (its class) and what it shows beside one (its role).
//!
//! `march` has the classes `Month` and `Common`; `in` has no class, but the
//! role `TimePreposition`, so that "in 1990" is read as a year. Patterns name
//! classes in braces (`{month}`); only the folder `context` asks for roles.

/// A set of classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LexicalClasses(u64);

impl LexicalClasses {
    /// Returns whether the set is empty.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Returns whether `class` is in the set.
    pub(crate) const fn has(self, class: LexicalClass) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// Returns the set with `class` added.
    pub(crate) const fn with(self, class: LexicalClass) -> Self {
        Self(self.0 | 1 << class as u64)
    }

    /// Returns the set with `class` taken out.
    pub(crate) const fn without(self, class: LexicalClass) -> Self {
        Self(self.0 & !(1 << class as u64))
    }

    /// Returns the set of one class.
    pub(crate) const fn of(class: LexicalClass) -> Self {
        Self(1 << class as u64)
    }
}

/// Declares the classes with the names that patterns write in braces.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What a word, number or mark can be in a temporal expression.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum LexicalClass { $($(#[$doc])* $name),+ }

        impl LexicalClass {
            /// Returns the class that a pattern names so, without the braces.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name)),+ , _ => None }
            }
        }
    };
}

classes! {
    /// "march", "sept.".
    Month = "month",
    /// Singular: "tuesday".
    Weekday = "weekday",
    /// Plural: "tuesdays".
    Weekdays = "weekdays",
    /// Singular: "week".
    Unit = "unit",
    /// Plural: "weeks".
    Units = "units",
    /// "winter".
    Season = "season",
    /// "morning", "night".
    Part = "part",
    /// Plural: "nights".
    Parts = "parts",
    /// "noon": a part of the day that is a moment.
    Instant = "instant",
    /// A cardinal number in figures or words, fractions too.
    Number = "n",
    /// "several": a number of no stated size.
    Vague = "vague",
    /// "third", "3rd".
    Ordinal = "ord",
    /// Four digits that can be a year.
    Year = "year",
    /// "'96".
    ShortYear = "yy",
    /// "1990s", "nineties".
    Decade = "decade",
    /// "14:30".
    Clock = "clock",
    /// A whole number that can be an hour.
    Hour = "hour",
    /// A whole number that can be a day of the month.
    Day = "dom",
    /// A whole number in figures.
    Figure = "figure",
    /// "9.20", a clock time if "am", "pm" or a zone follows.
    DottedClock = "dotted",
    /// "am", "pm".
    AmPm = "ampm",
    /// "GMT", "EST".
    Zone = "zone",
    /// "last", "next", "this": relative to the document's date.
    Deictic = "dir",
    /// "previous", "following", "same": relative to the reference time.
    Anaphoric = "ana",
    /// "early", "late", "mid".
    Phase = "phase",
    /// "beginning", "end".
    Edge = "edge",
    /// "BC", "BCE".
    Bc = "bc",
    /// "AD", "CE".
    Ad = "ad",
    /// A word of a number: "twenty", "hundred".
    NumberWord = "numberword",
    /// Three or fewer digits.
    Small = "small",
    /// A name of a month that is more often another word: "may", "march".
    Common = "common",
    /// The whole name of a month or weekday, not cut short.
    Full = "full",
    /// Any figures or words that count whole things, 1 to 999.
    Count = "count",
}

/// What a word or mark shows about the time beside it.
///
/// The words of each role stand in `context_words_table`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum ContextRole {
    /// Makes a bare year, decade or season a time: "in 1990".
    TimePreposition,
    /// Makes a bare season other than "fall" a time: "over winter".
    SeasonPreposition,
    /// Follows a season that it belongs to: "a spring offensive".
    SeasonNoun,
    /// Follows a word that is then no season: "the fall of the city".
    SeasonComplement,
    /// A sign before a number that is money: "$1990".
    Money,
    /// What a number counts that is no year: "1990 people".
    Counted,
    /// What a number labels that is then no year: "Flight 1990".
    Labelled,
    /// Ends the name of a street, before which a number is a house: "2012 Mill Road".
    Street,
    /// Tells of a race, whose hours, minutes and seconds are no time of day: "won in 2:41:10".
    Racing,
    /// Makes an adjective of a reference to a time: "the most recent talks".
    Degree,
    /// Takes the phrase behind it as its own: "two days | before the vote".
    TakesPhrase,
    /// Follows a time that ends its phrase: "two days before."
    PhraseEnd,
    /// Follows a march that people go on: "the march for life".
    MarchGoal,
    /// Stands before what somebody has: "her March on London", "her forties".
    Owner,
    /// Links the two ends of a range: "from May to June".
    RangeLink,
    /// Links two ends without a word: "5-7".
    RangeMark,
    /// Lists times side by side, so that the second need not follow the first: "Friday or Thursday".
    RangeAlternative,
    /// Lists as well, unless "between" opens the range: "Friday and Thursday".
    RangeAnd,
    /// Makes "and" the link of a range: "between Friday and Thursday".
    RangeBetween,
    /// Stands before a range whose first end is a bare number: "from 3 to 7 May".
    RangeOpener,
    /// Stands behind a range whose second end is a bare number: "on April 24 and 25."
    RangeCloser,
    /// May belong to the noun that a time modifies: "a | year-earlier profit".
    Article,
    /// May belong to the verb before a length: "ran over | three days".
    Over,
    /// Makes "over" a modifier of the length behind it: "for over three days".
    BeforeOver,
    /// May belong to the verb before a date: "got around | Tuesday's ruling".
    Around,
    /// Shows that a date owns what follows: "Tuesday's ruling".
    Possessive,
    /// Leads from a period to its last day: "the year ended March 31".
    PeriodEnded,
    /// Leads from a year to its last day: "the year to March 31".
    YearTo,
    /// Makes a length the interval of a rate: "15 jets a year".
    RateArticle,
    /// Makes "a year" a distance and no rate: "15 jets a year after the vote".
    Distance,
    /// A sign that counts: "5% a year".
    CountSign,
    /// May stand between a count and its rate: "700 of them a week".
    CountedOf,
}

/// A set of roles, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ContextRoles(u32);

impl ContextRoles {
    /// Returns whether `role` is in the set.
    pub(crate) const fn has(self, role: ContextRole) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Returns the set with `role` added.
    pub(crate) const fn with(self, role: ContextRole) -> Self {
        Self(self.0 | 1 << role as u32)
    }
}
