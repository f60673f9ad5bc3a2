//! Holds who and what a text names, and where.

use serde::{Deserialize, Serialize};

use super::Span;

/// A person, organization or place of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Person, organization, place or other.
    pub kind: EntityKind,
    /// The fullest form the text gives, without title: "Volodymyr Zelensky".
    pub name: String,
    /// Titles and roles the text gives it: "president", "UK defence secretary".
    pub roles: Vec<String>,
}

/// One place where an entity is named, by name, acronym, role or pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands in the text.
    pub span: Span,
    /// Index into `Analysis::entities`.
    pub entity: usize,
    /// By name, description or pronoun.
    pub form: MentionForm,
}

/// How an entity is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// By a name.
    Name,
    /// "the minister"
    Role,
    /// By a pronoun.
    Pronoun,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, an authority, a party, a team.
    Organization,
    /// A country, a city, a region, a building.
    Place,
    /// A name of another kind, or one whose kind the text does not tell.
    Other,
}
