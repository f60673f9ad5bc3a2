//! `writethru backup`: copies the store while it is in use.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use std::path::PathBuf;

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
    let view = ctx.archive()?.backup(&args.file)?;
    ctx.answer(args.format, &view, |_, view| screen::backup(view))?;
    Ok(CommandOutcome::Done)
}
