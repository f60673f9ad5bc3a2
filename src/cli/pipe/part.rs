//! Reads a part of a long story, for `pipe merge` to put in order with the others.
//!
//! ```text
//! {"id": "ferry/post", "part": {"of": "ferry", "number": 3, "parts": 120}, "article": {…}}
//!   ──► {"id": "ferry/post", "part": {…}, "analyser": "…", "results": "…"}
//! ```
//! Reading the versions of an article takes most of the time and needs no other article, so that is what is divided. What a
//! version tells is packed with the place of each of its characters that takes more than one byte: the answer counts in code
//! points, and the texts stay behind.

use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::write_json;
use super::article_question::ArticleQuestion;
use super::question::{Question, Refusal, missing};
use crate::timeline::ArticleMentions;
use crate::track::{ANALYSER, pack_results};

/// Which part of a story it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(super) struct StoryPart {
    /// The story.
    pub of: String,
    /// Which part, from 1: the place of the article in the story.
    pub number: usize,
    /// How many there are.
    pub parts: usize,
}

/// The answer to the question about a part.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct PartAnswer {
    /// The id of the question.
    pub id: Value,
    /// Which part it is.
    pub part: StoryPart,
    /// The program that read the article, with a hash of the sources that decide.
    pub analyser: String,
    /// What the article tells, in base64: packed for `pipe merge` of the same program.
    pub results: String,
}

/// What a part gives to the whole.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PartResults {
    pub timezone: Tz,
    pub article: ArticleMentions,
    /// For each version that is not in ASCII, a text of the same shape.
    pub shapes: Vec<Option<String>>,
}

/// Fields that ask for a part of a timeline, and not for a part of its story.
const OF_THE_WHOLE: [&str; 5] = ["query", "dates", "sentences", "from", "to"];

/// Writes the answer to a question about a part.
pub(super) fn answer(question: &Question, part: &Value, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let part: StoryPart = serde_json::from_value(part.clone()).map_err(|error| {
        let hint = "write `{\"of\": \"STORY\", \"number\": 1, \"parts\": 3}`";
        Refusal::new("bad-field", format!("`part` cannot be used: {error}"), hint)
    })?;
    if let Some(name) = OF_THE_WHOLE.iter().find(|name| question.field(name).is_some()) {
        let hint = "ask about the story in one line, or leave it out";
        return Err(Refusal::new("bad-field", format!("a part of a story takes no `{name}`"), hint));
    }
    let timezone = question.timezone()?;
    let article = question.field("article").ok_or_else(|| missing("article"))?;
    let article = ArticleQuestion::read(article, timezone)?;
    let shapes = article.version_texts().map(shape).collect();
    let results = PartResults { timezone, article: article.gather(false), shapes };
    let results = pack_results(&results).map_err(|error| Refusal::unwritable(&error))?;
    write_json(&PartAnswer { id: question.id().clone(), part, analyser: ANALYSER.to_owned(), results }, out)
}

/// Returns a text whose characters take as many bytes each, and tell nothing; `None` where each takes one.
fn shape(text: &str) -> Option<String> {
    let like = |c: char| match c.len_utf8() {
        1 => 'x',
        2 => 'é',
        3 => '€',
        _ => '😀',
    };
    (!text.is_ascii()).then(|| text.chars().map(like).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_has_the_characters_of_its_text_and_not_its_words() {
        assert_eq!(shape("plain"), None);
        assert_eq!(shape("naïve “a” 🜨").as_deref(), Some("xxéxxx€x€x😀"));
    }
}
