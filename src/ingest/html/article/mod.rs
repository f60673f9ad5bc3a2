//! Finds the article on a page: its paragraphs, list items, rows and headings, in reading order.
//!
//! In: a parsed page, and the place of its headline. Out: the blocks that are its text. In order:
//! - `blocks.rs`: the page as blocks of text in regions; `region_table.rs`: what names say of a region
//! - `prose.rs`: how much of a block reads like sentences; `root.rs`: the region that holds the article
//! - `link_lists.rs`: regions that list links; `keep.rs`: which of its blocks are text; `furniture_table.rs`: lines that are none

mod blocks;
mod furniture_table;
mod keep;
mod link_lists;
mod prose;
mod region_table;
mod root;
#[cfg(test)]
mod tests;

pub(super) use blocks::{Form, PageBlocks, TextBlock, blocks_below};
pub(super) use keep::{all, kept};
pub(super) use prose::{ends_sentence, prose};
pub(super) use root::{foreign, root_of};
