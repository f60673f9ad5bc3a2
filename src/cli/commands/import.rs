//! `writethru import`: records versions that another program wrote, a line each, and takes back what other machines derived.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

#[cfg(feature = "fetch")]
use super::import_archives as archives;
use super::import_results::{self, ImportResultsArgs};
use crate::cli::bounded_line::{BoundedLine, next_line};
use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::input_files::{FileKind, meant};
use crate::cli::outcome::CommandOutcome;
use crate::cli::progress;
use crate::render::{json, screen};
use crate::track::LINES_AT_ONCE;
use crate::view::{BatchCounts, BatchView, RefusedView};

/// A longer line is refused unread, in bytes: one holds a version with the pages of all its looks.
const MAX_LINE: usize = 1024 << 20;
/// Lines of so many bytes are taken up at once, but for a last one that is longer.
const BATCH_BYTES: usize = 64 << 20;
/// What is read of a folder.
const LINES: FileKind =
    FileKind { ends: &[".jsonl", ".ndjson"], what: "file of lines", hint: "files of lines end in .jsonl or .ndjson" };

/// Record versions that another program wrote, or take results back
#[derive(clap::Subcommand, Debug)]
pub(crate) enum ImportCommand {
    Jsonl(ImportJsonlArgs),
    #[cfg(feature = "fetch")]
    Warc(archives::ImportWarcArgs),
    #[cfg(feature = "fetch")]
    Wacz(archives::ImportWaczArgs),
    #[cfg(feature = "fetch")]
    Wayback(Box<archives::ImportWaybackArgs>),
    #[cfg(feature = "fetch")]
    Git(archives::ImportGitArgs),
    #[cfg(feature = "fetch")]
    Newsedits(archives::ImportNewsEditsArgs),
    #[cfg(feature = "fetch")]
    Diffengine(archives::ImportDiffEngineArgs),
    #[cfg(feature = "fetch")]
    Newsdiffs(archives::ImportNewsDiffsArgs),
    #[cfg(feature = "fetch")]
    Changedetection(archives::ImportChangeDetectionArgs),
    Results(ImportResultsArgs),
}

/// Record a version for each line of JSON
///
/// Fields: story, timezone, article, outlet, url, published, modified, captured, headline,
/// standfirst, byline, and text or html. What `export jsonl` writes is taken up as it was,
/// looks, originals and edits by hand included.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import jsonl archive.jsonl\n  \
    writethru export jsonl | writethru --db copy.db import jsonl -")]
