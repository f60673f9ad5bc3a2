//! Lists the abbreviations and names of zones behind a clock time: "8 a.m. EST", "8 a.m. Eastern time".

use chrono_tz::Tz;

use ZoneTime::{Clock, Offset, Shared};

/// What an abbreviation says about the offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZoneTime {
    /// Minutes east of Greenwich.
    Offset(i32),
    /// Several zones share the abbreviation: minutes east of Greenwich of the usual one. Where the story's own zone
    /// uses the abbreviation, that zone is meant.
    Shared(i32),
    /// Holds for standard and for daylight time: the clock of this zone.
    Clock(Tz),
}

/// An abbreviation of a zone.
pub(crate) struct ZoneAbbreviation {
    /// The abbreviation in capitals.
    pub name: &'static str,
    /// The offset that it stands for.
    pub time: ZoneTime,
}

const fn zone(name: &'static str, time: ZoneTime) -> ZoneAbbreviation {
    ZoneAbbreviation { name, time }
}

/// Every abbreviation that is read. `AT`, Atlantic Time, is not: a sentence in capitals uses the word.
#[rustfmt::skip]
pub(crate) const ABBREVIATIONS: &[ZoneAbbreviation] = &[
    zone("GMT", Offset(0)), zone("UTC", Offset(0)), zone("Z", Offset(0)), zone("BST", Shared(60)), zone("WET", Offset(0)),
    zone("CET", Offset(60)), zone("CEST", Offset(120)), zone("EET", Offset(120)), zone("EEST", Offset(180)), zone("MSK", Offset(180)),
    zone("IST", Shared(330)), zone("JST", Offset(540)), zone("KST", Offset(540)), zone("AEST", Offset(600)), zone("AEDT", Offset(660)),
    zone("NZST", Offset(720)), zone("NZDT", Offset(780)), zone("HKT", Offset(480)), zone("SGT", Offset(480)), zone("WAT", Offset(60)),
    zone("EST", Shared(-300)), zone("EDT", Offset(-240)), zone("CST", Shared(-360)), zone("CDT", Offset(-300)),
    zone("MST", Offset(-420)), zone("MDT", Offset(-360)), zone("PST", Offset(-480)), zone("PDT", Offset(-420)),
    zone("ET", Clock(Tz::America__New_York)), zone("CT", Clock(Tz::America__Chicago)),
    zone("MT", Clock(Tz::America__Denver)), zone("PT", Clock(Tz::America__Los_Angeles)),
];

/// The other abbreviations that answers print behind a time, which are read where one is typed. Texts hardly use them, and
/// some are words.
#[rustfmt::skip]
pub(crate) const LABELS: &[ZoneAbbreviation] = &[
    zone("ACDT", Offset(630)), zone("ACST", Offset(570)), zone("ADT", Offset(-180)), zone("AKDT", Offset(-480)),
    zone("AKST", Offset(-540)), zone("AST", Offset(-240)), zone("AWST", Offset(480)), zone("CAT", Offset(120)),
    zone("ChST", Offset(600)), zone("EAT", Offset(180)), zone("HDT", Offset(-540)), zone("HST", Offset(-600)),
    zone("IDT", Offset(180)), zone("NDT", Offset(-150)), zone("NST", Offset(-210)), zone("PKT", Offset(300)),
    zone("SAST", Offset(120)), zone("SST", Offset(-660)), zone("WEST", Offset(60)), zone("WIB", Offset(420)),
    zone("WIT", Offset(540)), zone("WITA", Offset(480)),
];

/// Names of zones before the word "time": "Eastern time".
#[rustfmt::skip]
pub(crate) const ZONE_NAMES: &[(&str, Tz)] = &[
    ("eastern", Tz::America__New_York), ("central", Tz::America__Chicago), ("mountain", Tz::America__Denver), ("pacific", Tz::America__Los_Angeles),
    ("eastern standard", Tz::America__New_York), ("eastern daylight", Tz::America__New_York), ("pacific standard", Tz::America__Los_Angeles),
    ("pacific daylight", Tz::America__Los_Angeles), ("greenwich mean", Tz::Europe__London), ("british summer", Tz::Europe__London),
    ("central european", Tz::Europe__Paris), ("japan standard", Tz::Asia__Tokyo), ("indian standard", Tz::Asia__Kolkata),
];

/// Returns whether a word abbreviates a zone as texts do, in any case: "14.32 aest".
pub(crate) fn is_zone_in_any_case(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|row| row.name.eq_ignore_ascii_case(word))
}

/// Returns whether a word abbreviates a zone in capitals, whether texts use it or only answers.
pub(crate) fn is_zone_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.iter().chain(LABELS).any(|row| row.name == word)
}
