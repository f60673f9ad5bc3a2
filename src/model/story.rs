//! Holds what is followed: stories, the outlets that tell them, and their articles.
//!
//! `flood/herald-2` names the article `herald-2` of the story `flood`; an
//! article may also stand unfiled, in no story. What is typed are slugs:
//! lower-case words joined by hyphens, never a `/`, `@` or space, so that a
//! reference can be taken apart without asking the store.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Declares a number that only names a row of one kind, so that two kinds cannot be swapped.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        /// Number of a row in the store.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+ };
}

ids! { StoryId, OutletId, ArticleId, CaptureId, VersionId }

/// The articles that are followed together.
///
/// Source: topic detection and tracking, where it is called a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Row of the store.
    pub id: StoryId,
    /// Name in references: lower case, digits and hyphens.
    pub slug: String,
    /// The name as it was given, where it differs from the slug.
    pub title: Option<String>,
    /// Zone of the story's days: relative and bare dates are read in it.
    pub timezone: Tz,
    /// When it was made.
    pub created: DateTime<Utc>,
}

/// Who publishes. Never called a source: that is who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// Row of the store.
    pub id: OutletId,
    /// Name as the outlet writes it.
    pub name: String,
}

/// One address at one outlet, over time.
///
/// Source: Memento (RFC 7089), original resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Row of the store.
    pub id: ArticleId,
    /// Name in references: lower case, digits and hyphens.
    pub slug: String,
    /// `None` while the article stands unfiled.
    pub story: Option<StoryId>,
    /// Who publishes it, where that is known.
    pub outlet: Option<Outlet>,
    /// Every address it was seen at, the canonical one first.
    pub addresses: Vec<String>,
    /// When it was made.
    pub created: DateTime<Utc>,
}

/// Returns `name` as a slug, or `None` when nothing of it can stand in one.
///
/// Letters and digits of every script stay; runs of anything else become one hyphen.
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_alphanumeric() || c == '_' => slug.push(c),
            // An apostrophe joins: "Russia's" is `russias`.
            '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    (!slug.is_empty()).then_some(slug)
}

/// Returns `name` as the title of a story: its first line, without signs that nobody sees.
pub fn title(name: &str) -> String {
    let line = name.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let seen: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(title("Ferry\tfire\r\nBEGIN:VEVENT"), "Ferry fire");
    }

    #[test]
    fn slugs_can_stand_in_a_reference() {
        let check = |name: &str, want: Option<&str>| assert_eq!(slug(name).as_deref(), want, "for {name}");
        check("Ferry fire off Cebu", Some("ferry-fire-off-cebu"));
        check("  Russia's 2nd/3rd – talks! ", Some("russias-2nd-3rd-talks"));
        check("flood_2024", Some("flood_2024"));
        check("洪水", Some("洪水"));
        check("/@ .", None);
    }
}
