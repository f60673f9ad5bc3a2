//! Decides which blocks of the article's region are its text.
//!
//! A paragraph between kept ones is kept, whatever links it holds; short lines are kept
//! where their neighbours are; lists of links, labels, buttons and counters are not. What
//! stands between the headline and the region opens the article, and a correction is kept
//! wherever it stands.

use super::blocks::{Form, PageBlocks, TextBlock};
use super::furniture_table::{is_entry_time, is_furniture, is_stamp};
use super::link_lists::link_lists;
use super::prose::{ends_sentence, prose};
use super::region_table::RegionKind;
use crate::text::opens_notice;

/// Which blocks of a page are its article.
pub(crate) struct Kept {
    /// The places of the blocks that are text, in order.
    pub text: Vec<usize>,
    /// One paragraph alone between the headline and the article's region.
    pub standfirst: Option<usize>,
}

/// Returns which blocks are text, given the article's region and the place of the headline.
pub(crate) fn kept(page: &PageBlocks, foreign: &[bool], root: usize, headline: Option<usize>) -> Kept {
    let region = &page.regions[root];
    let mut keep = Keep { page, foreign, lists: link_lists(page, root), kept: vec![false; page.blocks.len()] };
    let opening = headline.map_or(region.first, |headline| headline.min(region.first));
    for at in opening..region.end {
        keep.kept[at] = keep.is_prose(at);
    }
    keep.add_neighbours(region.first..region.end, headline);
    keep.add_headings(region.first..region.end);
    keep.drop_labels();
    for at in opening..page.blocks.len() {
        keep.kept[at] |= keep.is_correction(at);
    }
    let above: Vec<usize> = (opening..region.first).filter(|&at| keep.kept[at]).collect();
    let standfirst = above.first().copied().filter(|_| above.len() == 1);
    let text: Vec<usize> = (0..page.blocks.len()).filter(|&at| keep.kept[at] && Some(at) != standfirst).collect();
    match text.is_empty() {
        // A few words are a whole article where the page holds no more.
        true => Kept { text: all(page, foreign, root), standfirst: None },
        false => Kept { text, standfirst },
    }
}

/// Returns all blocks of a region that can be text, whatever they look like.
pub(crate) fn all(page: &PageBlocks, foreign: &[bool], root: usize) -> Vec<usize> {
    let region = &page.regions[root];
    let keep = Keep { page, foreign, lists: vec![false; page.regions.len()], kept: Vec::new() };
    (region.first..region.end).filter(|&at| keep.may_be_text(at)).collect()
}

struct Keep<'p> {
    page: &'p PageBlocks,
    /// Regions that are no part of the article.
    foreign: &'p [bool],
    /// Regions that list links.
    lists: Vec<bool>,
    kept: Vec<bool>,
}

impl Keep<'_> {
    fn block(&self, at: usize) -> &TextBlock {
        &self.page.blocks[at]
    }

    /// Returns whether a block can be text, as far as its region and its words tell.
    fn may_be_text(&self, at: usize) -> bool {
        let block = self.block(at);
        // Two numbers are a time of the page, but not as the cells of a table.
        let is_cells = block.form == Form::Row && block.text.contains(" | ");
        let is_page = is_furniture(&block.text) || !is_cells && is_stamp(&block.text);
        !self.foreign[block.region] && !self.lists[block.region] && !is_page
    }

    /// Returns whether a block is a paragraph by its own looks.
    fn is_prose(&self, at: usize) -> bool {
        0.0 < prose(self.block(at)) && self.may_be_text(at)
    }

    /// Returns whether a block tells of a correction.
    fn is_correction(&self, at: usize) -> bool {
        let block = self.block(at);
        let is_named = self.page.regions[block.region].kind == RegionKind::Note && !self.foreign[block.region];
        ends_sentence(&block.text) && block.link_share() < 0.5 && (is_named || opens_notice(&block.text))
    }

    /// Keeps the short lines and linked sentences that stand where the paragraphs stand.
    fn add_neighbours(&mut self, range: std::ops::Range<usize>, headline: Option<usize>) {
        let homes = self.homes();
        let depths = self.depths();
        // A label over the headline says to which part of the site the article belongs.
        let head = headline.filter(|&head| !(range.start..head).any(|at| self.kept[at])).unwrap_or(0);
        let n_times = range.clone().filter(|&at| is_entry_time(&self.block(at).text)).count();
        for at in range {
            let block = self.block(at);
            if self.kept[at] || at < head || !self.may_be_text(at) {
                continue;
            }
            let around = self.page.regions[block.region].parent;
            let n_words = block.text.split_whitespace().count();
            // A list may have a box of its own; what stands in it are then no labels.
            let is_boxed = 3 < n_words && homes[self.page.regions[around].parent];
            let is_sentence = ends_sentence(&block.text) && 5 < n_words;
            self.kept[at] = match block.form {
                _ if is_entry_time(&block.text) => 1 < n_times,
                Form::Heading => false,
                Form::ListItem | Form::Row => {
                    (homes[block.region] || homes[around] || is_boxed) && block.link_share() < 0.5
                }
                _ if is_sentence => homes[block.region] || depths.contains(&self.page.regions[block.region].depth),
                _ => homes[block.region] && block.link_share() < 0.5,
            };
        }
    }

    /// Keeps the headings over blocks that are kept.
    fn add_headings(&mut self, range: std::ops::Range<usize>) {
        let mut is_kept_below = false;
        for at in range.rev() {
            match self.block(at).form {
                Form::Heading => {
                    self.kept[at] = is_kept_below && self.may_be_text(at) && self.block(at).link_share() < 0.5;
                }
                // An advert or an embedded film between a heading and its paragraph says nothing.
                _ if self.foreign[self.block(at).region] => {}
                _ => is_kept_below = self.kept[at],
            }
        }
    }

    /// Drops labels over links that are not kept: "More on this", "Don't miss".
    fn drop_labels(&mut self) {
        for at in (1..self.kept.len()).rev() {
            let (label, below) = (self.block(at - 1), self.block(at));
            let is_link = !self.kept[at] && 0.5 <= below.link_share();
            let is_label = label.text.ends_with(':') || !ends_sentence(&label.text) && label.chars < 60;
            if is_link && is_label && label.form != Form::ListItem {
                self.kept[at - 1] = false;
            }
        }
    }

    /// Returns for each region whether kept blocks stand directly in it.
    fn homes(&self) -> Vec<bool> {
        let mut homes = vec![false; self.page.regions.len()];
        for at in (0..self.kept.len()).filter(|&at| self.kept[at]) {
            homes[self.block(at).region] = true;
        }
        homes
    }

    /// Returns the depths at which two or more kept blocks stand: each paragraph may have an element of its own.
    fn depths(&self) -> Vec<usize> {
        let mut depths: Vec<usize> = (0..self.kept.len())
            .filter(|&at| self.kept[at])
            .map(|at| self.page.regions[self.block(at).region].depth)
            .collect();
        depths.sort_unstable();
        depths.chunk_by(|one, other| one == other).filter(|group| 1 < group.len()).map(|group| group[0]).collect()
    }
}
