//! Finds the region of a page that holds the article.
//!
//! Each block of prose counts for all regions around it; blocks beside the article count
//! nothing. From the page inwards, the region is followed that holds nearly all of what
//! the one around it holds, until none does: the article may be in two containers.

use super::blocks::PageBlocks;
use super::prose::prose;
use super::region_table::RegionKind;

/// A region within another is entered where it holds this share of its prose, 0 to 1.
const NEARLY_ALL: f64 = 0.8;
/// Prose in a region marked as the text counts so much more.
const MARKED: f64 = 10.0;
/// Prose in the `<article>` that holds the headline counts so much more.
const HEADED: f64 = 10.0;
/// A region that holds this share of the page's prose, 0 to 1, is not beside the article whatever its name.
const MUCH: f64 = 0.4;

/// Returns for each region whether its blocks are no part of the article by what its name says.
pub(crate) fn foreign(page: &PageBlocks) -> Vec<bool> {
    let mut all = vec![0.0; page.blocks.len() + 1];
    for (at, block) in page.blocks.iter().enumerate() {
        all[at + 1] = all[at] + prose(block);
    }
    let holds_body = holds_body(page);
    let total = all[page.blocks.len()];
    let mut foreign = Vec::with_capacity(page.regions.len());
    for (index, region) in page.regions.iter().enumerate() {
        let share = (all[region.end] - all[region.first]) / f64::max(total, 1.0);
        let is_named = match region.kind {
            RegionKind::Hidden => share < NEARLY_ALL,
            _ if holds_body[index] => false,
            RegionKind::Foreign | RegionKind::Caption => true,
            RegionKind::Beside => share < MUCH,
            _ => false,
        };
        let around = index != region.parent && foreign[region.parent] && region.kind != RegionKind::Note;
        foreign.push(is_named || around);
    }
    foreign
}

/// Returns for each region whether one within it is marked as the text of the article.
fn holds_body(page: &PageBlocks) -> Vec<bool> {
    let mut holds: Vec<bool> = page.regions.iter().map(|region| region.kind == RegionKind::Body).collect();
    for index in (1..page.regions.len()).rev() {
        let parent = page.regions[index].parent;
        holds[parent] |= holds[index];
    }
    holds
}

/// Returns the region that holds the article.
pub(crate) fn root_of(page: &PageBlocks, foreign: &[bool], headline: Option<usize>) -> usize {
    let weights = weights(page, headline);
    let mut held = vec![0.0; page.regions.len()];
    for block in page.blocks.iter().filter(|block| !foreign[block.region]) {
        held[block.region] += prose(block) * weights[block.region];
    }
    for index in (1..page.regions.len()).rev() {
        held[page.regions[index].parent] += held[index];
    }
    let mut best: Vec<Option<usize>> = vec![None; page.regions.len()];
    for index in 1..page.regions.len() {
        let parent = page.regions[index].parent;
        if best[parent].is_none_or(|best| held[best] < held[index]) {
            best[parent] = Some(index);
        }
    }
    let mut root = 0;
    while let Some(inner) = best[root].filter(|&inner| 0.0 < held[inner] && NEARLY_ALL * held[root] <= held[inner]) {
        root = inner;
    }
    root
}

/// Returns how much prose counts in each region.
fn weights(page: &PageBlocks, headline: Option<usize>) -> Vec<f64> {
    let mut weights: Vec<f64> = Vec::with_capacity(page.regions.len());
    for (index, region) in page.regions.iter().enumerate() {
        let around = if index == region.parent { 1.0 } else { weights[region.parent] };
        let own = match region.kind {
            RegionKind::Body if around < MARKED => MARKED,
            RegionKind::Article if headline.is_some_and(|at| (region.first..region.end).contains(&at)) => HEADED,
            _ => 1.0,
        };
        weights.push(around * own);
    }
    weights
}
