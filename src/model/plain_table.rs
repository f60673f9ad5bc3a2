//! Names the columns of a table that is written for other programs.

/// A table, without its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainTable {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: Vec<(&'static str, PlainType)>,
    /// The columns by which its rows are looked up and joined.
    pub joined_by: &'static [&'static str],
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainType {
    /// Words.
    Text,
    /// Whole numbers.
    Number,
}
