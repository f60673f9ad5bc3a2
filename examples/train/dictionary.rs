//! Learns what `WordNet` knows of each word: its parts of speech and the kind of thing or doing it means.
//!
//! "bank" is a noun, mostly, or a verb; as a noun it means an object. The
//! layout of a word's number is told at `WordClass`.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use writethru::text::grammar::lexeme::Lexeme;
use writethru::text::grammar::weights::write;

const N_BUCKETS: usize = 1 << 15;
/// Parts of speech, as files are called; a part's place is its number.
const PARTS: [&str; 4] = ["noun", "verb", "adj", "adv"];
/// Numbers of the first files of nouns and verbs that tell kinds of things and doings.
const FIRST_THING: u16 = 3;
const FIRST_DOING: u16 = 29;

#[derive(Clone, Default)]
struct Entry {
    /// One bit for each part of speech.
    parts: u16,
    thing: u16,
    doing: u16,
    is_name: bool,
    /// How often each part was counted in texts.
    counts: [u32; 4],
}

/// Returns the bytes of the classes of all single words.
pub fn learn(folder: &str) -> io::Result<Vec<u8>> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for part in 0..PARTS.len() {
        add_part(folder, part, &mut entries)?;
    }
    add_counts(&std::fs::read_to_string(format!("{folder}/cntlist.rev"))?, &mut entries);
    for (part, name) in PARTS.iter().enumerate() {
        let list = std::fs::read_to_string(format!("{folder}/{name}.exc"))?;
        add_odd_forms(&list, part, &mut entries);
    }
    let mut contents: Vec<_> = entries.iter().map(|(word, entry)| (weight(word, entry), word, entry)).collect();
    contents.sort_by_key(|(weight, word, _)| (u32::MAX - weight, *word));
    let contents: Vec<_> =
        contents.into_iter().map(|(_, word, entry)| (Lexeme::new(word, word, false).word, content(entry))).collect();
    let (bytes, left_out) = write::table(N_BUCKETS, &contents);
    println!("classes: {} words, {left_out} left out", contents.len());
    Ok(bytes)
}

fn is_single(word: &str) -> bool {
    2 <= word.len() && word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'\'')
}

/// Reads the words of one part of speech, each with the kind of its first sense.
fn add_part(folder: &str, part: usize, entries: &mut BTreeMap<String, Entry>) -> io::Result<()> {
    let data = std::fs::read_to_string(format!("{folder}/data.{}", PARTS[part]))?;
    let mut kinds: BTreeMap<&str, u16> = BTreeMap::new();
    let mut small: BTreeSet<&str> = BTreeSet::new();
    for line in data.lines().filter(|line| !line.starts_with(' ')) {
        let columns: Vec<&str> = line.split(' ').collect();
        kinds.insert(columns[0], columns[1].parse().unwrap_or(0));
        let n_words = usize::from_str_radix(columns[3], 16).unwrap_or(0);
        let words = columns[4..].iter().step_by(2).take(n_words);
        small.extend(words.filter(|word| !word.contains(char::is_uppercase)));
    }
    let index = std::fs::read_to_string(format!("{folder}/index.{}", PARTS[part]))?;
    for line in index.lines().filter(|line| !line.starts_with(' ')) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let word = columns[0];
        if !is_single(word) {
            continue;
        }
        let n_links: usize = columns[3].parse().unwrap_or(0);
        let kind = kinds.get(columns[6 + n_links]).copied().unwrap_or(0);
        let entry = entries.entry(word.to_owned()).or_default();
        entry.parts |= 1 << part;
        entry.is_name = !small.contains(word) && (part == 0 || entry.is_name);
        match part {
            0 => entry.thing = kind + 1 - FIRST_THING,
            1 => entry.doing = kind + 1 - FIRST_DOING,
            _ => {}
        }
    }
    Ok(())
}

/// Reads how often each sense was counted: `bank%1:17:01:: 1 25`.
fn add_counts(list: &str, entries: &mut BTreeMap<String, Entry>) {
    for line in list.lines() {
        let mut columns = line.split(' ');
        let Some((word, sense)) = columns.next().and_then(|key| key.split_once('%')) else { continue };
        let count: u32 = columns.nth(1).and_then(|count| count.parse().ok()).unwrap_or(0);
        let part = match sense.as_bytes()[0] {
            b'1' => 0,
            b'2' => 1,
            b'4' => 3,
            _ => 2,
        };
        if let Some(entry) = entries.get_mut(word) {
            entry.counts[part] += count;
        }
    }
}

/// Reads forms without a regular ending: `left leave`.
fn add_odd_forms(list: &str, part: usize, entries: &mut BTreeMap<String, Entry>) {
    for line in list.lines() {
        let Some((form, bases)) = line.split_once(' ').filter(|(form, _)| is_single(form)) else { continue };
        let Some(base) = bases.split(' ').find_map(|base| entries.get(base)).cloned() else { continue };
        let entry = entries.entry(form.to_owned()).or_default();
        entry.parts |= 1 << part;
        entry.counts[part] += base.counts[part] / 2;
        match part {
            0 if entry.thing == 0 => entry.thing = base.thing,
            1 if entry.doing == 0 => entry.doing = base.doing,
            _ => {}
        }
    }
}

/// Tells how much a word matters when room is short: common ones, then short ones that are no names.
fn weight(word: &str, entry: &Entry) -> u32 {
    entry.counts.iter().sum::<u32>() * 4 + u32::from(!entry.is_name) + u32::from(word.len() < 12)
}

fn content(entry: &Entry) -> u16 {
    let main = (0..4).max_by_key(|&part| (entry.counts[part], entry.parts >> part & 1, 4 - part)).unwrap_or(0);
    entry.parts | (main as u16) << 4 | u16::from(entry.is_name) << 6 | entry.thing << 7 | entry.doing << 12
}
