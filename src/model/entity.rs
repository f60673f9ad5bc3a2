//! Holds who and what a text names, and where.

use serde::{Deserialize, Serialize};

use super::Span;

/// A person, organization or place of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest form the text gives, without title: "Volodymyr Zelensky".
    pub name: String,
    /// Titles and roles the text gives it: "president", "UK defence secretary".
    pub roles: Vec<String>,
}

/// One place where an entity is named, by name, acronym, role or pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub span: Span,
    /// Index into `Analysis::entities`.
    pub entity: usize,
    pub form: MentionForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    Name,
    /// "the minister"
    Role,
    Pronoun,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Other,
}
