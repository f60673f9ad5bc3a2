//! Writes an article: its versions as a rail, each with what it changed, any two to be compared.

use chrono_tz::Tz;
use maud::{Markup, html};

use super::live_page;
use super::site::{Site, diff_path, looks_path, outlet_path, story_path, version_path};
use super::words;
use crate::model::Weight;
use crate::render::counted::{count, thousands};
use crate::render::screen::times;
use crate::render::titles::story_title;
use crate::view::{ArticleHead, ArticleLog, ArticleRow, LogRow};

/// An article with its versions.
#[derive(Clone, Copy, Debug)]
pub struct ArticlePage<'v> {
    pub log: &'v ArticleLog,
    pub timezone: Tz,
}

/// Returns the title: the headline of the latest version.
pub fn title(log: &ArticleLog) -> &str {
    log.versions.last().and_then(|row| row.version.headline.as_deref()).unwrap_or(&log.article.name)
}

/// Writes the page.
pub fn body(page: &ArticlePage<'_>, site: &Site) -> Markup {
    let ArticlePage { log, timezone } = page;
    let article = &log.article;
    html! {
        header.head {
            @if let Some(story) = &article.story { p.crumbs { (site.link(&story_path(story, ""), story_title(None, story))) " › article" } }
            h1 dir="auto" { (title(log)) }
            p.k {
                (outlet(article, site)) " · " (count(log.versions.len(), "version", "versions"))
                " · " (site.link(&looks_path(article), count(log.versions.iter().map(|row| row.version.looks).sum(), "capture", "captures"))) " · times in " (timezone.name())
                (live_page::link(article))
            }
        }
        @match log.versions.len() {
            0 | 1 => div.empty { p { "Only one version was captured so far; a second one brings the first comparison." } },
            _ => (rail(page, site)),
        }
        @if log.versions.len() == 1 { ol.rail role="list" { (entry(page, 0, site)) } }
    }
}

/// Writes the outlet, which leads to all that it changed where a search can be asked.
fn outlet(article: &ArticleHead, site: &Site) -> Markup {
    match &article.outlet {
        Some(outlet) if site.is_served() => site.link(&outlet_path(outlet), outlet),
        Some(outlet) => html! { (outlet) },
        None => html! { (article.name) },
    }
}

/// Writes the versions, the newest first, with the form that compares two of them.
fn rail(page: &ArticlePage<'_>, site: &Site) -> Markup {
    let entries = html! { ol.rail role="list" { @for index in (0..page.log.versions.len()).rev() { (entry(page, index, site)) } } };
    match site.is_served() {
        false => entries,
        true => html! {
            form.compare method="get" action="compare/" {
                (entries)
                p.buttons { button type="submit" { "Compare the two that are marked" } }
            }
        },
    }
}

fn entry(page: &ArticlePage<'_>, index: usize, site: &Site) -> Markup {
    let ArticlePage { log, timezone } = page;
    let row = &log.versions[index];
    let (version, before) = (&row.version, index.checked_sub(1).map(|before| &log.versions[before]));
    let reference = &log.article.reference;
    let headline = version.headline.as_deref();
    let is_new_headline = before.is_none_or(|before| before.version.headline.as_deref() != headline);
    let class = if row.verdict.is_some_and(|verdict| verdict.silent) { Some("silent") } else { None };
    html! {
        li class=(words::classes(&[Some(weight_class(row)), class])) id={ "v" (version.number) } {
            @if site.is_served() && 1 < log.versions.len() { (marks(version.number, index, log.versions.len())) }
            div {
                h2 { (site.link(&version_path(reference, version.number), format!("Version {}", version.number))) }
                p.k { (words::seen(version, *timezone))
                    @if let Some(stated) = version.modified.or(version.published) { "; the page says " (times::stated_beside(stated, version.captured, *timezone)) } }
                @if let Some(headline) = headline.filter(|_| is_new_headline) { p.x dir="auto" { (headline) } }
                p.m { (size(row, before)) @if let Some(earlier) = version.returns_to { "; the text of version " (earlier) " again" } }
                @if let Some(before) = before {
                    p.verdict { (site.link(&diff_path(reference, before.version.number, version.number), words::verdict(row.counts))) }
                } @else { p.m { "the first version captured" } }
            }
        }
    }
}

fn weight_class(row: &LogRow) -> &'static str {
    match row.verdict.and_then(|verdict| verdict.weight) {
        Some(Weight::Material) => "material",
        Some(Weight::Minor) => "minor",
        Some(Weight::Cosmetic) => "cosmetic",
        None => "first",
    }
}

/// Returns the length of a version and how it differs from the one before: `412 words, 12 more`.
fn size(row: &LogRow, before: Option<&LogRow>) -> String {
    let words = count(row.version.words, "word", "words");
    match before.map(|before| row.version.words as i64 - before.version.words as i64) {
        None | Some(0) => words,
        Some(more @ 1..) => format!("{words}, {} more", thousands(more as usize)),
        Some(fewer) => format!("{words}, {} fewer", thousands(fewer.unsigned_abs() as usize)),
    }
}

fn marks(number: usize, index: usize, total: usize) -> Markup {
    html! {
        p.marks {
            label { span.hidden { "Version " (number) " as the " } "old" input type="radio" name="from" value=(number) checked[index + 2 == total]; }
            label { span.hidden { "Version " (number) " as the " } "new" input type="radio" name="to" value=(number) checked[index + 1 == total]; }
        }
    }
}

/// Writes the articles of a story, or of the whole archive.
pub(super) fn list(articles: &[ArticleRow], site: &Site) -> Markup {
    html! {
        ol.articles role="list" { @for row in articles {
            li {
                h2 dir="auto" { (site.link(&super::site::article_path(&row.article), row.headline.as_deref().unwrap_or(&row.article.name))) }
                p.k { (row.article.outlet.as_deref().unwrap_or(&row.article.name)) " · " (count(row.versions, "version", "versions"))
                    ", captured " (times::range(row.first_captured, row.last_captured, row.timezone)) }
            }
        } }
    }
}
