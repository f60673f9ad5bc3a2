//! Finds the years that a story leaves out.
//!
//! "In February 1945 Budapest fell. By July … In June 1944 …": July is that of
//! 1944, although the story would rather go on to the next one, because then it
//! must come all the way back. So the years of open months are not chosen one
//! by one: the path through all dates of a story with the least going back is
//! theirs. A year told in passing need not be gone to, and holds in its own
//! sentence only.

use crate::time::context::finder::FoundPhrase;
use crate::time::phrase::{Anchor, Direction, Length, PartialDate, TimeExpr, TimeUnit};

/// TimeExpr a month back costs, where a month ahead costs 1: stories go on.
const BACK: i32 = 2;

/// Most that a way costs: over open months, ahead to a date with its year, and back to one.
const FAR: i32 = 60;
const FAR_AHEAD: i32 = 12;
const FAR_BACK: i32 = 30;

/// TimeExpr it costs to leave a date aside: one that opens its sentence, a year, a month.
///
/// These five were chosen on the odd articles of `WikiWars` (CC BY-SA 3.0).
const ASIDE_LEADING: i32 = 24;
const ASIDE_YEAR: i32 = 9;
const ASIDE_MONTH: i32 = 18;

/// Places of a story that are kept in mind at once.
const MOST: usize = 12;

/// A stretch of months, both ends included; 12 to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MonthRange(i32, i32);

impl MonthRange {
    const fn month(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1, year * 12 + month - 1)
    }

    const fn year(year: i32) -> Self {
        Self(year * 12, year * 12 + 11)
    }

    /// Returns the months from here to there: below 0 when they lie behind.
    const fn months_to(self, to: Self) -> i32 {
        if self.1 < to.0 {
            to.0 - self.1
        } else if to.1 < self.0 {
            to.1 - self.0
        } else {
            0
        }
    }

    /// Returns what it costs a story to go on to a month whose year is open.
    fn way(self, to: Self) -> i32 {
        match self.months_to(to) {
            months @ ..0 => (-BACK * months).min(FAR),
            months => months.min(FAR),
        }
    }

    /// Returns what it costs a story to go on to a date that tells its year.
    fn way_told(self, to: Self) -> i32 {
        match self.months_to(to) {
            months @ ..0 => (-BACK * months).min(FAR_BACK),
            months => months.min(FAR_AHEAD),
        }
    }
}

/// Where the story may stand.
#[derive(Clone, Copy, Debug)]
struct StoryMonth {
    story: MonthRange,
    /// A date told in passing, and its sentence.
    aside: Option<(MonthRange, usize)>,
    cost: i32,
    /// StoryMonth before this one.
    before: usize,
    /// Year chosen on the way here.
    year: Option<i32>,
}

/// TimeExpr a phrase does to a story.
enum PathStep {
    /// A date with its year.
    Known(MonthRange),
    /// A month that leaves its year out.
    Open(i32),
    /// A month after the one before: the end of a range.
    Next(i32),
    /// "the following year".
    Years(i32),
}

/// Returns the year of each phrase that leaves it out; nothing before the first year of the text.
pub fn years(found: &[FoundPhrase]) -> Vec<Option<i32>> {
    let mut years = vec![None; found.len()];
    let steps = found.iter().enumerate().filter_map(|(place, found)| Some((place, step(found)?)));
    let steps: Vec<_> = steps.skip_while(|(_, step)| !matches!(step, PathStep::Known(_))).collect();
    let Some((_, PathStep::Known(first))) = steps.first() else { return years };
    let start = StoryMonth { story: *first, aside: None, cost: 0, before: 0, year: None };
    let mut layers = vec![vec![start]];
    for (place, step) in &steps {
        let (sentence, leading) = (found[*place].sentence, found[*place].leading);
        let last = layers.last().expect("the start is there");
        let next = last.iter().enumerate().flat_map(|(before, from)| onward(from, before, step, sentence, leading));
        let mut next: Vec<StoryMonth> = next.collect();
        next.sort_by_key(|place| place.cost);
        next.truncate(MOST);
        layers.push(next);
    }
    let mut at = 0;
    for ((place, _), layer) in steps.iter().zip(&layers[1..]).rev() {
        years[*place] = layer[at].year;
        at = layer[at].before;
    }
    years
}

