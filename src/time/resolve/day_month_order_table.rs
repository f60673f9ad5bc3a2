//! Lists the zones of the Americas whose countries put the day before the month.

/// Beginnings of their IANA names, sorted.
#[rustfmt::skip]
pub(super) static DAY_FIRST_ZONES: &[&str] = &[
    "America/Argentina", "America/Bogota", "America/Lima", "America/Mexico_City", "America/Santiago", "America/Sao_Paulo",
];
