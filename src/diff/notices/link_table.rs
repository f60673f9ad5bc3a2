//! Lists the words by which notes say what they are about.

use crate::model::ChangeKind::{self, Date, Figure, Name, Polarity, Quote, Source, Statement};

/// How notes call what they correct.
#[rustfmt::skip]
pub(super) static KIND_WORDS: &[(ChangeKind, &str)] = &[
    (Figure, "age"), (Figure, "amount"), (Figure, "cost"), (Figure, "figure"), (Figure, "figures"), (Figure, "number"),
    (Figure, "percentage"), (Figure, "price"), (Figure, "score"), (Figure, "size"), (Figure, "sum"), (Figure, "toll"),
    (Figure, "total"),
    (Date, "date"), (Date, "day"), (Date, "month"), (Date, "time"), (Date, "timing"), (Date, "year"),
    (Name, "identified"), (Name, "misidentified"), (Name, "misnamed"), (Name, "misspelled"), (Name, "misspelt"), (Name, "name"),
    (Name, "role"), (Name, "spelling"), (Name, "title"),
    (Source, "attributed"), (Source, "comment"), (Source, "misattributed"), (Source, "misidentified"), (Source, "misspelled"),
    (Source, "misspelt"), (Source, "name"), (Source, "quotation"), (Source, "quote"), (Source, "remark"), (Source, "said"),
    (Source, "speaker"),
    (Quote, "misquoted"), (Quote, "quotation"), (Quote, "quote"), (Quote, "quoted"), (Quote, "remark"),
    (Polarity, "incorrectly"), (Polarity, "said"), (Polarity, "wrongly"),
    (Statement, "incorrectly"), (Statement, "removed"), (Statement, "wrongly"),
];

/// How notes call what somebody says about a story, sorted.
#[rustfmt::skip]
pub(super) static RESPONSES: &[&str] = &[
    "comment", "comments", "reaction", "reactions", "remarks", "reply", "response", "responses", "statement",
];

/// Words that every note has, sorted.
#[rustfmt::skip]
pub(super) static COMMON_IN_NOTES: &[&str] = &[
    "amended", "article", "clarification", "clarified", "corrected", "correction", "earlier", "editor", "note", "report", "story",
    "updated", "version",
];
