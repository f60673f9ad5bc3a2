//! `writethru restore`: puts a backup in the place of the store.

use std::path::PathBuf;

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::progress;
use crate::render::screen;
use crate::store::Occupied;
use crate::track::Archive;

/// Put a backup in the place of the store
///
/// The backup is copied and checked before anything is changed. What was removed from the store for good since the
/// backup was made (`writethru forget`) is removed again. A store that stands there is replaced only when told, and
/// is kept beside it; programs that have it open see it change as a whole.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru restore archive-2025-04-25.db --db new.db\n  \
    writethru restore archive-2025-04-25.db --overwrite")]
pub(crate) struct RestoreArgs {
    /// The backup
    file: PathBuf,
    /// Replace the store that stands there
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &RestoreArgs) -> Result<CommandOutcome, CliError> {
    if !args.file.is_file() {
        let message = format!("there is no store at {}", args.file.display());
        return Err(CliError::refused(message, "name a file that `writethru backup FILE` wrote"));
    }
    let occupied = if args.overwrite { Occupied::Replace } else { Occupied::Refuse };
    let view = Archive::restore_backup(
        &args.file,
        ctx.store_path()?,
        occupied,
        progress::watcher(ctx.out.is_quiet()).as_ref(),
    )?;
    ctx.answer(args.format, &view, |_, view| screen::restore(view))?;
    Ok(CommandOutcome::Done)
}
