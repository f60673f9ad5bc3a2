//! Computes in the calendar: months, weeks, holidays, zones, and the TIMEX3 value of a period.

pub(crate) mod arithmetic;
pub(crate) mod holidays_table;
pub(crate) mod timex_value;
pub(crate) mod zones;
pub(crate) mod zones_table;
