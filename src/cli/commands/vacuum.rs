//! `writethru vacuum`: gives back to the disk what the file no longer needs.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Give back to the disk what the file no longer needs
///
/// Deletes results that another version of the program worked out, then writes the file anew without gaps. Readers go on
/// reading meanwhile; a writer waits a minute and is then told that the store is in use, so run it while nothing is
/// watched. Needs as much room as the store has in the folder for temporary files, and as much again beside the store.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru vacuum")]
pub(crate) struct VacuumArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &VacuumArgs) -> Result<CommandOutcome, CliError> {
    ctx.store_there()?;
    let view = ctx.archive()?.vacuum()?;
    ctx.answer(args.format, &view, |_, view| screen::vacuum(view))?;
    Ok(CommandOutcome::Done)
}
