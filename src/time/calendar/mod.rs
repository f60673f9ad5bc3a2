//! TODO.

pub(crate) mod arithmetic;
pub(crate) mod holidays_table;
pub(crate) mod timex_value;
pub(crate) mod zones;
pub(crate) mod zones_table;
