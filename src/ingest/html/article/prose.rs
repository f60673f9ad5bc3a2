//! Distinguishes prose from labels: how much of a block reads like sentences.

use super::blocks::{Form, TextBlock};
use crate::model::is_dense;

/// Returns the prose of a block: its characters that are no links, where it reads like a sentence; else 0.
pub(crate) fn prose(block: &TextBlock) -> f64 {
    /// Fewer characters are a label, in most scripts.
    const MIN_CHARS: usize = 40;
    /// In a script without spaces, fewer are.
    const MIN_DENSE_CHARS: usize = 14;
    let own = block.chars - block.linked;
    let (fewest, weight) = if is_dense(&block.text) { (MIN_DENSE_CHARS, 2.0) } else { (MIN_CHARS, 1.0) };
    let is_sentence = block.form != Form::Heading && (fewest <= own || 12 <= own && ends_sentence(&block.text));
    if is_sentence && block.link_share() < 0.5 { own as f64 * weight } else { 0.0 }
}

/// Returns whether a text ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', ':'])
}