pub(crate) struct ImportJsonlArgs {
    /// Files of lines, or folders with files that end in .jsonl or .ndjson; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Keep only the text of pages
    #[arg(long)]
    no_originals: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &ImportCommand) -> Result<CommandOutcome, CliError> {
    match command {
        ImportCommand::Jsonl(args) => run_jsonl(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Warc(args) => archives::warc(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Wacz(args) => archives::wacz(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Wayback(args) => archives::wayback(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Git(args) => archives::git(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Newsedits(args) => archives::newsedits(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Diffengine(args) => archives::diffengine(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Newsdiffs(args) => archives::newsdiffs(ctx, args),
        #[cfg(feature = "fetch")]
        ImportCommand::Changedetection(args) => archives::changedetection(ctx, args),
        ImportCommand::Results(args) => import_results::run(ctx, args),
    }
}

fn run_jsonl(ctx: &mut Context, args: &ImportJsonlArgs) -> Result<CommandOutcome, CliError> {
    let files = meant(&args.files, &LINES)?;
    let bar = progress::counter("versions", ctx.out.is_quiet());
    let mut counts = BatchCounts::default();
    // An answer in JSON tells of every line; the text does not, and keeps none of them.
    let mut all = BatchView::default();
    for file in &files {
        let mut input = match open(file) {
            Ok(input) => input,
            // One file that cannot be read does not hold up the others.
            Err(error) if 1 < files.len() => {
                counts.refused += 1;
                all.refused.extend(told_of(ctx, args, file, &error));
                continue;
            }
            Err(error) => return Err(error),
        };
        let mut first = 1;
        loop {
            let LineBatch { lines, too_long, is_last } = next_lines(&mut input)?;
            let now = ctx.now;
            let mut batch = ctx.archive()?.import(&lines, first, !args.no_originals, now)?;
            batch.refused.extend(too_long.iter().map(|place| too_long_view(first + place)));
            first += lines.len();
            if 1 < files.len() {
                batch.refused.iter_mut().for_each(|view| view.from = format!("{}, {}", file.display(), view.from));
            }
            counts.add(&batch);
            match args.format.format {
                Format::Text => {
                    batch.refused.iter().for_each(|view| ctx.out.remark(screen::refused(ctx.look, view).trim_end()));
                }
                Format::Json => {
                    all.recorded.extend(batch.recorded);
                    all.refused.extend(batch.refused);
                }
            }
            let stored = counts.recorded + counts.unchanged;
            bar.set_position(stored as u64);
            // What is told so is on disk, whatever happens to the rest.
            ctx.out.detail(&format!("{stored} lines are stored"));
            if is_last {
                break;
            }
        }
    }
    bar.finish_and_clear();
    match args.format.format {
        Format::Json => {
            let BatchCounts { edits, watches, sites, hooks, .. } = counts;
            let all = BatchView { edits, watches, sites, hooks, ..all };
            ctx.out.show(&json::write(&all)?)?;
        }
        Format::Text if ctx.out.is_quiet() => {}
        Format::Text => ctx.out.show(&screen::batch_end(&counts))?,
    }
    Ok(if counts.refused == 0 { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// Tells of a file that cannot be read; an answer in JSON gets it instead.
fn told_of(ctx: &Context, args: &ImportJsonlArgs, file: &Path, error: &CliError) -> Option<RefusedView> {
    let view = RefusedView { from: file.display().to_string(), error: error.one_line(), hint: error.hint() };
    match args.format.format {
        Format::Json => Some(view),
        Format::Text => {
            ctx.out.remark(screen::refused(ctx.look, &view).trim_end());
            None
        }
    }
}

/// Lines that are taken up in one go.
#[derive(Default)]
struct LineBatch {
    lines: Vec<String>,
    /// Places of lines that are too long; they stand among the lines as empty ones.
    too_long: Vec<usize>,
    /// Nothing follows.
    is_last: bool,
}

/// Reads the lines of one batch.
///
/// What is no UTF-8 becomes a line that says so when it is read as JSON.
fn next_lines(input: &mut dyn BufRead) -> Result<LineBatch, CliError> {
    let (mut batch, mut bytes) = (LineBatch::default(), 0);
    while batch.lines.len() < LINES_AT_ONCE && bytes < BATCH_BYTES {
        let failed = |error| CliError::refused(format!("cannot read on: {error}"), "what was stored so far is kept");
        // Empty lines count too: messages name the line as an editor shows it.
        match next_line(input, MAX_LINE).map_err(failed)? {
            None => {
                batch.is_last = true;
                break;
            }
            Some(BoundedLine::TooLong) => {
                batch.too_long.push(batch.lines.len());
                batch.lines.push(String::new());
            }
            Some(BoundedLine::Whole(line)) => {
                bytes += line.len();
                batch.lines.push(String::from_utf8_lossy(line.trim_ascii()).into_owned());
            }
        }
    }
    Ok(batch)
}

fn too_long_view(number: usize) -> RefusedView {
    let error = format!("it is longer than {} MB", MAX_LINE >> 20);
    RefusedView { from: format!("line {number}"), error, hint: Some("end each line with a line feed".to_owned()) }
}

fn open(file: &Path) -> Result<Box<dyn BufRead>, CliError> {
    const HINT: &str = "name a file of lines, or `-`";
    if file.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    match File::open(file) {
        Ok(open) => Ok(Box::new(BufReader::new(open))),
        Err(error) => Err(CliError::refused(format!("cannot read `{}`: {error}", file.display()), HINT)),
    }
}
