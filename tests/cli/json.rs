//! Tests single fields of answers in JSON; `snapshots.rs` holds the shape of each answer.

use crate::sandbox::Sandbox;

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
