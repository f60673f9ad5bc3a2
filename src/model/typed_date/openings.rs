//! Lists the words before, behind and between dates, and what they say of them. Each row bears an example.

use Opening::{After, Before, From, Mark, Plain, Until};

/// What the words before a date say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// How sure the date is, as EDTF marks it.
    Mark(char),
    /// At its end at the latest.
    Until,
    /// Before it begins.
    Before,
    /// At its beginning at the earliest.
    From,
    /// After its end.
    After,
    /// Nothing.
    Plain,
}

/// Words beside a date.
pub(super) struct DateWords<K> {
    pub words: &'static str,
    pub kind: K,
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    pub example: &'static str,
    /// The example in EDTF.
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    pub edtf: &'static str,
}

const fn row<K: Copy>(words: &'static str, kind: K, example: &'static str, edtf: &'static str) -> DateWords<K> {
    DateWords { words, kind, example, edtf }
}

/// Words before a date; one stands before those that it begins with.
#[rustfmt::skip]
pub(super) const OPENINGS: &[DateWords<Opening>] = &[
    row("about", Mark('~'), "about 12 August 2025", "2025-08-12~"),
    row("approximately", Mark('~'), "approximately 1990", "1990~"),
    row("approx.", Mark('~'), "approx. August 2025", "2025-08~"),
    row("around", Mark('~'), "around 12 August 2025", "2025-08-12~"),
    row("circa", Mark('~'), "circa 1990", "1990~"),
    row("c.", Mark('~'), "c.1990", "1990~"),
    row("ca.", Mark('~'), "ca. 1990", "1990~"),
    row("maybe", Mark('?'), "maybe 12 August 2025", "2025-08-12?"),
    row("perhaps about", Mark('%'), "perhaps about August 2025", "2025-08%"),
    row("perhaps", Mark('?'), "perhaps August 2025", "2025-08?"),
    row("possibly", Mark('?'), "possibly in 2025", "2025?"),
    row("probably", Mark('?'), "probably 2025", "2025?"),
    row("by the end of", Until, "by the end of 2025", "../2025"),
    row("by", Until, "by September 2025", "../2025-09"),
    row("not after", Until, "not after 12 August 2025", "../2025-08-12"),
    row("until", Until, "until August 2025", "../2025-08"),
    row("before", Before, "before March 2025", "../2025-02-28"),
    row("from", From, "from March 2025", "2025-03/.."),
    row("not before", From, "not before 12 August 2025", "2025-08-12/.."),
    row("since", From, "since 2025-03", "2025-03/.."),
    row("after", After, "after March 2025", "2025-04-01/.."),
    row("in", Plain, "in Sept. 2024", "2024-09"),
    row("on", Plain, "on 12 August 2025", "2025-08-12"),
    row("the", Plain, "the spring of 2025", "2025-21"),
];

/// Words behind a date from which something holds.
#[rustfmt::skip]
pub(super) const CLOSINGS: &[DateWords<()>] = &[
    row(" on", (), "from May 2023 on", "2023-05/.."),
    row(" onwards", (), "from May 2023 onwards", "2023-05/.."),
    row(" onward", (), "since 2023 onward", "2023/.."),
];

/// Words between the two ends of a span, and those without which they do not make one: `14 and 16 March` are two days.
#[rustfmt::skip]
pub(super) const BETWEEN: &[DateWords<Option<&str>>] = &[
    row(" to ", None, "14 to 16 March 2025", "2025-03-14/2025-03-16"),
    row(" until ", None, "14 until 16 March 2025", "2025-03-14/2025-03-16"),
    row(" till ", None, "14 till 16 March 2025", "2025-03-14/2025-03-16"),
    row(" through ", None, "March through May 2025", "2025-03/2025-05"),
    row(" and ", Some("between "), "between 1 and 5 March 2025", "2025-03-01/2025-03-05"),
    row(" – ", None, "30 March – 2 April 2025", "2025-03-30/2025-04-02"),
    row(" — ", None, "30 March — 2 April 2025", "2025-03-30/2025-04-02"),
    row(" - ", None, "14 - 16 March 2025", "2025-03-14/2025-03-16"),
    row("..", None, "2025-03-14..2025-03-16", "2025-03-14/2025-03-16"),
    row("–", None, "14–16 March 2025", "2025-03-14/2025-03-16"),
];

/// Words before the first end of a span.
#[rustfmt::skip]
pub(super) const SPAN_OPENINGS: &[DateWords<()>] = &[
    row("between ", (), "between 14 March and 2 April 2025", "2025-03-14/2025-04-02"),
    row("from ", (), "from 2019 to 2021", "2019/2021"),
];

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::model::typed_date;

    #[track_caller]
    fn check<K>(rows: &[DateWords<K>]) {
        let now = "2025-08-14T09:00:00Z".parse().unwrap();
        let read = |words: &str| Some(typed_date(words, Tz::Asia__Manila, now).ok()??.to_string());
        for row in rows {
            assert_eq!(read(row.example).as_deref(), Some(row.edtf), "for {}", row.example);
            assert!(row.example.contains(row.words), "{}", row.example);
            // Without the words it is another date, or none.
            let without = row.example.replacen(row.words, "", 1);
            let is_plain = row.edtf.len() <= 10;
            assert!(is_plain || read(without.trim()).as_deref() != Some(row.edtf), "`{}` says nothing", row.words);
        }
    }

    #[test]
    fn every_row_fires_on_its_own_example() {
        check(OPENINGS);
        check(CLOSINGS);
        check(BETWEEN);
        check(SPAN_OPENINGS);
    }

    #[test]
    fn no_row_hides_a_later_one() {
        for (at, row) in OPENINGS.iter().enumerate() {
            let hidden = OPENINGS[at + 1..].iter().find(|later| later.words.starts_with(&format!("{} ", row.words)));
            assert!(hidden.is_none(), "`{}` hides a later row", row.words);
        }
    }
}
