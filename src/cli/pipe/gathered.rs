//! Gathers the parts of long stories, from any number of files and in any order, until each story has all of its own.
//!
//! ```text
//! ferry 2 of 3    ferry 1 of 3    mill-fire, whole    ferry 3 of 3     ferry 1 of 3
//!                                 mill-fire, whole    ferry, 3 parts   (came before)
//! ```
//! Parts are kept packed, so what is held is what was read. Of a story that is complete only the fingerprint of each part is
//! kept: some clusters do a task twice, and the second answer may come long after the last part.

use std::collections::{BTreeMap, HashMap};
use std::io;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::part::{PartAnswer, StoryPart};
use super::question::Refusal;
use crate::cli::bounded_line::BoundedLine;
use crate::cli::read_lines::{MAX_LINE, ReadLine};
use crate::track::{ANALYSER, unpacked_length};

/// Bytes that the parts of a story may take unpacked for each byte that was read of them. A single version takes one or two, and
/// 500 versions of 25 sentences that differ in one number take 60 (measured); zstd itself would go up to some 20,000.
const MOST_PER_BYTE: usize = 400;
/// Bytes that the parts of a story may take unpacked however much was read: some 250,000 versions of 25 sentences.
const MAX_STORY: usize = 1 << 30;

/// What comes out of a run of lines.
pub(super) enum MergeItem {
    /// A line that is no part.
    Whole(Vec<u8>),
    /// Every part of a story, in order.
    Story(String, Vec<PartAnswer>),
    /// A line that cannot be used, or a story whose parts did not all come.
    Unusable(Value, Refusal),
}

/// The parts of a story that have come.
struct Gathered {
    /// How many there are.
    parts: usize,
    /// Fingerprints of those that came, by number.
    seen: BTreeMap<usize, [u8; 16]>,
    /// The parts themselves, until all are there.
    held: BTreeMap<usize, PartAnswer>,
    /// The line of the latest.
    line: usize,
}

/// The fields by which a part is known.
#[derive(Deserialize)]
struct PartMark {
    part: Option<IgnoredAny>,
}

/// The field that an answer is named by.
#[derive(Deserialize)]
struct IdMark {
    #[serde(default)]
    id: Value,
}

/// Returns what lines come to, each with the number of the line that completes it.
pub(super) fn gathered(
    lines: impl Iterator<Item = ReadLine> + Send,
) -> impl Iterator<Item = (usize, MergeItem)> + Send {
    let mut stories: HashMap<String, Gathered> = HashMap::new();
    let mut lines = lines;
    let mut incomplete: Option<std::vec::IntoIter<(usize, MergeItem)>> = None;
    std::iter::from_fn(move || {
        for (number, line) in lines.by_ref() {
            if let Some(item) = taken(&mut stories, number, line) {
                return Some((number, item));
            }
        }
        incomplete.get_or_insert_with(|| without_all(std::mem::take(&mut stories)).into_iter()).next()
    })
}

/// Returns how much memory an item takes while it is worked on, in bytes.
pub(super) fn length((_, item): &(usize, MergeItem)) -> usize {
    match item {
        MergeItem::Whole(line) => line.len(),
        MergeItem::Story(_, parts) => unpacked(parts).unwrap_or_default(),
        MergeItem::Unusable(..) => 0,
    }
}

/// Returns how many bytes parts take unpacked; `None` where that is more than they may take.
pub(super) fn unpacked(parts: &[PartAnswer]) -> Option<usize> {
    let read: usize = parts.iter().map(|part| part.results.len()).sum();
    // A part that does not say it is damaged, and takes nothing.
    let told = parts.iter().map(|part| unpacked_length(&part.results).unwrap_or_default());
    let length = told.fold(0, usize::saturating_add);
    (length <= read.saturating_mul(MOST_PER_BYTE).min(MAX_STORY)).then_some(length)
}

/// Says of each story, by name, that not all of its parts came.
fn without_all(stories: HashMap<String, Gathered>) -> Vec<(usize, MergeItem)> {
    let mut incomplete: Vec<_> = stories.into_iter().filter(|(_, gathered)| 0 < gathered.missing()).collect();
    incomplete.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let told = incomplete.into_iter().map(|(story, gathered)| {
        let first = (1..=gathered.parts).find(|number| !gathered.seen.contains_key(number)).unwrap_or_default();
        let (missing, parts) = (gathered.missing(), gathered.parts);
        let message = format!("{missing} of {parts} parts of `{story}` did not come: part {first} is the first of them");
        let hint = "merge the answers to all shards of one export at once; where a line with an `error` stands for a part, \
                    have its question answered again";
        (gathered.line, MergeItem::Unusable(Value::String(story), Refusal::new("missing-parts", message, hint)))
    });
    told.collect()
}

impl Gathered {
    fn missing(&self) -> usize {
        self.parts - self.seen.len()
    }
}

