//! Holds what goes to other machines and comes back: an article's texts as a question, and its derived results as an answer.

use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{ArticleTexts, RefusedView};
use crate::model::{DocumentTime, hex};

/// All that the derived results of an article's versions rest on, but for the program that derives them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingTexts {
    /// Zone in which days are counted.
    pub timezone: Tz,
    /// The versions, in order of capture.
    pub versions: Vec<ReadingText>,
}

/// A version as it is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingText {
    /// Its number, which its changes are named by.
    pub number: usize,
    /// The time that its relative dates are read against.
    pub published: Option<DocumentTime>,
    /// The headline.
    pub title: Option<String>,
    /// The words.
    pub text: String,
}

/// The answer of `pipe reindex`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingAnswer {
    /// The article, as the question names it.
    pub id: String,
    /// The program that derived the results, with a hash of the sources that decide.
    pub analyser: String,
    /// SHA-256 of what was asked: zone, and number, time, headline and text of each version.
    pub question: String,
    /// How many versions were asked about.
    pub versions: usize,
    /// The results in base64: packed as the store keeps them, for `import results` of the same program.
    pub results: String,
}

/// What became of answers that were taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultsView {
    /// Articles whose results were stored.
    pub taken: usize,
    /// Versions of these articles.
    pub versions: usize,
    /// Articles whose results the store had already.
    pub known: usize,
    /// Timelines that were put in order from the results.
    pub timelines: usize,
    /// Articles and timelines of the store that are still to be derived.
    pub missing: usize,
    /// Answers that could not be used: how many.
    pub left_out: usize,
    /// Which ones, and why.
    pub refused: Vec<RefusedView>,
}

impl ReadingTexts {
    /// Returns the question about the first `count` versions of an article; `None` where it has fewer.
    pub fn of(article: &ArticleTexts, count: usize) -> Option<Self> {
        let versions = article.versions.get(..count)?.iter().map(|version| ReadingText {
            number: version.row.number,
            published: version.document_time,
            title: version.content.headline.clone(),
            text: version.content.text().into_owned(),
        });
        Some(Self { timezone: article.timezone, versions: versions.collect() })
    }

    /// Returns the hash by which an answer proves what it was asked.
    pub fn digest(&self) -> String {
        hex(&Sha256::digest(serde_json::to_vec(self).unwrap_or_default()))
    }
}

impl ResultsView {
    /// Counts what became of more answers.
    pub fn add(&mut self, more: Self) {
        self.taken += more.taken;
        self.versions += more.versions;
        self.known += more.known;
        self.timelines += more.timelines;
        self.left_out += more.left_out;
        self.refused.extend(more.refused);
    }
}
