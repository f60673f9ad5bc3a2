//! Names the analyser, and with it what cached results may be used.

/// Name of this build's analyser: the program's version and a hash of the sources that analyse.
pub const ANALYSER: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("WRITETHRU_ANALYSIS"));

/// Returns the key of a cached result: the analyser and what else the result rests on besides the versions, the zone in which days are counted.
pub(crate) fn key(zone: chrono_tz::Tz) -> String {
    format!("{ANALYSER} {zone}")
}
