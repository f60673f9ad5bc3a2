//! `pipe analyze`: reads everything off one document.

use super::answer::write_json;
use super::question::{Question, Refusal};
use crate::claim;
use crate::render::pipe::analyze as shape;

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let text = question.needed_text("text")?;
    let analysis = claim::analyze(text, question.setting("published")?);
    write_json(&shape::answer(question.id(), &analysis), out)
}
