//! Writes where accounts differ: what about, who says what, and in which version.

use chrono_tz::Tz;
use maud::{Markup, html};

use super::site::{Site, version_path};
use super::story::{self, StoryTab};
use super::words;
use crate::model::ConflictState;
use crate::render::screen::times;
use crate::render::titles::capital;
use crate::render::unit_words::unit_words;
use crate::view::{ConflictView, ConflictsView, StoryHead};

/// Writes the page.
pub fn body(head: &StoryHead, view: &ConflictsView, site: &Site) -> Markup {
    html! {
        (story::head(head, StoryTab::Conflicts, site))
        @if view.conflicts.is_empty() { div.empty { p { "No accounts were found to differ." } } }
        (list(&view.conflicts, view.timezone, site))
    }
}

/// Writes the conflicts, open ones first.
pub(super) fn list(conflicts: &[ConflictView], zone: Tz, site: &Site) -> Markup {
    let mut conflicts: Vec<&ConflictView> = conflicts.iter().collect();
    conflicts.sort_by_key(|conflict| conflict.state == ConflictState::Past);
    html! {
        ol.conflicts role="list" { @for conflict in conflicts {
            li.conflict {
                h2 { span.kind { (capital(conflict.kind.as_str())) ":" } " " (unit_words(&conflict.about))
                    @if conflict.state == ConflictState::Past { span.st { " · settled since" } } @else { span.st.open { " · still open" } } }
                dl { @for side in &conflict.sides {
                    dt { b { (words::value(&side.value, zone, 120)) } }
                    dd { p.x { (side.sentence) }
                        p.m { (site.link(&version_path(&side.article, side.version), format!("{} v{}", side.outlet.as_deref().unwrap_or(&side.article), side.version)))
                            @if let Some(at) = side.as_of { ", " (times::as_of(at, side.clock, zone)) } } }
                } }
            }
        } }
    }
}
