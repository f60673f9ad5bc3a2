//! Reads the command line, opens what a command needs, and chooses the exit status.
//!
//! In: arguments and the environment. Out: text on standard output, remarks and errors on
//! standard error, an exit status.
//!
//! - `commands/`: one file a command, with its help, its arguments and its run
//! - `pipe/`: the filters of `writethru pipe`, one file a filter
//! - `context.rs`: what every command needs; `output.rs`: pager and streams; `progress.rs`: progress of long work
//! - `moment.rs`: dates as they are typed; `confirm.rs`: questions before something is deleted
//! - `outcome.rs`, `error.rs`: how a command ended
//!
//! Exit status 0: done; 1: could not; 2: wrong command line; 3: `diff --exit-code`
//! found something material. A reader that stops reading (`| head`) is success.

mod commands;
mod confirm;
mod context;
mod error;
mod moment;
mod outcome;
mod output;
mod pipe;
mod progress;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use commands::Command;
use context::{Context, Settings};
use error::CliError;
use outcome::CommandOutcome;

/// Follow news articles as they are rewritten, and see which claims changed
///
/// Record what an article says today and what it says tomorrow; writethru tells which
/// claims changed, whether a notice admits it, and puts the whole story in order.
#[derive(Parser, Debug)]
#[command(name = "writethru", version, max_term_width = 100)]
#[command(after_help = "New here? `writethru demo` shows a story in a second.\n\
    Then `writethru add FILE --story NAME` records the first version of your own.")]
struct Args {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let args = Args::parse();
    if let Command::Pipe(filter) = &args.command {
        return pipe::run(filter);
    }
    let mut ctx = Context::new(args.settings, Args::command);
    let outcome = args.command.run(&mut ctx);
    let outcome = ctx.out.finish().map_err(CliError::from).and(outcome);
    match outcome {
        Ok(CommandOutcome::Done) => ExitCode::SUCCESS,
        Ok(CommandOutcome::Partly) => ExitCode::FAILURE,
        Ok(CommandOutcome::Differs) => ExitCode::from(3),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            eprint!("{}", error.report());
            ExitCode::from(error.exit_status())
        }
    }
}
