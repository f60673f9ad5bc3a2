//! Gathers the plain tables that `export sqlite` and `export parquet` write: texts, changes, claims, timeline entries.
//!
//! The tables are those that `--format csv` prints, with the story before each row, and one of texts.

use std::path::Path;

use crate::cli::commands::empty_store::NOTHING_YET;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::model::{DocumentTime, PlainTable, PlainType, TimelineQuery};
use crate::render::counted::count;
use crate::render::export::csv;
use crate::render::sheet::{self, SheetColumn};
use crate::track::{Archive, ArticlesGiven};
use crate::view::ArticleTexts;

/// What takes rows.
pub(super) trait TableSink {
    /// Makes a table.
    fn add_table(&mut self, table: &PlainTable) -> Result<(), CliError>;
    /// Adds a row to a table that was made; an empty cell stands for nothing.
    fn add_row(&mut self, table: &PlainTable, cells: &[&str]) -> Result<(), CliError>;
}

/// Columns that hold whole numbers, whatever their table; all others hold text.
const NUMBERS: [&str; 9] =
    ["first_version", "from_version", "number", "outlets", "sentence", "to_version", "until", "version", "word_count"];

const TEXT_COLUMNS: [&str; 14] = [
    "story",
    "article",
    "outlet",
    "url",
    "version",
    "captured",
    "last_seen",
    "published",
    "modified",
    "headline",
    "standfirst",
    "byline",
    "text",
    "word_count",
];

/// Returns the archive with what is held hidden; a name that means no story is refused before anything is written.
pub(super) fn archive_of<'c>(ctx: &'c mut Context, story: Option<&str>) -> Result<&'c Archive, CliError> {
    ctx.publish(story)?;
    let archive = ctx.archive()?;
    if let Some(story) = story {
        archive.story(story)?;
    }
    Ok(archive)
}

/// Writes the tables of a story or of everything; returns how many rows they have.
pub(super) fn write(archive: &Archive, story: Option<&str>, sink: &mut dyn TableSink) -> Result<usize, CliError> {
    let stories: Vec<String> = match story {
        Some(story) => vec![archive.story(story)?.name],
        None => archive.stories()?.stories.into_iter().filter(|row| 0 < row.versions).map(|row| row.name).collect(),
    };
    let texts = table("texts", &["article", "version"], TEXT_COLUMNS.into_iter());
    let changes = table("changes", &["article", "to_version"], of_story(sheet::CHANGE_COLUMNS));
    let claims = table("claims", &["article", "version"], of_story(sheet::CLAIM_COLUMNS));
    let entries = table("entries", &["story"], std::iter::once("story").chain(csv::COLUMNS));
    for table in [&texts, &changes, &claims, &entries] {
        sink.add_table(table)?;
    }
    let mut unfiled = Vec::new();
    let mut rows = archive.each_article_texts(story, ArticlesGiven::All, |article| {
        if article.article.story.is_none() && 1 < article.versions.len() {
            // A plain name would mean a story of that name, or articles of that name in any story.
            unfiled.push(format!("/{}", article.article.reference));
        }
        add_texts(sink, &texts, &article)
    })?;
    for article in unfiled {
        let name = article.trim_start_matches('/');
        rows += add(sink, &changes, "", cells(sheet::changes(&archive.changes(Some(&article))?, name)))?;
    }
    for story in &stories {
        rows += add(sink, &changes, story, cells(sheet::changes(&archive.changes(Some(story))?, story)))?;
        rows += add(sink, &claims, story, cells(sheet::claims(&archive.claims(story, None, None, None)?, story)))?;
        let timeline = archive.timeline(story, &TimelineQuery::default())?;
        let told = timeline.entries.iter().chain(&timeline.undated);
        rows += add(sink, &entries, story, told.map(|entry| csv::own_row(entry, &timeline)))?;
    }
    Ok(rows)
}

/// Says how many rows were written.
pub(super) fn remark(ctx: &Context, rows: usize, target: &Path) {
    match rows {
        0 => ctx.out.remark(NOTHING_YET),
        rows => ctx.out.remark(&format!("{} in {}", count(rows, "row", "rows"), target.display())),
    }
}

fn table(
    name: &'static str,
    joined_by: &'static [&'static str],
    columns: impl Iterator<Item = &'static str>,
) -> PlainTable {
    let kind = |column: &str| if NUMBERS.contains(&column) { PlainType::Number } else { PlainType::Text };
    PlainTable { name, columns: columns.map(|column| (column, kind(column))).collect(), joined_by }
}

fn of_story(columns: &'static [SheetColumn]) -> impl Iterator<Item = &'static str> {
    std::iter::once("story").chain(columns.iter().map(|column| column.name))
}

fn cells(sheet: sheet::Sheet) -> impl Iterator<Item = Vec<String>> {
    sheet.rows.into_iter().map(|row| row.cells)
}

fn add(
    sink: &mut dyn TableSink,
    table: &PlainTable,
    story: &str,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<usize, CliError> {
    let mut count = 0;
    for cells in rows {
        let cells: Vec<&str> = std::iter::once(story).chain(cells.iter().map(String::as_str)).collect();
        sink.add_row(table, &cells)?;
        count += 1;
    }
    Ok(count)
}

fn add_texts(sink: &mut dyn TableSink, table: &PlainTable, texts: &ArticleTexts) -> Result<(), CliError> {
    let head = &texts.article;
    let stated = |time: Option<DocumentTime>| time.map(|time| time.to_string()).unwrap_or_default();
    for version in &texts.versions {
        let (row, content) = (&version.row, &version.content);
        let (number, words) = (row.number.to_string(), row.words.to_string());
        let (captured, last_seen) = (row.captured.to_rfc3339(), row.last_seen.to_rfc3339());
        let (published, modified) = (stated(row.published), stated(row.modified));
        let cells = [
            head.story.as_deref().unwrap_or_default(),
            &head.reference,
            head.outlet.as_deref().unwrap_or_default(),
            head.url.as_deref().unwrap_or_default(),
            &number,
            &captured,
            &last_seen,
            &published,
            &modified,
            content.headline.as_deref().unwrap_or_default(),
            content.standfirst.as_deref().unwrap_or_default(),
            content.byline.as_deref().unwrap_or_default(),
            &content.body,
            &words,
        ];
        sink.add_row(table, &cells)?;
    }
    Ok(())
}
