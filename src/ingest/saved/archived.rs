//! Takes the page out of a web archive that a browser extension or a crawler made of a single page.

use std::borrow::Cow;
use std::io::Cursor;

use super::page::SavedPage;
use crate::ingest::archives::warc::WarcPages;
use crate::ingest::archives::{ArchivedAnswer, ArchivedPage, MAX_PAGE_BYTES, PageArchive, WaczPages};
use crate::ingest::media_type::readable_type;
use crate::model::Note;

/// Bytes in which pages are looked for, unpacked.
const MAX_UNPACKED_BYTES: u64 = 1 << 30;
/// Records among which pages are looked for.
const MOST_RECORDS: usize = 10_000;

/// Returns the first page of an archive, if the bytes are one.
pub(super) fn page(bytes: &[u8]) -> Option<SavedPage<'static>> {
    let mut archive: Box<dyn PageArchive + '_> = match bytes {
        [0x1f, 0x8b, ..] | [b'W', b'A', b'R', b'C', b'/', ..] => {
            Box::new(WarcPages::new(bytes, MAX_PAGE_BYTES).ok()?.within(MAX_UNPACKED_BYTES))
        }
        [b'P', b'K', 3, 4, ..] => {
            Box::new(WaczPages::new(Cursor::new(bytes), MAX_PAGE_BYTES).ok()?.within(MAX_UNPACKED_BYTES))
        }
        _ => return None,
    };
    let mut first: Option<ArchivedPage> = None;
    let mut has_more = false;
    while archive.entries() < MOST_RECORDS
        && !has_more
        && let Ok(Some(page)) = archive.next_page(&mut |_, _| true)
    {
        let ArchivedAnswer::Page(answer) = &page.answer else { continue };
        let is_page = answer.status == 200 && answer.content_type.is_some();
        if is_page && readable_type(answer.content_type.as_deref()).is_ok() {
            has_more = first.is_some();
            first.get_or_insert(page);
        }
    }
    let ArchivedPage { name, captured, answer: ArchivedAnswer::Page(answer) } = first? else { return None };
    let all = "the archive holds further pages, and the first was taken; `writethru import warc` takes all".to_owned();
    Some(SavedPage {
        bytes: Cow::Owned(answer.body),
        content_type: answer.content_type,
        url: name.url,
        saved: Some(captured),
        notes: if has_more { vec![Note::new("first-of-several", all)] } else { Vec::new() },
    })
}
