//! Writes who is quoted in a story, with the names that the texts use.
//!
//! ```text
//! Ngozi Okafor  7 statements, 2 outlets
//!     Ngozi Okafor (Herald, Post); Okafor (Post)
//!     first quoted: Herald v1, 2 May 2025 09:00
//! ```

use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, times};
use crate::render::counted::count;
use crate::view::{PeopleView, PersonNameView, PersonView};

/// Writes the people of a story.
pub fn people(look: ScreenStyle, view: &PeopleView) -> String {
    let lines = view.people.iter().map(|person| lines(look, person, view.timezone));
    times::headed(look, view.timezone, lines.collect())
}

fn lines(look: ScreenStyle, person: &PersonView, zone: chrono_tz::Tz) -> String {
    let told = format!(
        "  {}, {}",
        count(person.statements, "statement", "statements"),
        count(person.outlets.len(), "outlet", "outlets")
    );
    let mut text = hanging_indent(look, "", &[(TextMark::Strong, person.name.clone()), (TextMark::Faint, told)]);
    let is_known = |own: &PersonNameView| own.name == person.name && person.names.len() == 1;
    if !person.names.iter().all(is_known) {
        text.push_str(&hanging_indent(look, "    ", &[(TextMark::Plain, names(person))]));
    }
    let first = &person.first;
    let seen = first.captured.map(|at| format!(", {}", times::moment(at, zone))).unwrap_or_default();
    let words = format!("first quoted: {} v{}{seen}", first.outlet.as_deref().unwrap_or(&first.article), first.version);
    text + &hanging_indent(look, "    ", &[(TextMark::Faint, words)])
}

/// Returns the names of a person, each with the outlets that use it.
fn names(person: &PersonView) -> String {
    let names = person.names.iter().map(|own| format!("{} ({})", own.name, own.outlets.join(", ")));
    names.collect::<Vec<_>>().join("; ")
}
