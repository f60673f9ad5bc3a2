//! Writes a view as JSON: its very serialisation, with the version of its shape in front.
//!
//! `{"schema": 2, "story": "flood", "entries": [ … ]}`. The number goes up when a
//! field changes name or meaning, never when one is added (`docs/JSON.md`).

use serde::Serialize;

/// Version of the shapes of all views.
pub const SCHEMA: u32 = 2;

#[derive(Serialize)]
struct Versioned<'a, T> {
    schema: u32,
    #[serde(flatten)]
    view: &'a T,
}

/// Returns the view as indented JSON with a line break at its end.
pub fn write(view: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Versioned { schema: SCHEMA, view })?;
    text.push('\n');
    Ok(text)
}
