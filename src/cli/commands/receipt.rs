//! `writethru receipt`: signs what the ledger is now.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::context::{Context, Format, FormatFlag, settings_folder};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::json;
use crate::store::private_file;
use crate::track::{Receipt, SigningKey};
use crate::view::ReceiptView;

/// Write a receipt: how long the ledger is now, the root hash over it, the time, signed
///
/// Keep it where others keep it too, or give it to somebody. `check --since-receipt FILE` shows later whether the
/// archive still begins with what it held then, `prove` that a version is in it, and `stamp` gets a third party's
/// word for its time. The key is made at the first use, in a file that only its owner may read.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru receipt > 2025-04-26.receipt\n  \
    writethru receipt --key desk.pem > 2025-04-26.receipt")]
pub(crate) struct ReceiptArgs {
    /// Sign with this Ed25519 key [default: writethru/receipt-key.pem in the user's folder for settings]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ReceiptArgs) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    let path = match &args.key {
        Some(path) => path.clone(),
        None => settings_folder()?.join("receipt-key.pem"),
    };
    let key = match fs::read_to_string(&path) {
        Ok(text) => {
            refuse_readable_by_others(&path)?;
            SigningKey::read(&text).map_err(|error| unusable(&path, &error))?
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && args.key.is_none() => {
            let key = make_key(&path)?;
            ctx.out.remark(&format!("a key was made at {}: keep a copy of it in a safe place", path.display()));
            key
        }
        Err(error) => return Err(unusable(&path, &error)),
    };
    let receipt = ctx.archive()?.receipt(&key, now)?;
    let text = match args.format.format {
        Format::Text => receipt.text(),
        Format::Json => json::write(&view(receipt))?,
    };
    ctx.out.show(&text)?;
    Ok(CommandOutcome::Done)
}

/// Reads the file of a receipt.
pub(super) fn read(path: &Path) -> Result<Receipt, CliError> {
    let failed = |error: &dyn std::error::Error| {
        let hint = "name a file that `writethru receipt` wrote, unaltered";
        CliError::refused(format!("cannot use the receipt {}: {error}", path.display()), hint)
    };
    let text = fs::read_to_string(path).map_err(|error| failed(&error))?;
    Receipt::read(&text).map_err(|error| failed(&error))
}

fn view(receipt: Receipt) -> ReceiptView {
    let Receipt { head, time, key, signature } = receipt;
    ReceiptView { size: head.size, root: head.root, chain: head.chain, time, key, signature }
}

fn make_key(path: &Path) -> Result<SigningKey, CliError> {
    let (key, text) = SigningKey::generate().map_err(|error| unusable(path, &error))?;
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        let mut file = private_file(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error| unusable(path, &error))?;
    Ok(key)
}

fn unusable(path: &Path, error: &dyn std::error::Error) -> CliError {
    let hint = "`openssl genpkey -algorithm ed25519 -out FILE` makes a key; `--key FILE` names another";
    CliError::refused(format!("cannot use the key {}: {error}", path.display()), hint)
}

/// Refuses a key that others on this machine may have read.
#[cfg(unix)]
fn refuse_readable_by_others(path: &Path) -> Result<(), CliError> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path)?.permissions().mode();
    match mode & 0o077 {
        0 => Ok(()),
        _ => {
            let hint = format!("`chmod 600 {}` keeps it to yourself; who read it can sign as you", path.display());
            Err(CliError::refused(format!("other users may read the key {}", path.display()), hint))
        }
    }
}

#[cfg(not(unix))]
fn refuse_readable_by_others(_: &Path) -> Result<(), CliError> {
    Ok(())
}
