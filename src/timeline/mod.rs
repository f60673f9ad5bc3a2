//! Orders the events and statements of a whole story.
//!
//! Two steps, so that a store can keep the first one's result for each version:
//! `gather` reads tellings off one version, `assemble` merges and orders the
//! tellings of all versions of all articles. Between them stand two states that
//! can be kept and extended by one version at a time: `Followed` (one article)
//! and `Chronology` (the story).

mod align;
mod assemble;
mod between;
mod bounds;
mod by_hand;
mod cards;
mod causes;
mod chronology;
pub mod claims;
mod clocks;
mod conflict;
mod contradict;
mod counted;
mod counts;
mod dated;
mod days;
mod decided;
mod digest;
mod earlier;
mod entry;
mod follow;
mod gather;
mod loose;
mod matters;
mod merge;
mod pick;
mod quality;
mod revise;
mod rows;
mod said;
mod shelf;
mod skim;
mod speakers;
mod spread;
mod standing;
#[cfg(test)]
mod story_tests;
mod telling;
#[cfg(test)]
mod tests;
mod turns;
mod words;

pub use assemble::assemble;
pub use between::{TimelineDiff, between};
pub use by_hand::{Sources, apply};
pub use chronology::{Chronology, Grouping, Item};
pub use counts::are_about_one;
pub use earlier::earlier_year;
pub use follow::{Followed, Passage, Revision, Thread, Times, Wording};
pub use gather::gather;
pub use rows::{Row, in_order};
pub use skim::skim;
pub use standing::{Place, Stand, standing, stands_in};
pub use telling::{ArticleTellings, FigureTold, Line, Said, Telling, Turn, VersionTellings};
