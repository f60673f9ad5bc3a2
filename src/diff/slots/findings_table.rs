//! Lists verbs of what is found out, and who or what finds it out.

/// Verbs of what is found, and how firmly they put it; sorted.
#[rustfmt::skip]
pub(super) static STRENGTHS: &[(&str, &str)] = &[
    ("confirm",     "proof"),
    ("demonstrate", "proof"),
    ("establish",   "proof"),
    ("hint",        "hint"),
    ("imply",       "hint"),
    ("indicate",    "hint"),
    ("prove",       "proof"),
    ("suggest",     "hint"),
];

/// Who or what finds something out, sorted.
#[rustfmt::skip]
pub(super) static FINDERS: &[&str] = &[
    "analysis", "assessment", "audit", "autopsy", "data", "document", "evidence", "examination", "experiment", "figure", "finding",
    "footage", "inquest", "inquiry", "inspection", "investigation", "paper", "poll", "probe", "record", "report", "research",
    "result", "review", "scan", "study", "survey", "test", "trial",
];
