//! Unpacks the pages of a column of a Parquet file, as far as they can be honest.
//!
//! Strangers wrote the file, so a page that says it takes 2 GB is not believed: Snappy packs 64 bytes into three at best, so
//! one that is a hundred bytes long has no room for more than some two thousand.

use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::ParquetError;
use snap::raw::{Decoder, decompress_len};

/// Bytes that a page takes unpacked for each of its packed ones, at most: Snappy copies 64 bytes with three.
const MOST_PER_BYTE: usize = 32;
/// Bytes that a page may take unpacked however short it is.
const LEAST_ROOM: usize = 1 << 16;

/// The pages of a column, each held against its own length.
pub(super) struct BoundedPages<P> {
    pages: P,
    /// Whether they come packed with Snappy.
    is_packed: bool,
}

impl<P: PageReader> BoundedPages<P> {
    /// Takes pages as they lie in the file.
    pub(super) fn new(pages: P, is_packed: bool) -> Self {
        Self { pages, is_packed }
    }

    /// Unpacks a page in its place.
    fn unpack(&self, page: &mut Page) -> Result<(), ParquetError> {
        let (buf, plain) = match page {
            Page::DataPage { buf, .. } | Page::DictionaryPage { buf, .. } => (buf, 0),
            Page::DataPageV2 { is_compressed: false, .. } => return Ok(()),
            // Its levels are not packed.
            Page::DataPageV2 { buf, def_levels_byte_len, rep_levels_byte_len, .. } => {
                (buf, (*def_levels_byte_len as usize).saturating_add(*rep_levels_byte_len as usize))
            }
        };
        if self.is_packed {
            *buf = unpacked(buf, plain)?.into();
        }
        Ok(())
    }
}

/// Returns the bytes of a page, of which the first are `plain`.
fn unpacked(page: &[u8], plain: usize) -> Result<Vec<u8>, ParquetError> {
    let damaged = |why: &str| ParquetError::General(format!("a page {why}"));
    let (levels, packed) = page.split_at_checked(plain).ok_or_else(|| damaged("is shorter than its levels"))?;
    let mut all = levels.to_vec();
    if packed.is_empty() {
        return Ok(all);
    }
    let snappy = |error: snap::Error| damaged(&format!("cannot be unpacked: {error}"));
    let length = decompress_len(packed).map_err(snappy)?;
    if packed.len().saturating_mul(MOST_PER_BYTE).saturating_add(LEAST_ROOM) < length {
        return Err(damaged("would unpack to more than Snappy can have packed"));
    }
    all.resize(plain + length, 0);
    Decoder::new().decompress(packed, &mut all[plain..]).map_err(snappy)?;
    Ok(all)
}

impl<P: PageReader> PageReader for BoundedPages<P> {
    fn get_next_page(&mut self) -> Result<Option<Page>, ParquetError> {
        let Some(mut page) = self.pages.get_next_page()? else { return Ok(None) };
        self.unpack(&mut page)?;
        // The library makes room for as many words as a dictionary says it has; each takes four bytes at least.
        match &page {
            Page::DictionaryPage { buf, num_values, .. } if buf.len() / 4 < *num_values as usize => {
                Err(ParquetError::General("a dictionary says that it has more words than it can hold".to_owned()))
            }
            _ => Ok(Some(page)),
        }
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>, ParquetError> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<(), ParquetError> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool, ParquetError> {
        self.pages.at_record_boundary()
    }
}

impl<P: PageReader> Iterator for BoundedPages<P> {
    type Item = Result<Page, ParquetError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

#[cfg(test)]
mod tests {
    use parquet::basic::Encoding;
    use snap::raw::Encoder;

    use super::*;

    /// Gives one page again and again.
    struct OnePage(Page);

    impl Iterator for OnePage {
        type Item = Result<Page, ParquetError>;
        fn next(&mut self) -> Option<Self::Item> {
            self.get_next_page().transpose()
        }
    }

    impl PageReader for OnePage {
        fn get_next_page(&mut self) -> Result<Option<Page>, ParquetError> {
            Ok(Some(self.0.clone()))
        }
        fn peek_next_page(&mut self) -> Result<Option<PageMetadata>, ParquetError> {
            Ok(None)
        }
        fn skip_next_page(&mut self) -> Result<(), ParquetError> {
            Ok(())
        }
    }

    fn dictionary(bytes: &[u8], num_values: u32) -> Page {
        Page::DictionaryPage { buf: bytes.to_vec().into(), num_values, encoding: Encoding::PLAIN, is_sorted: false }
    }

    /// A data page of the second version, whose levels take three bytes.
    fn second(bytes: &[u8], is_compressed: bool) -> Page {
        Page::DataPageV2 {
            buf: bytes.to_vec().into(),
            num_values: 1,
            encoding: Encoding::PLAIN,
            num_nulls: 0,
            num_rows: 1,
            def_levels_byte_len: 2,
            rep_levels_byte_len: 1,
            is_compressed,
            statistics: None,
        }
    }

    /// Returns the bytes of a page that come out, or why none do.
    fn read(page: Page, is_packed: bool) -> Result<Vec<u8>, String> {
        let page = BoundedPages::new(OnePage(page), is_packed).get_next_page();
        page.map(|page| page.unwrap().buffer().to_vec()).map_err(|error| error.to_string())
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        Encoder::new().compress_vec(bytes).unwrap()
    }

    #[test]
    fn pages_are_unpacked() {
        let long = vec![b'a'; 1 << 20];
        assert_eq!(read(dictionary(&packed(&long), 9), true), Ok(long.clone()));
        assert_eq!(read(dictionary(b"abcd", 1), false), Ok(b"abcd".to_vec()));
        assert_eq!(read(second(&[&b"lev"[..], &packed(b"words")].concat(), true), true), Ok(b"levwords".to_vec()));
        assert_eq!(read(second(b"levwords", false), true), Ok(b"levwords".to_vec()));
        assert_eq!(read(second(b"lev", true), true), Ok(b"lev".to_vec()));
    }

    #[test]
    fn what_takes_more_room_than_it_may_is_refused() {
        // Snappy begins with the length: 2 GB.
        let forged = [&[0x80, 0x80, 0x80, 0x80, 0x08][..], &packed(b"abcd")[1..]].concat();
        for page in [dictionary(&forged, 1), second(&[&b"lev"[..], &forged].concat(), true)] {
            assert!(read(page, true).unwrap_err().contains("more than Snappy can have packed"));
        }
        assert!(read(second(b"le", true), true).unwrap_err().contains("shorter than its levels"));
        assert!(read(dictionary(&packed(b"abcdefgh")[..4], 1), true).unwrap_err().contains("cannot be unpacked"));
        assert_eq!(read(dictionary(&[0; 40], 10), false), Ok(vec![0; 40]));
        assert!(read(dictionary(&[0; 40], u32::MAX), false).unwrap_err().contains("more words than it can hold"));
    }
}
