//! Extracts what one version reports: events, statements, figures, each with its date.

pub(crate) mod connectives;
pub(crate) mod event_mention;
pub(crate) mod extract;
pub(crate) mod nominal_events;
pub(crate) mod statements;
