//! Reads off a sentence's figures those that count something, in the form in which accounts are compared.
//!
//! `Nine people were killed, the second attack in a week` counts one thing: nine,
//! killed. The words are numbered once, when the sentence first appears, because a
//! story compares every sentence whenever a version comes.

use serde::{Deserialize, Serialize};

use crate::timeline::mention::cues::counted_word;
use crate::timeline::mention::event_mention::ReportedFigure;
use crate::timeline::similarity::{number, stem};

/// A figure that counts or measures something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// As it is written.
    pub words: String,
    /// The number.
    pub value: f64,
    /// What is counted, in one word for all its names; empty for a share or an amount that says nothing of what it is of.
    pub of: String,
    /// The number of its stem.
    pub name: u32,
    /// The number of the unit in which it is compared; 0 for people and things, which differ by what is counted.
    pub unit: u32,
    /// Its unit is a currency.
    pub is_money: bool,
    /// Figures of this kind in its sentence.
    pub like: usize,
    /// The content words that follow it, by number, in order of the text.
    pub near: Vec<u32>,
}

impl Quantity {
    /// Returns those of a sentence's figures that count something.
    pub fn all(figures: &[ReportedFigure]) -> Vec<Self> {
        figures.iter().filter(|figure| counts_something(figure)).map(|figure| Self::of(figure, figures)).collect()
    }

    fn of(figure: &ReportedFigure, figures: &[ReportedFigure]) -> Self {
        let of = name(figure);
        let same = |other: &&ReportedFigure| other.unit == figure.unit && (other.of == figure.of || name(other) == of);
        Self {
            words: figure.words.clone(),
            value: figure.value,
            name: number(&stem(&of)),
            unit: figure.unit.as_deref().filter(|unit| *unit != "people").map_or(0, number),
            is_money: is_money(figure),
            like: figures.iter().filter(same).count(),
            near: figure.near.clone(),
            of,
        }
    }
}

/// Returns the one word for what a figure counts.
fn name(figure: &ReportedFigure) -> String {
    figure.of.as_deref().map(counted_word).unwrap_or_default().into_owned()
}

/// An ordinal counts nothing, a bare number nobody knows what; a share or an amount can be compared by its sentence.
fn counts_something(figure: &ReportedFigure) -> bool {
    let unit = figure.unit.as_deref();
    unit != Some("ordinal") && (figure.of.is_some() || matches!(unit, Some("%" | "pp")) || is_money(figure))
}

/// Returns whether a figure is an amount of money: its unit is a currency's three letters.
fn is_money(figure: &ReportedFigure) -> bool {
    figure.unit.as_deref().is_some_and(|unit| unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase()))
}
