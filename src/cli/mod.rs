//! Reads the command line, opens what a command needs, and chooses the exit status.

mod pipe;

use std::process::ExitCode;

use clap::Parser;

/// Follow news articles as they are rewritten, and see which claims changed
#[derive(Parser, Debug)]
#[command(name = "writethru", version)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    #[command(subcommand)]
    Pipe(pipe::Filter),
}

/// Runs the program.
pub fn main() -> ExitCode {
    match Args::parse().command {
        Command::Pipe(filter) => pipe::run(&filter),
    }
}
