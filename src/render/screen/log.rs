//! Writes an article's versions, oldest first, each with what it changed.

use super::wrap::hanging_indent;
use super::{ScreenStyle, StyledText, TextMark, times};
use crate::model::OriginKind;
use crate::render::counted::count;
use crate::render::hidden_marks::hidden_marks;
use crate::view::{ArticleHead, ArticleLog, ChangeCounts, LogRow, LogView, LookRow};

/// Writes the versions of articles.
pub fn log(look: ScreenStyle, view: &LogView) -> String {
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
pub(super) fn head(look: ScreenStyle, article: &ArticleHead, zone: Option<chrono_tz::Tz>) -> String {
    let mut text = look.paint(TextMark::Strong, &look.link(&article.reference, article.url.as_deref()));
    if let Some(outlet) = &article.outlet {
        text.push_str(&format!("  {outlet}"));
    }
    if let Some(url) = article.url.as_deref().filter(|_| !look.links) {
        text.push_str(&look.paint(TextMark::Faint, &format!("  {}", super::clean(url))));
    }
    if let Some(zone) = zone {
        text.push_str(&look.paint(TextMark::Faint, &format!("  times in {zone}")));
    }
    text + "\n"
}

fn rows(look: ScreenStyle, article: &ArticleLog, zone: chrono_tz::Tz) -> String {
    let mut text = String::new();
    let mut headline: Option<&str> = None;
    let widest = article.versions.iter().map(|row| row.version.number.to_string().len()).max().unwrap_or(1);
    for row in &article.versions {
        let version = &row.version;
        let number = format!("  {:>width$}  ", format!("v{}", version.number), width = widest + 1);
        let pieces = facts(row, zone);
        text.push_str(&hanging_indent(look, &look.paint(TextMark::Strong, &number), &pieces));
        let own = version.headline.as_deref();
        if own.is_some() && own != headline {
            let indent = " ".repeat(widest + 5);
            text.push_str(&hanging_indent(
                look,
                &indent,
                &[(TextMark::Plain, format!("“{}”", own.unwrap_or_default()))],
            ));
            headline = own;
        }
        let indent = " ".repeat(widest + 7);
        for one in &row.seen {
            text.push_str(&hanging_indent(look, &indent, &look_pieces(one, zone)));
        }
    }
    let indent = " ".repeat(widest + 5);
    for one in &article.page_looks {
        let told = format!("{} {}: {}", times::moment(one.looked, zone), one.kind, super::clean(&one.message));
        let pieces = [(TextMark::Alert, told), (TextMark::Faint, format!("  {}", super::clean(&one.url)))];
        text.push_str(&hanging_indent(look, &indent, &pieces));
    }
    text
}

/// Writes a look: when it was, who says so, where it came from, and when it was recorded.
fn look_pieces(look: &LookRow, zone: chrono_tz::Tz) -> Vec<StyledText> {
    let mut told = format!("seen {}", times::moment(look.captured, zone));
    if let Some(whose) = times::whose(look.captured_by) {
        told.push_str(&format!(" ({whose})"));
    }
    let source = look.source.as_deref().or(look.url.as_deref());
    let origin = match look.origin {
        OriginKind::File => "file",
        OriginKind::Import => "import",
        OriginKind::Fetch => "fetched",
    };
    told.push_str(&format!("  {origin}"));
    told.push_str(&source.map(|source| format!(" {source}")).unwrap_or_default());
    if let Some(marks) = hidden_marks(&look.hidden_marks) {
        told.push_str(&format!("; with {marks}"));
    }
    match look.recorded {
        Some(recorded) if recorded == look.captured => {}
        Some(recorded) => told.push_str(&format!("; recorded {}", times::moment(recorded, zone))),
        None => told.push_str("; when it was recorded is not known"),
    }
    vec![(TextMark::Faint, told)]
}

fn facts(row: &LogRow, zone: chrono_tz::Tz) -> Vec<StyledText> {
    let version = &row.version;
    let mut pieces = vec![(TextMark::Plain, times::moment(version.captured, zone))];
    pieces.extend(times::whose(version.captured_by).map(|whose| (TextMark::Faint, format!(" ({whose})"))));
    let stated = version.modified.or(version.published);
    if let Some(stated) = stated {
        let stated = times::stated_beside(stated, version.captured, zone);
        pieces.push((TextMark::Faint, format!("  the page says {stated}")));
    }
    pieces.push((TextMark::Plain, format!("  {}", count(version.words, "word", "words"))));
    if 1 < version.looks {
        let until =
            times::stated_beside(crate::model::DocumentTime::Instant(version.last_seen), version.captured, zone);
        pieces.push((TextMark::Faint, format!("  unchanged until {until}")));
    }
    if let Some(earlier) = version.returns_to {
        pieces.push((TextMark::Alert, format!("  the text of v{earlier} again")));
    }
    if row.verdict.is_some() {
        pieces.extend(counts(row.counts));
    }
    pieces
}

/// Writes how many changes of each weight there were.
pub(super) fn counts(counts: ChangeCounts) -> Vec<StyledText> {
    let named = [(counts.material, "material"), (counts.minor, "minor"), (counts.cosmetic, "cosmetic")];
    let told: Vec<_> = named.iter().filter(|(n, _)| 0 < *n).map(|(n, name)| format!("{n} {name}")).collect();
    if told.is_empty() {
        return vec![(TextMark::Faint, "  nothing changed".to_owned())];
    }
    let mark = if 0 < counts.material { TextMark::Strong } else { TextMark::Faint };
    let mut pieces = vec![(mark, format!("  {}", told.join(", ")))];
    match (counts.silent, counts.material) {
        (0, _) => {}
        (silent, material) if silent == material => pieces.push((TextMark::Faint, "; no notice found".to_owned())),
        (silent, _) => pieces.push((TextMark::Faint, format!("; no notice found for {silent}"))),
    }
    pieces
}
