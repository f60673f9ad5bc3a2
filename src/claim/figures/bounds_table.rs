//! Lists the words that bound a figure: "at least 12", "nearly half", "12 or so".

use crate::model::Bound::{self, About, AtLeast, AtMost};

/// Words beside a number, which side they stand on, and what they make of it.
pub(super) struct BoundWords {
    pub words: &'static str,
    pub bound: Bound,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    pub example: &'static str,
}

const fn row(words: &'static str, bound: Bound, example: &'static str) -> BoundWords {
    BoundWords { words, bound, example }
}

/// Words before the number. A longer match wins.
#[rustfmt::skip]
pub(super) static BEFORE: &[BoundWords] = &[
    row("at least", AtLeast, "At least 12 people were hurt."),
    row("more than", AtLeast, "More than 300 homes lost power."),
    row("over", AtLeast, "Over 40 schools closed."),
    row("well over", AtLeast, "Well over 40 schools closed."),
    row("no fewer than", AtLeast, "No fewer than 30 ships sailed."),
    row("no less than", AtLeast, "No less than 30 ships sailed."),
    row("not less than", AtLeast, "Not less than 30 ships sailed."),
    row("not fewer than", AtLeast, "Not fewer than 30 ships sailed."),
    row("upwards of", AtLeast, "Upwards of 30 ships sailed."),
    row("in excess of", AtLeast, "Sales in excess of £3m are planned."),
    row("has passed", AtLeast, "The toll has passed 900."),
    row("had passed", AtLeast, "The toll had passed 900."),
    row("exceeded", AtLeast, "The toll exceeded 900."),
    row("surpassed", AtLeast, "The toll surpassed 900."),
    row("topped", AtLeast, "The toll topped 900."),
    row("exceeding", AtLeast, "A loss exceeding £3m is planned."),
    row("a minimum of", AtLeast, "The club needs a minimum of 20 points."),
    row("above", AtLeast, "It stayed above 20 points."),
    row("greater than", AtLeast, "A share greater than 20% is rare."),
    row("larger than", AtLeast, "A share larger than 20% is rare."),
    row("higher than", AtLeast, "A share higher than 20% is rare."),
    row("better than", AtLeast, "A share better than 20% is rare."),
    row("at the very least", AtLeast, "At the very least 12 cars burnt."),
    row("at most", AtMost, "At most 12 cars burnt."),
    row("at the most", AtMost, "At the most 12 cars burnt."),
    row("up to", AtMost, "Up to 500 jobs are at risk."),
    row("as many as", AtMost, "As many as 500 jobs are at risk."),
    row("as much as", AtMost, "It could cost as much as $5m."),
    row("as high as", AtMost, "The toll may be as high as 90."),
    row("no more than", AtMost, "No more than 20 guests came."),
    row("not more than", AtMost, "Not more than 20 guests came."),
    row("fewer than", AtMost, "Fewer than 20 guests came."),
    row("less than", AtMost, "Less than 20% came."),
    row("lower than", AtMost, "A share lower than 20% is rare."),
    row("under", AtMost, "Just 20 came, under 5% of the town."),
    row("below", AtMost, "It fell below 5%."),
    row("a maximum of", AtMost, "A maximum of 20 guests came."),
    row("well under", AtMost, "It is well under 5%."),
    row("about", About, "About 50 boats were moored."),
    row("around", About, "Around 50 boats were moored."),
    row("round about", About, "Round about 50 boats were moored."),
    row("some", About, "Some 50 boats were moored."),
    row("roughly", About, "Roughly 50 boats were moored."),
    row("approximately", About, "Approximately 50 boats were moored."),
    row("approx", About, "The pier, approx 50 metres long, burnt."),
    row("circa", About, "The hoard has circa 50 coins."),
    row("an estimated", About, "An estimated 50 boats were moored."),
    row("estimated", About, "Estimated 50 boats were moored."),
    row("close to", About, "Close to 50 boats were moored."),
    row("nearly", About, "Nearly 50 boats were moored."),
    row("near", About, "The bill is near $50m."),
    row("almost", About, "Almost 50 boats were moored."),
    row("just over", About, "Just over 50 boats were moored."),
    row("just under", About, "Just under 50 boats were moored."),
    row("just above", About, "It stands just above 50%."),
    row("just below", About, "It stands just below 50%."),
    row("just shy of", About, "It stands just shy of 50%."),
    row("slightly more than", About, "It is slightly more than 50%."),
    row("slightly less than", About, "It is slightly less than 50%."),
    row("slightly over", About, "It is slightly over 50%."),
    row("slightly under", About, "It is slightly under 50%."),
    row("a little over", About, "It is a little over 50%."),
    row("a little under", About, "It is a little under 50%."),
    row("a little more than", About, "It is a little more than 50%."),
    row("in the region of", About, "Costs in the region of £50m are feared."),
    row("something like", About, "Something like 50 boats were moored."),
    row("an average of", About, "An average of 50 boats came."),
    row("on average", About, "On average 50 boats came."),
    row("only about", About, "Only about 50 boats came."),
    row("~", About, "It has ~50 boats."),
];

/// Words after the number, and after its unit or what it counts.
#[rustfmt::skip]
pub(super) static AFTER: &[BoundWords] = &[
    row("or more", AtLeast, "Groups of 50 or more were banned."),
    row("or higher", AtLeast, "A share of 50% or higher is rare."),
    row("or above", AtLeast, "A mark of 50% or above is rare."),
    row("plus", AtLeast, "The 50 plus group won."),
    row("+", AtLeast, "It drew 50+ boats."),
    row("at least", AtLeast, "It lost £50m at least."),
    row("or fewer", AtMost, "Groups of 50 or fewer may meet."),
    row("or less", AtMost, "A share of 50% or less is rare."),
    row("or under", AtMost, "A mark of 50% or under is rare."),
    row("or below", AtMost, "A mark of 50% or below is rare."),
    row("at most", AtMost, "It lost £50m at most."),
    row("or so", About, "The 50 or so boats were moored."),
    row("or thereabouts", About, "It has 50 or thereabouts."),
];
