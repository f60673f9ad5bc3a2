//! `writethru export sqlite`: writes texts, changes, claims and timeline entries as plain tables of a new database.

use std::path::PathBuf;

use super::tables::{self, TableSink};
use super::target;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::outcome::CommandOutcome;
use crate::model::PlainTable;
use crate::store::PlainTables;
use crate::track::TrackError;

/// Write texts, changes, claims and timeline entries as plain tables of a new `SQLite` file
///
/// For Datasette, `DuckDB`, spreadsheets and whoever asks in SQL: the tables `texts`, `changes`, `claims` and `entries`,
/// joined by `story`, `article` and `version`. Articles that are in no story are in `texts` and `changes` alone.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  writethru export sqlite archive-tables.db\n  \
    writethru export sqlite ferry.db ferry && datasette ferry.db")]
pub(crate) struct ExportSqliteArgs {
    /// File to write; nothing may stand there
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Story; without it, everything
    story: Option<String>,
}

impl TableSink for PlainTables {
    fn add_table(&mut self, table: &PlainTable) -> Result<(), CliError> {
        Ok(PlainTables::add_table(self, table).map_err(TrackError::from)?)
    }

    fn add_row(&mut self, table: &PlainTable, cells: &[&str]) -> Result<(), CliError> {
        Ok(PlainTables::add_row(self, table, cells).map_err(TrackError::from)?)
    }
}

/// Runs the command.
pub(super) fn run(ctx: &mut Context, args: &ExportSqliteArgs) -> Result<CommandOutcome, CliError> {
    let archive = tables::archive_of(ctx, args.story.as_deref())?;
    let part = target::new_file(&args.file)?;
    let mut database = PlainTables::create(&part).map_err(TrackError::from)?;
    let rows = tables::write(archive, args.story.as_deref(), &mut database)?;
    database.finish().map_err(TrackError::from)?;
    target::finish(&args.file)?;
    tables::remark(ctx, rows, &args.file);
    Ok(CommandOutcome::Done)
}
