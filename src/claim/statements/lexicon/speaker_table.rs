//! Lists the words by which sources go unnamed.

/// Nouns for somebody whose name is kept back, sorted: "a senior official", "people familiar with the matter".
#[rustfmt::skip]
pub(crate) static UNNAMED: &[&str] = &[
    "adviser", "advisers", "advisor", "advisors", "aide", "aides", "associate", "associates", "colleague",
    "colleagues", "diplomat", "diplomats", "employee", "employees", "executive", "executives", "figure", "figures",
    "friend", "friends", "individual", "individuals", "insider", "insiders", "official", "officials", "operative",
    "operatives", "people", "person", "source", "sources", "staffer", "staffers", "strategist", "whistleblower",
];

/// Words that stand for somebody unnamed by themselves, sorted.
#[rustfmt::skip]
pub(crate) static NOBODY: &[&str] = &[
    "another", "anyone", "everybody", "everyone", "few", "many", "most", "others", "several", "some", "somebody",
    "someone",
];

/// Titles that stand before a name and are no part of it, sorted.
#[rustfmt::skip]
pub(crate) static TITLES: &[&str] = &[
    "amb", "ambassador", "archbishop", "attorney", "bishop", "capt", "captain", "chairman", "chancellor", "chief",
    "col", "colonel", "councillor", "dr", "general", "gov", "governor", "judge", "justice", "king", "lt", "maj",
    "major", "mayor", "minister", "miss", "mr", "mrs", "ms", "mx", "officer", "pope", "president", "prince",
    "princess", "prof", "professor", "queen", "rep", "representative", "rev", "reverend", "secretary", "sen",
    "senator", "sergeant", "sgt", "sheriff", "sir", "sister",
];
