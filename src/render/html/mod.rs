//! Writes views as pages: the same for the server, for a site of files, and for a file by itself.
//!
//! In: a view, and the [`Site`] around the page, which says where other pages lie. Out: the
//! body of a page, which [`Frame`] completes. Nothing here knows whether a server or an
//! export asks, so they cannot differ.
//!
//! - `site.rs`: addresses of pages; `frame.rs`: head, way around and foot; `style.css`: how all looks
//! - `words.rs`: the words that all pages share; `facet.rs`: a change as a list entry
//! - `lists.rs`: today, stories, articles, search; `problem.rs`: why something could not be shown
//! - `story.rs`: the head of a story's pages
//! - `timeline.rs`, `changes.rs`, `claims.rs`, `conflicts.rs`, `figures.rs`, `people.rs`: pages of a story
//! - `article.rs`, `looks.rs`, `version.rs`, `diff.rs`, `change.rs`: pages of an article; `live_page.rs`: links to what is live
//! - `baked_search.rs`, `baked_search.js`: the search of a site of files
//! - `pager.rs`: long lists, page by page; `rhythm.rs`: when updates came, drawn
//! - `cite.rs`: how to cite and hand on; `card.rs`: a change as a picture

pub mod article;
pub mod baked_search;
pub mod card;
pub mod change;
pub mod changes;
pub mod cite;
pub mod claims;
pub mod conflicts;
pub mod diff;
mod facet;
pub mod figures;
pub mod frame;
pub mod lists;
mod live_page;
pub mod looks;
mod pager;
pub mod people;
pub mod problem;
mod rhythm;
pub mod site;
pub mod story;
pub mod timeline;
pub mod version;
mod words;

pub use crate::render::titles::story_title;
pub use frame::{Frame, Section};
pub use site::Site;
