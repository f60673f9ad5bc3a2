//! Reads keys and passwords where a hook says that they stand.

use std::path::Path;

use super::message::not_now;
use crate::model::SecretRef;
use crate::track::DeliveryFailure;

/// A longer file holds no key.
const MAX_BYTES: u64 = 4096;

/// Returns a secret; what is wrong with it is told without a word of it.
pub(super) fn secret_text(secret: &SecretRef) -> Result<String, DeliveryFailure> {
    let found = match secret {
        SecretRef::Environment(name) => variable(name),
        SecretRef::File(path) => file(Path::new(path)),
    };
    match found.map(|text| text.trim().to_owned()) {
        Ok(text) if text.is_empty() => Err(not_now(format!("the secret `{secret}` is empty"))),
        Ok(text) => Ok(text),
        Err(why) => Err(not_now(format!("the secret `{secret}` {why}"))),
    }
}

#[expect(clippy::disallowed_methods, reason = "the reader named this variable for the secret")]
fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| "is not set".to_owned())
}

fn file(path: &Path) -> Result<String, String> {
    let unreadable = |error: std::io::Error| format!("cannot be read: {error}");
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if !facts.is_file() || MAX_BYTES < facts.len() {
        return Err("is no small file".to_owned());
    }
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o077 != 0 {
        return Err(format!("can be read by others: `chmod 600 {}` helps", path.display()));
    }
    std::fs::read_to_string(path).map_err(unreadable)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_file_that_others_may_read_holds_no_secret() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        std::fs::write(&path, " key of the hook\n").unwrap();
        let mode = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let secret = SecretRef::File(path.display().to_string());
        mode(0o644);
        let refused = secret_text(&secret).unwrap_err();
        assert!(refused.message.contains("chmod 600") && !refused.message.contains("key of"), "{refused:?}");
        mode(0o600);
        assert_eq!(secret_text(&secret).unwrap(), "key of the hook");
        std::fs::write(&path, "").unwrap();
        assert!(secret_text(&secret).unwrap_err().message.ends_with("is empty"));
        let unset = SecretRef::Environment("WRITETHRU_NO_SUCH_SECRET".to_owned());
        assert!(secret_text(&unset).unwrap_err().message.ends_with("is not set"));
    }
}