fn taken(stories: &mut HashMap<String, Gathered>, number: usize, line: io::Result<BoundedLine>) -> Option<MergeItem> {
    let bytes = match line {
        Ok(BoundedLine::Whole(bytes)) => bytes,
        Ok(BoundedLine::TooLong) => return Some(MergeItem::Unusable(Value::Null, Refusal::too_long(MAX_LINE))),
        Err(error) => return Some(MergeItem::Unusable(Value::Null, Refusal::unreadable(&error))),
    };
    match serde_json::from_slice::<PartMark>(&bytes) {
        Ok(PartMark { part: Some(_) }) => {}
        Ok(PartMark { part: None }) => return Some(MergeItem::Whole(bytes)),
        Err(error) => {
            let hint = "each line is an answer of `writethru pipe timeline`";
            return Some(MergeItem::Unusable(Value::Null, Refusal::new("bad-json", error.to_string(), hint)));
        }
    }
    match serde_json::from_slice::<PartAnswer>(&bytes) {
        Ok(answer) => add(stories, number, answer),
        Err(error) => {
            let id = serde_json::from_slice::<IdMark>(&bytes).map_or(Value::Null, |mark| mark.id);
            let hint = "`writethru pipe timeline` answers the question about a part";
            let refusal = Refusal::new("bad-part", format!("it is no answer about a part: {error}"), hint);
            Some(MergeItem::Unusable(id, refusal))
        }
    }
}

/// Adds a part; returns its story when it was the last one, or why it cannot be added.
fn add(stories: &mut HashMap<String, Gathered>, line: usize, answer: PartAnswer) -> Option<MergeItem> {
    let StoryPart { of, number, parts } = answer.part.clone();
    let refuse =
        |id: Value, message: String, hint: &str| Some(MergeItem::Unusable(id, Refusal::new("bad-part", message, hint)));
    if answer.analyser != ANALYSER {
        let message = format!("it was read by {}, and this program is {ANALYSER}", answer.analyser);
        return refuse(answer.id, message, "have parts read and merged by the very same program");
    }
    if !(1..=parts).contains(&number) {
        return refuse(answer.id, format!("there is no part {number} of {parts}"), "parts are counted from 1");
    }
    let fingerprint = fingerprint(&answer.results);
    let gathered = stories.entry(of.clone()).or_insert_with(|| Gathered {
        parts,
        seen: BTreeMap::new(),
        held: BTreeMap::new(),
        line,
    });
    if gathered.parts != parts {
        let message = format!("`{of}` has {} parts elsewhere, and {parts} here", gathered.parts);
        return refuse(answer.id, message, "merge the answers of one export");
    }
    match gathered.seen.get(&number) {
        // Some clusters do a task twice.
        Some(own) if *own == fingerprint => return None,
        Some(_) => {
            let message = format!("part {number} of `{of}` came twice, and differs");
            return refuse(answer.id, message, "merge the answers of one export");
        }
        None => {}
    }
    gathered.line = line;
    gathered.seen.insert(number, fingerprint);
    gathered.held.insert(number, answer);
    let is_complete = gathered.missing() == 0;
    is_complete.then(|| MergeItem::Story(of, std::mem::take(&mut gathered.held).into_values().collect()))
}

/// Returns what tells the results of one part from those of another.
fn fingerprint(results: &str) -> [u8; 16] {
    let hash = Sha256::digest(results);
    std::array::from_fn(|place| hash[place])
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use serde_json::json;

    use super::*;
    use crate::track::pack_results;

    /// Returns a part that unpacks to some `length` bytes of nothing, and its share of what was read.
    fn part(length: usize) -> PartAnswer {
        let results = pack_results(&vec![0_u8; length]).unwrap();
        let part = StoryPart { of: "ferry".to_owned(), number: 1, parts: 1 };
        PartAnswer { id: json!("ferry/post"), part, analyser: ANALYSER.to_owned(), results }
    }

    #[test]
    fn what_parts_may_take_unpacked_follows_what_was_read_of_them() {
        assert_eq!(unpacked(&[part(1000), part(1000)]), Some(2004));
        assert_eq!(unpacked(&[part(1000), part(40 << 20)]), None, "a thousandth was read of it");
        // The head of a frame that says it holds 2 GB, and much behind it.
        let head = [&[0x28, 0xB5, 0x2F, 0xFD, 0xE0][..], &(2_u64 << 30).to_le_bytes(), &[0; 5]].concat();
        let results = BASE64_STANDARD.encode(head) + &"A".repeat(8 << 20);
        assert_eq!(unpacked_length(&results), Some(2 << 30));
        assert_eq!(unpacked(&[PartAnswer { results, ..part(1) }]), None);
        assert_eq!(length(&(1, MergeItem::Story("ferry".to_owned(), vec![part(1000)]))), 1002);
    }
}
