//! Finds the years that the months of a narrative leave out.
//!
//! "In February 1945 Budapest fell. By July … In June 1944 …": July is that of
//! 1944, although the story would rather go on to the next one, because then it
//! must come all the way back. So the years of open months are not chosen one
//! by one: of all paths through the dates of a narrative, the one of least cost
//! gives them, found by beam search. A year mentioned in passing need not be
//! gone to, and holds in its own sentence only.

use crate::time::context::FoundPhrase;
use crate::time::phrase::{Anchor, DateDirection, Length, PartialDate, TimeExpr, TimeUnit};
use crate::time::work;

/// Cost of a month back, where a month ahead costs 1: narratives go on.
const COST_OF_MONTH_BACK: i32 = 2;

/// Cap on the cost of going to a month whose year is open.
const MAX_COST_OPEN: i32 = 60;

/// Cap on the cost of going ahead to a date with its year.
const MAX_COST_AHEAD: i32 = 12;

/// Cap on the cost of going back to a date with its year.
const MAX_COST_BACK: i32 = 30;

/// Cost of a date with its year that opens its sentence and does not move the narrative.
///
/// This cost, the next two and the caps ahead and back were chosen on the odd articles of `WikiWars` (CC BY-SA 3.0).
const COST_OF_PASSING_LEAD: i32 = 24;

/// Cost of a year that does not move the narrative.
const COST_OF_PASSING_YEAR: i32 = 9;

/// Cost of a month with its year that does not move the narrative.
const COST_OF_PASSING_MONTH: i32 = 18;

/// Width of the beam: positions of a narrative that are kept after each date.
const MAX_POSITIONS: usize = 12;

/// A range of months, both ends included, counted from January of the year 0.
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

    /// Returns the cost of going to a month whose year is open.
    fn transition_cost(self, to: Self) -> i32 {
        match self.months_to(to) {
            months @ ..0 => (-COST_OF_MONTH_BACK * months).min(MAX_COST_OPEN),
            months => months.min(MAX_COST_OPEN),
        }
    }

    /// Returns the cost of going to a date with its year.
    fn transition_cost_to_year(self, to: Self) -> i32 {
        match self.months_to(to) {
            months @ ..0 => (-COST_OF_MONTH_BACK * months).min(MAX_COST_BACK),
            months => months.min(MAX_COST_AHEAD),
        }
    }
}

/// Where the narrative may stand after a date.
#[derive(Clone, Copy, Debug)]
struct Position {
    months: MonthRange,
    /// A date mentioned in passing, and its sentence.
    passing: Option<(MonthRange, usize)>,
    /// Cost of the path that leads here.
    cost: i32,
    /// Place of the position before this one, after the date before.
    before: usize,
    /// Year chosen for the date that leads here.
    year: Option<i32>,
}

/// What a phrase does to a narrative.
enum PathStep {
    /// A date with its year.
    Known(MonthRange),
    /// A month that leaves its year out.
    Open(i32),
    /// A month after the one before: the end of a range.
    Next(i32),
    /// So many years on: "the following year".
    Years(i32),
}

/// Returns the year of each phrase that leaves it out; none before the first year of the text.
pub(crate) fn years_of_path(found: &[FoundPhrase]) -> Vec<Option<i32>> {
    let mut years = vec![None; found.len()];
    let steps = found.iter().enumerate().filter_map(|(place, found)| Some((place, step_of(found)?)));
    let steps: Vec<_> = steps.skip_while(|(_, step)| !matches!(step, PathStep::Known(_))).collect();
    let Some((_, PathStep::Known(first))) = steps.first() else { return years };
    let start = Position { months: *first, passing: None, cost: 0, before: 0, year: None };
    let mut layers = vec![vec![start]];
    for (place, step) in &steps {
        let (sentence, leading) = (found[*place].sentence, found[*place].leading);
        let last = layers.last().expect("the start is there");
        let next =
            last.iter().enumerate().flat_map(|(before, from)| next_positions(from, before, step, sentence, leading));
        let mut next: Vec<Position> = next.collect();
        next.sort_by_key(|position| position.cost);
        next.truncate(MAX_POSITIONS);
        layers.push(next);
    }
    let mut at = 0;
    for ((place, _), layer) in steps.iter().zip(&layers[1..]).rev() {
        years[*place] = layer[at].year;
        at = layer[at].before;
    }
    years
}

