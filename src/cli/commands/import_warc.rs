//! `writethru import warc`: records the pages of web archives.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::context::{Context, FormatFlag};
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::screen;
use crate::track::ArchiveOptions;
use crate::view::ArchiveImportView;

/// Record the pages of web archives (WARC 1.0 and 1.1, plain or packed with gzip)
///
/// Each page is recorded with the moment at which it was archived, whatever its own dates say, and
/// refused for the same reasons as a page that is fetched. The same file twice changes nothing, so
/// an import that was interrupted is simply run again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru import warc crawl-*.warc.gz --match example.org/news --story flood\n  \
    zcat crawl.warc.gz | writethru import warc -")]
pub(crate) struct ImportWarcArgs {
    /// Archives; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Take only pages whose address holds this; may be given several times
    #[arg(long = "match", value_name = "TEXT")]
    words: Vec<String>,
    /// Story to file them under; made where there is none
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// Who publishes them
    #[arg(long)]
    outlet: Option<String>,
    /// Keep only the text of pages
    #[arg(long)]
    no_originals: bool,
    #[command(flatten)]
    format: FormatFlag,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ImportWarcArgs) -> Result<CommandOutcome, CliError> {
    let options = ArchiveOptions {
        story: args.story.clone(),
        outlet: args.outlet.clone(),
        words: args.words.clone(),
        keep_originals: !args.no_originals,
    };
    let mut all = ArchiveImportView::default();
    for path in &args.files {
        let stream = open(path)?;
        let now = ctx.now;
        let mut view = ctx.archive()?.import_warc(stream, &options, now)?;
        view.broken = view.broken.map(|why| format!("{}: {why}", path.display()));
        if let Some(broken) = &view.broken {
            ctx.out.remark(&format!("{broken}; what stands before that is recorded"));
        }
        all.add(view);
    }
    ctx.answer(args.format, &all, screen::archive_import)?;
    Ok(if all.broken.is_none() { CommandOutcome::Done } else { CommandOutcome::Partly })
}

fn open(path: &Path) -> Result<Box<dyn Read>, CliError> {
    const HINT: &str = "name web archives (`.warc` or `.warc.gz`), or `-`";
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    match File::open(path) {
        Ok(_) if path.is_dir() => Err(CliError::refused(format!("`{}` is a directory", path.display()), HINT)),
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(CliError::refused(format!("cannot read `{}`: {error}", path.display()), HINT)),
    }
}
