//! Writes the head that all pages of a story share: title, span, outlets, what changed last, the figure that moved.

use chrono_tz::Tz;
use maud::{Markup, html};

use super::frame::{Frame, Section, feed_links};
use super::site::{Site, diff_path, story_path};
use super::words;
use crate::render::counted::count;
use crate::render::screen::times;
use crate::render::titles::{capital, story_title};
use crate::view::{RevisedFigure, StoryHead, UpdateView};

/// Values of a figure that the head shows, the last ones.
const VALUES: usize = 6;

/// A page of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryTab {
    Timeline,
    Changes,
    Claims,
    Conflicts,
    Figures,
    People,
    Articles,
}

impl StoryTab {
    /// Every page, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Timeline, Self::Changes, Self::Claims, Self::Conflicts, Self::Figures, Self::People, Self::Articles];

    /// Returns the last segment of the page's address.
    pub fn path(self) -> &'static str {
        match self {
            Self::Timeline => "",
            Self::Changes => "changes",
            Self::Claims => "claims",
            Self::Conflicts => "conflicts",
            Self::Figures => "figures",
            Self::People => "people",
            Self::Articles => "articles",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Changes => "Changes",
            Self::Claims => "Claims",
            Self::Conflicts => "Accounts that differ",
            Self::Figures => "Figures",
            Self::People => "People",
            Self::Articles => "Articles",
        }
    }
}

/// Returns what the story is called.
pub fn title(head: &StoryHead) -> String {
    story_title(head.title.as_deref(), &head.story)
}

/// Returns the frame of a page of a story; `page` is empty for the story itself.
pub fn frame(head: &StoryHead, page: &str) -> Frame {
    let title = title(head);
    let title = if page.is_empty() { title } else { format!("{title}: {page}") };
    let feeds = feed_links(&story_path(&head.story, ""), &title);
    Frame { feeds, line: head.line, ..Frame::new(title, Section::Stories) }
}

/// Writes the head of a page of a story.
pub(super) fn head(head: &StoryHead, tab: StoryTab, site: &Site) -> Markup {
    html! {
        header.head {
            h1 dir="auto" { (title(head)) }
            p.k { (facts(head)) }
            @if let Some(figure) = &head.figure { p.k { (moved(figure)) } }
            @if let Some(last) = &head.last { p.k { (last_change(last, head.timezone, site)) } }
            @if !site.is_single_file() {
                nav.tabs aria-label="Of this story" { ul {
                    @for other in StoryTab::ALL {
                        li { a href=(site.page(&story_path(&head.story, other.path()))) aria-current=[(other == tab).then_some("page")] { (other.words()) } }
                    }
                } }
            }
        }
    }
}

fn facts(head: &StoryHead) -> String {
    let mut facts = Vec::new();
    if let Some(row) = &head.row {
        if let (Some(first), Some(last)) = (row.first_captured, row.last_captured) {
            facts.push(format!("captured {}", times::range(first, last, head.timezone)));
        }
        facts.push(count(row.articles, "article", "articles"));
        facts.push(count(row.versions, "version", "versions"));
    }
    facts.push(head.outlets.join(", "));
    facts.push(format!("times in {}", head.timezone));
    facts.retain(|fact| !fact.is_empty());
    capital(&facts.join(" · "))
}

/// Writes how a figure moved: `Killed: at least seven → at least 12 → 18 (Harbour Wire)`.
fn moved(figure: &RevisedFigure) -> Markup {
    let left_out = figure.values.len().saturating_sub(VALUES);
    html! {
        b { (capital(&figure.of)) } ": "
        @if 0 < left_out { "… → " }
        (figure.values[left_out..].join(" → ")) " (" (figure.article.outlet.as_deref().unwrap_or(&figure.article.name)) ")"
    }
}

fn last_change(last: &UpdateView, zone: Tz, site: &Site) -> Markup {
    let outlet = last.article.outlet.as_deref().unwrap_or(&last.article.name);
    let words = format!("{outlet} v{} → v{}", last.from.number, last.to.number);
    html! {
        "Last change: " (site.link(&diff_path(&last.article.reference, last.from.number, last.to.number), words))
        ", seen " (times::moment(last.to.captured, zone)) ": " (words::verdict(last.counts))
    }
}
