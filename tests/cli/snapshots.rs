//! Holds what every command prints of one story, word for word, and the shape of every answer in JSON.
//!
//! ```text
//! INSTA_UPDATE=always cargo test --test cli snapshots     # after reading what changed
//! git diff tests/cli/snapshots
//! ```
//! Text is held as it is; of JSON the fields and their types are, so that a
//! better analysis changes the text files only and a changed field stands out.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// Commands that only read, with a name for their snapshot.
#[rustfmt::skip]
const READING: &[(&str, &str)] = &[
    ("log", "log ukraine-talks"),
    ("show", "show ukraine-talks/lantern-1@2"),
    ("diff", "diff ukraine-talks/lantern-1@2..3"),
    ("changes", "changes ukraine-talks"),
    ("claims", "claims ukraine-talks"),
    ("claims-speaker", "claims ukraine-talks --speaker Vance --kind statement"),
    ("people", "people ukraine-talks"),
    ("briefing", "briefing ukraine-talks --since '25 April 2025'"),
    ("blame", "blame ukraine-talks/lantern-1"),
    ("timeline", "timeline ukraine-talks"),
    ("timeline-as-of", "timeline ukraine-talks --as-of '24 April 2025 9am'"),
    ("timeline-diff", "timeline diff ukraine-talks --between 2025-04-24 2025-04-26"),
    ("timeline-edits", "timeline edits ukraine-talks"),
    ("search", "search Crimea"),
    ("audit", "audit ukraine-talks"),
    ("conflicts", "conflicts ukraine-talks"),
    ("figures", "figures ukraine-talks killed"),
    ("standing", "standing ukraine-talks 'eight people'"),
    ("story-list", "story list"),
    ("story-show", "story show ukraine-talks"),
    ("article-list", "article list ukraine-talks"),
    ("check", "check"),
];

/// Answers that other flags give, in text only.
#[rustfmt::skip]
const VIEWS: &[(&str, &str)] = &[
    ("diff-stat", "diff ukraine-talks/lantern-1@2..3 --stat"),
    ("diff-words", "diff ukraine-talks/lantern-1@2..3 --words"),
    ("diff-side-by-side", "diff ukraine-talks/lantern-1@2..3 --side-by-side"),
    ("timeline-ids", "timeline ukraine-talks --ids"),
    ("timeline-why", "timeline ukraine-talks --why 'ruled out giving up'"),
    ("timeline-filtered", "timeline ukraine-talks --from 2025-04-24 --outlet lantern --newest-first"),
    ("timeline-top", "timeline ukraine-talks --top 3"),
    ("timeline-md", "timeline ukraine-talks --format md"),
    ("timeline-csv", "timeline ukraine-talks --format csv"),
    ("export", "export jsonl ukraine-talks/northgate-1"),
    ("demo", "demo"),
];

