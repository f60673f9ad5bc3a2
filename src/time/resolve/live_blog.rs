//! Follows the day of a live blog from entry to entry.
//!
//! The entries may run over several days. "4 May 09.10 BST" gives the day to
//! what follows it; "00.10" after "23.50" shows that midnight has passed.

use super::anchors::{Anchors, Resolved};
use crate::model::{Document, Edtf, Role};
use crate::time::calendar::arithmetic::add_days;
use crate::time::context::FoundPhrase;
use crate::time::phrase::{TimeExpr, TimeOfDay};

/// Sentences at the top of a text in which body text shows that a stamp further down belongs to an entry.
const MAX_HEAD_SENTENCES: usize = 500;

/// Makes the day of a live-blog entry's stamp the document day of what follows it.
pub(crate) fn take_entry_day(document: &Document<'_>, anchors: &mut Anchors, sentence: usize, resolved: &Resolved) {
    let line = &document.sentences[sentence];
    let is_bare = line.span.of(document.text).starts_with(|c: char| c.is_ascii_digit());
    let in_body =
        || document.sentences[..sentence].iter().take(MAX_HEAD_SENTENCES).any(|before| before.role == Role::Body);
    match line.role {
        Role::EntryTime => {}
        Role::Stamp if is_bare || in_body() => {}
        _ => return,
    }
    let day = resolved.edtf.as_deref().and_then(|edtf| Edtf::new(edtf).ok()?.first_day_as_written());
    anchors.document_day = day.or(anchors.document_day);
}

/// Moves the document day where the entries of a live blog pass midnight: "00.10" after "23.50" is of the next day.
///
/// Blogs stand oldest or newest entry first; two stamps close to each other show which.
pub(crate) fn pass_midnight(document: &Document<'_>, anchors: &mut Anchors, found: &FoundPhrase) {
    /// In minutes. Entries further apart than this lie on either side of midnight.
    const HALF_DAY: i32 = 12 * 60;
    let role = document.sentences[found.sentence].role;
    let (Role::EntryTime | Role::Stamp, Some(TimeOfDay::Clock { minutes, .. })) = (role, found.phrase.time) else {
        return;
    };
    let (last, newest_first) = anchors.last_stamp.unwrap_or((minutes, None));
    let apart = minutes - last;
    let is_near = apart != 0 && apart.abs() <= HALF_DAY;
    anchors.last_stamp = Some((minutes, if is_near { Some(apart < 0) } else { newest_first }));
    if found.phrase.expr != TimeExpr::Time {
        return; // the stamp has its own day
    }
    let days = match (apart, newest_first) {
        (apart, None | Some(false)) if apart < -HALF_DAY => 1,
        (apart, None | Some(true)) if HALF_DAY < apart => -1,
        _ => 0,
    };
    anchors.document_day = anchors.document_day.and_then(|day| add_days(day, days));
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    #[test]
    fn entries_of_a_live_blog_have_their_own_day() {
        let text = "3 May 14.32 BST\n\nThe bridge was closed today.\n\n4 May 09.10 BST\n\nIt opened today.";
        check(text, Some("2025-05-05"), "2025-05-03T14:32:00+01:00 2025-05-03 2025-05-04T09:10:00+01:00 2025-05-04");
    }

    #[test]
    fn a_live_blog_passes_midnight_either_way() {
        let at = Some("2025-05-03");
        let entries = |stamps: [&str; 3]| stamps.map(|stamp| format!("{stamp} BST\n\nIt met today.")).join("\n\n");
        check(
            &entries(["22.40", "23.50", "00.10"]),
            at,
            "2025-05-03T22:40:00+01:00 2025-05-03 2025-05-03T23:50:00+01:00 2025-05-03 2025-05-04T00:10:00+01:00 2025-05-04",
        );
        check(
            &entries(["01.20", "00.10", "23.50"]),
            at,
            "2025-05-03T01:20:00+01:00 2025-05-03 2025-05-03T00:10:00+01:00 2025-05-03 2025-05-02T23:50:00+01:00 2025-05-02",
        );
    }
}
