//! Writes in words which marks for machines a text carries: the same in every format.

use crate::model::HiddenMarks;
use crate::render::counted::count;

/// Returns `1 C2PA manifest, 14 zero-width characters`, or nothing where there is none.
pub(crate) fn hidden_marks(marks: &[HiddenMarks]) -> Option<String> {
    let words = |own: &HiddenMarks| {
        let (one, many) = own.kind.words();
        count(own.count, one, many)
    };
    (!marks.is_empty()).then(|| marks.iter().map(words).collect::<Vec<_>>().join(", "))
}
