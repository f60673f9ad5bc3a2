//! Finds the names in a text: runs of capitalised words, with the titles before them.
//!
//! `UK Defence Secretary John Healey` is the name `John Healey` with the role
//! `UK Defence Secretary`; `Ministry of Defence` is one name. A capital at the
//! start of a sentence proves nothing, so there the tag, the next word or
//! another place in the text must show that it is a name.
//!
//! In: a tagged document. Out: a [`Name`] for each place, with kind, gender and role as far as its neighbours give them.
//!
//! 1. `runs`: which capitalised words stand together.
//! 2. `roles`: title, name and apposition within and beside a run.
//! 3. `kinds`: person, organization or place.
//! 4. `variants`: spellings and other names of the same; `compare`: whether two names are of one.
//! 5. the tables: titles, first names, places, organizations, variants.

pub(crate) mod compare;
mod first_names_table;
mod kinds;
mod name;
pub(crate) mod organizations_table;
pub(crate) mod places_table;
mod roles;
mod runs;
mod runs_table;
#[cfg(test)]
mod table_tests;
pub(crate) mod titles_table;
mod variants;
mod variants_table;

use crate::model::{Document, EntityKind};

pub(crate) use compare::{is_named_the_same, is_same_name, is_spelt_otherwise, name_words, surname};
pub(crate) use kinds::is_acronym;
pub(crate) use name::{Gender, Name, pronoun_gender, written};
pub(crate) use roles::role_noun;
pub(crate) use titles_table::is_address;
pub(crate) use variants::{are_aliases, fold, same_word};

/// Returns the gender that mostly bears a person's first name.
pub(crate) fn person_gender(name: &str) -> Option<Gender> {
    first_names_table::gender(&name.split_whitespace().next()?.to_lowercase())
}

/// Returns whether the name at `tokens` is most likely a person's, an organization's or a place's.
pub(crate) fn kind_of(document: &Document<'_>, tokens: &std::ops::Range<usize>) -> EntityKind {
    kinds::of(document, tokens, &(tokens.start..tokens.start)).kind
}

/// Returns every name, in order of the text.
pub(crate) fn names_in(document: &Document<'_>) -> Vec<Name> {
    let evidence = runs::CaseEvidence::new(document);
    let mut names = Vec::new();
    for sentence_idx in 0..document.sentences.len() {
        runs::of_sentence(document, sentence_idx, &evidence, |run| {
            roles::split(document, run, sentence_idx, &mut names);
        });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let document = crate::text::read(text);
        let got: Vec<String> = names_in(&document)
            .iter()
            .map(|name| {
                let title = written(&document, &name.title);
                let kind = format!("{:?}", name.kind).to_lowercase();
                let title = if title.is_empty() { String::new() } else { format!("({title}) ") };
                format!("{title}{} {kind}", written(&document, &name.tokens))
            })
            .collect();
        assert_eq!(got.join("; "), want, "in {text:?}");
    }

    #[test]
    fn words_that_are_mostly_no_names_may_begin_one() {
        check("They heard April Jones and August Wilson.", "April Jones person; August Wilson person");
        check("Will Hurd will run.", "Will Hurd person");
        check("Mount Sinai Hospital treated him.", "Mount Sinai Hospital organization");
        check("They fled to San Luis Obispo and Santa Fe.", "San Luis Obispo place; Santa Fe place");
        check("They wrote to Santa Claus.", "Santa Claus person");
        check("She met Jim Courier at Ashdown Capital.", "Jim Courier person; Ashdown Capital organization");
        check("She met Jim Chronicle.", "Jim Chronicle person");
        check("Fans of Earvin “Magic” Johnson cheered.", "Earvin “Magic” Johnson person");
    }

    #[test]
    fn a_name_begins_within_its_line() {
        for text in ["Seoul\n\nPark-jun left.", "Ttes\nCorre-l", "Oslo\n\nMarlow-jin left the club."] {
            let document = crate::text::read(text);
            let line_end = text.find('\n').expect("there are two lines");
            let names = names_in(&document);
            let starts = names.iter().map(|name| document.tokens[name.tokens.start].span.start);
            assert!(starts.clone().any(|start| line_end < start), "{text:?}: {:?}", starts.collect::<Vec<_>>());
        }
    }

    #[test]
    fn which_tells_of_no_person() {
        check("Glen Torran Yeast, which makes bread, closed.", "Glen Torran Yeast other");
        check("Glen Torran, who makes bread, left.", "Glen Torran person");
        check("She beat Glen Torran, which surprised nobody.", "Glen Torran person");
    }

    #[test]
    fn names_are_told_from_titles() {
        check("They met UK Defence Secretary John Healey.", "(UK Defence Secretary) John Healey person");
        check("He saw Mr Smith and President Ada Okoye.", "(Mr) Smith person; (President) Ada Okoye person");
        check("A letter to the Ministry of Defence was lost.", "Ministry of Defence organization");
        check("She lives in France.", "France place");
        check("The talks in the U.S. were led by spokeswoman Ann Lee.", "U.S. place; (spokeswoman) Ann Lee person");
        check(
            "They met Kim Min-jun and President Lai Ching-te.",
            "Kim Min-jun person; (President) Lai Ching-te person",
        );
        check("They scrapped a Joe Biden-era rule.", "Joe Biden person");
        check(
            "They saw Leeds United and Prairie Crest Farms.",
            "Leeds United organization; Prairie Crest Farms organization",
        );
        check("The firm Bell & Rowe cut jobs.", "Bell & Rowe organization");
        check(
            "They sued the Ministry of Health, Ann Lee and Rod Hale.",
            "Ministry of Health organization; Ann Lee person; Rod Hale person",
        );
        check(
            "It was signed by the Department of Trade, Norway and Chile.",
            "Department of Trade organization; Norway place; Chile place",
        );
        check("They sued the Ministry of Health and Ann Lee.", "Ministry of Health organization; Ann Lee person");
        check(
            "They sued the Ministry for Water, Food Safety and Rural Affairs.",
            "Ministry for Water, Food Safety and Rural Affairs organization",
        );
        check("The march was led by Martin Luther King Jr. in 1963.", "Martin Luther King Jr. person");
        check("They honoured King Charles III at noon.", "(King) Charles III person");
        check("On Monday the bridge closed in May.", "");
        check("In April Jones resigned.", "Jones other");
        check("Police said the harbour was shut.", "");
    }
}
