//! `writethru search`: finds words in every version, also in those that no longer stand.

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;

/// Find words in every version, also in what was taken out since
///
/// Words in quote marks are found as they stand.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru search ceasefire\n  writethru search '\"walk away\"' --limit 50")]
pub(crate) struct SearchArgs {
    /// Words to find
    #[arg(required = true)]
    words: Vec<String>,
    /// Show at most so many places
    #[arg(long, default_value = "20", value_name = "N")]
    limit: usize,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &SearchArgs) -> Result<CommandOutcome, CliError> {
    let view = ctx.archive()?.search(&args.words.join(" "), args.limit)?;
    if view.hits.is_empty() {
        ctx.out.remark(&format!("`{}` stands in no version", view.query));
    }
    ctx.answer(args.format, &view, screen::search)?;
    Ok(CommandOutcome::Done)
}
