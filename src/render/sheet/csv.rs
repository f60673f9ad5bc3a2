//! Writes a sheet as CSV, with every column.

use super::Sheet;
use crate::render::export::csv::table;

/// Writes the rows under a line of column names.
pub fn csv(sheet: &Sheet) -> String {
    let names: Vec<&str> = sheet.columns.iter().map(|column| column.name).collect();
    table(&names, sheet.rows.iter().map(|row| row.cells.clone()))
}
