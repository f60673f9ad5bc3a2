//! Makes receipts and proofs, and holds the ledger against an older receipt.

use chrono::{DateTime, SubsecRound as _, Utc};

use super::receipt::Receipt;
use super::signing_key::SigningKey;
use crate::track::{Archive, Result, TrackError};
use crate::view::{ProofView, ReceiptCheck, Reference};

impl Archive {
    /// Returns a signed checkpoint of the ledger as it is now.
    pub fn receipt(&self, key: &SigningKey, now: DateTime<Utc>) -> Result<Receipt> {
        Ok(Receipt::sign(self.store.ledger_head()?, now.trunc_subsecs(0), key))
    }

    /// Proves that a version is in the ledger: as it is now, or as it was when a receipt was made.
    pub fn prove(&self, reference: &Reference, receipt: Option<&Receipt>) -> Result<ProofView> {
        let found = self.one_version_meant(reference)?;
        let latest = crate::view::VersionPick::BeforeLatest(0);
        let version = &found.versions[found.place(reference.from.unwrap_or(latest))?];
        let name = format!("{}@{}", found.head().reference, version.number);
        let size = receipt.map(|receipt| receipt.head.size);
        if size.is_some_and(|size| self.store.ledger_end().is_ok_and(|(lines, _)| lines < size)) {
            return Err(TrackError::OtherReceipt);
        }
        let proof = self.store.inclusion_proof(version.id, size)?;
        let Some(proof) = proof else { return Err(TrackError::NotInReceipt { name }) };
        if receipt.is_some_and(|receipt| receipt.head.root != proof.root) {
            return Err(TrackError::OtherReceipt);
        }
        Ok(ProofView {
            reference: name,
            captured: version.captured,
            hash: version.hash.clone(),
            leaf: proof.leaf,
            index: proof.index,
            size: proof.size,
            path: proof.path,
            root: proof.root,
        })
    }

    /// Holds the ledger against an older receipt of it.
    pub fn check_receipt(&self, receipt: &Receipt) -> Result<ReceiptCheck> {
        let (size, time) = (receipt.head.size, receipt.time);
        let since = self.store.consistency_proof(size)?;
        let day = time.format("%Y-%m-%d %H:%M UTC");
        let problem = match &since {
            None => Some(format!(
                "the ledger has fewer lines than the {size} of the receipt of {day}: an earlier copy was put back, or \
                 lines were taken out"
            )),
            Some(since) if !since.leads_from(&receipt.head) => Some(format!(
                "the first {size} lines of the ledger are not those of the receipt of {day}: something that was \
                 recorded before was altered, put in, taken out or reordered since"
            )),
            Some(_) => None,
        };
        let (size_now, root_now, path) =
            since.map_or((0, String::new(), Vec::new()), |since| (since.head.size, since.head.root, since.path));
        let key = receipt.key.clone();
        Ok(ReceiptCheck { problem, size, time, key, root: receipt.head.root.clone(), size_now, root_now, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn line(article: &str, hour: usize) -> String {
        format!(
            r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T{hour:02}:00:00Z","text":"It burns at {hour}."}}"#
        )
    }

    fn record(archive: &Archive, hours: std::ops::Range<usize>) {
        for hour in hours {
            let lines = [line("post", hour), line("wire", hour)];
            archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        }
    }

    #[test]
    fn a_receipt_holds_while_the_archive_grows_and_changes_lawfully() {
        let archive = Archive::in_memory().unwrap();
        let key = SigningKey::generate().unwrap().0;
        let none = archive.receipt(&key, DateTime::UNIX_EPOCH).unwrap();
        record(&archive, 1..4);
        let receipt = archive.receipt(&key, DateTime::UNIX_EPOCH).unwrap();
        let proof = archive.prove(&"ferry/post@2".parse().unwrap(), Some(&receipt)).unwrap();
        assert_eq!((proof.size, &proof.root), (receipt.head.size, &receipt.head.root));
        record(&archive, 4..9);
        archive.rename_article("ferry/post", "herald").unwrap();
        archive.forget(&"ferry/herald@1".parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
        archive.delete_article("ferry/wire").unwrap();
        for receipt in [&none, &receipt] {
            let check = archive.check_receipt(receipt).unwrap();
            assert_eq!(check.problem, None);
        }
        let again = archive.prove(&"ferry/herald@2".parse().unwrap(), Some(&receipt)).unwrap();
        assert_eq!((again.leaf, again.path), (proof.leaf, proof.path));
        let late = archive.prove(&"ferry/herald@5".parse().unwrap(), Some(&receipt)).unwrap_err();
        assert!(matches!(late, TrackError::NotInReceipt { .. }) && late.hint().is_some());
        assert!(archive.prove(&"ferry/herald@5".parse().unwrap(), None).is_ok());
    }

    #[test]
    fn an_archive_of_other_words_fits_no_receipt() {
        let folder = tempfile::tempdir().unwrap();
        let open = |name: &str| Archive::open(Path::new(&folder.path().join(name))).unwrap();
        let key = SigningKey::generate().unwrap().0;
        let archive = open("a.db");
        record(&archive, 1..4);
        let receipt = archive.receipt(&key, DateTime::UNIX_EPOCH).unwrap();
        let problem = |archive: &Archive| archive.check_receipt(&receipt).unwrap().problem.unwrap();
        // A store that was written anew by this very program, so that its own ledger holds.
        let shorter = open("shorter.db");
        record(&shorter, 1..3);
        assert!(problem(&shorter).contains("fewer lines"));
        let other = open("other.db");
        record(&other, 2..9);
        assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
        assert!(problem(&other).contains("altered, put in, taken out or reordered"));
        assert!(matches!(other.prove(&"ferry/post@1".parse().unwrap(), Some(&receipt)), Err(TrackError::OtherReceipt)));
    }
}
