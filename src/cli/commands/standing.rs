//! `writethru standing`: tells where a value or wording still stands.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Tell in which latest versions a value or wording still stands
///
/// Says where in them (headline, standfirst, caption, body) and whom the sentence
/// credits; articles that dropped it follow.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru standing ukraine-talks \"nine people\"")]
pub(crate) struct StandingArgs {
    /// Name of the story
    story: String,
    /// The words, as they may stand in a text
    words: String,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &StandingArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.standing(&args.story, &args.words)?;
    ctx.answer(args.format, &view, screen::standing)?;
    Ok(CommandOutcome::Done)
}
