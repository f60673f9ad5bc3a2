//! Lists the signs by which two chains report the same event.

/// Both name the same minute.
pub(super) const MINUTE: u8 = 1 << 0;
/// Both name the same date.
pub(super) const DATE: u8 = 1 << 1;
/// Both have a verb in common.
pub(super) const VERB: u8 = 1 << 2;
/// Most words of the shorter sentence are common.
pub(super) const MOST_WORDS: u8 = 1 << 3;
/// Some words are common.
pub(super) const SOME: u8 = 1 << 4;
/// Nearly all words are common.
pub(super) const COPY: u8 = 1 << 5;
/// Both name the same speaker.
pub(super) const SPEAKER: u8 = 1 << 6;
/// The quoted words are equal.
pub(super) const SAID: u8 = 1 << 7;

/// Every sign with its words, and two sentences that show it.
#[rustfmt::skip]
pub(super) const SIGNS: &[(u8, &str, [&str; 2])] = &[
    (MINUTE,  "the same minute",          ["The ferry left Harrow at 2:41 a.m. on 2 June 2024.", "At 2:41 a.m. on 2 June 2024 the ferry was boarded."]),
    (DATE,    "the same date",            ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (VERB,    "the same verb",            ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (MOST_WORDS,    "most words in common",     ["The council closed the old bridge at Harrow on 2 June 2024.", "On 2 June 2024 the council closed the old bridge near Harrow market."]),
    (SOME,    "words in common",          ["The council closed the old bridge and two narrow lanes at Harrow on 2 June 2024.", "Engineers with barriers closed the rusty bridge near Harrow market early on 2 June 2024."]),
    (COPY,    "nearly all words",         ["The council closed the old bridge at Harrow.", "The council closed the old bridge at Harrow."]),
    (SPEAKER, "the same speaker",         ["“The old bridge will never be safe for lorries,” said Ann Lee.", "“The bridge will never be safe for heavy lorries,” said Lee."]),
    (SAID,    "the very same words said", ["“The old bridge will never be safe for lorries,” said Ann Lee.", "“The old bridge will never be safe for lorries,” said Lee."]),
];
