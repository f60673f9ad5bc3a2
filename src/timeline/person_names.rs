//! Follows a person across a whole story by the names that its articles use.
//!
//! ```text
//! Herald  Ngozi Okafor, Ms Okafor     Post  Okafor     Wire  Health Secretary Ngozi Okafor
//! ```
//! is one person called `Ngozi Okafor`. A shorter name joins the one fuller name of the story that it may be a form of;
//! where it may be a form of two, it stays by itself. What an editor said of two names goes before all that.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::mention::event_mention::{EventMention, VersionMentions};
use crate::claim::names::{is_same_name, name_words};
use crate::model::{ManualEdit, ManualEditKind};

/// The names under which somebody is quoted, each with the number of its mentions in all versions.
pub type NameCounts = BTreeMap<String, usize>;

/// Returns the names under which a version quotes somebody, one for each mention; "officials" is nobody's name.
pub fn named_speakers(version: &VersionMentions) -> impl Iterator<Item = (&str, &EventMention)> {
    let mentions =
        version.mentions.iter().chain(&version.unlisted_statements).filter(|mention| mention.is_speaker_named);
    mentions.filter_map(|mention| Some((mention.speaker.as_deref()?, mention)))
}

/// Counts the names under which a version quotes somebody.
pub fn count_names(version: &VersionMentions, counts: &mut NameCounts) {
    for (name, _) in named_speakers(version) {
        match counts.get_mut(name) {
            Some(count) => *count += 1,
            None => _ = counts.insert(name.to_owned(), 1),
        }
    }
}

/// The names of a story, each with the name that its person goes by.
#[derive(Clone, Debug, Default)]
pub struct PersonNames {
    canonical: HashMap<String, String>,
}

impl PersonNames {
    /// Gathers names that a story uses, each with how often; `edits` are the story's manual edits.
    pub fn new<'n>(used: impl Iterator<Item = (&'n str, usize)>, edits: &[ManualEdit]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        used.for_each(|(name, count)| *counts.entry(name).or_default() += count);
        let standing: Vec<&ManualEdit> = edits.iter().filter(|edit| edit.undone.is_none()).collect();
        let mut people = clustered(&counts, &standing);
        standing.iter().for_each(|edit| join(&mut people, edit));
        let pairs = people.into_iter().flat_map(|person| {
            let canonical = person.name;
            person.forms.into_iter().map(move |form| (form, canonical.clone()))
        });
        Self { canonical: pairs.collect() }
    }

    /// Returns the name that the person of a name goes by; an unknown name goes by itself.
    pub fn canonical<'s>(&'s self, name: &'s str) -> &'s str {
        self.canonical.get(name).map_or(name, String::as_str)
    }

    /// Returns the name that the person of a name goes by, where it is another.
    pub fn other_name(&self, name: &str) -> Option<&str> {
        self.canonical.get(name).map(String::as_str).filter(|canonical| *canonical != name)
    }

    /// Returns the name by which somebody goes who is called so, in any case of letters.
    pub fn called(&self, asked: &str) -> Option<&str> {
        let lower = asked.trim().to_lowercase();
        let mut all = self.canonical.iter();
        all.find(|(form, canonical)| [form, canonical].into_iter().any(|own| own.to_lowercase() == lower))
            .map(|(_, canonical)| canonical.as_str())
    }

    /// Returns whether two names are of one person.
    pub fn are_one(&self, a: &str, b: &str) -> bool {
        self.canonical(a) == self.canonical(b)
    }
}

struct Person {
    name: String,
    forms: BTreeSet<String>,
}

/// Gives each name to the person it is a form of, the fullest and most used names first.
fn clustered(counts: &BTreeMap<&str, usize>, edits: &[&ManualEdit]) -> Vec<Person> {
    let mut order: Vec<(&str, usize, Vec<String>)> =
        counts.iter().map(|(name, count)| (*name, *count, name_words(name))).collect();
    order.sort_by(|a, b| (b.2.len(), b.1, a.0.len(), a.0).cmp(&(a.2.len(), a.1, b.0.len(), b.0)));
    let mut people: Vec<Person> = Vec::new();
    // Two forms of a name have a word in common, or one is the initials of the other.
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for (name, _, words) in order {
        let keys = keys_of(name, &words);
        let near: BTreeSet<usize> = keys.iter().filter_map(|key| by_word.get(key)).flatten().copied().collect();
        let is_it = |at: &usize| {
            let person: &Person = &people[*at];
            is_same_name(&person.name, name) && !person.forms.iter().any(|form| is_apart(edits, form, name))
        };
        let found: Vec<usize> = near.into_iter().filter(is_it).collect();
        let at = match found[..] {
            [only] => only,
            _ => {
                people.push(Person { name: name.to_owned(), forms: BTreeSet::new() });
                people.len() - 1
            }
        };
        people[at].forms.insert(name.to_owned());
        keys.into_iter().for_each(|key| by_word.entry(key).or_default().push(at));
    }
    people
}

