//! `writethru backup`: copies the store while it is in use.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::shell_word;
use crate::render::screen;
use std::path::{Path, PathBuf};

/// Copy the whole store into one file, also while it is in use
///
/// The copy is read again before it gets its name: `SQLite` finds nothing wrong with it, and its ledger ends with a
/// line of this one's. `writethru restore FILE` puts it back.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru backup archive-2025-04-25.db")]
pub(crate) struct BackupArgs {
    /// File to write; it must not exist yet
    file: PathBuf,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &BackupArgs) -> Result<CommandOutcome, CliError> {
    ctx.store_there()?;
    refuse_folders(&args.file)?;
    let view = ctx.archive()?.backup(&args.file)?;
    ctx.answer(args.format, &view, |_, view| screen::backup(view))?;
    Ok(CommandOutcome::Done)
}

/// Refuses a name that is a folder, or that lies in none.
fn refuse_folders(file: &Path) -> Result<(), CliError> {
    if file.is_dir() {
        let named = shell_word(&file.join("writethru-backup.db").display().to_string());
        let message = format!("`{}` is a folder", file.display());
        return Err(CliError::refused(message, format!("name a file in it: `writethru backup {named}`")));
    }
    match file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        None => Ok(()),
        Some(folder) => {
            let message = format!("there is no folder `{}`", folder.display());
            let made = shell_word(&folder.display().to_string());
            Err(CliError::refused(message, format!("make it first: `mkdir -p {made}`")))
        }
    }
}
