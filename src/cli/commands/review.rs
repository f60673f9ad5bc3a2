//! `writethru review`: marks an update as reviewed, or takes the mark back.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use crate::track::ReviewAct;
use crate::view::Reference;

/// Mark an update as reviewed
///
/// An update is a version as it follows the one before. Without versions, the latest is meant.
/// The web app shows the mark, and lists what is not reviewed yet.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru review ukraine-talks/lantern-1@2..3\n  \
    writethru review ukraine-talks/lantern-1@2..3 --undo")]
pub(crate) struct ReviewArgs {
    /// Article with two versions that follow each other: ARTICLE@N..M
    #[arg(value_parser = crate::cli::reference::read)]
    reference: Reference,
    /// Take the mark back; that it stood stays on record
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ReviewArgs) -> Result<CommandOutcome, CliError> {
    let act = if args.undo { ReviewAct::Undo } else { ReviewAct::Mark };
    let now = ctx.now;
    let view = ctx.archive()?.review(&args.reference, act, now)?;
    ctx.answer(args.format, &view, |_, view| screen::reviewed(view))?;
    Ok(CommandOutcome::Done)
}
