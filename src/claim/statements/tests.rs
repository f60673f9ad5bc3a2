//! Tries the finder on the project's own sentences: the examples of the tables and `fixtures/gold/statements.txt`.

use proptest::prelude::*;

use super::cue_table::{ADVERBS, DONE_NOT_SAID, NOUNS, PREPOSITIONS, VERBS};
use super::{Naming, find, lexicon};
use crate::model::{Span, Statement};
use crate::text;

fn statements(words: &str) -> Vec<Statement> {
    find(&text::read(words), &[], Naming::default()).0
}

/// Writes a statement as a line of the gold file.
fn line(words: &str, statement: &Statement) -> String {
    let parts = |spans: &[Span]| spans.iter().map(|span| span.of(words)).collect::<Vec<_>>().join(" ~ ");
    let kind = format!("{:?}", statement.kind).to_lowercase();
    format!("{kind} | {} | {} | {}", parts(&statement.cue), parts(&statement.source), parts(&statement.content))
}

#[test]
fn own_sentences_are_read_as_written_down() {
    let gold = include_str!("../../../fixtures/gold/statements.txt");
    let mut wrong = Vec::new();
    for block in gold.split("\n\n").filter(|block| block.trim_start().starts_with('>')) {
        let mut lines = block.trim().lines();
        let words = lines.next().unwrap_or_default().trim_start_matches("> ").replace(" |", "\n\n");
        let want: Vec<String> = lines.map(str::to_owned).collect();
        let got: Vec<String> = statements(&words).iter().map(|statement| line(&words, statement)).collect();
        if got != want {
            wrong.push(format!("{words}\n  got  {got:#?}\n  want {want:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_verb_fires_on_its_own_example() {
    let fires = |lemma: &str, example: &str| {
        statements(example).iter().any(|statement| {
            let words = statement.cue.iter().flat_map(|cue| cue.of(example).split_whitespace());
            words.filter_map(|word| lexicon::verb(&word.to_lowercase())).any(|verb| verb.rows[0].lemma == lemma)
        })
    };
    let silent: Vec<&str> = VERBS.iter().filter(|row| !fires(row.lemma, row.example)).map(|row| row.example).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn every_noun_preposition_and_adverb_fires_on_its_own_example() {
    let nouns = NOUNS.iter().map(|row| (row.lemma, row.example));
    let rows = nouns.chain(PREPOSITIONS.iter().copied()).chain(ADVERBS.iter().copied());
    let fires = |words: &str, example: &str| {
        let cues = statements(example).into_iter().flat_map(|statement| statement.cue);
        cues.into_iter().any(|cue| cue.of(example).to_lowercase() == words)
    };
    let silent: Vec<&str> =
        rows.filter(|(words, example)| !fires(words, example)).map(|(_, example)| example).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn what_is_done_to_an_object_is_not_said() {
    let fires: Vec<&str> =
        DONE_NOT_SAID.iter().map(|(.., example)| *example).filter(|example| !statements(example).is_empty()).collect();
    assert!(fires.is_empty(), "{fires:#?}");
    let said = statements("The firm claimed that nine lives were lost.");
    assert_eq!(said.len(), 1);
}

#[test]
fn hostile_texts_cost_little() {
    let quote = format!("“{}", "We go on and on, he said. ".repeat(4_000));
    let transcript = "LEE: We said that they said so.\n".repeat(2_000);
    let marks = "\" ' “ ” said ".repeat(2_000);
    let shouting = "POLICE SAID THE BRIDGE WAS CLOSED. ".repeat(500);
    for words in [quote, transcript, marks, shouting] {
        statements(&words);
    }
}

proptest! {
    #[test]
    fn spans_lie_in_the_text_on_character_borders(words in "(Ann|said|that|the|told|“|”|\"|'|,|\\.|:|—|\n|according|to|by|who|é|claim|He|asked| ){0,60}") {
        for statement in statements(&words) {
            prop_assert!(!statement.content.is_empty());
            let spans = statement.content.iter().chain(&statement.cue).chain(&statement.source);
            for span in spans {
                prop_assert!(span.start < span.end && words.get(span.range()).is_some());
            }
            prop_assert!(statement.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
