//! Writes what is new since a moment, story by story.
//!
//! ```text
//! kestrel-hill  1 new article, 1 update
//!   new  The Courier, “Inspector warned of shaft weeks before collapse”, 4 Jun 2025 09:10  kestrel-hill/courier
//! …      the updates as `changes` has them, then the timeline as `timeline diff` has it
//! ```

use super::timeline::{conflict_lines, timeline_diff_lines};
use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, changes, times};
use crate::render::counted::count;
use crate::view::{BriefingView, ChangesView, NewArticleView, StoryBriefing};

/// Writes what is new.
pub fn briefing(look: ScreenStyle, view: &BriefingView) -> String {
    let range = format!("{}  times in {}", times::range(view.since, view.until, view.timezone), view.timezone);
    let mut text = format!("{}\n", look.paint(TextMark::Faint, &range));
    for story in &view.stories {
        text.push('\n');
        text.push_str(&story_lines(look, story, view.timezone));
    }
    text
}

fn story_lines(look: ScreenStyle, story: &StoryBriefing, shared_zone: chrono_tz::Tz) -> String {
    let zone = story.timeline.as_ref().map_or(shared_zone, |diff| diff.timezone);
    let told = format!(
        "  {}, {}",
        count(story.articles.len(), "new article", "new articles"),
        count(story.updates.len(), "update", "updates")
    );
    let name = story.story.clone().unwrap_or_else(|| "in no story".to_owned());
    // Stories of several zones are told in one answer, each by its own clock.
    let own_zone = if zone == shared_zone { String::new() } else { format!("  times in {zone}") };
    let mut text = hanging_indent(look, "", &[(TextMark::Strong, name), (TextMark::Faint, told + &own_zone)]);
    story.articles.iter().for_each(|new| text.push_str(&article_line(look, new, zone)));
    if !story.updates.is_empty() {
        let updates = ChangesView { timezone: zone, updates: story.updates.clone() };
        text.push_str(&format!("\n{}", changes(look, &updates, false)));
    }
    let Some(diff) = &story.timeline else { return text };
    if !diff.gained.is_empty() || !diff.lost.is_empty() || !diff.revised.is_empty() {
        text.push_str(&format!("\n{}\n", look.paint(TextMark::Strong, "timeline")));
        text.push_str(&timeline_diff_lines(look, diff));
    }
    if !diff.conflicts.is_empty() {
        text.push_str(&format!("\n{}\n", look.paint(TextMark::Strong, "accounts differ since")));
        text.push_str(&conflict_lines(look, &diff.conflicts, zone));
    }
    text
}

fn article_line(look: ScreenStyle, new: &NewArticleView, zone: chrono_tz::Tz) -> String {
    let who = new.article.outlet.as_deref().unwrap_or(&new.article.name);
    let headline = new.version.headline.as_ref().map(|headline| format!(", “{headline}”")).unwrap_or_default();
    let seen = times::moment(new.version.captured, zone);
    let place = look.link(&new.article.reference, new.article.url.as_deref());
    let pieces = [(TextMark::Plain, format!("{who}{headline}, {seen}  ")), (TextMark::Faint, place)];
    hanging_indent(look, "  new  ", &pieces)
}
