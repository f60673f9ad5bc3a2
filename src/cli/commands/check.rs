//! `writethru check`: tells whether the store is well.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Tell whether the store is well: file, schema, hash chain, derived tables
///
/// Exit status 0 when all is well, 1 when something is not.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru check")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &CheckArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.check()?;
    ctx.answer(args.format, &view, |_, view| screen::check(view))?;
    if !view.ok {
        return Ok(CommandOutcome::Partly);
    }
    Ok(CommandOutcome::Done)
}
