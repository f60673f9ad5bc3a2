//! Lists words by which speakers and clauses are read.

/// Words that stand for a speaker and name none, in lower case.
pub(super) static STAND_INS: &[&str] = &["he", "i", "it", "she", "that", "they", "this", "we", "which", "who"];

/// Words that begin another clause, after a comma.
pub(super) static NEW_CLAUSES: &[&str] = &[", and ", ", but ", ", while ", ", when ", ", after ", ", as ", ";"];

/// Words by which a source gives a name and no more: "a passenger who gave her name only as Luz".
pub(super) static NAMED_AS: &[&str] =
    &["name as ", "name only as ", "name just as ", "identified herself as ", "identified himself as "];
