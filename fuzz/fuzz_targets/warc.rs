//! Reads any bytes as a web archive: it comes to an end, and no page is longer than the limit.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::archives::PageArchive as _;
use writethru::ingest::archives::warc::WarcPages;

/// Bytes that are read of a page, at most.
const LIMIT: usize = 10_000;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut pages) = WarcPages::new(bytes, LIMIT) else { return };
    let mut n_pages = 0;
    while let Ok(Some(page)) = pages.next_page(&mut |_, _| true) {
        n_pages += 1;
        assert!(page.length() <= LIMIT, "{} bytes are kept of {}", page.length(), page.name.place);
        assert!(n_pages <= pages.entries(), "a page comes of no record");
    }
});
