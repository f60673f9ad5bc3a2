//! `writethru export`: writes what the archive holds for other programs and for readers.
//!
//! In: a story, an article, or everything. Out: a line of JSON for each version
//! (`jsonl`, here) or of the ledger (`ledger`, here), a web archive (`warc.rs`), a folder of pages (`site.rs`, whose files
//! `site_folder.rs` keeps in order and whose search `site_passages.rs` feeds), questions for the filters (`shards.rs`,
//! which `shard_folder.rs` divides; `story_questions.rs` gathers stories), or plain tables (`tables.rs`, which `sqlite.rs` and `parquet.rs` write). `target.rs` makes
//! files and folders.

#[cfg(feature = "parquet")]
mod parquet;
mod shard_folder;
mod shards;
mod site;
mod site_folder;
mod site_passages;
mod sqlite;
mod story_questions;
mod tables;
mod target;
#[cfg(feature = "fetch")]
mod warc;

use std::io::{self, BufWriter, Write};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;

/// Write versions for other programs, or pages for readers
#[derive(clap::Subcommand, Debug)]
pub(crate) enum ExportCommand {
    Jsonl(ExportJsonlArgs),
    Ledger(ExportLedgerArgs),
    #[cfg(feature = "parquet")]
    Parquet(parquet::ExportParquetArgs),
    Site(site::ExportSiteArgs),
    Shards(shards::ExportShardsArgs),
    Sqlite(sqlite::ExportSqliteArgs),
    #[cfg(feature = "fetch")]
    Warc(warc::ExportWarcArgs),
}

/// Write a line of JSON for each version, as `import jsonl` reads it
///
/// What was edited by hand follows the versions, a line each.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export jsonl > archive.jsonl\n  \
    writethru export jsonl ukraine-talks | jq -r .headline")]
pub(crate) struct ExportJsonlArgs {
    /// Story or article; without it, everything
    reference: Option<String>,
    /// Write the hooks too, with their commands and the addresses of webhooks in full
    #[cfg(feature = "fetch")]
    #[arg(long, conflicts_with = "reference")]
    hooks: bool,
}

/// Write the ledger, a line of JSON for everything recorded, for others to compute again
///
/// Each line has the row as it is hashed, its leaf and its chain; docs/PROOFS.md says how they follow from each other.
/// Whoever keeps the last chain, or a receipt, can tell later whether anything before it was altered.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export ledger > ledger.jsonl\n  \
    writethru export ledger | tail -n 1 | jq -r .chain")]
pub(crate) struct ExportLedgerArgs {}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, command: &ExportCommand) -> Result<CommandOutcome, CliError> {
    let args = match command {
        ExportCommand::Jsonl(args) => args,
        ExportCommand::Ledger(ExportLedgerArgs {}) => return ledger(ctx),
        #[cfg(feature = "parquet")]
        ExportCommand::Parquet(args) => return parquet::run(ctx, args),
        ExportCommand::Site(args) => return site::run(ctx, args),
        ExportCommand::Shards(args) => return shards::run(ctx, args),
        ExportCommand::Sqlite(args) => return sqlite::run(ctx, args),
        #[cfg(feature = "fetch")]
        ExportCommand::Warc(args) => return warc::run(ctx, args),
    };
    ctx.publish(args.reference.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let archive = ctx.archive()?;
    let mut write = |line: &str| writeln!(out, "{line}").map_err(CliError::from);
    let count = archive.export(args.reference.as_deref(), &mut write)?;
    #[cfg(feature = "fetch")]
    if args.hooks {
        archive.export_hooks(&mut write)?;
    }
    out.flush()?;
    match count {
        0 => ctx.out.remark(&super::empty_store::nothing_in(args.reference.as_deref())),
        n => ctx.out.detail(&format!("{n} versions written")),
    }
    Ok(CommandOutcome::Done)
}

fn ledger(ctx: &mut Context) -> Result<CommandOutcome, CliError> {
    ctx.publish(None)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let count = ctx.archive()?.export_ledger(|line| writeln!(out, "{line}").map_err(CliError::from))?;
    out.flush()?;
    match count {
        0 => ctx.out.remark(super::empty_store::NOTHING_YET),
        n => ctx.out.detail(&format!("{n} lines written")),
    }
    Ok(CommandOutcome::Done)
}
