//! `writethru conflicts`: prints where accounts differ.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::sheet::SheetFlag;
use crate::render::{screen, sheet};

/// Print where outlets or versions contradict each other
///
/// Each side is told with the time it stands for: an older count beside a newer
/// one is no contradiction.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru conflicts ukraine-talks")]
pub(crate) struct ConflictsArgs {
    /// Name of the story
    story: String,
    #[command(flatten)]
    format: SheetFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ConflictsArgs) -> Result<CommandOutcome, CliError> {
    ctx.publish_as(args.format.format, Some(&args.story))?;
    let view = ctx.archive()?.conflicts(&args.story)?;
    if view.conflicts.is_empty() {
        ctx.out.remark("the accounts agree, as far as they can be compared");
    }
    ctx.hand_on(args.format.format, &view, screen::conflicts, sheet::conflicts)?;
    Ok(CommandOutcome::Done)
}
