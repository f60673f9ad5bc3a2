//! Holds that every answer in JSON says the version of its shape.

use crate::sandbox::Sandbox;

#[test]
fn every_answer_in_json_carries_its_schema() {
    let mill = Sandbox::mill_fire();
    for line in [
        "log",
        "show mill-fire",
        "diff mill-fire",
        "changes",
        "claims mill-fire",
        "blame mill-fire",
        "timeline mill-fire",
        "search fire",
        "audit",
        "conflicts mill-fire",
        "figures mill-fire",
        "standing mill-fire 2019",
        "story list",
        "story show mill-fire",
        "article list",
        "check",
    ] {
        let told = mill.run(&format!("{line} --format json --quiet"));
        let view: serde_json::Value =
            serde_json::from_str(&told).unwrap_or_else(|error| panic!("{line}: {error}\n{told}"));
        assert_eq!(view["schema"], 1, "{line}");
    }
}

#[test]
fn the_log_lists_every_version_with_its_facts() {
    let mill = Sandbox::mill_fire();
    let view: serde_json::Value = serde_json::from_str(&mill.run("log --format json")).unwrap();
    let versions = view["articles"][0]["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 3);
    for field in ["number", "captured", "published", "modified", "headline", "words", "hash", "verdict", "counts"] {
        assert!(versions[1].get(field).is_some(), "no {field}");
    }
}
