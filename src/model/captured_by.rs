//! Names who stated the time of a capture: a clock, a file, a person.

use serde::{Deserialize, Serialize};

/// Who set the time of a capture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CapturedBy {
    /// The clock of the program, when it recorded or fetched the page.
    #[default]
    Clock,
    /// Whoever recorded it, by hand or in a line of `import`.
    Given,
    /// The time of the file.
    File,
    /// The name of the file.
    Name,
    /// The page: the time at which it says it was changed or published.
    Page,
    /// Not known: recorded by an earlier version of the program, which took the page's own time where none was given.
    Unknown,
}

impl CapturedBy {
    /// Every way, with its word in the store and in JSON.
    const WORDS: [(Self, &'static str); 6] = [
        (Self::Clock, "clock"),
        (Self::Given, "given"),
        (Self::File, "file"),
        (Self::Name, "name"),
        (Self::Page, "page"),
        (Self::Unknown, "unknown"),
    ];

    /// Returns its word in the store and in JSON.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(way, _)| *way == self).map_or("unknown", |(_, word)| word)
    }

    /// Returns the way that a word names; one that nobody knows is `Unknown`.
    pub fn of_word(word: &str) -> Self {
        Self::WORDS.iter().find(|(_, own)| *own == word).map_or(Self::Unknown, |(way, _)| *way)
    }
}
