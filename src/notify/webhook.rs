//! Sends a message to a server, signed so that it can tell who wrote it.
//!
//! The headers are those of Standard Webhooks: `webhook-id` is the same at every try, `webhook-signature` is
//! `v1,` and base64 of HMAC-SHA-256 over `ID.TIMESTAMP.BODY`.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::message::{not_now, payload};
use super::secret;
use crate::ingest::http::{FetchError, HttpClient, HttpSettings, fetchable_url};
use crate::model::{SecretRef, with_causes};
use crate::store::keyed_hash;
use crate::track::DeliveryFailure;
use crate::view::HookMessage;

/// An answer is of no use beyond its status.
const MAX_ANSWER: u64 = 64 << 10;
/// Begins a key that is written in base64.
const KEY_PREFIX: &str = "whsec_";

/// Sends the message at `now`, in seconds since 1970; a status of 2xx takes it, 410 says that the server wants no more.
pub(super) fn deliver(
    settings: HttpSettings,
    now: i64,
    url: &str,
    secret: Option<&SecretRef>,
    message: &HookMessage,
) -> Result<(), DeliveryFailure> {
    let url = match url.parse::<SecretRef>() {
        Ok(place) => secret::secret_text(&place)?,
        Err(_) => url.to_owned(),
    };
    // What is wrong with the address is told without a word of it.
    let url = fetchable_url(&url).map_err(|error| match error {
        FetchError::Address { why, .. } => not_now(format!("the address of the webhook cannot be used: {why}")),
        error => not_now(with_causes(&error)),
    })?;
    let failed = |error: FetchError| not_now(with_causes(&error));
    let body = payload(message);
    let time = now.to_string();
    let key = secret.map(secret::secret_text).transpose()?;
    let signature = key.map(|key| signature(&key, &message.id, &time, &body)).transpose()?;
    let mut headers =
        vec![("content-type", "application/json"), ("webhook-id", message.id.as_str()), ("webhook-timestamp", &time)];
    headers.extend(signature.as_deref().map(|signature| ("webhook-signature", signature)));
    let answer = HttpClient::new(settings).post(&url, &headers, body.as_bytes(), MAX_ANSWER).map_err(failed)?;
    match answer.status {
        200..=299 => Ok(()),
        410 => Err(DeliveryFailure { message: "the server wants no more messages (410)".to_owned(), is_final: true }),
        status => Err(not_now(format!("the server answered with status {status}"))),
    }
}

/// Returns the signature of a message under a key, which is in base64 where it begins with `whsec_`.
fn signature(key: &str, id: &str, time: &str, body: &str) -> Result<String, DeliveryFailure> {
    let key = match key.strip_prefix(KEY_PREFIX) {
        Some(packed) => BASE64_STANDARD.decode(packed).map_err(|_| not_now("the key is no base64 after `whsec_`"))?,
        None => key.as_bytes().to_vec(),
    };
    let signed = keyed_hash(&key, format!("{id}.{time}.{body}").as_bytes());
    Ok(format!("v1,{}", BASE64_STANDARD.encode(signed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn signatures_are_those_of_the_standard() {
        let signed = signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signed.unwrap(), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert!(signature("whsec_?", "a", "1", "").is_err());
    }
}
