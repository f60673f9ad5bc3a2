//! `writethru audit`: lists silent changes that an editor should see.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// List material changes for which no notice was found, for review
///
/// Replacements and unclear ones are listed in full; developments of the story are
/// counted. What is told is which claim stands otherwise and that no notice was
/// found, never why.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru audit\n  writethru audit ukraine-talks --format json")]
pub(crate) struct AuditArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &AuditArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.audit(args.reference.as_deref())?;
    ctx.answer(args.format, &view, screen::audit)?;
    Ok(CommandOutcome::Done)
}