/// Commands that change the store, one after the other.
#[rustfmt::skip]
const WRITING: &[&str] = &[
    "story new 'Ferry fire' --timezone Asia/Manila",
    "story rename ferry-fire ferry",
    "story timezone ferry Europe/London",
    "add fixtures/stories/mill-fire/post-1.v1.txt --story mill --article post-1 --captured 2025-03-03T21:00Z",
    "add fixtures/stories/mill-fire/post-1.v1.txt --story mill --article post-1 --captured 2025-03-03T22:00Z",
    "add fixtures/stories/mill-fire/post-1.v2.txt --story mill --article post-1 --captured 2025-03-04T08:00Z",
    "article move mill/post-1 --to ferry",
    "article rename ferry/post-1 post",
    "story merge ferry --into mill",
    "timeline note ukraine-talks 'ruled out giving up' 'told by his office too' --by 'Ann Lee'",
    "timeline pin ukraine-talks 'ruled out giving up' --by 'Ann Lee'",
    "timeline date ukraine-talks 'ruled out giving up' 2025-04-22 --by 'Ann Lee'",
    "timeline hide ukraine-talks 'logistical issues' --by 'Bo Ek'",
    "timeline tag ukraine-talks 'ruled out giving up' talks #crimea --by 'Ann Lee'",
    "timeline untag ukraine-talks 'ruled out giving up' Talks --by 'Bo Ek'",
    "timeline add ukraine-talks 2025-04-24 'The air raid alert was lifted at dawn' --source 'lantern-1 v2 s4' --source 'https://city.example/alerts' --by 'Ann Lee'",
    "people alias ukraine-talks 'James David Vance' 'JD Vance' --by 'Ann Lee'",
    "timeline ukraine-talks --tag crimea --tag none --speaker 'james david vance' --kind statement",
    "people alias ukraine-talks 'James David Vance' Nobody --by 'Ann Lee'",
    "timeline add ukraine-talks soon 'Nothing happened' --source 'lantern-9 v2 s4' --by 'Ann Lee'",
    "timeline edits ukraine-talks",
    "timeline undo ukraine-talks 4 --by 'Ann Lee'",
    "article delete mill/post --yes",
    "story delete mill --yes",
    "reindex",
    "vacuum",
];

/// Holds a snapshot beside this file.
fn hold(name: &str, command: &str, told: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("writethru {command}"));
    // Sizes of files and hashes of programs differ from machine to machine.
    settings.add_filter(r"\d[\d,.]* (bytes|KB|MB)", "[size]");
    settings.bind(|| insta::assert_snapshot!(name, told));
}

#[test]
fn every_answer_in_text_is_held() {
    let talks = Sandbox::ukraine_talks();
    for (name, command) in READING.iter().chain(VIEWS) {
        hold(&format!("text-{name}"), command, &talks.run(command));
    }
}

#[test]
fn every_answer_in_json_keeps_its_shape() {
    let talks = Sandbox::ukraine_talks();
    talks.run("timeline note ukraine-talks 'ruled out giving up' 'told by his office too' --by 'Ann Lee'");
    talks.run("timeline undo ukraine-talks 1 --by 'Ann Lee'");
    for (name, command) in READING {
        let told = talks.run(&format!("{command} --format json --quiet"));
        let view: Value = serde_json::from_str(&told).unwrap_or_else(|error| panic!("{command}: {error}\n{told}"));
        assert_eq!(view["schema"], 2, "{command}");
        hold(&format!("shape-{name}"), command, &shape(&view));
    }
}

#[test]
fn what_commands_change_is_held() {
    let talks = Sandbox::ukraine_talks();
    let told = WRITING.iter().map(|command| format!("$ writethru {command}\n{}\n", talks.run(command)));
    hold("text-writing", "…", &told.collect::<String>());
}

#[test]
fn every_filter_keeps_its_schema() {
    let sandbox = Sandbox::new();
    for filter in ["parse", "analyze", "compare", "timeline", "reindex", "extract"] {
        let command = format!("pipe schema {filter}");
        hold(&format!("schema-{filter}"), &command, &sandbox.run(&command));
    }
}

/// Returns every field of a value with the types it is seen with: `edits[].number: number`.
fn shape(view: &Value) -> String {
    let mut fields: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    walk(view, "", &mut fields);
    let lines = fields.into_iter().map(|(path, types)| format!("{path}: {}\n", types.join(" | ")));
    lines.collect()
}

fn walk(value: &Value, path: &str, fields: &mut BTreeMap<String, Vec<&'static str>>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(items) => {
            items.iter().for_each(|item| walk(item, &format!("{path}[]"), fields));
            if items.is_empty() { "list" } else { return }
        }
        Value::Object(own) => {
            let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            own.iter().for_each(|(name, value)| walk(value, &below(name), fields));
            return;
        }
    };
    let types = fields.entry(path.to_owned()).or_default();
    if !types.contains(&kind) {
        types.push(kind);
        types.sort_unstable();
    }
}
