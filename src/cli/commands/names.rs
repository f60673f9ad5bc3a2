//! `writethru names`: lists what can be typed where a story or an article is meant, for completions.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;

/// List the names of stories and articles, one a line
#[derive(clap::Args, Debug)]
pub(crate) struct NamesArgs {}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, _args: &NamesArgs) -> Result<CommandOutcome, CliError> {
    let names = ctx.archive()?.names()?;
    if !names.is_empty() {
        ctx.out.show(&(names.join("\n") + "\n"))?;
    }
    Ok(CommandOutcome::Done)
}
