//! `writethru export parquet`: writes texts, changes, claims and timeline entries as a folder of Parquet files.

use std::fs::File;
use std::path::PathBuf;

use super::tables::{self, TableSink};
use super::target;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::PlainTable;
use crate::render::export::parquet_table::ParquetTable;

/// Write texts, changes, claims and timeline entries as Parquet files in a new folder
///
/// The tables are those of `export sqlite`, a file each: `texts.parquet`, `changes.parquet`, `claims.parquet` and
/// `entries.parquet`, joined by `story`, `article` and `version`.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export parquet tables\n  \
    writethru export parquet ferry-tables ferry && duckdb -c \"FROM 'ferry-tables/claims.parquet'\"")]
pub(crate) struct ExportParquetArgs {
    /// Folder to write; it is made, or must be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Story; without it, everything
    story: Option<String>,
}

/// The files of a folder that are being written.
struct ParquetFolder {
    folder: PathBuf,
    tables: Vec<(&'static str, ParquetTable<File>)>,
}

impl ParquetFolder {
    /// Makes sure that all is on disk, and gives the files their names.
    fn finish(self) -> Result<(), CliError> {
        for (name, table) in self.tables {
            table.finish()?;
            target::finish(&self.folder.join(format!("{name}.parquet")))?;
        }
        Ok(())
    }
}

impl TableSink for ParquetFolder {
    fn add_table(&mut self, table: &PlainTable) -> Result<(), CliError> {
        let part = target::new_file(&self.folder.join(format!("{}.parquet", table.name)))?;
        self.tables.push((table.name, ParquetTable::new(table, File::create(part)?)?));
        Ok(())
    }

    fn add_row(&mut self, table: &PlainTable, cells: &[&str]) -> Result<(), CliError> {
        let own = self.tables.iter_mut().find(|(name, _)| *name == table.name);
        let (_, own) = own.expect("a table is made before its rows");
        Ok(own.add_row(cells)?)
    }
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportParquetArgs) -> Result<CommandOutcome, CliError> {
    let archive = tables::archive_of(ctx, args.story.as_deref())?;
    target::new_folder(&args.folder)?;
    let mut folder = ParquetFolder { folder: args.folder.clone(), tables: Vec::new() };
    let rows = tables::write(archive, args.story.as_deref(), &mut folder)?;
    folder.finish()?;
    tables::remark(ctx, rows, &args.folder);
    Ok(CommandOutcome::Done)
}
