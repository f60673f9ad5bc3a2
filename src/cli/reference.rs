//! Reads references from the command line, with what to type instead where one names nothing.

use crate::view::{PlaceReference, Reference, ReferenceError};

/// Reads an article with its versions.
pub(super) fn read(text: &str) -> Result<Reference, String> {
    text.parse().map_err(|error: ReferenceError| told(&error))
}

/// Reads a version or a sentence of one.
pub(super) fn read_place(text: &str) -> Result<PlaceReference, String> {
    let place: PlaceReference = text.parse().map_err(|error: ReferenceError| told(&error))?;
    match place.version.name.is_empty() {
        true => Err(format!("it names no article\n  tip: put its name before it: `ARTICLE {text}`")),
        false => Ok(place),
    }
}

/// Writes an error with its hint in the form of the command line's own, which `usage` puts at the end.
fn told(error: &ReferenceError) -> String {
    format!("{error}\n  tip: {}", error.hint())
}
