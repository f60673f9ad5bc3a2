//! `writethru log`: prints the versions of a story or an article, oldest first.

use super::empty_store::NOTHING_YET;
use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Print the versions of a story or an article, oldest first
///
/// Each line tells when the archive captured the version, what the page says of
/// itself, and what the version changed.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru log ukraine-talks\n  writethru log ukraine-talks/lantern-1 --format json"
)]
pub(crate) struct LogArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &LogArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.log(args.reference.as_deref())?;
    if view.articles.is_empty() {
        ctx.out.remark(NOTHING_YET);
    }
    ctx.answer(args.format, &view, screen::log)?;
    Ok(CommandOutcome::Done)
}
