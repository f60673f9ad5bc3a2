//! `writethru reindex`: works everything out anew that is not the truth itself.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Work out anew what follows from the versions: statements, changes, timelines, the word index
///
/// The versions themselves are never touched.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru reindex")]
pub(crate) struct ReindexArgs {
    /// Only what an older program worked out
    #[arg(long)]
    stale: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ReindexArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.reindex(args.stale)?;
    ctx.answer(args.format, &view, |_, view| screen::reindex(view))?;
    Ok(CommandOutcome::Done)
}
