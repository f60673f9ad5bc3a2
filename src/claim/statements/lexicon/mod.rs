//! Holds the words that attribute: verbs, nouns, adverbs, prepositions, labels, with their forms.

pub(crate) mod cue_table;
pub(crate) mod cues;
pub(crate) mod label_table;
pub(crate) mod lookup;
pub(crate) mod speaker_table;
