//! Writes lists of stories and articles as plain columns.

use unicode_width::UnicodeWidthStr;

use super::wrap::hanging_indent_at;
use super::{ScreenStyle, TextMark, clean, cut, times};
use crate::render::counted::count;
use crate::view::{ArticleList, StoryDone, StoryList, StoryRow};

/// Writes every story.
pub fn stories(look: ScreenStyle, view: &StoryList) -> String {
    let rows = view.stories.iter().map(|story| {
        let last = story.last_captured.map(|at| times::moment_of_zone(at, story.timezone)).unwrap_or_default();
        let size = format!(
            "{}, {}, {}",
            count(story.outlets, "outlet", "outlets"),
            count(story.articles, "article", "articles"),
            count(story.versions, "version", "versions")
        );
        vec![story.name.clone(), size, last, story.title.clone().unwrap_or_default()]
    });
    columns(look, &["story", "holds", "last version", ""], rows.collect())
}

/// Writes the articles.
pub fn articles(look: ScreenStyle, view: &ArticleList) -> String {
    let rows = view.articles.iter().map(|row| {
        vec![
            row.article.reference.clone(),
            row.article.outlet.clone().unwrap_or_default(),
            count(row.versions, "version", "versions"),
            times::moment_of_zone(row.last_captured, row.timezone),
            row.headline.clone().unwrap_or_default(),
        ]
    });
    columns(look, &["article", "outlet", "holds", "last version", "headline"], rows.collect())
}

/// Returns `2 articles, 6 versions`.
fn holds(row: &StoryRow) -> String {
    let (articles, versions) = (row.articles, row.versions);
    format!("{}, {}", count(articles, "article", "articles"), count(versions, "version", "versions"))
}

/// Writes what a command did to a story.
pub fn story_done(view: &StoryDone) -> String {
    let StoryRow { name, timezone, .. } = &view.story;
    match view.done.as_str() {
        "created" => format!("story `{name}` is ready; its days are counted in {timezone}\n"),
        "renamed" => format!("the story is now called `{name}`\n"),
        "changed" => format!("the days of `{name}` are now counted in {timezone}\n"),
        "merged" => format!("story `{name}` now holds {}\n", holds(&view.story)),
        done => format!("story `{name}` {done}, with {}\n", holds(&view.story)),
    }
}

/// The fewest columns that the last cell of a row is cut to.
const LEAST_LAST: usize = 12;

/// Writes a row for a screen that is too narrow for its columns: the first cell, below it the others.
fn stacked(look: ScreenStyle, row: &[String]) -> String {
    let Some((first, rest)) = row.split_first() else { return String::new() };
    let rest: Vec<&str> = rest.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let name = hanging_indent_at(look, "", 2, &[(TextMark::Strong, first.clone())]);
    name + &hanging_indent_at(look, "  ", 2, &[(TextMark::Plain, rest.join("  "))])
}

/// Lays rows out in columns as wide as their widest cell; the last one is cut to fit the screen. Where that leaves it no
/// room, each row is written as a few lines.
pub(super) fn columns(look: ScreenStyle, heads: &[&str], rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect();
    let widths: Vec<usize> = (0..heads.len())
        .map(|at| rows.iter().map(|row| row[at].width()).chain([heads[at].width()]).max().unwrap_or(0))
        .collect();
    let before_last: usize = widths.iter().rev().skip(1).map(|width| width + 2).sum();
    if look.width.is_some_and(|width| width < before_last + LEAST_LAST) {
        return rows.iter().map(|row| stacked(look, row)).collect();
    }
    let line = |cells: Vec<&str>, mark: TextMark| {
        let mut text = String::new();
        let mut used = 0;
        for (at, cell) in cells.iter().enumerate() {
            let is_last = at + 1 == cells.len();
            let room = look.width.map_or(usize::MAX, |width| width.saturating_sub(used).max(LEAST_LAST));
            let cell = if is_last { cut(cell, room) } else { (*cell).to_owned() };
            let blanks = if is_last { 0 } else { widths[at].saturating_sub(cell.width()) + 2 };
            used += cell.width() + blanks;
            text.push_str(&cell);
            text.push_str(&" ".repeat(blanks));
        }
        look.paint(mark, text.trim_end()) + "\n"
    };
    let head = line(heads.to_vec(), TextMark::Faint);
    let body = rows.iter().map(|row| line(row.iter().map(String::as_str).collect(), TextMark::Plain));
    std::iter::once(head).chain(body).collect()
}
