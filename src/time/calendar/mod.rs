//! Computes in the calendar: days, holidays, zones, and the periods that dates name.
//!
//! In: fields of a date ("the third quarter of 1989"). Out: a
//! [`CalendarPeriod`], its first and last day, its TIMEX3 value and its EDTF.
//! In reading order:
//!
//! - `timex_value`: the period of the calendar and the two ways to write it
//! - `iso_duration`: the value of a length, read back as a number
//! - `arithmetic`: days, months, ISO weeks and holidays
//! - `holidays_table`: named days with the rule that dates them
//! - `zones`, `zones_table`: whose clock a time goes by

pub(crate) mod arithmetic;
pub(crate) mod holidays_table;
pub(crate) mod iso_duration;
mod timex_value;
pub(crate) mod zones;
pub(crate) mod zones_table;

pub(crate) use timex_value::{CalendarPeriod, period_holding, period_shifted, value_of_length, value_of_recurring};
