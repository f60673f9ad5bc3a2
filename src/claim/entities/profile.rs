//! Defines what is known of an entity while a text is read.

use std::ops::Range;

use crate::claim::names::{Gender, Name};
use crate::model::{Document, Entity, Span};

/// What is known of an entity beyond its model, which decides whom a pronoun means.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    pub entity: Entity,
    /// Folded words of the name.
    pub words: Vec<String>,
    pub gender: Option<Gender>,
    /// Initials of an organization, or the short form in brackets behind it.
    pub acronym: Option<String>,
    pub is_sure: bool,
}

/// One name that was given to an entity.
#[derive(Clone, Debug)]
pub(super) struct NamedMention {
    pub name: Name,
    pub entity: usize,
}

/// Returns the bytes from the first to the last token.
pub(super) fn span_of(document: &Document<'_>, tokens: &Range<usize>) -> Span {
    document.tokens[tokens.start].span.cover(document.tokens[tokens.end - 1].span)
}
