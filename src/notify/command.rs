//! Runs a program that takes a message as JSON on its standard input.

use std::time::Duration;

use super::message::{not_now, payload};
use crate::ingest::program::Program;
use crate::track::DeliveryFailure;
use crate::view::HookMessage;

/// Runs the program; it took the message when it ended with status 0.
///
/// The pair of versions and the link stand in the environment too, for a script of one line. Words of an article never
/// become words of the command.
pub(super) fn deliver(words: &[String], message: &HookMessage, timeout: Duration) -> Result<(), DeliveryFailure> {
    if words.is_empty() {
        return Err(DeliveryFailure { message: "the command is empty".to_owned(), is_final: true });
    }
    let variable = |name: &str, value: &str| (format!("WRITETHRU_{name}"), value.replace('\0', "").into());
    let program = Program {
        words: words.iter().map(Into::into).collect(),
        environment: vec![
            variable("HOOK", &message.hook),
            variable("REFERENCE", &message.reference),
            variable("LINK", message.link.as_deref().unwrap_or_default()),
        ],
        timeout,
        max_bytes: None,
    };
    let failed = |error| not_now(format!("`{}`: {error}", words[0]));
    program.run(payload(message).as_bytes()).map(drop).map_err(failed)
}
