//! Lists the words that make a number a label, a date, a name or a score instead of a figure.

/// Words that a number labels when it follows them: "page 4", "phase two". Sorted.
#[rustfmt::skip]
pub(super) static BEFORE_LABELS: &[&str] = &[
    "act", "annex", "apollo", "artemis", "article", "bbc", "building", "category", "channel", "chapter", "class", "clause", "day", "division",
    "element", "episode", "exhibit", "exit", "figure", "flight", "formula", "game", "gate", "generation", "grade", "ground", "group", "highway",
    "interstate", "item", "junction", "lap", "level", "line", "load", "lot", "mark", "model", "net", "no", "number", "page", "pages", "paragraph",
    "part", "patient", "phase", "pier", "platform", "plot", "pool", "psalm", "radio", "room", "route", "row", "schedule", "season", "section",
    "series", "size", "sprint", "square", "stage", "step", "table", "tier", "title", "track", "type", "unit", "version", "volume", "war", "ward",
    "week", "windows", "year", "zone",
];

/// Units of time: what they measure is a date or a duration, read by `time`. Sorted.
#[rustfmt::skip]
pub(super) static TIME_UNITS: &[&str] = &[
    "am", "centuries", "day", "days", "decade", "decades", "fortnight", "fortnights", "hour", "hours", "hr", "hrs", "min", "mins",
    "minute", "minutes", "month", "months", "night", "nights", "o’clock", "pm", "sec", "second", "seconds", "secs", "week",
    "weekend", "weekends", "weeks", "winters", "year", "years", "yr", "yrs",
];

/// Month names that stand beside a day. Sorted.
#[rustfmt::skip]
pub(super) static MONTHS: &[&str] = &[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan", "january", "jul", "july", "jun", "june", "mar", "march", "may",
    "nov", "november", "oct", "october", "sep", "sept", "september",
];

/// Words before a number that is dialled. Sorted.
pub(super) static CALLS: &[&str] =
    &["call", "called", "calling", "dial", "dialled", "dialling", "helpline", "hotline", "phone", "phoned", "text"];

/// Numbers that are known as emergency lines. Sorted.
pub(super) static EMERGENCY: &[&str] = &["000", "101", "111", "112", "119", "911", "988", "999"];

/// What street names end in. Sorted.
#[rustfmt::skip]
pub(super) static STREETS: &[&str] = &[
    "alley", "ave", "avenue", "blvd", "boulevard", "center", "centre", "close", "court", "crescent", "drive", "gardens", "highway", "hill", "lane",
    "mews", "parade", "park", "place", "plaza", "quay", "rd", "road", "row", "square", "st", "street", "terrace", "walk", "way",
];

/// Nouns that "one" counts: "one person", "one goal". Sorted.
#[rustfmt::skip]
pub(super) static COUNTS_OF_ONE: &[&str] = &[
    "aircraft", "arrest", "bank", "bedroom", "body", "boy", "building", "bullet", "bus", "candidate", "car", "case", "child", "church", "civilian",
    "company", "complaint", "count", "country", "crew", "dead", "death", "defendant", "detainee", "drone", "employee", "euro", "factory", "family",
    "fatality", "fifth", "fighter", "firefighter", "flight", "game", "girl", "goal", "half", "home", "hospital", "hostage", "house", "hundred",
    "injured", "injury", "job", "journalist", "juror", "killed", "lawmaker", "letter", "majority", "man", "match", "member", "million", "minister",
    "missile", "mother", "nurse", "officer", "passenger", "patient", "pedestrian", "penny", "person", "pilot", "plane", "player", "point",
    "policeman", "prisoner", "protester", "pupil", "quarter", "resident", "rocket", "school", "schoolgirl", "seat", "senator", "shell", "ship",
    "shot", "soldier", "staff", "state", "store", "student", "suicide", "suspect", "teacher", "teenager", "third", "thousand", "ticket", "toddler",
    "tourist", "trillion", "vehicle", "vessel", "victim", "vote", "win", "witness", "woman", "worker", "wounded", "wounding",
];

/// Words before "one" that make it a pronoun. Sorted.
#[rustfmt::skip]
pub(super) static NOT_BEFORE_ONE: &[&str] = &[
    "another", "any", "day", "each", "every", "for", "last", "new", "next", "no", "number", "old", "only", "other", "phase", "some", "such", "that",
    "the", "this", "type", "which",
];

/// Words behind "one" that make it something other than a count. Sorted.
#[rustfmt::skip]
pub(super) static NOT_AFTER_ONE: &[&str] = &[
    "another", "by", "day", "direction", "of", "off", "on", "sided", "time", "to", "way", "who",
];

/// Words behind an ordinal that make it a name, a rank of office or a way of speaking. Sorted.
#[rustfmt::skip]
pub(super) static AFTER_ORDINAL: &[&str] = &[
    "aid", "amendment", "avenue", "base", "birthday", "century", "class", "cousin", "cousins", "degree", "family", "floor", "generation", "glance",
    "guess", "half", "hand", "ladies", "lady", "language", "lieutenant", "minister", "ministers", "name", "nature", "of", "parties", "party",
    "person", "quarter", "rate", "responder", "responders", "secretary", "sight", "street", "thing", "things", "thought", "thoughts", "time",
    "trimester", "world",
];

/// Words of matches and votes, beside which "2-1" and "52 to 48" are scores. Sorted.
#[rustfmt::skip]
pub(super) static CONTEST_WORDS: &[&str] = &[
    "beat", "beaten", "beating", "contest", "cup", "decision", "defeat", "defeated", "draw", "drew", "edged", "final", "game", "goal", "lead",
    "league", "leg", "lose", "losing", "loss", "lost", "match", "odds", "passed", "penalties", "ruled", "ruling", "score", "scored", "semi-final",
    "series", "set", "sets", "shootout", "tie", "tied", "trail", "trailed", "victory", "vote", "voted", "win", "winning", "won",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [
            BEFORE_LABELS,
            TIME_UNITS,
            CONTEST_WORDS,
            MONTHS,
            CALLS,
            EMERGENCY,
            STREETS,
            COUNTS_OF_ONE,
            NOT_BEFORE_ONE,
            NOT_AFTER_ONE,
            AFTER_ORDINAL,
        ] {
            let unsorted = list.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
        }
    }
}
