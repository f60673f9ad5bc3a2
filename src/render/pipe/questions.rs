//! Writes the archive's texts as questions for the filters, so that other machines can answer them.
//!
//! A version is a question for `analyze`, each two in a row are one for `compare`, a story is one for `timeline`, an article
//! one for `reindex`. Ids are the references that people type: `ferry/post@2`, `ferry/post@1..2`, `ferry`, `ferry/post`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::view::{ArticleTexts, ReadingTexts, VersionContent};

/// A question for `pipe analyze`.
#[derive(Serialize)]
struct AnalyzeQuestion<'t> {
    id: String,
    outlet: Option<&'t str>,
    published: Option<String>,
    text: Cow<'t, str>,
    timezone: &'static str,
    title: Option<&'t str>,
}

/// A question for `pipe compare`.
#[derive(Serialize)]
struct CompareQuestion<'t> {
    a: Cow<'t, str>,
    b: Cow<'t, str>,
    id: String,
    published_a: Option<String>,
    published_b: Option<String>,
    timezone: &'static str,
    title_a: Option<&'t str>,
    title_b: Option<&'t str>,
}

/// A question for `pipe timeline`.
#[derive(Serialize)]
struct TimelineQuestion<'t> {
    articles: Vec<StoryArticle<'t>>,
    id: &'t str,
    timezone: &'static str,
}

/// A question for `pipe timeline` about a part of a story.
#[derive(Serialize)]
struct PartQuestion<'t> {
    article: StoryArticle<'t>,
    id: &'t str,
    part: PartOfStory<'t>,
    timezone: &'static str,
}

#[derive(Serialize)]
struct PartOfStory<'t> {
    number: usize,
    of: Option<&'t str>,
    parts: usize,
}

/// An article of a story with its versions.
#[derive(Serialize)]
struct StoryArticle<'t> {
    id: &'t str,
    outlet: Option<&'t str>,
    versions: Vec<StoryVersion<'t>>,
}

#[derive(Serialize)]
struct StoryVersion<'t> {
    captured: DateTime<Utc>,
    published: Option<String>,
    text: Cow<'t, str>,
    title: Option<&'t str>,
}

/// A question for `pipe reindex`.
#[derive(Serialize)]
struct ReadingQuestion<'t> {
    id: &'t str,
    #[serde(flatten)]
    texts: ReadingTexts<'t>,
}

/// Returns a question for `pipe analyze` for each version.
pub fn analyze(article: &ArticleTexts) -> Vec<String> {
    let question = |version: &VersionContent| {
        written(&AnalyzeQuestion {
            id: format!("{}@{}", article.article.reference, version.row.number),
            outlet: article.article.outlet.as_deref(),
            published: document_time(version),
            text: version.content.text(),
            timezone: article.timezone.name(),
            title: version.content.headline.as_deref(),
        })
    };
    article.versions.iter().map(question).collect()
}

/// Returns a question for `pipe compare` for each version but the first.
pub fn compare(article: &ArticleTexts) -> Vec<String> {
    let question = |pair: &[VersionContent]| {
        let (a, b) = (&pair[0], &pair[1]);
        written(&CompareQuestion {
            a: a.content.text(),
            b: b.content.text(),
            id: format!("{}@{}..{}", article.article.reference, a.row.number, b.row.number),
            published_a: document_time(a),
            published_b: document_time(b),
            timezone: article.timezone.name(),
            title_a: a.content.headline.as_deref(),
            title_b: b.content.headline.as_deref(),
        })
    };
    article.versions.windows(2).map(question).collect()
}

/// Returns the question for `pipe reindex` about an article that has versions.
pub fn reindex(article: &ArticleTexts) -> Option<String> {
    let question = ReadingQuestion { id: &article.article.reference, texts: ReadingTexts::of(article) };
    let is_any = !question.texts.versions.is_empty();
    is_any.then(|| written(&question))
}

/// Returns the question for `pipe timeline` about the articles of one story, or about an article that is in none.
pub fn timeline(articles: &[ArticleTexts]) -> Option<String> {
    let first = articles.first()?;
    Some(written(&TimelineQuestion {
        articles: articles.iter().map(story_article).collect(),
        id: first.article.story.as_ref().unwrap_or(&first.article.reference),
        timezone: first.timezone.name(),
    }))
}

/// Returns the question for `pipe timeline` about one article of a long story: part `number`, from 1, of so many `parts`.
pub fn part(article: &ArticleTexts, number: usize, parts: usize) -> String {
    written(&PartQuestion {
        article: story_article(article),
        id: &article.article.reference,
        part: PartOfStory { number, of: article.article.story.as_deref(), parts },
        timezone: article.timezone.name(),
    })
}

fn story_article(article: &ArticleTexts) -> StoryArticle<'_> {
    let versions = article.versions.iter().map(|version| StoryVersion {
        captured: version.row.captured,
        published: document_time(version),
        text: version.content.text(),
        title: version.content.headline.as_deref(),
    });
    let (id, outlet) = (article.article.reference.as_str(), article.article.outlet.as_deref());
    StoryArticle { id, outlet, versions: versions.collect() }
}

fn document_time(version: &VersionContent) -> Option<String> {
    version.document_time.map(|time| time.to_string())
}

/// Writes a question as one line; its texts are copied once, into the line.
fn written(question: &impl Serialize) -> String {
    serde_json::to_string(question).expect("texts and times have a JSON form")
}
