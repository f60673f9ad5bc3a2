//! Reads `fixtures/gold/entities.txt` and holds every mention against it.
//!
//! `Ann Lee spoke. She left. => Ann Lee=Ann Lee; She=Ann Lee`: the words of each
//! mention and the name of the entity they lead to, in order of the text.

use writethru::claim;
use writethru::model::Setting;

#[test]
fn mentions_lead_to_their_entities() {
    let gold = include_str!("../../fixtures/gold/entities.txt");
    let mut wrong = Vec::new();
    for (text, want) in gold.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" => ")) {
        let analysis = claim::analyze(text, Setting::default());
        let written = |mention: &writethru::model::Mention| {
            format!("{}={}", mention.span.of(text), analysis.entities[mention.entity].name)
        };
        let got: Vec<String> = analysis.mentions.iter().map(written).collect();
        let got = if got.is_empty() { "none".to_owned() } else { got.join("; ") };
        if got != want {
            wrong.push(format!("{text}\n  want {want}\n  got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
