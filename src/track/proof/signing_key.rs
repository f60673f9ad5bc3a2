//! Signs with an Ed25519 key that lies in a file as `openssl genpkey -algorithm ed25519` writes it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::{SecureRandom as _, SystemRandom};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

/// What stands before the 32 bytes of a private key (RFC 8410, PKCS #8 version 1).
const PRIVATE: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("it is no Ed25519 key in PEM form")]
    Unreadable,
    #[error("the system gives no random numbers")]
    NoRandomness,
}

/// A key that signs receipts.
#[derive(Debug)]
pub struct SigningKey {
    pair: Ed25519KeyPair,
}

impl SigningKey {
    /// Makes a key; returns it with the text of its file.
    pub fn generate() -> Result<(Self, String), KeyError> {
        let mut seed = [0; 32];
        SystemRandom::new().fill(&mut seed).map_err(|_| KeyError::NoRandomness)?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Unreadable)?;
        let text = format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode([&PRIVATE[..], &seed].concat()));
        Ok((Self { pair }, text))
    }

    /// Reads the text of a key file.
    pub fn read(text: &str) -> Result<Self, KeyError> {
        let within = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map(|(within, _)| within);
        let bytes: String = within.ok_or(KeyError::Unreadable)?.split_whitespace().collect();
        let bytes = STANDARD.decode(bytes).map_err(|_| KeyError::Unreadable)?;
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(&bytes).map_err(|_| KeyError::Unreadable)?;
        Ok(Self { pair })
    }

    /// Returns the public key: 32 bytes in base64.
    pub fn public(&self) -> String {
        STANDARD.encode(self.pair.public_key())
    }

    pub(super) fn sign(&self, text: &str) -> String {
        STANDARD.encode(self.pair.sign(text.as_bytes()))
    }
}

/// Returns whether `signature` over `text` is one of the public key `key`, both in base64.
pub(super) fn is_signed(key: &str, text: &str, signature: &str) -> bool {
    let (Ok(key), Ok(signature)) = (STANDARD.decode(key), STANDARD.decode(signature)) else { return false };
    UnparsedPublicKey::new(&ED25519, key).verify(text.as_bytes(), &signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_signs_and_is_read_back() {
        let (key, text) = SigningKey::generate().unwrap();
        let again = SigningKey::read(&text).unwrap();
        assert_eq!(again.public(), key.public());
        let signature = again.sign("words");
        assert!(is_signed(&key.public(), "words", &signature));
        assert!(!is_signed(&key.public(), "other words", &signature));
        assert!(!is_signed(&SigningKey::generate().unwrap().0.public(), "words", &signature));
        assert!(!is_signed("no key", "words", &signature) && !is_signed(&key.public(), "words", "none"));
        for odd in ["", BEGIN, &text.replace("MC4", "MC5"), &text[..60]] {
            assert!(SigningKey::read(odd).is_err(), "{odd}");
        }
    }

    /// The first case of RFC 8032, section 7.1.
    #[test]
    fn keys_and_signatures_are_those_of_the_standard() {
        let text = format!("{BEGIN}\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n{END}\n");
        let key = SigningKey::read(&text).unwrap();
        assert_eq!(key.public(), "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        assert!(key.sign("").starts_with("5VZDAMNgrHKQhuLMgG6CioSHfx64"));
    }
}
