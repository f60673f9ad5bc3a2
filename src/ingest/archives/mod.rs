//! Reads what other programs kept of pages: web archives, repositories, the files of other trackers.
//!
//! In: a file or folder. Out: an [`ArchivedPage`] for each page and moment that it holds, through one trait,
//! [`PageArchive`]. One page is in memory at a time; how many are kept at once is for the caller to say. Everything here is
//! hostile: nothing of it is run, and every size is bounded.
//!
//! - `page.rs`: a page as an archive holds it, and the trait
//! - `warc/`: web archives; `wacz.rs`: web archives with an index, in a zip file
//! - `git.rs`: files of a repository, commit by commit; `objects.rs`: how its objects are read
//! - `newsdiffs.rs`: the repositories of NewsDiffs; `changedetection.rs`: the folder of changedetection.io
//! - `wayback.rs`: the Wayback Machine
//!
//! The databases of diffengine and NewsEdits are read by `store`, which speaks SQL.

mod changedetection;
mod git;
mod newsdiffs;
mod objects;
mod page;
mod wacz;
pub mod warc;
mod wayback;

pub use changedetection::ChangeDetectionFolder;
pub use git::GitFiles;
pub use newsdiffs::NewsDiffsFolder;
pub use page::{
    ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedRevisit, ArchivedText, HttpAnswer, MAX_PAGE_BYTES, NAMELESS,
    PageArchive, PageName, PageWanted,
};
pub use wacz::WaczPages;
pub use wayback::{Mementos, WaybackRange};
