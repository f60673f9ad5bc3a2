//! Relates two words: synonyms, kin, opposites, strangers.
//!
//! "began" and "started" are synonyms, "rose" and "grew" kin, "high" and "low"
//! opposites.
//!
//! In: two words, or the words of two passages. Out: how they are related, if they are.
//!
//! - `forms`: of which word a form may be one
//! - `phrases`: what the thesaurus lacks, sets of words and phrases of news; here: the thesaurus
//!
//! `thesaurus.txt` has a line for each of 16,000 words, in columns
//! separated by tabs: the word; its senses; the senses next to those (broader,
//! similar, derived); its opposites. Senses are numbers, separated by spaces.
//! Words are looked up by binary search in the sorted file, so nothing is built
//! at start.
//!
//! Source: `WordNet` 3.1, Princeton University; licence in `thesaurus_LICENSE.txt`.
//! The file was derived from the database files of `WordNet` once; the program
//! that did so was not kept, so the columns above are its only specification.

mod forms;
pub(crate) mod phrases;

pub(super) use forms::base_forms;

const THESAURUS: &str = include_str!("thesaurus.txt");

/// How two words are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// Forms of one word.
    Same,
    /// They share a sense.
    Synonym,
    /// One is broader than the other, or similar, or derived from it.
    Kin,
    /// One is listed as an opposite of the other.
    Opposite,
    /// Both are kin of a third word.
    Cousin,
    /// Both are known and have nothing to do with each other.
    Stranger,
    /// At least one is not in the thesaurus.
    Unknown,
}

/// What the thesaurus says about one word.
struct ThesaurusEntry {
    senses: &'static str,
    near: &'static str,
    opposites: &'static str,
}

/// Returns how two words in lower case are related.
pub(super) fn relation(one: &str, other: &str) -> Relation {
    let (bases_one, bases_other) = (base_forms(one), base_forms(other));
    if bases_one.iter().any(|base| bases_other.contains(base)) {
        return Relation::Same;
    }
    let entries_one: Vec<ThesaurusEntry> = bases_one.iter().filter_map(|base| entry_of(base)).collect();
    let entries_other: Vec<ThesaurusEntry> = bases_other.iter().filter_map(|base| entry_of(base)).collect();
    let opposes = |entry: &ThesaurusEntry, bases: &[String]| {
        entry.opposites.split(' ').any(|word| bases.iter().any(|base| base == word))
    };
    if entries_one.iter().any(|entry| opposes(entry, &bases_other))
        || entries_other.iter().any(|entry| opposes(entry, &bases_one))
    {
        return Relation::Opposite;
    }
    let any = |meet: &dyn Fn(&ThesaurusEntry, &ThesaurusEntry) -> bool| {
        entries_one.iter().any(|x| entries_other.iter().any(|y| meet(x, y)))
    };
    match () {
        () if any(&|x, y| meet(x.senses, y.senses)) => Relation::Synonym,
        () if any(&|x, y| meet(x.senses, y.near) || meet(x.near, y.senses)) => Relation::Kin,
        () if any(&|x, y| meet(x.near, y.near)) => Relation::Cousin,
        () if entries_one.is_empty() || entries_other.is_empty() => Relation::Unknown,
        () => Relation::Stranger,
    }
}

/// Returns whether a word in lower case, or what it is a form of, is a common word.
pub(super) fn knows(word: &str) -> bool {
    base_forms(word).iter().any(|base| entry_of(base).is_some())
}

fn meet(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one.split(' ').any(|sense| other.split(' ').any(|own| own == sense))
}

/// Returns the entry of a word by binary search in the sorted file.
fn entry_of(word: &str) -> Option<ThesaurusEntry> {
    let (mut low, mut high) = (0, THESAURUS.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = THESAURUS[..middle].rfind('\n').map_or(0, |at| at + 1).max(low);
        let end = THESAURUS[start..].find('\n').map_or(THESAURUS.len(), |at| start + at);
        let line = &THESAURUS[start..end];
        let mut columns = line.split('\t');
        match columns.next().unwrap_or_default().cmp(word) {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => {
                let mut next = || columns.next().unwrap_or_default();
                return Some(ThesaurusEntry { senses: next(), near: next(), opposites: next() });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        let words: Vec<&str> = THESAURUS.lines().filter_map(|line| line.split('\t').next()).collect();
        assert!(words.is_sorted());
        assert!(words.iter().step_by(97).all(|word| entry_of(word).is_some()));
        assert!(entry_of("").is_none() && entry_of("zzzz").is_none());
    }

    #[test]
    fn words_are_related_as_speakers_would_say() {
        use Relation::*;
        for (one, other, want) in [
            ("began", "started", Synonym),
            ("rose", "grew", Kin),
            ("accusations", "allegations", Kin),
            ("high", "low", Opposite),
            ("museum", "library", Cousin),
            ("running", "ran", Same),
            ("doctor", "bridge", Stranger),
            ("texel", "harwich", Unknown),
        ] {
            assert_eq!(relation(one, other), want, "{one} {other}");
            assert_eq!(relation(other, one), want, "{other} {one}");
        }
    }
}