/// Returns what a phrase does to a narrative, if it does anything.
fn step_of(found: &FoundPhrase) -> Option<PathStep> {
    match &found.phrase.expr {
        TimeExpr::Date(date) => step_of_date(date),
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

fn step_of_date(date: &PartialDate) -> Option<PathStep> {
    let plain = !date.numeric && date.year_shift.is_none() && !date.is_reporting_period && date.holiday.is_none();
    // Seasons stand for their middle.
    let month = date.month.or_else(|| date.season.map(|season| season * 3 + 1)).map(u32::cast_signed);
    match (date.year, month, date.direction) {
        _ if !plain => None,
        (Some(year), Some(month), _) => Some(PathStep::Known(MonthRange::month(year, month))),
        (Some(year), None, _) => Some(PathStep::Known(MonthRange::year(year))),
        (None, Some(month), DateDirection::Open) => Some(PathStep::Open(month)),
        (None, Some(month), DateDirection::Following) => Some(PathStep::Next(month)),
        _ => None,
    }
}

/// Returns the positions that a narrative can have after a phrase.
fn next_positions(from: &Position, before: usize, step: &PathStep, sentence: usize, leading: bool) -> Vec<Position> {
    work::step();
    let passing = from.passing.filter(|(_, at)| *at == sentence);
    let stay = |months, cost| Position { months, passing, cost: from.cost + cost, before, year: None };
    match step {
        PathStep::Years(shift) => {
            let year = from.months.0.div_euclid(12) + shift;
            vec![stay(MonthRange::year(year), 0)]
        }
        PathStep::Known(range) => {
            let is_year = range.0 < range.1;
            // The year that the narrative is in says nothing new.
            let is_here = is_year && range.0 <= from.months.0 && from.months.1 <= range.1;
            let months = if is_here { from.months } else { *range };
            let cost = match (leading, is_year) {
                (true, _) => COST_OF_PASSING_LEAD,
                (false, true) => COST_OF_PASSING_YEAR,
                (false, false) => COST_OF_PASSING_MONTH,
            };
            let in_passing = Position { passing: Some((*range, sentence)), ..stay(from.months, cost) };
            vec![stay(months, from.months.transition_cost_to_year(*range)), in_passing]
        }
        PathStep::Open(month) => {
            let around = from.months.0.div_euclid(12) - 1..=from.months.1.div_euclid(12) + 1;
            let on = around.map(|year| {
                let range = MonthRange::month(year, *month);
                Position { year: Some(year), ..stay(range, from.months.transition_cost(range)) }
            });
            let in_passing = passing.map(|(mentioned, _)| {
                let year = mentioned.0.div_euclid(12);
                let passing = Some((MonthRange::month(year, *month), sentence));
                Position { year: Some(year), passing, ..stay(from.months, 0) }
            });
            on.chain(in_passing).collect()
        }
        PathStep::Next(month) => {
            let year = from.months.0.div_euclid(12);
            let year = if MonthRange::month(year, *month).0 < from.months.0 { year + 1 } else { year };
            vec![stay(MonthRange::month(year, *month), 0)]
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Setting;
    use crate::time::timexes_in;

    #[test]
    fn the_path_of_a_story_gives_its_months_their_years() {
        for (text, want) in [
            // The story comes back to 1944 later, so the months before are of that year.
            (
                "In February 1945 the city fell. By July the rest was lost. In June 1944 they landed.",
                "1945-02 1944-07 1944-06",
            ),
            ("In November 1941 they met. In January they parted.", "1941-11 1942-01"),
            // A year mentioned in passing does not move the story.
            (
                "In August 1964 it began. A book that was printed in 2005 doubted it. On 4 August they fired; in May 1965 more came.",
                "1964-08 2005 1964-08-04 1965-05",
            ),
            ("In May 1950 it began. The following year was calm. In March they voted.", "1950-05 1951 1951-03"),
        ] {
            let timexes = timexes_in(&crate::text::read(text), Setting::default());
            let values: Vec<_> = timexes.iter().map(|timex| timex.value.as_str()).collect();
            assert_eq!(values.join(" "), want, "in {text:?}");
        }
    }
}
