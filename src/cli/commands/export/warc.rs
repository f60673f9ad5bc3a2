//! `writethru export warc`: writes every look as a web archive.

use std::io::{self, BufWriter, IsTerminal as _, Write as _};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::render::export::warc;

/// Write every look as a web archive (WARC 1.1, packed with gzip), as `import warc` and other programs read it
///
/// Pages are written as they were received; where only the text was kept, the text. Which story an article belongs to is told
/// only where the article has no address: `export jsonl` writes all that is known.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export warc > archive.warc.gz\n  \
    writethru export warc flood/herald > herald.warc.gz")]
pub(crate) struct ExportWarcArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportWarcArgs) -> Result<CommandOutcome, CliError> {
    if io::stdout().is_terminal() {
        return Err(CliError::usage(
            "a web archive is no text for a terminal",
            "write it to a file: `> archive.warc.gz`",
        ));
    }
    ctx.publish(args.reference.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    out.write_all(&warc::info())?;
    let archive = ctx.archive()?;
    let count = archive
        .export_looks(args.reference.as_deref(), |look| out.write_all(&warc::record(look)).map_err(CliError::from))?;
    out.flush()?;
    match count {
        0 => ctx.out.remark(super::super::empty_store::NOTHING_YET),
        n => ctx.out.detail(&format!("{n} looks written")),
    }
    Ok(CommandOutcome::Done)
}
