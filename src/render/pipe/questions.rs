//! Writes the archive's texts as questions for the filters, so that other machines can answer them.
//!
//! A version is a question for `analyze`, each two in a row are one for `compare`, a story is one for `timeline`, an article
//! one for `reindex`. Ids are the references that people type: `ferry/post@2`, `ferry/post@1..2`, `ferry`, `ferry/post`.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::view::{ArticleTexts, ReadingTexts, VersionContent};

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
        let question = json!({
            "id": format!("{}@{}", article.article.reference, version.row.number),
            "outlet": article.article.outlet,
            "published": document_time(version),
            "timezone": article.timezone.name(),
            "title": version.content.headline,
            "text": version.content.text(),
        });
        question.to_string()
    };
    article.versions.iter().map(question).collect()
}

/// Returns a question for `pipe compare` for each version but the first.
pub fn compare(article: &ArticleTexts) -> Vec<String> {
    let question = |pair: &[VersionContent]| {
        let (a, b) = (&pair[0], &pair[1]);
        let question = json!({
            "id": format!("{}@{}..{}", article.article.reference, a.row.number, b.row.number),
            "a": a.content.text(), "b": b.content.text(),
            "title_a": a.content.headline, "title_b": b.content.headline,
            "published_a": document_time(a), "published_b": document_time(b),
            "timezone": article.timezone.name(),
        });
        question.to_string()
    };
    article.versions.windows(2).map(question).collect()
}

/// Returns the question for `pipe reindex` about an article that has versions.
pub fn reindex(article: &ArticleTexts) -> Option<String> {
    let question = ReadingQuestion { id: &article.article.reference, texts: ReadingTexts::of(article) };
    let is_any = !question.texts.versions.is_empty();
    is_any.then(|| serde_json::to_string(&question).expect("texts have a JSON form"))
}

/// Returns the question for `pipe timeline` about the articles of one story, or about an article that is in none.
pub fn timeline(articles: &[ArticleTexts]) -> Option<String> {
    let first = articles.first()?;
    let question = json!({
        "id": first.article.story.as_ref().unwrap_or(&first.article.reference),
        "timezone": first.timezone.name(),
        "articles": articles.iter().map(story_article).collect::<Vec<_>>(),
    });
    Some(question.to_string())
}

/// Returns the question for `pipe timeline` about one article of a long story: part `number`, from 1, of so many `parts`.
pub fn part(article: &ArticleTexts, number: usize, parts: usize) -> String {
    let question = json!({
        "id": article.article.reference,
        "part": { "of": article.article.story, "number": number, "parts": parts },
        "timezone": article.timezone.name(),
        "article": story_article(article),
    });
    question.to_string()
}

fn story_article(article: &ArticleTexts) -> Value {
    let versions: Vec<Value> = article.versions.iter().map(version).collect();
    json!({ "id": article.article.reference, "outlet": article.article.outlet, "versions": versions })
}

fn version(version: &VersionContent) -> Value {
    let mut fields = Map::new();
    fields.insert("captured".to_owned(), json!(version.row.captured));
    fields.insert("published".to_owned(), json!(document_time(version)));
    fields.insert("title".to_owned(), json!(version.content.headline));
    fields.insert("text".to_owned(), json!(version.content.text()));
    Value::Object(fields)
}

fn document_time(version: &VersionContent) -> Option<String> {
    version.document_time.map(|time| time.to_string())
}