/// Returns the words by which a name is looked up, its initials among them.
fn keys_of(name: &str, words: &[String]) -> BTreeSet<String> {
    let initials: String =
        name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    words.iter().cloned().chain([initials.to_lowercase(), name.to_lowercase()]).collect()
}

/// Returns whether an editor said that two names are of two, and no one since that they are of one.
fn is_apart(edits: &[&ManualEdit], a: &str, b: &str) -> bool {
    let last = edits.iter().rev().find_map(|edit| match &edit.edit {
        ManualEditKind::Apart { name, other } if is_pair((name, other), (a, b)) => Some(true),
        ManualEditKind::Alias { name, other } if is_pair((name, other), (a, b)) => Some(false),
        _ => None,
    });
    last == Some(true)
}

fn is_pair((x, y): (&str, &str), (a, b): (&str, &str)) -> bool {
    is_called(x, a) && is_called(y, b) || is_called(x, b) && is_called(y, a)
}

fn is_called(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// Joins two persons of whom an editor says that they are one, or parts a name from its person.
fn join(people: &mut Vec<Person>, edit: &ManualEdit) {
    let find = |people: &[Person], wanted: &str| {
        let is_form = |person: &Person| {
            is_called(&person.name, wanted) || person.forms.iter().any(|form| is_called(form, wanted))
        };
        people.iter().position(is_form)
    };
    match &edit.edit {
        ManualEditKind::Alias { name, other } => {
            let Some(from) = find(people, other) else { return };
            let gone = people.swap_remove(from);
            let into = find(people, name).unwrap_or_else(|| {
                people.push(Person { name: name.clone(), forms: BTreeSet::new() });
                people.len() - 1
            });
            people[into].name.clone_from(name);
            people[into].forms.extend(gone.forms);
        }
        ManualEditKind::Apart { name, other } => {
            let Some(at) = find(people, other).filter(|at| find(people, name) == Some(*at)) else { return };
            let own: Vec<String> = people[at].forms.iter().filter(|form| is_called(form, other)).cloned().collect();
            own.iter().for_each(|form| _ = people[at].forms.remove(form));
            if is_called(&people[at].name, other) {
                people[at].name.clone_from(name);
            }
            people.push(Person { name: other.clone(), forms: own.into_iter().collect() });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(edit: ManualEditKind) -> ManualEdit {
        let empty = String::new;
        let at = chrono::DateTime::UNIX_EPOCH;
        ManualEdit { number: 1, entry: empty(), text: empty(), edit, author: empty(), at, undone: None }
    }

    fn names(used: &[&str], edits: &[ManualEditKind]) -> PersonNames {
        let edits: Vec<ManualEdit> = edits.iter().cloned().map(edit).collect();
        PersonNames::new(used.iter().map(|name| (*name, 1)), &edits)
    }

    #[test]
    fn the_forms_of_a_name_are_one_person() {
        let found = names(
            &["Ms Okafor", "Ngozi Okafor", "Okafor", "Health Secretary Ngozi Okafor", "WFA", "World Food Agency"],
            &[],
        );
        for form in ["Ms Okafor", "Okafor", "Health Secretary Ngozi Okafor"] {
            assert!(found.are_one(form, "Ngozi Okafor"), "{form}: {found:?}");
        }
        assert!(found.are_one("WFA", "World Food Agency") && !found.are_one("WFA", "Okafor"));
    }

    #[test]
    fn a_name_that_may_be_of_two_stays_by_itself() {
        let found = names(&["Lee", "Ann Lee", "John Lee"], &[]);
        assert!(!found.are_one("Lee", "Ann Lee") && !found.are_one("Lee", "John Lee"));
        let told = names(
            &["Lee", "Ann Lee", "John Lee"],
            &[ManualEditKind::Alias { name: "John Lee".into(), other: "lee".into() }],
        );
        assert_eq!(told.canonical("Lee"), "John Lee");
    }

    #[test]
    fn what_an_editor_says_goes_first() {
        let alias = |name: &str, other: &str| ManualEditKind::Alias { name: name.into(), other: other.into() };
        let apart = |name: &str, other: &str| ManualEditKind::Apart { name: name.into(), other: other.into() };
        let used = ["Ngozi Okafor", "Okafor", "the health secretary"];
        let check = |edits: &[ManualEditKind], want: [&str; 3]| {
            let found = names(&used, edits);
            assert_eq!(used.map(|name| found.canonical(name)), want, "{edits:?}");
        };
        check(&[], ["Ngozi Okafor", "Ngozi Okafor", "the health secretary"]);
        check(&[alias("Okafor", "the health secretary")], ["Okafor"; 3]);
        check(&[alias("Dr Okafor", "Ngozi Okafor")], ["Dr Okafor", "Dr Okafor", "the health secretary"]);
        check(&[apart("Ngozi Okafor", "Okafor")], ["Ngozi Okafor", "Okafor", "the health secretary"]);
        let both = [apart("Ngozi Okafor", "Okafor"), alias("Ngozi Okafor", "Okafor")];
        check(&both, ["Ngozi Okafor", "Ngozi Okafor", "the health secretary"]);
    }
}
