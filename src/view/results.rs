//! Holds what goes to other machines and comes back: an article's texts as a question, and its derived results as an answer.

use std::borrow::Cow;
use std::io;

use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{ArticleTexts, RefusedView};
use crate::model::{DocumentTime, hex};

/// All that the derived results of an article's versions rest on, but for the program that derives them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingTexts<'t> {
    /// Zone in which days are counted.
    pub timezone: Tz,
    /// The versions, in order of capture.
    pub versions: Vec<ReadingText<'t>>,
}

/// A version as it is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingText<'t> {
    /// Its number, which its changes are named by.
    pub number: usize,
    /// The time that its relative dates are read against.
    pub published: Option<DocumentTime>,
    /// The headline.
    pub title: Option<Cow<'t, str>>,
    /// The words.
    pub text: Cow<'t, str>,
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
    /// How many of these are timelines, which are only to be put in order.
    pub missing_timelines: usize,
    /// Answers that could not be used: how many.
    pub left_out: usize,
    /// Which ones, and why.
    pub refused: Vec<RefusedView>,
}

impl<'t> ReadingTexts<'t> {
    /// Returns the question about all versions of an article.
    pub fn of(article: &'t ArticleTexts) -> Self {
        let versions = article.versions.iter().map(|version| ReadingText {
            number: version.row.number,
            published: version.document_time,
            title: version.content.headline.as_deref().map(Cow::Borrowed),
            text: version.content.text(),
        });
        Self { timezone: article.timezone, versions: versions.collect() }
    }

    /// Returns the hash by which an answer proves what it was asked.
    pub fn digest(&self) -> String {
        self.digests(self.versions.len()).pop().unwrap_or_default()
    }

    /// Returns the hashes of the questions about none of the versions, about the first one, and so on up to the first `most`.
    ///
    /// Each text is hashed once: a question about more versions begins like one about fewer.
    pub fn digests(&self, most: usize) -> Vec<String> {
        let mut begun = Hashed(Sha256::new_with_prefix(b"{\"timezone\":"));
        serde_json::to_writer(&mut begun, &self.timezone).expect("a zone has a JSON form");
        begun.0.update(b",\"versions\":[");
        let ended = |begun: &Hashed| hex(&begun.0.clone().chain_update(b"]}").finalize());
        let mut digests = vec![ended(&begun)];
        for (index, version) in self.versions.iter().take(most).enumerate() {
            begun.0.update(if index == 0 { "" } else { "," });
            serde_json::to_writer(&mut begun, version).expect("a version has a JSON form");
            digests.push(ended(&begun));
        }
        digests
    }
}

/// A hash that JSON is written into.
struct Hashed(Sha256);

impl io::Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl ResultsView {
    /// Counts what became of more answers.
    pub fn add(&mut self, more: Self) {
        self.taken += more.taken;
        self.versions += more.versions;
        self.known += more.known;
        self.timelines += more.timelines;
        self.missing += more.missing;
        self.missing_timelines += more.missing_timelines;
        self.left_out += more.left_out;
        self.refused.extend(more.refused);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_about_fewer_versions_has_the_hash_of_their_json() {
        let version = |number| ReadingText { number, published: None, title: None, text: "Nine “dead”.".into() };
        let texts = ReadingTexts { timezone: Tz::Asia__Manila, versions: (1..4).map(version).collect() };
        let digests = texts.digests(usize::MAX);
        assert_eq!(digests.len(), 4);
        for (count, digest) in digests.iter().enumerate() {
            let fewer = ReadingTexts { versions: texts.versions[..count].to_vec(), ..texts.clone() };
            assert_eq!(*digest, hex(&Sha256::digest(serde_json::to_vec(&fewer).unwrap())), "{count} versions");
            assert_eq!(*digest, fewer.digest());
        }
    }
}
