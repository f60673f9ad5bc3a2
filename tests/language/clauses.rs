//! Holds who did what in plain news sentences of our own.
//!
//! `fixtures/gold/clauses.txt` has a sentence a line with the heads of its
//! subject, verb and object. "The ferry left Cebu on Monday": ferry, left, Cebu. They are of ten fields, with the short past
//! forms that are nouns as well (cut, shut, hit), particles and headlines.

use writethru::model::{Document, Rel};
use writethru::text;

/// Sentences that are read wrongly today, each with the answer given: subject, verb, object.
#[rustfmt::skip]
const KNOWN_WRONG: &[(&str, [&str; 3])] = &[
    ("The ferry sank off Cebu on Monday.",            ["ferry", "sank", "Cebu"]),
    ("The bank raised interest rates on Thursday.",   ["bank", "rates", "-"]),
    ("Shares fell 4 percent in early trading.",       ["Shares", "fell", "percent"]),
    ("A gas main burst under the high street.",       ["-", "burst", "-"]),
    ("Lightning struck a barn and set it alight.",    ["-", "struck", "barn"]),
    ("The cable car came off its line.",              ["car", "came", "line"]),
    ("The president named a new finance minister.",   ["president", "named", "-"]),
    ("The budget cuts aid to farmers.",               ["-", "aid", "-"]),
    ("The dollar was down 2.6 percent by midday.",    ["dollar", "percent", "-"]),
    ("The chipmaker cut its forecast.",               ["-", "cut", "forecast"]),
    ("The firm let go of 300 people.",                ["firm", "let", "go"]),
    ("Its chief executive sold half of his shares.",  ["-", "half", "-"]),
    ("The deal values the firm at $4 billion.",       ["-", "values", "firm"]),
    ("The probe sent back its first pictures.",       ["probe", "sent", "-"]),
    ("The telescope lost contact with Earth.",        ["telescope", "contact", "-"]),
    ("Leeds beat York 3-1.",                          ["Leeds", "beat", "-"]),
    ("The Kenyan set a world record in Berlin.",      ["-", "set", "-"]),
    ("The referee sent off two players.",             ["referee", "sent", "-"]),
    ("The final drew 80,000 people.",                 ["drew", "people", "-"]),
    ("Spain face Italy on Sunday.",                   ["-", "Italy", "-"]),
    ("The pitcher threw a no-hitter.",                ["pitcher", "threw", "hitter"]),
    ("The team let in four goals.",                   ["team", "let", "-"]),
    ("The goalkeeper let the ball slip.",             ["goalkeeper", "let", "slip"]),
    ("Snow cut off six villages.",                    ["-", "cut", "-"]),
    ("Winds of 140 kmph tore roofs off houses.",      ["-", "Winds", "-"]),
    ("Fighting spread to the suburbs.",               ["-", "Fighting", "spread"]),
    ("The pilot shot down two drones.",               ["pilot", "shot", "-"]),
    ("The train from Leeds was 40 minutes late.",     ["-", "late", "-"]),
    ("A lorry hit the bridge again.",                 ["-", "lorry", "-"]),
    ("The paper let its critic go.",                  ["paper", "let", "go"]),
    ("A bug wiped thousands of accounts.",            ["-", "thousands", "-"]),
    ("Judge bars 46 ballots",                         ["-", "bars", "-"]),
    ("Storm Kills Nine in Two States",                ["Storm", "Kills", "-"]),
    ("MINISTER QUITS OVER LEAK",                      ["-", "QUITS", "-"]),
    ("Police Shut Border Road",                       ["-", "Road", "-"]),
    ("Board votes 5-4 to close schools",              ["-", "votes", "-"]),
    ("Oil hits four-year high",                       ["Oil", "hits", "year"]),
    ("Court Clears Nurse Of Murder",                  ["-", "Nurse", "-"]),
];
const GOLD: &str = include_str!("../../fixtures/gold/clauses.txt");

/// Returns subject, verb and object of the first sentence; `-` for none.
fn clause(document: &Document<'_>) -> [String; 3] {
    let tokens = document.sentences[0].tokens.clone();
    let root = tokens.clone().find(|&token| document.tokens[token].rel == Rel::Root).unwrap_or(tokens.start);
    let dependent = |rel: Rel| {
        let found = tokens
            .clone()
            .find(|&token| token != root && document.tokens[token].head == root && document.tokens[token].rel == rel);
        found.map_or("-", |token| document.word(token)).to_owned()
    };
    [dependent(Rel::Nsubj), document.word(root).to_owned(), dependent(Rel::Obj)]
}

#[test]
fn plain_sentences_tell_who_did_what() {
    let mut wrong = Vec::new();
    for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<_> = line.split('|').map(str::trim).collect();
        let found = clause(&text::read(parts[0]));
        if found != parts[1..] {
            wrong.push((parts[0], found));
        }
    }
    let known = KNOWN_WRONG.iter().map(|(sentence, found)| (*sentence, found.map(str::to_owned)));
    assert_eq!(wrong, known.collect::<Vec<_>>(), "a row that is right now leaves the list; a new one is a fault");
}
