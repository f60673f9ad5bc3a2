//! Holds the mentions so far, which later pronouns and roles look back at.

use crate::claim::entities::profile::Profile;
use crate::claim::names::Gender;
use crate::model::MentionForm;

/// Only so many of the last mentions are looked at.
const MAX_MENTIONS: usize = 40;

/// A place where someone was named, as later words look back at it.
#[derive(Clone, Debug)]
pub(super) struct RecentMention {
    pub entity: usize,
    /// The last token of the mention.
    pub token: usize,
    pub sentence: usize,
    pub form: MentionForm,
    pub is_subject: bool,
    pub is_possessive: bool,
    pub is_quoted: bool,
}

/// The mentions of a text up to a word.
pub(super) struct Discourse<'a> {
    pub profiles: &'a [Profile],
    /// In order of the text; the newest last.
    pub seen: Vec<RecentMention>,
    /// How often each entity was called by name.
    pub n_names: Vec<usize>,
    /// The gender of the pronouns that led to each entity so far.
    pub leaning: Vec<Option<Gender>>,
}

impl Discourse<'_> {
    /// Adds a mention behind the others.
    pub(super) fn add(&mut self, seen: RecentMention) {
        self.n_names[seen.entity] += usize::from(seen.form == MentionForm::Name);
        self.seen.push(seen);
    }

    /// Returns the last mentions, the newest first.
    pub(super) fn recent(&self) -> impl Iterator<Item = &RecentMention> {
        self.seen.iter().rev().take(MAX_MENTIONS)
    }
}
