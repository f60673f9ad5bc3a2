//! Reads the command line, opens what a command needs, and chooses the exit status.
//!
//! In: arguments and the environment. Out: text on standard output, remarks and errors on
//! standard error, an exit status.
//!
//! - `commands/`: one file a command, with its help, its arguments and its run
//! - `pipe/`: the filters of `writethru pipe`, one file a filter
//! - `context.rs`: what every command needs; `output.rs`: pager and streams; `progress.rs`: progress of long work
//! - `near_miss.rs`, `command_synonyms.rs`: words that people try where a command is called otherwise;
//!   `foreign_options.rs`: the same for options; `usage.rs`: what else is wrong with a command line
//! - `network.rs`: flags of commands that ask servers; `wall_clock.rs`: the time for long work
//! - `moment.rs`, `reference.rs`, `at_least_one.rs`: dates, references and limits as they are typed; `confirm.rs`: questions before something is deleted
//! - `sheet.rs`: the formats of answers that are handed on
//! - `bounded_line.rs`, `unpacked.rs`, `read_lines.rs`: input of any length, packed or not; `input_files.rs`: the files that are
//!   meant
//! - `outcome.rs`, `error.rs`: how a command ended
//!
//! Exit status 0: done; 1: could not; 2: wrong command line; 3: `diff --exit-code`
//! found something material. A reader that stops reading (`| head`) is success.

mod at_least_one;
mod bounded_line;
mod command_synonyms;
mod commands;
mod confirm;
mod context;
mod error;
mod foreign_options;
mod input_files;
mod moment;
mod near_miss;
#[cfg(feature = "fetch")]
mod network;
mod new_names;
mod outcome;
mod output;
mod pipe;
mod progress;
mod read_lines;
mod reference;
mod sheet;
mod unpacked;
mod usage;
#[cfg(feature = "fetch")]
mod wall_clock;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser};

use commands::Command;
use context::{Context, Settings};
use error::CliError;
use outcome::CommandOutcome;

use crate::model::plain_lines;
pub use pipe::answers_to;

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
    command: Option<Command>,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let colour = colour_asked(&words);
    let read = Args::command().color(colour).try_get_matches_from(&words).and_then(|matches| {
        let is_store_typed = matches.value_source("db") == Some(ValueSource::CommandLine);
        Args::from_arg_matches(&matches).map(|args| (args, is_store_typed))
    });
    let (args, is_store_typed) = match read {
        Ok(read) => read,
        Err(error) => return refuse(&error, &words),
    };
    if let Some(threads) = args.settings.threads() {
        // It is the first use of the pool, so there is none that could be in the way.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    if let Some(Command::Pipe(filter)) = &args.command {
        return pipe::run(filter, rayon::current_num_threads());
    }
    match run(args, is_store_typed) {
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

/// Runs what was asked for.
fn run(args: Args, is_store_typed: bool) -> Result<CommandOutcome, CliError> {
    let mut ctx = Context::new(args.settings, is_store_typed, Args::command)?;
    let outcome = match &args.command {
        Some(command) => {
            ctx.makes_store = command.makes_store();
            command.run(&mut ctx)
        }
        None => commands::welcome(&mut ctx),
    };
    ctx.out.finish().map_err(CliError::from).and(outcome)
}

/// Returns the colour that the command line asks for, before it is known to be right.
fn colour_asked(words: &[OsString]) -> ColorChoice {
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let asked = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--color") {
        Some("") => words.get(at + 1).map(String::as_str),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    match asked {
        Some("never") => ColorChoice::Never,
        Some("always") => ColorChoice::Always,
        _ => ColorChoice::Auto,
    }
}

/// Returns whether a word stands where `import` wants to know the kind of a file.
fn follows_import(words: &[OsString], word: &str) -> bool {
    words.windows(2).any(|pair| pair[0] == "import" && pair[1] == word)
}

/// Returns what to type instead of a word that is no command, where people often try it.
fn other_name(word: &str, words: &[OsString]) -> Option<CliError> {
    let group = usage::command_typed(Args::command(), words);
    let group_name = group.get_name().to_owned();
    // What stands in a group is of the group: `hook rm` must not lead to the command that deletes an article.
    let is_of_program = matches!(group_name.as_str(), "writethru" | "help" | "export");
    let plain = || near_miss::instead_of(word).filter(|_| is_of_program).map(str::to_owned);
    let of_group = || command_synonyms::instead_in(&group, word).filter(|_| group_name != "writethru");
    let message = match group_name.as_str() {
        "writethru" | "help" => format!("there is no command `{word}`"),
        name => format!("`{name}` has no command `{word}`"),
    };
    plain().or_else(of_group).map(|instead| CliError::usage(message, instead))
}

/// Writes help, or what is wrong with the command line and what to type instead.
fn refuse(error: &clap::Error, words: &[OsString]) -> ExitCode {
    let status = ExitCode::from(error.exit_code() as u8);
    let tried = match (error.kind(), error.get(ContextKind::InvalidSubcommand)) {
        (ErrorKind::InvalidSubcommand, Some(ContextValue::String(word))) => Some(word.as_str()),
        _ => None,
    };
    if let Some(mistaken) = tried.and_then(|word| other_name(word, words)) {
        eprint!("{}", mistaken.report());
    } else if let Some((file, hint)) =
        tried.filter(|word| follows_import(words, word)).and_then(|word| Some((word, near_miss::import_of(word)?)))
    {
        eprint!("{}", CliError::usage(format!("`{file}` is a file, and no kind of import"), hint).report());
    } else if !error.use_stderr() {
        let written = error.print().and_then(|()| io::stdout().flush()).map_err(CliError::from);
        return match written {
            Err(error) if !error.is_closed_pipe() => {
                eprint!("{}", error.report());
                ExitCode::from(error.exit_status())
            }
            _ => status,
        };
    } else if words.iter().any(|word| word.to_string_lossy().contains(char::is_control)) {
        // What was typed is told again, and must not steer the terminal.
        eprint!("{}", plain_lines(&usage::explanation(&error.render().to_string(), Args::command(), words)));
    } else {
        let choice = match colour_asked(words) {
            ColorChoice::Never => anstream::ColorChoice::Never,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Auto => anstream::ColorChoice::Auto,
        };
        let text = usage::explanation(&error.render().ansi().to_string(), Args::command(), words);
        // Nothing can be told where the message itself cannot be written.
        let _ = anstream::AutoStream::new(io::stderr(), choice).write_all(text.as_bytes());
    }
    status
}
