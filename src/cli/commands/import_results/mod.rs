//! `writethru import results`: takes back into the store what other machines derived.
//!
//! In: files of answers to `export shards --for reindex`, as lines or as Parquet. Out: what became of them; what cannot be used
//! is named, and the rest is stored batch by batch.
//!
//! - `read_failure.rs`: why a file is not read to its end
//! - `parquet_answers.rs`: the answers in a Parquet file; `bounded_pages.rs`: its pages, unpacked
//! - `answer_files.rs`: the answers in a file, of lines or of rows

mod answer_files;
#[cfg(feature = "parquet")]
mod bounded_pages;
#[cfg(feature = "parquet")]
mod parquet_answers;
mod read_failure;

use std::fs;
use std::path::PathBuf;

use crate::cli::context::{Context, Format, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::input_files::meant;
use crate::cli::outcome::CommandOutcome;
use crate::cli::progress;
use crate::render::{json, screen};
use crate::track::{AnswerLine, LINES_AT_ONCE, ResultsImport};
use crate::view::ResultsView;

/// Lines of so many bytes are judged at once, but for a last one that is longer: some 2,500 versions.
const BATCH_BYTES: usize = 4 << 20;

/// Take back what other machines worked out of the versions
///
/// `export shards --for reindex` asks, `pipe reindex` answers, and this stores the answers as `reindex` would have. An answer
/// counts only where this very program gave it, about the texts that the store holds; every other one is named and left
/// out. The same files again change nothing, so an import that was interrupted is simply run again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export shards questions --for reindex\n  \
    writethru pipe reindex < questions/part-00000.jsonl.zst > part-00000.answers.jsonl\n  \
    writethru import results part-00000.answers.jsonl\n\n\
    docs/SCALE.md shows how a cluster does the second step.")]
pub(crate) struct ImportResultsArgs {
    /// Files of answers, or folders with files that end in .answers, .answers.jsonl (with .zst or without) or .parquet;
    /// `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    format: FormatFlag,
}

/// Gathers lines into batches, and tells what becomes of them.
struct Batches<'c> {
    ctx: &'c Context,
    import: ResultsImport<'c>,
    format: Format,
    bar: indicatif::ProgressBar,
    lines: Vec<AnswerLine>,
    bytes: usize,
    all: ResultsView,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ImportResultsArgs) -> Result<CommandOutcome, CliError> {
    let files = meant(&args.files, &answer_files::ANSWERS)?;
    // One file that cannot be read does not hold up the others; without others, nothing was done.
    if let [file] = &files[..]
        && file.as_os_str() != "-"
    {
        let failed = |error| format!("cannot read `{}`: {error}", file.display());
        // A pipe is not opened for this: its writer would be left without a reader.
        let found =
            fs::metadata(file).and_then(|found| if found.is_file() { fs::File::open(file).map(drop) } else { Ok(()) });
        found.map_err(|error| CliError::refused(failed(error), "name a file of answers, or `-`"))?;
    }
    ctx.archive()?;
    let view = taken(ctx, args.format.format, &files)?;
    match args.format.format {
        Format::Json => ctx.out.show(&json::write(&view)?)?,
        Format::Text if ctx.out.is_quiet() => {}
        Format::Text => ctx.out.show(&screen::results(&view))?,
    }
    Ok(if view.left_out == 0 { CommandOutcome::Done } else { CommandOutcome::Partly })
}

/// Takes the answers of all files; returns what became of them.
fn taken(ctx: &Context, format: Format, files: &[PathBuf]) -> Result<ResultsView, CliError> {
    let mut batches = Batches {
        import: ResultsImport::new(ctx.opened()),
        format,
        bar: progress::counter("articles", ctx.out.is_quiet()),
        lines: Vec::new(),
        bytes: 0,
        all: ResultsView::default(),
        ctx,
    };
    for file in files {
        answer_files::each_answer(file, |line| batches.add(line))?;
    }
    batches.finish()
}

impl Batches<'_> {
    fn add(&mut self, line: AnswerLine) -> Result<(), CliError> {
        self.bytes += line.answer.as_ref().map_or(0, String::len);
        self.lines.push(line);
        if self.bytes < BATCH_BYTES && self.lines.len() < LINES_AT_ONCE {
            return Ok(());
        }
        self.take()
    }

    fn take(&mut self) -> Result<(), CliError> {
        let mut view = self.import.take(&self.lines)?;
        (self.lines, self.bytes) = (Vec::new(), 0);
        // An answer in JSON tells of every line; the text tells it now, and keeps none of them.
        if self.format == Format::Text {
            for refused in view.refused.drain(..) {
                self.ctx.out.remark(screen::left_out(self.ctx.look, &refused).trim_end());
            }
        }
        self.all.add(view);
        self.bar.set_position((self.all.taken + self.all.known) as u64);
        self.ctx.out.detail(&format!("{} articles are stored", self.all.taken + self.all.known));
        Ok(())
    }

    fn finish(mut self) -> Result<ResultsView, CliError> {
        self.take()?;
        self.bar.finish_and_clear();
        self.all.add(self.import.finish()?);
        Ok(self.all)
    }
}
