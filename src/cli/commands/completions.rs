//! `writethru completions`: prints what a shell needs to complete commands.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;

/// Print completions for a shell
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  writethru completions bash > ~/.local/share/bash-completion/completions/writethru"
)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: clap_complete::Shell,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &CompletionsArgs) -> Result<CommandOutcome, CliError> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut ctx.command_line(), "writethru", &mut text);
    ctx.out.write_raw(&text)?;
    Ok(CommandOutcome::Done)
}
