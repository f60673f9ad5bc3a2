//! Lists words before a colon that name no speaker, and some that name one without being a name.

/// Openings of notes and lines of page furniture, sorted: "Update: the road is open".
#[rustfmt::skip]
pub(crate) static ASIDES: &[&str] = &[
    "analysis", "breaking", "caption", "clarification", "contact", "correction", "credit", "disclaimer",
    "exclusive", "factbox", "file", "image", "live", "more", "note", "notes", "opinion", "photo", "photos",
    "picture", "read", "recap", "related", "review", "subscribe", "summary", "tags", "transcript",
    "update", "updated", "updates", "video", "warning", "watch",
];

/// Nouns that may stand before a headline's colon as its source, sorted: "Poll: Voters Tire of Tolls".
#[rustfmt::skip]
pub(crate) static SOURCES: &[&str] = &[
    "analysts", "court", "doctors", "experts", "judge", "lawyer", "lawyers", "mayor", "minister", "official",
    "officials", "police", "poll", "polls", "report", "reports", "scientists", "source", "sources", "spokesman",
    "spokeswoman", "study", "survey", "union", "witness", "witnesses",
];
