//! Reads a line as an answer of this program.

use serde_json::Value;

use super::left_out::LeftOut;
use crate::track::ANALYSER;
use crate::view::ReadingAnswer;

/// A line of answers.
#[derive(Clone, Debug)]
pub struct AnswerLine {
    /// The file and the number of the line; the file alone where it cannot be read.
    pub from: String,
    /// The line, or why there is none.
    pub answer: Result<String, AnswerFault>,
}

/// Why a file gives no line.
#[derive(Clone, Debug)]
pub enum AnswerFault {
    /// The file cannot be read, or not to its end.
    Unreadable(String),
    /// The line is too long, or no text.
    NoText(String),
}

/// Reads a line as an answer of this program.
pub(super) fn parsed(line: &AnswerLine) -> Result<ReadingAnswer, LeftOut> {
    let text = match &line.answer {
        Ok(text) => text,
        Err(AnswerFault::Unreadable(why)) => return Err(LeftOut::Unreadable(why.clone())),
        Err(AnswerFault::NoText(why)) => return Err(LeftOut::NoJson(why.clone())),
    };
    match serde_json::from_str::<ReadingAnswer>(text) {
        Ok(answer) if answer.analyser == ANALYSER => Ok(answer),
        Ok(ReadingAnswer { id, analyser, .. }) => Err(LeftOut::OtherAnalyser { id, analyser }),
        Err(_) => Err(other(text)),
    }
}

/// Says what a line is that is no answer of `pipe reindex`.
fn other(text: &str) -> LeftOut {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return LeftOut::NoJson(error.to_string()),
    };
    match (value["id"].as_str(), value["error"]["message"].as_str()) {
        (_, Some(message)) => LeftOut::Refused(message.to_owned()),
        (Some(id), None) => LeftOut::NoResults(id.to_owned()),
        (None, None) => LeftOut::NoId,
    }
}
