//! What programs and servers get of a message, and why one was not taken.

use crate::track::DeliveryFailure;
use crate::view::HookMessage;

/// Says why a message was not taken, and that it is tried again.
pub(super) fn not_now(message: impl Into<String>) -> DeliveryFailure {
    DeliveryFailure { message: message.into(), is_final: false }
}

/// Writes a message for programs: `{"type": "writethru.change", "data": …}`.
pub(super) fn payload(message: &HookMessage) -> String {
    let kind = if message.test { "writethru.test" } else { "writethru.change" };
    let seen = message.update.to.captured.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    serde_json::json!({ "type": kind, "timestamp": seen, "data": message }).to_string()
}
