//! Lists the words beside a month by which it is a person, or is none.

/// Words before a month that leave it one, sorted; "last" and its like belong to the time itself.
pub(super) static TIME_LEADS: &[&str] = &["before", "by", "during", "from", "in", "of", "since", "until"];

/// Words that make a holiday or a fair of the month before them, sorted: "May Day rallies", "May Fair".
pub(super) static NO_SURNAMES: &[&str] = &["day", "fair"];

/// Titles before a name, which may as well be a month's, sorted.
///
/// They stand apart from those of `claim::names`, a layer that this one may not use; roles ("the mayor") are left out.
#[rustfmt::skip]
pub(super) static TITLES: &[&str] = &[
    "capt.", "dame", "dr", "dr.", "judge", "justice", "lady", "lord", "madam", "miss", "mr", "mr.", "mrs",
    "mrs.", "ms", "ms.", "prof.", "professor", "senator", "sir",
];
