//! Reads off a sentence's figures those that count something, in the form in which accounts are compared.
//!
//! `Nine people were killed, the second attack in a week` counts one thing: nine,
//! killed. The words are numbered once, when the sentence first appears, because a
//! story compares every sentence whenever a version comes.

use serde::{Deserialize, Serialize};

use crate::claim::figures::rounds;
use crate::model::Bound;
use crate::text::stem;
use crate::timeline::mention::cues::{counted_word, is_harm};
use crate::timeline::mention::event_mention::ReportedFigure;
use crate::timeline::similarity::number;

/// Round numbers in one word, and from where to where the number may lie that they stand for.
const ROUND_WORDS: &[(&str, f64, f64)] =
    &[("dozens", 24.0, 200.0), ("hundreds", 150.0, 2_000.0), ("scores", 40.0, 200.0), ("thousands", 1_500.0, 20_000.0)];

/// A figure that counts or measures something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// As it is written.
    pub words: String,
    /// The number.
    pub value: f64,
    /// What is counted, in one word for all its names; else the unit.
    pub of: String,
    /// The number of its stem.
    pub name: u32,
    /// The number of the unit in which it is compared; 0 for people and things, which differ by what is counted.
    pub unit: u32,
    /// What sort of quantity it is.
    pub sort: QuantitySort,
    /// Figures of this kind in its sentence.
    pub like: usize,
    /// Whether it is exact, a minimum, a maximum or about.
    pub bound: Bound,
    /// The content words before it, by number, the nearest first.
    pub lead: Vec<u32>,
    /// The content words that follow it, by number, in order of the text.
    pub near: Vec<u32>,
}

/// What sort of quantity a figure is: how much its sentence must say for it to be compared with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuantitySort {
    /// People who came to harm.
    Harmed,
    /// People or things.
    Counted,
    /// Weight, distance, speed.
    Measured,
    /// A length of time.
    Length,
    /// A part of something.
    Share,
    /// An amount of money.
    Money,
}

impl QuantitySort {
    fn of(figure: &ReportedFigure, name: &str) -> Self {
        match figure.unit.as_deref() {
            _ if is_harm(name) => Self::Harmed,
            Some("months" | "days") => Self::Length,
            Some("%" | "pp" | "fraction" | "times") => Self::Share,
            Some(unit) if unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase()) => Self::Money,
            None | Some("people") => Self::Counted,
            Some(_) => Self::Measured,
        }
    }
}

impl Quantity {
    /// Returns those of a sentence's figures that count something.
    pub fn all(figures: &[ReportedFigure]) -> Vec<Self> {
        figures.iter().filter(|figure| counts_something(figure)).map(|figure| Self::of(figure, figures)).collect()
    }

    fn of(figure: &ReportedFigure, figures: &[ReportedFigure]) -> Self {
        // "Two thirds" is compared with "60 per cent".
        let shares;
        let figure = match figure.unit.as_deref() {
            Some("fraction") => {
                shares = ReportedFigure { value: figure.value * 100.0, unit: Some("%".to_owned()), ..figure.clone() };
                &shares
            }
            _ => figure,
        };
        let of = name(figure);
        let same = |other: &&ReportedFigure| other.unit == figure.unit && (other.of == figure.of || name(other) == of);
        Self {
            words: figure.words.clone(),
            value: figure.value,
            name: number(&stem(&of)),
            unit: figure.unit.as_deref().filter(|unit| *unit != "people").map_or(0, number),
            sort: QuantitySort::of(figure, &of),
            like: figures.iter().filter(same).count(),
            bound: figure.bound,
            lead: figure.lead.clone(),
            near: figure.near.clone(),
            of,
        }
    }
}

impl Quantity {
    /// Returns whether both may be one number: equal, or one a rounding or bound that allows the other.
    ///
    /// "Hundreds" allows 600, "more than 530,000" 531,000, and "about 50" 52; "at least 20" does not allow 17, nor ten nine.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let allows = |rough: &Self, exact: &Self| match rough.bound {
            Bound::Exact | Bound::Between => false,
            Bound::About => rounds(rough.value, exact.value),
            Bound::AtLeast => rough.value <= exact.value && rounds(rough.value, exact.value),
            Bound::AtMost => exact.value <= rough.value && rounds(rough.value, exact.value),
        };
        let may_be = |round: &Self, exact: &Self| {
            let range = ROUND_WORDS.iter().find(|(word, ..)| round.words.eq_ignore_ascii_case(word));
            range.is_some_and(|(_, least, most)| (*least..*most).contains(&exact.value))
        };
        let is_one = |a: &Self, b: &Self| allows(a, b) || may_be(a, b);
        (self.value - other.value).abs() <= f64::EPSILON || is_one(self, other) || is_one(other, self)
    }

    /// Returns the words around it that say what is counted.
    pub fn surroundings(&self) -> impl Iterator<Item = u32> + '_ {
        self.lead.iter().chain(&self.near).copied()
    }
}

/// Returns the one word for what a figure counts, else its unit.
fn name(figure: &ReportedFigure) -> String {
    match (&figure.of, &figure.unit) {
        (Some(of), _) => counted_word(of).into_owned(),
        (None, unit) => unit.clone().unwrap_or_default(),
    }
}

/// Returns whether a figure counts something: an ordinal does not, nor does a bare number; what has a unit can be
/// compared by its sentence.
fn counts_something(figure: &ReportedFigure) -> bool {
    let unit = figure.unit.as_deref();
    !matches!(unit, Some("ordinal" | "years")) && (figure.of.is_some() || unit.is_some())
}
