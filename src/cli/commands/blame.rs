//! `writethru blame`: prints which version brought each sentence.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use crate::view::Reference;

/// Print which version brought each sentence of an article
///
/// Without a version, the latest is told.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru blame ukraine-talks/lantern-1\n  writethru blame ukraine-talks/lantern-1@3"
)]
pub(crate) struct BlameArgs {
    /// Article, with a version if not the latest: ARTICLE[@N]
    #[allow(rustdoc::broken_intra_doc_links, reason = "the doc is the help: the brackets are part of a reference")]
    reference: Reference,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &BlameArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.blame(&args.reference)?;
    ctx.answer(args.format, &view, screen::blame)?;
    Ok(CommandOutcome::Done)
}
