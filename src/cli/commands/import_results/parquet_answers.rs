//! Reads the column `answer` of Parquet files, as the drivers in `examples/` write it.
//!
//! A few rows are held at a time, however large the groups of rows are. The id stands in the answer itself, so the column `id`
//! is not read. Files packed with Snappy or not at all are read, which is what Spark and pyarrow write unless told otherwise.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::basic::Type as PhysicalType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};

use super::read_failure::ReadFailure;

/// The column that is read.
const COLUMN: &str = "answer";
/// Rows that are held at once.
const ROWS: usize = 64;

impl From<ParquetError> for ReadFailure {
    fn from(error: ParquetError) -> Self {
        Self::File(error.to_string())
    }
}

/// Gives the answer of each row to `give`; an empty cell is an empty answer.
pub(super) fn each(
    file: File,
    mut give: impl FnMut(Result<String, String>) -> Result<(), ReadFailure>,
) -> Result<(), ReadFailure> {
    let file = calm(|| Ok(SerializedFileReader::new(file)?))?;
    let columns = file.metadata().file_metadata().schema_descr().columns().to_vec();
    let is_answer = |name: &str, kind| name == COLUMN && kind == PhysicalType::BYTE_ARRAY;
    let place = columns.iter().position(|own| is_answer(&own.path().string(), own.physical_type()));
    let Some(place) = place else {
        return Err(ReadFailure::File(format!("it has no column `{COLUMN}` of text")));
    };
    let optional = columns[place].max_def_level();
    for group in 0..file.num_row_groups() {
        let group = calm(|| Ok(file.get_row_group(group)?))?;
        let chunk = group.metadata().column(place);
        if chunk.compressed_size() < 0
            || chunk.data_page_offset() < 0
            || chunk.dictionary_page_offset().is_some_and(|at| at < 0)
        {
            return Err(ReadFailure::File("it is damaged: a column begins or ends before the file".to_owned()));
        }
        let ColumnReader::ByteArrayColumnReader(mut column) = calm(|| Ok(group.get_column_reader(place)?))? else {
            return Err(ReadFailure::File(format!("its column `{COLUMN}` is no text")));
        };
        while let Some(rows) = calm(|| next_rows(&mut column, optional))? {
            rows.into_iter().try_for_each(&mut give)?;
        }
    }
    Ok(())
}

/// Does what the library may panic at, as it does at some damaged files.
fn calm<T>(read: impl FnOnce() -> Result<T, ReadFailure>) -> Result<T, ReadFailure> {
    let damaged = |_| Err(ReadFailure::File("it is damaged".to_owned()));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(damaged)
}

/// Returns the next rows; `None` at the end of the group.
fn next_rows(
    column: &mut ColumnReaderImpl<ByteArrayType>,
    optional: i16,
) -> Result<Option<Vec<Result<String, String>>>, ReadFailure> {
    let (mut levels, mut values): (Vec<i16>, Vec<ByteArray>) = (Vec::new(), Vec::new());
    let (rows, _, _) = column.read_records(ROWS, (0 < optional).then_some(&mut levels), None, &mut values)?;
    if rows == 0 {
        return Ok(None);
    }
    let mut values = values.into_iter();
    let row = |at: usize| match levels.get(at) {
        Some(level) if *level < optional => Ok(String::new()),
        _ => values.next().map_or(Ok(String::new()), |cell| {
            String::from_utf8(cell.data().to_vec()).map_err(|error| error.to_string())
        }),
    };
    Ok(Some((0..rows).map(row).collect()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::model::{PlainTable, PlainType};
    use crate::render::export::parquet_table::ParquetTable;

    fn file(columns: &[&'static str], rows: &[[&str; 2]]) -> Vec<u8> {
        let columns = columns.iter().map(|name| (*name, PlainType::Text)).collect();
        let table = PlainTable { name: "answers", columns, joined_by: &[] };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table");
        let mut out = ParquetTable::new(&table, File::create(&path).unwrap()).unwrap();
        rows.iter().for_each(|row| out.add_row(row).unwrap());
        out.finish().unwrap();
        std::fs::read(path).unwrap()
    }

    fn read(bytes: &[u8]) -> Result<Vec<String>, String> {
        let mut temporary = tempfile::tempfile().unwrap();
        temporary.write_all(bytes).unwrap();
        let mut found = Vec::new();
        let give = |answer: Result<String, String>| {
            found.push(answer.unwrap_or_else(|why| format!("? {why}")));
            Ok(())
        };
        match each(temporary, give) {
            Ok(()) => Ok(found),
            Err(ReadFailure::File(why)) => Err(why),
            Err(ReadFailure::Given(error)) => panic!("{error}"),
        }
    }

    #[test]
    fn the_answers_of_all_rows_are_read() {
        let texts: Vec<String> = (0..150).map(|n| format!("{{\"id\": {n}}}")).collect();
        let mut rows: Vec<[&str; 2]> = texts.iter().map(|text| ["ferry", text.as_str()]).collect();
        rows[70][1] = "";
        let mut wanted = texts.clone();
        wanted[70].clear();
        assert_eq!(read(&file(&["id", "answer"], &rows)), Ok(wanted));
        assert_eq!(read(&file(&["id", "answer"], &[])), Ok(Vec::new()));
        assert!(read(&file(&["id", "reply"], &rows)).unwrap_err().contains("no column `answer`"));
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        let whole = file(&["id", "answer"], &[["ferry", "{}"], ["post", "{\"id\": 1}"]]);
        for cut in 0..whole.len() {
            assert!(read(&whole[..cut]).is_err(), "cut off after {cut} bytes");
        }
        for (at, flip) in (0..whole.len()).flat_map(|at| [1, 0x55, 0x80, 0xFF].map(|flip| (at, flip))) {
            let mut damaged = whole.clone();
            damaged[at] ^= flip;
            // Whatever is read of it, it ends.
            let _ = read(&damaged);
        }
    }
}
