//! Writes every look at an article: when it was seen, by whose word, whence, and which version it found.

use chrono_tz::Tz;
use maud::{Markup, html};

use super::article::{self, ArticlePage};
use super::live_page;
use super::site::{Site, article_path, version_path};
use crate::model::{DocumentTime, OriginKind};
use crate::render::counted::count;
use crate::render::hidden_marks::hidden_marks;
use crate::render::safe::web_address;
use crate::render::screen::times;
use crate::view::{ArticleLog, LookRow};

/// Looks that a page shows, the last ones.
const SHOWN: usize = 1_000;

/// Returns the title.
pub fn title(log: &ArticleLog) -> String {
    format!("{}: captures", article::title(log))
}

/// Writes the page; the log holds the looks of each version.
pub fn body(page: &ArticlePage<'_>, site: &Site) -> Markup {
    let ArticlePage { log, timezone } = page;
    let mut looks: Vec<(usize, &LookRow)> =
        log.versions.iter().flat_map(|row| row.seen.iter().map(|look| (row.version.number, look))).collect();
    let page_says = looks.iter().any(|(_, look)| stated(look).is_some());
    looks.sort_by_key(|(number, look)| std::cmp::Reverse((look.captured, *number)));
    html! {
        header.head {
            p.crumbs { (site.link(&article_path(&log.article), log.article.outlet.as_deref().unwrap_or(&log.article.name))) " › captures" (live_page::link(&log.article)) }
            h1 dir="auto" { (article::title(log)) }
            p.k { (count(looks.len(), "capture", "captures")) ", the latest first; times in " (timezone.name()) }
        }
        div.wide { table {
            thead { tr { th scope="col" { "Captured" } th scope="col" { "Found" } th scope="col" { "From" } @if page_says { th scope="col" { "The page says" } } th scope="col" { "Recorded" } } }
            tbody { @for (number, look) in looks.iter().take(SHOWN) { (row(log, (*number, look), page_says, (*timezone, site))) } }
        } }
        @if SHOWN < looks.len() { p.k { (count(looks.len() - SHOWN, "earlier capture is", "earlier captures are")) " listed by " code { "writethru log --looks" } "." } }
    }
}

/// Returns what the page said of when it was written.
fn stated(look: &LookRow) -> Option<DocumentTime> {
    look.modified.or(look.published)
}

fn row(log: &ArticleLog, (number, look): (usize, &LookRow), page_says: bool, (zone, site): (Tz, &Site)) -> Markup {
    // Pages that anybody may read do not tell names of files on the archive's machine.
    let is_told = |source: &&str| site.is_served() || web_address(source).is_some();
    let source = look.source.as_deref().or(look.url.as_deref()).filter(is_told);
    html! {
        tr {
            td.num { (times::moment(look.captured, zone)) @if let Some(whose) = times::whose(look.captured_by) { " (" (whose) ")" } }
            td.num { (site.link(&version_path(&log.article.reference, number), format!("version {number}"))) }
            td { (origin(look.origin)) @if let Some(source) = source { " " (source) } @if look.has_original { ", kept as received" } @if let Some(marks) = hidden_marks(&look.hidden_marks) { ", with " (marks) } }
            @if page_says { td.num { @if let Some(stated) = stated(look) { (times::stated(stated, zone)) } } }
            td.num { @match look.recorded {
                Some(recorded) if recorded == look.captured => "then",
                Some(recorded) => (times::moment(recorded, zone)),
                None => "not known",
            } }
        }
    }
}

fn origin(kind: OriginKind) -> &'static str {
    match kind {
        OriginKind::File => "file",
        OriginKind::Import => "import",
        OriginKind::Fetch => "read on the web",
    }
}
