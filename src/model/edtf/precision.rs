//! Orders how exact a date can be.

/// How exact a date is, coarsest first; an interval is as exact as its coarser known end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `19XX`
    Century,
    /// `199X`
    Decade,
    /// `1998`
    Year,
    /// `2027-21`, the spring of 2027
    Season,
    /// `2025-09`
    Month,
    /// `2025-09-14`
    Day,
    /// `2025-09-14T18:30:00Z`
    Second,
}
