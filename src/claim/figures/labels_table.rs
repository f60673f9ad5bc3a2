//! Lists the words that make a number a label, a date, a name or a score instead of a figure.

use crate::text::rule_table::is_listed;
use crate::time::is_unit_of_time;

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

/// Words that count time besides the units that `time` knows, sorted: "It lasted three nights".
pub(super) static TIMES_COUNTED: &[&str] = &["night", "nights", "winters"];

/// Returns whether what a word counts is a date or a length of time, which `time` reads; quarters are shares too.
pub(super) fn counts_time(word: &str) -> bool {
    is_unit_of_time(word) && !word.starts_with("quarter") || is_listed(TIMES_COUNTED, word)
}

/// Words before a number that is dialled. Sorted.
pub(super) static CALLS: &[&str] =
    &["call", "called", "calling", "dial", "dialled", "dialling", "helpline", "hotline", "phone", "phoned", "text"];

/// Numbers that are known as emergency lines. Sorted.
#[rustfmt::skip]
pub(super) static EMERGENCY: &[&str] = &[
    "101", "111", "112", "119", "911", "988", "999",
];

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
    "another", "by", "direction", "of", "off", "on", "sided", "time", "to", "way", "who",
];

/// Words behind an ordinal that make it a name, a rank of office or a way of speaking. Sorted.
#[rustfmt::skip]
pub(super) static AFTER_ORDINAL: &[&str] = &[
    "aid", "amendment", "avenue", "base", "birthday", "class", "cousin", "cousins", "degree", "family", "floor",
    "generation", "glance", "guess", "half", "hand", "ladies", "lady", "language", "lieutenant", "minister",
    "ministers", "name", "nature", "of", "parties", "party", "person", "quarter", "rate", "responder", "responders",
    "secretary", "sight", "street", "thing", "things", "thought", "thoughts", "time", "trimester", "world",
];

/// Words of matches and votes, beside which "2-1" and "52 to 48" are scores. Sorted.
#[rustfmt::skip]
pub(super) static CONTEST_WORDS: &[&str] = &[
    "beat", "beaten", "beating", "contest", "cup", "decision", "defeat", "defeated", "draw", "drew", "edged", "final",
    "game", "goal", "lead", "league", "leg", "lose", "losing", "loss", "lost", "match", "odds", "passed", "penalties",
    "ruled", "ruling", "score", "scored", "series", "set", "sets", "shootout", "tie", "tied", "trail", "trailed",
    "victory", "vote", "voted", "win", "winning", "won",
];

/// Words behind the number of an emergency line: "a 911 caller". Sorted.
#[rustfmt::skip]
pub(super) static EMERGENCY_CALLS: &[&str] = &[
    "call", "caller", "calls", "dispatcher", "dispatchers", "operator", "operators",
];

/// Words behind a number that make it a time of day: "7pm", "0800 GMT". Sorted.
#[rustfmt::skip]
pub(super) static CLOCK_WORDS: &[&str] = &[
    "am", "bst", "gmt", "o'clock", "o’clock", "pm", "utc",
];

/// Words before an ordinal that counts: "the third blast", "finished third". Sorted.
#[rustfmt::skip]
pub(super) static BEFORE_ORDINAL: &[&str] = &[
    "a", "an", "came", "finished", "her", "his", "in", "its", "my", "our", "placed", "ranked", "the", "their",
];

/// Words behind "zero" that make a fixed phrase with it: "zero tolerance". Sorted.
#[rustfmt::skip]
pub(super) static AFTER_ZERO: &[&str] = &[
    "emission", "emissions", "gravity", "sum", "tolerance",
];

/// Words behind "two" that make an adjective with it: "two-way". Sorted.
#[rustfmt::skip]
pub(super) static AFTER_TWO: &[&str] = &[
    "faced", "tier", "time", "tone", "way",
];

/// Words before "half" that make it a part of a match, a year or a country: "the second half". Sorted.
#[rustfmt::skip]
pub(super) static NAMED_HALVES: &[&str] = &[
    "better", "bottom", "eastern", "first", "latter", "lower", "northern", "opening", "other", "second", "southern", "top", "upper",
    "western",
];

/// Words behind "half" that make it a share: "half of", "half were". Sorted.
#[rustfmt::skip]
pub(super) static AFTER_HALF: &[&str] = &[
    "all", "are", "as", "from", "have", "her", "his", "its", "of", "our", "said", "say", "since", "that", "the", "their", "those", "to",
    "were", "what",
];

/// Words before "half" that make it a share: "cut in half", "by half". Sorted.
#[rustfmt::skip]
pub(super) static BEFORE_HALF: &[&str] = &[
    "about", "almost", "around", "by", "in", "nearly", "over", "roughly", "than", "under",
];

/// Abbreviations, with a full stop, of what is numbered: "No. 10", "vol. 3". Sorted.
#[rustfmt::skip]
pub(super) static NUMBER_SIGNS: &[&str] = &[
    "art", "no", "nos", "p", "pp", "sec", "vol",
];

/// Words behind two joined numbers that make them a range, not a score: "a 3-2 percent lead", "a 7-10 day trip". Sorted.
#[rustfmt::skip]
pub(super) static AFTER_RANGE: &[&str] = &[
    "day", "hour", "minute", "month", "per", "percent", "week", "year",
];

/// What pounds of are money, not weight: "£12m, or 12 million pounds of debt". Sorted.
#[rustfmt::skip]
pub(super) static POUNDS_OF_MONEY: &[&str] = &[
    "aid", "assets", "bill", "bond", "bonus", "borrowing", "budget", "cash", "charge", "cheque", "coin", "compensation", "contract", "cuts",
    "damage", "damages", "deal", "debt", "debts", "donation", "donations", "earnings", "fare", "fee", "fees", "fine", "fines", "fraud", "funding",
    "grant", "income", "investment", "jackpot", "loan", "loans", "losses", "money", "mortgage", "note", "payment", "payments", "penalty",
    "pension", "pensions", "price", "prize", "profit", "profits", "project", "refund", "rent", "revenue", "revenues", "reward", "salary", "sales",
    "savings", "scheme", "shares", "spending", "stake", "subsidies", "subsidy", "support", "surplus", "takeover", "tax", "taxes", "ticket",
    "voucher", "wages",
];

/// Words before how far something moved, behind which "to" leads where it came to: "fell $2 to $5". Verbs by their lemma. Sorted.
#[rustfmt::skip]
pub(super) static MOVES: &[&str] = &[
    "advance", "climb", "decline", "decrease", "dip", "down", "drop", "ease", "fall", "grow", "increase", "jump", "plunge", "rise", "shrink",
    "sink", "slide", "slip", "slump", "soar", "surge", "tumble", "up",
];

/// Words before what was taken or given, which a range may say as well: "lost $2 to $3". Verbs by their lemma. Sorted.
pub(super) static MOVES_OF: &[&str] = &["add", "by", "cut", "gain", "lose", "reduce", "shed"];
