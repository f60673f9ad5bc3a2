//! Holds the words that attribute besides reporting verbs, and reads a verb together with its auxiliaries.
//!
//! In: a word of a document. Out: the row or the cue that it is, if it is one.
//! `cue_table` (nouns, adverbs, prepositions, occasions), `label_table`, `speaker_table`; `lookup` finds a noun in
//! any form, `cues` the whole verb group of a reporting verb.

pub(crate) mod cue_table;
pub(crate) mod cues;
pub(crate) mod label_table;
pub(crate) mod lookup;
pub(crate) mod speaker_table;
