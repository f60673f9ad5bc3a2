//! Reads the column `answer` of Parquet files, as the drivers in `examples/` write it.
//!
//! A few rows are held at a time, however large the groups of rows are. The id stands in the answer itself, so the column `id`
//! is not read. Files packed with Snappy or not at all are read, which is what Spark and pyarrow write unless told otherwise.

use std::fs::File;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};

use parquet::basic::{Compression, Type as PhysicalType};
use parquet::column::reader::ColumnReaderImpl;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaDataReader};
use parquet::file::serialized_reader::SerializedPageReader;

use super::bounded_pages::BoundedPages;
use super::read_failure::ReadFailure;
use crate::cli::read_lines::MAX_LINE;

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
    let metadata = calm(|| Ok(ParquetMetaDataReader::new().parse_and_finish(&file)?))?;
    let file = Arc::new(file);
    let columns = metadata.file_metadata().schema_descr().columns().to_vec();
    let is_answer = |name: &str, kind| name == COLUMN && kind == PhysicalType::BYTE_ARRAY;
    let place = columns.iter().position(|own| is_answer(&own.path().string(), own.physical_type()));
    let Some(place) = place else {
        return Err(ReadFailure::File(format!("it has no column `{COLUMN}` of text")));
    };
    let optional = columns[place].max_def_level();
    for group in metadata.row_groups() {
        let pages = calm(|| pages_of(&file, group.column(place), group.num_rows()))?;
        let mut column = ColumnReaderImpl::<ByteArrayType>::new(columns[place].clone(), Box::new(pages));
        while let Some(rows) = calm(|| next_rows(&mut column, optional))? {
            // One cell at a time is copied.
            rows.iter().map(|cell| text_of(cell.as_ref())).try_for_each(&mut give)?;
        }
    }
    Ok(())
}

/// Returns the pages of a group of rows, which must lie in the file.
fn pages_of(
    file: &Arc<File>,
    chunk: &ColumnChunkMetaData,
    rows: i64,
) -> Result<BoundedPages<SerializedPageReader<File>>, ReadFailure> {
    let offsets = [chunk.compressed_size(), chunk.data_page_offset(), chunk.dictionary_page_offset().unwrap_or(0)];
    if offsets.iter().any(|at| *at < 0) {
        return Err(ReadFailure::File("it is damaged: a column begins or ends before the file".to_owned()));
    }
    let is_packed = match chunk.compression() {
        Compression::UNCOMPRESSED => false,
        Compression::SNAPPY => true,
        other => return Err(ReadFailure::File(format!("it is packed with {other}, and Snappy alone is read"))),
    };
    // The library would make as much room as a page says; so it gives the pages as they lie there.
    let plain = chunk.clone().into_builder().set_compression(Compression::UNCOMPRESSED).build()?;
    let rows = usize::try_from(rows).map_err(|error| ReadFailure::File(error.to_string()))?;
    Ok(BoundedPages::new(SerializedPageReader::new(Arc::clone(file), &plain, rows, None)?, is_packed))
}

/// Does what the library may panic at, as it does at some damaged files, without a word about the panic.
fn calm<T>(read: impl FnOnce() -> Result<T, ReadFailure>) -> Result<T, ReadFailure> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let loud = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done = panic::catch_unwind(AssertUnwindSafe(read));
    panic::set_hook(loud);
    done.unwrap_or_else(|_| Err(ReadFailure::File("it is damaged".to_owned())))
}

/// Returns the cells of the next rows, `None` for an empty one; nothing at the end of the group.
fn next_rows(
    column: &mut ColumnReaderImpl<ByteArrayType>,
    optional: i16,
) -> Result<Option<Vec<Option<ByteArray>>>, ReadFailure> {
    let (mut levels, mut values): (Vec<i16>, Vec<ByteArray>) = (Vec::new(), Vec::new());
    let (rows, _, _) = column.read_records(ROWS, (0 < optional).then_some(&mut levels), None, &mut values)?;
    if rows == 0 {
        return Ok(None);
    }
    let mut values = values.into_iter();
    let row = |at: usize| match levels.get(at) {
        Some(level) if *level < optional => None,
        _ => values.next(),
    };
    Ok(Some((0..rows).map(row).collect()))
}

/// Returns the text of a cell.
fn text_of(cell: Option<&ByteArray>) -> Result<String, String> {
    let bytes = cell.map_or(&[][..], ByteArray::data);
    if MAX_LINE < bytes.len() {
        return Err(format!("it is longer than {} MB", MAX_LINE >> 20));
    }
    String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::sync::atomic::{AtomicUsize, Ordering};

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

    #[test]
    fn a_cell_that_is_longer_than_a_line_may_be_is_refused() {
        let cell = |length: usize| text_of(Some(&ByteArray::from(vec![b'a'; length])));
        assert_eq!(cell(3), Ok("aaa".to_owned()));
        assert!(cell(MAX_LINE + 1).unwrap_err().contains("longer than 256 MB"));
    }

    #[test]
    fn a_panic_of_the_library_is_a_damaged_file_and_nothing_is_printed() {
        static PRINTED: AtomicUsize = AtomicUsize::new(0);
        let own = std::thread::current().id();
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |_| {
            PRINTED.fetch_add(usize::from(std::thread::current().id() == own), Ordering::SeqCst);
        }));
        let told = calm(|| -> Result<(), ReadFailure> { panic!("a page ends before it begins") });
        panic::set_hook(loud);
        assert!(matches!(told, Err(ReadFailure::File(why)) if why == "it is damaged"));
        assert_eq!(PRINTED.load(Ordering::SeqCst), 0);
    }
}
