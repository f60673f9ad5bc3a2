//! `writethru hold`: holds a story or an article back from publication.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Hold a story or an article back: nothing of it is published
///
/// While held, it is left out of feeds, of `export site`, `export jsonl` and `report`, and of answers written as HTML,
/// Markdown, CSV or any other format that is handed on. On the screen, in JSON, in `serve` and in backups it stays.
/// Without a name, what is held is listed.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru hold ukraine-talks/lantern-1 --reason 'with the lawyers'\n  \
    writethru hold ukraine-talks/lantern-1 --off\n  writethru hold")]
pub(crate) struct HoldArgs {
    /// Story or article
    reference: Option<String>,
    /// End the hold
    #[arg(long, requires = "reference")]
    off: bool,
    /// Why
    #[arg(long, value_name = "TEXT", requires = "reference", conflicts_with = "off")]
    reason: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &HoldArgs) -> Result<CommandOutcome, CliError> {
    let now = ctx.now;
    let archive = ctx.archive()?;
    let view = match &args.reference {
        None => archive.holds()?,
        Some(name) if args.off => archive.release(name)?,
        Some(name) => archive.hold(name, args.reason.as_deref(), now)?,
    };
    ctx.answer(args.format, &view, |_, view| screen::holds(view))?;
    Ok(CommandOutcome::Done)
}
