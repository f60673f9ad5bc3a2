//! Writes a plain table as Parquet, for `DuckDB`, Polars, Spark and data frames.
//!
//! Source: the Apache Parquet format. A column of words is `STRING`, one of whole numbers `INT64`; an empty cell is NULL. Rows
//! are gathered into groups of bounded size and written column by column, packed with Snappy. The same rows give the same
//! bytes.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::model::{PlainTable, PlainType};

/// Rows of a group, at most.
const GROUP_ROWS: usize = 100_000;
/// Bytes of the cells of a group, at most, but for its last row.
const GROUP_BYTES: usize = 16 << 20;

/// A file of one table that is being written.
pub struct ParquetTable<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<PendingColumn>,
    rows: usize,
    bytes: usize,
}

/// The cells of a column that belong to the next group.
struct PendingColumn {
    values: ColumnValues,
    /// 1 for a value, 0 for NULL.
    levels: Vec<i16>,
}

enum ColumnValues {
    Text(Vec<ByteArray>),
    Number(Vec<i64>),
}

impl<W: Write + Send> ParquetTable<W> {
    /// Begins the file of a table.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written to.
    pub fn new(table: &PlainTable, out: W) -> io::Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("writethru ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let schema = schema_of(table).map_err(failed)?;
        let writer = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        let columns = table.columns.iter().map(|(_, kind)| PendingColumn::new(*kind)).collect();
        Ok(Self { writer, columns, rows: 0, bytes: 0 })
    }

    /// Adds a row, a cell a column; an empty cell is NULL.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written to, or a cell of a column of numbers holds none.
    pub fn add_row(&mut self, cells: &[&str]) -> io::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell)?;
            self.bytes += cell.len();
        }
        self.rows += 1;
        if GROUP_ROWS <= self.rows || GROUP_BYTES <= self.bytes { self.write_group().map_err(failed) } else { Ok(()) }
    }

    /// Writes what is left, and what a reader needs to find the columns; returns what was written to.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written to.
    pub fn finish(mut self) -> io::Result<W> {
        if 0 < self.rows {
            self.write_group().map_err(failed)?;
        }
        self.writer.into_inner().map_err(failed)
    }

    fn write_group(&mut self) -> Result<()> {
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let Some(mut out) = group.next_column()? else { break };
            let levels = Some(column.levels.as_slice());
            match &column.values {
                ColumnValues::Text(values) => out.typed::<ByteArrayType>().write_batch(values, levels, None)?,
                ColumnValues::Number(values) => out.typed::<Int64Type>().write_batch(values, levels, None)?,
            };
            out.close()?;
            column.clear();
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

impl PendingColumn {
    const fn new(kind: PlainType) -> Self {
        let values = match kind {
            PlainType::Text => ColumnValues::Text(Vec::new()),
            PlainType::Number => ColumnValues::Number(Vec::new()),
        };
        Self { values, levels: Vec::new() }
    }

    fn push(&mut self, cell: &str) -> io::Result<()> {
        self.levels.push(i16::from(!cell.is_empty()));
        match &mut self.values {
            _ if cell.is_empty() => {}
            ColumnValues::Text(values) => values.push(ByteArray::from(cell)),
            ColumnValues::Number(values) => values.push(cell.parse().map_err(io::Error::other)?),
        }
        Ok(())
    }

    fn clear(&mut self) {
        self.levels.clear();
        match &mut self.values {
            ColumnValues::Text(values) => values.clear(),
            ColumnValues::Number(values) => values.clear(),
        }
    }
}

fn schema_of(table: &PlainTable) -> Result<Type> {
    let field = |(name, kind): &(&str, PlainType)| {
        let (physical, logical) = match kind {
            PlainType::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
            PlainType::Number => (PhysicalType::INT64, None),
        };
        let builder = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        Ok(Arc::new(builder.with_logical_type(logical).build()?))
    };
    let fields = table.columns.iter().map(field).collect::<Result<Vec<_>>>()?;
    Type::group_type_builder(table.name).with_fields(fields).build()
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::Field;

    use super::*;

    fn table() -> PlainTable {
        PlainTable {
            name: "claims",
            columns: vec![("text", PlainType::Text), ("version", PlainType::Number)],
            joined_by: &[],
        }
    }

    /// The `ParquetTable` in memory.
    fn written(rows: &[[&str; 2]]) -> Vec<u8> {
        let mut out = ParquetTable::new(&table(), Vec::new()).unwrap();
        rows.iter().for_each(|row| out.add_row(row).unwrap());
        out.finish().unwrap()
    }

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let long = "x".repeat(GROUP_BYTES / 2);
        let rows =
            [["Twelve died — “all” of them", "3"], ["", "-7"], [long.as_str(), ""], [long.as_str(), "9"], ["", ""]];
        let bytes = written(&rows);
        let file = tempfile::tempfile().unwrap();
        (&file).write_all(&bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        assert_eq!(reader.metadata().num_row_groups(), 2);
        let cell = |field: &Field| match field {
            Field::Str(words) => words.clone(),
            Field::Long(number) => number.to_string(),
            Field::Null => String::new(),
            other => panic!("{other}"),
        };
        let read: Vec<Vec<String>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().get_column_iter().map(|(_, field)| cell(field)).collect())
            .collect();
        assert_eq!(read, rows);
    }

    #[test]
    fn a_table_without_rows_is_a_file_and_no_word_is_a_number() {
        let empty = written(&[]);
        assert!(empty.starts_with(b"PAR1") && empty.ends_with(b"PAR1"));
        assert!(ParquetTable::new(&table(), Vec::new()).unwrap().add_row(&["a", "many"]).is_err());
    }
}
