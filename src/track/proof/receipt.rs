//! Writes and reads receipts: what the ledger was at a moment, signed.
//!
//! ```text
//! writethru receipt
//! size 15
//! root 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
//! chain 8a0c…
//! time 2025-04-26T12:00:00Z
//! key 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
//! signature 5VZDAMNg…
//! ```
//! What is signed is the text up to the last line, its line break included.

use chrono::{DateTime, SecondsFormat, Utc};

use super::signing_key::{SigningKey, is_signed};
use crate::store::LedgerHead;

const TITLE: &str = "writethru receipt";
/// Longer texts are none of ours.
const MAX_BYTES: usize = 4096;

/// Why a receipt cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    #[error("it is no receipt of writethru")]
    Unreadable,
    #[error("its signature is not that of its key over these words")]
    Forged,
}

/// What the ledger was at a moment, signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub head: LedgerHead,
    pub time: DateTime<Utc>,
    /// Public key in base64.
    pub key: String,
    pub signature: String,
}

impl Receipt {
    pub(super) fn sign(head: LedgerHead, time: DateTime<Utc>, key: &SigningKey) -> Self {
        let unsigned = Self { head, time, key: key.public(), signature: String::new() };
        let signature = key.sign(&unsigned.signed_text());
        Self { signature, ..unsigned }
    }

    /// Reads a receipt and holds its signature against its own key; whose key it is, the reader must know.
    pub fn read(text: &str) -> Result<Self, ReceiptError> {
        let receipt = Self::parsed(text).ok_or(ReceiptError::Unreadable)?;
        match receipt.text() == text && is_signed(&receipt.key, &receipt.signed_text(), &receipt.signature) {
            true => Ok(receipt),
            false => Err(ReceiptError::Forged),
        }
    }

    /// Returns the receipt as its file holds it.
    pub fn text(&self) -> String {
        format!("{}signature {}\n", self.signed_text(), self.signature)
    }

    fn parsed(text: &str) -> Option<Self> {
        if MAX_BYTES < text.len() {
            return None;
        }
        let mut lines = text.lines();
        if lines.next()? != TITLE {
            return None;
        }
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ').map(str::to_owned);
        let size = field("size")?.parse().ok()?;
        let head = LedgerHead { size, root: field("root")?, chain: field("chain")? };
        let time = field("time")?.parse().ok()?;
        Some(Self { head, time, key: field("key")?, signature: field("signature")? })
    }

    fn signed_text(&self) -> String {
        let LedgerHead { size, root, chain } = &self.head;
        let time = self.time.to_rfc3339_opts(SecondsFormat::Secs, true);
        format!("{TITLE}\nsize {size}\nroot {root}\nchain {chain}\ntime {time}\nkey {}\n", self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_back_and_one_with_other_words_is_not() {
        let key = SigningKey::generate().unwrap().0;
        let head = LedgerHead { size: 7, root: "ab".repeat(32), chain: "cd".repeat(32) };
        let receipt = Receipt::sign(head, DateTime::UNIX_EPOCH, &key);
        let text = receipt.text();
        assert_eq!(Receipt::read(&text).unwrap(), receipt);
        for (from, to) in [("size 7", "size 8"), ("abab", "abac"), ("cdcd", "cdce"), ("1970", "1971"), ("\n", "\r\n")] {
            let altered = text.replacen(from, to, 1);
            assert_ne!(altered, text);
            assert!(Receipt::read(&altered).is_err(), "{altered}");
        }
        let other = Receipt { key: SigningKey::generate().unwrap().0.public(), ..receipt };
        assert!(matches!(Receipt::read(&other.text()), Err(ReceiptError::Forged)));
        for odd in ["", "writethru receipt\n", &text[1..], &format!("{text}more\n"), &"x".repeat(9000)] {
            assert!(Receipt::read(odd).is_err(), "{odd}");
        }
    }
}
