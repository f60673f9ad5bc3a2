//! Finds the regions within an article that list links: related stories, tags, teasers.

use super::blocks::{Form, PageBlocks, Region};
use super::prose::prose;

/// A list of links has no more than this share of the article's prose, 0 to 1.
const LITTLE: f64 = 0.2;

/// Returns for each region whether it lists links: most of its words are, and little of the text is in it.
///
/// The article's region and those around it never do.
pub(super) fn link_lists(page: &PageBlocks, root: usize) -> Vec<bool> {
    let sums = Sums::of(page);
    let whole = sums.within(&page.regions[root]).prose;
    let mut lists = vec![false; page.regions.len()];
    for (index, region) in page.regions.iter().enumerate().skip(1) {
        if region.first <= page.regions[root].first && page.regions[root].end <= region.end {
            continue;
        }
        let held = sums.within(region);
        let is_linked = held.chars < held.linked * 2;
        // A linked heading over a sentence or two is a teaser of another article.
        let is_teaser = 0 < held.linked_headings && held.paragraphs <= 2 * held.linked_headings;
        let is_little = 1 < region.end - region.first && held.prose < LITTLE * whole;
        lists[index] = lists[region.parent] || is_little && (is_linked || is_teaser);
    }
    lists
}

/// What blocks hold together.
#[derive(Clone, Copy, Default)]
struct Held {
    chars: usize,
    linked: usize,
    linked_headings: usize,
    paragraphs: usize,
    prose: f64,
}

/// What the blocks before each place hold together.
struct Sums(Vec<Held>);

impl Sums {
    fn of(page: &PageBlocks) -> Self {
        let mut sums = vec![Held::default()];
        let mut so_far = Held::default();
        for block in &page.blocks {
            let prose = prose(block);
            so_far.chars += block.chars;
            so_far.linked += block.linked;
            so_far.linked_headings += usize::from(block.form == Form::Heading && 0.9 <= block.link_share());
            so_far.paragraphs += usize::from(0.0 < prose);
            so_far.prose += prose;
            sums.push(so_far);
        }
        Self(sums)
    }

    fn within(&self, region: &Region) -> Held {
        let (before, to_end) = (&self.0[region.first], &self.0[region.end]);
        Held {
            chars: to_end.chars - before.chars,
            linked: to_end.linked - before.linked,
            linked_headings: to_end.linked_headings - before.linked_headings,
            paragraphs: to_end.paragraphs - before.paragraphs,
            prose: to_end.prose - before.prose,
        }
    }
}
