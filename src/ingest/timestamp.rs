//! Writes questions to time-stamp authorities and reads their answers (RFC 3161).
//!
//! In: the bytes of a file. Out: a question with nothing but their SHA-256 in it. Of the answer only that is read
//! which tells an answer to this question from any other; whether the authority signed it, `openssl` says.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

/// `version 1`, then the imprint: a hash by SHA-256 (2.16.840.1.101.3.4.2.1) of 32 bytes.
const IMPRINT: [u8; 22] = [
    0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];
/// An integer of 8 bytes: the nonce.
const NONCE: [u8; 2] = [0x02, 0x08];
/// The authority is to send its certificate along.
const WITH_CERTIFICATE: [u8; 3] = [0x01, 0x01, 0xff];

/// Why an answer is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    #[error("the answer is no time stamp")]
    Unreadable,
    #[error("the authority refuses (status {0})")]
    Refused(u8),
    #[error("the stamp is about something else")]
    Other,
}

/// A question to an authority.
#[derive(Clone, Debug)]
pub struct StampQuestion {
    /// The question as it is sent.
    pub bytes: Vec<u8>,
    hash: [u8; 32],
    nonce: [u8; 8],
}

/// Returns the question for a stamp on `file`; `now` makes it another one each time.
pub fn question(file: &[u8], now: DateTime<Utc>) -> StampQuestion {
    let hash: [u8; 32] = Sha256::digest(file).into();
    let mixed = Sha256::new().chain_update(hash).chain_update(now.timestamp_micros().to_be_bytes()).finalize();
    let mut nonce = [0; 8];
    nonce.copy_from_slice(&mixed[..8]);
    // Positive, and without a leading zero that the encoding would leave out.
    nonce[0] = nonce[0] & 0x3f | 0x40;
    let content = [&IMPRINT[..], &hash, &NONCE, &nonce, &WITH_CERTIFICATE].concat();
    let bytes = [&[0x30, content.len() as u8], &content[..]].concat();
    StampQuestion { bytes, hash, nonce }
}

impl StampQuestion {
    /// Refuses an answer that is not a stamp for this question.
    pub fn refuse_other(&self, answer: &[u8]) -> Result<(), StampError> {
        let content = within(answer, 0x30).ok_or(StampError::Unreadable)?;
        let status = within(content, 0x30).and_then(|info| within(info, 0x02)).ok_or(StampError::Unreadable)?;
        match status {
            [0 | 1] => {}
            [status] => return Err(StampError::Refused(*status)),
            _ => return Err(StampError::Unreadable),
        }
        let holds = |bytes: &[u8]| content.windows(bytes.len()).any(|window| window == bytes);
        match holds(&self.hash) && holds(&self.nonce) {
            true => Ok(()),
            false => Err(StampError::Other),
        }
    }
}

/// Returns the content of the DER element at the start of `bytes`, if it has this tag.
fn within(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (&[own, length], rest) = bytes.split_first_chunk::<2>()?;
    let (length, rest) = match length {
        short @ ..0x80 => (usize::from(short), rest),
        long => {
            let (digits, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            let digits = digits.iter().take(5).fold(0_usize, |length, digit| length << 8 | usize::from(*digit));
            (digits, rest)
        }
    };
    (own == tag).then(|| rest.get(..length)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_must_be_to_the_question() {
        let own = question(b"a receipt", DateTime::UNIX_EPOCH);
        let answer = |status: u8, rest: &[u8]| {
            let content = [&[0x30, 3, 2, 1, status], rest].concat();
            [&[0x30, 0x81, content.len() as u8], &content[..]].concat()
        };
        let other = question(b"a receipt", DateTime::UNIX_EPOCH + chrono::Duration::seconds(1));
        assert_ne!(own.bytes, other.bytes);
        assert_eq!(own.refuse_other(&answer(0, &own.bytes)), Ok(()));
        assert_eq!(own.refuse_other(&answer(1, &own.bytes)), Ok(()));
        assert_eq!(own.refuse_other(&answer(2, &own.bytes)), Err(StampError::Refused(2)));
        assert_eq!(own.refuse_other(&answer(0, &other.bytes)), Err(StampError::Other));
        for odd in [&b""[..], b"<html>", &[0x30], &[0x30, 0x84], &[0x30, 0xff, 1], &answer(0, &own.bytes)[..20]] {
            assert_eq!(own.refuse_other(odd), Err(StampError::Unreadable), "{odd:?}");
        }
    }
}
