//! `writethru import`: records versions that another program wrote, a line each.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::cli::progress;
use crate::render::{json, screen};
use crate::track::LINES_AT_ONCE;
use crate::view::BatchView;

/// Record versions that another program wrote
#[derive(clap::Subcommand, Debug)]
pub(crate) enum ImportCommand {
    Jsonl(ImportJsonlArgs),
}

/// Record a version for each line of JSON
///
/// Fields: story, timezone, article, outlet, url, published, modified, captured, headline,
/// standfirst, byline, and text or html. `export jsonl` writes the same.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import jsonl archive.jsonl\n  \
    writethru export jsonl | writethru --db copy.db import jsonl -")]
pub(crate) struct ImportJsonlArgs {
    /// File of lines; `-` is standard input
    file: PathBuf,
    /// Keep only the text of pages
    #[arg(long)]
    no_originals: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &ImportCommand) -> Result<CommandOutcome, CliError> {
    let ImportCommand::Jsonl(args) = command;
    let mut input = open(args)?;
    let bar = progress::counter("versions", ctx.out.is_quiet());
    let mut all = BatchView::default();
    let mut first = 1;
    loop {
        let (lines, is_end) = next_lines(&mut input)?;
        let now = ctx.now;
        let batch = ctx.archive()?.import(&lines, first, !args.no_originals, now)?;
        first += lines.len();
        if args.format.format == Format::Text {
            batch.refused.iter().for_each(|view| ctx.out.remark(screen::refused(ctx.look, view).trim_end()));
        }
        all.recorded.extend(batch.recorded);
        all.refused.extend(batch.refused);
        all.edits += batch.edits;
        bar.set_position(all.recorded.len() as u64);
        // What is told so is on disk, whatever happens to the rest.
        ctx.out.detail(&format!("{} lines are stored", all.recorded.len()));
        if is_end {
            break;
        }
    }
    bar.finish_and_clear();
    match args.format.format {
        Format::Json => ctx.out.show(&json::write(&all)?)?,
        Format::Text => ctx.out.show(&screen::batch_end(&all))?,
    }
    Ok(if all.refused.is_empty() { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// Reads the lines of one batch, and whether they are the last.
///
/// What is no UTF-8 becomes a line that says so when it is read as JSON.
fn next_lines(input: &mut dyn BufRead) -> Result<(Vec<String>, bool), CliError> {
    let mut lines = Vec::new();
    while lines.len() < LINES_AT_ONCE {
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line);
        let failed = |error| CliError::refused(format!("cannot read on: {error}"), "what was stored so far is kept");
        if read.map_err(failed)? == 0 {
            return Ok((lines, true));
        }
        if !line.trim_ascii().is_empty() {
            lines.push(String::from_utf8_lossy(line.trim_ascii()).into_owned());
        }
    }
    Ok((lines, false))
}

fn open(args: &ImportJsonlArgs) -> Result<Box<dyn BufRead>, CliError> {
    const HINT: &str = "name a file of lines, or `-`";
    if args.file.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let path = args.file.display();
    match File::open(&args.file) {
        Ok(_) if args.file.is_dir() => Err(CliError::refused(format!("`{path}` is a directory"), HINT)),
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(error) => Err(CliError::refused(format!("cannot read `{path}`: {error}"), HINT)),
    }
}