/// Returns what a phrase does to a story, if it does anything.
fn step(found: &FoundPhrase) -> Option<PathStep> {
    match &found.phrase.what {
        TimeExpr::Date(date) => date_step(date),
        TimeExpr::Unit { unit: TimeUnit::Year, shift, anchor: Anchor::Reference } if *shift != 0 => {
            Some(PathStep::Years(*shift))
        }
        TimeExpr::Shift {
            length: Length { number: Some(number), unit: TimeUnit::Year, .. },
            sign,
            anchor,
            of: None,
        } if *anchor == Anchor::Reference && *number < 100.0 && *sign != 0 => {
            Some(PathStep::Years(sign * *number as i32))
        }
        _ => None,
    }
}

fn date_step(date: &PartialDate) -> Option<PathStep> {
    let plain = !date.numeric && date.year_shift.is_none() && !date.period && date.holiday.is_none();
    // Seasons stand for their middle.
    let month = date.month.or_else(|| date.season.map(|season| season * 3 + 1)).map(u32::cast_signed);
    match (date.year, month, date.direction) {
        _ if !plain => None,
        (Some(year), Some(month), _) => Some(PathStep::Known(MonthRange::month(year, month))),
        (Some(year), None, _) => Some(PathStep::Known(MonthRange::year(year))),
        (None, Some(month), Direction::Open) => Some(PathStep::Open(month)),
        (None, Some(month), Direction::Following) => Some(PathStep::Next(month)),
        _ => None,
    }
}

/// Returns the places a story can be at after a phrase.
fn onward(from: &StoryMonth, before: usize, step: &PathStep, sentence: usize, leading: bool) -> Vec<StoryMonth> {
    let aside = from.aside.filter(|(_, at)| *at == sentence);
    let stay = |story, cost| StoryMonth { story, aside, cost: from.cost + cost, before, year: None };
    match step {
        PathStep::Years(shift) => {
            let year = from.story.0.div_euclid(12) + shift;
            vec![stay(MonthRange::year(year), 0)]
        }
        PathStep::Known(stretch) => {
            let is_year = stretch.0 < stretch.1;
            // The year that the story is in tells nothing new.
            let is_here = is_year && stretch.0 <= from.story.0 && from.story.1 <= stretch.1;
            let story = if is_here { from.story } else { *stretch };
            let cost = match (leading, is_year) {
                (true, _) => ASIDE_LEADING,
                (false, true) => ASIDE_YEAR,
                (false, false) => ASIDE_MONTH,
            };
            let passing = StoryMonth { aside: Some((*stretch, sentence)), ..stay(from.story, cost) };
            vec![stay(story, from.story.way_told(*stretch)), passing]
        }
        PathStep::Open(month) => {
            let around = from.story.0.div_euclid(12) - 1..=from.story.1.div_euclid(12) + 1;
            let on = around.map(|year| {
                let stretch = MonthRange::month(year, *month);
                StoryMonth { year: Some(year), ..stay(stretch, from.story.way(stretch)) }
            });
            let passing = aside.map(|(told, _)| {
                let year = told.0.div_euclid(12);
                let aside = Some((MonthRange::month(year, *month), sentence));
                StoryMonth { year: Some(year), aside, ..stay(from.story, 0) }
            });
            on.chain(passing).collect()
        }
        PathStep::Next(month) => {
            let year = from.story.0.div_euclid(12);
            let year = if MonthRange::month(year, *month).0 < from.story.0 { year + 1 } else { year };
            vec![stay(MonthRange::month(year, *month), 0)]
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Setting;
    use crate::time::find;

    #[test]
    fn the_path_of_a_story_gives_its_months_their_years() {
        for (text, want) in [
            // It comes back to 1944 later, so the months before are of that year.
            (
                "In February 1945 the city fell. By July the rest was lost. In June 1944 they landed.",
                "1945-02 1944-07 1944-06",
            ),
            ("In November 1941 they met. In January they parted.", "1941-11 1942-01"),
            // A year told in passing does not move the story.
            (
                "In August 1964 it began. A book that was printed in 2005 doubted it. On 4 August they fired; in May 1965 more came.",
                "1964-08 2005 1964-08-04 1965-05",
            ),
            ("In May 1950 it began. The following year was calm. In March they voted.", "1950-05 1951 1951-03"),
        ] {
            let timexes = find(&crate::text::read(text), Setting::default());
            let values: Vec<_> = timexes.iter().map(|timex| timex.value.as_str()).collect();
            assert_eq!(values.join(" "), want, "in {text:?}");
        }
    }
}
