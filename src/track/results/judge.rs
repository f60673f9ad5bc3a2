//! Holds answers against the texts of the article that they are about.
//!
//! The first answer that is about these texts and whole gives the results; those after it are known, as some clusters do a
//! task twice. So at most one is held unpacked.

use super::left_out::LeftOut;
use super::{sound, unpack_results};
use crate::model::ArticleId;
use crate::store::PackedTexts;
use crate::track::cache::{ComparisonRecord, GivenResults};
use crate::track::exchange::article_texts;
use crate::track::lookup::FoundArticle;
use crate::track::present::VersionReading;
use crate::view::{ReadingAnswer, ReadingTexts};

/// Bytes of results, unpacked, for each byte of the texts: results take some six.
const MOST_PER_BYTE: usize = 200;
/// Bytes of results, unpacked, whatever the length of the texts.
const LEAST_ROOM: usize = 1 << 20;

/// The answers about one article, and the article.
pub(super) struct ArticleAnswers {
    pub found: FoundArticle,
    pub packed: PackedTexts,
    /// The store has its results already.
    pub is_known: bool,
    /// The answers, by their places among the lines.
    pub answers: Vec<(usize, ReadingAnswer)>,
}

/// What the answers about an article come to.
pub(super) struct JudgedArticle {
    pub answers: Vec<(usize, Judged)>,
    pub results: Option<GivenResults>,
}

/// What an answer gives.
pub(super) enum Judged {
    /// What the store has, or an answer before gave.
    Known,
    /// Results of this article, which has so many versions.
    New(ArticleId, usize),
    LeftOut(LeftOut),
}

/// The unpacked results of versions.
type UnpackedResults = (Vec<VersionReading>, Vec<ComparisonRecord>);

impl ArticleAnswers {
    /// Holds the answers against the texts of their article.
    pub(super) fn judged(self) -> JudgedArticle {
        let Self { found, packed, mut is_known, answers } = self;
        // A text that cannot be unpacked is for `check` to tell; here it is another one than was asked about.
        let article = article_texts(&found, &packed).ok();
        let texts = article.as_ref().map(ReadingTexts::of);
        let most = answers.iter().map(|(_, answer)| answer.versions).max().unwrap_or_default();
        let digests = texts.as_ref().map_or_else(Vec::new, |texts| texts.digests(most));
        let mut results = None;
        let mut judge = |answer: ReadingAnswer| {
            let ReadingAnswer { id, question, versions, results: text, .. } = answer;
            let Some(texts) = texts.as_ref().filter(|_| 0 < versions && digests.get(versions) == Some(&question))
            else {
                return Judged::LeftOut(LeftOut::OtherTexts(id));
            };
            if is_known {
                return Judged::Known;
            }
            let Some(unpacked) = unpacked(&text, texts, versions) else {
                return Judged::LeftOut(LeftOut::Damaged(id));
            };
            is_known = true;
            results = Some(unpacked);
            Judged::New(found.article.id, found.versions.len())
        };
        let answers = answers.into_iter().map(|(place, answer)| (place, judge(answer))).collect();
        let results = results.map(|(readings, comparisons)| GivenResults { found, readings, comparisons });
        JudgedArticle { answers, results }
    }
}

/// Unpacks results of the first `count` versions; `None` where they are damaged or do not fit.
fn unpacked(text: &str, texts: &ReadingTexts<'_>, count: usize) -> Option<UnpackedResults> {
    let versions = &texts.versions[..count];
    let bytes: usize = versions.iter().map(|version| version.text.len()).sum();
    let (readings, comparisons) = unpack_results::<UnpackedResults>(text, LEAST_ROOM + MOST_PER_BYTE * bytes).ok()?;
    sound::are_of((&readings, &comparisons), versions).then_some((readings, comparisons))
}
