//! Writes an article's versions, oldest first, each with what it changed.

use super::wrap::hang;
use super::{Look, Mark, Piece, count, times};
use crate::view::{ArticleHead, ArticleLog, ChangeCounts, LogRow, LogView};

pub fn log(look: Look, view: &LogView) -> String {
    let mut text = String::new();
    for (index, article) in view.articles.iter().enumerate() {
        if 0 < index {
            text.push('\n');
        }
        text.push_str(&head(look, &article.article, Some(view.timezone)));
        text.push_str(&rows(look, article, view.timezone));
    }
    text
}

/// Returns the line that names an article.
pub fn head(look: Look, article: &ArticleHead, zone: Option<chrono_tz::Tz>) -> String {
    let mut text = look.paint(Mark::Strong, &look.link(&article.reference, article.url.as_deref()));
    if let Some(outlet) = &article.outlet {
        text.push_str(&format!("  {outlet}"));
    }
    if let Some(url) = article.url.as_deref().filter(|_| !look.links) {
        text.push_str(&look.paint(Mark::Faint, &format!("  {}", super::clean(url))));
    }
    if let Some(zone) = zone {
        text.push_str(&look.paint(Mark::Faint, &format!("  times in {zone}")));
    }
    text + "\n"
}

fn rows(look: Look, article: &ArticleLog, zone: chrono_tz::Tz) -> String {
    let mut text = String::new();
    let mut headline: Option<&str> = None;
    let widest = article.versions.iter().map(|row| row.version.number.to_string().len()).max().unwrap_or(1);
    for row in &article.versions {
        let version = &row.version;
        let number = format!("  {:>width$}  ", format!("v{}", version.number), width = widest + 1);
        let pieces = facts(row, zone);
        text.push_str(&hang(look, &look.paint(Mark::Strong, &number), &pieces));
        let own = version.headline.as_deref();
        if own.is_some() && own != headline {
            let indent = " ".repeat(widest + 5);
            text.push_str(&hang(look, &indent, &[(Mark::Plain, format!("“{}”", own.unwrap_or_default()))]));
            headline = own;
        }
    }
    text
}

fn facts(row: &LogRow, zone: chrono_tz::Tz) -> Vec<Piece> {
    let version = &row.version;
    let mut pieces = vec![(Mark::Plain, times::moment(version.captured, zone))];
    let stated = version.modified.or(version.published);
    if let Some(stated) = stated {
        let stated = times::stated_beside(stated, version.captured, zone);
        pieces.push((Mark::Faint, format!("  the page says {stated}")));
    }
    pieces.push((Mark::Plain, format!("  {}", count(version.words, "word", "words"))));
    if 1 < version.looks {
        let until =
            times::stated_beside(crate::model::DocumentTime::Instant(version.last_seen), version.captured, zone);
        pieces.push((Mark::Faint, format!("  unchanged until {until}")));
    }
    if let Some(earlier) = version.returns_to {
        pieces.push((Mark::Alert, format!("  the text of v{earlier} again")));
    }
    if row.verdict.is_some() {
        pieces.extend(counts(row.counts));
    }
    pieces
}

/// Tells how many changes of each weight there were.
pub fn counts(counts: ChangeCounts) -> Vec<Piece> {
    let named = [(counts.material, "material"), (counts.minor, "minor"), (counts.cosmetic, "cosmetic")];
    let told: Vec<_> = named.iter().filter(|(n, _)| 0 < *n).map(|(n, name)| format!("{n} {name}")).collect();
    if told.is_empty() {
        return vec![(Mark::Faint, "  nothing changed".to_owned())];
    }
    let mark = if 0 < counts.material { Mark::Strong } else { Mark::Faint };
    let mut pieces = vec![(mark, format!("  {}", told.join(", ")))];
    match (counts.silent, counts.material) {
        (0, _) => {}
        (silent, material) if silent == material => pieces.push((Mark::Faint, "; no notice found".to_owned())),
        (silent, _) => pieces.push((Mark::Faint, format!("; no notice found for {silent}"))),
    }
    pieces
}
